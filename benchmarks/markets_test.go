package benchmarks

import (
	"testing"
	"time"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/cloudterms/terms/internal/fold"
	"github.com/cloudterms/terms/markets"
)

// lookUpRounds is how often all markets are looked up between two readings of the clock.
const lookUpRounds = 4

// codesByHand and namesByHand are the maps that somebody makes who has a table of markets.
func codesByHand() map[string]markets.Market {
	byCode := map[string]markets.Market{}
	for _, m := range markets.All() {
		byCode[m.Code()], byCode[m.Code3()] = m, m
	}
	return byCode
}

func namesByHand(l markets.Language) map[string]markets.Market {
	byName, folded := map[string]markets.Market{}, newFoldByHand()
	for _, m := range markets.All() {
		byName[folded(m.Name(l))] = m
	}
	return byName
}

// newFoldByHand makes a function that folds a name with what x/text has: compatible letters, without accents, in one case.
func newFoldByHand() func(string) string {
	chain := transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn)), cases.Fold())
	return func(name string) string {
		folded, _, err := transform.String(chain, name)
		if err != nil {
			return ""
		}
		return folded
	}
}

// TestSameMarkets holds that all forms find the same markets, before any is timed.
func TestSameMarkets(t *testing.T) {
	byCode, folded := codesByHand(), newFoldByHand()
	for _, l := range markets.Languages() {
		byName := namesByHand(l)
		for _, m := range markets.All() {
			if found, err := markets.Lookup(m.Name(l), l); err != nil || found != m || byName[folded(m.Name(l))] != m {
				t.Errorf("%s in %s is %v and %v: %v", m.Name(l), l, found, byName[folded(m.Name(l))], err)
			}
			if found, err := markets.ParseMarket(m.Code3()); err != nil || found != m || byCode[m.Code3()] != m {
				t.Errorf("%s is %v and %v: %v", m.Code3(), found, byCode[m.Code3()], err)
			}
		}
	}
}

// BenchmarkMarketCode looks up every code of two letters and of three.
func BenchmarkMarketCode(b *testing.B) {
	b.Run("codes=all", func(b *testing.B) {
		byCode := codesByHand()
		var codes []string
		for _, m := range markets.All() {
			codes = append(codes, m.Code(), m.Code3())
		}
		byMap := func(code string) bool { return !byCode[code].IsZero() }
		parse := func(code string) bool { _, err := markets.ParseMarket(code); return err == nil }
		var mapped, parsed []float64
		for b.Loop() {
			mapped, parsed = append(mapped, timeEach(b, codes, byMap)), append(parsed, timeEach(b, codes, parse))
		}
		b.ReportMetric(median(mapped), "map-ns/code")
		b.ReportMetric(median(parsed), "ns/code")
		b.ReportMetric(testing.AllocsPerRun(10, func() { timeEach(b, codes, parse) }), "allocs/codes")
	})
}

// BenchmarkMarketName looks up every market's name in every language: folded only, by this module, and by hand.
func BenchmarkMarketName(b *testing.B) {
	for _, l := range markets.Languages() {
		b.Run("names="+l.String(), func(b *testing.B) {
			var names []string
			for _, m := range markets.All() {
				names = append(names, m.Name(l))
			}
			room, folder := make([]byte, 0, 256), fold.In(l.String())
			foldOnly := func(name string) bool { return len(folder.Append(room, name)) > 0 }
			lookUp := func(name string) bool { _, err := markets.Lookup(name, l); return err == nil }
			byName, folded := namesByHand(l), newFoldByHand()
			byHand := func(name string) bool { return !byName[folded(name)].IsZero() }
			var folds, lookUps, hands, ratios []float64
			for b.Loop() {
				inFold, inLookUp := timeEach(b, names, foldOnly), timeEach(b, names, lookUp)
				folds, lookUps, ratios = append(folds, inFold), append(lookUps, inLookUp), append(ratios, inLookUp/inFold)
				hands = append(hands, timeEach(b, names, byHand))
			}
			b.ReportMetric(median(folds), "fold-ns/name")
			b.ReportMetric(median(lookUps), "ns/name")
			b.ReportMetric(median(hands), "hand-ns/name")
			b.ReportMetric(median(ratios), "of-fold")
			b.ReportMetric(testing.AllocsPerRun(10, func() { timeEach(b, names, lookUp) }), "allocs/names")
		})
	}
}

// timeEach gives the nanoseconds that one of some texts takes.
func timeEach(b *testing.B, texts []string, find func(string) bool) float64 {
	b.Helper()
	begun := time.Now()
	for range lookUpRounds {
		for _, text := range texts {
			if !find(text) {
				b.Fatal(text)
			}
		}
	}
	return float64(time.Since(begun).Nanoseconds()) / float64(lookUpRounds*len(texts))
}
