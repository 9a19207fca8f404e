package samples

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

// CancellationPurchase is every purchase that the sets of package cancellation tell apart, missing facts included.
func CancellationPurchase() rulestest.Samples[cancellation.Purchase] {
	return rulestest.Product(
		rulestest.Of("product", func(p *cancellation.Purchase, v cancellation.Product) { p.Product = v },
			cancellation.PerpetualSoftware, cancellation.SoftwareSubscription, cancellation.LicenseBased, cancellation.ExtendedServiceTerm,
			cancellation.MarketplaceMonthly, cancellation.MarketplaceAnnual, cancellation.BusinessCentral, cancellation.AzurePlan,
			cancellation.Reservation, cancellation.SavingsPlan),
		rulestest.Of("opening", func(p *cancellation.Purchase, v cancellation.Opening) { p.Opening = v },
			cancellation.ByPurchase, cancellation.ByRenewal, cancellation.ByConversion, cancellation.ByAddedSeats,
			cancellation.ByUpgrade, cancellation.ByPartialUpgrade),
		rulestest.Truth("linuxPlan", func(p *cancellation.Purchase, v rules.Truth) { p.LinuxPlan = v }),
		rulestest.Truth("finalPlan", func(p *cancellation.Purchase, v rules.Truth) { p.FinalPlan = v }),
	)
}

// CancellationAsker is everybody who might cancel.
func CancellationAsker() rulestest.Samples[cancellation.Asker] {
	return rulestest.Product(
		rulestest.Truth("adminAgent", func(a *cancellation.Asker, v rules.Truth) { a.AdminAgent = v }),
	)
}

// CancellationReturn is every reservation that might be given back.
func CancellationReturn() rulestest.Samples[cancellation.ReturnFacts] {
	return rulestest.Product(
		rulestest.Truth("withinLimit", func(f *cancellation.ReturnFacts, v rules.Truth) { f.WithinLimit = v }),
	)
}

// CancellationExchange is every exchange that the rules tell apart, missing facts included.
func CancellationExchange() rulestest.Samples[cancellation.ExchangeFacts] {
	type facts = cancellation.ExchangeFacts
	return rulestest.Product(
		rulestest.Truth("sameType", func(f *facts, v rules.Truth) { f.SameType = v }),
		rulestest.Truth("coversRemaining", func(f *facts, v rules.Truth) { f.CoversRemaining = v }),
		rulestest.Truth("linuxPlan", func(f *facts, v rules.Truth) { f.LinuxPlan = v }),
		rulestest.Truth("finalPlan", func(f *facts, v rules.Truth) { f.FinalPlan = v }),
		rulestest.Of("purchased", func(f *facts, v terms.Day) { f.Purchased = v }, terms.MustParseDay("2027-01-31"), terms.MustParseDay("2027-02-01")),
		rulestest.Truth("savingsPlanCovers", func(f *facts, v rules.Truth) { f.SavingsPlanCovers = v }),
	)
}

// CancellationParticulars is everything that whoever cancels can have at hand, or lack.
func CancellationParticulars() rulestest.Samples[cancellation.Particulars] {
	type particulars = cancellation.Particulars
	return rulestest.Product(
		rulestest.Of("product", func(p *particulars, v cancellation.Product) { p.Product = v },
			cancellation.PerpetualSoftware, cancellation.SoftwareSubscription, cancellation.LicenseBased),
		text("customer", func(p *particulars, v string) { p.CustomerName = v }),
		text("customer", func(p *particulars, v string) { p.CustomerTenant = v }),
		text("customer", func(p *particulars, v string) { p.CustomerDomain = v }),
		text("subscription", func(p *particulars, v string) { p.SubscriptionName = v }),
		text("subscription", func(p *particulars, v string) { p.SubscriptionID = v }),
		text("productName", func(p *particulars, v string) { p.ProductName = v }),
		text("orders", func(p *particulars, v string) { p.Orders = []string{v} }),
	)
}

// CancellationSupport is everything that a support request can carry, or lack.
func CancellationSupport() rulestest.Samples[cancellation.SupportRequest] {
	type request = cancellation.SupportRequest
	return rulestest.Product(
		text("impact", func(s *request, v string) { s.Impact = v }),
		text("title", func(s *request, v string) { s.Title = v }),
		text("customer", func(s *request, v string) { s.CustomerTenant = v }),
		text("customer", func(s *request, v string) { s.CustomerDomain = v }),
		text("purchase", func(s *request, v string) { s.OrderID = v }),
		text("purchase", func(s *request, v string) { s.SubscriptionID = v }),
		text("reason", func(s *request, v string) { s.Reason = v }),
		rulestest.Of("amount", func(s *request, v terms.Currency) {
			if v == terms.USD {
				s.Amount = terms.MustParseMoney("0 USD")
			}
		}, terms.USD).AlwaysGiven(),
		text("contactName", func(s *request, v string) { s.ContactName = v }),
		text("contactEmail", func(s *request, v string) { s.ContactEmail = v }),
		text("contactPhone", func(s *request, v string) { s.ContactPhone = v }),
	)
}

// text gives the dimension of a field of text, of which it is always known whether it is empty.
func text[In any](fact string, set func(*In, string)) rulestest.Dimension[In] {
	return rulestest.Of(fact, set, "something").AlwaysGiven()
}
