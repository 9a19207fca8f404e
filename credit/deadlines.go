package credit

import (
	"cmp"
	"slices"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A Lapse is credit of one lot that lapsed, or will if it is not used.
type Lapse struct {
	Lot      LotID       `json:"lot"`
	At       time.Time   `json:"at"`
	Amount   terms.Money `json:"amount"`
	Happened bool        `json:"happened"` // it lies at or before the statement's instant
	// Origin says who changed the term by which the lot ends, if it is not the published one.
	Origin rules.Origin `json:"origin,omitzero"`
}

// Equal reports whether both say the same.
func (l Lapse) Equal(other Lapse) bool {
	return l.Lot == other.Lot && l.At.Equal(other.At) && l.Amount.Equal(other.Amount) && l.Happened == other.Happened &&
		l.Origin == other.Origin
}

// Lapsing gives what lapses in a span of UTC days, by the day on which the lot's time ends: what has
// lapsed up to the statement's instant, and behind it what will lapse if nothing more is used. A lot
// not activated yet counts with all it will hold.
func (s Statement) Lapsing(span terms.Span) []Lapse {
	r := s.read()
	ahead := r.ahead()
	var lapses []Lapse
	for _, i := range r.book.byEnd {
		end, amount := r.book.runs[i].to, ahead.lots[i].lapsed
		if !amount.isZero() && span.Contains(terms.DayOf(timeOf(end))) {
			lapses = append(lapses, Lapse{r.book.lots[i].ID, timeOf(end), r.money(amount), end <= r.at, r.book.termOrigin(int(i))})
		}
	}
	return lapses
}

// ahead replays what lots do by themselves after the statement's instant, if nothing else happens.
func (r *result) ahead() *replayer {
	again := newReplayer(r.book)
	again.runEvents(r.count, r.at)
	again.passTime(never - 1)
	return again
}

// A DeadlineKind says what happens at a deadline: [ExpiryNotice], [LapseDue], [ActivationDue] or [DataMayBeGone].
type DeadlineKind uint8

const (
	_ DeadlineKind = iota
	// ExpiryNotice is 30 days to the expiry of a token that has credit left (OPEN-22).
	ExpiryNotice
	// LapseDue is the end of a lot that has credit left (OPEN-15).
	LapseDue
	// ActivationDue is a lot that begins to pay.
	ActivationDue
	// DataMayBeGone is the day from which data of suspended services may be gone (OPEN-24).
	DataMayBeGone
)

// A Deadline is an instant after the statement's at which something happens if nothing else does.
type Deadline struct {
	At     time.Time    `json:"at"`
	Kind   DeadlineKind `json:"kind"`
	Lot    LotID        `json:"lot,omitempty"`
	Amount terms.Money  `json:"amount,omitzero"` // what is at stake
	// Origin says who changed the figure it follows from, if it is not the published one.
	Origin rules.Origin `json:"origin,omitzero"`
}

// Next gives the next deadline after the statement's instant, and whether there is one. A caller that
// owns a clock can sleep until then.
func (s Statement) Next() (Deadline, bool) {
	deadlines := s.Deadlines()
	if len(deadlines) == 0 {
		return Deadline{}, false
	}
	return deadlines[0], true
}

// Deadlines gives every deadline after the statement's instant, in order.
func (s Statement) Deadlines() []Deadline {
	r := s.read()
	ahead := r.ahead()
	var deadlines []Deadline
	add := func(at int64, kind DeadlineKind, lot int32, amount units, origin rules.Origin) {
		if at > r.at {
			deadlines = append(deadlines, Deadline{timeOf(at), kind, r.book.lots[lot].ID, r.money(amount), origin})
		}
	}
	for p := range ahead.journal.all() {
		switch {
		case p.kind == postLapse:
			add(p.at, LapseDue, p.lot, p.amount, r.book.termOrigin(int(p.lot)))
		case p.kind == postGrant && r.book.runs[p.lot].pays() && !ahead.lots[p.lot].doomed():
			add(p.at, ActivationDue, p.lot, p.amount, rules.Origin{})
		}
	}
	for _, f := range ahead.firings {
		if f.notice == TokenExpiring {
			add(f.at, ExpiryNotice, f.lot, f.left, r.book.alertOrigin(f))
		}
	}
	if suspension, ok := s.Suspended(); ok {
		gone, resumed := suspension.DataMayBeGone.Start(), ahead.zeros[len(r.zeros)-1].until
		if gone.After(s.At()) && (resumed == never || !timeOf(resumed).Before(gone)) {
			deadlines = append(deadlines, Deadline{At: gone, Kind: DataMayBeGone, Origin: suspension.Origin})
		}
	}
	slices.SortStableFunc(deadlines, func(a, b Deadline) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Lot, b.Lot))
	})
	return deadlines
}
