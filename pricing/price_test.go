package pricing_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
)

// rows reads tiers written as lower bound, upper bound and price in USD, with an upper bound of 0 for none.
func rows(bounds ...[3]string) []pricing.TierRow {
	made := make([]pricing.TierRow, len(bounds))
	for i, b := range bounds {
		made[i] = pricing.TierRow{Min: number(b[0]), Max: number(b[1]), Unit: money(b[2] + " USD")}
	}
	return made
}

// The example of the page on the Azure plan price list, in the order in which it stands there.
func publishedSheet() []pricing.TierRow {
	return rows([3]string{"100001", "9223372036854780000", "0.50"}, [3]string{"101", "100000", "0.80"}, [3]string{"1", "100", "1"})
}

func TestTieredPriceReadsEachFormByItsOwnLowerBound(t *testing.T) {
	tests := []struct {
		name  string
		form  pricing.TierForm
		rows  []pricing.TierRow
		above []string // of each tier
		limit string
	}{
		{"a price sheet counts units from 1: 101 is above 100", pricing.PriceSheetRange, publishedSheet(), []string{"0", "100", "100000"}, ""},
		{
			"and its largest bound, an int64 rounded up, is none", pricing.PriceSheetRange,
			rows([3]string{"1", "5", "0"}, [3]string{"6", "9223372036854775807", "2.99"}),
			[]string{"0", "5"},
			"",
		},
		{
			"one below it is a bound", pricing.PriceSheetRange,
			rows([3]string{"1", "5", "0"}, [3]string{"6", "9223372036854775806", "2.99"}),
			[]string{"0", "5"},
			"9223372036854775806",
		},
		{
			"lower bounds beyond int64 are numbers like others", pricing.PriceSheetRange,
			rows([3]string{"1", "9223372036854780000", "2"}, [3]string{"9223372036854780001", "0", "1"}),
			[]string{"0", "9223372036854780000"},
			"",
		},
		{"without upper bounds, the unit before the lower one", pricing.PriceSheetRange, rows([3]string{"1", "0", "0"}, [3]string{"6", "0", "2.99"}), []string{"0", "5"}, ""},
		{"a sheet without tiers", pricing.PriceSheetRange, rows([3]string{"0", "0", "15"}), []string{"0"}, ""},
		{"upper bounds that touch, as 5 and 5, are continuous already", pricing.PriceSheetRange, rows([3]string{"0", "5", "1"}, [3]string{"5", "0", "2"}), []string{"0", "5"}, ""},
		{"bounds with decimals, where they touch", pricing.PriceSheetRange, rows([3]string{"0", "5.5", "1"}, [3]string{"5.5", "0", "2"}), []string{"0", "5.5"}, ""},
		{"a rate card's key is the quantity above which", pricing.RateCardKey, rows([3]string{"0", "0", "1"}, [3]string{"200", "0", "0.9"}), []string{"0", "200"}, ""},
		{"tierMinimumUnits too", pricing.TierMinimum, rows([3]string{"0", "0", "1"}, [3]string{"100", "0", "0.9"}), []string{"0", "100"}, ""},
		{"a key read as the first unit is one less", pricing.RateCardFirstUnit, rows([3]string{"0", "0", "1"}, [3]string{"200", "0", "0.9"}), []string{"0", "199"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, err := pricing.TieredPrice(tt.form, tt.rows...)
			require.NoError(t, err)
			var above []string
			for _, tier := range p.Tiers() {
				above = append(above, tier.Above.String())
			}
			assert.Equal(t, tt.above, above)
			limit, limited := p.Limit()
			assert.Equal(t, tt.limit != "", limited)
			if limited {
				assert.Equal(t, tt.limit, limit.String())
			}
			assert.Equal(t, terms.USD, p.Currency())
			requireReadsBack(t, p)
		})
	}
}

func TestTieredPriceRefuses(t *testing.T) {
	tests := []struct {
		name string
		form pricing.TierForm
		rows []pricing.TierRow
		says string
	}{
		{"no rows", pricing.RateCardKey, nil, `rows is "0"; want 1 to 1000 rows`},
		{"a price not given", pricing.RateCardKey, []pricing.TierRow{{}}, `rows/0: pricing: not a price: unit is ""; want a price of 0 or more`},
		{"a price below nothing", pricing.RateCardKey, rows([3]string{"0", "0", "-1"}), `unit is "-1.00 USD"`},
		{
			"two currencies", pricing.RateCardKey,
			[]pricing.TierRow{{Unit: money("1 USD")}, {Min: number("5"), Unit: money("1 EUR")}},
			`unit is "1.00 EUR"; want a price in USD, as the first row has`,
		},
		{"a first tier that leaves units out", pricing.RateCardKey, rows([3]string{"5", "0", "1"}), "begins with the first unit"},
		{"one lower bound twice", pricing.RateCardKey, rows([3]string{"0", "0", "1"}, [3]string{"0", "0", "2"}), "lower bounds that differ"},
		{"0 and 1 in a sheet are one lower bound", pricing.PriceSheetRange, rows([3]string{"0", "0", "1"}, [3]string{"1", "0", "2"}), "lower bounds that differ"},
		{"a gap of one unit", pricing.PriceSheetRange, rows([3]string{"1", "5", "1"}, [3]string{"7", "0", "2"}), `min is "7"; want the unit after 5`},
		{"a unit in two tiers", pricing.PriceSheetRange, rows([3]string{"1", "5", "1"}, [3]string{"4", "0", "2"}), `min is "4"; want the unit after 5`},
		{"a lower bound of 5.5 with nothing before it to say where", pricing.PriceSheetRange, rows([3]string{"1", "0", "1"}, [3]string{"5.5", "0", "2"}), "a whole number"},
		{"an upper bound below the lower", pricing.PriceSheetRange, rows([3]string{"6", "5", "1"}), "not below the lower one, 6"},
		{"an upper bound in a rate card", pricing.RateCardKey, rows([3]string{"0", "5", "1"}), "no upper bound, which only a price sheet has"},
		{"a lower bound below nothing", pricing.RateCardKey, []pricing.TierRow{{Min: number("-1"), Unit: money("1 USD")}}, `min is "-1"; want 0 or more`},
		{"an upper bound below nothing", pricing.PriceSheetRange, []pricing.TierRow{{Max: number("-1"), Unit: money("1 USD")}}, `max is "-1"; want 0 or more`},
		{"a number of a hundred million digits", pricing.RateCardKey, []pricing.TierRow{{Min: decimal.New(1, 1e8), Unit: money("1 USD")}}, "decimal number out of range"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := pricing.TieredPrice(tt.form, tt.rows...)
			require.ErrorIs(t, err, pricing.ErrPrice)
			var input *pricing.InputError
			require.ErrorAs(t, err, &input)
			assert.ErrorContains(t, err, tt.says)
		})
	}

	_, err := pricing.TieredPrice(0, publishedSheet()...)
	require.ErrorIs(t, err, pricing.ErrNotGiven)
	assert.ErrorContains(t, err, "one of priceSheetRange, rateCardKey, tierMinimum, rateCardFirstUnit")
	_, err = pricing.TieredPrice(9, publishedSheet()...)
	require.ErrorIs(t, err, pricing.ErrNotGiven)
	_, err = pricing.TieredPrice(pricing.RateCardKey, make([]pricing.TierRow, 1001)...)
	require.ErrorIs(t, err, pricing.ErrPrice)
}

func TestZeroPriceIsNone(t *testing.T) {
	var p pricing.Price
	assert.True(t, p.IsZero())
	assert.Zero(t, p.Currency())
	assert.Empty(t, p.Tiers())
	requireReadsBack(t, p)
	_, err := p.Rate(pricing.Use{Quantity: number("1")})
	require.ErrorIs(t, err, pricing.ErrPrice)
}

func TestPriceIsImmutable(t *testing.T) {
	p, err := pricing.TieredPrice(pricing.PriceSheetRange, publishedSheet()...)
	require.NoError(t, err)
	p.Tiers()[0].Above = number("7")
	given := publishedSheet()
	q, err := pricing.TieredPrice(pricing.PriceSheetRange, given...)
	require.NoError(t, err)
	given[0].Unit = money("9 USD")
	assert.True(t, p.Equal(q))
}

func TestPriceEqual(t *testing.T) {
	a, err := pricing.TieredPrice(pricing.PriceSheetRange, rows([3]string{"1", "100", "1.0"})...)
	require.NoError(t, err)
	b, err := pricing.TieredPrice(pricing.PriceSheetRange, rows([3]string{"1", "100", "1"})...)
	require.NoError(t, err)
	c, err := pricing.TieredPrice(pricing.PriceSheetRange, rows([3]string{"1", "101", "1"})...)
	require.NoError(t, err)
	d, err := pricing.FlatPrice(money("1 USD"))
	require.NoError(t, err)
	assert.True(t, a.Equal(b))
	assert.False(t, a.Equal(c), "another limit")
	assert.False(t, a.Equal(d), "no limit")
}

func TestPriceReadsJSONStrictly(t *testing.T) {
	tests := []struct{ name, text, says string }{
		{"an unknown key", `{"tier":[]}`, "unknown key"},
		{"no tiers", `{"tiers":[]}`, "want 1 to 1000 rows"},
		{"a number that is no text", `{"tiers":[{"above":0,"unit":{"amount":"1","currency":"USD"}}]}`, "a JSON string"},
		{"a limit where the last tier begins", `{"tiers":[{"above":"0","unit":{"amount":"1","currency":"USD"}},{"above":"5","unit":{"amount":"1","currency":"USD"}}],"limit":"5"}`, "a limit above 5"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := decodes[pricing.Price](tt.text)
			require.ErrorIs(t, err, terms.ErrJSON)
			assert.ErrorContains(t, err, tt.says)
		})
	}
}

// drawPrice draws a price of up to five tiers whose bounds and prices have two places.
func drawPrice(t *rapid.T) pricing.Price {
	var tiers []pricing.TierRow
	above := decimal.Decimal{}
	for range rapid.IntRange(1, 5).Draw(t, "tiers") {
		tiers = append(tiers, pricing.TierRow{Min: above, Unit: amount(t, hundredths(t, "unit", 0, 1000), terms.USD)})
		above = above.Add(hundredths(t, "width", 1, 100_000))
	}
	p, err := pricing.TieredPrice(pricing.TierMinimum, tiers...)
	require.NoError(t, err)
	return p
}

func TestFormsOfOnePriceAreEqual(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var sheet, card, first []pricing.TierRow
		above := int64(0)
		for range rapid.IntRange(1, 5).Draw(t, "tiers") {
			unit := amount(t, hundredths(t, "unit", 0, 1000), terms.USD)
			until := above + rapid.Int64Range(1, 1000).Draw(t, "width")
			sheet = append(sheet, pricing.TierRow{Min: decimal.NewFromInt(above + 1), Max: decimal.NewFromInt(until), Unit: unit})
			card = append(card, pricing.TierRow{Min: decimal.NewFromInt(above), Unit: unit})
			first = append(first, pricing.TierRow{Min: decimal.NewFromInt(above + 1), Unit: unit})
			above = until
		}
		sheet[len(sheet)-1].Max = number("9223372036854780000")
		want, err := pricing.TieredPrice(pricing.PriceSheetRange, sheet...)
		require.NoError(t, err)
		for form, given := range map[pricing.TierForm][]pricing.TierRow{
			pricing.RateCardKey: card, pricing.TierMinimum: card, pricing.RateCardFirstUnit: first, pricing.PriceSheetRange: first,
		} {
			got, err := pricing.TieredPrice(form, given...)
			require.NoError(t, err)
			assert.True(t, want.Equal(got), "%s", form)
		}
	})
}
