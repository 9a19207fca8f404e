package samples

import (
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

// PricingAccess gives every access of a partner, as far as it matters for earned credit.
func PricingAccess() rulestest.Samples[pricing.Access] {
	return rulestest.Product(
		rulestest.Of("holder", func(a *pricing.Access, v pricing.Holder) { a.Holder = v },
			pricing.TransactingPartner, pricing.ResellerOfRecord, pricing.OtherPartner),
		rulestest.Of("path", func(a *pricing.Access, v pricing.AccessPath) { a.Path = v },
			pricing.AOBO, pricing.LighthouseOffer, pricing.LighthouseTemplate, pricing.DirectoryUser),
		rulestest.Truth("linked", func(a *pricing.Access, v rules.Truth) { a.Linked = v }),
		rulestest.Truth("role", func(a *pricing.Access, v rules.Truth) { a.RoleEligible = v }),
		rulestest.Of("scope", func(a *pricing.Access, v pricing.ScopeKind) { a.Scope = v },
			pricing.SubscriptionScope, pricing.ResourceGroupScope, pricing.ResourceScope, pricing.ManagementGroupScope),
		rulestest.Truth("covers", func(a *pricing.Access, v rules.Truth) { a.Covers = v }),
		rulestest.Truth("permanent", func(a *pricing.Access, v rules.Truth) { a.Permanent = v }),
		rulestest.Truth("held", func(a *pricing.Access, v rules.Truth) { a.Held = v }),
	)
}

// PricingEarnedCredit gives every use of a day, as far as it matters for earned credit.
func PricingEarnedCredit() rulestest.Samples[pricing.Earning] {
	return rulestest.Product(
		rulestest.Of("product", func(e *pricing.Earning, v pricing.PlanProduct) { e.Product = v },
			pricing.PlanConsumption, pricing.PlanReservation, pricing.PlanSavings, pricing.SpotMachine, pricing.ThirdParty,
			pricing.MarketplaceProduct, pricing.PreviousOffer, pricing.TelcoOverage, pricing.UnlistedProduct),
		rulestest.Truth("agreement", func(e *pricing.Earning, v rules.Truth) { e.Agreement = v }),
		rulestest.Truth("billed", func(e *pricing.Earning, v rules.Truth) { e.Billed = v }),
		rulestest.Truth("covered", func(e *pricing.Earning, v rules.Truth) { e.Covered = v }),
		rulestest.Truth("access", func(e *pricing.Earning, v rules.Truth) { e.Access = v }),
	)
}

// PricingTax gives a price in a market that a page excepts and in one that it does not, by each page. The market itself is
// looked up before the set is asked.
func PricingTax() rulestest.Samples[pricing.TaxCase] {
	in := map[rules.Truth]markets.Market{rules.Yes: markets.MustParseMarket("BR"), rules.No: markets.MustParseMarket("SE")}
	return rulestest.Product(
		rulestest.Truth("market", func(c *pricing.TaxCase, v rules.Truth) { c.Market, c.Listed = in[v], v }),
		rulestest.Of("reading", func(c *pricing.TaxCase, v pricing.TaxReading) { c.Reading = v },
			pricing.SoftwarePageTax, pricing.ReservationPageTax, pricing.PriceListTax),
	)
}

// PricingBilling gives every party that is billed.
func PricingBilling() rulestest.Samples[pricing.BillingCase] {
	return rulestest.Product(rulestest.Of("party", func(c *pricing.BillingCase, v licensing.Party) { c.Party = v },
		licensing.DirectPartner, licensing.Distributor, licensing.Reseller, licensing.Customer))
}

// PricingCommitment gives every way in which something is paid for.
func PricingCommitment() rulestest.Samples[pricing.CommitmentCase] {
	return rulestest.Product(rulestest.Of("model", func(c *pricing.CommitmentCase, v pricing.PurchaseModel) { c.Model = v },
		pricing.PayAsYouGo, pricing.ForATerm))
}
