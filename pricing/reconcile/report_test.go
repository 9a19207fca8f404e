package reconcile_test

import (
	"errors"
	"iter"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/pricesheet"
	"github.com/cloudterms/terms/pricing/reconcile"
)

func TestReportPutsWhatIsAtStakeFirst(t *testing.T) {
	on := func(line int, changes ...useChange) pricesheet.UsageLine {
		return use(append([]useChange{func(u *pricesheet.UsageLine) { u.Line = line }}, changes...)...)
	}
	billed := func(amount string) useChange {
		return func(u *pricesheet.UsageLine) { u.BillingPreTaxTotal = money(amount) }
	}
	unknown := func(u *pricesheet.UsageLine) { u.ProductID = "OTHER" }
	basis := reconcile.Basis{Prices: book(t), Partnership: owner("2022-08-04")}
	report, err := basis.Report(basis.Usage(seq(
		on(2),
		on(3, billed("7.379 USD")),
		on(4, billed("6.378 USD")),
		on(5, billed("100 USD"), unknown),
		on(6, billed("1 EUR"), unknown),
		on(7, billed("7.37 USD")),
		on(8, billed("8.68 USD"), func(u *pricesheet.UsageLine) {
			u.UsageDate, u.RateOfPartnerEarnedCredit = day("2022-08-04"), number("0")
		}),
	)))
	require.NoError(t, err)
	requireReadsBack(t, report)

	assert.Equal(t, 7, report.Lines)
	type total struct {
		outcome                                 reconcile.Outcome
		lines                                   int
		billed, recomputed, differs, inQuestion string
	}
	var totals []total
	for _, sum := range report.Totals {
		totals = append(totals, total{sum.Outcome, sum.Lines, sum.Billed.String(), sum.Recomputed.String(), sum.Difference.String(), sum.AtStake.String()})
	}
	assert.Equal(t, []total{
		{reconcile.NoPrice, 1, "1.00 EUR", "", "", "1.00 EUR"},
		{reconcile.NoPrice, 1, "100.00 USD", "", "", "100.00 USD"},
		{reconcile.Differs, 2, "13.757 USD", "14.756 USD", "-0.999 USD", "1.001 USD"},
		{reconcile.AgreesOtherwise, 1, "7.37 USD", "7.378 USD", "-0.008 USD", "0.008 USD"},
		{reconcile.Agrees, 2, "16.058 USD", "16.058 USD", "0.00 USD", "0.00 USD"},
	}, totals)
	assert.Equal(t, report.Totals[2], report.Total(reconcile.Differs, terms.USD))
	assert.Zero(t, report.Total(reconcile.Differs, mustCurrency("SEK")))

	var lines []int
	for _, l := range report.Findings {
		lines = append(lines, l.Line)
	}
	assert.Equal(t, []int{6, 5, 4, 7, 3}, lines)
	assert.Equal(t, []reconcile.RuleTotal{
		{Kind: reconcile.DailyUsage, Rule: pricing.DailyFloor, Lines: 1}, {Kind: reconcile.DailyUsage, Rule: pricing.DailyTenPlaces, Lines: 2},
	}, report.Rules)
	assert.Equal(t, "[5.208 USD]", texts(report.Earned))
	assert.Equal(t, "[1.302 USD]", texts(report.Missed))
	require.Len(t, report.Gaps, 1)
	assert.Equal(t, day("2022-08-04"), report.Gaps[0].Day)
	assert.Equal(t, 1, report.Gaps[0].Lines)
	assert.NotEmpty(t, report.Gaps[0].Decision.Findings, "a gap says why")
}

func texts(amounts []terms.Money) string {
	text := "["
	for _, m := range amounts {
		text += m.String()
	}
	return text + "]"
}

func TestReportOfNothing(t *testing.T) {
	basis := reconcile.Basis{Prices: book(t)}
	report, err := basis.Report(basis.Usage(seq[pricesheet.UsageLine]()))
	require.NoError(t, err)
	assert.Zero(t, report.Lines)
	requireReadsBack(t, report)
}

func TestReportNamesRowsThatCouldNotBeRead(t *testing.T) {
	fault := &pricesheet.RowError{Format: pricesheet.FormatDailyUsage, Line: 3, Column: 1, Err: pricesheet.ErrDate}
	var lines iter.Seq2[pricesheet.UsageLine, error] = func(yield func(pricesheet.UsageLine, error) bool) {
		_ = yield(use(), nil) && yield(pricesheet.UsageLine{}, fault) && yield(use(), nil)
	}
	basis := reconcile.Basis{Prices: book(t)}
	report, err := basis.Report(basis.Usage(lines))
	assert.Equal(t, 2, report.Lines, "the others are in the report")
	require.ErrorIs(t, err, pricesheet.ErrDate)
	read, ok := errors.AsType[*pricesheet.ReadError](err)
	require.True(t, ok)
	assert.Equal(t, []error{fault}, read.Faults)
}

func TestSequencesStopWhenNobodyAsks(t *testing.T) {
	basis := reconcile.Basis{Prices: book(t)}
	basis.Charges = month(t, basis)
	for _, lines := range []iter.Seq2[reconcile.Line, error]{
		basis.Invoice(seq(bill(), bill())), basis.Invoice(seq[pricesheet.InvoiceLine]()), basis.Usage(seq(use(), use())),
	} {
		asked := 0
		for _, err := range lines {
			require.NoError(t, err)
			asked++
			break
		}
		assert.Equal(t, 1, asked)
	}
}

func TestChargesByTierAndPlan(t *testing.T) {
	logs := func(quantity, billed, subscription string) pricesheet.UsageLine {
		return use(func(u *pricesheet.UsageLine) {
			u.ProductID, u.UnitPrice, u.Quantity, u.SubscriptionID, u.BillingPreTaxTotal = "LOGS", number("0"), number(quantity), subscription, money(billed)
		})
	}
	basis := reconcile.Basis{Prices: book(t)}
	report, err := basis.Report(basis.Usage(seq(logs("4", "0 USD", "a"), logs("33", "81.328 USD", "a"), logs("5", "0 USD", "b"))))
	require.NoError(t, err)
	require.Len(t, report.Charges, 3)
	type charge struct{ subscription, quantity, subtotal, effective string }
	var charges []charge
	for _, c := range report.Charges {
		whole, err := c.Whole()
		require.NoError(t, err)
		charges = append(charges, charge{c.SubscriptionID, whole.Use.Quantity.String(), c.Subtotal.String(), c.EffectiveUnitPrice.String()})
		requireReadsBack(t, c)
	}
	assert.Equal(t, []charge{
		{"a", "5", "0.00 USD", "0.00 USD"},
		{"a", "32", "81.32 USD", "2.54125 USD"}, // 32 × 2.99 × 0.85 = 81.328, cut; ÷ 32
		{"b", "5", "0.00 USD", "0.00 USD"},
	}, charges)

	basis.Charges = report.Charges
	left := one(t, basis.Invoice(seq[pricesheet.InvoiceLine]()))
	assert.Equal(t, reconcile.NotBilled, left.Outcome)
	assert.Equal(t, 2, left.Tier, "the free tier comes to nothing, and is not missed")
	require.ErrorContains(t, left.Err(), "product LOGS, SKU 0001, tier 2: billed 0.00 USD, recomputed 81.32 USD")
}

func TestMonthWithoutARoundingRule(t *testing.T) {
	prices := book(t, row("OLD", "1 USD", from("2020-01-01", "")))
	old := use(func(u *pricesheet.UsageLine) {
		u.ProductID, u.UsageDate, u.UnitPrice, u.BillingPreTaxTotal = "OLD", day("2020-09-14"), number("1"), money("8.50 USD")
	})
	basis := reconcile.Basis{Prices: prices}
	report, err := basis.Report(basis.Usage(seq(old)))
	require.NoError(t, err)
	assert.Equal(t, pricing.DailyFloor, report.Rules[0].Rule)
	require.Len(t, report.Charges, 1)
	assert.True(t, report.Charges[0].Subtotal.IsZero(), "the record has no rule for invoices of 2020")
	requireReadsBack(t, report)
}
