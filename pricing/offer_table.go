package pricing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

const costManagement = "https://learn.microsoft.com/azure/cost-management-billing/costs/understand-cost-mgt-data"

// offerNumbers is the page that lists offers with their numbers and quota ids.
var offerNumbers = []rules.Source{{
	Document: "Understand Cost Management data (2023-10-04)", Section: "Supported Microsoft Azure offers", Address: costManagement, Checked: checked,
}}

var (
	productCatalogue = published("", "Get a list of products by customer (2022-06-28)", "Response example", "developer/get-a-list-of-products-by-customer")
	sandboxPage      = published("", "Test and debug: the integration sandbox", "Test in production", "developer/test-and-debug")
	planForTesting   = rules.Source{
		Document: "Programmatically create Azure subscriptions: CSP", Section: "skuId",
		Address: "https://learn.microsoft.com/rest/api/subscription", Checked: checked,
	}
	launched = rules.Source{Document: "ARN: Azure plan and the new commerce experience (2021-01-25)", Address: "https://www.arnnet.com.au", Checked: checked}
)

var offerCatalogue = rules.Must(newCatalogue(offerTable, standingTable))

var offerTable = []Offer{
	{
		ID: "MS-AZR-0017G", Name: "Azure plan", Kind: AzurePlanOffer, Programme: ProgrammeCSP, Cloud: GlobalCloud,
		ProductID: "DZH318Z0BPS6", SKUID: "0001", QuotaIDs: []string{"CSP_2015-05-01", "CSP_MG_2017-12-01"},
		Agreement: "Microsoft Customer Agreement", Prices: "pay-as-you-go rates, as published, by one global price policy",
		Sources: []rules.Source{azurePlanIntro("PLAN-01"), azurePlanIntro("PLAN-03"), productCatalogue},
	},
	{
		ID: "MS-AZR-0148G", Name: "Azure plan for Dev/Test", Kind: AzurePlanOffer, Programme: ProgrammeCSP, Cloud: GlobalCloud,
		ProductID: "DZH318Z0BPS6", SKUID: "0002", QuotaIDs: []string{"CSPDEVTEST_2018-05-01"},
		Agreement: "Microsoft Customer Agreement", Sources: []rules.Source{planForTesting},
	},
	{
		ID: "MS-AZR-0145P", Name: "Microsoft Azure (previous offer in CSP)", Kind: PreviousAzureOffer, Programme: ProgrammeCSP, Cloud: GlobalCloud,
		ProductID: "9DEA7946-EC2C-441E-9FFD-E3B275F7E838", QuotaIDs: []string{"CSP_2015-05-01"},
		Sources: []rules.Source{azureInCSP("CSP-01", "Important dates for the previous Azure offer in CSP"), productCatalogue},
	},
	{
		ID: "MS-AZR-0159P", Name: "Azure Partner Shared Services", Kind: SharedServicesOffer, Programme: ProgrammeCSP, Cloud: GlobalCloud,
		Sources: []rules.Source{azureInCSP("CSP-12", "Phase 1"), sharedServices},
	},
	{
		ID: "MS-AZR-USGOV-0145P", Name: "Azure Government CSP", Kind: NationalCloudOffer, Programme: ProgrammeCSP, Cloud: USGovernmentCloud,
		QuotaIDs: []string{"CSP_2015-05-01"}, Sources: offerNumbers,
	},
	{
		ID: "MS-AZR-DE-0145P", Name: "Azure Germany in CSP", Kind: NationalCloudOffer, Programme: ProgrammeCSP, Cloud: GermanCloud,
		QuotaIDs: []string{"CSP_2015-05-01"}, Sources: offerNumbers,
	},
	sandboxOffer("MS-AZR-0146P", "Microsoft Azure, sandbox", GlobalCloud),
	sandboxOffer("MS-AZR-USGOV-0146P", "Azure Government, sandbox", USGovernmentCloud),
	sandboxOffer("MS-AZR-DE-0146P", "Azure Germany, sandbox", GermanCloud),

	outside("MS-AZR-0017P", "Microsoft Azure Enterprise", ProgrammeEnterprise, GlobalCloud, "EnterpriseAgreement_2014-09-01"),
	outside("MS-AZR-0148P", "Enterprise Dev/Test", ProgrammeEnterprise, GlobalCloud, "MSDNDevTest_2014-09-01"),
	outside("MS-AZR-USGOV-0017P", "Azure Government Enterprise", ProgrammeEnterprise, USGovernmentCloud, "EnterpriseAgreement_2014-09-01"),
	outside("MS-AZR-0003P", "Pay-As-You-Go", ProgrammePayAsYouGo, GlobalCloud, "PayAsYouGo_2014-09-01"),
	outside("MS-AZR-0023P", "Pay-As-You-Go Dev/Test", ProgrammePayAsYouGo, GlobalCloud, "MSDNDevTest_2014-09-01"),
	outside("MS-AZR-USGOV-0003P", "Azure Government Pay-As-You-Go", ProgrammePayAsYouGo, USGovernmentCloud, "PayAsYouGo_2014-09-01"),
	outside("MS-AZR-DE-0003P", "Azure Germany Pay-As-You-Go", ProgrammePayAsYouGo, GermanCloud, "PayAsYouGo_2014-09-01"),
	outside("MS-AZR-0111P", "Azure in Open", ProgrammeOpen, GlobalCloud, "AzureInOpen_2014-09-01"),
	outside("MS-AZR-0044P", "Free Trial", ProgrammeTrial, GlobalCloud, "FreeTrial_2014-09-01"),
	outside("MS-AZR-0036P", "Microsoft Azure Sponsorship", ProgrammeSponsorship, GlobalCloud, "Sponsored_2016-01-01"),
	outside("MS-AZR-0025P", "Microsoft Cloud Partner Program", ProgrammePartner, GlobalCloud, "MPN_2014-09-01"),
	outside("MS-AZR-0029P", "Visual Studio Enterprise (MPN)", ProgrammePartner, GlobalCloud, "MPN_2014-09-01"),
	outside("MS-AZR-0059P", "Visual Studio Professional", ProgrammeVisualStudio, GlobalCloud, "MSDN_2014-09-01"),
	outside("MS-AZR-0060P", "Visual Studio Test Professional", ProgrammeVisualStudio, GlobalCloud, "MSDNDevTest_2014-09-01"),
	outside("MS-AZR-0062P", "MSDN Platforms", ProgrammeVisualStudio, GlobalCloud, "MSDN_2014-09-01"),
	outside("MS-AZR-0063P", "Visual Studio Enterprise", ProgrammeVisualStudio, GlobalCloud, "MSDN_2014-09-01"),
	outside("MS-AZR-0144P", "Azure for Students Starter", ProgrammeStudents, GlobalCloud, "DreamSpark_2015-02-01"),
	outside("MS-AZR-0170P", "Azure for Students", ProgrammeStudents, GlobalCloud, "AzureForStudents_2018-01-01"),
	azurePass("MS-AZR-0120P"), azurePass("MS-AZR-0122P"), azurePass("MS-AZR-0123P"), azurePass("MS-AZR-0124P"),
	azurePass("MS-AZR-0125P"), azurePass("MS-AZR-0128P"), azurePass("MS-AZR-0129P"), azurePass("MS-AZR-0130P"),
	supportPlan("MS-AZR-0041P", "Standard support", GlobalCloud),
	supportPlan("MS-AZR-0042P", "Professional Direct support", GlobalCloud),
	supportPlan("MS-AZR-0043P", "Developer support", GlobalCloud),
	supportPlan("MS-AZR-DE-0043P", "Germany support plan", GermanCloud),
	supportPlan("MS-AZR-USGOV-0041P", "Azure Government Standard support", USGovernmentCloud),
	supportPlan("MS-AZR-USGOV-0042P", "Azure Government Pro-Direct support", USGovernmentCloud),
	supportPlan("MS-AZR-USGOV-0043P", "Azure Government Developer support", USGovernmentCloud),
}

func sandboxOffer(id, name string, c Cloud) Offer {
	return Offer{ID: id, Name: name, Kind: SandboxOffer, Programme: ProgrammeCSP, Cloud: c, Sources: []rules.Source{sandboxPage}}
}

func outside(id, name string, p Programme, c Cloud, quota string) Offer {
	return Offer{ID: id, Name: name, Kind: OutsideCSP, Programme: p, Cloud: c, QuotaIDs: []string{quota}, Sources: offerNumbers}
}

func azurePass(id string) Offer {
	return outside(id, "Azure Pass", ProgrammePass, GlobalCloud, "AzurePass_2014-09-01")
}

func supportPlan(id, name string, c Cloud) Offer {
	return outside(id, name, ProgrammeSupport, c, "Default_2014-09-01")
}

// standingTable has the standing of the offers of which the record says more than the name.
var standingTable = map[string][]rules.Entry[Standing]{
	"MS-AZR-0017G": {
		{
			Value: StandingOffered, Span: terms.SpanFrom(planBegins), Sources: []rules.Source{launched, azurePlanIntro("PLAN-01")},
			Doubts: []rules.Doubt[Standing]{{
				Value: StandingNotOffered, Span: spanOf(planBegins, terms.MustParseDay("2021-07-01")),
				Text: "A page of 2023 has the plan introduced in July 2021.", Sources: []rules.Source{switchPartner},
			}},
		},
		{Value: StandingNotOffered, Span: terms.SpanUntil(planBegins), Sources: []rules.Source{launched}},
	},
	"MS-AZR-0145P": {
		{
			Value: StandingNotOffered, Span: terms.Pending(),
			Sources: []rules.Source{azureInCSP("CSP-01", "Important dates for the previous Azure offer in CSP"), phases2021},
		},
		{
			Value: StandingContinuing, Span: terms.SpanFrom(terms.MustParseDay("2021-07-21")), Sources: []rules.Source{azureInCSP("CSP-02", "Phase 1"), phases2021},
			Doubts: []rules.Doubt[Standing]{{
				Value: StandingNotOffered, Span: terms.SpanFrom(terms.MustParseDay("2022-07-31")),
				Text:    "A page of 2023 still calls phase 3 planned for 31 July 2022. No source says that it began.",
				Sources: []rules.Source{switchPartner},
			}},
		},
		{Value: StandingOffered, Span: terms.SpanUntil(terms.MustParseDay("2021-07-21")), Sources: []rules.Source{azureInCSP("CSP-02", "Phase 1"), phases2021}},
	},
	"MS-AZR-0159P": {
		{Value: StandingNotOffered, Span: terms.Pending(), Sources: []rules.Source{switchPartner}},
		{Value: StandingOffered, Span: terms.Always(), Sources: []rules.Source{azureInCSP("CSP-12", "Phase 1"), sharedServices}},
	},
	"MS-AZR-0111P": {
		{Value: StandingOffered, Span: terms.SpanFrom(terms.MustParseDay("2014-08-01")), Sources: []rules.Source{openOffer}},
		{Value: StandingNotOffered, Span: terms.SpanUntil(terms.MustParseDay("2014-08-01")), Sources: []rules.Source{openOffer}},
	},
	"MS-AZR-0146P":       forTesting,
	"MS-AZR-USGOV-0146P": forTesting,
	"MS-AZR-DE-0146P":    forTesting,
}

var forTesting = []rules.Entry[Standing]{{Value: StandingTesting, Span: terms.Always(), Sources: []rules.Source{sandboxPage}}}

// openOffer is where it is written from when on Azure was bought through Open.
var openOffer = rules.Source{
	Fact: "OPEN-11", Document: "Get started with Azure in Open Licensing (sv-se)", Section: "Overview",
	Address: "https://azure.microsoft.com/sv-se/offers/ms-azr-0111p/", Checked: checked,
}
