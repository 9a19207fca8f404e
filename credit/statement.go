package credit

import (
	"bytes"
	"cmp"
	"fmt"
	"iter"
	"slices"
	"sort"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/jsonform"
	"github.com/cloudterms/terms/rules"
)

// A Statement is what became of the credit in a ledger up to an instant: which lot paid what, what
// lapsed, which alerts fired, when services were suspended, what comes next. [Ledger.Replay] gives
// it. It is immutable and safe for any number of goroutines. The zero Statement is that of no credit
// at no instant.
//
// In JSON it carries the policy, the lots and the events it follows from, each with what became of
// it, and the overlays that changed a figure, so that it is its own record: reading one replays it, and refuses a statement that does not
// follow.
type Statement struct{ result *result }

// result is a finished replay.
type result struct {
	book    *book
	at      int64
	count   int // events up to the instant
	lots    []lotState
	total   units
	journal journal
	firings []firing
	zeros   []zeroBalance
	debts   []debt
}

func (r *replayer) result(at int64) *result {
	count := sort.Search(len(r.book.facts), func(i int) bool { return r.book.facts[i].at > at })
	return &result{
		book: r.book, at: at, count: count, lots: r.lots, total: r.total,
		journal: r.journal, firings: r.firings, zeros: r.zeros, debts: r.debts,
	}
}

// read gives the result, an empty one for the zero Statement.
func (s Statement) read() *result {
	if s.result == nil {
		return &result{book: &book{rules: Published()}}
	}
	return s.result
}

// A LotStatus says how a lot stands at the statement's instant: [Pending], [Live], [Exhausted], [Lapsed] or [Forfeited].
type LotStatus uint8

const (
	_ LotStatus = iota
	// Pending is a lot not activated yet.
	Pending
	// Live is a lot with credit that pays.
	Live
	// Exhausted is a lot that was used up.
	Exhausted
	// Lapsed is a lot whose time ended while it held credit (OPEN-15).
	Lapsed
	// Forfeited is a lot that was given up while it held credit (OPEN-16).
	Forfeited
)

// A LotState is one lot at the statement's instant. Granted is Used − Returned + Lapsed + Forfeited
// + Left, except that a pending lot is not granted yet and leaves nothing.
type LotState struct {
	// Lot is the lot as it was given.
	Lot
	// Ends is the instant at which the lot lapses: its Expires, or what follows from its kind, the policy and the figure of
	// the term. It is not given for a lot without end.
	Ends time.Time `json:"ends,omitzero"`
	// Origin says who changed the term by which it ends, if it is not the published one.
	Origin rules.Origin `json:"origin,omitzero"`
	// HeldBy is the user of a partner benefit, after transfers.
	HeldBy    string      `json:"heldBy,omitempty"`
	Status    LotStatus   `json:"status"`
	Granted   terms.Money `json:"granted"`
	Used      terms.Money `json:"used"`
	Returned  terms.Money `json:"returned"`
	Lapsed    terms.Money `json:"lapsed"`
	Forfeited terms.Money `json:"forfeited"`
	Left      terms.Money `json:"left"`
}

// Equal reports whether both states say the same.
func (s LotState) Equal(other LotState) bool {
	return s.Lot.Equal(other.Lot) && s.Ends.Equal(other.Ends) && s.Origin == other.Origin && s.HeldBy == other.HeldBy && s.Status == other.Status && s.Granted.Equal(other.Granted) &&
		s.Used.Equal(other.Used) && s.Returned.Equal(other.Returned) && s.Lapsed.Equal(other.Lapsed) &&
		s.Forfeited.Equal(other.Forfeited) && s.Left.Equal(other.Left)
}

// An Outcome says what became of a use: [Paid], [PartlyPaid], [Unpaid], [NotPayable] or [Refused].
type Outcome uint8

const (
	_ Outcome = iota
	// Paid is a use that credit paid in full.
	Paid
	// PartlyPaid is a use of which credit paid a part.
	PartlyPaid
	// Unpaid is a use for which there was no credit.
	Unpaid
	// NotPayable is a use that credit cannot pay; its Charge says why.
	NotPayable
	// Refused is a use that was refused because credit did not cover it, under the policy Refuse.
	Refused
)

// An Allocation is what one lot paid of one use.
type Allocation struct {
	Lot    LotID       `json:"lot"`
	At     time.Time   `json:"at"` // the use's instant, or later under the policy CarryDebt
	Amount terms.Money `json:"amount"`
	Left   terms.Money `json:"left"` // what the lot held afterwards
}

// A UseState is one use and what became of it. Amount of the event is Paid + Unpaid; what was given back since is
// apart.
type UseState struct {
	Event
	Outcome     Outcome      `json:"outcome"`
	Paid        terms.Money  `json:"paid"`       // what lots paid, before any return
	Unpaid      terms.Money  `json:"unpaid"`     // what they did not, also of a charge they cannot pay
	Returned    terms.Money  `json:"returned"`   // what lots got back since
	WrittenOff  terms.Money  `json:"writtenOff"` // what of Unpaid was written off since, under WriteOffUnpaid
	Allocations []Allocation `json:"allocations"`
}

// Equal reports whether both states say the same.
func (u UseState) Equal(other UseState) bool {
	return u.Event.Equal(other.Event) && u.Outcome == other.Outcome && u.Paid.Equal(other.Paid) &&
		u.Unpaid.Equal(other.Unpaid) && u.Returned.Equal(other.Returned) && u.WrittenOff.Equal(other.WrittenOff) &&
		slices.EqualFunc(u.Allocations, other.Allocations, Allocation.Equal)
}

// Equal reports whether both allocations say the same.
func (a Allocation) Equal(other Allocation) bool {
	return a.Lot == other.Lot && a.At.Equal(other.At) && a.Amount.Equal(other.Amount) && a.Left.Equal(other.Left)
}

// At gives the instant of the statement.
func (s Statement) At() time.Time {
	if s.result == nil {
		return time.Time{}
	}
	return timeOf(s.result.at)
}

// Ledger gives the ledger the statement was replayed from, with all its events, also those after the statement's instant.
// A statement read from JSON has those it carries.
func (s Statement) Ledger() Ledger {
	if s.result == nil {
		return Ledger{}
	}
	return Ledger{s.result.book}
}

// String gives a line about the statement: its instant, the balance, and how many lots hold it.
func (s Statement) String() string {
	if s.result == nil {
		return "no statement"
	}
	holding := 0
	for i := range s.result.lots {
		if !s.result.lots[i].left.isZero() {
			holding++
		}
	}
	left := cmp.Or(s.Balance().String(), "nothing")
	return fmt.Sprintf("statement at %s: %s left, lots that hold it: %d", s.At().Format(time.RFC3339), left, holding)
}

// Balance gives all credit left.
func (s Statement) Balance() terms.Money {
	r := s.read()
	return r.money(r.total)
}

// BalanceAt gives all credit left at an instant, everything that fell on it counted. An instant
// after the statement's is [ErrUnknown]: replay the ledger to it.
func (s Statement) BalanceAt(at time.Time) (terms.Money, error) {
	r := s.read()
	if at.After(s.At()) {
		return terms.Money{}, fmt.Errorf("%w: the balance at %s; the statement goes to %s", ErrUnknown,
			at.UTC().Format(time.RFC3339Nano), s.At().Format(time.RFC3339Nano))
	}
	var total units
	for p := range r.journal.all() {
		if timeOf(p.at).After(at) {
			break
		}
		switch p.direction() {
		case 1:
			total = total.add(p.amount)
		case -1:
			total = total.sub(p.amount)
		}
	}
	return r.money(total), nil
}

// Lots gives every lot, in the order in which they pay.
func (s Statement) Lots() []LotState {
	r := s.read()
	states := make([]LotState, len(r.lots))
	for i := range r.lots {
		states[i] = r.lotState(i)
	}
	return states
}

// Lot gives one lot, and whether the ledger has it.
func (s Statement) Lot(id LotID) (LotState, bool) {
	r := s.read()
	i, ok := r.book.lotIndex[id]
	if !ok {
		return LotState{}, false
	}
	return r.lotState(int(i)), true
}

func (r *result) lotState(i int) LotState {
	state, lot := &r.lots[i], r.book.lots[i]
	lot.Known = time.Time{}
	granted := r.book.runs[i].amount
	if state.status == Pending {
		granted = units{}
	}
	return LotState{
		Lot: lot, Ends: timeOf(r.book.runs[i].to), Origin: r.book.termOrigin(i), HeldBy: state.holder, Status: state.statement(),
		Granted: r.money(granted), Used: r.money(state.used), Returned: r.money(state.returned),
		Lapsed: r.money(state.lapsed), Forfeited: r.money(state.forfeited), Left: r.money(state.left),
	}
}

// Uses gives every use up to the statement's instant, in the order in which they count.
func (s Statement) Uses() iter.Seq[UseState] {
	return func(yield func(UseState) bool) {
		r := s.read()
		tallies := r.tally(func(int32) bool { return true })
		for i := range r.count {
			if r.book.facts[i].kind != Use {
				continue
			}
			use := int32(i) //nolint:gosec // New has counted the events
			if !yield(r.useState(use, tallies[use])) {
				return
			}
		}
	}
}

// Use gives one use, and whether the statement has it.
func (s Statement) Use(id EventID) (UseState, bool) {
	r := s.read()
	use, ok := r.book.eventIndex.find(r.book.events, id)
	if !ok || int(use) >= r.count || r.book.facts[use].kind != Use {
		return UseState{}, false
	}
	return r.useState(use, r.tally(func(event int32) bool { return event == use })[use]), true
}

// Allocations gives what each lot paid of one use, in the order in which they did, and nothing
// for an id that is no use of the statement.
func (s Statement) Allocations(id EventID) []Allocation {
	use, _ := s.Use(id)
	return use.Allocations
}

// useTally is what the postings say of one use.
type useTally struct {
	allocations    []Allocation
	paid, returned units
	writtenOff     units
	refused        bool
}

// tally reads the postings of the uses that are wanted.
func (r *result) tally(wanted func(use int32) bool) map[int32]useTally {
	tallies := map[int32]useTally{}
	left := make([]units, len(r.lots))
	for p := range r.journal.all() {
		p.move(left)
		use := p.event
		if p.kind == postReturn || p.kind == postWriteOff {
			use = r.book.facts[p.event].of
		}
		if use == noIndex || !wanted(use) {
			continue
		}
		t := tallies[use]
		switch p.kind {
		case postDraw:
			t.paid = t.paid.add(p.amount)
			t.allocations = append(t.allocations, Allocation{
				r.book.lots[p.lot].ID, timeOf(p.at), r.money(p.amount), r.money(left[p.lot]),
			})
		case postReturn:
			t.returned = t.returned.add(p.amount)
		case postWriteOff:
			t.writtenOff = t.writtenOff.add(p.amount)
		case postRefused:
			t.refused = true
		case postGrant, postLapse, postForfeit, postUnpaid:
		}
		tallies[use] = t
	}
	return tallies
}

func (r *result) useState(use int32, t useTally) UseState {
	event, f := r.book.events[use], &r.book.facts[use]
	event.Known = time.Time{}
	return UseState{
		Event: event, Outcome: outcomeOf(f, t), Paid: r.money(t.paid), Unpaid: r.money(f.amount.sub(t.paid)),
		Returned: r.money(t.returned), WrittenOff: r.money(t.writtenOff), Allocations: jsonform.EmptyNotNull(t.allocations),
	}
}

func outcomeOf(f *fact, t useTally) Outcome {
	switch {
	case !f.payable:
		return NotPayable
	case t.refused:
		return Refused
	case t.paid == f.amount:
		return Paid
	case t.paid.isZero():
		return Unpaid
	default:
		return PartlyPaid
	}
}

func (r *result) money(u units) terms.Money { return u.money(r.book.currency) }

// Alerts gives the alerts that fired, in the order in which they did. At one instant those come first that follow from
// what lots do by themselves, and then those of one event after the other; each time notices about one token, then the
// configured alerts as the policy lists them, then that of low credit of the subscription.
func (s Statement) Alerts() []FiredAlert {
	r := s.read()
	fired := make([]FiredAlert, len(r.firings))
	for i, f := range r.firings {
		fired[i] = FiredAlert{At: timeOf(f.at), Notice: f.notice, Left: r.money(f.left)}
		if f.notice != TokenExpiring {
			fired[i].Threshold = r.money(f.threshold)
		}
		if f.lot != noIndex {
			fired[i].Lot = r.book.lots[f.lot].ID
		}
		if f.notice == Configured {
			alert := r.book.policy.Alerts[f.alert]
			fired[i].Name, fired[i].Recipients = alert.Name, slices.Clone(alert.Recipients)
		}
		fired[i].Origin = r.book.alertOrigin(f)
	}
	return fired
}

// Suspensions gives the times in which services were suspended, in order. Under the policy Overage
// there are none.
func (s Statement) Suspensions() []Suspension {
	r := s.read()
	if r.book.policy.Shortfall == Overage {
		return nil
	}
	suspensions := make([]Suspension, len(r.zeros))
	for i, z := range r.zeros {
		suspensions[i] = r.book.suspension(z)
	}
	return suspensions
}

// Suspended gives the suspension that lasts at the statement's instant, and whether there is one.
func (s Statement) Suspended() (Suspension, bool) {
	suspensions := s.Suspensions()
	if n := len(suspensions); n > 0 && suspensions[n-1].Until.IsZero() {
		return suspensions[n-1], true
	}
	return Suspension{}, false
}

// Equal reports whether both statements say the same: what they say in JSON.
func (s Statement) Equal(other Statement) bool {
	a, errA := s.MarshalJSON()
	b, errB := other.MarshalJSON()
	return errA == nil && errB == nil && bytes.Equal(a, b)
}
