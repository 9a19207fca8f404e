package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// sqlExpandedFrom is the day from which licences of one edition are of use for the other.
var sqlExpandedFrom = terms.MustParseDay("2020-08-01")

var (
	fromSQLExpansion = rules.Source{
		Document: "Azure Hybrid Benefit update: Expanded rights for Microsoft SQL Server (2020-08-01)",
		Address:  "https://www.microsoft.com/licensing/news/expanded-ahb-rights-for-microsoft-sql-server", Checked: checked,
	}
	fromSQLRestated = rules.Source{
		Document: "Discover SAM, Changes to licence terms expand the benefits of Azure Hybrid Benefit for SQL Server (2020-08)",
		Address:  "https://discoversam.com.au/?p=12268", Checked: checked,
	}
	fromSQLCentral = rules.Source{
		Document: "How Azure applies centrally assigned SQL licenses to hourly usage (undated)",
		Address:  "https://learn.microsoft.com/azure/cost-management-billing/scope-level/manage-licenses-centrally", Checked: checked,
	}
)

var (
	sqlIsStandard = rulebook.Holds("the licences are for SQL Server Standard", "edition",
		func(u SQLUse) rules.Truth { return rules.Is(u.Edition, SQLServerStandard) })
	sqlIsEnterprise = rulebook.Holds("the licences are for SQL Server Enterprise", "edition",
		func(u SQLUse) rules.Truth { return rules.Is(u.Edition, SQLServerEnterprise) })
	sqlForGeneral    = rulebook.Holds("it is for General Purpose", "service", func(u SQLUse) rules.Truth { return rules.Is(u.Service, SQLGeneralPurpose) })
	sqlForHyperscale = rulebook.Holds("it is for Hyperscale", "service", func(u SQLUse) rules.Truth { return rules.Is(u.Service, SQLHyperscale) })
	sqlForCritical   = rulebook.Holds("it is for Business Critical", "service", func(u SQLUse) rules.Truth { return rules.Is(u.Service, SQLBusinessCritical) })
	sqlForStandard   = rulebook.Holds("it is for a machine with SQL Server Standard", "service",
		func(u SQLUse) rules.Truth { return rules.Is(u.Service, SQLStandardMachine) })
	sqlForEnterprise = rulebook.Holds("it is for a machine with SQL Server Enterprise", "service",
		func(u SQLUse) rules.Truth { return rules.Is(u.Service, SQLEnterpriseMachine) })
)

// sqlRatio says how many core licences for SQL Server a service needs.
var sqlRatio = rules.Must(rules.New(rules.Spec[SQLUse, SQLRatio]{
	ID: "licensing/sqlratio", Question: "How many core licences for SQL Server does the service need for how many virtual cores?",
	Facts: []rules.Fact{
		{Name: "edition", Text: "Which edition are the licences for?"},
		{Name: "service", Text: "Which service of SQL Server in Azure are they to be used for?"},
	},
	Default: SQLNotCovered, DefaultText: "No document on record has these licences for the service on this day.",
	DefaultSources: []rules.Source{fromHybridSQL2018, fromSQLExpansion},
	Rules: []rules.Rule[SQLUse, SQLRatio]{
		{
			ID: "licensing.sqlratio.enterprise.general", Text: "A core licence for Enterprise is for four virtual cores of General Purpose.",
			Span: terms.SpanFrom(hybridSQLFrom), Sources: []rules.Source{fromHybridSQL2018, fromHybridSQLPage},
			If: []rules.Condition[SQLUse]{sqlIsEnterprise, sqlForGeneral}, Then: SQLOneForFour,
		},
		{
			ID:   "licensing.sqlratio.enterprise.hyperscale",
			Text: "A core licence for Enterprise is for four virtual cores of Hyperscale. A later page ends this for new databases; it has no date.",
			Span: terms.SpanFrom(sqlExpandedFrom), Sources: []rules.Source{fromSQLExpansion, fromHybridSQLPage, fromSQLCentral},
			If: []rules.Condition[SQLUse]{sqlIsEnterprise, sqlForHyperscale}, Then: SQLOneForFour,
		},
		{
			ID: "licensing.sqlratio.enterprise.critical", Text: "A core licence for Enterprise is for one virtual core of Business Critical.",
			Span: terms.SpanFrom(hybridSQLFrom), Sources: []rules.Source{fromHybridSQL2018, fromHybridSQLPage},
			If: []rules.Condition[SQLUse]{sqlIsEnterprise, sqlForCritical}, Then: SQLOneForOne,
		},
		{
			ID: "licensing.sqlratio.enterprise.enterprise", Text: "A core licence for Enterprise is for one virtual core of a machine with Enterprise.",
			Span: terms.SpanFrom(hybridSQLFrom), Sources: []rules.Source{fromHybridSQL2018},
			If: []rules.Condition[SQLUse]{sqlIsEnterprise, sqlForEnterprise}, Then: SQLOneForOne,
		},
		{
			ID: "licensing.sqlratio.enterprise.standard", Text: "A core licence for Enterprise is for four virtual cores of a machine with Standard.",
			Span: terms.SpanFrom(sqlExpandedFrom), Sources: []rules.Source{fromSQLExpansion, fromSQLRestated},
			If: []rules.Condition[SQLUse]{sqlIsEnterprise, sqlForStandard}, Then: SQLOneForFour,
		},
		{
			ID: "licensing.sqlratio.standard.general", Text: "A core licence for Standard is for one virtual core of General Purpose.",
			Span: terms.SpanFrom(hybridSQLFrom), Sources: []rules.Source{fromHybridSQL2018, fromHybridSQLPage},
			If: []rules.Condition[SQLUse]{sqlIsStandard, sqlForGeneral}, Then: SQLOneForOne,
		},
		{
			ID:   "licensing.sqlratio.standard.hyperscale",
			Text: "A core licence for Standard is for one virtual core of Hyperscale. A later page ends this for new databases; it has no date.",
			Span: terms.SpanFrom(sqlExpandedFrom), Sources: []rules.Source{fromSQLExpansion, fromHybridSQLPage, fromSQLCentral},
			If: []rules.Condition[SQLUse]{sqlIsStandard, sqlForHyperscale}, Then: SQLOneForOne,
		},
		{
			ID: "licensing.sqlratio.standard.critical", Text: "Four core licences for Standard are for one virtual core of Business Critical.",
			Span: terms.SpanFrom(sqlExpandedFrom), Sources: []rules.Source{fromSQLExpansion, fromHybridSQLPage},
			If: []rules.Condition[SQLUse]{sqlIsStandard, sqlForCritical}, Then: SQLFourForOne,
		},
		{
			ID: "licensing.sqlratio.standard.standard", Text: "A core licence for Standard is for one virtual core of a machine with Standard.",
			Span: terms.SpanFrom(hybridSQLFrom), Sources: []rules.Source{fromHybridSQL2018},
			If: []rules.Condition[SQLUse]{sqlIsStandard, sqlForStandard}, Then: SQLOneForOne,
		},
		{
			ID: "licensing.sqlratio.standard.enterprise", Text: "Four core licences for Standard are for one virtual core of a machine with Enterprise.",
			Span: terms.SpanFrom(sqlExpandedFrom), Sources: []rules.Source{fromSQLExpansion, fromSQLRestated},
			If: []rules.Condition[SQLUse]{sqlIsStandard, sqlForEnterprise}, Then: SQLFourForOne,
		},
	},
}))

// sqlMachineCores is the least that a machine with SQL Server is licensed with.
var sqlMachineCores = rules.Must(rules.NewTimeline("licensing.sqlratio.machine",
	"The core licences for SQL Server that a virtual machine in Azure needs at least.",
	rules.Entry[Cores]{Value: 4, Span: terms.SpanFrom(hybridSQLFrom), Sources: []rules.Source{fromHybridSQL2018, fromSQLRestated}},
))
