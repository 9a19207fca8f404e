package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// softwareFrequenciesFrom is the day from which more billing frequencies are available (SW-11).
var softwareFrequenciesFrom = terms.MustParseDay("2021-10-22")

const billingFrequency = "Manage billing frequency"

var (
	billedForThreeYears = rulebook.One("the term is three years", "termDuration", func(f SoftwareBillingFacts) Term { return f.Term }, ThreeYears)
	billedYearly        = rulebook.One("it is billed annually or triennially", "billingCycle",
		func(f SoftwareBillingFacts) BillingCycle { return f.Cycle }, Annual, Triennial)
	billedMonthly          = rulebook.One("it is billed monthly", "billingCycle", func(f SoftwareBillingFacts) BillingCycle { return f.Cycle }, Monthly)
	billedRemoteDesktopCAL = rulebook.Holds("it is Windows Remote Desktop Server CAL 2022", "remoteDesktopCal",
		func(f SoftwareBillingFacts) rules.Truth { return f.RemoteDesktopCAL })
	billedAsShown = rulebook.Holds("the review screen shows a plan of that cycle", "shown", func(f SoftwareBillingFacts) rules.Truth { return f.Shown })
)

const (
	ruleSoftwareThreeYears    = "licensing.softwarebilling.threeYears"
	ruleSoftwareRemoteDesktop = "licensing.softwarebilling.remoteDesktop"
	ruleSoftwareNotShown      = "licensing.softwarebilling.notShown"
)

// softwareBilling says how often a software subscription can be billed.
var softwareBilling = rules.Must(rules.New(rules.Spec[SoftwareBillingFacts, rules.Truth]{
	ID: "licensing/softwarebilling", Question: "Can the software subscription be billed by this cycle?",
	Facts: []rules.Fact{
		{Name: "termDuration", Text: "What is the term?"},
		{Name: "billingCycle", Text: "How often is it to be billed?"},
		{Name: "remoteDesktopCal", Text: "Is it Windows Remote Desktop Server CAL 2022?"},
		{Name: "shown", Text: "Does the review screen of Partner Center show a plan of that cycle?"},
	},
	Rules: []rules.Rule[SoftwareBillingFacts, rules.Truth]{
		{
			ID: ruleSoftwareThreeYears, Text: "Three-year products are available with annual or triennial billing.",
			Span: terms.SpanFrom(softwareFrequenciesFrom), Sources: fromSoftwarePage("SW-11", billingFrequency),
			If: []rules.Condition[SoftwareBillingFacts]{billedForThreeYears, billedYearly}, Then: rules.Yes,
			Excepts: []rules.ID{ruleSoftwareNotShown},
		},
		{
			ID: ruleSoftwareRemoteDesktop, Text: "Windows Remote Desktop Server CAL 2022 is available with monthly billing.",
			Span: terms.SpanFrom(softwareFrequenciesFrom), Sources: fromSoftwarePage("SW-11", billingFrequency),
			If: []rules.Condition[SoftwareBillingFacts]{billedRemoteDesktopCAL, billedMonthly}, Then: rules.Yes,
			Excepts: []rules.ID{ruleSoftwareNotShown},
		},
		{
			ID:   "licensing.softwarebilling.shown",
			Text: "The frequency can be set for some software subscriptions, monthly, annual or triennial, among the plans available.",
			Span: terms.SpanFrom(softwareInCSPFrom), Sources: fromSoftwarePage("SW-30", billingFrequency),
			If: []rules.Condition[SoftwareBillingFacts]{billedAsShown}, Then: rules.Yes,
		},
		{
			ID: ruleSoftwareNotShown, Text: "The frequency can be set for some software subscriptions only, and only among the plans available.",
			Span: terms.SpanFrom(softwareInCSPFrom), Sources: fromSoftwarePage("SW-30", billingFrequency),
			If: []rules.Condition[SoftwareBillingFacts]{billedAsShown.Not()}, Then: rules.No,
		},
	},
}))
