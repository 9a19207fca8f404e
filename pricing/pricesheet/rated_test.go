package pricesheet_test

import (
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
	meter := pricesheet.Meter{Rates: []pricesheet.Rate{
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
	dated, err := row.Rate()
	require.NoError(t, err)
	assert.Equal(t, "2019-09-01/2019-10-01", dated.Span.String())
	converted, err := dated.Rate.Convert(money("0.27224589 USD"), pricing.TowardsZero, 2)
	require.NoError(t, err)
	assert.Equal(t, "1.00 AED", converted.String())

	_, err = pricesheet.ExchangeRate{CurrencyCode: aed, USDPerUnit: number("1")}.Rate()
	require.ErrorIs(t, err, terms.ErrSpan)
	_, err = pricesheet.ExchangeRate{CurrencyCode: aed, Month: row.Month}.Rate()
	require.ErrorIs(t, err, pricing.ErrRate)
}

func TestProductKey(t *testing.T) {
	assert.Equal(t, pricesheet.ProductKey("dzh318z0bnz5", " 1"), pricesheet.ProductKey("DZH318Z0BNZ5", "0001"))
	assert.NotEqual(t, pricesheet.ProductKey("DZH318Z0BNZ5", "0001"), pricesheet.ProductKey("DZH318Z0BNZ5", "0010"))
}
