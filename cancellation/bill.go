package cancellation

import (
	"errors"
	"slices"
	"strconv"
	"time"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/pricing"
)

// A Bill is the money of a purchase: what it is charged by, and what has been billed for it so far. Amounts are without tax.
type Bill struct {
	// UnitPrice is the price of one licence for one charge of the billing plan: for a month of a plan that is billed monthly.
	UnitPrice terms.Money `json:"unitPrice,omitzero"`
	Quantity  int         `json:"quantity,omitzero"` // of licences, as there are now
	// TermDuration and BillingCycle are the term and how often it is charged. What is paid once has neither.
	TermDuration licensing.Term         `json:"termDuration,omitzero"`
	BillingCycle licensing.BillingCycle `json:"billingCycle,omitzero"`
	// Period is the days of the term. It is needed where it did not begin on the day on which the window opened: for added seats, for a
	// renewal that completed a day late, and for a term that ends with another subscription.
	Period licensing.Period `json:"period,omitzero"`
	// CycleStart is on which day of the month charges are made; licensing.CycleFromMonthEnd where it is left out.
	CycleStart licensing.CycleStart `json:"cycleStart,omitzero"`
	// Rate is the exchange rate to the currency it is billed in, where that is another than the price's.
	Rate pricing.ExchangeRate `json:"rate,omitzero"`
	// Lines are the amounts that have been billed in this term so far: charges, and below zero what was credited, whatever for. Where
	// they are left out it is the charges that have fallen due, and nothing else.
	Lines []terms.Money `json:"lines,omitempty"`
	// Metered is how much of that is for metered use of a marketplace offer, which never comes back.
	Metered terms.Money `json:"metered,omitzero"`
}

// Equal reports whether both are the same bill.
func (b Bill) Equal(other Bill) bool {
	return b.UnitPrice.Equal(other.UnitPrice) && b.Quantity == other.Quantity && b.TermDuration == other.TermDuration &&
		b.BillingCycle == other.BillingCycle && b.Period == other.Period && b.CycleStart == other.CycleStart && b.Rate.Equal(other.Rate) &&
		slices.EqualFunc(b.Lines, other.Lines, terms.Money.Equal) && b.Metered.Equal(other.Metered)
}

// hasPrice reports whether the bill says what the charges are, and not only what has been billed.
func (b Bill) hasPrice() bool { return !b.UnitPrice.IsZero() }

// isEmpty reports whether the bill says nothing of amounts. Of what is billed as it is used, nothing need be said: nothing comes back.
func (b Bill) isEmpty() bool { return !b.hasPrice() && len(b.Lines) == 0 }

// isOnce reports whether the bill is for something that is paid once.
func (b Bill) isOnce() bool { return b.TermDuration == 0 && b.BillingCycle == 0 }

// check reports everything that makes no sense.
func (b Bill) check(p Product) error {
	var found faults
	if b.isEmpty() && p != AzurePlan {
		found = found.with(requestError("bill/unitPrice", "", "a price, or the lines that have been billed"))
	}
	if b.UnitPrice.Sign() < 0 {
		found = found.with(requestError("bill/unitPrice", b.UnitPrice.String(), "a price of 0 or more"))
	}
	if b.hasPrice() && (b.Quantity < 1 || b.Quantity > mostSeats) {
		found = found.with(requestError("bill/quantity", strconv.Itoa(b.Quantity), "a whole number from 1 to "+strconv.Itoa(mostSeats)))
	}
	if (b.TermDuration == 0) != (b.BillingCycle == 0) {
		found = found.with(requestError("bill/billingCycle", b.BillingCycle.String(), "a billing cycle where there is a term, and none where there is none"))
	}
	if b.Metered.Sign() < 0 {
		found = found.with(requestError("bill/metered", b.Metered.String(), "an amount of 0 or more"))
	}
	found = found.with(b.checkLines())
	return found.err()
}

// checkLines reports the amounts that cannot be added up.
func (b Bill) checkLines() error {
	var found faults
	currency := b.currency()
	for i, line := range b.Lines {
		field := "bill/lines/" + strconv.Itoa(i)
		switch {
		case line.IsZero():
			found = found.with(requestError(field, "", "an amount, as in 12.50 USD"))
		case line.Currency() != currency:
			found = found.with(b.inAnotherCurrency(field, line))
		}
	}
	if !b.Metered.IsZero() && b.Metered.Currency() != currency {
		found = found.with(b.inAnotherCurrency("bill/metered", b.Metered))
	}
	return found.err()
}

// currency gives the one it is billed in, and none where nothing says which.
func (b Bill) currency() terms.Currency {
	switch {
	case !b.Rate.IsZero():
		return b.Rate.To()
	case b.hasPrice():
		return b.UnitPrice.Currency()
	case len(b.Lines) > 0:
		return b.Lines[0].Currency()
	}
	return 0
}

func (b Bill) inAnotherCurrency(field string, amount terms.Money) error {
	return &RequestError{
		field, amount.String(), "an amount in " + b.currency().String() + ", the currency it is billed in", ErrRequest, terms.ErrCurrencyMismatch,
	}
}

// A Charge is an amount that falls due in a term.
type Charge struct {
	Type   pricing.ChargeType `json:"type"`
	Days   terms.Span         `json:"days,omitzero"` // that it is for; zero for what is paid once
	Amount terms.Money        `json:"amount"`
}

// Equal reports whether both are the same charge.
func (c Charge) Equal(other Charge) bool {
	return c.Type == other.Type && c.Days == other.Days && c.Amount.Equal(other.Amount)
}

// isDue reports whether a charge has fallen due on a day: on its first.
func (c Charge) isDue(day terms.Day) bool {
	first, begins := c.Days.From()
	return !begins || !first.After(day)
}

// schedule is a bill laid out in time.
type schedule struct {
	Bill

	term   terms.Day // the first of the term; zero for what is paid once
	first  terms.Day // from which on it is charged
	kind   pricing.ChargeType
	cycles []pricing.Cycle
}

// schedule lays a bill out by what opened the window and when.
func (b Bill) schedule(request Request) (schedule, error) {
	s := schedule{Bill: b, first: terms.DayOf(request.Opened), kind: chargeFor(request.Purchase.Opening)}
	if b.isOnce() {
		return s, nil
	}
	period, err := b.period(s.first)
	if err != nil {
		return schedule{}, err
	}
	s.term = period.First
	if request.Purchase.Opening == ByRenewal || s.first.Before(period.First) {
		s.first = period.First
	}
	if s.first.After(period.Last) {
		return schedule{}, requestError("bill/period", period.Span().String(), "the term in which the window opened, on "+s.first.String())
	}
	start := b.CycleStart
	if start == 0 {
		start = licensing.CycleFromMonthEnd
	}
	cycles, err := b.TermDuration.BillingCycles(period, b.BillingCycle, start)
	if err != nil {
		return schedule{}, inField("bill", err)
	}
	for _, c := range cycles {
		if !c.Last.Before(s.first) {
			s.cycles = append(s.cycles, pricing.Cycle{Days: c.Span(), Months: b.BillingCycle.Months()})
		}
	}
	return s, nil
}

// period gives the days of the term.
func (b Bill) period(opened terms.Day) (licensing.Period, error) {
	if !b.Period.IsZero() {
		return b.Period, nil
	}
	if opened.IsZero() {
		return licensing.Period{}, requestError("bill/period", "", "the days of the term, where it is not given when the window opened")
	}
	period, err := b.TermDuration.Period(opened)
	if err != nil {
		return period, inField("bill", err)
	}
	return period, nil
}

// chargeFor gives what the first charge is for.
func chargeFor(o Opening) pricing.ChargeType {
	switch o {
	case ByRenewal:
		return pricing.ChargeRenew
	case ByAddedSeats:
		return pricing.ChargeAddQuantity
	case ByConversion, ByUpgrade, ByPartialUpgrade:
		return pricing.ChargeConvert
	case ByPurchase:
	}
	return pricing.ChargeNew
}

// seats gives what is charged for a cycle.
func (s schedule) seats(cycle pricing.Cycle) pricing.Seats {
	return pricing.Seats{UnitPrice: s.UnitPrice, Quantity: s.Quantity, Cycle: cycle, Rate: s.Rate}
}

// charges gives what falls due in the term, in order, the first for what is left of its cycle.
func (s schedule) charges(by pricing.Proration) ([]Charge, error) {
	if s.isOnce() {
		return s.chargedOnce(by)
	}
	charges := make([]Charge, 0, len(s.cycles))
	kind := s.kind
	for _, cycle := range s.cycles {
		from, _ := cycle.Days.From()
		if from.Before(s.first) {
			from = s.first
		}
		line, err := by.Charge(kind, s.seats(cycle), from)
		if err != nil {
			return nil, inField("bill", err)
		}
		charges = append(charges, Charge{line.Type, line.Days, line.Subtotal.Amount})
		kind = pricing.ChargeCycle
	}
	return charges, nil
}

func (s schedule) chargedOnce(by pricing.Proration) ([]Charge, error) {
	line := pricing.Line{UnitPrice: s.UnitPrice, Quantity: decimal.NewFromInt(int64(s.Quantity)), Rate: s.Rate}
	subtotal, err := line.Subtotal(by.Rounding)
	if err != nil {
		return nil, inField("bill", err)
	}
	return []Charge{{Type: s.kind, Amount: subtotal.Amount}}, nil
}

// running gives the seats of the cycle that runs at an instant, and the instant from which they are charged in it.
func (s schedule) running(opened, at time.Time) (pricing.Seats, time.Time, error) {
	day := terms.DayOf(at)
	for _, cycle := range s.cycles {
		if !cycle.Days.Contains(day) {
			continue
		}
		from, _ := cycle.Days.From()
		if from.Before(s.first) {
			from = s.first
		}
		if terms.DayOf(opened) == from {
			return s.seats(cycle), opened, nil
		}
		return s.seats(cycle), from.Start(), nil
	}
	return pricing.Seats{}, time.Time{}, requestError("at", instantText(at), "an instant of the bill's term")
}

// sum adds amounts up. None are the zero Money.
func sum(amounts ...terms.Money) (terms.Money, error) {
	var total terms.Money
	for i, amount := range amounts {
		if i == 0 {
			total = amount
			continue
		}
		var err error
		if total, err = total.Add(amount); err != nil {
			return terms.Money{}, billed(amount, err)
		}
	}
	return total, nil
}

// billed says of an error of arithmetic which amount it is.
func billed(amount terms.Money, err error) error {
	want := "amounts that can be added up"
	if errors.Is(err, terms.ErrCurrencyMismatch) {
		want = "amounts in one currency, the one it is billed in"
	}
	return requestError("bill", amount.String(), want)
}
