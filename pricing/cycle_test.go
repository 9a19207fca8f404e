package pricing_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/pricing"
)

func TestNewCycle(t *testing.T) {
	tests := []struct {
		name, first string
		months      int
		want        string
	}{
		{"21 February to 20 March", "2022-02-21", 1, "2022-02-21/2022-03-21"},
		{"the last of January to 27 February", "2021-01-31", 1, "2021-01-31/2021-02-28"},
		{"and to the 28th in a leap year", "2024-01-31", 1, "2024-01-31/2024-02-29"},
		{"a year from leap day", "2024-02-29", 12, "2024-02-29/2025-02-28"},
		{"three years", "2021-09-20", 36, "2021-09-20/2024-09-20"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, err := pricing.NewCycle(day(tt.first), tt.months)
			require.NoError(t, err)
			assert.Equal(t, tt.want, c.Days.String())
		})
	}
	for _, months := range []int{0, -1, 2, 11, 13, 35, 37, 120} {
		_, err := pricing.NewCycle(day("2022-02-21"), months)
		require.ErrorIs(t, err, pricing.ErrCycle)
	}
	_, err := pricing.NewCycle(terms.Day{}, 1)
	require.ErrorIs(t, err, pricing.ErrCycle)
	_, err = pricing.NewCycle(day("9999-12-31"), 1)
	require.ErrorIs(t, err, pricing.ErrCycle)
}

// starts gives the first day of each cycle.
func starts(cycles []pricing.Cycle) string {
	var days []string
	for _, c := range cycles {
		first, _ := c.Days.From()
		days = append(days, first.String()[len("2021-"):])
	}
	return strings.Join(days, " ")
}

// The tables of the page on one-time and recurring purchases (2022-11-08).
func TestCyclesOfTheBillingPage(t *testing.T) {
	tests := []struct {
		name, first string
		start       licensing.CycleStart
		want        string
	}{
		{"bought on the last day of January, charged yearly by the month", "2021-01-31", licensing.CycleFromMonthEnd, "01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31"},
		{"bought on the day before", "2021-01-30", licensing.CycleFromMonthEnd, "01-30 02-27 03-30 04-29 05-30 06-29 07-30 08-30 09-29 10-30 11-29 12-30"},
		{"bought two days before", "2021-01-29", licensing.CycleFromMonthEnd, "01-29 02-28 03-29 04-29 05-29 06-29 07-29 08-29 09-29 10-29 11-29 12-29"},
		{"by the same day of the month", "2021-01-30", licensing.CycleOnSameDay, "01-30 02-28 03-30 04-30 05-30 06-30 07-30 08-30 09-30 10-30 11-30 12-30"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cycles, err := pricing.Cycles(day(tt.first), 1, 12, tt.start)
			require.NoError(t, err)
			assert.Equal(t, tt.want, starts(cycles))
			until, _ := cycles[11].Days.Until()
			assert.Equal(t, day(tt.first).AddMonths(12), until, "the term ends a year later")
		})
	}
	for bought, last := range map[string]string{ // monthly terms
		"2021-01-31": "2021-02-27", "2021-02-28": "2021-03-27", "2021-05-31": "2021-06-29", "2021-06-30": "2021-07-29", "2021-07-31": "2021-08-30",
		"2021-01-30": "2021-02-27", "2021-02-27": "2021-03-26", "2021-05-30": "2021-06-29", "2021-06-29": "2021-07-28", "2021-07-30": "2021-08-29",
	} {
		cycles, err := pricing.Cycles(day(bought), 1, 1, licensing.CycleOnSameDay)
		require.NoError(t, err)
		until, _ := cycles[0].Days.Until()
		assert.Equal(t, last, until.AddDays(-1).String(), bought)
	}
}

func TestCyclesRefuse(t *testing.T) {
	_, err := pricing.Cycles(day("2021-01-31"), 1, 12, 0)
	require.ErrorIs(t, err, pricing.ErrNotGiven)
	for _, count := range []int{0, 601} {
		_, err = pricing.Cycles(day("2021-01-31"), 1, count, licensing.CycleFromMonthEnd)
		require.ErrorIs(t, err, pricing.ErrCycle)
	}
	_, err = pricing.Cycles(day("2021-01-31"), 0, 1, licensing.CycleFromMonthEnd)
	require.ErrorIs(t, err, pricing.ErrCycle)
	_, err = pricing.Cycles(day("9999-01-31"), 1, 600, licensing.CycleFromMonthEnd)
	require.ErrorIs(t, err, pricing.ErrCycle)
}

func TestCyclesLeaveNoDayOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := day("2020-01-01").AddDays(rapid.IntRange(0, 2000).Draw(t, "first"))
		months := rapid.SampledFrom([]int{1, 12, 36}).Draw(t, "months")
		start := rapid.SampledFrom([]licensing.CycleStart{licensing.CycleFromMonthEnd, licensing.CycleOnSameDay}).Draw(t, "start")
		cycles, err := pricing.Cycles(first, months, rapid.IntRange(1, 40).Draw(t, "count"), start)
		require.NoError(t, err)
		next := first
		for _, c := range cycles {
			from, _ := c.Days.From()
			require.Equal(t, next, from)
			next, _ = c.Days.Until()
		}
	})
}

// Every cycle of a subscription can be charged, on whatever day it began.
func TestEveryCycleIsOne(t *testing.T) {
	for _, start := range []licensing.CycleStart{licensing.CycleFromMonthEnd, licensing.CycleOnSameDay} {
		for first := day("2023-01-01"); first.Before(day("2024-03-01")); first = first.AddDays(1) {
			for _, months := range []int{1, 12, 36} {
				cycles, err := pricing.Cycles(first, months, 14, start)
				require.NoError(t, err)
				for _, c := range cycles {
					begin, _ := c.Days.From()
					_, err := pricing.NewCommerce().Charge(pricing.ChargeCycle, pricing.Seats{UnitPrice: money("10 USD"), Quantity: 1, Cycle: c}, begin)
					require.NoError(t, err, "%s of %s by %s", c.Days, first, start)
				}
			}
		}
	}
}
