package credit_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/licensing"
)

// ids gives the ids of lots or events, in order.
func ids[T credit.Lot | credit.Event](list []T) []string {
	texts := []string{}
	for _, one := range list {
		switch one := any(one).(type) {
		case credit.Lot:
			texts = append(texts, string(one.ID))
		case credit.Event:
			texts = append(texts, string(one.ID))
		}
	}
	return texts
}

func TestALedgerIsInOrder(t *testing.T) {
	ledger := story{
		lots: lots{token("L3", "10 USD", "2023-03-01"), token("L1", "10 USD", "2023-02-01"), token("L2", "10 USD", "2023-01-01")},
		events: events{
			giveBack("a", "2023-05-01", "z", "1 USD"), forfeit("y", "2023-05-01"), use("z", "2023-05-01", "1 USD"),
			use("c", "2023-04-01", "1 USD"), use("b", "2023-04-01", "1 USD"), use("d", "2023-04-01T00:00:00.000000001Z", "1 USD"),
		},
	}.ledger(t)
	require.Equal(t, []string{"L2", "L1", "L3"}, ids(ledger.Lots()), "lots by activation")
	require.Equal(t, []string{"b", "c", "d", "y", "z", "a"}, ids(ledger.Events()), "events by instant, kind and id")

	t.Run("what is got is a copy", func(t *testing.T) {
		ledger.Lots()[0].ID, ledger.Events()[0].ID = "changed", "changed"
		require.Equal(t, []string{"L2", "L1", "L3"}, ids(ledger.Lots()))
		require.Equal(t, []string{"b", "c", "d", "y", "z", "a"}, ids(ledger.Events()))
	})
	t.Run("what is given is copied", func(t *testing.T) {
		givenLots, givenEvents := lots{token("L1", "10 USD", "2023-02-01")}, events{use("u", "2023-04-01", "1 USD")}
		ledger, err := credit.New(credit.AzureInOpen(), givenLots, givenEvents)
		require.NoError(t, err)
		givenLots[0].ID, givenEvents[0].ID = "changed", "changed"
		require.Equal(t, []string{"L1"}, ids(ledger.Lots()))
		require.Equal(t, []string{"u"}, ids(ledger.Events()))
	})
	t.Run("instants are in UTC", func(t *testing.T) {
		ledger := story{
			lots:   lots{token("L1", "10 USD", "2023-02-01T01:00:00+01:00", "2023-03-01T01:00:00+01:00")},
			events: events{known(use("u", "2023-02-02T01:00:00+01:00", "1 USD"), "2023-02-03T01:00:00+01:00")},
		}.ledger(t)
		require.Equal(t, at("2023-02-01"), ledger.Lots()[0].Activated)
		require.Equal(t, at("2023-03-01"), ledger.Lots()[0].Expires)
		require.Equal(t, at("2023-02-02"), ledger.Events()[0].At)
		require.Equal(t, at("2023-02-03"), ledger.Events()[0].Known)
	})
}

func TestTheZeroLedgerIsEmpty(t *testing.T) {
	var zero credit.Ledger
	require.Empty(t, zero.Lots())
	require.Empty(t, zero.Events())
	require.True(t, zero.Currency().IsZero())
	require.True(t, zero.Policy().Equal(credit.Policy{}))

	statement, err := zero.Replay(at("2023-01-01"))
	require.NoError(t, err)
	requireConserved(t, statement)
	require.True(t, statement.Balance().IsZero())

	same, err := zero.AsKnown(at("2023-01-01"))
	require.NoError(t, err)
	require.Empty(t, same.Lots())

	larger, err := zero.WithLots(token("L1", "10 USD", "2023-01-01"))
	require.NoError(t, err)
	larger, err = larger.With(use("u", "2023-01-02", "4 USD"))
	require.NoError(t, err)
	require.True(t, larger.Policy().Equal(credit.AzureInOpen()))
	require.Equal(t, terms.USD, larger.Currency())
	statement, err = larger.Replay(at("2023-01-02"))
	require.NoError(t, err)
	require.Equal(t, "6.00", bare(statement.Balance()))
	require.Empty(t, zero.Lots(), "and is still empty")
}

func TestWithLeavesTheLedgerAsItWas(t *testing.T) {
	ledger := story{
		lots: lots{token("L1", "10 USD", "2023-01-01")}, events: events{use("u", "2023-01-02", "4 USD")},
	}.ledger(t)
	larger, err := ledger.With(use("v", "2023-01-01", "1 USD"), use("w", "2023-01-03", "1 USD"))
	require.NoError(t, err)
	require.Equal(t, []string{"v", "u", "w"}, ids(larger.Events()))
	larger, err = larger.WithLots(token("L0", "10 USD", "2022-12-01"))
	require.NoError(t, err)
	require.Equal(t, []string{"L0", "L1"}, ids(larger.Lots()))
	require.Equal(t, []string{"u"}, ids(ledger.Events()))
	require.Equal(t, []string{"L1"}, ids(ledger.Lots()))

	for name, again := range map[string]func() (credit.Ledger, error){
		"no event": func() (credit.Ledger, error) { return ledger.With() },
		"no lot":   func() (credit.Ledger, error) { return ledger.WithLots() },
		"an event it has": func() (credit.Ledger, error) {
			return ledger.With(use("u", "2023-01-02", "4.00 USD"))
		},
		"a lot it has": func() (credit.Ledger, error) { return ledger.WithLots(token("L1", "10.00 USD", "2023-01-01")) },
	} {
		same, err := again()
		require.NoError(t, err, name)
		require.Equal(t, []string{"u"}, ids(same.Events()), name)
		require.Equal(t, []string{"L1"}, ids(same.Lots()), name)
	}

	for name, fails := range map[string]func() (credit.Ledger, error){
		"another content of an event": func() (credit.Ledger, error) { return ledger.With(use("u", "2023-01-02", "5 USD")) },
		"another content of a lot":    func() (credit.Ledger, error) { return ledger.WithLots(token("L1", "11 USD", "2023-01-01")) },
	} {
		got, err := fails()
		require.ErrorIs(t, err, credit.ErrConflict, name)
		require.Empty(t, got.Lots(), name)
		require.Equal(t, []string{"u"}, ids(ledger.Events()), name)
	}
}

func TestIdsMakeFactsIdempotent(t *testing.T) {
	l, u := token("L1", "10 USD", "2023-01-01"), use("u", "2023-01-02", "4 USD")
	tests := []struct {
		name   string
		lots   lots
		events events
		want   error
	}{
		{"a lot twice", lots{l, l}, nil, nil},
		{"an event twice", lots{l}, events{u, u}, nil},
		{"an event a hundred times", lots{l}, events{u, u, u, u, u, u, u, u, u, u}, nil},
		{"a lot in another notation", lots{l, token("L1", "10.000 USD", "2023-01-01T01:00:00+01:00")}, nil, nil},
		{"a lot with another amount", lots{l, token("L1", "10.01 USD", "2023-01-01")}, nil, credit.ErrConflict},
		{"a lot with its own expiry spelt out", lots{l, token("L1", "10 USD", "2023-01-01", "2024-01-01")}, nil, credit.ErrConflict},
		{"an event with another amount", lots{l}, events{u, use("u", "2023-01-02", "4.01 USD")}, credit.ErrConflict},
		{"an event with its instant instead of its day", lots{l}, events{u, use("u", "2023-01-02T00:00:00Z", "4 USD")}, credit.ErrConflict},
		{"an event of another kind", lots{l}, events{u, forfeit("u", "2023-01-02")}, credit.ErrConflict},
		{"a lot and an event may share an id", lots{l}, events{use("L1", "2023-01-02", "4 USD")}, nil},
		{"ids differ by case", lots{l, token("l1", "5 USD", "2023-01-01")}, nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ledger, err := story{lots: tt.lots, events: tt.events}.make()
			if tt.want != nil {
				require.ErrorIs(t, err, tt.want)
				return
			}
			require.NoError(t, err)
			statement, err := ledger.Replay(at("2023-01-03"))
			require.NoError(t, err)
			if len(tt.events) > 0 {
				require.Equal(t, "6.00", bare(statement.Balance()), "10 - 4 = 6, once")
			}
		})
	}
}

func TestTheEarlierKnowledgeWins(t *testing.T) {
	early, late, never := at("2023-02-01"), at("2023-03-01"), time.Time{}
	tests := []struct {
		name                string
		first, second, want time.Time
	}{
		{"early then late", early, late, early},
		{"late then early", late, early, early},
		{"the same", early, early, early},
		{"known all along, then late", never, late, never},
		{"late, then known all along", late, never, never},
		{"known all along twice", never, never, never},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, u := token("L1", "10 USD", "2023-01-01"), use("u", "2023-01-02", "4 USD")
			l.Known, u.Known = tt.first, tt.first
			ledger := story{lots: lots{l}, events: events{u}}.ledger(t)
			l.Known, u.Known = tt.second, tt.second
			ledger, err := ledger.With(u)
			require.NoError(t, err)
			ledger, err = ledger.WithLots(l)
			require.NoError(t, err)
			require.Equal(t, tt.want, ledger.Lots()[0].Known)
			require.Equal(t, tt.want, ledger.Events()[0].Known)
		})
	}
}

func TestOneAmountInTwoNotationsLeavesNoTrace(t *testing.T) {
	short, long := token("L1", "10 USD", "2023-01-01"), token("L1", "10.000 USD", "2023-01-01")
	few, many := use("u", "2023-01-02", "4 USD"), use("u", "2023-01-02", "4.0000 USD")
	want, err := json.Marshal(story{lots: lots{short, long}, events: events{few, many}}.ledger(t))
	require.NoError(t, err)
	got, err := json.Marshal(story{lots: lots{long, short}, events: events{many, few}}.ledger(t))
	require.NoError(t, err)
	require.Equal(t, string(want), string(got), "whichever came first")
}

func TestKnownIsAnInstant(t *testing.T) {
	tests := []struct {
		name, known string
		fails       bool
	}{
		{"in 1899", "1899-12-31T23:59:59.999999999Z", true},
		{"as 1900 begins", "1900-01-01", false},
		{"as 2199 ends", "2199-12-31T23:59:59.999999999Z", false},
		{"in 2200", "2200-01-01", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, u := token("L1", "10 USD", "2023-01-01"), use("u", "2023-01-02", "4 USD")
			lateLot, lateUse := l, known(u, tt.known)
			lateLot.Known = at(tt.known)
			for _, s := range []story{
				{lots: lots{lateLot}}, {lots: lots{l, lateLot}}, {events: events{lateUse}}, {events: events{u, lateUse}},
			} {
				_, err := s.make()
				if tt.fails {
					require.ErrorIs(t, err, credit.ErrInstant)
				} else {
					require.NoError(t, err)
				}
			}
		})
	}
}

func TestALedgerAsKnown(t *testing.T) {
	late := token("L2", "10 USD", "2023-01-01")
	late.Known = at("2023-03-01")
	ledger := story{
		lots: lots{token("L1", "10 USD", "2023-01-01"), late},
		events: events{
			use("always", "2023-01-02", "1 USD"),
			known(use("late", "2023-01-03", "2 USD"), "2023-04-01"),
			giveBack("back", "2023-01-04", "late", "1 USD"), // known all along, of a use that was not
			forfeit("given up", "2023-06-01", "L2"),         // of a lot not known at first
			known(giveBack("refund", "2023-01-05", "always", "1 USD"), "2023-05-01"),
		},
	}.ledger(t)
	tests := []struct {
		name, at string
		lots     []string
		events   []string
	}{
		{"long before", "1990-01-01", []string{"L1"}, []string{"always"}},
		{"a nanosecond before a lot became known", "2023-02-28T23:59:59.999999999Z", []string{"L1"}, []string{"always"}},
		{"as a lot became known, and what refers to it", "2023-03-01", []string{"L1", "L2"}, []string{"always", "given up"}},
		{"a nanosecond after a lot became known", "2023-03-01T00:00:00.000000001Z", []string{"L1", "L2"}, []string{"always", "given up"}},
		{"a nanosecond before a use became known", "2023-03-31T23:59:59.999999999Z", []string{"L1", "L2"}, []string{"always", "given up"}},
		{"as a use became known, and what refers to it", "2023-04-01", []string{"L1", "L2"}, []string{"always", "late", "back", "given up"}},
		{"a nanosecond before a return became known", "2023-04-30T23:59:59.999999999Z", []string{"L1", "L2"}, []string{"always", "late", "back", "given up"}},
		{"as all was known", "2023-05-01", []string{"L1", "L2"}, []string{"always", "late", "back", "refund", "given up"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			then, err := ledger.AsKnown(at(tt.at))
			require.NoError(t, err)
			require.Equal(t, tt.lots, ids(then.Lots()))
			require.Equal(t, tt.events, ids(then.Events()))
			require.True(t, then.Policy().Equal(ledger.Policy()))
		})
	}
	t.Run("what was known may make no ledger", func(t *testing.T) {
		activates, adds := token("L1", "10 USD", "2023-01-01"), token("L2", "10 USD", "2023-02-01")
		activates.Redeemed, activates.Known, adds.Redeemed = licensing.ActivatesSubscription, at("2023-05-01"), licensing.AddsCredit
		ledger := story{lots: lots{activates, adds}}.ledger(t)
		_, err := ledger.AsKnown(at("2023-04-01"))
		require.ErrorIs(t, err, credit.ErrRedemption)
	})
	t.Run("facts count where they belong, whenever they became known", func(t *testing.T) {
		timely := story{lots: lots{token("L1", "10 USD", "2023-01-01")}, events: events{use("u", "2023-01-02", "4 USD"), use("v", "2023-01-03", "5 USD")}}
		tardy := timely
		tardy.events = events{timely.events[1], known(timely.events[0], "2024-06-01")}
		require.True(t, timely.until(t, "2023-02-01").Equal(tardy.until(t, "2023-02-01")))
	})
}

func TestALedgerHasOneCurrency(t *testing.T) {
	dollars, euros := token("L1", "10 USD", "2023-01-01"), token("L2", "10 EUR", "2023-01-01")
	tests := []struct {
		name string
		story
		text string
	}{
		{"two lots", story{lots: lots{dollars, euros}}, `(lot "L2")`},
		{"a lot and a use", story{lots: lots{dollars}, events: events{use("u", "2023-01-02", "1 EUR")}}, `(event "u")`},
		{"two uses", story{events: events{use("u", "2023-01-02", "1 EUR"), use("v", "2023-01-02", "1 USD")}}, `(event "v")`},
		{"a use of nothing", story{lots: lots{dollars}, events: events{use("u", "2023-01-02", "0 EUR")}}, `(event "u")`},
		{"a use and its return", story{lots: lots{dollars}, events: events{use("u", "2023-01-02", "1 USD"), giveBack("r", "2023-01-03", "u", "1 EUR")}}, `(event "r")`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := tt.make()
			require.ErrorIs(t, err, credit.ErrCurrency)
			for _, want := range []string{"USD", "EUR", tt.text} {
				require.ErrorContains(t, err, want)
			}
		})
	}

	for name, s := range map[string]story{
		"of its lots":   {lots: lots{euros}},
		"of its events": {events: events{forfeit("f", "2023-01-01"), use("u", "2023-01-02", "0 EUR")}},
		"of its alerts": {policy: policy(alert("a", "10 EUR"))},
	} {
		require.Equal(t, terms.EUR, s.ledger(t).Currency(), name)
	}
	require.True(t, story{events: events{forfeit("f", "2023-01-01")}}.ledger(t).Currency().IsZero(), "of nothing")
}

func TestTheSumOfALedgerIsLimited(t *testing.T) {
	const most, unit = "99999999999999999999.999999999999999999 USD", "0.000000000000000001 USD"
	nearly := "99999999999999999999.999999999999999998 USD"
	tests := []struct {
		name string
		story
		fault string
	}{
		{"one lot of the most", story{lots: lots{token("L1", most, "2023-01-01")}}, ""},
		{"a lot and a unit in another", story{lots: lots{token("L1", nearly, "2023-01-01"), token("L2", unit, "2023-01-02")}}, ""},
		{"a unit too much in a lot", story{lots: lots{token("L1", most, "2023-01-01"), token("L2", unit, "2023-01-02")}}, `(lot "L2")`},
		{"a lot and a unit in a use", story{lots: lots{token("L1", nearly, "2023-01-01")}, events: events{use("u", "2023-01-02", unit)}}, ""},
		{"a unit too much in a use", story{lots: lots{token("L1", most, "2023-01-01")}, events: events{use("u", "2023-01-02", unit)}}, `(event "u")`},
		{"the most in two lots", story{lots: lots{token("L1", most, "2023-01-01"), token("L2", most, "2023-01-02")}}, `(lot "L2")`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ledger, err := tt.make()
			if tt.fault != "" {
				require.ErrorIs(t, err, credit.ErrAmount)
				require.ErrorContains(t, err, "adds up to 10^20 or more "+tt.fault)
				return
			}
			require.NoError(t, err)
			statement, err := ledger.Replay(at("2023-06-01"))
			require.NoError(t, err)
			requireConserved(t, statement)
		})
	}
}

func TestBulkCreditStandsAlone(t *testing.T) {
	bulk := lot(credit.BulkBenefit, "B1", "6000 USD", "2023-01-01")
	next := lot(credit.BulkBenefit, "B2", "6000 USD", "2024-01-01")
	require.NoError(t, story{lots: lots{bulk, next}}.fault("2023-02-01"), "one year after the other")
	for _, other := range []credit.Lot{
		token("L1", "10 USD", "2023-01-01"),
		lot(credit.TopUp, "L1", "10 USD", "2023-01-01"),
		lot(credit.MonthlyBenefit, "L1", "10 USD", "2023-01-01"),
		token("L1", "10 USD", "2030-01-01"), // also years apart
	} {
		err := story{lots: lots{bulk, other}}.fault("2023-02-01")
		require.ErrorIs(t, err, credit.ErrNotCombinable)
		require.ErrorContains(t, err, fmt.Sprintf(`a %s beside lot "B1" (MPN-06) (lot "L1")`, other.Kind))
	}
	require.NoError(t, story{lots: lots{
		token("L1", "10 USD", "2023-01-01"), lot(credit.TopUp, "L2", "10 USD", "2023-01-01"),
		lot(credit.MonthlyBenefit, "L3", "10 USD", "2023-01-01"),
	}}.fault("2023-02-01"), "everything else goes together")
}

func TestHowKeysAreRedeemed(t *testing.T) {
	redeemed := func(r licensing.Redemption, id, activated string) credit.Lot {
		l := token(id, "10 USD", activated)
		l.Redeemed = r
		return l
	}
	const activates, adds, open = licensing.ActivatesSubscription, licensing.AddsCredit, licensing.Redemption(0)
	tests := []struct {
		name string
		lots lots
		want string
	}{
		{"one key that activates the subscription", lots{redeemed(activates, "L1", "2023-01-01")}, ""},
		{"one key of which it is not said", lots{redeemed(open, "L1", "2023-01-01")}, ""},
		{"one key that adds to nothing", lots{redeemed(adds, "L1", "2023-01-01")}, `there is no subscription yet to add credit to (lot "L1")`},
		{"a key adds after another has activated", lots{redeemed(activates, "L1", "2023-01-01"), redeemed(adds, "L2", "2023-02-01")}, ""},
		{"a key adds a nanosecond after", lots{redeemed(activates, "L1", "2023-01-01"), redeemed(adds, "L2", "2023-01-01T00:00:00.000000001Z")}, ""},
		{"a key adds at the same instant", lots{redeemed(activates, "L1", "2023-01-01"), redeemed(adds, "L2", "2023-01-01")}, ""},
		{"a key adds a nanosecond before", lots{redeemed(activates, "L1", "2023-01-01T00:00:00.000000001Z"), redeemed(adds, "L2", "2023-01-01")}, `there is no subscription yet to add credit to (lot "L2")`},
		{"a key adds to what an unnamed one began", lots{redeemed(open, "L1", "2023-01-01"), redeemed(adds, "L2", "2023-02-01")}, ""},
		{"a key adds to what a top-up began", lots{lot(credit.TopUp, "L1", "5 USD", "2023-01-01"), redeemed(adds, "L2", "2023-02-01")}, ""},
		{"two tokens of one key activate together", lots{redeemed(activates, "L1", "2023-01-01"), redeemed(activates, "L2", "2023-01-01")}, ""},
		{"a second key activates what is active already", lots{redeemed(activates, "L1", "2023-01-01"), redeemed(activates, "L2", "2023-02-01")}, `the subscription has been active since 2023-01-01T00:00:00Z; its key adds credit (lot "L2")`},
		{"a key activates after an unnamed one", lots{redeemed(open, "L1", "2023-01-01"), redeemed(activates, "L2", "2023-02-01")}, `(lot "L2")`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, p := range []credit.Policy{policy(), policy(credit.FirstToExpire)} {
				err := story{policy: p, lots: tt.lots}.fault("2023-06-01")
				if tt.want == "" {
					require.NoError(t, err)
					continue
				}
				require.ErrorIs(t, err, credit.ErrRedemption)
				require.ErrorContains(t, err, tt.want)
			}
		})
	}
}

func TestAllFaultsAreReportedTogether(t *testing.T) {
	_, err := credit.New(credit.AzureInOpen(), lots{
		token("", "10 USD", "2023-01-01"),
		token("L1", "10 USD", "2023-01-01"), token("L1", "11 USD", "2023-01-01"),
		token("L2", "10 EUR", "2023-01-01"),
		{ID: "\x00", Amount: usd("-1")},
	}, events{
		use("u", "2023-01-02", "-1 USD"),
		{ID: "v"},
		use("w", "2200-01-02", "1 USD"),
	})
	for _, want := range []error{
		credit.ErrID, credit.ErrConflict, credit.ErrCurrency, credit.ErrNotGiven, credit.ErrAmount, credit.ErrInstant,
	} {
		require.ErrorIs(t, err, want)
	}
	for _, want := range []string{`(lot "")`, `(lot "L1")`, `(lot "L2")`, `(lot "\x00")`, `(event "u")`, `(event "v")`, `(event "w")`} {
		require.ErrorContains(t, err, want)
	}

	t.Run("references and sums are looked at once everything else holds", func(t *testing.T) {
		err := story{events: events{
			giveBack("r", "2023-01-02", "x", "1 USD"), forfeit("f", "2023-01-02", "L9"), transfer("t", "2023-01-02", "L9", "bob"),
		}}.fault("2023-02-01")
		require.ErrorIs(t, err, credit.ErrReference)
		for _, want := range []string{`a return of "x", which is no use here (event "r")`, `lot "L9" is not here (event "f")`, `lot "L9" is not here (event "t")`} {
			require.ErrorContains(t, err, want)
		}
	})
	t.Run("a replay reports all it finds too", func(t *testing.T) {
		err := story{lots: lots{token("L1", "10 USD", "2023-01-01")}, events: events{
			use("u", "2023-01-02", "10 USD"), giveBack("r", "2023-01-03", "u", "11 USD"), forfeit("f", "2023-01-04", "L1"),
		}}.fault("2023-02-01")
		require.ErrorIs(t, err, credit.ErrReturn)
		require.ErrorIs(t, err, credit.ErrForfeit)
	})
}

func TestFaultsAreCappedAtAHundred(t *testing.T) {
	for _, tt := range []struct {
		faults int
		more   string
	}{
		{1, ""}, {99, ""}, {100, ""}, {101, "credit: and 1 more"}, {1000, "credit: and 900 more"},
	} {
		t.Run(fmt.Sprintf("%d faults", tt.faults), func(t *testing.T) {
			_, err := credit.New(credit.AzureInOpen(), nil, make(events, tt.faults))
			require.ErrorIs(t, err, credit.ErrID)
			var all *credit.InputError
			require.ErrorAs(t, err, &all)
			require.Len(t, all.Faults, min(tt.faults, 100))
			require.Equal(t, max(tt.faults-100, 0), all.More)
			for _, one := range all.Faults {
				var fault *credit.EventError
				require.ErrorAs(t, one, &fault)
			}
			if tt.more == "" {
				require.NotContains(t, err.Error(), "more")
			} else {
				require.ErrorContains(t, err, tt.more)
			}
		})
	}
}

func TestErrorsNameWhatIsAtFault(t *testing.T) {
	lotFault := &credit.LotError{Lot: "L1", Err: credit.ErrAmount}
	require.EqualError(t, lotFault, credit.ErrAmount.Error()+` (lot "L1")`)
	require.Equal(t, credit.ErrAmount, lotFault.Unwrap())
	eventFault := &credit.EventError{Event: "u", Err: credit.ErrReturn}
	require.EqualError(t, eventFault, credit.ErrReturn.Error()+` (event "u")`)
	require.Equal(t, credit.ErrReturn, eventFault.Unwrap())
	policyFault := &credit.PolicyError{Field: "shortfall", Err: credit.ErrPolicy}
	require.EqualError(t, policyFault, credit.ErrPolicy.Error())
	require.Equal(t, credit.ErrPolicy, policyFault.Unwrap())
	all := &credit.InputError{Faults: []error{policyFault, lotFault, eventFault}, More: 7}
	require.EqualError(t, all, strings.Join([]string{policyFault.Error(), lotFault.Error(), eventFault.Error(), "credit: and 7 more"}, "\n"))
	require.Equal(t, all.Faults, all.Unwrap())
}

func TestLedgerJSON(t *testing.T) {
	s := story{
		policy(credit.CarryDebt, alert("half", "50 USD")),
		lots{token("L2", "20 USD", "2023-02-01"), token("L1", "100 USD", "2023-01-15T10:30:00.5Z")},
		events{
			known(use("u", "2023-03-01", "110 USD"), "2023-04-01"), giveBack("r", "2023-03-02", "u", "5 USD"),
			forfeit("f", "2023-05-01", "L1"), charged(credit.SupportPlan, "s", "2023-02-01T12:00:00Z", "3 USD"),
		},
	}
	ledger := s.ledger(t)
	text, err := json.Marshal(ledger)
	require.NoError(t, err)
	var back credit.Ledger
	require.NoError(t, terms.Decode(strings.NewReader(string(text)), &back))
	again, err := json.Marshal(back)
	require.NoError(t, err)
	require.Equal(t, string(text), string(again))
	require.True(t, back.Policy().Equal(ledger.Policy()))
	require.Equal(t, ids(ledger.Lots()), ids(back.Lots()))
	require.True(t, ledger.Events()[2].Known.Equal(back.Events()[2].Known))

	t.Run("in whatever order it was given", func(t *testing.T) {
		s.lots, s.events = lots{s.lots[1], s.lots[0]}, events{s.events[3], s.events[1], s.events[0], s.events[2]}
		other, err := json.Marshal(s.ledger(t))
		require.NoError(t, err)
		require.Equal(t, string(text), string(other))
	})
	t.Run("its shape", func(t *testing.T) {
		text, err := json.Marshal(story{lots: lots{token("a<b", "1 USD", "2023-01-01")}}.ledger(t))
		require.NoError(t, err)
		var shape map[string]json.RawMessage
		require.NoError(t, json.Unmarshal(text, &shape))
		require.Len(t, shape, 3)
		require.JSONEq(t, `[{"id": "a<b", "kind": "token", "amount": {"amount": "1.00", "currency": "USD"}, "activated": "2023-01-01T00:00:00Z"}]`, string(shape["lots"]))
		require.Equal(t, `[]`, string(shape["events"]), "a list without members is a list")
		policyText, err := json.Marshal(credit.AzureInOpen())
		require.NoError(t, err)
		require.Equal(t, string(policyText), string(shape["policy"]))
	})
	t.Run("the zero Ledger is null", func(t *testing.T) {
		var zero credit.Ledger
		text, err := json.Marshal(zero)
		require.NoError(t, err)
		require.Equal(t, "null", string(text))
		for _, decode := range []func() error{
			func() error { return json.Unmarshal(text, &back) },
			func() error { return terms.Decode(strings.NewReader(" null "), &back) },
		} {
			back = ledger
			require.NoError(t, decode())
			require.Empty(t, back.Lots())
		}
	})
	t.Run("an error leaves the ledger as it was", func(t *testing.T) {
		back := ledger
		for _, bad := range []string{
			``, `{`, `[]`, `{"policy": {}}`, `{"lots": []}`, `{"credit": 1}`, string(text) + `1`,
			strings.Replace(string(text), `"L2"`, `"L1"`, 1), strings.Replace(string(text), `"order"`, `"Order"`, 1),
		} {
			require.Error(t, terms.Decode(strings.NewReader(bad), &back), bad)
			require.Equal(t, ids(ledger.Lots()), ids(back.Lots()), bad)
		}
	})
	t.Run("an error says where", func(t *testing.T) {
		err := terms.Decode(strings.NewReader(`{"policy": {"order": "lifo"}}`), &back)
		var fault *terms.DecodeError
		require.ErrorAs(t, err, &fault)
		require.Equal(t, "/policy/order", fault.Path)
	})
}
