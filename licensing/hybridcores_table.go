package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// The pages do not say from which day they hold: a rule of counting begins with the day of the page that has it first.
var (
	countInGroupsFrom = terms.MustParseDay("2022-01-17")
	countPerCoreFrom  = terms.MustParseDay("2023-04-18")
	countPageOf2025   = terms.MustParseDay("2025-09-03")
)

func fromWindowsMachines(dated string) rules.Source {
	return rules.Source{
		Document: "Explore Azure Hybrid Benefit for Windows VMs (" + dated + ")",
		Address:  "https://learn.microsoft.com/azure/virtual-machines/windows/hybrid-use-benefit-licensing", Checked: checked,
	}
}

var fromHybridPageJanuary2022 = rules.Source{
	Document: "Azure Hybrid Benefit for Windows Server (2022-01-17)", Section: "Rules and use cases",
	Address: "https://learn.microsoft.com/windows-server/get-started/azure-hybrid-benefit", Checked: checked,
}

// coreCountings is how core licences for Windows Server are counted.
var coreCountings = rules.Must(rules.NewTimeline("licensing.hybrid.counting",
	"The rule by which the core licences are counted that machines of Windows Server in Azure need.",
	rules.Entry[CoreCounting]{
		Value: CountPerCore, Span: terms.SpanFrom(countPerCoreFrom),
		Sources: []rules.Source{fromWindowsMachines("2023-04-18"), fromHybridPage2025},
		Doubts: []rules.Doubt[CoreCounting]{
			{
				Value: CountInGroups, Span: terms.MustSpan(countPerCoreFrom, countPageOf2025),
				Text:    "The page of Windows Server counted in groups of 8 on 2022-10-05, and by core on 2025-09-03; when it changed is not on record.",
				Sources: []rules.Source{fromHybridPage2022, fromHybridPage2025},
			},
			{
				Value: CountInSets, Span: terms.SpanFrom(countPerCoreFrom),
				Text:    "The questions and answers of the benefit, undated, count in sets of 16.",
				Sources: []rules.Source{fromHybridQuestions},
			},
		},
	},
	rules.Entry[CoreCounting]{
		Value: CountInGroups, Span: terms.MustSpan(countInGroupsFrom, countPerCoreFrom),
		Sources: []rules.Source{fromHybridPageJanuary2022, fromHybridPage2022},
		Doubts: []rules.Doubt[CoreCounting]{{
			Value: CountInSets, Span: terms.MustSpan(countInGroupsFrom, countPerCoreFrom),
			Text:    "The questions and answers of the benefit, undated, count in sets of 16.",
			Sources: []rules.Source{fromHybridQuestions},
		}},
	},
	rules.Entry[CoreCounting]{
		Value: CountInSets, Span: terms.MustSpan(hybridFrom, countInGroupsFrom),
		Sources: []rules.Source{fromWindowsMachines("2018-04-22"), fromHybridQuestions, fromHybrid2019, fromHybridStart},
	},
))

// machineCores is the least that a machine is licensed with.
var machineCores = rules.Must(rules.NewTimeline("licensing.hybrid.machine",
	"The core licences for Windows Server that a machine in Azure needs at least, and that a group has.",
	rules.Entry[Cores]{
		Value: 8, Span: terms.SpanFrom(hybridFrom),
		Sources: []rules.Source{fromHybridStart, fromHybridQuestions, fromHybridPageJanuary2022, fromHybridPage2025},
	}))

// processorCores is what a licence for processors is worth.
var processorCores = rules.Must(rules.NewTimeline("licensing.hybrid.processor",
	"The core licences for Windows Server that a set has, and that a licence for processors is worth.",
	rules.Entry[Cores]{
		Value: 16, Span: terms.SpanFrom(hybridFrom),
		Sources: []rules.Source{fromHybridStart, fromHybridQuestions, fromWindowsMachines("2023-04-18"), fromHybridPage2025},
	}))
