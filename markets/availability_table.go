package markets

import (
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

var (
	planListed   = looksInto(ofPlan("the list of Azure plan is known to have the market", func(q PlanOffer) rules.Truth { return q.Listed }), azurePlan)
	planWhole    = looksInto(ofPlan("the record has all of the list of Azure plan", func(q PlanOffer) rules.Truth { return q.Whole }), azurePlan)
	planRegion   = looksInto(ofPlan("the market is in a region of the CSP programme", func(q PlanOffer) rules.Truth { return q.InRegion }), regions)
	planDoubtful = looksInto(ofPlan("a later list of regions, which may have stood already, says otherwise", func(q PlanOffer) rules.Truth {
		return q.Doubtful
	}), regions)
)

func ofPlan(name string, says func(PlanOffer) rules.Truth) rules.Condition[PlanOffer] {
	return rules.Condition[PlanOffer]{
		Name: name, Reads: []string{"market"},
		Holds: func(q PlanOffer) rules.Truth { return ifGiven(q.Market, says(q)) },
	}
}

func argsOfPlan(q PlanOffer) []rules.Arg {
	return []rules.Arg{rules.MarketArg("market", q.Market.Code())}
}

var sourcesOfPlanAndRegions = slices.Concat(sourcesOfAzurePlan, sourcesOfOffices)

var planOffers = rules.Must(rules.New(rules.Spec[PlanOffer, rules.Truth]{
	ID: "markets/azureplan", Question: "Is Azure plan available in this market?",
	Facts: []rules.Fact{{Name: "market", Text: "In which market is the customer?"}},
	Rules: []rules.Rule[PlanOffer, rules.Truth]{
		{
			ID: "markets.azureplan.listed", Text: "Azure plan is available in the listed countries.",
			Span: terms.SpanFrom(azurePlanCounted), Published: terms.SpanFrom(azurePlanCounted), Sources: sourcesOfAzurePlan, Args: argsOfPlan,
			If: []rules.Condition[PlanOffer]{planListed}, Then: rules.Yes,
		},
		{
			ID: "markets.azureplan.notListed", Text: "Azure plan is available in the listed countries only.",
			Span: terms.SpanFrom(azurePlanCounted), Published: terms.SpanFrom(azurePlanCounted), Sources: sourcesOfAzurePlan, Args: argsOfPlan,
			If: []rules.Condition[PlanOffer]{planListed.Not(), planWhole}, Then: rules.No,
		},
		{
			ID: "markets.azureplan.nowhere", Text: "Azure plan is sold by CSP partners, and none may sell in a market that is in no region.",
			Span: terms.SpanFrom(azurePlanCounted), Published: terms.SpanFrom(azurePlanCounted), Sources: sourcesOfPlanAndRegions, Args: argsOfPlan,
			If: []rules.Condition[PlanOffer]{planListed.Not(), planRegion.Not()}, Then: rules.No,
		},
		{
			ID: "markets.azureplan.doubt", Text: "The list of regions changed on some day between 2021-05-20 and 2023-08-17, and the later one says " +
				"otherwise of whether partners may sell in the market.",
			Span: terms.MustSpan(azurePlanCounted, regions2023Begin), Published: terms.SpanFrom(regions2023Begin), Sources: []rules.Source{sourceOfRegions},
			Args: argsOfPlan, If: []rules.Condition[PlanOffer]{planDoubtful},
		},
		{
			ID: "markets.azureplan.counted", Text: "The record has the number of the countries in which Azure plan is available, and not which they are.",
			Span: terms.SpanFrom(azurePlanCounted), Published: terms.SpanFrom(azurePlanCounted), Sources: sourcesOfAzurePlan, Args: argsOfPlan,
			If: []rules.Condition[PlanOffer]{planListed.Not(), planWhole.Not()},
		},
		{
			ID: "markets.azureplan.before", Text: "The record has neither list nor number of so early a day.",
			Span: terms.SpanUntil(azurePlanCounted), Sources: withoutFacts(sourcesOfAzurePlan),
		},
	},
}))

var (
	openPartners = rules.Condition[OpenOffer]{
		Name: "the country has partners for Open volume licensing", Reads: []string{"partners"},
		Holds: func(q OpenOffer) rules.Truth { return q.Partners },
	}
	openDirect = rules.Condition[OpenOffer]{
		Name: "Azure is sold directly in the country", Reads: []string{"azureDirect"},
		Holds: func(q OpenOffer) rules.Truth { return q.AzureDirect },
	}
	sourcesOfOpen = []rules.Source{{
		Fact: "OPEN-12", Document: "Get started with Azure in Open Licensing (sv-se)", Section: "Frequently asked questions", Checked: checked,
	}}
)

var openOffers = rules.Must(rules.New(rules.Spec[OpenOffer, rules.Truth]{
	ID: "markets/open", Question: "Is Azure in Open available in this country?",
	Facts: []rules.Fact{
		{Name: "partners", Text: "Does the country have partners for Open volume licensing?"},
		{Name: "azureDirect", Text: "Is Azure sold there directly, on the web?"},
	},
	Rules: []rules.Rule[OpenOffer, rules.Truth]{
		{
			ID: "markets.open.both", Text: "Azure in Open is available where there are Open partners and Azure is sold directly.",
			Span: terms.SpanFrom(openBegins), Published: terms.SpanFrom(openBegins), Sources: sourcesOfOpen,
			If: []rules.Condition[OpenOffer]{openPartners, openDirect}, Then: rules.Yes,
		},
		{
			ID: "markets.open.noPartners", Text: "Azure in Open is not available in a country without Open partners.",
			Span: terms.SpanFrom(openBegins), Published: terms.SpanFrom(openBegins), Sources: sourcesOfOpen,
			If: []rules.Condition[OpenOffer]{openPartners.Not()}, Then: rules.No,
		},
		{
			ID: "markets.open.notDirect", Text: "Azure in Open is not available in a country in which Azure is not sold directly.",
			Span: terms.SpanFrom(openBegins), Published: terms.SpanFrom(openBegins), Sources: sourcesOfOpen,
			If: []rules.Condition[OpenOffer]{openDirect.Not()}, Then: rules.No,
		},
		{
			ID: "markets.open.before", Text: "Azure was not yet sold through Open.",
			Span: terms.SpanUntil(openBegins), Sources: sourcesOfOpenBegins, Then: rules.No,
		},
	},
}))
