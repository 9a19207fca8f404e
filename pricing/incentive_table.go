package pricing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// incentiveSet says which incentives an offer brings.
var incentiveSet = rules.Must(newIncentiveSet())

// incentivesByMCI is the day from which new and changed incentives are engagements of MCI, and the first day of the month from
// which there are additional ones for the Silver Cloud Platform competency; the offer page gives only the month.
var incentivesByMCI = terms.MustParseDay("2021-10-01")

func newIncentiveSet() (*rules.Set[IncentiveCase, Incentives], error) {
	is := func(name string, k OfferKind) rules.Condition[IncentiveCase] {
		return rulebook.One(name, "offer", func(c IncentiveCase) OfferKind { return c.Kind }, k)
	}
	previous := is("offer is the previous offer", PreviousAzureOffer)
	plan := is("offer is an Azure plan", AzurePlanOffer)
	registered := rulebook.Holds("partner is registered in MCI", "registered", func(c IncentiveCase) rules.Truth { return c.Registered })
	silver := rulebook.Holds("partner has the Silver Cloud Platform competency", "silverCloudPlatform", func(c IncentiveCase) rules.Truth { return c.SilverCloudPlatform })
	type rule = rules.Rule[IncentiveCase, Incentives]
	return rules.New(rules.Spec[IncentiveCase, Incentives]{
		ID: "pricing/incentive", Question: "Which incentives does this offer bring the partner?",
		Facts: []rules.Fact{
			{Name: "offer", Text: "Which offer of the catalogue is it?"},
			{Name: "registered", Text: "Is the partner registered in Microsoft Commerce Incentives?"},
			{Name: "silverCloudPlatform", Text: "Has the partner the Silver Cloud Platform competency?"},
		},
		Combine: bothIncentives,
		Rules: dated(
			rule{
				ID: "pricing.incentive.previous", Text: "The previous offer has its incentives until phase 2.",
				If: all(previous), Then: Incentives{Base: Eligible}, Sources: []rules.Source{azureInCSP("CSP-13", "Phase 2"), phases2021},
			},
			rule{
				ID: "pricing.incentive.previous.none", Text: "From phase 2 on the previous offer brings no incentives: only the new offer qualifies.",
				If: all(previous), Then: Incentives{Base: Ineligible}, Sources: []rules.Source{azureInCSP("CSP-13", "Phase 2"), azureInCSP("CSP-14", "Phase 2")},
			},
			rule{
				ID: "pricing.incentive.previous.additional", Text: "The additional incentives are for the new offer.", Span: terms.Always(),
				If: all(previous), Then: Incentives{Additional: Ineligible}, Sources: []rules.Source{azureInCSP("CSP-28", "Phase 2")},
			},
			rule{
				ID: "pricing.incentive.noplan", Text: "There is no Azure plan yet.", Span: terms.SpanUntil(planBegins),
				If: all(plan), Then: Incentives{Ineligible, Ineligible}, Sources: []rules.Source{launched},
			},
			rule{
				ID: "pricing.incentive.registered", Text: "Partners registered in Microsoft Commerce Incentives stay eligible for incentives of the Azure plan.",
				Span: terms.SpanFrom(planBegins), If: all(plan, registered), Then: Incentives{Base: Eligible}, Sources: []rules.Source{azureInCSP("CSP-27", "Phase 2")},
			},
			rule{
				ID: "pricing.incentive.unregistered", Text: "Transactions of the new commerce experience earn incentives only through Microsoft Commerce Incentives.",
				Span: terms.SpanFrom(incentivesByMCI), If: all(plan, registered.Not()), Then: Incentives{Base: Ineligible}, Sources: []rules.Source{incentivesFAQ},
			},
			rule{
				ID: "pricing.incentive.silver", Text: "Partners with the Silver Cloud Platform competency qualify for additional incentives of the Azure plan.",
				Span: terms.SpanFrom(incentivesByMCI), If: all(plan, silver), Then: Incentives{Additional: Eligible}, Sources: []rules.Source{azureInCSP("CSP-28", "Phase 2")},
			},
			rule{
				ID: "pricing.incentive.silver.none", Text: "Without the Silver Cloud Platform competency there are no additional incentives.",
				Span: terms.SpanFrom(incentivesByMCI), If: all(plan, silver.Not()), Then: Incentives{Additional: Ineligible},
				Sources: []rules.Source{azureInCSP("CSP-28", "Phase 2")},
			},
			rule{
				ID: "pricing.incentive.silver.before", Text: "The additional incentives begin in October 2021.",
				Span: spanOf(planBegins, incentivesByMCI), If: all(plan), Then: Incentives{Additional: Ineligible},
				Sources: []rules.Source{azureInCSP("CSP-28", "Phase 2")},
			},
		),
	})
}
