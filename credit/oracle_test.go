package credit_test

import (
	"cmp"
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

// The oracle says a second time what a replay should say, as plainly as can be: it keeps every amount as a fraction,
// goes from one instant to the next, and at each looks at every lot and every event there is. It takes nothing from the
// package but its types, and expects lots and events that New accepts.
type oracle struct {
	policy credit.Policy
	lots   []*oracleLot   // in the order in which they pay
	events []credit.Event // in the order in which they count; those that have counted are gone

	uses        []*oracleUse // in the order in which they counted
	debts       []*oracleUse // those of them that credit to come will pay, under the policy CarryDebt
	entries     []credit.Entry
	alerts      []credit.FiredAlert
	suspensions []credit.Suspension
	balances    []oracleBalance
	faults      []oracleFault

	// paysInPartAfter is the instant after which uses draw what there is although the policy is Refuse, if it is given.
	paysInPartAfter time.Time

	currency     terms.Currency
	begun        bool         // credit has been granted
	loss         credit.Cause // what last took credit away
	subscription oracleAlarm
	configured   []oracleAlarm // one for each of the policy's alerts
}

// oracleLot is a lot and what has become of it.
type oracleLot struct {
	credit.Lot
	ends   time.Time // not given for a lot that does not lapse
	heldBy string    // after transfers

	activated, ended, givenUp, reopened bool
	doom                                credit.EventID // the event that gave it up before it was activated

	used, returned, lapsed, forfeited, left *big.Rat
	low                                     oracleAlarm
}

// oracleUse is a use and what has become of it.
type oracleUse struct {
	credit.Event
	at         time.Time
	refused    bool
	draws      []oracleDraw
	writtenOff *big.Rat
	verdicts   []oracleVerdict
}

// oracleVerdict is why a lot paid a use or did not.
type oracleVerdict struct {
	lot        *oracleLot
	verdict    credit.Verdict
	held, paid *big.Rat
	since      time.Time
}

// oracleDraw is what a use took from a lot, and how much of that has come back.
type oracleDraw struct {
	lot              *oracleLot
	at               time.Time
	amount, left     *big.Rat
	returned         *big.Rat
	withTheUseItself bool // and not later, when debt was paid
}

// oracleBalance is what was left after everything that fell on an instant.
type oracleBalance struct {
	at   time.Time
	left *big.Rat
}

// oracleFault is an event that cannot have happened. It changes nothing.
type oracleFault struct {
	event credit.EventID
	err   error
}

// oracleAlarm is an alert that fires once, and again when it is set again.
type oracleAlarm struct{ fired bool }

const oracleDay = 24 * time.Hour

// replayByOracle replays up to an instant, that instant included.
func replayByOracle(policy credit.Policy, lots []credit.Lot, events []credit.Event, until time.Time) *oracle {
	o := newOracle(policy, lots, events)
	o.replay(until)
	return o
}

func newOracle(policy credit.Policy, lots []credit.Lot, events []credit.Event) *oracle {
	o := &oracle{
		policy:     policy,
		currency:   currencyOf(policy, lots, events),
		configured: make([]oracleAlarm, len(policy.Alerts)),
	}
	for _, l := range lots {
		o.lots = append(o.lots, &oracleLot{
			Lot: l, ends: oracleEnd(policy, l), heldBy: l.Holder,
			used: nothing(), returned: nothing(), lapsed: nothing(), forfeited: nothing(), left: nothing(),
		})
	}
	slices.SortFunc(o.lots, o.compareLots)
	o.events = slices.Clone(events)
	slices.SortFunc(o.events, o.compareEvents)
	return o
}

// replay goes through everything up to an instant, that instant included.
func (o *oracle) replay(until time.Time) {
	for _, at := range o.instants() {
		if at.After(until) {
			return
		}
		o.live(at)
	}
}

// oracleEnd gives the instant from which a lot no longer pays: the one that is given, or the end of its term.
func oracleEnd(policy credit.Policy, l credit.Lot) time.Time {
	if !l.Expires.IsZero() {
		return l.Expires
	}
	months := 12
	switch {
	case l.Kind == credit.TopUp && policy.TopUpTerm == credit.TopUpUnending:
		return time.Time{}
	case l.Kind == credit.MonthlyBenefit:
		months = 1
	}
	return oracleTermEnd(policy, l, months)
}

// oracleTermEnd gives the end of a term of so many months.
func oracleTermEnd(policy credit.Policy, l credit.Lot, months int) time.Time {
	first := l.Activated.UTC()
	lastDay := monthsLater(first, months)
	if policy.Expiry == credit.ExpireAtDayEnd {
		return lastDay.Add(oracleDay)
	}
	return lastDay.Add(first.Sub(midnight(first)))
}

// monthsLater gives midnight of the same day of the month so many months later, or of the month's last day.
func monthsLater(t time.Time, months int) time.Time {
	firstOfMonth := time.Date(t.Year(), t.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	daysInMonth := firstOfMonth.AddDate(0, 1, -1).Day()
	return firstOfMonth.AddDate(0, 0, min(t.Day(), daysInMonth)-1)
}

func midnight(t time.Time) time.Time {
	t = t.UTC()
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func currencyOf(policy credit.Policy, lots []credit.Lot, events []credit.Event) terms.Currency {
	for _, l := range lots {
		return l.Amount.Currency()
	}
	for _, e := range events {
		if !e.Amount.IsZero() {
			return e.Amount.Currency()
		}
	}
	for _, a := range policy.Alerts {
		return a.Amount.Currency()
	}
	return 0
}

func (o *oracle) compareLots(a, b *oracleLot) int {
	byActivation := cmp.Or(a.Activated.Compare(b.Activated), strings.Compare(string(a.ID), string(b.ID)))
	if o.policy.Order == credit.FIFOByActivation {
		return byActivation
	}
	switch {
	case a.ends.IsZero() && b.ends.IsZero():
		return byActivation
	case a.ends.IsZero():
		return +1
	case b.ends.IsZero():
		return -1
	}
	return cmp.Or(a.ends.Compare(b.ends), byActivation)
}

// compareEvents orders events by instant, at one instant by kind, and then by id.
func (o *oracle) compareEvents(a, b credit.Event) int {
	kinds := []credit.EventKind{credit.Forfeit, credit.Transfer, credit.Use, credit.Return}
	return cmp.Or(
		o.instantOf(a).Compare(o.instantOf(b)),
		cmp.Compare(slices.Index(kinds, a.Kind), slices.Index(kinds, b.Kind)),
		strings.Compare(string(a.ID), string(b.ID)),
	)
}

func (o *oracle) instantOf(e credit.Event) time.Time { return instantOf(o.policy, e) }

// instantOf gives the instant at which an event counts.
func instantOf(policy credit.Policy, e credit.Event) time.Time {
	switch {
	case e.Day.IsZero():
		return e.At.UTC()
	case policy.DayPlace == credit.EndOfDay:
		return e.Day.Start().Add(oracleDay - 1)
	}
	return e.Day.Start()
}

// noticeOf gives the instant of a token's expiry notice: 30 days to its expiry, or its activation if it lasts no longer.
func noticeOf(l *oracleLot) time.Time {
	if l.Kind != credit.Token {
		return time.Time{}
	}
	if notice := l.ends.Add(-30 * oracleDay); notice.After(l.Activated) {
		return notice
	}
	return l.Activated
}

// instants gives every instant at which something happens.
func (o *oracle) instants() []time.Time {
	var all []time.Time
	for _, l := range o.lots {
		all = append(all, l.Activated, l.ends, noticeOf(l))
	}
	for _, e := range o.events {
		all = append(all, o.instantOf(e))
	}
	all = slices.DeleteFunc(all, time.Time.IsZero)
	slices.SortFunc(all, time.Time.Compare)
	return slices.CompactFunc(all, time.Time.Equal)
}

// live goes through one instant: lots lapse, lots are activated and pay debt, notices are due, events count.
func (o *oracle) live(at time.Time) {
	for _, l := range o.lots {
		if l.activated && l.ends.Equal(at) {
			o.end(l, at)
		}
	}
	for _, l := range o.lots {
		if l.Activated.Equal(at) {
			o.activate(l, at)
		}
	}
	o.payDebt(at)
	for _, l := range o.lots {
		if noticeOf(l).Equal(at) && l.left.Sign() > 0 {
			o.alerts = append(o.alerts, credit.FiredAlert{At: at, Notice: credit.TokenExpiring, Lot: l.ID, Left: o.money(l.left)})
		}
	}
	o.watch(at)
	for len(o.events) > 0 && o.instantOf(o.events[0]).Equal(at) {
		o.happen(o.events[0], at)
		o.watch(at)
		o.events = o.events[1:]
	}
	o.balances = append(o.balances, oracleBalance{at, o.total()})
}

// activate grants a lot. One that ends as it begins, or was given up before, never pays.
func (o *oracle) activate(l *oracleLot, at time.Time) {
	o.begun, l.activated = true, true
	l.left = fraction(l.Amount)
	o.enter(at, "", l, credit.AccountGranted, credit.AccountAvailable, l.left)
	switch {
	case l.doom != "":
		o.giveUp(l, at, l.doom)
	case l.ends.Equal(at):
		o.end(l, at)
	}
}

// end lets what is left of a lot lapse, unless it was given up before.
func (o *oracle) end(l *oracleLot, at time.Time) {
	if !l.givenUp {
		l.ended = true
		o.lapse(l, at, "")
	}
}

func (o *oracle) lapse(l *oracleLot, at time.Time, event credit.EventID) {
	if l.left.Sign() > 0 {
		o.loss = credit.ByLapse
	}
	o.enter(at, event, l, credit.AccountAvailable, credit.AccountLapsed, l.left)
	l.lapsed, l.left = plus(l.lapsed, l.left), nothing()
}

// giveUp forfeits what is left of a lot, and what may come back to it later.
func (o *oracle) giveUp(l *oracleLot, at time.Time, event credit.EventID) {
	l.givenUp, l.reopened = true, false
	if l.left.Sign() > 0 {
		o.loss = credit.ByForfeit
	}
	o.enter(at, event, l, credit.AccountAvailable, credit.AccountForfeited, l.left)
	l.forfeited, l.left = plus(l.forfeited, l.left), nothing()
}

func (o *oracle) happen(e credit.Event, at time.Time) {
	switch e.Kind {
	case credit.Use:
		o.use(e, at)
	case credit.Return:
		o.giveBack(e, at)
		o.payDebt(at)
	case credit.Forfeit:
		o.forfeit(e, at)
	case credit.Transfer:
		o.transfer(e)
	}
}

func (o *oracle) use(e credit.Event, at time.Time) {
	u := &oracleUse{Event: e, at: at, writtenOff: nothing()}
	o.uses = append(o.uses, u)
	inPart := !o.paysInPartAfter.IsZero() && at.After(o.paysInPartAfter)
	u.refused = e.Charge == credit.Consumption && o.policy.Shortfall == credit.Refuse && !inPart &&
		o.total().Cmp(fraction(e.Amount)) < 0
	held := map[*oracleLot]*big.Rat{}
	for _, l := range o.lots {
		held[l] = l.left
	}
	if e.Charge == credit.Consumption && !u.refused {
		o.draw(u, at, true)
		if o.policy.Shortfall == credit.CarryDebt {
			o.debts = append(o.debts, u)
		}
	}
	for _, l := range o.lots {
		u.verdicts = append(u.verdicts, u.judge(l, held[l]))
	}
}

// draw takes what a use still lacks from the lots that have credit, in their order.
func (o *oracle) draw(u *oracleUse, at time.Time, withTheUseItself bool) {
	need := u.owes()
	for _, l := range o.lots {
		amount := least(need, l.left)
		if amount.Sign() == 0 {
			continue
		}
		need = minus(need, amount)
		l.left, l.used = minus(l.left, amount), plus(l.used, amount)
		u.draws = append(u.draws, oracleDraw{l, at, amount, l.left, nothing(), withTheUseItself})
		o.enter(at, u.ID, l, credit.AccountAvailable, credit.AccountUsed, amount)
		o.loss = credit.ByUse
		o.watchToken(l, at)
	}
}

// payDebt lets credit that has come pay what earlier uses still owe, the earliest first.
func (o *oracle) payDebt(at time.Time) {
	if o.total().Sign() == 0 {
		return
	}
	for _, u := range o.debts {
		o.draw(u, at, false)
	}
	o.debts = without(o.debts, func(u *oracleUse) bool { return u.owes().Sign() == 0 })
}

// giveBack returns what a use took, the last draw first, and writes off what exceeds that if the policy says so.
func (o *oracle) giveBack(e credit.Event, at time.Time) {
	use := o.uses[slices.IndexFunc(o.uses, func(u *oracleUse) bool { return u.ID == e.Of })]
	rest := least(fraction(e.Amount), minus(use.paid(), use.returned()))
	excess := minus(fraction(e.Amount), rest)
	if excess.Sign() > 0 && (o.policy.OverReturn == credit.RefuseOverReturn || excess.Cmp(use.owes()) > 0) {
		o.faults = append(o.faults, oracleFault{e.ID, credit.ErrReturn})
		return
	}
	use.writtenOff = plus(use.writtenOff, excess)
	for i := range slices.Backward(use.draws) {
		d := &use.draws[i]
		amount := least(rest, minus(d.amount, d.returned))
		if amount.Sign() == 0 {
			continue
		}
		rest, d.returned = minus(rest, amount), plus(d.returned, amount)
		o.returnInto(d.lot, amount, at, e.ID)
	}
}

func (o *oracle) returnInto(l *oracleLot, amount *big.Rat, at time.Time, event credit.EventID) {
	l.returned, l.left = plus(l.returned, amount), plus(l.left, amount)
	o.enter(at, event, l, credit.AccountUsed, credit.AccountAvailable, amount)
	switch {
	case l.givenUp:
		o.giveUp(l, at, event)
	case l.ended && o.policy.LateReturn == credit.LapseAtOnce:
		o.lapse(l, at, event)
	default:
		l.reopened = l.ended
		o.watchToken(l, at)
	}
}

// forfeit gives up one lot, or all whose time runs. To give up again what is given up already says nothing new.
func (o *oracle) forfeit(e credit.Event, at time.Time) {
	if e.Lot == "" {
		for _, l := range o.lots {
			if l.pays() {
				o.giveUp(l, at, e.ID)
			}
		}
		return
	}
	l := o.lot(e.Lot)
	switch {
	case l.givenUp || l.doom != "":
	case !l.activated:
		l.doom = e.ID
	case l.left.Sign() == 0:
		o.faults = append(o.faults, oracleFault{e.ID, credit.ErrForfeit})
	default:
		o.giveUp(l, at, e.ID)
	}
}

// pays reports whether credit in the lot can pay.
func (l *oracleLot) pays() bool {
	return l.activated && !l.givenUp && (!l.ended || l.reopened)
}

func (o *oracle) transfer(e credit.Event) {
	l := o.lot(e.Lot)
	if l.givenUp {
		o.faults = append(o.faults, oracleFault{e.ID, credit.ErrTransfer})
		return
	}
	l.heldBy = e.To
}

func (o *oracle) lot(id credit.LotID) *oracleLot {
	return o.lots[slices.IndexFunc(o.lots, func(l *oracleLot) bool { return l.ID == id })]
}

// watchToken looks at the alert of low credit of a token after each movement of its credit.
func (o *oracle) watchToken(l *oracleLot, at time.Time) {
	if o.policy.LowCredit == credit.LowCreditOfToken && l.Kind == credit.Token {
		o.alarm(&l.low, o.policy.LowCreditOperator, l.left, lowOf(fraction(l.Amount)),
			credit.FiredAlert{At: at, Notice: credit.TokenLow, Lot: l.ID})
	}
}

// watch looks at everything that depends on all credit left, after each event and after what lots did by themselves.
func (o *oracle) watch(at time.Time) {
	if !o.begun {
		return
	}
	total := o.total()
	for i, a := range o.policy.Alerts {
		o.alarm(&o.configured[i], o.policy.AlertOperator, total, fraction(a.Amount),
			credit.FiredAlert{At: at, Notice: credit.Configured, Name: a.Name, Recipients: a.Recipients})
	}
	if o.policy.LowCredit == credit.LowCreditOfSubscription {
		o.alarm(&o.subscription, o.policy.LowCreditOperator, total, lowOf(o.base()),
			credit.FiredAlert{At: at, Notice: credit.SubscriptionLow})
	}
	o.watchZero(at, total.Sign() == 0)
}

// alarm fires an alert whose amount is reached, which nothing left always is, and sets it again once it no longer is.
func (o *oracle) alarm(a *oracleAlarm, operator credit.Operator, left, threshold *big.Rat, alert credit.FiredAlert) {
	order := left.Cmp(threshold)
	reached := order < 0 || order == 0 && operator == credit.AtOrBelow || left.Sign() == 0
	switch {
	case reached && !a.fired:
		alert.Left, alert.Threshold = o.money(left), o.money(cut(threshold))
		o.alerts = append(o.alerts, alert)
		a.fired = true
	case !reached && o.policy.Rearm == credit.RearmOnRise:
		a.fired = false
	}
}

// lowOf gives 30 % of an amount.
func lowOf(amount *big.Rat) *big.Rat { return new(big.Rat).Mul(amount, big.NewRat(30, 100)) }

// cut gives an amount without what lies behind the 18th place.
func cut(amount *big.Rat) *big.Rat {
	shift := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(18), nil))
	shifted := new(big.Rat).Mul(amount, shift)
	whole := new(big.Int).Quo(shifted.Num(), shifted.Denom())
	return new(big.Rat).Quo(new(big.Rat).SetInt(whole), shift)
}

// base gives what the lots whose time runs held originally.
func (o *oracle) base() *big.Rat {
	sum := nothing()
	for _, l := range o.lots {
		if l.activated && !l.givenUp && !l.ended {
			sum = plus(sum, fraction(l.Amount))
		}
	}
	return sum
}

// watchZero notes when the balance comes to zero and when credit comes. What comes in the same instant leaves no time
// without credit.
func (o *oracle) watchZero(at time.Time, zero bool) {
	if o.policy.Shortfall == credit.Overage {
		return
	}
	last := len(o.suspensions) - 1
	suspended := last >= 0 && o.suspensions[last].Until.IsZero()
	switch {
	case zero && !suspended:
		o.suspensions = append(o.suspensions, credit.Suspension{
			From: at, Cause: o.loss, DataMayBeGone: terms.DayOf(o.retainedFrom(at)).AddDays(90),
		})
	case zero == suspended:
	case o.suspensions[last].From.Equal(at):
		o.suspensions = o.suspensions[:last]
	default:
		o.suspensions[last].Until = at
	}
}

// retainedFrom gives the instant from which the 90 days count.
func (o *oracle) retainedFrom(zero time.Time) time.Time {
	if o.policy.Retention == credit.RetainFromZeroBalance {
		return zero
	}
	var latest time.Time
	for _, l := range o.lots {
		switch {
		case !l.activated:
		case l.ends.IsZero():
			return zero
		case l.ends.After(latest):
			latest = l.ends
		}
	}
	return latest
}

// judge says why a lot paid a use or did not, by what it held just before.
func (u *oracleUse) judge(l *oracleLot, held *big.Rat) oracleVerdict {
	v := oracleVerdict{lot: l, held: held, paid: nothing()}
	for _, d := range u.draws {
		if d.lot == l && d.withTheUseItself {
			v.paid = plus(v.paid, d.amount)
		}
	}
	status := l.status()
	switch {
	case v.paid.Sign() > 0:
		v.verdict = credit.VerdictPaid
	case status == credit.Pending:
		v.verdict, v.since = credit.VerdictNotYetActive, l.Activated.UTC()
	case status == credit.Exhausted:
		v.verdict = credit.VerdictExhausted
	case status == credit.Forfeited:
		v.verdict = credit.VerdictForfeited
	case status == credit.Lapsed:
		v.verdict, v.since = credit.VerdictLapsed, l.ends.UTC()
	case u.Charge != credit.Consumption:
		v.verdict = credit.VerdictNotPayable
	case u.refused:
		v.verdict = credit.VerdictRefused
	default:
		v.verdict = credit.VerdictNotNeeded
	}
	return v
}

// total gives all credit left.
func (o *oracle) total() *big.Rat {
	sum := nothing()
	for _, l := range o.lots {
		if l.left.Sign() > 0 {
			sum = plus(sum, l.left)
		}
	}
	return sum
}

// balanceAt gives all credit left at an instant that the oracle has passed.
func (o *oracle) balanceAt(at time.Time) *big.Rat {
	left := nothing()
	for _, b := range o.balances {
		if !b.at.After(at) {
			left = b.left
		}
	}
	return left
}

// enter notes a movement of credit.
func (o *oracle) enter(at time.Time, event credit.EventID, l *oracleLot, from, to credit.Account, amount *big.Rat) {
	if amount.Sign() > 0 {
		o.entries = append(o.entries, credit.Entry{At: at.UTC(), Event: event, Lot: l.ID, From: from, To: to, Amount: o.money(amount)})
	}
}

func (o *oracle) lotStates() []credit.LotState {
	var states []credit.LotState
	for _, l := range o.lots {
		granted := nothing()
		if l.activated {
			granted = fraction(l.Amount)
		}
		l.Known = time.Time{}
		states = append(states, credit.LotState{
			Lot: l.Lot, Ends: l.ends.UTC(), HeldBy: l.heldBy, Status: l.status(),
			Granted: o.money(granted), Used: o.money(l.used), Returned: o.money(l.returned),
			Lapsed: o.money(l.lapsed), Forfeited: o.money(l.forfeited), Left: o.money(l.left),
		})
	}
	return states
}

func (l *oracleLot) status() credit.LotStatus {
	switch {
	case !l.activated:
		return credit.Pending
	case l.left.Sign() > 0:
		return credit.Live
	case l.forfeited.Sign() > 0:
		return credit.Forfeited
	case l.lapsed.Sign() > 0:
		return credit.Lapsed
	}
	return credit.Exhausted
}

func (o *oracle) useStates() []credit.UseState {
	var states []credit.UseState
	for _, u := range o.uses {
		allocations := []credit.Allocation{}
		for _, d := range u.draws {
			allocations = append(allocations, credit.Allocation{Lot: d.lot.ID, At: d.at.UTC(), Amount: o.money(d.amount), Left: o.money(d.left)})
		}
		states = append(states, credit.UseState{
			Event: u.asTold(), Outcome: u.outcome(), Paid: o.money(u.paid()), Unpaid: o.money(u.lacks()),
			Returned: o.money(u.returned()), WrittenOff: o.money(u.writtenOff), Allocations: allocations,
		})
	}
	return states
}

// asTold gives the event without the instant at which it became known.
func (u *oracleUse) asTold() credit.Event {
	e := u.Event
	e.Known = time.Time{}
	return e
}

// explanation gives why each lot paid a use or did not.
func (o *oracle) explanation(u *oracleUse) []credit.LotVerdict {
	var verdicts []credit.LotVerdict
	for _, v := range u.verdicts {
		verdicts = append(verdicts, credit.LotVerdict{
			Lot: v.lot.ID, Verdict: v.verdict, Held: o.money(v.held), Paid: o.money(v.paid), Since: v.since,
		})
	}
	return verdicts
}

func (u *oracleUse) outcome() credit.Outcome {
	switch {
	case u.Charge != credit.Consumption:
		return credit.NotPayable
	case u.refused:
		return credit.Refused
	case u.lacks().Sign() == 0:
		return credit.Paid
	case u.paid().Sign() > 0:
		return credit.PartlyPaid
	}
	return credit.Unpaid
}

// paid gives what lots paid of a use, before any return.
func (u *oracleUse) paid() *big.Rat {
	sum := nothing()
	for _, d := range u.draws {
		sum = plus(sum, d.amount)
	}
	return sum
}

func (u *oracleUse) returned() *big.Rat {
	sum := nothing()
	for _, d := range u.draws {
		sum = plus(sum, d.returned)
	}
	return sum
}

// lacks gives what lots did not pay of a use, and owes what of that was not written off.
func (u *oracleUse) lacks() *big.Rat { return minus(fraction(u.Amount), u.paid()) }
func (u *oracleUse) owes() *big.Rat  { return minus(u.lacks(), u.writtenOff) }

// money gives a fraction, which must end within 20 places, as money.
func (o *oracle) money(r *big.Rat) terms.Money {
	return moneyOf(r, o.currency)
}

func moneyOf(r *big.Rat, currency terms.Currency) terms.Money {
	if currency.IsZero() {
		return terms.Money{}
	}
	text := r.FloatString(20)
	m, err := terms.NewMoney(decimal.RequireFromString(strings.TrimRight(strings.TrimRight(text, "0"), ".")), currency)
	if err != nil {
		panic(err)
	}
	return m
}

func fraction(m terms.Money) *big.Rat { return m.Amount().Rat() }

func nothing() *big.Rat { return new(big.Rat) }

func plus(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) }

func minus(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }

func least(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}
