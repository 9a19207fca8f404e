package pricesheet_test

import (
	"errors"
	"iter"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/pricesheet"
)

func TestQuotePriceRatesUse(t *testing.T) {
	at := instant("2023-06-01T00:00:00Z")
	tests := []struct {
		name     string
		rows     []pricesheet.Price
		quantity string
		want     string
	}{
		{"one price: 3 × 2 USD", []pricesheet.Price{price("2 USD", "2023-01-01T00:00:00Z", "")}, "3", "6.00 USD"},
		{
			"the page's tiers, 101 units: 100 × 1 + 1 × 0.80 (E2)",
			[]pricesheet.Price{
				price("0.80 USD", "2023-01-01T00:00:00Z", "", tier("101", "100000")), price("1 USD", "2023-01-01T00:00:00Z", "", tier("1", "100")),
				price("0.50 USD", "2023-01-01T00:00:00Z", "", tier("100001", "9223372036854780000")),
			},
			"101", "100.80 USD",
		},
		{
			"tiers that write the bound twice, 101 units: 100 × 1 + 1 × 0.80",
			[]pricesheet.Price{price("1 USD", "2023-01-01T00:00:00Z", "", tier("0", "100")), price("0.80 USD", "2023-01-01T00:00:00Z", "", tier("100", "0"))},
			"101", "100.80 USD",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book, err := pricesheet.NewBook(pricesheet.EarlierHolds, list(tt.rows...))
			require.NoError(t, err)
			quote, err := book.Price(pricesheet.Query{ProductID: "P", SkuID: "1", At: at})
			require.NoError(t, err)
			p, err := quote.Price()
			require.NoError(t, err)
			rating, err := p.Rate(pricing.Use{Quantity: number(tt.quantity)})
			require.NoError(t, err)
			assert.Equal(t, tt.want, rating.Amount.String())
		})
	}
}

func TestQuotePriceOfTiersWithAGap(t *testing.T) {
	book, err := pricesheet.NewBook(pricesheet.EarlierHolds, list(
		price("1 USD", "2023-01-01T00:00:00Z", "", tier("1", "100")), price("0.80 USD", "2023-01-01T00:00:00Z", "", tier("201", "300"))))
	require.NoError(t, err)
	quote, err := book.Price(pricesheet.Query{ProductID: "P", SkuID: "1", At: instant("2023-06-01T00:00:00Z")})
	require.NoError(t, err)
	_, err = quote.Price()
	require.ErrorIs(t, err, pricing.ErrPrice)
	_, err = pricesheet.Quote{}.Price()
	require.ErrorIs(t, err, pricing.ErrPrice)
}

func TestMeterPriceRatesUse(t *testing.T) {
	meter := pricesheet.Meter{Rates: []pricesheet.MeterRate{
		{Price: number("1")}, {Quantity: number("200"), Price: number("0.9")}, {Quantity: number("500"), Price: number("0.8")},
	}}
	tests := []struct {
		name string
		form pricing.TierForm
		want string
	}{
		{"200 × 1 + 50 × 0.9 (E8, continuous)", pricing.RateCardKey, "245.00 USD"},
		{"199 × 1 + 51 × 0.9 (E8, as published)", pricing.RateCardFirstUnit, "244.90 USD"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, err := meter.Price(tt.form, terms.USD)
			require.NoError(t, err)
			rating, err := p.Rate(pricing.Use{Quantity: number("250")})
			require.NoError(t, err)
			assert.Equal(t, tt.want, rating.Amount.String())
		})
	}
	_, err := meter.Price(0, terms.USD)
	require.ErrorIs(t, err, pricing.ErrNotGiven)
	_, err = meter.Price(pricing.RateCardKey, 0)
	require.ErrorIs(t, err, terms.ErrCurrency)
}

func TestExchangeRateServesItsMonth(t *testing.T) {
	aed, err := terms.ParseCurrency("AED")
	require.NoError(t, err)
	row := pricesheet.ExchangeRate{CurrencyCode: aed, USDPerUnit: number("0.27224589"), Month: terms.MustParseDay("2019-09-01")}
	dated, err := row.DatedRate()
	require.NoError(t, err)
	assert.Equal(t, "2019-09-01/2019-10-01", dated.Span.String())
	converted, err := dated.Rate.Convert(money("0.27224589 USD"), pricing.TowardsZero, 2)
	require.NoError(t, err)
	assert.Equal(t, "1.00 AED", converted.String())

	_, err = pricesheet.ExchangeRate{CurrencyCode: aed, USDPerUnit: number("1")}.DatedRate()
	require.ErrorIs(t, err, terms.ErrSpan)
	_, err = pricesheet.ExchangeRate{CurrencyCode: aed, Month: row.Month}.DatedRate()
	require.ErrorIs(t, err, pricing.ErrRate)
}

func TestRateTableOfSeveralMonths(t *testing.T) {
	const header = "CurrencyCode,USDPerUnit,Month\n"
	read := func(rows string) iter.Seq2[pricesheet.ExchangeRate, error] {
		return pricesheet.ReadExchangeRates(strings.NewReader(header + rows))
	}
	table, err := pricesheet.RateTable(read("EUR,1.07,202306\nEUR,x,202307\nSEK,0.09,202306\nEUR,1.08,202306\n"), read("EUR,1.09,202307\n"))
	for on, want := range map[string]string{"2023-06-01": "1.07", "2023-06-30": "1.07", "2023-07-01": "1.09", "2023-07-31": "1.09"} {
		rate, err := table.On(terms.MustParseDay(on), terms.USD, terms.EUR)
		require.NoError(t, err)
		assert.Equal(t, want, rate.Value().String(), on)
	}
	_, none := table.On(terms.MustParseDay("2023-08-01"), terms.USD, terms.EUR)
	require.ErrorIs(t, none, pricing.ErrNoRate)
	rows, rest := pricesheet.RowErrors(err)
	require.NoError(t, rest)
	require.Len(t, rows, 2)
	assert.Equal(t, []int{3, 5}, []int{rows[0].Line, rows[1].Line})
	require.ErrorIs(t, rows[1], pricesheet.ErrValue)
	require.ErrorContains(t, rows[1], "a second rate of EUR")
	_, err = pricesheet.RateTable(pricesheet.Each([]pricesheet.ExchangeRate{{CurrencyCode: terms.EUR, USDPerUnit: number("1")}}))
	require.ErrorIs(t, err, terms.ErrSpan)
	table, err = pricesheet.RateTable()
	require.NoError(t, err)
	assert.Empty(t, table.Rates())
}

func TestSeatsOfAQuote(t *testing.T) {
	quote := func(price, term string) pricesheet.Quote {
		return pricesheet.Quote{Tiers: []pricesheet.Price{{UnitPrice: money(price), TermDuration: term}}}
	}
	june := terms.MustParseDay("2023-06-01")
	tests := []struct {
		name   string
		quote  pricesheet.Quote
		months int
		want   string // of 12 seats, by LineDown
	}{
		{"a year by the month: 12 × 100 ÷ 12, which 12 × 8.33 are not", quote("100 USD", "P1Y"), 1, "100.00 USD"},
		{"a year at once", quote("100 USD", "P1Y"), 12, "1200.00 USD"},
		{"three years by the year", quote("100 USD", "p3y"), 12, "400.00 USD"},
		{"a month", quote("10 USD", "P1M"), 1, "120.00 USD"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cycle, err := pricing.NewCycle(june, tt.months)
			require.NoError(t, err)
			seats, err := tt.quote.Seats(12, cycle)
			require.NoError(t, err)
			by := pricing.NewCommerce()
			by.Rounding = pricing.LineDown
			charge, err := by.Charge(pricing.ChargeNew, seats, june)
			require.NoError(t, err)
			assert.Equal(t, tt.want, charge.Subtotal.Amount.String())
		})
	}
	month, err := pricing.NewCycle(june, 1)
	require.NoError(t, err)
	for _, bad := range []pricesheet.Quote{
		{}, quote("1 USD", ""), quote("1 USD", "OneTime"), {Tiers: []pricesheet.Price{{UnitPrice: money("1 USD"), TermDuration: "P1M", PricingTierRangeMax: number("5")}}},
	} {
		_, err = bad.Seats(1, month)
		require.ErrorIs(t, err, pricing.ErrPrice)
	}
	year, err := pricing.NewCycle(june, 12)
	require.NoError(t, err)
	long, err := quote("10 USD", "P1M").Seats(1, year)
	require.NoError(t, err)
	_, err = pricing.NewCommerce().Charge(pricing.ChargeNew, long, june)
	require.ErrorIs(t, err, pricing.ErrProration, "a cycle longer than the term")
}

func TestUsageLineAsUse(t *testing.T) {
	const machine = "/subscriptions/7f3c/resourceGroups/web/providers/Microsoft.Compute/virtualMachines/vm1"
	line := pricesheet.UsageLine{
		UsageDate: terms.MustParseDay("2023-06-01"), MeterID: "m", ResourceURI: machine, EntitlementID: "7f3c", Quantity: number("2"),
		RateOfCredit: number("0.5"),
	}
	use, err := line.PlanUse(pricing.PlanConsumption, money("10 USD"))
	require.NoError(t, err)
	assert.Equal(t, machine, use.Resource.String())
	assert.Equal(t, "5.00 USD", use.AzureCredit.String())
	assert.Equal(t, "m", use.Meter)
	line.RateOfCredit, line.ResourceURI = number("0"), "storage account"
	use, err = line.PlanUse(pricing.PlanConsumption, money("10 USD"))
	require.NoError(t, err)
	assert.Equal(t, "/subscriptions/7f3c", use.Resource.String(), "the subscription, where the resource is none")
	assert.True(t, use.AzureCredit.IsZero())
	line.RateOfCredit = number("2")
	_, err = line.PlanUse(pricing.PlanConsumption, money("10 USD"))
	require.ErrorIs(t, err, pricing.ErrPercent)
	line.EntitlementID = ""
	_, err = line.PlanUse(pricing.PlanConsumption, money("10 USD"))
	require.ErrorIs(t, err, pricing.ErrScope)
}

func TestRowErrors(t *testing.T) {
	row := &pricesheet.RowError{Line: 2, Err: pricesheet.ErrDate}
	file := &pricesheet.FileError{Line: 9, Err: pricesheet.ErrRead}
	tests := []struct {
		name  string
		err   error
		rows  int
		rest  []error
		whole bool
	}{
		{"none", nil, 0, nil, true},
		{"a row", row, 1, nil, true},
		{"rows", &pricesheet.ReadError{Faults: []error{row, row}}, 2, nil, true},
		{"rows beyond the first hundred", &pricesheet.ReadError{Faults: []error{row}, More: 3}, 1, nil, false},
		{"a file that ended", &pricesheet.ReadError{Faults: []error{row, file}}, 1, []error{pricesheet.ErrRead}, false},
		{"joined with another", errors.Join(&pricesheet.ReadError{Faults: []error{row}}, pricing.ErrRate, row), 2, []error{pricing.ErrRate}, false},
		{"something else", pricing.ErrRate, 0, []error{pricing.ErrRate}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rows, rest := pricesheet.RowErrors(tt.err)
			assert.Len(t, rows, tt.rows)
			assert.Equal(t, tt.whole, rest == nil, rest)
			for _, condition := range tt.rest {
				require.ErrorIs(t, rest, condition)
			}
			require.NotErrorIs(t, rest, pricesheet.ErrDate)
		})
	}
}

func TestProductKey(t *testing.T) {
	assert.Equal(t, pricesheet.ProductKey("dzh318z0bnz5", " 1"), pricesheet.ProductKey("DZH318Z0BNZ5", "0001"))
	assert.NotEqual(t, pricesheet.ProductKey("DZH318Z0BNZ5", "0001"), pricesheet.ProductKey("DZH318Z0BNZ5", "0010"))
}
