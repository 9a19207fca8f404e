package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// dedicatedHostFrom is the first day of the Product Terms of August 2019, which brought dedicated hosts and the longer
// time for migrations.
var dedicatedHostFrom = terms.MustParseDay("2019-08-01")

var fromHybrid2019 = rules.Source{
	Document: "Licensing School, Changes to the Azure Hybrid Benefit, of the Product Terms of August 2019 (2019-08-12)",
	Address:  "https://www.licensingschool.co.uk/licensing-blog/2019/08/12/changes-to-the-azure-hybrid-benefit/", Checked: checked,
}

// migration is how long licences for Windows Server may be used twice.
var migration = rules.Must(rules.NewTimeline("licensing.dualuse.migration",
	"The days from their allocation to Azure for which licences for Windows Server may be used on-premises too while workloads move.",
	rules.Entry[Days]{Value: 180, Span: terms.SpanFrom(dedicatedHostFrom), Sources: []rules.Source{fromHybrid2019, fromHybridPage2022, fromHybridPage2025}},
	rules.Entry[Days]{Value: 31, Span: terms.MustSpan(hybridFrom, dedicatedHostFrom), Sources: []rules.Source{fromHybrid2019}},
))

// sqlMigration is how long licences for SQL Server may be used twice.
var sqlMigration = rules.Must(rules.NewTimeline("licensing.dualuse.migration.sql",
	"The days from their allocation to Azure for which licences for SQL Server may be used elsewhere too while workloads move.",
	rules.Entry[Days]{Value: 180, Span: terms.SpanFrom(hybridSQLFrom), Sources: []rules.Source{fromHybridSQL2018, fromHybridSQLPage, fromHybrid2019}},
))

var (
	dualIsDatacenter = rulebook.Holds("the licences are for Windows Server Datacenter", "edition",
		func(f DualUseFacts) rules.Truth { return rules.Is(f.Edition, WindowsServerDatacenter) })
	dualIsEligible = rulebook.Holds("the licences are for an edition with the benefit", "edition",
		func(f DualUseFacts) rules.Truth {
			return rules.Is(f.Edition, WindowsServerStandard, WindowsServerDatacenter, SQLServerStandard, SQLServerEnterprise)
		})
	dualIsMachine   = rulebook.Holds("virtual machines are licensed one by one", "target", func(f DualUseFacts) rules.Truth { return rules.Is(f.Target, OnMachine) })
	dualIsMigration = rulebook.Holds("the day lies within the time for the migration", "allocated", func(f DualUseFacts) rules.Truth { return f.Migrating })
)

func migrationArgs(f DualUseFacts) []rules.Arg {
	if f.Last.IsZero() {
		return nil
	}
	return []rules.Arg{rules.DayArg("last", f.Last)}
}

// dualUse says whether licences may be used on-premises and in Azure at once. What no rule permits is refused.
var dualUse = rules.Must(rules.New(rules.Spec[DualUseFacts, rules.Truth]{
	ID: "licensing/dualuse", Question: "May the licences be used on-premises and in Azure at once?",
	Facts: []rules.Fact{
		{Name: "edition", Text: "Which edition are the licences for?"},
		{Name: "target", Text: "Are machines licensed one by one, or the cores of a dedicated host?"},
		{Name: "allocated", Text: "On which day were the licences first allocated to Azure?"},
	},
	Default: rules.No, DefaultText: "A licence is used on-premises or in Azure, not in both.",
	DefaultSources: []rules.Source{fromHybridQuestions, fromHybridPage2025, fromHybridSQL2018},
	Rules: []rules.Rule[DualUseFacts, rules.Truth]{
		{
			ID:   "licensing.dualuse.datacenter",
			Text: "Licences for Windows Server Datacenter are used on-premises and in Azure at once, without end, where machines are licensed one by one.",
			Span: terms.SpanFrom(hybridFrom), Sources: []rules.Source{fromHybridStart, fromHybridQuestions, fromHybrid2019, fromHybridPage2025},
			If: []rules.Condition[DualUseFacts]{dualIsDatacenter, dualIsMachine}, Then: rules.Yes,
		},
		{
			ID: "licensing.dualuse.migrating", Text: "While workloads move to Azure licences may be used in both places, once, for a limited time.",
			Span: terms.SpanFrom(hybridFrom), Sources: []rules.Source{fromHybrid2019, fromHybridPage2025, fromHybridSQLPage},
			If: []rules.Condition[DualUseFacts]{dualIsEligible, dualIsMigration}, Then: rules.Yes, Args: migrationArgs,
		},
	},
}))

var (
	hostIsDatacenter = rulebook.Holds("the licences are for Windows Server Datacenter", "edition",
		func(u HostUse) rules.Truth { return rules.Is(u.Edition, WindowsServerDatacenter) })
	hostIsFull = rulebook.Holds("all physical cores of the host are licensed", "allCores", func(u HostUse) rules.Truth { return u.AllCores })
)

// hostUse says whether any number of machines may run on a dedicated host.
var hostUse = rules.Must(rules.New(rules.Spec[HostUse, rules.Truth]{
	ID: "licensing/hostuse", Question: "May any number of machines of Windows Server run on the dedicated host?",
	Facts: []rules.Fact{
		{Name: "edition", Text: "Which edition are the licences for?"},
		{Name: "allCores", Text: "Are all physical cores of the host licensed with it?"},
	},
	Default: rules.No, DefaultText: "Licences other than for Windows Server Datacenter, or for a part of the cores, license single machines. Before August 2019 nothing is on record.",
	DefaultSources: []rules.Source{fromHybridPage2022, fromHybridPage2025},
	Rules: []rules.Rule[HostUse, rules.Truth]{{
		ID:   "licensing.hostuse.datacenter",
		Text: "Licences for Windows Server Datacenter for all physical cores of a dedicated host allow any number of machines on it.",
		Span: terms.SpanFrom(dedicatedHostFrom), Sources: []rules.Source{fromHybrid2019, fromHybridPage2022, fromHybridPage2025},
		If: []rules.Condition[HostUse]{hostIsDatacenter, hostIsFull}, Then: rules.Yes,
	}},
}))
