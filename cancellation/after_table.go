package cancellation

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

var (
	isAnySoftware = productIs("perpetual software or a software subscription", PerpetualSoftware, SoftwareSubscription)
	isOnline      = productIs("seats, a marketplace offer or Business Central",
		LicenseBased, ExtendedServiceTerm, MarketplaceMonthly, MarketplaceAnnual, BusinessCentral)
	afterSoftware = "Information after a cancellation"
)

type afterRule = rules.Rule[Purchase, Consequences]

var publishedAfter = rules.Must(rules.New(rules.Spec[Purchase, Consequences]{
	ID: "cancellation/after", Question: "What follows a cancellation?",
	Facts: []rules.Fact{productFact}, Combine: together,
	Rules: []afterRule{
		{
			ID: "cancellation.after.keys", Text: "Keys and download links are revoked for partner and customer; the item still shows, without its activation key.",
			Span: terms.Always(), Sources: cited{softwarePage.states("SW-20", afterSoftware)},
			If: conditions{isAnySoftware}, Then: consequencesOf(KeysRevoked, ShownWithoutKey),
		},
		{
			ID: "cancellation.after.duties", Text: "Partner and customer stop using the software; the partner also uninstalls it and removes downloads and links.",
			Span: terms.Always(), Sources: cited{softwarePage.states("SW-25", afterSoftware)},
			If: conditions{isAnySoftware}, Then: consequencesOf(StopUsing, Uninstall),
		},
		{
			ID: "cancellation.after.credit", Text: "A credit shows on the next monthly invoice.",
			Span: terms.Always(), Sources: cited{softwarePage.states("SW-26", afterSoftware)},
			If: conditions{isAnySoftware}, Then: consequencesOf(CreditOnInvoice),
		},
		{
			ID: "cancellation.after.shown", Text: "Up to 15 minutes may pass before the cancellation shows in Partner Center.",
			Span: terms.Always(), Sources: cited{softwarePage.states("SW-27", "Considerations when cancelling perpetual software")},
			If: conditions{isAnySoftware}, Then: consequencesOf(ShownLater),
		},
		{
			ID: "cancellation.after.access", Text: "The customer loses access at once, and the service cannot be restored; billing adjustments show on the next invoice.",
			Span: terms.Always(), Sources: cited{managePage.at("Cancel new commerce license-based subscriptions")},
			If: conditions{isOnline}, Then: consequencesOf(AccessLost, CreditOnInvoice),
		},
		{
			ID:   "cancellation.after.reservation",
			Text: "The invoice of the reservation is cancelled and a new one made for the refund, which stays with Microsoft for a later purchase of reservations.",
			Span: terms.Always(), Sources: cited{reservationsPage.at("How transactions are processed: Pay-as-you-go invoice payments and CSP program")},
			If: conditions{isReservation}, Then: consequencesOf(InvoiceReplaced, HeldForReservations),
		},
	},
}))
