package pricing

import (
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// A Transition is the facts about moving a customer from an existing Azure offer in CSP to the Azure plan, with the same
// partner.
type Transition struct {
	// Offer is the id of what the customer has. Kind is what it is; where that is not given, [Rules.MayTransition] looks the offer
	// up.
	Offer string          `json:"offer,omitzero"`
	Kind  OfferKind       `json:"kind,omitzero"`
	Party licensing.Party `json:"party,omitzero"` // who would run the transition
	// Related is whether the two have an established reseller relationship in Partner Center.
	Related rules.Truth `json:"related,omitzero"`
	// CustomerAgreement is whether the customer has signed the Microsoft Customer Agreement.
	CustomerAgreement rules.Truth `json:"customerAgreement,omitzero"`
	GCC               rules.Truth `json:"gcc,omitzero"` // a customer of the Government Community Cloud
}

// MayTransition says whether a customer can be moved to the Azure plan, and why. Only two things are needed: an established
// reseller relationship in Partner Center, and the customer's signature of the Microsoft Customer Agreement (PLAN-04). Indirect
// resellers go through their provider.
func (r *Rules) MayTransition(day terms.Day, facts Transition) rules.Decision[Permission] {
	if facts.Kind == 0 {
		facts.Kind = r.kindOf(facts.Offer)
	}
	return r.transition.Explain(day, facts)
}

// MayTransition is [Rules.MayTransition] of the published rules.
func MayTransition(day terms.Day, facts Transition) rules.Decision[Permission] {
	return Published().MayTransition(day, facts)
}

// TransitionSet gives the set that decides whether a customer can be moved to the Azure plan, to list, trace and test. It is
// asked by Transition.Kind, which [Rules.MayTransition] looks up.
func (r *Rules) TransitionSet() *rules.Set[Transition, Permission] { return r.transition }

// EditTransition gives the rules with an edit of [Rules.TransitionSet].
func (r *Rules) EditTransition(e rules.Edit[Transition, Permission]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.transition, e)
}

// PlansBought gives how many Azure plans the transition of a customer buys by itself: one in direct CSP, and in indirect CSP one
// for each reseller of record on its offers. A subscription without a reseller of record is none of these, and [ErrTransition];
// and so are resellers of record where a partner sells directly, and a party that cannot run a transition.
func PlansBought(party licensing.Party, resellersOfRecord ...string) (int, error) {
	switch {
	case party == licensing.DirectPartner && len(resellersOfRecord) == 0:
		return 1, nil
	case party == licensing.DirectPartner:
		return 0, fault(ErrTransition, "resellersOfRecord", resellersOfRecord, "none, since a direct partner sells itself")
	case party != licensing.Distributor:
		return 0, fault(ErrTransition, "party", party, "directPartner or distributor, who can run the transition")
	case len(resellersOfRecord) == 0 || slices.Contains(resellersOfRecord, ""):
		return 0, fault(ErrTransition, "resellersOfRecord", resellersOfRecord, "the reseller of record of each subscription")
	}
	distinct := slices.Clone(resellersOfRecord)
	slices.Sort(distinct)
	return len(slices.Compact(distinct)), nil
}
