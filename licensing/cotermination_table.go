package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// coTerminationFrom is the day from which ends can be aligned. That of the alignment with calendar months is not on
// record; an example of it is from July 2022.
var coTerminationFrom = terms.MustParseDay("2022-03-10")

func fromAlignPage(section string) []rules.Source {
	return []rules.Source{{
		Document: "Align new commerce experience subscription end dates (2023-07-24)", Section: section,
		Address: "https://learn.microsoft.com/partner-center/align-subscription-end-dates", Checked: checked,
	}}
}

var (
	coTermIsLicenceBased = coTermTruth("the subscription is license-based and of the new commerce experience", "licenceBased",
		func(f CoTermFacts) rules.Truth { return f.LicenceBased })
	coTermIsTrial       = coTermTruth("the subscription is a trial", "isTrial", func(f CoTermFacts) rules.Truth { return f.Trial })
	coTermIsMonthly     = coTermTruth("the term is a month", "termDuration", func(f CoTermFacts) rules.Truth { return rules.Is(f.Term, OneMonth) })
	coTermIsWithSub     = coTermTruth("the end is aligned with another subscription", "alignment", alignsWithSubscription)
	coTermTargetMonthly = coTermTruth("the other subscription's term is a month", "target.termDuration",
		func(f CoTermFacts) rules.Truth { return rules.Is(f.TargetTerm, OneMonth) })
	coTermTargetIsLicenceBased = coTermTruth("the other subscription is license-based and of the new commerce experience",
		"target.licenceBased", func(f CoTermFacts) rules.Truth { return f.TargetLicenceBased })
	coTermTargetIsTrial = coTermTruth("the other subscription is a trial", "target.isTrial",
		func(f CoTermFacts) rules.Truth { return f.TargetTrial })
	coTermTargetIsActive = coTermTruth("the other subscription is active", "target.active",
		func(f CoTermFacts) rules.Truth { return f.TargetActive })
	coTermIsWithin = coTermTruth("the end lies within the first term", "withinTerm",
		func(f CoTermFacts) rules.Truth { return f.WithinTerm })
	coTermIsLateDay = coTermTruth("the end is a 28th, 29th or 30th that is not the last day of its month", "lateDay",
		func(f CoTermFacts) rules.Truth { return f.LateDay })
)

func alignsWithSubscription(f CoTermFacts) rules.Truth {
	return rules.Is(f.Alignment, AlignWithSubscription)
}

func coTermTruth(name, fact string, holds func(CoTermFacts) rules.Truth) rules.Condition[CoTermFacts] {
	return rules.Condition[CoTermFacts]{Name: name, Reads: []string{fact}, Holds: holds}
}

func coTermEndArgs(f CoTermFacts) []rules.Arg {
	return told(rules.DayArg("end", f.End), rules.DayArg("termFirst", f.Whole.First), rules.DayArg("termLast", f.Whole.Last))
}

// coTermination says whether the end of a subscription may be aligned. The register has no fact about it; the page does.
var coTermination = rules.Must(rules.New(rules.Spec[CoTermFacts, rules.Truth]{
	ID: "licensing/cotermination", Question: "May the end of the subscription be aligned?",
	Facts: []rules.Fact{
		{Name: "licenceBased", Text: "Is it a license-based subscription of the new commerce experience?"},
		{Name: "isTrial", Text: "Is it a trial?"},
		{Name: "termDuration", Text: "What is its term?"},
		{Name: "alignment", Text: "What is its end to be aligned with?"},
		{Name: "target.termDuration", Text: "What is the term of the subscription to align with?"},
		{Name: "target.licenceBased", Text: "Is the subscription to align with license-based and of the new commerce experience?"},
		{Name: "target.isTrial", Text: "Is the subscription to align with a trial?"},
		{Name: "target.active", Text: "Is the subscription to align with active?"},
		{Name: "withinTerm", Text: "Does the end lie within the first term?"},
		{Name: "lateDay", Text: "Is the end a 28th, 29th or 30th that is not the last day of its month?"},
	},
	Combine: rules.Strongest(rules.Yes, rules.No),
	Rules: []rules.Rule[CoTermFacts, rules.Truth]{
		{
			ID: "licensing.cotermination.licenceBased", Text: "The end of a license-based subscription of the new commerce experience can be aligned.",
			Span: terms.SpanFrom(coTerminationFrom), Sources: fromAlignPage("Align new commerce experience subscription end dates"),
			If: []rules.Condition[CoTermFacts]{coTermIsLicenceBased}, Then: rules.Yes,
		},
		{
			ID: "licensing.cotermination.notYet", Text: "Ends could not be aligned before 10 March 2022.",
			Span: terms.SpanUntil(coTerminationFrom), Sources: fromAlignPage("Align new commerce experience subscription end dates"),
			Then: rules.No,
		},
		{
			ID: "licensing.cotermination.otherProduct", Text: "Software subscriptions, reservations and products of third parties cannot be aligned.",
			Span: terms.SpanFrom(coTerminationFrom), Sources: fromAlignPage("Setting custom term end dates"),
			If: []rules.Condition[CoTermFacts]{coTermIsLicenceBased.Not()}, Then: rules.No,
		},
		{
			ID: "licensing.cotermination.trial", Text: "Trials cannot be aligned.",
			Span: terms.SpanFrom(coTerminationFrom), Sources: fromAlignPage("Setting custom term end dates"),
			If: []rules.Condition[CoTermFacts]{coTermIsTrial}, Then: rules.No,
		},
		{
			ID: "licensing.cotermination.withinTerm", Text: "The end lies within the first term.",
			Span: terms.SpanFrom(coTerminationFrom), Sources: fromAlignPage("Setting custom term end dates"),
			If: []rules.Condition[CoTermFacts]{coTermIsWithin.Not()}, Then: rules.No, Args: coTermEndArgs,
		},
		{
			ID: "licensing.cotermination.target.otherProduct", Text: "The subscription aligned with is license-based and of the new commerce experience.",
			Span: terms.SpanFrom(coTerminationFrom), Sources: fromPartnerCenterErrors,
			If: []rules.Condition[CoTermFacts]{coTermIsWithSub, coTermTargetIsLicenceBased.Not()}, Then: rules.No,
		},
		{
			ID: "licensing.cotermination.target.trial", Text: "The subscription aligned with is no trial.",
			Span: terms.SpanFrom(coTerminationFrom), Sources: fromPartnerCenterErrors,
			If: []rules.Condition[CoTermFacts]{coTermIsWithSub, coTermTargetIsTrial}, Then: rules.No,
		},
		{
			ID: "licensing.cotermination.target.active", Text: "The subscription aligned with is active.",
			Span: terms.SpanFrom(coTerminationFrom), Sources: fromPartnerCenterErrors,
			If: []rules.Condition[CoTermFacts]{coTermIsWithSub, coTermTargetIsActive.Not()}, Then: rules.No,
		},
		{
			ID: "licensing.cotermination.target.monthly", Text: "A term of one or three years cannot be aligned with a term of a month.",
			Span: terms.SpanFrom(coTerminationFrom), Sources: fromAlignPage("Setting custom term end dates"),
			If: []rules.Condition[CoTermFacts]{coTermIsWithSub, coTermIsMonthly.Not(), coTermTargetMonthly}, Then: rules.No,
		},
		{
			ID:   "licensing.cotermination.lateDay",
			Text: "A term of a month cannot be aligned with a subscription that ends on a 28th, 29th or 30th, unless that is the last day of its month.",
			Span: terms.SpanFrom(coTerminationFrom), Sources: fromAlignPage("Setting custom term end dates"),
			If: []rules.Condition[CoTermFacts]{coTermIsWithSub, coTermIsMonthly, coTermIsLateDay}, Then: rules.No, Args: coTermEndArgs,
		},
	},
}))

var fromPartnerCenterErrors = []rules.Source{{
	Document: "Partner Center REST error codes (2023-06-15)", Section: "900242, 900246, 900292",
	Address: "https://learn.microsoft.com/partner-center/developer/error-codes", Checked: checked,
}}
