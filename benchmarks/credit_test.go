package benchmarks

import (
	"fmt"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

// drawdown is one job in the three forms it is measured in: events drawn on lots, first in, first out. The lots
// together hold 5 % more than the events use.
type drawdown struct {
	events, lots []int64 // in units of 10^-places
	places       int32
}

// newDrawdown makes n events on k lots, the same each time. Amounts have at most 2 or 15 decimal places.
func newDrawdown(n, k int, places int32) drawdown {
	job := drawdown{make([]int64, n), make([]int64, k), places}
	state, total, span := uint64(42), int64(0), int64(999_99)
	if places > 2 {
		span = 9_999_999_999_999 // 0.009999999999999 at 15 places
	}
	for i := range job.events {
		state = state*6364136223846793005 + 1442695040888963407 // Knuth's multiplier: the same data on every machine
		job.events[i] = int64(state>>1)%span + 1
		total += job.events[i]
	}
	for i := range job.lots {
		job.lots[i] = (total + total/20) / int64(k)
	}
	return job
}

// byInt draws down plain integers, the least a machine can do.
func (job drawdown) byInt(left []int64, out []piece[int64]) []piece[int64] {
	lot := 0
	for i, need := range job.events {
		for need > 0 && lot < len(left) {
			take := min(need, left[lot])
			left[lot], need = left[lot]-take, need-take
			out = append(out, piece[int64]{int32(i), int32(lot), take})
			if left[lot] == 0 {
				lot++
			}
		}
	}
	return out
}

type piece[T any] struct {
	event, lot int32
	amount     T
}

// byDecimal is the same loop as a user of shopspring/decimal would write it.
func byDecimal(events, left []decimal.Decimal, out []piece[decimal.Decimal]) []piece[decimal.Decimal] {
	lot := 0
	for i, need := range events {
		for need.IsPositive() && lot < len(left) {
			take := decimal.Min(need, left[lot])
			left[lot], need = left[lot].Sub(take), need.Sub(take)
			out = append(out, piece[decimal.Decimal]{int32(i), int32(lot), take})
			if left[lot].IsZero() {
				lot++
			}
		}
	}
	return out
}

func (job drawdown) decimals(amounts []int64) []decimal.Decimal {
	out := make([]decimal.Decimal, len(amounts))
	for i, a := range amounts {
		out[i] = decimal.New(a, -job.places)
	}
	return out
}

// facts gives the job as lots and events of package credit. Lots are activated all at once, or one after the
// other over the time of the events, each living for half of it.
func (job drawdown) facts(tb testing.TB, staggered bool) ([]credit.Lot, []credit.Event) {
	tb.Helper()
	money := func(a int64) terms.Money {
		m, err := terms.NewMoney(decimal.New(a, -job.places), terms.USD)
		if err != nil {
			tb.Fatal(err)
		}
		return m
	}
	start := terms.MustParseDay("2023-01-01").Start()
	year := 365 * 24 * time.Hour
	lots := make([]credit.Lot, len(job.lots))
	for i, a := range job.lots {
		lots[i] = credit.Lot{
			ID: credit.LotID(fmt.Sprintf("lot-%06d", i)), Kind: credit.Token, Amount: money(a),
			Activated: start, Expires: start.Add(2 * year),
		}
		if staggered {
			lots[i].Activated = start.Add(year * time.Duration(i) / time.Duration(len(job.lots)))
			lots[i].Expires = lots[i].Activated.Add(year / 2)
		}
	}
	events := make([]credit.Event, len(job.events))
	for i, a := range job.events {
		events[i] = credit.Event{
			ID: credit.EventID(fmt.Sprintf("use-%07d", i)), Kind: credit.Use, Amount: money(a),
			At: start.Add(year / time.Duration(len(job.events)) * time.Duration(i)), Charge: credit.Consumption,
		}
	}
	return lots, events
}

func (job drawdown) ledger(tb testing.TB, staggered bool) credit.Ledger {
	tb.Helper()
	lots, events := job.facts(tb, staggered)
	ledger, err := credit.New(credit.AzureInOpen(), lots, events)
	if err != nil {
		tb.Fatal(err)
	}
	return ledger
}

var end = terms.MustParseDay("2025-01-01").Start()

func perEvent(b *testing.B, n int) {
	b.Helper()
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/event")
}

// TestSameDrawdown holds that the three forms pay each event from the same lots, before any is timed.
func TestSameDrawdown(t *testing.T) {
	for _, places := range []int32{2, 15} {
		job := newDrawdown(5000, 37, places)
		left := append([]int64(nil), job.lots...)
		byInt := job.byInt(left, nil)
		byDecimal := byDecimal(job.decimals(job.events), job.decimals(job.lots), nil)
		statement, err := job.ledger(t, false).Replay(end)
		if err != nil {
			t.Fatal(err)
		}
		var pieces int
		for use := range statement.Uses() {
			for _, a := range use.Allocations {
				want, lot := byInt[pieces], byDecimal[pieces]
				if a.Lot != credit.LotID(fmt.Sprintf("lot-%06d", want.lot)) || lot.lot != want.lot ||
					!a.Amount.Amount().Equal(decimal.New(want.amount, -places)) || !a.Amount.Amount().Equal(lot.amount) {
					t.Fatalf("piece %d: credit %v, by int64 %v, by shopspring %v", pieces, a, want, lot)
				}
				pieces++
			}
		}
		if pieces != len(byInt) || pieces != len(byDecimal) {
			t.Fatalf("credit made %d pieces, int64 %d, shopspring %d", pieces, len(byInt), len(byDecimal))
		}
	}
}

func eachSize(b *testing.B, bench func(b *testing.B, job drawdown)) {
	b.Helper()
	for _, places := range []int32{2, 15} {
		for _, k := range []int{1, 10, 100} {
			for _, n := range []int{1_000, 100_000} {
				b.Run(fmt.Sprintf("places=%d/lots=%d/events=%d", places, k, n), func(b *testing.B) {
					b.ReportAllocs()
					bench(b, newDrawdown(n, k, places))
					perEvent(b, n)
				})
			}
		}
	}
}

func BenchmarkCreditByInt64(b *testing.B) {
	eachSize(b, func(b *testing.B, job drawdown) {
		left, out := make([]int64, len(job.lots)), make([]piece[int64], 0, len(job.events)+len(job.lots))
		for b.Loop() {
			copy(left, job.lots)
			out = job.byInt(left, out[:0])
		}
	})
}

func BenchmarkCreditByShopspring(b *testing.B) {
	eachSize(b, func(b *testing.B, job drawdown) {
		events, lots := job.decimals(job.events), job.decimals(job.lots)
		left, out := make([]decimal.Decimal, len(lots)), make([]piece[decimal.Decimal], 0, len(events)+len(lots))
		for b.Loop() {
			copy(left, lots)
			out = byDecimal(events, left, out[:0])
		}
	})
}

func BenchmarkCreditReplay(b *testing.B) {
	eachSize(b, func(b *testing.B, job drawdown) {
		ledger := job.ledger(b, false)
		for b.Loop() {
			if _, err := ledger.Replay(end); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkCreditNew(b *testing.B) {
	eachSize(b, func(b *testing.B, job drawdown) {
		lots, events := job.facts(b, false)
		for b.Loop() {
			if _, err := credit.New(credit.AzureInOpen(), lots, events); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkCreditStaggered replays lots that are activated one after the other, each living for half the time.
func BenchmarkCreditStaggered(b *testing.B) {
	for _, k := range []int{10, 100, 1_000} {
		const n = 100_000
		b.Run(fmt.Sprintf("lots=%d/events=%d", k, n), func(b *testing.B) {
			b.ReportAllocs()
			ledger := newDrawdown(n, k, 2).ledger(b, true)
			for b.Loop() {
				if _, err := ledger.Replay(end); err != nil {
					b.Fatal(err)
				}
			}
			perEvent(b, n)
		})
	}
}
