package credit

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

var (
	isRunningOut = rules.Condition[CardTopUpFacts]{
		Name: "credit is about to run out before new credit can be ordered", Reads: []string{"runningOut"},
		Holds: func(f CardTopUpFacts) rules.Truth { return f.RunningOut },
	}
	isAvailable = rules.Condition[CardTopUpFacts]{
		Name: "there are top-ups by card in the market", Reads: []string{"market"},
		Holds: func(f CardTopUpFacts) rules.Truth { return f.Available },
	}
)

const ruleTopUpMarket = "credit.topup.market"

// publishedTopUp says whether a customer may add credit by card.
var publishedTopUp = rules.Must(rules.New(rules.Spec[CardTopUpFacts, rules.Truth]{
	ID: "credit/topup", Question: "May credit be added to the subscription by card?",
	Facts: []rules.Fact{
		{Name: "runningOut", Text: "Is credit about to run out before new credit can be ordered through the partner?"},
		{Name: "market", Text: "In which market is the customer?"},
	},
	Combine: rules.Strongest(rules.Yes, rules.No),
	Rules: []rules.Rule[CardTopUpFacts, rules.Truth]{
		{
			ID: "credit.topup.card", Text: "A customer about to run out before new credit can be ordered through the partner may top up by card.",
			Span: terms.SpanFrom(openBegins), Sources: []rules.Source{openPage("OPEN-05", sectionAddCredit)},
			If: []rules.Condition[CardTopUpFacts]{isRunningOut}, Then: rules.Yes,
		},
		{
			ID: "credit.topup.order", Text: "Where new credit can be ordered in time, it is ordered through the partner.",
			Span: terms.SpanFrom(openBegins), Sources: []rules.Source{openPage("OPEN-05", sectionAddCredit)},
			If: []rules.Condition[CardTopUpFacts]{isRunningOut.Not()}, Then: rules.No,
		},
		{
			ID: ruleTopUpMarket, Text: "Topping up by card is not available in some markets.",
			Span: terms.SpanFrom(openBegins), Sources: []rules.Source{openPage("OPEN-05", sectionAddCredit)},
			If: []rules.Condition[CardTopUpFacts]{isAvailable.Not()}, Then: rules.No,
			Args: func(f CardTopUpFacts) []rules.Arg { return []rules.Arg{rules.MarketArg("market", f.Market.Code())} },
		},
		{
			ID: "credit.topup.before", Text: "Before August 2014 Azure was not sold through Open.",
			Span: terms.SpanUntil(openBegins), Sources: []rules.Source{openPage("OPEN-11", sectionQuestions)},
			Then: rules.No,
		},
	},
}))
