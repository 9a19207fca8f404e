package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// An OrderedProduct is what a customer orders through CSP. The zero OrderedProduct means "not given". Its texts, in JSON
// too, are azurePlan, previousAzure, microsoft365, dynamics365, reservation, serverSubscription and other.
type OrderedProduct uint8

const (
	_ OrderedProduct = iota
	// OrderedAzurePlan is an Azure plan.
	OrderedAzurePlan
	// OrderedPreviousAzure is the previous Azure offer, MS-AZR-0145P.
	OrderedPreviousAzure
	// OrderedMicrosoft365 is an offer of Microsoft 365.
	OrderedMicrosoft365
	// OrderedDynamics365 is an offer of Dynamics 365.
	OrderedDynamics365
	// OrderedReservation is an Azure reservation.
	OrderedReservation
	// OrderedServerSubscription is a subscription to Windows Server or SQL Server.
	OrderedServerSubscription
	// OrderedOther is anything else.
	OrderedOther
)

// An AcquisitionFacts is what the rules on acquiring for a customer look at.
type AcquisitionFacts struct {
	Product OrderedProduct `json:"product,omitzero"`
	// Commercial says whether the customer is a commercial one, and none of education, government or charity.
	Commercial rules.Truth `json:"commercial,omitzero"`
}

// MayAcquire is [Rules.MayAcquire] of the [Published] rules.
func MayAcquire(day terms.Day, facts AcquisitionFacts) rules.Decision[rules.Truth] {
	return Published().MayAcquire(day, facts)
}

// MayAcquire says whether a partner acquires, provisions and manages a product on a customer's behalf through Partner Center
// and the Azure portal (SW-29): Yes for reservations and server subscriptions for commercial customers. Of other customers
// and products the page says nothing, and what no rule permits is refused. Whether reservations are available in the
// customer's market is for package markets to say.
func (r *Rules) MayAcquire(day terms.Day, facts AcquisitionFacts) rules.Decision[rules.Truth] {
	return r.acquisition.Explain(day, facts)
}

// AcquisitionSet gives the set that [Rules.MayAcquire] asks, licensing/acquisition.
func (r *Rules) AcquisitionSet() *rules.Set[AcquisitionFacts, rules.Truth] { return r.acquisition }

// EditAcquisition gives the rules with changes to the set of [Rules.MayAcquire].
func (r *Rules) EditAcquisition(e rules.Edit[AcquisitionFacts, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.acquisition, e)
}
