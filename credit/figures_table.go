package credit

import (
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// The record names no day on which one of these figures began to hold or changed: each is the same for all days.

var publishedTerm = datedOf(rules.Must(rules.NewTimeline("credit.term",
	"The months for which the credit of a token pays from its activation; by default those of a top-up by card, too.",
	rules.Entry[licensing.Months]{
		Value: 12, Span: terms.Always(), Sources: []rules.Source{
			openPage("OPEN-02", sectionHow), openPage("OPEN-04", sectionAddCredit), openPage("OPEN-15", sectionQuestions),
			page("Online service activation for Open programs (2025-07-22)",
				"https://learn.microsoft.com/microsoft-365/commerce/licenses/online-service-activation-open-programs"),
		},
	})))

var publishedLowCredit = datedOf(rules.Must(rules.NewTimeline("credit.low",
	"The share of its original balance, in percent, at which credit is low.",
	rules.Entry[Percent]{
		Value: 30, Span: terms.Always(), Sources: []rules.Source{openPage("OPEN-19", sectionQuestions), openPage("OPEN-21", sectionAlerts)},
	})))

var publishedNotice = datedOf(rules.Must(rules.NewTimeline("credit.notice",
	"The days before a token's expiry at which an alert warns of it.",
	rules.Entry[licensing.Days]{Value: 30, Span: terms.Always(), Sources: []rules.Source{openPage("OPEN-22", sectionAlerts)}})))

var publishedRetention = datedOf(rules.Must(rules.NewTimeline("credit.retention",
	"The days for which data is kept when the balance is zero.",
	rules.Entry[licensing.Days]{
		Value: 90, Span: terms.Always(), Sources: []rules.Source{openPage("OPEN-24", sectionQuestions), licensingSchool},
	})))

var publishedAlertLimit = datedOf(rules.Must(rules.NewTimeline("credit.alerts",
	"How many alerts can be configured in a subscription.",
	rules.Entry[Count]{Value: 5, Span: terms.Always(), Sources: []rules.Source{openPage("OPEN-20", sectionQuestions), alertsPage}})))

var publishedRecipientLimit = datedOf(rules.Must(rules.NewTimeline("credit.alerts.recipients",
	"To how many e-mail addresses an alert can go.",
	rules.Entry[Count]{Value: 2, Span: terms.Always(), Sources: []rules.Source{openPage("OPEN-20", sectionQuestions), alertsPage}})))

// publishedUnit has one worth that deserves a default. Microsoft's own table of currencies could not be recovered, and what
// resellers give for other currencies is list rates of a year.
var publishedUnit = datedOf(rules.Must(rules.NewTimeline("credit.unit",
	"What a purchased unit is worth as credit, excluding tax, in each currency of which that is known.",
	rules.Entry[Amounts]{
		Value: amountsOf("100 USD"), Span: terms.Always(), Sources: []rules.Source{openPage("OPEN-03", sectionHow), licensingSchool},
		Doubts: []rules.Doubt[Amounts]{
			{
				Value: amountsOf("6609.63 INR"), Span: terms.Always(), Text: "A reseller in India sells the unit for 6,609.63 rupees of credit.",
				Sources: []rules.Source{page("Vishal Computer Solutions, Azure in Open (SKU 5S2-00003)",
					"http://www.vishalcomputersolutions.com/software-licensing/microsoft/azure-in-open")},
			},
			{
				Value: amountsOf("10200 JPY"), Span: terms.Always(), Text: "A blog from Japan has 10,200 yen a unit.",
				Sources: []rules.Source{page("Cloudou, Azure in Open (Japanese)", "https://www.cloudou.net/azure/azure002/")},
			},
			{
				Value: amountsOf("75 EUR"), Span: terms.Always(), Text: "A blog of August 2014 believes that it is 75 euros a unit.",
				Sources: []rules.Source{page("Aidan Finn (2014-08-01)", "https://aidanfinn.com/?p=16901")},
			},
		},
	})))

var publishedMonthlyCredit = datedOf(rules.Must(rules.NewTimeline("credit.benefit.monthly",
	"The amounts that the record names as examples of a partner's monthly credit.",
	rules.Entry[Amounts]{
		Value: amountsOf("100 USD"), Span: terms.Always(), Sources: []rules.Source{
			benefitsPage("MPN-03"), laterBenefitsPage,
			page("Get the Action Pack (2023-09-13)", "https://learn.microsoft.com/partner-center/mpn-get-action-pack"),
		},
	})))

// publishedBulkCredit has three amounts. The third is printed 1 3 000 in the Swedish page; its German, Spanish, French,
// Italian and Japanese versions have 13,000.
var publishedBulkCredit = datedOf(rules.Must(rules.NewTimeline("credit.benefit.bulk",
	"The amounts that the record names as examples of a partner's bulk credit, of a year.",
	rules.Entry[Amounts]{
		Value: amountsOf("6000 USD", "12000 USD", "13000 USD"), Span: terms.Always(), Sources: []rules.Source{benefitsPage("MPN-03")},
		Doubts: []rules.Doubt[Amounts]{{
			Value: amountsOf("6000 USD"), Span: terms.SpanFrom(terms.MustParseDay("2023-09-19")),
			Text: "The page of September 2023 names 6,000 US dollars alone.", Sources: []rules.Source{laterBenefitsPage},
		}},
	})))

// amountsOf gives amounts that are written into a table.
func amountsOf(texts ...string) Amounts {
	list := make([]terms.Money, len(texts))
	for i, text := range texts {
		list[i] = terms.MustParseMoney(text)
	}
	return Amounts{list}
}

// A month of monthly credit and a year of bulk credit are what they say, and no figure that changes (MPN-03).
const (
	benefitMonth = 1
	benefitYear  = 12
)

// The instants a ledger accepts lie from firstInstant up to, but not, endInstant.
var (
	firstInstant = time.Date(firstYear, time.January, 1, 0, 0, 0, 0, time.UTC)
	endInstant   = time.Date(lastYear+1, time.January, 1, 0, 0, 0, 0, time.UTC)
)
