package markets_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

func day(text string) terms.Day { return terms.MustParseDay(text) }

func TestTopUpExcluded(t *testing.T) {
	t.Parallel()
	list := markets.Published().TopUpExcluded()
	version, err := list.On(day("2020-01-01"))
	require.NoError(t, err)
	assert.Equal(t, marketsOf("AZ BR BY CA JP KR KZ RU TW UA"), version.Entries)
	assert.Equal(t, rules.Yes, version.Contains(market("BY")))
	assert.Equal(t, rules.No, version.Contains(market("SE")))
	assert.Equal(t, rules.Unknown, version.Contains(markets.Market{}))
	assert.True(t, version.Origin.IsZero())
	assert.Equal(t, "OPEN-05", version.Sources[0].Fact)

	first := day("2014-08-01")
	assert.Equal(t, rules.Unknown, list.Contains(first.AddDays(-1), market("BY")))
	assert.Equal(t, rules.Yes, list.Contains(first, market("BY")))
	_, err = list.On(first.AddDays(-1))
	require.ErrorIs(t, err, markets.ErrNoVersion)
	_, err = list.On(terms.Day{})
	require.ErrorIs(t, err, rules.ErrDay)
}

func TestOverlayOfAList(t *testing.T) {
	t.Parallel()
	overlay := rules.Overlay{
		Owner: "Fabrikam", Reason: "contract",
		Lists: []rules.ListChange{{List: "markets.topup.excluded", Add: []string{"NO"}, Remove: []string{"BR"}}},
	}
	house, err := markets.Published().With(overlay)
	require.NoError(t, err)
	version, err := house.TopUpExcluded().On(day("2020-01-01"))
	require.NoError(t, err)
	assert.Equal(t, marketsOf("AZ BY CA JP KR KZ NO RU TW UA"), version.Entries)
	assert.Equal(t, rules.Origin{Owner: "Fabrikam", Change: rules.Replaced, Reason: "contract"}, version.Origin)
	assert.Equal(t, version.Origin, house.TopUpExcluded().About().Origin)
	assert.Equal(t, rules.Yes, markets.Published().TopUpExcluded().Contains(day("2020-01-01"), market("BR")), "the published list stays as it was")

	for name, change := range map[string]rules.ListChange{
		"added though it is there":     {List: "markets.topup.excluded", Add: []string{"BR"}},
		"removed though it is not":     {List: "markets.topup.excluded", Remove: []string{"NO"}},
		"no market's code":             {List: "markets.topup.excluded", Add: []string{"UK"}},
		"a list that is not there":     {List: "markets.topup.exclude", Add: []string{"NO"}},
		"removed, and no market's":     {List: "markets.topup.excluded", Remove: []string{"XX"}},
		"added twice in one overlay":   {List: "markets.topup.excluded", Add: []string{"NO", "NOR"}},
		"removed twice in one overlay": {List: "markets.topup.excluded", Remove: []string{"BR", "BRA"}},
	} {
		overlay.Lists = []rules.ListChange{change}
		_, err := markets.Published().With(overlay)
		require.ErrorIs(t, err, rules.ErrOverlay, name)
	}
}
