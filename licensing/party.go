package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A Party is somebody in the chain through which Microsoft's services are sold. The zero Party means "not given". Its
// texts, in JSON too, are microsoft, directPartner, distributor, reseller and customer.
type Party uint8

const (
	_ Party = iota
	// Microsoft is Microsoft.
	Microsoft
	// DirectPartner is a tier 1 partner, today a direct-bill partner: it buys from Microsoft and sells to customers.
	DirectPartner
	// Distributor is a tier 2 distributor, today an indirect provider: it buys from Microsoft and sells to resellers.
	Distributor
	// Reseller is a tier 2 reseller, today an indirect reseller: it buys from a distributor and sells to customers.
	Reseller
	// Customer is who uses what is sold.
	Customer
)

// A DutyFor is whom something is done for: [ForDirectCustomer], [ForIndirectCustomer] or [ForReseller]. The zero DutyFor
// means "not given". Its texts, in JSON too, are directCustomer, indirectCustomer and reseller.
type DutyFor uint8

const (
	_ DutyFor = iota
	// ForDirectCustomer is a customer that a direct partner sells to, as tier 1.
	ForDirectCustomer
	// ForIndirectCustomer is a customer that a reseller sells to, as tier 2, through a distributor.
	ForIndirectCustomer
	// ForReseller is a tier 2 reseller.
	ForReseller
)

// A Duty is something that one party does for another. The zero Duty means "not given". Its texts, in JSON too, are
// prices, terms, billing, provisioning, management, support, cases and availability.
type Duty uint8

const (
	_ Duty = iota
	// DutyPrices is setting the prices.
	DutyPrices
	// DutyTerms is setting the terms.
	DutyTerms
	// DutyBilling is billing.
	DutyBilling
	// DutyProvisioning is provisioning customers and subscriptions.
	DutyProvisioning
	// DutyManagement is managing subscriptions.
	DutyManagement
	// DutySupport is technical and billing support, of which it is the first line.
	DutySupport
	// DutyCases is raising a case with Microsoft.
	DutyCases
	// DutyAvailability is telling which services are available.
	DutyAvailability
)

// DutyCase is a duty, and for whom it is done.
type DutyCase struct {
	Duty Duty    `json:"duty,omitzero"`
	For  DutyFor `json:"for,omitzero"`
}

// DoneBy is [Rules.DoneBy] of the [Published] rules.
func DoneBy(day terms.Day, duty DutyCase) rules.Decision[Party] { return Published().DoneBy(day, duty) }

// DoneBy says who does something for a reseller or a customer in the Cloud Solution Provider programme. The customer's
// partner sets its prices and terms, bills it and is its first line of support (CSP-34, CSP-24): a direct partner, or a
// reseller. It provisions and manages as well; for the customers of a reseller the distributor does, until it has given the
// reseller a role ([Rules.NextAccessStep]). A reseller uses its distributor's billing and support (CSP-21) and asks it
// which services are available; Microsoft's release notes tell partners (CSP-37). Only the partner that buys from Microsoft
// raises a case there, never a reseller or a customer (CSP-24). Who is billed and in which currency is for package pricing.
//
// The page says "the partner" for both models. That in the indirect one the reseller is the customer's partner is read
// from "customers are billed by their partner" and from the reseller's relationship with the customer.
func (r *Rules) DoneBy(day terms.Day, duty DutyCase) rules.Decision[Party] {
	return r.duty.Explain(day, duty)
}

// DutySet gives the set that [Rules.DoneBy] asks, licensing/duty.
func (r *Rules) DutySet() *rules.Set[DutyCase, Party] { return r.duty }

// EditDuty gives the rules with changes to the set of [Rules.DoneBy].
func (r *Rules) EditDuty(e rules.Edit[DutyCase, Party]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.duty, e)
}

// PartnerCase is a company that wants to take a part in the programme.
type PartnerCase struct {
	As Party `json:"as,omitzero"` // a direct partner, a distributor or a reseller
	// AtScale says whether it is able to bill and to support its customers at a larger scale.
	AtScale rules.Truth `json:"atScale,omitzero"`
	// Nominated says whether it has been nominated; Proven whether it has a documented record at Microsoft and a reputation for
	// competence.
	Nominated rules.Truth `json:"nominated,omitzero"`
	Proven    rules.Truth `json:"proven,omitzero"`
}

// MayBePartner is [Rules.MayBePartner] of the [Published] rules.
func MayBePartner(day terms.Day, partner PartnerCase) rules.Decision[rules.Truth] {
	return Published().MayBePartner(day, partner)
}

// MayBePartner says whether a company can take a part in the Cloud Solution Provider programme. For those who sell to
// customers there are two models (CSP-21): tier 1 for those who bill and support at scale, tier 2 for resellers, who use
// their distributor's billing and support. A distributor, who recruits and enables resellers at scale, is chosen by
// nomination, with a documented record at Microsoft and a reputation for competence (CSP-32). In which countries the
// programme is open, package markets says (CSP-31).
func (r *Rules) MayBePartner(day terms.Day, partner PartnerCase) rules.Decision[rules.Truth] {
	return r.partner.Explain(day, partner)
}

// PartnerSet gives the set that [Rules.MayBePartner] asks, licensing/partner.
func (r *Rules) PartnerSet() *rules.Set[PartnerCase, rules.Truth] { return r.partner }

// EditPartner gives the rules with changes to the set of [Rules.MayBePartner].
func (r *Rules) EditPartner(e rules.Edit[PartnerCase, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.partner, e)
}

// CustomerCase is a customer that a partner wants to provision for.
type CustomerCase struct {
	OtherPartner rules.Truth `json:"otherPartner,omitzero"` // it has another CSP partner already
	Tenant       rules.Truth `json:"tenant,omitzero"`       // it has a tenant already
}

// MayProvision is [Rules.MayProvision] of the [Published] rules.
func MayProvision(day terms.Day, customer CustomerCase) rules.Decision[rules.Truth] {
	return Published().MayProvision(day, customer)
}

// MayProvision says whether a partner may provision CSP subscriptions for a customer: that it has another CSP partner or a
// tenant already is no bar (CSP-33), and a new customer is provisioned together with its subscriptions (CSP-34). Whether
// it may sell in the customer's country, package markets says.
func (r *Rules) MayProvision(day terms.Day, customer CustomerCase) rules.Decision[rules.Truth] {
	return r.customer.Explain(day, customer)
}

// CustomerSet gives the set that [Rules.MayProvision] asks, licensing/customer.
func (r *Rules) CustomerSet() *rules.Set[CustomerCase, rules.Truth] { return r.customer }

// EditCustomer gives the rules with changes to the set of [Rules.MayProvision].
func (r *Rules) EditCustomer(e rules.Edit[CustomerCase, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.customer, e)
}
