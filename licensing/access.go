package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// An AzureRole is a role in a subscription, or in a service of it. The zero AzureRole means "not given". Its texts, in
// JSON too, are noRole, contributor and owner.
type AzureRole uint8

const (
	_ AzureRole = iota
	// AzureNoRole is no role.
	AzureNoRole
	// AzureContributor is the role of contributor.
	AzureContributor
	// AzureOwner is the role of owner.
	AzureOwner
)

// An Access is what a party can do in a subscription. The zero Access is no answer. Its texts, in JSON too, are none,
// services and users.
type Access uint8

const (
	_ Access = iota
	// AccessNone is nothing: not even signing in to the management portal for the subscription.
	AccessNone
	// AccessServices is creating, starting and stopping services, and so changing what is consumed.
	AccessServices
	// AccessUsers is that, and adding and removing other users.
	AccessUsers
)

// AccessCase is a party and what it has been given in a customer's subscription.
type AccessCase struct {
	Party Party `json:"party,omitzero"` // the partner, its reseller or the customer
	// Granted is the role that the partner has given to the customer's users or groups, or to the reseller's group, in the
	// subscription or in a single service.
	Granted AzureRole `json:"granted,omitzero"`
	// Relationship says whether the reseller has a reseller relationship with the customer.
	Relationship rules.Truth `json:"relationship,omitzero"`
}

// AccessOf is [Rules.AccessOf] of the [Published] rules.
func AccessOf(day terms.Day, access AccessCase) rules.Decision[Access] {
	return Published().AccessOf(day, access)
}

// AccessOf says what a party can do in an Azure subscription in CSP. The partner, or the distributor, is owner from the
// beginning, and the customer has nothing, so that the partner must create, start and stop its services (CSP-16). The
// partner may make a customer owner or contributor, of single services too, but then has to be able to contract, manage,
// support and bill what the customer changes (CSP-29). To make a customer owner is not recommended, since owners add and
// remove users (CSP-30). A reseller has access once it has a reseller relationship with the customer and its group has a
// role (CSP-25); [Rules.NextAccessStep] says which of the two is next.
func (r *Rules) AccessOf(day terms.Day, access AccessCase) rules.Decision[Access] {
	return r.access.Explain(day, access)
}

// AccessSet gives the set that [Rules.AccessOf] asks, licensing/access.
func (r *Rules) AccessSet() *rules.Set[AccessCase, Access] { return r.access }

// EditAccess gives the rules with changes to the set of [Rules.AccessOf].
func (r *Rules) EditAccess(e rules.Edit[AccessCase, Access]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.access, e)
}

// An AccessStep is a step of a reseller towards access to a customer's subscription. The zero AccessStep is no answer. Its
// texts, in JSON too, are relationship, role and none.
type AccessStep uint8

const (
	_ AccessStep = iota
	// StepRelationship is that the reseller establishes a reseller relationship with the customer.
	StepRelationship
	// StepRole is that the distributor adds the reseller's group to a role in the customer's subscription.
	StepRole
	// StepNone is that nothing is left to do.
	StepNone
)

// ResellerProgress is what a reseller has of access to a customer's subscription.
type ResellerProgress struct {
	Relationship rules.Truth `json:"relationship,omitzero"` // it has a reseller relationship with the customer
	Role         rules.Truth `json:"role,omitzero"`         // the distributor has added its group to a role
}

// NextAccessStep is [Rules.NextAccessStep] of the [Published] rules.
func NextAccessStep(day terms.Day, progress ResellerProgress) rules.Decision[AccessStep] {
	return Published().NextAccessStep(day, progress)
}

// NextAccessStep says which of the two steps to a customer's subscription a reseller takes next: first the reseller
// relationship with the customer, then a role for its group, which the distributor gives (CSP-25).
func (r *Rules) NextAccessStep(day terms.Day, progress ResellerProgress) rules.Decision[AccessStep] {
	return r.accessStep.Explain(day, progress)
}

// AccessStepSet gives the set that [Rules.NextAccessStep] asks, licensing/accessstep.
func (r *Rules) AccessStepSet() *rules.Set[ResellerProgress, AccessStep] { return r.accessStep }

// EditAccessStep gives the rules with changes to the set of [Rules.NextAccessStep].
func (r *Rules) EditAccessStep(e rules.Edit[ResellerProgress, AccessStep]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.accessStep, e)
}

// ManagementWays gives the ways in which a subscription can be managed (CSP-36), by the names they had on the page.
func ManagementWays() []string {
	return []string{"Microsoft Azure Management Portal", "PowerShell", "X-Plat CLI", "REST API"}
}
