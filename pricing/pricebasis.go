package pricing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A PriceCase is the facts about an offer that a partner is billed for.
type PriceCase struct {
	// Offer is its id. Kind is what it is; where that is not given, [Rules.PriceBasisOf] looks the offer up.
	Offer string    `json:"offer,omitzero"`
	Kind  OfferKind `json:"kind,omitzero"`
}

// A PriceBasis says by which prices Microsoft bills the partner. The zero PriceBasis is no answer.
type PriceBasis uint8

const (
	// PayAsYouGoRates is the published pay-as-you-go rates, the same for all by one global price policy. What the partner has of
	// it is its earned credit ([Rules.EarnedCreditRate]).
	PayAsYouGoRates PriceBasis = iota + 1
	// PartnerPrices is the partner's price list, which is below the estimated retail price.
	PartnerPrices
	// EstimatedRetailPrice is the estimated retail price (ERP), which leaves the partner no margin.
	EstimatedRetailPrice
)

// PriceBasisOf says by which prices an offer is billed to the partner on a day. The Azure plan is sold at pay-as-you-go rates
// (PLAN-01), by one global price policy (PLAN-03). The price of the previous offer equals the estimated retail price from phase 2
// on (CSP-13); that of shared services does not change (CSP-12).
func (r *Rules) PriceBasisOf(day terms.Day, facts PriceCase) rules.Decision[PriceBasis] {
	if facts.Kind == 0 {
		facts.Kind = r.kindOf(facts.Offer)
	}
	return r.priceBasis.Explain(day, facts)
}

// PriceBasisOf is [Rules.PriceBasisOf] of the published rules.
func PriceBasisOf(day terms.Day, facts PriceCase) rules.Decision[PriceBasis] {
	return Published().PriceBasisOf(day, facts)
}

// PriceBasisSet gives the set that says by which prices an offer is billed, to list, trace and test. It is asked by
// PriceCase.Kind, which [Rules.PriceBasisOf] looks up.
func (r *Rules) PriceBasisSet() *rules.Set[PriceCase, PriceBasis] { return r.priceBasis }

// EditPriceBasis gives the rules with an edit of [Rules.PriceBasisSet].
func (r *Rules) EditPriceBasis(e rules.Edit[PriceCase, PriceBasis]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.priceBasis, e)
}
