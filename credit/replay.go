package credit

import (
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/cloudterms/terms"
)

// Replay works out what became of the credit up to an instant, that instant included, and gives
// the statement. Lots are activated and lapse at their own instants, events count at theirs, and
// where several fall on one instant, lots lapse first, then lots are activated, each in the order in
// which they pay, then events count: forfeits, transfers, uses, returns, those of one kind in the order
// of their ids.
//
// It fails if the instant is not from 1900 to 2199, and if what happened cannot have: a return of
// more than was taken ([ErrReturn]), the forfeit of a lot with nothing left ([ErrForfeit]), the
// transfer of a forfeited lot ([ErrTransfer]). The error is an [InputError] with every [EventError]
// found.
func (l Ledger) Replay(at time.Time) (Statement, error) {
	end, err := instant("the statement's instant", at)
	if err != nil {
		return Statement{}, err
	}
	b := l.book
	if b == nil {
		b = &book{policy: AzureInOpen(), rules: Published()}
	}
	r := newReplayer(b)
	r.run(end)
	if err := r.faults.err(); err != nil {
		return Statement{}, err
	}
	return Statement{r.result(end)}, nil
}

// ReplayDay is [Ledger.Replay] at the last instant of a UTC day. The zero Day is [ErrInstant].
func (l Ledger) ReplayDay(day terms.Day) (Statement, error) {
	if day.IsZero() {
		return Statement{}, fmt.Errorf("%w: the statement's day is not given", ErrInstant)
	}
	return l.Replay(endOf(day))
}

// lotState is what a replay knows of a lot.
type lotState struct {
	left, used, returned, lapsed, forfeited units

	holder   string
	status   LotStatus // Pending, Live, Lapsed or Forfeited
	reopened bool      // lapsed, and paying again what came back
	lowFired bool
	doom     int32 // the event that forfeited it before it was activated, or noIndex
}

// doomed reports whether the lot was forfeited before it was activated.
func (s *lotState) doomed() bool { return s.doom != noIndex }

// statement gives the status as a statement words it: a lot that was used up is exhausted, also
// when its time has passed since.
func (s *lotState) statement() LotStatus {
	switch {
	case s.status == Pending:
		return Pending
	case !s.left.isZero():
		return Live
	case !s.forfeited.isZero():
		return Forfeited
	case !s.lapsed.isZero():
		return Lapsed
	}
	return Exhausted
}

// replayer is one replay under way.
type replayer struct {
	book    *book
	lots    []lotState
	live    []int32 // lots that can pay, in the order in which they do
	total   units   // what they hold
	low     share   // what of that is low, by what the lots whose time runs were granted
	begun   bool    // credit has been granted
	empty   bool    // credit has been granted and is all gone
	loss    Cause   // what last made the total smaller
	lastEnd int64   // the latest expiry of the lots activated so far

	journal journal
	firings []firing
	zeros   []zeroBalance
	alerts  []alertRun
	faults  faults

	started, ended, noticed int   // places in the book's indexes of lots
	due                     int64 // the next instant at which a lot changes by itself

	reversals map[int32]*reversal // of each use that a return reverses
	debts     []debt
}

// reversal is what a replay knows of a use that a return reverses.
type reversal struct {
	takings    []taking
	writtenOff units
}

// sums gives what lots paid of the use, and what of it has come back.
func (v *reversal) sums() (taken, returned units) {
	for _, t := range v.takings {
		taken, returned = taken.add(t.amount), returned.add(t.returned)
	}
	return taken, returned
}

// taking is what one lot paid of one use, and how much of it has come back.
type taking struct {
	lot              int32
	amount, returned units
}

// debt is use that is carried over until credit comes.
type debt struct {
	event  int32
	amount units
}

func newReplayer(b *book) *replayer {
	r := &replayer{
		book: b,
		lots: make([]lotState, len(b.lots)),
		live: make([]int32, 0, len(b.lots)),

		lastEnd: math.MinInt64,
	}
	for i := range r.lots {
		r.lots[i].status, r.lots[i].holder, r.lots[i].doom = Pending, b.lots[i].Holder, noIndex
	}
	r.journal.facts, r.reversals = b.facts, map[int32]*reversal{}
	r.prepareAlerts()
	r.setDue()
	return r
}

// run replays everything up to and including an instant.
func (r *replayer) run(end int64) {
	r.runEvents(len(r.book.facts), end)
	r.passTime(end)
}

// runEvents replays the first n events that fall on or before an instant.
func (r *replayer) runEvents(n int, end int64) {
	facts := r.book.facts[:n]
	for i := range facts {
		f := &facts[i]
		if f.at > end {
			return
		}
		if f.at >= r.due {
			r.passTime(f.at)
		}
		r.apply(int32(i), f) //nolint:gosec // New has counted the events
	}
}

// apply lets one event count.
func (r *replayer) apply(i int32, f *fact) {
	before := r.total
	switch f.kind {
	case Use:
		r.use(i, f)
	case Return:
		r.giveBack(i, f)
	case Forfeit:
		r.forfeit(i, f)
		r.setBase()
	case Transfer:
		r.transfer(i, f)
	}
	if r.total != before {
		r.watch(f.at)
	}
}

// watch looks after what depends on all remaining credit.
func (r *replayer) watch(at int64) {
	if r.total.isZero() != r.empty {
		r.watchZero(at)
	}
	if len(r.alerts) > 0 {
		r.watchTotal(at)
	}
}

// use draws a use on the live lots, in order.
func (r *replayer) use(i int32, f *fact) {
	switch {
	case !f.drawable():
		return
	case r.book.policy.Shortfall == Refuse && r.total.less(f.amount):
		r.journal.post(posting{f.at, f.amount, i, noIndex, postRefused})
		return
	case len(r.live) > 0 && !f.reversed && f.amount.less(r.lots[r.live[0]].left):
		r.take(r.live[0], f.amount, f.at)
		r.journal.postWhole(i, r.live[0], postDraw)
		return
	}
	unpaid := r.draw(i, f.at, f.amount)
	if unpaid.isZero() {
		return
	}
	r.journal.postWhole(i, noIndex, postUnpaid)
	if r.book.policy.Shortfall == CarryDebt {
		r.debts = append(r.debts, debt{i, unpaid})
	}
}

// draw takes an amount from the live lots, in order, and gives what they could not pay.
func (r *replayer) draw(event int32, at int64, need units) units {
	for len(r.live) > 0 && !need.isZero() {
		lot := r.live[0]
		part := r.lots[lot].left.min(need)
		need = need.sub(part)
		r.take(lot, part, at)
		r.journal.post(posting{at, part, event, lot, postDraw})
		if r.book.facts[event].reversed {
			known := r.reversal(event)
			known.takings = append(known.takings, taking{lot: lot, amount: part})
		}
		if r.lots[lot].left.isZero() {
			r.live = r.live[1:]
		}
	}
	return need
}

// take lets a lot pay an amount, which it holds.
func (r *replayer) take(lot int32, amount units, at int64) {
	state := &r.lots[lot]
	state.left, state.used = state.left.sub(amount), state.used.add(amount)
	r.total, r.loss = r.total.sub(amount), ByUse
	if !r.book.runs[lot].lowAt.less(state.left) {
		r.watchToken(lot, at)
	}
}

// reversal gives what is known of a use that a return reverses.
func (r *replayer) reversal(use int32) *reversal {
	known := r.reversals[use]
	if known == nil {
		known = &reversal{}
		r.reversals[use] = known
	}
	return known
}

// grant activates a lot.
func (r *replayer) grant(lot int32, at int64) {
	run, state := &r.book.runs[lot], &r.lots[lot]
	state.left, state.status = run.amount, Live
	r.begun, r.lastEnd = true, max(r.lastEnd, run.to)
	r.total, r.low = r.total.add(run.amount), r.low.add(run.low)
	r.journal.post(posting{at, run.amount, noIndex, lot, postGrant})
	switch {
	case state.doomed():
		r.void(lot, at, state.doom)
	case !run.pays():
		r.lapse(lot, at)
	default:
		r.enlist(lot)
	}
}

// payDebts lets credit that has come pay what was carried over, the oldest first, once all that comes at one time is
// there to be ranked.
func (r *replayer) payDebts(at int64) {
	for len(r.debts) > 0 && len(r.live) > 0 {
		owed := &r.debts[0]
		owed.amount = r.draw(owed.event, at, owed.amount)
		if !owed.amount.isZero() {
			return
		}
		r.debts = r.debts[1:]
	}
}

// lapse ends a lot's time; what it still holds is lost (OPEN-15).
func (r *replayer) lapse(lot int32, at int64) {
	state := &r.lots[lot]
	if state.status != Live {
		return
	}
	state.status = Lapsed
	r.low = r.low.sub(r.book.runs[lot].low)
	r.delist(lot)
	r.loseLeft(lot, at, noIndex, postLapse)
}

// loseLeft books what a lot holds as lapsed or forfeited.
func (r *replayer) loseLeft(lot int32, at int64, event int32, kind postingKind) {
	state := &r.lots[lot]
	lost := state.left
	if lost.isZero() {
		return
	}
	state.left, r.total = units{}, r.total.sub(lost)
	if kind == postLapse {
		state.lapsed, r.loss = state.lapsed.add(lost), ByLapse
	} else {
		state.forfeited, r.loss = state.forfeited.add(lost), ByForfeit
	}
	r.journal.post(posting{at, lost, event, lot, kind})
}

// forfeit gives up one lot, or all that are live (OPEN-16).
func (r *replayer) forfeit(i int32, f *fact) {
	if f.lot == noIndex {
		for lot := range r.lots {
			if state := &r.lots[lot]; state.status == Live || state.reopened {
				r.void(int32(lot), f.at, i) //nolint:gosec // as in rankLots
			}
		}
		return
	}
	state := &r.lots[f.lot]
	switch {
	case state.status == Forfeited || state.doomed():
		return
	case state.status == Pending:
		state.doom = i
	case state.left.isZero():
		r.fault(i, fmt.Errorf("%w: lot %q is %s", ErrForfeit, r.book.lots[f.lot].ID, state.statement()))
	default:
		r.void(f.lot, f.at, i)
	}
}

// void ends a lot by forfeit.
func (r *replayer) void(lot int32, at int64, event int32) {
	state := &r.lots[lot]
	if state.status == Live {
		r.low = r.low.sub(r.book.runs[lot].low)
	}
	state.status, state.reopened = Forfeited, false
	r.delist(lot)
	r.loseLeft(lot, at, event, postForfeit)
}

// transfer hands a bulk credit to somebody else (MPN-22).
func (r *replayer) transfer(i int32, f *fact) {
	state := &r.lots[f.lot]
	if state.status != Live {
		r.fault(i, fmt.Errorf("%w: lot %q is %s", ErrTransfer, r.book.lots[f.lot].ID, state.status))
		return
	}
	state.holder = r.book.events[i].To
}

func (r *replayer) fault(event int32, err error) {
	r.faults.add(&EventError{r.book.events[event].ID, err})
}

// giveBack returns part of a use to the lots it was taken from, the last first, and writes off what exceeds it if
// the policy says so.
func (r *replayer) giveBack(i int32, f *fact) {
	done := r.reversal(f.of)
	taken, returned := done.sums()
	back := f.amount.min(taken.sub(returned))
	excess := f.amount.sub(back)
	open := r.book.facts[f.of].amount.sub(taken).sub(done.writtenOff)
	if !excess.isZero() && (r.book.policy.OverReturn == RefuseOverReturn || open.less(excess)) {
		r.faultOfReturn(i, f)
		return
	}
	if !excess.isZero() {
		done.writtenOff = done.writtenOff.add(excess)
		r.writeOff(i, f.of, excess, f.at)
	}
	for at := len(done.takings) - 1; at >= 0 && !back.isZero(); at-- {
		t := &done.takings[at]
		part := t.amount.sub(t.returned).min(back)
		if part.isZero() {
			continue
		}
		t.returned, back = t.returned.add(part), back.sub(part)
		r.returnTo(t.lot, part, i, f.at)
	}
	r.payDebts(f.at)
}

func (r *replayer) faultOfReturn(i int32, f *fact) {
	use, currency, done := r.book.events[f.of], r.book.currency, r.reversal(f.of)
	taken, returned := done.sums()
	r.fault(i, fmt.Errorf("%w: %s of use %q of %s, of which credit paid %s, %s were returned and %s written off before",
		ErrReturn, f.amount.money(currency), use.ID, use.Amount, taken.money(currency),
		returned.money(currency), done.writtenOff.money(currency)))
}

// writeOff lowers what is owed for a use by what a return exceeds the credit it took.
func (r *replayer) writeOff(event, use int32, amount units, at int64) {
	r.journal.post(posting{at, amount, event, noIndex, postWriteOff})
	for i := range r.debts {
		if r.debts[i].event == use {
			r.debts[i].amount = r.debts[i].amount.sub(amount.min(r.debts[i].amount))
		}
	}
	r.debts = slices.DeleteFunc(r.debts, func(d debt) bool { return d.amount.isZero() })
}

// returnTo puts credit back into a lot, where it pays again, lapses or is forfeited.
func (r *replayer) returnTo(lot int32, amount units, event int32, at int64) {
	state := &r.lots[lot]
	wasEmpty := state.left.isZero()
	state.left, state.returned = state.left.add(amount), state.returned.add(amount)
	r.total = r.total.add(amount)
	r.journal.post(posting{at, amount, event, lot, postReturn})
	switch {
	case state.status == Forfeited:
		r.loseLeft(lot, at, event, postForfeit)
		return
	case state.status == Lapsed && r.book.policy.LateReturn == LapseAtOnce:
		r.loseLeft(lot, at, event, postLapse)
		return
	case state.status == Lapsed:
		state.reopened = true
	}
	if wasEmpty {
		r.enlist(lot)
	}
	r.watchToken(lot, at)
}

// enlist lets a lot pay, at its place in the order.
func (r *replayer) enlist(lot int32) {
	if n := len(r.live); n == 0 || r.live[n-1] < lot {
		r.live = append(r.live, lot)
		return
	}
	place, _ := slices.BinarySearch(r.live, lot)
	r.live = slices.Insert(r.live, place, lot)
}

func (r *replayer) delist(lot int32) {
	switch place, ok := slices.BinarySearch(r.live, lot); {
	case !ok:
	case place == 0: // nearly always: lots lapse in the order in which they pay
		r.live = r.live[1:]
	default:
		r.live = slices.Delete(r.live, place, place+1)
	}
}

// passTime lets lots lapse and be activated, and notices of expiry fire, up to and including an
// instant, one instant after the other.
func (r *replayer) passTime(until int64) {
	for r.due <= until {
		at := r.due
		for ; r.ended < len(r.book.byEnd) && r.book.runs[r.book.byEnd[r.ended]].to <= at; r.ended++ {
			r.lapse(r.book.byEnd[r.ended], at)
		}
		for ; r.started < len(r.book.byStart) && r.book.runs[r.book.byStart[r.started]].from <= at; r.started++ {
			r.grant(r.book.byStart[r.started], at)
		}
		r.payDebts(at)
		for ; r.noticed < len(r.book.byNotice) && r.book.runs[r.book.byNotice[r.noticed]].notice <= at; r.noticed++ {
			r.notice(r.book.byNotice[r.noticed], at)
		}
		r.setBase()
		r.watch(at)
		r.setDue()
	}
}

// notice fires the alert of a token's expiry, if the token has credit left to lose (OPEN-22).
func (r *replayer) notice(lot int32, at int64) {
	if state := &r.lots[lot]; state.status == Live && !state.left.isZero() {
		r.firings = append(r.firings, firing{at: at, left: state.left, lot: lot, notice: TokenExpiring})
	}
}

func (r *replayer) setDue() {
	r.due = never
	next := func(index []int32, place int, of func(*lotRun) int64) {
		if place < len(index) {
			r.due = min(r.due, of(&r.book.runs[index[place]]))
		}
	}
	next(r.book.byEnd, r.ended, func(run *lotRun) int64 { return run.to })
	next(r.book.byStart, r.started, func(run *lotRun) int64 { return run.from })
	next(r.book.byNotice, r.noticed, func(run *lotRun) int64 { return run.notice })
}
