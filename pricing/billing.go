package pricing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// BillingCase is the facts about who is billed.
type BillingCase struct {
	Party licensing.Party `json:"party,omitzero"`
}

// A Biller says who sends the bill. The zero Biller means that the sources do not say.
type Biller uint8

const (
	// BillerMicrosoft is Microsoft.
	BillerMicrosoft Biller = iota + 1
	// BillerDistributor is the reseller's distributor.
	BillerDistributor
	// BillerPartner is the customer's partner.
	BillerPartner
)

// A CurrencyBasis says what sets the currency of a bill. The zero CurrencyBasis means that the sources do not say.
type CurrencyBasis uint8

const (
	// CurrencyByMicrosoft is the party's agreement with Microsoft.
	CurrencyByMicrosoft CurrencyBasis = iota + 1
	// CurrencyByPartner is the customer's agreement with its partner.
	CurrencyByPartner
)

// Billing is who bills a party, how often, by whose prices, and in which currency. What is zero, the sources do not say.
type Billing struct {
	By       Biller        `json:"by,omitzero"`
	Monthly  bool          `json:"monthly,omitzero"` // for all usage of the month
	Prices   Biller        `json:"prices,omitzero"`  // who sets them
	Currency CurrencyBasis `json:"currency,omitzero"`
}

// BillingOf says who bills a party and in what. Microsoft bills the tier 1 partner or the distributor monthly, for all usage of
// all its resellers' and customers' subscriptions, and these bill theirs (CSP-22); the currency of each is set by its agreement
// (CSP-23).
func (r *Rules) BillingOf(day terms.Day, facts BillingCase) rules.Decision[Billing] {
	return r.billing.Explain(day, facts)
}

// BillingOf is [Rules.BillingOf] of the published rules.
func BillingOf(day terms.Day, facts BillingCase) rules.Decision[Billing] {
	return Published().BillingOf(day, facts)
}

// BillingSet gives the set that says who bills whom, to list, trace and test.
func (r *Rules) BillingSet() *rules.Set[BillingCase, Billing] { return r.billing }

// EditBilling gives the rules with an edit of [Rules.BillingSet].
func (r *Rules) EditBilling(e rules.Edit[BillingCase, Billing]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.billing, e)
}

// together makes one answer of two that each say a part.
func together(a, b Billing) (Billing, bool) {
	by, sameBy := either(a.By, b.By)
	prices, samePrices := either(a.Prices, b.Prices)
	currency, sameCurrency := either(a.Currency, b.Currency)
	return Billing{by, a.Monthly || b.Monthly, prices, currency}, sameBy && samePrices && sameCurrency
}

// either gives the one that is given, and whether there are not two.
func either[T comparable](a, b T) (T, bool) {
	var none T
	if a == none {
		return b, true
	}
	return a, b == none || a == b
}

// A PurchaseModel says how something is paid for. The zero PurchaseModel means "not given".
type PurchaseModel uint8

const (
	// PayAsYouGo is paid as it is used.
	PayAsYouGo PurchaseModel = iota + 1
	// ForATerm is bought for a term: seats, software subscriptions, reservations, savings plans.
	ForATerm
)

// CommitmentCase is the facts about what is bought.
type CommitmentCase struct {
	Model PurchaseModel `json:"model,omitzero"`
}

// A Commitment says what whoever buys is bound to. The zero Commitment is no answer.
type Commitment uint8

const (
	// OnlyWhatIsUsed binds to nothing: no minimum, cancelled at any time, and what was used until then is owed.
	OnlyWhatIsUsed Commitment = iota + 1
	// TheWholeTerm binds to pay for the term, used or not, once it can no longer be cancelled.
	TheWholeTerm
)

// CommitmentOf says what whoever buys is bound to. Of what is paid as it is used there is no minimum and no commitment; it can
// be cancelled at any time, and what is owed must be paid (CSP-20).
func (r *Rules) CommitmentOf(day terms.Day, facts CommitmentCase) rules.Decision[Commitment] {
	return r.commitment.Explain(day, facts)
}

// CommitmentOf is [Rules.CommitmentOf] of the published rules.
func CommitmentOf(day terms.Day, facts CommitmentCase) rules.Decision[Commitment] {
	return Published().CommitmentOf(day, facts)
}

// CommitmentSet gives the set that says what whoever buys is bound to, to list, trace and test.
func (r *Rules) CommitmentSet() *rules.Set[CommitmentCase, Commitment] { return r.commitment }

// EditCommitment gives the rules with an edit of [Rules.CommitmentSet].
func (r *Rules) EditCommitment(e rules.Edit[CommitmentCase, Commitment]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.commitment, e)
}
