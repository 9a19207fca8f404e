package licensing_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
)

func TestTermPeriod(t *testing.T) {
	month, year, three := licensing.OneMonth, licensing.OneYear, licensing.ThreeYears
	tests := []struct {
		term        licensing.Term
		first, last string
	}{
		// Bought on the last day of a month, or the day before (page on billing scenarios, 2022-11-08).
		{month, "2021-01-31", "2021-02-27"},
		{month, "2021-02-28", "2021-03-27"},
		{month, "2021-05-31", "2021-06-29"},
		{month, "2021-06-30", "2021-07-29"},
		{month, "2021-07-31", "2021-08-30"},
		{month, "2021-01-30", "2021-02-27"},
		{month, "2021-02-27", "2021-03-26"},
		{month, "2021-05-30", "2021-06-29"},
		{month, "2021-06-29", "2021-07-28"},
		{month, "2021-07-30", "2021-08-29"},
		// "28th day of February in a leap year".
		{month, "2024-01-31", "2024-02-28"},
		{month, "2024-01-29", "2024-02-28"},
		{month, "2024-02-29", "2024-03-28"},
		{year, "2021-06-18", "2022-06-17"},
		{year, "2020-02-29", "2021-02-27"},
		{year, "2023-03-01", "2024-02-29"},
		{year, "2021-01-14", "2022-01-13"},
		{three, "2021-05-25", "2024-05-24"},
		{three, "2021-10-15", "2024-10-14"},
		{three, "2024-02-29", "2027-02-27"},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%s from %s", tt.term, tt.first), func(t *testing.T) {
			t.Parallel()
			got, err := tt.term.Period(day(tt.first))
			require.NoError(t, err)
			assert.Equal(t, licensing.Period{First: day(tt.first), Last: day(tt.last)}, got)
			assert.Equal(t, day(tt.last).AddDays(1), got.RenewalDay())
		})
	}
}

func TestTermPeriodRefuses(t *testing.T) {
	for name, call := range map[string]func() (licensing.Period, error){
		"no term":             func() (licensing.Period, error) { return licensing.Term(0).Period(day("2021-01-31")) },
		"a term that is none": func() (licensing.Period, error) { return licensing.Term(4).Period(day("2021-01-31")) },
		"no day":              func() (licensing.Period, error) { return licensing.OneYear.Period(terms.Day{}) },
		"an end too late":     func() (licensing.Period, error) { return licensing.OneYear.Period(day("9999-01-01")) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := call()
			require.ErrorIs(t, err, licensing.ErrRequest)
			assert.True(t, got.IsZero())
		})
	}
}

func TestPeriods(t *testing.T) {
	tests := []struct {
		name   string
		term   licensing.Term
		first  string
		anchor licensing.RenewalAnchor
		firsts []string
		last   string
	}{
		{
			"months from 31 January, each counted from its own first day", licensing.OneMonth, "2021-01-31", licensing.AnchorLastEnd,
			[]string{"2021-01-31", "2021-02-28", "2021-03-28", "2021-04-28"},
			"2021-05-27",
		},
		{
			"months from 31 January, all counted from it", licensing.OneMonth, "2021-01-31", licensing.AnchorFirstDay,
			[]string{"2021-01-31", "2021-02-28", "2021-03-31", "2021-04-30"},
			"2021-05-30",
		},
		{
			"years from a leap day, each counted from its own first day", licensing.OneYear, "2020-02-29", licensing.AnchorLastEnd,
			[]string{"2020-02-29", "2021-02-28", "2022-02-28", "2023-02-28", "2024-02-28"},
			"2025-02-27",
		},
		{
			"years from a leap day, all counted from it", licensing.OneYear, "2020-02-29", licensing.AnchorFirstDay,
			[]string{"2020-02-29", "2021-02-28", "2022-02-28", "2023-02-28", "2024-02-29"},
			"2025-02-27",
		},
		{
			"three years", licensing.ThreeYears, "2022-07-01", licensing.AnchorLastEnd,
			[]string{"2022-07-01", "2025-07-01"},
			"2028-06-30",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := tt.term.Periods(day(tt.first), len(tt.firsts), tt.anchor)
			require.NoError(t, err)
			var firsts []string
			for i, p := range got {
				firsts = append(firsts, p.First.String())
				if i > 0 {
					assert.Equal(t, got[i-1].RenewalDay(), p.First)
				}
			}
			assert.Equal(t, tt.firsts, firsts)
			assert.Equal(t, tt.last, got[len(got)-1].Last.String())
		})
	}
}

func TestPeriodsRefuses(t *testing.T) {
	tests := []struct {
		name   string
		first  string
		count  int
		anchor licensing.RenewalAnchor
	}{
		{"no anchor", "2021-01-31", 1, 0},
		{"an anchor that is none", "2021-01-31", 1, 3},
		{"none", "2021-01-31", 0, licensing.AnchorLastEnd},
		{"too many", "2021-01-31", 1201, licensing.AnchorLastEnd},
		{"the last one ends too late", "9999-10-31", 3, licensing.AnchorLastEnd},
		{"the last one ends too late, counted from the first", "9999-10-31", 3, licensing.AnchorFirstDay},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := licensing.OneMonth.Periods(day(tt.first), tt.count, tt.anchor)
			require.ErrorIs(t, err, licensing.ErrRequest)
		})
	}
}

func TestPeriodAsMicrosoftWritesIt(t *testing.T) {
	period, err := licensing.OneYear.Period(terms.DayOf(time.Date(2021, 1, 14, 16, 57, 14, 0, time.UTC)))
	require.NoError(t, err)
	assert.Equal(t, "2022-01-13T00:00:00Z", period.EndDate().Format(time.RFC3339))
	assert.Equal(t, "2022-01-13T23:59:59Z", period.EndDateTime().Format(time.RFC3339))
	assert.Equal(t, 365, period.Days())
	assert.Equal(t, "2021-01-14/2022-01-14", period.Span().String())

	var none licensing.Period
	assert.True(t, none.IsZero())
	assert.Zero(t, none.Days())
	assert.True(t, none.EndDate().IsZero())
	assert.True(t, none.EndDateTime().IsZero())
	assert.True(t, none.Span().IsZero())
	assert.True(t, none.RenewalDay().IsZero())
	assert.Zero(t, licensing.Period{First: day("2021-01-02"), Last: day("2021-01-01")}.Days())
}

func TestParseTerm(t *testing.T) {
	for text, want := range map[string]licensing.Term{"P1M": licensing.OneMonth, "P1Y": licensing.OneYear, "P3Y": licensing.ThreeYears} {
		got, err := licensing.ParseTerm(text)
		require.NoError(t, err)
		assert.Equal(t, want, got)
		assert.Equal(t, text, got.String())
		assert.True(t, got.IsValid())
	}
	for _, text := range []string{"", "P1W", "p1y", "P12M", "P36M", " P1Y", "1"} {
		_, err := licensing.ParseTerm(text)
		require.ErrorIs(t, err, terms.ErrName, text)
	}
	assert.Equal(t, []int{0, 1, 12, 36, 0}, []int{
		licensing.Term(0).Months(), licensing.OneMonth.Months(), licensing.OneYear.Months(), licensing.ThreeYears.Months(), licensing.Term(4).Months(),
	})
}

func TestTermsFollowOneAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		term := rapid.SampledFrom([]licensing.Term{licensing.OneMonth, licensing.OneYear, licensing.ThreeYears}).Draw(t, "term")
		anchor := rapid.SampledFrom([]licensing.RenewalAnchor{licensing.AnchorLastEnd, licensing.AnchorFirstDay}).Draw(t, "anchor")
		first := dates().Draw(t, "first")
		periods, err := term.Periods(first, 30, anchor)
		require.NoError(t, err)
		for i, p := range periods {
			require.Positive(t, p.Days())
			if i > 0 {
				require.Equal(t, periods[i-1].RenewalDay(), p.First)
			}
			if anchor == licensing.AnchorFirstDay {
				require.Equal(t, first.AddMonths((i+1)*term.Months()), p.RenewalDay())
			}
		}
	})
}
