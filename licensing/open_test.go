package licensing_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

func TestMayBuyThrough(t *testing.T) {
	const (
		web, agreement  = licensing.ChannelWeb, licensing.ChannelEnterpriseAgreement
		open, openValue = licensing.ChannelOpen, licensing.ChannelOpenValue
		subscription    = licensing.ChannelOpenValueSubscription
	)
	tests := []struct {
		name    string
		on      string
		channel licensing.AzureChannel
		want    rules.Truth
		by      rules.ID
	}{
		{"on the web before Open", "2014-07-31", web, rules.Yes, "licensing.channel.direct"},
		{"in an Enterprise Agreement today", "2026-11-22", agreement, rules.Yes, "licensing.channel.direct"},
		{"Open the day before", "2014-07-31", open, rules.No, "licensing.channel.openNotYet"},
		{"Open Value the day before", "2014-07-31", openValue, rules.No, "licensing.channel.openNotYet"},
		{"Open on its first day", "2014-08-01", open, rules.Yes, "licensing.channel.open"},
		{"Open Value on its first day", "2014-08-01", openValue, rules.Yes, "licensing.channel.openValue"},
		{"Open Value Subscription the day after", "2014-08-02", subscription, rules.Yes, "licensing.channel.openValue"},
		{"Open on its last day", "2021-12-31", open, rules.Yes, "licensing.channel.open"},
		{"Open the day after its last", "2022-01-01", open, rules.No, "licensing.channel.openRetired"},
		{"Open Value goes on", "2022-01-01", openValue, rules.Yes, "licensing.channel.openValue"},
		{"a channel that is not given", "2022-01-01", 0, rules.Unknown, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := licensing.MayBuyThrough(day(tt.on), licensing.ChannelUse{Channel: tt.channel})
			assert.Equal(t, tt.want, got.Outcome)
			if tt.by != "" {
				assert.Equal(t, tt.by, got.Findings[0].Rule)
			}
		})
	}
}

func TestAzureChannels(t *testing.T) {
	direct := []licensing.AzureChannel{licensing.ChannelWeb, licensing.ChannelEnterpriseAgreement}
	tests := []struct {
		on   string
		want []licensing.AzureChannel
	}{
		{"2014-07-31", direct},
		{"2014-08-01", append(direct, licensing.OpenProgrammes()...)},
		{"2021-12-31", append(direct, licensing.OpenProgrammes()...)},
		{"2022-01-01", append(direct, licensing.ChannelOpenValue, licensing.ChannelOpenValueSubscription)},
	}
	for _, tt := range tests {
		got, err := licensing.AzureChannels(day(tt.on))
		require.NoError(t, err)
		assert.Equal(t, tt.want, got, tt.on)
	}
	_, err := licensing.AzureChannels(terms.Day{})
	require.ErrorIs(t, err, rules.ErrDay)

	without := with(t, `"switchOff": ["licensing.channel.openValue"]`)
	got, err := without.AzureChannels(day("2022-01-01"))
	require.NoError(t, err)
	assert.Equal(t, direct, got)
}

func TestMayBuyInOpen(t *testing.T) {
	here := markets.OpenOffer{Partners: rules.Yes, AzureDirect: rules.Yes}
	tests := []struct {
		name      string
		on        string
		programme licensing.AzureChannel
		country   markets.OpenOffer
		gov       rules.Truth
		want      rules.Truth
		by        rules.ID // that says the answer
	}{
		{"Open, where there are partners and Azure is sold", "2018-06-15", licensing.ChannelOpen, here, rules.No, rules.Yes, "licensing.openpurchase.programme"},
		{"no partners", "2018-06-15", licensing.ChannelOpen, markets.OpenOffer{Partners: rules.No, AzureDirect: rules.Yes}, rules.No, rules.No, "licensing.openpurchase.country"},
		{"Azure is not sold directly", "2018-06-15", licensing.ChannelOpen, markets.OpenOffer{Partners: rules.Yes, AzureDirect: rules.No}, rules.No, rules.No, "licensing.openpurchase.country"},
		{"Azure Government", "2018-06-15", licensing.ChannelOpenValue, here, rules.Yes, rules.No, "licensing.openpurchase.government"},
		{"an Enterprise Agreement", "2018-06-15", licensing.ChannelEnterpriseAgreement, here, rules.No, rules.No, "licensing.openpurchase.otherProgramme"},
		{"the day before Open", "2014-07-31", licensing.ChannelOpen, here, rules.No, rules.No, "licensing.openpurchase.notSold"},
		{"the first day of Open", "2014-08-01", licensing.ChannelOpen, here, rules.No, rules.Yes, "licensing.openpurchase.programme"},
		{"the last day of Open License", "2021-12-31", licensing.ChannelOpen, here, rules.No, rules.Yes, "licensing.openpurchase.programme"},
		{"the day after", "2022-01-01", licensing.ChannelOpen, here, rules.No, rules.No, "licensing.openpurchase.notSold"},
		{"Open Value then", "2022-01-01", licensing.ChannelOpenValue, here, rules.No, rules.Yes, "licensing.openpurchase.programme"},
		{"nothing is known of the country", "2018-06-15", licensing.ChannelOpen, markets.OpenOffer{}, rules.No, rules.Unknown, ""},
		{"nobody says whether it is Azure Government", "2018-06-15", licensing.ChannelOpen, here, rules.Unknown, rules.Unknown, ""},
		{"Azure Government, whatever the rest", "2018-06-15", 0, markets.OpenOffer{}, rules.Yes, rules.No, "licensing.openpurchase.government"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := licensing.MayBuyInOpen(day(tt.on), licensing.OpenPurchase{Programme: tt.programme, Country: tt.country, Government: tt.gov})
			assert.Equal(t, tt.want, got.Decision.Outcome)
			assertRoundTrip(t, got)
			if tt.by == "" {
				return
			}
			says := map[rules.ID]rules.Truth{}
			for _, f := range got.Decision.Findings {
				says[f.Rule] = f.Says
			}
			assert.Equal(t, tt.want, says[tt.by])
		})
	}
}

// The last page on record with Open Value is of 22 July 2025.
func TestWhatIsOnRecordOfOpenValue(t *testing.T) {
	here := markets.OpenOffer{Partners: rules.Yes, AzureDirect: rules.Yes}
	for on, unseen := range map[string]bool{"2025-07-21": false, "2025-07-22": false, "2025-07-23": true, "2026-11-02": true} {
		got := licensing.MayBuyInOpen(day(on), licensing.OpenPurchase{Programme: licensing.ChannelOpenValue, Country: here, Government: rules.No})
		assert.Equal(t, rules.Yes, got.Decision.Outcome, on)
		assert.Equal(t, unseen, slices.Contains(spoke(got.Decision, "licensing.openpurchase."), "unseen"), on)
		assert.Equal(t, unseen, slices.Contains(spoke(got.Programme, "licensing.channel."), "openValue.unseen"), on)
		retired := licensing.MayBuyInOpen(day(on), licensing.OpenPurchase{Programme: licensing.ChannelOpen, Country: here, Government: rules.No})
		assert.Equal(t, rules.No, retired.Decision.Outcome, on)
		assert.NotContains(t, spoke(retired.Decision, "licensing.openpurchase."), "unseen", on)
	}
}

func TestAnOverlayOfMarketsReachesAzureInOpen(t *testing.T) {
	changed := with(t, `"switchOff": ["markets.open.noPartners"]`)
	purchase := licensing.OpenPurchase{
		Programme: licensing.ChannelOpen, Country: markets.OpenOffer{Partners: rules.No, AzureDirect: rules.Yes}, Government: rules.No,
	}
	assert.NotEqual(t, rules.No, changed.MayBuyInOpen(day("2018-06-15"), purchase).Country.Outcome)
	assert.Equal(t, rules.No, licensing.MayBuyInOpen(day("2018-06-15"), purchase).Country.Outcome)
	assert.Len(t, changed.Markets().About(), len(licensing.Published().Markets().About()))
}

func TestMayCreateInOpen(t *testing.T) {
	tests := []struct {
		created string
		want    rules.Truth
		by      rules.ID
	}{
		{"2014-07-13", rules.No, "licensing.openaccount.old"},
		{"2014-07-14", rules.Yes, "licensing.openaccount.new"},
		{"2014-07-15", rules.Yes, "licensing.openaccount.new"},
	}
	for _, tt := range tests {
		got := licensing.MayCreateInOpen(day("2018-06-15"), licensing.OpenAccount{Created: day(tt.created)})
		assert.Equal(t, tt.want, got.Outcome, tt.created)
		assert.Equal(t, tt.by, got.Findings[0].Rule, tt.created)
		assert.Equal(t, rules.DayArg("created", day(tt.created)), got.Findings[0].Args[0])
	}
	assert.Equal(t, []string{"created"}, licensing.MayCreateInOpen(day("2018-06-15"), licensing.OpenAccount{}).Missing)
}

func TestOpenWayTo(t *testing.T) {
	tests := []struct {
		product licensing.OpenProduct
		want    licensing.OpenWay
		by      rules.ID
	}{
		{licensing.OpenConsumption, licensing.WayCredit, "licensing.openproduct.consumption"},
		{licensing.OpenOwnLicence, licensing.WayOwnLicence, "licensing.openproduct.ownLicence"},
		{licensing.OpenMarketplaceUsage, licensing.WayCardSubscription, "licensing.openproduct.marketplaceUsage"},
		{licensing.OpenUserLicence, licensing.WayUserLicence, "licensing.openproduct.userLicence"},
		{licensing.OpenSupportPlan, licensing.WayCardPurchase, "licensing.openproduct.supportPlan"},
		{licensing.OpenGovernment, licensing.WayNone, "licensing.openproduct.government"},
	}
	for _, tt := range tests {
		got := licensing.OpenWayTo(day("2018-06-15"), licensing.OpenWish{Product: tt.product})
		assert.Equal(t, tt.want, got.Outcome, tt.product)
		assert.Len(t, got.Findings, 1)
		assert.Equal(t, tt.by, got.Findings[0].Rule)
	}
	assert.Equal(t, rules.Undetermined, licensing.OpenWayTo(day("2018-06-15"), licensing.OpenWish{}).Status)
}

func TestNeedsSupportPlan(t *testing.T) {
	for topic, want := range map[licensing.SupportTopic]rules.Truth{
		licensing.TopicSubscription: rules.No, licensing.TopicBilling: rules.No, licensing.TopicTechnical: rules.Yes, 0: rules.Unknown,
	} {
		assert.Equal(t, want, licensing.NeedsSupportPlan(day("2018-06-15"), licensing.OpenQuestion{Topic: topic}).Outcome, topic)
	}
}

func TestMayManageInOpen(t *testing.T) {
	tests := []struct {
		by    licensing.Party
		added rules.Truth
		want  rules.Truth
	}{
		{licensing.Customer, rules.Unknown, rules.Yes},
		{licensing.Reseller, rules.Yes, rules.Yes},
		{licensing.Reseller, rules.No, rules.No},
		{licensing.Reseller, rules.Unknown, rules.Unknown},
		{licensing.Distributor, rules.Yes, rules.No},
		{0, rules.Yes, rules.Unknown},
	}
	for _, tt := range tests {
		got := licensing.MayManageInOpen(day("2018-06-15"), licensing.OpenManagement{By: tt.by, CoAdministrator: tt.added})
		assert.Equal(t, tt.want, got.Outcome, "%s, %s", tt.by, tt.added)
	}
}

func TestMayMoveInOpen(t *testing.T) {
	for _, found := range []rules.Truth{rules.Yes, rules.No} {
		assert.Equal(t, found, licensing.MayMoveInOpen(day("2018-06-15"), licensing.OpenMove{Supported: found}).Outcome)
	}
	undecided := licensing.MayMoveInOpen(day("2018-06-15"), licensing.OpenMove{})
	assert.Equal(t, []string{"supported"}, undecided.Missing)
}

func TestPortals(t *testing.T) {
	const (
		management, billing = licensing.PortalManagement, licensing.PortalBilling
		preview, classic    = licensing.PortalPreview, licensing.PortalClassic
	)
	tests := []struct {
		task licensing.OpenTask
		want []licensing.OpenPortal
	}{
		{licensing.TaskServices, []licensing.OpenPortal{management, preview}},
		{licensing.TaskConsumption, []licensing.OpenPortal{billing, preview}},
		{licensing.TaskBalance, []licensing.OpenPortal{billing, preview}},
		{licensing.TaskAccount, []licensing.OpenPortal{billing, preview}},
		{licensing.TaskTopUp, []licensing.OpenPortal{billing, preview}},
		{licensing.TaskAlerts, []licensing.OpenPortal{billing, preview}},
		{licensing.TaskDomains, []licensing.OpenPortal{classic}},
		{licensing.TaskUsers, []licensing.OpenPortal{classic}},
		{licensing.TaskSubscriptions, []licensing.OpenPortal{classic}},
		{licensing.TaskCoAdministrators, []licensing.OpenPortal{classic}},
		{licensing.TaskSupport, []licensing.OpenPortal{classic}},
		{0, nil},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, tt.task.Portals(), tt.task)
	}
	assert.Empty(t, licensing.OpenPortal(0).Tasks())
}
