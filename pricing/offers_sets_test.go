package pricing_test

import (
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/samples"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules/rulestest"
)

// elsewhere allows the offers of which the record says nothing.
func elsewhere[In any](kind func(In) pricing.OfferKind, silent ...pricing.OfferKind) rulestest.Allowance[In] {
	return rulestest.Allowance[In]{
		Kind: rulestest.Gap, Reason: "the record says nothing of these offers",
		Where: func(_ terms.Day, in In) bool {
			for _, k := range silent {
				if kind(in) == k {
					return true
				}
			}
			return false
		},
	}
}

func TestSetsAboutOffersAreSound(t *testing.T) {
	p := pricing.Published()
	t.Run("transaction", func(t *testing.T) {
		checkSet(t, "transaction", p.TransactionSet(), samples.PricingTransaction(),
			elsewhere(func(t pricing.Transaction) pricing.OfferKind { return t.Kind }, pricing.NationalCloudOffer))
	})
	t.Run("order", func(t *testing.T) {
		checkSet(t, "order", p.OrderSet(), samples.PricingOrder(),
			elsewhere(func(o pricing.SubscriptionOrder) pricing.OfferKind { return o.Kind },
				pricing.SharedServicesOffer, pricing.NationalCloudOffer, pricing.SandboxOffer, pricing.OutsideCSP),
			rulestest.Allowance[pricing.SubscriptionOrder]{
				Kind: rulestest.Gap, Reason: "before November 2019 there is no plan to order",
				Where: func(d terms.Day, o pricing.SubscriptionOrder) bool {
					return d.Before(day("2019-11-01")) && o.Kind == pricing.AzurePlanOffer
				},
			})
	})
	t.Run("transition", func(t *testing.T) { checkSet(t, "transition", p.TransitionSet(), samples.PricingTransition()) })
	t.Run("after transition", func(t *testing.T) {
		checkSet(t, "aftertransition", p.AfterTransitionSet(), samples.PricingAfterTransition(), rulestest.Allowance[pricing.TransitionItem]{
			Kind: rulestest.Gap, Reason: "before November 2019 there is no plan to move to",
			Where: func(d terms.Day, _ pricing.TransitionItem) bool { return d.Before(day("2019-11-01")) },
		})
	})
	t.Run("incentive", func(t *testing.T) {
		checkSet(t, "incentive", p.IncentiveSet(), samples.PricingIncentive(),
			elsewhere(func(c pricing.IncentiveCase) pricing.OfferKind { return c.Kind },
				pricing.SharedServicesOffer, pricing.NationalCloudOffer, pricing.SandboxOffer, pricing.OutsideCSP))
	})
	t.Run("price", func(t *testing.T) {
		checkSet(t, "price", p.PriceBasisSet(), samples.PricingPriceBasis(),
			elsewhere(func(c pricing.PriceCase) pricing.OfferKind { return c.Kind },
				pricing.NationalCloudOffer, pricing.SandboxOffer, pricing.OutsideCSP),
			rulestest.Allowance[pricing.PriceCase]{
				Kind: rulestest.Gap, Reason: "before November 2019 there is no plan to be billed for",
				Where: func(d terms.Day, c pricing.PriceCase) bool {
					return d.Before(day("2019-11-01")) && c.Kind == pricing.AzurePlanOffer
				},
			})
	})
}
