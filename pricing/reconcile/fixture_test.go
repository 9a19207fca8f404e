package reconcile_test

import (
	"encoding/json"
	"iter"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/pricesheet"
	"github.com/cloudterms/terms/pricing/reconcile"
	"github.com/cloudterms/terms/rules"
)

func number(s string) decimal.Decimal {
	d, err := terms.ParseDecimal(s)
	if err != nil {
		panic(err)
	}
	return d
}

func money(s string) terms.Money { return terms.MustParseMoney(s) }

func day(s string) terms.Day { return terms.MustParseDay(s) }

// seq gives rows as a reader would.
func seq[T any](rows ...T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// row is a price of Azure plan, for the US, without end.
func row(product, unit string, changes ...func(*pricesheet.Price)) pricesheet.Price {
	p := pricesheet.Price{
		ProductID: product, SkuID: "0001", TermDuration: "payG-1", Market: "US", UnitPrice: money(unit),
		EffectiveStartDate: day("2022-01-01").Start(), Tags: []string{"Azure"},
	}
	for _, change := range changes {
		change(&p)
	}
	return p
}

func tier(low, high string) func(*pricesheet.Price) {
	return func(p *pricesheet.Price) { p.PricingTierRangeMin, p.PricingTierRangeMax = number(low), number(high) }
}

func tagged(tags ...string) func(*pricesheet.Price) {
	return func(p *pricesheet.Price) { p.Tags = tags }
}

func from(d, until string) func(*pricesheet.Price) {
	return func(p *pricesheet.Price) {
		p.EffectiveStartDate = day(d).Start()
		if until != "" {
			p.EffectiveEndDate = day(until).Start()
		}
	}
}

func licence(term, plan string) func(*pricesheet.Price) {
	return func(p *pricesheet.Price) { p.TermDuration, p.BillingPlan, p.Tags = term, plan, []string{"License"} }
}

// book has one product of each kind: COMPUTE at 0.868, LOGS with five free units and 2.99 for those beyond, FIREWALL of a
// third party, and CLASH with two prices of one time.
func book(t require.TestingT, more ...pricesheet.Price) *pricesheet.Book {
	b, err := pricesheet.NewBook(pricesheet.EarlierHolds, seq(append([]pricesheet.Price{
		row("COMPUTE", "0.868 USD"),
		row("LOGS", "0 USD", tier("1", "5")), row("LOGS", "2.99 USD", tier("6", "9223372036854780000")),
		row("FIREWALL", "1 USD", tagged("Azure", "Third Party")),
		row("CLASH", "1 USD"), row("CLASH", "2 USD"),
		row("TWICE", "1 USD"), row("TWICE", "1 EUR"),
	}, more...)...))
	require.NoError(t, err)
	return b
}

// use is a line of daily rated usage of COMPUTE, 10 × 0.868 less 15 % = 7.378, changed as told.
func use(changes ...func(*pricesheet.UsageLine)) pricesheet.UsageLine {
	u := pricesheet.UsageLine{
		Line: 2, CustomerID: "contoso", CustomerCountry: "US", SubscriptionID: "plan", EntitlementID: "7f3c",
		ProductID: "COMPUTE", SkuID: "0001", SkuName: "D2 v3", MeterID: "m", UsageDate: day("2022-08-03"),
		UnitPrice: number("0.868"), Quantity: number("10"), BillingPreTaxTotal: money("7.378 USD"), PricingCurrency: terms.USD,
		PCToBCExchangeRate: number("1"), RateOfPartnerEarnedCredit: number("0.15"),
		ResourceURI: "/subscriptions/7f3c/resourceGroups/web/providers/Microsoft.Compute/virtualMachines/vm1",
	}
	for _, change := range changes {
		change(&u)
	}
	return u
}

// bill is a line of an invoice for COMPUTE in August 2022, E1a: 29 × 0.868 less 15 % = 21.3962, cut to 21.39.
func bill(changes ...func(*pricesheet.InvoiceLine)) pricesheet.InvoiceLine {
	l := pricesheet.InvoiceLine{
		Line: 2, CustomerID: "contoso", CustomerCountry: "US", SubscriptionID: "plan", InvoiceNumber: "G1",
		ProductID: "COMPUTE", SkuID: "0001", ChargeType: "New", UnitPrice: number("0.868"), Quantity: number("1"),
		BillableQuantity: number("29"), Subtotal: money("21.39 USD"), EffectiveUnitPrice: number("0.737586206896552"),
		PriceAdjustmentDescription: `["15.0% Partner earned credit for services managed"]`,
		ChargeStartDate:            day("2022-08-01"), ChargeEndDate: day("2022-08-31"), PricingCurrency: terms.USD,
		PCToBCExchangeRate: number("1"), MeterDescription: "Compute hours",
	}
	for _, change := range changes {
		change(&l)
	}
	return l
}

// owner is a partnership whose billed partner has been an owner of the subscription by AOBO, but for some days.
func owner(without ...string) *pricing.Partnership {
	p := &pricing.Partnership{Transacting: "MPN1", Agreement: rules.Yes, Billed: rules.Yes, Reading: pricing.WholeDay}
	scope, err := pricing.ParseScope("/subscriptions/7f3c")
	if err != nil {
		panic(err)
	}
	begin := day("2022-01-01").Start()
	for _, gap := range append(without, "") {
		g := pricing.Grant{ID: "aobo" + gap, Partner: "MPN1", Path: pricing.AOBO, Role: "Owner", Scope: scope, From: begin}
		if gap != "" {
			g.Until = day(gap).Start()
			begin = day(gap).AddDays(1).Start()
		}
		p.Grants = append(p.Grants, g)
	}
	return p
}

// reconciled gives the lines of a sequence, which has no errors.
func reconciled(t require.TestingT, lines iter.Seq2[reconcile.Line, error]) []reconcile.Line {
	var all []reconcile.Line
	for line, err := range lines {
		require.NoError(t, err)
		all = append(all, line)
	}
	return all
}

// one gives the only line of a sequence.
func one(t *testing.T, lines iter.Seq2[reconcile.Line, error]) reconcile.Line {
	t.Helper()
	all := reconciled(t, lines)
	require.Len(t, all, 1)
	return all[0]
}

// requireReadsBack marshals a value, and wants terms.Decode to read an equal one.
func requireReadsBack[T interface{ Equal(other T) bool }](t require.TestingT, v T) {
	data, err := json.Marshal(v)
	require.NoError(t, err)
	var read T
	require.NoError(t, terms.Decode(strings.NewReader(string(data)), &read), string(data))
	require.True(t, v.Equal(read), "%s", data)
	again, err := json.Marshal(read)
	require.NoError(t, err)
	require.JSONEq(t, string(data), string(again))
}
