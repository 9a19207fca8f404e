package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

// summary begins the statement with the sentences a billing team acts on.
func (r *report) summary() {
	r.line("Azure in Open credit at the end of %s", r.day)
	r.line("")
	r.line("  %s", r.balanceSentence())
	r.line("  %s", r.forecastSentence())
	r.line("  %s", r.unpaidSentence())
	r.line("  %s", r.pastSentence())
}

// balanceSentence says how much there is, and whether services run.
func (a account) balanceSentence() string {
	if suspension, suspended := a.statement.Suspended(); suspended {
		return fmt.Sprintf("No credit is left: services are suspended since %s, and data may be gone from %s.",
			instant(suspension.From), suspension.DataMayBeGone)
	}
	var live []credit.LotState
	for _, lot := range a.statement.Lots() {
		if lot.Left.Sign() > 0 {
			live = append(live, lot)
		}
	}
	if len(live) == 0 {
		return a.noCreditSentence()
	}
	first := slices.MinFunc(live, func(x, y credit.LotState) int { return x.Ends.Compare(y.Ends) })
	if len(live) == 1 {
		return fmt.Sprintf("%s is left, on %s, which lapses on %s.", a.money(a.statement.Balance()), a.label(first.ID), instant(first.Ends))
	}
	return fmt.Sprintf("%s is left on %d lots; the first to lapse is %s on %s, with %s.", a.money(a.statement.Balance()), len(live),
		a.label(first.ID), instant(first.Ends), a.money(first.Left))
}

// noCreditSentence says when there will be credit, where there was none so far.
func (a account) noCreditSentence() string {
	for _, lot := range a.statement.Lots() {
		if lot.Status == credit.Pending {
			return fmt.Sprintf("There is no credit yet; the first, %s on %s, begins to pay on %s.", a.money(lot.Amount), a.label(lot.ID), instant(lot.Activated))
		}
	}
	return "There is no credit."
}

// forecastSentence says when credit runs out and what to do by when.
func (a account) forecastSentence() string {
	f := a.outlook.forecast
	if a.outlook.err != nil {
		return fmt.Sprintf("There is no forecast: %v.", a.outlook.err)
	}
	lapses := ""
	if f.LapsesInAll.Sign() > 0 {
		lapses = fmt.Sprintf(", and %s will lapse unused", a.money(f.LapsesInAll))
	}
	const recently = "At recent use"
	switch {
	case f.Outlook.Rate.Amount.Sign() == 0:
		return fmt.Sprintf("Nothing was used in the last %s%s.", count(f.Outlook.Rate.Days, "day"), lapses)
	case f.RunsOut.IsZero():
		return fmt.Sprintf("%s credit does not run out by %s%s.", recently, f.Until, lapses)
	case a.outlook.unitErr != nil:
		return fmt.Sprintf("%s it runs out on %s%s.", recently, f.RunsOut, lapses)
	case f.RunsOut == a.day:
		return fmt.Sprintf("Purchase now, %s, active on %s; a top-up by card helps at once, where it is offered (OPEN-05).",
			units(f.Next.Units), f.Next.Activate)
	case f.Next.Late:
		return fmt.Sprintf("%s it runs out on %s: top up by card, and purchase now, %s, active on %s.", recently, f.RunsOut,
			units(f.Next.Units), f.Next.Activate)
	default:
		return fmt.Sprintf("%s it runs out on %s%s: purchase by %s, %s.", recently, f.RunsOut, lapses, f.Next.By, units(f.Next.Units))
	}
}

// units says how many units to purchase.
func units(n int) string {
	if n == 0 {
		return "one unit, which will lapse in part"
	}
	return "at most " + count(n, "unit")
}

// unpaidSentence says what has to be paid otherwise.
func (r *report) unpaidSentence() string {
	var notPayable, unpaid terms.Money
	var charges, notPayables, unpaids int
	for use := range r.statement.Uses() {
		charges++
		owed := r.owed(use)
		switch {
		case owed.Sign() == 0:
		case use.Outcome == credit.NotPayable:
			notPayables++
			r.add(&notPayable, owed)
		default:
			unpaids++
			r.add(&unpaid, owed)
		}
	}
	var parts []string
	if notPayables > 0 {
		parts = append(parts, fmt.Sprintf("%s in %s that credit cannot pay", r.money(notPayable), count(notPayables, "charge")))
	}
	if unpaids > 0 {
		parts = append(parts, fmt.Sprintf("%s in %s that found no credit", r.money(unpaid), count(unpaids, "charge")))
	}
	switch {
	case charges == 0:
		return "There are no charges so far."
	case len(parts) == 0:
		return "Credit paid every charge in full."
	default:
		return "Pay by other means: " + strings.Join(parts, ", ") + "."
	}
}

// pastSentence says what was lost, and how often services stood still.
func (r *report) pastSentence() string {
	var lapsed terms.Money
	for _, lot := range r.statement.Lots() {
		r.add(&lapsed, lot.Lapsed)
	}
	return fmt.Sprintf("So far %s lapsed unused, and services were %s.", r.money(lapsed), times(len(r.statement.Suspensions())))
}

func times(suspended int) string {
	switch suspended {
	case 0:
		return "never suspended"
	case 1:
		return "suspended once"
	default:
		return fmt.Sprintf("suspended %d times", suspended)
	}
}
