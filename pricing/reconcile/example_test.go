package reconcile_test

import (
	"errors"
	"fmt"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/pricesheet"
	"github.com/cloudterms/terms/pricing/reconcile"
)

const (
	list = `ProductId,SkuId,TermDuration,Market,Currency,UnitPrice,PricingTierRangeMin,PricingTierRangeMax,EffectiveStartDate,EffectiveEndDate,Tags
COMPUTE,0001,payG-1,US,USD,0.868,,,1/1/2022 12:00:00 AM,11/30/9999 11:59:59 PM,Azure
`
	usage = `CustomerId,CustomerCountry,SubscriptionId,EntitlementId,ProductId,SkuId,MeterId,UsageDate,UnitPrice,Quantity,BillingPreTaxTotal,BillingCurrency,PricingCurrency,EffectiveUnitPrice,PCToBCExchangeRate,PartnerEarnedCreditPercentage
contoso,US,plan,7f3c,COMPUTE,0001,m1,8/3/2022,0.868,29,21.3962,USD,USD,0.7378,1,15
contoso,US,plan,7f3c,COMPUTE,0001,m1,8/4/2022,0.868,10,8.68,USD,USD,0.868,1,0
contoso,US,plan,7f3c,COMPUTE,0001,m1,8/5/2022,0.868,10,8.378,USD,USD,0.8378,1,15
contoso,US,plan,7f3c,OTHER,0001,m2,8/5/2022,1,3,3,USD,USD,1,1,0
`
	invoice = `CustomerId,CustomerCountry,InvoiceNumber,ProductId,SkuId,ChargeType,UnitPrice,Quantity,Subtotal,TaxTotal,Total,Currency,PriceAdjustmentDescription,SubscriptionId,ChargeStartDate,ChargeEndDate,EffectiveUnitPrice,BillableQuantity,PricingCurrency,PCToBCExchangeRate,MeterDescription
contoso,US,G1,COMPUTE,0001,New,0.868,1,38.45,0,38.45,USD,"[""15.0% Partner earned credit for services managed""]",plan,8/1/2022,8/31/2022,0.7847,49,USD,1,Compute hours
`
)

// prices reads the price list.
func prices() *pricesheet.Book {
	b, err := pricesheet.NewBook(pricesheet.EarlierHolds, pricesheet.ReadAzurePlan(strings.NewReader(list)))
	if err != nil {
		panic(err)
	}
	return b
}

// A month's usage is held against the price list, and the invoice against both.
func Example() {
	basis := reconcile.Basis{Prices: prices()}
	used, err := basis.Report(basis.Usage(pricesheet.ReadDailyUsage(strings.NewReader(usage))))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range used.Findings {
		fmt.Println(l.Err())
	}
	fmt.Println("missed:", used.Missed)

	basis.Charges = used.Charges
	billed, err := basis.Report(basis.Invoice(pricesheet.ReadInvoice(strings.NewReader(invoice))))
	fmt.Println("invoice:", billed.Lines, "line,", len(billed.Findings), "to look at", err)
	// Output:
	// reconcile: line has no price: line 5, product OTHER, SKU 0001: pricesheet: no price: the product is not in the book (asked for product OTHER, SKU 0001, market US, currency USD, at 2022-08-05T00:00:00Z)
	// reconcile: line differs: line 4, product COMPUTE, SKU 0001: billed 8.378 USD, recomputed 7.378 USD
	// missed: [1.302 USD]
	// invoice: 1 line, 1 to look at <nil>
}

func ExampleBasis_Usage() {
	basis := reconcile.Basis{Prices: prices()}
	for line, err := range basis.Usage(pricesheet.ReadDailyUsage(strings.NewReader(usage))) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(line.Line, line.Outcome, line.Rule, line.Difference)
		for _, cause := range line.Causes {
			fmt.Println("  because of", cause)
		}
	}
	// Output:
	// 2 agrees dailyTenPlaces 0.00 USD
	// 3 agrees dailyTenPlaces 0.00 USD
	// 4 differs dailyTenPlaces 1.00 USD
	//   because of amount
	// 5 noPrice
}

func ExampleBasis_Invoice() {
	basis := reconcile.Basis{Prices: prices()}
	for line, err := range basis.Invoice(pricesheet.ReadInvoice(strings.NewReader(invoice))) {
		fmt.Println(line.Outcome, line.Billed, line.Recomputed, err)
		fmt.Println(errors.Is(line.Err(), reconcile.ErrDiffers))
	}
	// Output:
	// differs 38.45 USD 36.15 USD <nil>
	// true
}

func ExampleBasis_Report() {
	basis := reconcile.Basis{Prices: prices()}
	report, err := basis.Report(basis.Usage(pricesheet.ReadDailyUsage(strings.NewReader(usage))))
	for _, total := range report.Totals {
		fmt.Println(total.Outcome, total.Lines, "lines, at stake", total.AtStake)
	}
	for _, gap := range report.Gaps {
		fmt.Println(gap.Day, "missed", gap.Missed)
	}
	fmt.Println(report.Total(reconcile.Agrees, terms.USD).Billed, err)
	// Output:
	// noPrice 1 lines, at stake 3.00 USD
	// differs 1 lines, at stake 1.00 USD
	// agrees 2 lines, at stake 0.00 USD
	// 2022-08-04 missed 1.302 USD
	// 30.0762 USD <nil>
}

func ExampleCharge_Whole() {
	basis := reconcile.Basis{Prices: prices()}
	report, err := basis.Report(basis.Usage(pricesheet.ReadDailyUsage(strings.NewReader(usage))))
	if err != nil {
		fmt.Println(err)
		return
	}
	charge := report.Charges[0]
	whole, err := charge.Whole()
	fmt.Println(whole.Use.Quantity, "units, net", whole.Net, "billed as", charge.Subtotal, err)
	fmt.Println("a unit came to", charge.EffectiveUnitPrice)
	// Output:
	// 49 units, net 37.4542 USD billed as 37.45 USD <nil>
	// a unit came to 0.764285714285714 USD
}

func ExampleLine_AtStake() {
	line := reconcile.Line{Outcome: reconcile.NoPrice, Billed: terms.MustParseMoney("-3 USD")}
	fmt.Println(line.AtStake())
	// Output: 3.00 USD
}

func ExampleLine_Err() {
	line := reconcile.Line{Outcome: reconcile.NoUsage, Billed: terms.MustParseMoney("3 USD"), Recomputed: terms.MustParseMoney("0 USD")}
	line.ProductID, line.SkuID = "COMPUTE", "0001"
	fmt.Println(line.Err())
	// Output: reconcile: nothing was used: product COMPUTE, SKU 0001: billed 3.00 USD, recomputed 0.00 USD
}

func ExampleProductOf() {
	row := pricesheet.Price{TermDuration: "payG-1", Tags: []string{"Azure", "Third Party"}}
	fmt.Println(reconcile.ProductOf(pricesheet.UsageLine{}, row) == pricing.ThirdParty)
	// Output: true
}
