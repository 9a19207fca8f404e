package cancellation

import (
	"errors"
	"slices"
	"strconv"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A SeatBatch is seats that came into a subscription together, and so have a window of their own: those of the purchase, of the
// last renewal, or of an increase since.
type SeatBatch struct {
	Seats   int     `json:"seats"`
	Opening Opening `json:"opening,omitzero"`
	// Opened is the instant of the purchase, of the completed renewal, or of the increase.
	Opened time.Time `json:"opened,omitzero"`
	// AllowedUntil is the allowedUntilDateTime that Partner Center gives in refundableQuantity. It prevails over the rules.
	AllowedUntil AllowedUntil `json:"allowedUntilDateTime,omitzero"`
}

// A SeatRequest is a question about one subscription: by how many seats can it be reduced?
type SeatRequest struct {
	Product Product     `json:"product,omitzero"`
	Asker   Asker       `json:"asker,omitzero"`
	Batches []SeatBatch `json:"batches"`
}

// A BatchAnswer is the answer for one batch of seats.
type BatchAnswer struct {
	Seats  int    `json:"seats"`
	Answer Answer `json:"answer"`
}

// A SeatAnswer says by how many seats a subscription can be reduced at an instant. It marshals to JSON and reads back, by
// terms.Decode, as an equal answer.
type SeatAnswer struct {
	At time.Time `json:"at"` // the instant asked about
	// Reducible is the seats that whoever asks can give back. Where facts are missing there may be more.
	Reducible int `json:"reducible"`
	// Next is the first deadline of those seats, after which there are fewer. It is zero where there are none.
	Next time.Time `json:"next,omitzero"`
	// Missing is the facts that could change the number.
	Missing []string `json:"missing,omitempty"`
	// Allowed is whether the quantity of such a product can be reduced at all, and by which rule.
	Allowed rules.Decision[rules.Truth] `json:"allowed"`
	// Batches are the answers for each batch, in the order in which they were given; none if the quantity cannot be reduced.
	Batches []BatchAnswer `json:"batches,omitempty"`
}

// CheckSeats answers by how many seats a subscription can be reduced at an instant: those of the batches whose window is
// open. It fails as [Rules.Check] does, naming the batch; a batch of less than one seat makes no sense, nor does a question without
// batches, of which nothing could be given back. Of products of which the record does not say whether their quantity can be reduced it
// is [ErrNotSaid].
func (r *Rules) CheckSeats(request SeatRequest, at time.Time) (SeatAnswer, error) {
	if err := request.check(at); err != nil {
		return SeatAnswer{}, err
	}
	day := terms.DayOf(at)
	answer := SeatAnswer{At: at.UTC(), Allowed: r.MayReduce(day, Purchase{Product: request.Product})}
	switch answer.Allowed.Outcome {
	case rules.Yes:
		return answer.withBatches(r, request)
	case rules.No:
		return answer, nil
	case rules.Unknown:
	}
	if answer.Allowed.Status == rules.Undetermined {
		answer.Missing = append(answer.Allowed.Missing, r.MayAsk(day, request.Asker).Missing...)
		return answer, nil
	}
	if err := answer.Allowed.Err(); !errors.Is(err, rules.ErrNoRule) {
		return SeatAnswer{}, err
	}
	return SeatAnswer{}, noRule(request.Product, day, func(p Product) error { return r.MayReduce(day, Purchase{Product: p}).Err() })
}

// check reports everything that makes no sense.
func (r SeatRequest) check(at time.Time) error {
	var found faults
	found = found.with(checkInstant("at", at))
	found = found.with(checkName("product", productNames, r.Product))
	if len(r.Batches) == 0 {
		found = found.with(requestError("batches", "", "the seats, in batches that came together"))
	}
	for i, batch := range r.Batches {
		if err := batch.check(); err != nil {
			found = found.with(inField("batches/"+strconv.Itoa(i), err))
		}
	}
	return found.err()
}

func (b SeatBatch) check() error {
	var found faults
	if b.Seats < 1 || b.Seats > mostSeats {
		found = found.with(requestError("seats", strconv.Itoa(b.Seats), "a whole number from 1 to "+strconv.Itoa(mostSeats)))
	}
	found = found.with(checkName("opening", openingNames, b.Opening))
	found = found.with(checkGiven("opened", b.Opened))
	found = found.with(checkUntil("allowedUntilDateTime", b.AllowedUntil, b.Opened))
	return found.err()
}

// CheckSeats is [Rules.CheckSeats] of the [Published] rules.
func CheckSeats(request SeatRequest, at time.Time) (SeatAnswer, error) {
	return Published().CheckSeats(request, at)
}

func (a SeatAnswer) withBatches(r *Rules, request SeatRequest) (SeatAnswer, error) {
	for i, batch := range request.Batches {
		answer, err := r.Check(Request{
			Purchase: Purchase{Product: request.Product, Opening: batch.Opening},
			Asker:    request.Asker, Opened: batch.Opened, SourceOpened: batch.Opened, AllowedUntil: batch.AllowedUntil,
		}, a.At)
		if err != nil {
			return SeatAnswer{}, inField("batches/"+strconv.Itoa(i), err)
		}
		a = a.withBatch(batch.Seats, answer)
	}
	return a, nil
}

// mostSeats keeps sums of seats far below where they overflow.
const mostSeats = 1_000_000_000

// withBatch counts a batch in.
func (a SeatAnswer) withBatch(seats int, answer Answer) SeatAnswer {
	a.Batches = append(a.Batches, BatchAnswer{seats, answer})
	for _, fact := range answer.Missing {
		if !slices.Contains(a.Missing, fact) {
			a.Missing = append(a.Missing, fact)
		}
	}
	if answer.Verdict != Open {
		return a
	}
	a.Reducible += seats
	if !answer.Deadline.IsZero() && (a.Next.IsZero() || answer.Deadline.Before(a.Next)) {
		a.Next = answer.Deadline
	}
	return a
}

// Equal reports whether both are the same answer with the same reasons.
func (a SeatAnswer) Equal(other SeatAnswer) bool {
	return a.At.Equal(other.At) && a.Reducible == other.Reducible && a.Next.Equal(other.Next) &&
		slices.Equal(a.Missing, other.Missing) && a.Allowed.Equal(other.Allowed) &&
		slices.EqualFunc(a.Batches, other.Batches, func(a, b BatchAnswer) bool { return a.Seats == b.Seats && a.Answer.Equal(b.Answer) })
}
