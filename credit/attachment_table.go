package credit

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

var (
	isAttached = rules.Condition[Attachment]{
		Name: "the subscription is attached to an Enterprise Agreement", Reads: []string{"attached"},
		Holds: func(a Attachment) rules.Truth { return a.Attached },
	}
	hasCredit = rules.Condition[Attachment]{
		Name: "the subscription has unused credit", Reads: []string{"left"},
		Holds: func(a Attachment) rules.Truth { return rules.Given(!a.Left.IsZero(), a.Left.Sign() > 0) },
	}
)

func leftArgs(a Attachment) []rules.Arg { return []rules.Arg{rules.MoneyArg("left", a.Left)} }

// publishedAttachment says what becomes of unused credit.
var publishedAttachment = rules.Must(rules.New(rules.Spec[Attachment, Fate]{
	ID: "credit/attachment", Question: "What becomes of unused credit when the subscription is attached to an Enterprise Agreement?",
	Facts: []rules.Fact{
		{Name: "attached", Text: "Is the subscription attached to an Enterprise Agreement?"},
		{Name: "left", Text: "How much unused credit does it have?"},
	},
	Rules: []rules.Rule[Attachment, Fate]{
		{
			ID: "credit.attachment.void", Text: "Attaching the subscription to an Enterprise Agreement voids all unused credit.",
			Span: terms.Always(), Sources: []rules.Source{
				openPage("OPEN-16", sectionQuestions), licensingSchool,
				page("Direct EA administration (2023-07-21)", "https://learn.microsoft.com/azure/cost-management-billing/manage/direct-ea-administration"),
			},
			If: []rules.Condition[Attachment]{isAttached, hasCredit}, Then: CreditVoided, Args: leftArgs,
		},
		{
			ID: "credit.attachment.usedUp", Text: "A subscription whose credit is used up has none to lose by it.",
			Span: terms.Always(), Sources: []rules.Source{openPage("OPEN-16", sectionQuestions)},
			If: []rules.Condition[Attachment]{isAttached, hasCredit.Not()}, Then: NoCreditLeft,
		},
		{
			ID: "credit.attachment.none", Text: "Without it credit goes on to pay, until its own time ends.",
			Span: terms.Always(), Sources: []rules.Source{openPage("OPEN-02", sectionHow)},
			If: []rules.Condition[Attachment]{isAttached.Not()}, Then: CreditKept,
		},
		{
			ID: "credit.attachment.advice.useUp", Text: "Customers are advised to use up all credit before they attach the subscription.",
			Span: terms.Always(), Sources: []rules.Source{openPage("OPEN-16", sectionQuestions)},
			If: []rules.Condition[Attachment]{isAttached, hasCredit}, Args: leftArgs,
		},
		{
			ID: "credit.attachment.advice.review", Text: "Customers are advised to review the documentation of the Enterprise Agreement first.",
			Span: terms.Always(), Sources: []rules.Source{openPage("OPEN-16", sectionQuestions)},
			If: []rules.Condition[Attachment]{isAttached},
		},
	},
}))
