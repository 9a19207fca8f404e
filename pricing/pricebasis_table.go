package pricing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// priceBasisSet says by which prices an offer is billed to the partner.
var priceBasisSet = rules.Must(newPriceBasisSet())

func newPriceBasisSet() (*rules.Set[PriceCase, PriceBasis], error) {
	is := func(name string, k OfferKind) rules.Condition[PriceCase] {
		return rulebook.One(name, "offer", func(c PriceCase) OfferKind { return c.Kind }, k)
	}
	previous := is("offer is the previous offer", PreviousAzureOffer)
	type rule = rules.Rule[PriceCase, PriceBasis]
	return rules.New(rules.Spec[PriceCase, PriceBasis]{
		ID: "pricing/price", Question: "By which prices is this offer billed to the partner?",
		Facts: []rules.Fact{{Name: "offer", Text: "Which offer of the catalogue is it?"}},
		Rules: dated(
			rule{
				ID: "pricing.price.plan", Text: "The Azure plan is sold at the published pay-as-you-go rates, by one global price policy.",
				Span: terms.SpanFrom(planBegins), If: all(is("offer is an Azure plan", AzurePlanOffer)), Then: PayAsYouGoRates,
				Sources: []rules.Source{azurePlanIntro("PLAN-01"), azurePlanIntro("PLAN-03"), plansPriced},
			},
			rule{
				ID: "pricing.price.previous", Text: "Until phase 2 the previous offer is billed by the partner's price list, with a margin.",
				If: all(previous), Then: PartnerPrices, Sources: []rules.Source{azureInCSP("CSP-13", "Phase 2"), phases2021, noMargin},
			},
			rule{
				ID: "pricing.price.retail", Text: "From phase 2 on the price of the previous offer equals the estimated retail price.",
				If: all(previous), Then: EstimatedRetailPrice, Sources: []rules.Source{azureInCSP("CSP-13", "Phase 2"), noMargin},
			},
			rule{
				ID: "pricing.price.sharedservices", Text: "For Azure Partner Shared Services nothing changes.",
				Span: terms.Always(), If: all(is("offer is Azure Partner Shared Services", SharedServicesOffer)), Then: PartnerPrices,
				Sources: []rules.Source{azureInCSP("CSP-12", "Phase 1")},
			},
		),
	})
}
