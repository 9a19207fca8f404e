package licensing_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms/licensing"
)

func period(first, last string) licensing.Period {
	return licensing.Period{First: day(first), Last: day(last)}
}

func TestBillingCycles(t *testing.T) {
	fromEnd, sameDay, calendar := licensing.CycleFromMonthEnd, licensing.CycleOnSameDay, licensing.CycleWithCalendar
	tests := []struct {
		name   string
		term   licensing.Term
		period licensing.Period
		cycle  licensing.BillingCycle
		start  licensing.CycleStart
		firsts []string
	}{
		{
			"a year from 31 January starts on every month's last day", licensing.OneYear, period("2021-01-31", "2022-01-30"), licensing.Monthly, fromEnd,
			[]string{
				"2021-01-31", "2021-02-28", "2021-03-31", "2021-04-30", "2021-05-31", "2021-06-30", "2021-07-31", "2021-08-31", "2021-09-30",
				"2021-10-31", "2021-11-30", "2021-12-31",
			},
		},
		{
			"so it does on the same day", licensing.OneYear, period("2021-01-31", "2022-01-30"), licensing.Monthly, sameDay,
			[]string{
				"2021-01-31", "2021-02-28", "2021-03-31", "2021-04-30", "2021-05-31", "2021-06-30", "2021-07-31", "2021-08-31", "2021-09-30",
				"2021-10-31", "2021-11-30", "2021-12-31",
			},
		},
		{
			"a year from 30 January starts on every month's last day but one", licensing.OneYear, period("2021-01-30", "2022-01-29"), licensing.Monthly, fromEnd,
			[]string{
				"2021-01-30", "2021-02-27", "2021-03-30", "2021-04-29", "2021-05-30", "2021-06-29", "2021-07-30", "2021-08-30", "2021-09-29",
				"2021-10-30", "2021-11-29", "2021-12-30",
			},
		},
		{
			"on the same day it starts on the 30th, and on the last of February", licensing.OneYear, period("2021-01-30", "2022-01-29"), licensing.Monthly, sameDay,
			[]string{
				"2021-01-30", "2021-02-28", "2021-03-30", "2021-04-30", "2021-05-30", "2021-06-30", "2021-07-30", "2021-08-30", "2021-09-30",
				"2021-10-30", "2021-11-30", "2021-12-30",
			},
		},
		{
			"29 January is neither the last day nor the last but one", licensing.OneMonth, period("2021-01-29", "2021-04-27"), licensing.Monthly, fromEnd,
			[]string{"2021-01-29", "2021-02-28", "2021-03-29"},
		},
		{
			"from a last day but one of February, in a leap year: twelve cycles, the last one shorter", licensing.OneYear, period("2024-02-28", "2025-02-27"), licensing.Monthly, fromEnd,
			[]string{
				"2024-02-28", "2024-03-30", "2024-04-29", "2024-05-30", "2024-06-29", "2024-07-30", "2024-08-30", "2024-09-29", "2024-10-30",
				"2024-11-29", "2024-12-30", "2025-01-30",
			},
		},
		{
			"in the middle of the month", licensing.OneYear, period("2022-02-21", "2022-05-20"), licensing.Monthly, fromEnd,
			[]string{"2022-02-21", "2022-03-21", "2022-04-21"},
		},
		{"a month", licensing.OneMonth, period("2021-01-31", "2021-02-27"), licensing.Monthly, fromEnd, []string{"2021-01-31"}},
		{"a year at once", licensing.OneYear, period("2021-06-18", "2022-06-17"), licensing.Annual, fromEnd, []string{"2021-06-18"}},
		{
			"three years by the year, from a leap day", licensing.ThreeYears, period("2024-02-29", "2027-02-27"), licensing.Annual, fromEnd,
			[]string{"2024-02-29", "2025-02-28", "2026-02-28"},
		},
		{"three years at once", licensing.ThreeYears, period("2021-10-15", "2024-10-14"), licensing.Triennial, fromEnd, []string{"2021-10-15"}},
		{
			"a year cut to three months and a day has a cycle of a day", licensing.OneYear, period("2022-07-01", "2022-10-01"), licensing.Monthly, fromEnd,
			[]string{"2022-07-01", "2022-08-01", "2022-09-01", "2022-10-01"},
		},
		{
			"a cycle that would begin after the end is not begun", licensing.OneYear, period("2021-02-28", "2021-03-29"), licensing.Monthly, fromEnd,
			[]string{"2021-02-28"},
		},
		{"a year cut short, charged at once", licensing.OneYear, period("2022-07-01", "2022-10-01"), licensing.Annual, fromEnd, []string{"2022-07-01"}},
		{
			"with the calendar the first is short", licensing.OneYear, period("2022-07-15", "2023-06-30"), licensing.Monthly, calendar,
			[]string{
				"2022-07-15", "2022-08-01", "2022-09-01", "2022-10-01", "2022-11-01", "2022-12-01", "2023-01-01", "2023-02-01", "2023-03-01",
				"2023-04-01", "2023-05-01", "2023-06-01",
			},
		},
		{"with the calendar from the first of a month", licensing.OneMonth, period("2022-08-01", "2022-08-31"), licensing.Monthly, calendar, []string{"2022-08-01"}},
		{
			"with the calendar by the year", licensing.ThreeYears, period("2022-07-15", "2025-06-30"), licensing.Annual, calendar,
			[]string{"2022-07-15", "2023-07-01", "2024-07-01"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := tt.term.BillingCycles(tt.period, tt.cycle, tt.start)
			require.NoError(t, err)
			var firsts []string
			for _, cycle := range got {
				firsts = append(firsts, cycle.First.String())
			}
			assert.Equal(t, tt.firsts, firsts)
			assertCovers(t, got, tt.period)
		})
	}
}

// assertCovers holds cycles to follow one another from the first to the last day of a period.
func assertCovers(t require.TestingT, cycles []licensing.Period, whole licensing.Period) {
	require.Equal(t, whole.First, cycles[0].First)
	require.Equal(t, whole.Last, cycles[len(cycles)-1].Last)
	for i, cycle := range cycles {
		require.Positive(t, cycle.Days())
		if i > 0 {
			require.Equal(t, cycles[i-1].RenewalDay(), cycle.First)
		}
	}
}

func TestBillingCyclesCoverTheTerm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		term := rapid.SampledFrom([]licensing.Term{licensing.OneMonth, licensing.OneYear, licensing.ThreeYears}).Draw(t, "term")
		starts := []licensing.CycleStart{licensing.CycleFromMonthEnd, licensing.CycleOnSameDay}
		whole, err := term.Period(dates().Draw(t, "first"))
		require.NoError(t, err)
		full := whole.Last
		if rapid.Bool().Draw(t, "cut short") {
			whole.Last = whole.First.AddDays(rapid.IntRange(0, whole.Days()-1).Draw(t, "days"))
		}
		if whole.RenewalDay().DayOfMonth() == 1 {
			starts = append(starts, licensing.CycleWithCalendar)
		}
		for _, cycle := range []licensing.BillingCycle{licensing.Monthly, licensing.Annual, licensing.Triennial} {
			for _, start := range starts {
				cycles, err := term.BillingCycles(whole, cycle, start)
				if cycle.Months() > term.Months() {
					require.ErrorIs(t, err, licensing.ErrRequest)
					continue
				}
				require.NoError(t, err)
				assertCovers(t, cycles, whole)
				if whole.Last == full && start != licensing.CycleWithCalendar {
					require.Len(t, cycles, term.Months()/cycle.Months())
				}
				require.LessOrEqual(t, len(cycles), term.Months()/cycle.Months()+1)
			}
		}
	})
}

func TestBillingCyclesRefuses(t *testing.T) {
	year := period("2021-01-31", "2022-01-30")
	tests := []struct {
		name   string
		term   licensing.Term
		period licensing.Period
		cycle  licensing.BillingCycle
		start  licensing.CycleStart
		field  string
	}{
		{"no term", 0, year, licensing.Monthly, licensing.CycleFromMonthEnd, "termDuration"},
		{"no period", licensing.OneYear, licensing.Period{}, licensing.Monthly, licensing.CycleFromMonthEnd, "period"},
		{"a period that runs backwards", licensing.OneYear, period("2021-02-01", "2021-01-31"), licensing.Monthly, licensing.CycleFromMonthEnd, "period"},
		{"a period to the last day there is", licensing.OneYear, period("9999-01-01", "9999-12-31"), licensing.Monthly, licensing.CycleFromMonthEnd, "period"},
		{"a period of more than a hundred years", licensing.OneYear, period("2021-01-31", "2121-02-28"), licensing.Monthly, licensing.CycleFromMonthEnd, "period"},
		{"no cycle", licensing.OneYear, year, 0, licensing.CycleFromMonthEnd, "billingCycle"},
		{"a cycle longer than the term", licensing.OneYear, year, licensing.Triennial, licensing.CycleFromMonthEnd, "billingCycle"},
		{"no start", licensing.OneYear, year, licensing.Monthly, 0, "cycleStart"},
		{"the calendar, for a term that does not end with a month", licensing.OneYear, year, licensing.Monthly, licensing.CycleWithCalendar, "period"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := tt.term.BillingCycles(tt.period, tt.cycle, tt.start)
			require.ErrorIs(t, err, licensing.ErrRequest)
			var wrong *licensing.RequestError
			require.ErrorAs(t, err, &wrong)
			assert.Equal(t, tt.field, wrong.Field)
		})
	}
	assert.Zero(t, licensing.BillingCycle(0).Months())
	assert.False(t, slices.Contains([]bool{licensing.Monthly.IsValid(), licensing.Annual.IsValid(), licensing.Triennial.IsValid()}, false))
	assert.False(t, licensing.BillingCycle(4).IsValid())
}
