package pricing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// transactionSet decides what a partner may transact for a customer.
var transactionSet = rules.Must(newTransactionSet())

// agreementRequired is the day from which no order is placed without the Microsoft Customer Agreement.
var agreementRequired = terms.MustParseDay("2020-02-01")

type transactionRule = rules.Rule[Transaction, Permission]

// The conditions of what may be transacted.
var (
	isPrevious  = offerIs("offer is the previous offer", PreviousAzureOffer)
	isPlan      = offerIs("offer is an Azure plan", AzurePlanOffer)
	isShared    = offerIs("offer is Azure Partner Shared Services", SharedServicesOffer)
	isOfPartner = offerIs("offer is the previous offer or an Azure plan", PreviousAzureOffer, AzurePlanOffer)

	isNewBusiness = dealIs("deal is a purchase or a change of channel partner", DealPurchase, DealChangePartner)
	isTakeOver    = dealIs("deal is to take over billing with the tool", DealTakeOver)
	isTransfer    = dealIs("deal is a transfer without conversion", DealTransfer)
	isToProvider  = dealIs("deal is to move customers to an indirect provider", DealToProvider)
	isContinuing  = dealIs("deal is to go on with a subscription", DealContinue)

	partnerExisted      = rulebook.Holds("partner was enrolled before phase 1", "partnerEnrolled", func(t Transaction) rules.Truth { return t.PartnerExisting })
	customerExisted     = rulebook.Holds("customer was in CSP before phase 1", "customerEnrolled", func(t Transaction) rules.Truth { return t.CustomerExisting })
	relationshipExisted = rulebook.Holds("relationship was established before phase 1", "related", func(t Transaction) rules.Truth { return t.RelationshipExisting })
	hasPlan             = rulebook.Holds("customer has an Azure plan with the partner", "hasPlan", func(t Transaction) rules.Truth { return t.HasPlan })
	isGCC               = rulebook.Holds("customer is of the Government Community Cloud", "gcc", func(t Transaction) rules.Truth { return t.GCC })
	hasAgreement        = rulebook.Holds("Microsoft Customer Agreement is accepted", "customerAgreement", func(t Transaction) rules.Truth { return t.CustomerAgreement })

	isActive      = historyIs("customer has an active subscription of the previous offer with the partner", PreviousActive)
	hasEnded      = historyIs("customer's subscriptions of the previous offer with the partner have ended", PreviousEnded)
	boughtFromIt  = historyIs("customer has bought the previous offer from the partner", PreviousActive, PreviousEnded)
	neverAzure    = historyIs("customer has never bought Azure", NeverBoughtAzure)
	boughtNotHere = historyIs("customer has bought Azure, but not the previous offer from the partner", OtherAzureOnly, PreviousElsewhere)

	byEverBought     = rulebook.One("who ever bought may go on", "continuation", func(t Transaction) ContinuationReading { return t.Continuation }, EverBought)
	byActiveTogether = rulebook.One("only who has it active may go on", "continuation", func(t Transaction) ContinuationReading { return t.Continuation }, ActiveTogether)
	gccByOfferPage   = gccReadBy("customer is of GCC, read by the offer page", GCCOfferPage)
	gccByPricePage   = gccReadBy("customer is of GCC, read by the page on prices", GCCPricePage)
)

func offerIs(name string, kinds ...OfferKind) rules.Condition[Transaction] {
	return rulebook.One(name, "offer", func(t Transaction) OfferKind { return t.Kind }, kinds...)
}

func dealIs(name string, deals ...Deal) rules.Condition[Transaction] {
	return rulebook.One(name, "deal", func(t Transaction) Deal { return t.Deal }, deals...)
}

func historyIs(name string, histories ...AzureHistory) rules.Condition[Transaction] {
	return rulebook.One(name, "history", func(t Transaction) AzureHistory { return t.History }, histories...)
}

// gccReadBy is a condition of the customer's cloud and of the reading of what it may have there, which is never missing by
// itself: [Rules.MayTransact] fills it in.
func gccReadBy(name string, reading GCCReading) rules.Condition[Transaction] {
	return rulebook.Holds(name, "gcc", func(t Transaction) rules.Truth { return t.GCC.And(rules.Is(t.GCCReading, reading)) })
}

func newTransactionSet() (*rules.Set[Transaction, Permission], error) {
	return rules.New(rules.Spec[Transaction, Permission]{
		ID: "pricing/transaction", Question: "May this partner transact this offer for this customer on this day?",
		Facts: []rules.Fact{
			{Name: "offer", Text: "Which offer of the catalogue is it?"},
			{Name: "deal", Text: "What is to be done with it?"},
			{Name: "partnerEnrolled", Text: "When did the partner enrol in CSP?"},
			{Name: "customerEnrolled", Text: "When did the customer come to CSP?"},
			{Name: "related", Text: "When did the two establish their reseller relationship?"},
			{Name: "history", Text: "What Azure has the customer bought so far, and from whom?"},
			{Name: "hasPlan", Text: "Has the customer an Azure plan with this partner?"},
			{Name: "gcc", Text: "Is it a customer of the Government Community Cloud?"},
			{Name: "customerAgreement", Text: "Is the customer's acceptance of the Microsoft Customer Agreement attested?"},
			{Name: "continuation", Text: "By which of the readings of who may go on?"},
		},
		Combine: rules.Strongest(Permitted, PermittedConverting, Refused),
		Rules: append(append(append(
			dated(continuationRules()...), dated(closingRules()...)...), dated(movingRules()...)...), otherOfferRules()...),
	})
}

// continuationRules are who may go on with the previous offer.
func continuationRules() []transactionRule {
	return []transactionRule{
		{
			ID: "pricing.transact.before", Text: "Before phase 1 the previous offer is transacted like any other.",
			If: all(isPrevious, isTakeOver.Not()), Then: Permitted, Sources: []rules.Source{azureInCSP("CSP-02", "Phase 1"), phases2021},
		},
		{
			ID: "pricing.transact.continue", Text: "Existing active subscriptions in the previous offer go on.",
			If: all(isPrevious, isContinuing, isActive), Then: Permitted, Sources: []rules.Source{azureInCSP("CSP-02", "Important dates for the previous Azure offer in CSP")},
		},
		{
			ID: "pricing.transact.continue.nothing", Text: "Without an active subscription of the previous offer there is nothing that goes on.",
			If: all(isPrevious, isContinuing, isActive.Not()), Then: Refused, Sources: []rules.Source{azureInCSP("CSP-02", "Important dates for the previous Azure offer in CSP")},
		},
		{
			ID: "pricing.transact.existing", Text: "In an existing relationship, a customer who has bought the previous offer may go on buying it from that partner.",
			If: all(isPrevious, isNewBusiness, byEverBought, relationshipExisted, boughtFromIt), Then: Permitted,
			Sources: []rules.Source{azureInCSP("CSP-03", "Phase 1"), phases2021, enrolment},
		},
		{
			ID: "pricing.transact.existing.active", Text: "A partner and a customer who have an established relationship and together an active subscription of the previous offer may go on with it.",
			If: all(isPrevious, isNewBusiness, byActiveTogether, relationshipExisted, isActive), Then: Permitted,
			Sources: []rules.Source{azureInCSP("CSP-15", "The new Azure offer in CSP")},
		},
		{
			ID: "pricing.transact.gcc", Text: "Customers of the Government Community Cloud may go on with the previous offer.",
			If:   all(isPrevious, gccByOfferPage, dealIs("deal is a purchase, a change of channel partner or a transfer", DealPurchase, DealChangePartner, DealTransfer)),
			Then: Permitted, Sources: []rules.Source{azureInCSP("CSP-10", "Phase 1")},
			Excepts: []rules.ID{
				"pricing.transact.existing.ended", "pricing.transact.customer.new", "pricing.transact.relationship.new",
				"pricing.transact.neverazure", "pricing.transact.netnew", "pricing.transact.plan.closes", "pricing.transact.transfer.converts",
			},
		},
	}
}

// closingRules are for whom the previous offer is closed.
func closingRules() []transactionRule {
	refuses := func(id rules.ID, text string, sources []rules.Source, conditions ...rules.Condition[Transaction]) transactionRule {
		return transactionRule{ID: id, Text: text, If: append(all(isPrevious, isNewBusiness), conditions...), Then: Refused, Sources: sources}
	}
	return []transactionRule{
		refuses("pricing.transact.existing.ended", "Who has no active subscription of the previous offer together may not go on with it.",
			[]rules.Source{azureInCSP("CSP-15", "The new Azure offer in CSP")}, byActiveTogether, hasEnded),
		refuses("pricing.transact.partner.new", "The previous offer is closed to partners new to CSP.",
			[]rules.Source{azureInCSP("CSP-04", "Phase 1"), enrolment, plansPriced}, partnerExisted.Not()),
		refuses("pricing.transact.customer.new", "The previous offer is closed to new customers.",
			[]rules.Source{azureInCSP("CSP-05", "Phase 1"), enrolment}, customerExisted.Not()),
		refuses("pricing.transact.relationship.new", "A new relationship, or a newly acquired customer, transacts in the new offer only.",
			[]rules.Source{azureInCSP("CSP-06", "Phase 1"), phases2021}, relationshipExisted.Not()),
		refuses("pricing.transact.neverazure", "A customer who has never bought Azure buys the new offer only, in an existing relationship too.",
			[]rules.Source{azureInCSP("CSP-09", "Phase 1"), phases2021}, neverAzure),
		refuses("pricing.transact.netnew", "What the customer has not had from this partner is net-new business, which is in the new offer only.",
			[]rules.Source{azureInCSP("CSP-02", "Phase 1")}, boughtNotHere),
		refuses("pricing.transact.plan.closes", "Once a customer has an Azure plan, the previous offer can no longer be purchased for it.",
			[]rules.Source{purchasePlan, planTransition}, hasPlan),
		{
			ID: "pricing.transact.change", Text: "The policies of phase 1 also hold for requests to change channel partner.",
			If: all(isPrevious, dealIs("deal is a change of channel partner", DealChangePartner)), Sources: []rules.Source{azureInCSP("CSP-07", "Phase 1")},
		},
		{
			ID: "pricing.transact.phase3", Text: "Whoever is left on the previous offer is moved to the Azure plan.",
			If: all(isPrevious), Then: Refused, Sources: []rules.Source{azureInCSP("CSP-01", "Important dates for the previous Azure offer in CSP"), phases2021, switchPartner},
		},
		{
			ID: "pricing.transact.agreement", Text: "No new order is placed for a customer that has not accepted the Microsoft Customer Agreement.",
			Span: terms.SpanFrom(agreementRequired), Then: Refused,
			If:      all(isOfPartner, dealIs("deal is a new order", DealPurchase, DealChangePartner, DealTakeOver), hasAgreement.Not()),
			Sources: []rules.Source{azurePlanIntro("PLAN-05"), azurePlanIntro("PLAN-09")},
		},
		{
			ID: "pricing.transact.gcc.licences", Text: "By the page on prices, customers of the Government Community Cloud have licence-based products only.",
			Span: terms.Always(), If: all(isPrevious, isNewBusiness, gccByPricePage), Then: Refused, Sources: []rules.Source{governmentPrices},
		},
	}
}

// movingRules are what becomes of subscriptions of the previous offer that go to another partner.
func movingRules() []transactionRule {
	return []transactionRule{
		{
			ID: "pricing.transact.tool", Text: "A self-service tool takes over the billing of subscriptions of the previous offer from another partner, and converts them to the Azure plan as it does.",
			If: all(isPrevious, isTakeOver), Then: PermittedConverting, Sources: []rules.Source{azureInCSP("CSP-08", "Phase 1"), unconverted},
		},
		{
			ID: "pricing.transact.tool.before", Text: "There is no tool yet to take over billing.",
			If: all(isPrevious, isTakeOver), Then: Refused, Sources: []rules.Source{azureInCSP("CSP-08", "Phase 1")},
		},
		{
			ID: "pricing.transact.tool.gcc", Text: "A billing transfer tool for customers of the Government Community Cloud is being planned.",
			If: all(isPrevious, isTakeOver, isGCC), Then: Refused, Sources: []rules.Source{azureInCSP("CSP-10", "Phase 1")},
		},
		{
			ID: "pricing.transact.transfer", Text: "Subscriptions of the previous offer are transferred without conversion where both partners have the customer on it.",
			If: all(isPrevious, isTransfer, isActive), Then: Permitted, Sources: []rules.Source{unconverted},
		},
		{
			ID: "pricing.transact.transfer.converts", Text: "Where only the other partner has the customer on the previous offer, its subscriptions move with the tool, which converts them.",
			If: all(isPrevious, isTransfer, isActive.Not()), Then: Refused, Sources: []rules.Source{unconverted},
		},
		{
			ID: "pricing.transact.toprovider", Text: "Direct partners who become indirect resellers and move their customers to an indirect provider are exempt from the changes.",
			If: all(isPrevious, isToProvider), Then: Permitted, Sources: []rules.Source{azureInCSP("CSP-11", "Phase 1"), directToIndirect},
		},
	}
}

// otherOfferRules are about offers that the phases do not close.
func otherOfferRules() []transactionRule {
	planDeals := dealIs("deal is a purchase, a change of channel partner, a transfer, or to go on", DealPurchase, DealChangePartner, DealTransfer, DealContinue)
	ownUse := dealIs("deal is a purchase, or to go on", DealPurchase, DealContinue)
	return []transactionRule{
		{
			ID: "pricing.transact.plan", Text: "The Azure plan is the new offer, to which all partners and customers are invited.",
			Span: terms.SpanFrom(planBegins), If: all(isPlan, planDeals), Then: Permitted,
			Sources: []rules.Source{azureInCSP("CSP-15", "The new Azure offer in CSP"), azureInCSP("CSP-06", "Phase 1"), launched, underPlan},
		},
		{
			ID: "pricing.transact.plan.before", Text: "There is no Azure plan yet.",
			Span: terms.SpanUntil(planBegins), If: all(isPlan), Then: Refused, Sources: []rules.Source{launched},
		},
		{
			ID: "pricing.transact.plan.upgrade", Text: "For a customer with an active subscription of the previous offer no plan is created beside it: the transition buys the plan and moves the subscription.",
			Span: terms.SpanFrom(planBegins), If: all(isPlan, dealIs("deal is a purchase", DealPurchase), isActive, hasPlan.Not()), Then: PermittedConverting,
			Sources: []rules.Source{createPlan, planTransition},
		},
		{
			ID: "pricing.transact.plan.gcc", Text: "The Azure plan for customers of the Government Community Cloud is being planned.",
			Span: terms.SpanFrom(planBegins), If: all(isPlan, planDeals, isGCC), Then: Refused, Sources: []rules.Source{azureInCSP("CSP-10", "Phase 1")},
		},
		{
			ID: "pricing.transact.plan.tool", Text: "The self-service tool takes over subscriptions of the previous offer; those of a plan are transferred.",
			Span: terms.SpanFrom(planBegins), If: all(isPlan, isTakeOver), Then: Refused, Sources: []rules.Source{azureInCSP("CSP-08", "Phase 1"), underPlan},
		},
		{
			ID: "pricing.transact.plan.toprovider", Text: "An Azure plan does not move from a direct partner to its provider: it is cancelled, and bought anew through the provider.",
			Span: terms.SpanFrom(planBegins), If: all(isPlan, isToProvider), Then: Refused, Sources: []rules.Source{directToIndirect},
		},
		{
			ID: "pricing.transact.sharedservices", Text: "For Azure Partner Shared Services, which are for a partner's own use, nothing changes.",
			Span: terms.Always(), If: all(isShared, ownUse), Then: Permitted, Sources: []rules.Source{azureInCSP("CSP-12", "Phase 1"), sharedServices},
		},
		{
			ID: "pricing.transact.sharedservices.stay", Text: "Shared services are for a partner's own use, in its own tenant: they do not go to another.",
			Span: terms.Always(), If: all(isShared, ownUse.Not()), Then: Refused, Sources: []rules.Source{sharedServices},
		},
		{
			ID: "pricing.transact.sandbox", Text: "The offers of the sandbox are for tests, and no customer has them.",
			Span: terms.Always(), If: all(offerIs("offer is of the sandbox", SandboxOffer)), Then: Refused, Sources: []rules.Source{sandboxPage},
		},
		{
			ID: "pricing.transact.outside", Text: "The offer is not one of CSP.",
			Span: terms.Always(), If: all(offerIs("offer is none of CSP", OutsideCSP)), Then: Refused, Sources: offerNumbers,
		},
	}
}
