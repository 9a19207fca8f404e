package markets

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A PlanOffer is a question about Azure plan, which is Azure in CSP: is it available in this market?
type PlanOffer struct {
	Market Market `json:"market,omitzero"` // the customer's
	// What the lists say of the market. What is not given is looked up on the day; what is given is taken as it is.
	Listed   rules.Truth `json:"listed,omitzero"`   // whether the list of Azure plan is known to have it
	Whole    rules.Truth `json:"whole,omitzero"`    // whether the record has all of that list
	InRegion rules.Truth `json:"inRegion,omitzero"` // whether it is in a region of the CSP programme
	Doubtful rules.Truth `json:"doubtful,omitzero"` // whether a later list of regions, which may have stood already, says otherwise
}

// IsPlanAvailable says whether Azure plan is available in a market on a day (CSP-31). The record has the number of its
// countries, 137, and not which they are (PLAN-08). So it says no for a market in which no partner sells at all, and for the
// others that it cannot tell: the decision is rules.Unanswered, and a finding says why. Who has the list adds its markets
// to the list markets.azureplan by an overlay; then it says yes for those.
//
// The count is of 2022-09-09; of earlier days the record has none.
func IsPlanAvailable(day terms.Day, q PlanOffer) rules.Decision[rules.Truth] {
	return published.IsPlanAvailable(day, q)
}

// IsPlanAvailable is [IsPlanAvailable] by these rules.
func (r *Rules) IsPlanAvailable(day terms.Day, q PlanOffer) rules.Decision[rules.Truth] {
	plan, region := r.azurePlan.Listing(day, q.Market), r.regions.Listing(day, q.Market)
	if !q.Market.IsZero() && !plan.Span.IsZero() {
		q.Listed = ifNotGiven(q.Listed, rules.TruthOf(plan.Listed == rules.Yes))
		q.Whole = ifNotGiven(q.Whole, rules.TruthOf(plan.Standing != Counted))
	}
	q.InRegion, q.Doubtful = ifNotGiven(q.InRegion, region.Listed), ifNotGiven(q.Doubtful, region.doubtfulWhether())
	return cite(r.planOffers.Explain(day, q), citations{
		"markets.azureplan.nowhere": {plan, region.Listing}, "markets.azureplan.doubt": {region.Listing},
	}, plan)
}

// PlanMarkets gives the list of the markets in which Azure plan is available, of which the record has the count (CSP-31,
// PLAN-08).
func (r *Rules) PlanMarkets() List { return r.azurePlan }

// PlanOfferSet gives the rules of [Rules.IsPlanAvailable], to list and to test. They do not look into lists: the caller gives
// what these say.
func (r *Rules) PlanOfferSet() *rules.Set[PlanOffer, rules.Truth] { return r.planOffers }

// EditPlanOffers gives the rules with a change of those of [Rules.IsPlanAvailable].
func (r *Rules) EditPlanOffers(e rules.Edit[PlanOffer, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.planOffers, e)
}

// An OpenOffer is a question about Azure in Open: is it available in a country? The record has neither of the two lists it
// depends on, so both are for the caller to say.
type OpenOffer struct {
	Partners    rules.Truth `json:"partners,omitzero"`    // whether the country has partners for Open volume licensing
	AzureDirect rules.Truth `json:"azureDirect,omitzero"` // whether Azure is sold there directly, on the web
}

// IsOpenAvailable says whether Azure in Open is available in a country on a day: where there are partners for Open volume
// licensing and Azure is sold directly, both (OPEN-12). Before 2014-08-01, the month from which Azure was sold through Open, it
// says no (OPEN-11).
func IsOpenAvailable(day terms.Day, q OpenOffer) rules.Decision[rules.Truth] {
	return published.IsOpenAvailable(day, q)
}

// IsOpenAvailable is [IsOpenAvailable] by these rules.
func (r *Rules) IsOpenAvailable(day terms.Day, q OpenOffer) rules.Decision[rules.Truth] {
	return r.openOffers.Explain(day, q)
}

// OpenOfferSet gives the rules of [Rules.IsOpenAvailable], to list and to test.
func (r *Rules) OpenOfferSet() *rules.Set[OpenOffer, rules.Truth] { return r.openOffers }

// EditOpenOffers gives the rules with a change of those of [Rules.IsOpenAvailable].
func (r *Rules) EditOpenOffers(e rules.Edit[OpenOffer, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.openOffers, e)
}
