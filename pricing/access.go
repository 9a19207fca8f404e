package pricing

import (
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// Eligibility is the answer of what concerns partner earned credit. The zero Eligibility is no answer.
type Eligibility uint8

const (
	// Eligible earns the credit, or is access that counts for it.
	Eligible Eligibility = iota + 1
	// Ineligible does not.
	Ineligible
)

// A Holder says who has the access to a customer's Azure, seen from the plan it is billed on. The zero Holder means "not
// given".
type Holder uint8

const (
	// TransactingPartner is the partner Microsoft bills for the plan: a direct-bill partner or an indirect provider.
	TransactingPartner Holder = iota + 1
	// ResellerOfRecord is the indirect reseller on the plan, whose access counts for its provider.
	ResellerOfRecord
	// OtherPartner is any other partner, whose access neither helps nor harms.
	OtherPartner
)

// An AccessPath says how a partner came by its access. The zero AccessPath means "not given".
type AccessPath uint8

const (
	// AOBO is "admin on behalf of": the foreign principal that is set when a plan is created, as owner by default.
	AOBO AccessPath = iota + 1
	// LighthouseOffer is Azure Lighthouse by a managed-service offer of the Marketplace, which links the partner's id by itself.
	LighthouseOffer
	// LighthouseTemplate is Azure Lighthouse by a template of the Azure Resource Manager.
	LighthouseTemplate
	// DirectoryUser is a user, guest user or service principal in the customer's directory.
	DirectoryUser
)

// Access is the facts about one access of a partner to one resource on one day.
type Access struct {
	Holder Holder     `json:"holder,omitzero"`
	Path   AccessPath `json:"path,omitzero"`
	// Linked is whether the partner's id is linked to the user or service principal (partner admin link, PAL). It matters for
	// LighthouseTemplate and DirectoryUser.
	Linked rules.Truth `json:"linked,omitzero"`
	// Role is the Azure role that was given, by its name. RoleEligible is whether it is one that counts; where that is not
	// given, [Rules.AccessCounts] looks the role up, and it stays unknown for a role on no list, such as a custom one.
	Role         string      `json:"role,omitzero"`
	RoleEligible rules.Truth `json:"roleEligible,omitzero"`
	// Scope is what the access was given on, and Covers whether the resource is that or rolls up to it.
	Scope  ScopeKind   `json:"scope,omitzero"`
	Covers rules.Truth `json:"covers,omitzero"`
	// Permanent is whether it is standing access: neither limited in time by Privileged Identity Management or by a group
	// membership that expires, nor taken away by a deny assignment. AOBO is not asked for it.
	Permanent rules.Truth `json:"permanent,omitzero"`
	// Held is whether the partner's access held on the day, for all of it or as another [DayReading] has it.
	Held rules.Truth `json:"held,omitzero"`
}

// A DayReading says what access a day of earned credit needs. The record has changed its wording. The zero DayReading means
// "not given".
type DayReading uint8

const (
	// WholeDay needs access for the entire day, midnight to midnight in UTC ("24x7", PLAN-06). It is the default, by the
	// pages of 2019 to 2021 and by the troubleshooting guide of 2022.
	WholeDay DayReading = iota + 1
	// PartOfDay is satisfied with access at some time of it. The page of 2023 pays "for each day that you have PEC-eligible
	// access", and no longer says for how long.
	PartOfDay
)

// AccessCounts says whether an access counts for partner earned credit, and why. Access of the billed partner or of its
// reseller of record counts, if its role does, if the partner's id is linked to it, and if it covers the resource all
// day; what other partners have does not matter (PLAN-06).
func (r *Rules) AccessCounts(day terms.Day, facts Access) rules.Decision[Eligibility] {
	return r.access.Explain(day, r.lookUp(facts))
}

// AccessCounts is [Rules.AccessCounts] of the published rules.
func AccessCounts(day terms.Day, facts Access) rules.Decision[Eligibility] {
	return Published().AccessCounts(day, facts)
}

// AccessSet gives the set that decides which access counts, to list, trace and test. It is asked by Access.RoleEligible,
// which [Rules.AccessCounts] looks up.
func (r *Rules) AccessSet() *rules.Set[Access, Eligibility] { return r.access }

// EditAccess gives the rules with an edit of [Rules.AccessSet].
func (r *Rules) EditAccess(e rules.Edit[Access, Eligibility]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.access, e)
}

// lookUp fills in whether the role counts.
func (r *Rules) lookUp(facts Access) Access {
	if facts.RoleEligible == rules.Unknown {
		facts.RoleEligible = r.RoleEligible(facts.Role)
	}
	return facts
}

// A Role is an Azure role by its name, and whether access in it counts for partner earned credit.
type Role struct {
	Name     string      `json:"name"`
	Eligible rules.Truth `json:"eligible"`
}

// Roles gives every role on the lists: the 98 that count first, then the 24 that don't. The names alone do not tell them apart:
// "Reader and Data Access" counts, "Cognitive Services User" does not.
func (r *Rules) Roles() []Role {
	var all []Role
	for _, name := range r.eligibleRoles.entries {
		all = append(all, Role{name, rules.Yes})
	}
	for _, name := range r.ineligibleRoles.entries {
		all = append(all, Role{name, rules.No})
	}
	return all
}

// Roles is [Rules.Roles] of the published rules.
func Roles() []Role { return Published().Roles() }

// RoleEligible says whether access in an Azure role counts for partner earned credit. Letter case does not matter. It is
// unknown for a role on neither list, such as a custom one, of which the sources say nothing: an overlay can put it on
// pricing.pec.roles.eligible or pricing.pec.roles.ineligible.
func (r *Rules) RoleEligible(name string) rules.Truth {
	for _, role := range r.eligibleRoles.entries {
		if strings.EqualFold(role, name) {
			return rules.Yes
		}
	}
	for _, role := range r.ineligibleRoles.entries {
		if strings.EqualFold(role, name) {
			return rules.No
		}
	}
	return rules.Unknown
}

// RoleEligible is [Rules.RoleEligible] of the published rules.
func RoleEligible(name string) rules.Truth { return Published().RoleEligible(name) }
