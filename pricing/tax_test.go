package pricing_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

func TestPriceIncludesTax(t *testing.T) {
	on := day("2023-10-23")
	tests := []struct {
		market  string
		reading pricing.TaxReading
		want    pricing.TaxBasis
		rule    rules.ID
	}{
		{"SE", 0, pricing.TaxExclusive, "pricing.tax.exclusive"},
		{"AU", 0, pricing.TaxInclusive, "pricing.tax.software"},
		{"BR", 0, pricing.TaxInclusive, "pricing.tax.software"},
		{"NZ", pricing.SoftwarePageTax, pricing.TaxExclusive, "pricing.tax.exclusive"},
		{"AU", pricing.SoftwarePageTax, pricing.TaxInclusive, "pricing.tax.software"},
		{"AU", pricing.ReservationPageTax, pricing.TaxExclusive, "pricing.tax.exclusive"},
		{"BR", pricing.ReservationPageTax, pricing.TaxInclusive, "pricing.tax.reservations"},
		{"AU", pricing.PriceListTax, pricing.TaxExclusive, "pricing.tax.exclusive"},
		{"BR", pricing.PriceListTax, pricing.TaxExclusive, "pricing.tax.exclusive"},
	}
	for _, tt := range tests {
		t.Run(tt.market+" "+tt.reading.String(), func(t *testing.T) {
			d := pricing.PriceIncludesTax(on, pricing.TaxCase{Market: markets.MustParseMarket(tt.market), Reading: tt.reading})
			assert.Equal(t, tt.want, d.Outcome)
			assert.Equal(t, []rules.ID{tt.rule}, spoke(d))
			requireReadsBack(t, d)
		})
	}
	d := pricing.PriceIncludesTax(on, pricing.TaxCase{})
	assert.Equal(t, []string{"market"}, d.Missing)
	d = pricing.PriceIncludesTax(on, pricing.TaxCase{Reading: pricing.PriceListTax})
	assert.Equal(t, pricing.TaxExclusive, d.Outcome, "by the price list no market is asked for")
	d = pricing.PriceIncludesTax(on, pricing.TaxCase{Market: markets.MustParseMarket("SE"), Listed: rules.Yes})
	assert.Equal(t, pricing.TaxInclusive, d.Outcome, "what the caller gives is not looked up")
}

func TestTax(t *testing.T) {
	tests := []struct {
		name            string
		rate            string
		basis           pricing.TaxBasis
		method          pricing.TaxMethod
		lines           []string
		net, tax, gross string
		taxes           []string
	}{
		{"9.75 and 10.25 at 10 %, each to the nearest cent: 0.98 + 1.03", "10%", pricing.TaxExclusive, pricing.TaxLinesNearest, []string{"9.75", "10.25"}, "20", "2.01", "22.01", []string{"0.98", "1.03"}},
		{"each cut off: 0.97 + 1.02", "10%", pricing.TaxExclusive, pricing.TaxLinesDown, []string{"9.75", "10.25"}, "20", "1.99", "21.99", []string{"0.97", "1.02"}},
		{"on the total: 2.00", "10%", pricing.TaxExclusive, pricing.TaxTotalNearest, []string{"9.75", "10.25"}, "20", "2", "22", nil},
		{"the part of 125 that is tax at 25 %", "25%", pricing.TaxInclusive, pricing.TaxLinesDown, []string{"125"}, "100", "25", "125", []string{"25"}},
		{"a price that includes tax, cut off: 9.99 × 10 ÷ 110 = 0.908…", "10%", pricing.TaxInclusive, pricing.TaxLinesDown, []string{"9.99"}, "9.09", "0.90", "9.99", []string{"0.90"}},
		{"and to the nearest", "10%", pricing.TaxInclusive, pricing.TaxLinesNearest, []string{"9.99"}, "9.08", "0.91", "9.99", []string{"0.91"}},
		{"on the total of two: 19.98 × 10 ÷ 110 = 1.816…", "10%", pricing.TaxInclusive, pricing.TaxTotalNearest, []string{"9.99", "9.99"}, "18.16", "1.82", "19.98", nil},
		{"no tax", "0%", pricing.TaxExclusive, pricing.TaxLinesDown, []string{"9.99"}, "9.99", "0", "9.99", []string{"0"}},
		{"of a credit, cut off towards nothing", "10%", pricing.TaxExclusive, pricing.TaxLinesDown, []string{"-9.75"}, "-9.75", "-0.97", "-10.72", []string{"-0.97"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var lines []terms.Money
			for _, l := range tt.lines {
				lines = append(lines, money(l+" USD"))
			}
			got, err := pricing.Tax(pricing.MustParsePercent(tt.rate), tt.basis, tt.method, lines...)
			require.NoError(t, err)
			assert.True(t, got.Net.Equal(money(tt.net+" USD")), got.Net)
			assert.True(t, got.Tax.Equal(money(tt.tax+" USD")), got.Tax)
			assert.True(t, got.Gross.Equal(money(tt.gross+" USD")), got.Gross)
			require.Len(t, got.Lines, len(lines))
			for i, l := range got.Lines {
				if tt.taxes == nil {
					assert.True(t, l.Tax.IsZero(), "on the total no line has tax")
					continue
				}
				assert.True(t, l.Tax.Equal(money(tt.taxes[i]+" USD")), l.Tax)
			}
			requireReadsBack(t, got)
		})
	}
}

func TestTaxRefuses(t *testing.T) {
	ten := pricing.MustParsePercent("10%")
	_, err := pricing.Tax(ten, 0, pricing.TaxLinesDown, money("1 USD"))
	require.ErrorIs(t, err, pricing.ErrNotGiven)
	_, err = pricing.Tax(ten, pricing.TaxExclusive, 0, money("1 USD"))
	require.ErrorIs(t, err, pricing.ErrNotGiven)
	_, err = pricing.Tax(ten, pricing.TaxExclusive, pricing.TaxLinesDown)
	require.ErrorIs(t, err, pricing.ErrTax)
	_, err = pricing.Tax(ten, pricing.TaxExclusive, pricing.TaxLinesDown, money("1 USD"), terms.Money{})
	require.ErrorIs(t, err, pricing.ErrTax)
	_, err = pricing.Tax(ten, pricing.TaxExclusive, pricing.TaxLinesDown, money("1 USD"), money("1 EUR"))
	require.ErrorIs(t, err, terms.ErrCurrencyMismatch)
	_, err = pricing.Tax(ten, pricing.TaxExclusive, pricing.TaxLinesDown, money("99999999999999999999999999999999999999 USD"))
	require.ErrorIs(t, err, terms.ErrDecimalRange)
}

// Net and tax are gross, on each line and in all; and a price that includes tax stays what it was.
func TestNetAndTaxAreGross(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rate, err := pricing.NewPercent(hundredths(t, "rate", 0, 10_000))
		require.NoError(t, err)
		basis := pricing.TaxBasis(rapid.IntRange(1, 2).Draw(t, "basis"))
		method := pricing.TaxMethod(rapid.IntRange(1, 3).Draw(t, "method"))
		var lines []terms.Money
		total := money("0 USD")
		for range rapid.IntRange(1, 6).Draw(t, "lines") {
			l := amount(t, hundredths(t, "line", -100_000, 100_000), terms.USD)
			lines, total = append(lines, l), sum(t, total, l)
		}
		got, err := pricing.Tax(rate, basis, method, lines...)
		require.NoError(t, err)
		assert.True(t, got.Gross.Equal(sum(t, got.Net, got.Tax)))
		given := got.Net
		if basis == pricing.TaxInclusive {
			given = got.Gross
		}
		assert.True(t, given.Equal(total))
		for _, l := range got.Lines {
			if !l.Tax.IsZero() {
				assert.True(t, l.Gross.Equal(sum(t, l.Net, l.Tax)))
			}
		}
		requireReadsBack(t, got)
	})
}
