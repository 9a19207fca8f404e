package cancellation

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A document is something sources cite.
type document struct{ title, address string }

// The documents, and the day on which what is said here was last held against them.
var (
	checked = terms.MustParseDay("2026-11-22")

	softwarePage = document{
		"Sell software subscriptions through CSP, in Swedish",
		"https://learn.microsoft.com/sv-se/partner-center/csp-software-subscriptions",
	}
	softwarePage2023 = document{
		"Sell software subscriptions through CSP, of 30 June 2023",
		"https://learn.microsoft.com/en-us/partner-center/csp-software-subscriptions",
	}
	softwarePage2021 = document{
		"Sell software subscriptions through CSP, in German and Italian, of July 2021",
		"https://learn.microsoft.com/de-de/partner-center/csp-software-subscriptions",
	}
	softwarePage2018 = document{
		"Sell software subscriptions through CSP, in Spanish and Italian, of September 2018 to May 2021",
		"https://learn.microsoft.com/es-es/partner-center/csp-software-subscriptions",
	}
	azureInCSP = document{title: "Azure in CSP, in Norwegian"}
	policyPage = document{
		"New commerce experience cancellation policy",
		"https://learn.microsoft.com/en-us/partner-center/customers/new-commerce-cancellation-policy",
	}
	policyPage2023 = document{
		"New commerce experience cancellation policy, of 27 July 2023",
		"https://learn.microsoft.com/en-us/partner-center/new-commerce-cancellation-policy",
	}
	managePage = document{
		"Manage customer subscriptions, of 19 October 2023", "https://learn.microsoft.com/en-us/partner-center/create-a-new-subscription",
	}
	billingPage = document{
		"Common billing scenarios, one-time and recurring, of 8 November 2022",
		"https://learn.microsoft.com/en-us/partner-center/common-billing-scenarios-onetime-recurring",
	}
	trialNotice = document{
		"Partner Center announcements, February 2023", "https://learn.microsoft.com/en-us/partner-center/announcements/2023-february",
	}
	subscriptionsAPI = document{
		"Get a customer's subscriptions, of 13 June 2022",
		"https://learn.microsoft.com/en-us/partner-center/developer/get-all-of-a-customer-s-subscriptions",
	}
	subscriptionAPI = document{
		"Subscription resources, of 26 June 2023",
		"https://learn.microsoft.com/en-us/partner-center/developer/subscription-resources",
	}
	marketplacePage = document{
		"Refund policies for Microsoft AppSource and Azure Marketplace, of 20 November 2020 and 2 June 2021",
		"https://learn.microsoft.com/en-us/marketplace/refund-policies",
	}
	saasPlans = document{
		"Plan a SaaS offer for the commercial marketplace, of January 2023", "https://github.com/MicrosoftDocs/azure-docs/commit/a999471",
	}
	reservationsPage = document{
		"Self-service exchanges and refunds for Azure reservations, of 16 October 2023",
		"https://learn.microsoft.com/en-us/azure/cost-management-billing/reservations/exchange-and-refund-azure-reservations",
	}
	savingsPlanPage = document{
		"Azure savings plan cancellation policies, of 17 November 2023",
		"https://learn.microsoft.com/en-us/azure/cost-management-billing/savings-plan/cancel-savings-plan",
	}
	extendedTermPage = document{
		"Extended service terms", "https://learn.microsoft.com/en-us/partner-center/customers/extended-service-terms",
	}

	crn       = document{"CRN, 17 March 2022, quoting Microsoft", "https://www.crn.com/news/cloud/microsoft-expands-72-hour-window-for-nce-changes"}
	ingram    = document{"Ingram Micro, cancelling seat-based subscriptions", "https://kb.cloud.im/support/solutions/articles/66000498726"}
	interwork = document{"interworks.cloud, cancelling software subscriptions", "https://interworkscloud.atlassian.net/wiki/spaces/ICPD/pages/651985001"}
	workNCE   = document{"interworks.cloud, Canceling NCE Subscriptions", "https://interworkscloud.atlassian.net/wiki/spaces/ICPD/pages/705167361"}
	cloudBlue = document{"CloudBlue 20.6.1, Canceling the Purchases of Software Subscription", "https://docs.cloudblue.com/cbc/20.6.1/"}
	cloudEST  = document{"CloudBlue, Extended Service Terms", "https://docs.cloudblue.com/"}
	appXite   = document{"AppXite, NCE Cancellation policy", "https://support.appxite.com/hc/en-us/articles/4414011772562"}
)

// at gives the source of a sentence that stands in a section of the document.
func (d document) at(section string) rules.Source { return d.states("", section) }

// states gives the source of a fact of the register.
func (d document) states(fact, section string) rules.Source {
	return rules.Source{Fact: fact, Document: d.title, Section: section, Address: d.address, Checked: checked}
}

type cited = []rules.Source
