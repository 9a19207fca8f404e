package samples

import (
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

func hybridEditions() []licensing.HybridEdition {
	return []licensing.HybridEdition{
		licensing.WindowsServerStandard, licensing.WindowsServerDatacenter, licensing.SQLServerStandard,
		licensing.SQLServerEnterprise, licensing.OtherEdition,
	}
}

// HybridLicence gives every licence that may be brought to Azure.
func HybridLicence() rulestest.Samples[licensing.HybridLicence] {
	type facts = licensing.HybridLicence
	return rulestest.Product(
		rulestest.Of("edition", func(f *facts, e licensing.HybridEdition) { f.Edition = e }, hybridEditions()...),
		rulestest.Truth("softwareAssurance", func(f *facts, t rules.Truth) { f.Assurance = t }),
		rulestest.Truth("qualifyingSubscription", func(f *facts, t rules.Truth) { f.Subscription = t }),
	)
}

// DualUse gives every use of licences in two places. Whether the day lies within the migration is worked out before the set
// is asked.
func DualUse() rulestest.Samples[licensing.DualUseFacts] {
	type facts = licensing.DualUseFacts
	return rulestest.Product(
		rulestest.Of("edition", func(f *facts, e licensing.HybridEdition) { f.Edition = e }, hybridEditions()...),
		rulestest.Of("target", func(f *facts, t licensing.HybridTarget) { f.Target = t }, licensing.OnMachine, licensing.OnDedicatedHost),
		rulestest.Truth("allocated", func(f *facts, t rules.Truth) { f.Migrating = t }),
	)
}

// HostUse gives every licensing of a dedicated host.
func HostUse() rulestest.Samples[licensing.HostUse] {
	type facts = licensing.HostUse
	return rulestest.Product(
		rulestest.Of("edition", func(f *facts, e licensing.HybridEdition) { f.Edition = e }, hybridEditions()...),
		rulestest.Truth("allCores", func(f *facts, t rules.Truth) { f.AllCores = t }),
	)
}

// SQLUse gives every use of licences for SQL Server.
func SQLUse() rulestest.Samples[licensing.SQLUse] {
	type facts = licensing.SQLUse
	return rulestest.Product(
		rulestest.Of("edition", func(f *facts, e licensing.HybridEdition) { f.Edition = e }, hybridEditions()...),
		rulestest.Of("service", func(f *facts, s licensing.SQLService) { f.Service = s },
			licensing.SQLGeneralPurpose, licensing.SQLHyperscale, licensing.SQLBusinessCritical,
			licensing.SQLStandardMachine, licensing.SQLEnterpriseMachine),
	)
}
