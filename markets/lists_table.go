package markets

import (
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// checked is the day on which the lists were last held against their sources.
var checked = terms.MustParseDay("2026-11-22")

// The days on which versions of the lists begin.
var (
	// openBegins is the first day of the month from which Azure was sold through Open (OPEN-11).
	openBegins = terms.MustParseDay("2014-08-01")
	// apiBegins is the day from which the API page has the list of 117, apiChanges that from which it has the list of 110.
	apiBegins  = terms.MustParseDay("2018-10-08")
	apiChanges = terms.MustParseDay("2019-03-20")
	// buyingBegins is the day from which the buying pages have the list of 117, buyingChanges that from which they have 109.
	buyingBegins  = terms.MustParseDay("2018-11-06")
	buyingChanges = terms.MustParseDay("2019-10-18")
	// azurePlanCounted is the date of the page that counts the countries of Azure plan.
	azurePlanCounted = terms.MustParseDay("2022-09-09")
)

// partnerCenter is the copy of Microsoft's English pages that the record reads them in.
const partnerCenter = "https://github.com/kvamseek/partner-center/blob/85eb3c40f4925934e4e7100d4a97d951aa679052/"

// What follows are the lists of markets in which Azure reservations are unavailable: of 2018, of the buying pages since (the
// list of SW-02), and of the API page since. The last two say how they differ from the first, as the record does.
var (
	reservations117 = ordered(reservations109, marketsOf("BR BY IN KR KZ RU TW UA"))
	reservations109 = ordered(marketsOf(
		"AX AS AD AI AQ AG AW AZ BJ BT BQ BV IO VG BF BI KH CF TD CN CX CC KM CG CD CK DJ DM GQ ER FK GF PF TF GA GM GI "+
			"GL GD GP GU GG GN GW GY HT HM IM XJ JE KI XK LA LS LR MG MW MV ML MH MQ MR YT FM MS MZ MM NR NC NE NU NF MP PW "+
			"PG PN RE XS BL LC MF PM VC WS SM ST SC SL XE SX SB SO GS SS SH SR SJ SZ TL TG TK TO TC TV UM VU VA WF YE"), nil)
	reservations110 = without(reservations117, marketsOf("AZ BY IN KR KZ TW UA"))
)

// reservationsBuying is the list of SW-02.
var reservationsBuying = List{series[Market]{
	id:   "markets.reservations.buying",
	text: "In these markets Azure reservations are not available, by the pages on which partners read how to buy them.",
	before: "The oldest copy of these pages that the record has is of 2018-11-06; the API page had the same list on 2018-10-08, " +
		"and another kind of list before.",
	editions: []edition[Market]{
		{
			span: terms.SpanFrom(buyingChanges), standing: Latest, count: 109, entries: reservations109,
			sources: sourcesOfBuying,
			note:    "A hidden note on the English page says that the list is as of 2019-11-30. The API page has another list.",
		},
		{
			span: terms.MustSpan(buyingBegins, buyingChanges), standing: Superseded, count: 117, entries: reservations117,
			sources: []rules.Source{{
				Document: "Azure reservations in CSP (localised copies, MicrosoftDocs/partner-center-pr)", Section: "Unavailable markets",
				Address: "https://github.com/MicrosoftDocs/partner-center-pr.de-de", Checked: checked,
			}},
		},
	},
}}

var sourcesOfBuying = []rules.Source{
	{
		Fact: "SW-02", Document: "Sell software subscriptions through CSP (sv-se)",
		Section: "Markets in which Azure reservations are not available", Checked: checked,
	},
	{
		Document: "Sell software subscriptions through CSP, 2023-06-30", Section: "Markets in which Azure Reservations aren't available",
		Address: partnerCenter + "csp-software-subscriptions.md", Checked: checked,
	},
}

// reservationsAPI is the list that the page of the API has beside that of SW-02.
var reservationsAPI = List{series[Market]{
	id:   "markets.reservations.api",
	text: "In these markets Azure reservations are not available, by the page on which partners read how to buy them by API.",
	before: "Until 2018-08-09 the page had a list of another kind, of 19 markets with Argentina, Mexico and South Africa among " +
		"them, and then the same without Hong Kong; the record does not have its entries.",
	editions: []edition[Market]{
		{
			span: terms.SpanFrom(apiChanges), standing: Latest, count: 110, entries: reservations110, sources: sourcesOfAPI,
			note: "The buying pages have another list. The page \"Make a one-time purchase\" of 2023-08-23 has this one, and says " +
				"that it is software subscriptions which are unavailable.",
		},
		{
			span: terms.MustSpan(apiBegins, apiChanges), standing: Superseded, count: 117, entries: reservations117,
			sources: []rules.Source{{
				Document: "Purchase Azure reservations (MicrosoftDocs/partner-center-sdk, 2018-10-08)", Section: "Unavailable markets",
				Address: "https://github.com/MicrosoftDocs/partner-center-sdk", Checked: checked,
			}},
		},
	},
}}

var sourcesOfAPI = []rules.Source{{
	Document: "Purchase Azure reservations, 2022-06-28", Section: "Unavailable markets",
	Address: partnerCenter + "developer/purchase-azure-reservations.md", Checked: checked,
}}

// topUpExcluded is the list of OPEN-05.
var topUpExcluded = List{series[Market]{
	id:     "markets.topup.excluded",
	text:   "In these markets a customer cannot top up credit of Azure in Open by card.",
	before: "Azure was not yet sold through Open (OPEN-11).",
	editions: []edition[Market]{{
		span: terms.SpanFrom(openBegins), standing: Latest,
		count: 10, entries: marketsOf("AZ BR BY CA JP KR KZ RU TW UA"), sources: sourcesOfTopUp,
		note: "The page has no date, and no other version of the list was found. It stands from the month from which Azure was " +
			"sold through Open (OPEN-11).",
	}},
}}

var sourcesOfTopUp = []rules.Source{{
	Fact: "OPEN-05", Document: "Get started with Azure in Open Licensing (sv-se)", Section: "Add credits to your subscription",
	Checked: checked,
}}

var sourcesOfOpenBegins = []rules.Source{{
	Fact: "OPEN-11", Document: "Get started with Azure in Open Licensing (sv-se)", Section: "Frequently asked questions", Checked: checked,
}}

// azurePlan is the list that PLAN-08 and CSP-31 link.
var azurePlan = List{series[Market]{
	id:     "markets.azureplan",
	text:   "In these markets Azure plan, which is Azure in CSP, is available.",
	before: "The record has no count of an earlier day.",
	editions: []edition[Market]{{
		span: terms.SpanFrom(azurePlanCounted), standing: Counted, count: 137, sources: sourcesOfAzurePlan,
		note: "The list itself (https://query.prod.cms.rt.microsoft.com/cms/api/am/binary/RE3QN0x) is not in the record, only " +
			"that it has 137 countries; the page that compares Azure offers says 139 (PLAN-08).",
	}},
}}

var sourcesOfAzurePlan = []rules.Source{
	{
		Fact: "CSP-31", Document: "Azure in CSP (nb-no)", Section: "Availability of the offer", Checked: checked,
	},
	{
		Fact: "PLAN-08", Document: "Purchase the Azure plan, 2022-09-09", Section: "Country/region availability",
		Address: partnerCenter + "purchase-azure-plan.md", Checked: checked,
	},
}

// withoutFacts gives sources for a rule that says what they do not have: it is no reading of their facts.
func withoutFacts(sources []rules.Source) []rules.Source {
	all := slices.Clone(sources)
	for i := range all {
		all[i].Fact = ""
	}
	return all
}
