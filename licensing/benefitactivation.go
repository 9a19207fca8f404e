package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// An ActivationWay is how a partner benefit is activated. The zero ActivationWay is no answer. Its texts, in JSON too, are
// assignToUser, redeemAsNew and redeemOnExisting.
type ActivationWay uint8

const (
	_ ActivationWay = iota
	// AssignToUser assigns it to a user, in Partner Center (MPN-04). [Rules.MayAssign] says to whom.
	AssignToUser
	// RedeemAsNew redeems its key to activate a subscription that is new, disabled or expired (MPN-08).
	RedeemAsNew
	// RedeemOnExisting redeems its key on an active subscription, to extend its end date or to add licences (MPN-08).
	// [Rules.ChooseAction] says which, [Rules.Extend] what comes of it.
	RedeemOnExisting
)

// Address gives the page on which it is done (MPN-08), and empty text for an ActivationWay that is not given.
func (w ActivationWay) Address() string {
	switch w {
	case AssignToUser:
		return "https://partner.microsoft.com/dashboard"
	case RedeemAsNew:
		return "https://signup.microsoft.com/productkeystart"
	case RedeemOnExisting:
		return "https://admin.microsoft.com/AdminPortal/Home#/subscriptions"
	default:
		return ""
	}
}

// A BenefitActivationFacts is what the rules on activating a partner benefit look at.
type BenefitActivationFacts struct {
	Kind   BenefitKind        `json:"kind,omitzero"`
	Status SubscriptionStatus `json:"status,omitzero"` // of the member's subscription to the product
}

// ActivatesBenefit is [Rules.ActivatesBenefit] of the [Published] rules.
func ActivatesBenefit(day terms.Day, facts BenefitActivationFacts) rules.Decision[ActivationWay] {
	return Published().ActivatesBenefit(day, facts)
}

// ActivatesBenefit says how a partner benefit is activated on a day: Azure credit by assigning it to a user (MPN-04), other
// benefits by redeeming their keys (MPN-08). What to look out for with a key the findings say: a private browser window,
// signed in to the right tenant (MPN-20); tenant, product, number of licences and duration (MPN-25).
func (r *Rules) ActivatesBenefit(day terms.Day, facts BenefitActivationFacts) rules.Decision[ActivationWay] {
	return r.benefitActivation.Explain(day, facts)
}

// BenefitActivationSet gives the set that [Rules.ActivatesBenefit] asks, licensing/benefit.activation.
func (r *Rules) BenefitActivationSet() *rules.Set[BenefitActivationFacts, ActivationWay] {
	return r.benefitActivation
}

// EditBenefitActivation gives the rules with changes to the set of [Rules.ActivatesBenefit].
func (r *Rules) EditBenefitActivation(e rules.Edit[BenefitActivationFacts, ActivationWay]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.benefitActivation, e)
}
