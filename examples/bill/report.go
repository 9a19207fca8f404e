package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/reconcile"
	"github.com/cloudterms/terms/rules"
)

// A printer prints what the library answers. It writes to memory, where nothing fails.
type printer struct {
	out    io.Writer
	access pricing.Partnership
}

func (p printer) line(format string, args ...any) { say(p.out, format+"\n", args...) }

// table prints rows in columns.
func (p printer) table(rows [][]string) {
	w := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		say(w, "  %s\n", strings.TrimRight(strings.Join(row, "\t"), "\t "))
	}
	_ = w.Flush()
}

// charges prints the bill: a line for each meter and tier.
func (p printer) charges(used reconcile.Report) error {
	p.line("Bill")
	rows := [][]string{{"month", "SKU", "tier", "quantity", "list", "earned", "effective unit price", "to pay"}}
	var total terms.Money
	for _, c := range used.Charges {
		if c.Subtotal.IsZero() {
			rows = append(rows, []string{month(c.Month), c.Name, "-", "-", "-", "-", "-", "not recomputed, see below"})
			continue
		}
		whole, err := c.Whole()
		if err != nil {
			return err
		}
		rows = append(rows, []string{
			month(c.Month), c.Name, strconv.Itoa(whole.Use.Tier), whole.Use.Quantity.String(), whole.Use.Amount.String(), c.Earned.String(),
			c.EffectiveUnitPrice.String(), c.Subtotal.String(),
		})
		if total.IsZero() {
			total = c.Subtotal
		} else if total, err = total.Add(c.Subtotal); err != nil {
			return err
		}
	}
	p.table(append(rows, []string{"", "", "", "", "", "", "", total.String()}))
	return nil
}

func month(d terms.Day) string { return strings.TrimSuffix(d.String(), "-01") }

// credit prints the earned credit, and the days on which some was missed: those that follow each other for the same reasons as
// one.
func (p printer) credit(used reconcile.Report) error {
	p.line("\nPartner earned credit: %s earned, %s missed", amounts(used.Earned), amounts(used.Missed))
	gaps := slices.Clone(used.Gaps)
	slices.SortStableFunc(gaps, func(a, b reconcile.Gap) int {
		return cmp.Or(strings.Compare(a.EntitlementID, b.EntitlementID), a.Day.Compare(b.Day))
	})
	for len(gaps) > 0 {
		why, days, err := p.stretch(gaps)
		if err != nil {
			return err
		}
		missed, err := sum(gaps[:days])
		if err != nil {
			return err
		}
		p.line("  %s: %s in subscription %s", between(gaps[0].Day, gaps[days-1].Day), missed, gaps[0].EntitlementID)
		for _, reason := range why {
			p.line("    %s", reason)
		}
		gaps = gaps[days:]
	}
	return nil
}

// stretch gives the reasons of the first gap, and how many gaps on end have them.
func (p printer) stretch(gaps []reconcile.Gap) (why []string, days int, err error) {
	if why, err = p.why(gaps[0]); err != nil {
		return nil, 0, err
	}
	for days = 1; days < len(gaps) && follows(gaps[days-1], gaps[days]); days++ {
		next, err := p.why(gaps[days])
		if err != nil {
			return nil, 0, err
		}
		if !slices.Equal(why, next) {
			break
		}
	}
	return why, days, nil
}

func sum(gaps []reconcile.Gap) (terms.Money, error) {
	total := gaps[0].Missed
	for _, gap := range gaps[1:] {
		var err error
		if total, err = total.Add(gap.Missed); err != nil {
			return total, err
		}
	}
	return total, nil
}

func follows(a, b reconcile.Gap) bool {
	return a.EntitlementID == b.EntitlementID && a.Day.AddDays(1) == b.Day && a.Missed.Currency() == b.Missed.Currency()
}

func between(first, last terms.Day) string {
	if first == last {
		return first.String()
	}
	return first.String() + " to " + last.String()
}

// why says what stood in the way of each grant on the day of a gap, and that of the use where there was no grant.
func (p printer) why(gap reconcile.Gap) ([]string, error) {
	scope, err := pricing.ParseScope("/subscriptions/" + gap.EntitlementID)
	if err != nil {
		return nil, err
	}
	days, err := terms.NewSpan(gap.Day, gap.Day.AddDays(1))
	if err != nil {
		return nil, err
	}
	access, err := pricing.AccessDays(p.access, scope, days)
	if err != nil {
		return nil, err
	}
	var reasons []string
	for _, grant := range access[0].Grants {
		if isElsewhere(grant.Decision) {
			continue
		}
		for _, reason := range against(grant.Decision) {
			reasons = append(reasons, grant.Grant+": "+reason)
		}
	}
	if len(reasons) == 0 {
		reasons = against(gap.Decision)
	}
	return reasons, nil
}

// isElsewhere reports whether a grant was given on something else, and says nothing of this subscription.
func isElsewhere(d rules.Decision[pricing.Eligibility]) bool {
	return slices.ContainsFunc(d.Findings, func(f rules.Finding[pricing.Eligibility]) bool { return f.Rule == "pricing.pec.scope" })
}

// against gives the findings that say no, with what they stand on.
func against(d rules.Decision[pricing.Eligibility]) []string {
	var texts []string
	for _, f := range d.Findings {
		if f.Says == pricing.Ineligible {
			texts = append(texts, fmt.Sprintf("%s [%s]", f.Text, source(f)))
		}
	}
	return texts
}

// source names what a rule stands on: the fact of the register, or the document.
func source(f rules.Finding[pricing.Eligibility]) string {
	if f.Sources[0].Fact != "" {
		return f.Sources[0].Fact
	}
	return f.Sources[0].Document
}

// findings prints what came of the lines of a file.
func (p printer) findings(heading string, r reconcile.Report) {
	p.line("\n%s, line by line (%d)", heading, r.Lines)
	rows := [][]string{{"outcome", "lines", "billed", "recomputed", "difference", "at stake"}}
	for _, t := range r.Totals {
		rows = append(rows, []string{
			t.Outcome.String(), strconv.Itoa(t.Lines), t.Billed.String(), given(t.Recomputed), given(t.Difference), t.AtStake.String(),
		})
	}
	p.table(rows)
	rows = [][]string{{"agree by", "kind", "lines"}}
	for _, rule := range r.Rules {
		rows = append(rows, []string{rule.Rule.String(), rule.Kind.String(), strconv.Itoa(rule.Lines)})
	}
	p.table(rows)
	for _, l := range r.Findings {
		p.finding(l)
	}
}

// given writes an amount, and a dash where there is none.
func given(m terms.Money) string { return cmp.Or(m.String(), "-") }

func (p printer) finding(l reconcile.Line) {
	where := fmt.Sprintf("%s, tier %d", l.Name, l.Tier)
	if l.Line > 0 {
		where = fmt.Sprintf("line %d, %s, %s", l.Line, l.Day, l.Name)
	}
	switch {
	case l.Why != "":
		p.line("  %s: %s %s: %s", where, l.Billed, l.Outcome, l.Why)
	case l.Outcome == reconcile.AgreesOtherwise:
		p.line("  %s: %s is billed, as %s rounds; the rule of the day gives %s", where, l.Billed, l.Rule, l.Recomputed)
	case l.Outcome == reconcile.NotBilled:
		p.line("  %s: %s was used and is not billed", where, l.Recomputed)
	case l.Outcome == reconcile.NoUsage:
		p.line("  %s: %s is billed, and nothing more was used", where, l.Billed)
	default:
		p.line("  %s: %s is billed, %s is due: %s, because of %s", where, l.Billed, l.Recomputed, moreOrLess(l.Difference), causes(l.Causes))
	}
}

func moreOrLess(difference terms.Money) string {
	if difference.Sign() < 0 {
		return difference.Neg().String() + " too little"
	}
	return difference.String() + " too much"
}

func causes(list []reconcile.Cause) string {
	texts := make([]string, len(list))
	for i, c := range list {
		texts[i] = c.String()
	}
	return strings.Join(texts, ", ")
}

func amounts(list []terms.Money) string {
	if len(list) == 0 {
		return "nothing"
	}
	texts := make([]string, len(list))
	for i, m := range list {
		texts[i] = m.String()
	}
	return strings.Join(texts, " and ")
}
