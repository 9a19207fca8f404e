package markets_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

func regionsOn(t *testing.T, text string) map[markets.Market]markets.Placement {
	t.Helper()
	version, err := markets.Published().Regions().On(day(text))
	require.NoError(t, err)
	placed := map[markets.Market]markets.Placement{}
	for _, p := range version.Placements {
		require.NotContains(t, placed, p.Market)
		placed[p.Market] = p
	}
	return placed
}

// The page has 244 entries in 15 regions. One of them is Svalbard and Jan Mayen, which are two markets.
func TestRegionsOf2023(t *testing.T) {
	t.Parallel()
	counts := map[markets.Region]int{}
	for _, p := range regionsOn(t, "2023-08-17") {
		counts[p.Region]++
	}
	assert.Equal(t, map[markets.Region]int{
		markets.RegionAfrica: 47, markets.RegionAsiaPacific: 18, markets.RegionAustralia: 21, markets.RegionBrazil: 1,
		markets.RegionCanada: 2, markets.RegionChina: 1, markets.RegionEurope: 45 + 1, markets.RegionIndia: 1, markets.RegionJapan: 1,
		markets.RegionKorea: 1, markets.RegionLatinAmerica: 53, markets.RegionMiddleEast: 44, markets.RegionNewZealand: 3,
		markets.RegionTaiwan: 1, markets.RegionUnitedStates: 5,
	}, counts)
}

// Every market of the record's own table of reservations is in the region the table gives it.
func TestRegionsOfTheRecordsTable(t *testing.T) {
	t.Parallel()
	regions := map[string]markets.Region{
		"Africa": markets.RegionAfrica, "APAC": markets.RegionAsiaPacific, "Australia": markets.RegionAustralia, "Canada": markets.RegionCanada,
		"China": markets.RegionChina, "Europe": markets.RegionEurope, "LATAM": markets.RegionLatinAmerica, "MECEE": markets.RegionMiddleEast,
		"NZ": markets.RegionNewZealand, "US": markets.RegionUnitedStates,
	}
	placed := regionsOn(t, "2023-08-17")
	for _, row := range record(t) {
		assert.Equal(t, regions[row.region], placed[row.market].Region, row.english)
	}
}

// The first three are what the record says of the change; the others stand on the pages themselves.
func TestWhatChangedInTheRegions(t *testing.T) {
	t.Parallel()
	before, after := regionsOn(t, "2021-05-20"), regionsOn(t, "2023-08-17")
	var changed []string
	for _, m := range markets.All() {
		if before[m] != after[m] {
			changed = append(changed, before[m].String()+" > "+after[m].String())
		}
	}
	assert.Equal(t, []string{
		"AS newZealand NZD > AS unitedStates USD",
		"BR brazil USD > BR brazil BRL USD",
		"BY middleEast USD > ",
		" > CN china CNY",
		"FO europe EUR > FO europe DKK",
		"GU australia AUD > GU unitedStates USD",
		"MP australia AUD > MP unitedStates USD",
		"RU russia RUB > ",
	}, changed)
}

// The German page of 2021, region by region.
func TestTheGermanPageOf2021(t *testing.T) {
	t.Parallel()
	placed := regionsOn(t, "2021-04-15")
	regions := markets.Published().Regions()
	checked := 0
	for line := range strings.Lines(testdata(t, "regions-2021.de.tsv")) {
		name, names, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		checked++
		var region markets.Region
		require.NoError(t, region.UnmarshalText([]byte(name)))
		parsed, err := markets.ParseList(names, markets.German)
		require.NoError(t, err)
		got, err := regions.Markets(day("2021-04-15"), region)
		require.NoError(t, err)
		assert.Equal(t, parsed.Markets(), got, region.Title())
		for _, m := range got {
			assert.Equal(t, region, placed[m].Region)
		}
	}
	assert.Equal(t, 6, checked)
	none, err := regions.Markets(day("2021-04-15"), markets.RegionChina)
	require.NoError(t, err)
	assert.Empty(t, none)
	_, err = regions.Markets(day("2021-04-14"), markets.RegionEurope)
	require.ErrorIs(t, err, markets.ErrNoVersion)
}

func TestMarketsWithoutARegionOrACurrency(t *testing.T) {
	t.Parallel()
	placed := regionsOn(t, "2024-01-01")
	var nowhere, unpriced []markets.Market
	for _, m := range markets.All() {
		switch p, ok := placed[m]; {
		case !ok:
			nowhere = append(nowhere, m)
		case p.Currency.IsZero():
			unpriced = append(unpriced, m)
		}
	}
	assert.Equal(t, marketsOf("BY RU"), nowhere)
	assert.Equal(t, marketsOf("BA KN MK PS VA"), unpriced)
}

func TestDaysOnWhichTheRegionsAreInDoubt(t *testing.T) {
	t.Parallel()
	regions := markets.Published().Regions()
	tests := []struct {
		name, day, market string
		listed            rules.Truth
		doubtful          bool
		later             string
	}{
		{"before the first page", "2021-04-14", "RU", rules.Unknown, false, ""},
		{"on the day of the first page", "2021-04-15", "RU", rules.Yes, false, ""},
		{"on the last day on which it was seen", "2021-05-20", "RU", rules.Yes, false, ""},
		{"on the day after", "2021-05-21", "RU", rules.Yes, true, ""},
		{"a market whose currency changes", "2021-05-21", "FO", rules.Yes, true, "FO europe DKK"},
		{"a market that comes", "2021-05-21", "CN", rules.No, true, "CN china CNY"},
		{"a market that does not change", "2021-05-21", "SE", rules.Yes, false, ""},
		{"the day before the second page", "2023-08-16", "RU", rules.Yes, true, ""},
		{"on the day of the second page", "2023-08-17", "RU", rules.No, false, ""},
		{"no market", "2023-08-17", "", rules.Unknown, false, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var m markets.Market
			require.NoError(t, m.UnmarshalText([]byte(tt.market)))
			listing := regions.Listing(day(tt.day), m)
			assert.Equal(t, tt.listed, listing.Listed)
			assert.Equal(t, tt.doubtful, listing.Doubtful)
			assert.Equal(t, tt.later, listing.Later.String())
		})
	}
}

func TestOverlayOfTheRegions(t *testing.T) {
	t.Parallel()
	house, err := markets.Published().With(overlay(rules.ListChange{
		List: "markets.csp.regions", Add: []string{"RU europe EUR", "BA middleEast USD"}, Remove: []string{"RU russia RUB", "BA middleEast"},
	}))
	require.NoError(t, err)
	listing := house.Regions().Listing(day("2024-01-01"), market("RU"))
	assert.Equal(t, "RU europe EUR", listing.Placement.String())
	assert.Equal(t, "Fabrikam", listing.Origin.Owner)
	d := house.MaySell(day("2024-01-01"), markets.Sale{Partner: market("SE"), Customer: market("RU")})
	assert.Equal(t, rules.Yes, d.Outcome)
	assert.Equal(t, "Fabrikam", d.Findings[0].Origin.Owner)
	assert.Equal(t, terms.USD, house.BilledIn(day("2024-01-01"), markets.Billing{Partner: market("BA")}).Currency)
}

func TestPlacements(t *testing.T) {
	t.Parallel()
	for _, version := range markets.Published().Regions().Versions() {
		for _, p := range version.Placements {
			back, err := markets.ParsePlacement(p.String())
			require.NoError(t, err)
			assert.Equal(t, p, back)
		}
	}
	assert.Positive(t, markets.Placement{Market: market("SE")}.Compare(markets.Placement{Market: market("NO")}))
	for _, text := range []string{"", "SE", "SE europe SEK USD EUR", "XX europe SEK", "SE scandinavia SEK", "SE europe KR", "SEeuropeSEK", strings.Repeat("SE ", 99)} {
		_, err := markets.ParsePlacement(text)
		require.ErrorIs(t, err, markets.ErrPlacement, text)
	}
	_, err := markets.ParsePlacement("UK europe GBP")
	assert.EqualError(t, err, `markets: not a placement in a region: "UK europe GBP": markets: not a market's code: "UK" is reserved for the United Kingdom; want GB`)
}

func TestRegionNames(t *testing.T) {
	t.Parallel()
	titles := map[string]bool{}
	for r := markets.RegionAfrica; r <= markets.RegionUnitedStates; r++ {
		text, err := r.MarshalText()
		require.NoError(t, err)
		var back markets.Region
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, r, back)
		titles[r.Title()] = true
	}
	assert.Len(t, titles, 16)
	assert.Empty(t, markets.Region(0).Title())
	assert.Empty(t, markets.Region(99).Title())
	assert.Equal(t, "middleEast", markets.RegionMiddleEast.String())
}
