package terms_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
)

// number reads a decimal number.
func number(t require.TestingT, s string) decimal.Decimal {
	d, err := terms.ParseDecimal(s)
	require.NoError(t, err)
	return d
}

// decimalsOf draws decimals of at most so many digits and of an exponent in a range.
func decimalsOf(digits int, smallest, largest int32) *rapid.Generator[decimal.Decimal] {
	coefficient := rapid.StringMatching(fmt.Sprintf("-?[0-9]{1,%d}", digits))
	return rapid.Custom(func(t *rapid.T) decimal.Decimal {
		n, ok := new(big.Int).SetString(coefficient.Draw(t, "coefficient"), 10)
		require.True(t, ok)
		return decimal.NewFromBigInt(n, rapid.Int32Range(smallest, largest).Draw(t, "exponent"))
	})
}

// decimals draws from all decimals that pass CheckDecimal.
func decimals() *rapid.Generator[decimal.Decimal] { return decimalsOf(38, -28, 19) }

func TestCheckDecimal(t *testing.T) {
	digits := func(n int) decimal.Decimal {
		all, _ := new(big.Int).SetString(strings.Repeat("9", n), 10)
		return decimal.NewFromBigInt(all, 0)
	}
	tests := []struct {
		name string
		in   decimal.Decimal
		ok   bool
	}{
		{"the zero Decimal", decimal.Decimal{}, true},
		{"17 places", decimal.New(1, -17), true},
		{"Microsoft's 9223372036854780000", decimal.New(922337203685478, 4), true},
		{"27 places", decimal.New(-1, -27), true},
		{"28 places", decimal.New(-1, -28), true},
		{"29 places", decimal.New(-1, -29), false},
		{"29 places of nothing", decimal.New(0, -29), false},
		{"18 zeros", decimal.New(1, 18), true},
		{"19 zeros", decimal.New(1, 19), true},
		{"20 zeros", decimal.New(1, 20), false},
		{"a hundred million zeros", decimal.New(1, 1e8), false},
		{"the largest exponent", decimal.New(1, math.MaxInt32), false},
		{"the smallest", decimal.New(1, math.MinInt32), false},
		{"37 digits", digits(37), true},
		{"38 digits", digits(38), true},
		{"38 digits below zero", digits(38).Neg(), true},
		{"39 digits", digits(39), false},
		{"10,000 digits", digits(10_000), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := terms.CheckDecimal(tt.in)
			if tt.ok {
				assert.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, terms.ErrDecimalRange)
			assert.Less(t, len(err.Error()), 200)
		})
	}
}

func TestParseDecimal(t *testing.T) {
	for in, want := range map[string]decimal.Decimal{
		"0":                            {},
		"-0":                           {},
		"0.0":                          {},
		"7":                            decimal.New(7, 0),
		"-7":                           decimal.New(-7, 0),
		"12.50":                        decimal.New(1250, -2),
		"-0.05":                        decimal.New(-5, -2),
		"3.6E-05":                      decimal.New(36, -6),
		"1e19":                         decimal.New(1, 19),
		"1E+2":                         decimal.New(1, 2),
		"1e0":                          decimal.New(1, 0),
		"1e-28":                        decimal.New(1, -28),
		"1.5e-27":                      decimal.New(15, -28),
		"1.5e20":                       decimal.New(15, 19),
		"9223372036854780000":          decimal.New(922337203685478, 4),
		"1" + strings.Repeat("0", 56):  decimal.NewFromBigInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(37), nil), 19),
		"0." + strings.Repeat("0", 28): {},
		"1" + strings.Repeat("0", 56) + ".0000e0": decimal.NewFromBigInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(37), nil), 19),
		strings.Repeat("9", 38) + ".000":          decimal.New(1, 38).Sub(decimal.New(1, 0)),
	} {
		got, err := terms.ParseDecimal(in)
		require.NoError(t, err, in)
		assert.True(t, want.Equal(got), "%s is %v", in, got)
		assert.NoError(t, terms.CheckDecimal(got), in)
	}
}

func TestParseDecimalRefuses(t *testing.T) {
	tests := []struct {
		name, in string
		err      error
	}{
		{"nothing", "", terms.ErrDecimal},
		{"a sign", "-", terms.ErrDecimal},
		{"a plus", "+5", terms.ErrDecimal},
		{"two signs", "--5", terms.ErrDecimal},
		{"the minus of typographers", "\u22125", terms.ErrDecimal},
		{"a zero in front", "05", terms.ErrDecimal},
		{"a zero in front of a negative", "-05", terms.ErrDecimal},
		{"nothing in front of the point", ".5", terms.ErrDecimal},
		{"nothing behind it", "5.", terms.ErrDecimal},
		{"a sign behind it", "5.-5", terms.ErrDecimal},
		{"two points", "5.5.5", terms.ErrDecimal},
		{"an exponent of nothing", "5e", terms.ErrDecimal},
		{"an exponent of a sign", "5e-", terms.ErrDecimal},
		{"an exponent with a point", "5e1.5", terms.ErrDecimal},
		{"two exponents", "5e1e1", terms.ErrDecimal},
		{"a comma", "1,5", terms.ErrDecimal},
		{"thousands", "1_000", terms.ErrDecimal},
		{"a space in front", " 5", terms.ErrDecimal},
		{"a space behind", "5 ", terms.ErrDecimal},
		{"a line behind", "5\n", terms.ErrDecimal},
		{"hexadecimal", "0x10", terms.ErrDecimal},
		{"not a number", "NaN", terms.ErrDecimal},
		{"infinity", "Infinity", terms.ErrDecimal},
		{"digits of another script", "５", terms.ErrDecimal},
		{"a number in quotes", `"5"`, terms.ErrDecimal},
		{"64 bytes, read, of 62 places", "0." + strings.Repeat("0", 62), terms.ErrDecimalRange},
		{"65 bytes", "0." + strings.Repeat("0", 63), terms.ErrDecimal},
		{"a million digits", strings.Repeat("9", 1_000_000), terms.ErrDecimal},
		{"29 places", "0." + strings.Repeat("0", 28) + "1", terms.ErrDecimalRange},
		{"20 zeros", "1e20", terms.ErrDecimalRange},
		{"39 digits", strings.Repeat("9", 39), terms.ErrDecimalRange},
		{"39 digits and a zero", strings.Repeat("9", 39) + "0", terms.ErrDecimalRange},
		{"1 and 57 zeros", "1" + strings.Repeat("0", 57), terms.ErrDecimalRange},
		{"an exponent beyond all bounds", "1e1000000000", terms.ErrDecimalRange},
		{"an exponent below", "1e-1000000000", terms.ErrDecimalRange},
		{"an exponent no int32 holds", "1.5e99999999999999999999999", terms.ErrDecimalRange},
		{"nor below", "1.5e-99999999999999999999999", terms.ErrDecimalRange},
		{"nothing to an absurd power", "0e1000000000", terms.ErrDecimalRange},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := terms.ParseDecimal(tt.in)
			require.ErrorIs(t, err, tt.err)
			assert.True(t, got.IsZero())
			assert.Less(t, len(err.Error()), 300)
		})
	}
}

func TestDecimalRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := decimals().Draw(t, "decimal")
		require.NoError(t, terms.CheckDecimal(d))
		require.True(t, d.Equal(number(t, d.String())))
		text, err := terms.FormatDecimal(d)
		require.NoError(t, err)
		require.True(t, d.Equal(number(t, text)))
		requireRoundTrip(t, d, decimal.Decimal.Equal)
	})
}

func TestFormatDecimal(t *testing.T) {
	tests := []struct {
		name string
		in   decimal.Decimal
		want string
	}{
		{"the zero Decimal", decimal.Decimal{}, "0"},
		{"zeros at the end go, so 12.500 is 12.5", decimal.New(12500, -3), "12.5"},
		{"a fraction of zeros goes whole", decimal.New(1200, -2), "12"},
		{"an exponent is written out", decimal.New(12, 2), "1200"},
		{"3.6E-05", decimal.New(36, -6), "0.000036"},
		{"negative, between −1 and 0", decimal.New(-5, -2), "-0.05"},
		{"Microsoft's tier end", decimal.New(922337203685478, 4), "9223372036854780000"},
		{"28 places", decimal.New(1, -28), "0.0000000000000000000000000001"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := terms.FormatDecimal(tt.in)
			require.NoError(t, err)
			require.Equal(t, tt.want, got)
		})
	}
	got, err := terms.FormatDecimal(decimal.New(1, 100_000_000))
	require.ErrorIs(t, err, terms.ErrDecimalRange)
	require.Empty(t, got)
}

func swap[T any](global *T, value T) (restore func()) {
	old := *global
	*global = value
	return func() { *global = old }
}

// decimal's globals belong to the application. Whatever it sets them to, text, JSON,
// parsing and allocation stay what they are.
func TestGlobalsOfDecimalChangeNothing(t *testing.T) {
	outcome := func() string {
		var b strings.Builder
		for _, text := range []string{
			"0", "1200", "12.500", "-0.05", "1e3", "1.5e19", "3.6E-05", "0.0000000000000000000000000001", "1e20", "1e10001", "1e1000000000",
		} {
			d, err := terms.ParseDecimal(text)
			written, formatted := terms.FormatDecimal(d)
			fmt.Fprintln(&b, text, d.Coefficient(), d.Exponent(), err, written, formatted)
			if err != nil {
				continue
			}
			for _, c := range []terms.Currency{terms.USD, terms.JPY, terms.CLF} {
				m, err := terms.NewMoney(d, c)
				require.NoError(t, err)
				marshalled, err := json.Marshal(m)
				require.NoError(t, err)
				var read terms.Money
				err = terms.Decode(strings.NewReader(string(marshalled)), &read)
				parts, allocated := m.Allocate(decimal.New(1, 0), decimal.New(2, 0), decimal.New(33333, -4))
				product, multiplied := m.Mul(decimal.New(3333, -4))
				fmt.Fprintln(&b, m, string(marshalled), read, err, parts, allocated, product, multiplied)
			}
			var read decimal.Decimal
			err = terms.Decode(strings.NewReader(`"`+text+`"`), &read)
			fmt.Fprintln(&b, read.Coefficient(), read.Exponent(), err)
		}
		return b.String()
	}
	want := outcome()

	tests := []struct {
		name string
		flip func() (restore func())
	}{
		{"DivisionPrecision 0", func() func() { return swap(&decimal.DivisionPrecision, 0) }},
		{"DivisionPrecision 50", func() func() { return swap(&decimal.DivisionPrecision, 50) }},
		{"PowPrecisionNegativeExponent", func() func() { return swap(&decimal.PowPrecisionNegativeExponent, 0) }},
		{"MarshalJSONWithoutQuotes", func() func() { return swap(&decimal.MarshalJSONWithoutQuotes, !decimal.MarshalJSONWithoutQuotes) }},
		{"TrimTrailingZeros", func() func() { return swap(&decimal.TrimTrailingZeros, !decimal.TrimTrailingZeros) }},
		{"UseScientificNotation", func() func() { return swap(&decimal.UseScientificNotation, !decimal.UseScientificNotation) }},
		{"ExpMaxIterations", func() func() { return swap(&decimal.ExpMaxIterations, 0) }},
		{"MaxDecodeExponent 0", func() func() { return swap(&decimal.MaxDecodeExponent, 0) }},
		{"MaxDecodeExponent beyond all bounds", func() func() { return swap(&decimal.MaxDecodeExponent, math.MaxInt32) }},
		{"Zero", func() func() { return swap(&decimal.Zero, decimal.New(7, 0)) }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			defer tt.flip()()
			assert.Equal(t, want, outcome())
		})
	}
}
