package pricing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A SubscriptionOrder is the facts about one more Azure subscription for a customer.
type SubscriptionOrder struct {
	// Offer is its id. Kind is what it is; where that is not given, [Rules.NeedsOrder] looks the offer up.
	Offer   string      `json:"offer,omitzero"`
	Kind    OfferKind   `json:"kind,omitzero"`
	HasPlan rules.Truth `json:"hasPlan,omitzero"` // the customer has an Azure plan with this partner
}

// NeedsOrder says whether one more Azure subscription needs an order of its own. Under an Azure plan it does not: one plan holds
// several subscriptions (PLAN-02). The plan itself is ordered once.
func (r *Rules) NeedsOrder(day terms.Day, facts SubscriptionOrder) rules.Decision[rules.Truth] {
	if facts.Kind == 0 {
		facts.Kind = r.kindOf(facts.Offer)
	}
	return r.order.Explain(day, facts)
}

// NeedsOrder is [Rules.NeedsOrder] of the published rules.
func NeedsOrder(day terms.Day, facts SubscriptionOrder) rules.Decision[rules.Truth] {
	return Published().NeedsOrder(day, facts)
}

// OrderSet gives the set that decides what needs an order of its own, to list, trace and test. It is asked by
// SubscriptionOrder.Kind, which [Rules.NeedsOrder] looks up.
func (r *Rules) OrderSet() *rules.Set[SubscriptionOrder, rules.Truth] { return r.order }

// EditOrder gives the rules with an edit of [Rules.OrderSet].
func (r *Rules) EditOrder(e rules.Edit[SubscriptionOrder, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.order, e)
}
