package terms_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
)

// allCurrencies gives every currency there is, in the order of the constants.
func allCurrencies() []terms.Currency {
	var all []terms.Currency
	for c := terms.Currency(1); c.IsValid(); c++ {
		all = append(all, c)
	}
	return all
}

func currencies() *rapid.Generator[terms.Currency] { return rapid.SampledFrom(allCurrencies()) }

// notCurrencies are numbers that are none, from the first behind the last on.
func notCurrencies() []terms.Currency {
	return []terms.Currency{terms.Currency(len(allCurrencies()) + 1), 60000, math.MaxUint16}
}

type constant struct{ name, comment string }

// declaredCurrencies reads the constants out of the source: the first stands for 1 and so on.
func declaredCurrencies(t *testing.T) []constant {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "currency_table.go", nil, parser.ParseComments)
	require.NoError(t, err)
	var all []constant
	ast.Inspect(file, func(n ast.Node) bool {
		block, ok := n.(*ast.GenDecl)
		if !ok || block.Tok != token.CONST {
			return true
		}
		for i, spec := range block.Specs {
			value, ok := spec.(*ast.ValueSpec)
			require.True(t, ok)
			require.Len(t, value.Names, 1)
			require.Equal(t, i == 0, value.Values != nil, "%s counts on from the line before", value.Names[0])
			if i > 0 {
				all = append(all, constant{value.Names[0].Name, strings.TrimSpace(value.Comment.Text())})
			}
		}
		return false
	})
	return all
}

func TestCurrencyTable(t *testing.T) {
	all, declared := allCurrencies(), declaredCurrencies(t)
	require.Len(t, declared, len(all), "each constant has a row, and each row a constant")
	codes := map[string]terms.Currency{}
	for i, c := range all {
		assert.Equal(t, declared[i].name, c.String())
		assert.Equal(t, declared[i].comment, c.Name(), "%v", c)
		assert.Regexp(t, "^[A-Z]{3}$", c.String())
		assert.NotContains(t, codes, c.String())
		codes[c.String()] = c
		assert.GreaterOrEqual(t, c.Digits(), 0, "%v", c)
		assert.LessOrEqual(t, c.Digits(), 4, "%v", c)
		assert.NotEmpty(t, c.Name(), "%v", c)
		assert.Equal(t, strings.TrimSpace(c.Name()), c.Name(), "%v", c)
		if i > 0 {
			assert.Less(t, all[i-1].String(), c.String(), "codes are in order")
		}

		successor, replaced, ok := c.Successor()
		assert.Equal(t, ok, !replaced.IsZero(), "%v", c)
		assert.Equal(t, ok, successor.IsValid(), "%v", c)
		if _, again, ok := successor.Successor(); ok {
			assert.True(t, again.After(replaced), "%v gave way to %v, which was replaced by then", c, successor)
		}
		assert.NotEqual(t, c, successor)
	}
}

func TestCurrencyRows(t *testing.T) {
	tests := []struct {
		currency terms.Currency
		code     string
		digits   int
		name     string
	}{
		{terms.USD, "USD", 2, "US Dollar"},
		{terms.EUR, "EUR", 2, "Euro"},
		{terms.SEK, "SEK", 2, "Swedish Krona"},
		{terms.NOK, "NOK", 2, "Norwegian Krone"},
		{terms.JPY, "JPY", 0, "Yen"},
		{terms.KRW, "KRW", 0, "Won"},
		{terms.ISK, "ISK", 0, "Iceland Krona"},
		{terms.KWD, "KWD", 3, "Kuwaiti Dinar"},
		{terms.BHD, "BHD", 3, "Bahraini Dinar"},
		{terms.CLF, "CLF", 4, "Unidad de Fomento"},
		{terms.UYW, "UYW", 4, "Unidad Previsional"},
		{terms.AED, "AED", 2, "UAE Dirham"},
		{terms.ZWL, "ZWL", 2, "Zimbabwe Dollar"},
	}
	for _, tt := range tests {
		t.Run(tt.code, func(t *testing.T) {
			parsed, err := terms.ParseCurrency(tt.code)
			require.NoError(t, err)
			assert.Equal(t, tt.currency, parsed)
			assert.Equal(t, tt.code, tt.currency.String())
			assert.Equal(t, tt.digits, tt.currency.Digits())
			assert.Equal(t, tt.name, tt.currency.Name())
		})
	}
}

func TestSuccessor(t *testing.T) {
	tests := []struct {
		currency, successor terms.Currency
		replaced            string
	}{
		{terms.BGN, terms.EUR, "2026-01-01"},
		{terms.HRK, terms.EUR, "2023-01-01"},
		{terms.LTL, terms.EUR, "2015-01-01"},
		{terms.ANG, terms.XCG, "2025-03-31"},
		{terms.EUR, 0, ""},
		{terms.USD, 0, ""},
		{0, 0, ""},
		{60000, 0, ""},
	}
	for _, tt := range tests {
		successor, replaced, ok := tt.currency.Successor()
		assert.Equal(t, tt.successor, successor, "%v", tt.currency)
		assert.Equal(t, tt.replaced, replaced.String(), "%v", tt.currency)
		assert.Equal(t, tt.replaced != "", ok, "%v", tt.currency)
	}
}

func TestParseCurrencyRefuses(t *testing.T) {
	tests := []struct{ name, in string }{
		{"nothing", ""},
		{"small letters", "usd"},
		{"one small letter", "USd"},
		{"a space in front", " USD"},
		{"a space behind", "USD "},
		{"two letters", "US"},
		{"four letters", "USDT"},
		{"the number of the standard", "840"},
		{"a symbol", "$"},
		{"a name", "US Dollar"},
		{"no currency", "XXX"},
		{"the code for testing", "XTS"},
		{"gold", "XAU"},
		{"a code nobody has", "ZZZ"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := terms.ParseCurrency(tt.in)
			require.ErrorIs(t, err, terms.ErrCurrency)
			assert.True(t, got.IsZero())
		})
	}
}

func TestCurrencyOutsideTheTable(t *testing.T) {
	for _, c := range append(notCurrencies(), 0) {
		assert.False(t, c.IsValid())
		assert.Equal(t, c == 0, c.IsZero())
		assert.Empty(t, c.String())
		assert.Empty(t, c.Name())
		assert.Zero(t, c.Digits())
		text, err := c.MarshalText()
		assert.Empty(t, text)
		if c == 0 {
			require.NoError(t, err)
		} else {
			require.ErrorIs(t, err, terms.ErrCurrency)
		}
	}
}

func TestCurrencyText(t *testing.T) {
	c := terms.SEK
	require.ErrorIs(t, c.UnmarshalText([]byte("sek")), terms.ErrCurrency)
	assert.Equal(t, terms.SEK, c, "an error leaves it as it was")
	require.NoError(t, c.UnmarshalText(nil))
	assert.True(t, c.IsZero())
}

func TestCurrencyRoundTrip(t *testing.T) {
	requireRoundTrip(t, terms.Currency(0), same)
	for _, c := range allCurrencies() {
		parsed, err := terms.ParseCurrency(c.String())
		require.NoError(t, err)
		assert.Equal(t, c, parsed)
		requireRoundTrip(t, c, same)
	}
}
