package pricing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// orderSet decides whether a subscription needs an order of its own.
var orderSet = rules.Must(newOrderSet())

func newOrderSet() (*rules.Set[SubscriptionOrder, rules.Truth], error) {
	is := func(name string, k OfferKind) rules.Condition[SubscriptionOrder] {
		return rulebook.One(name, "offer", func(o SubscriptionOrder) OfferKind { return o.Kind }, k)
	}
	plan := is("offer is an Azure plan", AzurePlanOffer)
	has := rulebook.Holds("customer has an Azure plan with the partner", "hasPlan", func(o SubscriptionOrder) rules.Truth { return o.HasPlan })
	return rules.New(rules.Spec[SubscriptionOrder, rules.Truth]{
		ID: "pricing/order", Question: "Does one more Azure subscription need an order of its own?",
		Facts: []rules.Fact{
			{Name: "offer", Text: "Of which offer of the catalogue is it?"},
			{Name: "hasPlan", Text: "Has the customer an Azure plan with this partner?"},
		},
		Rules: []rules.Rule[SubscriptionOrder, rules.Truth]{
			{
				ID: "pricing.order.plan", Text: "One Azure plan holds several Azure subscriptions, and no order is sent for each.",
				Span: terms.SpanFrom(planBegins), If: all(plan, has), Then: rules.No, Sources: []rules.Source{azurePlanIntro("PLAN-02"), purchasePlan},
			},
			{
				ID: "pricing.order.firstplan", Text: "The plan itself is ordered, once for the customer.",
				Span: terms.SpanFrom(planBegins), If: all(plan, has.Not()), Then: rules.Yes, Sources: []rules.Source{purchasePlan},
			},
			{
				ID: "pricing.order.previous", Text: "Each subscription of the previous offer has an order of its own.",
				Span: terms.Always(), If: all(is("offer is the previous offer", PreviousAzureOffer)), Then: rules.Yes,
				Sources: []rules.Source{azurePlanIntro("PLAN-02")},
			},
		},
	})
}
