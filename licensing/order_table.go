package licensing

import (
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

var (
	// customerAgreementFrom is the day from which the Microsoft Customer Agreement can be accepted in CSP.
	customerAgreementFrom = terms.MustParseDay("2019-10-01")
	// cloudAgreementUntil is the day on which the Microsoft Cloud Agreement left CSP (PLAN-05).
	cloudAgreementUntil = terms.MustParseDay("2020-02-01")
	// bothAgreements are the days on which a new order could stand on either.
	bothAgreements = terms.MustSpan(customerAgreementFrom, cloudAgreementUntil)
)

const agreementNote = "Note on the Microsoft Customer Agreement"

var (
	fromAgreementPages = []rules.Source{
		{
			Document: "Confirm customer acceptance of the Microsoft Customer Agreement in the CSP partner program (2020-05-05)",
			Address:  "https://learn.microsoft.com/partner-center/confirm-customer-agreement", Checked: checked,
		},
		{
			Document: "Confirm customer has accepted the Microsoft Customer Agreement (2023-04-28)",
			Address:  "https://learn.microsoft.com/partner-center/confirm-customer-agreement", Checked: checked,
		},
	}
	fromPartnerRelationships = rules.Source{
		Document: "Learn how partners can work with other partners in the CSP program (2023-01-11)",
		Section:  "CSP program requirements: Signing the Microsoft Partner Agreement (MPA)",
		Address:  "https://learn.microsoft.com/partner-center/csp-supported-partner-relationships", Checked: checked,
	}
)

// fromAgreements cites what the page on Azure plan states, and the pages on the agreement itself.
func fromAgreements(fact string) []rules.Source {
	return slices.Concat([]rules.Source{fromAzurePlanPage(fact, agreementNote)}, fromAgreementPages)
}

var (
	orderIsAzurePlan = rulebook.One("the order is for an Azure plan", "product", func(f OrderFacts) OrderedProduct { return f.Product }, OrderedAzurePlan)
	orderHasCloud    = rulebook.Holds("the customer has accepted the Microsoft Cloud Agreement", "cloudAgreement",
		func(f OrderFacts) rules.Truth { return f.CloudAgreement })
	orderIsConfirmed = rulebook.One("the customer's acceptance of the Microsoft Customer Agreement is confirmed", "acceptance",
		func(f OrderFacts) Acceptance { return f.Acceptance }, AttestedByPartner, AcceptedDirectly)
	orderIsUnaccepted = rulebook.One("the customer has not accepted the Microsoft Customer Agreement", "acceptance",
		func(f OrderFacts) Acceptance { return f.Acceptance }, NotAccepted)
	orderIsContradiction = rules.Condition[OrderFacts]{
		Name: "the customer has not accepted the Microsoft Customer Agreement, and a day of acceptance is given", Reads: []string{"acceptance", "acceptedOn"},
		Holds: func(f OrderFacts) rules.Truth {
			return rules.Given(f.Acceptance != 0 && f.Early != rules.Unknown, f.Acceptance == NotAccepted)
		},
	}
	orderIsEarly    = rulebook.Holds("the acceptance is dated before the agreement was there", "acceptedOn", func(f OrderFacts) rules.Truth { return f.Early })
	orderIsFuture   = rulebook.Holds("the acceptance is dated after the order", "acceptedOn", func(f OrderFacts) rules.Truth { return f.Later })
	orderHasPartner = rulebook.Holds("the partner has signed the Microsoft Partner Agreement", "partnerAgreement",
		func(f OrderFacts) rules.Truth { return f.PartnerAgreement })
)

func acceptanceArgs(f OrderFacts) []rules.Arg { return acceptedOnArgs(f.AcceptedOn) }

func acceptedOnArgs(accepted terms.Day) []rules.Arg {
	if accepted.IsZero() {
		return nil
	}
	return []rules.Arg{rules.DayArg("acceptedOn", accepted)}
}

// order says whether the agreements permit a new order.
var order = rules.Must(rules.New(rules.Spec[OrderFacts, rules.Truth]{
	ID: "licensing/order", Question: "Do the agreements permit a new order for the customer?",
	Facts: []rules.Fact{
		{Name: "product", Text: "What is ordered?"},
		{Name: "cloudAgreement", Text: "Has the customer accepted the Microsoft Cloud Agreement?"},
		{Name: "acceptance", Text: "Has the customer accepted the Microsoft Customer Agreement, and was that attested or done directly?"},
		{Name: "acceptedOn", Text: "On which day did the customer accept the Microsoft Customer Agreement?"},
		{Name: "partnerAgreement", Text: "Has the partner signed the Microsoft Partner Agreement?"},
	},
	Combine: rules.Strongest(rules.Yes, rules.No),
	Rules: []rules.Rule[OrderFacts, rules.Truth]{
		{
			ID: "licensing.order.cloudAgreement", Text: "Up to 31 January 2020 an order can stand on the Microsoft Cloud Agreement, unless it is for an Azure plan.",
			Span: terms.MustSpan(cloudAgreementFrom, cloudAgreementUntil), Sources: append(fromAgreements("PLAN-05"), fromCloudAgreement),
			If: []rules.Condition[OrderFacts]{orderIsAzurePlan.Not(), orderHasCloud}, Then: rules.Yes,
		},
		{
			ID: "licensing.order.noCloudAgreement", Text: "Before the Microsoft Customer Agreement an order needs the Microsoft Cloud Agreement.",
			Span: terms.MustSpan(cloudAgreementFrom, customerAgreementFrom), Sources: append(fromAgreements("PLAN-05"), fromCloudAgreement),
			If: []rules.Condition[OrderFacts]{orderHasCloud.Not()}, Then: rules.No,
		},
		{
			ID: "licensing.order.azurePlan.early", Text: "An Azure plan is sold under the Microsoft Customer Agreement, which is there from 1 October 2019.",
			Span: terms.SpanUntil(customerAgreementFrom), Sources: fromAgreements("PLAN-01"),
			If: []rules.Condition[OrderFacts]{orderIsAzurePlan}, Then: rules.No,
		},
		{
			ID: "licensing.order.customerAgreement.early", Text: "From 1 October 2019 an order can stand on the Microsoft Customer Agreement.",
			Span: bothAgreements, Sources: fromAgreements("PLAN-05"),
			If: []rules.Condition[OrderFacts]{orderIsConfirmed, orderIsEarly.Not(), orderIsFuture.Not()}, Then: rules.Yes, Args: acceptanceArgs,
		},
		{
			ID: "licensing.order.neither", Text: "An order needs the Microsoft Cloud Agreement or the Microsoft Customer Agreement.",
			Span: bothAgreements, Sources: fromAgreements("PLAN-05"),
			If: []rules.Condition[OrderFacts]{orderHasCloud.Not(), orderIsConfirmed.Not()}, Then: rules.No,
		},
		{
			ID: "licensing.order.azurePlan", Text: "An Azure plan is sold under the Microsoft Customer Agreement.",
			Span: bothAgreements, Sources: fromAgreements("PLAN-01"),
			If: []rules.Condition[OrderFacts]{orderIsAzurePlan, orderIsConfirmed.Not()}, Then: rules.No,
		},
		{
			ID: "licensing.order.neither.future", Text: "The acceptance of the Microsoft Customer Agreement cannot lie in the future, and without it an order needs the Microsoft Cloud Agreement.",
			Span: bothAgreements, Sources: fromAgreementPages,
			If: []rules.Condition[OrderFacts]{orderHasCloud.Not(), orderIsConfirmed, orderIsFuture}, Then: rules.No, Args: acceptanceArgs,
		},
		{
			ID: "licensing.order.azurePlan.future", Text: "The acceptance of the Microsoft Customer Agreement, which an Azure plan is sold under, cannot lie in the future.",
			Span: bothAgreements, Sources: fromAgreementPages,
			If: []rules.Condition[OrderFacts]{orderIsAzurePlan, orderIsConfirmed, orderIsFuture}, Then: rules.No, Args: acceptanceArgs,
		},
		{
			ID:   "licensing.order.neither.tooEarly",
			Text: "The Microsoft Customer Agreement cannot have been accepted before 1 October 2019, and without it an order needs the Microsoft Cloud Agreement.",
			Span: bothAgreements, Sources: fromAgreementPages,
			If: []rules.Condition[OrderFacts]{orderHasCloud.Not(), orderIsConfirmed, orderIsEarly}, Then: rules.No, Args: acceptanceArgs,
		},
		{
			ID:   "licensing.order.azurePlan.tooEarly",
			Text: "The Microsoft Customer Agreement, which an Azure plan is sold under, cannot have been accepted before 1 October 2019.",
			Span: bothAgreements, Sources: fromAgreementPages,
			If: []rules.Condition[OrderFacts]{orderIsAzurePlan, orderIsConfirmed, orderIsEarly}, Then: rules.No, Args: acceptanceArgs,
		},
		{
			ID:   "licensing.order.customerAgreement",
			Text: "From 1 February 2020 an order for any offer stands on the Microsoft Customer Agreement, the customer's acceptance of which is confirmed.",
			Span: terms.SpanFrom(cloudAgreementUntil), Sources: fromAgreements("PLAN-05"),
			If: []rules.Condition[OrderFacts]{orderIsConfirmed, orderIsEarly.Not(), orderIsFuture.Not()}, Then: rules.Yes, Args: acceptanceArgs,
		},
		{
			ID:   "licensing.order.notAccepted",
			Text: "Without the customer's acceptance of the Microsoft Customer Agreement no new order can be placed.",
			Span: terms.SpanFrom(cloudAgreementUntil), Sources: fromAgreements("PLAN-09"),
			If: []rules.Condition[OrderFacts]{orderIsUnaccepted}, Then: rules.No,
		},
		{
			ID:   "licensing.order.unconfirmed",
			Text: "The customer's acceptance of the Microsoft Customer Agreement is not confirmed to Microsoft, and until it is no new order can be placed: attest it.",
			Span: terms.SpanFrom(cloudAgreementUntil), Sources: fromAgreements("PLAN-09"),
			If: []rules.Condition[OrderFacts]{orderIsConfirmed.Not(), orderIsUnaccepted.Not()}, Then: rules.No,
		},
		{
			ID:   "licensing.order.contradiction",
			Text: "A customer that has not accepted the Microsoft Customer Agreement has no day of acceptance: one of the two is wrong.",
			Span: terms.SpanFrom(customerAgreementFrom), Sources: fromAgreementPages,
			If: []rules.Condition[OrderFacts]{orderIsContradiction}, Args: acceptanceArgs,
		},
		{
			ID: "licensing.order.tooEarly", Text: "The Microsoft Customer Agreement cannot have been accepted before 1 October 2019, when it came to CSP.",
			Span: terms.SpanFrom(cloudAgreementUntil), Sources: fromAgreementPages,
			If: []rules.Condition[OrderFacts]{orderIsConfirmed, orderIsEarly}, Then: rules.No, Args: acceptanceArgs,
		},
		{
			ID: "licensing.order.future", Text: "The acceptance of the Microsoft Customer Agreement cannot lie in the future.",
			Span: terms.SpanFrom(cloudAgreementUntil), Sources: fromAgreementPages,
			If: []rules.Condition[OrderFacts]{orderIsConfirmed, orderIsFuture}, Then: rules.No, Args: acceptanceArgs,
		},
		{
			ID: "licensing.order.partnerAgreement", Text: "From 1 February 2020 every partner that transacts in CSP must have signed the Microsoft Partner Agreement.",
			Span: terms.SpanFrom(cloudAgreementUntil), Sources: []rules.Source{fromPartnerRelationships},
			If: []rules.Condition[OrderFacts]{orderHasPartner.Not()}, Then: rules.No,
		},
	},
}))
