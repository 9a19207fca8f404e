package credit

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// An Offer is another offer that a user or subscription with bulk credit may have: [NoOffer], or one of those that follow
// it. The zero Offer is not given.
type Offer uint8

const (
	_ Offer = iota
	// NoOffer is no other offer.
	NoOffer
	// OfferEnterpriseAgreement is an Enterprise Agreement.
	OfferEnterpriseAgreement
	// OfferCloudSolutionProvider is a subscription through a Cloud Solution Provider.
	OfferCloudSolutionProvider
	// OfferAzureInOpen is credit of Azure in Open Licensing, by key or by card.
	OfferAzureInOpen
	// OfferAzurePass is an Azure Pass.
	OfferAzurePass
	// OfferActionPack is the Microsoft Action Pack.
	OfferActionPack
	// OfferMonthlyCredit is a partner's monthly credit.
	OfferMonthlyCredit
	// OfferOther is any other licensing, prepaid or credit offer.
	OfferOther
)

// A Combination is a partner's bulk credit beside another offer. What is not given is asked for where it matters.
type Combination struct {
	// With is the other offer.
	With Offer `json:"with,omitzero"`
	// SameUser says whether the bulk credit and the other offer are assigned to one user. All credit of a ledger is.
	SameUser rules.Truth `json:"sameUser,omitzero"`
}

// MayCombine answers whether a partner's bulk credit can be combined with another offer on a UTC day, Yes or No (MPN-06). A
// ledger with bulk credit is held to it by [Rules.New].
//
// The page says it of the subscription. The partner benefits' list of questions describes how it shows: the credit cannot
// be assigned to a user who has such an offer already. So it is a question about each user.
func (r *Rules) MayCombine(day terms.Day, c Combination) rules.Decision[rules.Truth] {
	return r.combination.Explain(day, c)
}

// MayCombine is [Rules.MayCombine] of the [Published] rules.
func MayCombine(day terms.Day, c Combination) rules.Decision[rules.Truth] {
	return Published().MayCombine(day, c)
}

// CombinationSet gives the rules behind [Rules.MayCombine], to list, to trace and to test.
func (r *Rules) CombinationSet() *rules.Set[Combination, rules.Truth] { return r.combination }

// EditCombination gives rules with a change to the set behind [Rules.MayCombine].
func (r *Rules) EditCombination(e rules.Edit[Combination, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.combination, e)
}

// standsBesideBulk reports whether a lot of a kind may stand beside bulk credit.
func (r *Rules) standsBesideBulk(day terms.Day, kind LotKind) bool {
	may, err := r.combination.Decide(day, Combination{offerOf[kind], rules.Yes})
	return err == nil && may == rules.Yes
}
