package reconcile_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/pricesheet"
	"github.com/cloudterms/terms/pricing/reconcile"
	"github.com/cloudterms/terms/rules"
)

type useChange = func(*pricesheet.UsageLine)

func TestUsageOutcomes(t *testing.T) {
	tests := []struct {
		name    string
		change  useChange
		want    reconcile.Outcome
		rule    pricing.RoundingRule
		differs string
		causes  []reconcile.Cause
	}{
		{"10 × 0.868 × 0.85 = 7.378", func(*pricesheet.UsageLine) {}, reconcile.Agrees, pricing.DailyTenPlaces, "0.00 USD", nil},
		{
			"fourteen places, which ten round to: 22.9276737383009 × 0.868 × 0.85 = 16.91603768412…",
			func(u *pricesheet.UsageLine) {
				u.Quantity, u.BillingPreTaxTotal = number("22.9276737383009"), money("16.91603768411841 USD")
			},
			reconcile.Agrees, pricing.DailyTenPlaces, "0.00000000001841 USD", nil,
		},
		{
			"cut to cents, as until 2021: 7.37", func(u *pricesheet.UsageLine) { u.BillingPreTaxTotal = money("7.37 USD") },
			reconcile.AgreesOtherwise, pricing.DailyFloor, "-0.008 USD",
			[]reconcile.Cause{reconcile.CauseRounding},
		},
		{
			"the nearest cent: 7.38", func(u *pricesheet.UsageLine) { u.BillingPreTaxTotal = money("7.38 USD") },
			reconcile.AgreesOtherwise, pricing.LineNearest, "0.002 USD",
			[]reconcile.Cause{reconcile.CauseRounding},
		},
		{
			"a cent beside every rule", func(u *pricesheet.UsageLine) { u.BillingPreTaxTotal = money("7.39 USD") },
			reconcile.Differs, pricing.DailyTenPlaces, "0.012 USD",
			[]reconcile.Cause{reconcile.CauseAmount},
		},
		{
			"another unit price: 10 × 0.9 × 0.85 = 7.65",
			func(u *pricesheet.UsageLine) { u.UnitPrice, u.BillingPreTaxTotal = number("0.9"), money("7.65 USD") },
			reconcile.Differs, pricing.DailyTenPlaces, "0.272 USD",
			[]reconcile.Cause{reconcile.CauseUnitPrice},
		},
		{
			"billed in euros: 7.378 × 0.846202666 = 6.243283269748",
			func(u *pricesheet.UsageLine) {
				u.BillingPreTaxTotal, u.PCToBCExchangeRate = money("6.2432832697 EUR"), number("0.846202666")
			},
			reconcile.Agrees, pricing.DailyTenPlaces, "0.00 EUR", nil,
		},
		{
			"given back: −10 units", func(u *pricesheet.UsageLine) { u.Quantity, u.BillingPreTaxTotal = number("-10"), money("-7.378 USD") },
			reconcile.Agrees, pricing.DailyTenPlaces, "0.00 USD", nil,
		},
		{
			"half paid by Azure credit: 8.68 × 0.5 × 0.85 = 3.689",
			func(u *pricesheet.UsageLine) {
				u.RateOfCredit, u.BillingPreTaxTotal = number("0.5"), money("3.689 USD")
			},
			reconcile.Agrees, pricing.DailyTenPlaces, "0.00 USD", nil,
		},
		{
			"all paid by Azure credit",
			func(u *pricesheet.UsageLine) {
				u.RateOfCredit, u.RateOfPartnerEarnedCredit, u.BillingPreTaxTotal = number("1"), number("0"), money("0 USD")
			},
			reconcile.Agrees, pricing.DailyTenPlaces, "0.00 USD", nil,
		},
		{
			"credit on a third party's product, which earns none: 10 × 1 is 10, and 8.50 is billed",
			func(u *pricesheet.UsageLine) {
				u.ProductID, u.UnitPrice, u.BillingPreTaxTotal = "FIREWALL", number("1"), money("8.5 USD")
			},
			reconcile.Differs, pricing.DailyTenPlaces, "-1.50 USD",
			[]reconcile.Cause{reconcile.CauseEarnedCredit},
		},
		{"nothing used", func(u *pricesheet.UsageLine) { u.Quantity, u.BillingPreTaxTotal = number("0"), money("0 USD") }, reconcile.Agrees, pricing.DailyTenPlaces, "0.00 USD", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			line := one(t, reconcile.Basis{Prices: book(t)}.Usage(seq(use(tt.change))))
			assert.Empty(t, line.Why)
			assert.Equal(t, tt.want, line.Outcome)
			assert.Equal(t, tt.rule, line.Rule)
			assert.Equal(t, tt.differs, line.Difference.String())
			assert.Equal(t, tt.causes, line.Causes)
			requireReadsBack(t, line)
			if tt.want == reconcile.Agrees {
				require.NoError(t, line.Err())
			} else {
				require.ErrorIs(t, line.Err(), reconcile.ErrDiffers)
			}
		})
	}
}

func TestUsageThatCannotBeRecomputed(t *testing.T) {
	tests := []struct {
		name   string
		change useChange
		want   reconcile.Outcome
		err    error
		why    string
	}{
		{"a product that is not on the list", func(u *pricesheet.UsageLine) { u.ProductID = "OTHER" }, reconcile.NoPrice, reconcile.ErrNoPrice, "the product is not in the book"},
		{"another market", func(u *pricesheet.UsageLine) { u.CustomerCountry = "DE" }, reconcile.NoPrice, reconcile.ErrNoPrice, `of market there is "US"`},
		{"the day before the price", func(u *pricesheet.UsageLine) { u.UsageDate = day("2021-12-31") }, reconcile.NoPrice, reconcile.ErrNoPrice, "at that instant"},
		{"two prices of one time", func(u *pricesheet.UsageLine) { u.ProductID = "CLASH" }, reconcile.Ambiguous, reconcile.ErrAmbiguous, "two prices"},
		{"two currencies, and the line says none", func(u *pricesheet.UsageLine) { u.ProductID, u.PricingCurrency = "TWICE", 0 }, reconcile.Ambiguous, reconcile.ErrAmbiguous, "currency"},
		{"no product", func(u *pricesheet.UsageLine) { u.ProductID = "" }, reconcile.Unreckoned, reconcile.ErrUnreckoned, "productId is not given"},
		{"no exchange rate", func(u *pricesheet.UsageLine) {
			u.BillingPreTaxTotal, u.PCToBCExchangeRate = money("1 EUR"), number("0")
		}, reconcile.Unreckoned, reconcile.ErrUnreckoned, "no exchange rate from USD to EUR"},
		{"credit of 130 %", func(u *pricesheet.UsageLine) { u.RateOfCredit = number("1.3") }, reconcile.Unreckoned, reconcile.ErrUnreckoned, "at most 100"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			line := one(t, reconcile.Basis{Prices: book(t)}.Usage(seq(use(tt.change))))
			assert.Equal(t, tt.want, line.Outcome)
			assert.Contains(t, line.Why, tt.why)
			assert.True(t, line.Recomputed.IsZero())
			assert.Equal(t, line.Billed, line.AtStake())
			require.ErrorIs(t, line.Err(), tt.err)
			assert.ErrorContains(t, line.Err(), "line 2, product ")
			requireReadsBack(t, line)
		})
	}
}

func TestUsageFillsTiersInTheOrderOfDays(t *testing.T) {
	logs := func(date, quantity, billed string) pricesheet.UsageLine {
		return use(func(u *pricesheet.UsageLine) {
			u.ProductID, u.UnitPrice, u.UsageDate, u.Quantity = "LOGS", number("0"), day(date), number(quantity)
			u.BillingPreTaxTotal = money(billed)
		})
	}
	lines := reconciled(t, reconcile.Basis{Prices: book(t)}.Usage(seq(
		logs("2022-08-01", "4", "0 USD"),
		logs("2022-08-02", "3", "5.083 USD"),   // 1 free, 2 × 2.99 × 0.85
		logs("2022-08-02", "10", "25.415 USD"), // 10 × 2.99 × 0.85
		logs("2022-08-01", "1", "0 USD"),       // out of order
		logs("2022-08-03", "-1", "-2.5415 USD"),
		logs("2022-09-01", "5", "0 USD"), // tiers start anew with the month
	)))
	outcomes := make([]reconcile.Outcome, len(lines))
	for i, l := range lines {
		outcomes[i] = l.Outcome
	}
	assert.Equal(t, []reconcile.Outcome{
		reconcile.Agrees, reconcile.Agrees, reconcile.Agrees, reconcile.Unreckoned, reconcile.Agrees, reconcile.Agrees,
	}, outcomes)
	assert.Contains(t, lines[3].Why, "want lines in the order of their days")
	assert.Len(t, lines[1].Slices, 2)
}

func TestUsageByAccess(t *testing.T) {
	tests := []struct {
		name           string
		partnership    *pricing.Partnership
		said           string
		billed         string
		want           reconcile.Outcome
		earned, missed string
		causes         []reconcile.Cause
	}{
		{"access, and credit: 8.68 × 15 % = 1.302", owner(), "0.15", "7.378 USD", reconcile.Agrees, "1.302 USD", "0.00 USD", nil},
		{"access, and no credit", owner(), "0", "8.68 USD", reconcile.Differs, "1.302 USD", "0.00 USD", []reconcile.Cause{reconcile.CauseEarnedCredit}},
		{"a day without access, and no credit", owner("2022-08-03"), "0", "8.68 USD", reconcile.Agrees, "0.00 USD", "1.302 USD", nil},
		{"a day without access, and credit", owner("2022-08-03"), "0.15", "7.378 USD", reconcile.Differs, "0.00 USD", "1.302 USD", []reconcile.Cause{reconcile.CauseEarnedCredit}},
		{"the day before without access", owner("2022-08-02"), "0.15", "7.378 USD", reconcile.Agrees, "1.302 USD", "0.00 USD", nil},
		{"the day after without access", owner("2022-08-04"), "0.15", "7.378 USD", reconcile.Agrees, "1.302 USD", "0.00 USD", nil},
		{"nobody said who had access, and credit", nil, "0.15", "7.378 USD", reconcile.Agrees, "1.302 USD", "0.00 USD", nil},
		{"nobody said who had access, and no credit", nil, "0", "8.68 USD", reconcile.Agrees, "0.00 USD", "1.302 USD", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			line := one(t, reconcile.Basis{Prices: book(t), Partnership: tt.partnership}.Usage(seq(use(func(u *pricesheet.UsageLine) {
				u.RateOfPartnerEarnedCredit, u.BillingPreTaxTotal = number(tt.said), money(tt.billed)
			}))))
			assert.Equal(t, tt.want, line.Outcome, line.Why)
			assert.Equal(t, tt.earned, line.Earned.String())
			assert.Equal(t, tt.missed, line.Missed.String())
			assert.Equal(t, tt.causes, line.Causes)
			assert.Equal(t, line.Missed.Sign() > 0, line.Decision != nil)
			requireReadsBack(t, line)
		})
	}
}

func TestUsageWhoseCreditCannotBeTold(t *testing.T) {
	unsaid := owner()
	unsaid.Agreement = rules.Unknown
	line := one(t, reconcile.Basis{Prices: book(t), Partnership: unsaid}.Usage(seq(use())))
	assert.Equal(t, reconcile.Unreckoned, line.Outcome)
	assert.Contains(t, line.Why, "agreement")

	line = one(t, reconcile.Basis{Prices: book(t), Partnership: owner()}.Usage(seq(use(func(u *pricesheet.UsageLine) {
		u.ResourceURI, u.EntitlementID = "", ""
	}))))
	assert.Equal(t, reconcile.Unreckoned, line.Outcome)
	assert.Contains(t, line.Why, "the resource and the entitlement")
}

func TestUsageByATableOfRates(t *testing.T) {
	rate, err := pricing.NewUSDPerUnit(mustCurrency("EUR"), number("1.1817500"))
	require.NoError(t, err)
	august, err := terms.ParseSpan("2022-08-01/2022-09-01")
	require.NoError(t, err)
	table, err := pricing.NewRateTable(pricing.DatedRate{Rate: rate, Span: august})
	require.NoError(t, err)
	tests := []struct {
		name, said, billed string
		want               reconcile.Outcome
		causes             []reconcile.Cause
	}{
		{"1 ÷ 1.18175 = 0.846202665…, written with nine places", "0.846202665", "6.2432832624 EUR", reconcile.Agrees, nil},
		{"the line does not say: 7.378 ÷ 1.18175", "0", "6.2432832663 EUR", reconcile.Agrees, nil},
		{"another rate: 7.378 × 0.85", "0.85", "6.2713 EUR", reconcile.Differs, []reconcile.Cause{reconcile.CauseExchangeRate}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			line := one(t, reconcile.Basis{Prices: book(t), Rates: table}.Usage(seq(use(func(u *pricesheet.UsageLine) {
				u.PCToBCExchangeRate, u.BillingPreTaxTotal = number(tt.said), money(tt.billed)
			}))))
			assert.Equal(t, tt.want, line.Outcome, "%v %v", line.Why, line.Recomputed)
			assert.Equal(t, tt.causes, line.Causes)
		})
	}
	line := one(t, reconcile.Basis{Prices: book(t), Rates: table}.Usage(seq(use(func(u *pricesheet.UsageLine) {
		u.UsageDate, u.BillingPreTaxTotal = day("2022-09-01"), money("1 EUR")
	}))))
	assert.Equal(t, reconcile.Unreckoned, line.Outcome, "the day after the table")
}

func mustCurrency(s string) terms.Currency {
	c, err := terms.ParseCurrency(s)
	if err != nil {
		panic(err)
	}
	return c
}

func TestProductOf(t *testing.T) {
	tests := []struct {
		name string
		use  pricesheet.UsageLine
		row  pricesheet.Price
		want pricing.PlanProduct
	}{
		{"consumption", use(), row("P", "1 USD"), pricing.PlanConsumption},
		{"a third party's", use(), row("P", "1 USD", tagged("Azure; Third Party", "ThirdParty")), pricing.ThirdParty},
		{"a reservation", use(), row("P", "1 USD", licence("P1Y", "")), pricing.PlanReservation},
		{"a savings plan", use(func(u *pricesheet.UsageLine) { u.BenefitID = "b" }), row("P", "1 USD"), pricing.PlanSavings},
		{"a Spot machine", use(func(u *pricesheet.UsageLine) { u.MeterName = "D2 v3 Spot" }), row("P", "1 USD"), pricing.SpotMachine},
		{"Spotlight is no Spot machine", use(func(u *pricesheet.UsageLine) { u.SkuName = "Spotlight" }), row("P", "1 USD"), pricing.PlanConsumption},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, reconcile.ProductOf(tt.use, tt.row)) })
	}
	none := reconcile.Basis{Prices: book(t), Product: func(pricesheet.UsageLine, pricesheet.Price) pricing.PlanProduct { return 0 }}
	assert.Equal(t, reconcile.Unreckoned, one(t, none.Usage(seq(use()))).Outcome, "a product that is not given earns nothing unasked")
}

func TestNoBasis(t *testing.T) {
	for _, lines := range []func() error{
		func() error { _, err := reconcile.Basis{}.Report(reconcile.Basis{}.Usage(seq(use()))); return err },
		func() error { _, err := reconcile.Basis{}.Report(reconcile.Basis{}.Invoice(seq(bill()))); return err },
	} {
		require.ErrorIs(t, lines(), reconcile.ErrBasis)
	}
}
