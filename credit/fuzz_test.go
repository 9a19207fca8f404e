package credit_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// mostFuzzed is how much of an input a target looks at, so that it tries many inputs and not few large ones.
const mostFuzzed = 1 << 14

// seedJSON gives seeds to read: what a value marshals to, broken forms of it, and what no value is.
func seedJSON(f *testing.F, values ...any) {
	f.Helper()
	for _, v := range values {
		text, err := json.Marshal(v)
		require.NoError(f, err)
		f.Add(text)
		f.Add(text[:len(text)/2])
		f.Add(append(bytes.Clone(text), text...))
		f.Add(bytes.ReplaceAll(text, []byte(`"id"`), []byte(`"ID"`)))
		f.Add(bytes.ReplaceAll(text, []byte(`.00"`), []byte(`e9999999999"`)))
		f.Add(append([]byte("\xef\xbb\xbf"), text...))
	}
	for _, s := range []string{``, `null`, `{}`, `[]`, `"`, `{"a":`, "\xff", `1e999`, `{"lots":[{}]}`, `[[[[[[[[[[`} {
		f.Add([]byte(s))
	}
}

func FuzzDecodeLedger(f *testing.F) {
	ledger, err := busy().make()
	require.NoError(f, err)
	debts, err := story{
		policy(credit.CarryDebt, credit.WriteOffUnpaid, credit.Reopen, credit.EndOfDay, credit.LowCreditOfSubscription),
		lots{token("L1", "1 USD", "2023-01-01")},
		events{use("u", "2023-01-01", "2 USD"), giveBack("r", "2023-01-02", "u", "2 USD")},
	}.make()
	require.NoError(f, err)
	seedJSON(f, ledger, debts, byTheContract(f), credit.Ledger{})
	f.Fuzz(func(t *testing.T, data []byte) {
		var ledger credit.Ledger
		if len(data) > mostFuzzed || terms.Decode(bytes.NewReader(data), &ledger) != nil {
			return
		}
		text, err := json.Marshal(ledger)
		require.NoError(t, err)
		var back credit.Ledger
		require.NoError(t, terms.Decode(bytes.NewReader(text), &back))
		again, err := json.Marshal(back)
		require.NoError(t, err)
		require.Equal(t, string(text), string(again))
		for _, when := range []string{"1900-01-01", "2023-06-01", "2199-12-31"} {
			requireSound(t, ledger, at(when))
		}
	})
}

// byTheContract gives a ledger by somebody's rules.
func byTheContract(f *testing.F) credit.Ledger {
	f.Helper()
	var o rules.Overlay
	require.NoError(f, terms.Decode(strings.NewReader(contract), &o))
	ours, err := credit.Published().With(o)
	require.NoError(f, err)
	ledger, err := busy().makeBy(ours)
	require.NoError(f, err)
	return ledger
}

func FuzzDecodeStatement(f *testing.F) {
	ledger, err := busy().make()
	require.NoError(f, err)
	for _, when := range []string{"2000-01-01", "2023-06-01", "2030-01-01"} {
		for _, l := range []credit.Ledger{ledger, byTheContract(f)} {
			statement, err := l.Replay(at(when))
			require.NoError(f, err)
			seedJSON(f, statement)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var statement credit.Statement
		if len(data) > mostFuzzed || terms.Decode(bytes.NewReader(data), &statement) != nil {
			return
		}
		text, err := json.Marshal(statement)
		require.NoError(t, err)
		var back credit.Statement
		require.NoError(t, terms.Decode(bytes.NewReader(text), &back))
		require.True(t, statement.Equal(back))
		if !statement.At().IsZero() {
			requireConserved(t, statement)
		}
	})
}

func FuzzDecodePolicy(f *testing.F) {
	seedJSON(f, credit.Policy{}, credit.AzureInOpen(), policy(
		credit.FirstToExpire, credit.Refuse, credit.Below, alert("half", "50 USD"), alert("low", "10 USD"),
	))
	f.Fuzz(func(t *testing.T, data []byte) {
		var p credit.Policy
		if len(data) > mostFuzzed || terms.Decode(bytes.NewReader(data), &p) != nil {
			return
		}
		text, err := json.Marshal(p)
		require.NoError(t, err)
		var back credit.Policy
		require.NoError(t, terms.Decode(bytes.NewReader(text), &back))
		require.True(t, p.Equal(back), "%s", text)
		ledger, err := credit.New(p, nil, nil)
		if err == nil {
			require.True(t, ledger.Policy().Equal(p))
		}
	})
}

func FuzzDecodeAnswers(f *testing.F) {
	seedJSON(f,
		credit.MayTopUp(day("2020-01-01"), credit.CardTopUp{RunningOut: rules.Yes}),
		credit.MayConfigureAlert(day("2020-01-01"), credit.AlertSetup{Alerts: 6}),
		credit.CardTopUp{RunningOut: rules.No}, credit.AlertSetup{Alerts: 1, Watches: credit.WatchTokenCredit},
		credit.Attachment{Attached: rules.Yes, Left: usd("40")}, credit.Combination{With: credit.OfferOther},
	)
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > mostFuzzed {
			return
		}
		fuzzReadBack(t, data, credit.TopUpAnswer.Equal)
		fuzzReadBack(t, data, credit.AlertAnswer.Equal)
		fuzzReadBack(t, data, credit.Attachment.Equal)
		fuzzReadBack(t, data, func(a, b credit.CardTopUp) bool { return a == b })
		fuzzReadBack(t, data, func(a, b credit.AlertSetup) bool { return a == b })
		fuzzReadBack(t, data, func(a, b credit.Combination) bool { return a == b })
	})
}

func FuzzDecodeFigures(f *testing.F) {
	for _, entry := range credit.Published().Unit().Entries() {
		seedJSON(f, entry.Value, entry.Doubts[0].Value)
	}
	seedJSON(f, 1, 30, 100, 101, -1, 1.5, "30")
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > mostFuzzed {
			return
		}
		fuzzReadBack(t, data, credit.Amounts.Equal)
		fuzzReadBack(t, data, func(a, b credit.Percent) bool { return a == b && 1 <= a && a <= 100 })
		fuzzReadBack(t, data, func(a, b credit.Count) bool { return a == b && 1 <= a && a <= 100 })
	})
}

// fuzzReadBack holds that what reads as a value is written so that it reads as the same again.
func fuzzReadBack[T any](t *testing.T, data []byte, same func(a, b T) bool) {
	t.Helper()
	var v, back T
	if terms.Decode(bytes.NewReader(data), &v) != nil {
		return
	}
	text, err := json.Marshal(v)
	require.NoError(t, err)
	require.NoError(t, terms.Decode(bytes.NewReader(text), &back), "%s", text)
	require.True(t, same(v, back), "%s", text)
}

// script makes a small story of bytes, each a choice: any bytes make one, and many make one that a ledger takes.
type script struct{ rest []byte }

// next gives a number below n.
func (s *script) next(n int) int {
	if len(s.rest) == 0 {
		return 0
	}
	b := s.rest[0]
	s.rest = s.rest[1:]
	return int(b) % n
}

// instant gives an instant of 2023, on a coarse grid so that many fall together.
func (s *script) instant() time.Time {
	return at("2023-01-01").AddDate(0, s.next(16), 0).Add(time.Duration(s.next(4)) * 8 * time.Hour).Add(time.Duration(s.next(3)-1) * time.Nanosecond)
}

func (s *script) amount() terms.Money {
	return usd([]string{"0", "1", "2.50", "10", "33.33", "100", "0.000000000000000001", "7"}[s.next(8)])
}

func (s *script) policy() credit.Policy {
	p := policy(
		credit.Order(1+s.next(2)), credit.Expiry(1+s.next(2)), credit.TopUpTerm(1+s.next(2)), credit.DayPlace(1+s.next(2)),
		credit.Shortfall(1+s.next(4)), credit.LateReturn(1+s.next(2)), credit.OverReturn(1+s.next(2)),
		credit.BulkTransfer(1+s.next(2)), credit.LowCredit(1+s.next(2)), credit.Operator(1+s.next(2)), credit.Rearm(1+s.next(2)),
		credit.Retention(1+s.next(2)),
	)
	if s.next(2) == 1 {
		p.Alerts = []credit.Alert{alert("low", "10 USD")}
	}
	return p
}

func (s *script) lot(n int) credit.Lot {
	l := credit.Lot{
		ID: credit.LotID(fmt.Sprintf("L%d", n)), Kind: credit.LotKind(1 + s.next(3)), Amount: s.amount(), Activated: s.instant(),
	}
	if s.next(8) == 0 {
		l.Kind = credit.BulkBenefit
	}
	if s.next(3) == 0 {
		l.Expires = l.Activated.Add(time.Duration(s.next(100)) * 24 * time.Hour)
	}
	if l.Kind == credit.Token && s.next(4) == 0 {
		l.Redeemed = licensing.Redemption(1 + s.next(2))
	}
	return l
}

func (s *script) event(n int) credit.Event {
	e := credit.Event{ID: credit.EventID(fmt.Sprintf("e%d", n)), Kind: credit.EventKind(1 + s.next(4))}
	if s.next(2) == 0 {
		e.At = s.instant()
	} else {
		e.Day = terms.DayOf(s.instant())
	}
	switch e.Kind {
	case credit.Use:
		e.Amount, e.Charge = s.amount(), credit.Consumption
		if s.next(8) == 0 {
			e.Charge = credit.SupportPlan
		}
	case credit.Return:
		e.Amount, e.Of = s.amount(), credit.EventID(fmt.Sprintf("e%d", s.next(n+1)))
	case credit.Forfeit:
		e.Reason = credit.GivenUp
		if s.next(2) == 0 {
			e.Lot = credit.LotID(fmt.Sprintf("L%d", s.next(4)))
		}
	case credit.Transfer:
		e.Lot, e.To = credit.LotID(fmt.Sprintf("L%d", s.next(4))), "bob"
	}
	return e
}

func FuzzEvents(f *testing.F) {
	for n := range 32 {
		seed := make([]byte, 160)
		for i := range seed {
			seed[i] = byte((i*i + 7*i*n + n*n*13) >> 1)
		}
		f.Add(seed)
	}
	f.Add([]byte{})
	f.Add([]byte(`a word of text makes a story as well`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s := script{data}
		p, until := s.policy(), s.instant().AddDate(1, 0, 0)
		var givenLots []credit.Lot
		var givenEvents []credit.Event
		for n := range s.next(5) {
			givenLots = append(givenLots, s.lot(n))
		}
		for n := range s.next(24) {
			givenEvents = append(givenEvents, s.event(n))
		}
		ledger, err := credit.New(p, givenLots, givenEvents)
		if err != nil {
			// Without what no ledger takes, some of the story may be left to replay.
			ledger, err = credit.Ledger{}.WithLots(givenLots...)
			for _, e := range givenEvents {
				larger, refused := ledger.With(e)
				if refused == nil {
					ledger, err = larger, nil
				}
			}
		}
		if err != nil {
			return
		}
		requireSound(t, ledger, until)
		requireSound(t, ledger, until.AddDate(-1, 0, 0))
		if s.next(8) == 7 {
			requireForecast(t, ledger, until)
		}
	})
}

// requireSound replays a ledger and asks the statement everything there is to ask. What it says must add up and read
// back; a replay may report a fault of what happened.
func requireSound(t *testing.T, ledger credit.Ledger, until time.Time) {
	t.Helper()
	statement, err := ledger.Replay(until)
	if err != nil {
		var fault *credit.EventError
		require.ErrorAs(t, err, &fault)
		return
	}
	requireConserved(t, statement)
	text, err := json.Marshal(statement)
	require.NoError(t, err)
	var back credit.Statement
	require.NoError(t, terms.Decode(bytes.NewReader(text), &back), "%s", text)
	require.True(t, statement.Equal(back))

	for u := range statement.Uses() {
		explanation, err := statement.Explain(u.ID)
		require.NoError(t, err)
		require.NotEmpty(t, explanation.String())
	}
	for _, d := range statement.Deadlines() {
		require.True(t, d.At.After(until), "%v", d)
	}
	for _, l := range statement.Lapsing(terms.Always()) {
		require.Equal(t, !l.At.After(until), l.Happened)
	}
	_ = statement.Alerts()
	_ = statement.Suspensions()
}

// requireForecast asks for a forecast, which is dear, by the rate of recent use. There need be none.
func requireForecast(t *testing.T, ledger credit.Ledger, until time.Time) {
	t.Helper()
	statement, err := ledger.Replay(until)
	if err != nil {
		return
	}
	rate, err := statement.RecentRate(30)
	if err != nil {
		require.ErrorIs(t, err, credit.ErrForecast)
		return
	}
	forecast, err := statement.Forecast(credit.Outlook{Rate: rate, LeadDays: 3})
	require.NoError(t, err)
	require.False(t, forecast.RunsOut.After(forecast.Until))
	if statement.Balance().Sign() == 0 {
		require.Equal(t, terms.DayOf(until), forecast.RunsOut)
	}
}
