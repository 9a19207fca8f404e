package credit

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// checked is the day on which rules and figures were last held against their sources.
var checked = terms.MustParseDay("2026-11-22")

// openBegins is the first day of the month from which Azure was sold through Open (OPEN-11).
var openBegins = terms.MustParseDay("2014-08-01")

// alertsPage is the general page on billing alerts.
var alertsPage = rules.Source{
	Document: "Set up billing alerts for your Azure subscription (2018-06-15)",
	Address:  "https://learn.microsoft.com/azure/billing/billing-set-up-alerts", Checked: checked,
}

// openPage is a section of the offer's page.
func openPage(fact, section string) rules.Source {
	return rules.Source{
		Fact: fact, Document: "Get started with Azure in Open Licensing (sv-se)", Section: section,
		Address: "https://azure.microsoft.com/sv-se/offers/ms-azr-0111p/", Checked: checked,
	}
}

// benefitsPage is the section of the page on partner benefits that is about Azure credit.
func benefitsPage(fact string) rules.Source {
	return rules.Source{
		Fact: fact, Document: "Explore the Azure and cloud products benefits area in Partner Center (2021-01-28, Swedish edition)",
		Section: "Usage-based subscriptions with two types of Microsoft Azure credit",
		Address: "https://learn.microsoft.com/sv-se/partner-center/mpn-benefits-azure-cloud", Checked: checked,
	}
}

// laterBenefitsPage is the same page, rewritten.
var laterBenefitsPage = rules.Source{
	Document: "Explore the Azure and cloud products benefits area in Partner Center (2023-09-19)",
	Address:  "https://learn.microsoft.com/partner-center/mpn-benefits-azure-cloud", Checked: checked,
}

// licensingSchool is a blog about licensing, in answer to questions about the offer.
var licensingSchool = rules.Source{
	Document: "Licensing School, Azure in Open FAQ (2015-10-29)",
	Address:  "https://www.licensingschool.co.uk/licensing-blog/2015/10/29/azure-in-open-faq/", Checked: checked,
}

// page is a page that is cited once.
func page(document, address string) rules.Source {
	return rules.Source{Document: document, Address: address, Checked: checked}
}

const (
	sectionHow       = "It's easy. Here's how it works"
	sectionAddCredit = "Add credits to your subscription"
	sectionQuestions = "Frequently asked questions"
	sectionAlerts    = "Frequently asked questions, billing alerts in Azure in Open"
)
