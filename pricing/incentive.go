package pricing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// An IncentiveCase is the facts about a partner and an offer it sells.
type IncentiveCase struct {
	// Offer is its id. Kind is what it is; where that is not given, [Rules.IncentivesOf] looks the offer up.
	Offer string    `json:"offer,omitzero"`
	Kind  OfferKind `json:"kind,omitzero"`
	// Registered is whether the partner is registered in Microsoft Commerce Incentives (MCI).
	Registered rules.Truth `json:"registered,omitzero"`
	// SilverCloudPlatform is whether the partner has the Silver Cloud Platform competency.
	SilverCloudPlatform rules.Truth `json:"silverCloudPlatform,omitzero"`
}

// Incentives is which partner incentives an offer brings. What is zero, the sources do not say. How much they are is in no
// source; partner earned credit is by itself ([Rules.EarnsCredit]).
type Incentives struct {
	Base       Eligibility `json:"base,omitzero"`
	Additional Eligibility `json:"additional,omitzero"` // those for partners with the Silver Cloud Platform competency
}

// IncentivesOf says which incentives a partner qualifies for with an offer. The previous offer has none from phase 2 on (CSP-13,
// CSP-14). With the Azure plan, partners registered in MCI stay eligible (CSP-27), and those with the Silver Cloud Platform
// competency qualify for additional ones from October 2021 on (CSP-28).
func (r *Rules) IncentivesOf(day terms.Day, facts IncentiveCase) rules.Decision[Incentives] {
	if facts.Kind == 0 {
		facts.Kind = r.kindOf(facts.Offer)
	}
	return r.incentive.Explain(day, facts)
}

// IncentivesOf is [Rules.IncentivesOf] of the published rules.
func IncentivesOf(day terms.Day, facts IncentiveCase) rules.Decision[Incentives] {
	return Published().IncentivesOf(day, facts)
}

// IncentiveSet gives the set that says which incentives an offer brings, to list, trace and test. It is asked by
// IncentiveCase.Kind, which [Rules.IncentivesOf] looks up.
func (r *Rules) IncentiveSet() *rules.Set[IncentiveCase, Incentives] { return r.incentive }

// EditIncentive gives the rules with an edit of [Rules.IncentiveSet].
func (r *Rules) EditIncentive(e rules.Edit[IncentiveCase, Incentives]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.incentive, e)
}

// bothIncentives makes one answer of two that each say a part.
func bothIncentives(a, b Incentives) (Incentives, bool) {
	base, sameBase := either(a.Base, b.Base)
	additional, sameAdditional := either(a.Additional, b.Additional)
	return Incentives{base, additional}, sameBase && sameAdditional
}
