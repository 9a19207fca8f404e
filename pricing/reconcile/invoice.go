package reconcile

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/pricesheet"
)

// Invoice recomputes the lines of a new-commerce invoice's reconciliation file, one by one, as it is ranged over: their
// subtotals, before tax. Rows that could not be read are passed on as errors.
//
// Usage is held against [Basis.Charges], and what these have and the invoice does not is given behind the last line as
// [NotBilled]. Without charges a line is recomputed from the price list and the earned credit it says; a price that is
// another on the last day of the charge than on the first is [Ambiguous], and units fill the tiers of a meter in the order of
// the lines. The rounding rule is [pricing.Rules.UsageRounding] of the day on which the charge begins.
//
// Seats, and all else that has a price for a term or once, cost what the price list says for the day on which the
// subscription began, or, where the file does not say that, on which the charge begins. Their term is that of
// TermAndBillingCycle ("One-Year commitment for monthly billing"), or without it that of the subscription's days; they are
// billed as often as BillingFrequency says, or TermAndBillingCycle, or the one plan that the price list has. A line of which
// these contradict each other, as days of a year under a commitment of a month, is [Unreckoned]. A billing plan of months pays a part of the term's price, and a charge cycle that is cut is prorated by
// [pricing.Rules.SeatProration].
//
// A [Basis] by which nothing can be recomputed is [ErrBasis], and the end.
func (b Basis) Invoice(lines iter.Seq2[pricesheet.InvoiceLine, error]) iter.Seq2[Line, error] {
	return stream(b, lines, (*work).invoice, (*work).notBilled)
}

func (w *work) invoice(l pricesheet.InvoiceLine) Line {
	line := draft{Line{Billed: l.Subtotal, Item: Item{
		Line: l.Line, Kind: InvoiceUsage, Day: l.ChargeStartDate, CustomerID: l.CustomerID, SubscriptionID: l.SubscriptionID,
		ProductID: l.ProductID, SkuID: l.SkuID, Name: l.SkuName, ChargeType: l.ChargeType,
	}}}
	if err := w.reckonInvoice(&line, l); err != nil {
		line.fail(err)
	}
	return line.Line
}

func (w *work) reckonInvoice(line *draft, l pricesheet.InvoiceLine) error {
	if l.ChargeStartDate.IsZero() || l.ChargeEndDate.Before(l.ChargeStartDate) {
		return errors.New("it does not say from which day to which it is charged")
	}
	agreed, err := commitmentOf(l)
	if err != nil {
		return err
	}
	found := w.price(questionOf(l, agreed))
	if found.err == nil && !isPayAsYouGo(found.row) {
		line.Kind = InvoiceSeats
	}
	switch {
	case found.err != nil:
		return found.err
	case line.Kind == InvoiceSeats:
		return w.reckonSeats(line, l, agreed, found)
	case len(w.Charges) > 0:
		return w.reckonByUse(line, l)
	default:
		return w.reckonByPrice(line, l, found)
	}
}

// questionOf asks for the price of a line. A subscription has the price of the day on which it began; what was used, which has a
// meter, that of the day, and so has a commitment of which the file does not say when it began.
func questionOf(l pricesheet.InvoiceLine, agreed commitment) pricesheet.Query {
	q := pricesheet.Query{
		ProductID: l.ProductID, SkuID: l.SkuID, Market: l.CustomerCountry, Currency: l.PricingCurrency,
		At: l.ChargeStartDate.Start(),
	}
	if l.MeterDescription != "" || agreed.term == 0 && l.SubscriptionStartDate.IsZero() {
		return q
	}
	q.TermDuration, q.BillingPlan = agreed.term.String(), agreed.frequency
	if !l.SubscriptionStartDate.IsZero() {
		q.At = l.SubscriptionStartDate.Start()
	}
	return q
}

// reckonByPrice recomputes usage from the price list and the credit that the line says it has.
func (w *work) reckonByPrice(line *draft, l pricesheet.InvoiceLine, found priced) error {
	if err := w.checkSamePrice(l, found); err != nil {
		return err
	}
	rule, err := w.Rules.UsageRounding(l.ChargeStartDate)
	if err != nil {
		return err
	}
	if line.EarnedCredit, err = adjustments(l.PriceAdjustmentDescription); err != nil {
		return err
	}
	var otherRate bool
	line.Rate, otherRate, err = w.exchange(l.ChargeStartDate, found.price.Currency(), l.Subtotal.Currency(), l.PCToBCExchangeRate)
	if err != nil {
		return err
	}
	if line.Slices, err = w.rate(line.Item, found, billedQuantity(l)); err != nil {
		return err
	}
	line.blame(CauseUnitPrice, !isPriceOf(l.UnitPrice, line.Slices))
	line.blame(CauseExchangeRate, otherRate)
	return w.settleUsage(line, credited{}, rule.Value)
}

// checkSamePrice holds that the price is the same on every day of a charge, as far as its last tells.
func (w *work) checkSamePrice(l pricesheet.InvoiceLine, found priced) error {
	q := questionOf(l, commitment{})
	q.At = l.ChargeEndDate.Start()
	if last := w.price(q); last.err != nil || !last.price.Equal(found.price) {
		return fmt.Errorf("%w: it is another on %s than on %s", pricesheet.ErrAmbiguous, l.ChargeEndDate, l.ChargeStartDate)
	}
	return nil
}

// billedQuantity gives the quantity that is charged. Versions of the file without a column for it have it as the quantity.
func billedQuantity(l pricesheet.InvoiceLine) decimal.Decimal {
	if l.BillableQuantity.IsZero() {
		return l.Quantity
	}
	return l.BillableQuantity
}

// reckonByUse holds a line against what was used.
func (w *work) reckonByUse(line *draft, l pricesheet.InvoiceLine) error {
	charges := w.charges[chargeKey(l.SubscriptionID, l.ProductID, l.SkuID, l.ChargeStartDate.FirstOfMonth())]
	for _, c := range charges {
		if c.Unreckoned > 0 {
			return fmt.Errorf("of the use it bills, %d lines could not be recomputed", c.Unreckoned)
		}
	}
	quantity := billedQuantity(l)
	charge, portion, err := take(charges, quantity)
	if err != nil {
		return err
	}
	if charge == nil {
		return line.settleNoUsage()
	}
	line.Tier = portion.Use.Tier
	rate, otherRate := charge.Rate, false
	if !rate.IsZero() {
		own := rate
		if !l.PCToBCExchangeRate.IsZero() {
			if own, err = pricing.NewPCToBC(rate.From(), rate.To(), l.PCToBCExchangeRate); err != nil {
				return err
			}
		}
		if rate, otherRate, err = choose(rate, own); err != nil {
			return err
		}
	}
	line.Rate = rate
	line.blame(CauseQuantity, !portion.Use.Quantity.Equal(quantity))
	line.blame(CauseUnitPrice, !isPriceOf(l.UnitPrice, []pricing.Slice{portion.Use}))
	line.blame(CauseExchangeRate, otherRate)
	line.blame(CauseEarnedCredit, len(line.Causes) == 0 && saysOtherCredit(l, portion))
	return line.settle(wholeLine(portion.Net, pricing.Percent{}, rate), charge.Rule)
}

// saysOtherCredit reports whether a line says that it has earned credit where none was earned, or the other way around, or
// another price after it. Its effective unit price is written with up to 15 digits.
func saysOtherCredit(l pricesheet.InvoiceLine, portion Portion) bool {
	credit, err := adjustments(l.PriceAdjustmentDescription)
	due := !portion.Net.Equal(portion.Use.Amount)
	if err != nil || credit.IsZero() == due {
		return true
	}
	cost, err := wholeLine(portion.Net, pricing.Percent{}, pricing.ExchangeRate{}).Subtotal(pricing.UsageDown)
	if err != nil || !portion.Use.Quantity.IsPositive() || l.EffectiveUnitPrice.IsZero() {
		return false
	}
	return !l.EffectiveUnitPrice.Mul(portion.Use.Quantity).Sub(cost.Amount.Amount()).Abs().LessThan(cent())
}

// cent is how far the price of a unit, times the quantity, can be from the cost by rounding.
func cent() decimal.Decimal { return decimal.New(1, -2) }

// settleNoUsage makes of the line one that bills for nothing.
func (l *draft) settleNoUsage() error {
	nothing, err := terms.NewMoney(decimal.Decimal{}, l.Billed.Currency())
	l.Outcome, l.Recomputed, l.Difference = NoUsage, nothing, l.Billed
	if err == nil && l.Billed.Sign() == 0 {
		l.Outcome = Agrees
	}
	return err
}

// isCredit reports whether a line gives back. Its price and quantity say so, and where they do not, its amount.
func isCredit(l pricesheet.InvoiceLine) bool {
	signs := l.EffectiveUnitPrice.Sign() * billedQuantity(l).Sign()
	return cmp.Or(signs, l.Subtotal.Sign()) < 0
}

// isChangeOfQuantity reports whether a charge is of the types of charge that have a rounding rule of their own.
func isChangeOfQuantity(kind pricing.ChargeType) bool {
	return slices.Contains([]pricing.ChargeType{pricing.ChargeAddQuantity, pricing.ChargeRemoveQuantity}, kind)
}
