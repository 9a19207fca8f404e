package credit_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/rules"
)

// benefit gives a benefit of Ann's.
func benefit(amount, assigned string) credit.Benefit {
	return credit.Benefit{ID: "gold", User: "ann", Amount: terms.MustParseMoney(amount), Assigned: span(assigned)}
}

// periodsOf gives the time of each lot: 2023-01-31 to 2023-02-28.
func periodsOf(made []credit.Lot) []string {
	var lines []string
	for _, l := range made {
		lines = append(lines, fmt.Sprintf("%s to %s", when(l.Activated), when(l.Expires)))
	}
	return lines
}

func TestMonthlyLots(t *testing.T) {
	tests := []struct {
		name, assigned string
		want           lines
	}{
		{"one day", "2023-01-15/2023-01-16", lines{"2023-01-15 to 2023-01-16"}},
		{"a day less than a month", "2023-01-15/2023-02-14", lines{"2023-01-15 to 2023-02-14"}},
		{"one month", "2023-01-15/2023-02-15", lines{"2023-01-15 to 2023-02-15"}},
		{"a day more than a month", "2023-01-15/2023-02-16", lines{"2023-01-15 to 2023-02-15", "2023-02-15 to 2023-02-16"}},
		{"three months, the user removed in the middle of the last", "2023-01-15/2023-03-20", lines{
			"2023-01-15 to 2023-02-15", "2023-02-15 to 2023-03-15", "2023-03-15 to 2023-03-20",
		}},
		{"from 31 January, always counted from the anchor", "2023-01-31/2023-06-01", lines{
			"2023-01-31 to 2023-02-28", "2023-02-28 to 2023-03-31", "2023-03-31 to 2023-04-30", "2023-04-30 to 2023-05-31",
			"2023-05-31 to 2023-06-01",
		}},
		{"from 30 January in a leap year", "2024-01-30/2024-03-30", lines{"2024-01-30 to 2024-02-29", "2024-02-29 to 2024-03-30"}},
		{"from a leap day", "2024-02-29/2024-04-29", lines{"2024-02-29 to 2024-03-29", "2024-03-29 to 2024-04-29"}},
		{"over New Year", "2023-12-01/2024-02-01", lines{"2023-12-01 to 2024-01-01", "2024-01-01 to 2024-02-01"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := credit.MonthlyLots(benefit("100 USD", tt.assigned))
			require.NoError(t, err)
			require.Equal(t, tt.want, periodsOf(got))
			for _, l := range got {
				require.Equal(t, credit.MonthlyBenefit, l.Kind)
				require.Equal(t, "100.00 USD", l.Amount.String())
				require.Equal(t, "ann", l.Holder)
				require.Equal(t, "gold/"+terms.DayOf(l.Activated).String(), string(l.ID))
			}
			require.NoError(t, story{lots: got}.fault("2030-01-01"))
		})
	}
	t.Run("what is unused lapses each month and is granted anew: 100 - 30 = 70 lapse", func(t *testing.T) {
		got, err := credit.MonthlyLots(benefit("100 USD", "2023-01-31/2023-03-31"))
		require.NoError(t, err)
		s := story{lots: got, events: events{use("u", "2023-02-10", "30 USD")}}
		require.Equal(t, lines{
			"gold/2023-01-31 live: 100.00 = 30.00 used + 70.00 left", "gold/2023-02-28 pending",
		}, lotsOf(s.until(t, "2023-02-27T23:59:59.999999999Z")))
		require.Equal(t, lines{
			"gold/2023-01-31 lapsed: 100.00 = 30.00 used + 70.00 lapsed", "gold/2023-02-28 live: 100.00 = 100.00 left",
		}, lotsOf(s.until(t, "2023-02-28")))
	})
}

func TestBulkLots(t *testing.T) {
	tests := []struct {
		name, assigned string
		want           lines
	}{
		{"less than a year", "2023-01-15/2023-06-01", lines{"2023-01-15 to 2023-06-01"}},
		{"a year", "2023-01-15/2024-01-15", lines{"2023-01-15 to 2024-01-15"}},
		{"a day more than a year", "2023-01-15/2024-01-16", lines{"2023-01-15 to 2024-01-15", "2024-01-15 to 2024-01-16"}},
		{"from a leap day, always counted from the anchor", "2024-02-29/2028-02-29", lines{
			"2024-02-29 to 2025-02-28", "2025-02-28 to 2026-02-28", "2026-02-28 to 2027-02-28", "2027-02-28 to 2028-02-29",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := credit.BulkLots(benefit("6000 USD", tt.assigned))
			require.NoError(t, err)
			require.Equal(t, tt.want, periodsOf(got))
			for _, l := range got {
				require.Equal(t, credit.BulkBenefit, l.Kind)
				require.Equal(t, "ann", l.Holder)
			}
			require.NoError(t, story{lots: got}.fault("2030-01-01"))
		})
	}
}

func TestBenefitsThatMakeNoLots(t *testing.T) {
	with := func(change func(*credit.Benefit)) credit.Benefit {
		b := benefit("100 USD", "2023-01-15/2023-06-15")
		change(&b)
		return b
	}
	tests := []struct {
		name    string
		benefit credit.Benefit
		fails   bool
	}{
		{"a benefit", with(func(*credit.Benefit) {}), false},
		{"no id", with(func(b *credit.Benefit) { b.ID = "" }), true},
		{"an id that leaves room for the day", with(func(b *credit.Benefit) { b.ID = strings.Repeat("x", 245) }), false},
		{"an id too long for the ids of its lots", with(func(b *credit.Benefit) { b.ID = strings.Repeat("x", 246) }), true},
		{"an id that is not printable", with(func(b *credit.Benefit) { b.ID = "a\nb" }), true},
		{"no user", with(func(b *credit.Benefit) { b.User = "" }), true},
		{"a user that is not printable", with(func(b *credit.Benefit) { b.User = "\x00" }), true},
		{"no amount", with(func(b *credit.Benefit) { b.Amount = terms.Money{} }), true},
		{"an amount of nothing", with(func(b *credit.Benefit) { b.Amount = usd("0") }), true},
		{"an amount below nothing", with(func(b *credit.Benefit) { b.Amount = usd("-1") }), true},
		{"no span", with(func(b *credit.Benefit) { b.Assigned = terms.Span{} }), true},
		{"no end", with(func(b *credit.Benefit) { b.Assigned = span("2023-01-15/..") }), true},
		{"no beginning", with(func(b *credit.Benefit) { b.Assigned = span("../2023-01-15") }), true},
		{"a pending span", with(func(b *credit.Benefit) { b.Assigned = terms.Pending() }), true},
		{"1,200 months", with(func(b *credit.Benefit) { b.Assigned = span("2023-01-15/2123-01-15") }), false},
		{"a day more than 1,200 months", with(func(b *credit.Benefit) { b.Assigned = span("2023-01-15/2123-01-16") }), true},
		{"all the days there are", with(func(b *credit.Benefit) { b.Assigned = span("0001-01-02/9999-12-31") }), true},
	}
	for _, tt := range tests {
		for name, make := range map[string]func(credit.Benefit) ([]credit.Lot, error){
			"monthly": credit.MonthlyLots, "bulk": credit.BulkLots,
		} {
			t.Run(name+", "+tt.name, func(t *testing.T) {
				got, err := make(tt.benefit)
				if tt.fails {
					require.ErrorIs(t, err, credit.ErrBenefit)
					require.Empty(t, got)
					return
				}
				require.NoError(t, err)
				require.NotEmpty(t, got)
				require.NoError(t, story{lots: got}.fault("2030-01-01"), "a ledger takes them")
			})
		}
	}
	t.Run("1,200 months are 1,200 lots, or 100", func(t *testing.T) {
		b := benefit("100 USD", "2023-01-15/2123-01-15")
		monthly, err := credit.MonthlyLots(b)
		require.NoError(t, err)
		require.Len(t, monthly, 1200)
		bulk, err := credit.BulkLots(b)
		require.NoError(t, err)
		require.Len(t, bulk, 100)
	})
}

func TestBenefitAmounts(t *testing.T) {
	amounts, err := credit.BenefitAmounts(day("2021-01-28"))
	require.NoError(t, err)
	text, err := json.Marshal(amounts)
	require.NoError(t, err)
	require.JSONEq(t, `[
		{"kind": "monthlyBenefit", "amount": {"amount": "100.00", "currency": "USD"}},
		{"kind": "bulkBenefit", "amount": {"amount": "6000.00", "currency": "USD"}},
		{"kind": "bulkBenefit", "amount": {"amount": "12000.00", "currency": "USD"}},
		{"kind": "bulkBenefit", "amount": {"amount": "13000.00", "currency": "USD"}}
	]`, string(text))
	amounts[0].Kind = credit.Token
	again, err := credit.BenefitAmounts(day("2021-01-28"))
	require.NoError(t, err)
	require.Equal(t, credit.MonthlyBenefit, again[0].Kind, "what is got is a copy")
	_, err = credit.BenefitAmounts(terms.Day{})
	require.ErrorIs(t, err, rules.ErrDay)
}

func TestBenefitJSON(t *testing.T) {
	text, err := json.Marshal(benefit("100.00 USD", "2023-01-15/2023-06-15"))
	require.NoError(t, err)
	require.JSONEq(t, `{
		"id": "gold", "user": "ann", "amount": {"amount": "100.00", "currency": "USD"}, "assigned": "2023-01-15/2023-06-15"
	}`, string(text))
	var back credit.Benefit
	require.NoError(t, terms.Decode(strings.NewReader(string(text)), &back))
	require.Equal(t, benefit("100.00 USD", "2023-01-15/2023-06-15"), back)
}
