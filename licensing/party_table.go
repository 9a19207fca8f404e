package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

func fromAzureInCSP(fact, section string) []rules.Source {
	return []rules.Source{{
		Fact: fact, Document: "Azure in CSP (nb-no)", Section: section,
		Address: "https://azure.microsoft.com/nb-no/offers/ms-azr-0145p/", Checked: checked,
	}}
}

const (
	cspHighlights = "Programme highlights"
	cspSupport    = "Partner provides support"
	cspModels     = "CSP models"
	cspTier2      = "Tier 2 resellers who buy through CSP distributors"
)

var (
	dutyForDirect   = dutyIsFor("it is done for a customer of a direct partner", ForDirectCustomer)
	dutyForIndirect = dutyIsFor("it is done for a customer of a reseller", ForIndirectCustomer)
	dutyForReseller = dutyIsFor("it is done for a reseller", ForReseller)
	dutyIsSelling   = dutyIs("it is setting prices or terms, or billing", DutyPrices, DutyTerms, DutyBilling)
	dutyIsOperating = dutyIs("it is provisioning or managing", DutyProvisioning, DutyManagement)
	dutyIsDealing   = dutyIs("it is setting prices, or billing", DutyPrices, DutyBilling)
	dutyIsSupport   = dutyIs("it is support", DutySupport)
	dutyIsCases     = dutyIs("it is raising a case with Microsoft", DutyCases)
	dutyIsTelling   = dutyIs("it is telling which services are available", DutyAvailability)
)

func dutyIsFor(name string, whom DutyFor) rules.Condition[DutyCase] {
	return rulebook.Holds(name, "for", func(c DutyCase) rules.Truth { return rules.Is(c.For, whom) })
}

func dutyIs(name string, duties ...Duty) rules.Condition[DutyCase] {
	return rulebook.Holds(name, "duty", func(c DutyCase) rules.Truth { return rules.Is(c.Duty, duties...) })
}

// duty says who does what for whom.
var duty = rules.Must(rules.New(rules.Spec[DutyCase, Party]{
	ID: "licensing/duty", Question: "Who does this for them?",
	Facts: []rules.Fact{
		{Name: "duty", Text: "What is to be done?"},
		{Name: "for", Text: "Is it done for a customer of a direct partner, for a customer of a reseller, or for a reseller?"},
	},
	Rules: []rules.Rule[DutyCase, Party]{
		{
			ID: "licensing.duty.direct.sale", Text: "A direct partner sets its customers' prices and terms and bills them.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-34", cspHighlights),
			If: []rules.Condition[DutyCase]{dutyForDirect, dutyIsSelling}, Then: DirectPartner,
		},
		{
			ID: "licensing.duty.direct.operation", Text: "A direct partner provisions its customers and their subscriptions, and manages them.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-34", cspHighlights),
			If: []rules.Condition[DutyCase]{dutyForDirect, dutyIsOperating}, Then: DirectPartner,
		},
		{
			ID: "licensing.duty.direct.support", Text: "A direct partner is the first line of its customers' support, technical and of billing.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: append(fromAzureInCSP("CSP-24", cspSupport), fromAzureInCSP("CSP-34", cspHighlights)...),
			If: []rules.Condition[DutyCase]{dutyForDirect, dutyIsSupport}, Then: DirectPartner,
		},
		{
			ID: "licensing.duty.direct.cases", Text: "Only the CSP partner raises a case with Microsoft, in Partner Center; its customers cannot.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-24", cspSupport),
			If: []rules.Condition[DutyCase]{dutyForDirect, dutyIsCases}, Then: DirectPartner,
		},
		{
			ID: "licensing.duty.direct.availability", Text: "The release notes tell which services are available; a partner may share them with its customers.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-37", "Tier 1 CSP partners"),
			If: []rules.Condition[DutyCase]{dutyForDirect, dutyIsTelling}, Then: DirectPartner,
		},
		{
			ID: "licensing.duty.indirect.sale", Text: "A reseller sets its customers' prices and terms and bills them, with its distributor's billing services.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: append(fromAzureInCSP("CSP-34", cspHighlights), fromAzureInCSP("CSP-21", cspModels)...),
			If: []rules.Condition[DutyCase]{dutyForIndirect, dutyIsSelling}, Then: Reseller,
		},
		{
			ID: "licensing.duty.indirect.operation", Text: "The distributor provisions the customers of its resellers, and manages their subscriptions until it gives the reseller a role.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: append(fromAzureInCSP("CSP-34", cspHighlights), fromAzureInCSP("CSP-25", cspTier2)...),
			If: []rules.Condition[DutyCase]{dutyForIndirect, dutyIsOperating}, Then: Distributor,
		},
		{
			ID: "licensing.duty.indirect.support", Text: "A reseller is the first line of its customers' support, with its distributor's support services.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: append(fromAzureInCSP("CSP-34", cspHighlights), fromAzureInCSP("CSP-21", cspModels)...),
			If: []rules.Condition[DutyCase]{dutyForIndirect, dutyIsSupport}, Then: Reseller,
		},
		{
			ID: "licensing.duty.indirect.cases", Text: "Only the distributor raises a case with Microsoft for the customers of its resellers; resellers and customers cannot.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-24", cspSupport),
			If: []rules.Condition[DutyCase]{dutyForIndirect, dutyIsCases}, Then: Distributor,
		},
		{
			ID: "licensing.duty.indirect.availability", Text: "A reseller tells its customers which services are available, as its distributor has told it.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-37", cspTier2),
			If: []rules.Condition[DutyCase]{dutyForIndirect, dutyIsTelling}, Then: Reseller,
		},
		{
			ID: "licensing.duty.reseller.sale", Text: "A distributor bills its resellers and sets their prices.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: append(fromAzureInCSP("CSP-21", cspModels), fromAzureInCSP("CSP-22", cspTier2)...),
			If: []rules.Condition[DutyCase]{dutyForReseller, dutyIsDealing}, Then: Distributor,
		},
		{
			ID: "licensing.duty.reseller.support", Text: "A distributor gives its resellers technical and billing support.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: append(fromAzureInCSP("CSP-24", cspSupport), fromAzureInCSP("CSP-21", cspModels)...),
			If: []rules.Condition[DutyCase]{dutyForReseller, dutyIsSupport}, Then: Distributor,
		},
		{
			ID: "licensing.duty.reseller.cases", Text: "Only the distributor raises a case with Microsoft; its resellers cannot.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-24", cspSupport),
			If: []rules.Condition[DutyCase]{dutyForReseller, dutyIsCases}, Then: Distributor,
		},
		{
			ID: "licensing.duty.reseller.availability", Text: "Release notes give the availability of services; resellers ask their distributor for it.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-37", cspTier2),
			If: []rules.Condition[DutyCase]{dutyForReseller, dutyIsTelling}, Then: Distributor,
		},
	},
}))

var (
	partnerIsDirect      = partnerIs("it is to be a tier 1 partner", DirectPartner)
	partnerIsReseller    = partnerIs("it is to be a tier 2 reseller", Reseller)
	partnerIsDistributor = partnerIs("it is to be a tier 2 distributor", Distributor)
	partnerIsAtScale     = rulebook.Holds("it is able to bill and support at scale", "atScale", func(c PartnerCase) rules.Truth { return c.AtScale })
	partnerIsNominated   = rulebook.Holds("it has been nominated", "nominated", func(c PartnerCase) rules.Truth { return c.Nominated })
	partnerIsProven      = rulebook.Holds("it has a documented record at Microsoft and a reputation for competence", "proven",
		func(c PartnerCase) rules.Truth { return c.Proven })
)

func partnerIs(name string, party Party) rules.Condition[PartnerCase] {
	return rulebook.Holds(name, "as", func(c PartnerCase) rules.Truth { return rules.Is(c.As, party) })
}

// partner says who can take which part in the programme. What no rule permits is refused.
var partner = rules.Must(rules.New(rules.Spec[PartnerCase, rules.Truth]{
	ID: "licensing/partner", Question: "Can the company take this part in the programme?",
	Facts: []rules.Fact{
		{Name: "as", Text: "Is it to be a tier 1 partner, a tier 2 reseller or a tier 2 distributor?"},
		{Name: "atScale", Text: "Is it able to bill and to support its customers at a larger scale?"},
		{Name: "nominated", Text: "Has it been nominated?"},
		{Name: "proven", Text: "Does it have a documented record at Microsoft and a reputation for competence?"},
	},
	Default: rules.No, DefaultText: "The company does not have what this part takes; everybody else can resell as tier 2. Before September 2015 nothing is on record.",
	DefaultSources: append(append(fromAzureInCSP("CSP-21", cspModels), fromAzureInCSP("CSP-32", cspModels)...), fromAzureInCSPGuide),
	Rules: []rules.Rule[PartnerCase, rules.Truth]{
		{
			ID: "licensing.partner.direct", Text: "Tier 1 is for managed-service and solution businesses that are able to bill and support their customers at scale.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-21", cspModels),
			If: []rules.Condition[PartnerCase]{partnerIsDirect, partnerIsAtScale}, Then: rules.Yes,
		},
		{
			ID: "licensing.partner.reseller", Text: "Tier 2 is for resellers, who use the billing, support and value-added services of a distributor.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-21", cspModels),
			If: []rules.Condition[PartnerCase]{partnerIsReseller}, Then: rules.Yes,
		},
		{
			ID:   "licensing.partner.distributor",
			Text: "A tier 2 distributor recruits and enables resellers at scale, by nomination only, with a documented record at Microsoft and a reputation for competence.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-32", cspModels),
			If: []rules.Condition[PartnerCase]{partnerIsDistributor, partnerIsNominated, partnerIsProven}, Then: rules.Yes,
		},
	},
}))

var (
	customerHasPartner = rulebook.Holds("the customer has another CSP partner", "otherPartner", func(c CustomerCase) rules.Truth { return c.OtherPartner })
	customerHasTenant  = rulebook.Holds("the customer has a tenant", "tenant", func(c CustomerCase) rules.Truth { return c.Tenant })
)

// customer says whether a partner may provision for a customer.
var customer = rules.Must(rules.New(rules.Spec[CustomerCase, rules.Truth]{
	ID: "licensing/customer", Question: "May the partner provision subscriptions for the customer?",
	Facts: []rules.Fact{
		{Name: "otherPartner", Text: "Does the customer have another CSP partner already?"},
		{Name: "tenant", Text: "Does the customer have a tenant already?"},
	},
	Rules: []rules.Rule[CustomerCase, rules.Truth]{
		{
			ID: "licensing.customer.severalPartners", Text: "A customer may use several CSP partners.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-33", "Partner Center and APIs"),
			If: []rules.Condition[CustomerCase]{customerHasPartner}, Then: rules.Yes,
		},
		{
			ID: "licensing.customer.tenant", Text: "A partner may provision subscriptions for a customer that already has a tenant.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-33", "Partner Center and APIs"),
			If: []rules.Condition[CustomerCase]{customerHasTenant}, Then: rules.Yes,
		},
		{
			ID: "licensing.customer.new", Text: "A partner provisions new customers and their subscriptions.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-34", cspHighlights),
			If: []rules.Condition[CustomerCase]{customerHasPartner.Not(), customerHasTenant.Not()}, Then: rules.Yes,
		},
	},
}))
