package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// osaChecked is the day on which the rules about OSA keys were last held against their sources.
var osaChecked = terms.MustParseDay("2026-11-22")

// lastDay is the last day there is.
var lastDay = terms.MustParseDay("9999-12-31")

func fromOpenQuestions(fact string) []rules.Source {
	return []rules.Source{{
		Fact: fact, Document: "Get started with Azure in Open Licensing (sv-se)", Section: "Frequently asked questions",
		Address: "https://azure.microsoft.com/sv-se/offers/ms-azr-0111p/", Checked: osaChecked,
	}}
}

// osaActivationTime is the time there is to activate a key. The page names no day on which it began to hold, and
// such keys are older than Azure in Open.
var osaActivationTime = rules.Must(rules.NewTimeline("licensing.osa.activation.time",
	"The months from its purchase within which an OSA key can be activated.",
	rules.Entry[Months]{Value: 60, Span: terms.Always(), Sources: fromOpenQuestions("OPEN-08")},
))

var (
	osaEarly = rules.Condition[OSAActivationFacts]{
		Name: "the key is activated before its purchase", Reads: []string{"activated"},
		Holds: func(f OSAActivationFacts) rules.Truth { return f.Early },
	}
	osaLate = rules.Condition[OSAActivationFacts]{
		Name: "the key is activated after the time there is", Reads: []string{"activated"},
		Holds: func(f OSAActivationFacts) rules.Truth { return f.Late },
	}
	osaRedeemed = rules.Condition[OSAActivationFacts]{
		Name: "the key has been redeemed before", Reads: []string{"redeemed"},
		Holds: func(f OSAActivationFacts) rules.Truth { return f.Redeemed },
	}
)

// The rules that stand on the time there is.
const (
	ruleOSAInTime = "licensing.osa.activation.inTime"
	ruleOSALate   = "licensing.osa.activation.late"
)

// osaActivation says whether a key may be activated.
var osaActivation = rules.Must(rules.New(rules.Spec[OSAActivationFacts, rules.Truth]{
	ID: "licensing/osa.activation", Question: "May the OSA key be activated?",
	Facts: []rules.Fact{
		{Name: "activated", Text: "On which day is the key activated?"},
		{Name: "redeemed", Text: "Has the key been redeemed before?"},
	},
	Rules: []rules.Rule[OSAActivationFacts, rules.Truth]{
		{
			ID: ruleOSAInTime, Text: "A key can be activated from its purchase on, within the time there is: as published, five years.",
			Span: terms.Always(), Sources: fromOpenQuestions("OPEN-08"),
			If: []rules.Condition[OSAActivationFacts]{osaEarly.Not(), osaLate.Not(), osaRedeemed.Not()}, Then: rules.Yes, Args: osaActivationArgs,
		},
		{
			ID: ruleOSALate, Text: "A key cannot be activated when the time there is to activate it is over: as published, five years from its purchase.",
			Span: terms.Always(), Sources: fromOpenQuestions("OPEN-08"),
			If: []rules.Condition[OSAActivationFacts]{osaLate}, Then: rules.No, Args: osaActivationArgs,
		},
		{
			ID: "licensing.osa.activation.early", Text: "A key is fetched and activated once the order is processed, and not before.",
			Span: terms.Always(), Sources: fromOpenQuestions("OPEN-10"),
			If: []rules.Condition[OSAActivationFacts]{osaEarly}, Then: rules.No, Args: osaActivationArgs,
		},
		{
			ID: "licensing.osa.activation.redeemed", Text: "A key is redeemed once only.",
			Span: terms.Always(), Sources: []rules.Source{{
				Document: "Enter your product key (2024-09-05)",
				Address:  "https://learn.microsoft.com/microsoft-365/commerce/enter-your-product-key", Checked: osaChecked,
			}},
			If: []rules.Condition[OSAActivationFacts]{osaRedeemed}, Then: rules.No,
		},
	},
}))
