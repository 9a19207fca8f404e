package pricing_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
)

func TestRatesGoTheWayTheyAreWritten(t *testing.T) {
	dirham, err := pricing.NewUSDPerUnit(terms.AED, number("0.27224589249009701"))
	require.NoError(t, err)
	got, err := dirham.Convert(money("100 USD"), pricing.HalfAwayFromZero, 2)
	require.NoError(t, err)
	assert.Equal(t, "367.32 AED", got.String(), "100 ÷ 0.27224589249009701 = 367.3150000000000616…")

	got, err = usdToEUR(t).Convert(money("100 USD"), pricing.HalfAwayFromZero, 2)
	require.NoError(t, err)
	assert.Equal(t, "84.62 EUR", got.String(), "100 × 0.846202666")

	got, err = usdToEUR(t).Convert(money("-100 USD"), pricing.Floor, 2)
	require.NoError(t, err)
	assert.Equal(t, "-84.63 EUR", got.String())

	got, err = pricing.ExchangeRate{}.Convert(money("1.239 SEK"), pricing.TowardsZero, 2)
	require.NoError(t, err)
	assert.Equal(t, "1.23 SEK", got.String(), "no rate converts nothing, and rounds")
}

// The two forms are each other's inverse: a currency of which one unit is 0.8 dollars is 1.25 to the dollar.
func TestFormsAgree(t *testing.T) {
	per, err := pricing.NewUSDPerUnit(terms.EUR, number("0.8"))
	require.NoError(t, err)
	to, err := pricing.NewPCToBC(terms.USD, terms.EUR, number("1.25"))
	require.NoError(t, err)
	for _, rule := range []pricing.RoundingRule{pricing.UsageDown, pricing.SeatDown, pricing.DailyFloor, pricing.LineNearest} {
		line := pricing.Line{UnitPrice: money("0.333 USD"), Quantity: number("7")}
		a, err := at(line, per).Subtotal(rule)
		require.NoError(t, err)
		b, err := at(line, to).Subtotal(rule)
		require.NoError(t, err)
		assert.True(t, a.Equal(b), rule)
	}
	assert.False(t, per.Equal(to), "they are not written alike")
}

func TestRateRefusesNumbers(t *testing.T) {
	tests := []struct {
		name string
		make func() (pricing.ExchangeRate, error)
		says string
	}{
		{"nothing", func() (pricing.ExchangeRate, error) { return pricing.NewUSDPerUnit(terms.EUR, decimal.Decimal{}) }, "more than 0"},
		{"less than nothing", func() (pricing.ExchangeRate, error) { return pricing.NewUSDPerUnit(terms.EUR, number("-1")) }, "0 or more"},
		{"a hundred million digits", func() (pricing.ExchangeRate, error) { return pricing.NewUSDPerUnit(terms.EUR, decimal.New(1, 1e8)) }, "out of range"},
		{"no currency", func() (pricing.ExchangeRate, error) { return pricing.NewPCToBC(terms.USD, 0, number("1")) }, "two currencies"},
		{"a currency to itself at 2", func() (pricing.ExchangeRate, error) { return pricing.NewUSDPerUnit(terms.USD, number("2")) }, "want 1, from USD to itself"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := tt.make()
			require.ErrorIs(t, err, pricing.ErrRate)
			assert.ErrorContains(t, err, tt.says)
		})
	}
	_, err := pricing.NewUSDPerUnit(terms.USD, number("1"))
	require.NoError(t, err)
	_, err = usdToEUR(t).Convert(money("1 SEK"), pricing.Floor, 2)
	require.ErrorIs(t, err, pricing.ErrRate)
	_, err = usdToEUR(t).Convert(money("1 USD"), 0, 2)
	require.ErrorIs(t, err, pricing.ErrNotGiven)
	_, err = usdToEUR(t).Convert(money("1 USD"), pricing.Floor, 29)
	require.ErrorIs(t, err, pricing.ErrNotGiven)
}

func TestRateJSON(t *testing.T) {
	requireReadsBack(t, usdToEUR(t))
	requireReadsBack(t, pricing.ExchangeRate{})
	tests := []struct{ name, text, says string }{
		{"no form", `{"form":"","from":"USD","to":"EUR","value":"1"}`, "one of usdPerUnit, pcToBC"},
		{"dollars per unit from euros", `{"form":"usdPerUnit","from":"EUR","to":"SEK","value":"1"}`, "USD, for a rate in dollars per unit"},
		{"nothing", `{"form":"pcToBC","from":"USD","to":"EUR","value":"0"}`, "more than 0"},
		{"a number that is no text", `{"form":"pcToBC","from":"USD","to":"EUR","value":1}`, "a JSON string"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := decodes[pricing.ExchangeRate](tt.text)
			require.ErrorIs(t, err, terms.ErrJSON)
			assert.ErrorContains(t, err, tt.says)
		})
	}
}

func TestCadence(t *testing.T) {
	tests := []struct {
		name    string
		cadence pricing.Cadence
		fixed   string
		want    string
	}{
		{"the rate of 29 November serves December", pricing.MonthAfter, "2021-11-29", "2021-12-01/2022-01-01"},
		{"one of 1 December serves January", pricing.MonthAfter, "2021-12-01", "2022-01-01/2022-02-01"},
		{"one of 31 January serves February", pricing.MonthAfter, "2024-01-31", "2024-02-01/2024-03-01"},
		{"or the day it is of", pricing.SameDay, "2021-11-29", "2021-11-29/2021-11-30"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := tt.cadence.Serves(day(tt.fixed))
			require.NoError(t, err)
			assert.Equal(t, tt.want, got.String())
		})
	}
	_, err := pricing.Cadence(0).Serves(day("2021-11-29"))
	require.ErrorIs(t, err, pricing.ErrNotGiven)
	_, err = pricing.MonthAfter.Serves(terms.Day{})
	require.ErrorIs(t, err, pricing.ErrRate)
	_, err = pricing.MonthAfter.Serves(day("9999-12-31"))
	require.ErrorIs(t, err, terms.ErrSpan)
}

func TestFixingDay(t *testing.T) {
	for month, want := range map[string]string{
		"2022-12-01": "2022-11-29", // the 30th is a Wednesday, the 29th a Tuesday
		"2021-12-31": "2021-11-29", // any day of the month will do
		"2020-12-01": "2020-11-27", // the 30th is a Monday, the 27th the Friday before
		"2021-02-01": "2021-01-28", // the 30th and 31st are a weekend
	} {
		assert.Equal(t, want, pricing.FixingDay(day(month)).String(), month)
	}
	assert.True(t, pricing.FixingDay(terms.Day{}).IsZero())
}

func TestRateTable(t *testing.T) {
	euro := func(value string) pricing.ExchangeRate {
		r, err := pricing.NewPCToBC(terms.USD, terms.EUR, number(value))
		require.NoError(t, err)
		return r
	}
	january := pricing.DatedRate{Rate: euro("0.9"), Span: span("2022-01-01/2022-02-01")}
	february := pricing.DatedRate{Rate: euro("0.8"), Span: span("2022-02-01/2022-03-01")}
	table, err := pricing.NewRateTable(january, february)
	require.NoError(t, err)
	for on, want := range map[string]string{"2022-01-01": "0.9", "2022-01-31": "0.9", "2022-02-01": "0.8", "2022-02-28": "0.8"} {
		r, err := table.On(day(on), terms.USD, terms.EUR)
		require.NoError(t, err)
		assert.Equal(t, want, r.Value().String(), on)
	}
	for _, on := range []string{"2021-12-31", "2022-03-01"} {
		_, err = table.On(day(on), terms.USD, terms.EUR)
		require.ErrorIs(t, err, pricing.ErrNoRate, "%s: the nearest month is never taken instead", on)
	}
	_, err = table.On(day("2022-01-01"), terms.EUR, terms.USD)
	require.ErrorIs(t, err, pricing.ErrNoRate, "a rate is not turned around")
	require.ErrorContains(t, err, `from is "EUR"`)
	_, err = table.On(day("2022-01-01"), terms.USD, terms.SEK)
	require.ErrorIs(t, err, pricing.ErrNoRate)
	require.ErrorContains(t, err, `to is "SEK"; want a currency to which the table has a rate from USD: EUR`)
	same, err := table.On(day("1999-01-01"), terms.USD, terms.USD)
	require.NoError(t, err)
	assert.True(t, same.IsZero())
	_, err = table.On(day("2022-01-01"), 0, 0)
	require.ErrorIs(t, err, pricing.ErrNoRate)

	table.Rates()[0] = pricing.DatedRate{}
	assert.Len(t, table.Rates(), 2)
	assert.False(t, table.Rates()[0].Rate.IsZero(), "the slice is the caller's own")

	for _, bad := range [][]pricing.DatedRate{
		{{Rate: euro("1")}},
		{{Span: span("2022-01-01/..")}},
		{{Rate: euro("1"), Span: terms.Pending()}},
		{january, {Rate: euro("1"), Span: span("2022-01-31/..")}},
	} {
		_, err = pricing.NewRateTable(bad...)
		require.ErrorIs(t, err, pricing.ErrRate)
	}
}

func TestRateTableJSON(t *testing.T) {
	table, err := pricing.NewRateTable(pricing.DatedRate{Rate: usdToEUR(t), Span: span("2022-01-01/2022-02-01")})
	require.NoError(t, err)
	requireReadsBack(t, table)
	requireReadsBack(t, pricing.RateTable{})
	_, err = decodes[pricing.RateTable](`[{"rate":null,"span":"2022-01-01/.."}]`)
	require.ErrorIs(t, err, terms.ErrJSON)
}

func TestExchangeRateInWords(t *testing.T) {
	dollars, err := pricing.NewUSDPerUnit(terms.SEK, number("0.0921"))
	require.NoError(t, err)
	euros, err := pricing.NewPCToBC(terms.USD, terms.EUR, number("0.846202666"))
	require.NoError(t, err)
	for want, r := range map[string]pricing.ExchangeRate{"0.0921 USD per SEK": dollars, "0.846202666 EUR per USD": euros, "no exchange": {}} {
		assert.Equal(t, want, r.String())
	}
}
