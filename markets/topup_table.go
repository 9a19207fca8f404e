package markets

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

var topUpExcludes = looksInto(rules.Condition[TopUp]{
	Name: "the list of markets without card top-up has the market", Reads: []string{"market"},
	Holds: func(q TopUp) rules.Truth { return ifGiven(q.Market, q.Excluded) },
}, topUpExcluded)

func argsOfTopUp(q TopUp) []rules.Arg { return []rules.Arg{rules.MarketArg("market", q.Market.Code())} }

var topUps = rules.Must(rules.New(rules.Spec[TopUp, rules.Truth]{
	ID: "markets/topup", Question: "May a customer in this market top up credit of Azure in Open by card?",
	Facts: []rules.Fact{{Name: "market", Text: "In which market is the customer?"}},
	Rules: []rules.Rule[TopUp, rules.Truth]{
		{
			ID: "markets.topup.listed", Text: "Credit cannot be topped up by card in the listed markets.",
			Span: terms.SpanFrom(openBegins), Published: terms.SpanFrom(openBegins), Sources: sourcesOfTopUp, Args: argsOfTopUp,
			If: []rules.Condition[TopUp]{topUpExcludes}, Then: rules.No,
		},
		{
			ID: "markets.topup.notListed", Text: "Credit can be topped up by card in every market that is not listed.",
			Span: terms.SpanFrom(openBegins), Published: terms.SpanFrom(openBegins), Sources: sourcesOfTopUp, Args: argsOfTopUp,
			If: []rules.Condition[TopUp]{topUpExcludes.Not()}, Then: rules.Yes,
		},
		{
			ID: "markets.topup.before", Text: "Azure was not yet sold through Open.",
			Span: terms.SpanUntil(openBegins), Sources: sourcesOfOpenBegins, Then: rules.No,
		},
	},
}))
