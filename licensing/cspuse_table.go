package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// cspMarketplaceFrom is the day of the page by which partners sell applications that are opted in.
var cspMarketplaceFrom = terms.MustParseDay("2023-07-31")

const cspServices = "Availability of the service"

var (
	cspIsService    = cspItemIs("it is a service of Azure", ItemAzureService)
	cspIsThirdParty = cspItemIs("it is an application that a third party sells", ItemThirdParty)
	cspIsImage      = cspItemIs("it is an image that is free or that the customer has a licence for", ItemOwnLicence, ItemFreeImage)
	cspIsValueAdded = cspItemIs("it is an application that the partner adds as a service of its own", ItemValueAdded)
	cspIsARM        = rulebook.Holds("the service is available through Azure Resource Manager", "resourceManager",
		func(u CSPUse) rules.Truth { return u.ResourceManager })
	cspIsOptedIn = rulebook.Holds("the publisher has opted the application into the programme", "optedIn", func(u CSPUse) rules.Truth { return u.OptedIn })
)

func cspItemIs(name string, items ...CSPItem) rules.Condition[CSPUse] {
	return rulebook.Holds(name, "item", func(u CSPUse) rules.Truth { return rules.Is(u.Item, items...) })
}

// cspUse says what can be used with an Azure subscription in CSP.
var cspUse = rules.Must(rules.New(rules.Spec[CSPUse, rules.Truth]{
	ID: "licensing/cspuse", Question: "Can this be used with an Azure subscription in CSP?",
	Facts: []rules.Fact{
		{Name: "item", Text: "Is it a service of Azure, an application, or an image?"},
		{Name: "resourceManager", Text: "Is the service available through Azure Resource Manager?"},
		{Name: "optedIn", Text: "Has its publisher opted the application into the Cloud Solution Provider programme?"},
	},
	Rules: []rules.Rule[CSPUse, rules.Truth]{
		{
			ID: "licensing.cspuse.resourceManager", Text: "Services that are available through Azure Resource Manager are available through Azure in CSP.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-17", cspServices),
			If: []rules.Condition[CSPUse]{cspIsService, cspIsARM}, Then: rules.Yes,
		},
		{
			ID: "licensing.cspuse.notResourceManager", Text: "Azure in CSP runs on Azure Resource Manager: other services are not available through it.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-17", cspServices),
			If: []rules.Condition[CSPUse]{cspIsService, cspIsARM.Not()}, Then: rules.No,
		},
		{
			ID: "licensing.cspuse.thirdParty", Text: "Applications published by third parties cannot yet be bought on Azure subscriptions in CSP.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-18", cspServices),
			If: []rules.Condition[CSPUse]{cspIsThirdParty}, Then: rules.No,
		},
		{
			ID: "licensing.cspuse.optedIn", Text: "Applications that their publisher has opted into the programme can be bought by a partner for its customers.",
			Span: terms.SpanFrom(cspMarketplaceFrom), Sources: []rules.Source{{
				Document: "Overview of marketplace offers (2023-07-31)", Section: "Commercial marketplace",
				Address: "https://learn.microsoft.com/partner-center/csp-commercial-marketplace-overview", Checked: checked,
			}},
			If: []rules.Condition[CSPUse]{cspIsThirdParty, cspIsOptedIn}, Then: rules.Yes,
			Excepts: []rules.ID{"licensing.cspuse.thirdParty"},
		},
		{
			ID: "licensing.cspuse.image", Text: "Images of third parties that are free, or to which the customer brings its licence, can be used.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-18", cspServices),
			If: []rules.Condition[CSPUse]{cspIsImage}, Then: rules.Yes,
		},
		{
			ID: "licensing.cspuse.valueAdded", Text: "A partner may add applications of third parties as value-added services of its own.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-18", cspHighlights),
			If: []rules.Condition[CSPUse]{cspIsValueAdded}, Then: rules.Yes,
		},
	},
}))
