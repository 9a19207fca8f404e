package licensing

import (
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

const (
	appropriateRoles   = "Appropriate roles"
	manageSoftware     = "Activate and manage software subscriptions"
	keyActivitySection = "View software key access and software download activity"
)

func fromAzurePlanPage(fact, section string) rules.Source {
	return rules.Source{
		Fact: fact, Document: "Introduction: Azure plan lets partners buy Azure at pay-as-you-go rates for customers (sv-se, 2020-07-10)", Section: section,
		Address: "https://learn.microsoft.com/sv-se/partner-center/azure-plan-lp", Checked: checked,
	}
}

func taskIs(name string, wanted ...Task) rules.Condition[TaskFacts] {
	return rulebook.One("the task is "+name, "task", func(f TaskFacts) Task { return f.Task }, wanted...)
}

func roleIs(name string, wanted ...PortalRole) rules.Condition[TaskFacts] {
	return rulebook.One("the role is "+name, "role", func(f TaskFacts) PortalRole { return f.Role }, wanted...)
}

// task says who may do what. Each page names the roles for its tasks, and so no others.
var task = rules.Must(rules.New(rules.Spec[TaskFacts, rules.Truth]{
	ID: "licensing/task", Question: "May somebody in this role do this?",
	Facts: []rules.Fact{
		{Name: "task", Text: "What is to be done?"},
		{Name: "role", Text: "Which role has whoever is to do it?"},
	},
	Default: rules.No, DefaultText: "The page about the task names its roles, and this one is not among them.",
	DefaultSources: slices.Concat(
		fromSoftwarePage("SW-28", appropriateRoles), []rules.Source{fromAzurePlanPage("PLAN-07", appropriateRoles)},
		fromBenefitsPage("MPN-19", appropriateRoles),
	),
	Rules: []rules.Rule[TaskFacts, rules.Truth]{
		{
			ID: "licensing.task.sellSoftware", Text: "Software subscriptions are sold by admin agents and global administrators.",
			Span: terms.Always(), Sources: fromSoftwarePage("SW-28", appropriateRoles),
			If:   []rules.Condition[TaskFacts]{taskIs("to sell software", SellSoftware), roleIs("admin agent or global administrator", AdminAgent, GlobalAdministrator)},
			Then: rules.Yes,
		},
		{
			ID: "licensing.task.sellAzurePlan", Text: "Azure plans are sold by admin agents, sales agents and global administrators.",
			Span: terms.Always(), Sources: []rules.Source{fromAzurePlanPage("PLAN-07", appropriateRoles)},
			If: []rules.Condition[TaskFacts]{
				taskIs("to sell an Azure plan", SellAzurePlan),
				roleIs("admin agent, sales agent or global administrator", AdminAgent, SalesAgent, GlobalAdministrator),
			},
			Then: rules.Yes,
		},
		{
			ID: "licensing.task.fetchCustomerKeys", Text: "In Partner Center the role of admin agent is required to get a link to keys and downloads.",
			Span: terms.Always(), Sources: fromSoftwarePage("SW-05", manageSoftware),
			If: []rules.Condition[TaskFacts]{taskIs("to fetch a customer's keys", FetchCustomerKeys), roleIs("admin agent", AdminAgent)}, Then: rules.Yes,
		},
		{
			ID: "licensing.task.fetchOwnKeys", Text: "In the Microsoft 365 admin center customers need the role of global administrator to see keys and downloads.",
			Span: terms.Always(), Sources: fromSoftwarePage("SW-05", manageSoftware),
			If: []rules.Condition[TaskFacts]{taskIs("to fetch one's own keys", FetchOwnKeys), roleIs("global administrator", GlobalAdministrator)}, Then: rules.Yes,
		},
		{
			ID:   "licensing.task.keysAreValuable",
			Text: "Keys are valuable and sought-after intellectual property: know the risks of copying links and downloading software.",
			Span: terms.Always(), Sources: fromSoftwarePage("SW-31", manageSoftware),
			If: []rules.Condition[TaskFacts]{taskIs("to fetch keys", FetchCustomerKeys, FetchOwnKeys)},
		},
		{
			ID:   "licensing.task.readKeyActivity",
			Text: "The activity log of keys and downloads is for global, account, referral and marketing content administrators.",
			Span: terms.Always(), Sources: fromSoftwarePage("SW-09", keyActivitySection),
			If: []rules.Condition[TaskFacts]{
				taskIs("to read the activity log", ReadKeyActivity),
				roleIs("global, account, referral or marketing content administrator",
					GlobalAdministrator, AccountAdministrator, ReferralAdministrator, MarketingContentAdministrator),
			},
			Then: rules.Yes,
		},
		{
			ID: "licensing.task.viewBenefits", Text: "Benefits are for global administrators and MPN partner administrators to see.",
			Span: terms.Always(), Sources: fromBenefitsPage("MPN-19", appropriateRoles),
			If: []rules.Condition[TaskFacts]{
				taskIs("to view benefits", ViewBenefits), roleIs("global administrator or MPN partner administrator", GlobalAdministrator, PartnerAdministrator),
			},
			Then: rules.Yes,
		},
	},
}))
