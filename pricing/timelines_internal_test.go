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
	rulestest.CheckTimeline(t, phaseTimeline, rulestest.Limits[Phase]{Day: today, Days: terms.Always(), Figure: phaseNames.Valid})
	rulestest.CheckTimeline(t, comparisonTimeline, rulestest.Limits[Comparison]{Day: today, Days: terms.SpanFrom(terms.MustParseDay("2020-05-05"))})
	for _, c := range offerCatalogue {
		rulestest.CheckTimeline(t, c.standing, rulestest.Limits[Standing]{Day: today, Days: terms.Always(), Figure: standingNames.Valid})
	}
	rulestest.CheckTimeline(t, rateCadence, rulestest.Limits[Cadence]{Day: today, Days: terms.Always(), Figure: cadenceNames.Valid})
}
