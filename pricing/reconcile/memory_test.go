package reconcile_test

import (
	"iter"
	"runtime"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/pricing/pricesheet"
	"github.com/cloudterms/terms/pricing/reconcile"
)

// liveBytes gives what is reachable on the heap.
func liveBytes() int64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return int64(stats.HeapAlloc)
}

// Lines that agree leave nothing behind but sums, however many resources they are of.
func TestMemoryDoesNotGrowWithTheFile(t *testing.T) {
	const lines, most = 8_000, 2 << 20
	basis := reconcile.Basis{Prices: book(t)}
	var file iter.Seq2[pricesheet.UsageLine, error] = func(yield func(pricesheet.UsageLine, error) bool) {
		for i := range lines {
			line := use(func(u *pricesheet.UsageLine) {
				u.Line, u.EntitlementID = i+2, strconv.Itoa(i)
				u.ResourceURI = "/subscriptions/" + u.EntitlementID
				u.UsageDate = day("2022-08-01").AddDays(i % 31)
			})
			if !yield(line, nil) {
				return
			}
		}
	}
	before := liveBytes()
	report, err := basis.Report(basis.Usage(file))
	require.NoError(t, err)
	assert.Less(t, liveBytes()-before, int64(most))
	assert.Equal(t, lines, report.Lines)
	assert.Empty(t, report.Findings)
	assert.Len(t, report.Charges, 1)
}
