package credit_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/credit"
)

func TestConfiguredAlertsAreChecked(t *testing.T) {
	five := []any{alert("a", "50 USD"), alert("b", "40 USD"), alert("c", "30 USD"), alert("d", "20 USD"), alert("e", "10 USD")}
	to := func(recipients ...string) credit.Alert {
		return credit.Alert{Name: "low", Amount: usd("50"), Recipients: recipients}
	}
	tests := []struct {
		name   string
		policy credit.Policy
		want   string // nothing where it is accepted
	}{
		{"no alert", policy(), ""},
		{"one alert", policy(five[0]), ""},
		{"five alerts", policy(five...), ""},
		{"a sixth alert", policy(append(five, alert("f", "5 USD"))...), "(6 alerts, 5 allowed, credit.alert.number, OPEN-20)"},
		{"no recipient", policy(to()), `alert "low": no recipients; want one or more`},
		{"one recipient", policy(to("a@example.com")), ""},
		{"two recipients", policy(to("a@example.com", "b@example.com")), ""},
		{"a third recipient", policy(to("a@example.com", "b@example.com", "c@example.com")), `alert "low": An alert goes to a limited number of addresses: as published, two (3 recipients, 2 allowed, credit.alert.recipients, OPEN-20)`},
		{"a recipient that is no address", policy(to("nobody")), `alert "low": recipient "nobody" is no e-mail address`},
		{"a second recipient that is no address", policy(to("a@example.com", "")), `alert "low": recipient "" is no e-mail address`},
		{"a recipient with a name beside the address", policy(to("Ann <ann@example.com>")), "is no e-mail address"},
		{"a recipient with space around it", policy(to(" ann@example.com")), "is no e-mail address"},
		{"a recipient with a header behind it", policy(to("ann@example.com (\r\n Bcc: all)")), "is no e-mail address"},
		{"two alerts of one name", policy(alert("a", "50 USD"), alert("a", "40 USD")), `alert "a": The alerts' names differ (credit.alert.name)`},
		{"two alerts at one amount", policy(alert("a", "50 USD"), alert("b", "50.00 USD")), `alert "b": The alerts' amounts differ (credit.alert.amount)`},
		{"names that differ in case only", policy(alert("a", "50 USD"), alert("A", "40 USD")), ""},
		{"no name", policy(alert("", "50 USD")), "alert name of 0 bytes"},
		{"a name of 256 bytes", policy(credit.Alert{Name: strings.Repeat("n", 256), Amount: usd("1"), Recipients: []string{"a@example.com"}}), ""},
		{"a name of 257 bytes", policy(credit.Alert{Name: strings.Repeat("n", 257), Amount: usd("1"), Recipients: []string{"a@example.com"}}), "alert name of 257 bytes"},
		{"an amount of nothing", policy(alert("a", "0 USD")), `"0.00 USD"; want more than 0`},
		{"an amount below nothing", policy(alert("a", "-1 USD")), `"-1.00 USD"; want more than 0`},
		{"no amount", policy(credit.Alert{Name: "a", Recipients: []string{"a@example.com"}}), `""; want more than 0`},
		{"an amount of 18 places", policy(alert("a", "0.000000000000000001 USD")), ""},
		{"an amount of 19 places", policy(alert("a", "0.0000000000000000001 USD")), `alert "a"`},
		{"an amount of 10^20", policy(alert("a", "10e19 USD")), `alert "a"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := credit.New(tt.policy, nil, nil)
			if tt.want == "" {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, credit.ErrPolicy)
			require.ErrorContains(t, err, tt.want)
		})
	}
	t.Run("an alert in another currency than the ledger's", func(t *testing.T) {
		_, err := credit.New(policy(alert("a", "50 EUR")), lots{token("L1", "10 USD", "2023-01-01")}, nil)
		require.ErrorIs(t, err, credit.ErrCurrency)
		var fault *credit.PolicyError
		require.ErrorAs(t, err, &fault)
		require.Equal(t, "alerts/0", fault.Field)
	})
	t.Run("alerts in two currencies", func(t *testing.T) {
		_, err := credit.New(policy(alert("a", "50 EUR"), alert("b", "50 USD")), nil, nil)
		require.ErrorIs(t, err, credit.ErrCurrency)
	})
}

// alertCase is a story and the alerts that fire in it.
type alertCase struct {
	name string
	story
	until string
	want  lines
}

func runAlerts(t *testing.T, tests []alertCase) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, alertsOf(tt.story.until(t, tt.until)))
		})
	}
}

func TestLowCreditAtThirtyPercent(t *testing.T) {
	// 30 % of a token of 100 are 30; of two of 50 they are 15 each, and 30 of both.
	const fired, silent = true, false
	tests := []struct {
		name     string
		operator credit.Operator
		used     string
		left     string
		fires    bool
	}{
		{"at or below: a cent above", credit.AtOrBelow, "69.99 USD", "30.01", silent},
		{"at or below: a unit above", credit.AtOrBelow, "69.999999999999999999 USD", "30.000000000000000001", silent},
		{"at or below: exactly", credit.AtOrBelow, "70 USD", "30.00", fired},
		{"at or below: a unit below", credit.AtOrBelow, "70.000000000000000001 USD", "29.999999999999999999", fired},
		{"at or below: a cent below", credit.AtOrBelow, "70.01 USD", "29.99", fired},
		{"below: a cent above", credit.Below, "69.99 USD", "30.01", silent},
		{"below: a unit above", credit.Below, "69.999999999999999999 USD", "30.000000000000000001", silent},
		{"below: exactly", credit.Below, "70 USD", "30.00", silent},
		{"below: a unit below", credit.Below, "70.000000000000000001 USD", "29.999999999999999999", fired},
		{"below: a cent below", credit.Below, "70.01 USD", "29.99", fired},
	}
	for _, tt := range tests {
		t.Run("of the token, "+tt.name, func(t *testing.T) {
			var want lines
			if tt.fires {
				want = lines{"2023-02-01 tokenLow L1: " + tt.left + " left at 30.00"}
			}
			s := story{policy(tt.operator), lots{token("L1", "100 USD", "2023-01-01")}, events{use("u", "2023-02-01", tt.used)}}
			require.Equal(t, want, alertsOf(s.until(t, "2023-03-01")))
		})
		t.Run("of the subscription, "+tt.name, func(t *testing.T) {
			var want lines
			if tt.fires {
				want = lines{"2023-02-01 subscriptionLow: " + tt.left + " left at 30.00"}
			}
			s := story{
				policy(tt.operator, credit.LowCreditOfSubscription),
				lots{token("L1", "50 USD", "2023-01-01"), token("L2", "50 USD", "2023-01-02")},
				events{use("u", "2023-02-01", tt.used)},
			}
			require.Equal(t, want, alertsOf(s.until(t, "2023-03-01")))
		})
	}
}

func TestLowCreditOfTokens(t *testing.T) {
	hundred := lots{token("L1", "100 USD", "2023-01-01")}
	runAlerts(t, []alertCase{
		{
			"a token of 1000 alerts at 300",
			story{lots: lots{token("L1", "1000 USD", "2023-01-01")}, events: events{use("u", "2023-02-01", "700 USD")}},
			"2023-03-01",
			lines{"2023-02-01 tokenLow L1: 300.00 left at 300.00"},
		},
		{
			"and not at 300.01",
			story{lots: lots{token("L1", "1000 USD", "2023-01-01")}, events: events{use("u", "2023-02-01", "699.99 USD")}},
			"2023-03-01",
			nil,
		},
		{
			"30 % that fall between two units: of 5 units 1.5, so 2 are above",
			story{
				policy(credit.Below),
				lots{token("L1", "0.000000000000000005 USD", "2023-01-01")},
				events{use("u", "2023-02-01", "0.000000000000000003 USD")},
			},
			"2023-03-01",
			nil,
		},
		{
			"and 1 is below",
			story{
				policy(credit.Below),
				lots{token("L1", "0.000000000000000005 USD", "2023-01-01")},
				events{use("u", "2023-02-01", "0.000000000000000004 USD")},
			},
			"2023-03-01",
			lines{"2023-02-01 tokenLow L1: 0.000000000000000001 left at 0.000000000000000001"},
		},
		{
			"once, however much more is used",
			story{lots: hundred, events: events{
				use("u1", "2023-02-01", "70 USD"), use("u2", "2023-02-02", "10 USD"), use("u3", "2023-02-03", "30 USD"),
			}},
			"2023-03-01",
			lines{"2023-02-01 tokenLow L1: 30.00 left at 30.00"},
		},
		{
			"each token by itself, the first as one use takes it whole",
			story{
				lots:   lots{token("L1", "100 USD", "2023-01-01"), token("L2", "10 USD", "2023-01-02")},
				events: events{use("u1", "2023-02-01", "105 USD"), use("u2", "2023-02-02", "2 USD")},
			},
			"2023-03-01",
			lines{"2023-02-01 tokenLow L1: 0.00 left at 30.00", "2023-02-02 tokenLow L2: 3.00 left at 3.00"},
		},
		{
			"again once a return has raised it above: 25 + 6 = 31, then 1 = 30",
			story{lots: hundred, events: events{
				use("u1", "2023-02-01", "75 USD"), giveBack("r", "2023-02-02", "u1", "6 USD"), use("u2", "2023-02-03", "1 USD"),
			}},
			"2023-03-01",
			lines{"2023-02-01 tokenLow L1: 25.00 left at 30.00", "2023-02-03 tokenLow L1: 30.00 left at 30.00"},
		},
		{
			"not again where a return raises it to the amount only: 25 + 5 = 30",
			story{lots: hundred, events: events{
				use("u1", "2023-02-01", "75 USD"), giveBack("r", "2023-02-02", "u1", "5 USD"), use("u2", "2023-02-03", "1 USD"),
			}},
			"2023-03-01",
			lines{"2023-02-01 tokenLow L1: 25.00 left at 30.00"},
		},
		{
			"not again where each alert fires once",
			story{policy(credit.FireOnce), hundred, events{
				use("u1", "2023-02-01", "75 USD"), giveBack("r", "2023-02-02", "u1", "75 USD"), use("u2", "2023-02-03", "80 USD"),
			}},
			"2023-03-01",
			lines{"2023-02-01 tokenLow L1: 25.00 left at 30.00"},
		},
		{
			"not of top-ups and benefits, which are no tokens",
			story{
				lots: lots{
					lot(credit.TopUp, "T", "10 USD", "2023-01-01"), lot(credit.MonthlyBenefit, "M", "10 USD", "2023-01-31"),
				},
				events: events{use("u", "2023-02-01", "20 USD")},
			},
			"2024-03-01",
			nil,
		},
		{
			"not of bulk credit",
			story{lots: lots{lot(credit.BulkBenefit, "B", "10 USD", "2023-01-01")}, events: events{use("u", "2023-02-01", "9 USD")}},
			"2024-03-01",
			nil,
		},
		{
			"not where the account is watched instead",
			story{
				policy(credit.LowCreditOfSubscription),
				lots{token("L1", "10 USD", "2023-01-01"), token("L2", "90 USD", "2023-01-02")},
				events{use("u", "2023-02-01", "10 USD")},
			},
			"2023-03-01",
			nil,
		},
	})
}

func TestLowCreditOfTheSubscription(t *testing.T) {
	two := lots{token("L1", "100 USD", "2023-01-01"), token("L2", "100 USD", "2023-06-01")}
	runAlerts(t, []alertCase{
		{
			"the base grows with a lot: 35 of 100 are above 30, 60 of 200 at 60",
			story{policy(credit.LowCreditOfSubscription), two, events{use("u1", "2023-02-01", "65 USD"), use("u2", "2023-07-01", "75 USD")}},
			"2023-08-01",
			lines{"2023-07-01 subscriptionLow: 60.00 left at 60.00"},
		},
		{
			"a lot used up stays in the base until its time ends: 55 of 200, and from 2024 on 55 of 100",
			story{policy(credit.LowCreditOfSubscription), two, events{use("u1", "2023-07-01", "145 USD"), use("u2", "2024-02-01", "25 USD")}},
			"2024-03-01",
			lines{"2023-07-01 subscriptionLow: 55.00 left at 60.00", "2024-02-01 subscriptionLow: 30.00 left at 30.00"},
		},
		{
			"a forfeited lot leaves the base at once: 50 of 100 are above 30",
			story{policy(credit.LowCreditOfSubscription), two, events{forfeit("f", "2023-07-01", "L1"), use("u", "2023-07-02", "50 USD")}},
			"2023-08-01",
			nil,
		},
		{
			"a new lot sets the alert again",
			story{policy(credit.LowCreditOfSubscription), two, events{use("u1", "2023-02-01", "70 USD"), use("u2", "2023-07-01", "70 USD")}},
			"2023-08-01",
			lines{"2023-02-01 subscriptionLow: 30.00 left at 30.00", "2023-07-01 subscriptionLow: 60.00 left at 60.00"},
		},
		{
			"but not where each alert fires once",
			story{policy(credit.LowCreditOfSubscription, credit.FireOnce), two, events{use("u1", "2023-02-01", "70 USD"), use("u2", "2023-07-01", "70 USD")}},
			"2023-08-01",
			lines{"2023-02-01 subscriptionLow: 30.00 left at 30.00"},
		},
		{
			"top-ups count too",
			story{
				policy(credit.LowCreditOfSubscription),
				lots{lot(credit.TopUp, "T", "100 USD", "2023-01-01")},
				events{use("u", "2023-02-01", "70 USD")},
			},
			"2023-03-01",
			lines{"2023-02-01 subscriptionLow: 30.00 left at 30.00"},
		},
	})
}

func TestExpiryNotices(t *testing.T) {
	// Twelve months from 10:30:00 on 15 March 2023 end on 15 March 2024; thirty days before that is 14 February 2024.
	l := token("L1", "100 USD", "2023-03-15T10:30:00Z")
	one := lots{l}
	notice := lines{"2024-02-14T10:30:00Z tokenExpiring L1: 100.00 left"}
	runAlerts(t, []alertCase{
		{"a day before it is due", story{lots: one}, "2024-02-13T10:30:00Z", nil},
		{"a nanosecond before it is due", story{lots: one}, "2024-02-14T10:29:59.999999999Z", nil},
		{"the instant it is due", story{lots: one}, "2024-02-14T10:30:00Z", notice},
		{"a nanosecond after it is due", story{lots: one}, "2024-02-14T10:30:00.000000001Z", notice},
		{"once: long after it lapsed", story{lots: one}, "2025-01-01", notice},
		{
			"with a term to the end of the day: thirty days before 16 March 2024",
			story{policy: policy(credit.ExpireAtDayEnd), lots: one},
			"2025-01-01",
			lines{"2024-02-15 tokenExpiring L1: 100.00 left"},
		},
		{
			"with what is left then: 100 - 60 = 40",
			story{lots: one, events: events{use("u1", "2024-02-14", "60 USD"), use("u2", "2024-02-15", "5 USD")}},
			"2025-01-01",
			lines{"2024-02-14T10:30:00Z tokenExpiring L1: 40.00 left"},
		},
		{
			"with what a use at that very instant has not taken yet",
			story{lots: one, events: events{use("u1", "2024-02-14T10:30:00Z", "60 USD")}},
			"2025-01-01",
			notice,
		},
		{
			"not of a token with no credit left",
			story{lots: one, events: events{use("u1", "2023-04-01", "100 USD")}},
			"2025-01-01",
			lines{"2023-04-01 tokenLow L1: 0.00 left at 30.00"},
		},
		{"not of a token that was forfeited", story{lots: one, events: events{forfeit("f", "2023-04-01")}}, "2025-01-01", nil},
		{
			"at activation where exactly thirty days remain",
			story{lots: lots{token("L1", "10 USD", "2023-01-01", "2023-01-31")}},
			"2023-01-01",
			lines{"2023-01-01 tokenExpiring L1: 10.00 left"},
		},
		{
			"at activation where less than thirty days remain",
			story{lots: lots{token("L1", "10 USD", "2023-01-01", "2023-01-02")}},
			"2023-01-01",
			lines{"2023-01-01 tokenExpiring L1: 10.00 left"},
		},
		{
			"a nanosecond after activation where that much more than thirty days remains",
			story{lots: lots{token("L1", "10 USD", "2023-01-01", "2023-01-31T00:00:00.000000001Z")}},
			"2023-01-02",
			lines{"2023-01-01T00:00:00.000000001Z tokenExpiring L1: 10.00 left"},
		},
		{"never of a token that ends as it begins", story{lots: lots{token("L1", "10 USD", "2023-01-01", "2023-01-01")}}, "2023-01-02", nil},
		{
			"not of top-ups and benefits",
			story{lots: lots{lot(credit.TopUp, "T", "10 USD", "2023-01-01"), lot(credit.MonthlyBenefit, "M", "10 USD", "2023-01-01")}},
			"2025-01-01",
			nil,
		},
		{
			"of each token by itself",
			story{lots: lots{token("L1", "10 USD", "2023-01-31"), token("L2", "20 USD", "2023-02-01")}},
			"2024-06-01",
			lines{"2024-01-01 tokenExpiring L1: 10.00 left", "2024-01-02 tokenExpiring L2: 20.00 left"},
		},
	})
}

func TestConfiguredAlertsFire(t *testing.T) {
	hundred := lots{token("L1", "100 USD", "2023-01-01")}
	half := alert("half", "50 USD")
	configured := func(s credit.Statement) lines {
		var only lines
		for _, line := range alertsOf(s) {
			if strings.Contains(line, " configured ") {
				only = append(only, line)
			}
		}
		return only
	}
	tests := []alertCase{
		{"a cent above", story{policy(half), hundred, events{use("u", "2023-02-01", "49.99 USD")}}, "2023-03-01", nil},
		{"exactly", story{policy(half), hundred, events{use("u", "2023-02-01", "50 USD")}}, "2023-03-01", lines{"2023-02-01 configured half: 50.00 left at 50.00"}},
		{"a cent below", story{policy(half), hundred, events{use("u", "2023-02-01", "50.01 USD")}}, "2023-03-01", lines{"2023-02-01 configured half: 49.99 left at 50.00"}},
		{"below: exactly", story{policy(half, credit.Below), hundred, events{use("u", "2023-02-01", "50 USD")}}, "2023-03-01", nil},
		{
			"below: a unit below",
			story{policy(half, credit.Below), hundred, events{use("u", "2023-02-01", "50.000000000000000001 USD")}},
			"2023-03-01",
			lines{"2023-02-01 configured half: 49.999999999999999999 left at 50.00"},
		},
		{
			"all that one use reaches, in the policy's order",
			story{policy(alert("low", "10 USD"), half, alert("out", "0.01 USD")), hundred, events{use("u", "2023-02-01", "95 USD"), use("v", "2023-02-02", "5 USD")}},
			"2023-03-01",
			lines{
				"2023-02-01 configured low: 5.00 left at 10.00", "2023-02-01 configured half: 5.00 left at 50.00",
				"2023-02-02 configured out: 0.00 left at 0.01",
			},
		},
		{"not before there was ever credit", story{policy(half), lots{token("L1", "100 USD", "2023-06-01")}, events{use("u", "2023-02-01", "5 USD")}}, "2023-03-01", nil},
		{
			"at the activation of less than the amount",
			story{policy: policy(half), lots: lots{token("L1", "40 USD", "2023-01-01")}},
			"2023-03-01",
			lines{"2023-01-01 configured half: 40.00 left at 50.00"},
		},
		{
			"not where another lot is activated at the same instant: 40 + 20 = 60",
			story{policy: policy(half), lots: lots{token("L1", "40 USD", "2023-01-01"), token("L2", "20 USD", "2023-01-01")}},
			"2023-03-01",
			nil,
		},
		{"as a lot lapses", story{policy: policy(half), lots: hundred}, "2024-01-01", lines{"2024-01-01 configured half: 0.00 left at 50.00"}},
		{"as credit is forfeited", story{policy(half), hundred, events{forfeit("f", "2023-02-01")}}, "2023-03-01", lines{"2023-02-01 configured half: 0.00 left at 50.00"}},
		{
			"again after a new lot raised it above: 50 + 100 = 150, then 100 = 50",
			story{policy(half), append(hundred, token("L2", "100 USD", "2023-03-01")), events{use("u", "2023-02-01", "50 USD"), use("v", "2023-04-01", "100 USD")}},
			"2023-05-01",
			lines{"2023-02-01 configured half: 50.00 left at 50.00", "2023-04-01 configured half: 50.00 left at 50.00"},
		},
		{
			"again after a return raised it above",
			story{policy(half), hundred, events{use("u", "2023-02-01", "60 USD"), giveBack("r", "2023-02-02", "u", "20 USD"), use("v", "2023-02-03", "10 USD")}},
			"2023-05-01",
			lines{"2023-02-01 configured half: 40.00 left at 50.00", "2023-02-03 configured half: 50.00 left at 50.00"},
		},
		{
			"once only where each alert fires once",
			story{policy(half, credit.FireOnce), hundred, events{use("u", "2023-02-01", "60 USD"), giveBack("r", "2023-02-02", "u", "60 USD"), use("v", "2023-02-03", "60 USD")}},
			"2023-05-01",
			lines{"2023-02-01 configured half: 40.00 left at 50.00"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, configured(tt.story.until(t, tt.until)))
		})
	}
}

func TestAFiredAlertSaysWhatItIsAbout(t *testing.T) {
	half := credit.Alert{Name: "half", Amount: usd("50"), Recipients: []string{"a@example.com", "b@example.com"}}
	statement := story{
		policy(half), lots{token("L1", "100 USD", "2023-01-01")}, events{use("u", "2023-02-01", "75 USD")},
	}.until(t, "2024-01-01")
	text, err := json.Marshal(statement.Alerts())
	require.NoError(t, err)
	require.JSONEq(t, `[
		{"at": "2023-02-01T00:00:00Z", "notice": "tokenLow", "lot": "L1",
			"left": {"amount": "25.00", "currency": "USD"}, "threshold": {"amount": "30.00", "currency": "USD"}},
		{"at": "2023-02-01T00:00:00Z", "notice": "configured", "name": "half", "recipients": ["a@example.com", "b@example.com"],
			"left": {"amount": "25.00", "currency": "USD"}, "threshold": {"amount": "50.00", "currency": "USD"}},
		{"at": "2023-12-02T00:00:00Z", "notice": "tokenExpiring", "lot": "L1", "left": {"amount": "25.00", "currency": "USD"}}
	]`, string(text))
	statement.Alerts()[1].Recipients[0] = "changed@example.com"
	require.Equal(t, "a@example.com", statement.Alerts()[1].Recipients[0], "what is got is a copy")
}
