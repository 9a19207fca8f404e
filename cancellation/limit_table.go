package cancellation

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// The facts, by the names of their fields in JSON, so that who is asked for one knows where to give it.
var (
	productFact   = rules.Fact{Name: "product", Text: "What was purchased?"}
	openingFact   = rules.Fact{Name: "opening", Text: "What opened the window: the purchase, a renewal, a converted trial, added seats, an upgrade?"}
	linuxFact     = rules.Fact{Name: "linuxPlan", Text: "Is it a software plan of Red Hat or SUSE?"}
	finalFact     = rules.Fact{Name: "finalPlan", Text: "Is it Azure Red Hat OpenShift, a pre-purchase of Databricks or Synapse, or CloudSimple?"}
	adminFact     = rules.Fact{Name: "adminAgent", Text: "Has whoever wants to cancel the role of admin agent?"}
	linuxProducts = []Product{SoftwareSubscription, Reservation}
	marketplace   = []Product{MarketplaceMonthly, MarketplaceAnnual}
)

type (
	conditions = []rules.Condition[Purchase]
	limitRule  = rules.Rule[Purchase, Limit]
	owedRule   = rules.Rule[Purchase, Owed]

	reductionRule = rules.Rule[Purchase, rules.Truth]
)

var (
	isPerpetual       = productIs("perpetual software", PerpetualSoftware)
	isSoftware        = productIs("a software subscription", SoftwareSubscription)
	isLicenseBased    = productIs("licence-based seats", LicenseBased)
	isExtendedTerm    = productIs("an extended service term", ExtendedServiceTerm)
	isMarketplace     = productIs("a SaaS offer of the marketplace", marketplace...)
	isBusinessCentral = productIs("Business Central", BusinessCentral)
	isAzurePlan       = productIs("Azure as it is used", AzurePlan)
	isReservation     = productIs("a reservation", Reservation)
	isSavingsPlan     = productIs("a savings plan", SavingsPlan)

	isNewTerm        = openingIs("a purchase, a renewal or added seats", ByPurchase, ByRenewal, ByAddedSeats)
	isConverted      = openingIs("the conversion of a trial", ByConversion)
	isUpgrade        = openingIs("an upgrade", ByUpgrade, ByPartialUpgrade)
	isPartialUpgrade = openingIs("a partial upgrade", ByPartialUpgrade)
	isRenewal        = openingIs("a renewal", ByRenewal)

	isLinuxPlan = rules.Condition[Purchase]{
		Name: "it is a software plan of Red Hat or SUSE", Reads: []string{linuxFact.Name},
		Holds: func(p Purchase) rules.Truth { return p.LinuxPlan },
	}
	isFinalPlan = rules.Condition[Purchase]{
		Name: "it is another plan that is final", Reads: []string{finalFact.Name},
		Holds: func(p Purchase) rules.Truth { return p.FinalPlan },
	}
	isAdminAgent = rules.Condition[Asker]{
		Name: "whoever asks is an admin agent", Reads: []string{adminFact.Name},
		Holds: func(a Asker) rules.Truth { return a.AdminAgent },
	}
)

func productIs(name string, products ...Product) rules.Condition[Purchase] {
	return rules.Condition[Purchase]{
		Name: "product is " + name, Reads: []string{productFact.Name},
		Holds: func(p Purchase) rules.Truth { return rules.Is(p.Product, products...) },
	}
}

func openingIs(name string, openings ...Opening) rules.Condition[Purchase] {
	return rules.Condition[Purchase]{
		Name: "the window was opened by " + name, Reads: []string{openingFact.Name},
		Holds: func(p Purchase) rules.Truth { return rules.Is(p.Opening, openings...) },
	}
}

var publishedLimit = rules.Must(rules.New(rules.Spec[Purchase, Limit]{
	ID: "cancellation/limit", Question: "How long can a purchase be cancelled?",
	Facts: []rules.Fact{productFact, openingFact, linuxFact, finalFact},
	Rules: []limitRule{
		{
			ID: "cancellation.perpetual", Text: "Perpetual software can be cancelled for so many days from its purchase.",
			Span: terms.Always(), Sources: cited{softwarePage.states("SW-17", "30-day perpetual software cancellation window")},
			If: conditions{isPerpetual}, Then: WithinWindow,
		},
		{
			ID: "cancellation.software", Text: "A software subscription can be cancelled in the first days of any term.",
			Span: terms.Always(), Sources: cited{softwarePage.states("SW-12", "Seven-day subscription cancellation window")},
			If: conditions{isSoftware}, Then: WithinWindow,
		},
		{
			ID: "cancellation.software.linux", Text: "Software plans of Red Hat and SUSE can be neither cancelled nor exchanged.",
			Span: terms.Always(), Sources: cited{
				softwarePage.states("SW-14", "Considerations when cancelling a software subscription"),
				reservationsPage.at("Not eligible for refund or exchange"),
			},
			If: conditions{productIs("a software subscription or a reservation", linuxProducts...), isLinuxPlan}, Then: NotAtAll,
			Excepts: []rules.ID{"cancellation.software", "cancellation.reservation"},
		},
		{
			ID: "cancellation.seats", Text: "Licence-based seats can be cancelled in the first days after their purchase, their renewal or their addition.",
			Span: terms.Always(), Sources: cited{policyPage.at("License-based"), managePage.at("Cancel new commerce license-based subscriptions")},
			If: conditions{isLicenseBased, isNewTerm}, Then: WithinWindow,
		},
		{
			ID: "cancellation.seats.trial", Text: "A trial turned paid can be cancelled in the first days after its conversion.",
			Span: terms.Always(), Sources: cited{trialNotice.at("Trials of new commerce")},
			If: conditions{isLicenseBased, isConverted}, Then: WithinWindow,
		},
		{
			ID: "cancellation.seats.upgrade", Text: "No window applies to an upgrade in mid-term; it cannot be undone.",
			Span: terms.Always(), Sources: cited{managePage.at("Upgrade for new commerce license-based subscriptions")},
			If: conditions{isLicenseBased, isUpgrade}, Then: NotAtAll,
		},
		{
			ID:   "cancellation.seats.partialUpgrade",
			Text: "What a partial upgrade made has the window of its source, and no window of its own before it renews.",
			Span: terms.SpanFrom(afterCopy), Sources: cited{policyPage.at("License-based; not yet in the copy of 23 October 2023")},
			If: conditions{isLicenseBased, isPartialUpgrade}, Then: WithinSourceWindow,
			Excepts: []rules.ID{"cancellation.seats.upgrade"},
		},
		{
			ID: "cancellation.extendedTerm", Text: "An extended service term can be cancelled at any time.",
			Span: terms.SpanFrom(extendedTermsBegin), Sources: cited{extendedTermPage.at(""), cloudEST.at("")},
			If: conditions{isExtendedTerm}, Then: AtAnyTime,
		},
		{
			ID: "cancellation.marketplace", Text: "A SaaS subscription of the marketplace can be cancelled in the first hours or days after its purchase.",
			Span: terms.Always(), Sources: cited{policyPage.at("Marketplace offers"), policyPage2023.at("Marketplace offers")},
			If: conditions{isMarketplace}, Then: WithinWindow,
		},
		{
			ID:   "cancellation.marketplace.renewal",
			Text: "The window of a SaaS subscription of the marketplace runs from its purchase; a renewal opens none.",
			Span: terms.Always(), Sources: cited{policyPage.at(`Marketplace offers: SaaS "of purchase", Business Central "of purchase or renewal"`)},
			If: conditions{isMarketplace, isRenewal}, Then: NotAtAll, Excepts: []rules.ID{"cancellation.marketplace"},
		},
		{
			ID: "cancellation.businessCentral", Text: "Business Central can be cancelled in the first days after its purchase or renewal.",
			Span: terms.Always(), Sources: cited{policyPage.at("Marketplace offers: Business Central")},
			If: conditions{isBusinessCentral}, Then: WithinWindow,
		},
		{
			ID: "cancellation.azurePlan", Text: "Azure that is paid as it is used can be cancelled at any time; what is owed must be paid.",
			Span: terms.Always(), Sources: cited{azureInCSP.states("CSP-20", "Pay as you go as the billing model")},
			If: conditions{isAzurePlan}, Then: AtAnyTime,
		},
		{
			ID: "cancellation.reservation", Text: "A reservation can be cancelled at any time, up to a yearly amount.",
			Span: terms.Always(), Sources: cited{reservationsPage.at("Cancel, exchange, and refund policies")},
			If: conditions{isReservation}, Then: AtAnyTime,
		},
		{
			ID:   "cancellation.reservation.final",
			Text: "Azure Red Hat OpenShift, pre-purchases of Databricks and Synapse, and CloudSimple can be neither cancelled nor exchanged.",
			Span: terms.Always(), Sources: cited{reservationsPage.at("Not eligible for refund or exchange")},
			If: conditions{isReservation, isFinalPlan}, Then: NotAtAll, Excepts: []rules.ID{"cancellation.reservation"},
		},
		{
			ID: "cancellation.savingsPlan", Text: "The purchase of a savings plan is final; it can be neither cancelled nor exchanged.",
			Span: terms.Always(), Sources: cited{savingsPlanPage.at("")},
			If: conditions{isSavingsPlan}, Then: NotAtAll,
		},
	},
}))

var publishedAsker = rules.Must(rules.New(rules.Spec[Asker, rules.Truth]{
	ID: "cancellation/asker", Question: "May whoever asks cancel purchases?",
	Facts: []rules.Fact{adminFact},
	Rules: []rules.Rule[Asker, rules.Truth]{
		{
			ID: "cancellation.asker.adminAgent", Text: "An admin agent can cancel a purchase.",
			Span: terms.Always(), Sources: cited{softwarePage.states("SW-13", "Considerations when cancelling a software subscription")},
			If: []rules.Condition[Asker]{isAdminAgent}, Then: rules.Yes,
		},
		{
			ID: "cancellation.asker.other", Text: "Only an admin agent can cancel a purchase.",
			Span: terms.Always(), Sources: cited{softwarePage.states("SW-13", "Considerations when cancelling a software subscription")},
			If: []rules.Condition[Asker]{isAdminAgent.Not()}, Then: rules.No,
		},
	},
}))

var publishedOwed = rules.Must(rules.New(rules.Spec[Purchase, Owed]{
	ID: "cancellation/owed", Question: "What does the partner owe for a purchase that is not cancelled in its window?",
	Facts: []rules.Fact{productFact},
	Rules: []owedRule{
		{
			ID: "cancellation.owed.software", Text: "The partner is billed for the whole term on every billing plan, even if the customer stops paying or using.",
			Span: terms.Always(), Sources: cited{softwarePage.states("SW-24", "Seven-day subscription cancellation window")},
			If: conditions{isSoftware}, Then: OwedWholeTerm,
		},
		{
			ID: "cancellation.owed.seats", Text: "Once the window has closed the partner is billed for the whole term on every billing plan, paid or not, used or not.",
			Span: terms.Always(), Sources: cited{managePage.at("Cancel new commerce license-based subscriptions")},
			If:   conditions{productIs("a subscription of new commerce or the marketplace", LicenseBased, ExtendedServiceTerm, BusinessCentral, MarketplaceMonthly, MarketplaceAnnual)},
			Then: OwedWholeTerm,
		},
		{
			ID: "cancellation.owed.commitment", Text: "A reservation or savings plan is a commitment for its whole term.",
			Span: terms.Always(), Sources: cited{reservationsPage.at("Cancel, exchange, and refund policies"), savingsPlanPage.at("")},
			If: conditions{productIs("a reservation or a savings plan", Reservation, SavingsPlan)}, Then: OwedWholeTerm,
		},
		{
			ID: "cancellation.owed.perpetual", Text: "Perpetual software is paid once, and cannot be cancelled after its window.",
			Span: terms.Always(), Sources: cited{softwarePage.states("SW-17", "30-day perpetual software cancellation window")},
			If: conditions{isPerpetual}, Then: OwedWholePrice,
		},
		{
			ID: "cancellation.owed.azurePlan", Text: "Azure that is paid as it is used has no minimum purchase and no commitment; what has been used must be paid.",
			Span: terms.Always(), Sources: cited{azureInCSP.states("CSP-20", "Pay as you go as the billing model")},
			If: conditions{isAzurePlan}, Then: OwedUse,
		},
	},
}))

var publishedReduction = rules.Must(rules.New(rules.Spec[Purchase, rules.Truth]{
	ID: "cancellation/reduction", Question: "Can the quantity be reduced while the rest is kept?",
	Facts: []rules.Fact{productFact},
	Rules: []reductionRule{
		{
			ID: "cancellation.reduction.seats", Text: "Licence-based seats can be reduced, each batch in its own window.",
			Span: terms.Always(), Sources: cited{managePage.at("Increase or decrease licenses"), subscriptionAPI.at("refundableQuantity")},
			If: conditions{isLicenseBased}, Then: rules.Yes,
		},
		{
			ID:   "cancellation.reduction.software",
			Text: "The seats of a software subscription cannot be reduced; cancel it in its window and buy the right number.",
			Span: terms.Always(), Sources: cited{policyPage2023.at("Software subscriptions"), policyPage.at("Software subscriptions")},
			If: conditions{isSoftware}, Then: rules.No,
		},
		{
			ID: "cancellation.reduction.perpetual", Text: "Perpetual software is returned by whole orders only.",
			Span: terms.Always(), Sources: cited{softwarePage.states("SW-18", "Considerations when cancelling perpetual software"), workNCE.at("")},
			If: conditions{isPerpetual}, Then: rules.No,
		},
	},
}))
