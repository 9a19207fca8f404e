package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// A printer prints what the library answers, and at the end the sources it refers to by number. It writes to memory, where
// nothing fails.
type printer struct {
	out     io.Writer
	asked   question
	sources []string
}

func (p *printer) line(format string, args ...any) { say(p.out, format+"\n", args...) }

func (p *printer) opening() {
	q := p.asked
	p.line("%s (%s) and %s, related since %s", q.Partner.Name, q.Partner.Party, q.Customer.Name, cmp.Or(q.Related.String(), notGiven))
	p.line("Deal: %s. The customer's history: %s.", q.Deal, cmp.Or(q.Customer.History.String(), notGiven))
}

const notGiven = "a day not given"

// phases prints the phases of the previous offer, with what other sources say of their days.
func (p *printer) phases() {
	p.line("\nPhases of the previous offer")
	for _, phase := range p.asked.decideBy.Phases() {
		days := phase.Days.String()
		if phase.Days.IsPending() {
			days = "announced, no day set"
		}
		p.line("  %-13s %s%s", phase.Phase, days, p.marks(phase.Sources))
		for _, other := range phase.Others {
			p.line("  %-13s but %s %s: %s%s", "", other.Value, other.Span, other.Text, p.marks(other.Sources))
		}
	}
}

// boundary prints what is answered of each offer the day before and on the day.
func (p *printer) boundary(day terms.Day) {
	p.line("\n%s", day)
	for _, offer := range p.asked.offers {
		p.line("  %s, %s", offer.ID, offer.Name)
		before, from := p.answers(day.AddDays(-1), offer.ID), p.answers(day, offer.ID)
		for i, question := range questions() {
			p.sides(question, before[i], from[i])
		}
	}
}

func questions() []string { return []string{"may it be transacted", "prices", "incentives"} }

// answers gives the answer to each of the questions about an offer on a day, and below it the reasons.
func (p *printer) answers(day terms.Day, offer string) [][]string {
	by := p.asked.decideBy
	may := by.MayTransact(day, p.asked.transaction(offer))
	price := by.PriceBasisOf(day, pricing.PriceCase{Offer: offer})
	incentives := by.IncentivesOf(day, pricing.IncentiveCase{
		Offer: offer, Registered: p.asked.Partner.Registered, SilverCloudPlatform: p.asked.Partner.SilverCloudPlatform,
	})
	both := fmt.Sprintf("%s, additional ones %s",
		cmp.Or(incentives.Outcome.Base.String(), silent), cmp.Or(incentives.Outcome.Additional.String(), silent))
	return [][]string{
		answer(p, may, may.Outcome.String()), answer(p, price, price.Outcome.String()), answer(p, incentives, both),
	}
}

// sides prints an answer of the day before and that of the day, or the one that both have.
func (p *printer) sides(question string, before, from []string) {
	if slices.Equal(before, from) {
		p.side(question, "both", from)
		return
	}
	p.side(question, "before", before)
	p.side("", "from", from)
}

func (p *printer) side(question, when string, lines []string) {
	p.line("    %-21s %-7s %s", question, when, lines[0])
	for _, reason := range lines[1:] {
		p.line("    %-29s   %s", "", reason)
	}
}

const silent = "the sources do not say"

// answer gives an answer, or why there is none, and behind it what each rule said: the text, the numbers of its sources, and
// whose rule it is if somebody has changed it.
func answer[Out comparable](p *printer, d rules.Decision[Out], outcome string) []string {
	if d.Status == rules.Undetermined {
		return []string{"depends on " + strings.Join(d.Missing, ", ")}
	}
	if d.Err() != nil {
		return []string{silent}
	}
	lines := []string{outcome}
	for _, f := range d.Findings {
		text := f.Text + p.marks(f.Sources)
		if f.Origin.Owner != "" {
			text += fmt.Sprintf(" (%s by %s: %s)", f.Origin.Change, f.Origin.Owner, f.Origin.Reason)
		}
		lines = append(lines, text)
	}
	return lines
}

// marks gives the numbers of sources, each that of its first use.
func (p *printer) marks(sources []rules.Source) string {
	var text strings.Builder
	for _, s := range sources {
		citation := strings.TrimSpace(s.Fact+" "+s.Document) + ", " + s.Address
		at := slices.Index(p.sources, citation)
		if at < 0 {
			at = len(p.sources)
			p.sources = append(p.sources, citation)
		}
		_, _ = fmt.Fprintf(&text, " [%d]", at+1)
	}
	return text.String()
}

func (p *printer) sourceList() {
	p.line("\nSources")
	for i, source := range p.sources {
		p.line("[%d] %s", i+1, source)
	}
}
