package cancellation

import (
	"errors"
	"slices"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// Check answers whether a purchase can be cancelled at an instant, until when, and what comes back. The rules and figures
// are those of the UTC day on which the window opened.
//
// Facts that are not given and could change the verdict make it [Undetermined], and all of them are asked for at once; they are
// never taken for a no. When the window opened is not asked for of a purchase that can be cancelled at any time, or never, whenever
// it was made. It is an error if the request makes no sense ([RequestError]), and, unless Partner Center has said until when, if
// the record has no answer: a rules.FigureError for a day from before it, [ErrNotSaid] with a rules.DecisionError where no rule speaks.
func (r *Rules) Check(request Request, at time.Time) (Answer, error) {
	q, err := r.ask(request, at)
	if err != nil {
		return Answer{}, err
	}
	outlook, err := q.byRules()
	var byRules []Alternative
	if until, isGiven := request.AllowedUntil.Until(); !request.AllowedUntil.IsZero() {
		if err == nil {
			byRules = q.withoutPartnerCenter(outlook)
		}
		outlook, err = q.byPartnerCenter(until, isGiven, outlook), nil
	}
	if err != nil {
		return Answer{}, err
	}
	answer, err := q.answer(outlook)
	answer.Alternatives = append(byRules, answer.Alternatives...)
	return answer, err
}

// Check is [Rules.Check] of the [Published] rules.
func Check(request Request, at time.Time) (Answer, error) { return Published().Check(request, at) }

// question is a request that makes sense, and what the sets say of it.
type question struct {
	Request
	rules *Rules
	at    time.Time
	day   terms.Day // on which the window opened; if that is not given, the one that is asked about

	limit   rules.Decision[Limit]
	asker   rules.Decision[rules.Truth]
	closing rules.Reading[Closing]
}

func (r *Rules) ask(request Request, at time.Time) (question, error) {
	if err := checkInstant("at", at); err != nil {
		return question{}, err
	}
	if err := request.check(); err != nil {
		return question{}, err
	}
	day, today := terms.DayOf(request.Opened), terms.DayOf(at)
	if day.IsZero() {
		day = today
	}
	q := question{
		Request: request, rules: r, at: at.UTC(), day: day,
		limit: r.LimitOf(day, request.Purchase), asker: r.MayAsk(today, request.Asker),
	}
	var err error
	q.closing, err = r.ClosingOn(day)
	return q, err
}

// outlook is what is known of a purchase before the instant and whoever asks are looked at.
type outlook struct {
	basis    Basis
	missing  []string // facts without which there is no telling
	never    bool
	opened   time.Time
	closes   time.Time // zero if nothing closes
	refund   Refund
	readings Readings
}

// byRules works out the outlook by the rules.
func (q question) byRules() (outlook, error) {
	o := outlook{basis: BasisRules, readings: Readings{Closing: q.closing}}
	if !q.Opened.IsZero() {
		o.opened = q.Opened.UTC()
	} else if !q.isTheSameWhenever() {
		o.missing = []string{openedFact}
	}
	isKnown := len(o.missing) == 0
	switch outcome := q.limit.Outcome; {
	case outcome == WithinWindow, outcome == WithinSourceWindow:
		return q.withinSome(o)
	case outcome == AtAnyTime && isKnown:
		return q.atAnyTime(o)
	case outcome == NotAtAll && isKnown:
		o.never, o.refund = true, RefundNone
		return o, nil
	}
	o.missing = append(o.missing, q.limit.Missing...)
	if len(o.missing) > 0 {
		return o, nil
	}
	return o, q.noLimit()
}

// atAnyTime adds what comes back for a purchase that nothing closes.
func (q question) atAnyTime(o outlook) (outlook, error) {
	refund, err := q.rules.RefundOn(q.Purchase.Product, q.day)
	if q.Opened.IsZero() && !q.comesBackWhenever(refund.Value) {
		return o, err
	}
	o.refund, o.readings.Refund = refund.Value, refund
	if errors.Is(err, ErrNoWindow) { // a team's own rule can let a purchase be cancelled of which nobody says what comes back
		return o, nil
	}
	return o, err
}

// comesBackWhenever reports whether a refund is what comes back on whichever day up to the one that is asked about it was bought.
func (q question) comesBackWhenever(refund Refund) bool {
	for _, d := range q.rules.refunds {
		if d.product == q.Purchase.Product && !isSteady(d.timeline, refund, q.day) {
			return false
		}
	}
	return true
}

// isSteady reports whether a timeline has a figure, or none, on every day up to one.
func isSteady[T comparable](t rules.Timeline[T], figure T, until terms.Day) bool {
	for _, boundary := range t.Boundaries() {
		for _, day := range []terms.Day{boundary, boundary.AddDays(-1)} {
			if then, err := t.On(day); err == nil && then.Value != figure && !day.After(until) {
				return false
			}
		}
	}
	return true
}

// The facts that are no facts of a rule: instants.
const (
	openedFact       = "opened"
	sourceOpenedFact = "sourceOpened"
)

// noLimit says that no rule of the day says how long the purchase can be cancelled.
func (q question) noLimit() error {
	if !errors.Is(q.limit.Err(), rules.ErrNoRule) {
		return q.limit.Err()
	}
	return inField("purchase", noRule(q.Purchase.Product, q.day, func(p Product) error {
		other := q.Purchase
		other.Product = p
		return q.rules.LimitOf(q.day, other).Err()
	}))
}

// isTheSameWhenever reports whether the purchase can be cancelled at any time, or never, on whichever day up to the one that is asked
// about it was made.
func (q question) isTheSameWhenever() bool {
	if q.limit.Outcome != AtAnyTime && q.limit.Outcome != NotAtAll {
		return false
	}
	for _, boundary := range q.rules.limit.Boundaries() {
		for _, day := range []terms.Day{boundary, boundary.AddDays(-1)} {
			then, err := q.rules.limit.Decide(day, q.Purchase)
			if !day.After(q.day) && then != q.limit.Outcome && !errors.Is(err, rules.ErrNoRule) {
				return false
			}
		}
	}
	return true
}

// withinSome adds the figures of the window of the purchase, or of its source.
func (q question) withinSome(o outlook) (outlook, error) {
	if q.limit.Outcome == WithinSourceWindow {
		if q.SourceOpened.IsZero() {
			o.missing = append(o.missing, sourceOpenedFact)
		} else {
			o.opened = q.SourceOpened
		}
	}
	if len(o.missing) > 0 {
		return o, nil
	}
	o.opened = o.opened.UTC()
	return q.within(o, q.Purchase.Product)
}

// within adds the figures of the day on which the window opened.
func (q question) within(o outlook, p Product) (outlook, error) {
	day := terms.DayOf(o.opened)
	var err error
	if o.readings.Window, err = q.rules.WindowOn(p, day); err != nil {
		return o, err
	}
	if o.readings.Boundary, err = q.rules.BoundaryOn(p, day); err != nil {
		return o, err
	}
	if o.readings.Refund, err = q.rules.RefundOn(p, day); err != nil {
		return o, err
	}
	return o.reckoned()
}

// reckoned gives the outlook with the deadline and the refund that follow from its readings.
func (o outlook) reckoned() (outlook, error) {
	if o.readings.Refund.Value != 0 {
		o.refund = o.readings.Refund.Value
	}
	if o.readings.Window.Value.IsZero() {
		return o, nil
	}
	var err error
	o.closes, err = o.readings.Window.Value.Closes(o.opened, o.readings.Boundary.Value)
	return o, err
}

// byPartnerCenter gives the outlook with what Partner Center says in place of what the rules do. What comes back for a
// purchase of which the two disagree whether it can be cancelled at all is nobody's to say.
func (q question) byPartnerCenter(until time.Time, isGiven bool, o outlook) outlook {
	o.readings.Window, o.readings.Boundary = rules.Reading[Window]{}, rules.Reading[Boundary]{}
	if o.never || !isGiven {
		o.refund, o.readings.Refund = 0, rules.Reading[Refund]{}
	}
	if !isGiven {
		o.refund = RefundNone
	} else if len(o.missing) > 0 {
		o = q.withRefund(o)
	}
	o.basis, o.missing, o.closes, o.never = BasisPartnerCenter, nil, until, !isGiven
	return o
}

// withRefund adds what comes back for the product, where a fact is missing on which only depends whether it can be cancelled at all.
func (q question) withRefund(o outlook) outlook {
	if q.Opened.IsZero() {
		return o
	}
	refund, err := q.rules.RefundOn(q.Purchase.Product, q.day)
	if err == nil {
		o.refund, o.readings.Refund = refund.Value, refund
	}
	return o
}

// isOpen reports whether the window is open at the instant, for somebody who may cancel.
func (q question) isOpen(o outlook) bool {
	verdict, _ := q.verdictOnWindow(o)
	return verdict == Open
}

func (q question) verdictOnWindow(o outlook) (Verdict, []string) {
	switch {
	case len(o.missing) > 0:
		return Undetermined, o.missing
	case o.never:
		return Never, nil
	case q.at.Before(q.Opened):
		return NotYetOpen, nil
	case !o.closes.IsZero() && o.readings.Closing.Value.isPast(o.closes, q.at):
		return Closed, nil
	}
	return Open, nil
}

// verdict gives the verdict, and the facts it waits for.
func (q question) verdict(o outlook) (Verdict, []string) {
	verdict, missing := q.verdictOnWindow(o)
	switch verdict {
	case Undetermined:
		return verdict, append(slices.Clone(missing), q.asker.Missing...)
	case Open:
	default:
		return verdict, nil
	}
	switch q.asker.Outcome {
	case rules.Yes:
		return Open, nil
	case rules.No:
		return Refused, nil
	case rules.Unknown:
	}
	return Undetermined, q.asker.Missing
}

// answer looks at the instant and at whoever asks.
func (q question) answer(o outlook) (Answer, error) {
	a := Answer{
		At: q.at, Basis: o.basis, Opened: o.opened, Deadline: o.closes, Refund: o.refund,
		Limit: q.limit, Owed: q.rules.OwedFor(q.day, q.Purchase), Readings: o.readings.needed(o.closes),
	}
	a.Verdict, a.Missing = q.verdict(o)
	a.Report = reportOf(q.Purchase.Product, a.Verdict)
	var err error
	if a.Alternatives, err = q.alternatives(o); err != nil || !q.isOpen(o) {
		return a, err
	}
	a.Asker = q.asker
	if !o.closes.IsZero() {
		a.Left = leftUntil(o.closes, q.at)
	}
	if q.asker.Status == rules.Undetermined {
		return a, nil
	}
	return a, q.asker.Err()
}

// needed gives the readings that an answer rests on.
func (r Readings) needed(closes time.Time) Readings {
	if _, isDays := r.Window.Value.Days(); !isDays {
		r.Boundary = rules.Reading[Boundary]{}
	}
	if closes.IsZero() {
		r.Closing = rules.Reading[Closing]{}
	}
	return r
}

// reportOf gives what Partner Center reports of a product at a verdict, where the record says (SW-15, SW-19).
func reportOf(p Product, v Verdict) Report {
	switch {
	case len(Reports(p)) == 0:
		return 0
	case v == Closed:
		return ReportWindowPassed
	case v == Open:
		return Reports(p)[0]
	}
	return 0
}
