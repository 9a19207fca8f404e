package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A HybridTarget is what licences are allocated to in Azure: [OnMachine] or [OnDedicatedHost]. The zero HybridTarget means
// "not given". Its texts, in JSON too, are onMachine and onDedicatedHost.
type HybridTarget uint8

const (
	_ HybridTarget = iota
	// OnMachine licenses virtual machines one by one, on a dedicated host too.
	OnMachine
	// OnDedicatedHost licenses the physical cores of an Azure dedicated host.
	OnDedicatedHost
)

// A DualUse is the wish to use licences on-premises and in Azure at once on a UTC day.
type DualUse struct {
	Edition HybridEdition `json:"edition,omitzero"`
	Target  HybridTarget  `json:"target,omitzero"`
	// Allocated is the day on which the licences were allocated to Azure, for the first time.
	Allocated terms.Day `json:"allocated,omitzero"`
	// Count says how the days of the migration are counted. It is GraceFromActivationDay unless it is given, the day of
	// allocation being the first.
	Count GraceCount `json:"count,omitzero"`
}

// DualUseFacts is what the rules on dual use look at.
type DualUseFacts struct {
	Edition   HybridEdition `json:"edition,omitzero"`
	Target    HybridTarget  `json:"target,omitzero"`
	Migrating rules.Truth   `json:"migrating,omitzero"` // the day lies within the time for the migration
	Last      terms.Day     `json:"last,omitzero"`      // the last day of that time, which findings tell
}

// A DualUseAnswer says whether licences may be used in both places.
type DualUseAnswer struct {
	Decision rules.Decision[rules.Truth] `json:"decision"`
	// Last is the last day of the migration, after which what depends on it ends; not given where the day of allocation is not.
	Last terms.Day `json:"last,omitzero"`
	// Within is the time there is for the migration, with its source and whose figure it is.
	Within rules.Reading[Days] `json:"within,omitzero"`
}

// Equal reports whether both are the same answer for the same reasons.
func (a DualUseAnswer) Equal(other DualUseAnswer) bool {
	same := func(a, b Days) bool { return a == b }
	return a.Last == other.Last && a.Decision.Equal(other.Decision) && a.Within.EqualFunc(other.Within, same)
}

// MayUseTwice is [Rules.MayUseTwice] of the [Published] rules.
func MayUseTwice(day terms.Day, use DualUse) DualUseAnswer { return Published().MayUseTwice(day, use) }

// MayUseTwice says whether licences with Azure Hybrid Benefit may be used on-premises and in Azure on the same day (SW-01:
// converted or reused). Those for Windows Server Datacenter may, without end, where machines are licensed; on a dedicated
// host, and with Windows Server Standard and SQL Server, they may only for the time of a migration, once. By
// [Rules.MigrationTime] and [Rules.SQLMigrationTime] that is 180 days from the allocation, and was 31 for Windows Server
// before August 2019.
func (r *Rules) MayUseTwice(day terms.Day, use DualUse) DualUseAnswer {
	facts := DualUseFacts{Edition: use.Edition, Target: use.Target}
	within, err := r.migrationTime(use.Edition).On(use.Allocated)
	if err == nil {
		facts.Last = use.lastDay(within.Value)
	}
	facts.Migrating = rules.Given(!use.Allocated.IsZero(), err == nil && !day.Before(use.Allocated) && !day.After(facts.Last))
	decision := r.dualUse.Explain(day, facts)
	for i, f := range decision.Findings {
		if f.Origin.IsZero() && len(f.Args) > 0 {
			decision.Findings[i].Origin = within.Origin
		}
	}
	return DualUseAnswer{decision, facts.Last, within}
}

// lastDay gives the last of so many days for the migration, and the last day there is if they go beyond it.
func (u DualUse) lastDay(within Days) terms.Day {
	days := int(within)
	if u.Count != GraceFromDayAfter {
		days--
	}
	if last := u.Allocated.AddDays(days); !last.IsZero() {
		return last
	}
	return lastDay
}

func (r *Rules) migrationTime(edition HybridEdition) rules.Timeline[Days] {
	if edition == SQLServerStandard || edition == SQLServerEnterprise {
		return r.sqlMigration
	}
	return r.migration
}

// DualUseSet gives the set that [Rules.MayUseTwice] asks, licensing/dualuse.
func (r *Rules) DualUseSet() *rules.Set[DualUseFacts, rules.Truth] { return r.dualUse }

// EditDualUse gives the rules with changes to the set of [Rules.MayUseTwice].
func (r *Rules) EditDualUse(e rules.Edit[DualUseFacts, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.dualUse, e)
}

// MigrationTime gives the timeline of the days for which licences for Windows Server may be used twice while workloads
// move, licensing.dualuse.migration.
func (r *Rules) MigrationTime() rules.Timeline[Days] { return r.migration }

// SQLMigrationTime gives the same for SQL Server, licensing.dualuse.migration.sql.
func (r *Rules) SQLMigrationTime() rules.Timeline[Days] { return r.sqlMigration }

// A HostUse is the wish to run any number of virtual machines of Windows Server on an Azure dedicated host.
type HostUse struct {
	Edition  HybridEdition `json:"edition,omitzero"`
	AllCores rules.Truth   `json:"allCores,omitzero"` // all physical cores of the host are licensed with it
}

// MayRunUnlimited is [Rules.MayRunUnlimited] of the [Published] rules.
func MayRunUnlimited(day terms.Day, use HostUse) rules.Decision[rules.Truth] {
	return Published().MayRunUnlimited(day, use)
}

// MayRunUnlimited says whether licences allow any number of machines of Windows Server on a dedicated host: those for
// Datacenter do, if there is one for every physical core of the host. With others every machine is licensed by itself, as
// [Rules.CoreLicences] counts.
func (r *Rules) MayRunUnlimited(day terms.Day, use HostUse) rules.Decision[rules.Truth] {
	return r.hostUse.Explain(day, use)
}

// HostUseSet gives the set that [Rules.MayRunUnlimited] asks, licensing/hostuse.
func (r *Rules) HostUseSet() *rules.Set[HostUse, rules.Truth] { return r.hostUse }

// EditHostUse gives the rules with changes to the set of [Rules.MayRunUnlimited].
func (r *Rules) EditHostUse(e rules.Edit[HostUse, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.hostUse, e)
}
