package terms_test

import (
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
)

// weights reads weights written with spaces between.
func weights(t *testing.T, s string) []decimal.Decimal {
	t.Helper()
	var all []decimal.Decimal
	for field := range strings.FieldsSeq(s) {
		all = append(all, number(t, field))
	}
	return all
}

func TestAllocate(t *testing.T) {
	tests := []struct{ name, amount, weights, want string }{
		{"one part is the whole", "100.00 USD", "7", "100.00 USD"},
		{"100 / 3 leaves a cent, which goes to the first of three alike", "100.00 USD", "1 1 1", "33.34 USD, 33.33 USD, 33.33 USD"},
		{"200 / 3 leaves two cents", "200.00 USD", "1 1 1", "66.67 USD, 66.67 USD, 66.66 USD"},
		{"a negative whole has the negative parts", "-100.00 USD", "1 1 1", "-33.34 USD, -33.33 USD, -33.33 USD"},
		{"nothing is split into nothing", "0.00 USD", "1 2", "0.00 USD, 0.00 USD"},
		{"1 cent has one place to go: 0.2, 0.3, 0.5", "0.01 USD", "2 3 5", "0.00 USD, 0.00 USD, 0.01 USD"},
		{"0.05 by 3:7 is 0.015 and 0.035: both lost half a cent, so the first has it", "0.05 USD", "3 7", "0.02 USD, 0.03 USD"},
		{"the largest remainder wins over the earlier part: 3.33…, 6.66…", "0.10 USD", "1 2", "0.03 USD, 0.07 USD"},
		{"weight 0 has nothing", "100.00 USD", "0 1 0 1 0", "0.00 USD, 50.00 USD, 0.00 USD, 50.00 USD, 0.00 USD"},
		{"weights of fractions", "100.00 USD", "0.25 0.75", "25.00 USD, 75.00 USD"},
		{"weights of very different sizes", "100.00 USD", "1e19 1e-28", "100.00 USD, 0.00 USD"},
		{"days of months", "365.00 EUR", "31 28 31", "125.72 EUR, 113.56 EUR, 125.72 EUR"},
		{"no yen has a fraction", "100 JPY", "1 1 1", "34 JPY, 33 JPY, 33 JPY"},
		{"a dinar has 1000 fils", "100 KWD", "1 1 1", "33.334 KWD, 33.333 KWD, 33.333 KWD"},
		{"an amount finer than a cent is split as finely", "0.005 USD", "1 1", "0.003 USD, 0.002 USD"},
		{"but zeros at its end make it no finer", "10.000 USD", "1 1 1", "3.34 USD, 3.33 USD, 3.33 USD"},
		{"a whole of zeros is split to the cent as well", "1e19 USD", "1 1 1", "3333333333333333333.34 USD, 3333333333333333333.33 USD, 3333333333333333333.33 USD"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			parts, err := money(tt.amount).Allocate(weights(t, tt.weights)...)
			require.NoError(t, err)
			texts := make([]string, len(parts))
			for i, part := range parts {
				texts[i] = part.String()
			}
			assert.Equal(t, tt.want, strings.Join(texts, ", "))
		})
	}
}

func TestAllocateRefuses(t *testing.T) {
	one := decimal.New(1, 0)
	tests := []struct {
		name    string
		amount  terms.Money
		weights []decimal.Decimal
		errs    []error
	}{
		{"no weights", money("1.00 USD"), nil, []error{terms.ErrWeights}},
		{"one weight of 0", money("1.00 USD"), []decimal.Decimal{{}}, []error{terms.ErrWeights}},
		{"many of 0", money("1.00 USD"), []decimal.Decimal{{}, {}, {}}, []error{terms.ErrWeights}},
		{"a negative weight", money("1.00 USD"), []decimal.Decimal{one, one.Neg()}, []error{terms.ErrWeights}},
		{"a negative weight that others outweigh", money("1.00 USD"), []decimal.Decimal{one.Neg(), one, one}, []error{terms.ErrWeights}},
		{"a weight of an absurd exponent", money("1.00 USD"), []decimal.Decimal{one, decimal.New(1, 1e8)}, []error{terms.ErrWeights, terms.ErrDecimalRange}},
		{"an amount that is not given", terms.Money{}, []decimal.Decimal{one}, []error{terms.ErrCurrency}},
		{"37 digits are 39 in cents", money(strings.Repeat("9", 37) + " USD"), []decimal.Decimal{one}, []error{terms.ErrDecimalRange}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			parts, err := tt.amount.Allocate(tt.weights...)
			for _, want := range tt.errs {
				require.ErrorIs(t, err, want)
			}
			assert.Nil(t, parts)
		})
	}
	_, err := money(strings.Repeat("9", 36) + " USD").Allocate(one)
	assert.NoError(t, err, "36 digits are 38 in cents")
}

func TestAllocateProperties(t *testing.T) {
	amounts := rapid.OneOf(decimalsOf(30, -8, 2), decimalsOf(3, -3, 0))
	weight := rapid.OneOf(rapid.Just(decimal.Decimal{}), decimals().Filter(func(d decimal.Decimal) bool { return !d.IsNegative() }),
		rapid.Map(rapid.Int64Range(0, 5), func(n int64) decimal.Decimal { return decimal.New(n, 0) }))
	rapid.Check(t, func(t *rapid.T) {
		whole := moneys(amounts, currencies()).Draw(t, "whole")
		by := rapid.SliceOfN(weight, 1, 12).Draw(t, "weights")
		total := new(big.Rat)
		for _, w := range by {
			total.Add(total, w.Rat())
		}
		if total.Sign() == 0 {
			t.Skip("no weight is positive")
		}
		parts, err := whole.Allocate(by...)
		require.NoError(t, err)
		require.Len(t, parts, len(by))

		// A unit of the currency, or of the last digit the amount needs where that is finer.
		exponent := min(whole.Amount().Normalize().Exponent(), -int32(whole.Currency().Digits()))
		unit := decimal.New(1, exponent).Rat()
		sum := terms.MustParseMoney("0 " + whole.Currency().String())
		for i, part := range parts {
			sum, err = sum.Add(part)
			require.NoError(t, err)
			require.NoError(t, terms.CheckDecimal(part.Amount()))
			require.NotEqual(t, -1, part.Sign()*whole.Sign(), "a part has the sign of the whole")
			if by[i].IsZero() {
				require.Zero(t, part.Sign(), "part %d of weight 0", i)
			}
			exact := new(big.Rat).Mul(whole.Amount().Rat(), by[i].Rat())
			off := exact.Sub(part.Amount().Rat(), exact.Quo(exact, total))
			require.Negative(t, off.Abs(off).Cmp(unit), "part %d is a unit or more from its share", i)
			require.True(t, new(big.Rat).Quo(part.Amount().Rat(), unit).IsInt(), "part %d is no whole unit", i)
		}
		require.True(t, sum.Equal(whole), "the parts make %v", sum)

		again, err := terms.MustParseMoney(whole.String()).Allocate(by...)
		require.NoError(t, err)
		for i := range parts {
			require.True(t, parts[i].Equal(again[i]), "equal amounts have equal parts")
		}
		opposite, err := whole.Neg().Allocate(by...)
		require.NoError(t, err)
		for i := range parts {
			require.True(t, parts[i].Equal(opposite[i].Neg()), "a credit is split as its charge")
		}
	})
}
