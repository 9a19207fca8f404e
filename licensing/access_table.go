package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

const cspAccess = "The partner controls access"

var (
	accessIsPartner = rulebook.Holds("the party is the partner or the distributor", "party",
		func(c AccessCase) rules.Truth { return rules.Is(c.Party, DirectPartner, Distributor) })
	accessIsReseller    = rulebook.Holds("the party is a reseller", "party", func(c AccessCase) rules.Truth { return rules.Is(c.Party, Reseller) })
	accessIsCustomer    = rulebook.Holds("the party is the customer", "party", func(c AccessCase) rules.Truth { return rules.Is(c.Party, Customer) })
	accessIsOwner       = rulebook.Holds("it was made owner", "granted", func(c AccessCase) rules.Truth { return rules.Is(c.Granted, AzureOwner) })
	accessIsContributor = rulebook.Holds("it was made contributor", "granted",
		func(c AccessCase) rules.Truth { return rules.Is(c.Granted, AzureContributor) })
	accessIsRelated = rulebook.Holds("the reseller has a relationship with the customer", "relationship",
		func(c AccessCase) rules.Truth { return c.Relationship })
)

// access says what a party can do in a subscription. What no rule gives is nothing.
var access = rules.Must(rules.New(rules.Spec[AccessCase, Access]{
	ID: "licensing/access", Question: "What can the party do in the subscription?",
	Facts: []rules.Fact{
		{Name: "party", Text: "Who is it: the partner, the distributor, the reseller or the customer?"},
		{Name: "granted", Text: "Which role has the partner given to its users or groups?"},
		{Name: "relationship", Text: "Does the reseller have a reseller relationship with the customer?"},
	},
	Default: AccessNone, DefaultText: "By default only the CSP partner has access to a subscription. Before September 2015 nothing is on record.",
	DefaultSources: append(append(fromAzureInCSP("CSP-16", cspAccess), fromAzureInCSP("CSP-25", cspTier2)...), fromAzureInCSPGuide),
	Rules: []rules.Rule[AccessCase, Access]{
		{
			ID:   "licensing.access.partner",
			Text: "The partner is owner of a new subscription. Where the customer has no role, the partner creates, starts and stops its services.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-16", cspAccess),
			If: []rules.Condition[AccessCase]{accessIsPartner}, Then: AccessUsers,
		},
		{
			ID:   "licensing.access.customer.none",
			Text: "A customer without a role cannot sign in to the management portal for the subscription, nor create, start or stop services.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-16", cspAccess),
			If: []rules.Condition[AccessCase]{accessIsCustomer, accessIsOwner.Not(), accessIsContributor.Not()}, Then: AccessNone,
		},
		{
			ID:   "licensing.access.customer.contributor",
			Text: "A customer who is contributor creates, starts and stops services and so changes what is consumed: the partner must be able to contract, manage, support and bill it.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-29", cspAccess),
			If: []rules.Condition[AccessCase]{accessIsCustomer, accessIsContributor}, Then: AccessServices,
		},
		{
			ID:   "licensing.access.customer.owner",
			Text: "A customer who is owner creates, starts and stops services and so changes what is consumed: the partner must be able to contract, manage, support and bill it.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-29", cspAccess),
			If: []rules.Condition[AccessCase]{accessIsCustomer, accessIsOwner}, Then: AccessUsers,
		},
		{
			ID: "licensing.access.customer.advice", Text: "Making the customer an owner is not recommended in general: owners add and remove users.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-30", "Tier 1 CSP partners"),
			If: []rules.Condition[AccessCase]{accessIsCustomer, accessIsOwner},
		},
		{
			ID: "licensing.access.reseller.contributor", Text: "A reseller with a relationship to the customer whose group is contributor creates, starts and stops services.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-25", cspTier2),
			If: []rules.Condition[AccessCase]{accessIsReseller, accessIsRelated, accessIsContributor}, Then: AccessServices,
		},
		{
			ID: "licensing.access.reseller.owner", Text: "A reseller with a relationship to the customer whose group is owner also adds and removes users.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-25", cspTier2),
			If: []rules.Condition[AccessCase]{accessIsReseller, accessIsRelated, accessIsOwner}, Then: AccessUsers,
		},
	},
}))

var (
	stepIsRelated = rulebook.Holds("the reseller has a relationship with the customer", "relationship",
		func(p ResellerProgress) rules.Truth { return p.Relationship })
	stepHasRole = rulebook.Holds("the distributor has added the reseller's group to a role", "role",
		func(p ResellerProgress) rules.Truth { return p.Role })
)

// accessStep says what a reseller does next for access.
var accessStep = rules.Must(rules.New(rules.Spec[ResellerProgress, AccessStep]{
	ID: "licensing/accessstep", Question: "What is next for a reseller's access to a customer's subscription?",
	Facts: []rules.Fact{
		{Name: "relationship", Text: "Does the reseller have a reseller relationship with the customer?"},
		{Name: "role", Text: "Has the distributor added the reseller's group to a role in the subscription?"},
	},
	Rules: []rules.Rule[ResellerProgress, AccessStep]{
		{
			ID: "licensing.accessstep.relationship", Text: "First the reseller establishes a reseller relationship with the customer.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-25", cspTier2),
			If: []rules.Condition[ResellerProgress]{stepIsRelated.Not()}, Then: StepRelationship,
		},
		{
			ID: "licensing.accessstep.role", Text: "Then the distributor adds the reseller's group to the right role in the customer's subscription.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-25", cspTier2),
			If: []rules.Condition[ResellerProgress]{stepIsRelated, stepHasRole.Not()}, Then: StepRole,
		},
		{
			ID: "licensing.accessstep.none", Text: "With both the reseller has access.",
			Span: terms.SpanFrom(azureInCSPFrom), Sources: fromAzureInCSP("CSP-25", cspTier2),
			If: []rules.Condition[ResellerProgress]{stepIsRelated, stepHasRole}, Then: StepNone,
		},
	},
}))
