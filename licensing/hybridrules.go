package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// hybridRules is the sets and figures of Azure Hybrid Benefit.
type hybridRules struct {
	hybrid   *rules.Set[HybridLicence, HybridBenefit]
	dualUse  *rules.Set[DualUseFacts, rules.Truth]
	hostUse  *rules.Set[HostUse, rules.Truth]
	sqlRatio *rules.Set[SQLUse, SQLRatio]

	migration       rules.Timeline[Days]
	sqlMigration    rules.Timeline[Days]
	coreCountings   rules.Timeline[CoreCounting]
	machineCores    rules.Timeline[Cores]
	processorCores  rules.Timeline[Cores]
	sqlMachineCores rules.Timeline[Cores]
}

func (h *hybridRules) amend(a *rulebook.Amendment) {
	rulebook.Amend(a, &h.hybrid)
	rulebook.Amend(a, &h.dualUse)
	rulebook.Amend(a, &h.hostUse)
	rulebook.Amend(a, &h.sqlRatio)
	rulebook.Amend(a, &h.migration)
	rulebook.Amend(a, &h.sqlMigration)
	rulebook.Amend(a, &h.coreCountings)
	rulebook.Amend(a, &h.machineCores)
	rulebook.Amend(a, &h.processorCores)
	rulebook.Amend(a, &h.sqlMachineCores)
}

func (h *hybridRules) takeKnown(day terms.Day, errs *[]error) {
	rulebook.AsKnown(&h.hybrid, day, errs)
	rulebook.AsKnown(&h.dualUse, day, errs)
	rulebook.AsKnown(&h.hostUse, day, errs)
	rulebook.AsKnown(&h.sqlRatio, day, errs)
	h.migration = h.migration.AsKnown(day)
	h.sqlMigration = h.sqlMigration.AsKnown(day)
	h.coreCountings = h.coreCountings.AsKnown(day)
	h.machineCores = h.machineCores.AsKnown(day)
	h.processorCores = h.processorCores.AsKnown(day)
	h.sqlMachineCores = h.sqlMachineCores.AsKnown(day)
}

func (h *hybridRules) about() []rules.About {
	return []rules.About{
		h.hybrid.About(),
		h.dualUse.About(),
		h.hostUse.About(),
		h.sqlRatio.About(),
		h.migration.About(),
		h.sqlMigration.About(),
		h.coreCountings.About(),
		h.machineCores.About(),
		h.processorCores.About(),
		h.sqlMachineCores.About(),
	}
}
