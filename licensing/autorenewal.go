package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A RenewalSwitch is what somebody did to a subscription's automatic renewal: [RenewalUntouched], [RenewalOn] or
// [RenewalOff]. The zero RenewalSwitch means "not given". Its texts, in JSON too, are untouched, on and off.
type RenewalSwitch uint8

const (
	_ RenewalSwitch = iota
	// RenewalUntouched is the state it was purchased in.
	RenewalUntouched
	// RenewalOn is switched on.
	RenewalOn
	// RenewalOff is switched off.
	RenewalOff
)

// An AutoRenewalFacts is what the rules on the automatic renewal of software subscriptions look at.
type AutoRenewalFacts struct {
	Switch RenewalSwitch `json:"switch"`
}

// RenewsItself is [Rules.RenewsItself] of the [Published] rules.
func RenewsItself(purchased terms.Day, facts AutoRenewalFacts) rules.Decision[rules.Truth] {
	return Published().RenewsItself(purchased, facts)
}

// RenewsItself says whether a software subscription that was purchased on a day renews itself at the end of its term.
// Purchased on 14 October 2021 or later it does unless that is switched off (SW-10, SW-23); purchased before, it expires
// on the day set at the purchase. Where it renews, [Period.RenewalDay] of the term is the day.
func (r *Rules) RenewsItself(purchased terms.Day, facts AutoRenewalFacts) rules.Decision[rules.Truth] {
	return r.autoRenewal.Explain(purchased, facts)
}

// AutoRenewalSet gives the set that [Rules.RenewsItself] asks, licensing/autorenewal.
func (r *Rules) AutoRenewalSet() *rules.Set[AutoRenewalFacts, rules.Truth] { return r.autoRenewal }

// EditAutoRenewal gives the rules with changes to the set of [Rules.RenewsItself].
func (r *Rules) EditAutoRenewal(e rules.Edit[AutoRenewalFacts, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.autoRenewal, e)
}
