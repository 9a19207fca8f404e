package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A KeyPurpose is what a key is to be used for: [ToStartSubscription], [ToChangeSubscription], [ToAddCredit] or
// [ToActivateSoftware]. The zero KeyPurpose means "not given". Its texts, in JSON too, are toStartSubscription,
// toChangeSubscription, toAddCredit and toActivateSoftware.
type KeyPurpose uint8

const (
	_ KeyPurpose = iota
	// ToStartSubscription activates a subscription that is new, expired or disabled.
	ToStartSubscription
	// ToChangeSubscription extends the end date of an active subscription or adds licences to it.
	ToChangeSubscription
	// ToAddCredit adds credit to an Azure in Open subscription.
	ToAddCredit
	// ToActivateSoftware activates software on devices.
	ToActivateSoftware
)

// A KeyUseFacts is what the rules on the use of keys look at.
type KeyUseFacts struct {
	Kind    KeyKind    `json:"kind"`
	Purpose KeyPurpose `json:"purpose"`
	// CSP says whether what the key is for was purchased through the Cloud Solution Provider programme.
	CSP rules.Truth `json:"csp"`
	// Redeemed says whether the key was redeemed before.
	Redeemed rules.Truth `json:"redeemed"`
}

// MayUseKey is [Rules.MayUseKey] of the [Published] rules.
func MayUseKey(day terms.Day, use KeyUseFacts) rules.Decision[rules.Truth] {
	return Published().MayUseKey(day, use)
}

// MayUseKey says whether a key of a kind may be used for a purpose on a day: OSA keys start and change subscriptions and
// add credit (OPEN-01), keys of partner benefits start and change subscriptions (MPN-08), either once only (MPN-07);
// software is activated with a multiple activation key or the key that Partner Center shows (SW-06, SW-07), and with one
// of a key management service outside the Cloud Solution Provider programme only, not even on request (SW-07). What no
// rule permits is refused.
func (r *Rules) MayUseKey(day terms.Day, use KeyUseFacts) rules.Decision[rules.Truth] {
	return r.keyUse.Explain(day, use)
}

// KeyUseSet gives the set that [Rules.MayUseKey] asks, licensing/keyuse.
func (r *Rules) KeyUseSet() *rules.Set[KeyUseFacts, rules.Truth] { return r.keyUse }

// EditKeyUse gives the rules with changes to the set of [Rules.MayUseKey].
func (r *Rules) EditKeyUse(e rules.Edit[KeyUseFacts, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.keyUse, e)
}
