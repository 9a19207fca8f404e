package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

var (
	fromOpenKeys = []rules.Source{
		{
			Fact: "OPEN-01", Document: "Get started with Azure in Open Licensing (sv-se)", Section: "Online Service Activation",
			Address: "https://azure.microsoft.com/sv-se/offers/ms-azr-0111p/", Checked: checked,
		},
		fromOpenProgrammeKeys,
	}
	fromOpenProgrammeKeys = rules.Source{
		Document: "Online service activation for Open programs (volume licensing) (2025-07-22)",
		Address:  "https://learn.microsoft.com/microsoft-365/commerce/licenses/online-service-activation-open-programs", Checked: checked,
	}
	fromKeysFAQ = rules.Source{
		Document: "Product keys FAQ (2021-07-22)", Section: "General; Volume activation",
		Address: "https://learn.microsoft.com/microsoft-365/commerce/licenses/product-keys-faq", Checked: checked,
	}
)

var (
	keyIsOSA      = keyUseIs("the key is an OSA key", "kind", func(u KeyUseFacts) rules.Truth { return rules.Is(u.Kind, OnlineServiceActivation) })
	keyIsBenefit  = keyUseIs("the key is of a partner benefit", "kind", func(u KeyUseFacts) rules.Truth { return rules.Is(u.Kind, PartnerBenefit) })
	keyIsSoftware = keyUseIs("the key is one that Partner Center shows for software", "kind",
		func(u KeyUseFacts) rules.Truth { return rules.Is(u.Kind, SoftwareSubscription) })
	keyIsMAK       = keyUseIs("the key is a multiple activation key", "kind", func(u KeyUseFacts) rules.Truth { return rules.Is(u.Kind, MultipleActivation) })
	keyIsKMS       = keyUseIs("the key is of a key management service", "kind", func(u KeyUseFacts) rules.Truth { return rules.Is(u.Kind, KeyManagementService) })
	keyIsSingleUse = keyUseIs("a key of the kind is redeemed once", "kind",
		func(u KeyUseFacts) rules.Truth { return rules.Given(u.Kind.IsValid(), u.Kind.IsSingleUse()) })
	keyForSubscription = keyUseIs("it is to start or to change a subscription", "purpose",
		func(u KeyUseFacts) rules.Truth { return rules.Is(u.Purpose, ToStartSubscription, ToChangeSubscription) })
	keyForCredit   = keyUseIs("it is to add credit", "purpose", func(u KeyUseFacts) rules.Truth { return rules.Is(u.Purpose, ToAddCredit) })
	keyForSoftware = keyUseIs("it is to activate software", "purpose",
		func(u KeyUseFacts) rules.Truth { return rules.Is(u.Purpose, ToActivateSoftware) })
	keyForCSP      = keyUseIs("it is for a purchase through CSP", "csp", func(u KeyUseFacts) rules.Truth { return u.CSP })
	keyWasRedeemed = keyUseIs("the key was redeemed before", "redeemed", func(u KeyUseFacts) rules.Truth { return u.Redeemed })
)

func keyUseIs(name, fact string, holds func(KeyUseFacts) rules.Truth) rules.Condition[KeyUseFacts] {
	return rules.Condition[KeyUseFacts]{Name: name, Reads: []string{fact}, Holds: holds}
}

// keyUse says what a key may be used for. What no rule permits is refused.
var keyUse = rules.Must(rules.New(rules.Spec[KeyUseFacts, rules.Truth]{
	ID: "licensing/keyuse", Question: "May the key be used for this?",
	Facts: []rules.Fact{
		{Name: "kind", Text: "What kind of key is it?"},
		{Name: "purpose", Text: "What is it to be used for?"},
		{Name: "csp", Text: "Was it purchased through the Cloud Solution Provider programme?"},
		{Name: "redeemed", Text: "Was the key redeemed before?"},
	},
	Default: rules.No, DefaultText: "No page on record has a key of this kind used for this on this day.",
	DefaultSources: []rules.Source{fromOpenProgrammeKeys, fromKeysFAQ},
	Rules: []rules.Rule[KeyUseFacts, rules.Truth]{
		{
			ID: "licensing.keyuse.osa.subscription", Text: "An OSA key activates a subscription, extends it or adds licences to it.",
			Span: terms.SpanFrom(openFrom), Sources: fromOpenKeys,
			If: []rules.Condition[KeyUseFacts]{keyIsOSA, keyForSubscription}, Then: rules.Yes,
		},
		{
			ID: "licensing.keyuse.osa.credit", Text: "An OSA key adds credit to an Azure in Open subscription.",
			Span: terms.SpanFrom(openFrom), Sources: fromOpenKeys,
			If: []rules.Condition[KeyUseFacts]{keyIsOSA, keyForCredit}, Then: rules.Yes,
		},
		{
			ID:   "licensing.keyuse.benefit",
			Text: "The key of a partner benefit activates a new, disabled or expired subscription, and extends an existing one or adds licences to it.",
			Span: terms.SpanFrom(benefitKeysFrom), Sources: fromBenefitsPage("MPN-08", "License-based subscriptions"),
			If: []rules.Condition[KeyUseFacts]{keyIsBenefit, keyForSubscription}, Then: rules.Yes,
		},
		{
			ID: "licensing.keyuse.once", Text: "A key that was redeemed cannot be redeemed again.",
			Span: terms.SpanFrom(openFrom), Sources: append(fromBenefitsPage("MPN-07", "License-based subscriptions"), fromKeysFAQ),
			If: []rules.Condition[KeyUseFacts]{keyIsSingleUse, keyWasRedeemed}, Then: rules.No,
			Excepts: []rules.ID{"licensing.keyuse.osa.subscription", "licensing.keyuse.osa.credit", "licensing.keyuse.benefit"},
		},
		{
			ID: "licensing.keyuse.software", Text: "Software purchased through CSP is activated with the key of 32 characters that Partner Center shows.",
			Span: terms.SpanFrom(softwareInCSPFrom), Sources: fromSoftwarePage("SW-06", "Activate and manage software subscriptions"),
			If: []rules.Condition[KeyUseFacts]{keyIsSoftware, keyForSoftware, keyForCSP}, Then: rules.Yes,
		},
		{
			ID: "licensing.keyuse.mak", Text: "Software is activated with a multiple activation key, that purchased through CSP too.",
			Span: terms.SpanFrom(volumeActivationFrom), Sources: append(fromSoftwarePage("SW-07", "Activate and manage software subscriptions"), fromKeysFAQ, fromVolumeActivation),
			If: []rules.Condition[KeyUseFacts]{keyIsMAK, keyForSoftware}, Then: rules.Yes,
		},
		{
			ID: "licensing.keyuse.kms", Text: "Software of volume licensing is activated through a key management service.",
			Span: terms.SpanFrom(volumeActivationFrom), Sources: []rules.Source{fromKeysFAQ, fromVolumeActivation},
			If: []rules.Condition[KeyUseFacts]{keyIsKMS, keyForSoftware}, Then: rules.Yes,
		},
		{
			ID: "licensing.keyuse.kms.csp", Text: "Keys of a key management service are not permitted in CSP, not even on request.",
			Span: terms.SpanFrom(softwareInCSPFrom), Sources: fromSoftwarePage("SW-07", "Activate and manage software subscriptions"),
			If: []rules.Condition[KeyUseFacts]{keyIsKMS, keyForCSP}, Then: rules.No, Excepts: []rules.ID{"licensing.keyuse.kms"},
		},
	},
}))
