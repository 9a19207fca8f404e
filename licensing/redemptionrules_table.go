package licensing

import (
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

var (
	redeemsToExtend   = redemptionIs("the key is to extend the end date", "action", func(f RedemptionFacts) rules.Truth { return rules.Is(f.Action, ExtendEndDate) })
	redeemsToAdd      = redemptionIs("the key is to add licences", "action", func(f RedemptionFacts) rules.Truth { return rules.Is(f.Action, AddLicences) })
	redeemsToActivate = redemptionIs("the key is to activate a subscription", "action",
		func(f RedemptionFacts) rules.Truth { return rules.Is(f.Action, ActivateAsNew) })
	redeemsOnActive = redemptionIs("the subscription is active", "status", func(f RedemptionFacts) rules.Truth { return rules.Is(f.Status, StatusActive) })
	redeemsBenefit  = redemptionIs("the key is of a partner benefit", "kind", func(f RedemptionFacts) rules.Truth { return rules.Is(f.Kind, PartnerBenefit) })
	redeemsOSA      = redemptionIs("the key is an OSA key", "kind", func(f RedemptionFacts) rules.Truth { return rules.Is(f.Kind, OnlineServiceActivation) })
	redeemsAgain    = redemptionIs("the key was redeemed before", "redeemed", func(f RedemptionFacts) rules.Truth { return f.Redeemed })
	redeemsSame     = redemptionIs("the key is for the subscription's product", "sameProduct",
		func(f RedemptionFacts) rules.Truth { return f.SameProduct })
	redeemsLate = redemptionIs("the benefit has expired", "pastExpiry", func(f RedemptionFacts) rules.Truth { return f.PastExpiry })
	redeemsFew  = redemptionIs("the key has at most three times the active licences", "withinFactor",
		func(f RedemptionFacts) rules.Truth { return f.WithinFactor })
	redeemsShort = redemptionIs("the end date is extended by three years at most", "withinLimit",
		func(f RedemptionFacts) rules.Truth { return f.WithinLimit })
	redeemsApart = redemptionIs("the subscription does not end on the benefit's expiry date", "endsDiffer",
		func(f RedemptionFacts) rules.Truth { return f.EndsDiffer })
)

func redemptionIs(name, fact string, holds func(RedemptionFacts) rules.Truth) rules.Condition[RedemptionFacts] {
	return rules.Condition[RedemptionFacts]{Name: name, Reads: []string{fact}, Holds: holds}
}

var (
	fromCloudServices = rules.Source{
		Document: "Cloud services (2023-06-15)", Section: "Extend the end date or add more licenses",
		Address: "https://learn.microsoft.com/partner-center/cloud-services", Checked: checked,
	}
	fromEnterYourKey = rules.Source{
		Document: "Enter your product key (2024-09-05)", Section: "Extend the expiration date for an existing subscription",
		Address: "https://learn.microsoft.com/microsoft-365/commerce/enter-your-product-key", Checked: checked,
	}
)

// told leaves out what is not given: facts may be asked about without a key or a day behind them.
func told(args ...rules.Arg) []rules.Arg {
	return slices.DeleteFunc(args, func(arg rules.Arg) bool { return arg.Text == "" })
}

func keyArgs(f RedemptionFacts) []rules.Arg { return told(rules.TextArg("key", f.Key.ID)) }

func endedArgs(f RedemptionFacts) []rules.Arg {
	return told(rules.TextArg("key", f.Key.ID), rules.DayArg("ended", f.Ended))
}

func factorArgs(f RedemptionFacts) []rules.Arg {
	if f.Key.Licences == 0 {
		return keyArgs(f)
	}
	return append(keyArgs(f), rules.CountArg("onKey", f.Key.Licences), rules.CountArg("active", f.Licences), rules.CountArg("mostOnKey", f.MostOnKey))
}

func limitArgs(f RedemptionFacts) []rules.Arg {
	args := told(rules.TextArg("key", f.Key.ID), rules.DayArg("end", f.End))
	if f.LimitMonths == 0 {
		return args
	}
	return append(args, rules.CountArg("limitMonths", f.LimitMonths))
}

func expiryArgs(f RedemptionFacts) []rules.Arg {
	return told(rules.TextArg("key", f.Key.ID), rules.DayArg("expires", f.Key.Expires), rules.DayArg("end", f.End))
}

// redemption says whether a key that carries licences may be redeemed for an action.
var redemption = rules.Must(rules.New(rules.Spec[RedemptionFacts, rules.Truth]{
	ID: "licensing/redemption", Question: "May the key be redeemed for this?",
	Facts: []rules.Fact{
		{Name: "action", Text: "Is the key to extend the end date, to add licences or to activate a subscription?"},
		{Name: "status", Text: "Is the subscription active, expired or disabled, or is there none?"},
		{Name: "kind", Text: "What kind of key is it?"},
		{Name: "redeemed", Text: "Was the key redeemed before?"},
		{Name: "sameProduct", Text: "Is the key for the product of the subscription?"},
		{Name: "pastExpiry", Text: "Has the benefit that the key is of expired?"},
		{Name: "withinFactor", Text: "Does the key have at most three times the active licences?"},
		{Name: "withinLimit", Text: "Is the end date extended by three years at most?"},
		{Name: "endsDiffer", Text: "Does the subscription end on another day than the benefit expires?"},
	},
	Combine: rules.Strongest(rules.Yes, rules.No),
	Rules: []rules.Rule[RedemptionFacts, rules.Truth]{
		{
			ID: "licensing.redemption.extend", Text: "The end date of an active subscription can be extended.",
			Span: terms.SpanFrom(benefitKeysFrom), Sources: fromBenefitsPage("MPN-08", extendSection),
			If: []rules.Condition[RedemptionFacts]{redeemsToExtend, redeemsOnActive}, Then: rules.Yes, Args: keyArgs,
		},
		{
			ID: "licensing.redemption.add", Text: "Licences can be added to an active subscription.",
			Span: terms.SpanFrom(benefitKeysFrom), Sources: fromBenefitsPage("MPN-08", extendSection),
			If: []rules.Condition[RedemptionFacts]{redeemsToAdd, redeemsOnActive}, Then: rules.Yes, Args: keyArgs,
		},
		{
			ID: "licensing.redemption.activate", Text: "A subscription that is new, expired or disabled can be activated.",
			Span: terms.SpanFrom(benefitKeysFrom), Sources: fromBenefitsPage("MPN-08", "Activate a subscription for the first time"),
			If: []rules.Condition[RedemptionFacts]{redeemsToActivate, redeemsOnActive.Not()}, Then: rules.Yes, Args: keyArgs,
		},
		{
			ID:   "licensing.redemption.notActive",
			Text: "A subscription that is not active, such as one whose end date has passed, cannot be extended or added to: activate it as a new one instead.",
			Span: terms.SpanFrom(benefitKeysFrom), Sources: append(fromBenefitsPage("MPN-08", "Activate a subscription for the first time"), fromCloudServices),
			If: []rules.Condition[RedemptionFacts]{redeemsToActivate.Not(), redeemsOnActive.Not()}, Then: rules.No, Args: endedArgs,
		},
		{
			ID:   "licensing.redemption.alreadyActive",
			Text: "A subscription that is active is not activated: extend its end date or add licences instead.",
			Span: terms.SpanFrom(benefitKeysFrom), Sources: fromBenefitsPage("MPN-08", "License-based subscriptions"),
			If: []rules.Condition[RedemptionFacts]{redeemsToActivate, redeemsOnActive}, Then: rules.No, Args: keyArgs,
		},
		{
			ID:   "licensing.redemption.osa",
			Text: "An OSA key of volume licensing is reckoned otherwise: licences that it adds leave the end date where it is, and no time is divided.",
			Span: terms.SpanFrom(benefitKeysFrom), Sources: []rules.Source{fromOpenProgrammeKeys},
			If: []rules.Condition[RedemptionFacts]{redeemsOSA}, Then: rules.No, Args: keyArgs,
		},
		{
			ID:   "licensing.redemption.otherKind",
			Text: "Keys of software, multiple activation keys and keys of a key management service activate software: they extend no subscription.",
			Span: terms.SpanFrom(benefitKeysFrom), Sources: append(append(fromSoftwarePage("SW-06", manageSoftware), fromSoftwarePage("SW-07", manageSoftware)...), fromKeysFAQ),
			If: []rules.Condition[RedemptionFacts]{redeemsBenefit.Not(), redeemsOSA.Not()}, Then: rules.No, Args: keyArgs,
		},
		{
			ID: "licensing.redemption.once", Text: "A key that was redeemed cannot be redeemed again.",
			Span: terms.SpanFrom(benefitKeysFrom), Sources: append(fromBenefitsPage("MPN-07", "License-based subscriptions"), fromEnterYourKey),
			If: []rules.Condition[RedemptionFacts]{redeemsAgain}, Then: rules.No, Args: keyArgs,
		},
		{
			ID: "licensing.redemption.product", Text: "A key is redeemed on a subscription to the product it is for.",
			Span: terms.SpanFrom(benefitKeysFrom), Sources: []rules.Source{fromEnterYourKey},
			If: []rules.Condition[RedemptionFacts]{redeemsSame.Not()}, Then: rules.No,
			Args: func(f RedemptionFacts) []rules.Arg {
				return told(rules.TextArg("key", f.Key.ID), rules.TextArg("product", f.Key.Product), rules.TextArg("subscription", f.Product))
			},
		},
		{
			ID: "licensing.redemption.expired", Text: "The expiry date of a benefit is the last day on which its right may be used.",
			Span: terms.SpanFrom(benefitKeysFrom), Sources: fromBenefitsPage("MPN-17", "License-based subscriptions"),
			If: []rules.Condition[RedemptionFacts]{redeemsLate}, Then: rules.No, Args: expiryArgs,
		},
		{
			ID:   "licensing.redemption.ownEnd",
			Text: "The end date of the subscription differs from the expiry date of the benefit: it follows from the day of redemption and the licences.",
			Span: terms.SpanFrom(benefitKeysFrom), Sources: fromBenefitsPage("MPN-17", "License-based subscriptions"),
			If: []rules.Condition[RedemptionFacts]{redeemsApart}, Args: expiryArgs,
		},
		{
			ID: "licensing.redemption.factor", Text: "A key that extends the end date has at most three times the active licences.",
			Span: terms.SpanFrom(benefitKeysFrom), Sources: append(fromBenefitsPage("MPN-16", scenario4), fromCloudServices),
			If: []rules.Condition[RedemptionFacts]{redeemsToExtend, redeemsFew.Not()}, Then: rules.No, Args: factorArgs,
		},
		{
			ID: "licensing.redemption.limit", Text: "An end date can be extended by three years at most.",
			Span: terms.SpanFrom(benefitKeysFrom), Sources: append(fromBenefitsPage("MPN-16", scenario4), fromCloudServices),
			If: []rules.Condition[RedemptionFacts]{redeemsToExtend, redeemsShort.Not()}, Then: rules.No, Args: limitArgs,
		},
	},
}))

var (
	intentOnActive = rules.Condition[ActionFacts]{
		Name: "the subscription is active", Reads: []string{"status"}, Holds: func(i ActionFacts) rules.Truth { return rules.Is(i.Status, StatusActive) },
	}
	intentIsTime = rules.Condition[ActionFacts]{
		Name: "the subscription is to be renewed", Reads: []string{"aim"}, Holds: func(i ActionFacts) rules.Truth { return rules.Is(i.Aim, MoreTime, MoreOfBoth) },
	}
	intentIsLicences = rules.Condition[ActionFacts]{
		Name: "the subscription is to have more licences", Reads: []string{"aim"}, Holds: func(i ActionFacts) rules.Truth { return rules.Is(i.Aim, MoreLicences, MoreOfBoth) },
	}
)

// action says which action to choose.
var action = rules.Must(rules.New(rules.Spec[ActionFacts, KeyAction]{
	ID: "licensing/action", Question: "Which action is to be chosen for a key?",
	Facts: []rules.Fact{
		{Name: "status", Text: "Is the subscription active, expired or disabled, or is there none?"},
		{Name: "aim", Text: "Is the subscription to be renewed, to have more licences, or both?"},
	},
	Rules: []rules.Rule[ActionFacts, KeyAction]{
		{
			ID: "licensing.action.add", Text: "To have more licences, add them.",
			Span: terms.SpanFrom(benefitKeysFrom), Sources: fromBenefitsPage("MPN-10", extendSection),
			If: []rules.Condition[ActionFacts]{intentOnActive, intentIsLicences}, Then: AddLicences,
		},
		{
			ID: "licensing.action.renew", Text: "Do not choose to add licences if the subscription is to be renewed as well: extend the end date.",
			Span: terms.SpanFrom(benefitKeysFrom), Sources: fromBenefitsPage("MPN-24", extendSection),
			If: []rules.Condition[ActionFacts]{intentOnActive, intentIsTime}, Then: ExtendEndDate,
			Excepts: []rules.ID{"licensing.action.add"},
		},
		{
			ID: "licensing.action.activate", Text: "A subscription that is new, expired or disabled is activated.",
			Span: terms.SpanFrom(benefitKeysFrom), Sources: fromBenefitsPage("MPN-08", "Activate a subscription for the first time"),
			If: []rules.Condition[ActionFacts]{intentOnActive.Not()}, Then: ActivateAsNew,
		},
	},
}))

const scenario4 = "Licensing scenarios, Scenario 4"
