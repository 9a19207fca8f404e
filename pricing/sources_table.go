package pricing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// checked is the day on which the rules and figures were last held against their sources.
var checked = terms.MustParseDay("2026-11-22")

const partnerCenter = "https://learn.microsoft.com/partner-center/"

// published gives a page of the Partner Center documentation, by its title with the date it bears, and its place.
func published(fact, title, section, path string) rules.Source {
	return rules.Source{Fact: fact, Document: title, Section: section, Address: partnerCenter + path, Checked: checked}
}

// azureInCSP gives a place in the offer page.
func azureInCSP(fact, section string) rules.Source {
	return rules.Source{
		Fact: fact, Document: "Azure in CSP (nb-no)", Section: section,
		Address: "https://azure.microsoft.com/pricing/offers/ms-azr-0145p", Checked: checked,
	}
}

// The pages that several rules cite.
var (
	creditExplained    = published("", "How partner earned credit is calculated and paid (2023-04-13)", "Eligibility", "partner-earned-credit-explanation")
	creditExcludes     = published("", "How partner earned credit is calculated and paid (2023-04-13)", "PEC isn't applicable to", "partner-earned-credit-explanation")
	creditTrouble      = published("", "Partner earned credit troubleshooting guide (2022-01-25)", "Prerequisites", "partner-earned-credit-troubleshoot")
	severalPartners    = published("", "Partner earned credit troubleshooting guide (2022-01-25)", "Multipartner scenarios", "partner-earned-credit-troubleshoot")
	creditDaily        = published("", "How partner earned credit is calculated and paid (de-de, 2020-12-16)", "Calculation", "partner-earned-credit-explanation")
	creditRoles        = published("", "Roles and permissions required to receive partner earned credit (2022-11-08)", "", "azure-roles-perms-pec")
	linkTable          = published("", "Manage subscriptions and resources under the Azure plan (2022-11-22)", "Link your PartnerID", "azure-plan-manage")
	azurePlanPage      = published("PLAN-06", "Azure plan: pay-as-you-go rates (sv-se, 2020-07-10)", "Next steps", "azure-plan-lp")
	billingExamples    = published("", "Billing for one-time and recurring purchases in new commerce (2022-11-08)", "How are one-time and recurring charges calculated?", "common-billing-scenarios-onetime-recurring")
	billingCancel      = published("", "Billing for one-time and recurring purchases in new commerce (2022-11-08)", "How are the refunds calculated if I cancel a subscription", "common-billing-scenarios-onetime-recurring")
	billingOverview    = published("", "Billing overview for the CSP program (2023-01-11)", "Subscription cancelation", "billing-basics")
	reconciliation     = published("", "Recon file fields for CSP new commerce invoice (2022-01-18)", "Subtotal", "modern-invoice-reconciliation-file")
	subscriptionSample = published("", "Subscription resources (2023-06-26)", "refundOptions of a sample", "developer/subscription-resources")
	softwarePage       = published("SW-03", "Sell software subscriptions through CSP (sv-se)", "Buy software subscriptions on behalf of customers", "csp-software-subscriptions")
	softwarePage21     = published("", "Sell software subscriptions through CSP (de-de, 2021-07-13)", "Buy software subscriptions on behalf of customers", "csp-software-subscriptions")
	reservations       = published("", "Buy Microsoft Azure reservations for customers (2023-08-23)", "Before you begin", "azure-reservations-buying")
	priceLists         = published("", "Pricing and offers (2023-10-18)", "Taxes and pricing", "pricing-and-offers")
)
