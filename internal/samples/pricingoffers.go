package samples

import (
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

// offerKinds is every kind of offer.
func offerKinds() []pricing.OfferKind {
	return []pricing.OfferKind{
		pricing.PreviousAzureOffer, pricing.AzurePlanOffer, pricing.SharedServicesOffer, pricing.NationalCloudOffer,
		pricing.SandboxOffer, pricing.OutsideCSP,
	}
}

// PricingTransaction gives every transaction, as far as the facts matter for its offer and deal, and at most two of those that do
// are missing. The offer, the days and the readings are looked up before the set is asked.
func PricingTransaction() rulestest.Samples[pricing.Transaction] {
	return rulestest.Product(
		rulestest.Of("offer", func(t *pricing.Transaction, v pricing.OfferKind) { t.Kind = v }, offerKinds()...),
		rulestest.Of("deal", func(t *pricing.Transaction, v pricing.Deal) { t.Deal = v },
			pricing.DealPurchase, pricing.DealContinue, pricing.DealChangePartner, pricing.DealTransfer, pricing.DealTakeOver, pricing.DealToProvider),
		rulestest.Truth("partnerEnrolled", func(t *pricing.Transaction, v rules.Truth) { t.PartnerExisting = v }),
		rulestest.Truth("customerEnrolled", func(t *pricing.Transaction, v rules.Truth) { t.CustomerExisting = v }),
		rulestest.Truth("related", func(t *pricing.Transaction, v rules.Truth) { t.RelationshipExisting = v }),
		rulestest.Of("history", func(t *pricing.Transaction, v pricing.AzureHistory) { t.History = v },
			pricing.NeverBoughtAzure, pricing.OtherAzureOnly, pricing.PreviousElsewhere, pricing.PreviousEnded, pricing.PreviousActive),
		rulestest.Truth("hasPlan", func(t *pricing.Transaction, v rules.Truth) { t.HasPlan = v }),
		rulestest.Of("gcc", func(t *pricing.Transaction, v government) { t.GCC, t.GCCReading = v.gcc, v.reading },
			government{rules.No, pricing.GCCOfferPage}, government{rules.Yes, pricing.GCCOfferPage}, government{rules.Yes, pricing.GCCPricePage}),
		rulestest.Truth("customerAgreement", func(t *pricing.Transaction, v rules.Truth) { t.CustomerAgreement = v }),
		rulestest.Of("continuation", func(t *pricing.Transaction, v pricing.ContinuationReading) { t.Continuation = v },
			pricing.EverBought, pricing.ActiveTogether),
	).Where(teaches)
}

// government is whether a customer is of the Government Community Cloud, and how that is read.
type government struct {
	gcc     rules.Truth
	reading pricing.GCCReading
}

// teaches leaves out transactions whose other facts do not matter for their offer and deal, and those of which much is missing.
func teaches(t pricing.Transaction) bool {
	dates := []rules.Truth{t.PartnerExisting, t.CustomerExisting, t.RelationshipExisting}
	ofCustomer := []rules.Truth{t.HasPlan, t.GCC, t.CustomerAgreement}
	previous, plan := t.Kind == pricing.PreviousAzureOffer, t.Kind == pricing.AzurePlanOffer
	newBusiness := t.Deal == pricing.DealPurchase || t.Deal == pricing.DealChangePartner
	switch {
	case t.Kind == 0 || t.Deal == 0:
		return (t.Kind != 0 || t.Deal != 0) && missing(t.History == 0, append(dates, ofCustomer...)...) == 0 &&
			t.RelationshipExisting == rules.Yes && t.PartnerExisting == rules.Yes && t.CustomerExisting == rules.Yes && t.Continuation == pricing.EverBought
	case previous && newBusiness:
		return missing(t.History == 0, append(dates, ofCustomer...)...) <= 1 && t.Continuation != 0
	case !allUnknown(dates...) || t.Continuation != 0:
		return false
	case previous || plan:
		return t.GCCReading != pricing.GCCPricePage
	default:
		return t.History == 0 && allUnknown(ofCustomer...)
	}
}

func allUnknown(truths ...rules.Truth) bool { return missing(false, truths...) == len(truths) }

// missing counts what is not given.
func missing(first bool, truths ...rules.Truth) int {
	count := 0
	if first {
		count++
	}
	for _, t := range truths {
		if t == rules.Unknown {
			count++
		}
	}
	return count
}

// PricingOrder gives every order of a subscription.
func PricingOrder() rulestest.Samples[pricing.SubscriptionOrder] {
	return rulestest.Product(
		rulestest.Of("offer", func(o *pricing.SubscriptionOrder, v pricing.OfferKind) { o.Kind = v }, offerKinds()...),
		rulestest.Truth("hasPlan", func(o *pricing.SubscriptionOrder, v rules.Truth) { o.HasPlan = v }),
	)
}

// PricingTransition gives every transition to the Azure plan.
func PricingTransition() rulestest.Samples[pricing.Transition] {
	return rulestest.Product(
		rulestest.Of("offer", func(t *pricing.Transition, v pricing.OfferKind) { t.Kind = v }, offerKinds()...),
		rulestest.Of("party", func(t *pricing.Transition, v licensing.Party) { t.Party = v },
			licensing.DirectPartner, licensing.Distributor, licensing.Reseller, licensing.Customer),
		rulestest.Truth("related", func(t *pricing.Transition, v rules.Truth) { t.Related = v }),
		rulestest.Truth("customerAgreement", func(t *pricing.Transition, v rules.Truth) { t.CustomerAgreement = v }),
		rulestest.Truth("gcc", func(t *pricing.Transition, v rules.Truth) { t.GCC = v }),
	)
}

// PricingAfterTransition gives everything that a transition does something to.
func PricingAfterTransition() rulestest.Samples[pricing.TransitionItem] {
	return rulestest.Product(
		rulestest.Of("part", func(i *pricing.TransitionItem, v pricing.TransitionPart) { i.Part = v }, pricing.TransitionParts()...),
	)
}

// PricingIncentive gives every partner and offer, as far as they matter for incentives.
func PricingIncentive() rulestest.Samples[pricing.IncentiveCase] {
	return rulestest.Product(
		rulestest.Of("offer", func(c *pricing.IncentiveCase, v pricing.OfferKind) { c.Kind = v }, offerKinds()...),
		rulestest.Truth("registered", func(c *pricing.IncentiveCase, v rules.Truth) { c.Registered = v }),
		rulestest.Truth("silverCloudPlatform", func(c *pricing.IncentiveCase, v rules.Truth) { c.SilverCloudPlatform = v }),
	)
}

// PricingPriceBasis gives every kind of offer that is billed.
func PricingPriceBasis() rulestest.Samples[pricing.PriceCase] {
	return rulestest.Product(rulestest.Of("offer", func(c *pricing.PriceCase, v pricing.OfferKind) { c.Kind = v }, offerKinds()...))
}
