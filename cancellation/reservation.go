package cancellation

import (
	"slices"
	"strconv"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// A ReservationRequest is a question about a reservation that is to be given back without another in exchange.
type ReservationRequest struct {
	// Refund is the purchase and its bill. Of a reservation that was paid in advance the bill has one charge for the whole term.
	Refund RefundRequest `json:"refund"`
	// CurrentPrice is what a unit costs today, for one charge of the billing plan. What comes back is reckoned from the lower of it and the
	// bill's own; where it is left out, from the bill's.
	CurrentPrice terms.Money `json:"currentPrice,omitzero"`
	// Returns are the reservations that the same customer gave back before.
	Returns []ReservationReturn `json:"returns,omitempty"`
	// LimitRate turns the bill's currency into that of the limit, where it is another.
	LimitRate pricing.ExchangeRate `json:"limitRate,omitzero"`
}

// Equal reports whether both are the same question.
func (r ReservationRequest) Equal(other ReservationRequest) bool {
	return r.Refund.Equal(other.Refund) && r.CurrentPrice.Equal(other.CurrentPrice) &&
		slices.EqualFunc(r.Returns, other.Returns, ReservationReturn.Equal) && r.LimitRate.Equal(other.LimitRate)
}

// A ReservationAnswer says whether a reservation can be given back at an instant, what comes back, and what it takes from the yearly
// limit. It marshals to JSON and reads back, by terms.Decode, as an equal answer.
type ReservationAnswer struct {
	// Verdict is the short answer. It is Refused too where the limit does not suffice.
	Verdict Verdict `json:"verdict"`
	// Refund is the money, less the fee, and the answer about the purchase itself. Nothing comes back where the limit does not suffice.
	Refund RefundAnswer `json:"refund"`
	// Commitment is what giving it back cancels, in the limit's currency: the payments still to come, or, where it was paid in advance, what
	// comes back. It is not given where that is not determined.
	Commitment terms.Money `json:"commitment,omitzero"`
	// Pool is what is left of the limit before that.
	Pool Pool `json:"pool"`
	// Allowed is whether it is within the limit, and by which rule.
	Allowed rules.Decision[rules.Truth] `json:"allowed"`
	// Fee is the fee for an early termination, and the figure it is by: at present none.
	Fee     terms.Money                    `json:"fee,omitzero"`
	FeeRate rules.Reading[pricing.Percent] `json:"feeRate"`
}

// Equal reports whether both are the same answer with the same reasons.
func (a ReservationAnswer) Equal(other ReservationAnswer) bool {
	return a.Verdict == other.Verdict && a.Refund.Equal(other.Refund) && a.Commitment.Equal(other.Commitment) && a.Pool.Equal(other.Pool) &&
		a.Allowed.Equal(other.Allowed) && a.Fee.Equal(other.Fee) && a.FeeRate.EqualFunc(other.FeeRate, pricing.Percent.Equal)
}

// Covers reports whether a new reservation's lifetime commitment is at least what the one that is given back cancels, as an exchange
// wants it ([ExchangeFacts.CoversRemaining]). Both are in the limit's currency. It is unknown where either is not given or they do not
// compare.
func (a ReservationAnswer) Covers(lifetime terms.Money) rules.Truth {
	order, err := lifetime.Cmp(a.Commitment)
	return rules.Given(err == nil && !lifetime.IsZero(), order >= 0)
}

// CheckReservation answers whether a reservation can be given back at an instant, what comes back, and whether the yearly limit of the
// customer suffices. What comes back is what remains of what was paid, by the day in UTC, the day of the return included, from the lower
// of the price then and now.
//
// It fails as [Rules.CheckRefund] does, as [Rules.ReservationPool] does, and with a [RequestError] for another product than a
// [Reservation].
func (r *Rules) CheckReservation(request ReservationRequest, at time.Time) (ReservationAnswer, error) {
	if p := request.Refund.Request.Purchase.Product; p != Reservation {
		return ReservationAnswer{}, requestError("refund/request/purchase/product", p.String(), Reservation.String())
	}
	s, err := r.settle(request.Refund, at)
	if err != nil {
		return ReservationAnswer{}, inField("refund", err)
	}
	if s, err = s.atPrice(request.CurrentPrice); err != nil {
		return ReservationAnswer{}, err
	}
	var a ReservationAnswer
	if a.Refund, err = s.answerWithAlternatives(); err != nil {
		return ReservationAnswer{}, inField("refund", err)
	}
	if a.Pool, err = r.ReservationPool(request.Returns, terms.DayOf(at)); err != nil {
		return ReservationAnswer{}, err
	}
	if a.Commitment, err = s.cancelled(a.Refund, request.LimitRate); err != nil {
		return ReservationAnswer{}, err
	}
	if a, err = a.withFee(r, s); err != nil {
		return ReservationAnswer{}, err
	}
	return a.decided(r, s)
}

// CheckReservation is [Rules.CheckReservation] of the [Published] rules.
func CheckReservation(request ReservationRequest, at time.Time) (ReservationAnswer, error) {
	return Published().CheckReservation(request, at)
}

// atPrice gives the settlement with the lower of the bill's price and another for what comes back.
func (s settlement) atPrice(current terms.Money) (settlement, error) {
	if current.IsZero() || !s.Bill.hasPrice() {
		return s, nil
	}
	order, err := current.Cmp(s.Bill.UnitPrice)
	if err != nil || current.Sign() < 0 {
		return s, requestError("currentPrice", current.String(), "a price of 0 or more in "+s.Bill.UnitPrice.Currency().String())
	}
	if order < 0 {
		s.schedule.UnitPrice = current
	}
	return s, nil
}

// cancelled gives what giving the reservation back cancels, in the currency of the limit.
func (s settlement) cancelled(refund RefundAnswer, rate pricing.ExchangeRate) (terms.Money, error) {
	amount := refund.Refunded
	if refund.Remaining.Sign() > 0 && !amount.IsZero() {
		amount = refund.Remaining
	}
	if amount.IsZero() || rate.IsZero() {
		return amount, nil
	}
	const places = 10
	converted, err := rate.Convert(amount, pricing.HalfAwayFromZero, places)
	if err != nil {
		return terms.Money{}, inField("limitRate", err)
	}
	return converted, nil
}

// withFee takes the fee off what comes back.
func (a ReservationAnswer) withFee(r *Rules, s settlement) (ReservationAnswer, error) {
	var err error
	if a.FeeRate, err = r.ReservationFee(terms.DayOf(s.answer.At)); err != nil || a.Refund.Refunded.IsZero() {
		return a, err
	}
	if a.Fee, err = feeOf(a.Refund.Refunded, a.FeeRate.Value); err != nil {
		return a, err
	}
	for _, doubt := range a.FeeRate.Others {
		fee, err := feeOf(a.Refund.Refunded, doubt.Value)
		if err != nil {
			return a, err
		}
		left, err := sum(a.Refund.Refunded, fee.Neg())
		if err != nil {
			return a, err
		}
		if !fee.Equal(a.Fee) {
			a.Refund.Alternatives = append(a.Refund.Alternatives, RefundAlternative{a.FeeRate.Timeline, doubt.Value.String(), left, doubt.Text, doubt.Sources})
		}
	}
	return a.less(a.Fee, s)
}

// feeOf gives the fee on an amount, to the cent. A share of 100 per cent at most is never more than the amount.
func feeOf(amount terms.Money, rate pricing.Percent) (terms.Money, error) {
	fee, err := rate.Of(amount)
	if err != nil {
		return terms.Money{}, inField("refund/bill", err)
	}
	const cents = 2
	rounded, err := pricing.TowardsZero.Round(fee.Amount(), cents)
	if err != nil {
		return terms.Money{}, inField("refund/bill", err)
	}
	return terms.NewMoney(rounded, fee.Currency())
}

// less takes an amount off what comes back.
func (a ReservationAnswer) less(amount terms.Money, s settlement) (ReservationAnswer, error) {
	var err error
	if a.Refund.Refunded, err = sum(a.Refund.Refunded, amount.Neg()); err != nil {
		return a, err
	}
	a.Refund.Kept, err = s.kept(a.Refund.Refunded)
	return a, err
}

// decided adds whether it is within the limit, and takes back what does not come back if it is not.
func (a ReservationAnswer) decided(r *Rules, s settlement) (ReservationAnswer, error) {
	facts := ReturnFacts{}
	if !a.Commitment.IsZero() {
		order, err := a.Commitment.Cmp(a.Pool.Left)
		if err != nil {
			return a, requestError("limitRate", "", "a rate from "+a.Commitment.Currency().String()+" to "+a.Pool.Left.Currency().String())
		}
		facts.WithinLimit = rules.TruthOf(order <= 0)
	}
	a.Verdict = a.Refund.Answer.Verdict
	a.Allowed = r.MayReturn(terms.DayOf(s.answer.At), facts)
	if a.Allowed.Outcome != rules.No || !a.Refund.Answer.isInWindow() {
		return a, nil
	}
	a.Verdict, a.Fee, a.Refund.InvoiceDays = Refused, nothing(a.Fee), terms.Span{}
	return a.less(a.Refund.Refunded, s)
}

// A ReservationReturn is a reservation that a customer gave back.
type ReservationReturn struct {
	Day        terms.Day   `json:"day"`        // UTC
	Commitment terms.Money `json:"commitment"` // what it cancelled, in the limit's currency
	Exchange   bool        `json:"exchange,omitzero"`
}

// Equal reports whether both are the same return.
func (r ReservationReturn) Equal(other ReservationReturn) bool {
	return r.Day == other.Day && r.Commitment.Equal(other.Commitment) && r.Exchange == other.Exchange
}

// A PoolYear says how long what was given back counts against the yearly limit. The zero PoolYear means "not given".
type PoolYear uint8

const (
	// Days365 has it count for 365 days: "in 365 days from the refund" the limit is whole again. It is the default, by the page's only
	// example.
	Days365 PoolYear = iota + 1
	// TwelveMonths has it count until the same day a year later, as "12-month rolling window" reads. It differs where a leap day is in
	// between.
	TwelveMonths
)

// until gives the first day on which what was given back on a day no longer counts.
func (y PoolYear) until(day terms.Day) terms.Day {
	if y == TwelveMonths {
		const months = 12
		return day.AddMonths(months)
	}
	const days = 365
	return day.AddDays(days)
}

// A Pool is what is left of the yearly limit of a customer on a day. It marshals to JSON and reads back, by terms.Decode, as an equal
// pool.
type Pool struct {
	Day     terms.Day       `json:"day"`
	Used    terms.Money     `json:"used"`
	Left    terms.Money     `json:"left"` // 0 or more
	Counted []CountedReturn `json:"counted,omitempty"`
	// Limit and Year are the figures behind it.
	Limit rules.Reading[terms.Money] `json:"limit"`
	Year  rules.Reading[PoolYear]    `json:"year"`
}

// A CountedReturn is a return that counts against the limit, and the first day on which it no longer does.
type CountedReturn struct {
	Return ReservationReturn `json:"return"`
	Until  terms.Day         `json:"until"`
}

// Equal reports whether both are the same return, counted for as long.
func (c CountedReturn) Equal(other CountedReturn) bool {
	return c.Return.Equal(other.Return) && c.Until == other.Until
}

// Equal reports whether both are the same pool by the same figures.
func (p Pool) Equal(other Pool) bool {
	return p.Day == other.Day && p.Used.Equal(other.Used) && p.Left.Equal(other.Left) &&
		slices.EqualFunc(p.Counted, other.Counted, CountedReturn.Equal) &&
		p.Limit.EqualFunc(other.Limit, terms.Money.Equal) && p.Year.EqualFunc(other.Year, same)
}

// ReservationPool gives what is left of a customer's yearly limit on a UTC day, after what was given back before and on that day. Returns
// in exchange for another reservation do not count, nor do later ones.
//
// It is a [RequestError] if the day or that of a return is not given, or if an amount is below 0 or not in the limit's currency.
func (r *Rules) ReservationPool(returns []ReservationReturn, day terms.Day) (Pool, error) {
	if day.IsZero() {
		return Pool{}, requestError("day", "", "a UTC day, as in 2024-02-29")
	}
	pool := Pool{Day: day}
	var err error
	if pool.Limit, err = r.ReservationLimit(day); err != nil {
		return Pool{}, err
	}
	if pool.Year, err = r.ReservationYear(day); err != nil {
		return Pool{}, err
	}
	pool.Used = nothing(pool.Limit.Value)
	for i, given := range returns {
		if err := given.check("returns/"+strconv.Itoa(i), pool.Used.Currency()); err != nil {
			return Pool{}, err
		}
		until := pool.Year.Value.until(given.Day)
		if given.Exchange || given.Day.After(day) || !until.After(day) {
			continue
		}
		pool.Counted = append(pool.Counted, CountedReturn{given, until})
		if pool.Used, err = sum(pool.Used, given.Commitment); err != nil {
			return Pool{}, err
		}
	}
	if pool.Left, err = sum(pool.Limit.Value, pool.Used.Neg()); err == nil && pool.Left.Sign() < 0 {
		pool.Left = nothing(pool.Left)
	}
	return pool, err
}

// ReservationPool is [Rules.ReservationPool] of the [Published] rules.
func ReservationPool(returns []ReservationReturn, day terms.Day) (Pool, error) {
	return Published().ReservationPool(returns, day)
}

func (r ReservationReturn) check(field string, currency terms.Currency) error {
	switch {
	case r.Day.IsZero():
		return requestError(field+"/day", "", "the UTC day of the return")
	case r.Commitment.Currency() != currency || r.Commitment.Sign() < 0:
		return requestError(field+"/commitment", r.Commitment.String(), "an amount of 0 or more in "+currency.String())
	}
	return nil
}
