package pricing_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
)

func TestRate(t *testing.T) {
	sheet := publishedSheet()
	free5 := rows([3]string{"1", "5", "0"}, [3]string{"6", "9223372036854780000", "2.99"})
	card := rows([3]string{"0", "0", "1"}, [3]string{"200", "0", "0.9"}, [3]string{"500", "0", "0.8"})
	asked := rows([3]string{"0", "0", "20"}, [3]string{"101", "0", "15"}, [3]string{"501", "0", "10"})
	tests := []struct {
		name   string
		form   pricing.TierForm
		rows   []pricing.TierRow
		use    pricing.Use
		slices string // tier: quantity at unit
		amount string
	}{
		{"101 units: 100 × 1 + 1 × 0.80", pricing.PriceSheetRange, sheet, pricing.Use{Quantity: number("101")}, "1: 100 at 1.00 USD, 2: 1 at 0.80 USD", "100.80"},
		{"100 units are all of the first tier", pricing.PriceSheetRange, sheet, pricing.Use{Quantity: number("100")}, "1: 100 at 1.00 USD", "100"},
		{"a thousandth more is of the second", pricing.PriceSheetRange, sheet, pricing.Use{Quantity: number("100.001")}, "1: 100 at 1.00 USD, 2: 0.001 at 0.80 USD", "100.0008"},
		{"nothing used costs nothing", pricing.PriceSheetRange, sheet, pricing.Use{}, "", "0"},
		{"one more than 100,000: 100 + 99,900 × 0.80 + 0.50", pricing.PriceSheetRange, sheet, pricing.Use{Quantity: number("100001")}, "1: 100 at 1.00 USD, 2: 99900 at 0.80 USD, 3: 1 at 0.50 USD", "80020.50"},
		{
			"more than an int64 holds: 100 + 79,920 + (10^19 − 100,000) × 0.50", pricing.PriceSheetRange, sheet,
			pricing.Use{Quantity: number("1e19")},
			"1: 100 at 1.00 USD, 2: 99900 at 0.80 USD, 3: 9999999999999900000 at 0.50 USD", "5000000000000030020",
		},
		{"37 units of which five are free: 32 × 2.99", pricing.PriceSheetRange, free5, pricing.Use{Quantity: number("37")}, "1: 5 at 0.00 USD, 2: 32 at 2.99 USD", "95.68"},
		{"5.5 units lie between the published bounds 5 and 6: the half is of the second", pricing.PriceSheetRange, free5, pricing.Use{Quantity: number("5.5")}, "1: 5 at 0.00 USD, 2: 0.5 at 2.99 USD", "1.495"},
		{"250 by keys as quantities: 200 × 1 + 50 × 0.9", pricing.RateCardKey, card, pricing.Use{Quantity: number("250")}, "1: 200 at 1.00 USD, 2: 50 at 0.90 USD", "245"},
		{"250 by keys as first units: 199 × 1 + 51 × 0.9", pricing.RateCardFirstUnit, card, pricing.Use{Quantity: number("250")}, "1: 199 at 1.00 USD, 2: 51 at 0.90 USD", "244.9"},
		{
			"700 of which 200 are taken off first: 100 × 20 + 400 × 15", pricing.RateCardFirstUnit, asked,
			pricing.Use{Quantity: number("700"), Included: number("200"), Reading: pricing.IncludedFirst},
			"1: 100 at 20.00 USD, 2: 400 at 15.00 USD", "8000",
		},
		{
			"700 of which the first 200 are not priced: 300 × 15 + 200 × 10", pricing.RateCardFirstUnit, asked,
			pricing.Use{Quantity: number("700"), Included: number("200"), Reading: pricing.IncludedUnpriced},
			"2: 300 at 15.00 USD, 3: 200 at 10.00 USD", "6500",
		},
		{
			"all of it included", pricing.RateCardKey, card,
			pricing.Use{Quantity: number("200"), Included: number("200"), Reading: pricing.IncludedFirst},
			"", "0",
		},
		{
			"a tenth more than is included", pricing.RateCardKey, card,
			pricing.Use{Quantity: number("200.1"), Included: number("200"), Reading: pricing.IncludedFirst},
			"1: 0.1 at 1.00 USD", "0.1",
		},
		{"a day that goes on where the month stands: 10 × 1 + 40 × 0.9", pricing.RateCardKey, card, pricing.Use{Quantity: number("50"), Before: number("190")}, "1: 10 at 1.00 USD, 2: 40 at 0.90 USD", "46"},
		{
			"a day on which what is included runs out: 190 of 200 are used, 10 free, 40 × 1", pricing.RateCardKey, card,
			pricing.Use{Quantity: number("50"), Before: number("190"), Included: number("200"), Reading: pricing.IncludedFirst},
			"1: 40 at 1.00 USD", "40",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, err := pricing.TieredPrice(tt.form, tt.rows...)
			require.NoError(t, err)
			r, err := p.Rate(tt.use)
			require.NoError(t, err)
			var slices []string
			for _, s := range r.Slices {
				slices = append(slices, strings.Join([]string{string(rune('0' + s.Tier)), s.Quantity.String() + " at " + s.Unit.String()}, ": "))
			}
			assert.Equal(t, tt.slices, strings.Join(slices, ", "))
			assert.True(t, r.Amount.Equal(money(tt.amount+" USD")), r.Amount)
			requireReadsBack(t, r)
		})
	}
}

func TestRateRefuses(t *testing.T) {
	limited, err := pricing.TieredPrice(pricing.PriceSheetRange, rows([3]string{"1", "100", "1"})...)
	require.NoError(t, err)
	tests := []struct {
		name      string
		use       pricing.Use
		condition error
		says      string
	}{
		{"less than nothing", pricing.Use{Quantity: number("-1")}, pricing.ErrUse, `quantity is "-1"; want 0 or more`},
		{"less than nothing before", pricing.Use{Before: number("-1")}, pricing.ErrUse, `before is "-1"`},
		{"less than nothing included", pricing.Use{Included: number("-1"), Reading: pricing.IncludedFirst}, pricing.ErrUse, `included is "-1"`},
		{"more than there is a price for", pricing.Use{Quantity: number("100.1")}, pricing.ErrUse, "at most 100 units, beyond which there is no price"},
		{"more with what was used before", pricing.Use{Quantity: number("1"), Before: number("100")}, pricing.ErrUse, "beyond which there is no price"},
		{"units included and no reading", pricing.Use{Quantity: number("1"), Included: number("1")}, pricing.ErrNotGiven, "one of includedFirst, includedUnpriced"},
		{"a reading that is none", pricing.Use{Quantity: number("1"), Reading: 9}, pricing.ErrNotGiven, "included reading 9"},
		{"a number of a hundred million digits", pricing.Use{Quantity: decimal.New(1, 1e8)}, terms.ErrDecimalRange, "quantity"},
		{"units of 47 digits", pricing.Use{Quantity: number("1e18"), Before: number("1e-28"), Included: number("3e-28"), Reading: pricing.IncludedUnpriced}, pricing.ErrUse, "out of range"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := limited
			if strings.Contains(tt.name, "digits") {
				var err error
				p, err = pricing.FlatPrice(money("1 USD"))
				require.NoError(t, err)
			}
			_, err := p.Rate(tt.use)
			require.ErrorIs(t, err, tt.condition)
			assert.ErrorContains(t, err, tt.says)
		})
	}
	_, err = limited.Rate(pricing.Use{Quantity: number("100")})
	require.NoError(t, err, "the limit itself has a price")
}

func TestAmountsOfMoreThan28PlacesAreRoundedToAsMany(t *testing.T) {
	p, err := pricing.FlatPrice(money("0.0209496384791679 USD"))
	require.NoError(t, err)
	r, err := p.Rate(pricing.Use{Quantity: number("22.9276737383009")})
	require.NoError(t, err)
	// 0.0209496384791679 × 22.9276737383009 has 29 places.
	assert.Equal(t, "0.4803264759857158671409918211", r.Amount.Amount().String())
	line, err := r.Slices[0].Line(pricing.Percent{}, pricing.ExchangeRate{}).Subtotal(pricing.UsageDown)
	require.NoError(t, err)
	assert.Equal(t, "0.48 USD", line.Amount.String())
}

// drawUse draws a use of numbers with two places.
func drawUse(t *rapid.T) pricing.Use {
	u := pricing.Use{
		Quantity: hundredths(t, "quantity", 0, 300_000), Before: hundredths(t, "before", 0, 300_000),
		Included: hundredths(t, "included", 0, 200_000),
	}
	u.Reading = rapid.SampledFrom([]pricing.IncludedReading{pricing.IncludedFirst, pricing.IncludedUnpriced}).Draw(t, "reading")
	return u
}

func TestSlicesAddUpToTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, use := drawPrice(t), drawUse(t)
		r, err := p.Rate(use)
		require.NoError(t, err)
		units, cost := r.Free, money("0 USD")
		for i, s := range r.Slices {
			assert.True(t, s.Quantity.IsPositive())
			assert.True(t, s.Unit.Equal(p.Tiers()[s.Tier-1].Unit))
			assert.True(t, i == 0 || r.Slices[i-1].Tier < s.Tier, "lowest first")
			units, cost = units.Add(s.Quantity), sum(t, cost, s.Amount)
		}
		assert.True(t, units.Equal(use.Quantity), "%s units of %s", units, use.Quantity)
		assert.True(t, cost.Equal(r.Amount))
		requireReadsBack(t, r)
	})
}

// A month rated day by day costs what it costs at once: the rating of a sum is the sum of ratings that go on from each other.
func TestRatingOfASum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, use := drawPrice(t), drawUse(t)
		at, err := p.Rate(use)
		require.NoError(t, err)
		first, rest := use, use
		first.Quantity = decimal.Min(hundredths(t, "first", 0, 300_000), use.Quantity)
		rest.Quantity, rest.Before = use.Quantity.Sub(first.Quantity), use.Before.Add(first.Quantity)
		a, err := p.Rate(first)
		require.NoError(t, err)
		b, err := p.Rate(rest)
		require.NoError(t, err)
		assert.True(t, at.Amount.Equal(sum(t, a.Amount, b.Amount)), "%s is not %s and %s", at.Amount, a.Amount, b.Amount)
		assert.True(t, at.Free.Equal(a.Free.Add(b.Free)))
	})
}

// Slow and plain: each hundredth of a unit is looked up on its own.
func TestRateAgainstUnitByUnit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPrice(t)
		use := pricing.Use{
			Quantity: hundredths(t, "quantity", 0, 400), Before: hundredths(t, "before", 0, 400), Included: hundredths(t, "included", 0, 400),
			Reading: rapid.SampledFrom([]pricing.IncludedReading{pricing.IncludedFirst, pricing.IncludedUnpriced}).Draw(t, "reading"),
		}
		want := decimal.Decimal{}
		step := number("0.01")
		for at := use.Before; at.LessThan(use.Before.Add(use.Quantity)); at = at.Add(step) {
			if at.LessThan(use.Included) {
				continue
			}
			place := at
			if use.Reading == pricing.IncludedFirst {
				place = at.Sub(use.Included)
			}
			unit := decimal.Decimal{}
			for _, tier := range p.Tiers() {
				if !place.LessThan(tier.Above) {
					unit = tier.Unit.Amount()
				}
			}
			want = want.Add(unit.Mul(step))
		}
		r, err := p.Rate(use)
		require.NoError(t, err)
		assert.True(t, r.Amount.Amount().Equal(want), "%s, unit by unit %s", r.Amount, want)
	})
}

func TestBlended(t *testing.T) {
	p, err := pricing.TieredPrice(pricing.PriceSheetRange, publishedSheet()...)
	require.NoError(t, err)
	r, err := p.Rate(pricing.Use{Quantity: number("101")})
	require.NoError(t, err)
	blended, err := r.Blended()
	require.NoError(t, err)
	assert.Equal(t, "0.998019801980198 USD", blended.String(), "100.80 ÷ 101")

	r, err = p.Rate(pricing.Use{})
	require.NoError(t, err)
	_, err = r.Blended()
	require.ErrorIs(t, err, pricing.ErrDivision)
}

func TestEffectiveUnitPrice(t *testing.T) {
	tests := []struct{ name, cost, quantity, want string }{
		{"21.39 ÷ 29 = 0.737586206896551724…", "21.39 USD", "29", "0.737586206896552 USD"},
		{"155.63 ÷ 210.950039", "155.63 USD", "210.950039", "0.737757626107858 USD"},
		{"410.17 ÷ 555.950039", "410.17 USD", "555.950039", "0.737782122900436 USD"},
		{"15 digits behind two zeros", "1 USD", "300", "0.00333333333333333 USD"},
		{"whole digits count", "1000 USD", "3", "333.333333333333 USD"},
		{"a whole number of more digits is whole", "12345678901234567 USD", "1", "12345678901234567.00 USD"},
		{"nothing", "0 USD", "3", "0.00 USD"},
		{"so little that no digit is left", "0.0000000000000000000000000001 USD", "3", "0.00 USD"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := pricing.EffectiveUnitPrice(money(tt.cost), number(tt.quantity))
			require.NoError(t, err)
			assert.Equal(t, tt.want, got.String())
		})
	}
	_, err := pricing.EffectiveUnitPrice(money("1 USD"), decimal.Decimal{})
	require.ErrorIs(t, err, pricing.ErrDivision)
	_, err = pricing.EffectiveUnitPrice(money("1 USD"), number("-1"))
	require.ErrorIs(t, err, pricing.ErrUse)
	_, err = pricing.EffectiveUnitPrice(terms.Money{}, number("1"))
	require.ErrorIs(t, err, terms.ErrCurrency)
}

// Whoever multiplies the printed price again is a cent short, as its doc comment warns.
func TestEffectiveUnitPriceIsForReading(t *testing.T) {
	each, err := pricing.EffectiveUnitPrice(money("1 USD"), number("3"))
	require.NoError(t, err)
	again, err := pricing.Line{UnitPrice: each, Quantity: number("3")}.Subtotal(pricing.UsageDown)
	require.NoError(t, err)
	assert.Equal(t, "0.99 USD", again.Amount.String())
}
