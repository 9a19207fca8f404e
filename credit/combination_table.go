package credit

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// offerOf says which offer a lot is of; bulk credit beside bulk credit is no other offer.
var offerOf = [...]Offer{Token: OfferAzureInOpen, TopUp: OfferAzureInOpen, MonthlyBenefit: OfferMonthlyCredit, BulkBenefit: NoOffer}

var (
	isWithNone = rules.Condition[Combination]{
		Name: "there is no other offer", Reads: []string{"with"},
		Holds: func(c Combination) rules.Truth { return rules.Is(c.With, NoOffer) },
	}
	isSameUser = rules.Condition[Combination]{
		Name: "both are of one user", Reads: []string{"sameUser"},
		Holds: func(c Combination) rules.Truth { return c.SameUser },
	}
)

// benefitQuestions is the partner benefits' list of questions, which has the symptom.
var benefitQuestions = page("Partner benefits FAQ (2020-12-15, translated)", "https://learn.microsoft.com/partner-center/benefits-faq")

// publishedCombination says whether bulk credit can be combined.
var publishedCombination = rules.Must(rules.New(rules.Spec[Combination, rules.Truth]{
	ID: "credit/combination", Question: "Can bulk credit be combined with another offer?",
	Facts: []rules.Fact{
		{Name: "with", Text: "Which other offer is there?"},
		{Name: "sameUser", Text: "Are the bulk credit and the other offer assigned to one user?"},
	},
	Rules: []rules.Rule[Combination, rules.Truth]{
		{
			ID: "credit.combination.none", Text: "Bulk credit stands alone.",
			Span: terms.Always(), Sources: []rules.Source{benefitsPage("MPN-06")},
			If: []rules.Condition[Combination]{isWithNone}, Then: rules.Yes,
		},
		{
			ID: "credit.combination.refused", Text: "Bulk credit cannot be combined with other licensing, prepaid or credit offers.",
			Span: terms.Always(), Sources: []rules.Source{benefitsPage("MPN-06"), benefitQuestions},
			If: []rules.Condition[Combination]{isWithNone.Not(), isSameUser}, Then: rules.No,
			Args: func(c Combination) []rules.Arg { return []rules.Arg{rules.TextArg("with", c.With.String())} },
		},
		{
			ID: "credit.combination.otherUser", Text: "What another user has does not stand in the way.",
			Span: terms.Always(), Sources: []rules.Source{benefitQuestions},
			If: []rules.Condition[Combination]{isWithNone.Not(), isSameUser.Not()}, Then: rules.Yes,
			Args: func(c Combination) []rules.Arg { return []rules.Arg{rules.TextArg("with", c.With.String())} },
		},
	},
}))
