package markets_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

func day(text string) terms.Day { return terms.MustParseDay(text) }

func on(t *testing.T, list markets.List, text string) markets.Version {
	t.Helper()
	version, err := list.On(day(text))
	require.NoError(t, err)
	return version
}

// less gives the markets of one version that another does not have.
func less(a, b markets.Version) []markets.Market {
	var left []markets.Market
	for _, m := range a.Entries {
		if b.Contains(m) == rules.No {
			left = append(left, m)
		}
	}
	return left
}

// The differences are those of the record, section 5.1.
func TestVersionsOfTheReservationLists(t *testing.T) {
	t.Parallel()
	buying, api := markets.Published().ReservationsExcluded(markets.BuyingPages), markets.Published().ReservationsExcluded(markets.APIPage)
	base, apiBase := on(t, buying, "2018-11-06"), on(t, api, "2018-10-08")
	live, apiLive := on(t, buying, "2026-11-22"), on(t, api, "2026-11-22")

	assert.Len(t, base.Entries, 117)
	assert.Equal(t, base.Entries, apiBase.Entries, "both pages began with one list")

	assert.Len(t, live.Entries, 109)
	assert.Equal(t, marketsOf("BR BY IN KR KZ RU TW UA"), less(base, live))
	assert.Empty(t, less(live, base))
	assert.Equal(t, rules.Yes, live.Contains(market("AZ")))

	assert.Len(t, apiLive.Entries, 110)
	assert.Equal(t, marketsOf("AZ BY IN KR KZ TW UA"), less(apiBase, apiLive))
	assert.Empty(t, less(apiLive, apiBase))

	assert.Equal(t, marketsOf("BR RU"), less(apiLive, live), "the API page has Brazil and Russia")
	assert.Equal(t, marketsOf("AZ"), less(live, apiLive), "the buying pages have Azerbaijan")

	for _, v := range []markets.Version{base, live, apiBase, apiLive} {
		assert.Equal(t, v.Count, len(v.Entries))
		for _, s := range v.Sources {
			assert.Equal(t, day("2026-11-22"), s.Checked)
		}
	}
	assert.Equal(t, []markets.Standing{markets.Latest, markets.Superseded}, []markets.Standing{live.Standing, base.Standing})
	assert.Equal(t, "SW-02", live.Sources[0].Fact)
}

// The source's 109 entries are 109 markets of Microsoft's and 106 codes of ISO 3166-1, of which Kosovo has none.
func TestTheListOfTheSourceByISOCode(t *testing.T) {
	t.Parallel()
	codes := map[string]bool{}
	for _, m := range on(t, markets.Published().ReservationsExcluded(markets.BuyingPages), "2023-06-30").Entries {
		if iso, ok := m.ISO(); ok {
			codes[iso] = true
		}
	}
	assert.Len(t, codes, 105)
}

func TestAVersionStandsFromItsFirstDayToTheDayBeforeTheNext(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, list, day, market string
		want                    rules.Truth
		count                   int
	}{
		{"the day before the buying pages have a list", "markets.reservations.buying", "2018-11-05", "SE", rules.Unknown, 0},
		{"the day they have it", "markets.reservations.buying", "2018-11-06", "IN", rules.Yes, 117},
		{"the last day of the first version", "markets.reservations.buying", "2019-10-17", "IN", rules.Yes, 117},
		{"the first day of the second", "markets.reservations.buying", "2019-10-18", "IN", rules.No, 109},
		{"the day after", "markets.reservations.buying", "2019-10-19", "IN", rules.No, 109},
		{"the day before the API page has the list", "markets.reservations.api", "2018-10-07", "AR", rules.Unknown, 0},
		{"the day it has it", "markets.reservations.api", "2018-10-08", "AZ", rules.Yes, 117},
		{"the last day of its first version", "markets.reservations.api", "2019-03-19", "AZ", rules.Yes, 117},
		{"the first day of its second", "markets.reservations.api", "2019-03-20", "AZ", rules.No, 110},
		{"the day before Azure is sold through Open", "markets.topup.excluded", "2014-07-31", "BY", rules.Unknown, 0},
		{"the day from which it is", "markets.topup.excluded", "2014-08-01", "BY", rules.Yes, 10},
		{"a market that is not on it", "markets.topup.excluded", "2014-08-01", "SE", rules.No, 10},
		{"the day before Azure plan is counted", "markets.azureplan", "2022-09-08", "SE", rules.Unknown, 0},
		{"a list of which only the number is known", "markets.azureplan", "2022-09-09", "SE", rules.Unknown, 137},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			list := listOf(t, markets.Published(), tt.list)
			m := market(tt.market)
			assert.Equal(t, tt.want, list.Contains(day(tt.day), m))
			listing := list.Listing(day(tt.day), m)
			assert.Equal(t, tt.want, listing.Listed)
			assert.Equal(t, tt.list, listing.List)
			version, err := list.On(day(tt.day))
			if tt.count == 0 {
				var none *markets.VersionError
				require.ErrorAs(t, err, &none)
				require.ErrorIs(t, err, markets.ErrNoVersion)
				assert.NotEmpty(t, none.Note, "what the record says of earlier days")
				assert.Equal(t, "The record has no version of the list for "+tt.day+". "+none.Note, listing.Note)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, tt.count, version.Count)
			assert.Equal(t, tt.want, version.Contains(m))
			assert.Equal(t, version.Span, listing.Span)
			assert.Equal(t, version.Sources, listing.Sources)
		})
	}
}

func listOf(t *testing.T, r *markets.Rules, id string) markets.List {
	t.Helper()
	for _, list := range r.Lists() {
		if list.ID() == id {
			return list
		}
	}
	require.Fail(t, "no such list", id)
	return markets.List{}
}

func TestListsAreAskedForADayAndAMarket(t *testing.T) {
	t.Parallel()
	for _, list := range markets.Published().Lists() {
		_, err := list.On(terms.Day{})
		require.ErrorIs(t, err, rules.ErrDay)
		assert.Equal(t, rules.Unknown, list.Contains(terms.Day{}, market("SE")))
		assert.Equal(t, rules.Unknown, list.Contains(day("2023-01-01"), markets.Market{}))
		assert.Equal(t, rules.Unknown, on(t, list, "2023-01-01").Contains(markets.Market{}))
		assert.NotEmpty(t, list.Text())
		assert.True(t, list.Origin().IsZero())
	}
	_, err := listOf(t, markets.Published(), "markets.topup.excluded").On(day("2014-07-31"))
	assert.EqualError(t, err, "markets: no version of the list for the day: markets.topup.excluded on 2014-07-31; want a day in "+
		"2014-08-01/... Azure was not yet sold through Open (OPEN-11).")
	_, err = listOf(t, markets.Published(), "markets.topup.excluded").On(terms.Day{})
	assert.EqualError(t, err, "rules: day not given: markets.topup.excluded; want a day, as in 2024-02-29")
}

func TestWhatAListGivesIsTheCallersOwn(t *testing.T) {
	t.Parallel()
	list := markets.Published().TopUpExcluded()
	for _, v := range append(list.Versions(), on(t, list, "2020-01-01")) {
		v.Entries[0], v.Sources[0].Fact = market("SE"), "SW-99"
	}
	list.About().Entries[0] = "SE"
	list.Listing(day("2020-01-01"), market("BY")).Sources[0].Fact = "SW-99"
	version := on(t, list, "2020-01-01")
	assert.Equal(t, market("AZ"), version.Entries[0])
	assert.Equal(t, "OPEN-05", version.Sources[0].Fact)
	assert.Equal(t, "AZ", list.About().Entries[0])
}

func TestListingsOfAMarket(t *testing.T) {
	t.Parallel()
	listed := func(d, code string) map[string]rules.Truth {
		all := map[string]rules.Truth{}
		for _, l := range markets.Published().ListingsOf(day(d), market(code)) {
			all[l.List] = l.Listed
		}
		return all
	}
	const buying, api, topUp, plan, regions = "markets.reservations.buying", "markets.reservations.api", "markets.topup.excluded",
		"markets.azureplan", "markets.csp.regions"
	assert.Equal(t, map[string]rules.Truth{buying: rules.No, api: rules.Yes, topUp: rules.Yes, plan: rules.Unknown, regions: rules.Yes},
		listed("2024-01-01", "BR"))
	assert.Equal(t, map[string]rules.Truth{buying: rules.No, api: rules.Yes, topUp: rules.Yes, plan: rules.Unknown, regions: rules.No},
		listed("2024-01-01", "RU"))
	assert.Equal(t, map[string]rules.Truth{buying: rules.Yes, api: rules.Yes, topUp: rules.Yes, plan: rules.Unknown, regions: rules.Unknown},
		listed("2019-01-01", "AZ"))
}

func overlay(changes ...rules.ListChange) rules.Overlay {
	return rules.Overlay{Owner: "Fabrikam", Reason: "contract", Lists: changes}
}

func TestOverlayOfAList(t *testing.T) {
	t.Parallel()
	house, err := markets.Published().With(overlay(rules.ListChange{List: "markets.topup.excluded", Add: []string{"NO"}, Remove: []string{"BR"}}))
	require.NoError(t, err)
	version := on(t, house.TopUpExcluded(), "2020-01-01")
	assert.Equal(t, marketsOf("AZ BY CA JP KR KZ NO RU TW UA"), version.Entries)
	assert.Equal(t, 10, version.Count)
	origin := rules.Origin{Owner: "Fabrikam", Change: rules.Replaced, Reason: "contract"}
	assert.Equal(t, origin, version.Origin)
	assert.Equal(t, origin, house.TopUpExcluded().Origin())
	assert.Equal(t, origin, house.TopUpExcluded().About().Origin)
	assert.Equal(t, "As it was published: "+on(t, markets.Published().TopUpExcluded(), "2020-01-01").Note, version.Note)
	for code, change := range map[string]rules.Change{"NO": rules.Added, "BR": rules.Removed, "SE": 0, "AZ": 0} {
		origin := house.TopUpExcluded().Listing(day("2020-01-01"), market(code)).Origin
		assert.Equal(t, change, origin.Change, code)
		assert.Equal(t, change != 0, origin.Owner == "Fabrikam" && origin.Reason == "contract", code)
	}
	assert.Equal(t, rules.Yes, markets.Published().TopUpExcluded().Contains(day("2020-01-01"), market("BR")), "the published list stays as it was")

	d := house.MayTopUp(day("2020-01-01"), markets.TopUp{Market: market("NO")})
	assert.Equal(t, rules.No, d.Outcome)
	assert.Equal(t, rules.Origin{Owner: "Fabrikam", Change: rules.Added, Reason: "contract"}, d.Findings[0].Origin,
		"a finding says who put the market on the list")

	twice, err := house.With(rules.Overlay{Owner: "Contoso", Reason: "law", Lists: []rules.ListChange{
		{List: "markets.topup.excluded", Add: []string{"SE", "BR"}},
	}})
	require.NoError(t, err)
	for code, owner := range map[string]string{"NO": "Fabrikam", "SE": "Contoso", "BR": "", "AZ": ""} {
		assert.Equal(t, owner, twice.TopUpExcluded().Listing(day("2020-01-01"), market(code)).Origin.Owner, code)
	}
	assert.Equal(t, "As it was published: "+on(t, markets.Published().TopUpExcluded(), "2020-01-01").Note,
		on(t, twice.TopUpExcluded(), "2020-01-01").Note)
}

// What an overlay changes in a list is in every decision whose rules look into it: in its digest, in what changed on the day,
// and in what each finding uses. The finding of a market that the overlay leaves alone is as it was published.
func TestADecisionNamesAChangedList(t *testing.T) {
	t.Parallel()
	on, excluded := day("2020-01-01"), "markets.topup.excluded"
	house, err := markets.Published().With(overlay(rules.ListChange{List: excluded, Add: []string{"NO"}}))
	require.NoError(t, err)
	origin := rules.Origin{Owner: "Fabrikam", Change: rules.Replaced, Reason: "contract"}
	published, changed := markets.MayTopUp(on, markets.TopUp{Market: market("SE")}), house.MayTopUp(on, markets.TopUp{Market: market("SE")})
	assert.NotEqual(t, published.Digest, changed.Digest)
	assert.Empty(t, published.Changed)
	assert.Equal(t, []rules.ChangedRule{
		{Rule: "markets.topup.listed", Uses: excluded, Origin: origin}, {Rule: "markets.topup.notListed", Uses: excluded, Origin: origin},
	}, changed.Changed)
	assert.True(t, changed.Findings[0].Origin.IsZero(), "Sweden is as it was")
	require.Len(t, changed.Findings[0].Uses, 1)
	assert.Equal(t, origin, changed.Findings[0].Uses[0].Origin)
	assert.Equal(t, house.TopUpExcluded().About().Use(), changed.Findings[0].Uses[0])

	sale := markets.Sale{Partner: market("SE"), Customer: market("NO")}
	assert.True(t, markets.MaySell(on, sale).Equal(house.MaySell(on, sale)), "what looks into other lists is as it was")
	for _, list := range []string{"markets.reservations.buying", "markets.reservations.api"} {
		other, err := markets.Published().With(overlay(rules.ListChange{List: list, Add: []string{"NO"}}))
		require.NoError(t, err)
		assert.NotEqual(t, markets.Published().ReservationSet().Digest(), other.ReservationSet().Digest(), list)
	}
	for id, digest := range map[string]func(r *markets.Rules) string{
		"sale":      func(r *markets.Rules) string { return r.SaleSet().Digest() },
		"enrolment": func(r *markets.Rules) string { return r.EnrolmentSet().Digest() },
		"billing":   func(r *markets.Rules) string { return r.BillingSet().Digest() },
		"azureplan": func(r *markets.Rules) string { return r.PlanOfferSet().Digest() },
	} {
		other, err := markets.Published().With(overlay(rules.ListChange{List: "markets.csp.regions", Remove: []string{"XK"}}))
		require.NoError(t, err)
		assert.NotEqual(t, digest(markets.Published()), digest(other), id)
	}

	// A change of an older version alone is one too.
	older := func(code string) string {
		other, err := markets.Published().With(overlay(rules.ListChange{List: "markets.reservations.buying", Remove: []string{code}}))
		require.NoError(t, err)
		return other.ReservationSet().Digest()
	}
	assert.NotEqual(t, older("IN"), older("KR"))
}

// The two lists of Microsoft disagree about a market or they do not, whatever an overlay says.
func TestAnOverlayIsNoDisagreementOfMicrosofts(t *testing.T) {
	t.Parallel()
	house, err := markets.Published().With(overlay(rules.ListChange{
		List: "markets.reservations.buying", Add: []string{"NO"}, Remove: []string{"AZ"},
	}))
	require.NoError(t, err)
	d := house.MayReserve(day("2024-01-01"), markets.Reservation{Market: market("NO")})
	assert.Equal(t, rules.No, d.Outcome)
	assert.Equal(t, []string{"reservations.buying.listed"}, said(d))
	assert.Equal(t, rules.Added, d.Findings[0].Origin.Change)

	d = house.MayReserve(day("2024-01-01"), markets.Reservation{Market: market("AZ")})
	assert.Equal(t, rules.Yes, d.Outcome)
	assert.Equal(t, []string{"reservations.buying.notListed", "reservations.differ"}, said(d))
	assert.Equal(t, rules.Removed, d.Findings[0].Origin.Change)
	assert.True(t, d.Findings[1].Origin.IsZero(), "Microsoft's lists disagree by themselves")
}

func TestWhatAnOverlayIsAppliedBefore(t *testing.T) {
	t.Parallel()
	house, err := markets.Published().With(overlay(rules.ListChange{List: "markets.reservations.buying", Add: []string{"NO"}}))
	require.NoError(t, err)
	known, err := house.AsKnown(day("2019-05-01"))
	require.NoError(t, err)
	list := known.ReservationsExcluded(markets.BuyingPages)
	assert.Equal(t, rules.Added, list.Listing(day("2024-01-01"), market("NO")).Origin.Change)
	assert.True(t, list.Listing(day("2024-01-01"), market("IN")).Origin.IsZero(), "the list of 2019 had India as it was published")
}

// An id that begins with another package's name is another package's, so With alone does not see that it is misspelt.
func TestAMisspeltPackageIsFoundByCheck(t *testing.T) {
	t.Parallel()
	o := overlay(rules.ListChange{List: "market.topup.excluded", Add: []string{"NO"}})
	house, err := markets.Published().With(o)
	require.NoError(t, err)
	assert.Equal(t, rules.Yes, house.MayTopUp(day("2020-01-01"), markets.TopUp{Market: market("NO")}).Outcome)
	require.ErrorIs(t, o.Check(markets.Published().About()...), rules.ErrOverlay)
}

func TestOverlayOfAListOfSeveralVersions(t *testing.T) {
	t.Parallel()
	// Belarus is on the first version and not on the second, China on both, Sweden on neither.
	house, err := markets.Published().With(overlay(rules.ListChange{
		List: "markets.reservations.buying", Add: []string{"BY", "SE"}, Remove: []string{"CN", "RU"},
	}))
	require.NoError(t, err)
	list := house.ReservationsExcluded(markets.BuyingPages)
	for _, d := range []string{"2019-10-17", "2019-10-18"} {
		for code, want := range map[string]rules.Truth{"BY": rules.Yes, "SE": rules.Yes, "CN": rules.No, "RU": rules.No, "AZ": rules.Yes} {
			assert.Equal(t, want, list.Contains(day(d), market(code)), "%s on %s", code, d)
		}
	}
	assert.Equal(t, 117+1-2, on(t, list, "2019-10-17").Count)
	assert.Equal(t, 109+2-1, on(t, list, "2019-10-18").Count)

	both, err := markets.Published().With(overlay(rules.ListChange{List: "markets.azureplan", Add: []string{"SE"}}))
	require.NoError(t, err)
	version := on(t, both.PlanMarkets(), "2023-01-01")
	assert.Equal(t, rules.Yes, version.Contains(market("SE")))
	assert.Equal(t, rules.Unknown, version.Contains(market("NO")), "who adds one does not say that there are no others")
	assert.Equal(t, 137, version.Count)
}

func TestOverlaysThatDoNotFit(t *testing.T) {
	t.Parallel()
	const topUp, buying, regions = "markets.topup.excluded", "markets.reservations.buying", "markets.csp.regions"
	for name, change := range map[string]rules.ListChange{
		"added though it is there":                   {List: topUp, Add: []string{"BR"}},
		"added though it is on every version":        {List: buying, Add: []string{"CN"}},
		"removed though it is not there":             {List: topUp, Remove: []string{"NO"}},
		"removed though it is on no version":         {List: buying, Remove: []string{"SE"}},
		"no market's code":                           {List: topUp, Add: []string{"UK"}},
		"removed, and no market's code":              {List: topUp, Remove: []string{"XX"}},
		"a list that is not there":                   {List: "markets.topup.exclude", Add: []string{"NO"}},
		"added twice":                                {List: topUp, Add: []string{"NO", "NOR"}},
		"removed twice":                              {List: topUp, Remove: []string{"BR", "BRA"}},
		"a market in two regions":                    {List: regions, Add: []string{"SE africa USD"}},
		"a placement that is none":                   {List: regions, Add: []string{"SE scandinavia SEK"}},
		"a placement removed that is not there":      {List: regions, Remove: []string{"SE europe EUR"}},
		"a market code where a placement belongs":    {List: regions, Add: []string{"SE"}},
		"the code of a market that is in no region":  {List: regions, Remove: []string{"CU"}},
		"a list of another kind of thing altogether": {List: "markets.csp", Add: []string{"SE"}},
	} {
		_, err := markets.Published().With(overlay(change))
		require.ErrorIs(t, err, rules.ErrOverlay, name)
	}
	_, err := markets.Published().With(rules.Overlay{Lists: []rules.ListChange{{List: topUp, Add: []string{"NO"}}}})
	require.ErrorIs(t, err, rules.ErrOverlay, "nobody owns it")
	same, err := markets.Published().With(overlay(rules.ListChange{List: "credit.other", Add: []string{"NO"}}))
	require.NoError(t, err, "what belongs to other packages is theirs")
	assert.Equal(t, markets.Published().TopUpExcluded(), same.TopUpExcluded())
}

func TestAsKnown(t *testing.T) {
	t.Parallel()
	same, err := markets.Published().AsKnown(terms.Day{})
	require.NoError(t, err)
	assert.Same(t, markets.Published(), same, "a record of the present wording is decided by it again")

	then, err := markets.Published().AsKnown(day("2019-05-01"))
	require.NoError(t, err)
	version := on(t, then.ReservationsExcluded(markets.BuyingPages), "2024-01-01")
	assert.Len(t, version.Entries, 117, "the list of then stands without end")
	assert.Equal(t, terms.SpanFrom(day("2018-11-06")), version.Span)
	assert.Equal(t, markets.Latest, version.Standing)
	assert.Len(t, on(t, then.ReservationsExcluded(markets.APIPage), "2024-01-01").Entries, 110)

	_, err = then.Regions().On(day("2024-01-01"))
	require.ErrorIs(t, err, markets.ErrNoVersion)
	assert.ErrorContains(t, err, "On 2019-05-01 the list was not published.")
	assert.Equal(t, rules.Unanswered, then.MaySell(day("2024-01-01"), markets.Sale{Partner: market("SE"), Customer: market("NO")}).Status)

	last, err := markets.Published().AsKnown(day("2019-10-17"))
	require.NoError(t, err)
	assert.Equal(t, rules.No, last.MayReserve(day("2024-01-01"), markets.Reservation{Market: market("IN")}).Outcome)
	first, err := markets.Published().AsKnown(day("2019-10-18"))
	require.NoError(t, err)
	assert.Equal(t, rules.Yes, first.MayReserve(day("2024-01-01"), markets.Reservation{Market: market("IN")}).Outcome)
}

func TestAboutNamesEverySetAndList(t *testing.T) {
	t.Parallel()
	ids := map[string]rules.AboutKind{}
	for _, about := range markets.Published().About() {
		ids[about.ID] = about.Kind
		for _, r := range about.Rules {
			assert.True(t, strings.HasPrefix(string(r.ID), "markets."), r.ID)
		}
		if about.Kind == rules.AboutList {
			assert.NotEmpty(t, about.Sources, about.ID)
			assert.NotEmpty(t, about.Boundaries, about.ID)
		}
	}
	assert.Equal(t, map[string]rules.AboutKind{
		"markets/reservations": rules.AboutSet, "markets/topup": rules.AboutSet, "markets/sale": rules.AboutSet, "markets/enrolment": rules.AboutSet,
		"markets/azureplan": rules.AboutSet, "markets/open": rules.AboutSet, "markets/billing": rules.AboutSet,
		"markets.reservations.buying": rules.AboutList, "markets.reservations.api": rules.AboutList, "markets.topup.excluded": rules.AboutList,
		"markets.azureplan": rules.AboutList, "markets.csp.regions": rules.AboutList,
	}, ids)
	assert.Equal(t, []terms.Day{day("2018-11-06"), day("2019-10-18")}, markets.Published().ReservationsExcluded(0).Boundaries())
}

// roundTrip sees to it that a value reads back from its JSON as an equal one.
func roundTrip[T interface{ Equal(other T) bool }](t *testing.T, value T) {
	t.Helper()
	text, err := json.Marshal(value)
	require.NoError(t, err)
	var back T
	require.NoError(t, terms.Decode(strings.NewReader(string(text)), &back), string(text))
	assert.True(t, value.Equal(back), "%s\n%+v\n%+v", text, value, back)
}

func TestAnswersReadBack(t *testing.T) {
	t.Parallel()
	for _, d := range []string{"2000-01-01", "2019-01-01", "2022-01-01", "2024-01-01"} {
		for _, m := range append(marketsOf("SE BR FO RU CN XJ"), markets.Market{}) {
			for _, listing := range markets.Published().ListingsOf(day(d), m) {
				roundTrip(t, listing)
			}
			roundTrip(t, markets.Published().Regions().Listing(day(d), m))
			roundTrip(t, markets.MayReserve(day(d), markets.Reservation{Market: m}))
			roundTrip(t, markets.MayTopUp(day(d), markets.TopUp{Market: m}))
			roundTrip(t, markets.MaySell(day(d), markets.Sale{Partner: m, Customer: market("SE")}))
			roundTrip(t, markets.MayEnrol(day(d), markets.Enrolment{Office: m}))
			roundTrip(t, markets.IsPlanAvailable(day(d), markets.PlanOffer{Market: m}))
			roundTrip(t, markets.BilledIn(day(d), markets.Billing{Partner: m}))
		}
	}
	for _, list := range markets.Published().Lists() {
		for _, version := range list.Versions() {
			roundTrip(t, version)
			assert.False(t, version.Equal(markets.Version{}))
		}
	}
	for _, version := range markets.Published().Regions().Versions() {
		roundTrip(t, version)
		assert.False(t, version.Equal(markets.RegionsVersion{}))
	}
}
