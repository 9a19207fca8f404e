package licensing_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// newSubscription gives one that is license-based and no trial.
func newSubscription(term licensing.Term, first string) licensing.CoTermination {
	return licensing.CoTermination{Term: term, First: day(first), LicenceBased: rules.Yes, Trial: rules.No}
}

func withCalendar(term licensing.Term, first string) licensing.CoTermination {
	c := newSubscription(term, first)
	c.Alignment = licensing.AlignWithCalendarMonth
	return c
}

func withOther(term licensing.Term, first string, other licensing.Term, last string) licensing.CoTermination {
	c := newSubscription(term, first)
	c.Alignment, c.TargetEnd = licensing.AlignWithSubscription, licensing.TargetLatestRenewal
	c.Target = licensing.CoTermTarget{Term: other, Last: day(last), LicenceBased: rules.Yes, Trial: rules.No, Active: rules.Yes}
	return c
}

func TestCoTerminate(t *testing.T) {
	month, year, three := licensing.OneMonth, licensing.OneYear, licensing.ThreeYears
	current := withOther(three, "2022-07-01", year, "2022-10-01")
	current.TargetEnd = licensing.TargetCurrentEnd
	tests := []struct {
		name  string
		c     licensing.CoTermination
		first licensing.Period
		next  licensing.Period
	}{
		{
			"three years with a year: its latest renewal within the term", withOther(three, "2022-07-01", year, "2022-10-01"),
			period("2022-07-01", "2024-10-01"), period("2024-10-02", "2027-10-01"),
		},
		{"three years with a year: its present end", current, period("2022-07-01", "2022-10-01"), period("2022-10-02", "2025-10-01")},
		{
			"three years with three years", withOther(three, "2022-07-01", three, "2022-10-01"),
			period("2022-07-01", "2022-10-01"), period("2022-10-02", "2025-10-01"),
		},
		{
			"a year with a year", withOther(year, "2022-07-01", year, "2022-10-01"),
			period("2022-07-01", "2022-10-01"), period("2022-10-02", "2023-10-01"),
		},
		{
			"a year with three years", withOther(year, "2022-07-01", three, "2022-10-01"),
			period("2022-07-01", "2022-10-01"), period("2022-10-02", "2023-10-01"),
		},
		{
			"a month with a year", withOther(month, "2022-09-10", year, "2022-10-01"),
			period("2022-09-10", "2022-10-01"), period("2022-10-02", "2022-11-01"),
		},
		{
			"a month with a month that ends with April, on its 30th", withOther(month, "2022-04-10", month, "2022-04-30"),
			period("2022-04-10", "2022-04-30"), period("2022-05-01", "2022-05-31"),
		},
		{
			"on the last day of the term", withOther(year, "2022-07-01", three, "2023-06-30"),
			period("2022-07-01", "2023-06-30"), period("2023-07-01", "2024-06-30"),
		},
		{
			"on the first day of the term", withOther(year, "2022-07-01", three, "2022-07-01"),
			period("2022-07-01", "2022-07-01"), period("2022-07-02", "2023-07-01"),
		},
		{
			"three years with the calendar", withCalendar(three, "2022-07-15"),
			period("2022-07-15", "2025-06-30"), period("2025-07-01", "2028-06-30"),
		},
		{
			"a year with the calendar", withCalendar(year, "2022-07-15"),
			period("2022-07-15", "2023-06-30"), period("2023-07-01", "2024-06-30"),
		},
		{
			"a month with the calendar", withCalendar(month, "2022-07-15"),
			period("2022-07-15", "2022-07-31"), period("2022-08-01", "2022-08-31"),
		},
		{
			"a customer without another subscription", withCalendar(year, "2023-02-04"),
			period("2023-02-04", "2024-01-31"), period("2024-02-01", "2025-01-31"),
		},
		{
			"from the first of a month the whole term ends with one", withCalendar(year, "2022-07-01"),
			period("2022-07-01", "2023-06-30"), period("2023-07-01", "2024-06-30"),
		},
		{
			"a month from the last day of January has a day", withCalendar(month, "2023-01-31"),
			period("2023-01-31", "2023-01-31"), period("2023-02-01", "2023-02-28"),
		},
		{
			"a year that ends with a leap day", withCalendar(year, "2023-03-01"),
			period("2023-03-01", "2024-02-29"), period("2024-03-01", "2025-02-28"),
		},
		{
			"the day from which it is possible", withCalendar(year, "2022-03-10"),
			period("2022-03-10", "2023-02-28"), period("2023-03-01", "2024-02-29"),
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := licensing.CoTerminate(tt.c)
			require.NoError(t, err)
			assert.Equal(t, tt.first, got.First)
			assert.Equal(t, tt.next, got.Next)
			assert.Equal(t, rules.Yes, got.Decision.Outcome)
			assertRoundTrip(t, got)
		})
	}
}

func TestCoTerminateRefuses(t *testing.T) {
	month, year, three := licensing.OneMonth, licensing.OneYear, licensing.ThreeYears
	changed := func(c licensing.CoTermination, change func(*licensing.CoTermination)) licensing.CoTermination {
		change(&c)
		return c
	}
	tests := []struct {
		name string
		c    licensing.CoTermination
		rule rules.ID // that refuses it; none if a fact is missing
	}{
		{"the day before it was possible", withCalendar(year, "2022-03-09"), "licensing.cotermination.notYet"},
		{"a software subscription", changed(withCalendar(year, "2022-07-15"), func(c *licensing.CoTermination) { c.LicenceBased = rules.No }), "licensing.cotermination.otherProduct"},
		{"a trial", changed(withCalendar(year, "2022-07-15"), func(c *licensing.CoTermination) { c.Trial = rules.Yes }), "licensing.cotermination.trial"},
		{"nobody says whether it is a trial", changed(withCalendar(year, "2022-07-15"), func(c *licensing.CoTermination) { c.Trial = 0 }), ""},
		{"the day after the term", withOther(year, "2022-07-01", three, "2023-07-01"), "licensing.cotermination.withinTerm"},
		{"the day before the term", withOther(year, "2022-07-01", three, "2022-06-30"), "licensing.cotermination.withinTerm"},
		{"a month from the 12th to the 12th, a day too long as in the page's example from 2 March to 2 April", withOther(month, "2022-04-12", year, "2022-05-12"), "licensing.cotermination.withinTerm"},
		{"a year with a month", withOther(year, "2022-07-01", month, "2022-07-20"), "licensing.cotermination.target.monthly"},
		{"three years with a month", withOther(three, "2022-07-01", month, "2022-07-20"), "licensing.cotermination.target.monthly"},
		{"a month that ends on a 28th", withOther(month, "2022-07-01", year, "2022-07-28"), "licensing.cotermination.lateDay"},
		{"a month that ends on a 30th of July", withOther(month, "2022-07-01", year, "2022-07-30"), "licensing.cotermination.lateDay"},
		{"a subscription that is not active", changed(withOther(year, "2022-07-01", year, "2022-10-01"), func(c *licensing.CoTermination) { c.Target.Active = rules.No }), "licensing.cotermination.target.active"},
		{"a subscription that is a trial", changed(withOther(year, "2022-07-01", year, "2022-10-01"), func(c *licensing.CoTermination) { c.Target.Trial = rules.Yes }), "licensing.cotermination.target.trial"},
		{"a subscription of the older kind", changed(withOther(year, "2022-07-01", year, "2022-10-01"), func(c *licensing.CoTermination) { c.Target.LicenceBased = rules.No }), "licensing.cotermination.target.otherProduct"},
		{"nobody says whether it is active", changed(withOther(year, "2022-07-01", year, "2022-10-01"), func(c *licensing.CoTermination) { c.Target.Active = 0 }), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := licensing.CoTerminate(tt.c)
			var refusal *licensing.RefusalError
			require.ErrorAs(t, err, &refusal)
			if tt.rule == "" {
				require.ErrorIs(t, err, rules.ErrUndetermined)
				return
			}
			require.ErrorIs(t, err, licensing.ErrRefused)
			require.ErrorContains(t, err, string(tt.rule))
		})
	}
	for _, end := range []string{"2022-07-27", "2022-07-31", "2022-08-01"} {
		_, err := licensing.CoTerminate(withOther(month, "2022-07-10", year, end))
		require.NoError(t, err, end)
	}
}

func TestCoTerminateRefusesRequests(t *testing.T) {
	year := licensing.OneYear
	tests := []struct {
		name   string
		change func(*licensing.CoTermination)
		field  string
	}{
		{"no term", func(c *licensing.CoTermination) { c.Term = 0 }, "termDuration"},
		{"no day", func(c *licensing.CoTermination) { c.First = terms.Day{} }, "first"},
		{"no alignment", func(c *licensing.CoTermination) { c.Alignment = 0 }, "alignment"},
		{"no end of the target", func(c *licensing.CoTermination) { c.TargetEnd = 0 }, "targetEnd"},
		{"no term of the target", func(c *licensing.CoTermination) { c.Target.Term = 0 }, "target/termDuration"},
		{"no last day of the target", func(c *licensing.CoTermination) { c.Target.Last = terms.Day{} }, "target/last"},
		{"a target, and a calendar month", func(c *licensing.CoTermination) { c.Alignment = licensing.AlignWithCalendarMonth }, "target"},
		{"a term that ends too late", func(c *licensing.CoTermination) { c.First = day("9999-02-01") }, "first"},
		{"a next term that ends too late", func(c *licensing.CoTermination) { c.First, c.Target.Last = day("9998-06-01"), day("9999-03-01") }, "first"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := withOther(year, "2022-07-01", year, "2022-10-01")
			tt.change(&c)
			_, err := licensing.CoTerminate(c)
			var wrong *licensing.RequestError
			require.ErrorAs(t, err, &wrong)
			assert.Equal(t, tt.field, wrong.Field)
		})
	}
}

func TestAnAlignedTermIsNoLongerThanAWholeOne(t *testing.T) {
	lengths := []licensing.Term{licensing.OneMonth, licensing.OneYear, licensing.ThreeYears}
	rapid.Check(t, func(t *rapid.T) {
		first := dates().Filter(func(d terms.Day) bool { return !d.Before(day("2022-03-10")) }).Draw(t, "first").String()
		term := rapid.SampledFrom(lengths).Draw(t, "term")
		c := withCalendar(term, first)
		if rapid.Bool().Draw(t, "with another") {
			other := rapid.SampledFrom(lengths).Draw(t, "other")
			c = withOther(term, first, other, day(first).AddDays(rapid.IntRange(-10, 1200).Draw(t, "days")).String())
		}
		got, err := licensing.CoTerminate(c)
		if c.Alignment == licensing.AlignWithSubscription && err != nil {
			require.ErrorIs(t, err, licensing.ErrRefused)
			return
		}
		require.NoError(t, err)
		whole, err := term.Period(day(first))
		require.NoError(t, err)
		require.False(t, got.First.Last.After(whole.Last))
		require.False(t, got.First.Last.Before(whole.First))
		if c.Alignment == licensing.AlignWithCalendarMonth {
			require.Equal(t, 1, got.Next.First.DayOfMonth())
			require.Less(t, whole.Last.Sub(got.First.Last), 31, "the latest there is")
		}
		next, err := term.Period(got.First.RenewalDay())
		require.NoError(t, err)
		require.Equal(t, next, got.Next)
	})
}
