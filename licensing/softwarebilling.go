package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A SoftwareBillingFacts is what the rules on the billing frequency of software subscriptions look at.
type SoftwareBillingFacts struct {
	Term  Term         `json:"termDuration,omitzero"`
	Cycle BillingCycle `json:"billingCycle,omitzero"` // that is wanted
	// RemoteDesktopCAL says whether it is Windows Remote Desktop Server CAL 2022.
	RemoteDesktopCAL rules.Truth `json:"remoteDesktopCal,omitzero"`
	// Shown says whether the review screen shows a plan of that cycle before the purchase. It matters where no published rule
	// says that there is one.
	Shown rules.Truth `json:"shown,omitzero"`
}

// MayBillSoftware is [Rules.MayBillSoftware] of the [Published] rules.
func MayBillSoftware(day terms.Day, facts SoftwareBillingFacts) rules.Decision[rules.Truth] {
	return Published().MayBillSoftware(day, facts)
}

// MayBillSoftware says whether a software subscription that is purchased on a day can be billed by a cycle. From 22 October
// 2021 three-year products can be billed annually or triennially, and Windows Remote Desktop Server CAL 2022 monthly
// (SW-11). Otherwise the frequency can be set for some products only, among the plans that the review screen of Partner
// Center shows (SW-30).
func (r *Rules) MayBillSoftware(day terms.Day, facts SoftwareBillingFacts) rules.Decision[rules.Truth] {
	return r.softwareBilling.Explain(day, facts)
}

// SoftwareBillingSet gives the set that [Rules.MayBillSoftware] asks, licensing/softwarebilling.
func (r *Rules) SoftwareBillingSet() *rules.Set[SoftwareBillingFacts, rules.Truth] {
	return r.softwareBilling
}

// EditSoftwareBilling gives the rules with changes to the set of [Rules.MayBillSoftware].
func (r *Rules) EditSoftwareBilling(e rules.Edit[SoftwareBillingFacts, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.softwareBilling, e)
}
