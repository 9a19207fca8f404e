package cancellation

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/excerpt"
)

// A Holding is a purchase among many: the question about it, and what is at stake.
type Holding struct {
	ID      string  `json:"id"`             // unique among the holdings
	Name    string  `json:"name,omitempty"` // for a person to read
	Request Request `json:"request"`
	// Stake is what cancelling saves ([RefundAnswer.Stake], [ReservationAnswer.Stake]), by which deadlines are sorted. It need not be
	// given.
	Stake terms.Money `json:"stake,omitzero"`
}

// A HeldAnswer is the answer for one [Holding].
type HeldAnswer struct {
	ID     string      `json:"id"`
	Name   string      `json:"name,omitempty"`
	Stake  terms.Money `json:"stake,omitzero"`
	Answer Answer      `json:"answer"`
}

// A Calendar is the answers for many holdings at one instant. It marshals to JSON and reads back, by terms.Decode, as an equal
// calendar.
type Calendar struct {
	At time.Time `json:"at"`
	// Deadlines are the windows that are open and will close, the largest stake first, and holdings without a stake last. Of equal
	// stakes the earlier deadline comes first. Stakes in several currencies do not compare: where there are any, the earliest deadline
	// comes first. Who wants the largest stake first gives the stakes in one currency (pricing.ExchangeRate.Convert).
	Deadlines []HeldAnswer `json:"deadlines"`
	// Rest is the holdings whose window is closed, not open yet, never open or never closed, or of which that is not
	// determined, in the order in which they were given.
	Rest []HeldAnswer `json:"rest,omitempty"`
}

// Calendar answers for many purchases at one instant. Whether whoever asks may cancel does not matter to a deadline: one
// that is refused or waits for a role is among the deadlines all the same. It fails as [Rules.Check] does, naming every holding at
// fault, and where a holding has no id or two have one.
func (r *Rules) Calendar(holdings []Holding, at time.Time) (Calendar, error) {
	if err := checkInstant("at", at); err != nil {
		return Calendar{}, err
	}
	calendar := Calendar{At: at.UTC()}
	var found faults
	seen := map[string]bool{}
	for i, h := range holdings {
		field := "holdings/" + strconv.Itoa(i)
		if h.ID == "" || seen[h.ID] {
			found = found.with(requestError(field+"/id", excerpt.Of(h.ID), "an id that no other holding has"))
		}
		seen[h.ID] = true
		answer, err := r.Check(h.Request, at)
		if err != nil {
			found = found.with(inField(field, inRequest(err)))
			continue
		}
		held := HeldAnswer{h.ID, h.Name, h.Stake, answer}
		if answer.closesLater() {
			calendar.Deadlines = append(calendar.Deadlines, held)
		} else {
			calendar.Rest = append(calendar.Rest, held)
		}
	}
	if err := found.err(); err != nil {
		return Calendar{}, err
	}
	slices.SortStableFunc(calendar.Deadlines, orderOf(calendar.Deadlines))
	return calendar, nil
}

// NewCalendar is [Rules.Calendar] of the [Published] rules.
func NewCalendar(holdings []Holding, at time.Time) (Calendar, error) {
	return Published().Calendar(holdings, at)
}

// closesLater reports whether the window is open and has a deadline.
func (a Answer) closesLater() bool {
	switch a.Verdict {
	case Open, Refused, Undetermined:
		return !a.Deadline.IsZero()
	default:
		return false
	}
}

// orderOf gives the order for some answers: by stake where the stakes compare, and by deadline where they do not.
func orderOf(held []HeldAnswer) func(a, b HeldAnswer) int {
	var currency terms.Currency
	for _, h := range held {
		switch {
		case h.Stake.IsZero(), h.Stake.Currency() == currency:
		case currency != 0:
			return byDeadline
		default:
			currency = h.Stake.Currency()
		}
	}
	return byStake
}

// byStake puts the larger stake first, and of equal ones the earlier deadline.
func byStake(a, b HeldAnswer) int {
	return cmp.Or(compareGiven(a.Stake, b.Stake), b.Stake.Amount().Cmp(a.Stake.Amount()), byDeadline(a, b))
}

// byDeadline puts the earlier deadline first.
func byDeadline(a, b HeldAnswer) int {
	return cmp.Or(a.Answer.Deadline.Compare(b.Answer.Deadline), cmp.Compare(a.ID, b.ID))
}

// compareGiven puts holdings without a stake last.
func compareGiven(a, b terms.Money) int {
	switch {
	case a.IsZero() == b.IsZero():
		return 0
	case a.IsZero():
		return 1
	}
	return -1
}

// Equal reports whether both are the same answers in the same order.
func (c Calendar) Equal(other Calendar) bool {
	return c.At.Equal(other.At) && slices.EqualFunc(c.Deadlines, other.Deadlines, HeldAnswer.Equal) &&
		slices.EqualFunc(c.Rest, other.Rest, HeldAnswer.Equal)
}

// Equal reports whether both are the same answer for the same holding.
func (h HeldAnswer) Equal(other HeldAnswer) bool {
	return h.ID == other.ID && h.Name == other.Name && h.Stake.Equal(other.Stake) && h.Answer.Equal(other.Answer)
}
