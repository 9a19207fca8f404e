package pricing

import "github.com/cloudterms/terms/rules"

// azurePlanIntro gives a fact of the introduction to the Azure plan.
func azurePlanIntro(fact string) rules.Source {
	return published(fact, "Azure plan: pay-as-you-go rates (sv-se, 2020-07-10)", "Introduction", "azure-plan-lp")
}

// The pages on offers and phases that several rules cite.
var (
	phases2021       = published("", "June 2021 announcements (it-it, 2021-06-21)", "Phase 1: changes to Azure offer availability", "announcements/2021-june")
	switchPartner    = published("", "Transfer a customer's Azure subscriptions to a different partner (2023-05-30)", "The Azure plan and the previous Azure offer", "switch-azure-subscriptions-to-a-different-partner")
	unconverted      = published("", "Transfer a customer's Azure subscriptions to a different partner (2023-05-30)", "Transferring subscriptions without conversion", "switch-azure-subscriptions-to-a-different-partner")
	underPlan        = published("", "Transfer subscriptions under an Azure plan from one partner to another (2023-09-14)", "Prerequisites", "transfer-azure-subscriptions-under-azure-plan")
	purchasePlan     = published("", "Purchase the Azure plan (2022-09-09)", "Review and buy", "purchase-azure-plan")
	enrolment        = published("", "Purchase the Azure plan (2022-09-09)", "To invite the customer to sign the agreement directly", "purchase-azure-plan")
	plansPriced      = published("", "Azure plan price list (2023-06-05)", "", "azure-plan-price-list")
	createPlan       = published("", "Create an Azure plan (2022-12-09)", "Prerequisites", "developer/create-azure-plan")
	planTransition   = published("", "Transition customers to Azure plan from existing CSP Azure offers (2023-01-11)", "Transition existing CSP offers to an Azure plan", "azure-plan-transition")
	transitionEnds   = published("", "Transition customers to Azure plan from existing CSP Azure offers (2023-01-11)", "Audit log", "azure-plan-transition")
	transitionBill   = published("", "Transition customers to Azure plan from existing CSP Azure offers (2023-01-11)", "Effects on billing", "azure-plan-transition")
	directToIndirect = published("", "Transition from direct-bill partner to indirect reseller (2021-10-07)", "Considerations regarding subscription transfers", "transition-direct-to-indirect")
	sharedServices   = published("", "Azure Partner Shared Services (2023-01-11)", "", "shared-services")
	governmentPrices = published("", "Pricing and offers (2023-10-18)", "Government Community Cloud", "pricing-and-offers")
	incentivesFAQ    = published("", "Reconciliation FAQ (2023-06-26)", "Microsoft Commerce Incentives", "reconciliation-faq")
	noMargin         = rules.Source{Document: "TD SYNNEX: Last chance, soon the price will increase on Azure (2021-12-09)", Address: "https://cloud.tdsynnex.se/blog/last-chance-soon-the-price-will-increase-on-azure/", Checked: checked}
)
