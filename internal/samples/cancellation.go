package samples

import (
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
