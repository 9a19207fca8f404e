package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

var (
	// hybridFrom is the first day of the benefit for Windows Server, hybridSQLFrom the first on record for SQL Server.
	hybridFrom    = terms.MustParseDay("2016-02-01")
	hybridSQLFrom = terms.MustParseDay("2018-03-01")
)

var (
	fromHybridQuestions = rules.Source{
		Document: "Azure Hybrid Benefit FAQ (undated)", Address: "https://azure.microsoft.com/en-us/pricing/hybrid-benefit/faq/", Checked: checked,
	}
	fromHybridPage2025 = rules.Source{
		Document: "Azure Hybrid Benefit for Windows Server (2025-09-03)", Section: "Licensing prerequisites",
		Address: "https://learn.microsoft.com/windows-server/get-started/azure-hybrid-benefit", Checked: checked,
	}
	fromHybridPage2022 = rules.Source{
		Document: "Azure Hybrid Benefit for Windows Server (2022-10-05)", Section: "Licensing prerequisites",
		Address: "https://learn.microsoft.com/windows-server/get-started/azure-hybrid-benefit", Checked: checked,
	}
	fromHybridStart = rules.Source{
		Document: "Licensing School, Azure Hybrid Use Rights (2016-02-01)",
		Address:  "https://www.licensingschool.co.uk/licensing-blog/2016/02/01/azure-hybrid-use-rights/", Checked: checked,
	}
	fromHybridSQL2018 = rules.Source{
		Document: "ITAM Review, Azure Hybrid Benefit for SQL Server, of the Product Terms of March 2018 (2018-03-01)",
		Address:  "https://itassetmanagement.net/2018/03/01/microsoft-azure-hybrid-benefit-sql-server/", Checked: checked,
	}
	fromHybridSQLPage = rules.Source{
		Document: "Azure Hybrid Benefit, Azure SQL (2021-11-09)", Address: "https://learn.microsoft.com/azure/azure-sql/azure-hybrid-benefit", Checked: checked,
	}
)

func fromHybridBenefit() []rules.Source {
	return append(fromSoftwarePage("SW-01", "Azure Hybrid Benefit"), fromHybridQuestions, fromHybridStart)
}

var (
	hybridIsDatacenter = rulebook.Holds("the licence is for Windows Server Datacenter", "edition",
		func(l HybridLicence) rules.Truth { return rules.Is(l.Edition, WindowsServerDatacenter) })
	hybridIsStandard = rulebook.Holds("the licence is for Windows Server Standard", "edition",
		func(l HybridLicence) rules.Truth { return rules.Is(l.Edition, WindowsServerStandard) })
	hybridIsSQL = rulebook.Holds("the licence is for cores of SQL Server", "edition",
		func(l HybridLicence) rules.Truth { return rules.Is(l.Edition, SQLServerStandard, SQLServerEnterprise) })
	hybridIsOther = rulebook.Holds("the licence is for another edition", "edition",
		func(l HybridLicence) rules.Truth { return rules.Is(l.Edition, OtherEdition) })
	hybridIsAssured = rulebook.Holds("Software Assurance is active for the licence", "softwareAssurance",
		func(l HybridLicence) rules.Truth { return l.Assurance })
	hybridIsSubscription = rulebook.Holds("the licence is a qualifying subscription", "qualifyingSubscription",
		func(l HybridLicence) rules.Truth { return l.Subscription })
)

// hybrid says what Azure Hybrid Benefit does with a licence.
var hybrid = rules.Must(rules.New(rules.Spec[HybridLicence, HybridBenefit]{
	ID: "licensing/hybrid", Question: "Does the licence qualify for Azure Hybrid Benefit, and is it converted or reused?",
	Facts: []rules.Fact{
		{Name: "edition", Text: "Which edition of Windows Server or SQL Server is the licence for?"},
		{Name: "softwareAssurance", Text: "Is Software Assurance active for it?"},
		{Name: "qualifyingSubscription", Text: "Is it a qualifying subscription licence?"},
	},
	Default: HybridNone, DefaultText: "No document on record has the benefit on this day.",
	DefaultSources: []rules.Source{fromHybridStart, fromHybridSQL2018},
	Rules: []rules.Rule[HybridLicence, HybridBenefit]{
		{
			ID:   "licensing.hybrid.datacenter",
			Text: "A licence for Windows Server Datacenter with Software Assurance is reused: the machine in Azure pays the base compute rate, that of a Linux machine for example, and saves up to 40 percent.",
			Span: terms.SpanFrom(hybridFrom), Sources: fromHybridBenefit(),
			If: []rules.Condition[HybridLicence]{hybridIsDatacenter, hybridIsAssured}, Then: HybridReuse,
		},
		{
			ID:   "licensing.hybrid.standard",
			Text: "A licence for Windows Server Standard with Software Assurance is converted: the machine in Azure pays the base compute rate, that of a Linux machine for example, and saves up to 40 percent.",
			Span: terms.SpanFrom(hybridFrom), Sources: fromHybridBenefit(),
			If: []rules.Condition[HybridLicence]{hybridIsStandard, hybridIsAssured}, Then: HybridConvert,
		},
		{
			ID: "licensing.hybrid.datacenter.subscription", Text: "A qualifying subscription to Windows Server Datacenter is reused.",
			Span: terms.SpanFrom(hybridFrom), Sources: []rules.Source{fromHybridQuestions, fromHybridPage2022, fromHybridPage2025},
			If: []rules.Condition[HybridLicence]{hybridIsDatacenter, hybridIsSubscription}, Then: HybridReuse,
		},
		{
			ID: "licensing.hybrid.standard.subscription", Text: "A qualifying subscription to Windows Server Standard is converted.",
			Span: terms.SpanFrom(hybridFrom), Sources: []rules.Source{fromHybridQuestions, fromHybridPage2022, fromHybridPage2025},
			If: []rules.Condition[HybridLicence]{hybridIsStandard, hybridIsSubscription}, Then: HybridConvert,
		},
		{
			ID: "licensing.hybrid.sql", Text: "A core licence for SQL Server Standard or Enterprise with Software Assurance is converted.",
			Span: terms.SpanFrom(hybridSQLFrom), Sources: []rules.Source{fromHybridSQL2018, fromHybridSQLPage},
			If: []rules.Condition[HybridLicence]{hybridIsSQL, hybridIsAssured}, Then: HybridConvert,
		},
		{
			ID: "licensing.hybrid.sql.subscription", Text: "A qualifying subscription to cores of SQL Server Standard or Enterprise is converted.",
			Span: terms.SpanFrom(hybridSQLFrom), Sources: []rules.Source{fromHybridSQLPage, fromHybridQuestions},
			If: []rules.Condition[HybridLicence]{hybridIsSQL, hybridIsSubscription}, Then: HybridConvert,
		},
		{
			ID: "licensing.hybrid.uncovered", Text: "A licence without active Software Assurance that is no qualifying subscription does not qualify.",
			Span: terms.SpanFrom(hybridFrom), Sources: append(fromSoftwarePage("SW-01", "Azure Hybrid Benefit"), fromHybridPage2025),
			If: []rules.Condition[HybridLicence]{hybridIsAssured.Not(), hybridIsSubscription.Not()}, Then: HybridNone,
		},
		{
			ID: "licensing.hybrid.edition", Text: "Only Windows Server Standard and Datacenter and core licences for SQL Server Standard and Enterprise qualify.",
			Span: terms.SpanFrom(hybridFrom), Sources: append(fromSoftwarePage("SW-01", "Azure Hybrid Benefit"), fromHybridQuestions),
			If: []rules.Condition[HybridLicence]{hybridIsOther}, Then: HybridNone,
		},
	},
}))
