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
	// Refund is the money, less the fee, and the answer about the purchase itself. Where the limit does not suffice nothing comes back,
	// and that answer is Refused too. Its Alternatives are less the fee and held against the limit as well; a figure of the fee or of the
	// year that others read otherwise is among them.
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
	if a.FeeRate, err = r.ReservationFee(terms.DayOf(at)); err != nil {
		return ReservationAnswer{}, err
	}
	reading := returning{rules: r, request: request, day: terms.DayOf(at), refund: a.Refund, fee: a.FeeRate.Value, left: a.Pool.Left}
	return a.decided(reading)
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

// returning is what a reservation that is given back is reckoned by, in one reading of the record.
type returning struct {
	rules   *Rules
	request ReservationRequest
	day     terms.Day
	refund  RefundAnswer // before the fee and the limit
	fee     pricing.Percent
	left    terms.Money // of the limit
}

// returned is what comes of it.
type returned struct {
	commitment, refunded, fee terms.Money
	allowed                   rules.Decision[rules.Truth]
}

// of gives what comes of it, where an amount comes back before the fee.
func (x returning) of(gross terms.Money) (returned, error) {
	var out returned
	var err error
	if out.commitment, err = x.cancelled(gross); err != nil {
		return out, err
	}
	facts := ReturnFacts{}
	if !out.commitment.IsZero() {
		order, err := out.commitment.Cmp(x.left)
		if err != nil {
			return out, requestError("limitRate", "", "a rate from "+out.commitment.Currency().String()+" to "+x.left.Currency().String())
		}
		facts.WithinLimit = rules.TruthOf(order <= 0)
	}
	out.allowed = x.rules.MayReturn(x.day, facts)
	if err := out.allowed.Err(); err != nil && out.allowed.Status != rules.Undetermined {
		return out, err
	}
	if gross.IsZero() {
		return out, nil
	}
	if out.allowed.Outcome == rules.No {
		out.fee, out.refunded = nothing(gross), nothing(gross)
		return out, nil
	}
	if out.fee, err = feeOf(gross, x.fee); err != nil {
		return out, err
	}
	out.refunded, err = sum(gross, out.fee.Neg())
	return out, err
}

// cancelled gives what giving the reservation back cancels, in the currency of the limit.
func (x returning) cancelled(gross terms.Money) (terms.Money, error) {
	amount, rate := gross, x.request.LimitRate
	if x.refund.Remaining.Sign() > 0 && !amount.IsZero() {
		amount = x.refund.Remaining
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

// decided adds the fee and the limit, in the answer's own reading and in others.
func (a ReservationAnswer) decided(x returning) (ReservationAnswer, error) {
	gross := a.Refund.Refunded
	out, err := x.of(gross)
	if err != nil {
		return ReservationAnswer{}, err
	}
	a.Verdict, a.Commitment, a.Allowed, a.Fee, a.Refund.Refunded = a.Refund.Answer.Verdict, out.commitment, out.allowed, out.fee, out.refunded
	if !gross.IsZero() {
		if a.Refund.Kept, err = sum(a.Refund.Paid, out.refunded.Neg()); err != nil {
			return ReservationAnswer{}, err
		}
		if a.Refund.Alternatives, err = a.otherReadings(x, gross); err != nil {
			return ReservationAnswer{}, err
		}
	}
	if a.Allowed.Outcome == rules.No && a.Refund.Answer.isInWindow() {
		a.Verdict, a.Refund = Refused, a.Refund.refused()
	}
	return a, nil
}

// otherReadings gives what comes back by other readings: of the purchase and the proration, of the fee, and of the year.
func (a ReservationAnswer) otherReadings(x returning, gross terms.Money) ([]RefundAlternative, error) {
	var all []RefundAlternative
	var errs faults
	add := func(other RefundAlternative, x returning, gross terms.Money) {
		out, err := x.of(gross)
		errs = errs.with(err)
		if err == nil && !out.refunded.Equal(a.Refund.Refunded) {
			other.Refunded = out.refunded
			all = append(all, other)
		}
	}
	for _, other := range a.Refund.Alternatives {
		add(other, x, other.Refunded)
	}
	basis := a.Refund.Answer.Basis
	for _, doubt := range a.FeeRate.Others {
		other := x
		other.fee = doubt.Value
		add(RefundAlternative{Basis: basis, Timeline: a.FeeRate.Timeline, Says: doubt.Value.String(), Text: doubt.Text, Sources: doubt.Sources}, other, gross)
	}
	for _, doubt := range a.Pool.Year.Others {
		year := a.Pool.Year
		year.Value = doubt.Value
		pool, err := poolOf(x.request.Returns, x.day, a.Pool.Limit, year)
		errs = errs.with(err)
		other := x
		other.left = pool.Left
		add(RefundAlternative{Basis: basis, Timeline: year.Timeline, Says: doubt.Value.String(), Text: doubt.Text, Sources: doubt.Sources}, other, gross)
	}
	return all, errs.err()
}

// refused gives the answer about what is beyond the limit: nothing is credited, and whoever asks cannot cancel it.
func (a RefundAnswer) refused() RefundAnswer {
	a.Full, a.Credit, a.InvoiceDays = false, pricing.ChargeLine{}, terms.Span{}
	a.Answer.Verdict, a.Answer.Missing = Refused, nil
	a.Answer.Alternatives = slices.Clone(a.Answer.Alternatives)
	for i := range a.Answer.Alternatives {
		if other := &a.Answer.Alternatives[i]; other.Verdict == Open || other.Verdict == Undetermined {
			other.Verdict = Refused
		}
	}
	return a
}

// Stake gives the money that giving it back saves, as [RefundAnswer.Stake] does. It is the zero Money where the limit does not suffice.
func (a ReservationAnswer) Stake() terms.Money {
	if a.Allowed.Outcome != rules.Yes {
		return terms.Money{}
	}
	return a.Refund.Stake()
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
	limit, err := r.ReservationLimit(day)
	if err != nil {
		return Pool{}, err
	}
	year, err := r.ReservationYear(day)
	if err != nil {
		return Pool{}, err
	}
	return poolOf(returns, day, limit, year)
}

// poolOf gives what is left by some figures.
func poolOf(returns []ReservationReturn, day terms.Day, limit rules.Reading[terms.Money], year rules.Reading[PoolYear]) (Pool, error) {
	pool := Pool{Day: day, Limit: limit, Year: year, Used: nothing(limit.Value)}
	var found faults
	for i, given := range returns {
		if err := given.check("returns/"+strconv.Itoa(i), pool.Used.Currency()); err != nil {
			found = found.with(err)
			continue
		}
		until := year.Value.until(given.Day)
		if given.Exchange || given.Day.After(day) || !until.After(day) {
			continue
		}
		pool.Counted = append(pool.Counted, CountedReturn{given, until})
		var err error
		if pool.Used, err = sum(pool.Used, given.Commitment); err != nil {
			return Pool{}, err
		}
	}
	if err := found.err(); err != nil {
		return Pool{}, err
	}
	var err error
	if pool.Left, err = sum(limit.Value, pool.Used.Neg()); err == nil && pool.Left.Sign() < 0 {
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
