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

var (
	taskFact = rules.Fact{Name: "task", Text: "What is to be done?"}
	roleFact = rules.Fact{Name: "role", Text: "Which role has whoever is to do it?"}
)

func taskIs(name string, wanted ...Task) rules.Condition[TaskFacts] {
	return rulebook.One("the task is "+name, taskFact.Name, func(f TaskFacts) Task { return f.Task }, wanted...)
}

func roleIs(name string, wanted ...PortalRole) rules.Condition[TaskFacts] {
	return rulebook.One("the role is "+name, roleFact.Name, func(f TaskFacts) PortalRole { return f.Role }, wanted...)
}

// taskRules gives the rules of a task for which a page names the roles: that these may do it, and that others may not.
func taskRules(id rules.ID, text string, from terms.Day, sources []rules.Source, doing, named rules.Condition[TaskFacts]) []rules.Rule[TaskFacts, rules.Truth] {
	permits := rules.Rule[TaskFacts, rules.Truth]{
		ID: id, Text: text, Span: terms.SpanFrom(from), Sources: sources, If: []rules.Condition[TaskFacts]{doing, named}, Then: rules.Yes,
	}
	refuses := permits
	refuses.ID, refuses.If, refuses.Then = id+".others", []rules.Condition[TaskFacts]{doing, named.Not()}, rules.No
	return []rules.Rule[TaskFacts, rules.Truth]{permits, refuses}
}

// task says who may do what.
var task = rules.Must(rules.New(rules.Spec[TaskFacts, rules.Truth]{
	ID: "licensing/task", Question: "May somebody in this role do this?", Facts: []rules.Fact{taskFact, roleFact},
	Rules: slices.Concat(
		taskRules("licensing.task.sellSoftware", "Software subscriptions are sold by admin agents and global administrators.",
			softwareInCSPFrom, fromSoftwarePage("SW-28", appropriateRoles),
			taskIs("to sell software", SellSoftware), roleIs("admin agent or global administrator", AdminAgent, GlobalAdministrator)),
		taskRules("licensing.task.sellAzurePlan", "Azure plans are sold by admin agents, sales agents and global administrators.",
			azurePlanFrom, []rules.Source{fromAzurePlanPage("PLAN-07", appropriateRoles)},
			taskIs("to sell an Azure plan", SellAzurePlan),
			roleIs("admin agent, sales agent or global administrator", AdminAgent, SalesAgent, GlobalAdministrator)),
		taskRules("licensing.task.fetchCustomerKeys", "In Partner Center the role of admin agent is required to get a link to keys and downloads.",
			softwareInCSPFrom, fromSoftwarePage("SW-05", manageSoftware), taskIs("to fetch a customer's keys", FetchCustomerKeys), roleIs("admin agent", AdminAgent)),
		taskRules("licensing.task.fetchOwnKeys", "In the Microsoft 365 admin center customers need the role of global administrator to see keys and downloads.",
			softwareInCSPFrom, fromSoftwarePage("SW-05", manageSoftware),
			taskIs("to fetch one's own keys", FetchOwnKeys), roleIs("global administrator", GlobalAdministrator)),
		taskRules("licensing.task.readKeyActivity",
			"The activity log of keys and downloads is for global, account, referral and marketing content administrators.",
			softwareInCSPFrom, fromSoftwarePage("SW-09", keyActivitySection),
			taskIs("to read the activity log", ReadKeyActivity),
			roleIs("global, account, referral or marketing content administrator",
				GlobalAdministrator, AccountAdministrator, ReferralAdministrator, MarketingContentAdministrator)),
		taskRules("licensing.task.viewBenefits", "Benefits are for global administrators and MPN partner administrators to see.",
			benefitPagesFrom, fromBenefitsPage("MPN-19", appropriateRoles),
			taskIs("to view benefits", ViewBenefits),
			roleIs("global administrator or MPN partner administrator", GlobalAdministrator, PartnerAdministrator)),
		[]rules.Rule[TaskFacts, rules.Truth]{{
			ID:   "licensing.task.keysAreValuable",
			Text: "Keys are valuable and sought-after intellectual property: know the risks of copying links and downloading software.",
			Span: terms.SpanFrom(softwareInCSPFrom), Sources: fromSoftwarePage("SW-31", manageSoftware),
			If: []rules.Condition[TaskFacts]{taskIs("to fetch keys", FetchCustomerKeys, FetchOwnKeys)},
		}},
	),
}))
