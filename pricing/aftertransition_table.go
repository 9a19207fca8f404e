package pricing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// afterTransitionSet says what becomes of what is a customer's when it is moved to the Azure plan.
var afterTransitionSet = rules.Must(newAfterTransitionSet())

func newAfterTransitionSet() (*rules.Set[TransitionItem, TransitionEffect], error) {
	type rule = rules.Rule[TransitionItem, TransitionEffect]
	becomes := func(id rules.ID, part TransitionPart, what string, effect TransitionEffect, text string, sources ...rules.Source) rule {
		return rule{
			ID: id, Text: text, Span: terms.SpanFrom(planBegins), Then: effect, Sources: sources,
			If: all(rulebook.One("it is "+what, "part", func(i TransitionItem) TransitionPart { return i.Part }, part)),
		}
	}
	return rules.New(rules.Spec[TransitionItem, TransitionEffect]{
		ID: "pricing/aftertransition", Question: "What becomes of this when the customer is moved to the Azure plan?",
		Facts: []rules.Fact{{Name: "part", Text: "What of the customer's is asked about?"}},
		Rules: []rule{
			becomes("pricing.aftertransition.subscription", PartAzureSubscription, "the Azure subscription", EffectMoves,
				"The Azure subscription, the entitlement, moves under the plan.", transitionEnds),
			becomes("pricing.aftertransition.commerce", PartCommerceSubscription, "the subscription by which it was billed", EffectSuspended,
				"The commerce subscription is suspended, so that no further usage is reported on it.", transitionEnds),
			becomes("pricing.aftertransition.usage", PartUsageBefore, "usage before the transition", EffectOldInvoice,
				"Usage up to the moment of leaving the old subscription is billed on the existing invoice.", transitionBill),
			becomes("pricing.aftertransition.access", PartAdminAccess, "the partner's access", EffectKept,
				"Who had rights on the subscription keeps them.", transitionBill),
			becomes("pricing.aftertransition.budget", PartBudget, "the budget in Partner Center", EffectNotCarriedOver,
				"A budget set in Partner Center does not carry over to the Azure portal, and is set there anew.", planTransition),
			becomes("pricing.aftertransition.services", PartServices, "the running services", EffectKept,
				"The use of Azure is not disturbed.", planTransition),
			becomes("pricing.aftertransition.previous", PartPreviousOffer, "the purchase of the previous offer", EffectCloses,
				"The previous offer can no longer be purchased for the customer: subscriptions are made under the plan.", planTransition, purchasePlan),
			becomes("pricing.aftertransition.other", PartOtherProducts, "another product of CSP", EffectKept,
				"Only Azure moves, and not Microsoft 365 or Dynamics 365.", planTransition),
			becomes("pricing.aftertransition.plan", PartPlan, "the Azure plan", EffectBought,
				"The transition buys the plans: one for the customer in direct CSP, one for each reseller in indirect CSP.", planTransition),
		},
	})
}
