package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// autoRenewalFrom is the day of purchase from which software subscriptions renew themselves (SW-10).
var autoRenewalFrom = terms.MustParseDay("2021-10-14")

func renewalIs(name string, wanted RenewalSwitch) rules.Condition[AutoRenewalFacts] {
	return rules.Condition[AutoRenewalFacts]{
		Name: name, Reads: []string{"switch"}, Holds: func(a AutoRenewalFacts) rules.Truth { return rules.Is(a.Switch, wanted) },
	}
}

const autoRenewSection = "Software subscriptions autorenew by default"

// autoRenewal says whether a software subscription renews itself, by the day of its purchase.
var autoRenewal = rules.Must(rules.New(rules.Spec[AutoRenewalFacts, rules.Truth]{
	ID: "licensing/autorenewal", Question: "Does the software subscription renew itself at the end of its term?",
	Facts: []rules.Fact{{Name: "switch", Text: "Was automatic renewal switched on or off, or left as it was purchased?"}},
	Rules: []rules.Rule[AutoRenewalFacts, rules.Truth]{
		{
			ID: "licensing.autorenewal.default", Text: "A software subscription purchased on 14 October 2021 or later renews itself by default.",
			Span: terms.SpanFrom(autoRenewalFrom), Sources: fromSoftwarePage("SW-10", autoRenewSection),
			If: []rules.Condition[AutoRenewalFacts]{renewalIs("automatic renewal is as it was purchased", RenewalUntouched)}, Then: rules.Yes,
		},
		{
			ID: "licensing.autorenewal.on", Text: "Automatic renewal can be switched on for a subscription.",
			Span: terms.SpanFrom(autoRenewalFrom), Sources: fromSoftwarePage("SW-23", autoRenewSection),
			If: []rules.Condition[AutoRenewalFacts]{renewalIs("automatic renewal is switched on", RenewalOn)}, Then: rules.Yes,
		},
		{
			ID: "licensing.autorenewal.off", Text: "Automatic renewal can be switched off for a subscription.",
			Span: terms.SpanFrom(autoRenewalFrom), Sources: fromSoftwarePage("SW-23", autoRenewSection),
			If: []rules.Condition[AutoRenewalFacts]{renewalIs("automatic renewal is switched off", RenewalOff)}, Then: rules.No,
		},
		{
			ID: "licensing.autorenewal.before", Text: "A software subscription purchased before 14 October 2021 expires on the day set at its purchase.",
			Span: terms.MustSpan(softwareInCSPFrom, autoRenewalFrom), Sources: fromSoftwarePage("SW-10", autoRenewSection), Then: rules.No,
		},
	},
}))
