package licensing_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

func TestDoneBy(t *testing.T) {
	const (
		prices, conditions, billing = licensing.DutyPrices, licensing.DutyTerms, licensing.DutyBilling
		provisioning, management    = licensing.DutyProvisioning, licensing.DutyManagement
		support, cases, telling     = licensing.DutySupport, licensing.DutyCases, licensing.DutyAvailability
		direct, distributor         = licensing.DirectPartner, licensing.Distributor
		reseller, nobody            = licensing.Reseller, licensing.Party(0)
	)
	tests := []struct {
		duty licensing.Duty
		// Who does it for the customer of a direct partner, for that of a reseller, and for a reseller.
		direct, indirect, forReseller licensing.Party
	}{
		{prices, direct, reseller, distributor},
		{conditions, direct, reseller, nobody},
		{billing, direct, reseller, distributor},
		{provisioning, direct, distributor, nobody},
		{management, direct, distributor, nobody},
		{support, direct, reseller, distributor},
		{cases, direct, distributor, distributor},
		{telling, direct, reseller, distributor},
	}
	for _, tt := range tests {
		t.Run(tt.duty.String(), func(t *testing.T) {
			t.Parallel()
			by := func(whom licensing.DutyFor) licensing.Party {
				return licensing.DoneBy(day("2023-05-01"), licensing.DutyCase{Duty: tt.duty, For: whom}).Outcome
			}
			assert.Equal(t, tt.direct, by(licensing.ForDirectCustomer))
			assert.Equal(t, tt.indirect, by(licensing.ForIndirectCustomer))
			assert.Equal(t, tt.forReseller, by(licensing.ForReseller))
			assertDecides(t, licensing.DoneBy(day("2023-05-01"), licensing.DutyCase{Duty: tt.duty}), nobody, "", "for")
		})
	}
	assert.Equal(t, rules.Unanswered,
		licensing.DoneBy(day("2023-05-01"), licensing.DutyCase{Duty: conditions, For: licensing.ForReseller}).Status)
}

func TestMayBePartner(t *testing.T) {
	tests := []struct {
		name                       string
		as                         licensing.Party
		atScale, nominated, proven rules.Truth
		want                       rules.Truth
	}{
		{"tier 1 at scale", licensing.DirectPartner, rules.Yes, rules.No, rules.No, rules.Yes},
		{"tier 1 without", licensing.DirectPartner, rules.No, rules.Yes, rules.Yes, rules.No},
		{"tier 1, nobody says", licensing.DirectPartner, rules.Unknown, rules.No, rules.No, rules.Unknown},
		{"tier 2 reseller", licensing.Reseller, rules.No, rules.No, rules.No, rules.Yes},
		{"tier 2 reseller, whatever the rest", licensing.Reseller, rules.Unknown, rules.Unknown, rules.Unknown, rules.Yes},
		{"distributor, nominated and proven", licensing.Distributor, rules.Unknown, rules.Yes, rules.Yes, rules.Yes},
		{"distributor without a nomination", licensing.Distributor, rules.Yes, rules.No, rules.Yes, rules.No},
		{"distributor without a record", licensing.Distributor, rules.Yes, rules.Yes, rules.No, rules.No},
		{"distributor, nobody says whether nominated", licensing.Distributor, rules.Yes, rules.Unknown, rules.Yes, rules.Unknown},
		{"a customer", licensing.Customer, rules.Yes, rules.Yes, rules.Yes, rules.No},
		{"nobody says what as", 0, rules.No, rules.No, rules.No, rules.Unknown},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := licensing.MayBePartner(day("2023-05-01"), licensing.PartnerCase{As: tt.as, AtScale: tt.atScale, Nominated: tt.nominated, Proven: tt.proven})
			assert.Equal(t, tt.want, got.Outcome)
		})
	}
}

func TestMayProvision(t *testing.T) {
	tests := []struct {
		other, tenant rules.Truth
		by            []rules.ID
	}{
		{rules.Yes, rules.Yes, []rules.ID{"licensing.customer.severalPartners", "licensing.customer.tenant"}},
		{rules.Yes, rules.No, []rules.ID{"licensing.customer.severalPartners"}},
		{rules.No, rules.Yes, []rules.ID{"licensing.customer.tenant"}},
		{rules.No, rules.No, []rules.ID{"licensing.customer.new"}},
	}
	for _, tt := range tests {
		got := licensing.MayProvision(day("2023-05-01"), licensing.CustomerCase{OtherPartner: tt.other, Tenant: tt.tenant})
		assert.Equal(t, rules.Yes, got.Outcome)
		var by []rules.ID
		for _, f := range got.Findings {
			by = append(by, f.Rule)
		}
		assert.Equal(t, tt.by, by)
	}
}

func TestAccessOf(t *testing.T) {
	const (
		none, contributor, owner = licensing.AzureNoRole, licensing.AzureContributor, licensing.AzureOwner
		nothing, services, users = licensing.AccessNone, licensing.AccessServices, licensing.AccessUsers
	)
	tests := []struct {
		name    string
		party   licensing.Party
		granted licensing.AzureRole
		related rules.Truth
		want    licensing.Access
		by      []rules.ID
	}{
		{"the partner by default", licensing.DirectPartner, 0, 0, users, []rules.ID{"licensing.access.partner"}},
		{"the distributor by default", licensing.Distributor, 0, 0, users, []rules.ID{"licensing.access.partner"}},
		{"the customer by default", licensing.Customer, none, 0, nothing, []rules.ID{"licensing.access.customer.none"}},
		{"the customer as contributor", licensing.Customer, contributor, 0, services, []rules.ID{"licensing.access.customer.contributor"}},
		{
			"the customer as owner, against advice", licensing.Customer, owner, 0, users,
			[]rules.ID{"licensing.access.customer.owner", "licensing.access.customer.advice"},
		},
		{"the customer, nobody says as what", licensing.Customer, 0, 0, 0, nil},
		{"a reseller with both steps, contributor", licensing.Reseller, contributor, rules.Yes, services, []rules.ID{"licensing.access.reseller.contributor"}},
		{"a reseller with both steps, owner", licensing.Reseller, owner, rules.Yes, users, []rules.ID{"licensing.access.reseller.owner"}},
		{"a reseller with a role and no relationship", licensing.Reseller, owner, rules.No, nothing, nil},
		{"a reseller with a relationship and no role", licensing.Reseller, none, rules.Yes, nothing, nil},
		{"Microsoft", licensing.Microsoft, owner, rules.Yes, nothing, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := licensing.AccessOf(day("2023-05-01"), licensing.AccessCase{Party: tt.party, Granted: tt.granted, Relationship: tt.related})
			assert.Equal(t, tt.want, got.Outcome)
			if got.Status == rules.Undetermined {
				return
			}
			var by []rules.ID
			for _, f := range got.Findings {
				by = append(by, f.Rule)
			}
			assert.Equal(t, tt.by, by)
		})
	}
}

func TestNextAccessStep(t *testing.T) {
	const relationship, role, none = licensing.StepRelationship, licensing.StepRole, licensing.StepNone
	tests := []struct {
		related, role rules.Truth
		want          licensing.AccessStep
	}{
		{rules.No, rules.No, relationship},
		{rules.No, rules.Yes, relationship},
		{rules.No, rules.Unknown, relationship},
		{rules.Yes, rules.No, role},
		{rules.Yes, rules.Yes, none},
		{rules.Yes, rules.Unknown, 0},
		{rules.Unknown, rules.Yes, 0},
	}
	for _, tt := range tests {
		got := licensing.NextAccessStep(day("2023-05-01"), licensing.ResellerProgress{Relationship: tt.related, Role: tt.role})
		assert.Equal(t, tt.want, got.Outcome, "%s, %s", tt.related, tt.role)
	}
}

func TestMayUseInCSP(t *testing.T) {
	tests := []struct {
		name       string
		on         string
		item       licensing.CSPItem
		arm, opted rules.Truth
		want       rules.Truth
		by         rules.ID
	}{
		{"a service on Resource Manager", "2021-07-21", licensing.ItemAzureService, rules.Yes, 0, rules.Yes, "licensing.cspuse.resourceManager"},
		{"a classic service", "2021-07-21", licensing.ItemAzureService, rules.No, 0, rules.No, "licensing.cspuse.notResourceManager"},
		{"a service, nobody says on what", "2021-07-21", licensing.ItemAzureService, 0, 0, rules.Unknown, ""},
		{"an application, opted in, the day before the page", "2023-07-30", licensing.ItemThirdParty, 0, rules.Yes, rules.No, "licensing.cspuse.thirdParty"},
		{"an application, opted in, on the day of the page", "2023-07-31", licensing.ItemThirdParty, 0, rules.Yes, rules.Yes, "licensing.cspuse.optedIn"},
		{"an application, not opted in, on the day of the page", "2023-07-31", licensing.ItemThirdParty, 0, rules.No, rules.No, "licensing.cspuse.thirdParty"},
		{"an application, nobody says", "2023-08-01", licensing.ItemThirdParty, 0, 0, rules.Unknown, ""},
		{"an application before the page, nobody says", "2021-07-21", licensing.ItemThirdParty, 0, 0, rules.No, "licensing.cspuse.thirdParty"},
		{"an image with a licence of one's own", "2021-07-21", licensing.ItemOwnLicence, 0, 0, rules.Yes, "licensing.cspuse.image"},
		{"a free image", "2021-07-21", licensing.ItemFreeImage, 0, 0, rules.Yes, "licensing.cspuse.image"},
		{"an application of the partner's", "2021-07-21", licensing.ItemValueAdded, 0, 0, rules.Yes, "licensing.cspuse.valueAdded"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := licensing.MayUseInCSP(day(tt.on), licensing.CSPUse{Item: tt.item, ResourceManager: tt.arm, OptedIn: tt.opted})
			assert.Equal(t, tt.want, got.Outcome)
			if tt.by != "" {
				assert.Equal(t, tt.by, got.Findings[0].Rule)
			}
		})
	}
}

func TestAnOverlayReachesTheChannel(t *testing.T) {
	changed := with(t, `"switchOff": ["licensing.access.customer.advice", "licensing.cspuse.optedIn"]`)
	assert.Len(t, changed.AccessOf(day("2024-01-01"), licensing.AccessCase{Party: licensing.Customer, Granted: licensing.AzureOwner}).Findings, 1)
	application := licensing.CSPUse{Item: licensing.ItemThirdParty, OptedIn: rules.Yes}
	assert.Equal(t, rules.No, changed.MayUseInCSP(day("2024-01-01"), application).Outcome)
}
