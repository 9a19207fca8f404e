package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

var (
	activatesCredit   = rulebook.One("the benefit is usage-based", "kind", func(f BenefitActivationFacts) BenefitKind { return f.Kind }, UsageBased)
	activatesLicences = rulebook.One("the benefit is licence-based", "kind", func(f BenefitActivationFacts) BenefitKind { return f.Kind }, LicenceBased)
	activatesOnActive = rulebook.One("the subscription is active", "status",
		func(f BenefitActivationFacts) SubscriptionStatus { return f.Status }, StatusActive)
)

// benefitActivation says how a partner benefit is activated.
var benefitActivation = rules.Must(rules.New(rules.Spec[BenefitActivationFacts, ActivationWay]{
	ID: "licensing/benefit.activation", Question: "How is the benefit activated?",
	Facts: []rules.Fact{
		{Name: "kind", Text: "Is the benefit usage-based or licence-based?"},
		{Name: "status", Text: "Is the member's subscription to the product active, expired or disabled, or is there none?"},
	},
	Rules: []rules.Rule[BenefitActivationFacts, ActivationWay]{
		{
			ID: "licensing.benefit.activation.assign", Text: "A usage-based benefit is activated by assigning it to a user.",
			Span: terms.SpanFrom(benefitPagesFrom), Sources: fromBenefitsPage("MPN-04", usageBasedSection),
			If: []rules.Condition[BenefitActivationFacts]{activatesCredit}, Then: AssignToUser,
		},
		{
			ID: "licensing.benefit.activation.new", Text: "A key of 25 characters activates a subscription that is new, disabled or expired.",
			Span: terms.SpanFrom(benefitKeysFrom), Sources: fromBenefitsPage("MPN-08", licenceBasedSection),
			If: []rules.Condition[BenefitActivationFacts]{activatesLicences, activatesOnActive.Not()}, Then: RedeemAsNew,
		},
		{
			ID: "licensing.benefit.activation.existing", Text: "On an existing subscription a key extends the end date or adds licences.",
			Span: terms.SpanFrom(benefitKeysFrom), Sources: fromBenefitsPage("MPN-08", licenceBasedSection),
			If: []rules.Condition[BenefitActivationFacts]{activatesLicences, activatesOnActive}, Then: RedeemOnExisting,
		},
		{
			ID: "licensing.benefit.activation.window", Text: "Redeem in a private browser window, signed in to the right tenant.",
			Span: terms.SpanFrom(benefitKeysFrom), Sources: fromBenefitsPage("MPN-20", licenceBasedSection),
			If: []rules.Condition[BenefitActivationFacts]{activatesLicences},
		},
		{
			ID: "licensing.benefit.activation.check", Text: "Before redeeming, check the tenant, the product, the number of licences and the duration.",
			Span: terms.SpanFrom(benefitKeysFrom), Sources: fromBenefitsPage("MPN-25", "Activate a subscription for the first time"),
			If: []rules.Condition[BenefitActivationFacts]{activatesLicences},
		},
	},
}))
