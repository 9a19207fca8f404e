package reconcile

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/pricesheet"
)

// isLastDay reports whether a file writes a last day. Some write the day after it.
func isLastDay(written, last terms.Day) bool { return written == last || written == last.AddDays(1) }

// reckonSeats recomputes a charge for seats, or for anything else that has a price for a term or once.
func (w *work) reckonSeats(line *draft, l pricesheet.InvoiceLine, agreed commitment, found priced) error {
	var kind pricing.ChargeType
	if err := kind.UnmarshalText([]byte(lowerFirst(l.ChargeType))); err != nil || kind == pricing.ChargeCustomerCredit {
		return fmt.Errorf("a charge of type %.64q has no price to recompute it from", l.ChargeType)
	}
	if found.tiered {
		return errors.New("the price of its seats has tiers, and no source says over what they count")
	}
	credit, err := adjustments(l.PriceAdjustmentDescription)
	if err != nil || !credit.IsZero() {
		return errors.Join(fmt.Errorf("its price adjustment is %.64q, which no source explains for seats", l.PriceAdjustmentDescription), err)
	}
	proration, err := w.Rules.SeatProration(l.ChargeStartDate)
	if err != nil {
		return err
	}
	var otherRate bool
	unit := found.row.UnitPrice
	line.Rate, otherRate, err = w.exchange(l.ChargeStartDate, unit.Currency(), l.Subtotal.Currency(), l.PCToBCExchangeRate)
	if err != nil {
		return err
	}
	part, whole, err := partOf(proration.Value, kind, l, agreed, found.row)
	if err != nil {
		return err
	}
	line.blame(CauseUnitPrice, !isPriceOfSeat(l, unit, whole))
	line.blame(CauseExchangeRate, otherRate)
	rule := proration.Value.Rounding
	if isChangeOfQuantity(kind) {
		rule = proration.Value.QuantityRounding
	}
	return line.settle(pricing.Line{
		UnitPrice: unit, Quantity: billedQuantity(l).Abs(), Part: part, Rate: line.Rate, Credit: isCredit(l),
	}, rule)
}

// partOf gives the part of the listed price that a line is for, and the part that a whole charge cycle is: one of twelve where
// a year is billed by the month.
func partOf(
	p pricing.Proration, kind pricing.ChargeType, l pricesheet.InvoiceLine, agreed commitment, row pricesheet.Price,
) (part, whole pricing.Part, err error) {
	term, err := licensing.ParseTerm(row.TermDuration)
	if err != nil { // it is paid once
		return pricing.Part{}, pricing.Part{}, nil
	}
	months, err := cycleMonths(cmp.Or(agreed.frequency, row.BillingPlan), term)
	if err != nil {
		return part, whole, err
	}
	cycle, err := cycleOf(l, months, term.Months()/months)
	if err != nil {
		return part, whole, err
	}
	one, err := terms.ParseMoney("1 " + row.UnitPrice.Currency().String())
	if err != nil {
		return part, whole, err
	}
	seats := pricing.Seats{UnitPrice: one, PriceMonths: term.Months(), Quantity: 1, Cycle: cycle}
	charge, err := p.Charge(pricing.ChargeCycle, seats, l.ChargeStartDate) // the part is that of any charge from the day on
	if kind == pricing.ChargeChangePlan {
		charge, err = p.ChangePlan(seats, l.ChargeStartDate)
	}
	if err != nil {
		return part, whole, err
	}
	return charge.Line.Part, pricing.Part{Units: months, Of: term.Months()}, nil
}

// cycleMonths gives the months of a charge cycle.
func cycleMonths(frequency string, term licensing.Term) (int, error) {
	var cycle licensing.BillingCycle
	if err := cycle.UnmarshalText([]byte(strings.ToLower(strings.TrimSpace(frequency)))); err != nil || !cycle.IsValid() {
		return 0, fmt.Errorf("its billing frequency is %.64q; want monthly, annual or triennial", frequency)
	}
	if cycle.Months() > term.Months() {
		return 0, fmt.Errorf("its billing frequency is %s, which is longer than its term of %s", cycle, term)
	}
	return cycle.Months(), nil
}

// cycleOf gives the charge cycle in which a line's days lie, to their end: of the cycles from the first day of the subscription
// on, by either reading of when they begin.
func cycleOf(l pricesheet.InvoiceLine, months, count int) (pricing.Cycle, error) {
	until := l.ChargeEndDate.AddDays(1)
	var cut pricing.Cycle
	for _, start := range []licensing.CycleStart{licensing.CycleFromMonthEnd, licensing.CycleOnSameDay} {
		cycles, err := pricing.Cycles(cmp.Or(l.SubscriptionStartDate, l.ChargeStartDate), months, count, start)
		if err != nil {
			return cut, err
		}
		for _, c := range cycles {
			first, _ := c.Days.From()
			end, _ := c.Days.Until()
			switch {
			case !c.Days.Contains(l.ChargeStartDate) || until.After(end):
			case until == end:
				return c, nil
			case cut.Months == 0:
				days, err := terms.NewSpan(first, until)
				if err != nil {
					return cut, err
				}
				cut = pricing.Cycle{Days: days, Months: months}
			}
		}
	}
	if cut.Months == 0 {
		return cut, fmt.Errorf("the days from %s to %s are not of one charge cycle of %d months", l.ChargeStartDate, l.ChargeEndDate, months)
	}
	return cut, nil
}

// isPriceOfSeat reports whether a line says the listed price: that of the term, or that of the charge cycle as far as it is
// written. A line need not say one.
func isPriceOfSeat(l pricesheet.InvoiceLine, unit terms.Money, whole pricing.Part) bool {
	said := l.UnitPrice.Abs()
	if said.IsZero() || said.Equal(unit.Amount()) {
		return true
	}
	cycle, err := pricing.Line{UnitPrice: unit, Quantity: decimal.NewFromInt(1), Part: whole}.Subtotal(pricing.DailyTenPlaces)
	if err != nil {
		return false
	}
	places := max(0, -said.Exponent())
	for _, mode := range []pricing.Mode{pricing.HalfAwayFromZero, pricing.TowardsZero} {
		if rounded, err := mode.Round(cycle.Amount.Amount(), int(places)); err == nil && rounded.Equal(said) {
			return true
		}
	}
	return false
}

func lowerFirst(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
