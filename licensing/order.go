package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// An Acceptance is how a customer's acceptance of the Microsoft Customer Agreement stands. The zero Acceptance means "not
// given". Its texts, in JSON too, are notAccepted, acceptedUnconfirmed, attestedByPartner and acceptedDirectly.
type Acceptance uint8

const (
	_ Acceptance = iota
	// NotAccepted is a customer that has not accepted it.
	NotAccepted
	// AcceptedUnconfirmed is a customer that has accepted it, which nobody has confirmed to Microsoft.
	AcceptedUnconfirmed
	// AttestedByPartner is an acceptance that the partner has attested in Partner Center or by its API (PLAN-05).
	AttestedByPartner
	// AcceptedDirectly is an acceptance by the customer itself in the Microsoft 365 admin center, where the partner invited it
	// to. It counts as an attestation does: the page on confirming has named both as ways since 2020-05-05 at the latest. A
	// customer that has purchased before may not be able to, and then the partner has to attest.
	AcceptedDirectly
)

// An Order is a new order that a partner is to place for a customer through CSP, as far as agreements are concerned. What is
// not given is asked for where it matters. That a subscription renews itself is no new order.
type Order struct {
	// Product matters up to 31 January 2020; from then on every offer needs the same.
	Product OrderedProduct `json:"product,omitzero"`
	// CloudAgreement says whether the customer has accepted the Microsoft Cloud Agreement, the one before.
	CloudAgreement rules.Truth `json:"cloudAgreement,omitzero"`
	// Acceptance is that of the Microsoft Customer Agreement, and AcceptedOn its day.
	Acceptance Acceptance `json:"acceptance,omitzero"`
	AcceptedOn terms.Day  `json:"acceptedOn,omitzero"`
	// PartnerAgreement says whether the partner has signed the Microsoft Partner Agreement; of an indirect reseller and its
	// provider, whether both have.
	PartnerAgreement rules.Truth `json:"partnerAgreement,omitzero"`
}

// An OrderFacts is what the rules of [Rules.OrderSet] look at: an order, held against its day.
type OrderFacts struct {
	Order

	Early rules.Truth `json:"early,omitzero"` // the acceptance is dated before the agreement was there
	Later rules.Truth `json:"later,omitzero"` // the acceptance is dated after the order
}

// MayOrder is [Rules.MayOrder] of the [Published] rules.
func MayOrder(day terms.Day, order Order) rules.Decision[rules.Truth] {
	return Published().MayOrder(day, order)
}

// MayOrder says whether the agreements permit a new order on a UTC day.
//
// From 1 February 2020 every offer, Microsoft 365, Dynamics 365 and existing Azure included, needs the customer's acceptance
// of the Microsoft Customer Agreement, confirmed, on the day of the order or before (PLAN-05, PLAN-09), and the partner's own
// Microsoft Partner Agreement. Up to 31 January 2020 the Microsoft Cloud Agreement is enough for all but an Azure plan. From
// 1 October 2019 on the Customer Agreement is there to be accepted, and either serves. Before 7 August 2018, when acceptances
// began to be confirmed, the record says nothing of other offers than an Azure plan, and there is no answer.
//
// An acceptance dated before 1 October 2019 cannot be one of the Customer Agreement. To a day of acceptance where the customer
// has not accepted, a finding says that one of the two is wrong.
//
// Whether the partner may sell in the customer's market is for package markets to say, who may place the order for
// [Rules.MayPerform], and who may attest for [Rules.MayAttest].
func (r *Rules) MayOrder(day terms.Day, order Order) rules.Decision[rules.Truth] {
	return r.order.Explain(day, OrderFacts{order, isEarly(order.AcceptedOn), isLater(order.AcceptedOn, day)})
}

// isEarly says whether an acceptance is dated before the agreement could be accepted.
func isEarly(accepted terms.Day) rules.Truth {
	return rules.Given(!accepted.IsZero(), accepted.Before(customerAgreementFrom))
}

// isLater says whether an acceptance is dated after a day. An acceptance cannot lie in the future.
func isLater(accepted, day terms.Day) rules.Truth {
	return rules.Given(!accepted.IsZero(), accepted.After(day))
}

// OrderSet gives the set that [Rules.MayOrder] asks, licensing/order.
func (r *Rules) OrderSet() *rules.Set[OrderFacts, rules.Truth] { return r.order }

// EditOrder gives the rules with changes to the set of [Rules.MayOrder].
func (r *Rules) EditOrder(e rules.Edit[OrderFacts, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.order, e)
}
