package pricing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// billingSet says who bills whom.
var billingSet = rules.Must(newBillingSet())

func newBillingSet() (*rules.Set[BillingCase, Billing], error) {
	is := func(name string, parties ...licensing.Party) rules.Condition[BillingCase] {
		return rulebook.One(name, "party", func(c BillingCase) licensing.Party { return c.Party }, parties...)
	}
	byMicrosoft := is("billed is a tier 1 partner or a distributor", licensing.DirectPartner, licensing.Distributor)
	reseller := is("billed is a reseller", licensing.Reseller)
	customer := is("billed is a customer", licensing.Customer)
	type rule = rules.Rule[BillingCase, Billing]
	return rules.New(rules.Spec[BillingCase, Billing]{
		ID: "pricing/billing", Question: "Who bills this party, how often, by whose prices and in which currency?",
		Facts:   []rules.Fact{{Name: "party", Text: "Who is billed: a tier 1 partner, a distributor, a reseller or a customer?"}},
		Combine: together,
		Rules: []rule{
			{
				ID: "pricing.billing.microsoft", Text: "Microsoft bills the tier 1 partner or the distributor monthly, for all usage of its resellers' and customers' subscriptions.",
				Span: terms.Always(), If: all(byMicrosoft), Then: Billing{By: BillerMicrosoft, Monthly: true},
				Sources: []rules.Source{azureInCSP("CSP-22", "Billing")},
			},
			{
				ID: "pricing.billing.distributor", Text: "A reseller is billed by its distributor, at the distributor's prices.",
				Span: terms.Always(), If: all(reseller), Then: Billing{By: BillerDistributor, Prices: BillerDistributor},
				Sources: []rules.Source{azureInCSP("CSP-22", "Billing")},
			},
			{
				ID: "pricing.billing.partner", Text: "The partner bills its customers.",
				Span: terms.Always(), If: all(customer), Then: Billing{By: BillerPartner},
				Sources: []rules.Source{azureInCSP("CSP-22", "Billing")},
			},
			{
				ID: "pricing.currency.partner", Text: "The partner's currency is set by its agreement with Microsoft.",
				Span: terms.Always(), If: all(byMicrosoft), Then: Billing{Currency: CurrencyByMicrosoft},
				Sources: []rules.Source{azureInCSP("CSP-23", "Billing")},
			},
			{
				ID: "pricing.currency.customer", Text: "The customer's currency is set by its agreement with the partner.",
				Span: terms.Always(), If: all(customer), Then: Billing{Currency: CurrencyByPartner},
				Sources: []rules.Source{azureInCSP("CSP-23", "Billing")},
			},
		},
	})
}

// commitmentSet says what whoever buys is bound to.
var commitmentSet = rules.Must(newCommitmentSet())

func newCommitmentSet() (*rules.Set[CommitmentCase, Commitment], error) {
	is := func(name string, m PurchaseModel) rules.Condition[CommitmentCase] {
		return rulebook.One(name, "model", func(c CommitmentCase) PurchaseModel { return c.Model }, m)
	}
	return rules.New(rules.Spec[CommitmentCase, Commitment]{
		ID: "pricing/commitment", Question: "What is whoever buys this bound to?",
		Facts: []rules.Fact{{Name: "model", Text: "Is it paid as it is used, or bought for a term?"}},
		Rules: []rules.Rule[CommitmentCase, Commitment]{
			{
				ID: "pricing.payasyougo", Text: "There is no minimum purchase and no commitment; it can be cancelled at any time, and what is owed must be paid.",
				Span: terms.Always(), If: all(is("it is paid as it is used", PayAsYouGo)), Then: OnlyWhatIsUsed,
				Sources: []rules.Source{azureInCSP("CSP-20", "Pay as you go")},
			},
			{
				ID: "pricing.term", Text: "The whole term is billed on every billing plan, used or not, once it can no longer be cancelled.",
				Span: terms.Always(), If: all(is("it is bought for a term", ForATerm)), Then: TheWholeTerm,
				Sources: []rules.Source{billingOverview},
			},
		},
	})
}
