package cancellation

import (
	"errors"
	"slices"
	"strconv"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// A ChoiceKind is one of the things that can be done with a purchase. The zero ChoiceKind means "not given".
type ChoiceKind uint8

const (
	// CancelNow cancels all of it.
	CancelNow ChoiceKind = iota + 1
	// ReduceNow gives some of the seats back, and keeps the rest to the end of the term.
	ReduceNow
	// Keep keeps it to the end of the term.
	Keep
)

// A ChoiceRequest is a question about what to do with a subscription: cancel it, reduce its seats, or keep it?
type ChoiceRequest struct {
	Refund RefundRequest `json:"refund"`
	// GiveBack is the number of seats to reduce by. Where it is left out it is as many as can be.
	GiveBack int `json:"giveBack,omitzero"`
	// Batches are how the seats came into the subscription. Where they are left out all came with what opened its window.
	Batches []SeatBatch `json:"batches,omitempty"`
}

// A Choice is one of the things that can be done, and what it costs. Amounts are not given where it cannot be done, or where the bill says
// too little to tell.
type Choice struct {
	Kind ChoiceKind `json:"kind"`
	// Verdict is Open if it can be done at the instant, by whoever asks. What is kept can always be. It is zero where the record does
	// not say whether such a product can be reduced.
	Verdict Verdict `json:"verdict,omitzero"`
	Seats   int     `json:"seats"` // that are left: all of them where it cannot be done
	// Cost is what the term costs to its end: what has been paid, less what comes back, and what is still to be billed.
	Cost      terms.Money `json:"cost,omitzero"`
	Refunded  terms.Money `json:"refunded,omitzero"`
	Remaining terms.Money `json:"remaining,omitzero"`
	// Deadline is until when it can be done, or, where that is past, since when it cannot; zero where nothing closes.
	Deadline time.Time `json:"deadline,omitzero"`
	// Alternatives are what other readings of the record give back, where it is another amount.
	Alternatives []RefundAlternative `json:"alternatives,omitempty"`
}

// Equal reports whether both are the same choice.
func (c Choice) Equal(other Choice) bool {
	return c.Kind == other.Kind && c.Verdict == other.Verdict && c.Seats == other.Seats && c.Cost.Equal(other.Cost) &&
		c.Refunded.Equal(other.Refunded) && c.Remaining.Equal(other.Remaining) && c.Deadline.Equal(other.Deadline) &&
		slices.EqualFunc(c.Alternatives, other.Alternatives, RefundAlternative.Equal)
}

// Choices are what can be done with a subscription at an instant, side by side. It marshals to JSON and reads back, by terms.Decode, as
// an equal value.
type Choices struct {
	At time.Time `json:"at"`
	// Choices are CancelNow, ReduceNow and Keep, in this order.
	Choices []Choice `json:"choices"`
	// Refund and Seats are the answers behind them, with the rules that gave them. Seats is zero where the record does not say whether
	// such a product can be reduced.
	Refund RefundAnswer `json:"refund"`
	Seats  SeatAnswer   `json:"seats,omitzero"`
}

// Equal reports whether both are the same choices for the same reasons.
func (c Choices) Equal(other Choices) bool {
	return c.At.Equal(other.At) && slices.EqualFunc(c.Choices, other.Choices, Choice.Equal) && c.Refund.Equal(other.Refund) && c.Seats.Equal(other.Seats)
}

// CompareChoices sets side by side what cancelling, reducing and keeping a subscription cost to the end of its term, and until when each
// can be done.
//
// A reduction gives back the rest of the charge cycle for the seats there were and charges it for those that are left
// (pricing.Proration.ChangeQuantity): the record has no full refund for it, not on the first day either. Other conventions of the record
// give the Alternatives of the choice. It fails as [Rules.CheckRefund] and [Rules.CheckSeats] do, and with a [RequestError] for a number of
// seats that does not leave one. Of a product of which the record does not say whether it can be reduced the verdict of ReduceNow is zero.
func (r *Rules) CompareChoices(request ChoiceRequest, at time.Time) (Choices, error) {
	s, err := r.settle(request.Refund, at)
	if err != nil {
		return Choices{}, inField("refund", err)
	}
	if err := s.checkGiveBack(request.GiveBack); err != nil {
		return Choices{}, err
	}
	c := Choices{At: s.answer.At}
	if c.Refund, err = s.answerWithAlternatives(); err != nil {
		return Choices{}, inField("refund", err)
	}
	if seats := s.seatRequest(request.Batches); len(seats.Batches) > 0 {
		if c.Seats, err = r.CheckSeats(seats, at); err != nil && !errors.Is(err, rules.ErrNoRule) {
			return Choices{}, err
		}
	}
	reduce, err := s.reduce(c.Seats, request.GiveBack)
	if err != nil {
		return Choices{}, err
	}
	cancel, err := s.cancel(c.Refund)
	if err != nil {
		return Choices{}, err
	}
	keep, err := s.keep()
	if err != nil {
		return Choices{}, err
	}
	c.Choices = []Choice{cancel, reduce, keep}
	return c, nil
}

// CompareChoices is [Rules.CompareChoices] of the [Published] rules.
func CompareChoices(request ChoiceRequest, at time.Time) (Choices, error) {
	return Published().CompareChoices(request, at)
}

// checkGiveBack wants a number of seats that leaves one.
func (s settlement) checkGiveBack(n int) error {
	switch most := s.Bill.Quantity - 1; {
	case n == 0, n > 0 && n <= most:
		return nil
	case most < 1:
		return requestError("giveBack", strconv.Itoa(n), "none: there is one seat or none, and one is left")
	default:
		return requestError("giveBack", strconv.Itoa(n), "a whole number from 1 to "+strconv.Itoa(most)+", so that one is left, or none, for as many as can be")
	}
}

// seatRequest gives the question by how many seats the purchase can be reduced.
func (s settlement) seatRequest(batches []SeatBatch) SeatRequest {
	if len(batches) == 0 && s.Bill.Quantity > 0 {
		batches = []SeatBatch{{
			Seats: s.Bill.Quantity, Opening: s.Request.Purchase.Opening, Opened: s.answer.Opened, AllowedUntil: s.Request.AllowedUntil,
		}}
	}
	return SeatRequest{Product: s.Request.Purchase.Product, Asker: s.Request.Asker, Batches: batches}
}

func (s settlement) cancel(refund RefundAnswer) (Choice, error) {
	c := Choice{Kind: CancelNow, Verdict: refund.Answer.Verdict, Deadline: refund.Answer.Deadline}
	if c.Verdict != Open {
		c.Seats = s.Bill.Quantity
		return c, nil
	}
	if refund.Refunded.IsZero() {
		return c, nil
	}
	c.Alternatives = refund.Alternatives
	c.Remaining = nothing(refund.Refunded)
	return s.costing(c, refund.Refunded)
}

func (s settlement) keep() (Choice, error) {
	c := Choice{Kind: Keep, Verdict: Open, Seats: s.Bill.Quantity, Remaining: s.remaining}
	if c.Remaining.IsZero() {
		return c, nil
	}
	return s.costing(c, nothing(s.paid))
}

// costing adds what comes back and what the term costs to its end.
func (s settlement) costing(c Choice, refunded terms.Money) (Choice, error) {
	var err error
	c.Refunded = refunded
	c.Cost, err = sum(s.paid, refunded.Neg(), c.Remaining)
	return c, err
}

// reduce gives the choice of giving some seats back: so many, or as many as can be where none are named.
func (s settlement) reduce(seats SeatAnswer, giveBack int) (Choice, error) {
	if giveBack == 0 {
		giveBack = min(seats.Reducible, s.Bill.Quantity-1)
	}
	c := Choice{Kind: ReduceNow, Verdict: seats.verdict(giveBack), Seats: s.Bill.Quantity, Deadline: seats.deadline()}
	if c.Verdict != Open {
		return c, nil
	}
	c.Seats -= giveBack
	if s.Bill.isOnce() || !s.Bill.hasPrice() {
		return c, nil
	}
	refunded, err := s.reduced(c.Seats, s.proration.Value)
	if err != nil {
		return Choice{}, err
	}
	if c.Alternatives, err = s.reducedOtherwise(c.Seats, refunded); err != nil {
		return Choice{}, err
	}
	if c.Remaining, err = s.toComeFor(c.Seats, refunded); err != nil {
		return Choice{}, err
	}
	return s.costing(c, refunded)
}

// toComeFor gives what is still to be billed for so many seats, in the currency of an amount.
func (s settlement) toComeFor(seats int, like terms.Money) (terms.Money, error) {
	less := s.schedule
	less.Quantity = seats
	charges, err := less.charges(s.proration.Value)
	if err != nil {
		return terms.Money{}, err
	}
	toCome := []terms.Money{nothing(like)}
	for _, charge := range charges {
		if !charge.isDue(terms.DayOf(s.answer.At)) {
			toCome = append(toCome, charge.Amount)
		}
	}
	return sum(toCome...)
}

// reducedOtherwise gives what other conventions give back where so many seats are left.
func (s settlement) reducedOtherwise(left int, refunded terms.Money) ([]RefundAlternative, error) {
	var all []RefundAlternative
	for _, doubt := range s.proration.Others {
		other, err := s.reduced(left, doubt.Value)
		if err != nil {
			return nil, err
		}
		if !other.Equal(refunded) {
			all = append(all, s.byConventions(doubt, other))
		}
	}
	return all, nil
}

// deadline gives until when seats can be given back, and where none can be any more, since when.
func (a SeatAnswer) deadline() time.Time {
	last := a.Next
	if a.Reducible > 0 {
		return last
	}
	for _, b := range a.Batches {
		if b.Answer.Deadline.After(last) {
			last = b.Answer.Deadline
		}
	}
	return last
}

// verdict gives whether so many seats can be given back.
func (a SeatAnswer) verdict(giveBack int) Verdict {
	switch {
	case a.Allowed.Outcome == rules.No:
		return Never
	case giveBack > 0 && a.Reducible >= giveBack:
		return Open
	case len(a.Missing) > 0:
		return Undetermined
	case a.Allowed.Outcome != rules.Yes:
		return 0
	case slices.ContainsFunc(a.Batches, func(b BatchAnswer) bool { return b.Answer.Verdict == Refused }):
		return Refused
	}
	return Closed
}

// reduced gives what comes back where so many seats are left: 0 to what can come back at all.
func (s settlement) reduced(left int, by pricing.Proration) (terms.Money, error) {
	seats, _, err := s.schedule.running(s.Request.Opened.UTC(), s.answer.At)
	if err != nil {
		return terms.Money{}, err
	}
	change, err := by.ChangeQuantity(seats, left, terms.DayOf(s.answer.At))
	if err != nil {
		return terms.Money{}, inField("refund/bill", err)
	}
	refundable, err := s.refundable()
	if err != nil {
		return terms.Money{}, err
	}
	return lesser(change.Net.Neg(), refundable)
}
