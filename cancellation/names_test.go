package cancellation_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
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
		{new(cancellation.Product), []string{
			"perpetualSoftware", "softwareSubscription", "licenseBased", "extendedServiceTerm", "marketplaceMonthly", "marketplaceAnnual",
			"businessCentral", "azurePlan", "reservation", "savingsPlan",
		}},
		{new(cancellation.Opening), []string{"byPurchase", "byRenewal", "byConversion", "byAddedSeats", "byUpgrade", "byPartialUpgrade"}},
		{new(cancellation.Boundary), []string{"exactHours", "endOfDay", "firstDayCounted"}},
		{new(cancellation.Closing), []string{"outside", "inside"}},
		{new(cancellation.Limit), []string{"withinWindow", "withinSourceWindow", "atAnyTime", "notAtAll"}},
		{new(cancellation.Refund), []string{"full", "fullThenProrated", "prorated", "none"}},
		{new(cancellation.Owed), []string{"wholeTerm", "wholePrice", "use"}},
		{new(cancellation.Verdict), []string{"open", "notYetOpen", "closed", "never", "refused", "undetermined"}},
		{new(cancellation.Basis), []string{"rules", "partnerCenter"}},
		{new(cancellation.CallKind), []string{"patchOrder", "patchSubscription", "patchSandboxOrder"}},
		{new(cancellation.Meaning), []string{
			"windowPassed", "reductionWindowPassed", "notCancellable", "patchSubscription", "onlySoftware", "tryLater", "noUpdates", "readAgain",
			"notPermitted", "elsewhere", "cancelReservations", "other",
		}},
		{new(cancellation.Consequence), []string{
			"keysRevoked", "shownWithoutKey", "stopUsing", "uninstall", "creditOnInvoice", "shownLater", "accessLost",
			"invoiceReplaced", "heldForReservations",
		}},
		{new(cancellation.PoolYear), []string{"days365", "twelveMonths"}},
		{new(cancellation.ChoiceKind), []string{"cancelNow", "reduceNow", "keep"}},
		{new(cancellation.Party), []string{"partner", "customer"}},
		{new(cancellation.Report), []string{"windowEnd", "daysLeft", "windowPassed", "supportRequest"}},
	}
}

func TestClosedSetsAreWrittenAndReadByName(t *testing.T) {
	t.Parallel()
	for _, set := range closedSets() {
		field := reflect.ValueOf(set.value).Elem()
		t.Run(field.Type().Name(), func(t *testing.T) {
			t.Parallel()
			for i, name := range set.names {
				field.SetUint(uint64(i + 1))
				require.Equal(t, name, fmt.Sprint(field.Interface()))
				written, err := json.Marshal(field.Interface())
				require.NoError(t, err)
				require.Equal(t, fmt.Sprintf("%q", name), string(written))

				field.SetUint(0)
				require.NoError(t, json.Unmarshal(written, set.value))
				require.Equal(t, uint64(i+1), field.Uint())
			}

			beyond := uint64(len(set.names) + 1)
			field.SetUint(beyond)
			require.Regexp(t, fmt.Sprintf(`^[a-z]+ %d$`, beyond), fmt.Sprint(field.Interface()))
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
