package credit_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

func TestStatementJSON(t *testing.T) {
	statement := story{
		policy(alert("half", "50 USD")),
		lots{token("L1", "100 USD", "2023-01-01")},
		events{
			known(use("u", "2023-02-01", "60 USD"), "2023-04-01"), giveBack("r", "2023-02-02", "u", "5 USD"),
			known(forfeit("f", "2023-03-01"), "2023-04-01"), use("later", "2023-07-01", "1 USD"),
		},
	}.until(t, "2023-06-01")
	text, err := json.Marshal(statement)
	require.NoError(t, err)
	policyText, err := json.Marshal(policy(alert("half", "50 USD")))
	require.NoError(t, err)
	require.JSONEq(t, `{
		"at": "2023-06-01T00:00:00Z",
		"policy": `+string(policyText)+`,
		"balance": {"amount": "0.00", "currency": "USD"},
		"lots": [{
			"id": "L1", "kind": "token", "amount": {"amount": "100.00", "currency": "USD"},
			"activated": "2023-01-01T00:00:00Z", "ends": "2024-01-01T00:00:00Z",
			"status": "forfeited",
			"granted": {"amount": "100.00", "currency": "USD"},
			"used": {"amount": "60.00", "currency": "USD"},
			"returned": {"amount": "5.00", "currency": "USD"},
			"lapsed": {"amount": "0.00", "currency": "USD"},
			"forfeited": {"amount": "45.00", "currency": "USD"},
			"left": {"amount": "0.00", "currency": "USD"}
		}],
		"uses": [{
			"id": "u", "kind": "use", "day": "2023-02-01", "amount": {"amount": "60.00", "currency": "USD"}, "charge": "consumption",
			"outcome": "paid",
			"paid": {"amount": "60.00", "currency": "USD"},
			"unpaid": {"amount": "0.00", "currency": "USD"},
			"returned": {"amount": "5.00", "currency": "USD"},
			"writtenOff": {"amount": "0.00", "currency": "USD"},
			"allocations": [{
				"lot": "L1", "at": "2023-02-01T00:00:00Z",
				"amount": {"amount": "60.00", "currency": "USD"}, "left": {"amount": "40.00", "currency": "USD"}
			}]
		}],
		"otherEvents": [
			{"id": "r", "kind": "return", "day": "2023-02-02", "amount": {"amount": "5.00", "currency": "USD"}, "of": "u"},
			{"id": "f", "kind": "forfeit", "day": "2023-03-01", "reason": "joinedEnterpriseAgreement"}
		],
		"alerts": [{
			"at": "2023-02-01T00:00:00Z", "notice": "configured", "name": "half", "recipients": ["half@example.com"],
			"left": {"amount": "40.00", "currency": "USD"}, "threshold": {"amount": "50.00", "currency": "USD"}
		}],
		"suspensions": [{"from": "2023-03-01T00:00:00Z", "cause": "byForfeit", "dataMayBeGone": "2023-05-30"}]
	}`, string(text))
}

func TestStatementsReadBack(t *testing.T) {
	bulk := lot(credit.BulkBenefit, "B", "6000 USD", "2023-01-15")
	bulk.Holder = "ann"
	withZone := story{
		lots:   lots{token("L1", "10.50 JPY", "2023-01-01T01:00:00+01:00")},
		events: events{use("u", "2023-01-02T01:00:00.5+01:00", "0.5 JPY")},
	}
	tests := []struct {
		name string
		story
		until string
	}{
		{"of nothing", story{}, "2023-01-01"},
		{"with a lot in every state", busy(), "2023-06-01"},
		{"before all of it", busy(), "2000-01-01"},
		{"after all of it", busy(), "2030-01-01"},
		{"before its first amount, which gives the currency", story{events: events{use("u", "2023-03-01", "50 USD")}}, "2023-01-01"},
		{"with a lot that never lapses", story{policy: policy(credit.TopUpUnending), lots: lots{lot(credit.TopUp, "T", "10 USD", "2023-01-01")}}, "2023-06-01"},
		{"with bulk credit that was transferred", story{lots: lots{bulk}, events: events{transfer("t", "2023-02-01", "B", "bob")}}, "2023-06-01"},
		{"with bulk credit before it is transferred", story{lots: lots{bulk}, events: events{transfer("t", "2023-02-01", "B", "bob")}}, "2023-01-31"},
		{"with debt that was paid late", story{
			policy(credit.CarryDebt, credit.WriteOffUnpaid),
			lots{token("L1", "10 USD", "2023-02-01")},
			events{use("u", "2023-01-01", "12 USD"), giveBack("r", "2023-03-01", "u", "12 USD")},
		}, "2023-06-01"},
		{"in a currency without a minor unit, and with other zones", withZone, "2023-06-01"},
		{"with events that have only a day", story{
			policy(credit.EndOfDay), lots{token("L1", "10 USD", "2023-01-15T10:30:00Z")}, events{use("u", "2023-01-15", "3 USD")},
		}, "2023-01-15T23:59:59.999999999Z"},
		{"with ids that JSON escapes", story{lots: lots{token(`<"&\>`, "10 USD", "2023-01-15")}, events: events{use("ö ✓", "2023-01-15", "3 USD")}}, "2023-02-01"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			statement := tt.story.until(t, tt.until)
			text, err := json.Marshal(statement)
			require.NoError(t, err)
			var back credit.Statement
			require.NoError(t, terms.Decode(strings.NewReader(string(text)), &back))
			require.True(t, statement.Equal(back))
			require.True(t, back.Equal(statement))
			requireConserved(t, back)
			require.Equal(t, lotsOf(statement), lotsOf(back))
			require.Equal(t, deadlinesOf(statement.Deadlines()), deadlinesOf(back.Deadlines()))
			require.Equal(t, entriesOf(statement), entriesOf(back))

			var indented strings.Builder
			encoder := json.NewEncoder(&indented)
			encoder.SetIndent("", "\t")
			require.NoError(t, encoder.Encode(statement))
			require.NoError(t, terms.Decode(strings.NewReader(indented.String()), &back), "white space and escapes say nothing")
			require.True(t, statement.Equal(back))
		})
	}
	t.Run("the zero Statement is null", func(t *testing.T) {
		text, err := json.Marshal(credit.Statement{})
		require.NoError(t, err)
		require.Equal(t, "null", string(text))
		for _, read := range []func(*credit.Statement) error{
			func(s *credit.Statement) error { return json.Unmarshal(text, s) },
			func(s *credit.Statement) error { return terms.Decode(strings.NewReader(" null "), s) },
			func(s *credit.Statement) error { return s.UnmarshalJSON([]byte(" null ")) },
		} {
			statement := busy().until(t, "2023-06-01")
			require.NoError(t, read(&statement))
			require.True(t, statement.Equal(credit.Statement{}))
		}
	})
}

func TestAStatementThatDoesNotFollowIsRefused(t *testing.T) {
	statement := busy().until(t, "2023-06-01")
	text, err := json.Marshal(statement)
	require.NoError(t, err)
	swap := func(what, by string) string {
		require.Contains(t, string(text), what)
		return strings.Replace(string(text), what, by, 1)
	}
	tests := []struct {
		name, text string
		want       error
	}{
		{"another balance", swap(`"balance":{"amount":"99.00"`, `"balance":{"amount":"99.01"`), credit.ErrStatement},
		{"another instant", swap(`"at":"2023-06-01T00:00:00Z"`, `"at":"2023-04-01T00:00:00Z"`), credit.ErrStatement},
		{"another status", swap(`"status":"live"`, `"status":"exhausted"`), credit.ErrStatement},
		{"another sum used", swap(`"used":{"amount":"10.00"`, `"used":{"amount":"9.00"`), credit.ErrStatement},
		{"another outcome", swap(`"outcome":"paid"`, `"outcome":"partlyPaid"`), credit.ErrStatement},
		{"another allocation", swap(`"allocations":[{"lot":"exhausted"`, `"allocations":[{"lot":"live"`), credit.ErrStatement},
		{"another policy that decides", swap(`"order":"fifoByActivation"`, `"order":"firstToExpire"`), credit.ErrStatement},
		{"an alert that did not fire", swap(`"alerts":[{"at"`, `"alerts":[{"at":"2023-01-01T00:00:00Z","notice":"configured","left":null},{"at"`), credit.ErrStatement},
		{"a suspension there was not", swap(`"suspensions":[]`, `"suspensions":[{"from":"2023-01-01T00:00:00Z","cause":"byLapse","dataMayBeGone":""}]`), credit.ErrStatement},
		{"uses of another day", swap(`"day":"2023-02-01"`, `"day":"2023-02-02"`), credit.ErrStatement},
		{"no instant", swap(`"at":"2023-06-01T00:00:00Z"`, `"at":"0001-01-01T00:00:00Z"`), credit.ErrInstant},
		{"a lot that no ledger takes", swap(`"id":"live"`, `"id":""`), credit.ErrID},
		{"two lots of one id", swap(`"id":"live"`, `"id":"lapsed"`), credit.ErrConflict},
		{"a return of too much", swap(`"amount":{"amount":"1.00","currency":"USD"},"of":"u1"`, `"amount":{"amount":"99.00","currency":"USD"},"of":"u1"`), credit.ErrReturn},
		{"no policy", `{"at":"2023-06-01T00:00:00Z","balance":null,"lots":[],"uses":[],"otherEvents":[],"alerts":[],"suspensions":[]}`, credit.ErrPolicy},
		{"an unknown key", swap(`"balance":`, `"total":1,"balance":`), terms.ErrJSON},
		{"a key twice", swap(`"balance":`, `"lots":[],"balance":`), terms.ErrJSON},
		{"a key in another case", swap(`"balance":`, `"Balance":`), terms.ErrJSON},
		{"an unknown name", swap(`"status":"live"`, `"status":"alive"`), terms.ErrJSON},
		{"something behind it", string(text) + "{}", terms.ErrJSON},
		{"half of it", string(text[:len(text)/2]), terms.ErrJSON},
		{"a list", "[]", terms.ErrJSON},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			back := busy().until(t, "2023-06-01")
			require.ErrorIs(t, terms.Decode(strings.NewReader(tt.text), &back), tt.want)
			require.True(t, statement.Equal(back), "an error leaves the statement as it was")
		})
	}
	t.Run("the error shows both sides of the difference", func(t *testing.T) {
		var back credit.Statement
		err := back.UnmarshalJSON([]byte(swap(`"balance":{"amount":"99.00"`, `"balance":{"amount":"17.00"`)))
		require.ErrorContains(t, err, `17.00`)
		require.ErrorContains(t, err, `99.00`)
	})
}

func TestTheOrderOfArrivalLeavesNoTrace(t *testing.T) {
	s := busy()
	want, err := json.Marshal(s.until(t, "2023-06-01"))
	require.NoError(t, err)
	for range len(s.events) {
		s.lots, s.events = append(s.lots[1:], s.lots[0]), append(s.events[1:], s.events[0])
		for i := range s.events {
			s.events[i].Known = at("2023-12-01").AddDate(0, 0, i)
		}
		got, err := json.Marshal(s.until(t, "2023-06-01"))
		require.NoError(t, err)
		require.Equal(t, string(want), string(got))
	}
}
