package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

var (
	attestorIsAgent = rulebook.One("the role is admin agent or sales agent", "role",
		func(f AttestationFacts) PortalRole { return f.Role }, AdminAgent, SalesAgent)
	attestorIsReseller = rulebook.Holds("the partner is an indirect reseller", "indirectReseller",
		func(f AttestationFacts) rules.Truth { return f.IndirectReseller })
	attestedEarly = rulebook.Holds("the acceptance is dated before the agreement was there", "acceptedOn",
		func(f AttestationFacts) rules.Truth { return f.Early })
	attestedFuture = rulebook.Holds("the acceptance is dated after the attestation", "acceptedOn",
		func(f AttestationFacts) rules.Truth { return f.Later })
)

// attestation says who may attest a customer's acceptance.
var attestation = rules.Must(rules.New(rules.Spec[AttestationFacts, rules.Truth]{
	ID: "licensing/attestation", Question: "May the customer's acceptance of the Microsoft Customer Agreement be attested?",
	Facts: []rules.Fact{
		{Name: "role", Text: "Which role has whoever attests?"},
		{Name: "indirectReseller", Text: "Is the partner an indirect reseller?"},
		{Name: "acceptedOn", Text: "On which day did the customer accept the Microsoft Customer Agreement?"},
	},
	Combine: rules.Strongest(rules.Yes, rules.No),
	Rules: []rules.Rule[AttestationFacts, rules.Truth]{
		{
			ID: "licensing.attestation.agent", Text: "An admin agent or a sales agent of a partner can attest that its customer has accepted the Microsoft Customer Agreement.",
			Span: terms.SpanFrom(customerAgreementFrom), Sources: fromAgreements("PLAN-05"),
			If: []rules.Condition[AttestationFacts]{attestorIsAgent}, Then: rules.Yes,
		},
		{
			ID: "licensing.attestation.otherRole", Text: "Whoever attests must be an admin agent or a sales agent.",
			Span: terms.SpanFrom(customerAgreementFrom), Sources: fromAgreementPages,
			If: []rules.Condition[AttestationFacts]{attestorIsAgent.Not()}, Then: rules.No,
		},
		{
			ID: "licensing.attestation.reseller", Text: "An indirect reseller cannot attest for its customers: its indirect provider does.",
			Span: terms.SpanFrom(customerAgreementFrom), Sources: fromAgreementPages,
			If: []rules.Condition[AttestationFacts]{attestorIsReseller}, Then: rules.No,
		},
		{
			ID: "licensing.attestation.future", Text: "The date of acceptance cannot be set to one in the future.",
			Span: terms.SpanFrom(customerAgreementFrom), Sources: fromAgreementPages,
			If: []rules.Condition[AttestationFacts]{attestedFuture}, Then: rules.No,
			Args: func(f AttestationFacts) []rules.Arg { return acceptedOnArgs(f.AcceptedOn) },
		},
		{
			ID: "licensing.attestation.tooEarly", Text: "The Microsoft Customer Agreement cannot have been accepted before 1 October 2019, when it came to CSP.",
			Span: terms.SpanFrom(customerAgreementFrom), Sources: fromAgreementPages,
			If: []rules.Condition[AttestationFacts]{attestedEarly}, Then: rules.No,
			Args: func(f AttestationFacts) []rules.Arg { return acceptedOnArgs(f.AcceptedOn) },
		},
		{
			ID: "licensing.attestation.before", Text: "The Microsoft Customer Agreement was introduced to CSP on 1 October 2019.",
			Span: terms.SpanUntil(customerAgreementFrom), Sources: fromAgreementPages, Then: rules.No,
		},
	},
}))
