package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// openAccountFrom is the first day on which an account was created that Azure in Open takes (OPEN-17).
var openAccountFrom = terms.MustParseDay("2014-07-14")

var openAccountIsOld = rulebook.Holds("the account was created before 14 July 2014", "created",
	func(a OpenAccount) rules.Truth {
		return rules.Given(!a.Created.IsZero(), a.Created.Before(openAccountFrom))
	})

func openAccountArgs(a OpenAccount) []rules.Arg {
	if a.Created.IsZero() {
		return nil
	}
	return []rules.Arg{rules.DayArg("created", a.Created), rules.DayArg("from", openAccountFrom)}
}

// openAccount says whether an account will do for Azure in Open.
var openAccount = rules.Must(rules.New(rules.Spec[OpenAccount, rules.Truth]{
	ID: "licensing/openaccount", Question: "Can an Azure in Open subscription be created with the account?",
	Facts: []rules.Fact{{Name: "created", Text: "On which day was the Azure account with this e-mail address created?"}},
	Rules: []rules.Rule[OpenAccount, rules.Truth]{
		{
			ID: "licensing.openaccount.new", Text: "An account created on 14 July 2014 or later will do.",
			Span: terms.SpanFrom(openFrom), Sources: fromOpenPage("OPEN-17", openQuestions),
			If: []rules.Condition[OpenAccount]{openAccountIsOld.Not()}, Then: rules.Yes, Args: openAccountArgs,
		},
		{
			ID:   "licensing.openaccount.old",
			Text: "An account created before 14 July 2014, of any offer type, trials and Office 365 included, will not do: create a new one with another e-mail address.",
			Span: terms.SpanFrom(openFrom), Sources: fromOpenPage("OPEN-17", openQuestions),
			If: []rules.Condition[OpenAccount]{openAccountIsOld}, Then: rules.No, Args: openAccountArgs,
		},
	},
}))

func openWishIs(name string, product OpenProduct) []rules.Condition[OpenWish] {
	return []rules.Condition[OpenWish]{rulebook.Holds(name, "product", func(w OpenWish) rules.Truth { return rules.Is(w.Product, product) })}
}

// openProduct says how a customer with Azure in Open comes by a product.
var openProduct = rules.Must(rules.New(rules.Spec[OpenWish, OpenWay]{
	ID: "licensing/openproduct", Question: "How does a customer with Azure in Open come by the product?",
	Facts: []rules.Fact{{Name: "product", Text: "What kind of product is it?"}},
	Rules: []rules.Rule[OpenWish, OpenWay]{
		{
			ID:   "licensing.openproduct.consumption",
			Text: "Credit pays for any Azure service that is paid as it is used. Not every service is offered in every data centre location.",
			Span: terms.SpanFrom(openFrom), Sources: append(fromOpenPage("OPEN-02", "How it works"), fromOpenPage("OPEN-26", openQuestions)...),
			If: openWishIs("the product is paid as it is used", OpenConsumption), Then: WayCredit,
		},
		{
			ID: "licensing.openproduct.ownLicence", Text: "Every offer of the Marketplace to which the customer brings its licence can be deployed.",
			Span: terms.SpanFrom(openFrom), Sources: fromOpenPage("OPEN-13", openQuestions),
			If: openWishIs("the product is an offer of the Marketplace with a licence of one's own", OpenOwnLicence), Then: WayOwnLicence,
		},
		{
			ID: "licensing.openproduct.marketplaceUsage", Text: "Offers of the Marketplace that are paid as they are used need a separate subscription with a credit card.",
			Span: terms.SpanFrom(openFrom), Sources: fromOpenPage("OPEN-13", openQuestions),
			If: openWishIs("the product is an offer of the Marketplace that is paid as it is used", OpenMarketplaceUsage), Then: WayCardSubscription,
		},
		{
			ID:   "licensing.openproduct.userLicence",
			Text: "Services such as Azure AD Basic, Azure AD Premium and Enterprise Mobility Suite are bought through Open by user and year, separately.",
			Span: terms.SpanFrom(openFrom), Sources: fromOpenPage("OPEN-28", openQuestions),
			If: openWishIs("the product is licensed per user", OpenUserLicence), Then: WayUserLicence,
		},
		{
			ID: "licensing.openproduct.supportPlan", Text: "A support plan is sold separately; it can be bought with a credit card.",
			Span: terms.SpanFrom(openFrom), Sources: fromOpenPage("OPEN-06", "Get support; "+openQuestions),
			If: openWishIs("the product is a support plan", OpenSupportPlan), Then: WayCardPurchase,
		},
		{
			ID: "licensing.openproduct.government", Text: "Services of Azure Government cannot currently be bought with Azure in Open.",
			Span: terms.SpanFrom(openFrom), Sources: fromOpenPage("OPEN-14", openQuestions),
			If: openWishIs("the product is of Azure Government", OpenGovernment), Then: WayNone,
		},
	},
}))

var openTopicIsTechnical = rulebook.Holds("the question is technical", "topic",
	func(q OpenQuestion) rules.Truth { return rules.Is(q.Topic, TopicTechnical) })

// openSupport says whether a question needs a support plan.
var openSupport = rules.Must(rules.New(rules.Spec[OpenQuestion, rules.Truth]{
	ID: "licensing/opensupport", Question: "Does the question need an Azure support plan?",
	Facts: []rules.Fact{{Name: "topic", Text: "Is the question about a subscription, about billing, or technical?"}},
	Rules: []rules.Rule[OpenQuestion, rules.Truth]{
		{
			ID:   "licensing.opensupport.technical",
			Text: "A technical question needs an Azure support plan, which is sold separately. Ask the reseller, or online in the classic portal.",
			Span: terms.SpanFrom(openFrom), Sources: fromOpenPage("OPEN-06", "Get support; "+openQuestions),
			If: []rules.Condition[OpenQuestion]{openTopicIsTechnical}, Then: rules.Yes,
		},
		{
			ID:   "licensing.opensupport.free",
			Text: "Questions about the subscription or billing need no support plan. Ask the reseller, or online in the classic portal.",
			Span: terms.SpanFrom(openFrom), Sources: fromOpenPage("OPEN-06", "Get support; "+openQuestions),
			If: []rules.Condition[OpenQuestion]{openTopicIsTechnical.Not()}, Then: rules.No,
		},
	},
}))

var (
	openManagerIsCustomer = rulebook.Holds("it is managed by the customer", "by",
		func(m OpenManagement) rules.Truth { return rules.Is(m.By, Customer) })
	openManagerIsReseller = rulebook.Holds("it is managed by the reseller", "by",
		func(m OpenManagement) rules.Truth { return rules.Is(m.By, Reseller) })
	openManagerIsAdded = rulebook.Holds("the customer has added the reseller as co-administrator", "coAdministrator",
		func(m OpenManagement) rules.Truth { return m.CoAdministrator })
)

// openManagement says who may manage an account with Azure in Open. What no rule permits is refused.
var openManagement = rules.Must(rules.New(rules.Spec[OpenManagement, rules.Truth]{
	ID: "licensing/openmanagement", Question: "May this party manage the account?",
	Facts: []rules.Fact{
		{Name: "by", Text: "Who is to manage it, the customer or its reseller?"},
		{Name: "coAdministrator", Text: "Has the customer added the reseller as co-administrator?"},
	},
	Default: rules.No, DefaultText: "The customer has not let this party manage its account. Before August 2014 nothing is on record.",
	DefaultSources: fromOpenPage("OPEN-18", openQuestions),
	Rules: []rules.Rule[OpenManagement, rules.Truth]{
		{
			ID: "licensing.openmanagement.customer", Text: "The customer manages its own account.",
			Span: terms.SpanFrom(openFrom), Sources: fromOpenPage("OPEN-18", openQuestions),
			If: []rules.Condition[OpenManagement]{openManagerIsCustomer}, Then: rules.Yes,
		},
		{
			ID:   "licensing.openmanagement.reseller",
			Text: "A reseller that the customer has added as co-administrator manages the account, alone or together with the customer.",
			Span: terms.SpanFrom(openFrom), Sources: fromOpenPage("OPEN-18", openQuestions),
			If: []rules.Condition[OpenManagement]{openManagerIsReseller, openManagerIsAdded}, Then: rules.Yes,
		},
	},
}))

var openMoveIsSupported = rulebook.Holds("billing support has found the move to be supported", "supported",
	func(m OpenMove) rules.Truth { return m.Supported })

// openMove says whether a workload may be moved, as billing support does.
var openMove = rules.Must(rules.New(rules.Spec[OpenMove, rules.Truth]{
	ID: "licensing/openmove", Question: "Is the move of the workload supported?",
	Facts: []rules.Fact{{Name: "supported", Text: "What has Microsoft's billing support found about moving this workload?"}},
	Rules: []rules.Rule[OpenMove, rules.Truth]{
		{
			ID: "licensing.openmove.supported", Text: "Billing support has evaluated the workload, and the move is supported.",
			Span: terms.SpanFrom(openFrom), Sources: fromOpenPage("OPEN-25", openQuestions),
			If: []rules.Condition[OpenMove]{openMoveIsSupported}, Then: rules.Yes,
		},
		{
			ID: "licensing.openmove.notSupported", Text: "Billing support has evaluated the workload, and the move is not supported.",
			Span: terms.SpanFrom(openFrom), Sources: fromOpenPage("OPEN-25", openQuestions),
			If: []rules.Condition[OpenMove]{openMoveIsSupported.Not()}, Then: rules.No,
		},
	},
}))
