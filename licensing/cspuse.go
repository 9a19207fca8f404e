package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A CSPItem is a kind of thing to be used with an Azure subscription in CSP. The zero CSPItem means "not given". Its
// texts, in JSON too, are azureService, thirdParty, ownLicence, freeImage and valueAdded.
type CSPItem uint8

const (
	_ CSPItem = iota
	// ItemAzureService is a service of Azure.
	ItemAzureService
	// ItemThirdParty is an application that an independent software vendor has published and sells.
	ItemThirdParty
	// ItemOwnLicence is an image of a third party to which the customer brings its licence.
	ItemOwnLicence
	// ItemFreeImage is a free image of a third party.
	ItemFreeImage
	// ItemValueAdded is an application of a third party that the partner adds as a service of its own.
	ItemValueAdded
)

// CSPUse is the use of something with an Azure subscription in CSP.
type CSPUse struct {
	Item CSPItem `json:"item,omitzero"`
	// ResourceManager says of a service whether it is available through Azure Resource Manager.
	ResourceManager rules.Truth `json:"resourceManager,omitzero"`
	// OptedIn says of an application whether its publisher has opted it into the Cloud Solution Provider programme.
	OptedIn rules.Truth `json:"optedIn,omitzero"`
}

// MayUseInCSP is [Rules.MayUseInCSP] of the [Published] rules.
func MayUseInCSP(day terms.Day, use CSPUse) rules.Decision[rules.Truth] {
	return Published().MayUseInCSP(day, use)
}

// MayUseInCSP says whether something can be used with an Azure subscription in CSP: services of Azure that are available
// through Azure Resource Manager, and others not (CSP-17); images of third parties that are free or that the customer
// has a licence for, and applications that the partner adds as services of its own (CSP-18). Applications that vendors sell
// cannot be bought yet (CSP-18). By the page on the marketplace of 31 July 2023 those can that their publisher has opted in;
// since which day is not on record, and so it counts from that of the page.
func (r *Rules) MayUseInCSP(day terms.Day, use CSPUse) rules.Decision[rules.Truth] {
	return r.cspUse.Explain(day, use)
}

// CSPUseSet gives the set that [Rules.MayUseInCSP] asks, licensing/cspuse.
func (r *Rules) CSPUseSet() *rules.Set[CSPUse, rules.Truth] { return r.cspUse }

// EditCSPUse gives the rules with changes to the set of [Rules.MayUseInCSP].
func (r *Rules) EditCSPUse(e rules.Edit[CSPUse, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.cspUse, e)
}

// CSPServices gives what is sold on the one platform of the Cloud Solution Provider programme (CSP-35), by the names it had
// on the page.
func CSPServices() []string {
	return []string{"Azure", "Office 365", "Enterprise Mobility Suite", "Dynamics CRM Online"}
}
