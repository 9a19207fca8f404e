package benchmarks

import (
	"iter"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/pricesheet"
	"github.com/cloudterms/terms/pricing/reconcile"
)

// pricingWorks are what is measured of package pricing.
var pricingWorks = []comparedWork{
	{"rate", 2_000, rateByHand, rateByTerms},
	{"round", 2_000, roundByHand, roundByTerms},
	{"reconcile", 2_000, reconcileByHand, reconcileByTerms},
}

// handTier is a tier as a user would keep it: where it begins, and what a unit costs.
type handTier struct{ above, unit decimal.Decimal }

func pricingTiers() []handTier {
	return []handTier{
		{decimal.Zero, decimal.New(832, -4)},
		{decimal.New(1024, 0), decimal.New(819, -4)},
		{decimal.New(51200, 0), decimal.New(806, -4)},
		{decimal.New(512000, 0), decimal.New(794, -4)},
	}
}

// pricingQuantity is a quantity with six places that falls into one to three tiers.
func pricingQuantity(i int) decimal.Decimal { return decimal.New(int64(i)*97_003_019+1_000_001, -6) }

func rateByHand(_ testing.TB, units int) func() decimal.Decimal {
	tiers := pricingTiers()
	return func() decimal.Decimal {
		sum := decimal.Zero
		for i := range units {
			quantity := pricingQuantity(i)
			for k, t := range tiers {
				until := quantity
				if k+1 < len(tiers) && tiers[k+1].above.LessThan(until) {
					until = tiers[k+1].above
				}
				if in := until.Sub(t.above); in.IsPositive() {
					sum = sum.Add(in.Mul(t.unit))
				}
			}
		}
		return sum
	}
}

func rateByTerms(tb testing.TB, units int) func() decimal.Decimal {
	tb.Helper()
	var rows []pricing.TierRow
	for _, t := range pricingTiers() {
		rows = append(rows, pricing.TierRow{Min: t.above, Unit: dollars(tb, t.unit)})
	}
	price, err := pricing.TieredPrice(pricing.RateCardKey, rows...)
	orStop(tb, err)
	return func() decimal.Decimal {
		sum := decimal.Zero
		for i := range units {
			rating, err := price.Rate(pricing.Use{Quantity: pricingQuantity(i)})
			orStop(tb, err)
			sum = sum.Add(rating.Amount.Amount())
		}
		return sum
	}
}

// The line that is rounded is R1: cut off before and after the exchange.
func pricingLine() (unit, left, rate decimal.Decimal) {
	return decimal.New(868, -3), decimal.New(85, -2), decimal.New(846202666, -9)
}

func roundByHand(_ testing.TB, units int) func() decimal.Decimal {
	unit, left, rate := pricingLine()
	return func() decimal.Decimal {
		sum := decimal.Zero
		for i := range units {
			priced := unit.Mul(left).Mul(pricingQuantity(i)).Truncate(2)
			sum = sum.Add(priced.Mul(rate).Truncate(2))
		}
		return sum
	}
}

func roundByTerms(tb testing.TB, units int) func() decimal.Decimal {
	tb.Helper()
	unit, _, number := pricingLine()
	rate, err := pricing.NewPCToBC(terms.USD, terms.EUR, number)
	orStop(tb, err)
	line := pricing.Line{UnitPrice: dollars(tb, unit), Discount: pricing.MustParsePercent("15%"), Rate: rate}
	return func() decimal.Decimal {
		sum := decimal.Zero
		for i := range units {
			line.Quantity = pricingQuantity(i)
			subtotal, err := line.Subtotal(pricing.UsageDown)
			orStop(tb, err)
			sum = sum.Add(subtotal.Amount.Amount())
		}
		return sum
	}
}

// pricedUsage gives lines of 400 products on 31 days, of which each hundredth is billed a cent too much.
func pricedUsage(tb testing.TB, units int) (map[string]decimal.Decimal, []pricesheet.UsageLine) {
	tb.Helper()
	prices, lines := map[string]decimal.Decimal{}, make([]pricesheet.UsageLine, units)
	_, left, rate := pricingLine()
	for i := range lines {
		product := "DZH318Z" + decimal.New(int64(10000+i%400), 0).String()
		prices[product] = decimal.New(int64(1+i%400), -4)
		billed := prices[product].Mul(left).Mul(pricingQuantity(i)).Mul(rate).Round(10)
		if i%100 == 0 {
			billed = billed.Add(decimal.New(1, -2))
		}
		amount, err := terms.NewMoney(billed, terms.EUR)
		orStop(tb, err)
		lines[i] = pricesheet.UsageLine{
			Line: i + 2, CustomerCountry: "DE", ProductID: product, SkuID: "0001", SubscriptionID: "plan", EntitlementID: "7f3c",
			UsageDate: terms.MustParseDay("2022-08-01").AddDays(i % 31), UnitPrice: prices[product], Quantity: pricingQuantity(i),
			BillingPreTaxTotal: amount, PricingCurrency: terms.USD, PCToBCExchangeRate: rate, RateOfPartnerEarnedCredit: decimal.New(15, -2),
		}
	}
	return prices, lines
}

// reconcileByHand knows one price for each product, one rounding rule and no tiers, trusts the credit that a line says, and sums up
// what differs.
func reconcileByHand(tb testing.TB, units int) func() decimal.Decimal {
	tb.Helper()
	prices, lines := pricedUsage(tb, units)
	return func() decimal.Decimal {
		one, sum := decimal.New(1, 0), decimal.Zero
		for _, l := range lines {
			unit, ok := prices[l.ProductID]
			if !ok {
				tb.Fatal("no price")
			}
			due := unit.Mul(one.Sub(l.RateOfPartnerEarnedCredit)).Mul(l.Quantity).Mul(l.PCToBCExchangeRate).Round(10)
			sum = sum.Add(l.BillingPreTaxTotal.Amount().Sub(due))
		}
		return sum
	}
}

func reconcileByTerms(tb testing.TB, units int) func() decimal.Decimal {
	tb.Helper()
	prices, lines := pricedUsage(tb, units)
	var rows []pricesheet.Price
	for product, unit := range prices {
		rows = append(rows, pricesheet.Price{
			ProductID: product, SkuID: "0001", TermDuration: "payG-1", Market: "DE", UnitPrice: dollars(tb, unit),
			EffectiveStartDate: terms.MustParseDay("2022-01-01").Start(),
		})
	}
	book, err := pricesheet.NewBook(pricesheet.EarlierHolds, inTurn(rows))
	orStop(tb, err)
	basis := reconcile.Basis{Prices: book}
	return func() decimal.Decimal {
		report, err := basis.Report(basis.Usage(inTurn(lines)))
		orStop(tb, err)
		return report.Total(reconcile.Differs, terms.EUR).Difference.Amount()
	}
}

func dollars(tb testing.TB, amount decimal.Decimal) terms.Money {
	tb.Helper()
	m, err := terms.NewMoney(amount, terms.USD)
	orStop(tb, err)
	return m
}

// inTurn gives rows as a reader would.
func inTurn[T any](rows []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}
