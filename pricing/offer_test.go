package pricing_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

func TestOffers(t *testing.T) {
	offers := pricing.Offers()
	assert.Len(t, offers, 42)
	ids := map[string]bool{}
	for _, o := range offers {
		assert.False(t, ids[o.ID], o.ID)
		ids[o.ID] = true
		assert.Regexp(t, `^MS-AZR-((USGOV|DE)-)?\d{4}[PG]$`, o.ID)
		assert.NotEmpty(t, o.Name)
		assert.NotEmpty(t, o.Sources, o.ID)
		assert.NotEmpty(t, o.Standings, o.ID)
		assert.Equal(t, o.Programme != pricing.ProgrammeCSP, o.Kind == pricing.OutsideCSP, o.ID)
		requireReadsBack(t, o)
		found, err := pricing.OfferByID(o.ID)
		require.NoError(t, err)
		assert.True(t, o.Equal(found))
	}
	offers[0].QuotaIDs[0], offers[0].Sources[0].Document = "changed", "changed"
	again := pricing.Offers()
	assert.Equal(t, "CSP_2015-05-01", again[0].QuotaIDs[0], "the caller's slices are its own")
	assert.NotEqual(t, "changed", again[0].Sources[0].Document)
}

func TestOfferByID(t *testing.T) {
	o, err := pricing.OfferByID("ms-azr-0145p")
	require.NoError(t, err)
	assert.Equal(t, "MS-AZR-0145P", o.ID)
	assert.Equal(t, pricing.PreviousAzureOffer, o.Kind)
	assert.Equal(t, []pricing.StandingDays{
		{pricing.StandingOffered, span("../2021-07-21")}, {pricing.StandingContinuing, span("2021-07-21/..")}, {pricing.StandingNotOffered, terms.Pending()},
	}, o.Standings)
	for _, id := range []string{"", "0145P", "MS-AZR-0145", "MS-AZR-9999P"} {
		_, err := pricing.OfferByID(id)
		require.ErrorIs(t, err, pricing.ErrOffer)
		var input *pricing.InputError
		require.ErrorAs(t, err, &input)
		assert.Equal(t, id, input.Input)
		assert.Contains(t, err.Error(), "MS-AZR-0017G, MS-AZR-0148G, MS-AZR-0145P")
		_, err = pricing.OfferStanding(day("2022-02-01"), id)
		require.ErrorIs(t, err, pricing.ErrOffer)
	}
}

func TestOfferStanding(t *testing.T) {
	tests := []struct {
		offer, on string
		want      pricing.Standing
		others    []pricing.Standing
	}{
		{"MS-AZR-0145P", "2021-07-20", pricing.StandingOffered, nil},
		{"MS-AZR-0145P", "2021-07-21", pricing.StandingContinuing, nil},
		{"MS-AZR-0145P", "2022-07-30", pricing.StandingContinuing, nil},
		{"MS-AZR-0145P", "2022-07-31", pricing.StandingContinuing, []pricing.Standing{pricing.StandingNotOffered}},
		{"MS-AZR-0017G", "2019-10-31", pricing.StandingNotOffered, nil},
		{"MS-AZR-0017G", "2019-11-01", pricing.StandingOffered, []pricing.Standing{pricing.StandingNotOffered}},
		{"MS-AZR-0017G", "2021-06-30", pricing.StandingOffered, []pricing.Standing{pricing.StandingNotOffered}},
		{"MS-AZR-0017G", "2021-07-01", pricing.StandingOffered, nil},
		{"MS-AZR-0159P", "2023-01-11", pricing.StandingOffered, nil},
		{"MS-AZR-0111P", "2014-07-31", pricing.StandingNotOffered, nil},
		{"MS-AZR-0111P", "2014-08-01", pricing.StandingOffered, nil},
		{"MS-AZR-0146P", "2022-02-01", pricing.StandingTesting, nil},
		{"MS-AZR-0017P", "2022-02-01", pricing.StandingNamed, nil},
	}
	for _, tt := range tests {
		reading, err := pricing.OfferStanding(day(tt.on), tt.offer)
		require.NoError(t, err)
		assert.Equal(t, tt.want, reading.Value, "%s on %s", tt.offer, tt.on)
		var others []pricing.Standing
		for _, d := range reading.Others {
			others = append(others, d.Value)
		}
		assert.Equal(t, tt.others, others, "%s on %s", tt.offer, tt.on)
	}
}

func TestOverlaysReachTheCatalogue(t *testing.T) {
	house, err := pricing.Published().With(overlay(t, `{"owner": "Fabrikam", "reason": "no longer sold here", "figures": [
		{"timeline": "pricing.offer.ms-azr-0159p", "span": "2024-01-01/..", "value": "notOffered"}]}`))
	require.NoError(t, err)
	reading, err := house.OfferStanding(day("2024-01-01"), "MS-AZR-0159P")
	require.NoError(t, err)
	assert.Equal(t, pricing.StandingNotOffered, reading.Value)
	assert.Equal(t, "Fabrikam", reading.Origin.Owner)
	o, err := house.OfferByID("MS-AZR-0159P")
	require.NoError(t, err)
	assert.Equal(t, []pricing.StandingDays{
		{pricing.StandingOffered, span("../2024-01-01")}, {pricing.StandingNotOffered, span("2024-01-01/..")},
	}, o.Standings, "what was pending has a day")
	reading, err = pricing.OfferStanding(day("2024-01-01"), "MS-AZR-0159P")
	require.NoError(t, err)
	assert.Equal(t, pricing.StandingOffered, reading.Value, "the published catalogue stays as it was")

	known, err := house.AsKnown(day("2023-01-01"))
	require.NoError(t, err)
	reading, err = known.OfferStanding(day("2022-02-01"), "MS-AZR-0145P")
	require.NoError(t, err)
	assert.Equal(t, day("2023-01-01"), reading.Known)
	phase, err := known.PhaseOn(day("2022-02-01"))
	require.NoError(t, err)
	assert.Equal(t, day("2023-01-01"), phase.Known)
	assert.Equal(t, day("2023-01-01"), known.TransactionSet().KnownOn())
}

func TestPhases(t *testing.T) {
	phases := pricing.Phases()
	require.Len(t, phases, 4)
	want := []struct {
		phase pricing.Phase
		days  terms.Span
	}{
		{pricing.BeforePhases, span("../2021-07-21")},
		{pricing.Phase1, span("2021-07-21/2022-02-01")},
		{pricing.Phase2, span("2022-02-01/..")},
		{pricing.Phase3, terms.Pending()},
	}
	for i, p := range phases {
		assert.Equal(t, want[i].phase, p.Phase)
		assert.Equal(t, want[i].days, p.Days, p.Phase)
		assert.Equal(t, "CSP-01", p.Sources[0].Fact)
		requireReadsBack(t, p)
	}
	assert.True(t, phases[3].Days.IsPending(), "announced without a day is not open")
	assert.Equal(t, span("2022-07-31/.."), phases[2].Others[0].Span)
	for on, want := range map[string]pricing.Phase{
		"2021-07-20": pricing.BeforePhases, "2021-07-21": pricing.Phase1, "2022-01-31": pricing.Phase1, "2022-02-01": pricing.Phase2,
		"2022-07-31": pricing.Phase2, "2030-01-01": pricing.Phase2,
	} {
		reading, err := pricing.PhaseOn(day(on))
		require.NoError(t, err)
		assert.Equal(t, want, reading.Value, on)
		assert.Equal(t, on >= "2022-07-31", len(reading.Others) == 1, on)
	}
	_, err := pricing.PhaseOn(terms.Day{})
	require.ErrorIs(t, err, rules.ErrDay)
}
