package cancellation

import (
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules/rulestest"
)

func TestTimelines(t *testing.T) {
	t.Parallel()
	checkTimelines(t, publishedWindows, func(w Window) bool {
		days, isDays := w.Days()
		hours, _ := w.Hours()
		return isDays && days >= 7 && days <= 60 || !isDays && hours >= 24 && hours <= 72
	})
	checkTimelines(t, publishedBoundaries, boundaryNames.Valid)
	checkTimelines(t, publishedRefunds, refundNames.Valid)
	rulestest.CheckTimeline(t, publishedClosing, rulestest.Limits[Closing]{Day: checked, Days: terms.Always(), Figure: closingNames.Valid})
	always := terms.Always()
	rulestest.CheckTimeline(t, publishedReservationLimit, rulestest.Limits[terms.Money]{Day: checked, Days: always, Figure: func(m terms.Money) bool { return m.Sign() > 0 }})
	rulestest.CheckTimeline(t, publishedReservationYear, rulestest.Limits[PoolYear]{Day: checked, Days: always, Figure: poolYearNames.Valid})
	rulestest.CheckTimeline(t, publishedReservationFee, rulestest.Limits[pricing.Percent]{Day: checked, Days: always})
	rulestest.CheckTimeline(t, publishedReservationProration, rulestest.Limits[pricing.Proration]{Day: checked, Days: always, Figure: func(p pricing.Proration) bool { return p.Check() == nil }})
}

// checkTimelines wants figures from the first day of the record to this day, without a gap.
func checkTimelines[T any](t *testing.T, all []dated[T], isPossible func(T) bool) {
	t.Helper()
	for _, d := range all {
		rulestest.CheckTimeline(t, d.timeline, rulestest.Limits[T]{Day: checked, Figure: isPossible})
	}
}
