package pricesheet_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing/pricesheet"
)

func TestNames(t *testing.T) {
	for _, tt := range []struct {
		value fmt.Stringer
		name  string
	}{
		{pricesheet.FormatAzurePlan, "azurePlan"},
		{pricesheet.FormatRetailPrices, "retailPrices"},
		{pricesheet.MonthDayYear, "monthDayYear"},
		{pricesheet.YearMonth, "yearMonth"},
		{pricesheet.EarlierHolds, "earlierHolds"},
		{pricesheet.LatestEndHolds, "latestEndHolds"},
		{pricesheet.Format(0), ""},
		{pricesheet.Layout(0), ""},
		{pricesheet.Overlap(0), ""},
	} {
		assert.Equal(t, tt.name, tt.value.String())
		text, err := json.Marshal(tt.value)
		require.NoError(t, err)
		assert.Equal(t, `"`+tt.name+`"`, string(text))
	}
	requireNames[pricesheet.Format](t, 8)
	requireNames[pricesheet.Layout](t, 7)
	requireNames[pricesheet.Overlap](t, 2)
}

// requireNames holds that a closed set has so many values, each written and read by its name, and no others.
func requireNames[T ~uint8](t *testing.T, values int) {
	t.Helper()
	for v := range 256 {
		text, err := json.Marshal(T(v))
		if v > values {
			require.ErrorIs(t, err, terms.ErrName)
			continue
		}
		require.NoError(t, err)
		var back T
		require.NoError(t, terms.Decode(bytes.NewReader(text), &back))
		require.Equal(t, T(v), back)
	}
	var back T
	require.ErrorIs(t, terms.Decode(bytes.NewReader([]byte(`"nothing of the kind"`)), &back), terms.ErrName)
}

// requireRoundTrip holds that a row is written as JSON and read back, and that the empty one is too.
func requireRoundTrip[T equal[T]](t *testing.T, rows iter.Seq2[T, error]) {
	t.Helper()
	all := append(collect(t, rows), *new(T))
	for i, row := range all {
		text, err := json.Marshal(row)
		require.NoError(t, err)
		var back T
		require.NoError(t, terms.Decode(bytes.NewReader(text), &back), string(text))
		requireEqual(t, row, back)
		for j, other := range all {
			require.Equal(t, i == j, row.Equal(other), "rows of different lines differ")
		}
		require.Error(t, terms.Decode(bytes.NewReader(append(text[:len(text)-1], []byte(`,"unknown":1}`)...)), &back))
		require.Error(t, json.Unmarshal([]byte(`[]`), &back))
	}
}

func TestRowsInJSON(t *testing.T) {
	in := func(name string) *bytes.Reader { return bytes.NewReader(testdata(t, name)) }
	t.Run("prices", func(t *testing.T) {
		requireRoundTrip(t, pricesheet.ReadAzurePlan(in("azure_plan.csv")))
		requireRoundTrip(t, pricesheet.ReadLicences(in("licences.csv")))
		requireRoundTrip(t, pricesheet.ReadLicences(in("licences_preview.csv")))
		requireRoundTrip(t, pricesheet.ReadSoftware(in("software.csv")))
	})
	t.Run("exchange rates", func(t *testing.T) { requireRoundTrip(t, pricesheet.ReadExchangeRates(in("exchange_rates.csv"))) })
	t.Run("usage", func(t *testing.T) {
		requireRoundTrip(t, pricesheet.ReadDailyUsage(in("daily_usage.csv")))
		requireRoundTrip(t, pricesheet.ReadDailyUsage(in("daily_usage_2020.csv")))
	})
	t.Run("invoices", func(t *testing.T) { requireRoundTrip(t, pricesheet.ReadInvoice(in("invoice.csv"))) })
	t.Run("rate cards", func(t *testing.T) {
		for _, name := range []string{"rate_card.json", "rate_card_arm.json"} {
			var card pricesheet.RateCard
			requireRoundTrip(t, pricesheet.ReadRateCard(in(name), &card))
			requireRoundTrip(t, one(card))
			for _, term := range card.OfferTerms {
				requireRoundTrip(t, one(term))
			}
		}
		requireRoundTrip(t, one(pricesheet.MeterRate{Quantity: number("100"), Price: number("0.99")}))
		requireRoundTrip(t, one(pricesheet.DiscountTier{Amount: number("500"), Discount: number("0.02")}))
	})
	t.Run("retail prices", func(t *testing.T) {
		var page pricesheet.RetailPage
		requireRoundTrip(t, pricesheet.ReadRetailPrices(in("retail_prices.json"), &page))
		requireRoundTrip(t, one(page))
		requireRoundTrip(t, one(pricesheet.SavingsPlanPrice{Term: "1 Year", UnitPrice: money("0.51 USD")}))
	})
}

func one[T any](row T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) { yield(row, nil) }
}

func TestUsageInJSON(t *testing.T) {
	rows := collect(t, pricesheet.ReadDailyUsage(bytes.NewReader(testdata(t, "daily_usage_2020.csv"))))
	text, err := json.Marshal(rows[0])
	require.NoError(t, err)
	assert.JSONEq(t, `{
		"line": 2, "customerId": "contoso", "mpnId": "1234567", "resellerMpnId": "7654321", "productId": "DZH318Z0BNZ5", "skuId": "006G",
		"usageDate": "2020-09-14", "meterId": "meter-1", "unitPrice": "0.000036", "quantity": "1000",
		"billingPreTaxTotal": {"amount": "0.03", "currency": "USD"}, "pricingCurrency": "USD", "effectiveUnitPrice": "0.0000306",
		"pcToBCExchangeRate": "1", "rateOfPartnerEarnedCredit": "0.15", "rateOfCredit": "0",
		"other": [{"name": "Department", "text": "Sales"}]}`, string(text))
}

// A number beyond the bounds of the module is not written.
func TestNumbersBeyondAllBounds(t *testing.T) {
	huge := decimal.New(1, 100_000_000)
	for _, row := range []any{
		pricesheet.Price{PricingTierRangeMax: huge},
		pricesheet.ExchangeRate{USDPerUnit: huge},
		pricesheet.UsageLine{Quantity: huge},
		pricesheet.InvoiceLine{BillableQuantity: huge},
		pricesheet.MeterRate{Price: huge},
		pricesheet.Meter{IncludedQuantity: huge},
		pricesheet.OfferTerm{Credit: huge},
		pricesheet.RetailPrice{TierMinimumUnits: huge},
		pricesheet.DiscountTier{Amount: huge},
	} {
		_, err := json.Marshal(row)
		require.ErrorIs(t, err, terms.ErrDecimalRange, "%T", row)
	}
	assert.False(t, pricesheet.Price{PricingTierRangeMax: huge}.Equal(pricesheet.Price{PricingTierRangeMax: huge}), "it equals nothing")
}

// The globals of shopspring/decimal belong to the application and change nothing here.
func TestGlobalsOfDecimalChangeNothing(t *testing.T) {
	all := func() (all []string) {
		for _, name := range []string{"azurePlan", "dailyUsage", "rateCard", "retailPrices"} {
			all = append(all, files[name].texts(bytes.NewReader(testdata(t, files[name].name)))...)
		}
		return all
	}
	want := all()
	for _, global := range []*bool{&decimal.MarshalJSONWithoutQuotes, &decimal.TrimTrailingZeros, &decimal.UseScientificNotation} {
		*global = !*global
		got := all()
		*global = !*global
		assert.Equal(t, want, got)
	}
}
