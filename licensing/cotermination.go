package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// An Alignment says what the end of a subscription is aligned with: [AlignWithSubscription] or [AlignWithCalendarMonth].
// Its text is Partner Center's allowedCustomTermEndDateType: subscriptionAligned, calendarMonthAligned. The zero
// Alignment means "not given".
type Alignment uint8

const (
	_ Alignment = iota
	// AlignWithSubscription ends the subscription on the day another one ends.
	AlignWithSubscription
	// AlignWithCalendarMonth ends the subscription on the last day of a month, the latest that its term reaches.
	AlignWithCalendarMonth
)

// A TargetEnd says which end of another subscription is aligned with: [TargetLatestRenewal] or [TargetCurrentEnd]. They
// differ where the other one's term is the shorter. Its texts, in JSON too, are latestRenewal and currentEnd.
type TargetEnd uint8

const (
	_ TargetEnd = iota
	// TargetLatestRenewal takes the latest end that the other subscription has, its renewals included, within the new
	// one's term. It is the one to take where nothing speaks for the other: three years purchased on 1 July 2022 and aligned with a year that ends on 1 October
	// 2022 end on 1 October 2024 (page "Align new commerce experience subscription end dates" of 2023-07-24).
	TargetLatestRenewal
	// TargetCurrentEnd takes the day on which the other subscription's present term ends. Partner Center's errors 900242
	// and 900246 word it so: the end must be that of an active subscription, or of a calendar month.
	TargetCurrentEnd
)

// A CoTermination is a subscription whose end is to be aligned when it is purchased or renewed.
type CoTermination struct {
	Term         Term        `json:"termDuration"`
	First        terms.Day   `json:"first"`        // the UTC day it is purchased or renewed on
	LicenceBased rules.Truth `json:"licenceBased"` // whether it is a license-based subscription of the new commerce experience
	Trial        rules.Truth `json:"isTrial"`
	Alignment    Alignment   `json:"alignment"`
	// Target is the subscription to align with, for AlignWithSubscription.
	Target CoTermTarget `json:"target,omitzero"`
	// TargetEnd says which end of the target is meant, for AlignWithSubscription.
	TargetEnd TargetEnd `json:"targetEnd,omitzero"`
}

// A CoTermTarget is a subscription to align with.
type CoTermTarget struct {
	Term         Term        `json:"termDuration"`
	Last         terms.Day   `json:"last"` // the last day of its present term, as commitmentEndDate gives it
	LicenceBased rules.Truth `json:"licenceBased"`
	Trial        rules.Truth `json:"isTrial"`
	Active       rules.Truth `json:"active"`
}

// A CoTerm is an aligned subscription.
type CoTerm struct {
	First    Period                      `json:"first"` // the first term, as a rule a short one
	Next     Period                      `json:"next"`  // the term after it, which is whole
	Decision rules.Decision[rules.Truth] `json:"decision"`
}

// Equal reports whether both are the same terms for the same reasons.
func (c CoTerm) Equal(other CoTerm) bool {
	return c.First == other.First && c.Next == other.Next && c.Decision.Equal(other.Decision)
}

// CoTerminate is [Rules.CoTerminate] of the [Published] rules.
func CoTerminate(c CoTermination) (CoTerm, error) { return Published().CoTerminate(c) }

// CoTerminate gives the first term of a subscription whose end is aligned, and the whole term after it. With a calendar
// month the end is the latest last day of a month within the term; with another subscription it is that one's end, as
// [TargetEnd] says.
//
// Where the rules refuse it, as they do for an end that is not within the term, it gives a [RefusalError] that wraps
// [ErrRefused]; where a fact that matters is not given, one that wraps [rules.ErrUndetermined] and names it. A term, day,
// alignment, or what an alignment with a subscription needs that is not given, a target where the alignment is with a calendar
// month, and a term that ends after 9999-12-31, is
// [ErrRequest].
func (r *Rules) CoTerminate(c CoTermination) (CoTerm, error) {
	whole, err := c.check()
	if err != nil {
		return CoTerm{}, err
	}
	end := c.end(whole)
	decision := r.MayCoTerminate(c.First, c.facts(whole, end))
	if decision.Outcome != rules.Yes {
		return CoTerm{}, &RefusalError{What: "co-termination to " + end.String(), Decision: decision}
	}
	next, err := c.Term.Period(end.AddDays(1))
	if err != nil {
		return CoTerm{}, err
	}
	return CoTerm{Period{c.First, end}, next, decision}, nil
}

// check gives the whole term from the first day.
func (c CoTermination) check() (Period, error) {
	whole, err := c.Term.Period(c.First)
	if err != nil {
		return Period{}, err
	}
	switch {
	case !alignmentNames.Valid(c.Alignment):
		return Period{}, requestError("alignment", c.Alignment.String(), "one of "+listed(alignmentNames))
	case c.Alignment == AlignWithCalendarMonth && c.Target != CoTermTarget{}:
		return Period{}, requestError("target", c.Target.Term.String()+" to "+c.Target.Last.String(), "no subscription to align with, as the alignment is "+c.Alignment.String())
	case c.Alignment == AlignWithCalendarMonth:
		return whole, nil
	case !targetEndNames.Valid(c.TargetEnd):
		return Period{}, choiceError("targetEnd", targetEndNames, c.TargetEnd, TargetLatestRenewal)
	case !c.Target.Term.IsValid():
		return Period{}, requestError("target/termDuration", c.Target.Term.String(), "one of "+listed(termNames))
	case c.Target.Last.IsZero():
		return Period{}, requestError("target/last", "", "the last day of its term, as in 2022-10-01")
	}
	return whole, nil
}

// end gives the day that the alignment asks for, whether it can be or not.
func (c CoTermination) end(whole Period) terms.Day {
	if c.Alignment == AlignWithCalendarMonth {
		if daysToMonthEnd(whole.Last) == 0 {
			return whole.Last
		}
		return whole.Last.AddDays(-whole.Last.DayOfMonth())
	}
	end := c.Target.Last
	for c.TargetEnd == TargetLatestRenewal {
		renewed, err := c.Target.Term.Period(end.AddDays(1))
		if err != nil || renewed.Last.After(whole.Last) {
			break
		}
		end = renewed.Last
	}
	return end
}

func (c CoTermination) facts(whole Period, end terms.Day) CoTermFacts {
	return CoTermFacts{
		LicenceBased:       c.LicenceBased,
		Trial:              c.Trial,
		Term:               c.Term,
		Alignment:          c.Alignment,
		TargetTerm:         c.Target.Term,
		TargetLicenceBased: c.Target.LicenceBased,
		TargetTrial:        c.Target.Trial,
		TargetActive:       c.Target.Active,
		WithinTerm:         rules.TruthOf(!end.Before(c.First) && !end.After(whole.Last)),
		LateDay:            rules.TruthOf(end.DayOfMonth() >= 28 && daysToMonthEnd(end) > 0),
		End:                end,
		Whole:              whole,
	}
}

// CoTermFacts is what the rules of co-termination look at.
type CoTermFacts struct {
	LicenceBased       rules.Truth `json:"licenceBased"` // a license-based subscription of the new commerce experience
	Trial              rules.Truth `json:"isTrial"`
	Term               Term        `json:"termDuration"`
	Alignment          Alignment   `json:"alignment"`
	TargetTerm         Term        `json:"targetTermDuration,omitzero"`
	TargetLicenceBased rules.Truth `json:"targetLicenceBased,omitzero"`
	TargetTrial        rules.Truth `json:"targetIsTrial,omitzero"`
	TargetActive       rules.Truth `json:"targetActive,omitzero"`
	WithinTerm         rules.Truth `json:"withinTerm"` // the end lies within the first term
	LateDay            rules.Truth `json:"lateDay"`    // the end is a 28th, 29th or 30th that is not the last day of its month

	// End and Whole are told in findings, and decide nothing.
	End   terms.Day `json:"end,omitzero"`   // the end that is asked for
	Whole Period    `json:"whole,omitzero"` // the term as it would run without alignment
}

// MayCoTerminate is [Rules.MayCoTerminate] of the [Published] rules.
func MayCoTerminate(day terms.Day, facts CoTermFacts) rules.Decision[rules.Truth] {
	return Published().MayCoTerminate(day, facts)
}

// MayCoTerminate says whether the end of a subscription that is purchased or renewed on a day may be aligned.
// [Rules.CoTerminate] asks it with the facts it works out.
func (r *Rules) MayCoTerminate(day terms.Day, facts CoTermFacts) rules.Decision[rules.Truth] {
	return r.coTermination.Explain(day, facts)
}

// CoTerminationSet gives the set that [Rules.MayCoTerminate] asks, licensing/cotermination.
func (r *Rules) CoTerminationSet() *rules.Set[CoTermFacts, rules.Truth] { return r.coTermination }

// EditCoTermination gives the rules with changes to the set of [Rules.MayCoTerminate].
func (r *Rules) EditCoTermination(e rules.Edit[CoTermFacts, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.coTermination, e)
}
