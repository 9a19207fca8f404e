package benchmarks

import (
	"testing"
	"time"

	"github.com/shopspring/decimal"
)

// A work gets everything ready for so many units, and gives what is measured: it gives what they come to.
type work func(tb testing.TB, units int) func() decimal.Decimal

// A comparedWork is done by hand, as a careful user would, and by this module, and both come to the same.
type comparedWork struct {
	name        string
	units       int // how many times each form does its work in a measured round
	hand, terms work
}

// TestSameWork holds that both forms come to the same, before any is timed.
func TestSameWork(t *testing.T) {
	for _, works := range [][]comparedWork{pricingWorks, licensingWorks, cancellationWorks} {
		for _, w := range works {
			if plain, full := w.hand(t, w.units)(), w.terms(t, w.units)(); !plain.Equal(full) || plain.IsZero() {
				t.Errorf("%s: %s by hand, %s by terms", w.name, plain, full)
			}
		}
	}
}

func BenchmarkPricing(b *testing.B)      { compareWorks(b, "pricing=", pricingWorks) }
func BenchmarkLicensing(b *testing.B)    { compareWorks(b, "licensing=", licensingWorks) }
func BenchmarkCancellation(b *testing.B) { compareWorks(b, "cancellation=", cancellationWorks) }

// compareWorks times both forms in turn, so that what else the machine does weighs on them alike, and reports medians.
func compareWorks(b *testing.B, prefix string, works []comparedWork) {
	b.Helper()
	for _, w := range works {
		b.Run(prefix+w.name, func(b *testing.B) {
			byHandOnly, byModule := w.hand(b, w.units), w.terms(b, w.units)
			var byHand, byTerms, ratios []float64
			for b.Loop() {
				plain, full := timeUnit(byHandOnly, w.units), timeUnit(byModule, w.units)
				byHand, byTerms, ratios = append(byHand, plain), append(byTerms, full), append(ratios, full/plain)
			}
			b.ReportMetric(median(byHand), "hand-ns/unit")
			b.ReportMetric(median(byTerms), "terms-ns/unit")
			b.ReportMetric(median(ratios), "of-hand-time")
		})
	}
}

// timeUnit gives the nanoseconds that a unit takes.
func timeUnit(do func() decimal.Decimal, units int) float64 {
	begun := time.Now()
	do()
	return float64(time.Since(begun).Nanoseconds()) / float64(units)
}

func orStop(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}
