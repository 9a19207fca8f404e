package cancellation

import (
	"time"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// CheckRefund answers what comes back if a purchase is cancelled at an instant, what is kept, and what will be billed besides if it is
// not. Kept and refunded are what was paid, whatever was billed and credited before.
//
// How much of it comes back is a dated figure ([Rules.RefundOn]): everything, everything on the first day and then what remains of the
// charge cycle, or what remains at once. What remains is reckoned by the conventions of package pricing for seats of the new
// commerce experience, and for a reservation by its own ([Rules.ReservationProration]).
//
// It fails as [Rules.Check] does, and with a [RequestError] for a bill that makes no sense or says too little; a pricing.InputError or
// licensing.RequestError says what package pricing or licensing finds wrong with it.
func (r *Rules) CheckRefund(request RefundRequest, at time.Time) (RefundAnswer, error) {
	s, err := r.settle(request, at)
	if err != nil {
		return RefundAnswer{}, err
	}
	return s.answerWithAlternatives()
}

// CheckRefund is [Rules.CheckRefund] of the [Published] rules.
func CheckRefund(request RefundRequest, at time.Time) (RefundAnswer, error) {
	return Published().CheckRefund(request, at)
}

// settlement is a question about money, with what is known before any amount comes back.
type settlement struct {
	RefundRequest

	rules     *Rules
	answer    Answer
	schedule  schedule
	proration rules.Reading[pricing.Proration]
	paid      terms.Money
	toCome    []Charge
	remaining terms.Money
}

func (r *Rules) settle(request RefundRequest, at time.Time) (settlement, error) {
	s := settlement{RefundRequest: request, rules: r}
	var err error
	var found faults
	s.answer, err = r.Check(request.Request, at)
	if err != nil {
		found = found.with(inRequest(err))
	}
	found = found.with(request.Bill.check(request.Request.Purchase.Product))
	found = found.with(checkGiven("fullRefundUntil", request.FullUntil))
	if err = found.err(); err != nil {
		return s, err
	}
	if s.schedule, err = request.Bill.schedule(request.Request); err != nil {
		return s, err
	}
	if s.proration, err = s.conventions(); err != nil {
		return s, err
	}
	charges, err := s.charges()
	if err != nil {
		return s, err
	}
	return s.withPaid(charges)
}

// conventions gives those of the request, and otherwise those of the day on which the window opened.
func (s settlement) conventions() (rules.Reading[pricing.Proration], error) {
	if s.Proration != (pricing.Proration{}) {
		if err := s.Proration.Check(); err != nil {
			return rules.Reading[pricing.Proration]{}, inField("proration", err)
		}
		return rules.Reading[pricing.Proration]{Value: s.Proration}, nil
	}
	if !s.Bill.hasPrice() {
		return rules.Reading[pricing.Proration]{}, nil
	}
	day := terms.DayOf(s.openedInTerm())
	if day.IsZero() {
		day = terms.DayOf(s.answer.At)
	}
	if s.Request.Purchase.Product == Reservation {
		return s.rules.ReservationProration(day)
	}
	return s.rules.pricing.SeatProration(day)
}

func (s settlement) charges() ([]Charge, error) {
	if !s.Bill.hasPrice() {
		return nil, nil
	}
	return s.schedule.charges(s.proration.Value)
}

// withPaid adds what has been paid and what is still to come.
func (s settlement) withPaid(charges []Charge) (settlement, error) {
	day := terms.DayOf(s.answer.At)
	var due, toCome []terms.Money
	for _, c := range charges {
		if c.isDue(day) && !s.answer.At.Before(s.Request.Opened) {
			due = append(due, c.Amount)
			continue
		}
		toCome = append(toCome, c.Amount)
		s.toCome = append(s.toCome, c)
	}
	if len(s.Bill.Lines) > 0 {
		due = s.Bill.Lines
	}
	var err error
	if s.paid, err = s.sum(due, charges); err != nil || len(charges) == 0 {
		return s, err
	}
	switch s.answer.Owed.Outcome {
	case OwedWholeTerm, OwedWholePrice:
		s.remaining, err = s.sum(toCome, charges)
	case OwedUse:
		s.toCome, s.remaining = nil, nothing(s.paid)
	default:
		s.toCome = nil
	}
	return s, err
}

// sum adds up, in the currency of the charges where there is nothing to add.
func (s settlement) sum(amounts []terms.Money, charges []Charge) (terms.Money, error) {
	if len(charges) == 0 {
		return sum(amounts...)
	}
	return sum(append([]terms.Money{nothing(charges[0].Amount)}, amounts...)...)
}

// nothing gives 0 in the currency of an amount.
func nothing(like terms.Money) terms.Money {
	none, err := terms.NewMoney(decimal.Decimal{}, like.Currency())
	if err != nil {
		return terms.Money{}
	}
	return none
}

// outcome is what comes back by one reading of the record.
type outcome struct {
	refunded terms.Money // the zero Money if that is not determined
	full     bool
	credit   pricing.ChargeLine
}

// outcome gives what comes back by the answer's own reading.
func (s settlement) outcome() (outcome, error) {
	switch {
	case s.answer.isInWindow():
		return s.comesBack(s.answer.Refund, s.proration.Value)
	case s.answer.Verdict == Undetermined:
		return outcome{}, nil
	}
	return outcome{refunded: nothing(s.paid)}, nil
}

// isInWindow reports whether the window is open, whoever asks.
func (a Answer) isInWindow() bool {
	return a.Verdict == Open || a.Verdict == Refused || a.Verdict == Undetermined && a.Asker.Status == rules.Undetermined
}

// comesBack gives what comes back in the window by a kind of refund and the conventions.
func (s settlement) comesBack(kind Refund, by pricing.Proration) (outcome, error) {
	switch kind {
	case RefundFull:
		return s.everything()
	case RefundFullThenProrated:
		if s.isFullAtFirst(by) {
			return s.everything()
		}
		return s.remainder(by)
	case RefundProrated:
		return s.remainder(by)
	case RefundNone:
		return outcome{refunded: nothing(s.paid)}, nil
	}
	return outcome{}, nil
}

// isFullAtFirst reports whether the first hours, in which everything comes back, have not passed.
func (s settlement) isFullAtFirst(by pricing.Proration) bool {
	if !s.FullUntil.IsZero() {
		return s.answer.At.Before(s.FullUntil)
	}
	return by.FullRefund.Covers(s.openedInTerm(), s.answer.At)
}

// openedInTerm gives when the window opened, and the start of the term where that is later: of a renewal that nobody told of, it
// is not known when it completed, only that it was not before. What a partial upgrade made goes by its source.
func (s settlement) openedInTerm() time.Time {
	start := s.schedule.term.Start()
	if s.Request.Purchase.Opening == ByPartialUpgrade || s.answer.Opened.After(start) {
		return s.answer.Opened
	}
	return start
}

// everything gives back all that was paid but what is metered.
func (s settlement) everything() (outcome, error) {
	refundable, err := s.refundable()
	return outcome{refunded: refundable, full: true}, err
}

// refundable gives the most that can come back: 0 or more.
func (s settlement) refundable() (terms.Money, error) {
	most := s.paid
	if !s.Bill.Metered.IsZero() {
		var err error
		if most, err = sum(most, s.Bill.Metered.Neg()); err != nil {
			return terms.Money{}, err
		}
	}
	if most.Sign() < 0 {
		return nothing(most), nil
	}
	return most, nil
}

// remainder gives back what remains of the charge cycle that runs.
func (s settlement) remainder(by pricing.Proration) (outcome, error) {
	switch {
	case !s.Bill.hasPrice():
		return outcome{}, requestError("bill/unitPrice", "", "a price, since a part of it comes back")
	case s.Bill.isOnce():
		return outcome{}, requestError("bill/termDuration", "", "a term and a billing cycle, since what remains of a charge comes back")
	}
	seats, from, err := s.schedule.running(s.Request.Opened.UTC(), s.answer.At)
	if err != nil {
		return outcome{}, err
	}
	by.FullRefund = pricing.FullNever
	part, err := by.Cancel(seats, from, s.answer.At)
	if err != nil {
		return outcome{}, inField("bill", err)
	}
	refundable, err := s.refundable()
	if err != nil {
		return outcome{}, err
	}
	refunded, err := lesser(part.Refunded, refundable)
	return outcome{refunded: refunded, credit: part.Credit}, err
}

func lesser(a, b terms.Money) (terms.Money, error) {
	order, err := a.Cmp(b)
	if err != nil {
		return terms.Money{}, billed(b, err)
	}
	if order > 0 {
		return b, nil
	}
	return a, nil
}

// kept gives what is left of what was paid.
func (s settlement) kept(refunded terms.Money) (terms.Money, error) {
	if refunded.IsZero() {
		return terms.Money{}, nil
	}
	return sum(s.paid, refunded.Neg())
}

// answerBy gives the answer by the record's own reading.
func (s settlement) answerBy(back outcome) (RefundAnswer, error) {
	a := RefundAnswer{
		Answer: s.answer, Paid: s.paid, Refunded: back.refunded, Full: back.full, Credit: back.credit,
		Charges: s.toCome, Remaining: s.remaining, Proration: s.proration,
	}
	var err error
	if a.Kept, err = s.kept(back.refunded); err != nil {
		return RefundAnswer{}, err
	}
	if back.refunded.Sign() > 0 && s.creditsOnInvoice() {
		a.InvoiceDays = InvoiceDays(terms.DayOf(s.answer.At))
	}
	return a, nil
}

// creditsOnInvoice reports whether the record has the credit on the next monthly invoice.
func (s settlement) creditsOnInvoice() bool {
	after := s.rules.after.Explain(terms.DayOf(s.answer.At), s.Request.Purchase)
	return after.Outcome.Has(CreditOnInvoice)
}
