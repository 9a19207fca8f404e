package samples

import (
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

// Tasks gives every task with every role.
func Tasks() rulestest.Samples[licensing.TaskFacts] {
	type facts = licensing.TaskFacts
	return rulestest.Product(
		rulestest.Of("task", func(f *facts, t licensing.Task) { f.Task = t },
			licensing.SellSoftware, licensing.SellAzurePlan, licensing.FetchCustomerKeys, licensing.FetchOwnKeys,
			licensing.ReadKeyActivity, licensing.ViewBenefits),
		role(func(f *facts, r licensing.PortalRole) { f.Role = r }),
	)
}

// role gives the dimension of a person's role.
func role[In any](set func(*In, licensing.PortalRole)) rulestest.Dimension[In] {
	return rulestest.Of("role", set,
		licensing.GlobalAdministrator, licensing.AdminAgent, licensing.SalesAgent, licensing.AccountAdministrator,
		licensing.ReferralAdministrator, licensing.MarketingContentAdministrator, licensing.PartnerAdministrator, licensing.OtherPortalRole)
}

// product gives the dimension of what is ordered.
func product[In any](set func(*In, licensing.OrderedProduct)) rulestest.Dimension[In] {
	return rulestest.Of("product", set,
		licensing.OrderedAzurePlan, licensing.OrderedPreviousAzure, licensing.OrderedMicrosoft365, licensing.OrderedDynamics365,
		licensing.OrderedReservation, licensing.OrderedServerSubscription, licensing.OrderedOther)
}

// Visibility gives the places where a software subscription may be looked for.
func Visibility() rulestest.Samples[licensing.VisibilityFacts] {
	return rulestest.Product(
		rulestest.Of("place", func(f *licensing.VisibilityFacts, p licensing.SoftwarePlace) { f.Place = p },
			licensing.InGetSubscriptions, licensing.InGetOrders, licensing.OnSubscriptionsPage, licensing.OnSoftwarePage),
	)
}

// SoftwareBilling gives the facts of how often a software subscription is billed.
func SoftwareBilling() rulestest.Samples[licensing.SoftwareBillingFacts] {
	type facts = licensing.SoftwareBillingFacts
	return rulestest.Product(
		rulestest.Of("termDuration", func(f *facts, t licensing.Term) { f.Term = t }, licensing.OneMonth, licensing.OneYear, licensing.ThreeYears),
		rulestest.Of("billingCycle", func(f *facts, c licensing.BillingCycle) { f.Cycle = c },
			licensing.Monthly, licensing.Annual, licensing.Triennial),
		rulestest.Truth("remoteDesktopCal", func(f *facts, t rules.Truth) { f.RemoteDesktopCAL = t }),
		rulestest.Truth("shown", func(f *facts, t rules.Truth) { f.Shown = t }),
	)
}

// SoftwareNeeds gives the kinds of software.
func SoftwareNeeds() rulestest.Samples[licensing.SoftwareNeedFacts] {
	return rulestest.Product(
		rulestest.Of("kind", func(f *licensing.SoftwareNeedFacts, k licensing.SoftwareKind) { f.Kind = k },
			licensing.SoftwareToDownload, licensing.SoftwareWithInstructions, licensing.ServiceLicence),
	)
}

// Acquisition gives every product with every customer.
func Acquisition() rulestest.Samples[licensing.AcquisitionFacts] {
	type facts = licensing.AcquisitionFacts
	return rulestest.Product(
		product(func(f *facts, p licensing.OrderedProduct) { f.Product = p }),
		rulestest.Truth("commercial", func(f *facts, t rules.Truth) { f.Commercial = t }),
	)
}
