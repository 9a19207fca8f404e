package credit_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

// choice is one field of a policy that holds a value of a closed set.
type choice struct {
	index int
	name  string // its JSON name
}

// choices gives every field of a policy but the alerts, so that a field added later is tested too.
func choices() []choice {
	var fields []choice
	for i, field := range reflect.VisibleFields(reflect.TypeFor[credit.Policy]()) {
		if field.Type.Kind() == reflect.Uint8 {
			fields = append(fields, choice{i, field.Tag.Get("json")})
		}
	}
	return fields
}

// set gives a policy with another value in the field.
func (c choice) set(p credit.Policy, value uint64) credit.Policy {
	reflect.ValueOf(&p).Elem().Field(c.index).SetUint(value)
	return p
}

func (c choice) text(p credit.Policy) string {
	return reflect.ValueOf(p).Field(c.index).Interface().(fmt.Stringer).String()
}

// values gives how many values the field's set has.
func (c choice) values() uint64 {
	for value := uint64(1); ; value++ {
		if _, err := json.Marshal(c.set(credit.AzureInOpen(), value)); err != nil {
			return value - 1
		}
	}
}

func TestAzureInOpen(t *testing.T) {
	want := credit.Policy{
		Order: credit.FIFOByActivation, Expiry: credit.ExpireAtInstant, TopUpTerm: credit.TopUpAsToken, DayPlace: credit.StartOfDay,
		Shortfall: credit.Suspend, LateReturn: credit.LapseAtOnce, OverReturn: credit.RefuseOverReturn,
		BulkTransfer: credit.TransferWithinYear, LowCredit: credit.LowCreditOfToken, LowCreditOperator: credit.AtOrBelow,
		AlertOperator: credit.AtOrBelow, Rearm: credit.RearmOnRise, Retention: credit.RetainFromZeroBalance,
	}
	require.Equal(t, want, credit.AzureInOpen())
	require.Len(t, choices(), reflect.TypeFor[credit.Policy]().NumField()-1, "all fields but the alerts are choices")
	for _, c := range choices() {
		require.NotEmpty(t, c.text(credit.AzureInOpen()), "%s is set", c.name)
	}
}

func TestAPolicyWithoutAChoiceIsRefused(t *testing.T) {
	for _, c := range choices() {
		for _, value := range []uint64{0, c.values() + 1, 255} {
			t.Run(fmt.Sprintf("%s is %d", c.name, value), func(t *testing.T) {
				_, err := credit.New(c.set(credit.AzureInOpen(), value), nil, nil)
				require.ErrorIs(t, err, credit.ErrPolicy)
				require.ErrorContains(t, err, c.name+" is not given; credit.AzureInOpen() sets "+fmt.Sprintf("%q", c.text(credit.AzureInOpen())))
			})
		}
	}
	t.Run("the zero Policy lacks every choice", func(t *testing.T) {
		_, err := credit.New(credit.Policy{}, nil, nil)
		var all *credit.InputError
		require.ErrorAs(t, err, &all)
		require.Len(t, all.Faults, len(choices()))
		for i, c := range choices() {
			var fault *credit.PolicyError
			require.ErrorAs(t, all.Faults[i], &fault)
			require.Equal(t, c.name, fault.Field)
		}
	})
}

// TestEveryChoiceIsRead replays, for each value that is not the default, a story in which it decides.
func TestEveryChoiceIsRead(t *testing.T) {
	const noon = "2023-01-15T12:00:00Z"
	two := lots{token("L1", "10 USD", "2023-01-01"), token("L2", "10 USD", "2023-01-02", "2023-02-01")}
	short := story{lots: lots{token("L1", "10 USD", "2023-01-01"), token("L2", "10 USD", "2023-03-01")}, events: events{use("u", "2023-01-15", "12 USD")}}
	low := story{lots: lots{token("L1", "10 USD", "2023-01-01")}, events: events{use("u", "2023-01-15", "7 USD")}}
	decides := map[string]struct {
		story
		until string
	}{
		"order firstToExpire":       {story{lots: two, events: events{use("u", "2023-01-15", "3 USD")}}, "2023-01-16"},
		"expiry expireAtDayEnd":     {story{lots: lots{token("L1", "10 USD", noon)}}, "2024-01-15T12:00:00Z"},
		"topUpTerm topUpUnending":   {story{lots: lots{lot(credit.TopUp, "L1", "10 USD", noon)}}, "2024-01-16"},
		"dayPlace endOfDay":         {story{lots: lots{token("L1", "10 USD", noon)}, events: events{use("u", "2023-01-15", "3 USD")}}, "2023-01-16"},
		"shortfall refuse":          {short, "2023-04-01"},
		"shortfall overage":         {short, "2023-04-01"},
		"shortfall carryDebt":       {short, "2023-04-01"},
		"lateReturn reopen":         {story{lots: two, events: events{use("u", "2023-01-15", "12 USD"), giveBack("r", "2023-02-02", "u", "1 USD")}}, "2023-02-03"},
		"overReturn writeOffUnpaid": {story{lots: two, events: events{use("u", "2023-01-15", "25 USD"), giveBack("r", "2023-01-16", "u", "21 USD")}}, "2023-02-03"},
		"bulkTransfer transferNever": {story{
			lots: lots{lot(credit.BulkBenefit, "B", "10 USD", "2023-01-01")}, events: events{transfer("t", "2023-01-15", "B", "bob")},
		}, "2023-01-16"},
		"lowCredit lowCreditOfSubscription": {low, "2023-01-16"},
		"lowCreditOperator below":           {low, "2023-01-16"},
		"alertOperator below": {story{
			policy: policy(alert("three", "3 USD")), lots: low.lots, events: low.events,
		}, "2023-01-16"},
		"rearm fireOnce": {story{lots: low.lots, events: events{
			use("u", "2023-01-15", "7 USD"), giveBack("r", "2023-01-16", "u", "5 USD"), use("v", "2023-01-17", "5 USD"),
		}}, "2023-01-18"},
		"retention retainFromExpiry": {story{lots: low.lots, events: events{use("u", "2023-01-15", "10 USD")}}, "2023-01-16"},
	}
	outcome := func(t *testing.T, s story, until string) string {
		t.Helper()
		ledger, err := s.make()
		if err != nil {
			return err.Error()
		}
		statement, err := ledger.Replay(at(until))
		if err != nil {
			return err.Error()
		}
		lapsing := statement.Lapsing(terms.Always())
		return fmt.Sprint(lotsOf(statement), usesOf(statement), alertsOf(statement), suspensionsOf(statement), lapsing)
	}
	for _, c := range choices() {
		for value := uint64(1); value <= c.values(); value++ {
			base := credit.AzureInOpen()
			name := c.name + " " + c.text(c.set(base, value))
			if c.text(base) == c.text(c.set(base, value)) {
				continue
			}
			t.Run(name, func(t *testing.T) {
				tt, ok := decides[name]
				require.True(t, ok, "no story in which this decides")
				if tt.policy.Equal(credit.Policy{}) {
					tt.policy = base
				}
				byDefault := outcome(t, tt.story, tt.until)
				tt.policy = c.set(tt.policy, value)
				require.NotEqual(t, byDefault, outcome(t, tt.story, tt.until))
			})
		}
	}
}

func TestPolicyEqual(t *testing.T) {
	base := policy(alert("half", "50 USD"), alert("low", "10 USD"))
	require.True(t, base.Equal(policy(alert("half", "50.00 USD"), alert("low", "10 USD"))), "50 and 50.00 are one amount")
	for _, c := range choices() {
		require.False(t, base.Equal(c.set(base, 2)) && base.Equal(c.set(base, 1)), "%s plays a part", c.name)
	}
	for name, other := range map[string]credit.Policy{
		"fewer alerts":  policy(alert("half", "50 USD")),
		"another order": policy(alert("low", "10 USD"), alert("half", "50 USD")),
		"another name":  policy(alert("Half", "50 USD"), alert("low", "10 USD")),
		"another sum":   policy(alert("half", "51 USD"), alert("low", "10 USD")),
		"other people": policy(alert("half", "50 USD"), credit.Alert{
			Name: "low", Amount: usd("10"), Recipients: []string{"low@example.com", "more@example.com"},
		}),
	} {
		require.False(t, base.Equal(other), name)
	}
}

func TestPolicyJSON(t *testing.T) {
	for _, p := range []credit.Policy{
		{},
		credit.AzureInOpen(),
		policy(
			credit.FirstToExpire, credit.ExpireAtDayEnd, credit.TopUpUnending, credit.EndOfDay, credit.CarryDebt, credit.Reopen,
			credit.WriteOffUnpaid, credit.TransferNever, credit.LowCreditOfSubscription, credit.Below, credit.FireOnce,
			credit.RetainFromExpiry, alert("half", "50 USD"), alert("low", "10 USD"),
		),
	} {
		text, err := json.Marshal(p)
		require.NoError(t, err)
		var back credit.Policy
		require.NoError(t, terms.Decode(strings.NewReader(string(text)), &back))
		require.True(t, p.Equal(back), "%s", text)
	}

	text, err := json.Marshal(policy(alert("half", "50 USD")))
	require.NoError(t, err)
	require.JSONEq(t, `{
		"order": "fifoByActivation", "expiry": "expireAtInstant", "topUpTerm": "topUpAsToken", "dayPlace": "startOfDay",
		"shortfall": "suspend", "lateReturn": "lapseAtOnce", "overReturn": "refuseOverReturn", "bulkTransfer": "transferWithinYear",
		"lowCredit": "lowCreditOfToken", "lowCreditOperator": "atOrBelow", "alertOperator": "atOrBelow", "rearm": "rearmOnRise",
		"retention": "retainFromZeroBalance",
		"alerts": [{"name": "half", "amount": {"amount": "50.00", "currency": "USD"}, "recipients": ["half@example.com"]}]
	}`, string(text))

	for _, bad := range []string{`{"order": "lifo"}`, `{"order": 1}`, `{"Order": "firstToExpire"}`, `{"priority": "x"}`} {
		var p credit.Policy
		require.ErrorIs(t, terms.Decode(strings.NewReader(bad), &p), terms.ErrJSON, bad)
	}
}

func TestAPolicyIsTheLedgersOwn(t *testing.T) {
	given := policy(alert("half", "50 USD"))
	ledger, err := credit.New(given, nil, nil)
	require.NoError(t, err)
	given.Alerts[0].Name, given.Alerts[0].Recipients[0] = "changed", "changed@example.com"
	got := ledger.Policy()
	require.True(t, policy(alert("half", "50 USD")).Equal(got), "what is given is copied")
	got.Alerts[0].Name, got.Alerts[0].Recipients[0] = "changed", "changed@example.com"
	require.True(t, policy(alert("half", "50 USD")).Equal(ledger.Policy()), "what is got is a copy")
}
