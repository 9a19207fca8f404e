package licensing

import (
	"fmt"
	"strings"
	"time"

	"github.com/cloudterms/terms"
)

// A BillingCycle is how often a subscription is charged: [Monthly], [Annual] or [Triennial]. Its text is Microsoft's
// billingCycle: monthly, annual, triennial. The zero BillingCycle means "not given".
type BillingCycle uint8

const (
	_ BillingCycle = iota
	// Monthly charges every month.
	Monthly
	// Annual charges every year.
	Annual
	// Triennial charges every three years.
	Triennial
)

// IsValid reports whether c is one of the three billing cycles. The zero BillingCycle is not.
func (c BillingCycle) IsValid() bool { return billingCycleNames.Valid(c) }

// Months gives the cycle's length in months, 1, 12 or 36, and 0 for a BillingCycle that is not valid.
func (c BillingCycle) Months() int {
	switch c {
	case Monthly:
		return 1
	case Annual:
		return 12
	case Triennial:
		return 36
	default:
		return 0
	}
}

// A CycleStart says on which day of the month a charge cycle begins: [CycleFromMonthEnd], [CycleOnSameDay] or
// [CycleWithCalendar]. All agree on subscriptions begun from the first to the 26th of a month that do not end with a
// calendar month. The examples are from Microsoft's page "Billing scenarios for one-time and select recurring purchases in
// new commerce experience" of 2022-11-08. Its texts, in JSON too, are fromMonthEnd, onSameDay and withCalendar.
type CycleStart uint8

const (
	_ CycleStart = iota
	// CycleFromMonthEnd begins each cycle on the last day of its month if the first one did, on the last but one if the
	// first one did, and otherwise on the same day of the month. It is the one to take where nothing speaks for another,
	// being the only one that gives both of the page's years: begun on 31 January 2021 cycles start on every month's last day, and begun on 30 January on 27
	// February, 30 March, 29 April and so on.
	CycleFromMonthEnd
	// CycleOnSameDay begins each cycle on the same day of the month, or on the month's last where there is no such day, as
	// terms are counted. It gives the page's year from 31 January, and in the one from 30 January 28 February and 30 April.
	CycleOnSameDay
	// CycleWithCalendar counts cycles back from the end of a term that ends with a calendar month: the first one is
	// short, and the others are calendar months (page "Align new commerce experience subscription end dates" of
	// 2023-07-24).
	CycleWithCalendar
)

// Begin gives the day on which a charge cycle begins, so many months after the first one began, or before it where months is
// negative: 27 February one month after 30 January by [CycleFromMonthEnd], 28 February by [CycleOnSameDay]. It is the zero
// Day for [CycleWithCalendar], which counts from the end of a term, and for a start that is not given.
func (s CycleStart) Begin(first terms.Day, months int) terms.Day {
	switch s {
	case CycleFromMonthEnd:
		return keepMonthEnd(first, first.AddMonths(months))
	case CycleOnSameDay:
		return first.AddMonths(months)
	default:
		return terms.Day{}
	}
}

// BillingCycles gives the charge cycles of a subscription of term t for a period, in order: the first begins with the
// period, and the last ends with it. The period is what [Term.Period] gives, or a shorter one where the end was aligned
// ([Rules.CoTerminate]); then the last cycle, or with [CycleWithCalendar] the first, may be short as well.
//
// A term, period, cycle or start that is not given is [ErrRequest], as is a cycle longer than the term (Partner Center's
// error 900270), a period of more than 1200 months or that ends with 9999-12-31, and [CycleWithCalendar] for a period that
// does not end with a month.
func (t Term) BillingCycles(p Period, cycle BillingCycle, start CycleStart) ([]Period, error) {
	if err := t.checkCycles(p, cycle, start); err != nil {
		return nil, err
	}
	var cycles []Period
	for _, begin := range cycleStarts(p, cycle.Months(), start) {
		if n := len(cycles); n > 0 {
			cycles[n-1].Last = begin.AddDays(-1)
		}
		cycles = append(cycles, Period{begin, p.Last})
	}
	return cycles, nil
}

func (t Term) checkCycles(p Period, cycle BillingCycle, start CycleStart) error {
	switch {
	case !t.IsValid():
		return requestError("termDuration", t.String(), "one of "+termNames.List())
	case p.Days() == 0:
		return requestError("period", "", "a first day and a last day that is not before it")
	case p.RenewalDay().IsZero() || monthsBegun(p) > maxPeriods:
		return requestError("period", p.String(), fmt.Sprintf("at most %d months that end before 9999-12-31", maxPeriods))
	case !cycle.IsValid() || cycle.Months() > t.Months():
		return requestError("billingCycle", cycle.String(), cyclesOf(t)+", for a term of "+t.String())
	case !cycleStartNames.Valid(start):
		return choiceError("cycleStart", cycleStartNames, start, CycleFromMonthEnd)
	case start == CycleWithCalendar && p.RenewalDay().DayOfMonth() != 1:
		return requestError("period", p.String(), "a period that ends with a calendar month, for "+start.String())
	}
	return nil
}

// cyclesOf lists the billing cycles that are not longer than a term.
func cyclesOf(t Term) string {
	var names []string
	for cycle, name := range billingCycleNames.Each {
		if cycle.Months() <= t.Months() {
			names = append(names, name)
		}
	}
	return strings.Join(names, " or ")
}

// monthsBegun gives the number of months, counted from the first day, that a period has begun.
func monthsBegun(p Period) int { return monthsBetween(p.First, p.Last) + 1 }

// monthsBetween gives the number of whole months from one day to a later one, counted from the former.
func monthsBetween(from, to terms.Day) int {
	months := (to.Year()-from.Year())*12 + int(to.Month()) - int(from.Month())
	if from.AddMonths(months).After(to) {
		months--
	}
	return months
}

// cycleStarts gives the first day of each cycle. How many months have begun is counted as terms are, so that a term of
// twelve months has twelve, however its cycles are placed.
func cycleStarts(p Period, months int, start CycleStart) []terms.Day {
	starts := []terms.Day{p.First}
	begun := monthsBegun(p)
	if start == CycleWithCalendar {
		for n := begun; n > 0; n-- {
			if begin := p.RenewalDay().AddMonths(-n * months); begin.After(p.First) {
				starts = append(starts, begin)
			}
		}
		return starts
	}
	for n := months; n < begun; n += months {
		if begin := start.Begin(p.First, n); !begin.After(p.Last) {
			starts = append(starts, begin)
		}
	}
	return starts
}

// keepMonthEnd gives the day as far from the end of its month as the anchor is from the end of its own, if that is no day
// or one.
func keepMonthEnd(anchor, day terms.Day) terms.Day {
	toEnd := daysToMonthEnd(anchor)
	if toEnd > 1 || day.IsZero() {
		return day
	}
	return day.AddDays(daysToMonthEnd(day) - toEnd)
}

func daysToMonthEnd(day terms.Day) int {
	monthEnd := time.Date(day.Year(), day.Month()+1, 0, 0, 0, 0, 0, time.UTC)
	return monthEnd.Day() - day.DayOfMonth()
}
