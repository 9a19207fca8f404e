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
		checkSet(t, published.OpenPurchaseSet(), samples.OpenPurchase())
		checkSet(t, published.OpenAccountSet(), samples.OpenAccount())
		checkSet(t, published.OpenProductSet(), samples.OpenProduct())
		checkSet(t, published.OpenSupportSet(), samples.OpenSupport())
		checkSet(t, published.OpenManagementSet(), samples.OpenManagement())
		checkSet(t, published.OpenMoveSet(), samples.OpenMove())
	})
	t.Run("channel", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.DutySet(), samples.ChannelDuty(), rulestest.Allowance[licensing.DutyCase]{
			Kind: rulestest.Gap, Where: nobodysDuty,
			Reason: "the page says nothing of who buys from Microsoft, and of resellers no more than prices, billing, support, cases and availability",
		})
		checkSet(t, published.PartnerSet(), samples.Partner())
		checkSet(t, published.CustomerSet(), samples.ChannelCustomer())
		checkSet(t, published.AccessSet(), samples.ChannelAccess())
		checkSet(t, published.AccessStepSet(), samples.AccessStep())
		checkSet(t, published.CSPUseSet(), samples.CSPUse())
	})
	t.Run("redemption", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.RedemptionSet(), samples.Redemption())
	})
	t.Run("action", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.ActionSet(), samples.KeyAction())
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
		checkSet(t, published.AutoRenewalSet(), samples.AutoRenewal())
	})
	t.Run("visibility", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.VisibilitySet(), samples.Visibility())
	})
	t.Run("softwarebilling", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.SoftwareBillingSet(), samples.SoftwareBilling())
	})
	t.Run("softwareneed", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.SoftwareNeedSet(), samples.SoftwareNeeds())
	})
	t.Run("task", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.TaskSet(), samples.Tasks())
	})
	t.Run("acquisition", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.AcquisitionSet(), samples.Acquisition())
	})
	t.Run("order", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.OrderSet(), samples.Order())
	})
	t.Run("attestation", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.AttestationSet(), samples.Attestation())
	})
	t.Run("benefit", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.BenefitSet(), samples.Benefit())
	})
	t.Run("benefit.activation", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.BenefitActivationSet(), samples.BenefitActivation())
	})
	t.Run("benefit.assignment", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.AssignmentSet(), samples.CreditAssignment())
	})
	t.Run("benefit.user", func(t *testing.T) {
		t.Parallel()
		checkSet(t, published.UserChangeSet(), samples.UserChange())
	})
}

func nobodysDuty(_ terms.Day, c licensing.DutyCase) bool {
	switch c.For {
	case licensing.Customer:
		return false
	case licensing.Reseller:
		return slices.Contains([]licensing.Duty{licensing.DutyTerms, licensing.DutyProvisioning, licensing.DutyManagement}, c.Duty)
	default:
		return true
	}
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
