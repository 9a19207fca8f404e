package licensing_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

func TestHasBenefit(t *testing.T) {
	const (
		yes, no, unknown   = rules.Yes, rules.No, rules.Unknown
		pack, silver, gold = licensing.OfferActionPack, licensing.OfferSilverCompetency, licensing.OfferGoldCompetency
		solutions          = licensing.OfferSolutionsPartner
		e3, e5, power      = licensing.Office365E3, licensing.Microsoft365E5, licensing.OtherBenefitProduct
	)
	has := func(offer licensing.MembershipOffer, product licensing.BenefitProduct) licensing.BenefitFacts {
		return licensing.BenefitFacts{Offer: offer, Active: yes, Provisioned: yes, Product: product}
	}
	held := func(f licensing.BenefitFacts, held rules.Truth) licensing.BenefitFacts {
		f.Held = held
		return f
	}
	tests := []struct {
		name  string
		day   string
		facts licensing.BenefitFacts
		want  rules.Truth
		by    string
	}{
		{"the Action Pack, active", "2021-01-28", has(pack, power), yes, "offer"},
		{"another offer, active", "2021-01-28", has(licensing.OfferOther, power), yes, "offer"},
		{"an offer that is not active", "2021-01-28", licensing.BenefitFacts{Offer: pack, Active: no, Provisioned: yes}, no, "notActive"},
		{"an offer that has not provisioned it", "2021-01-28", licensing.BenefitFacts{Offer: pack, Active: yes, Provisioned: no}, no, "notProvisioned"},
		{"it is not known whether it is active", "2021-01-28", licensing.BenefitFacts{Offer: pack, Provisioned: yes, Product: power}, unknown, "active"},
		{"a competency with Office 365 E3, the day before", "2021-06-14", has(silver, e3), yes, "offer"},
		{"a competency with Office 365 E3, the day", "2021-06-15", has(silver, e3), no, "offer replaced"},
		{"a competency with Office 365 E3, the day after", "2021-06-16", has(gold, e3), no, "offer replaced"},
		{"the Action Pack with Office 365 E3", "2023-09-13", has(pack, e3), yes, "offer"},
		{"a competency with what replaces it", "2021-06-15", has(gold, e5), yes, "offer help"},
		{"a competency, and the product is not given", "2021-06-15", has(gold, 0), unknown, "product"},
		{"a competency, its last day", "2022-09-30", has(gold, power), yes, "offer"},
		{"a competency that was not held, the day after", "2022-10-01", held(has(gold, power), no), no, "offer notHeld"},
		{"a competency that was held, the day after", "2022-10-01", held(has(gold, power), yes), yes, "offer"},
		{"a competency later, and nobody says whether it was held", "2022-10-02", has(gold, power), unknown, "held"},
		{"Solutions Partner, the day before there is one", "2022-10-03", has(solutions, power), no, "offer solutionsPartner"},
		{"Solutions Partner, the day", "2022-10-04", has(solutions, power), yes, "offer"},
		{"Solutions Partner, the day after", "2022-10-05", has(solutions, power), yes, "offer"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assertDecides(t, licensing.HasBenefit(day(tt.day), tt.facts), tt.want, "licensing.benefit.", tt.by)
		})
	}
}

func TestReplacedProducts(t *testing.T) {
	replacements := []licensing.BenefitProduct{licensing.Microsoft365E3, licensing.Microsoft365E5}
	for product, want := range map[licensing.BenefitProduct][]licensing.BenefitProduct{
		licensing.Office365E3: replacements, licensing.Office365E5: replacements, licensing.EnterpriseMobilitySecurity: replacements,
		licensing.Intune: replacements, licensing.Windows10Enterprise: replacements,
		licensing.Microsoft365E3: nil, licensing.Microsoft365E5: nil, licensing.OtherBenefitProduct: nil, 0: nil,
	} {
		assert.Equal(t, want, product.ReplacedBy(), product)
	}
	licensing.Intune.ReplacedBy()[0] = licensing.Intune
	assert.Equal(t, replacements, licensing.Intune.ReplacedBy(), "a caller changes nothing")
}

func TestActivatesBenefit(t *testing.T) {
	const usage, licences = licensing.UsageBased, licensing.LicenceBased
	const noted = " window check"
	tests := []struct {
		kind   licensing.BenefitKind
		status licensing.SubscriptionStatus
		want   licensing.ActivationWay
		by     string
	}{
		{usage, 0, licensing.AssignToUser, "assign"},
		{usage, licensing.StatusActive, licensing.AssignToUser, "assign"},
		{licences, licensing.StatusNone, licensing.RedeemAsNew, "new" + noted},
		{licences, licensing.StatusExpired, licensing.RedeemAsNew, "new" + noted},
		{licences, licensing.StatusDisabled, licensing.RedeemAsNew, "new" + noted},
		{licences, licensing.StatusActive, licensing.RedeemOnExisting, "existing" + noted},
		{licences, 0, 0, "status"},
		{0, licensing.StatusActive, 0, "kind"},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%q, subscription %q", tt.kind, tt.status), func(t *testing.T) {
			t.Parallel()
			got := licensing.ActivatesBenefit(day("2021-01-28"), licensing.BenefitActivationFacts{Kind: tt.kind, Status: tt.status})
			assertDecides(t, got, tt.want, "licensing.benefit.activation.", tt.by)
			assert.Equal(t, tt.want == 0, got.Outcome.Address() == "")
		})
	}
	assert.Equal(t, "https://signup.microsoft.com/productkeystart", licensing.RedeemAsNew.Address())
	assert.Equal(t, "https://admin.microsoft.com/AdminPortal/Home#/subscriptions", licensing.RedeemOnExisting.Address())
}

func TestMayAssign(t *testing.T) {
	const (
		yes, no, unknown = rules.Yes, rules.No, rules.Unknown
		company, guest   = licensing.CompanyUser, licensing.GuestUser
		before, from     = "2023-09-18", "2023-09-19"
	)
	tests := []struct {
		name string
		day  string
		to   licensing.AssignmentFacts
		want rules.Truth
		by   string
	}{
		{"a user of the company, in 2021", "2021-01-28", licensing.AssignmentFacts{User: company, InTenant: yes}, yes, "user"},
		{"a guest, in 2021", "2021-01-28", licensing.AssignmentFacts{User: guest, InTenant: yes}, yes, "guest"},
		{"who is not in the tenant", "2021-01-28", licensing.AssignmentFacts{User: guest, InTenant: no}, no, "absent"},
		{"of whom that is not known", "2021-01-28", licensing.AssignmentFacts{User: company}, unknown, "inTenant"},
		{"free mail, the day before", before, licensing.AssignmentFacts{User: company, InTenant: yes, FreeMail: yes}, yes, "user"},
		{"free mail, the day", from, licensing.AssignmentFacts{User: company, InTenant: yes, FreeMail: yes}, no, "user freeMail"},
		{"free mail, the day after", "2023-09-20", licensing.AssignmentFacts{User: company, InTenant: yes, FreeMail: yes}, no, "user freeMail"},
		{"a second credit, the day before", before, licensing.AssignmentFacts{User: company, InTenant: yes, HasCredit: yes}, yes, "user"},
		{"a second credit, the day", from, licensing.AssignmentFacts{User: company, InTenant: yes, FreeMail: no, HasCredit: yes}, no, "user second"},
		{"a guest, the day before", before, licensing.AssignmentFacts{User: guest, InTenant: yes}, yes, "guest"},
		{"a guest, the day", from, licensing.AssignmentFacts{User: guest, InTenant: yes}, no, "noGuest"},
		{"a user of the company", from, licensing.AssignmentFacts{User: company, InTenant: yes, FreeMail: no, HasCredit: no}, yes, "user"},
		{"a user of the company, and no more is given", from, licensing.AssignmentFacts{User: company, InTenant: yes}, unknown, "freeMail hasCredit"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assertDecides(t, licensing.MayAssign(day(tt.day), tt.to), tt.want, "licensing.benefit.assignment.", tt.by)
		})
	}
}

func TestMayChangeUser(t *testing.T) {
	const (
		yes, no, unknown   = rules.Yes, rules.No, rules.Unknown
		monthly, bulk      = licensing.AzureMonthlyCredit, licensing.AzureBulkCredit
		add, out, over     = licensing.AddUser, licensing.RemoveUser, licensing.ReplaceUser
		in2021, from, last = "2021-01-28", "2023-09-19", "2023-09-18"
	)
	tests := []struct {
		name   string
		day    string
		change licensing.UserChangeRequest
		want   rules.Truth
		by     string
	}{
		{"monthly, added", in2021, licensing.UserChangeRequest{Credit: monthly, Change: add}, yes, "monthly"},
		{"monthly, removed", in2021, licensing.UserChangeRequest{Credit: monthly, Change: out}, yes, "monthly"},
		{"monthly, replaced a hundredth time, the last day", last, licensing.UserChangeRequest{Credit: monthly, Change: over, Reassignments: 100}, yes, "monthly"},
		{"bulk, removed", in2021, licensing.UserChangeRequest{Credit: bulk, Change: out}, no, "bulk.remove"},
		{"bulk, transferred in the year", in2021, licensing.UserChangeRequest{Credit: bulk, Change: over, InEnrolmentYear: yes}, yes, "bulk.transfer"},
		{"bulk, transferred in the year, the last day", last, licensing.UserChangeRequest{Credit: bulk, Change: over, InEnrolmentYear: yes}, yes, "bulk.transfer"},
		{"bulk, transferred later", in2021, licensing.UserChangeRequest{Credit: bulk, Change: over, InEnrolmentYear: no}, no, "bulk.late"},
		{"bulk, transferred, and the year is not known", in2021, licensing.UserChangeRequest{Credit: bulk, Change: over}, unknown, "inEnrolmentYear"},
		{"bulk, a second user", in2021, licensing.UserChangeRequest{Credit: bulk, Change: add}, no, ""},
		{"monthly, removed, the day", from, licensing.UserChangeRequest{Credit: monthly, Change: out}, yes, "monthly.removed"},
		{"monthly, the fifth, the day", from, licensing.UserChangeRequest{Credit: monthly, Change: over, Reassignments: 5}, yes, "monthly.capped"},
		{"monthly, the sixth, the day", from, licensing.UserChangeRequest{Credit: monthly, Change: over, Reassignments: 6}, no, "monthly.spent"},
		{"monthly, the sixth by adding, the day after", "2023-09-20", licensing.UserChangeRequest{Credit: monthly, Change: add, Reassignments: 6}, no, "monthly.spent"},
		{"monthly, nobody has counted", from, licensing.UserChangeRequest{Credit: monthly, Change: over}, unknown, "reassignments"},
		{"bulk, transferred in the year, the day", from, licensing.UserChangeRequest{Credit: bulk, Change: over, InEnrolmentYear: yes}, no, "bulk.fixed"},
		{"bulk, anything", from, licensing.UserChangeRequest{Credit: bulk}, no, "bulk.fixed"},
		{"nobody says which credit", from, licensing.UserChangeRequest{Change: out}, unknown, "credit"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := licensing.MayChangeUser(day(tt.day), tt.change)
			assertDecides(t, got.Decision, tt.want, "licensing.benefit.user.", tt.by)
			assertRoundTrip(t, got)
		})
	}
}

func TestOverlaysReachBenefits(t *testing.T) {
	ten := with(t, `"figures": [{"timeline": "licensing.benefit.reassignments", "span": "2023-09-19/2025-01-01", "value": 10}]`)
	change := licensing.UserChangeRequest{Credit: licensing.AzureMonthlyCredit, Change: licensing.ReplaceUser, Reassignments: 6}
	for on, want := range map[string]rules.Truth{"2023-09-19": rules.Yes, "2024-12-31": rules.Yes, "2025-01-01": rules.No} {
		got := ten.MayChangeUser(day(on), change)
		assert.Equal(t, want, got.Decision.Outcome, on)
		byFabrikam := want == rules.Yes
		assert.Equal(t, byFabrikam, got.Decision.Findings[0].Origin.Owner == "Fabrikam", on)
		assert.Equal(t, byFabrikam, got.Limit.Value == 10, on)
	}
	published := licensing.MayChangeUser(day("2023-09-19"), change)
	assert.False(t, published.Equal(ten.MayChangeUser(day("2023-09-19"), change)))
	assert.Equal(t, []rules.Arg{rules.CountArg("reassignments", 6), rules.CountArg("limit", 5)}, published.Decision.Findings[0].Args)

	still := with(t, `"switchOff": ["licensing.benefit.replaced"]`)
	facts := licensing.BenefitFacts{Offer: licensing.OfferGoldCompetency, Active: rules.Yes, Provisioned: rules.Yes, Product: licensing.Intune}
	assertDecides(t, still.HasBenefit(day("2021-10-01"), facts), rules.Yes, "licensing.benefit.", "offer")

	_, err := licensing.Published().ReassignmentLimit().On(day("2023-09-18"))
	require.ErrorIs(t, err, rules.ErrNoFigure)
}

func TestCompareExpiry(t *testing.T) {
	benefit := licensing.Benefit{Product: "Power BI Pro", Kind: licensing.LicenceBased, Licences: 10, Expires: day("2021-01-31")}
	active := func(end string) licensing.Subscription {
		return licensing.Subscription{Product: "Power BI Pro", Status: licensing.StatusActive, Licences: 10, End: day(end)}
	}
	// From 31 January 2021: 28 days to the end of February, then 31, 30, 31, 30, 31, 31, 30, 31 and 30 to that of November.
	tests := []struct {
		name     string
		end      string
		boundary licensing.ExpiryDay
		last     string
		apart    int
	}{
		{"304 days later, the record's example", "2021-12-01", licensing.ExpiryDayCounts, "2021-01-31", 304},
		{"by the example's own words, before that day", "2021-12-01", licensing.ExpiryDayIsOver, "2021-01-30", 304},
		{"the same day", "2021-01-31", licensing.ExpiryDayCounts, "2021-01-31", 0},
		{"the day before", "2021-01-30", licensing.ExpiryDayCounts, "2021-01-31", -1},
		{"the day after", "2021-02-01", licensing.ExpiryDayCounts, "2021-01-31", 1},
		{"over a leap day", "2024-03-01", licensing.ExpiryDayCounts, "2021-01-31", 365 + 365 + 365 + 30},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := licensing.CompareExpiry(benefit, active(tt.end), tt.boundary)
			require.NoError(t, err)
			assert.Equal(t, licensing.ExpiryComparison{LastRedemption: day(tt.last), LastUse: day(tt.end), DaysApart: tt.apart}, got)
		})
	}
	for field, ask := range map[string]func() error{
		"benefit/expires": func() error {
			_, err := licensing.CompareExpiry(licensing.Benefit{}, active("2021-12-01"), licensing.ExpiryDayCounts)
			return err
		},
		"subscription/status": func() error {
			_, err := licensing.CompareExpiry(benefit, licensing.Subscription{Status: licensing.StatusExpired}, licensing.ExpiryDayCounts)
			return err
		},
		"subscription/end": func() error {
			_, err := licensing.CompareExpiry(benefit, licensing.Subscription{Status: licensing.StatusActive, End: terms.Day{}}, licensing.ExpiryDayCounts)
			return err
		},
		`boundary is not given; want one of counts, isOver; counts where nothing speaks for another`: func() error {
			_, err := licensing.CompareExpiry(benefit, active("2021-12-01"), 0)
			return err
		},
	} {
		err := ask()
		require.ErrorIs(t, err, licensing.ErrRequest)
		require.ErrorContains(t, err, field)
	}
}
