package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A HybridEdition is the product whose licence is brought to Azure: [WindowsServerStandard], [WindowsServerDatacenter],
// [SQLServerStandard], [SQLServerEnterprise] or [OtherEdition]. The zero HybridEdition means "not given". Its texts, in
// JSON too, are windowsServerStandard, windowsServerDatacenter, sqlServerStandard, sqlServerEnterprise and otherEdition.
type HybridEdition uint8

const (
	_ HybridEdition = iota
	// WindowsServerStandard is Windows Server Standard, licensed by core or by processor.
	WindowsServerStandard
	// WindowsServerDatacenter is Windows Server Datacenter, licensed by core or by processor.
	WindowsServerDatacenter
	// SQLServerStandard is SQL Server Standard, licensed by core.
	SQLServerStandard
	// SQLServerEnterprise is SQL Server Enterprise, licensed by core.
	SQLServerEnterprise
	// OtherEdition is any other: Windows Server Essentials, SQL Server licensed by server and client, and the like.
	OtherEdition
)

// A HybridBenefit is what Azure Hybrid Benefit does with a licence: [HybridReuse], [HybridConvert] or [HybridNone]. The
// zero HybridBenefit is no answer. Its texts, in JSON too, are reuse, convert and none.
type HybridBenefit uint8

const (
	_ HybridBenefit = iota
	// HybridReuse uses the licence in Azure as well as on-premises.
	HybridReuse
	// HybridConvert uses the licence in Azure instead of on-premises.
	HybridConvert
	// HybridNone is no benefit: the licence does not qualify.
	HybridNone
)

// A HybridLicence is a licence that is to be brought to Azure.
type HybridLicence struct {
	Edition HybridEdition `json:"edition,omitzero"`
	// Assurance says whether Software Assurance is active for it.
	Assurance rules.Truth `json:"softwareAssurance,omitzero"`
	// Subscription says whether it is a qualifying subscription licence, such as a server subscription bought through CSP.
	Subscription rules.Truth `json:"qualifyingSubscription,omitzero"`
}

// HybridBenefitOf is [Rules.HybridBenefitOf] of the [Published] rules.
func HybridBenefitOf(day terms.Day, licence HybridLicence) rules.Decision[HybridBenefit] {
	return Published().HybridBenefitOf(day, licence)
}

// HybridBenefitOf says whether a licence qualifies for Azure Hybrid Benefit on a day, and whether it is then converted or
// reused (SW-01). Windows Server Standard and Datacenter qualify with active Software Assurance; the machine then pays the
// base compute rate, that of a Linux machine for example, which saves up to 40 percent. That a Datacenter licence is reused
// and a Standard one converted is from the benefit's questions and answers.
//
// SW-01 and the page of 2022 name Software Assurance alone; the pages of 2025 name a qualifying subscription beside it, and
// that page of 2022 has one of CSP further below. A subscription qualifies here, and its rules can be switched off.
// SQL Server qualifies by core, from the record (2018-03-01).
func (r *Rules) HybridBenefitOf(day terms.Day, licence HybridLicence) rules.Decision[HybridBenefit] {
	return r.hybrid.Explain(day, licence)
}

// HybridSet gives the set that [Rules.HybridBenefitOf] asks, licensing/hybrid.
func (r *Rules) HybridSet() *rules.Set[HybridLicence, HybridBenefit] { return r.hybrid }

// EditHybrid gives the rules with changes to the set of [Rules.HybridBenefitOf].
func (r *Rules) EditHybrid(e rules.Edit[HybridLicence, HybridBenefit]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.hybrid, e)
}
