package reconcile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/pricing/pricesheet"
)

// A commitment is what a line says of its term and of how often it is billed.
type commitment struct {
	term      licensing.Term // zero where neither its words nor its days say one
	frequency string         // as a price list writes the plan, in any case; empty where nothing says one
}

// commitmentOf puts together what three places of a line say: TermAndBillingCycle, the days of the subscription, and
// BillingFrequency. Where they contradict each other, it is not known what was bought, and that is an error.
func commitmentOf(l pricesheet.InvoiceLine) (commitment, error) {
	words := readCommitment(l.TermAndBillingCycle)
	// The words come before the days: where a subscription ends with another, its days can be those of a shorter term.
	c := commitment{cmp.Or(words.term, termOfDays(l)), strings.TrimSpace(l.BillingFrequency)}
	if lasts(l, words.term) {
		return c, fmt.Errorf("its subscription lasts from %s to %s, and its TermAndBillingCycle is %.64q; want days of that term",
			l.SubscriptionStartDate, l.SubscriptionEndDate, l.TermAndBillingCycle)
	}
	var said licensing.BillingCycle
	switch err := said.UnmarshalText([]byte(strings.ToLower(c.frequency))); {
	case err == nil && said.IsValid() && len(words.cycles) > 0 && !slices.Contains(words.cycles, said):
		return c, fmt.Errorf("its BillingFrequency is %.64q, and its TermAndBillingCycle is %.64q; want a frequency of that cycle",
			l.BillingFrequency, l.TermAndBillingCycle)
	case c.frequency == "" && len(words.cycles) == 1:
		c.frequency = words.cycles[0].String()
	}
	return c, nil
}

// termOfDays gives the term of a subscription by its days, and nothing where they are no whole term.
func termOfDays(l pricesheet.InvoiceLine) licensing.Term {
	for _, term := range []licensing.Term{licensing.OneMonth, licensing.OneYear, licensing.ThreeYears} {
		if period, err := term.Period(l.SubscriptionStartDate); err == nil && isLastDay(l.SubscriptionEndDate, period.Last) {
			return term
		}
	}
	return 0
}

// lasts reports whether the days of a subscription are more than those of a term. One that begins with the end of a short month
// may go on to the end of a long one.
func lasts(l pricesheet.InvoiceLine, term licensing.Term) bool {
	if !term.IsValid() || l.SubscriptionStartDate.IsZero() || l.SubscriptionEndDate.IsZero() {
		return false
	}
	until := l.SubscriptionStartDate.AddMonths(term.Months())
	const mostOver = 3
	if l.SubscriptionStartDate.AddDays(mostOver).FirstOfMonth() != l.SubscriptionStartDate.FirstOfMonth() {
		until = until.AddDays(mostOver)
	}
	return l.SubscriptionEndDate.After(until)
}

// words are what a TermAndBillingCycle says: a term, and the cycles it may be billed by.
type words struct {
	term   licensing.Term
	cycles []licensing.BillingCycle
}

// readCommitment reads a TermAndBillingCycle such as "One-Month commitment for monthly/yearly billing". The column has no
// fixed form, and of usage it has the meter: what has no such words in it says nothing.
func readCommitment(text string) words {
	var found words
	term, billing, ok := strings.Cut(strings.ToLower(text), "commitment")
	if !ok {
		return found
	}
	isMark := func(r rune) bool { return strings.ContainsRune(" -/,.()", r) }
	switch fields := strings.FieldsFunc(term, isMark); {
	case isTerm(fields, "month", "one", "1"):
		found.term = licensing.OneMonth
	case isTerm(fields, "year", "one", "1"):
		found.term = licensing.OneYear
	case isTerm(fields, "year", "three", "3"):
		found.term = licensing.ThreeYears
	}
	for _, word := range strings.FieldsFunc(billing, isMark) {
		switch word {
		case "monthly":
			found.cycles = append(found.cycles, licensing.Monthly)
		case "yearly", "annual", "annually":
			found.cycles = append(found.cycles, licensing.Annual)
		case "triennial":
			found.cycles = append(found.cycles, licensing.Triennial)
		}
	}
	return found
}

// isTerm reports whether words end with a number, written one way or the other, and a unit.
func isTerm(fields []string, unit string, numbers ...string) bool {
	last := len(fields) - 1
	return last > 0 && strings.TrimSuffix(fields[last], "s") == unit && slices.Contains(numbers, fields[last-1])
}
