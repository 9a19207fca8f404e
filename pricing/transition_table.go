package pricing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// transitionSet decides whether a customer can be moved to the Azure plan.
var transitionSet = rules.Must(newTransitionSet())

func newTransitionSet() (*rules.Set[Transition, Permission], error) {
	is := func(name string, kinds ...OfferKind) rules.Condition[Transition] {
		return rulebook.One(name, "offer", func(t Transition) OfferKind { return t.Kind }, kinds...)
	}
	related := rulebook.Holds("relationship is established", "related", func(t Transition) rules.Truth { return t.Related })
	agreed := rulebook.Holds("Microsoft Customer Agreement is signed", "customerAgreement", func(t Transition) rules.Truth { return t.CustomerAgreement })
	gcc := rulebook.Holds("customer is of the Government Community Cloud", "gcc", func(t Transition) rules.Truth { return t.GCC })
	type rule = rules.Rule[Transition, Permission]
	from := func(r rule) rule {
		r.Span = terms.SpanFrom(planBegins)
		return r
	}
	return rules.New(rules.Spec[Transition, Permission]{
		ID: "pricing/transition", Question: "Can this customer be moved to the Azure plan?",
		Facts: []rules.Fact{
			{Name: "offer", Text: "Which offer of the catalogue does the customer have?"},
			{Name: "party", Text: "Who would run the transition: a direct partner, a distributor or a reseller?"},
			{Name: "related", Text: "Is there an established reseller relationship in Partner Center?"},
			{Name: "customerAgreement", Text: "Has the customer signed the Microsoft Customer Agreement?"},
			{Name: "gcc", Text: "Is it a customer of the Government Community Cloud?"},
		},
		Combine: rules.Strongest(Permitted, Refused),
		Rules: []rule{
			{
				ID: "pricing.transition.before", Text: "There is no Azure plan yet to move to.",
				Span: terms.SpanUntil(planBegins), Then: Refused, Sources: []rules.Source{launched},
			},
			from(rule{
				ID: "pricing.transition.ready", Text: "An established reseller relationship and the signed Microsoft Customer Agreement are all that is needed.",
				If: all(is("offer is the previous offer", PreviousAzureOffer), related, agreed), Then: Permitted,
				Sources: []rules.Source{azurePlanIntro("PLAN-04"), planTransition},
			}),
			from(rule{
				ID: "pricing.transition.related", Text: "Without an established reseller relationship there is no transition.",
				If: all(related.Not()), Then: Refused, Sources: []rules.Source{azurePlanIntro("PLAN-04"), planTransition},
			}),
			from(rule{
				ID: "pricing.transition.agreement", Text: "Without the signed Microsoft Customer Agreement there is no transition.",
				If: all(agreed.Not()), Then: Refused, Sources: []rules.Source{azurePlanIntro("PLAN-04"), planTransition},
			}),
			from(rule{
				ID: "pricing.transition.reseller", Text: "Direct partners and indirect providers run the transition; a reseller goes through its provider, and a customer through its partner.",
				If: all(rulebook.One("who runs it is no partner that Microsoft bills", "party", func(t Transition) licensing.Party { return t.Party },
					licensing.Reseller, licensing.Customer, licensing.Microsoft)), Then: Refused,
				Sources: []rules.Source{planTransition, unconverted},
			}),
			from(rule{
				ID: "pricing.transition.gcc", Text: "The Azure plan for customers of the Government Community Cloud is being planned.",
				If: all(gcc), Then: Refused, Sources: []rules.Source{azureInCSP("CSP-10", "Phase 1")},
			}),
			from(rule{
				ID: "pricing.transition.sharedservices", Text: "Shared services stay on the previous offer until they are moved otherwise or removed, and will not be part of the Azure plan.",
				If: all(is("offer is Azure Partner Shared Services", SharedServicesOffer)), Then: Refused, Sources: []rules.Source{switchPartner},
			}),
			from(rule{
				ID: "pricing.transition.other", Text: "The transition is for existing Azure offers in CSP, and not for others.",
				If:   all(is("offer is neither the previous offer nor shared services", AzurePlanOffer, NationalCloudOffer, SandboxOffer, OutsideCSP)),
				Then: Refused, Sources: []rules.Source{planTransition},
			}),
		},
	})
}
