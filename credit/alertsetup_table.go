package credit

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

var (
	watchesSubscription = rules.Condition[AlertSetupFacts]{
		Name: "the alert watches all credit that remains in the subscription", Reads: []string{"watches"},
		Holds: func(f AlertSetupFacts) rules.Truth { return rules.Is(f.Watches, WatchSubscriptionCredit) },
	}
	tooManyAlerts = rules.Condition[AlertSetupFacts]{
		Name: "there would be more alerts than there can be", Reads: []string{"alerts"},
		Holds: func(f AlertSetupFacts) rules.Truth { return f.TooMany },
	}
	tooManyRecipients = rules.Condition[AlertSetupFacts]{
		Name: "the alert would go to more addresses than it can", Reads: []string{"recipients"},
		Holds: func(f AlertSetupFacts) rules.Truth { return f.TooManyRecipients },
	}
	nameTaken = rules.Condition[AlertSetupFacts]{
		Name: "another alert has its name", Reads: []string{"nameTaken"},
		Holds: func(f AlertSetupFacts) rules.Truth { return f.NameTaken },
	}
	amountTaken = rules.Condition[AlertSetupFacts]{
		Name: "another alert has its amount", Reads: []string{"amountTaken"},
		Holds: func(f AlertSetupFacts) rules.Truth { return f.AmountTaken },
	}
)

const (
	ruleAlertNumber     = "credit.alert.number"
	ruleAlertRecipients = "credit.alert.recipients"
)

// publishedAlertSetup says whether an alert may be configured.
var publishedAlertSetup = rules.Must(rules.New(rules.Spec[AlertSetupFacts, rules.Truth]{
	ID: "credit/alert", Question: "May the alert be configured?",
	Facts: []rules.Fact{
		{Name: "watches", Text: "What would the alert watch?"},
		{Name: "alerts", Text: "How many alerts would the subscription have with it?"},
		{Name: "recipients", Text: "To how many addresses would it go?"},
		{Name: "nameTaken", Text: "Has another alert its name?"},
		{Name: "amountTaken", Text: "Has another alert its amount?"},
	},
	Combine: rules.Strongest(rules.Yes, rules.No),
	Rules: []rules.Rule[AlertSetupFacts, rules.Truth]{
		{
			ID: "credit.alert.subscription", Text: "Alerts can be configured on the credit that remains in the subscription.",
			Span: terms.Always(), Sources: []rules.Source{openPage("OPEN-20", sectionQuestions), openPage("OPEN-23", sectionAlerts)},
			If: []rules.Condition[AlertSetupFacts]{watchesSubscription}, Then: rules.Yes,
		},
		{
			ID: "credit.alert.token", Text: "Alerts about a token's credit and expiry are sent by themselves, and not configured.",
			Span: terms.Always(), Sources: []rules.Source{
				openPage("OPEN-19", sectionQuestions), openPage("OPEN-21", sectionAlerts), openPage("OPEN-22", sectionAlerts),
			},
			If: []rules.Condition[AlertSetupFacts]{watchesSubscription.Not()}, Then: rules.No,
		},
		{
			ID: ruleAlertNumber, Text: "A subscription has a limited number of alerts: as published, five.",
			Span: terms.Always(), Sources: []rules.Source{openPage("OPEN-20", sectionQuestions), alertsPage},
			If: []rules.Condition[AlertSetupFacts]{tooManyAlerts}, Then: rules.No,
			Args: func(f AlertSetupFacts) []rules.Arg {
				return []rules.Arg{rules.CountArg("alerts", f.Alerts), rules.CountArg("allowed", int(f.AlertLimit))}
			},
		},
		{
			ID: ruleAlertRecipients, Text: "An alert goes to a limited number of addresses: as published, two.",
			Span: terms.Always(), Sources: []rules.Source{openPage("OPEN-20", sectionQuestions), alertsPage},
			If: []rules.Condition[AlertSetupFacts]{tooManyRecipients}, Then: rules.No,
			Args: func(f AlertSetupFacts) []rules.Arg {
				return []rules.Arg{rules.CountArg("recipients", f.Recipients), rules.CountArg("allowed", int(f.RecipientLimit))}
			},
		},
		{
			ID: "credit.alert.name", Text: "The alerts' names differ.",
			Span: terms.Always(), Sources: []rules.Source{alertsPage},
			If: []rules.Condition[AlertSetupFacts]{nameTaken}, Then: rules.No,
		},
		{
			ID: "credit.alert.amount", Text: "The alerts' amounts differ.",
			Span: terms.Always(), Sources: []rules.Source{alertsPage},
			If: []rules.Condition[AlertSetupFacts]{amountTaken}, Then: rules.No,
		},
	},
}))
