package reconcile_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/pricesheet"
	"github.com/cloudterms/terms/pricing/reconcile"
	"github.com/cloudterms/terms/rules"
)

// An overlay reaches every line: how it is rounded, what credit it missed, and what the month comes to.
func TestOverlaysReachEveryLine(t *testing.T) {
	var o rules.Overlay
	require.NoError(t, terms.Decode(strings.NewReader(`{"owner": "Fabrikam", "reason": "distributor contract, clause 4", "figures": [
		{"timeline": "pricing.rounding.daily", "span": "../..", "value": "dailyFloor"},
		{"timeline": "pricing.rounding.usage", "span": "../..", "value": "lineNearest"},
		{"timeline": "pricing.pec.rate", "span": "../..", "value": "10%"}]}`), &o))
	house, err := pricing.Published().With(o)
	require.NoError(t, err)
	without := use(func(u *pricesheet.UsageLine) {
		u.RateOfPartnerEarnedCredit, u.BillingPreTaxTotal = number("0"), money("8.68 USD")
	})
	basis := reconcile.Basis{Prices: book(t), Rules: house}
	report, err := basis.Report(basis.Usage(seq(without, use(func(u *pricesheet.UsageLine) { u.BillingPreTaxTotal = money("7.37 USD") }))))
	require.NoError(t, err)
	assert.Equal(t, []reconcile.RuleTotal{{Kind: reconcile.DailyUsage, Rule: pricing.DailyFloor, Lines: 2}}, report.Rules)
	assert.Equal(t, "[0.868 USD]", texts(report.Missed))
	assert.Equal(t, "16.06 USD", report.Charges[0].Subtotal.String(), "8.68 + 7.378 = 16.058, to the nearest cent")
}
