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

func TestPercent(t *testing.T) {
	tests := []struct{ name, percent, of, part, rest string }{
		{"15 % of 2.99 is 0.4485", "15%", "2.99 USD", "0.4485 USD", "2.5415 USD"},
		{"none", "0%", "2.99 USD", "0 USD", "2.99 USD"},
		{"all", "100%", "2.99 USD", "2.99 USD", "0 USD"},
		{"12.5 % of 8", "12.5%", "8 USD", "1 USD", "7 USD"},
		{"of a credit", "15%", "-2 USD", "-0.3 USD", "-1.7 USD"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := pricing.MustParsePercent(tt.percent)
			part, err := p.Of(money(tt.of))
			require.NoError(t, err)
			assert.True(t, part.Equal(money(tt.part)), part)
			rest, err := p.Off(money(tt.of))
			require.NoError(t, err)
			assert.True(t, rest.Equal(money(tt.rest)), rest)
			assert.Equal(t, tt.percent, p.String())
			requireReadsBack(t, p)
		})
	}
	_, err := pricing.Percent{}.Of(terms.Money{})
	require.ErrorIs(t, err, terms.ErrCurrency)
}

func TestParsePercentRefuses(t *testing.T) {
	for _, text := range []string{"15", "15 %", "%", "-1%", "100.01%", "1e9999%", "15%%", " 15%", "", "NaN%"} {
		_, err := pricing.ParsePercent(text)
		require.ErrorIs(t, err, pricing.ErrPercent, "%q", text)
		var parse *terms.ParseError
		require.ErrorAs(t, err, &parse)
	}
	assert.Panics(t, func() { pricing.MustParsePercent("fifteen") })
	for _, d := range []decimal.Decimal{number("-1"), number("101"), decimal.New(1, 1e8)} {
		_, err := pricing.NewPercent(d)
		require.ErrorIs(t, err, pricing.ErrPercent)
	}
	p, err := decodes[pricing.Percent](`""`)
	require.NoError(t, err)
	assert.True(t, p.IsZero())
	_, err = decodes[pricing.Percent](`"15"`)
	require.ErrorIs(t, err, pricing.ErrPercent)
}

func TestPercentOfAndOffAreTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, err := pricing.NewPercent(hundredths(t, "percent", 0, 10_000))
		require.NoError(t, err)
		whole := amount(t, hundredths(t, "whole", -1e12, 1e12), terms.SEK)
		part, err := p.Of(whole)
		require.NoError(t, err)
		rest, err := p.Off(whole)
		require.NoError(t, err)
		assert.True(t, whole.Equal(sum(t, part, rest)))
		requireReadsBack(t, p)
	})
}
