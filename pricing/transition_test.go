package pricing_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

func TestMayTransition(t *testing.T) {
	ready := pricing.Transition{
		Offer: previousOffer, Party: licensing.DirectPartner, Related: rules.Yes, CustomerAgreement: rules.Yes, GCC: rules.No,
	}
	tests := []struct {
		name   string
		change func(*pricing.Transition)
		on     string
		want   pricing.Permission
		rule   rules.ID
	}{
		{"the day before there is a plan", nil, "2019-10-31", pricing.Refused, "pricing.transition.before"},
		{"the first day", nil, "2019-11-01", pricing.Permitted, "pricing.transition.ready"},
		{"a relationship and an agreement are all that is needed", nil, "2023-01-11", pricing.Permitted, "pricing.transition.ready"},
		{"a provider", func(f *pricing.Transition) { f.Party = licensing.Distributor }, "2023-01-11", pricing.Permitted, "pricing.transition.ready"},
		{"no relationship", func(f *pricing.Transition) { f.Related = rules.No }, "2023-01-11", pricing.Refused, "pricing.transition.related"},
		{"no agreement", func(f *pricing.Transition) { f.CustomerAgreement = rules.No }, "2023-01-11", pricing.Refused, "pricing.transition.agreement"},
		{"a reseller", func(f *pricing.Transition) { f.Party = licensing.Reseller }, "2023-01-11", pricing.Refused, "pricing.transition.reseller"},
		{"a customer of GCC", func(f *pricing.Transition) { f.GCC = rules.Yes }, "2023-01-11", pricing.Refused, "pricing.transition.gcc"},
		{"shared services", func(f *pricing.Transition) { f.Offer = sharedServices }, "2023-01-11", pricing.Refused, "pricing.transition.sharedservices"},
		{"an Enterprise Agreement", func(f *pricing.Transition) { f.Offer = "MS-AZR-0017P" }, "2023-01-11", pricing.Refused, "pricing.transition.other"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			facts := ready
			if tt.change != nil {
				tt.change(&facts)
			}
			d := pricing.MayTransition(day(tt.on), facts)
			require.NoError(t, d.Err())
			assert.Equal(t, tt.want, d.Outcome)
			assert.Contains(t, spoke(d), tt.rule)
			requireReadsBack(t, d)
		})
	}
	unsigned := ready
	unsigned.CustomerAgreement = rules.Unknown
	assert.Equal(t, []string{"customerAgreement"}, pricing.MayTransition(day("2023-01-11"), unsigned).Missing)
	require.ErrorIs(t, pricing.MayTransition(terms.Day{}, ready).Err(), rules.ErrDay)
}

func TestAfterTransition(t *testing.T) {
	want := map[pricing.TransitionPart]pricing.TransitionEffect{
		pricing.PartAzureSubscription:    pricing.EffectMoves,
		pricing.PartCommerceSubscription: pricing.EffectSuspended,
		pricing.PartUsageBefore:          pricing.EffectOldInvoice,
		pricing.PartAdminAccess:          pricing.EffectKept,
		pricing.PartBudget:               pricing.EffectNotCarriedOver,
		pricing.PartServices:             pricing.EffectKept,
		pricing.PartPreviousOffer:        pricing.EffectCloses,
		pricing.PartOtherProducts:        pricing.EffectKept,
		pricing.PartPlan:                 pricing.EffectBought,
	}
	parts := pricing.TransitionParts()
	assert.Len(t, parts, len(want))
	for _, part := range parts {
		d := pricing.AfterTransition(day("2023-01-11"), pricing.TransitionItem{Part: part})
		require.NoError(t, d.Err(), part)
		assert.Equal(t, want[part], d.Outcome, part)
		assert.Len(t, d.Findings, 1)
		require.ErrorIs(t, pricing.AfterTransition(day("2019-10-31"), pricing.TransitionItem{Part: part}).Err(), rules.ErrNoRule)
	}
	require.ErrorIs(t, pricing.AfterTransition(day("2023-01-11"), pricing.TransitionItem{}).Err(), rules.ErrUndetermined)
}

func TestPlansBought(t *testing.T) {
	tests := []struct {
		name      string
		party     licensing.Party
		resellers []string
		want      int
	}{
		{"one for the customer in direct CSP", licensing.DirectPartner, nil, 1},
		{"two offers with two resellers of record, two plans", licensing.Distributor, []string{"A", "B"}, 2},
		{"two offers with one reseller of record, one plan", licensing.Distributor, []string{"A", "A"}, 1},
		{"three with two, two plans", licensing.Distributor, []string{"B", "A", "B"}, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := pricing.PlansBought(tt.party, tt.resellers...)
			require.NoError(t, err)
			assert.Equal(t, tt.want, got)
		})
	}
	for name, tt := range map[string]struct {
		party     licensing.Party
		resellers []string
	}{
		"a reseller": {licensing.Reseller, nil}, "nobody": {0, nil}, "a provider without resellers": {licensing.Distributor, nil},
		"a reseller without a name": {licensing.Distributor, []string{"A", ""}}, "a direct partner with resellers": {licensing.DirectPartner, []string{"A"}},
	} {
		_, err := pricing.PlansBought(tt.party, tt.resellers...)
		require.ErrorIs(t, err, pricing.ErrTransition, name)
	}
}

func TestNeedsOrder(t *testing.T) {
	on := day("2022-09-09")
	tests := []struct {
		name  string
		facts pricing.SubscriptionOrder
		want  rules.Truth
	}{
		{"under a plan none is ordered", pricing.SubscriptionOrder{Offer: azurePlan, HasPlan: rules.Yes}, rules.No},
		{"the plan is", pricing.SubscriptionOrder{Offer: azurePlan, HasPlan: rules.No}, rules.Yes},
		{"of the previous offer each is", pricing.SubscriptionOrder{Offer: previousOffer}, rules.Yes},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, pricing.NeedsOrder(on, tt.facts).Outcome, tt.name)
	}
	assert.Equal(t, []string{"hasPlan"}, pricing.NeedsOrder(on, pricing.SubscriptionOrder{Offer: azurePlan}).Missing)
	require.ErrorIs(t, pricing.NeedsOrder(day("2019-10-31"), pricing.SubscriptionOrder{Offer: azurePlan, HasPlan: rules.Yes}).Err(), rules.ErrNoRule)
}
