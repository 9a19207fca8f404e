package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A KeyAction is what a key that carries licences is redeemed for: [ExtendEndDate], [AddLicences] or [ActivateAsNew]. The
// zero KeyAction means "not given". What an OSA key of Azure in Open is redeemed for is a [Redemption]. Its texts, in JSON
// too, are extendEndDate, addLicences and activateAsNew.
type KeyAction uint8

const (
	_ KeyAction = iota
	// ExtendEndDate moves the end date and leaves the licences (MPN-10).
	ExtendEndDate
	// AddLicences adds licences and divides the time among all of them (MPN-10).
	AddLicences
	// ActivateAsNew activates a subscription that is new, expired or disabled (MPN-08).
	ActivateAsNew
)

// IsValid reports whether a is one of the actions. The zero KeyAction is not.
func (a KeyAction) IsValid() bool { return keyActionNames.Valid(a) }

// RedemptionFacts is what the rules of redeeming a key look at.
type RedemptionFacts struct {
	Action       KeyAction          `json:"action"`
	Status       SubscriptionStatus `json:"status"`       // of the subscription, on the day of redemption
	Kind         KeyKind            `json:"kind"`         // of the key
	Redeemed     rules.Truth        `json:"redeemed"`     // the key was redeemed before
	SameProduct  rules.Truth        `json:"sameProduct"`  // the key is for the subscription's product
	PastExpiry   rules.Truth        `json:"pastExpiry"`   // the benefit has expired
	WithinFactor rules.Truth        `json:"withinFactor"` // the key has no more than three times the active licences
	WithinLimit  rules.Truth        `json:"withinLimit"`  // the end date is extended by no more than the limit
	EndsDiffer   rules.Truth        `json:"endsDiffer"`   // the subscription does not end on the benefit's expiry date

	// The others are told in findings, and decide nothing.
	Key         LicenceKey `json:"key,omitzero"`
	Licences    int        `json:"licences,omitempty"`    // that are active
	MostOnKey   int        `json:"mostOnKey,omitempty"`   // that a key to extend the end date may have
	End         terms.Day  `json:"end,omitzero"`          // the end date after the redemption
	LimitMonths int        `json:"limitMonths,omitempty"` // by which an end date can be extended
	Product     string     `json:"product,omitempty"`     // of the subscription
	Ended       terms.Day  `json:"ended,omitzero"`        // the end date of a subscription that has expired
}

// MayRedeem is [Rules.MayRedeem] of the [Published] rules.
func MayRedeem(day terms.Day, facts RedemptionFacts) rules.Decision[rules.Truth] {
	return Published().MayRedeem(day, facts)
}

// MayRedeem says whether a key that carries licences may be redeemed on a day for an action, as [Rules.Extend] reckons it:
// a key of a partner benefit, and of no other kind, for an OSA key is reckoned otherwise; once only (MPN-07), on an
// active subscription to extend it or add to it and on another to activate it (MPN-08), by the benefit's expiry date
// (MPN-17), for the product it is for, and to extend an end date only within the limits (MPN-16). [Rules.Extend] asks it
// with the facts it works out. Before 13 July 2020 no rule answers.
func (r *Rules) MayRedeem(day terms.Day, facts RedemptionFacts) rules.Decision[rules.Truth] {
	return r.redemption.Explain(day, facts)
}

// RedemptionSet gives the set that [Rules.MayRedeem] asks, licensing/redemption.
func (r *Rules) RedemptionSet() *rules.Set[RedemptionFacts, rules.Truth] { return r.redemption }

// EditRedemption gives the rules with changes to the set of [Rules.MayRedeem].
func (r *Rules) EditRedemption(e rules.Edit[RedemptionFacts, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.redemption, e)
}

// A RenewalAim is what a key is to bring about: [MoreTime], [MoreLicences] or [MoreOfBoth]. The zero RenewalAim means "not
// given". Its texts, in JSON too, are moreTime, moreLicences and moreOfBoth.
type RenewalAim uint8

const (
	_ RenewalAim = iota
	// MoreTime is a subscription that is to be renewed.
	MoreTime
	// MoreLicences is a subscription that is to have more licences and need not last longer.
	MoreLicences
	// MoreOfBoth is a subscription that is to be renewed and to have more licences.
	MoreOfBoth
)

// A ActionFacts is what the rules on the choice of an action look at.
type ActionFacts struct {
	Status SubscriptionStatus `json:"status"`
	Aim    RenewalAim         `json:"aim"`
}

// ChooseAction is [Rules.ChooseAction] of the [Published] rules.
func ChooseAction(day terms.Day, intent ActionFacts) rules.Decision[KeyAction] {
	return Published().ChooseAction(day, intent)
}

// ChooseAction says which action to choose in the admin center: licences are not added to a subscription that is to be
// renewed as well (MPN-24), for that shortens its time (MPN-10), and one that is not active is activated (MPN-08). Which
// keys to redeem in what order [Rules.PlanRenewal] works out.
func (r *Rules) ChooseAction(day terms.Day, intent ActionFacts) rules.Decision[KeyAction] {
	return r.action.Explain(day, intent)
}

// ActionSet gives the set that [Rules.ChooseAction] asks, licensing/action.
func (r *Rules) ActionSet() *rules.Set[ActionFacts, KeyAction] { return r.action }

// EditAction gives the rules with changes to the set of [Rules.ChooseAction].
func (r *Rules) EditAction(e rules.Edit[ActionFacts, KeyAction]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.action, e)
}

// KeyMonths gives the timeline of the months of service that a key gives, licensing.key.months (MPN-12).
func (r *Rules) KeyMonths() rules.Timeline[Months] { return r.keyMonths }

// ExtensionFactor gives the timeline of how many times the active licences a key that extends the end date may have,
// licensing.extension.factor (MPN-16). Exactly so many times is accepted, as the English page words it; the Japanese one
// refuses it.
func (r *Rules) ExtensionFactor() rules.Timeline[Times] { return r.extensionFactor }

// ExtensionLimit gives the timeline of the months by which an end date can be extended, licensing.extension.limit
// (MPN-16).
func (r *Rules) ExtensionLimit() rules.Timeline[Months] { return r.extensionLimit }
