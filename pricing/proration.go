package pricing

import (
	"strconv"
	"time"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
)

// An EventDay says who bears the day on which something is cancelled or changed: the hour, where a [Grain] counts hours. The
// zero EventDay means "not given".
type EventDay uint8

const (
	// EventDayRefunded counts the day of the event as unused: billing days are counted "from when an event occurs until the
	// charge cycle ends". It is the default, by the formula and every example of the billing page: cancelled on the third day,
	// two days are charged (W1).
	EventDayRefunded EventDay = iota + 1
	// EventDayKept counts it as used: cancelled on the third day, three are charged. The cancellation policy's table and the
	// announcement of March 2022, as CRN quotes it, read so.
	EventDayKept
)

// A FullRefund says until when a cancellation gives back everything, and not a part. The zero FullRefund means "not given".
type FullRefund uint8

const (
	// FullWithin24Hours gives back everything in the first 24 hours after purchase or renewal, the instant at which they end not
	// included. It is the default, by the billing page and the overview of billing.
	FullWithin24Hours FullRefund = iota + 1
	// FullOnFirstDay gives back everything until the UTC day of the purchase ends. The samples of the subscription resource have
	// it: bought on 2021-01-14T16:57:14Z, a full refund expires at 2021-01-15T00:00:00Z.
	FullOnFirstDay
	// FullWithinMonth gives back everything in the first month. It is the legacy rule.
	FullWithinMonth
	// FullAlways gives back everything whenever a cancellation is possible, as of perpetual software (SW-26).
	FullAlways
	// FullNever prorates from the first day. The cancellation policy's table knows no full refund.
	FullNever
)

// A Grain says in which units a cycle is divided when it is cancelled. The zero Grain means "not given".
type Grain uint8

const (
	// ByDay divides it into UTC days. It is the default: every page and every example of Microsoft's does.
	ByDay Grain = iota + 1
	// ByHour divides it into hours from the instant of the purchase. A distributor (interworks) says so.
	ByHour
)

// An Adjustment says which lines a change of quantity makes. The zero Adjustment means "not given".
type Adjustment uint8

const (
	// RestOfCycle gives back the rest of the cycle for the old quantity, and charges it for the new one: the billing page calls
	// it "wipe" and "recreate". It is the default.
	RestOfCycle Adjustment = iota + 1
	// WholeCycle gives back the whole cycle, and charges its first part for the old quantity and the rest for the new one. It is
	// the legacy way.
	WholeCycle
)

// A Proration is the conventions by which a part of a charge cycle is charged or given back. The record contradicts itself
// on nearly each of them, so each is named, and none may be left out. [NewCommerce] and [Legacy] give those of the
// record; [Rules.SeatProration] and [Rules.LegacyProration] give them by the day, with what other sources say.
type Proration struct {
	EventDay         EventDay     `json:"eventDay"`
	FullRefund       FullRefund   `json:"fullRefund"`
	Grain            Grain        `json:"grain"`
	CycleDays        CycleDays    `json:"cycleDays"`
	PlanDays         CycleDays    `json:"planDays"` // what CycleDays is, where a billing plan changes
	Adjustment       Adjustment   `json:"adjustment"`
	Rounding         RoundingRule `json:"rounding"`         // of each line
	QuantityRounding RoundingRule `json:"quantityRounding"` // of each line, where a quantity changes
}

// NewCommerce gives the conventions of the new commerce experience, by the billing page: the day of the event is given back,
// everything within 24 hours, by the day, by the days of the month in which the cycle begins, and a changed billing plan by
// months. Each seat's price is rounded down, as the published formula has it, and where a quantity changes the line is, as in
// every example of the page: so both its formula and its examples come out to the cent.
func NewCommerce() Proration {
	return Proration{
		EventDay: EventDayRefunded, FullRefund: FullWithin24Hours, Grain: ByDay, CycleDays: DaysOfStartMonth, PlanDays: CountMonths,
		Adjustment: RestOfCycle, Rounding: SeatDown, QuantityRounding: LineDown,
	}
}

// Legacy gives the conventions of legacy seats: everything back within the first month, whole cycles made anew where a
// quantity changes, and each line rounded to the nearest cent.
func Legacy() Proration {
	return Proration{
		EventDay: EventDayRefunded, FullRefund: FullWithinMonth, Grain: ByDay, CycleDays: DaysOfCycle, PlanDays: DaysOfCycle,
		Adjustment: WholeCycle, Rounding: LineNearest, QuantityRounding: LineNearest,
	}
}

// Check reports the conventions that are not given, or none of their set, as [ErrNotGiven].
func (p Proration) Check() error {
	switch {
	case !eventDayNames.Valid(p.EventDay):
		return notGiven("eventDay", eventDayNames, p.EventDay)
	case !fullRefundNames.Valid(p.FullRefund):
		return notGiven("fullRefund", fullRefundNames, p.FullRefund)
	case !grainNames.Valid(p.Grain):
		return notGiven("grain", grainNames, p.Grain)
	case !cycleDaysNames.Valid(p.CycleDays):
		return notGiven("cycleDays", cycleDaysNames, p.CycleDays)
	case !cycleDaysNames.Valid(p.PlanDays):
		return notGiven("planDays", cycleDaysNames, p.PlanDays)
	case !adjustmentNames.Valid(p.Adjustment):
		return notGiven("adjustment", adjustmentNames, p.Adjustment)
	case !roundingRuleNames.Valid(p.Rounding):
		return notGiven("rounding", roundingRuleNames, p.Rounding)
	case !roundingRuleNames.Valid(p.QuantityRounding):
		return notGiven("quantityRounding", roundingRuleNames, p.QuantityRounding)
	}
	return nil
}

// Seats is what was charged for a charge cycle.
type Seats struct {
	UnitPrice terms.Money `json:"unitPrice"` // of one seat for the whole cycle, or for PriceMonths
	// PriceMonths is how many months UnitPrice is for, where that is more than the cycle: 12 for the price of a year, as price
	// lists have it, that is billed by the month. The cycle costs its part of it, and nothing is rounded in between.
	PriceMonths int          `json:"priceMonths,omitzero"`
	Quantity    int          `json:"quantity"`
	Cycle       Cycle        `json:"cycle"`
	Rate        ExchangeRate `json:"rate,omitzero"` // to the billing currency; zero where that is the price's
}

// Equal reports whether both are the same seats.
func (s Seats) Equal(other Seats) bool {
	return s.UnitPrice.Equal(other.UnitPrice) && s.PriceMonths == other.PriceMonths && s.Quantity == other.Quantity && s.Cycle == other.Cycle && s.Rate.Equal(other.Rate)
}

const mostSeats = 1_000_000_000

func (s Seats) check() error {
	if s.Quantity < 0 || s.Quantity > mostSeats {
		return fault(ErrProration, "quantity", s.Quantity, "0 to "+strconv.Itoa(mostSeats)+" seats")
	}
	if _, _, err := s.Cycle.bounds(); err != nil {
		return err
	}
	if s.PriceMonths != 0 && (!isOfPlan(s.PriceMonths) || s.PriceMonths < s.Cycle.Months) {
		return fault(ErrProration, "priceMonths", s.PriceMonths, wantMonths+", and not fewer than those of the cycle")
	}
	return nil
}

// line gives the line of the seats for a part of the cycle.
func (s Seats) line(part Part) Line {
	if s.PriceMonths != 0 && s.PriceMonths != s.Cycle.Months {
		part = part.of(Part{s.Cycle.Months, s.PriceMonths})
	}
	return Line{UnitPrice: s.UnitPrice, Quantity: decimal.NewFromInt(int64(s.Quantity)), Part: part, Rate: s.Rate}
}

// A ChargeType says what an invoice line is for, as the reconciliation file of the new commerce experience does in ChargeType.
// The zero ChargeType means "not given".
type ChargeType uint8

const (
	// ChargeNew is a new subscription.
	ChargeNew ChargeType = iota + 1
	// ChargeRenew is a renewal.
	ChargeRenew
	// ChargeCycle is a recurring charge.
	ChargeCycle
	// ChargeAddQuantity is a refund or a charge where seats were added.
	ChargeAddQuantity
	// ChargeRemoveQuantity is a refund or a charge where seats were removed.
	ChargeRemoveQuantity
	// ChargeMoveQuantity is an upgrade to a subscription that exists already.
	ChargeMoveQuantity
	// ChargeCancelImmediate is a cancellation.
	ChargeCancelImmediate
	// ChargeConvert is a trial that became a paid subscription, or an upgrade to a new subscription.
	ChargeConvert
	// ChargeChangePlan is a change from monthly to yearly billing or back.
	ChargeChangePlan
	// ChargeCustomerCredit is a credit for Azure, for a missed service level and the like.
	ChargeCustomerCredit
	// ChargeExtendTerm is a trial made longer.
	ChargeExtendTerm
)

// A ChargeLine is one line of an invoice for seats.
type ChargeLine struct {
	Type     ChargeType `json:"type"`
	Days     terms.Span `json:"days"` // that the line is for; half-open
	Line     Line       `json:"line"`
	Subtotal Subtotal   `json:"subtotal"`
}

// Equal reports whether both are the same line.
func (c ChargeLine) Equal(other ChargeLine) bool {
	return c.Type == other.Type && c.Days == other.Days && c.Line.Equal(other.Line) && c.Subtotal.Equal(other.Subtotal)
}

// Charge gives the line that charges seats from a day to the end of their cycle: all of it from its first day, and a part
// where the first cycle is cut short because the subscription ends with another. A type of charge that only gives back,
// [ChargeCancelImmediate] or [ChargeCustomerCredit], is [ErrProration]: [Proration.Cancel] gives the credit of a cancellation.
func (p Proration) Charge(kind ChargeType, seats Seats, from terms.Day) (ChargeLine, error) {
	if err := p.check(seats); err != nil {
		return ChargeLine{}, err
	}
	if !chargeTypeNames.Valid(kind) {
		return ChargeLine{}, notGiven("type", chargeTypeNames, kind)
	}
	if kind == ChargeCancelImmediate || kind == ChargeCustomerCredit {
		return ChargeLine{}, fault(ErrProration, "type", kind, "a type that charges; Cancel gives the credit of a cancellation")
	}
	part, err := p.restFrom(seats, from)
	if err != nil {
		return ChargeLine{}, err
	}
	return p.chargeLine(kind, seats.line(part), seats, from)
}

func (p Proration) check(seats Seats) error {
	if err := p.Check(); err != nil {
		return err
	}
	return seats.check()
}

// restFrom gives the part of the cycle from a day on, which is the whole, as the zero Part, from the first day of a cycle that is
// not cut short.
func (p Proration) restFrom(seats Seats, from terms.Day) (Part, error) {
	first, until, err := seats.Cycle.bounds()
	if err != nil {
		return Part{}, err
	}
	if from == first && !until.Before(seats.Cycle.full(first)) {
		return Part{}, nil
	}
	return seats.Cycle.rest(from, p.CycleDays)
}

// chargeLine reckons a line for the days from one to the end of the seats' cycle.
func (p Proration) chargeLine(kind ChargeType, line Line, seats Seats, from terms.Day) (ChargeLine, error) {
	_, until, err := seats.Cycle.bounds()
	if err != nil {
		return ChargeLine{}, err
	}
	return p.lineFor(kind, line, from, until)
}

func (p Proration) lineFor(kind ChargeType, line Line, from, until terms.Day) (ChargeLine, error) {
	subtotal, err := line.Subtotal(p.Rounding)
	if err != nil {
		return ChargeLine{}, err
	}
	c := ChargeLine{Type: kind, Line: line, Subtotal: subtotal}
	if from.Before(until) {
		c.Days, err = terms.NewSpan(from, until)
	}
	return c, err
}

// A Refund is what a cancellation gives back of one charge, and what is kept of it.
type Refund struct {
	Paid     ChargeLine  `json:"paid"`
	Credit   ChargeLine  `json:"credit"`
	Full     bool        `json:"full,omitzero"` // everything is given back, by the [FullRefund]
	Refunded terms.Money `json:"refunded"`      // 0 or more
	Kept     terms.Money `json:"kept"`          // kept and refunded are what was paid
}

// Equal reports whether both are the same refund.
func (r Refund) Equal(other Refund) bool {
	return r.Paid.Equal(other.Paid) && r.Credit.Equal(other.Credit) && r.Full == other.Full &&
		r.Refunded.Equal(other.Refunded) && r.Kept.Equal(other.Kept)
}

// Cancel gives what comes back of seats that were bought, or renewed, at one instant and are cancelled at another, of the cycle
// in which both lie. Whether they can be cancelled at all is for package cancellation to say.
//
// What is kept and what is refunded add up to what was paid, always. The refund is the credit line, rounded on its own by
// the rule; where a rule rounds up, it is never more than what was paid. Where only the day is known, give its start.
func (p Proration) Cancel(seats Seats, bought, at time.Time) (Refund, error) {
	if err := p.check(seats); err != nil {
		return Refund{}, err
	}
	bought, at = bought.UTC(), at.UTC()
	if err := checkInstants(seats.Cycle, bought, at); err != nil {
		return Refund{}, err
	}
	start := terms.DayOf(bought)
	paid, err := p.Charge(ChargeNew, seats, start)
	if err != nil {
		return Refund{}, err
	}
	refund := Refund{Paid: paid, Full: p.FullRefund.Covers(bought, at)}
	part, from, err := p.unused(refund, seats, bought, at)
	if err != nil {
		return Refund{}, err
	}
	line := seats.line(part)
	line.Credit = true
	if refund.Credit, err = p.chargeLine(ChargeCancelImmediate, line, seats, from); err != nil {
		return Refund{}, err
	}
	return refund.settled()
}

func checkInstants(cycle Cycle, bought, at time.Time) error {
	first, until, err := cycle.bounds()
	if err != nil {
		return err
	}
	switch {
	case terms.DayOf(bought).Before(first) || !terms.DayOf(bought).Before(until):
		return fault(ErrProration, "bought", bought.Format(time.RFC3339), "an instant of the cycle "+cycle.Days.String())
	case at.Before(bought) || !terms.DayOf(at).Before(until):
		return fault(ErrProration, "at", at.Format(time.RFC3339), "an instant from the purchase to the end of the cycle "+cycle.Days.String())
	}
	return nil
}

// Covers reports whether a cancellation at an instant gives back everything that was bought, or renewed, at another.
func (f FullRefund) Covers(bought, at time.Time) bool {
	switch f {
	case FullWithin24Hours:
		return at.Before(bought.Add(24 * time.Hour))
	case FullOnFirstDay:
		return terms.DayOf(at) == terms.DayOf(bought)
	case FullWithinMonth:
		return terms.DayOf(at).Before(terms.DayOf(bought).AddMonths(1))
	case FullAlways:
		return true
	default:
		return false
	}
}

// unused gives the part of the cycle's price that a cancellation gives back, and the day from which on.
func (p Proration) unused(refund Refund, seats Seats, bought, at time.Time) (Part, terms.Day, error) {
	if refund.Full {
		part, err := p.restFrom(seats, terms.DayOf(bought))
		return part, terms.DayOf(bought), err
	}
	from := p.firstUnused(terms.DayOf(at))
	if p.Grain == ByHour {
		part, err := seats.Cycle.hoursLeft(bought, at, p.EventDay)
		return part, terms.DayOf(at), err
	}
	part, err := seats.Cycle.rest(from, p.CycleDays)
	return part, from, err
}

// firstUnused gives the first day that is not used when something happens on a day.
func (p Proration) firstUnused(day terms.Day) terms.Day {
	if p.EventDay == EventDayKept {
		return day.AddDays(1)
	}
	return day
}

// settled fills in what is refunded and what is kept. A credit that rounding made larger than what was paid is what was paid.
func (r Refund) settled() (Refund, error) {
	r.Refunded = r.Credit.Subtotal.Amount.Neg()
	more, err := r.Refunded.Cmp(r.Paid.Subtotal.Amount)
	if err != nil {
		return Refund{}, err
	}
	if more > 0 {
		r.Refunded = r.Paid.Subtotal.Amount
		r.Credit.Subtotal.Amount = r.Refunded.Neg()
	}
	r.Kept, err = r.Paid.Subtotal.Amount.Sub(r.Refunded)
	return r, err
}

// rounded gives the conventions with one rule for all lines.
func (p Proration) rounded(rule RoundingRule) Proration {
	p.Rounding, p.QuantityRounding = rule, rule
	return p
}

// kept gives the conventions of the cancellation policy: the day of the event charged, and never everything back.
func (p Proration) kept() Proration {
	p.EventDay, p.FullRefund = EventDayKept, FullNever
	return p
}

// byHour gives the conventions with hours counted from the purchase.
func (p Proration) byHour() Proration {
	p.Grain = ByHour
	return p
}

// fullOnFirstDay gives the conventions with everything back until the UTC day of the purchase ends.
func (p Proration) fullOnFirstDay() Proration {
	p.FullRefund = FullOnFirstDay
	return p
}

// ofEndMonth gives the conventions with the days of the month in which a cycle ends.
func (p Proration) ofEndMonth() Proration {
	p.CycleDays = DaysOfEndMonth
	return p
}
