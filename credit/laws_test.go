package credit_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

func TestReplayAgreesWithTheOracle(t *testing.T) {
	for _, shortfall := range []credit.Shortfall{credit.Suspend, credit.Refuse, credit.Overage, credit.CarryDebt} {
		t.Run(shortfall.String(), rapid.MakeCheck(func(t *rapid.T) {
			h := historiesUnder(policiesWith(shortfall), scales()).Draw(t, "history")
			o := replayByOracle(h.policy, h.lots, h.events, h.at)
			_, err := h.ledger(t).Replay(h.at)
			require.Equal(t, faultsOf(o), eventErrors(t, err))

			h = h.sound()
			o = replayByOracle(h.policy, h.lots, h.events, h.at)
			require.Equal(t, saidByOracle(o), saidBy(t, h.replay(t, h.at)))
		}))
	}
}

func TestCreditIsNeitherMadeNorLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history").sound()
		s := h.replay(t, h.at)
		moved := movements(s)
		total := nothing()
		for _, l := range s.Lots() {
			granted, used, returned := fraction(l.Granted), fraction(l.Used), fraction(l.Returned)
			lapsed, forfeited, left := fraction(l.Lapsed), fraction(l.Forfeited), fraction(l.Left)
			requireSame(t, granted, sum(used, new(big.Rat).Neg(returned), lapsed, forfeited, left))
			if l.Status != credit.Pending {
				requireSame(t, fraction(l.Amount), granted)
			}
			requireSame(t, granted, minus(nothing(), moved[l.ID][credit.AccountGranted]))
			requireSame(t, minus(used, returned), moved[l.ID][credit.AccountUsed])
			requireSame(t, lapsed, moved[l.ID][credit.AccountLapsed])
			requireSame(t, forfeited, moved[l.ID][credit.AccountForfeited])
			requireSame(t, left, moved[l.ID][credit.AccountAvailable])
			total = plus(total, left)
		}
		requireSame(t, total, fraction(s.Balance()))
		for u := range s.Uses() {
			allocated := nothing()
			for _, a := range u.Allocations {
				allocated = plus(allocated, fraction(a.Amount))
			}
			requireSame(t, allocated, fraction(u.Paid))
			requireSame(t, fraction(u.Amount), plus(fraction(u.Paid), fraction(u.Unpaid)))
		}
	})
}

// movements gives what the entries of a statement bring into each account of each lot.
func movements(s credit.Statement) map[credit.LotID]map[credit.Account]*big.Rat {
	moved := map[credit.LotID]map[credit.Account]*big.Rat{}
	for _, l := range s.Lots() {
		moved[l.ID] = map[credit.Account]*big.Rat{}
		for account := credit.AccountGranted; account <= credit.AccountForfeited; account++ {
			moved[l.ID][account] = nothing()
		}
	}
	for e := range s.Entries() {
		of := moved[e.Lot]
		of[e.From], of[e.To] = minus(of[e.From], fraction(e.Amount)), plus(of[e.To], fraction(e.Amount))
	}
	return moved
}

func TestLotsPayInTheirTimeAndWhatCreditCanPay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history").sound()
		reopened := map[credit.LotID]bool{}
		s := h.replay(t, h.at)
		for e := range s.Entries() {
			require.Equal(t, h.currency(), e.Amount.Currency())
			l, _ := s.Lot(e.Lot)
			ends := oracleEnd(h.policy, l.Lot)
			late := !ends.IsZero() && !e.At.Before(ends)
			switch {
			case e.From == credit.AccountUsed:
				reopened[e.Lot] = reopened[e.Lot] || late && h.policy.LateReturn == credit.Reopen
			case e.To == credit.AccountUsed:
				u, ok := s.Use(e.Event)
				require.True(t, ok)
				require.Equal(t, credit.Consumption, u.Charge, "%s pays for %s", e.Lot, u.Charge)
				require.False(t, e.At.Before(l.Activated), "%s pays at %s", e.Lot, e.At)
				require.False(t, late && !reopened[e.Lot], "%s pays at %s", e.Lot, e.At)
			}
		}
	})
}

func (h history) currency() terms.Currency { return currencyOf(h.policy, h.lots, h.events) }

func TestNoLotPaysBeforeItsTurn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history").sound()
		s := h.replay(t, h.at)
		var ranked []credit.LotID
		held := map[credit.LotID]*big.Rat{}
		for _, l := range s.Lots() {
			ranked, held[l.ID] = append(ranked, l.ID), nothing()
		}
		require.True(t, slices.IsSortedFunc(s.Lots(), h.ranks))
		for e := range s.Entries() {
			if e.To == credit.AccountUsed {
				for _, earlier := range ranked[:slices.Index(ranked, e.Lot)] {
					require.Zero(t, held[earlier].Sign(), "%s pays at %s, and %s has credit", e.Lot, e.At, earlier)
				}
			}
			if e.From == credit.AccountAvailable {
				held[e.Lot] = minus(held[e.Lot], fraction(e.Amount))
			}
			if e.To == credit.AccountAvailable {
				held[e.Lot] = plus(held[e.Lot], fraction(e.Amount))
			}
		}
	})
}

// ranks says which of two lots pays first.
func (h history) ranks(a, b credit.LotState) int {
	o := &oracle{policy: h.policy}
	return o.compareLots(
		&oracleLot{Lot: a.Lot, ends: oracleEnd(h.policy, a.Lot)}, &oracleLot{Lot: b.Lot, ends: oracleEnd(h.policy, b.Lot)})
}

func TestNoMoreComesBackThanWasTaken(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history").sound()
		s := h.replay(t, h.at)
		available, open := map[credit.LotID]*big.Rat{}, map[taken]*big.Rat{}
		for e := range s.Entries() {
			of := taken{h.useBehind(e.Event), e.Lot}
			switch {
			case e.To == credit.AccountUsed:
				open[of] = plus(orNothing(open[of]), fraction(e.Amount))
			case e.From == credit.AccountUsed:
				open[of] = minus(orNothing(open[of]), fraction(e.Amount))
				require.GreaterOrEqual(t, open[of].Sign(), 0, "%v got back more than was taken", of)
			}
			if e.From == credit.AccountAvailable {
				available[e.Lot] = minus(orNothing(available[e.Lot]), fraction(e.Amount))
			} else {
				available[e.Lot] = plus(orNothing(available[e.Lot]), fraction(e.Amount))
			}
			l, _ := s.Lot(e.Lot)
			require.GreaterOrEqual(t, available[e.Lot].Sign(), 0, "%s holds less than nothing", e.Lot)
			require.LessOrEqual(t, available[e.Lot].Cmp(fraction(l.Amount)), 0, "%s holds more than was granted", e.Lot)
		}
		for u := range s.Uses() {
			require.LessOrEqual(t, fraction(u.Returned).Cmp(fraction(u.Paid)), 0, "%s of %s was returned", u.Returned, u.Paid)
			require.LessOrEqual(t, fraction(u.WrittenOff).Cmp(fraction(u.Unpaid)), 0, "%s of %s was written off", u.WrittenOff, u.Unpaid)
		}
	})
}

// taken names what one use took from one lot.
type taken struct {
	use credit.EventID
	lot credit.LotID
}

// useBehind gives the use that an event is, or returns.
func (h history) useBehind(id credit.EventID) credit.EventID {
	for _, e := range h.events {
		if e.ID == id && e.Kind == credit.Return {
			return e.Of
		}
	}
	return id
}

func TestTheOrderAndTheRepetitionOfFactsChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history").sound()
		retold := h.retold(t)
		require.Equal(t, toJSON(t, h.ledger(t)), toJSON(t, retold.ledger(t)))
		require.Equal(t, toJSON(t, h.replay(t, h.at)), toJSON(t, retold.replay(t, h.at)))
	})
}

// retold gives the same facts in another order, some of them twice, in another zone or known later the second time.
func (h history) retold(t *rapid.T) history {
	zone := time.FixedZone("elsewhere", 5*60*60+45*60)
	for _, l := range h.lots {
		if chance(t, "lot again", 2) {
			l.Activated, l.Expires, l.Known = in(l.Activated, zone), in(l.Expires, zone), in(later(t, l.Known), zone)
			h.lots = append(slices.Clip(h.lots), l)
		}
	}
	for _, e := range h.events {
		if chance(t, "event again", 3) {
			e.At, e.Known = in(e.At, zone), in(later(t, e.Known), zone)
			h.events = append(slices.Clip(h.events), e)
		}
	}
	h.lots = rapid.Permutation(h.lots).Draw(t, "lots in another order")
	h.events = rapid.Permutation(h.events).Draw(t, "events in another order")
	return h
}

// later gives an instant at which what has long been known becomes known again.
func later(t *rapid.T, known time.Time) time.Time {
	if !chance(t, "known again later", 2) {
		return known
	}
	if known.IsZero() {
		return time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return known.Add(1)
}

// in gives an instant in a zone, and one that is not given as it is.
func in(instant time.Time, zone *time.Location) time.Time {
	if instant.IsZero() {
		return instant
	}
	return instant.In(zone)
}

func TestAmountsWrittenWithMoreZerosAreTheSameFacts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history").sound()
		again := h.amountsBy(func(m terms.Money) terms.Money { return withZeros(t, m) })
		h.lots = slices.Concat(h.lots, again.lots)
		h.events = slices.Concat(h.events, again.events)
		retold := h.retold(t)
		require.Equal(t, toJSON(t, h.replay(t, h.at)), toJSON(t, retold.replay(t, h.at)))
		require.Equal(t, toJSON(t, h.ledger(t)), toJSON(t, retold.ledger(t)))
	})
}

// withZeros gives the same amount with more zeros at its end, if there is room for them.
func withZeros(t *rapid.T, m terms.Money) terms.Money {
	zeros := rapid.Int32Range(0, 4).Draw(t, "zeros")
	coefficient := new(big.Int).Mul(m.Amount().Coefficient(), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(zeros)), nil))
	longer, err := terms.NewMoney(decimal.NewFromBigInt(coefficient, m.Amount().Exponent()-zeros), m.Currency())
	if err != nil {
		return m
	}
	return longer
}

// amountsBy gives the history with every amount there is changed in one way.
func (h history) amountsBy(change func(terms.Money) terms.Money) history {
	h.lots, h.events, h.policy.Alerts = slices.Clone(h.lots), slices.Clone(h.events), slices.Clone(h.policy.Alerts)
	for i := range h.lots {
		h.lots[i].Amount = change(h.lots[i].Amount)
	}
	for i := range h.events {
		if !h.events[i].Amount.IsZero() {
			h.events[i].Amount = change(h.events[i].Amount)
		}
	}
	for i := range h.policy.Alerts {
		h.policy.Alerts[i].Amount = change(h.policy.Alerts[i].Amount)
	}
	return h
}

// An overlay of the term says of some lots what their own expiry could say as well.
func TestATermOfAnOverlayIsAnExpiryOfTheLots(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history")
		first := terms.MustParseDay(oneOf(t, "contract from", remarkable...)).AddMonths(12 * oneOf(t, "years", 0, 0, -56, 112))
		months := oneOf(t, "months", 1, 6, 13, 18)
		value, err := licensing.Months(months).MarshalText()
		require.NoError(t, err)
		ours, err := credit.Published().With(rules.Overlay{Owner: "a test", Reason: "a law", Figures: []rules.Figure{{
			Timeline: "credit.term", Span: terms.SpanFrom(first), Value: fmt.Appendf(nil, "%q", value),
		}}})
		require.NoError(t, err)

		explicit := h
		explicit.lots = slices.Clone(h.lots)
		for i := range explicit.lots {
			l := &explicit.lots[i]
			asToken := l.Kind == credit.Token || l.Kind == credit.TopUp && h.policy.TopUpTerm == credit.TopUpAsToken
			if asToken && l.Expires.IsZero() && !l.Activated.Before(first.Start()) {
				l.Expires = oracleTermEnd(h.policy, *l, months)
			}
		}
		explicit = explicit.sound()
		ledger, err := ours.New(h.policy, h.lots, explicit.events)
		require.NoError(t, err)
		s, err := ledger.Replay(h.at)
		require.NoError(t, err)
		require.Equal(t, withoutTerms(t, explicit.replay(t, h.at)), withoutTerms(t, s))
	})
}

// withoutTerms gives what a statement says, but not why its lots end when they do.
func withoutTerms(t require.TestingT, s credit.Statement) []string {
	var lines []string
	for _, l := range s.Lots() {
		l.Expires, l.Origin = time.Time{}, rules.Origin{}
		lines = append(lines, line("lot", l))
	}
	for use := range s.Uses() {
		explanation, err := s.Explain(use.ID)
		require.NoError(t, err)
		lines = append(lines, line("use", use))
		for _, v := range explanation.Lots {
			v.Origin = rules.Origin{}
			lines = append(lines, line("verdict", v))
		}
	}
	for _, a := range s.Alerts() {
		a.Origin = rules.Origin{}
		lines = append(lines, line("alert", a))
	}
	for _, l := range s.Lapsing(terms.Always()) {
		l.Origin = rules.Origin{}
		lines = append(lines, line("lapse", l))
	}
	for _, d := range s.Deadlines() {
		d.Origin = rules.Origin{}
		lines = append(lines, line("deadline", d))
	}
	return slices.Concat(lines, linesOf("entry", slices.Collect(s.Entries())), linesOf("suspension", s.Suspensions()))
}

func TestWhenFactsBecameKnownChangesNoStatement(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history").sound()
		g := &generator{t: t}
		late := h
		late.lots, late.events = slices.Clone(h.lots), slices.Clone(h.events)
		for i := range late.lots {
			late.lots[i].Known = g.known()
		}
		for i := range late.events {
			late.events[i].Known = g.known()
		}
		require.Equal(t, toJSON(t, h.replay(t, h.at)), toJSON(t, late.replay(t, h.at)))
	})
}

func TestOneIDForTwoContentsIsAConflict(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history").sound()
		ledger := h.ledger(t)
		before := toJSON(t, ledger)
		if len(h.events) > 0 {
			e := rapid.SampledFrom(h.events).Draw(t, "event")
			_, err := ledger.With(changed(t, e))
			var fault *credit.EventError
			require.ErrorIs(t, err, credit.ErrConflict)
			require.ErrorAs(t, err, &fault)
			require.Equal(t, e.ID, fault.Event)
			same, err := ledger.With(e)
			require.NoError(t, err)
			require.Equal(t, before, toJSON(t, same))
		}
		if len(h.lots) > 0 {
			l := rapid.SampledFrom(h.lots).Draw(t, "lot")
			l.Activated, l.Expires = l.Activated.Add(-1), time.Time{}
			_, err := ledger.WithLots(l)
			require.ErrorIs(t, err, credit.ErrConflict)
		}
		require.Equal(t, before, toJSON(t, ledger))
		require.Equal(t, toJSON(t, h.replay(t, h.at)), replayedJSON(t, ledger, h.at))
	})
}

// changed gives the event with one thing changed, so that it is another one of its kind.
func changed(t *rapid.T, e credit.Event) credit.Event {
	if chance(t, "another time", 2) {
		if e.Day.IsZero() {
			e.At = e.At.Add(1)
		} else {
			e.Day = e.Day.AddDays(1)
		}
		return e
	}
	switch e.Kind {
	case credit.Use:
		e.Charge = e.Charge%credit.OtherCharge + 1
	case credit.Return:
		e.Amount = terms.MustParseMoney("0.000000001 " + e.Amount.Currency().String())
	case credit.Forfeit:
		e.Reason = e.Reason%credit.GivenUp + 1
	case credit.Transfer:
		e.To += " or somebody else"
	}
	return e
}

func TestScalingAllAmountsScalesTheStatement(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history").sound()
		factor := decimal.New(1, oneOf[int32](t, "power of ten", -1, 1))
		scale := func(m terms.Money) terms.Money { return times(t, m, factor) }
		scaled := h.amountsBy(scale)
		ledger, err := credit.New(scaled.policy, scaled.lots, scaled.events)
		if errors.Is(err, credit.ErrAmount) || errors.Is(err, credit.ErrPolicy) {
			return // there is no such ledger: it would have more places, or more in all, than one can have
		}
		require.NoError(t, err)
		s, err := ledger.Replay(h.at)
		require.NoError(t, err)
		require.Equal(t, linesScaled(h.replay(t, h.at), scale), linesScaled(s, func(m terms.Money) terms.Money { return m }))
	})
}

func times(t require.TestingT, m terms.Money, factor decimal.Decimal) terms.Money {
	if m.IsZero() {
		return m
	}
	product, err := m.Mul(factor)
	require.NoError(t, err)
	return product
}

// linesScaled gives what a statement says, its amounts scaled, without the thresholds of low credit, which are cut to the
// places a ledger has.
func linesScaled(s credit.Statement, scale func(terms.Money) terms.Money) []string {
	var lines []string
	for _, l := range s.Lots() {
		for _, m := range []*terms.Money{&l.Amount, &l.Granted, &l.Used, &l.Returned, &l.Lapsed, &l.Forfeited, &l.Left} {
			*m = scale(*m)
		}
		lines = append(lines, line("lot", l))
	}
	for u := range s.Uses() {
		for _, m := range []*terms.Money{&u.Amount, &u.Paid, &u.Unpaid, &u.Returned, &u.WrittenOff} {
			*m = scale(*m)
		}
		for i := range u.Allocations {
			u.Allocations[i].Amount, u.Allocations[i].Left = scale(u.Allocations[i].Amount), scale(u.Allocations[i].Left)
		}
		lines = append(lines, line("use", u))
	}
	for _, a := range s.Alerts() {
		lines = append(lines, fmt.Sprint(a.At, a.Notice, a.Lot, a.Name, scale(a.Left)))
	}
	return append(lines, linesOf("suspension", s.Suspensions())...)
}

// Without returns, what a use took of which lot does not matter later, so that one use is as good as two.
func TestSplittingAUseChangesNoLot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := historiesUnder(policiesWith(credit.Overage), scales()).Draw(t, "history").withoutReturns().sound()
		split := h
		split.events = nil
		for _, e := range h.events {
			if e.Kind == credit.Use {
				part := least(fraction(e.Amount), fraction(scale{[]int32{-2, -18}, 3000}.amount(t, e.Amount.Currency())))
				second := e
				second.ID += " the other part"
				second.Amount = moneyOf(minus(fraction(e.Amount), part), e.Amount.Currency())
				e.Amount = moneyOf(part, e.Amount.Currency())
				split.events = append(split.events, second)
			}
			split.events = append(split.events, e)
		}
		require.Equal(t, linesOf("lot", h.replay(t, h.at).Lots()), linesOf("lot", split.replay(t, h.at).Lots()))
	})
}

func (h history) withoutReturns() history {
	h.events = without(h.events, func(e credit.Event) bool { return e.Kind == credit.Return })
	return h
}

// onlyUses leaves out returns and forfeits, which may be faults once credit or use has changed.
func (h history) onlyUses() history {
	h.events = without(h.events, func(e credit.Event) bool { return e.Kind != credit.Use })
	return h
}

func TestMoreCreditLeavesNoUseAndNoOtherLotWorseOff(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := historiesUnder(policiesWith(credit.Overage), scales()).Draw(t, "history").onlyUses()
		if len(h.lots) == 0 {
			return
		}
		richer := h
		richer.lots = slices.Clone(h.lots)
		changed := rapid.IntRange(0, len(h.lots)-1).Draw(t, "lot")
		more := richer.lots[changed]
		more.Amount = scales().Draw(t, "scale of more").amount(t, h.currency())
		if chance(t, "another lot", 2) {
			more.ID, more.Redeemed = "another", 0
			richer.lots = append(richer.lots, more)
		} else {
			more.Amount = moneyOf(plus(fraction(more.Amount), fraction(richer.lots[changed].Amount)), h.currency())
			richer.lots[changed] = more
		}
		before, after := h.replay(t, h.at), richer.replay(t, h.at)
		for u := range before.Uses() {
			better, _ := after.Use(u.ID)
			require.LessOrEqual(t, fraction(better.Unpaid).Cmp(fraction(u.Unpaid)), 0, "use %s", u.ID)
		}
		for _, l := range before.Lots() {
			other, _ := after.Lot(l.ID)
			require.GreaterOrEqual(t, fraction(other.Left).Cmp(fraction(l.Left)), 0, "lot %s", l.ID)
		}
	})
}

func TestMoreUseLeavesNoMoreCredit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := historiesUnder(policiesWith(credit.Overage), scales()).Draw(t, "history").onlyUses()
		more := h
		g := &generator{t: t, scale: scales().Draw(t, "scale of more"), currency: h.currency(), policy: h.policy}
		if g.currency.IsZero() {
			g.currency = terms.USD
		}
		e := credit.Event{ID: "another"}
		g.place(&e, g.freeMoment())
		g.makeUse(&e)
		more.events = append(slices.Clip(h.events), e)
		after := more.replay(t, h.at)
		for _, l := range h.replay(t, h.at).Lots() {
			other, _ := after.Lot(l.ID)
			require.LessOrEqual(t, fraction(other.Left).Cmp(fraction(l.Left)), 0, "lot %s", l.ID)
		}
	})
}

func TestTheBalanceIsTheSumOfTheLotsAtEveryInstant(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history").sound()
		o := replayByOracle(h.policy, h.lots, h.events, endOfTime)
		ledger, full := h.ledger(t), h.replay(t, h.at)
		for _, b := range o.balances {
			for _, at := range []time.Time{b.at.Add(-1), b.at, b.at.Add(1)} {
				s, err := ledger.Replay(at)
				require.NoError(t, err)
				requireSame(t, o.balanceAt(at), fraction(s.Balance()))
				live := nothing()
				for _, l := range s.Lots() {
					if l.Status == credit.Live {
						live = plus(live, fraction(l.Left))
					}
				}
				requireSame(t, live, fraction(s.Balance()))
				balance, err := full.BalanceAt(at)
				if at.After(h.at) {
					require.ErrorIs(t, err, credit.ErrUnknown)
					continue
				}
				require.NoError(t, err)
				require.Equal(t, s.Balance().String(), balance.String())
			}
		}
	})
}

func TestWhatComesLaterChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history")
		if len(h.lots) == 0 {
			return // the currency may be that of later events alone
		}
		upToNow := h.until(h.at).sound()
		h.events = slices.Concat(upToNow.events, without(h.events, func(e credit.Event) bool { return !instantOf(h.policy, e).After(h.at) }))
		h.events = without(h.events, func(e credit.Event) bool {
			return e.Kind == credit.Return && !slices.ContainsFunc(h.events, func(u credit.Event) bool { return u.ID == e.Of })
		})
		require.Equal(t, toJSON(t, upToNow.replay(t, h.at)), toJSON(t, h.replay(t, h.at)))
	})
}

// until gives the history with the events that count at or before an instant.
func (h history) until(at time.Time) history {
	h.events = without(h.events, func(e credit.Event) bool { return instantOf(h.policy, e).After(at) })
	return h
}

func TestALedgerAsKnownHoldsWhatWasKnown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history").sound()
		ledger := h.ledger(t)
		for _, at := range h.knowledge() {
			known := h.knownBy(at)
			want, wanted := credit.New(known.policy, known.lots, known.events)
			got, err := ledger.AsKnown(at)
			require.Equal(t, fmt.Sprint(wanted), fmt.Sprint(err))
			require.Equal(t, toJSON(t, want), toJSON(t, got))
		}
		all, err := ledger.AsKnown(endOfTime)
		require.NoError(t, err)
		require.Equal(t, toJSON(t, ledger), toJSON(t, all))
		require.Equal(t, replayedJSON(t, ledger, h.at), replayedJSON(t, all, h.at))
	})
}

// knowledge gives every instant at which something became known, in order.
func (h history) knowledge() []time.Time {
	var all []time.Time
	for _, l := range h.lots {
		all = append(all, l.Known)
	}
	for _, e := range h.events {
		all = append(all, e.Known)
	}
	slices.SortFunc(all, time.Time.Compare)
	return slices.Compact(all)
}

// knownBy gives the history as it was known at an instant.
func (h history) knownBy(at time.Time) history {
	late := func(known time.Time) bool { return !known.IsZero() && known.After(at) }
	h.lots = without(h.lots, func(l credit.Lot) bool { return late(l.Known) })
	h.events = without(h.events, func(e credit.Event) bool { return late(e.Known) })
	h.events = without(h.events, func(e credit.Event) bool {
		lotless := e.Lot != "" && !slices.ContainsFunc(h.lots, func(l credit.Lot) bool { return l.ID == e.Lot })
		useless := e.Of != "" && !slices.ContainsFunc(h.events, func(u credit.Event) bool { return u.ID == e.Of })
		return lotless || useless
	})
	return h
}

func TestJSONReadsBackAsWhatWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history").sound()
		ledger, s := h.ledger(t), h.replay(t, h.at)

		again := requireRoundTrip(t, ledger)
		require.True(t, ledger.Policy().Equal(again.Policy()))
		require.True(t, slices.EqualFunc(ledger.Lots(), again.Lots(), credit.Lot.Equal))
		require.True(t, slices.EqualFunc(ledger.Events(), again.Events(), credit.Event.Equal))
		require.True(t, s.Equal(requireRoundTrip(t, s)))
		require.True(t, h.policy.Equal(requireRoundTrip(t, h.policy)))
		for _, l := range h.lots {
			require.True(t, l.Equal(requireRoundTrip(t, l)))
		}
		for _, e := range h.events {
			require.True(t, e.Equal(requireRoundTrip(t, e)))
		}
		for _, l := range s.Lots() {
			require.True(t, l.Equal(requireRoundTrip(t, l)))
		}
		var explanations []credit.Explanation
		for u := range s.Uses() {
			require.True(t, u.Equal(requireRoundTrip(t, u)))
			explanation, err := s.Explain(u.ID)
			require.NoError(t, err)
			explanations = append(explanations, explanation)
		}
		requireRoundTrip(t, explanations)
		requireRoundTrip(t, slices.Collect(s.Entries()))
		requireRoundTrip(t, s.Deadlines())
		requireRoundTrip(t, s.Lapsing(terms.Always()))
	})
}

// requireRoundTrip writes a value as JSON, reads it the strict way, and writes it again, which must give the same.
func requireRoundTrip[T any](t require.TestingT, v T) T {
	written := toJSON(t, v)
	var read T
	require.NoError(t, terms.Decode(strings.NewReader(written), &read), "%s", written)
	require.Equal(t, written, toJSON(t, read))
	return read
}

func TestUnreadableJSONLeavesTheValueAsItWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history").sound()
		ledger, s := h.ledger(t), h.replay(t, h.at)
		requireUntouched(t, &ledger)
		requireUntouched(t, &s)
	})
}

// requireUntouched damages the JSON of a value at one place and reads it into the value. Where that is an error, the
// value must be what it was.
func requireUntouched(t *rapid.T, v interface {
	json.Marshaler
	json.Unmarshaler
},
) {
	before := toJSON(t, v)
	place := rapid.IntRange(0, len(before)-1).Draw(t, "place")
	damaged := []byte(before)
	damaged[place] = oneOf(t, "byte", byte('0'), '9', 'x', '"', '{', '}', ',', 0, 0xff)
	if err := v.UnmarshalJSON(damaged); err != nil {
		require.Equal(t, before, toJSON(t, v))
	}
}

func TestWhatIsToComeDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history").sound()
		s := h.replay(t, h.at)
		o := replayByOracle(h.policy, h.lots, h.until(h.at).events, endOfTime)
		require.Equal(t, o.lapsing(h.at), linesOf("lapse", s.Lapsing(terms.Always())))
		require.ElementsMatch(t, o.deadlines(h.at), linesOf("deadline", s.Deadlines()))
		require.True(t, slices.IsSortedFunc(s.Deadlines(), func(a, b credit.Deadline) int { return a.At.Compare(b.At) }))
		if next, ok := s.Next(); ok {
			require.Equal(t, s.Deadlines()[0], next)
		}
	})
}

// lapsing gives what had lapsed at an instant and what did since, by the ends of the lots.
func (o *oracle) lapsing(at time.Time) []string {
	lots := without(o.lots, func(l *oracleLot) bool { return l.lapsed.Sign() == 0 })
	slices.SortStableFunc(lots, func(a, b *oracleLot) int { return a.ends.Compare(b.ends) })
	var lapses []credit.Lapse
	for _, l := range lots {
		lapses = append(lapses, credit.Lapse{Lot: l.ID, At: l.ends.UTC(), Amount: o.money(l.lapsed), Happened: !l.ends.After(at)})
	}
	return linesOf("lapse", lapses)
}

// deadlines gives what happened by itself after an instant.
func (o *oracle) deadlines(at time.Time) []string {
	var all []credit.Deadline
	for _, e := range o.entries {
		switch {
		case !e.At.After(at):
		case e.To == credit.AccountLapsed:
			all = append(all, credit.Deadline{At: e.At, Kind: credit.LapseDue, Lot: e.Lot, Amount: e.Amount})
		case e.From == credit.AccountGranted && o.lot(e.Lot).doom == "" && !o.lot(e.Lot).ends.Equal(e.At):
			all = append(all, credit.Deadline{At: e.At, Kind: credit.ActivationDue, Lot: e.Lot, Amount: e.Amount})
		}
	}
	for _, a := range o.alerts {
		if a.At.After(at) && a.Notice == credit.TokenExpiring {
			all = append(all, credit.Deadline{At: a.At, Kind: credit.ExpiryNotice, Lot: a.Lot, Amount: a.Left})
		}
	}
	for _, suspension := range o.suspensions {
		gone := suspension.DataMayBeGone.Start()
		if !suspension.From.After(at) && gone.After(at) && (suspension.Until.IsZero() || !suspension.Until.Before(gone)) {
			all = append(all, credit.Deadline{At: gone, Kind: credit.DataMayBeGone})
		}
	}
	return linesOf("deadline", all)
}

func TestTheRecentRateIsWhatWasUsedOnTheLastDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history").sound()
		o := replayByOracle(h.policy, h.lots, h.events, h.at)
		days := rapid.IntRange(1, 366).Draw(t, "days")
		rate, err := h.replay(t, h.at).RecentRate(days)
		if !o.begun {
			require.ErrorIs(t, err, credit.ErrForecast)
			return
		}
		require.NoError(t, err)
		first := slices.MinFunc(h.lots, func(a, b credit.Lot) int { return a.Activated.Compare(b.Activated) }).Activated
		since := midnight(h.at).Add(-time.Duration(days-1) * oracleDay)
		if since.Before(midnight(first)) {
			since = midnight(first)
		}
		used := nothing()
		for _, u := range o.uses {
			if u.Charge == credit.Consumption && !u.at.Before(since) {
				used = minus(sum(used, fraction(u.Amount)), plus(u.returned(), u.writtenOff))
			}
		}
		requireSame(t, used, fraction(rate.Amount))
		require.Equal(t, 1+int(midnight(h.at).Sub(since)/oracleDay), rate.Days)
	})
}

// What a forecast says must be what comes true: here use goes on day by day in the history itself, and what is purchased
// is a lot of it.
func TestAForecastSaysWhatReplayWillSay(t *testing.T) {
	small := rapid.SampledFrom([]scale{{[]int32{0}, 20}, {[]int32{-2}, 3000}})
	rapid.Check(t, func(t *rapid.T) {
		h := historiesUnder(policies(), small).Draw(t, "history")
		h = h.sound()
		if len(h.lots) == 0 {
			return
		}
		h.at = rapid.SampledFrom(h.lots).Draw(t, "lot").Activated.Add(time.Duration(rapid.IntRange(-10, 400).Draw(t, "days after")) * oracleDay)
		outlook := h.outlook(t, small.Draw(t, "scale of the outlook"))
		forecast, err := h.replay(t, h.at).Forecast(outlook)
		require.NoError(t, err)
		require.True(t, forecast.Equal(requireRoundTrip(t, forecast)))

		p := projection{history: h, t: t, outlook: outlook, today: terms.DayOf(h.at)}
		require.Equal(t, p.horizon(), forecast.Until)
		if forecast.Until.Sub(p.today) > 500 {
			return // the oracle is slow
		}
		alone := p.until(forecast.Until)
		require.Equal(t, p.runsOut(alone), forecast.RunsOut)
		require.Equal(t, p.lapses(alone), linesOf("lapse", forecast.Lapses))
		requireSame(t, p.lapsed(alone), fraction(forecast.LapsesInAll))
		require.Equal(t, p.suspensions(alone), linesOf("suspension", forecast.Suspensions))
		p.requireNext(forecast)
	})
}

// outlook draws a question about the future of a history.
func (h history) outlook(t *rapid.T, s scale) credit.Outlook {
	outlook := credit.Outlook{
		Rate:     credit.Rate{Amount: s.amount(t, h.currency()), Days: rapid.IntRange(1, 30).Draw(t, "days of the rate")},
		LeadDays: rapid.IntRange(0, 40).Draw(t, "lead"),
	}
	if chance(t, "purchases", 2) {
		var err error
		worth := times(t, s.amount(t, h.currency()), decimal.NewFromInt(oneOf[int64](t, "times", 1, 1, 50)))
		outlook.Units, err = outlook.Units.With(credit.UnitWorth{Worth: worth, Span: terms.Always(), Source: "a test"})
		require.NoError(t, err)
	}
	return outlook
}

// A projection is a history with use that goes on.
type projection struct {
	history
	t       *rapid.T
	outlook credit.Outlook
	today   terms.Day
}

// until replays the history up to its instant, and use on each day from the next one up to a last, with lots that are
// purchased.
func (p projection) until(last terms.Day, purchases ...credit.Lot) *oracle {
	return p.untilBy(replayByOracle, last, purchases...)
}

// payingInPart is until where credit that does not cover a use to come pays a part of it.
func (p projection) payingInPart(last terms.Day, purchases ...credit.Lot) *oracle {
	return p.untilBy(func(policy credit.Policy, lots []credit.Lot, events []credit.Event, until time.Time) *oracle {
		o := newOracle(policy, lots, events)
		o.paysInPartAfter = p.at
		o.replay(until)
		return o
	}, last, purchases...)
}

func (p projection) untilBy(
	replay func(credit.Policy, []credit.Lot, []credit.Event, time.Time) *oracle, last terms.Day, purchases ...credit.Lot,
) *oracle {
	h := p.history.until(p.at)
	for n := range max(0, last.Sub(p.today)) {
		day := p.today.AddDays(1 + n)
		h.events = append(h.events, credit.Event{
			ID: credit.EventID("on " + day.String()), Kind: credit.Use, Day: day, Amount: p.use(n), Charge: credit.Consumption,
		})
	}
	return replay(h.policy, slices.Concat(h.lots, purchases), h.events, last.AddDays(1).Start().Add(-1))
}

// use gives the use of one day: an even part of the rate in whole minor units, or in those of its last digit where that is
// finer, and one more on the first days if there is a rest.
func (p projection) use(day int) terms.Money {
	rate := p.outlook.Rate
	places := int32(rate.Amount.Currency().Digits())
	for !rate.Amount.Amount().Shift(places).IsInteger() {
		places++
	}
	inAll := rate.Amount.Amount().Shift(places).IntPart()
	part, rest := inAll/int64(rate.Days), inAll%int64(rate.Days)
	if int64(day%rate.Days) < rest {
		part++
	}
	m, err := terms.NewMoney(decimal.New(part, -places), rate.Amount.Currency())
	require.NoError(p.t, err)
	return m
}

// now replays the history up to its instant.
func (p projection) now() *oracle { return replayByOracle(p.policy, p.lots, p.events, p.at) }

// horizon gives the day of the last expiry of credit there is or is to come.
func (p projection) horizon() terms.Day {
	last, furthest := p.today, p.today.AddDays(3660)
	for _, l := range p.now().lots {
		switch {
		case l.activated && l.left.Sign() == 0, l.doom != "":
		case l.ends.IsZero() || l.reopened || terms.DayOf(l.ends).After(furthest):
			last = furthest
		case terms.DayOf(l.ends).After(last):
			last = terms.DayOf(l.ends)
		}
	}
	return last
}

// runsOut gives the first day on which there is no credit, or not enough.
func (p projection) runsOut(o *oracle) terms.Day {
	if o.balanceAt(p.at).Sign() == 0 {
		return p.today
	}
	return runsOutAfter(o, p.at)
}

func runsOutAfter(o *oracle, instant time.Time) terms.Day {
	var days []terms.Day
	for _, b := range o.balances {
		if b.at.After(instant) && b.left.Sign() == 0 {
			days = append(days, terms.DayOf(b.at))
		}
	}
	for _, u := range o.uses {
		if u.at.After(instant) && u.refused {
			days = append(days, terms.DayOf(u.at))
		}
	}
	if len(days) == 0 {
		return terms.Day{}
	}
	return slices.MinFunc(days, terms.Day.Compare)
}

func (p projection) lapses(o *oracle) []string {
	lines := []string{}
	for _, e := range o.entries {
		if e.To == credit.AccountLapsed && e.At.After(p.at) {
			lines = append(lines, line("lapse", credit.Lapse{Lot: e.Lot, At: e.At, Amount: e.Amount}))
		}
	}
	return lines
}

// lapsed gives all that lapses after the history's instant.
func (p projection) lapsed(o *oracle) *big.Rat {
	lapsed := nothing()
	for _, e := range o.entries {
		if e.To == credit.AccountLapsed && e.At.After(p.at) {
			lapsed = plus(lapsed, fraction(e.Amount))
		}
	}
	return lapsed
}

// suspensions gives the times without credit that last at the history's instant or come later.
func (p projection) suspensions(o *oracle) []string {
	return linesOf("suspension", without(o.suspensions, func(s credit.Suspension) bool {
		return !s.Until.IsZero() && !s.Until.After(p.at)
	}))
}

// requireNext checks the purchase that a forecast names.
func (p projection) requireNext(f credit.Forecast) {
	next := f.Next
	bulk := p.lots[0].Kind == credit.BulkBenefit
	if f.RunsOut.IsZero() || bulk || len(p.outlook.Units.Worths()) == 0 {
		require.Equal(p.t, credit.NextPurchase{}, next)
		return
	}
	empty := p.now().total().Sign() == 0
	earliest := p.today.AddDays(p.outlook.LeadDays)
	if empty && p.outlook.LeadDays == 0 {
		earliest = p.today.AddDays(1) // that day's beginning is the first to come
	}
	require.Equal(p.t, empty || f.RunsOut.Before(earliest), next.Late)
	if f.RunsOut.Before(earliest) {
		require.Equal(p.t, earliest, next.Activate)
	} else {
		require.Equal(p.t, f.RunsOut, next.Activate)
	}
	require.Equal(p.t, next.Activate, next.By.AddDays(p.outlook.LeadDays))
	if next.Activate.After(p.today) {
		p.requireLatest(next)
		if chance(p.t, "largest", 3) { // that takes three replays of a year
			p.requireLargest(f)
		}
	}
}

// purchase gives the lot of so many units that are activated when a day begins.
func (p projection) purchase(units int64, day terms.Day) credit.Lot {
	worth := p.outlook.Units.Worths()[0].Worth
	return credit.Lot{
		ID: "next purchase", Kind: credit.Token, Activated: day.Start(),
		Amount: moneyOf(new(big.Rat).Mul(fraction(worth), big.NewRat(units, 1)), worth.Currency()),
	}
}

// requireLatest checks that a purchase large enough is in time on the day that is named, and late on the next.
func (p projection) requireLatest(next credit.NextPurchase) {
	const plenty = 1_000_000
	if next.Late {
		return
	}
	inTime := runsOutAfter(p.until(next.Activate, p.purchase(plenty, next.Activate)), p.at)
	require.True(p.t, inTime.IsZero(), "in spite of the purchase credit runs out on %s", inTime)
	require.Equal(p.t, next.Activate, runsOutAfter(p.until(next.Activate, p.purchase(plenty, next.Activate.AddDays(1))), p.at))
}

// requireLargest checks that the units that are named add nothing to what lapses, and that any more do. It tries every
// number of units that use could take, or where they are many those around the one that is named, and some beyond.
func (p projection) requireLargest(f credit.Forecast) {
	last := f.Next.Activate.AddMonths(12).AddDays(1)
	if f.Until.After(last) {
		last = f.Until
	}
	unavoidable, next := p.lapsed(p.payingInPart(last)), f.Next
	for _, n := range p.numbersToTry(next.Units, last) {
		purchase := p.purchase(n, next.Activate)
		with := p.payingInPart(last, purchase)
		if n > int64(next.Units) {
			require.Positive(p.t, p.lapsed(with).Cmp(unavoidable), "nothing more lapses of %d units, and %d are named", n, next.Units)
			continue
		}
		require.Zero(p.t, with.lot(purchase.ID).lapsed.Sign(), "%d units lapse in part", n)
		requireSame(p.t, unavoidable, p.lapsed(with))
	}
	if next.Units == 0 {
		require.True(p.t, next.RunsOut.IsZero())
		return
	}
	purchase := p.purchase(int64(next.Units), next.Activate)
	require.True(p.t, purchase.Amount.Equal(next.Amount))
	with := p.until(last, purchase)
	require.Equal(p.t, runsOutAfter(with, next.Activate.Start().Add(-1)), next.RunsOut)
	if lost := with.lot(purchase.ID).lapsed; p.policy.Shortfall == credit.Refuse {
		require.Negative(p.t, lost.Cmp(fraction(p.use(0))), "%s units of it lapse, which a day's use could have taken", lost.FloatString(2))
	}
}

// numbersToTry gives the numbers of units to hold against a forecast.
func (p projection) numbersToTry(named int, last terms.Day) []int64 {
	const few = 12
	worth, inAll := fraction(p.purchase(1, last).Amount), nothing()
	for n := range max(0, last.Sub(p.today)) {
		inAll = plus(inAll, fraction(p.use(n)))
	}
	whole := new(big.Rat).Quo(inAll, worth)
	most := new(big.Int).Quo(whole.Num(), whole.Denom()).Int64() + 1
	if most > few {
		return slices.DeleteFunc([]int64{1, int64(named) / 2, int64(named), int64(named) + 1, (int64(named) + most + 1) / 2, most}, func(n int64) bool { return n < 1 })
	}
	var all []int64
	for n := range most {
		all = append(all, n+1)
	}
	return all
}

// New must refuse garbage, or else make a ledger for which everything holds.
func TestGarbageIsRefusedOrReplays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history").corrupted(t)
		ledger, err := credit.New(h.policy, h.lots, h.events)
		if err != nil {
			require.Equal(t, credit.Ledger{}, ledger)
			return
		}
		requireRoundTrip(t, ledger)
		s, err := ledger.Replay(h.at)
		if err != nil {
			return
		}
		requireRoundTrip(t, s)
		require.Equal(t, saidByOracle(replayByOracle(h.policy, ledger.Lots(), ledger.Events(), h.at)), saidBy(t, s))
	})
}

func TestWhatIsHandedInAndOutIsACopy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history").sound()
		ledger, s := h.ledger(t), h.replay(t, h.at)
		before, said := toJSON(t, ledger), saidBy(t, s)
		for _, alerts := range [][]credit.Alert{h.policy.Alerts, ledger.Policy().Alerts} {
			for i := range alerts {
				alerts[i].Recipients[0] = "clobbered"
				alerts[i] = credit.Alert{}
			}
		}
		for _, a := range s.Alerts() {
			clear(a.Recipients)
		}
		for u := range s.Uses() {
			clear(u.Allocations)
			clear(s.Allocations(u.ID))
		}
		for _, lots := range [][]credit.Lot{h.lots, ledger.Lots()} {
			clear(lots)
			_ = append(lots, credit.Lot{ID: "clobbered"})
		}
		for _, events := range [][]credit.Event{h.events, ledger.Events()} {
			clear(events)
			_ = append(events, credit.Event{ID: "clobbered"})
		}
		clear(s.Lots())
		clear(s.Suspensions())
		require.Equal(t, before, toJSON(t, ledger))
		require.Equal(t, said, saidBy(t, s))
	})
}

// decimal's globals belong to the application. Whatever it sets them to, the answers stay what they are.
func TestTheGlobalsOfDecimalChangeNoAnswer(t *testing.T) {
	flips := []func() (restore func()){
		func() func() { return exchange(&decimal.DivisionPrecision, 0) },
		func() func() { return exchange(&decimal.PowPrecisionNegativeExponent, 0) },
		func() func() { return exchange(&decimal.MarshalJSONWithoutQuotes, !decimal.MarshalJSONWithoutQuotes) },
		func() func() { return exchange(&decimal.TrimTrailingZeros, !decimal.TrimTrailingZeros) },
		func() func() { return exchange(&decimal.UseScientificNotation, !decimal.UseScientificNotation) },
		func() func() { return exchange(&decimal.ExpMaxIterations, 0) },
		func() func() { return exchange(&decimal.MaxDecodeExponent, 0) },
		func() func() { return exchange(&decimal.Zero, decimal.New(7, 0)) },
	}
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history").sound()
		outlook := credit.Outlook{LeadDays: 3}
		if chance(t, "purchases", 8) { // they take many replays to weigh
			outlook.Units = credit.DefaultUnits()
		}
		want := h.answers(t, outlook)
		restore := rapid.SampledFrom(flips).Draw(t, "flip")()
		got := h.answers(t, outlook)
		restore()
		require.Equal(t, want, got)
	})
}

// answers gives everything that is said of a history, and of its future at the rate of the last days.
func (h history) answers(t require.TestingT, outlook credit.Outlook) []string {
	var err error
	s := h.replay(t, h.at)
	outlook.Rate, err = s.RecentRate(30)
	forecast, failed := s.Forecast(outlook)
	return append(saidBy(t, s), toJSON(t, h.ledger(t)), toJSON(t, requireRoundTrip(t, s)), toJSON(t, forecast), fmt.Sprint(err, failed))
}

func exchange[T any](global *T, value T) (restore func()) {
	old := *global
	*global = value
	return func() { *global = old }
}

// One ledger and one statement serve any number of goroutines. The race detector watches.
func TestGoroutinesShareLedgersAndStatements(t *testing.T) {
	h := histories().Filter(func(h history) bool { return len(h.lots) > 2 && len(h.events) > 9 }).Example(1).sound()
	ledger, shared := h.ledger(t), h.replay(t, h.at)
	want := append(saidBy(t, shared), toJSON(t, ledger), toJSON(t, shared))
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 5 {
				fresh, err := ledger.Replay(h.at)
				assert.NoError(t, err)
				assert.Equal(t, want, append(saidBy(t, shared), toJSON(t, ledger), toJSON(t, fresh)))
				_, err = ledger.With(h.events...)
				assert.NoError(t, err)
				shared.Deadlines()
				shared.Lapsing(terms.Always())
			}
		})
	}
	group.Wait()
}

func (h history) ledger(t require.TestingT) credit.Ledger {
	ledger, err := credit.New(h.policy, h.lots, h.events)
	require.NoError(t, err)
	return ledger
}

func (h history) replay(t require.TestingT, at time.Time) credit.Statement {
	statement, err := h.ledger(t).Replay(at)
	require.NoError(t, err)
	return statement
}

func toJSON(t require.TestingT, v any) string {
	text, err := json.Marshal(v)
	require.NoError(t, err)
	return string(text)
}

func replayedJSON(t require.TestingT, ledger credit.Ledger, at time.Time) string {
	s, err := ledger.Replay(at)
	require.NoError(t, err)
	return toJSON(t, s)
}

func requireSame(t require.TestingT, want, got *big.Rat) {
	if want.Cmp(got) != 0 {
		require.Equal(t, want.FloatString(20), got.FloatString(20))
	}
}

func sum(parts ...*big.Rat) *big.Rat {
	total := nothing()
	for _, part := range parts {
		total = plus(total, part)
	}
	return total
}

func orNothing(r *big.Rat) *big.Rat {
	if r == nil {
		return nothing()
	}
	return r
}

func faultsOf(o *oracle) []string {
	var lines []string
	for _, f := range o.faults {
		lines = append(lines, fmt.Sprintln(f.event, f.err))
	}
	return lines
}

// eventErrors gives the events at fault that an error joins, and of each its condition.
func eventErrors(t require.TestingT, err error) []string {
	if err == nil {
		return nil
	}
	joined, ok := err.(interface{ Unwrap() []error })
	require.True(t, ok, "%v joins no errors", err)
	var lines []string
	for _, err := range joined.Unwrap() {
		var fault *credit.EventError
		require.ErrorAs(t, err, &fault)
		for _, condition := range []error{credit.ErrReturn, credit.ErrForfeit, credit.ErrTransfer} {
			if errors.Is(err, condition) {
				lines = append(lines, fmt.Sprintln(fault.Event, condition))
			}
		}
	}
	return lines
}

// saidBy gives everything that a statement says, a line for each thing.
func saidBy(t require.TestingT, s credit.Statement) []string {
	lines := []string{"balance " + s.Balance().String()}
	lines = append(lines, linesOf("lot", s.Lots())...)
	for use := range s.Uses() {
		explanation, err := s.Explain(use.ID)
		require.NoError(t, err)
		lines = append(append(lines, line("use", use)), linesOf("verdict", explanation.Lots)...)
	}
	return slices.Concat(lines, linesOf("entry", slices.Collect(s.Entries())), linesOf("alert", s.Alerts()),
		linesOf("suspension", s.Suspensions()))
}

func saidByOracle(o *oracle) []string {
	lines := []string{"balance " + o.money(o.total()).String()}
	lines = append(lines, linesOf("lot", o.lotStates())...)
	for i, use := range o.useStates() {
		lines = append(append(lines, line("use", use)), linesOf("verdict", o.explanation(o.uses[i]))...)
	}
	return slices.Concat(lines, linesOf("entry", o.entries), linesOf("alert", o.alerts),
		linesOf("suspension", o.suspensions))
}

func linesOf[T any](what string, list []T) []string {
	lines := []string{}
	for _, v := range list {
		lines = append(lines, line(what, v))
	}
	return lines
}

func line(what string, v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return what + " " + string(text)
}
