package pricing

import (
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules/rulestest"
)

// Timelines are reached by their readings only, so they are checked from inside.
func TestTimelinesAreSound(t *testing.T) {
	today := terms.MustParseDay("2026-11-22")
	sound := func(p Proration) bool { return p.Check() == nil }
	rulestest.CheckTimeline(t, earnedCreditRate, rulestest.Limits[Percent]{Day: today, Days: terms.SpanFrom(planBegins)})
	rulestest.CheckTimeline(t, usageRounding, rulestest.Limits[RoundingRule]{Day: today, Figure: roundingRuleNames.Valid})
	rulestest.CheckTimeline(t, dailyRounding, rulestest.Limits[RoundingRule]{Day: today, Figure: roundingRuleNames.Valid})
	rulestest.CheckTimeline(t, legacyUsageRounding, rulestest.Limits[RoundingRule]{Day: today, Days: terms.Always(), Figure: roundingRuleNames.Valid})
	rulestest.CheckTimeline(t, seatProration, rulestest.Limits[Proration]{Day: today, Figure: sound})
	rulestest.CheckTimeline(t, legacyProration, rulestest.Limits[Proration]{Day: today, Figure: sound})
	rulestest.CheckTimeline(t, taxMethod, rulestest.Limits[TaxMethod]{Day: today, Days: terms.Always(), Figure: taxMethodNames.Valid})
	rulestest.CheckTimeline(t, rateCadence, rulestest.Limits[Cadence]{Day: today, Days: terms.Always(), Figure: cadenceNames.Valid})
}
