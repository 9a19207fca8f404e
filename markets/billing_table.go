package markets

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/enum"
	"github.com/cloudterms/terms/rules"
)

var billingBasisNames = enum.Of[BillingBasis]("basis of billing", "billedAsListed", "billedAsTraditional")

var (
	billListed = ofEntry("the partner's location is in a region", func(e BillingEntry) bool { return e.Listed == rules.Yes })
	billHas    = ofEntry("the list has a currency for the partner's location", func(e BillingEntry) bool {
		return !e.Currency.IsZero()
	})
	billHasTraditional = ofEntry("the list has another currency for traditional offers there", func(e BillingEntry) bool {
		return !e.Traditional.IsZero()
	})
	billDoubtful = ofEntry("a later list, which may have stood already, has another currency", func(e BillingEntry) bool {
		return e.Doubtful == rules.Yes
	})
	offerTraditional = rules.Condition[Billing]{
		Name: "it is a traditional licence-based offer", Reads: []string{"traditional"},
		Holds: func(q Billing) rules.Truth { return q.Traditional },
	}
)

func ofEntry(name string, holds func(BillingEntry) bool) rules.Condition[Billing] {
	return looksInto(rules.Condition[Billing]{
		Name: name, Reads: []string{factPartner},
		Holds: func(q Billing) rules.Truth {
			return rules.Given(ifGiven(q.Partner, q.Entry.Listed) != 0, holds(q.Entry))
		},
	}, regions)
}

func argsOfBilling(q Billing) []rules.Arg {
	return []rules.Arg{rules.MarketArg("partner", q.Partner.Code())}
}

var sourcesOfBilling = []rules.Source{
	{Fact: "CSP-23", Document: "Azure in CSP (nb-no)", Section: "Availability of the offer", Checked: checked},
	sourceOfRegions,
}

var billings = rules.Must(rules.New(rules.Spec[Billing, BillingBasis]{
	ID: "markets/billing", Question: "In which currency does Microsoft bill a CSP partner?",
	Facts: []rules.Fact{
		{Name: factPartner, Text: "In which market is the partner's company located?"},
		{Name: "traditional", Text: "Is it about traditional licence-based offers, and not those of new commerce?"},
	},
	Rules: []rules.Rule[Billing, BillingBasis]{
		{
			ID: "markets.billing.listed", Text: "A partner is billed in the currency that the list has for its location.",
			Span: terms.SpanFrom(regions2021Begin), Published: terms.SpanFrom(regions2021Begin), Sources: sourcesOfBilling, Args: argsOfBilling,
			If: []rules.Condition[Billing]{billListed, billHas}, Then: BilledAsListed,
		},
		{
			ID: "markets.billing.traditional", Text: "Traditional licence-based offers are billed in the currency that the list has for them.",
			Span: terms.SpanFrom(regions2021Begin), Published: terms.SpanFrom(regions2021Begin), Sources: sourcesOfBilling, Args: argsOfBilling,
			If: []rules.Condition[Billing]{billListed, billHasTraditional, offerTraditional}, Then: BilledAsTraditional,
			Excepts: []rules.ID{"markets.billing.listed"},
		},
		{
			ID: "markets.billing.none", Text: "The list has no currency for the market.",
			Span: terms.SpanFrom(regions2021Begin), Published: terms.SpanFrom(regions2021Begin), Sources: sourcesOfBilling, Args: argsOfBilling,
			If: []rules.Condition[Billing]{billListed, billHas.Not()},
		},
		{
			ID: "markets.billing.nowhere", Text: "The CSP programme is not open to companies in a market that is in no region, so none is billed there.",
			Span: terms.SpanFrom(regions2021Begin), Published: terms.SpanFrom(regions2021Begin), Sources: sourcesOfBilling, Args: argsOfBilling,
			If: []rules.Condition[Billing]{billListed.Not()},
		},
		{
			ID: "markets.billing.doubt", Text: "The list changed on some day between 2021-05-20 and 2023-08-17, and the later one has another currency.",
			Span: inDoubt, Published: terms.SpanFrom(regions2023Begin), Sources: sourcesOfBilling, Args: argsOfBilling,
			If: []rules.Condition[Billing]{billDoubtful},
		},
		{
			ID: "markets.billing.before", Text: "The record has no list of regions of so early a day.",
			Span: terms.SpanUntil(regions2021Begin), Sources: withoutFacts(sourcesOfBilling),
		},
	},
}))
