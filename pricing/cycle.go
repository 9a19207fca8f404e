package pricing

import (
	"slices"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
)

// A Cycle is a charge cycle: the days that one charge of a subscription is for, and how many months its price is for. It is
// not the billing period, which is the calendar month for everybody. Days are UTC days.
//
// Spans are half-open. Where a reconciliation file has the ChargeEndDate 2021-08-14, the span ends with 2021-08-15.
type Cycle struct {
	Days terms.Span `json:"days"`
	// Months is how many the price is for: 1, 12 or 36, as the billing plan is monthly, annual or triennial. The days can be
	// fewer, where a cycle is cut short; more they are only where it begins with the end of a short month.
	Months int `json:"months"`
}

// wantMonths are the months there are of billing plans.
const wantMonths = "1, 12 or 36 months"

// mostOver is how many days a cycle can be longer than its months: one that begins with the end of a short month, 28 February of
// a subscription of 31 January, goes on to the end of a long one.
const mostOver = 3

func isOfPlan(months int) bool {
	return slices.Contains([]int{licensing.Monthly.Months(), licensing.Annual.Months(), licensing.Triennial.Months()}, months)
}

// NewCycle gives the cycle of so many months that begins on a day: one month from 31 January 2021 is until 28 February, so
// that its last day is the 27th. A day that is not given, or months that are not 1, 12 or 36, is [ErrCycle].
func NewCycle(first terms.Day, months int) (Cycle, error) {
	c := Cycle{Months: months}
	if !isOfPlan(months) {
		return Cycle{}, fault(ErrCycle, "months", months, wantMonths)
	}
	days, err := terms.NewSpan(first, first.AddMonths(months))
	if err != nil {
		return Cycle{}, causedFault(ErrCycle, "first", err, "a day that a cycle can begin with")
	}
	c.Days = days
	return c, nil
}

// bounds gives the first day and the one it ends with.
func (c Cycle) bounds() (from, until terms.Day, err error) {
	from, begins := c.Days.From()
	until, ends := c.Days.Until()
	if !begins || !ends {
		return from, until, fault(ErrCycle, "days", c.Days, "a first day and a day it ends with")
	}
	if !isOfPlan(c.Months) {
		return from, until, fault(ErrCycle, "months", c.Months, wantMonths)
	}
	if longest := from.AddMonths(c.Months).AddDays(mostOver); until.After(longest) {
		return from, until, fault(ErrCycle, "days", c.Days, "days that end by "+longest.String()+", as its months do")
	}
	return from, until, nil
}

// Cycles gives the first so many cycles, 1 to 600, of a subscription that begins on a day and is charged every so many
// months. Each begins where the one before ends, on the day that start says: licensing.CycleFromMonthEnd, the default by the
// billing page's tables of annual subscriptions billed monthly, or licensing.CycleOnSameDay, as the same page has monthly
// subscriptions renewed.
func Cycles(first terms.Day, months, count int, start licensing.CycleStart) ([]Cycle, error) {
	if start.Begin(first, months).IsZero() && !first.IsZero() {
		return nil, fault(ErrNotGiven, "start", start, "fromMonthEnd (the default) or onSameDay")
	}
	const mostCycles = 600
	if count < 1 || count > mostCycles {
		return nil, fault(ErrCycle, "count", count, "1 to 600 cycles")
	}
	if _, err := NewCycle(first, months); err != nil {
		return nil, err
	}
	cycles := make([]Cycle, count)
	for i := range cycles {
		days, err := terms.NewSpan(start.Begin(first, months*i), start.Begin(first, months*(i+1)))
		if err != nil {
			return nil, causedFault(ErrCycle, "count", err, "cycles within the days there are")
		}
		cycles[i] = Cycle{days, months}
	}
	return cycles, nil
}

func lastOfMonth(d terms.Day) terms.Day { return d.FirstOfMonth().AddMonths(1).AddDays(-1) }

// A CycleDays says how many units the price of a cycle is for, by which a part of it is reckoned. Of a cycle that is not a
// month long, all but CountMonths count its days, 365 or 366. The zero CycleDays means "not given".
type CycleDays uint8

const (
	// DaysOfStartMonth counts the days of the calendar month in which the cycle begins. It is the default, by the billing
	// page: a cycle from 21 February to 20 March has 28.
	DaysOfStartMonth CycleDays = iota + 1
	// DaysOfCycle counts the days of the cycle itself. It differs from DaysOfStartMonth only where the month has no such day as
	// the cycle began with.
	DaysOfCycle
	// DaysOfEndMonth counts the days of the calendar month in which the cycle ends. The example of a migration in January 2022
	// reckons so: 27 days from 25 January to 20 February are 16 × 27 ÷ 28 (W13), where the page's own words give 31.
	DaysOfEndMonth
	// CountMonths counts months, of which the part must be whole ones. The example of a changed billing plan reckons so: eleven
	// months of a year at 250 are 250 × 11 ÷ 12 = 229.16 (W12), where days would give 229.45.
	CountMonths
)

// rest gives the part of the cycle's price from a day on to its end. It is never more than the whole.
func (c Cycle) rest(from terms.Day, count CycleDays) (Part, error) {
	first, until, err := c.bounds()
	if err != nil {
		return Part{}, err
	}
	if from.Before(first) || from.After(until) {
		return Part{}, fault(ErrProration, "day", from, "a day of the cycle "+c.Days.String())
	}
	if count == CountMonths {
		return c.restInMonths(from, until)
	}
	of := c.length(count, first, until)
	return Part{min(until.Sub(from), of), of}, nil
}

// length gives the days that the cycle's price is for.
func (c Cycle) length(count CycleDays, first, until terms.Day) int {
	whole := until
	if full := c.full(first); full.After(until) {
		whole = full
	}
	switch {
	case c.Months == 1 && count == DaysOfStartMonth:
		return lastOfMonth(first).DayOfMonth()
	case c.Months == 1 && count == DaysOfEndMonth:
		return lastOfMonth(until.AddDays(-1)).DayOfMonth()
	default:
		return whole.Sub(first)
	}
}

// full gives the day with which the cycle ends if it is not cut short, the earlier where licensing.CycleStart has two readings.
func (c Cycle) full(first terms.Day) terms.Day {
	full := first.AddMonths(c.Months)
	if kept := licensing.CycleFromMonthEnd.Begin(first, c.Months); kept.Before(full) {
		return kept
	}
	return full
}

// restInMonths counts the months from a day to the end of the cycle.
func (c Cycle) restInMonths(from, until terms.Day) (Part, error) {
	for months := range c.Months + 1 {
		if licensing.CycleFromMonthEnd.Begin(until, -months) == from || until.AddMonths(-months) == from {
			return Part{months, c.Months}, nil
		}
	}
	return Part{}, fault(ErrProration, "day", from, "a day that is whole months before "+until.String()+", or to count days")
}

// hoursLeft gives the part of the cycle's price after so much of it has passed, in whole hours.
func (c Cycle) hoursLeft(bought, at time.Time, charged EventDay) (Part, error) {
	first, until, err := c.bounds()
	if err != nil {
		return Part{}, err
	}
	const hoursPerDay = 24
	of := c.length(DaysOfCycle, first, until) * hoursPerDay
	used := int(at.Sub(bought) / time.Hour)
	if charged == EventDayKept {
		used++
	}
	paid := until.Sub(terms.DayOf(bought)) * hoursPerDay
	return Part{min(max(0, paid-used), of), of}, nil
}
