package pricing_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

func TestIncentivesOf(t *testing.T) {
	const none, all = pricing.Ineligible, pricing.Eligible
	tests := []struct {
		name               string
		offer, on          string
		registered, silver rules.Truth
		want               pricing.Incentives
	}{
		{"the previous offer, the day before phase 2", previousOffer, "2022-01-31", rules.Yes, rules.Yes, pricing.Incentives{Base: all, Additional: none}},
		{"the previous offer, the first day of phase 2", previousOffer, "2022-02-01", rules.Yes, rules.Yes, pricing.Incentives{Base: none, Additional: none}},
		{"the plan, registered", azurePlan, "2022-02-01", rules.Yes, rules.No, pricing.Incentives{Base: all, Additional: none}},
		{"the plan, registered and silver, the day before October 2021", azurePlan, "2021-09-30", rules.Yes, rules.Yes, pricing.Incentives{Base: all, Additional: none}},
		{"the plan, registered and silver, in October 2021", azurePlan, "2021-10-01", rules.Yes, rules.Yes, pricing.Incentives{Base: all, Additional: all}},
		{"the plan, not registered, in October 2021", azurePlan, "2021-10-01", rules.No, rules.No, pricing.Incentives{Base: none, Additional: none}},
		{"the plan, not registered, before: the record does not say", azurePlan, "2021-09-30", rules.No, rules.No, pricing.Incentives{Additional: none}},
		{"no plan yet", azurePlan, "2019-10-31", rules.Yes, rules.Yes, pricing.Incentives{Base: none, Additional: none}},
		{"the first day of the plan", azurePlan, "2019-11-01", rules.Yes, rules.Yes, pricing.Incentives{Base: all, Additional: none}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := pricing.IncentivesOf(day(tt.on), pricing.IncentiveCase{Offer: tt.offer, Registered: tt.registered, SilverCloudPlatform: tt.silver})
			require.NoError(t, d.Err())
			assert.Equal(t, tt.want, d.Outcome)
			requireReadsBack(t, d)
		})
	}
	d := pricing.IncentivesOf(day("2022-02-01"), pricing.IncentiveCase{Offer: azurePlan, Registered: rules.Yes})
	assert.Equal(t, []string{"silverCloudPlatform"}, d.Missing)
	require.ErrorIs(t, pricing.IncentivesOf(day("2022-02-01"), pricing.IncentiveCase{Offer: sharedServices}).Err(), rules.ErrNoRule)
}

func TestPriceBasisOf(t *testing.T) {
	tests := []struct {
		offer, on string
		want      pricing.PriceBasis
	}{
		{azurePlan, "2019-11-01", pricing.PayAsYouGoRates},
		{azurePlan, "2022-02-01", pricing.PayAsYouGoRates},
		{previousOffer, "2022-01-31", pricing.PartnerPrices},
		{previousOffer, "2022-02-01", pricing.EstimatedRetailPrice},
		{previousOffer, "2022-02-02", pricing.EstimatedRetailPrice},
		{sharedServices, "2022-02-01", pricing.PartnerPrices},
	}
	for _, tt := range tests {
		d := pricing.PriceBasisOf(day(tt.on), pricing.PriceCase{Offer: tt.offer})
		require.NoError(t, d.Err())
		assert.Equal(t, tt.want, d.Outcome, "%s on %s", tt.offer, tt.on)
		requireReadsBack(t, d)
	}
	require.ErrorIs(t, pricing.PriceBasisOf(day("2019-10-31"), pricing.PriceCase{Offer: azurePlan}).Err(), rules.ErrNoRule)
	require.ErrorIs(t, pricing.PriceBasisOf(day("2022-02-01"), pricing.PriceCase{}).Err(), rules.ErrUndetermined)
}

func TestEditsOfSetsAboutOffers(t *testing.T) {
	off := func(id rules.ID) []rules.ID { return []rules.ID{id} }
	p := pricing.Published()
	orders, err := p.EditOrder(rules.Edit[pricing.SubscriptionOrder, rules.Truth]{Owner: "Fabrikam", Reason: "a test", SwitchOff: off("pricing.order.plan")})
	require.NoError(t, err)
	require.ErrorIs(t, orders.NeedsOrder(day("2022-09-09"), pricing.SubscriptionOrder{Offer: azurePlan, HasPlan: rules.Yes}).Err(), rules.ErrNoRule)
	moved, err := p.EditTransition(rules.Edit[pricing.Transition, pricing.Permission]{Owner: "Fabrikam", Reason: "a test", SwitchOff: off("pricing.transition.gcc")})
	require.NoError(t, err)
	d := moved.MayTransition(day("2023-01-11"), pricing.Transition{
		Offer: previousOffer, Party: licensing.DirectPartner, Related: rules.Yes, CustomerAgreement: rules.Yes, GCC: rules.Yes,
	})
	assert.Equal(t, pricing.Permitted, d.Outcome)
	_, err = p.EditAfterTransition(rules.Edit[pricing.TransitionItem, pricing.TransitionEffect]{Owner: "Fabrikam", Reason: "a test", SwitchOff: off("pricing.aftertransition.budget")})
	require.NoError(t, err)
	_, err = p.EditIncentive(rules.Edit[pricing.IncentiveCase, pricing.Incentives]{Owner: "Fabrikam", Reason: "a test", SwitchOff: off("pricing.incentive.silver")})
	require.NoError(t, err)
	_, err = p.EditPriceBasis(rules.Edit[pricing.PriceCase, pricing.PriceBasis]{Owner: "Fabrikam", Reason: "a test", SwitchOff: off("pricing.price.retail")})
	require.NoError(t, err)
	none, err := p.EditTransaction(rules.Edit[pricing.Transaction, pricing.Permission]{})
	require.ErrorIs(t, err, rules.ErrOverlay)
	assert.Nil(t, none)
}
