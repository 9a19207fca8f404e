package pricing_test

import (
	"flag"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/samples"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

var update = flag.Bool("update", false, "write the golden files")

func TestSetsAreSound(t *testing.T) {
	t.Run("access", func(t *testing.T) { checkSet(t, "access", pricing.Published().AccessSet(), samples.PricingAccess()) })
	t.Run("earned credit", func(t *testing.T) {
		checkSet(t, "earnedcredit", pricing.Published().EarnedCreditSet(), samples.PricingEarnedCredit())
	})
	t.Run("tax", func(t *testing.T) { checkSet(t, "tax", pricing.Published().TaxSet(), samples.PricingTax()) })
	t.Run("billing", func(t *testing.T) { checkSet(t, "billing", pricing.Published().BillingSet(), samples.PricingBilling()) })
	t.Run("commitment", func(t *testing.T) {
		checkSet(t, "commitment", pricing.Published().CommitmentSet(), samples.PricingCommitment())
	})
}

// checkSet runs the checks of rulestest, and wants every rule to have spoken and to have been silent.
func checkSet[In any, Out comparable](t *testing.T, name string, set *rules.Set[In, Out], inputs rulestest.Samples[In], allowed ...rulestest.Allowance[In]) {
	t.Helper()
	rulestest.Check(t, set, inputs, allowed...)
	rulestest.Golden(t, "testdata/"+name+".golden", rulestest.Fingerprint(set, inputs), *update)
	for _, c := range rulestest.Cover(set, inputs) {
		assert.True(t, c.Planned || c.IsCovered(), c.Rule)
	}
}

// spoke gives the rules that spoke.
func spoke[Out comparable](d rules.Decision[Out]) []rules.ID {
	var ids []rules.ID
	for _, f := range d.Findings {
		ids = append(ids, f.Rule)
	}
	return ids
}

// byAOBO is access that counts, in as few facts as there can be.
func byAOBO() pricing.Access {
	return pricing.Access{
		Holder: pricing.TransactingPartner, Path: pricing.AOBO, Role: "Owner", Scope: pricing.SubscriptionScope, Covers: rules.Yes, Held: rules.Yes,
	}
}

// byUser is access of a user that counts.
func byUser() pricing.Access {
	a := byAOBO()
	a.Path, a.Linked, a.Permanent = pricing.DirectoryUser, rules.Yes, rules.Yes
	return a
}

func TestAccessCounts(t *testing.T) {
	on := day("2022-07-04")
	tests := []struct {
		name   string
		from   pricing.Access
		change func(*pricing.Access)
		want   pricing.Eligibility
		rules  []rules.ID
	}{
		{"AOBO counts, and needs no link and no question after its term", byAOBO(), nil, pricing.Eligible, []rules.ID{"pricing.pec.aobo"}},
		{"that of the reseller of record counts too", byAOBO(), func(a *pricing.Access) { a.Holder = pricing.ResellerOfRecord }, pricing.Eligible, []rules.ID{"pricing.pec.aobo"}},
		{"another partner's does not", byAOBO(), func(a *pricing.Access) { a.Holder = pricing.OtherPartner }, pricing.Ineligible, []rules.ID{"pricing.pec.aobo", "pricing.pec.otherpartner"}},
		{"AOBO of a time is not asked about", byAOBO(), func(a *pricing.Access) { a.Permanent = rules.No }, pricing.Eligible, []rules.ID{"pricing.pec.aobo"}},
		{"a Marketplace offer of Lighthouse needs no link", byUser(), func(a *pricing.Access) { a.Path, a.Linked = pricing.LighthouseOffer, rules.Unknown }, pricing.Eligible, []rules.ID{"pricing.pec.lighthouse.offer"}},
		{"a template of Lighthouse does", byUser(), func(a *pricing.Access) { a.Path = pricing.LighthouseTemplate }, pricing.Eligible, []rules.ID{"pricing.pec.lighthouse.template"}},
		{"and does not count without", byUser(), func(a *pricing.Access) { a.Path, a.Linked = pricing.LighthouseTemplate, rules.No }, pricing.Ineligible, []rules.ID{"pricing.pec.lighthouse.unlinked"}},
		{"a linked user counts", byUser(), nil, pricing.Eligible, []rules.ID{"pricing.pec.user"}},
		{"an unlinked one does not", byUser(), func(a *pricing.Access) { a.Linked = rules.No }, pricing.Ineligible, []rules.ID{"pricing.pec.user.unlinked"}},
		{"a reader does not", byUser(), func(a *pricing.Access) { a.Role = "Reader" }, pricing.Ineligible, []rules.ID{"pricing.pec.user", "pricing.pec.role"}},
		{"reader and data access does", byUser(), func(a *pricing.Access) { a.Role = "reader and data access" }, pricing.Eligible, []rules.ID{"pricing.pec.user"}},
		{"a user of Cognitive Services does not", byUser(), func(a *pricing.Access) { a.Role = "Cognitive Services User" }, pricing.Ineligible, []rules.ID{"pricing.pec.user", "pricing.pec.role"}},
		{"a custom role the caller vouches for", byUser(), func(a *pricing.Access) { a.Role, a.RoleEligible = "Contoso operator", rules.Yes }, pricing.Eligible, []rules.ID{"pricing.pec.user"}},
		{"a scope beside the resource", byUser(), func(a *pricing.Access) { a.Covers = rules.No }, pricing.Ineligible, []rules.ID{"pricing.pec.user", "pricing.pec.scope"}},
		{"a management group, which the sources do not name", byUser(), func(a *pricing.Access) { a.Scope = pricing.ManagementGroupScope }, pricing.Ineligible, []rules.ID{"pricing.pec.user", "pricing.pec.managementgroup"}},
		{"access for a time", byUser(), func(a *pricing.Access) { a.Permanent = rules.No }, pricing.Ineligible, []rules.ID{"pricing.pec.user", "pricing.pec.temporary"}},
		{"access for part of the day", byUser(), func(a *pricing.Access) { a.Held = rules.No }, pricing.Ineligible, []rules.ID{"pricing.pec.user", "pricing.pec.wholeday"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := tt.from
			if tt.change != nil {
				tt.change(&a)
			}
			d := pricing.AccessCounts(on, a)
			assert.Equal(t, tt.want, d.Outcome)
			assert.Equal(t, tt.rules, spoke(d))
			requireReadsBack(t, d)
		})
	}
}

func TestAccessAsksForWhatMatters(t *testing.T) {
	on := day("2022-07-04")
	tests := []struct {
		name    string
		facts   pricing.Access
		missing []string
	}{
		{"a custom role is on no list", func() pricing.Access { a := byUser(); a.Role = "Contoso operator"; return a }(), []string{"role"}},
		{"whose it is", func() pricing.Access { a := byUser(); a.Holder = 0; return a }(), []string{"holder"}},
		{"AOBO needs no link", func() pricing.Access { a := byAOBO(); a.Held = 0; return a }(), []string{"held"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := pricing.AccessCounts(on, tt.facts)
			require.ErrorIs(t, d.Err(), rules.ErrUndetermined)
			assert.Equal(t, tt.missing, d.Missing)
		})
	}
	reader := pricing.AccessCounts(on, pricing.Access{Role: "Reader"})
	assert.Equal(t, pricing.Ineligible, reader.Outcome, "of a reader nothing more is asked")
}

func TestEarnsCredit(t *testing.T) {
	managed := pricing.Earning{Product: pricing.PlanConsumption, Agreement: rules.Yes, Billed: rules.Yes, Covered: rules.No, Access: rules.Yes}
	of := func(p pricing.PlanProduct) func(*pricing.Earning) {
		return func(e *pricing.Earning) { e.Product = p }
	}
	tests := []struct {
		name   string
		on     string
		change func(*pricing.Earning)
		want   pricing.Eligibility
		rule   rules.ID // of those that spoke, the last
	}{
		{"use of the plan", "2022-02-01", nil, pricing.Eligible, "pricing.pec.consumption"},
		{"on its first day", "2019-11-01", nil, pricing.Eligible, "pricing.pec.consumption"},
		{"on the day before", "2019-10-31", nil, pricing.Ineligible, "pricing.pec.before"},
		{"on the day after", "2019-11-02", nil, pricing.Eligible, "pricing.pec.consumption"},
		{"a reservation", "2022-02-01", of(pricing.PlanReservation), pricing.Ineligible, "pricing.pec.reservation"},
		{"a savings plan", "2022-02-01", of(pricing.PlanSavings), pricing.Ineligible, "pricing.pec.savingsplan"},
		{"a Spot machine", "2022-02-01", of(pricing.SpotMachine), pricing.Ineligible, "pricing.pec.spot"},
		{"a third party's product", "2022-02-01", of(pricing.ThirdParty), pricing.Ineligible, "pricing.pec.thirdparty"},
		{"a Marketplace product", "2022-02-01", of(pricing.MarketplaceProduct), pricing.Ineligible, "pricing.pec.marketplace"},
		{"the previous offer in phase 2 (CSP-13)", "2022-02-01", of(pricing.PreviousOffer), pricing.Ineligible, "pricing.pec.previousoffer"},
		{"and on the day before it", "2022-01-31", of(pricing.PreviousOffer), pricing.Ineligible, "pricing.pec.previousoffer"},
		{"calls", "2022-02-01", of(pricing.TelcoOverage), pricing.Ineligible, "pricing.pec.telco"},
		{"a support plan", "2022-02-01", of(pricing.UnlistedProduct), pricing.Ineligible, "pricing.pec.unlisted"},
		{"without agreement", "2022-02-01", func(e *pricing.Earning) { e.Agreement = rules.No }, pricing.Ineligible, "pricing.pec.agreement"},
		{"an indirect reseller", "2022-02-01", func(e *pricing.Earning) { e.Billed = rules.No }, pricing.Ineligible, "pricing.pec.notbilled"},
		{"paid by an Azure credit", "2022-02-01", func(e *pricing.Earning) { e.Covered = rules.Yes }, pricing.Ineligible, "pricing.pec.creditoffer"},
		{"without access", "2022-02-01", func(e *pricing.Earning) { e.Access = rules.No }, pricing.Ineligible, "pricing.pec.noaccess"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := managed
			if tt.change != nil {
				tt.change(&e)
			}
			d := pricing.EarnsCredit(day(tt.on), e)
			assert.Equal(t, tt.want, d.Outcome)
			ids := spoke(d)
			assert.Equal(t, tt.rule, ids[len(ids)-1])
			requireReadsBack(t, d)
		})
	}
	d := pricing.EarnsCredit(day("2022-02-01"), pricing.Earning{Product: pricing.PlanReservation})
	assert.Equal(t, pricing.Ineligible, d.Outcome, "of a reservation nothing more is asked")
	d = pricing.EarnsCredit(day("2022-02-01"), pricing.Earning{Product: pricing.PlanConsumption, Agreement: rules.Yes, Billed: rules.Yes, Covered: rules.No})
	assert.Equal(t, []string{"access"}, d.Missing)
	d = pricing.EarnsCredit(terms.Day{}, managed)
	require.ErrorIs(t, d.Err(), rules.ErrDay)
}

func TestBillingOf(t *testing.T) {
	on := day("2022-02-01")
	tests := []struct {
		party licensing.Party
		want  pricing.Billing
		rules []rules.ID
	}{
		{licensing.DirectPartner, pricing.Billing{By: pricing.BillerMicrosoft, Monthly: true, Currency: pricing.CurrencyByMicrosoft}, []rules.ID{"pricing.billing.microsoft", "pricing.currency.partner"}},
		{licensing.Distributor, pricing.Billing{By: pricing.BillerMicrosoft, Monthly: true, Currency: pricing.CurrencyByMicrosoft}, []rules.ID{"pricing.billing.microsoft", "pricing.currency.partner"}},
		{licensing.Reseller, pricing.Billing{By: pricing.BillerDistributor, Prices: pricing.BillerDistributor}, []rules.ID{"pricing.billing.distributor"}},
		{licensing.Customer, pricing.Billing{By: pricing.BillerPartner, Currency: pricing.CurrencyByPartner}, []rules.ID{"pricing.billing.partner", "pricing.currency.customer"}},
	}
	for _, tt := range tests {
		d := pricing.BillingOf(on, pricing.BillingCase{Party: tt.party})
		assert.Equal(t, tt.want, d.Outcome, tt.party)
		assert.Equal(t, tt.rules, spoke(d), tt.party)
		requireReadsBack(t, d)
	}
	require.ErrorIs(t, pricing.BillingOf(on, pricing.BillingCase{}).Err(), rules.ErrUndetermined)
}

func TestCommitmentOf(t *testing.T) {
	on := day("2022-02-01")
	d := pricing.CommitmentOf(on, pricing.CommitmentCase{Model: pricing.PayAsYouGo})
	assert.Equal(t, pricing.OnlyWhatIsUsed, d.Outcome)
	assert.Equal(t, "CSP-20", d.Findings[0].Sources[0].Fact)
	assert.Equal(t, pricing.TheWholeTerm, pricing.CommitmentOf(on, pricing.CommitmentCase{Model: pricing.ForATerm}).Outcome)
	require.ErrorIs(t, pricing.CommitmentOf(on, pricing.CommitmentCase{}).Err(), rules.ErrUndetermined)
}
