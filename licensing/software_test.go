package licensing_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

func TestIsVisible(t *testing.T) {
	const (
		subscriptions, orders = licensing.InGetSubscriptions, licensing.InGetOrders
		page, software        = licensing.OnSubscriptionsPage, licensing.OnSoftwarePage
	)
	tests := []struct {
		name      string
		purchased string
		place     licensing.SoftwarePlace
		want      rules.Truth
		by        string
	}{
		{"Get Subscriptions, the day before", "2021-10-13", subscriptions, rules.No, "hidden"},
		{"Get Subscriptions, the day", "2021-10-14", subscriptions, rules.Yes, "shown"},
		{"Get Subscriptions, the day after", "2021-10-15", subscriptions, rules.Yes, "shown"},
		{"Get Orders, the day before", "2021-10-13", orders, rules.Yes, "orders"},
		{"Get Orders, the day", "2021-10-14", orders, rules.Yes, "orders"},
		{"the page Subscriptions, the day before", "2021-10-13", page, rules.No, "hidden"},
		{"the page Subscriptions, the day", "2021-10-14", page, rules.Yes, "shown"},
		{"the page Software, the day before", "2021-10-13", software, rules.Yes, "listed"},
		{"the page Software, the day", "2021-10-14", software, rules.Yes, "shown"},
		{"nowhere in particular, the day before", "2021-10-13", 0, rules.Unknown, "place"},
		{"nowhere in particular, the day: it is everywhere", "2021-10-14", 0, rules.Unknown, "place"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := licensing.IsVisible(day(tt.purchased), licensing.VisibilityFacts{Place: tt.place})
			assertDecides(t, got, tt.want, "licensing.visibility.", tt.by)
		})
	}
}

func TestMayBillSoftware(t *testing.T) {
	const (
		month, year, three         = licensing.OneMonth, licensing.OneYear, licensing.ThreeYears
		monthly, annual, triennial = licensing.Monthly, licensing.Annual, licensing.Triennial
		before, from, after        = "2021-10-21", "2021-10-22", "2021-10-23"
		yes, no, unknown           = rules.Yes, rules.No, rules.Unknown
	)
	tests := []struct {
		name  string
		day   string
		facts licensing.SoftwareBillingFacts
		want  rules.Truth
		by    string
	}{
		{"three years annually, the day before", before, licensing.SoftwareBillingFacts{Term: three, Cycle: annual}, unknown, "shown"},
		{"three years annually, the day", from, licensing.SoftwareBillingFacts{Term: three, Cycle: annual}, yes, "threeYears"},
		{"three years annually, the day after", after, licensing.SoftwareBillingFacts{Term: three, Cycle: annual}, yes, "threeYears"},
		{"three years triennially, the day", from, licensing.SoftwareBillingFacts{Term: three, Cycle: triennial}, yes, "threeYears"},
		{"three years annually, and the screen shows it too", from, licensing.SoftwareBillingFacts{Term: three, Cycle: annual, Shown: yes}, yes, "threeYears shown"},
		{"three years annually, and the screen does not show it", from, licensing.SoftwareBillingFacts{Term: three, Cycle: annual, Shown: no}, yes, "threeYears"},
		{"three years monthly, which must be shown", from, licensing.SoftwareBillingFacts{Term: three, Cycle: monthly, RemoteDesktopCAL: no}, unknown, "shown"},
		{"one year triennially, not shown", from, licensing.SoftwareBillingFacts{Term: year, Cycle: triennial, Shown: no}, no, "notShown"},
		{"one year annually, shown", from, licensing.SoftwareBillingFacts{Term: year, Cycle: annual, Shown: yes}, yes, "shown"},
		{"Remote Desktop monthly, the day before", before, licensing.SoftwareBillingFacts{Term: year, Cycle: monthly, RemoteDesktopCAL: yes}, unknown, "shown"},
		{"Remote Desktop monthly, the day before, not shown", before, licensing.SoftwareBillingFacts{Term: year, Cycle: monthly, RemoteDesktopCAL: yes, Shown: no}, no, "notShown"},
		{"Remote Desktop monthly, the day", from, licensing.SoftwareBillingFacts{Term: year, Cycle: monthly, RemoteDesktopCAL: yes}, yes, "remoteDesktop"},
		{"Remote Desktop monthly, the day after", after, licensing.SoftwareBillingFacts{Term: month, Cycle: monthly, RemoteDesktopCAL: yes}, yes, "remoteDesktop"},
		{"Remote Desktop annually", from, licensing.SoftwareBillingFacts{Term: year, Cycle: annual, RemoteDesktopCAL: yes, Shown: no}, no, "notShown"},
		{"monthly, and nobody says whether it is Remote Desktop", from, licensing.SoftwareBillingFacts{Term: year, Cycle: monthly, Shown: no}, unknown, "remoteDesktopCal"},
		{"the term is not given", from, licensing.SoftwareBillingFacts{Cycle: annual, Shown: no}, unknown, "termDuration"},
		{"nothing is given but what is shown", from, licensing.SoftwareBillingFacts{Shown: yes}, yes, "shown"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := licensing.MayBillSoftware(day(tt.day), tt.facts)
			assertDecides(t, got, tt.want, "licensing.softwarebilling.", tt.by)
		})
	}
}

func TestNeedsOf(t *testing.T) {
	tests := []struct {
		kind licensing.SoftwareKind
		want licensing.SoftwareNeeds
		by   string
	}{
		{licensing.SoftwareToDownload, licensing.SoftwareNeeds{Key: rules.Yes, Download: rules.Yes, Instructions: rules.No}, "download"},
		{licensing.SoftwareWithInstructions, licensing.SoftwareNeeds{Instructions: rules.Yes}, "instructions"},
		{licensing.ServiceLicence, licensing.SoftwareNeeds{Key: rules.No, Download: rules.No, Instructions: rules.No}, "nothing"},
		{0, licensing.SoftwareNeeds{}, "kind"},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%q", tt.kind), func(t *testing.T) {
			t.Parallel()
			got := licensing.NeedsOf(day("2023-06-30"), licensing.SoftwareNeedFacts{Kind: tt.kind})
			assertDecides(t, got, tt.want, "licensing.softwareneed.", tt.by)
			assert.Equal(t, tt.kind == licensing.ServiceLicence, got.Outcome.IsNothing())
		})
	}
}

func TestMayAcquire(t *testing.T) {
	const reservation, server = licensing.OrderedReservation, licensing.OrderedServerSubscription
	tests := []struct {
		product    licensing.OrderedProduct
		commercial rules.Truth
		want       rules.Truth
		by         string
	}{
		{reservation, rules.Yes, rules.Yes, "commercial"},
		{server, rules.Yes, rules.Yes, "commercial"},
		{server, rules.No, rules.No, ""},
		{server, rules.Unknown, rules.Unknown, "commercial"},
		{licensing.OrderedMicrosoft365, rules.Unknown, rules.No, ""},
		{0, rules.Yes, rules.Unknown, "product"},
		{0, rules.No, rules.No, ""},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%q for a commercial customer: %q", tt.product, tt.commercial), func(t *testing.T) {
			t.Parallel()
			got := licensing.MayAcquire(day("2023-06-30"), licensing.AcquisitionFacts{Product: tt.product, Commercial: tt.commercial})
			assertDecides(t, got, tt.want, "licensing.acquisition.", tt.by)
		})
	}
}

func TestMayPerform(t *testing.T) {
	const (
		global, admin, sales      = licensing.GlobalAdministrator, licensing.AdminAgent, licensing.SalesAgent
		account, referral, market = licensing.AccountAdministrator, licensing.ReferralAdministrator, licensing.MarketingContentAdministrator
		partner                   = licensing.PartnerAdministrator
	)
	tests := []struct {
		task  licensing.Task
		rule  string
		roles []licensing.PortalRole
		also  string
	}{
		{licensing.SellSoftware, "sellSoftware", []licensing.PortalRole{global, admin}, ""},
		{licensing.SellAzurePlan, "sellAzurePlan", []licensing.PortalRole{global, admin, sales}, ""},
		{licensing.FetchCustomerKeys, "fetchCustomerKeys", []licensing.PortalRole{admin}, "keysAreValuable"},
		{licensing.FetchOwnKeys, "fetchOwnKeys", []licensing.PortalRole{global}, "keysAreValuable"},
		{licensing.ReadKeyActivity, "readKeyActivity", []licensing.PortalRole{global, account, referral, market}, ""},
		{licensing.ViewBenefits, "viewBenefits", []licensing.PortalRole{global, partner}, ""},
	}
	everybody := []licensing.PortalRole{global, admin, sales, account, referral, market, partner, licensing.OtherPortalRole}
	on := day("2023-06-30")
	for _, tt := range tests {
		t.Run(tt.task.String(), func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.roles, rolesFor(t, licensing.Published(), tt.task))
			for _, role := range everybody {
				want, by := rules.No, tt.rule+".others "+tt.also
				if slices.Contains(tt.roles, role) {
					want, by = rules.Yes, tt.rule+" "+tt.also
				}
				assertDecides(t, licensing.MayPerform(on, licensing.TaskFacts{Task: tt.task, Role: role}), want, "licensing.task.", by)
			}
			assertDecides(t, licensing.MayPerform(on, licensing.TaskFacts{Task: tt.task}), rules.Unknown, "", "role")
		})
	}
	assertDecides(t, licensing.MayPerform(on, licensing.TaskFacts{Role: admin}), rules.Unknown, "", "task")
	_, err := licensing.RolesFor(on, 0)
	require.ErrorIs(t, err, rules.ErrUndetermined)
	_, err = licensing.RolesFor(terms.Day{}, licensing.SellSoftware)
	require.ErrorIs(t, err, rules.ErrDay)
	_, err = licensing.RolesFor(day("2019-10-31"), licensing.SellAzurePlan)
	require.ErrorIs(t, err, rules.ErrNoRule)
	permitted, err := licensing.RolesFor(day("2019-11-01"), licensing.SellAzurePlan)
	require.NoError(t, err)
	assert.Equal(t, "PLAN-07", permitted[0].Decision.Findings[0].Sources[0].Fact)
	assertRoundTrip(t, permitted[0])
}

// rolesFor gives the roles that may do a task in 2023.
func rolesFor(t *testing.T, r *licensing.Rules, task licensing.Task) []licensing.PortalRole {
	t.Helper()
	permitted, err := r.RolesFor(day("2023-06-30"), task)
	require.NoError(t, err)
	var roles []licensing.PortalRole
	for _, p := range permitted {
		roles = append(roles, p.Role)
	}
	return roles
}

func TestOverlaysReachSoftware(t *testing.T) {
	t.Run("who sells, by a rule that is switched off", func(t *testing.T) {
		t.Parallel()
		strict := with(t, `"switchOff": ["licensing.task.fetchCustomerKeys"]`)
		assert.Empty(t, rolesFor(t, strict, licensing.FetchCustomerKeys))
		assert.Equal(t, []licensing.PortalRole{licensing.AdminAgent}, rolesFor(t, licensing.Published(), licensing.FetchCustomerKeys))
	})
	t.Run("who sells, by a rule in Go", func(t *testing.T) {
		t.Parallel()
		sellers := rules.Condition[licensing.TaskFacts]{
			Name: "a sales agent sells", Reads: []string{"task", "role"}, Holds: func(f licensing.TaskFacts) rules.Truth {
				return rules.Is(f.Task, licensing.SellSoftware).And(rules.Is(f.Role, licensing.SalesAgent))
			},
		}
		wide, err := licensing.Published().EditTask(rules.Edit[licensing.TaskFacts, rules.Truth]{
			Owner: "Fabrikam", Reason: "a house rule", Add: []rules.Rule[licensing.TaskFacts, rules.Truth]{{
				ID: "licensing.task.house", Text: "Sales agents sell software too.", Span: terms.Always(),
				Sources: []rules.Source{{Document: "House rules", Checked: day("2026-11-22")}}, If: []rules.Condition[licensing.TaskFacts]{sellers}, Then: rules.Yes,
				Excepts: []rules.ID{"licensing.task.sellSoftware.others"},
			}},
		})
		require.NoError(t, err)
		assert.Equal(t, []licensing.PortalRole{licensing.GlobalAdministrator, licensing.AdminAgent, licensing.SalesAgent},
			rolesFor(t, wide, licensing.SellSoftware))
	})
	t.Run("how often software is billed", func(t *testing.T) {
		t.Parallel()
		without := with(t, `"switchOff": ["licensing.softwarebilling.threeYears"]`)
		facts := licensing.SoftwareBillingFacts{Term: licensing.ThreeYears, Cycle: licensing.Annual, Shown: rules.No}
		got := without.MayBillSoftware(day("2023-06-30"), facts)
		assertDecides(t, got, rules.No, "licensing.softwarebilling.", "notShown")
		assert.Equal(t, "Fabrikam", got.Changed[0].Origin.Owner)
	})
}
