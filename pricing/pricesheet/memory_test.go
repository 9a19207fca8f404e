package pricesheet_test

import (
	"fmt"
	"io"
	"iter"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/pricing/pricesheet"
)

// A generator writes a file that is nowhere as a whole: a beginning, so many parts, and an end.
type generator struct {
	next    func(i int) string
	parts   int
	end     string
	pending string
	written int
}

func (g *generator) Read(p []byte) (int, error) {
	for g.pending == "" {
		switch {
		case g.written < g.parts:
			g.pending = g.next(g.written)
		case g.written == g.parts:
			g.pending = g.end
		default:
			return 0, io.EOF
		}
		g.written++
	}
	n := copy(p, g.pending)
	g.pending = g.pending[n:]
	return n, nil
}

// liveBytes gives what is reachable on the heap.
func liveBytes() int64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return int64(stats.HeapAlloc)
}

// unlessRacing gives a number, or a twentieth of it where the race detector makes everything ten times as slow. What is kept
// on the heap shows in either.
func unlessRacing(n int) int {
	if info, ok := debug.ReadBuildInfo(); ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"}) {
		return n / 20
	}
	return n
}

// stream ranges over rows, and fails where after every so many more is on the heap than a row and what is read ahead.
func stream[T any](t *testing.T, every int, rows iter.Seq2[T, error]) (good, bad int) {
	t.Helper()
	const most = 4 << 20
	before := liveBytes()
	for _, err := range rows {
		if err == nil {
			good++
		} else {
			bad++
		}
		if (good+bad)%every == 0 {
			require.Less(t, liveBytes()-before, int64(most), "after %d rows", good+bad)
		}
	}
	require.Less(t, liveBytes()-before, int64(most))
	return good, bad
}

func TestAMillionRowsInBoundedMemory(t *testing.T) {
	rows := unlessRacing(1_000_000)
	header := "\ufeffProductTitle,ProductId,SkuId,TermDuration,Market,Currency,UnitPrice,PricingTierRangeMin,PricingTierRangeMax," +
		"EffectiveStartDate,EffectiveEndDate,Tags,Unknown\r\n"
	in := &generator{parts: rows, next: func(i int) string {
		row := fmt.Sprintf("\"Title, %d\",P%d,%04d,payG-1,DE,USD,0.%09d,,,1/%d/2023 12:00:00 AM,11/30/9999 11:59:59 PM,Azure,%d\r\n",
			i, i, i%16, i+1, i%31+1, i)
		if i == 0 {
			return header + row
		}
		return row
	}}
	good, bad := stream(t, 100_000, pricesheet.ReadAzurePlan(in))
	assert.Equal(t, rows, good)
	assert.Zero(t, bad)
}

func TestOtherLongFilesInBoundedMemory(t *testing.T) {
	t.Run("a rate card of many meters and more lines", func(t *testing.T) {
		meters := unlessRacing(100_000)
		in := &generator{parts: meters, end: `], "currency": "USD"}`, next: func(i int) string {
			meter := fmt.Sprintf(`{"id": "m%d", "name": "Meter %d", "rates": {"0": 1.%d}}`, i, i, i)
			if i == 0 {
				return `{"meters": [` + meter
			}
			return "," + strings.Repeat("\n", 20) + meter
		}}
		var card pricesheet.RateCard
		good, bad := stream(t, 25_000, pricesheet.ReadRateCard(in, &card))
		assert.Equal(t, meters, good)
		assert.Zero(t, bad)
		assert.Equal(t, "USD", card.Currency.String())
	})
	t.Run("a line of 256 MiB, read past", func(t *testing.T) {
		long := strings.Repeat("x", 1<<20)
		in := &generator{parts: 257, end: "\nSEK,0.1,201909\n", next: func(i int) string {
			if i == 0 {
				return ratesHeader + "AED,0.27,201909\n"
			}
			return long
		}}
		good, bad := stream(t, 1, pricesheet.ReadExchangeRates(in))
		assert.Equal(t, 2, good)
		assert.Equal(t, 1, bad)
	})
	t.Run("a quote in each line that opens and does not close", func(t *testing.T) {
		lines := unlessRacing(20_000)
		in := &generator{parts: lines, next: func(i int) string {
			if i == 0 {
				return ratesHeader + "AED,0.27,201909\n"
			}
			return "x\",\"y\n"
		}}
		good, bad := stream(t, 5_000, pricesheet.ReadExchangeRates(in))
		assert.Equal(t, 1, good)
		assert.Equal(t, lines-1, bad)
	})
}

// What a row costs is its text, its numbers and its lists. A million rows make that much garbage, not more.
func TestAllocationsOfARow(t *testing.T) {
	const rows = 1000
	row := "\"Title, with \"\"quotes\"\"\",P,0001,payG-1,DE,USD,0.123,1,100,1/1/2023 12:00:00 AM,11/30/9999 11:59:59 PM,Azure\n"
	file := "ProductTitle,ProductId,SkuId,TermDuration,Market,Currency,UnitPrice,PricingTierRangeMin,PricingTierRangeMax," +
		"EffectiveStartDate,EffectiveEndDate,Tags\n" + strings.Repeat(row, rows)
	allocations := testing.AllocsPerRun(10, func() {
		for _, err := range pricesheet.ReadAzurePlan(strings.NewReader(file)) {
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	assert.LessOrEqual(t, allocations/rows, 6.0)
}
