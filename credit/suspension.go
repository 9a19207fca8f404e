package credit

import (
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A Cause says what brought the balance to zero: [ByUse], [ByLapse] or [ByForfeit].
type Cause uint8

const (
	_ Cause = iota
	// ByUse is credit used up.
	ByUse
	// ByLapse is credit that lapsed unused.
	ByLapse
	// ByForfeit is credit given up.
	ByForfeit
)

// A Suspension is a time in which the services stand still because the balance is zero. They can
// resume when credit comes; some may need to be deployed again (OPEN-24). Credit that comes at the very instant
// at which the balance is zero leaves no suspension.
type Suspension struct {
	From  time.Time `json:"from"`
	Until time.Time `json:"until,omitzero"` // when credit came; not given while it lasts
	Cause Cause     `json:"cause"`
	// DataMayBeGone is the UTC day from which data may be gone: 90 days, or what [Rules.Retention] has for the day
	// of From, after what the policy's Retention names. Data is safe if the suspension ended before it. It is not given
	// where the rules have no figure for the day.
	DataMayBeGone terms.Day `json:"dataMayBeGone"`
	// Origin says who changed how long data is kept, if it is not the published time.
	Origin rules.Origin `json:"origin,omitzero"`
}

// DataKept reports whether the suspension ended before the day from which data may be gone. While it lasts the data is
// kept up to that day, and DataKept is false.
func (s Suspension) DataKept() bool {
	return !s.Until.IsZero() && terms.DayOf(s.Until).Before(s.DataMayBeGone)
}

// zeroBalance is a time without credit, as a replay records it.
type zeroBalance struct {
	from, until int64 // half-open; never while it lasts
	lastEnd     int64
	cause       Cause
}

// watchZero opens or closes a time without credit. Before credit has ever been granted there is
// none.
func (r *replayer) watchZero(at int64) {
	if !r.begun {
		return
	}
	r.empty = r.total.isZero()
	if r.empty {
		r.zeros = append(r.zeros, zeroBalance{from: at, until: never, lastEnd: r.lastEnd, cause: r.loss})
		return
	}
	last := len(r.zeros) - 1
	if r.zeros[last].from == at {
		r.zeros = r.zeros[:last]
		return
	}
	r.zeros[last].until = at
}

// suspension words a time without credit by the policy and the figures of the day on which it begins.
func (b *book) suspension(z zeroBalance) Suspension {
	trigger, first := z.from, terms.DayOf(timeOf(z.from))
	if b.policy.Retention == RetainFromExpiry && z.lastEnd != never {
		trigger = z.lastEnd
	}
	s := Suspension{From: timeOf(z.from), Until: timeOf(z.until), Cause: z.cause}
	if kept, err := b.rules.retention.on(first); err == nil {
		s.DataMayBeGone, s.Origin = terms.DayOf(timeOf(trigger)).AddDays(int(kept.Value)), kept.Origin
	}
	return s
}
