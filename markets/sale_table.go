package markets

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// inDoubt are the days on which the list of regions may have been either version.
var inDoubt = terms.MustSpan(regions2021Seen.AddDays(1), regions2023Begin)

var (
	sourcesOfSale    = []rules.Source{sourceOfSale, sourceOfRegions}
	sourcesOfOffices = []rules.Source{sourceOfOffices, sourceOfRegions}
)

var (
	partnerListed = looksInto(rules.Condition[Sale]{
		Name: "the partner's location is in a region", Reads: []string{factPartner},
		Holds: func(q Sale) rules.Truth { return ifGiven(q.Partner, q.PartnerRegion.Listed) },
	}, regions)
	customerListed = looksInto(rules.Condition[Sale]{
		Name: "the customer's market is in a region", Reads: []string{factCustomer},
		Holds: func(q Sale) rules.Truth { return ifGiven(q.Customer, q.CustomerRegion.Listed) },
	}, regions)
	sameRegion    = ofBoth("both are in one region", func(a, b RegionFacts) bool { return a.Region == b.Region })
	oneIsAlone    = ofBoth("one of them is the only market of its region", func(a, b RegionFacts) bool { return a.Alone == rules.Yes || b.Alone == rules.Yes })
	oneIsDoubtful = ofBoth("a later list, which may have stood already, has one of them elsewhere", func(a, b RegionFacts) bool {
		return a.Doubtful == rules.Yes || b.Doubtful == rules.Yes
	})
)

// ofBoth makes a condition that compares the places of partner and customer.
func ofBoth(name string, holds func(partner, customer RegionFacts) bool) rules.Condition[Sale] {
	return looksInto(rules.Condition[Sale]{
		Name: name, Reads: []string{factPartner, factCustomer},
		Holds: func(q Sale) rules.Truth {
			given := ifGiven(q.Partner, q.PartnerRegion.Listed) != 0 && ifGiven(q.Customer, q.CustomerRegion.Listed) != 0
			return rules.Given(given, holds(q.PartnerRegion, q.CustomerRegion))
		},
	}, regions)
}

func argsOfSale(q Sale) []rules.Arg {
	return []rules.Arg{
		rules.MarketArg("partner", q.Partner.Code()), rules.TextArg("partnerRegion", q.PartnerRegion.Region.String()),
		rules.MarketArg("customer", q.Customer.Code()), rules.TextArg("customerRegion", q.CustomerRegion.Region.String()),
	}
}

var sales = rules.Must(rules.New(rules.Spec[Sale, rules.Truth]{
	ID: "markets/sale", Question: "May this partner sell to that customer?",
	Facts: []rules.Fact{
		{Name: factPartner, Text: "In which market is the partner's company located?"},
		{Name: factCustomer, Text: "Which country is set in the customer's tenant?"},
	},
	Rules: []rules.Rule[Sale, rules.Truth]{
		{
			ID: "markets.sale.region", Text: "A partner may sell in every market of its own region, without an office there.",
			Span: terms.SpanFrom(regions2021Begin), Published: terms.SpanFrom(regions2021Begin), Sources: sourcesOfSale, Args: argsOfSale,
			If: []rules.Condition[Sale]{partnerListed, customerListed, sameRegion}, Then: rules.Yes,
		},
		{
			ID: "markets.sale.otherRegion", Text: "A partner may not sell in another region than its own.",
			Span: terms.SpanFrom(regions2021Begin), Published: terms.SpanFrom(regions2021Begin), Sources: sourcesOfSale, Args: argsOfSale,
			If: []rules.Condition[Sale]{partnerListed, customerListed, sameRegion.Not()}, Then: rules.No,
		},
		{
			ID: "markets.sale.alone", Text: "A market that is a region of its own is sold to by its own partners only, and they sell in it only.",
			Span: terms.SpanFrom(regions2021Begin), Published: terms.SpanFrom(regions2021Begin), Sources: sourcesOfSale, Args: argsOfSale,
			If: []rules.Condition[Sale]{partnerListed, customerListed, sameRegion.Not(), oneIsAlone}, Then: rules.No,
			Excepts: []rules.ID{"markets.sale.otherRegion"},
		},
		{
			ID: "markets.sale.partnerNowhere", Text: "The CSP programme is not open to companies in a market that is in no region.",
			Span: terms.SpanFrom(regions2021Begin), Published: terms.SpanFrom(regions2021Begin), Sources: sourcesOfOffices, Args: argsOfSale,
			If: []rules.Condition[Sale]{partnerListed.Not()}, Then: rules.No,
			Excepts: []rules.ID{"markets.sale.region", "markets.sale.otherRegion", "markets.sale.alone"},
		},
		{
			ID: "markets.sale.customerNowhere", Text: "No partner may sell in a market that is in no region.",
			Span: terms.SpanFrom(regions2021Begin), Published: terms.SpanFrom(regions2021Begin), Sources: sourcesOfOffices, Args: argsOfSale,
			If: []rules.Condition[Sale]{customerListed.Not()}, Then: rules.No,
			Excepts: []rules.ID{"markets.sale.region", "markets.sale.otherRegion", "markets.sale.alone"},
		},
		{
			ID: "markets.sale.doubt", Text: "The list changed on some day between 2021-05-20 and 2023-08-17, and the later one has a market of this sale elsewhere.",
			Span: inDoubt, Published: terms.SpanFrom(regions2023Begin), Sources: []rules.Source{sourceOfRegions}, Args: argsOfSale,
			If: []rules.Condition[Sale]{oneIsDoubtful},
		},
		{
			ID: "markets.sale.before", Text: "The record has no list of regions of so early a day.",
			Span: terms.SpanUntil(regions2021Begin), Sources: []rules.Source{sourceOfRegions},
		},
	},
}))

var officeListed = looksInto(rules.Condition[Enrolment]{
	Name: "the office is in a market that is in a region", Reads: []string{"office"},
	Holds: func(q Enrolment) rules.Truth { return ifGiven(q.Office, q.Region.Listed) },
}, regions)

var officeDoubtful = looksInto(rules.Condition[Enrolment]{
	Name: "a later list, which may have stood already, has the market elsewhere", Reads: []string{"office"},
	Holds: func(q Enrolment) rules.Truth {
		return rules.Given(ifGiven(q.Office, q.Region.Listed) != 0, q.Region.Doubtful == rules.Yes)
	},
}, regions)

func argsOfEnrolment(q Enrolment) []rules.Arg {
	return []rules.Arg{rules.MarketArg("office", q.Office.Code()), rules.TextArg("region", q.Region.Region.String())}
}

var enrolments = rules.Must(rules.New(rules.Spec[Enrolment, rules.Truth]{
	ID: "markets/enrolment", Question: "Is the CSP programme open to a company with offices in this market?",
	Facts: []rules.Fact{{Name: "office", Text: "In which market does the company have offices?"}},
	Rules: []rules.Rule[Enrolment, rules.Truth]{
		{
			ID: "markets.enrolment.listed", Text: "The CSP programme is open to companies with offices in the listed countries.",
			Span: terms.SpanFrom(regions2021Begin), Published: terms.SpanFrom(regions2021Begin), Sources: sourcesOfOffices, Args: argsOfEnrolment,
			If: []rules.Condition[Enrolment]{officeListed}, Then: rules.Yes,
		},
		{
			ID: "markets.enrolment.notListed", Text: "The CSP programme is open in the listed countries only.",
			Span: terms.SpanFrom(regions2021Begin), Published: terms.SpanFrom(regions2021Begin), Sources: sourcesOfOffices, Args: argsOfEnrolment,
			If: []rules.Condition[Enrolment]{officeListed.Not()}, Then: rules.No,
		},
		{
			ID: "markets.enrolment.doubt", Text: "The list changed on some day between 2021-05-20 and 2023-08-17, and the later one has the market elsewhere.",
			Span: inDoubt, Published: terms.SpanFrom(regions2023Begin), Sources: []rules.Source{sourceOfRegions}, Args: argsOfEnrolment,
			If: []rules.Condition[Enrolment]{officeDoubtful},
		},
		{
			ID: "markets.enrolment.before", Text: "The record has no list of regions of so early a day.",
			Span: terms.SpanUntil(regions2021Begin), Sources: []rules.Source{sourceOfRegions},
		},
	},
}))
