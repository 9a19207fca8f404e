package pricing

import (
	"cmp"
	"errors"

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
	// Offer is its id, as in MS-AZR-0145P. Kind is what it is; where that is not given, [Rules.MayTransact] looks the offer up.
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
//
// Facts that contradict each other, and an offer that the catalogue does not have, are taken as not given: nothing is
// permitted by them, and where they matter the decision has no answer and names them as missing. [Rules.CheckTransaction]
// says what is wrong with them.
func (r *Rules) MayTransact(day terms.Day, facts Transaction) rules.Decision[Permission] {
	known, _ := r.lookUpTransaction(facts)
	return r.transaction.Explain(day, known)
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

// CheckTransaction reports everything in the facts of a transaction that is wrong, whatever the day: an offer that the
// catalogue does not have and of which the kind is not given either is [ErrOffer]; a kind that the offer is not of, a
// relationship from before the partner or the customer came to CSP, and a yes or no that its day contradicts are
// [ErrTransaction]. Facts that are not given are not wrong.
func (r *Rules) CheckTransaction(facts Transaction) error {
	_, wrong := r.lookUpTransaction(facts)
	return errors.Join(wrong...)
}

// CheckTransaction is [Rules.CheckTransaction] of the published rules.
func CheckTransaction(facts Transaction) error { return Published().CheckTransaction(facts) }

// lookUpTransaction fills in what follows from the offer, the days and the default readings. What contradicts itself is not
// known, and is reported.
func (r *Rules) lookUpTransaction(t Transaction) (known Transaction, wrong []error) {
	t.Continuation = cmp.Or(t.Continuation, EverBought)
	t.GCCReading = cmp.Or(t.GCCReading, GCCOfferPage)
	var err error
	if t.Kind, err = r.kindIn(t); err != nil {
		wrong = append(wrong, err)
	}
	partner := since{"partnerEnrolled", "partnerExisting", t.PartnerEnrolled, t.PartnerExisting}
	customer := since{"customerEnrolled", "customerExisting", t.CustomerEnrolled, t.CustomerExisting}
	related := since{"related", "relationshipExisting", t.Related, t.RelationshipExisting}
	for _, s := range []*since{&partner, &customer, &related} {
		wrong = append(wrong, s.decide(r.starts[Phase1])...)
	}
	for _, s := range []*since{&partner, &customer} {
		wrong = append(wrong, s.goesBefore(&related)...)
	}
	for _, s := range []*since{&partner, &customer} {
		if related.existing == rules.Yes && s.day.IsZero() {
			s.existing = cmp.Or(s.existing, rules.Yes)
		}
	}
	t.PartnerExisting, t.CustomerExisting, t.RelationshipExisting = partner.existing, customer.existing, related.existing
	return t, wrong
}

// kindIn gives what kind of offer a transaction is about: the one that is given, or that of the offer.
func (r *Rules) kindIn(t Transaction) (OfferKind, error) {
	if t.Offer == "" {
		return t.Kind, nil
	}
	c, err := r.catalogued(t.Offer)
	switch {
	case err != nil && t.Kind != 0:
		return t.Kind, nil // an offer that only the caller knows
	case err != nil:
		return 0, err
	case t.Kind != 0 && t.Kind != c.offer.Kind:
		return 0, fault(ErrTransaction, "kind", t.Kind, c.offer.Kind.String()+", which the offer "+c.offer.ID+" is, or none")
	}
	return c.offer.Kind, nil
}

// since is the day from which something is there, and whether it was before phase 1.
type since struct {
	dayName, name string
	day           terms.Day
	existing      rules.Truth
}

// decide takes from the day whether it was there before phase 1.
func (s *since) decide(phase1 terms.Day) []error {
	byDay := rules.Given(!s.day.IsZero(), s.day.Before(phase1))
	if byDay != rules.Unknown && s.existing == byDay.Not() {
		given := s.existing
		s.existing = rules.Unknown
		return []error{fault(ErrTransaction, s.name, given, byDay.String()+", as "+s.dayName+" is "+s.day.String()+", or none")}
	}
	s.existing = cmp.Or(s.existing, byDay)
	return nil
}

// goesBefore holds that there was no relationship before it.
func (s *since) goesBefore(related *since) []error {
	if !s.day.IsZero() && !related.day.IsZero() && related.day.Before(s.day) {
		s.existing, related.existing = rules.Unknown, rules.Unknown
		return []error{fault(ErrTransaction, related.dayName, related.day, "a day from "+s.day.String()+" on, which "+s.dayName+" is")}
	}
	if related.existing == rules.Yes && s.existing == rules.No {
		s.existing, related.existing = rules.Unknown, rules.Unknown
		return []error{fault(ErrTransaction, related.name, rules.Yes, "no, where "+s.name+" is no")}
	}
	return nil
}
