package terms_test

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
)

// money reads an amount, and the zero Money from empty text.
func money(s string) terms.Money {
	if s == "" {
		return terms.Money{}
	}
	return terms.MustParseMoney(s)
}

// moneys draws amounts of a currency out of decimals that pass CheckDecimal.
func moneys(amounts *rapid.Generator[decimal.Decimal], in *rapid.Generator[terms.Currency]) *rapid.Generator[terms.Money] {
	return rapid.Custom(func(t *rapid.T) terms.Money {
		m, err := terms.NewMoney(amounts.Draw(t, "amount"), in.Draw(t, "currency"))
		require.NoError(t, err)
		return m
	})
}

func TestNewMoney(t *testing.T) {
	tests := []struct {
		name     string
		amount   decimal.Decimal
		currency terms.Currency
		want     string
		err      error
	}{
		{"1250 hundredths", decimal.New(1250, -2), terms.USD, "12.50 USD", nil},
		{"125 tenths print the digits of the currency", decimal.New(125, -1), terms.USD, "12.50 USD", nil},
		{"12500 thousandths print no zero too many", decimal.New(12500, -3), terms.USD, "12.50 USD", nil},
		{"12505 thousandths print them all", decimal.New(12505, -3), terms.USD, "12.505 USD", nil},
		{"a yen has no digits", decimal.New(1250, 0), terms.JPY, "1250 JPY", nil},
		{"unless the amount has", decimal.New(12505, -1), terms.JPY, "1250.5 JPY", nil},
		{"a dinar has three", decimal.New(125, -1), terms.KWD, "12.500 KWD", nil},
		{"a unidad de fomento has four", decimal.New(125, -1), terms.CLF, "12.5000 CLF", nil},
		{"nothing is an amount", decimal.Decimal{}, terms.USD, "0.00 USD", nil},
		{"a negative amount", decimal.New(-5, -2), terms.USD, "-0.05 USD", nil},
		{"the smallest amount", decimal.New(1, -28), terms.USD, "0.0000000000000000000000000001 USD", nil},
		{"28 places print all their digits", decimal.New(-1, -28), terms.JPY, "-0.0000000000000000000000000001 JPY", nil},
		{"a coefficient and 19 zeros", decimal.New(12, 19), terms.USD, "120000000000000000000.00 USD", nil},
		{"29 places", decimal.New(1, -29), terms.USD, "", terms.ErrDecimalRange},
		{"20 zeros", decimal.New(1, 20), terms.USD, "", terms.ErrDecimalRange},
		{"a hundred million zeros", decimal.New(1, 1e8), terms.USD, "", terms.ErrDecimalRange},
		{"no currency", decimal.New(1250, -2), 0, "", terms.ErrCurrency},
		{"a number that is no currency", decimal.New(1250, -2), 60000, "", terms.ErrCurrency},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := terms.NewMoney(tt.amount, tt.currency)
			require.ErrorIs(t, err, tt.err)
			assert.Equal(t, tt.want, got.String())
			assert.Equal(t, tt.err != nil, got.IsZero())
			if tt.err == nil {
				assert.True(t, tt.amount.Equal(got.Amount()))
				assert.Equal(t, tt.currency, got.Currency())
				assert.Equal(t, tt.amount.Sign(), got.Sign())
			}
		})
	}
}

func TestParseMoney(t *testing.T) {
	for in, want := range map[string]string{
		"12.50 USD":                      "12.50 USD",
		"12.5 USD":                       "12.50 USD",
		"12.500000 USD":                  "12.50 USD",
		"-12.505 USD":                    "-12.505 USD",
		"-0 USD":                         "0.00 USD",
		"0.00 JPY":                       "0 JPY",
		"1.25e3 JPY":                     "1250 JPY",
		"9223372036854780000 SEK":        "9223372036854780000.00 SEK",
		"0.00000000000000001 SEK":        "0.00000000000000001 SEK",
		strings.Repeat("9", 38) + " KWD": strings.Repeat("9", 38) + ".000 KWD",
	} {
		got, err := terms.ParseMoney(in)
		require.NoError(t, err, in)
		assert.Equal(t, want, got.String())
	}
}

func TestParseMoneyRefuses(t *testing.T) {
	tests := []struct {
		name, in string
		err      error
	}{
		{"nothing", "", terms.ErrMoney},
		{"a number", "12.50", terms.ErrMoney},
		{"a currency", "USD", terms.ErrMoney},
		{"no space between", "12.50USD", terms.ErrMoney},
		{"a space that does not break", "12.50\u00a0USD", terms.ErrMoney},
		{"the currency first", "USD 12.50", terms.ErrDecimal},
		{"a space in front", " 12.50 USD", terms.ErrDecimal},
		{"thousands", "1,250.00 USD", terms.ErrDecimal},
		{"a decimal comma", "12,50 SEK", terms.ErrDecimal},
		{"a symbol", "$12.50 USD", terms.ErrDecimal},
		{"two spaces", "12.50  USD", terms.ErrCurrency},
		{"a space behind", "12.50 USD ", terms.ErrCurrency},
		{"small letters", "12.50 usd", terms.ErrCurrency},
		{"no currency", "12.50 ", terms.ErrCurrency},
		{"an exponent beyond all bounds", "1e1000000000 USD", terms.ErrDecimalRange},
		{"a million digits", strings.Repeat("9", 1_000_000) + " USD", terms.ErrDecimal},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := terms.ParseMoney(tt.in)
			require.ErrorIs(t, err, tt.err)
			assert.True(t, got.IsZero())
			assert.Less(t, len(err.Error()), 400)
			assert.Panics(t, func() { terms.MustParseMoney(tt.in) })
		})
	}
}

func TestMoneyArithmetic(t *testing.T) {
	tests := []struct {
		name, a, b      string
		sum, difference string
		cmp             int
	}{
		{"12.50 + 0.01 = 12.51", "12.50 USD", "0.01 USD", "12.51 USD", "12.49 USD", 1},
		{"0.1 + 0.2 = 0.3", "0.1 USD", "0.2 USD", "0.30 USD", "-0.10 USD", -1},
		{"12.505 keeps its digits beside 12.50", "12.505 USD", "12.50 USD", "25.005 USD", "0.005 USD", 1},
		{"an amount and its negative make nothing", "12.50 USD", "-12.50 USD", "0.00 USD", "25.00 USD", 1},
		{"nothing added", "-12.50 USD", "0.00 USD", "-12.50 USD", "-12.50 USD", -1},
		{"equal amounts", "2.5 USD", "2.50 USD", "5.00 USD", "0.00 USD", 0},
		{"large and small", "9223372036854780000 JPY", "0.0000001 JPY", "9223372036854780000.0000001 JPY", "9223372036854779999.9999999 JPY", 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, b := money(tt.a), money(tt.b)
			sum, err := a.Add(b)
			require.NoError(t, err)
			assert.Equal(t, tt.sum, sum.String())
			difference, err := a.Sub(b)
			require.NoError(t, err)
			assert.Equal(t, tt.difference, difference.String())
			cmp, err := a.Cmp(b)
			require.NoError(t, err)
			assert.Equal(t, tt.cmp, cmp)
			assert.Equal(t, tt.cmp == 0, a.Equal(b))
		})
	}
}

func TestMoneyArithmeticRefuses(t *testing.T) {
	dollar, euro, none := money("1.00 USD"), money("1.00 EUR"), terms.Money{}
	largest := money(strings.Repeat("9", 38) + "e19 JPY")
	tests := []struct {
		name string
		a, b terms.Money
		err  error // of a sum
	}{
		{"two currencies", dollar, euro, terms.ErrCurrencyMismatch},
		{"an amount and one that is not given", dollar, none, terms.ErrCurrencyMismatch},
		{"one that is not given and an amount", none, dollar, terms.ErrCurrencyMismatch},
		{"two that are not given", none, none, terms.ErrCurrency},
		{"a sum of 39 digits", largest, largest, terms.ErrDecimalRange},
		{"a sum from the largest to the smallest digit", largest, money("1e-28 JPY"), terms.ErrDecimalRange},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sum, err := tt.a.Add(tt.b)
			require.ErrorIs(t, err, tt.err)
			assert.True(t, sum.IsZero())
			difference, err := tt.a.Sub(tt.b.Neg())
			require.ErrorIs(t, err, tt.err)
			assert.True(t, difference.IsZero())

			_, err = tt.a.Cmp(tt.b)
			if tt.a.Currency() == tt.b.Currency() {
				require.NoError(t, err, "amounts of one currency always compare")
				return
			}
			var mismatch *terms.CurrencyMismatchError
			require.ErrorAs(t, err, &mismatch)
			assert.Equal(t, tt.a.Currency(), mismatch.A)
			assert.Equal(t, tt.b.Currency(), mismatch.B)
		})
	}
}

func TestMoneyMul(t *testing.T) {
	tests := []struct {
		name, amount, factor string
		want                 string
		err                  error
	}{
		{"12.50 × 3 = 37.50", "12.50 USD", "3", "37.50 USD", nil},
		{"12.50 × 0.15 = 1.875, unrounded", "12.50 USD", "0.15", "1.875 USD", nil},
		{"12.50 × -1 = -12.50", "12.50 USD", "-1", "-12.50 USD", nil},
		{"12.50 × 0 = 0.00", "12.50 USD", "0", "0.00 USD", nil},
		{"the smallest amount × 0.1 has 29 places", "1e-28 USD", "0.1", "", terms.ErrDecimalRange},
		{"10^19 × 10^1 has 20 zeros", "1e19 JPY", "1e1", "", terms.ErrDecimalRange},
		{"an amount that is not given", "", "1", "", terms.ErrCurrency},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := money(tt.amount).Mul(number(t, tt.factor))
			require.ErrorIs(t, err, tt.err)
			assert.Equal(t, tt.want, got.String())
		})
	}
	_, err := money("1.00 USD").Mul(decimal.New(1, 1e8))
	assert.ErrorIs(t, err, terms.ErrDecimalRange)
}

func TestMoneyAddIsCommutativeAndAssociative(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.Just(currencies().Draw(t, "currency"))
		amounts := moneys(decimalsOf(18, -9, 6), c)
		m, n, o := amounts.Draw(t, "m"), amounts.Draw(t, "n"), amounts.Draw(t, "o")
		add := func(m, n terms.Money) terms.Money {
			sum, err := m.Add(n)
			require.NoError(t, err)
			return sum
		}
		require.True(t, add(m, n).Equal(add(n, m)))
		require.True(t, add(add(m, n), o).Equal(add(m, add(n, o))))
		require.Zero(t, add(m, m.Neg()).Sign())
		back, err := add(m, n).Sub(n)
		require.NoError(t, err)
		require.True(t, back.Equal(m))
		require.True(t, m.Neg().Neg().Equal(m))
	})
}

func TestMoneyEqual(t *testing.T) {
	assert.True(t, money("2.5 USD").Equal(money("2.500 USD")))
	assert.True(t, money("0 USD").Equal(money("-0.00 USD")))
	assert.True(t, terms.Money{}.Equal(terms.Money{}))
	assert.False(t, money("0.00 USD").Equal(money("0.00 EUR")))
	assert.False(t, money("0.00 USD").Equal(terms.Money{}))
	assert.False(t, money("2.50 USD").Equal(money("2.51 USD")))
}

// However an amount came about, its text and JSON are those of its value.
func TestEqualAmountsReadAlike(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := moneys(decimalsOf(20, -10, 4), currencies()).Draw(t, "money")
		zeros := rapid.Int32Range(0, 18).Draw(t, "zeros at the end")
		power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(zeros)), nil)
		rescaled, err := terms.NewMoney(decimal.NewFromBigInt(
			power.Mul(power, m.Amount().Coefficient()), m.Amount().Exponent()-zeros), m.Currency())
		require.NoError(t, err)
		require.True(t, m.Equal(rescaled))
		require.Equal(t, m.String(), rescaled.String())
		a, err := json.Marshal(m)
		require.NoError(t, err)
		b, err := json.Marshal(rescaled)
		require.NoError(t, err)
		require.Equal(t, string(a), string(b))
	})
}

func TestMoneyText(t *testing.T) {
	m := money("12.50 USD")
	require.ErrorIs(t, m.UnmarshalText([]byte("12.50")), terms.ErrMoney)
	assert.Equal(t, "12.50 USD", m.String(), "an error leaves it as it was")
	require.NoError(t, m.UnmarshalText([]byte("1 JPY")))
	assert.Equal(t, "1 JPY", m.String())
	require.NoError(t, m.UnmarshalText(nil))
	assert.True(t, m.IsZero())
	assert.Empty(t, m.String())
}

func TestMoneyJSON(t *testing.T) {
	tests := []struct{ name, money, json string }{
		{"at least the digits of the currency", "12.5 USD", `{"amount":"12.50","currency":"USD"}`},
		{"and every other digit", "12.505 USD", `{"amount":"12.505","currency":"USD"}`},
		{"no digits", "1250 JPY", `{"amount":"1250","currency":"JPY"}`},
		{"nothing is given", "0 USD", `{"amount":"0.00","currency":"USD"}`},
		{"not given", "", `null`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, err := json.Marshal(money(tt.money))
			require.NoError(t, err)
			assert.Equal(t, tt.json, string(text))
		})
	}
}

func TestMoneyUnmarshalJSONRefuses(t *testing.T) {
	tests := []struct {
		name, json, path string
		err              error
	}{
		{"its text", `"12.50 USD"`, "", terms.ErrMoney},
		{"a number", `12.50`, "", terms.ErrMoney},
		{"a list", `[]`, "", terms.ErrMoney},
		{"nothing", ``, "", terms.ErrMoney},
		{"no keys", `{}`, "/amount", terms.ErrMoney},
		{"no amount", `{"currency":"USD"}`, "/amount", terms.ErrMoney},
		{"an amount of null", `{"amount":null,"currency":"USD"}`, "/amount", terms.ErrMoney},
		{"an empty amount", `{"amount":"","currency":"USD"}`, "/amount", terms.ErrDecimal},
		{"an amount that is a number", `{"amount":12.50,"currency":"USD"}`, "/amount", terms.ErrDecimal},
		{"no currency", `{"amount":"12.50"}`, "/currency", terms.ErrCurrency},
		{"an empty currency", `{"amount":"12.50","currency":""}`, "/currency", terms.ErrCurrency},
		{"an unknown currency", `{"amount":"12.50","currency":"XXX"}`, "/currency", terms.ErrCurrency},
		{"a third key", `{"amount":"12.50","currency":"USD","digits":2}`, "/digits", terms.ErrJSON},
		{"a key in another case", `{"Amount":"12.50","currency":"USD"}`, "/Amount", terms.ErrJSON},
		{"a key twice", `{"amount":"12.50","amount":"12.50","currency":"USD"}`, "/amount", terms.ErrJSON},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := money("1.00 EUR")
			err := m.UnmarshalJSON([]byte(tt.json))
			require.ErrorIs(t, err, tt.err)
			require.ErrorIs(t, err, terms.ErrJSON)
			var decode *terms.DecodeError
			require.ErrorAs(t, err, &decode)
			assert.Equal(t, tt.path, decode.Path)
			assert.Equal(t, "1.00 EUR", m.String(), "an error leaves it as it was")
		})
	}
}

func TestMoneyRoundTrip(t *testing.T) {
	requireRoundTrip(t, terms.Money{}, terms.Money.Equal)
	rapid.Check(t, func(t *rapid.T) {
		m := moneys(decimals(), currencies()).Draw(t, "money")
		parsed, err := terms.ParseMoney(m.String())
		require.NoError(t, err)
		require.True(t, m.Equal(parsed))
		requireRoundTrip(t, m, terms.Money.Equal)
	})
}
