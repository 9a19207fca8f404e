package credit_test

import (
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

// busy is a story with a lot in every state on 1 June 2023.
func busy() story {
	return story{
		policy(alert("half", "50 USD")),
		lots{
			token("exhausted", "10 USD", "2023-01-01"), token("live", "100 USD", "2023-01-02"), token("pending", "20 USD", "2023-07-01"),
			token("lapsed", "5 USD", "2023-01-03", "2023-05-01"), token("forfeited", "7 USD", "2023-01-04"),
		},
		events{
			use("u1", "2023-02-01", "12 USD"), charged(credit.SupportPlan, "u2", "2023-02-02", "3 USD"),
			giveBack("r", "2023-02-03", "u1", "1 USD"), forfeit("f", "2023-03-01", "forfeited"), use("u3", "2023-08-01", "1 USD"),
		},
	}
}

func TestLotStates(t *testing.T) {
	statement := busy().until(t, "2023-06-01")
	require.Equal(t, lines{
		"exhausted exhausted: 10.00 = 10.00 used",
		"live live: 100.00 = 2.00 used - 1.00 returned + 99.00 left", // 10 + 2 = 12 used, of which the last came back first
		"lapsed lapsed: 5.00 = 5.00 lapsed",
		"forfeited forfeited: 7.00 = 7.00 forfeited",
		"pending pending",
	}, lotsOf(statement))
	require.Equal(t, "99.00", bare(statement.Balance()))

	for _, want := range statement.Lots() {
		got, ok := statement.Lot(want.ID)
		require.True(t, ok)
		require.True(t, want.Equal(got))
	}
	none, ok := statement.Lot("none")
	require.False(t, ok)
	require.True(t, none.Equal(credit.LotState{}))

	pending, _ := statement.Lot("pending")
	require.Equal(t, "20.00 USD", pending.Amount.String(), "what it will hold")
	require.Equal(t, "0.00 USD", pending.Granted.String(), "what it was granted so far")
	require.Equal(t, "0.00 USD", pending.Left.String())
	require.Equal(t, at("2024-07-01"), pending.Ends, "the expiry that follows is spelt out")
}

func TestLotStateEqual(t *testing.T) {
	base, _ := busy().until(t, "2023-06-01").Lot("live")
	require.True(t, base.Equal(base))
	for name, change := range map[string]func(*credit.LotState){
		"lot":       func(s *credit.LotState) { s.ID = "other" },
		"ends":      func(s *credit.LotState) { s.Ends = s.Ends.Add(1) },
		"held by":   func(s *credit.LotState) { s.HeldBy = "ann" },
		"status":    func(s *credit.LotState) { s.Status = credit.Lapsed },
		"granted":   func(s *credit.LotState) { s.Granted = usd("1") },
		"used":      func(s *credit.LotState) { s.Used = usd("1") },
		"returned":  func(s *credit.LotState) { s.Returned = usd("0") },
		"lapsed":    func(s *credit.LotState) { s.Lapsed = usd("1") },
		"forfeited": func(s *credit.LotState) { s.Forfeited = usd("1") },
		"left":      func(s *credit.LotState) { s.Left = usd("1") },
	} {
		other := base
		change(&other)
		require.False(t, base.Equal(other), name)
	}
}

func TestUses(t *testing.T) {
	statement := busy().until(t, "2023-06-01")
	require.Equal(t, lines{"u1 paid: exhausted 10.00 + live 2.00, 1.00 returned", "u2 notPayable: 3.00 unpaid"}, usesOf(statement))
	for range statement.Uses() {
		break // whoever stops is asked no more
	}

	u1, ok := statement.Use("u1")
	require.True(t, ok)
	require.True(t, credit.UseState{
		Event: use("u1", "2023-02-01", "12 USD"), Outcome: credit.Paid,
		Paid: usd("12"), Unpaid: usd("0"), Returned: usd("1"), WrittenOff: usd("0"),
		Allocations: []credit.Allocation{
			{Lot: "exhausted", At: at("2023-02-01"), Amount: usd("10"), Left: usd("0")},
			{Lot: "live", At: at("2023-02-01"), Amount: usd("2"), Left: usd("98")},
		},
	}.Equal(u1))
	require.Len(t, statement.Allocations("u1"), 2)
	require.True(t, u1.Allocations[0].Equal(statement.Allocations("u1")[0]))

	for _, id := range []credit.EventID{"r", "f", "u3", "none", ""} {
		_, ok := statement.Use(id)
		require.False(t, ok, "%q is no use of the statement", id)
		require.Empty(t, statement.Allocations(id))
	}
	require.Empty(t, statement.Allocations("u2"))
}

func TestUseStateEqual(t *testing.T) {
	base, _ := busy().until(t, "2023-06-01").Use("u1")
	require.True(t, base.Equal(base))
	for name, change := range map[string]func(*credit.UseState){
		"event":        func(u *credit.UseState) { u.ID = "other" },
		"outcome":      func(u *credit.UseState) { u.Outcome = credit.Unpaid },
		"paid":         func(u *credit.UseState) { u.Paid = usd("1") },
		"unpaid":       func(u *credit.UseState) { u.Unpaid = usd("1") },
		"returned":     func(u *credit.UseState) { u.Returned = usd("2") },
		"written off":  func(u *credit.UseState) { u.WrittenOff = usd("2") },
		"allocations":  func(u *credit.UseState) { u.Allocations = u.Allocations[:1] },
		"lot":          func(u *credit.UseState) { u.Allocations = []credit.Allocation{u.Allocations[1], u.Allocations[0]} },
		"instant":      func(u *credit.UseState) { u.Allocations[0].At = u.Allocations[0].At.Add(1) },
		"amount":       func(u *credit.UseState) { u.Allocations[0].Amount = usd("1") },
		"what is left": func(u *credit.UseState) { u.Allocations[0].Left = usd("1") },
	} {
		other := base
		other.Allocations = append([]credit.Allocation(nil), base.Allocations...)
		change(&other)
		require.False(t, base.Equal(other), name)
	}
}

func TestAllocationsUnderCarriedDebt(t *testing.T) {
	// 10 of 14 are paid at once, 1 by L2 when it comes and 3 by L3.
	statement := story{
		policy(credit.CarryDebt),
		lots{token("L1", "10 USD", "2023-01-01"), token("L2", "1 USD", "2023-03-01"), token("L3", "5 USD", "2023-04-01")},
		events{use("u", "2023-02-01", "14 USD")},
	}.until(t, "2023-05-01")
	want := []credit.Allocation{
		{Lot: "L1", At: at("2023-02-01"), Amount: usd("10"), Left: usd("0")},
		{Lot: "L2", At: at("2023-03-01"), Amount: usd("1"), Left: usd("0")},
		{Lot: "L3", At: at("2023-04-01"), Amount: usd("3"), Left: usd("2")},
	}
	got := statement.Allocations("u")
	require.Len(t, got, len(want))
	for i := range want {
		require.True(t, want[i].Equal(got[i]), "%v", got[i])
	}
}

func TestBalanceAt(t *testing.T) {
	statement := busy().until(t, "2023-06-01")
	tests := []struct{ at, want string }{
		{"2022-12-31T23:59:59.999999999Z", "0.00"},
		{"2023-01-01", "10.00"},
		{"2023-01-01T00:00:00.000000001Z", "10.00"},
		{"2023-01-02", "110.00"},
		{"2023-01-03", "115.00"},
		{"2023-01-04", "122.00"},
		{"2023-01-31T23:59:59.999999999Z", "122.00"},
		{"2023-02-01", "110.00"}, // - 12
		{"2023-02-02", "110.00"}, // support is not paid
		{"2023-02-03", "111.00"}, // + 1
		{"2023-02-28T23:59:59.999999999Z", "111.00"},
		{"2023-03-01", "104.00"}, // - 7 forfeited
		{"2023-04-30T23:59:59.999999999Z", "104.00"},
		{"2023-05-01", "99.00"}, // - 5 lapsed
		{"2023-06-01", "99.00"},
		{"2023-06-01T01:00:00+01:00", "99.00"},
		{"1000-01-01", "0.00"},
	}
	for _, tt := range tests {
		got, err := statement.BalanceAt(at(tt.at))
		require.NoError(t, err, tt.at)
		require.Equal(t, tt.want, bare(got), tt.at)
	}
	for _, beyond := range []string{"2023-06-01T00:00:00.000000001Z", "2023-06-02", "9999-12-31"} {
		_, err := statement.BalanceAt(at(beyond))
		require.ErrorIs(t, err, credit.ErrUnknown, beyond)
	}

	t.Run("it is what a replay to that instant gives", func(t *testing.T) {
		s := busy()
		for _, tt := range tests[:len(tests)-1] {
			got, err := statement.BalanceAt(at(tt.at))
			require.NoError(t, err)
			require.True(t, s.until(t, tt.at).Balance().Equal(got), tt.at)
		}
	})
}

func TestTheZeroStatement(t *testing.T) {
	var zero credit.Statement
	require.True(t, zero.At().IsZero())
	require.True(t, zero.Balance().IsZero())
	require.Empty(t, zero.Lots())
	require.Empty(t, usesOf(zero))
	require.Empty(t, zero.Alerts())
	require.Empty(t, zero.Suspensions())
	require.Empty(t, zero.Lapsing(terms.Always()))
	require.Empty(t, zero.Deadlines())
	require.Empty(t, entriesOf(zero))
	require.Empty(t, zero.Allocations("u"))
	_, ok := zero.Lot("L1")
	require.False(t, ok)
	_, ok = zero.Use("u")
	require.False(t, ok)
	_, ok = zero.Suspended()
	require.False(t, ok)
	_, ok = zero.Next()
	require.False(t, ok)

	_, err := zero.Explain("u")
	require.ErrorIs(t, err, credit.ErrUnknown)
	_, err = zero.BalanceAt(at("2023-01-01"))
	require.ErrorIs(t, err, credit.ErrUnknown)
	balance, err := zero.BalanceAt(time.Time{})
	require.NoError(t, err)
	require.True(t, balance.IsZero())
	_, err = zero.Forecast(credit.Outlook{Rate: credit.Rate{Amount: usd("1"), Days: 1}, Units: credit.DefaultUnits()})
	require.ErrorIs(t, err, credit.ErrForecast)
	_, err = zero.RecentRate(30)
	require.ErrorIs(t, err, credit.ErrForecast)

	require.True(t, zero.Equal(credit.Statement{}))
	require.False(t, zero.Equal(story{}.until(t, "2023-01-01")))
	require.False(t, story{}.until(t, "2023-01-01").Equal(zero))
}

func TestAStatementOfNothing(t *testing.T) {
	statement := story{}.until(t, "2023-01-01")
	require.Equal(t, at("2023-01-01"), statement.At())
	require.True(t, statement.Balance().IsZero(), "a ledger without amounts has no currency")
	require.Empty(t, statement.Lots())
	require.Empty(t, statement.Alerts())
	require.Empty(t, statement.Suspensions())
	require.True(t, statement.Equal(story{}.until(t, "2023-01-01")))
	require.False(t, statement.Equal(story{}.until(t, "2023-01-02")))
}

func TestLinesAboutLedgersAndStatements(t *testing.T) {
	s := busy()
	require.Equal(t, "ledger of 5 lots and 5 events in USD", s.ledger(t).String())
	require.Equal(t, "ledger of 0 lots and 0 events in no currency", credit.Ledger{}.String())
	require.Equal(t, "statement at 2023-06-01T00:00:00Z: 99.00 USD left, lots that hold it: 1", s.until(t, "2023-06-01").String())
	require.Equal(t, "statement at 2023-06-01T00:00:00Z: nothing left, lots that hold it: 0", story{}.until(t, "2023-06-01").String())
	require.Equal(t, "no statement", credit.Statement{}.String())
}

func TestTheLedgerOfAStatement(t *testing.T) {
	ledger := busy().ledger(t)
	statement, err := ledger.Replay(at("2023-02-15"))
	require.NoError(t, err)
	require.Equal(t, ids(ledger.Events()), ids(statement.Ledger().Events()), "with the events after the statement's instant")
	later, err := statement.Ledger().Replay(at("2023-06-01"))
	require.NoError(t, err)
	require.True(t, later.Equal(busy().until(t, "2023-06-01")))
	require.Empty(t, credit.Statement{}.Ledger().Lots())
}

func TestAStatementIsSafeForManyGoroutines(t *testing.T) {
	ledger := busy().ledger(t)
	statement, err := ledger.Replay(at("2023-06-01"))
	require.NoError(t, err)
	want := lotsOf(statement)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			again, err := ledger.Replay(at("2023-06-01"))
			if err != nil || !again.Equal(statement) {
				t.Errorf("a replay beside others differs: %v", err)
			}
			if got := lotsOf(statement); len(got) != len(want) {
				t.Errorf("the lots are %v", got)
			}
			_ = statement.Deadlines()
			if _, err := statement.Explain("u1"); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
}
