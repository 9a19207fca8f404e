package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A SoftwareKind is a kind of software purchased through CSP, by how its buyer comes to use it. The zero SoftwareKind
// means "not given". Its texts, in JSON too, are softwareToDownload, softwareWithInstructions and serviceLicence.
type SoftwareKind uint8

const (
	_ SoftwareKind = iota
	// SoftwareToDownload is software that partner or customer download and activate, such as a server subscription to Windows
	// Server.
	SoftwareToDownload
	// SoftwareWithInstructions is software with installation instructions of its own, such as Extended Security Updates.
	SoftwareWithInstructions
	// ServiceLicence is a licence that entitles users to the services that the product provides.
	ServiceLicence
)

// SoftwareNeeds is what a product needs before it can be used. What the source does not say is unknown. The zero
// SoftwareNeeds is no answer.
type SoftwareNeeds struct {
	Key          rules.Truth `json:"key,omitzero"`          // a product key
	Download     rules.Truth `json:"download,omitzero"`     // a download by partner or customer
	Instructions rules.Truth `json:"instructions,omitzero"` // installation instructions of its own
}

// IsNothing reports whether the product needs neither key nor download nor instructions.
func (n SoftwareNeeds) IsNothing() bool { return n == SoftwareNeeds{rules.No, rules.No, rules.No} }

// A SoftwareNeedFacts is what the rules on what a product needs look at.
type SoftwareNeedFacts struct {
	Kind SoftwareKind `json:"kind,omitzero"`
}

// NeedsOf is [Rules.NeedsOf] of the [Published] rules.
func NeedsOf(day terms.Day, facts SoftwareNeedFacts) rules.Decision[SoftwareNeeds] {
	return Published().NeedsOf(day, facts)
}

// NeedsOf says what a product of a kind needs after its purchase (SW-22): a key and a download; the installation
// instructions that Partner Center links to under its keys and downloads, where the page does not say whether key and
// download are needed too; or nothing.
func (r *Rules) NeedsOf(day terms.Day, facts SoftwareNeedFacts) rules.Decision[SoftwareNeeds] {
	return r.softwareNeed.Explain(day, facts)
}

// SoftwareNeedSet gives the set that [Rules.NeedsOf] asks, licensing/softwareneed.
func (r *Rules) SoftwareNeedSet() *rules.Set[SoftwareNeedFacts, SoftwareNeeds] {
	return r.softwareNeed
}

// EditSoftwareNeed gives the rules with changes to the set of [Rules.NeedsOf].
func (r *Rules) EditSoftwareNeed(e rules.Edit[SoftwareNeedFacts, SoftwareNeeds]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.softwareNeed, e)
}
