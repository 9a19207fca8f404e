package markets

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A TopUp is a question about credit of Azure in Open: may a customer in this market top it up by card?
type TopUp struct {
	Market Market `json:"market,omitzero"` // the customer's
	// Excluded says whether the list has the market. What is not given is looked up on the day; what is given is taken as it is.
	Excluded rules.Truth `json:"excluded,omitzero"`
}

// MayTopUp says whether a customer in a market may top up credit of Azure in Open by card (OPEN-05). It answers for the market
// alone; when a customer may top up at all is for package credit.
//
// The record has one list, without a date. It stands from 2014-08-01, the month from which Azure was sold through Open; before,
// there was no credit to top up, and the answer is no (OPEN-11).
func MayTopUp(day terms.Day, q TopUp) rules.Decision[rules.Truth] { return published.MayTopUp(day, q) }

// MayTopUp is [MayTopUp] by these rules.
func (r *Rules) MayTopUp(day terms.Day, q TopUp) rules.Decision[rules.Truth] {
	listing := r.topUpExcluded.Listing(day, q.Market)
	q.Excluded = ifNotGiven(q.Excluded, listing.Listed)
	return cite(r.topUps.Explain(day, q), nil, listing)
}

// TopUpExcluded gives the list of the markets in which a customer cannot top up credit of Azure in Open by card (OPEN-05).
func (r *Rules) TopUpExcluded() List { return r.topUpExcluded }

// TopUpSet gives the rules of [Rules.MayTopUp], to list and to test. They do not look into lists: the caller gives what these
// say.
func (r *Rules) TopUpSet() *rules.Set[TopUp, rules.Truth] { return r.topUps }

// EditTopUps gives the rules with a change of those of [Rules.MayTopUp].
func (r *Rules) EditTopUps(e rules.Edit[TopUp, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.topUps, e)
}
