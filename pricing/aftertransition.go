package pricing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A TransitionPart is something of a customer's that is moved, or not, when the customer is moved to the Azure plan. The zero
// TransitionPart means "not given".
type TransitionPart uint8

const (
	// PartAzureSubscription is the Azure subscription itself (the entitlement) with its resources.
	PartAzureSubscription TransitionPart = iota + 1
	// PartCommerceSubscription is the subscription of the previous offer by which it was billed.
	PartCommerceSubscription
	// PartUsageBefore is the usage up to the moment of the transition.
	PartUsageBefore
	// PartAdminAccess is the partner's rights on the subscription.
	PartAdminAccess
	// PartBudget is the budget that was set in Partner Center.
	PartBudget
	// PartServices is the services that are running.
	PartServices
	// PartPreviousOffer is the possibility to purchase the previous offer for the customer.
	PartPreviousOffer
	// PartOtherProducts is what else the customer has in CSP, such as Microsoft 365 and Dynamics 365.
	PartOtherProducts
	// PartPlan is the Azure plan that the customer needs; [PlansBought] says how many there are.
	PartPlan
)

// A TransitionEffect is what becomes of a [TransitionPart]. The zero TransitionEffect is no answer.
type TransitionEffect uint8

const (
	// EffectMoves moves under the Azure plan.
	EffectMoves TransitionEffect = iota + 1
	// EffectSuspended is suspended, so that no more usage is reported on it.
	EffectSuspended
	// EffectOldInvoice is billed on the invoice as before.
	EffectOldInvoice
	// EffectKept stays as it is.
	EffectKept
	// EffectNotCarriedOver stays behind, and is set anew.
	EffectNotCarriedOver
	// EffectCloses is closed.
	EffectCloses
	// EffectBought is bought by the transition itself.
	EffectBought
)

// TransitionItem is the facts about what becomes of something.
type TransitionItem struct {
	Part TransitionPart `json:"part,omitzero"`
}

// AfterTransition says what becomes of something of the customer's when it is moved to the Azure plan: what moves, what stays,
// what closes.
func (r *Rules) AfterTransition(day terms.Day, facts TransitionItem) rules.Decision[TransitionEffect] {
	return r.afterTransition.Explain(day, facts)
}

// AfterTransition is [Rules.AfterTransition] of the published rules.
func AfterTransition(day terms.Day, facts TransitionItem) rules.Decision[TransitionEffect] {
	return Published().AfterTransition(day, facts)
}

// TransitionParts gives every part that [Rules.AfterTransition] can be asked about, in order.
func TransitionParts() []TransitionPart {
	var parts []TransitionPart
	for p := range transitionPartNames.Each {
		parts = append(parts, p)
	}
	return parts
}

// AfterTransitionSet gives the set that says what becomes of what, to list, trace and test.
func (r *Rules) AfterTransitionSet() *rules.Set[TransitionItem, TransitionEffect] {
	return r.afterTransition
}

// EditAfterTransition gives the rules with an edit of [Rules.AfterTransitionSet].
func (r *Rules) EditAfterTransition(e rules.Edit[TransitionItem, TransitionEffect]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.afterTransition, e)
}
