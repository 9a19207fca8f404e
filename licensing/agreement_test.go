package licensing_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

func TestMayOrder(t *testing.T) {
	const (
		yes, no, unknown   = rules.Yes, rules.No, rules.Unknown
		plan, m365         = licensing.OrderedAzurePlan, licensing.OrderedMicrosoft365
		attested, directly = licensing.AttestedByPartner, licensing.AcceptedDirectly
		none, unconfirmed  = licensing.NotAccepted, licensing.AcceptedUnconfirmed
	)
	tests := []struct {
		name  string
		day   string
		order licensing.Order
		want  rules.Truth
		by    string
	}{
		{"the Cloud Agreement, the first day on record", "2018-08-07", licensing.Order{Product: m365, CloudAgreement: yes}, yes, "cloudAgreement"},
		{"no Cloud Agreement, the day before there is another", "2019-09-30", licensing.Order{Product: m365, CloudAgreement: no}, no, "noCloudAgreement"},
		{"an Azure plan, the day before the Customer Agreement", "2019-09-30", licensing.Order{Product: plan, CloudAgreement: yes}, no, "azurePlan.early"},
		{
			"an Azure plan on the Customer Agreement, its first day", "2019-10-01",
			licensing.Order{Product: plan, Acceptance: attested, AcceptedOn: day("2019-10-01")},
			yes, "customerAgreement.early",
		},
		{
			"an Azure plan on the Cloud Agreement alone", "2019-10-01",
			licensing.Order{Product: plan, CloudAgreement: yes, Acceptance: none},
			no, "azurePlan",
		},
		{
			"either of the two, the Cloud Agreement", "2019-10-01",
			licensing.Order{Product: m365, CloudAgreement: yes, Acceptance: none},
			yes, "cloudAgreement",
		},
		{
			"either of the two, the Customer Agreement", "2020-01-31",
			licensing.Order{Product: m365, CloudAgreement: no, Acceptance: directly, AcceptedOn: day("2020-01-31")},
			yes, "customerAgreement.early",
		},
		{"neither of the two", "2020-01-31", licensing.Order{Product: m365, CloudAgreement: no, Acceptance: unconfirmed}, no, "neither"},
		{
			"accepted on the day after the order, with nothing else", "2020-01-31",
			licensing.Order{Product: m365, CloudAgreement: no, Acceptance: attested, AcceptedOn: day("2020-02-01")},
			no, "neither.future",
		},
		{
			"accepted on the day after the order, and the Cloud Agreement is there", "2020-01-31",
			licensing.Order{Product: m365, CloudAgreement: yes, Acceptance: attested, AcceptedOn: day("2020-02-01")},
			yes, "cloudAgreement",
		},
		{
			"accepted on the day after the order of an Azure plan", "2020-01-31",
			licensing.Order{Product: plan, CloudAgreement: yes, Acceptance: attested, AcceptedOn: day("2020-02-01")},
			no, "azurePlan.future",
		},
		{"the Cloud Agreement, its last day", "2020-01-31", licensing.Order{Product: m365, CloudAgreement: yes}, yes, "cloudAgreement"},
		{
			"the Cloud Agreement, the day after its last", "2020-02-01",
			licensing.Order{Product: m365, CloudAgreement: yes, Acceptance: none, PartnerAgreement: yes},
			no, "notAccepted",
		},
		{
			"the Cloud Agreement, two days after its last", "2020-02-02",
			licensing.Order{Product: m365, CloudAgreement: yes, Acceptance: unconfirmed, PartnerAgreement: yes},
			no, "unconfirmed",
		},
		{
			"attested, any offer", "2020-02-01",
			licensing.Order{Acceptance: attested, AcceptedOn: day("2020-02-01"), PartnerAgreement: yes},
			yes, "customerAgreement",
		},
		{
			"accepted directly", "2023-04-28",
			licensing.Order{Acceptance: directly, AcceptedOn: day("2023-04-27"), PartnerAgreement: yes},
			yes, "customerAgreement",
		},
		{
			"accepted on the day after the order", "2023-04-28",
			licensing.Order{Acceptance: attested, AcceptedOn: day("2023-04-29"), PartnerAgreement: yes},
			no, "future",
		},
		{
			"the day of acceptance is not given", "2023-04-28",
			licensing.Order{Acceptance: attested, PartnerAgreement: yes},
			unknown, "acceptedOn",
		},
		{"nothing is given", "2023-04-28", licensing.Order{}, unknown, "acceptance acceptedOn partnerAgreement"},
		{
			"the partner has signed nothing", "2023-04-28",
			licensing.Order{Acceptance: attested, AcceptedOn: day("2023-04-28"), PartnerAgreement: no},
			no, "customerAgreement partnerAgreement",
		},
		{
			"the partner has signed nothing, the day before it has to", "2020-01-31",
			licensing.Order{Product: m365, CloudAgreement: yes, PartnerAgreement: no},
			yes, "cloudAgreement",
		},
		{"no acceptance is enough to know", "2023-04-28", licensing.Order{Acceptance: none}, no, "notAccepted"},
		{"not accepted, and yet on a day", "2023-04-28", licensing.Order{Acceptance: none, AcceptedOn: day("2023-04-01"), PartnerAgreement: yes}, no, "notAccepted contradiction"},
		{
			"not accepted, and yet on a day, while the Cloud Agreement serves", "2019-12-01",
			licensing.Order{Product: m365, CloudAgreement: yes, Acceptance: none, AcceptedOn: day("2019-11-01")},
			yes, "cloudAgreement contradiction",
		},
		{
			"accepted on the day before the agreement was there", "2023-04-28",
			licensing.Order{Acceptance: attested, AcceptedOn: day("2019-09-30"), PartnerAgreement: yes},
			no, "tooEarly",
		},
		{
			"accepted on its first day", "2023-04-28",
			licensing.Order{Acceptance: attested, AcceptedOn: day("2019-10-01"), PartnerAgreement: yes},
			yes, "customerAgreement",
		},
		{
			"accepted on its second day", "2023-04-28",
			licensing.Order{Acceptance: attested, AcceptedOn: day("2019-10-02"), PartnerAgreement: yes},
			yes, "customerAgreement",
		},
		{
			"accepted too early, without the Cloud Agreement, while either serves", "2019-12-01",
			licensing.Order{Product: m365, CloudAgreement: no, Acceptance: attested, AcceptedOn: day("2019-09-30")},
			no, "neither.tooEarly",
		},
		{
			"accepted too early, while the Cloud Agreement serves", "2019-12-01",
			licensing.Order{Product: m365, CloudAgreement: yes, Acceptance: attested, AcceptedOn: day("2019-09-30")},
			yes, "cloudAgreement",
		},
		{
			"accepted too early for an Azure plan", "2019-12-01",
			licensing.Order{Product: plan, CloudAgreement: yes, Acceptance: attested, AcceptedOn: day("2011-09-30")},
			no, "azurePlan.tooEarly",
		},
		{"what is ordered matters while either serves", "2019-12-01", licensing.Order{CloudAgreement: yes, Acceptance: none}, unknown, "product"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := licensing.MayOrder(day(tt.day), tt.order)
			assertDecides(t, got, tt.want, "licensing.order.", tt.by)
		})
	}
}

func TestAnOrderTellsTheDayOfAcceptance(t *testing.T) {
	order := licensing.Order{Acceptance: licensing.AttestedByPartner, AcceptedOn: day("2023-04-29"), PartnerAgreement: rules.Yes}
	got := licensing.MayOrder(day("2023-04-28"), order)
	assert.Equal(t, []rules.Arg{rules.DayArg("acceptedOn", day("2023-04-29"))}, got.Findings[0].Args)
	require.ErrorIs(t, licensing.MayOrder(terms.Day{}, order).Err(), rules.ErrDay)
	assertRoundTrip(t, got)
}

func TestMayAttest(t *testing.T) {
	const yes, no, unknown = rules.Yes, rules.No, rules.Unknown
	on := day("2023-04-28")
	tests := []struct {
		name string
		day  terms.Day
		by   licensing.Attestation
		want rules.Truth
		said string
	}{
		{"an admin agent", on, licensing.Attestation{Role: licensing.AdminAgent, IndirectReseller: no, AcceptedOn: on}, yes, "agent"},
		{"a sales agent", on, licensing.Attestation{Role: licensing.SalesAgent, IndirectReseller: no, AcceptedOn: on.AddDays(-1)}, yes, "agent"},
		{"a global administrator", on, licensing.Attestation{Role: licensing.GlobalAdministrator, IndirectReseller: no, AcceptedOn: on}, no, "otherRole"},
		{"an indirect reseller", on, licensing.Attestation{Role: licensing.AdminAgent, IndirectReseller: yes}, no, "agent reseller"},
		{"an acceptance of tomorrow", on, licensing.Attestation{Role: licensing.AdminAgent, IndirectReseller: no, AcceptedOn: on.AddDays(1)}, no, "agent future"},
		{"an acceptance on the day before the agreement was there", on, licensing.Attestation{Role: licensing.AdminAgent, IndirectReseller: no, AcceptedOn: day("2019-09-30")}, no, "agent tooEarly"},
		{"an acceptance on its first day", on, licensing.Attestation{Role: licensing.AdminAgent, IndirectReseller: no, AcceptedOn: day("2019-10-01")}, yes, "agent"},
		{"no day of acceptance", on, licensing.Attestation{Role: licensing.AdminAgent, IndirectReseller: no}, unknown, "acceptedOn"},
		{"no role", on, licensing.Attestation{IndirectReseller: no, AcceptedOn: on}, unknown, "role"},
		{"it is not said whether it is a reseller", on, licensing.Attestation{Role: licensing.AdminAgent, AcceptedOn: on}, unknown, "indirectReseller"},
		{"the day before there is an agreement", day("2019-09-30"), licensing.Attestation{}, no, "before"},
		{"the first day", day("2019-10-01"), licensing.Attestation{Role: licensing.AdminAgent, IndirectReseller: no, AcceptedOn: day("2019-10-01")}, yes, "agent"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := licensing.MayAttest(tt.day, tt.by)
			assertDecides(t, got, tt.want, "licensing.attestation.", tt.said)
		})
	}
}

func TestOverlaysReachAgreements(t *testing.T) {
	on := day("2023-04-28")
	order := licensing.Order{Acceptance: licensing.AttestedByPartner, AcceptedOn: on, PartnerAgreement: rules.No}
	without := with(t, `"switchOff": ["licensing.order.partnerAgreement"]`)
	assertDecides(t, without.MayOrder(on, order), rules.Yes, "licensing.order.", "customerAgreement")

	edited, err := licensing.Published().EditAttestation(rules.Edit[licensing.AttestationFacts, rules.Truth]{
		Owner: "Fabrikam", Reason: "a house rule", SwitchOff: []rules.ID{"licensing.attestation.reseller"},
	})
	require.NoError(t, err)
	attestation := licensing.Attestation{Role: licensing.AdminAgent, IndirectReseller: rules.Yes, AcceptedOn: on}
	assertDecides(t, edited.MayAttest(on, attestation), rules.Yes, "licensing.attestation.", "agent")
	assertDecides(t, licensing.MayAttest(on, attestation), rules.No, "licensing.attestation.", "agent reseller")
}
