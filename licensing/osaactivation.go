package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// An OSAActivation is the activation of an OSA key, one that happened or one that is wanted. What is not given is asked for
// where it matters.
type OSAActivation struct {
	// Activated is the UTC day on which the key is activated, or would be.
	Activated terms.Day `json:"activated,omitzero"`
	// Redeemed says whether the key has been redeemed before.
	Redeemed rules.Truth `json:"redeemed,omitzero"`
}

// OSAActivationFacts is what the rules of [Rules.OSAActivationSet] read: an activation, held against the days on which the
// key can be activated.
type OSAActivationFacts struct {
	OSAActivation

	Purchased terms.Day   `json:"purchased,omitzero"` // the first of these days
	Last      terms.Day   `json:"last,omitzero"`      // the last of them
	Early     rules.Truth `json:"early,omitzero"`     // the key is activated before the first
	Late      rules.Truth `json:"late,omitzero"`      // the key is activated after the last
}

// An OSAActivationAnswer says whether a key may be activated, and why.
type OSAActivationAnswer struct {
	Decision rules.Decision[rules.Truth] `json:"decision"`
	// Last is the last UTC day on which the key can be activated.
	Last terms.Day `json:"last,omitzero"`
	// Within is the time from the purchase to that day, with its source and whose figure it is.
	Within rules.Reading[Months] `json:"within,omitzero"`
}

// Equal reports whether both are the same answer for the same reasons.
func (a OSAActivationAnswer) Equal(other OSAActivationAnswer) bool {
	same := func(a, b Months) bool { return a == b }
	return a.Last == other.Last && a.Decision.Equal(other.Decision) && a.Within.EqualFunc(other.Within, same)
}

// MayActivate answers whether a key that was purchased on a UTC day may be activated, Yes or No: from that day on, within
// five years (OPEN-08), and once. The rules and the figure are those of the day of purchase; without one there is no
// answer. A finding that follows from somebody's figure says whose it is. [Rules.CheckActivation] asks the same of an [OSAPurchase], but for whether the key has been redeemed.
func (r *Rules) MayActivate(purchased terms.Day, activation OSAActivation) OSAActivationAnswer {
	facts := OSAActivationFacts{OSAActivation: activation}
	within, err := r.osaActivationTime.On(purchased)
	if err == nil {
		facts.hold(purchased, lastDayWithin(purchased, within.Value))
	}
	decision := r.osaActivation.Explain(purchased, facts)
	for i := range decision.Findings {
		f := &decision.Findings[i]
		if f.Origin.IsZero() && (f.Rule == ruleOSAInTime || f.Rule == ruleOSALate) {
			f.Origin = within.Origin
		}
	}
	return OSAActivationAnswer{decision, facts.Last, within}
}

// hold holds the activation against the days on which the key can be activated.
func (f *OSAActivationFacts) hold(first, last terms.Day) {
	given := !f.Activated.IsZero()
	f.Purchased, f.Last = first, last
	f.Early, f.Late = rules.Given(given, f.Activated.Before(first)), rules.Given(given, f.Activated.After(last))
}

// MayActivate is [Rules.MayActivate] of the [Published] rules.
func MayActivate(purchased terms.Day, activation OSAActivation) OSAActivationAnswer {
	return Published().MayActivate(purchased, activation)
}

// OSAActivationSet gives the rules behind [Rules.MayActivate], to list, to trace and to test.
func (r *Rules) OSAActivationSet() *rules.Set[OSAActivationFacts, rules.Truth] {
	return r.osaActivation
}

// EditOSAActivation gives rules with a change to the set behind [Rules.MayActivate].
func (r *Rules) EditOSAActivation(e rules.Edit[OSAActivationFacts, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.osaActivation, e)
}

// OSAActivationTime gives the months within which a key can be activated, by the day of its purchase (OPEN-08).
func (r *Rules) OSAActivationTime() rules.Timeline[Months] { return r.osaActivationTime }

// LastActivationDay gives what [OSAPurchase.LastActivationDay] gives, by these rules. The zero OSAPurchase is
// [ErrNotGiven], a day of purchase without a figure a [rules.FigureError].
func (r *Rules) LastActivationDay(p OSAPurchase) (terms.Day, error) {
	last, _, err := r.lastActivationDay(p)
	return last, err
}

func (r *Rules) lastActivationDay(p OSAPurchase) (terms.Day, rules.Origin, error) {
	if p.IsZero() {
		return terms.Day{}, rules.Origin{}, &ActivationError{Err: ErrNotGiven}
	}
	within, err := r.osaActivationTime.On(p.purchased)
	if err != nil {
		return terms.Day{}, rules.Origin{}, err
	}
	return lastDayWithin(p.purchased, within.Value), within.Origin, nil
}

// lastDayWithin gives the same day of the month so many months later, or the last day there is.
func lastDayWithin(first terms.Day, months Months) terms.Day {
	if last := first.AddMonths(int(months)); !last.IsZero() {
		return last
	}
	return lastDay
}

// CheckActivation gives what [OSAPurchase.CheckActivation] gives, by these rules. Whose figure it is that a key is too
// late by, the [ActivationError] says.
func (r *Rules) CheckActivation(p OSAPurchase, day terms.Day) error {
	last, origin, err := r.lastActivationDay(p)
	if err != nil {
		return err
	}
	var condition error
	switch {
	case day.IsZero():
		condition = ErrNotGiven
	case day.Before(p.purchased):
		condition = ErrActivatedBeforePurchase
	case day.After(last):
		condition = ErrActivatedTooLate
	default:
		return nil
	}
	return &ActivationError{p.key.ID(), p.purchased, last, day, origin, condition}
}

// osaActivationArgs gives what a message about an activation needs.
func osaActivationArgs(f OSAActivationFacts) []rules.Arg {
	return told(rules.DayArg("activated", f.Activated), rules.DayArg("purchased", f.Purchased), rules.DayArg("last", f.Last))
}
