package credit_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

// closedSets gives, for each closed set, a pointer to one of its values and the names of all of them, in order.
func closedSets() []struct {
	value any
	names []string
} {
	return []struct {
		value any
		names []string
	}{
		{new(credit.Order), []string{"fifoByActivation", "firstToExpire"}},
		{new(credit.Expiry), []string{"expireAtInstant", "expireAtDayEnd"}},
		{new(credit.TopUpTerm), []string{"topUpAsToken", "topUpUnending"}},
		{new(credit.DayPlace), []string{"startOfDay", "endOfDay"}},
		{new(credit.Shortfall), []string{"suspend", "refuse", "overage", "carryDebt"}},
		{new(credit.LateReturn), []string{"lapseAtOnce", "reopen"}},
		{new(credit.OverReturn), []string{"refuseOverReturn", "writeOffUnpaid"}},
		{new(credit.BulkTransfer), []string{"transferWithinYear", "transferNever"}},
		{new(credit.LowCredit), []string{"lowCreditOfToken", "lowCreditOfSubscription"}},
		{new(credit.Operator), []string{"atOrBelow", "below"}},
		{new(credit.Rearm), []string{"rearmOnRise", "fireOnce"}},
		{new(credit.Retention), []string{"retainFromZeroBalance", "retainFromExpiry"}},
		{new(credit.LotKind), []string{"token", "topUp", "monthlyBenefit", "bulkBenefit"}},
		{new(credit.EventKind), []string{"use", "return", "forfeit", "transfer"}},
		{new(credit.Charge), []string{"consumption", "marketplaceUsage", "userLicence", "supportPlan", "otherCharge"}},
		{new(credit.ForfeitReason), []string{"joinedEnterpriseAgreement", "movedBillingAccount", "givenUp"}},
		{new(credit.LotStatus), []string{"pending", "live", "exhausted", "lapsed", "forfeited"}},
		{new(credit.Outcome), []string{"paid", "partlyPaid", "unpaid", "notPayable", "refused"}},
		{new(credit.Account), []string{"granted", "available", "used", "lapsed", "forfeited"}},
		{new(credit.Notice), []string{"tokenLow", "tokenExpiring", "subscriptionLow", "configured"}},
		{new(credit.Cause), []string{"byUse", "byLapse", "byForfeit"}},
		{new(credit.DeadlineKind), []string{"expiryNotice", "lapseDue", "activationDue", "dataMayBeGone"}},
		{new(credit.Fate), []string{"creditKept", "creditVoided", "noCreditLeft"}},
		{new(credit.AlertSubject), []string{"watchSubscriptionCredit", "watchTokenCredit", "watchTokenExpiry"}},
		{new(credit.Offer), []string{
			"noOffer", "enterpriseAgreement", "cloudSolutionProvider", "azureInOpen", "azurePass", "actionPack", "monthlyCredit", "other",
		}},
		{new(credit.Verdict), []string{"paid", "notNeeded", "exhausted", "notYetActive", "lapsed", "forfeited", "notPayable", "refused"}},
	}
}

func TestClosedSetsAreWrittenAndReadByName(t *testing.T) {
	for _, set := range closedSets() {
		field := reflect.ValueOf(set.value).Elem()
		t.Run(field.Type().Name(), func(t *testing.T) {
			for i, name := range set.names {
				field.SetUint(uint64(i + 1))
				require.Equal(t, name, fmt.Sprint(field.Interface()))
				text, err := json.Marshal(field.Interface())
				require.NoError(t, err)
				require.Equal(t, fmt.Sprintf("%q", name), string(text))

				field.SetUint(0)
				require.NoError(t, json.Unmarshal(text, set.value))
				require.Equal(t, uint64(i+1), field.Uint())
			}

			beyond := uint64(len(set.names) + 1)
			field.SetUint(beyond)
			require.Regexp(t, fmt.Sprintf(`^[a-z-]+( [a-z]+)* %d$`, beyond), fmt.Sprint(field.Interface()))
			_, err := json.Marshal(field.Interface())
			require.ErrorIs(t, err, terms.ErrName, "a number that is none is not written")

			reader, ok := set.value.(encoding.TextUnmarshaler)
			require.True(t, ok)
			for _, bad := range []string{"none of them", " " + set.names[0], set.names[0] + " ", "1", fmt.Sprint(field.Interface())} {
				require.ErrorIs(t, reader.UnmarshalText([]byte(bad)), terms.ErrName, bad)
				require.Equal(t, beyond, field.Uint(), "an error leaves the value as it was")
			}
			require.NoError(t, reader.UnmarshalText(nil))
			require.Zero(t, field.Uint(), "no text is what is not given")
			require.Empty(t, fmt.Sprint(field.Interface()))
		})
	}
}
