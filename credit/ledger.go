package credit

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/jsonform"
	"github.com/cloudterms/terms/licensing"
)

// A Ledger is the credit of one subscription, or of one user's partner benefit: its lots, what
// happened to them, and the policy by which they are replayed. It is immutable and safe for any
// number of goroutines. The zero Ledger is empty and replays to an empty statement.
//
// In JSON it is {"policy":{…},"lots":[…],"events":[…]}, lots in the order in which they pay and
// events in the order in which they count, whatever order they were given in.
type Ledger struct{ book *book }

// book is a ledger prepared for replay: all checks made, everything in order.
type book struct {
	rules      *Rules
	policy     Policy
	currency   terms.Currency
	lots       []Lot // in the order in which they pay
	runs       []lotRun
	byStart    []int32 // lots by activation
	byEnd      []int32 // lots by expiry
	byNotice   []int32 // tokens by the instant of their expiry notice
	lotIndex   map[LotID]int32
	events     []Event // in the order in which they count
	facts      []fact  // the same, as replay needs them
	eventIndex eventIndex
}

// lotRun is what a replay needs of a lot.
type lotRun struct {
	from, to int64 // half-open; to may be never
	notice   int64 // when a token's expiry notice is due
	amount   units
	low      share // what of the amount is low
	lowAt    units // low credit is reached at this much or less
}

// pays reports whether the lot has a time in which it pays.
func (run *lotRun) pays() bool { return run.from < run.to }

// fact is what a replay needs of an event.
type fact struct {
	at      int64
	amount  units
	lot     int32 // of a forfeit or transfer; noIndex for all live lots
	of      int32 // the use a return reverses
	kind    EventKind
	payable bool
	// reversed says that a return reverses this use, so that what it took from which lot is wanted later.
	reversed bool
}

// drawable reports whether the event is a use that draws on credit.
func (f *fact) drawable() bool { return f.kind == Use && f.payable && !f.amount.isZero() }

const noIndex = -1

// most is how many faults one error lists, so that a hostile million of them stays readable.
const mostFaults = 100

// faults gathers what is wrong, so that one look shows all of it.
type faults struct {
	list []error
	more int
}

func (f *faults) add(err error) {
	switch {
	case err == nil:
	case len(f.list) < mostFaults:
		f.list = append(f.list, err)
	default:
		f.more++
	}
}

func (f *faults) err() error {
	if len(f.list) == 0 {
		return nil
	}
	return &InputError{Faults: f.list, More: f.more}
}

// New makes a ledger that reckons by the [Published] rules, as [Rules.New] does.
func New(policy Policy, lots []Lot, events []Event) (Ledger, error) {
	return Published().New(policy, lots, events)
}

// New makes a ledger that reckons by these rules. It copies what it is given, drops what is given twice, puts the rest in
// order and checks all of it: an error is an [InputError] with everything found wrong, that of the
// policy first and alone, because what lots and events mean depends on it. What can only be seen when
// lots are drawn on, such as a return of more than was taken, is for [Ledger.Replay] to report: who takes
// in events one by one keeps the ledger of the last that replayed.
//
// Each figure is read for the day that governs: the term of a lot, what of it is low credit and when its expiry is noticed on
// the UTC day of its activation; how long data is kept on the day the balance comes to zero; how many alerts there can be, and
// to how many addresses each, on the day of the latest fact, and without facts on the last there is.
func (r *Rules) New(policy Policy, lots []Lot, events []Event) (Ledger, error) {
	var found faults
	policy.check(&found)
	if len(policy.Alerts) > 0 {
		r.checkAlerts(policy.Alerts, latestDay(lots, events), &found)
	}
	if err := found.err(); err != nil {
		return Ledger{}, err
	}
	b := &book{rules: r, policy: policy.clone()}
	b.setCurrency(lots, events)
	b.addLots(lots, &found)
	b.addEvents(events, &found)
	b.checkAlertCurrency(&found)
	if err := found.err(); err != nil {
		return Ledger{}, err
	}
	b.checkTotals(&found)
	b.checkRedemptions(&found)
	b.resolve(&found)
	if err := found.err(); err != nil {
		return Ledger{}, err
	}
	b.prepareLots()
	return Ledger{b}, nil
}

// With gives a ledger that has these events too, by the rules of [New]. An event it already has
// changes nothing. On an error the ledger is as it was.
func (l Ledger) With(events ...Event) (Ledger, error) {
	return l.Rules().New(l.policyOrDefault(), l.Lots(), append(l.Events(), events...))
}

// WithLots gives a ledger that has these lots too, by the rules of [New]. A lot it already has
// changes nothing. On an error the ledger is as it was.
func (l Ledger) WithLots(lots ...Lot) (Ledger, error) {
	return l.Rules().New(l.policyOrDefault(), append(l.Lots(), lots...), l.Events())
}

// AsKnown gives the ledger as it stood at an instant: with the lots and events that were known
// by then. An event that refers to a lot or use not known by then is left out too. It fails where
// what was known does not make a ledger, by the rules of [New].
func (l Ledger) AsKnown(at time.Time) (Ledger, error) {
	knownBy := func(known time.Time) bool { return known.IsZero() || !known.After(at) }
	lots, seen := make([]Lot, 0, len(l.lots())), map[LotID]bool{}
	for _, lot := range l.lots() {
		if knownBy(lot.Known) {
			lots, seen[lot.ID] = append(lots, lot), true
		}
	}
	events, uses := make([]Event, 0, len(l.events())), map[EventID]bool{}
	for _, e := range l.events() {
		if !knownBy(e.Known) || e.Kind == Return && !uses[e.Of] || e.Lot != "" && !seen[e.Lot] {
			continue
		}
		events = append(events, e)
		if e.Kind == Use {
			uses[e.ID] = true
		}
	}
	return l.Rules().New(l.policyOrDefault(), lots, events)
}

// Rules gives the rules the ledger reckons by, the published ones for the zero Ledger.
func (l Ledger) Rules() *Rules {
	if l.book == nil {
		return Published()
	}
	return l.book.rules
}

// Policy gives the policy the ledger is replayed by.
func (l Ledger) Policy() Policy {
	if l.book == nil {
		return Policy{}
	}
	return l.book.policy.clone()
}

// Currency gives the currency of everything in the ledger, and the zero Currency for a ledger
// without amounts.
func (l Ledger) Currency() terms.Currency {
	if l.book == nil {
		return 0
	}
	return l.book.currency
}

// Lots gives the lots in the order in which they pay.
func (l Ledger) Lots() []Lot { return slices.Clone(l.lots()) }

// Events gives the events in the order in which they count.
func (l Ledger) Events() []Event { return slices.Clone(l.events()) }

// String gives a line about the ledger: its lots, its events, its currency.
func (l Ledger) String() string {
	return fmt.Sprintf("ledger of %d lots and %d events in %s", len(l.lots()), len(l.events()), cmp.Or(l.Currency().String(), "no currency"))
}

func (l Ledger) lots() []Lot {
	if l.book == nil {
		return nil
	}
	return l.book.lots
}

func (l Ledger) events() []Event {
	if l.book == nil {
		return nil
	}
	return l.book.events
}

func (l Ledger) policyOrDefault() Policy {
	if l.book == nil {
		return AzureInOpen()
	}
	return l.book.policy
}

// ledgerJSON is a ledger as JSON has it.
type ledgerJSON struct {
	changes

	Policy Policy  `json:"policy"`
	Lots   []Lot   `json:"lots"`
	Events []Event `json:"events"`
}

// MarshalJSON gives the policy, the lots and the events, before them what overlays changed in this package, and null for the
// zero Ledger.
func (l Ledger) MarshalJSON() ([]byte, error) {
	if l.book == nil {
		return []byte("null"), nil
	}
	return jsonform.Marshal(ledgerJSON{l.Rules().changes, l.Policy(), jsonform.EmptyNotNull(l.lots()), jsonform.EmptyNotNull(l.events())})
}

// UnmarshalJSON reads what [Ledger.MarshalJSON] gives, by the rules of [terms.Decode] and [New], or of the overlays that the
// JSON has. Rules that were changed in Go are in no JSON. On an error it leaves l as it was.
func (l *Ledger) UnmarshalJSON(data []byte) error {
	if bytes.Equal(bytes.TrimSpace(data), []byte("null")) {
		*l = Ledger{}
		return nil
	}
	var raw ledgerJSON
	if err := jsonform.Decode(data, &raw); err != nil {
		return err
	}
	made, err := raw.made()
	if err != nil {
		return err
	}
	*l = made
	return nil
}

func (raw ledgerJSON) made() (Ledger, error) {
	r, err := raw.changes.made()
	if err != nil {
		return Ledger{}, err
	}
	return r.New(raw.Policy, raw.Lots, raw.Events)
}

// setCurrency takes the currency from the first amount there is; every other must agree.
func (b *book) setCurrency(lots []Lot, events []Event) {
	for _, l := range lots {
		if !l.Amount.IsZero() {
			b.currency = l.Amount.Currency()
			return
		}
	}
	for i := range events {
		if !events[i].Amount.IsZero() {
			b.currency = events[i].Amount.Currency()
			return
		}
	}
	for _, a := range b.policy.Alerts {
		b.currency = a.Amount.Currency()
	}
}

func (b *book) checkCurrency(m terms.Money) error {
	if m.IsZero() || m.Currency() == b.currency {
		return nil
	}
	return fmt.Errorf("%w: %w", ErrCurrency, &terms.CurrencyMismatchError{A: m.Currency(), B: b.currency})
}

func (b *book) checkAlertCurrency(found *faults) {
	for i, a := range b.policy.Alerts {
		if err := b.checkCurrency(a.Amount); err != nil {
			found.add(&PolicyError{fmt.Sprintf("alerts/%d", i), fmt.Errorf("%w: alert %q: %w", ErrPolicy, a.Name, err)})
		}
	}
}

// addLots checks the lots, drops repeated ones and ranks the rest.
func (b *book) addLots(lots []Lot, found *faults) {
	b.lotIndex = make(map[LotID]int32, len(lots))
	for _, l := range lots {
		if i, repeated := b.lotIndex[l.ID]; repeated {
			found.add(b.mergeLot(&b.lots[i], l))
			continue
		}
		run, err := b.prepareLot(&l)
		if err != nil {
			found.add(&LotError{l.ID, err})
			continue
		}
		b.lotIndex[l.ID] = int32(len(b.lots)) //nolint:gosec // 2^31 lots do not fit in memory
		b.lots, b.runs = append(b.lots, l), append(b.runs, run)
	}
	b.rankLots()
	b.checkCombination(found)
}

// mergeLot takes a lot that is already there: the same content is no news but for an earlier
// day of knowledge, another content is a conflict.
func (b *book) mergeLot(have *Lot, again Lot) error {
	if !have.Equal(again) {
		return &LotError{again.ID, fmt.Errorf("%w: %s", ErrConflict, lotDifference(*have, again))}
	}
	if err := checkKnown(again.Known); err != nil {
		return &LotError{again.ID, err}
	}
	have.Known = earlierKnown(have.Known, again.Known)
	return nil
}

// earlierKnown gives the earlier of two instants of knowledge; not given is the earliest.
func earlierKnown(a, b time.Time) time.Time {
	if b.IsZero() || !a.IsZero() && b.Before(a) {
		return utc(b)
	}
	return a
}

func (b *book) prepareLot(l *Lot) (lotRun, error) {
	var run lotRun
	err := errors.Join(checkText("lot id", string(l.ID)), l.check(), checkKnown(l.Known), b.checkCurrency(l.Amount))
	if err != nil {
		return run, err
	}
	if run.amount, err = unitsOf(l.Amount.Amount()); err != nil {
		return run, err
	}
	if run.from, err = instant("activated", l.Activated); err != nil {
		return run, err
	}
	if run.to, err = l.expiry(b.policy, b.rules); err != nil {
		return run, err
	}
	l.Activated, l.Expires, l.Known = utc(l.Activated), utc(l.Expires), utc(l.Known)
	return run, b.setAlerts(l, &run)
}

// setAlerts sets when the alerts of a lot's expiry and low credit fire, by the figures of the day of its activation.
func (b *book) setAlerts(l *Lot, run *lotRun) error {
	day := terms.DayOf(l.Activated)
	notice, err := b.rules.notice.on(day)
	if err != nil {
		return err
	}
	low, err := b.rules.lowCredit.on(day)
	if err != nil {
		return err
	}
	run.notice = never
	if l.Kind == Token {
		run.notice = max(run.from, run.to-daysOf(int(notice.Value)))
	}
	run.low = run.amount.percent(low.Value)
	part, exact := run.low.floor()
	run.lowAt = firesAt(part, exact, b.policy.LowCreditOperator)
	return nil
}

// rankLots puts the lots in the order in which they pay.
func (b *book) rankLots() {
	order := make([]int32, len(b.lots))
	for i := range order {
		order[i] = int32(i) //nolint:gosec // 2^31 lots do not fit in memory
	}
	slices.SortFunc(order, func(i, j int32) int {
		byActivation := cmp.Or(cmp.Compare(b.runs[i].from, b.runs[j].from), cmp.Compare(b.lots[i].ID, b.lots[j].ID))
		if b.policy.Order == FirstToExpire {
			return cmp.Or(cmp.Compare(b.runs[i].to, b.runs[j].to), byActivation)
		}
		return byActivation
	})
	lots, runs := make([]Lot, len(order)), make([]lotRun, len(order))
	for rank, i := range order {
		lots[rank], runs[rank] = b.lots[i], b.runs[i]
		b.lotIndex[b.lots[i].ID] = int32(rank) //nolint:gosec // as above
	}
	b.lots, b.runs = lots, runs
}

// checkCombination holds MPN-06: bulk credit stands alone.
func (b *book) checkCombination(found *faults) {
	bulk := slices.IndexFunc(b.lots, func(l Lot) bool { return l.Kind == BulkBenefit })
	if bulk < 0 {
		return
	}
	for _, l := range b.lots {
		if l.Kind != BulkBenefit && !b.rules.standsBesideBulk(terms.DayOf(l.Activated), l.Kind) {
			found.add(&LotError{l.ID, fmt.Errorf("%w: a %s beside lot %q (MPN-06)", ErrNotCombinable, l.Kind, b.lots[bulk].ID)})
		}
	}
}

// checkRedemptions holds OPEN-01: one key activates the subscription, others add to it.
func (b *book) checkRedemptions(found *faults) {
	if len(b.runs) == 0 {
		return
	}
	first := slices.MinFunc(b.runs, func(a, b lotRun) int { return cmp.Compare(a.from, b.from) }).from
	begun := slices.ContainsFunc(b.lots, func(l Lot) bool {
		return l.Activated.UnixNano() == first && l.Redeemed != licensing.AddsCredit
	})
	for i, l := range b.lots {
		switch {
		case l.Redeemed == licensing.ActivatesSubscription && b.runs[i].from != first:
			found.add(&LotError{l.ID, fmt.Errorf("%w: the subscription has been active since %s; its key adds credit",
				ErrRedemption, timeOf(first).Format(time.RFC3339))})
		case l.Redeemed == licensing.AddsCredit && b.runs[i].from == first && !begun:
			found.add(&LotError{l.ID, fmt.Errorf("%w: there is no subscription yet to add credit to", ErrRedemption)})
		}
	}
}

// checkTotals sees to it that no sum in a replay can overflow.
func (b *book) checkTotals(found *faults) {
	var sum units
	grow := func(amount units) bool {
		sum = sum.add(amount)
		return sum.less(unitsLimit)
	}
	for i := range b.runs {
		if !grow(b.runs[i].amount) {
			found.add(&LotError{b.lots[i].ID, errTotal()})
			return
		}
	}
	for i := range b.facts {
		if !grow(b.facts[i].amount) {
			found.add(&EventError{b.events[i].ID, errTotal()})
			return
		}
	}
}

func errTotal() error {
	return fmt.Errorf("%w: with it the ledger adds up to 10^20 or more", ErrAmount)
}

// prepareLots indexes the lots by the instants at which something happens to them by itself.
func (b *book) prepareLots() {
	byInstant := func(of func(lotRun) int64) []int32 {
		var index []int32
		for i, run := range b.runs {
			if of(run) != never {
				index = append(index, int32(i)) //nolint:gosec // as in rankLots
			}
		}
		slices.SortStableFunc(index, func(i, j int32) int { return cmp.Compare(of(b.runs[i]), of(b.runs[j])) })
		return index
	}
	b.byStart = byInstant(func(r lotRun) int64 { return r.from })
	b.byEnd = byInstant(func(r lotRun) int64 { return r.to })
	b.byNotice = byInstant(func(r lotRun) int64 { return r.notice })
}

// addEvents checks the events, drops repeated ones and puts the rest in order.
func (b *book) addEvents(events []Event, found *faults) {
	b.eventIndex = newEventIndex(len(events))
	b.events, b.facts = make([]Event, 0, len(events)), make([]fact, 0, len(events))
	for i := range events {
		e := &events[i]
		slot, tag := b.eventIndex.slot(b.events, e.ID)
		if slot.place != 0 {
			found.add(b.mergeEvent(&b.events[slot.place-1], e))
			continue
		}
		f, err := b.prepareEvent(e)
		if err != nil {
			found.add(&EventError{e.ID, err})
			continue
		}
		b.events, b.facts = append(b.events, *e), append(b.facts, f)
		*slot = eventSlot{tag, int32(len(b.events))} //nolint:gosec // 2^31 events do not fit in memory
		have := &b.events[len(b.events)-1]
		have.At, have.Known = utc(have.At), utc(have.Known)
	}
	b.orderEvents()
}

func (b *book) mergeEvent(have, again *Event) error {
	if !have.Equal(*again) {
		return &EventError{again.ID, fmt.Errorf("%w: %s", ErrConflict, eventDifference(have, again))}
	}
	if err := checkKnown(again.Known); err != nil {
		return &EventError{again.ID, err}
	}
	have.Known = earlierKnown(have.Known, again.Known)
	return nil
}

func (b *book) prepareEvent(e *Event) (fact, error) {
	f := fact{lot: noIndex, of: noIndex, kind: e.Kind, payable: e.Charge.Payable()}
	if err := checkText("event id", string(e.ID)); err != nil {
		return f, err
	}
	if err := checkEvent(e); err != nil {
		return f, err
	}
	if err := b.checkCurrency(e.Amount); err != nil {
		return f, err
	}
	if err := checkKnown(e.Known); err != nil {
		return f, err
	}
	var err error
	if f.amount, err = unitsOf(e.Amount.Amount()); err != nil {
		return f, err
	}
	f.at, err = placeInTime(e, b.policy.DayPlace)
	return f, err
}

// orderEvents puts the events in the order in which they count: by instant; at one instant what
// ends credit before what uses it, and that before what gives it back; then by id.
func (b *book) orderEvents() {
	compare := func(i, j int32) int {
		x, y := &b.facts[i], &b.facts[j]
		if byInstant := cmp.Compare(x.at, y.at); byInstant != 0 {
			return byInstant
		}
		return cmp.Or(cmp.Compare(placeOf[x.kind], placeOf[y.kind]), cmp.Compare(b.events[i].ID, b.events[j].ID))
	}
	order, sorted := make([]int32, len(b.events)), true
	for i := range order {
		order[i] = int32(i) //nolint:gosec // as in addEvents
		sorted = sorted && (i == 0 || compare(order[i-1], order[i]) < 0)
	}
	if sorted {
		return
	}
	slices.SortFunc(order, compare)
	events, facts := make([]Event, len(order)), make([]fact, len(order))
	for place, i := range order {
		events[place], facts[place] = b.events[i], b.facts[i]
	}
	b.events, b.facts = events, facts
	b.eventIndex.reindex(events)
}

// resolve finds the lots and uses that events refer to.
func (b *book) resolve(found *faults) {
	for i := range b.facts {
		f, e := &b.facts[i], &b.events[i]
		switch e.Kind {
		case Use:
		case Return:
			found.add(b.resolveReturn(f, e))
		case Forfeit, Transfer:
			found.add(b.resolveLot(f, e))
		}
	}
}

func (b *book) resolveReturn(f *fact, e *Event) error {
	use, ok := b.eventIndex.find(b.events, e.Of)
	if !ok || b.facts[use].kind != Use {
		return &EventError{e.ID, fmt.Errorf("%w: a return of %.256q, which is no use here", ErrReference, e.Of)}
	}
	if f.at < b.facts[use].at {
		return &EventError{e.ID, fmt.Errorf("%w: a return before the use %q it reverses", ErrReference, e.Of)}
	}
	f.of, b.facts[use].reversed = use, true
	return nil
}

func (b *book) resolveLot(f *fact, e *Event) error {
	if e.Lot == "" {
		return nil
	}
	lot, ok := b.lotIndex[e.Lot]
	if !ok {
		return &EventError{e.ID, fmt.Errorf("%w: lot %.256q is not here", ErrReference, e.Lot)}
	}
	f.lot = lot
	if e.Kind != Transfer {
		return nil
	}
	switch run := b.runs[lot]; {
	case b.lots[lot].Kind != BulkBenefit:
		return &EventError{e.ID, fmt.Errorf("%w: lot %q is a %s, and only bulk credit is", ErrTransfer, e.Lot, b.lots[lot].Kind)}
	case b.policy.BulkTransfer == TransferNever:
		return &EventError{e.ID, fmt.Errorf("%w: the policy's bulkTransfer is %s", ErrTransfer, TransferNever)}
	case f.at < run.from || f.at >= run.to:
		return &EventError{e.ID, fmt.Errorf("%w: lot %q lives from %s to %s", ErrTransfer, e.Lot,
			timeOf(run.from).Format(time.RFC3339), timeOf(run.to).Format(time.RFC3339))}
	}
	return nil
}

func utc(t time.Time) time.Time {
	if t.IsZero() {
		return time.Time{}
	}
	return t.UTC().Round(0)
}
