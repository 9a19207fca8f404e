package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// creditUsersFixedFrom is the day of the page from which the users of credit are more or less fixed. What it was before is
// from the page of 2021, which was last read in July of that year.
var creditUsersFixedFrom = terms.MustParseDay("2023-09-19")

func fromAzureCredits(section string) []rules.Source {
	return []rules.Source{{
		Document: "Azure credits (2023-09-19)", Section: section,
		Address: "https://learn.microsoft.com/partner-center/mpn-benefits-azure-cloud", Checked: checked,
	}}
}

const (
	creditQuestions = "Azure credits FAQs"
	assignedUsers   = "View and remove assigned users"
)

var (
	assignsToCompany = rulebook.One("the user is of the company", "user", func(f AssignmentFacts) CreditUser { return f.User }, CompanyUser)
	assignsToGuest   = rulebook.One("the user is a guest", "user", func(f AssignmentFacts) CreditUser { return f.User }, GuestUser)
	assignsInTenant  = rulebook.Holds("the user exists in the tenant", "inTenant", func(f AssignmentFacts) rules.Truth { return f.InTenant })
	assignsFreeMail  = rulebook.Holds("the user's domain is a free-hosted one", "freeMail", func(f AssignmentFacts) rules.Truth { return f.FreeMail })
	assignsSecond    = rulebook.Holds("the user has other credit", "hasCredit", func(f AssignmentFacts) rules.Truth { return f.HasCredit })
)

// assignment says to whom Azure credit may be assigned.
var assignment = rules.Must(rules.New(rules.Spec[AssignmentFacts, rules.Truth]{
	ID: "licensing/benefit.assignment", Question: "May the Azure credit be assigned to this user?",
	Facts: []rules.Fact{
		{Name: "user", Text: "Is it a user of the company or a guest?"},
		{Name: "inTenant", Text: "Does the user exist in the company's Azure AD tenant?"},
		{Name: "freeMail", Text: "Is the user's domain a free-hosted one, such as live.com, hotmail.com or gmail.com?"},
		{Name: "hasCredit", Text: "Does the user have other active Azure credit by benefits?"},
	},
	Combine: rules.Strongest(rules.Yes, rules.No),
	Rules: []rules.Rule[AssignmentFacts, rules.Truth]{
		{
			ID: "licensing.benefit.assignment.user", Text: "A usage-based benefit is activated by assigning it to a user of the company that exists in its Azure AD tenant.",
			Span: terms.SpanFrom(benefitPagesFrom), Sources: fromBenefitsPage("MPN-04", usageBasedSection),
			If: []rules.Condition[AssignmentFacts]{assignsToCompany, assignsInTenant}, Then: rules.Yes,
		},
		{
			ID: "licensing.benefit.assignment.guest", Text: "A usage-based benefit can be assigned to a guest that exists in the Azure AD tenant.",
			Span: terms.MustSpan(benefitPagesFrom, creditUsersFixedFrom), Sources: fromBenefitsPage("MPN-04", usageBasedSection),
			If: []rules.Condition[AssignmentFacts]{assignsToGuest, assignsInTenant}, Then: rules.Yes,
		},
		{
			ID: "licensing.benefit.assignment.absent", Text: "The user must already exist in the Azure AD tenant.",
			Span: terms.SpanFrom(benefitPagesFrom), Sources: fromBenefitsPage("MPN-04", usageBasedSection),
			If: []rules.Condition[AssignmentFacts]{assignsInTenant.Not()}, Then: rules.No,
		},
		{
			ID: "licensing.benefit.assignment.noGuest", Text: "Azure credit is assigned to an individual user of the organisation, and not to a guest.",
			Span: terms.SpanFrom(creditUsersFixedFrom), Sources: append(fromAzureCredits("Redeem your Azure credits"), rules.Source{
				Document: "Microsoft Q&A, question 5921471", Address: "https://learn.microsoft.com/answers/questions/5921471/azure-creadits", Checked: checked,
			}),
			If: []rules.Condition[AssignmentFacts]{assignsToGuest}, Then: rules.No,
		},
		{
			ID: "licensing.benefit.assignment.freeMail", Text: "Azure credit cannot be assigned to users of a free-hosted domain.",
			Span: terms.SpanFrom(creditUsersFixedFrom), Sources: fromAzureCredits(creditQuestions),
			If: []rules.Condition[AssignmentFacts]{assignsFreeMail}, Then: rules.No,
		},
		{
			ID: "licensing.benefit.assignment.second", Text: "One user can have one active Azure credit only, monthly or bulk.",
			Span: terms.SpanFrom(creditUsersFixedFrom), Sources: fromAzureCredits(creditQuestions),
			If: []rules.Condition[AssignmentFacts]{assignsSecond}, Then: rules.No,
		},
	},
}))

// reassignmentLimit is how many times a monthly credit can be reassigned.
var reassignmentLimit = rules.Must(rules.NewTimeline("licensing.benefit.reassignments",
	"How many times the user of a monthly credit can be replaced.",
	rules.Entry[Times]{Value: 5, Span: terms.SpanFrom(creditUsersFixedFrom), Sources: fromAzureCredits(assignedUsers)}))

var (
	changesMonthly = rulebook.One("the credit is monthly", "credit", func(f UserChangeFacts) AzureBenefit { return f.Credit }, AzureMonthlyCredit)
	changesBulk    = rulebook.One("the credit is bulk", "credit", func(f UserChangeFacts) AzureBenefit { return f.Credit }, AzureBulkCredit)
	changesOut     = rulebook.One("a user is removed", "change", func(f UserChangeFacts) UserChange { return f.Change }, RemoveUser)
	changesOver    = rulebook.One("a user is replaced", "change", func(f UserChangeFacts) UserChange { return f.Change }, ReplaceUser)
	changesInYear  = rulebook.Holds("it is the year of enrolment", "inEnrolmentYear", func(f UserChangeFacts) rules.Truth { return f.InEnrolmentYear })
	changesTooMany = rulebook.Holds("there would be more reassignments than there can be", "reassignments", func(f UserChangeFacts) rules.Truth { return f.TooMany })
)

// The rules that stand on how many reassignments there can be.
const (
	ruleUserCapped = "licensing.benefit.user.monthly.capped"
	ruleUserSpent  = "licensing.benefit.user.monthly.spent"
)

// reassignmentArgs gives what a message about reassignments needs.
func reassignmentArgs(f UserChangeFacts) []rules.Arg {
	return []rules.Arg{rules.CountArg("reassignments", f.Reassignments), rules.CountArg("limit", int(f.Limit))}
}

// userChange says which changes of the users of Azure credit are permitted.
var userChange = rules.Must(rules.New(rules.Spec[UserChangeFacts, rules.Truth]{
	ID: "licensing/benefit.user", Question: "May the users of the Azure credit be changed so?",
	Facts: []rules.Fact{
		{Name: "credit", Text: "Is it monthly or bulk credit?"},
		{Name: "change", Text: "Is a user added, removed or replaced?"},
		{Name: "inEnrolmentYear", Text: "Is it still the member's year of enrolment?"},
		{Name: "reassignments", Text: "How many reassignments of the credit would there be with this one?"},
	},
	Default: rules.No, DefaultText: "Bulk credit has one user, which is assigned and then at most replaced. Before 21 October 2020 nothing is on record.",
	DefaultSources: fromBenefitsPage("MPN-22", usageBasedSection),
	Rules: []rules.Rule[UserChangeFacts, rules.Truth]{
		{
			ID: "licensing.benefit.user.monthly", Text: "Users of monthly credit can be added and removed at any time.",
			Span: terms.MustSpan(benefitPagesFrom, creditUsersFixedFrom), Sources: fromBenefitsPage("MPN-05", usageBasedSection),
			If: []rules.Condition[UserChangeFacts]{changesMonthly}, Then: rules.Yes,
		},
		{
			ID: "licensing.benefit.user.bulk.remove", Text: "Bulk credit has no remove: it is transferred to somebody else.",
			Span: terms.MustSpan(benefitPagesFrom, creditUsersFixedFrom), Sources: fromBenefitsPage("MPN-22", usageBasedSection),
			If: []rules.Condition[UserChangeFacts]{changesBulk, changesOut}, Then: rules.No,
		},
		{
			ID: "licensing.benefit.user.bulk.transfer", Text: "Bulk credit is transferred to somebody else during the year of enrolment.",
			Span: terms.MustSpan(benefitPagesFrom, creditUsersFixedFrom), Sources: fromBenefitsPage("MPN-22", usageBasedSection),
			If: []rules.Condition[UserChangeFacts]{changesBulk, changesOver, changesInYear}, Then: rules.Yes,
		},
		{
			ID: "licensing.benefit.user.bulk.late", Text: "Bulk credit is not transferred after the year of enrolment.",
			Span: terms.MustSpan(benefitPagesFrom, creditUsersFixedFrom), Sources: fromBenefitsPage("MPN-22", usageBasedSection),
			If: []rules.Condition[UserChangeFacts]{changesBulk, changesOver, changesInYear.Not()}, Then: rules.No,
		},
		{
			ID: "licensing.benefit.user.monthly.removed", Text: "A user of monthly credit can be removed at any time.",
			Span: terms.SpanFrom(creditUsersFixedFrom), Sources: fromAzureCredits(assignedUsers),
			If: []rules.Condition[UserChangeFacts]{changesMonthly, changesOut}, Then: rules.Yes,
		},
		{
			ID: ruleUserCapped, Text: "Users of monthly credit can be changed at any time, up to so many reassignments: as published, five.",
			Span: terms.SpanFrom(creditUsersFixedFrom), Sources: fromAzureCredits(assignedUsers),
			If: []rules.Condition[UserChangeFacts]{changesMonthly, changesOut.Not(), changesTooMany.Not()}, Then: rules.Yes, Args: reassignmentArgs,
		},
		{
			ID: ruleUserSpent, Text: "After so many reassignments of monthly credit, as published five, no exception is granted.",
			Span: terms.SpanFrom(creditUsersFixedFrom), Sources: fromAzureCredits(assignedUsers),
			If: []rules.Condition[UserChangeFacts]{changesMonthly, changesOut.Not(), changesTooMany}, Then: rules.No, Args: reassignmentArgs,
		},
		{
			ID: "licensing.benefit.user.bulk.fixed", Text: "Bulk credit cannot be reassigned: the user can change next year, with the benefits of a renewal.",
			Span: terms.SpanFrom(creditUsersFixedFrom), Sources: fromAzureCredits(assignedUsers),
			If: []rules.Condition[UserChangeFacts]{changesBulk}, Then: rules.No,
		},
	},
}))
