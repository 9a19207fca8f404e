package cancellation

import "github.com/cloudterms/terms/rules"

// A Product is what was purchased, as far as cancelling goes. The zero Product means "not given".
type Product uint8

const (
	// PerpetualSoftware is a software licence without end (SW-17).
	PerpetualSoftware Product = iota + 1
	// SoftwareSubscription is a subscription to Windows Server, SQL Server or other server software (SW-12), and also a
	// software plan of Red Hat or SUSE ([Purchase.LinuxPlan]).
	SoftwareSubscription
	// LicenseBased is seats of a Microsoft online service in the new commerce experience, also such as began as a trial.
	LicenseBased
	// ExtendedServiceTerm is the term into which licence-based seats run on when they are neither renewed nor cancelled.
	ExtendedServiceTerm
	// MarketplaceMonthly is a SaaS offer of the commercial marketplace, billed monthly.
	MarketplaceMonthly
	// MarketplaceAnnual is a SaaS offer of the commercial marketplace, billed annually.
	MarketplaceAnnual
	// BusinessCentral is Dynamics 365 Business Central, bought as a marketplace offer.
	BusinessCentral
	// AzurePlan is Azure paid as it is used, in the Azure plan or in the offer before it (CSP-20).
	AzurePlan
	// Reservation is an Azure reservation, and also what is sold like one: prepaid software plans and pre-purchases.
	Reservation
	// SavingsPlan is an Azure savings plan.
	SavingsPlan
)

// An Opening says what opened the window that is asked about. The zero Opening means "not given".
type Opening uint8

const (
	// ByPurchase is the purchase itself.
	ByPurchase Opening = iota + 1
	// ByRenewal is a renewal, which begins a new term. It opens the window at the instant at which it completes, up to 24
	// hours after the old term ended.
	ByRenewal
	// ByConversion is the conversion of a trial into a paid subscription.
	ByConversion
	// ByAddedSeats is an increase of the quantity in mid-term: each batch of seats has a window of its own.
	ByAddedSeats
	// ByUpgrade is a full upgrade in mid-term, to which no window applies.
	ByUpgrade
	// ByPartialUpgrade is an upgrade of some of the seats in mid-term: what came of it has the window of its source.
	ByPartialUpgrade
)

// A Purchase is the facts the rules read: what was bought, and what opened the window. Each may be left out; whoever asks is
// told which fact is missing where it matters, and only there.
type Purchase struct {
	Product Product `json:"product,omitzero"`
	// Opening matters for licence-based seats and for the marketplace only.
	Opening Opening `json:"opening,omitzero"`
	// LinuxPlan is whether it is a software plan of Red Hat or SUSE. It matters for software subscriptions and reservations
	// (SW-14).
	LinuxPlan rules.Truth `json:"linuxPlan,omitzero"`
	// FinalPlan is whether it is one of the other plans that are final: Azure Red Hat OpenShift, a pre-purchase of
	// Databricks or Synapse, Azure VMware Solution by CloudSimple. It matters for reservations only.
	FinalPlan rules.Truth `json:"finalPlan,omitzero"`
}

// An Asker is the facts about whoever wants to cancel.
type Asker struct {
	// AdminAgent is whether that person has the role of admin agent in Partner Center, whatever other roles there are. The page
	// says so of cancelling "a purchase", under software subscriptions (SW-13), and it is read here of every purchase. The
	// policy page names sales agents and global administrators too, as those it is written for.
	AdminAgent rules.Truth `json:"adminAgent,omitzero"`
}
