package pricing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A PlanProduct says what Azure use is billed as, which decides whether it can earn the credit. The zero PlanProduct means
// "not given".
type PlanProduct uint8

const (
	// PlanConsumption is a service on the consumption price list of the Azure plan, paid as it is used.
	PlanConsumption PlanProduct = iota + 1
	// PlanReservation is an Azure reservation.
	PlanReservation
	// PlanSavings is use that an Azure savings plan pays. The plan's discount is instead of the credit, not on top of it.
	PlanSavings
	// SpotMachine is an Azure Spot virtual machine.
	SpotMachine
	// ThirdParty is a product that the Tags column of the price list calls Third Party.
	ThirdParty
	// MarketplaceProduct is a product of the Marketplace price list.
	MarketplaceProduct
	// PreviousOffer is use of the previous Azure offer, MS-AZR-0145P, and everything else on a legacy invoice.
	PreviousOffer
	// TelcoOverage is calls beyond a plan's minutes, paid as they are made.
	TelcoOverage
	// UnlistedProduct is what is on no consumption price list of the Azure plan, such as a support plan.
	UnlistedProduct
)

// Earning is the facts about the use of one resource on one day.
type Earning struct {
	Product PlanProduct `json:"product,omitzero"`
	// Agreement is whether the partner's programme agreement (Microsoft AI Cloud Partner Program) is active.
	Agreement rules.Truth `json:"agreement,omitzero"`
	// Billed is whether Microsoft bills the transacting partner: a direct-bill partner or an indirect provider, and not an
	// indirect reseller (CSP-22).
	Billed rules.Truth `json:"billed,omitzero"`
	// Covered is whether an Azure credit offer pays all of the use. What it does not pay can earn the credit.
	Covered rules.Truth `json:"covered,omitzero"`
	// Access is whether the transacting partner, or its reseller of record, has access that counts ([Rules.AccessCounts]).
	Access rules.Truth `json:"access,omitzero"`
}

// EarnsCredit says whether use earns partner earned credit on a day, and why. Billing partners who manage a customer's
// Azure around the clock earn it for the services they manage (PLAN-06), if these are subscriptions of the new offer, the
// Azure plan (CSP-14), and on its consumption price list.
func (r *Rules) EarnsCredit(day terms.Day, facts Earning) rules.Decision[Eligibility] {
	return r.earnedCredit.Explain(day, facts)
}

// EarnsCredit is [Rules.EarnsCredit] of the published rules.
func EarnsCredit(day terms.Day, facts Earning) rules.Decision[Eligibility] {
	return Published().EarnsCredit(day, facts)
}

// EarnedCreditSet gives the set that decides what earns the credit, to decide fast, list, trace and test.
func (r *Rules) EarnedCreditSet() *rules.Set[Earning, Eligibility] { return r.earnedCredit }

// EditEarnedCredit gives the rules with an edit of [Rules.EarnedCreditSet].
func (r *Rules) EditEarnedCredit(e rules.Edit[Earning, Eligibility]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.earnedCredit, e)
}

// EarnedCreditRate gives the rate of partner earned credit on a day: 15 % of the list price. Whoever has eligible access on
// some days only, or to some resources only, earns it on those, and so less over the month. A day before the Azure plan is
// [rules.ErrNoFigure].
func (r *Rules) EarnedCreditRate(day terms.Day) (rules.Reading[Percent], error) {
	return r.earnedCreditRate.On(day)
}

// EarnedCreditRate is [Rules.EarnedCreditRate] of the published rules.
func EarnedCreditRate(day terms.Day) (rules.Reading[Percent], error) {
	return Published().EarnedCreditRate(day)
}
