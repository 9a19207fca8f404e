package pricing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A Deal is what a partner is about to do with an offer. The zero Deal means "not given".
type Deal uint8

const (
	// DealPurchase buys a subscription of the offer that is not there yet.
	DealPurchase Deal = iota + 1
	// DealContinue goes on with an active subscription of the offer.
	DealContinue
	// DealChangePartner serves the customer's request to change to this channel partner (CSP-07).
	DealChangePartner
	// DealTransfer takes subscriptions over from another partner as they are, by a support ticket or a transfer request. The page
	// wants both partners to "have a customer with a subscription to the previous Azure offer", which is read as this customer.
	DealTransfer
	// DealTakeOver takes over the billing of subscriptions of the previous offer from another partner with the self-service
	// tool, which converts them to the Azure plan as it does (CSP-08).
	DealTakeOver
	// DealToProvider is that of a direct partner that becomes an indirect reseller, and moves its customers to an indirect
	// provider (CSP-11).
	DealToProvider
)

// An AzureHistory is what Azure the customer has bought so far, the strongest that is true. The zero AzureHistory means "not
// given".
type AzureHistory uint8

const (
	// NeverBoughtAzure has bought no Azure at all.
	NeverBoughtAzure AzureHistory = iota + 1
	// OtherAzureOnly has bought Azure, but never the previous offer.
	OtherAzureOnly
	// PreviousElsewhere has bought the previous offer, but never from this partner.
	PreviousElsewhere
	// PreviousEnded has bought the previous offer from this partner, and has no subscription of it with it that is active.
	PreviousEnded
	// PreviousActive has an active subscription of the previous offer with this partner.
	PreviousActive
)

// A ContinuationReading says who may go on with the previous offer. The offer page says it twice, and not alike: for a
// customer whose subscriptions have ended the two differ. The zero ContinuationReading is the default, EverBought.
type ContinuationReading uint8

const (
	// EverBought lets those go on who have bought the previous offer (CSP-03). It is the default: the detailed rules of phase 1
	// say so, and with them the announcement of June 2021 and the page on purchases, by which the previous offer can be put into
	// the cart "for customers who have purchased it in the past".
	EverBought ContinuationReading = iota + 1
	// ActiveTogether lets only those go on who together have an active subscription of it (CSP-15), as the undated summary at
	// the head of the page has it.
	ActiveTogether
)

// A GCCReading says what customers of the Government Community Cloud may have. The zero GCCReading is the default,
// GCCOfferPage.
type GCCReading uint8

const (
	// GCCOfferPage lets them go on with the previous offer (CSP-10). It is the default, by the offer page.
	GCCOfferPage GCCReading = iota + 1
	// GCCPricePage gives them licence-based products only, by the page on pricing and offers of 2023.
	GCCPricePage
)

// A Permission is whether something may be transacted. The zero Permission is no answer.
type Permission uint8

const (
	// Permitted may be transacted as it was asked.
	Permitted Permission = iota + 1
	// PermittedConverting may, and what the customer has of the previous offer becomes the Azure plan as it does.
	PermittedConverting
	// Refused may not.
	Refused
)

// A Transaction is the facts about a partner, a customer and an offer. The partner is the one Microsoft bills, a direct-bill
// partner or an indirect provider; an indirect reseller asks for its provider.
type Transaction struct {
	// Offer is its id, as in MS-AZR-0145P. Kind is what it is; where that is not given, [Rules.MayTransact] looks the offer up,
	// and asks for one that the catalogue has ([Rules.OfferByID] says why an id is none).
	Offer string    `json:"offer,omitzero"`
	Kind  OfferKind `json:"kind,omitzero"`
	Deal  Deal      `json:"deal,omitzero"`
	// PartnerEnrolled is the day on which the partner enrolled in CSP, CustomerEnrolled that on which the customer came to
	// CSP, and Related that on which the two established their reseller relationship in Partner Center.
	PartnerEnrolled  terms.Day `json:"partnerEnrolled,omitzero"`
	CustomerEnrolled terms.Day `json:"customerEnrolled,omitzero"`
	Related          terms.Day `json:"related,omitzero"`
	// PartnerExisting, CustomerExisting and RelationshipExisting are whether these were there before phase 1. Where they are
	// not given, [Rules.MayTransact] takes them from the days; and where the relationship was, the two were.
	PartnerExisting      rules.Truth  `json:"partnerExisting,omitzero"`
	CustomerExisting     rules.Truth  `json:"customerExisting,omitzero"`
	RelationshipExisting rules.Truth  `json:"relationshipExisting,omitzero"`
	History              AzureHistory `json:"history,omitzero"`
	// HasPlan is whether the customer has an Azure plan with this partner.
	HasPlan rules.Truth `json:"hasPlan,omitzero"`
	// GCC is whether it is a customer of the Government Community Cloud.
	GCC rules.Truth `json:"gcc,omitzero"`
	// CustomerAgreement is whether its acceptance of the Microsoft Customer Agreement is attested, or given to Microsoft.
	CustomerAgreement rules.Truth         `json:"customerAgreement,omitzero"`
	Continuation      ContinuationReading `json:"continuation,omitzero"`
	GCCReading        GCCReading          `json:"gccReading,omitzero"`
}

// MayTransact says whether a partner may transact an offer for a customer on a day, and why. From phase 1 on, 21 July 2021,
// net-new business is in the Azure plan only (CSP-02). The previous offer goes on in an existing relationship in which the
// customer has bought it (CSP-03 or CSP-15, by the [ContinuationReading]); it is closed to partners new to CSP (CSP-04), to new
// customers (CSP-05), in new relationships (CSP-06), on a change of channel partner too (CSP-07), and to customers who never bought
// Azure (CSP-09). Customers of GCC (CSP-10), direct partners who become resellers (CSP-11) and shared services (CSP-12) are
// exempt, though GCC does not open the previous offer to a partner new to CSP. The self-service tool converts what it takes over
// (CSP-08).
func (r *Rules) MayTransact(day terms.Day, facts Transaction) rules.Decision[Permission] {
	return r.transaction.Explain(day, r.lookUpTransaction(facts))
}

// MayTransact is [Rules.MayTransact] of the published rules.
func MayTransact(day terms.Day, facts Transaction) rules.Decision[Permission] {
	return Published().MayTransact(day, facts)
}

// TransactionSet gives the set that decides what may be transacted, to list, trace and test. It is asked by what
// [Rules.MayTransact] looks up: Kind, PartnerExisting, CustomerExisting, RelationshipExisting and the two readings.
func (r *Rules) TransactionSet() *rules.Set[Transaction, Permission] { return r.transaction }

// EditTransaction gives the rules with an edit of [Rules.TransactionSet].
func (r *Rules) EditTransaction(e rules.Edit[Transaction, Permission]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.transaction, e)
}

// lookUpTransaction fills in what follows from the offer, the days and the default readings.
func (r *Rules) lookUpTransaction(t Transaction) Transaction {
	if t.Kind == 0 {
		t.Kind = r.kindOf(t.Offer)
	}
	if t.Continuation == 0 {
		t.Continuation = EverBought
	}
	if t.GCCReading == 0 {
		t.GCCReading = GCCOfferPage
	}
	existing := func(given rules.Truth, since terms.Day) rules.Truth {
		if given != rules.Unknown {
			return given
		}
		return rules.Given(!since.IsZero(), since.Before(r.starts[Phase1]))
	}
	t.RelationshipExisting = existing(t.RelationshipExisting, t.Related)
	t.PartnerExisting = existing(t.PartnerExisting, t.PartnerEnrolled)
	t.CustomerExisting = existing(t.CustomerExisting, t.CustomerEnrolled)
	if t.RelationshipExisting == rules.Yes {
		t.PartnerExisting = yesIfUnknown(t.PartnerExisting)
		t.CustomerExisting = yesIfUnknown(t.CustomerExisting)
	}
	return t
}

func yesIfUnknown(t rules.Truth) rules.Truth {
	if t == rules.Unknown {
		return rules.Yes
	}
	return t
}
