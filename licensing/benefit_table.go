package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

var (
	// productsReplacedFrom is the first day on which the page is known to have the note on replaced products. A copy of 19 May
	// 2021 does not have it.
	productsReplacedFrom = terms.MustParseDay("2021-06-15")
	// competenciesUntil is the day after the last on which a competency could be had.
	competenciesUntil = terms.MustParseDay("2022-10-01")
	// solutionsPartnerFrom is the first day of the designations that followed.
	solutionsPartnerFrom = terms.MustParseDay("2022-10-04")
)

const (
	licenceBasedSection = "License-based subscriptions"
	usageBasedSection   = "Usage-based subscriptions with two types of Microsoft Azure credit"
)

var (
	fromBenefitsOf2021 = rules.Source{
		Document: "Explore the Azure and cloud products benefits area in Partner Center (de-de, 2021-05-19 and 2021-06-15)", Section: licenceBasedSection,
		Address: "https://learn.microsoft.com/de-de/partner-center/mpn-benefits-azure-cloud", Checked: checked,
	}
	fromActionPackPage = rules.Source{
		Document: "Buy or renew a Microsoft Action Pack (2023-09-13)", Section: "Microsoft Action Pack Benefit details (MAPS)",
		Address: "https://learn.microsoft.com/partner-center/mpn-get-action-pack", Checked: checked,
	}
	fromMembershipPage = []rules.Source{{
		Document: "Silver or Gold Membership (2023-09-14)",
		Address:  "https://learn.microsoft.com/partner-center/silver-gold-membership-competency", Checked: checked,
	}}
)

var (
	memberIsActive      = rulebook.Holds("the offer is active", "active", func(f BenefitFacts) rules.Truth { return f.Active })
	memberIsProvisioned = rulebook.Holds("the offer has provisioned the benefit", "provisioned", func(f BenefitFacts) rules.Truth { return f.Provisioned })
	memberHeldIt        = rulebook.Holds("the competency was held on 30 September 2022", "held", func(f BenefitFacts) rules.Truth { return f.Held })
	memberIsCompetent   = memberHas("a silver or gold competency", OfferSilverCompetency, OfferGoldCompetency)
	memberIsSolutions   = memberHas("a Solutions Partner designation", OfferSolutionsPartner)
	productIsReplaced   = rules.Condition[BenefitFacts]{
		Name: "the product has a replacement", Reads: []string{"product"},
		Holds: func(f BenefitFacts) rules.Truth { return rules.Given(f.Product != 0, f.Product.ReplacedBy() != nil) },
	}
	productIsMicrosoft365 = rulebook.One("the product is Microsoft 365 E3 or E5", "product",
		func(f BenefitFacts) BenefitProduct { return f.Product }, Microsoft365E3, Microsoft365E5)
)

func memberHas(name string, wanted ...MembershipOffer) rules.Condition[BenefitFacts] {
	return rulebook.One("the offer is "+name, "offer", func(f BenefitFacts) MembershipOffer { return f.Offer }, wanted...)
}

// benefit says which benefits a member has.
var benefit = rules.Must(rules.New(rules.Spec[BenefitFacts, rules.Truth]{
	ID: "licensing/benefit", Question: "Does the member have the benefit by this offer?",
	Facts: []rules.Fact{
		{Name: "offer", Text: "By which offer of the partner programme?"},
		{Name: "active", Text: "Is the offer active?"},
		{Name: "provisioned", Text: "Does Partner Center show the benefit as one that the offer has provisioned?"},
		{Name: "held", Text: "Was the competency held on 30 September 2022?"},
		{Name: "product", Text: "What is the product of the benefit?"},
	},
	Combine: rules.Strongest(rules.Yes, rules.No),
	Rules: []rules.Rule[BenefitFacts, rules.Truth]{
		{
			ID: "licensing.benefit.offer", Text: "A member has the benefits that its active offers provision, such as the Action Pack and silver and gold competencies.",
			Span: terms.SpanFrom(benefitPagesFrom), Sources: fromBenefitsPage("MPN-02", usageBasedSection),
			If: []rules.Condition[BenefitFacts]{memberIsActive, memberIsProvisioned}, Then: rules.Yes,
		},
		{
			ID: "licensing.benefit.notActive", Text: "Which benefits a member has depends on its active offers.",
			Span: terms.SpanFrom(benefitPagesFrom), Sources: fromBenefitsPage("MPN-02", usageBasedSection),
			If: []rules.Condition[BenefitFacts]{memberIsActive.Not()}, Then: rules.No,
		},
		{
			ID: "licensing.benefit.notProvisioned", Text: "A member has the benefits that Partner Center shows, each with the offer that provisioned it.",
			Span: terms.SpanFrom(benefitPagesFrom), Sources: fromBenefitsPage("MPN-02", licenceBasedSection),
			If: []rules.Condition[BenefitFacts]{memberIsProvisioned.Not()}, Then: rules.No,
		},
		{
			ID:   "licensing.benefit.replaced",
			Text: "Office 365 E3 and E5, Enterprise Mobility + Security, Intune and Windows 10 Enterprise are not in the benefit packages of competencies any more; Microsoft 365 E3 or E5 replaces them.",
			Span: terms.SpanFrom(productsReplacedFrom), Sources: append(fromBenefitsPage("MPN-18", licenceBasedSection), fromBenefitsOf2021, fromActionPackPage),
			If: []rules.Condition[BenefitFacts]{memberIsCompetent, productIsReplaced}, Then: rules.No,
		},
		{
			ID: "licensing.benefit.notHeld", Text: "Silver and gold competencies were offered until 30 September 2022: only who held one then can renew it.",
			Span: terms.SpanFrom(competenciesUntil), Sources: fromMembershipPage,
			If: []rules.Condition[BenefitFacts]{memberIsCompetent, memberHeldIt.Not()}, Then: rules.No,
		},
		{
			ID: "licensing.benefit.solutionsPartner", Text: "Solutions Partner designations are there from 4 October 2022.",
			Span: terms.MustSpan(benefitPagesFrom, solutionsPartnerFrom), Sources: fromMembershipPage,
			If: []rules.Condition[BenefitFacts]{memberIsSolutions}, Then: rules.No,
		},
		{
			ID: "licensing.benefit.help", Text: "Help with deploying Microsoft 365 benefits: create a technical support ticket with the technical benefits.",
			Span: terms.SpanFrom(benefitPagesFrom), Sources: fromBenefitsPage("MPN-26", licenceBasedSection), If: []rules.Condition[BenefitFacts]{productIsMicrosoft365},
		},
	},
}))
