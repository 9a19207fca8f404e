package pricing_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

func comparisonOn(t *testing.T, on string) pricing.Comparison {
	t.Helper()
	reading, err := pricing.ComparisonOn(day(on))
	require.NoError(t, err)
	return reading.Value
}

func TestComparison(t *testing.T) {
	assert.Equal(t, "[2020-05-05/2023-01-11 2023-01-11/..]", strings.ReplaceAll(strings.TrimSpace(spansText()), "  ", " "))
	_, err := pricing.ComparisonOn(day("2020-05-04"))
	require.ErrorIs(t, err, rules.ErrNoFigure)

	older, newer := comparisonOn(t, "2023-01-10"), comparisonOn(t, "2023-01-11")
	assert.Len(t, older.Offers(), 5)
	assert.Len(t, newer.Offers(), 6)
	assert.Len(t, older.Cells(), 51, "11 rows of 5, less a cell on price lists and three on offer matrices")
	assert.Len(t, newer.Cells(), 66, "11 rows of 6")
	for _, tt := range []struct {
		offer  pricing.ComparedOffer
		aspect pricing.Aspect
		was    string
		is     string
	}{
		{pricing.ComparedAzurePlan, pricing.AspectCurrency, "that of the customer's location", "that of the partner's location"},
		{pricing.ComparedLicences, pricing.AspectCurrency, "that of the partner's location", "that of the partner's location"},
		{pricing.ComparedAzurePlan, pricing.AspectCountries, "139", "139"},
		{pricing.ComparedNewCommerceLicences, pricing.AspectReturns, "", "cancellation within seven days"},
		{pricing.ComparedReservations, pricing.AspectAutoRenewal, "no", "no"},
		{pricing.ComparedServerSubscriptions, pricing.AspectPriceList, "", "published monthly for each customer market"},
	} {
		was, _ := older.Says(tt.offer, tt.aspect)
		is, said := newer.Says(tt.offer, tt.aspect)
		assert.Equal(t, tt.was, was, "%s, %s", tt.offer, tt.aspect)
		assert.Equal(t, tt.is, is, "%s, %s", tt.offer, tt.aspect)
		assert.True(t, said)
	}
	requireReadsBack(t, older)
	requireReadsBack(t, newer)
	cells := newer.Cells()
	cells[0].Says = "changed"
	says, _ := newer.Says(pricing.ComparedAzurePlan, pricing.AspectBilling)
	assert.Equal(t, "monthly", says, "the caller's cells are its own")
}

func spansText() string {
	var texts []string
	for _, s := range pricing.ComparisonVersions() {
		texts = append(texts, s.String())
	}
	return "[" + strings.Join(texts, " ") + "]"
}

func TestComparisonChanges(t *testing.T) {
	older, newer := comparisonOn(t, "2023-01-10"), comparisonOn(t, "2023-01-11")
	changes := older.ChangesTo(newer)
	assert.Contains(t, changes, pricing.ComparisonChange{
		Offer: pricing.ComparedMarketplace, Aspect: pricing.AspectCurrency, Was: "that of the customer's location", Is: "that of the partner's location",
	})
	assert.Contains(t, changes, pricing.ComparisonChange{Offer: pricing.ComparedNewCommerceLicences, Aspect: pricing.AspectCountries, Is: "247"})
	for _, c := range changes {
		assert.NotEqual(t, c.Was, c.Is)
		if c.Aspect == pricing.AspectLicensee {
			assert.Equal(t, pricing.ComparedNewCommerceLicences, c.Offer, "licensees changed in no column that was there")
		}
	}
	assert.Empty(t, newer.ChangesTo(newer))
	assert.Len(t, newer.ChangesTo(pricing.Comparison{}), 66)
	back := newer.ChangesTo(older)
	assert.Len(t, back, len(changes))
	assert.Equal(t, changes[0].Was, back[0].Is)
}

func TestComparisonMarkdown(t *testing.T) {
	rulesOfTable := comparisonOn(t, "2023-01-11").Markdown()
	lines := strings.Split(strings.TrimSuffix(rulesOfTable, "\n"), "\n")
	assert.Len(t, lines, 13, "heads, rule, and 11 rows")
	assert.Equal(t, "|  | Azure plan | Third-party marketplace | Azure reservations | Server subscriptions | Licence-based | New commerce licence-based |", lines[0])
	assert.Equal(t, "|---|---|---|---|---|---|---|", lines[1])
	for _, line := range lines {
		assert.Equal(t, 8, strings.Count(line, "|"), line)
	}
	odd, err := pricing.NewComparison(pricing.ComparisonCell{Offer: pricing.ComparedAzurePlan, Aspect: pricing.AspectBilling, Says: "a|b\nc"})
	require.NoError(t, err)
	assert.Equal(t, "|  | Azure plan |\n|---|---|\n| Billing | a\\|b c |\n", odd.Markdown())
	assert.Equal(t, "| Aspect | Offer | Was | Is |\n|---|---|---|---|\n| Billing | Azure plan |  | a\\|b c |\n",
		pricing.ChangesMarkdown(pricing.Comparison{}.ChangesTo(odd)))
	assert.Empty(t, pricing.ComparedOffer(99).Title()+pricing.Aspect(99).Title())
}

func TestComparisonsThatAreNone(t *testing.T) {
	cell := pricing.ComparisonCell{Offer: pricing.ComparedAzurePlan, Aspect: pricing.AspectBilling, Says: "monthly"}
	for name, cells := range map[string][]pricing.ComparisonCell{
		"no offer":      {{Aspect: pricing.AspectBilling, Says: "monthly"}},
		"no aspect":     {{Offer: pricing.ComparedAzurePlan, Says: "monthly"}},
		"no text":       {{Offer: pricing.ComparedAzurePlan, Aspect: pricing.AspectBilling, Says: " "}},
		"a cell twice":  {cell, cell},
		"an offer that": {{Offer: 99, Aspect: pricing.AspectBilling, Says: "monthly"}},
	} {
		_, err := pricing.NewComparison(cells...)
		require.ErrorIs(t, err, pricing.ErrComparison, name)
	}
	_, err := decodes[pricing.Comparison](`[{"offer":"comparedAzurePlan","aspect":"billing","says":""}]`)
	require.ErrorIs(t, err, pricing.ErrComparison)
	_, err = decodes[pricing.Comparison](`{}`)
	require.Error(t, err)
}

func TestOverlaysReachTheComparison(t *testing.T) {
	house, err := pricing.Published().With(overlay(t, `{"owner": "Fabrikam", "reason": "our own table", "figures": [
		{"timeline": "pricing.comparison", "span": "2026-01-01/..", "value": [{"offer": "comparedAzurePlan", "aspect": "billing", "says": "quarterly"}]}]}`))
	require.NoError(t, err)
	reading, err := house.ComparisonOn(day("2026-01-01"))
	require.NoError(t, err)
	says, _ := reading.Value.Says(pricing.ComparedAzurePlan, pricing.AspectBilling)
	assert.Equal(t, "quarterly", says)
	assert.Equal(t, "Fabrikam", reading.Origin.Owner)
	assert.Len(t, house.ComparisonVersions(), 3)
}
