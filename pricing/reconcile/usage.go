package reconcile

import (
	"fmt"
	"iter"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/pricesheet"
)

// Usage recomputes lines of daily rated usage, one by one, as it is ranged over. Rows that could not be read are passed on
// as errors.
//
// The price is that of the product in the customer's country at the start of the day. Units of a meter with tiers fill them in
// the order of the lines, through the month, for each plan: lines of such a meter must come in the order of their days, and
// one that does not is [Unreckoned]. The rounding rule is [pricing.Rules.DailyRounding] of the day.
//
// A [Basis] by which nothing can be recomputed is [ErrBasis], and the end.
func (b Basis) Usage(lines iter.Seq2[pricesheet.UsageLine, error]) iter.Seq2[Line, error] {
	return stream(b, lines, (*work).usage, func(*work) []Line { return nil })
}

func (w *work) usage(u pricesheet.UsageLine) Line {
	line := draft{Line{Billed: u.BillingPreTaxTotal, Item: Item{
		Line: u.Line, Kind: DailyUsage, Day: u.UsageDate, CustomerID: u.CustomerID, SubscriptionID: u.SubscriptionID,
		EntitlementID: u.EntitlementID, ProductID: u.ProductID, SkuID: u.SkuID, Name: u.SkuName, Resource: u.ResourceURI,
		ChargeType: u.ChargeType,
	}}}
	if err := w.reckonUsage(&line, u); err != nil {
		line.fail(err)
	}
	return line.Line
}

func (w *work) reckonUsage(line *draft, u pricesheet.UsageLine) error {
	found := w.price(pricesheet.Query{
		ProductID: u.ProductID, SkuID: u.SkuID, Market: u.CustomerCountry, Currency: u.PricingCurrency, At: u.UsageDate.Start(),
	})
	if found.err != nil {
		return found.err
	}
	rule, err := w.Rules.DailyRounding(u.UsageDate)
	if err != nil {
		return err
	}
	rate, otherRate, err := w.exchange(u.UsageDate, found.price.Currency(), u.BillingPreTaxTotal.Currency(), u.PCToBCExchangeRate)
	if err != nil {
		return err
	}
	credit := w.credit(u, found.row)
	if credit.err != nil {
		return credit.err
	}
	if line.AzureCredit, err = percentOf(u.RateOfCredit); err != nil {
		return fmt.Errorf("credit percentage: %w", err)
	}
	if line.Slices, err = w.rate(line.Item, found, u.Quantity); err != nil {
		return err
	}
	line.EarnedCredit, line.MissedCredit, line.Rate = credit.earned, credit.missed, rate
	line.blame(CauseUnitPrice, !isPriceOf(u.UnitPrice, line.Slices))
	line.blame(CauseEarnedCredit, !saysCredit(u.RateOfPartnerEarnedCredit, credit.earned))
	line.blame(CauseExchangeRate, otherRate)
	return w.settleUsage(line, credit, rule.Value)
}

// settleUsage compares usage at list price, less its credits, with what is billed.
func (w *work) settleUsage(line *draft, credit credited, rule pricing.RoundingRule) error {
	discount, err := together(line.AzureCredit, line.EarnedCredit)
	if err != nil {
		return err
	}
	reckoned, err := billable(line.Slices, discount, line.Rate, line.Billed)
	if err != nil {
		return err
	}
	if line.Earned, err = line.part(line.EarnedCredit); err != nil {
		return err
	}
	if line.Missed, err = line.part(line.MissedCredit); err != nil {
		return err
	}
	if line.Missed.Sign() != 0 {
		decision := credit.decision
		line.Decision = &decision
	}
	return line.settle(reckoned, rule)
}

// blame notes a part of the line that is not as it should be.
func (l *draft) blame(cause Cause, differs bool) {
	if differs {
		l.Causes = append(l.Causes, cause)
	}
}

// isPriceOf reports whether a unit price is that of one of the slices. A line need not say one.
func isPriceOf(said decimal.Decimal, of []pricing.Slice) bool {
	return said.IsZero() || len(of) == 0 ||
		slices.ContainsFunc(of, func(s pricing.Slice) bool { return s.Unit.Amount().Equal(said) })
}

// saysCredit reports whether a line has the credit that is due, as a fraction.
func saysCredit(said decimal.Decimal, due pricing.Percent) bool {
	percent, err := percentOf(said)
	return err == nil && percent.Equal(due)
}

// billable gives slices as a line to be rounded: one as it is, several as the sum they are.
func billable(of []pricing.Slice, discount pricing.Percent, rate pricing.ExchangeRate, billed terms.Money) (pricing.Line, error) {
	if len(of) == 1 {
		line := of[0].Line(discount, rate)
		line.Credit, line.Quantity = line.Quantity.IsNegative(), line.Quantity.Abs()
		return line, nil
	}
	currency := billed.Currency()
	if !rate.IsZero() {
		currency = rate.From()
	}
	sum, err := sumOf(of, currency)
	return wholeLine(sum, discount, rate), err
}

// wholeLine gives an amount as a line, of which it is one unit.
func wholeLine(amount terms.Money, discount pricing.Percent, rate pricing.ExchangeRate) pricing.Line {
	line := pricing.Line{UnitPrice: amount, Quantity: decimal.NewFromInt(1), Discount: discount, Rate: rate}
	if amount.Sign() < 0 {
		line.UnitPrice, line.Credit = amount.Neg(), true
	}
	return line
}

// sumOf gives what slices cost at list price.
func sumOf(of []pricing.Slice, currency terms.Currency) (terms.Money, error) {
	sum, err := terms.NewMoney(decimal.Decimal{}, currency)
	for _, s := range of {
		if err != nil {
			break
		}
		sum, err = sum.Add(s.Amount)
	}
	return sum, err
}

// part gives so many per cent of what the Azure credit leaves of the list price, in the billing currency.
func (l *draft) part(percent pricing.Percent) (terms.Money, error) {
	if percent.IsZero() {
		return percent.Of(l.Billed)
	}
	currency := l.Billed.Currency()
	if !l.Rate.IsZero() {
		currency = l.Rate.From()
	}
	list, err := sumOf(l.Slices, currency)
	if err != nil {
		return terms.Money{}, err
	}
	rest, err := l.AzureCredit.Off(list)
	if err != nil {
		return terms.Money{}, err
	}
	part, err := percent.Of(rest)
	if err != nil {
		return terms.Money{}, err
	}
	return l.Rate.Convert(part, pricing.HalfAwayFromZero, mostPlaces)
}
