package credit

import (
	"errors"
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

// Rules is every rule and dated figure this package reckons and decides by, and those of packages licensing and markets that
// it asks. It is immutable, and safe for any number of goroutines.
type Rules struct {
	topUp       *rules.Set[CardTopUpFacts, rules.Truth]
	alertSetup  *rules.Set[AlertSetupFacts, rules.Truth]
	attachment  *rules.Set[Attachment, Fate]
	combination *rules.Set[Combination, rules.Truth]

	term           dated[licensing.Months]
	lowCredit      dated[Percent]
	notice         dated[licensing.Days]
	retention      dated[licensing.Days]
	alertLimit     dated[Count]
	recipientLimit dated[Count]
	unit           dated[Amounts]
	monthlyCredit  dated[Amounts]
	bulkCredit     dated[Amounts]

	licensing *licensing.Rules
	markets   *markets.Rules

	// changes are what made them of the published ones, as far as it can be written down.
	changes changes
}

// changes are the overlays that were applied to this package, in order, and the day whose published wording is read.
type changes struct {
	Overlays []rules.Overlay `json:"overlays,omitempty"`
	Known    terms.Day       `json:"known,omitzero"`
}

// Published gives the published rules.
func Published() *Rules { return published }

// With gives rules with what an overlay changes in this package and in those it asks, licensing and markets: rules switched
// off, and figures and entries of lists replaced. What belongs to other packages is left to them. An overlay that changes
// what is not there, or with a value that is none, is [rules.ErrOverlay].
//
// Ledgers made by [Rules.New] reckon by the figures; statements, explanations and decisions name the overlay's owner where
// it made a difference. Ledgers and statements carry in their JSON what overlays changed in this package, so that who reads
// them reckons as they do.
func (r *Rules) With(o rules.Overlay) (*Rules, error) {
	changed := *r
	a := rulebook.Begin("credit", o)
	rulebook.Amend(a, &changed.topUp)
	rulebook.Amend(a, &changed.alertSetup)
	rulebook.Amend(a, &changed.attachment)
	rulebook.Amend(a, &changed.combination)
	rulebook.Amend(a, &changed.term)
	rulebook.Amend(a, &changed.lowCredit)
	rulebook.Amend(a, &changed.notice)
	rulebook.Amend(a, &changed.retention)
	rulebook.Amend(a, &changed.alertLimit)
	rulebook.Amend(a, &changed.recipientLimit)
	rulebook.Amend(a, &changed.unit)
	rulebook.Amend(a, &changed.monthlyCredit)
	rulebook.Amend(a, &changed.bulkCredit)
	var errLicensing, errMarkets error
	changed.licensing, errLicensing = r.licensing.With(o)
	changed.markets, errMarkets = r.markets.With(o)
	if err := errors.Join(a.Err(), errLicensing, errMarkets); err != nil {
		return nil, err
	}
	if own := o.For("credit"); len(own.SwitchOff)+len(own.Figures)+len(own.Lists) > 0 {
		changed.changes.Overlays = append(slices.Clip(r.changes.Overlays), own)
	}
	return &changed, nil
}

// AsKnown gives the rules and figures as they were published on a day, to see what an old case would have been told then. The zero Day gives
// the rules as they are, so that Published().AsKnown(d.Known) decides the record d again.
func (r *Rules) AsKnown(day terms.Day) (*Rules, error) {
	if day.IsZero() {
		return r, nil
	}
	known := *r
	var errs []error
	rulebook.AsKnown(&known.topUp, day, &errs)
	rulebook.AsKnown(&known.alertSetup, day, &errs)
	rulebook.AsKnown(&known.attachment, day, &errs)
	rulebook.AsKnown(&known.combination, day, &errs)
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	known.term, known.lowCredit, known.notice = r.term.asKnown(day), r.lowCredit.asKnown(day), r.notice.asKnown(day)
	known.retention, known.unit = r.retention.asKnown(day), r.unit.asKnown(day)
	known.alertLimit, known.recipientLimit = r.alertLimit.asKnown(day), r.recipientLimit.asKnown(day)
	known.monthlyCredit, known.bulkCredit = r.monthlyCredit.asKnown(day), r.bulkCredit.asKnown(day)
	var errLicensing, errMarkets error
	known.licensing, errLicensing = r.licensing.AsKnown(day)
	known.markets, errMarkets = r.markets.AsKnown(day)
	known.changes.Known = day
	if err := errors.Join(errLicensing, errMarkets); err != nil {
		return nil, err
	}
	return &known, nil
}

// About gives what the sets and the timelines of this package say of themselves. Those of the packages it asks are in
// [Rules.Licensing] and [Rules.Markets].
func (r *Rules) About() []rules.About {
	return []rules.About{
		r.topUp.About(), r.alertSetup.About(), r.attachment.About(), r.combination.About(),
		r.term.About(), r.lowCredit.About(), r.notice.About(), r.retention.About(), r.alertLimit.About(),
		r.recipientLimit.About(), r.unit.About(), r.monthlyCredit.About(), r.bulkCredit.About(),
	}
}

// Licensing gives the rules of package licensing that these ask.
func (r *Rules) Licensing() *licensing.Rules { return r.licensing }

// Markets gives the rules of package markets that these ask.
func (r *Rules) Markets() *markets.Rules { return r.markets }

// Term gives the months for which the credit of a token pays, by the day of its activation (OPEN-02).
func (r *Rules) Term() rules.Timeline[licensing.Months] { return r.term.timeline }

// LowCredit gives the share of its original balance at which credit is low, by the day of a lot's activation (OPEN-19,
// OPEN-21).
func (r *Rules) LowCredit() rules.Timeline[Percent] { return r.lowCredit.timeline }

// Notice gives the days before its expiry at which an alert warns of a token, by the day of its activation (OPEN-22).
func (r *Rules) Notice() rules.Timeline[licensing.Days] { return r.notice.timeline }

// Retention gives the days for which data is kept, by the day on which the balance comes to zero (OPEN-24).
func (r *Rules) Retention() rules.Timeline[licensing.Days] { return r.retention.timeline }

// AlertLimit gives how many alerts can be configured in a subscription, by the day on which they stand (OPEN-20).
func (r *Rules) AlertLimit() rules.Timeline[Count] { return r.alertLimit.timeline }

// RecipientLimit gives to how many addresses an alert can go, by the day on which it stands (OPEN-20).
func (r *Rules) RecipientLimit() rules.Timeline[Count] { return r.recipientLimit.timeline }

// Unit gives what a purchased unit is worth in each currency of which that is known, by the day of purchase (OPEN-03).
// [Rules.DefaultUnits] makes a table of it.
func (r *Rules) Unit() rules.Timeline[Amounts] { return r.unit.timeline }

// MonthlyCredit gives the amounts that the record names as examples of a partner's monthly credit (MPN-03).
func (r *Rules) MonthlyCredit() rules.Timeline[Amounts] { return r.monthlyCredit.timeline }

// BulkCredit gives the amounts that the record names as examples of a partner's bulk credit (MPN-03).
func (r *Rules) BulkCredit() rules.Timeline[Amounts] { return r.bulkCredit.timeline }

// made gives the rules that changes make of the published ones.
func (c changes) made() (*Rules, error) {
	r := Published()
	var err error
	for _, o := range c.Overlays {
		if r, err = r.With(o); err != nil {
			return nil, err
		}
	}
	if c.Known.IsZero() {
		return r, nil
	}
	return r.AsKnown(c.Known)
}
