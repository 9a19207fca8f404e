package credit_test

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

// contract is the file a billing team keeps: what its distributor's contract says otherwise, from 2023 on.
const contract = `{
	"owner": "Fabrikam billing", "reason": "distributor contract, clause 4",
	"figures": [
		{"timeline": "credit.term", "span": "2023-01-01/..", "value": "P18M"},
		{"timeline": "credit.low", "span": "2023-01-01/..", "value": 50},
		{"timeline": "credit.retention", "span": "2023-01-01/..", "value": "P30D"},
		{"timeline": "licensing.osa.activation.time", "span": "2023-01-01/..", "value": "P72M"}
	],
	"lists": [{"list": "markets.topup.excluded", "add": ["NO"], "remove": ["BR"]}]
}`

// byContract is who changed what the contract changed.
var byContract = rules.Origin{Owner: "Fabrikam billing", Change: rules.Replaced, Reason: "distributor contract, clause 4"}

// overlay reads an overlay.
func overlay(t *testing.T, text string) rules.Overlay {
	t.Helper()
	var o rules.Overlay
	require.NoError(t, terms.Decode(strings.NewReader(text), &o))
	return o
}

// house gives the published rules with overlays.
func house(t *testing.T, texts ...string) *credit.Rules {
	t.Helper()
	r := credit.Published()
	for _, o := range texts {
		var err error
		r, err = r.With(overlay(t, o))
		require.NoError(t, err)
	}
	return r
}

// figure gives an overlay that changes one figure.
func figure(timeline, span, value string) string {
	return `{"owner": "Fabrikam billing", "reason": "distributor contract, clause 4",
		"figures": [{"timeline": "` + timeline + `", "span": "` + span + `", "value": ` + value + `}]}`
}

// TestOneContract is the story of one overlay: it reaches the statement, the explanation, the forecast and the decisions,
// names its owner in each, is in the JSON of what it changed, and leaves the published rules as they were.
func TestOneContract(t *testing.T) {
	t.Parallel()
	published, err := json.Marshal(credit.Published().About())
	require.NoError(t, err)
	ours := house(t, contract)
	// 100 USD each. L1 of 2022 has twelve months, L2 of 2023 eighteen: on 1 March 2024 it pays, which it would not as published.
	s := story{
		lots: lots{token("L1", "100 USD", "2022-12-01"), token("L2", "100 USD", "2023-01-15")},
		events: events{
			use("a", "2023-02-01", "100 USD"), use("b", "2023-03-01", "50 USD"), use("c", "2024-03-01", "50 USD"),
		},
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() { requireContract(t, ours, s) })
		group.Go(func() { requirePublished(t, s) })
	}
	group.Wait()
	after, err := json.Marshal(credit.Published().About())
	require.NoError(t, err)
	require.JSONEq(t, string(published), string(after))
}

func requireContract(t *testing.T, ours *credit.Rules, s story) {
	t.Helper()
	ledger, err := s.makeBy(ours)
	if !assert.NoError(t, err) {
		return
	}
	statement, err := ledger.Replay(at("2024-06-01"))
	if !assert.NoError(t, err) {
		return
	}
	first, _ := statement.Lot("L1")
	second, _ := statement.Lot("L2")
	assert.Equal(t, at("2023-12-01"), first.Ends, "what was activated before the contract has twelve months")
	assert.Equal(t, rules.Origin{}, first.Origin)
	assert.Equal(t, at("2024-07-15"), second.Ends)
	assert.Equal(t, byContract, second.Origin)

	var low []credit.FiredAlert
	for _, a := range statement.Alerts() {
		if a.Notice == credit.TokenLow {
			low = append(low, a)
		}
	}
	if assert.Len(t, low, 2) {
		assert.Equal(t, "30.00 USD", low[0].Threshold.String())
		assert.Equal(t, rules.Origin{}, low[0].Origin)
		assert.Equal(t, "50.00 USD", low[1].Threshold.String())
		assert.Equal(t, byContract, low[1].Origin)
	}

	suspension, suspended := statement.Suspended()
	assert.True(t, suspended)
	assert.Equal(t, "2024-03-31", suspension.DataMayBeGone.String(), "2024-03-01 and 30 days")
	assert.Equal(t, byContract, suspension.Origin)

	explanation, err := statement.Explain("c")
	assert.NoError(t, err)
	assert.Equal(t, byContract, explanation.Lots[1].Origin)
	assert.Contains(t, explanation.String(),
		"lot L2 paid 50.00 USD of the 50.00 USD it held; its term is that of Fabrikam billing: distributor contract, clause 4")

	var changed []string
	for _, f := range statement.Figures() {
		if !f.Origin.IsZero() {
			assert.Equal(t, byContract, f.Origin)
			assert.Equal(t, "Fabrikam billing: distributor contract, clause 4", f.Sources[0].Document)
			changed = append(changed, f.Timeline+" "+f.Says)
		}
	}
	assert.Equal(t, []string{"credit.low 50", "credit.retention P30D", "credit.term P18M"}, changed)

	norway := credit.CardTopUp{Market: markets.MustParseMarket("NO"), RunningOut: rules.Yes}
	answer := ours.MayTopUp(day("2024-03-01"), norway)
	assert.Equal(t, rules.No, answer.Decision.Outcome)
	assert.Equal(t, "Fabrikam billing", answer.Market.Findings[0].Origin.Owner)
	for _, f := range answer.Decision.Findings {
		assert.Equal(t, f.Rule == "credit.topup.market", f.Origin.Owner == "Fabrikam billing", f.Rule)
	}
	brazil := credit.CardTopUp{Market: markets.MustParseMarket("BR"), RunningOut: rules.Yes}
	assert.Equal(t, rules.Yes, ours.MayTopUp(day("2024-03-01"), brazil).Decision.Outcome)

	lots, err := ours.TokenLots(purchaseOf("2023-01-15"), at("2028-06-01"), licensing.AddsCredit, ours.DefaultUnits())
	assert.NoError(t, err, "six years to activate a key")
	assert.Len(t, lots, 1)

	again := readBack(t, statement)
	assert.True(t, statement.Equal(again), "a statement is its own record, with the contract in it")
	owner := again.Ledger().Rules().Term().Entries()[0].Origin().Owner
	assert.Equal(t, "Fabrikam billing", owner)
	assert.Equal(t, statement.Figures(), again.Figures())
}

func requirePublished(t *testing.T, s story) {
	t.Helper()
	ledger, err := s.make()
	if !assert.NoError(t, err) {
		return
	}
	statement, err := ledger.Replay(at("2024-06-01"))
	assert.NoError(t, err)
	second, _ := statement.Lot("L2")
	assert.Equal(t, at("2024-01-15"), second.Ends)
	use, _ := statement.Use("c")
	assert.Equal(t, credit.Unpaid, use.Outcome)
	for _, f := range statement.Figures() {
		assert.Equal(t, rules.Origin{}, f.Origin)
		assert.Equal(t, terms.Always(), f.Span)
	}
	norway := credit.CardTopUp{Market: markets.MustParseMarket("NO"), RunningOut: rules.Yes}
	assert.Equal(t, rules.Yes, credit.MayTopUp(day("2024-03-01"), norway).Decision.Outcome)
	_, err = credit.TokenLots(purchaseOf("2023-01-15"), at("2028-06-01"), licensing.AddsCredit, credit.DefaultUnits())
	assert.ErrorIs(t, err, licensing.ErrActivatedTooLate)
	text, err := json.Marshal(statement)
	assert.NoError(t, err)
	assert.NotContains(t, string(text), "overlays")
	assert.NotContains(t, string(text), "origin")
}

func purchaseOf(purchased string) licensing.OSAPurchase {
	key, err := licensing.ParseOSAKey("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE")
	if err != nil {
		panic(err)
	}
	purchase, err := licensing.NewOSAPurchase(key, day(purchased), licensing.OSAToken{Units: 1, Currency: terms.USD})
	if err != nil {
		panic(err)
	}
	return purchase
}

// readBack writes a value as JSON and reads it the strict way.
func readBack[T any](t *testing.T, v T) T {
	t.Helper()
	text, err := json.Marshal(v)
	assert.NoError(t, err)
	var back T
	assert.NoError(t, terms.Decode(strings.NewReader(string(text)), &back))
	return back
}

// by replays a story by rules.
func (s story) by(t *testing.T, r *credit.Rules, until string) credit.Statement {
	t.Helper()
	ledger, err := s.makeBy(r)
	require.NoError(t, err)
	statement, err := ledger.Replay(at(until))
	require.NoError(t, err)
	return statement
}

func TestTheTermIsThatOfTheDayOfActivation(t *testing.T) {
	ours := house(t, figure("credit.term", "2023-02-01/2023-03-01", `"P6M"`))
	tests := []struct {
		name      string
		lot       credit.Lot
		ends      string
		published bool
	}{
		{"the last instant before", token("L", "1 USD", "2023-01-31T23:59:59Z"), "2024-01-31T23:59:59Z", true},
		{"the first day", token("L", "1 USD", "2023-02-01"), "2023-08-01", false},
		{"the last instant", token("L", "1 USD", "2023-02-28T23:59:59Z"), "2023-08-28T23:59:59Z", false},
		{"the day after", token("L", "1 USD", "2023-03-01"), "2024-03-01", true},
		{"a top-up by card", lot(credit.TopUp, "L", "1 USD", "2023-02-01"), "2023-08-01", false},
		{"a lot with an expiry of its own", token("L", "1 USD", "2023-02-01", "2023-12-24"), "2023-12-24", true},
		{"monthly credit has its month", lot(credit.MonthlyBenefit, "L", "1 USD", "2023-02-01"), "2023-03-01", true},
		{"bulk credit has its year", lot(credit.BulkBenefit, "L", "1 USD", "2023-02-01"), "2024-02-01", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			state, _ := story{lots: lots{tt.lot}}.by(t, ours, "2023-02-01").Lot("L")
			require.Equal(t, at(tt.ends), state.Ends)
			require.Equal(t, tt.published, state.Origin.IsZero())
		})
	}
}

func TestAnOverlayReachesEveryFigure(t *testing.T) {
	one := lots{token("L", "100 USD", "2023-01-01")}
	t.Run("the notice of expiry", func(t *testing.T) {
		statement := story{lots: one}.by(t, house(t, figure("credit.notice", "../..", `"P60D"`)), "2023-06-01")
		require.Equal(t, credit.Deadline{
			At: at("2023-11-02"), Kind: credit.ExpiryNotice, Lot: "L", Amount: usd("100.00"), Origin: byContract,
		}.At, statement.Deadlines()[0].At, "2024-01-01 less 60 days")
		require.Equal(t, byContract, statement.Deadlines()[0].Origin)
		require.Equal(t, rules.Origin{}, statement.Deadlines()[1].Origin, "the term is as published")
		fired := story{lots: one}.by(t, house(t, figure("credit.notice", "../..", `"P60D"`)), "2023-11-02").Alerts()
		require.Equal(t, byContract, fired[0].Origin)
	})
	t.Run("a notice of an expiry that somebody moved", func(t *testing.T) {
		statement := story{lots: one}.by(t, house(t, figure("credit.term", "../..", `"P3M"`)), "2023-03-02")
		require.Equal(t, byContract, statement.Alerts()[0].Origin)
		deadline, _ := statement.Next()
		require.Equal(t, credit.LapseDue, deadline.Kind)
		require.Equal(t, byContract, deadline.Origin)
		require.Equal(t, byContract, statement.Lapsing(terms.Always())[0].Origin)
	})
	t.Run("the time data is kept, by the day the balance comes to zero", func(t *testing.T) {
		s := story{lots: one, events: events{use("u", "2023-02-01", "100 USD")}}
		ours := house(t, figure("credit.retention", "2023-02-01/2023-02-02", `"P7D"`))
		require.Equal(t, "2023-02-08", s.by(t, ours, "2023-02-01").Suspensions()[0].DataMayBeGone.String())
		deadline, _ := s.by(t, ours, "2023-02-01").Next()
		require.Equal(t, credit.DataMayBeGone, deadline.Kind)
		require.Equal(t, byContract, deadline.Origin)
		s.events[0].Day = day("2023-02-02")
		require.Equal(t, "2023-05-03", s.by(t, ours, "2023-02-02").Suspensions()[0].DataMayBeGone.String())
	})
	t.Run("low credit of the subscription: 30 % of 100 and 50 % of 100 are 80", func(t *testing.T) {
		s := story{
			policy: policy(credit.LowCreditOfSubscription),
			lots:   lots{token("A", "100 USD", "2023-01-01"), token("B", "100 USD", "2023-02-01")},
			events: events{use("u", "2023-03-01", "119.99 USD"), use("v", "2023-03-02", "0.01 USD")},
		}
		statement := s.by(t, house(t, figure("credit.low", "2023-02-01/..", "50")), "2023-03-02")
		require.Len(t, statement.Alerts(), 1)
		fired := statement.Alerts()[0]
		require.Equal(t, at("2023-03-02"), fired.At)
		require.Equal(t, "80.00 USD", fired.Threshold.String())
		require.Equal(t, byContract, fired.Origin)
		require.Empty(t, s.by(t, credit.Published(), "2023-03-02").Alerts(), "60 as published")
	})
	t.Run("how many alerts, on the day of the latest fact", func(t *testing.T) {
		six := policy(alert("a", "6 USD"), alert("b", "5 USD"), alert("c", "4 USD"), alert("d", "3 USD"), alert("e", "2 USD"), alert("f", "1 USD"))
		ours := house(t, figure("credit.alerts", "2023-02-01/2023-03-01", "6"))
		for when, accepted := range map[string]bool{"2023-01-31": false, "2023-02-01": true, "2023-02-28": true, "2023-03-01": false} {
			_, err := ours.New(six, one, events{use("u", when, "1 USD")})
			require.Equal(t, accepted, err == nil, "%s: %v", when, err)
		}
		_, err := ours.New(six, nil, nil)
		require.ErrorContains(t, err, "6 alerts, 5 allowed", "without facts, on the last day")
		_, err = house(t, figure("credit.alerts", "2023-02-01/..", "6")).New(six, nil, nil)
		require.NoError(t, err)
		seven := policy(alert("g", "7 USD"))
		seven.Alerts = append(seven.Alerts, six.Alerts...)
		_, err = ours.New(seven, one, events{use("u", "2023-02-28", "1 USD")})
		require.ErrorContains(t, err, "7 alerts, 6 allowed")
		require.ErrorContains(t, err, "by Fabrikam billing: distributor contract, clause 4")
		answer := ours.MayConfigureAlert(day("2023-02-28"), credit.AlertSetup{Alerts: 7})
		require.Equal(t, byContract, answer.Decision.Findings[0].Origin)
		require.Equal(t, byContract, answer.Alerts.Origin)
	})
	t.Run("to how many addresses", func(t *testing.T) {
		three := policy(credit.Alert{Name: "a", Amount: usd("1"), Recipients: []string{"a@example.com", "b@example.com", "c@example.com"}})
		_, err := house(t, figure("credit.alerts.recipients", "../..", "3")).New(three, one, nil)
		require.NoError(t, err)
	})
	t.Run("that amounts of alerts differ, switched off", func(t *testing.T) {
		ours := house(t, `{"owner": "Fabrikam billing", "reason": "a portal of our own", "switchOff": ["credit.alert.amount"]}`)
		_, err := ours.New(policy(alert("a", "1 USD"), alert("b", "1 USD")), one, nil)
		require.NoError(t, err)
	})
	t.Run("what a unit is worth in a currency, beside those in others", func(t *testing.T) {
		ours := house(t, figure("credit.unit", "2023-01-01/..", `[{"amount": "92", "currency": "EUR"}, {"amount": "1000", "currency": "SEK"}]`))
		units := ours.DefaultUnits()
		for currency, want := range map[terms.Currency]string{terms.EUR: "92.00 EUR", terms.SEK: "1000.00 SEK", terms.USD: "100.00 USD"} {
			amount, err := units.Amount(1, currency, day("2023-01-01"))
			require.NoError(t, err)
			require.Equal(t, want, amount.String())
		}
		_, err := units.Amount(1, terms.EUR, day("2022-12-31"))
		require.ErrorIs(t, err, credit.ErrUnit)
		require.Equal(t, "Fabrikam billing: distributor contract, clause 4", units.Worths()[2].Source)
	})
	t.Run("the amounts of a benefit", func(t *testing.T) {
		ours := house(t, figure("credit.benefit.bulk", "2023-01-01/..", `[{"amount": "4000", "currency": "USD"}]`))
		amounts, err := ours.BenefitAmounts(day("2023-01-01"))
		require.NoError(t, err)
		require.Equal(t, "4000.00 USD", amounts[1].Amount.String())
	})
	t.Run("that bulk credit stands alone, switched off", func(t *testing.T) {
		ours := house(t, `{"owner": "Fabrikam billing", "reason": "an exception of the vendor", "switchOff": ["credit.combination.refused"]}`)
		together := lots{lot(credit.BulkBenefit, "B", "100 USD", "2023-01-01"), token("L", "1 USD", "2023-01-01")}
		_, err := ours.New(policy(), together, nil)
		require.ErrorIs(t, err, credit.ErrNotCombinable, "no rule says yes")
		ours, err = credit.Published().EditCombination(rules.Edit[credit.Combination, rules.Truth]{
			Owner: "Fabrikam billing", Reason: "an exception of the vendor", SwitchOff: []rules.ID{"credit.combination.refused"},
			Add: []rules.Rule[credit.Combination, rules.Truth]{{
				ID: "fabrikam.together", Text: "Bulk credit may stand beside other credit.", Span: terms.SpanFrom(day("2023-01-01")),
				Sources: []rules.Source{{Document: "A letter", Checked: day("2026-11-22")}}, Then: rules.Yes,
			}},
		})
		require.NoError(t, err)
		ledger, err := ours.New(policy(), together, nil)
		require.NoError(t, err)
		statement, err := ledger.Replay(at("2023-06-10"))
		require.NoError(t, err)
		forecast, err := statement.Forecast(outlook("10 USD", 1, 0))
		require.NoError(t, err)
		require.Equal(t, "2023-06-21", forecast.Next.By.String(), "then there is something to purchase: 101 at 10 a day")
		early := lots{together[0], token("L", "1 USD", "2022-12-31")}
		_, err = ours.New(policy(), early, nil)
		require.ErrorIs(t, err, credit.ErrNotCombinable, "the day of the other lot's activation governs")
	})
	t.Run("which offer may stand beside bulk credit", func(t *testing.T) {
		withKeys := rules.Condition[credit.Combination]{
			Name: "the other offer is Azure in Open", Reads: []string{"with"},
			Holds: func(c credit.Combination) rules.Truth { return rules.Is(c.With, credit.OfferAzureInOpen) },
		}
		ours, err := credit.Published().EditCombination(rules.Edit[credit.Combination, rules.Truth]{
			Owner: "Fabrikam billing", Reason: "an exception of the vendor",
			Add: []rules.Rule[credit.Combination, rules.Truth]{{
				ID: "fabrikam.keys", Text: "Keys may stand beside bulk credit.", Span: terms.Always(), If: []rules.Condition[credit.Combination]{withKeys},
				Sources: []rules.Source{{Document: "A letter", Checked: day("2026-11-22")}}, Then: rules.Yes,
				Excepts: []rules.ID{"credit.combination.refused"},
			}},
		})
		require.NoError(t, err)
		for kind, accepted := range map[credit.LotKind]bool{credit.Token: true, credit.TopUp: true, credit.MonthlyBenefit: false} {
			together := lots{lot(credit.BulkBenefit, "B", "100 USD", "2023-01-01"), lot(kind, "L", "1 USD", "2023-01-01")}
			_, err := ours.New(policy(), together, nil)
			require.Equal(t, accepted, err == nil, "%s: %v", kind, err)
		}
	})
	t.Run("the term of what is to be purchased", func(t *testing.T) {
		// 100 at 10 a day run out on 20 June 2023; a purchase for three months pays the 91 days to 19 September: 9 units.
		ours := house(t, figure("credit.term", "2023-06-01/..", `"P3M"`))
		forecast, err := story{lots: one}.by(t, ours, "2023-06-10").Forecast(outlook("10 USD", 1, 0))
		require.NoError(t, err)
		require.Equal(t, 9, forecast.Next.Units)
	})
	t.Run("lapses of a forecast", func(t *testing.T) {
		ours := house(t, figure("credit.term", "../..", `"P6M"`))
		forecast, err := story{lots: one}.by(t, ours, "2023-06-10").Forecast(outlook("0 USD", 1, 0))
		require.NoError(t, err)
		require.Equal(t, at("2023-07-01"), forecast.Lapses[0].At)
		require.Equal(t, byContract, forecast.Lapses[0].Origin)
		require.True(t, forecast.Equal(readBack(t, forecast)))
	})
}

func TestOverlaysInJSON(t *testing.T) {
	one := story{lots: lots{token("L", "100 USD", "2023-01-01")}, events: events{use("u", "2023-02-01", "10 USD")}}
	ours := house(t, figure("credit.term", "2023-01-01/..", `"P6M"`), figure("credit.low", "../..", "10"), contract)
	known, err := ours.AsKnown(day("2024-01-01"))
	require.NoError(t, err)
	for name, r := range map[string]*credit.Rules{"with overlays": ours, "as known on a day": known} {
		t.Run(name, func(t *testing.T) {
			ledger, err := r.New(policy(), one.lots, one.events)
			require.NoError(t, err)
			again := readBack(t, ledger)
			require.Equal(t, text(t, ledger), text(t, again))
			require.Equal(t, r.About(), again.Rules().About())
			statement, err := again.With(use("v", "2023-03-01", "5 USD"))
			require.NoError(t, err)
			require.Equal(t, r.About(), statement.Rules().About(), "a larger ledger has the same rules")
			replayed, err := ledger.Replay(at("2024-07-01"))
			require.NoError(t, err)
			require.Equal(t, text(t, replayed), text(t, readBack(t, replayed)))
			lot, _ := replayed.Lot("L")
			require.Equal(t, at("2024-07-01"), lot.Ends, "the last overlay counts")
		})
	}
	t.Run("only what is about credit is carried", func(t *testing.T) {
		ledger, err := house(t, contract).New(policy(), one.lots, nil)
		require.NoError(t, err)
		require.NotContains(t, text(t, ledger), "licensing.osa")
		require.NotContains(t, text(t, ledger), "markets.topup")
		elsewhere := house(t, `{"owner": "o", "reason": "r", "lists": [{"list": "markets.topup.excluded", "add": ["NO"]}]}`)
		ledger, err = elsewhere.New(policy(), one.lots, nil)
		require.NoError(t, err)
		require.NotContains(t, text(t, ledger), "overlays")
	})
	t.Run("an overlay that is none", func(t *testing.T) {
		ledger, err := house(t, contract).New(policy(), one.lots, nil)
		require.NoError(t, err)
		broken := strings.Replace(text(t, ledger), "credit.term", "credit.trem", 1)
		var read credit.Ledger
		err = terms.Decode(strings.NewReader(broken), &read)
		require.ErrorIs(t, err, rules.ErrOverlay)
		require.Empty(t, read.Lots())
	})
	t.Run("a statement whose figures were changed does not follow", func(t *testing.T) {
		statement := one.by(t, house(t, contract), "2023-06-01")
		changed := strings.Replace(text(t, statement), "P18M", "P24M", 1)
		var read credit.Statement
		require.ErrorIs(t, terms.Decode(strings.NewReader(changed), &read), credit.ErrStatement)
	})
}

func TestRulesOfCredit(t *testing.T) {
	r := credit.Published()
	t.Run("everything wrong is reported at once", func(t *testing.T) {
		_, err := r.With(rules.Overlay{
			Owner: "Fabrikam", Reason: "a test", SwitchOff: []rules.ID{"credit.topup.crad", "licensing.osa.activation.lat"},
			Figures: []rules.Figure{{Timeline: "credit.term", Span: terms.Always(), Value: json.RawMessage(`"P0M"`)}},
			Lists:   []rules.ListChange{{List: "markets.topup.excluded", Add: []string{"XX"}}},
		})
		require.ErrorIs(t, err, rules.ErrOverlay)
		for _, want := range []string{"credit.topup.crad", "licensing.osa.activation.lat", "P0M", "XX"} {
			require.ErrorContains(t, err, want)
		}
	})
	t.Run("as known", func(t *testing.T) {
		known, err := r.AsKnown(day("2020-01-01"))
		require.NoError(t, err)
		for _, about := range known.About() {
			require.Equal(t, "2020-01-01", about.Known.String(), about.ID)
		}
		require.Equal(t, "2020-01-01", known.Licensing().OSAActivationSet().KnownOn().String())
		require.NotNil(t, known.Markets())
		same, err := r.AsKnown(terms.Day{})
		require.NoError(t, err)
		require.Same(t, r, same, "a record of the present wording is decided by it again")
	})
	t.Run("rules in Go", func(t *testing.T) {
		edited, err := r.EditTopUp(rules.Edit[credit.CardTopUpFacts, rules.Truth]{
			Owner: "Fabrikam", Reason: "we top up whenever it is wanted", SwitchOff: []rules.ID{"credit.topup.order"},
		})
		require.NoError(t, err)
		answer := edited.MayTopUp(day("2020-01-01"), credit.CardTopUp{Market: markets.MustParseMarket("SE"), RunningOut: rules.No})
		require.ErrorIs(t, answer.Decision.Err(), rules.ErrNoRule)
		require.Equal(t, "Fabrikam", answer.Decision.Changed[0].Origin.Owner)

		lenient, err := r.EditAttachment(rules.Edit[credit.Attachment, credit.Fate]{
			Owner: "Fabrikam", Reason: "credit is carried over by contract", SwitchOff: []rules.ID{"credit.attachment.void"},
		})
		require.NoError(t, err)
		decision := lenient.AfterAttachment(day("2020-01-01"), credit.Attachment{Attached: rules.Yes, Left: usd("1")})
		require.ErrorIs(t, decision.Err(), rules.ErrNoRule)

		wide, err := r.EditAlertSetup(rules.Edit[credit.AlertSetupFacts, rules.Truth]{
			Owner: "Fabrikam", Reason: "a portal of our own", SwitchOff: []rules.ID{"credit.alert.number"},
		})
		require.NoError(t, err)
		many := policy(alert("a", "6 USD"), alert("b", "5 USD"), alert("c", "4 USD"), alert("d", "3 USD"), alert("e", "2 USD"), alert("f", "1 USD"))
		_, err = wide.New(many, nil, nil)
		require.NoError(t, err)

		strict, err := r.EditAlertSetup(rules.Edit[credit.AlertSetupFacts, rules.Truth]{
			Owner: "Fabrikam", Reason: "alerts are ours", Replace: []rules.Rule[credit.AlertSetupFacts, rules.Truth]{{
				ID: "credit.alert.subscription", Text: "No alerts are configured.", Span: terms.Always(), Then: rules.No,
				Sources: []rules.Source{{Document: "House rules", Checked: day("2026-11-22")}},
			}},
		})
		require.NoError(t, err)
		_, err = strict.New(policy(alert("a", "6 USD")), nil, nil)
		require.ErrorContains(t, err, "No alerts are configured (credit.alert.subscription, by Fabrikam: alerts are ours)")

		_, err = r.EditCombination(rules.Edit[credit.Combination, rules.Truth]{})
		require.ErrorIs(t, err, rules.ErrOverlay)
	})
	t.Run("a day without rules for alerts", func(t *testing.T) {
		silent, err := r.EditAlertSetup(rules.Edit[credit.AlertSetupFacts, rules.Truth]{
			Owner: "Fabrikam", Reason: "a test", SwitchOff: []rules.ID{"credit.alert.subscription"},
		})
		require.NoError(t, err)
		_, err = silent.New(policy(alert("a", "6 USD")), nil, nil)
		require.ErrorIs(t, err, rules.ErrNoRule)
		require.ErrorIs(t, err, credit.ErrPolicy)
	})
	t.Run("the zero ledger has the published rules", func(t *testing.T) {
		require.Equal(t, r.About(), credit.Ledger{}.Rules().About())
		require.Empty(t, credit.Statement{}.Figures())
	})
}

func TestFiguresOfAStatement(t *testing.T) {
	s := story{
		policy: policy(alert("a", "10 USD")),
		lots:   lots{token("A", "100 USD", "2023-01-01"), lot(credit.TopUp, "B", "50 USD", "2023-02-01"), token("C", "1 USD", "2023-03-01", "2023-04-01")},
		events: events{use("u", "2023-03-02", "151 USD")},
	}
	figures := s.until(t, "2023-03-02").Figures()
	var lines []string
	for _, f := range figures {
		line := f.Timeline + " " + f.Says
		for _, id := range f.Lots {
			line += " " + string(id)
		}
		lines = append(lines, line)
		require.NotEmpty(t, f.Sources)
		requireReadsBack(t, f)
	}
	require.Equal(t, []string{
		"credit.alerts 5", "credit.alerts.recipients 2", "credit.low 30 A C", "credit.notice P30D A C", "credit.retention P90D", "credit.term P12M A B",
	}, lines)
	figures[0].Sources[0].Document = "clobbered"
	require.NotEqual(t, "clobbered", s.until(t, "2023-03-02").Figures()[0].Sources[0].Document)

	subscription := s
	subscription.policy = policy(credit.LowCreditOfSubscription)
	for _, f := range subscription.until(t, "2023-03-02").Figures() {
		if f.Timeline == "credit.low" {
			require.Equal(t, []credit.LotID{"A", "B", "C"}, f.Lots)
		}
	}
}

// A ledger is made by its rules however it comes about, and statements of one ledger agree.
func TestALedgerKeepsItsRules(t *testing.T) {
	ours := house(t, figure("credit.term", "../..", `"P6M"`))
	ledger, err := ours.New(policy(), lots{token("L", "100 USD", "2023-01-01")}, nil)
	require.NoError(t, err)
	ends := func(l credit.Ledger, err error) time.Time {
		require.NoError(t, err)
		statement, err := l.Replay(at("2023-02-01"))
		require.NoError(t, err)
		lot, _ := statement.Lot("L")
		return lot.Ends
	}
	want := at("2023-07-01")
	require.Equal(t, want, ends(ledger, nil))
	require.Equal(t, want, ends(ledger.With(use("u", "2023-02-01", "1 USD"))))
	require.Equal(t, want, ends(ledger.WithLots(token("M", "1 USD", "2023-02-01"))))
	require.Equal(t, want, ends(ledger.AsKnown(at("2023-03-01"))))
	statement, err := ledger.Replay(at("2023-02-01"))
	require.NoError(t, err)
	require.Equal(t, want, ends(statement.Ledger(), nil))
}
