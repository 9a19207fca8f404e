package reconcile

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/pricesheet"
	"github.com/cloudterms/terms/rules"
)

// Report gathers what [Basis.Usage] or [Basis.Invoice] gives. It holds the lines that do not agree, and besides them no more
// than a charge for each meter of a plan and a gap for each day of a subscription, however many lines there are.
//
// What could not be read is reported by a [pricesheet.ReadError], beside the report of what could. A sum that does not fit
// 28 places and 38 digits is an error too.
func (b Basis) Report(lines iter.Seq2[Line, error]) (Report, error) {
	g := gathering{
		totals: map[totalKey]*Total{}, rules: map[RuleTotal]int{}, gaps: map[gapKey]*Gap{}, charges: map[string]*monthly{},
		earned: map[terms.Currency]terms.Money{}, missed: map[terms.Currency]terms.Money{},
	}
	_, err := pricesheet.Collect(func(yield func(Line, error) bool) {
		for line, err := range lines {
			if err == nil {
				err = g.add(line)
			}
			if err != nil && !yield(line, err) {
				return
			}
		}
	})
	charges, closing := g.closed(cmp.Or(b.Rules, pricing.Published()))
	return g.report(charges), errors.Join(err, closing)
}

type totalKey struct {
	outcome  Outcome
	currency terms.Currency
}

type gapKey struct {
	day         terms.Day
	entitlement string
	currency    terms.Currency
}

// gathering is a report in the making.
type gathering struct {
	lines          int
	totals         map[totalKey]*Total
	rules          map[RuleTotal]int
	findings       []Line
	gaps           map[gapKey]*Gap
	charges        map[string]*monthly
	earned, missed map[terms.Currency]terms.Money
}

func (g *gathering) add(l Line) error {
	g.lines++
	if l.Outcome == NotBilled {
		g.lines-- // it is none of the file
	}
	if l.Outcome == Agrees || l.Outcome == AgreesOtherwise {
		g.rules[RuleTotal{Kind: l.Kind, Rule: l.Rule}]++
	}
	if l.Outcome != Agrees {
		g.findings = append(g.findings, l)
	}
	err := g.addTotal(l)
	if l.Kind == DailyUsage {
		err = errors.Join(err, g.addUse(l))
	}
	if err != nil {
		return fmt.Errorf("reconcile: line %d: %w", l.Line, err)
	}
	return nil
}

// addTo adds an amount to a sum, which may not be given yet.
func addTo(sum *terms.Money, amount terms.Money) error {
	if amount.IsZero() {
		return nil
	}
	if sum.IsZero() {
		*sum = amount
		return nil
	}
	added, err := sum.Add(amount)
	if err == nil {
		*sum = added
	}
	return err
}

func (g *gathering) addTotal(l Line) error {
	key := totalKey{l.Outcome, l.Billed.Currency()}
	if g.totals[key] == nil {
		nothing, err := terms.NewMoney(decimal.Decimal{}, key.currency)
		if err != nil {
			return err
		}
		g.totals[key] = &Total{
			Outcome: key.outcome, Currency: key.currency, Billed: nothing, AtStake: nothing,
		}
	}
	t := g.totals[key]
	t.Lines++
	return errors.Join(addTo(&t.Billed, l.Billed), addTo(&t.Recomputed, l.Recomputed), addTo(&t.Difference, l.Difference),
		addTo(&t.AtStake, l.AtStake()))
}

// monthly is the use of a meter in a month, and how many lines of it could not be recomputed.
type monthly struct {
	item       Item
	buckets    []*bucket
	unreckoned int
}

// addUse puts a line of use into the charges, and what it missed into the gaps.
func (g *gathering) addUse(l Line) error {
	key := chargeKey(l.SubscriptionID, l.ProductID, l.SkuID, l.Day.FirstOfMonth())
	if g.charges[key] == nil {
		g.charges[key] = &monthly{item: l.Item}
	}
	if l.Recomputed.IsZero() {
		g.charges[key].unreckoned++
		return nil
	}
	for _, s := range l.Slices {
		if err := g.charges[key].add(l, s); err != nil {
			return err
		}
	}
	return errors.Join(addToCurrency(g.earned, l.Earned), addToCurrency(g.missed, l.Missed), g.addGap(l))
}

// add puts a slice into the bucket it is for.
func (m *monthly) add(l Line, s pricing.Slice) error {
	for _, b := range m.buckets {
		if b.isFor(l, s) {
			return b.add(s)
		}
	}
	m.buckets = append(m.buckets, &bucket{s, l.Rate, l.AzureCredit, l.EarnedCredit, l.MissedCredit})
	return nil
}

// charges gives the charges of the month, the lowest tier first, or one without anything where no line could be recomputed.
func (m *monthly) charges() ([]*tally, error) {
	var charges []*tally
	for _, b := range m.buckets {
		i := slices.IndexFunc(charges, func(c *tally) bool { return c.Rest.Use.Tier == b.use.Tier && c.Rest.Use.Unit.Equal(b.use.Unit) })
		if i < 0 {
			charge, err := newTally(m.item, b)
			if err != nil {
				return nil, err
			}
			i, charges = len(charges), append(charges, charge)
		}
		if err := charges[i].add(b); err != nil {
			return nil, err
		}
	}
	if len(charges) == 0 && m.unreckoned > 0 {
		charges = []*tally{{Charge{
			CustomerID: m.item.CustomerID, SubscriptionID: m.item.SubscriptionID, ProductID: m.item.ProductID,
			SkuID: m.item.SkuID, Name: m.item.Name, Month: m.item.Day.FirstOfMonth(),
		}}}
	}
	slices.SortStableFunc(charges, func(a, b *tally) int { return cmp.Compare(a.Rest.Use.Tier, b.Rest.Use.Tier) })
	return charges, nil
}

func addToCurrency(sums map[terms.Currency]terms.Money, amount terms.Money) error {
	sum := sums[amount.Currency()]
	err := addTo(&sum, amount)
	sums[amount.Currency()] = sum
	return err
}

func (g *gathering) addGap(l Line) error {
	if l.Decision == nil {
		return nil
	}
	key := gapKey{l.Day, l.EntitlementID, l.Missed.Currency()}
	if g.gaps[key] == nil {
		g.gaps[key] = &Gap{Day: l.Day, EntitlementID: l.EntitlementID, Decision: *l.Decision}
	}
	g.gaps[key].Lines++
	return addTo(&g.gaps[key].Missed, l.Missed)
}

// closed gives the charges with what they come to, in the order of plan, product, SKU, month and tier. A month of which the
// record has no rounding rule has charges without a subtotal.
func (g *gathering) closed(r *pricing.Rules) ([]Charge, error) {
	closed, errs := []Charge{}, []error(nil)
	for _, key := range slices.Sorted(maps.Keys(g.charges)) {
		m := g.charges[key]
		charges, err := m.charges()
		for _, c := range charges {
			c.Unreckoned = m.unreckoned
			if failed := c.close(r); !errors.Is(failed, rules.ErrNoFigure) {
				err = errors.Join(err, failed)
			}
			closed = append(closed, c.Charge)
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("reconcile: the charge of product %.64s, SKU %.64s: %w", m.item.ProductID, m.item.SkuID, err))
		}
	}
	return closed, errors.Join(errs...)
}

// report puts everything into its order.
func (g *gathering) report(charges []Charge) Report {
	r := Report{
		Lines: g.lines, Totals: []Total{}, Rules: []RuleTotal{}, Findings: append([]Line{}, g.findings...), Charges: charges,
		Earned: byCurrency(g.earned), Missed: byCurrency(g.missed), Gaps: []Gap{},
	}
	for _, t := range g.totals {
		r.Totals = append(r.Totals, *t)
	}
	for key, lines := range g.rules {
		key.Lines = lines
		r.Rules = append(r.Rules, key)
	}
	for _, gap := range g.gaps {
		r.Gaps = append(r.Gaps, *gap)
	}
	slices.SortFunc(r.Totals, func(a, b Total) int {
		return cmp.Or(mostFirst(a.AtStake, b.AtStake), cmp.Compare(a.Outcome, b.Outcome))
	})
	slices.SortFunc(r.Rules, func(a, b RuleTotal) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Rule, b.Rule)) })
	slices.SortStableFunc(r.Findings, func(a, b Line) int { return mostFirst(a.AtStake(), b.AtStake()) })
	slices.SortFunc(r.Gaps, func(a, b Gap) int {
		return cmp.Or(mostFirst(a.Missed, b.Missed), a.Day.Compare(b.Day), cmp.Compare(a.EntitlementID, b.EntitlementID))
	})
	return r
}

// mostFirst orders amounts by their currencies, and the largest first within one.
func mostFirst(a, b terms.Money) int {
	return cmp.Or(cmp.Compare(a.Currency().String(), b.Currency().String()), b.Amount().Cmp(a.Amount()))
}

// byCurrency gives sums in the order of their currencies.
func byCurrency(sums map[terms.Currency]terms.Money) []terms.Money {
	list := slices.AppendSeq([]terms.Money{}, maps.Values(sums))
	slices.SortFunc(list, mostFirst)
	return list
}
