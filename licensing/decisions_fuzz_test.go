package licensing_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
)

// A question of every kind, read from JSON: each decides, whatever is given, and its record reads back.
type questions struct {
	Day         terms.Day                        `json:"day"`
	Visibility  licensing.VisibilityFacts        `json:"visibility"`
	Billing     licensing.SoftwareBillingFacts   `json:"billing"`
	Needs       licensing.SoftwareNeedFacts      `json:"needs"`
	Task        licensing.TaskFacts              `json:"task"`
	Acquisition licensing.AcquisitionFacts       `json:"acquisition"`
	Order       licensing.Order                  `json:"order"`
	Attestation licensing.Attestation            `json:"attestation"`
	Member      licensing.BenefitFacts           `json:"member"`
	Activation  licensing.BenefitActivationFacts `json:"activation"`
	Assignment  licensing.AssignmentFacts        `json:"assignment"`
	Change      licensing.UserChangeRequest      `json:"change"`
	Benefit     licensing.Benefit                `json:"benefit"`
}

func FuzzQuestions(f *testing.F) {
	for _, seed := range []string{
		`{}`, `{"day": "2020-01-31", "order": {"product": "azurePlan", "cloudAgreement": "yes", "acceptance": "notAccepted"}}`,
		`{"day": "2023-04-28", "attestation": {"role": "adminAgent", "indirectReseller": "no", "acceptedOn": "2023-04-29"}}`,
		`{"day": "2021-10-22", "billing": {"termDuration": "P3Y", "billingCycle": "annual"}, "visibility": {"place": "inGetOrders"}}`,
		`{"day": "2023-09-19", "change": {"credit": "azureMonthlyCredit", "change": "replaceUser", "reassignments": -1}}`,
		`{"day": "9999-12-31", "change": {"credit": "azureBulkCredit", "reassignments": 9223372036854775807}}`,
		`{"day": "2021-12-01", "benefit": {"product": "Power BI", "kind": "licenceBased", "licences": -5, "offer": "other", "type": "core", "expires": "0001-01-02"}}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		var asked questions
		if terms.Decode(bytes.NewReader(in), &asked) != nil {
			return
		}
		text, err := json.Marshal(asked)
		require.NoError(t, err)
		var again questions
		require.NoError(t, terms.Decode(bytes.NewReader(text), &again))
		require.Equal(t, asked, again)

		assertRoundTrip(t, licensing.IsVisible(asked.Day, asked.Visibility))
		assertRoundTrip(t, licensing.MayBillSoftware(asked.Day, asked.Billing))
		assertRoundTrip(t, licensing.NeedsOf(asked.Day, asked.Needs))
		assertRoundTrip(t, licensing.MayPerform(asked.Day, asked.Task))
		assertRoundTrip(t, licensing.MayAcquire(asked.Day, asked.Acquisition))
		assertRoundTrip(t, licensing.MayOrder(asked.Day, asked.Order))
		assertRoundTrip(t, licensing.MayAttest(asked.Day, asked.Attestation))
		assertRoundTrip(t, licensing.HasBenefit(asked.Day, asked.Member))
		assertRoundTrip(t, licensing.ActivatesBenefit(asked.Day, asked.Activation))
		assertRoundTrip(t, licensing.MayAssign(asked.Day, asked.Assignment))
		assertRoundTrip(t, licensing.MayChangeUser(asked.Day, asked.Change))

		subscription := licensing.Subscription{Status: licensing.StatusActive, End: asked.Day}
		for _, boundary := range []licensing.ExpiryDay{licensing.ExpiryDayCounts, licensing.ExpiryDayIsOver} {
			compared, err := licensing.CompareExpiry(asked.Benefit, subscription, boundary)
			if err != nil {
				require.ErrorIs(t, err, licensing.ErrRequest)
				continue
			}
			require.Equal(t, asked.Day, asked.Benefit.Expires.AddDays(compared.DaysApart))
			require.False(t, compared.LastRedemption.IsZero())
		}
	})
}
