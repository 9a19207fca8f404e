package licensing_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/samples"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

func TestSets(t *testing.T) {
	published := licensing.Published()
	t.Run("hybrid", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.HybridSet(), samples.HybridLicence())
		checkSet(t, published.DualUseSet(), samples.DualUse())
		checkSet(t, published.HostUseSet(), samples.HostUse())
		checkSet(t, published.SQLRatioSet(), samples.SQLUse())
	})
	t.Run("open", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.ChannelSet(), samples.AzureChannel())
		checkSet(t, published.OpenPurchaseSet(), samples.OpenPurchase(), before[licensing.OpenPurchaseFacts]("2014-08-01"))
		checkSet(t, published.OpenAccountSet(), samples.OpenAccount(), before[licensing.OpenAccount]("2014-08-01"))
		checkSet(t, published.OpenProductSet(), samples.OpenProduct(), before[licensing.OpenWish]("2014-08-01"))
		checkSet(t, published.OpenSupportSet(), samples.OpenSupport(), before[licensing.OpenQuestion]("2014-08-01"))
		checkSet(t, published.OpenManagementSet(), samples.OpenManagement())
		checkSet(t, published.OpenMoveSet(), samples.OpenMove(), before[licensing.OpenMove]("2014-08-01"))
	})
	t.Run("channel", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.DutySet(), samples.ChannelDuty(), before[licensing.DutyCase]("2015-09-01"), rulestest.Allowance[licensing.DutyCase]{
			Kind: rulestest.Gap, Where: nobodysDuty,
			Reason: "the page says of resellers no more than prices, billing, support, cases and availability",
		})
		checkSet(t, published.PartnerSet(), samples.Partner())
		checkSet(t, published.CustomerSet(), samples.ChannelCustomer(), before[licensing.CustomerCase]("2015-09-01"))
		checkSet(t, published.AccessSet(), samples.ChannelAccess())
		checkSet(t, published.AccessStepSet(), samples.AccessStep(), before[licensing.ResellerProgress]("2015-09-01"))
		checkSet(t, published.CSPUseSet(), samples.CSPUse(), before[licensing.CSPUse]("2015-09-01"))
	})
	t.Run("redemption", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.RedemptionSet(), samples.Redemption(), before[licensing.RedemptionFacts]("2020-07-13"))
	})
	t.Run("action", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.ActionSet(), samples.KeyAction(), before[licensing.ActionFacts]("2020-07-13"))
	})
	t.Run("keyuse", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.KeyUseSet(), samples.KeyUse())
	})
	t.Run("cotermination", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.CoTerminationSet(), samples.CoTermination())
	})
	t.Run("autorenewal", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.AutoRenewalSet(), samples.AutoRenewal(), before[licensing.AutoRenewalFacts]("2018-05-01"))
	})
	t.Run("visibility", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.VisibilitySet(), samples.Visibility(), before[licensing.VisibilityFacts]("2018-05-01"))
	})
	t.Run("softwarebilling", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.SoftwareBillingSet(), samples.SoftwareBilling(), before[licensing.SoftwareBillingFacts]("2018-05-01"))
	})
	t.Run("softwareneed", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.SoftwareNeedSet(), samples.SoftwareNeeds(), before[licensing.SoftwareNeedFacts]("2018-05-01"))
	})
	t.Run("task", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.TaskSet(), samples.Tasks(), before[licensing.TaskFacts]("2020-10-21"))
	})
	t.Run("acquisition", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.AcquisitionSet(), samples.Acquisition())
	})
	t.Run("order", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.OrderSet(), samples.Order(), before[licensing.OrderFacts]("2018-08-07"))
	})
	t.Run("attestation", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.AttestationSet(), samples.Attestation())
	})
	t.Run("benefit", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.BenefitSet(), samples.Benefit(), before[licensing.BenefitFacts]("2020-10-21"))
	})
	t.Run("benefit.activation", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.BenefitActivationSet(), samples.BenefitActivation(), before[licensing.BenefitActivationFacts]("2020-10-21"))
	})
	t.Run("benefit.assignment", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.AssignmentSet(), samples.CreditAssignment(), before[licensing.AssignmentFacts]("2020-10-21"))
	})
	t.Run("benefit.user", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.UserChangeSet(), samples.UserChange())
	})
}

// before lets the days stand without an answer that lie before the first on record.
func before[In any](first string) rulestest.Allowance[In] {
	return rulestest.Allowance[In]{
		Kind: rulestest.Gap, Reason: "before " + first + " the record says nothing",
		Where: func(on terms.Day, _ In) bool { return on.Before(day(first)) },
	}
}

func nobodysDuty(_ terms.Day, c licensing.DutyCase) bool {
	return c.For == licensing.ForReseller &&
		slices.Contains([]licensing.Duty{licensing.DutyTerms, licensing.DutyProvisioning, licensing.DutyManagement}, c.Duty)
}

// checkSet holds a set to the laws of the engine, every rule to have spoken and been silent, and the answers to the golden
// file.
func checkSet[In any, Out comparable](t *testing.T, set *rules.Set[In, Out], inputs rulestest.Samples[In], allowed ...rulestest.Allowance[In]) {
	t.Helper()
	rulestest.Check(t, set, inputs, allowed...)
	for _, c := range rulestest.Cover(set, inputs) {
		assert.NotZero(t, c.Spoke, c.Rule)
		assert.NotZero(t, c.Silent+c.Excepted+c.OutsideDays, c.Rule)
	}
	file := "testdata/" + strings.TrimPrefix(set.ID(), "licensing/") + ".golden"
	rulestest.Golden(t, file, rulestest.Fingerprint(set, inputs), *update)
}

func TestEveryDefaultSaysWhy(t *testing.T) {
	for _, about := range licensing.Published().About() {
		if about.Default == "" {
			continue
		}
		assert.NotEmpty(t, about.DefaultText, about.ID)
		assert.NotEmpty(t, about.DefaultSources, about.ID)
	}
}

// The day before and the day on which the record begins.
func TestBeforeTheRecord(t *testing.T) {
	yes, no := rules.Yes, rules.No
	twentyFive := fresh(25)
	unused := licensing.RedemptionFacts{Action: licensing.AddLicences, Status: licensing.StatusActive, Kind: licensing.PartnerBenefit, Redeemed: no, SameProduct: yes, PastExpiry: no}
	tests := []struct {
		name, before, first string
		ask                 func(day terms.Day) rules.Status
	}{
		{"redeeming a key", "2020-07-12", "2020-07-13", func(d terms.Day) rules.Status { return licensing.MayRedeem(d, unused).Status }},
		{"choosing an action", "2020-07-12", "2020-07-13", func(d terms.Day) rules.Status {
			return licensing.ChooseAction(d, licensing.ActionFacts{Status: licensing.StatusNone, Aim: licensing.MoreTime}).Status
		}},
		{"selling software", "2018-04-30", "2018-05-01", func(d terms.Day) rules.Status {
			return licensing.MayPerform(d, licensing.TaskFacts{Task: licensing.SellSoftware, Role: licensing.AdminAgent}).Status
		}},
		{"selling an Azure plan", "2019-10-31", "2019-11-01", func(d terms.Day) rules.Status {
			return licensing.MayPerform(d, licensing.TaskFacts{Task: licensing.SellAzurePlan, Role: licensing.SalesAgent}).Status
		}},
		{"viewing benefits", "2020-10-20", "2020-10-21", func(d terms.Day) rules.Status {
			return licensing.MayPerform(d, licensing.TaskFacts{Task: licensing.ViewBenefits, Role: licensing.PartnerAdministrator}).Status
		}},
		{"ordering on the Cloud Agreement", "2018-08-06", "2018-08-07", func(d terms.Day) rules.Status {
			return licensing.MayOrder(d, licensing.Order{Product: licensing.OrderedMicrosoft365, CloudAgreement: yes}).Status
		}},
		{"a benefit", "2020-10-20", "2020-10-21", func(d terms.Day) rules.Status {
			return licensing.HasBenefit(d, licensing.BenefitFacts{Offer: licensing.OfferActionPack, Active: yes, Provisioned: yes, Product: licensing.OtherBenefitProduct}).Status
		}},
		{"a duty", "2015-08-31", "2015-09-01", func(d terms.Day) rules.Status {
			return licensing.MayProvision(d, licensing.CustomerCase{OtherPartner: no, Tenant: no}).Status
		}},
		{"an account for Azure in Open", "2014-07-31", "2014-08-01", func(d terms.Day) rules.Status {
			return licensing.MayCreateInOpen(d, licensing.OpenAccount{Created: day("2014-07-20")}).Status
		}},
		{"a software subscription that is looked for", "2018-04-30", "2018-05-01", func(d terms.Day) rules.Status {
			return licensing.IsVisible(d, licensing.VisibilityFacts{Place: licensing.InGetOrders}).Status
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, rules.Unanswered, tt.ask(day("1999-05-02")))
			assert.Equal(t, rules.Unanswered, tt.ask(day(tt.before)))
			assert.Equal(t, rules.Decided, tt.ask(day(tt.first)))
		})
	}
	_, err := licensing.Extend(active(20, "2000-03-31"), by(), extend(twentyFive, "1999-10-01"))
	require.ErrorIs(t, err, rules.ErrNoFigure)
	_, err = licensing.LastKMSDay(day("2006-10-24"), licensing.GraceFromActivationDay)
	require.ErrorIs(t, err, rules.ErrNoFigure)
	direct := licensing.ChannelUse{Channel: licensing.ChannelWeb}
	assert.Equal(t, rules.ByDefault, licensing.MayBuyThrough(day("2010-01-31"), direct).Status)
	assert.Equal(t, yes, licensing.MayBuyThrough(day("2010-02-01"), direct).Outcome)
}

func TestOverlaysThatAreRefused(t *testing.T) {
	tests := []struct{ name, change, problem string }{
		{"a rule that is not there", `"switchOff": ["licensing.redemption.twice"]`, "licensing.redemption.twice"},
		{"a timeline that is not there", `"figures": [{"timeline": "licensing.key.years", "span": "2024-01-01/..", "value": "P12M"}]`, "licensing.key.years"},
		{"months that are none", `"figures": [{"timeline": "licensing.key.months", "span": "2024-01-01/..", "value": "P0M"}]`, "whole months from P1M to P1200M"},
		{"months not given", `"figures": [{"timeline": "licensing.key.months", "span": "2024-01-01/..", "value": ""}]`, "whole months from P1M to P1200M"},
		{"days for months", `"figures": [{"timeline": "licensing.extension.limit", "span": "2024-01-01/..", "value": "P1095D"}]`, "whole months from P1M to P1200M"},
		{"months for days", `"figures": [{"timeline": "licensing.kms.grace", "span": "2024-01-01/..", "value": "P6M"}]`, "whole days from P1D to P36525D"},
		{"cores of none", `"figures": [{"timeline": "licensing.hybrid.machine", "span": "2024-01-01/..", "value": 0}]`, "a whole number from 1 to 1000"},
		{"a counting that is none", `"figures": [{"timeline": "licensing.hybrid.counting", "span": "2024-01-01/..", "value": "perSocket"}]`, "inSets, inGroups, perCore"},
		{"a list that markets does not have", `"lists": [{"list": "markets.open.excluded", "add": ["NO"]}]`, "markets.open.excluded"},
		{"a factor of none", `"figures": [{"timeline": "licensing.extension.factor", "span": "2024-01-01/..", "value": 0}]`, "a whole number from 1 to 1000"},
		{"a factor that is text", `"figures": [{"timeline": "licensing.extension.factor", "span": "2024-01-01/..", "value": "3"}]`, "licensing.extension.factor"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := licensing.Published().With(overlay(t, `{"owner": "Fabrikam", "reason": "contract", `+tt.change+`}`))
			require.ErrorIs(t, err, rules.ErrOverlay)
			require.ErrorContains(t, err, tt.problem)
		})
	}
}

func TestAsKnown(t *testing.T) {
	known, err := licensing.Published().AsKnown(day("2021-03-01"))
	require.NoError(t, err)
	d := known.MayRedeem(day("2021-03-01"), licensing.RedemptionFacts{})
	assert.Equal(t, day("2021-03-01"), d.Known)
	months, err := known.KeyMonths().On(day("2021-03-01"))
	require.NoError(t, err)
	assert.Equal(t, day("2021-03-01"), months.Known)

	same, err := licensing.Published().AsKnown(terms.Day{})
	require.NoError(t, err)
	assert.Same(t, licensing.Published(), same, "a record of the present wording is decided by it again")
}

func TestAboutListsEverything(t *testing.T) {
	ids := map[string]bool{}
	for _, about := range licensing.Published().About() {
		ids[about.ID] = true
		text, err := json.Marshal(about)
		require.NoError(t, err)
		assert.Contains(t, string(text), `"checked":"2026-11-22"`)
	}
	for _, id := range []string{
		"licensing/hybrid", "licensing/dualuse", "licensing/hostuse", "licensing/sqlratio",
		"licensing.dualuse.migration", "licensing.dualuse.migration.sql", "licensing.hybrid.counting", "licensing.hybrid.machine",
		"licensing.hybrid.processor", "licensing.sqlratio.machine",
		"licensing/channel", "licensing/openpurchase", "licensing/openaccount", "licensing/openproduct", "licensing/opensupport",
		"licensing/openmanagement", "licensing/openmove",
		"licensing/duty", "licensing/partner", "licensing/customer", "licensing/access", "licensing/accessstep", "licensing/cspuse",
		"licensing/redemption", "licensing/action", "licensing/keyuse", "licensing/cotermination", "licensing/autorenewal",
		"licensing.key.months", "licensing.extension.factor", "licensing.extension.limit", "licensing.kms.grace",
	} {
		assert.True(t, ids[id], id)
	}
}

func TestTheRecordDisputesTheLimit(t *testing.T) {
	limit, err := licensing.Published().ExtensionLimit().On(day("2021-10-01"))
	require.NoError(t, err)
	assert.Equal(t, licensing.Months(36), limit.Value)
	require.Len(t, limit.Others, 2)
	assert.Equal(t, licensing.Months(12), limit.Others[0].Value)
	assert.Equal(t, licensing.Months(24), limit.Others[1].Value)
}
