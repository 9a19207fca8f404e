package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A SoftwarePlace is where a software subscription may be looked for: an operation of Partner Center's API or a page of a
// customer in Partner Center. The zero SoftwarePlace means "not given". Its texts, in JSON too, are inGetSubscriptions,
// inGetOrders, onSubscriptionsPage and onSoftwarePage.
type SoftwarePlace uint8

const (
	_ SoftwarePlace = iota
	// InGetSubscriptions is the answer of the API's Get Subscriptions.
	InGetSubscriptions
	// InGetOrders is the answer of the API's Get Orders.
	InGetOrders
	// OnSubscriptionsPage is the customer's page Subscriptions.
	OnSubscriptionsPage
	// OnSoftwarePage is the customer's page Software.
	OnSoftwarePage
)

// A VisibilityFacts is what the rules on where software subscriptions are shown look at.
type VisibilityFacts struct {
	Place SoftwarePlace `json:"place,omitzero"`
}

// IsVisible is [Rules.IsVisible] of the [Published] rules.
func IsVisible(purchased terms.Day, facts VisibilityFacts) rules.Decision[rules.Truth] {
	return Published().IsVisible(purchased, facts)
}

// IsVisible says whether a software subscription that was purchased on a day is returned by an operation of the API or
// stands on a page (SW-04). Purchased on 14 October 2021 or later it is, by and on all of them; purchased before, not by Get
// Subscriptions and not on the page Subscriptions. Of the page Software the fact names only the later purchases; the same
// document says further down that it lists all software that was purchased for the customer, and so it does here.
func (r *Rules) IsVisible(purchased terms.Day, facts VisibilityFacts) rules.Decision[rules.Truth] {
	return r.visibility.Explain(purchased, facts)
}

// VisibilitySet gives the set that [Rules.IsVisible] asks, licensing/visibility.
func (r *Rules) VisibilitySet() *rules.Set[VisibilityFacts, rules.Truth] { return r.visibility }

// EditVisibility gives the rules with changes to the set of [Rules.IsVisible].
func (r *Rules) EditVisibility(e rules.Edit[VisibilityFacts, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.visibility, e)
}
