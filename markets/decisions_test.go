package markets_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

// given reads a market's code, and nothing as no market.
func given(t *testing.T, code string) markets.Market {
	t.Helper()
	var m markets.Market
	require.NoError(t, m.UnmarshalText([]byte(code)))
	return m
}

// said gives the ids of the rules that spoke, without the package's name.
func said[Out comparable](d rules.Decision[Out]) []string {
	var ids []string
	for _, f := range d.Findings {
		ids = append(ids, string(f.Rule)[len("markets."):])
	}
	return ids
}

// arg gives an argument of a finding.
func arg[Out comparable](f rules.Finding[Out], name string) string {
	for _, a := range f.Args {
		if a.Name == name {
			return a.Text
		}
	}
	return ""
}

func TestMayReserve(t *testing.T) {
	t.Parallel()
	const buying, api = markets.BuyingPages, markets.APIPage
	tests := []struct {
		name, day, market string
		pages             markets.Pages
		want              rules.Truth
		status            rules.Status
		said              []string
	}{
		{"a market that neither list has", "2024-01-01", "SE", 0, rules.Yes, rules.Decided, []string{"reservations.buying.notListed"}},
		{"a market that both have", "2024-01-01", "CN", 0, rules.No, rules.Decided, []string{"reservations.buying.listed"}},
		{
			"Azerbaijan, which the buying pages have, by the default", "2024-01-01", "AZ", 0, rules.No, rules.Decided,
			[]string{"reservations.buying.listed", "reservations.differ"},
		},
		{"the same by the buying pages", "2024-01-01", "AZ", buying, rules.No, rules.Decided, []string{"reservations.buying.listed", "reservations.differ"}},
		{"the same by the API page", "2024-01-01", "AZ", api, rules.Yes, rules.Decided, []string{"reservations.api.notListed", "reservations.differ"}},
		{"Brazil by the default", "2024-01-01", "BR", 0, rules.Yes, rules.Decided, []string{"reservations.buying.notListed", "reservations.differ"}},
		{"Brazil by the API page", "2024-01-01", "BR", api, rules.No, rules.Decided, []string{"reservations.api.listed", "reservations.differ"}},
		{
			"Russia, in which no partner may sell", "2024-01-01", "RU", 0, rules.No, rules.Decided,
			[]string{"reservations.differ", "reservations.nowhere"},
		},
		{"Belarus, in which no partner may sell", "2024-01-01", "BY", 0, rules.No, rules.Decided, []string{"reservations.nowhere"}},
		{"the same by the API page", "2024-01-01", "BY", api, rules.No, rules.Decided, []string{"reservations.nowhere"}},
		{"Belarus on the first day that it is in no region", "2023-08-17", "BY", 0, rules.No, rules.Decided, []string{"reservations.nowhere"}},
		{
			"Belarus on the last day that it may be in one", "2023-08-16", "BY", 0, rules.Yes, rules.Decided,
			[]string{"reservations.buying.notListed", "reservations.doubt"},
		},
		{
			"Belarus when it may first be in none", "2021-05-21", "BY", 0, rules.Yes, rules.Decided,
			[]string{"reservations.buying.notListed", "reservations.doubt"},
		},
		{"Belarus on the last day before", "2021-05-20", "BY", 0, rules.Yes, rules.Decided, []string{"reservations.buying.notListed"}},
		{"Guam, which moves from one region to another", "2022-01-01", "GU", 0, rules.No, rules.Decided, []string{"reservations.buying.listed"}},
		{"the Faroe Islands, whose currency alone changes", "2022-01-01", "FO", 0, rules.Yes, rules.Decided, []string{"reservations.buying.notListed"}},
		{"China on the day before the list of regions", "2021-04-14", "CN", 0, rules.No, rules.Decided, []string{"reservations.buying.listed"}},
		{
			"China when it is first known to be in no region", "2021-04-15", "CN", 0, rules.No, rules.Decided,
			[]string{"reservations.buying.listed", "reservations.nowhere"},
		},
		{
			"Russia by the API page", "2024-01-01", "RU", api, rules.No, rules.Decided,
			[]string{"reservations.api.listed", "reservations.differ", "reservations.nowhere"},
		},
		{"Saba, which stands by itself", "2024-01-01", "XS", 0, rules.No, rules.Decided, []string{"reservations.buying.listed"}},
		{"India on the last day of the first version", "2019-10-17", "IN", 0, rules.No, rules.Decided, []string{"reservations.buying.listed", "reservations.differ"}},
		{"India on the first day of the second", "2019-10-18", "IN", 0, rules.Yes, rules.Decided, []string{"reservations.buying.notListed"}},
		{"both lists the same", "2019-03-19", "IN", 0, rules.No, rules.Decided, []string{"reservations.buying.listed"}},
		{"the API page changes first", "2019-03-20", "IN", api, rules.Yes, rules.Decided, []string{"reservations.api.notListed", "reservations.differ"}},
		{"the first day of the buying pages", "2018-11-06", "SE", 0, rules.Yes, rules.Decided, []string{"reservations.buying.notListed"}},
		{"the day before", "2018-11-05", "SE", 0, 0, rules.Unanswered, []string{"reservations.buying.before"}},
		{"the same by the API page", "2018-11-05", "SE", api, rules.Yes, rules.Decided, []string{"reservations.api.notListed"}},
		{"the first day of the API page", "2018-10-08", "CN", api, rules.No, rules.Decided, []string{"reservations.api.listed"}},
		{"the day before", "2018-10-07", "CN", api, 0, rules.Unanswered, []string{"reservations.api.before"}},
		{"no market", "2024-01-01", "", 0, 0, rules.Undetermined, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := markets.MayReserve(day(tt.day), markets.Reservation{Market: given(t, tt.market), Pages: tt.pages})
			assert.Equal(t, tt.want, d.Outcome)
			assert.Equal(t, tt.status, d.Status)
			assert.Equal(t, tt.said, said(d))
			if tt.status == rules.Undetermined {
				assert.Equal(t, []string{"market"}, d.Missing)
			}
		})
	}
	d := markets.MayReserve(terms.Day{}, markets.Reservation{Market: market("SE")})
	require.ErrorIs(t, d.Err(), rules.ErrDay)
}

func TestADecisionNamesListVersionAndSource(t *testing.T) {
	t.Parallel()
	d := markets.MayReserve(day("2019-01-01"), markets.Reservation{Market: market("IN")})
	f := d.Findings[0]
	assert.Equal(t, "IN", arg(f, "market"))
	assert.Equal(t, "markets.reservations.buying", arg(f, "list"))
	assert.Equal(t, "2018-11-06/2019-10-18", arg(f, "version"))
	assert.Equal(t, "SW-02", f.Sources[0].Fact)
	assert.Contains(t, f.Sources[len(f.Sources)-1].Document, "localised copies", "the source of the version that stood")

	differ := markets.MayReserve(day("2024-01-01"), markets.Reservation{Market: market("AZ")}).Findings[1]
	assert.Equal(t, "markets.reservations.buying", arg(differ, "list"))
	assert.Equal(t, "markets.reservations.api", arg(differ, "otherList"))
	assert.Equal(t, "2019-03-20/..", arg(differ, "otherVersion"))

	f = markets.MayTopUp(day("2020-01-01"), markets.TopUp{Market: market("BY")}).Findings[0]
	assert.Equal(t, "markets.topup.excluded", arg(f, "list"))
	assert.Equal(t, "2014-08-01/..", arg(f, "version"))
	assert.Equal(t, "OPEN-05", f.Sources[0].Fact)

	sold := markets.MaySell(day("2024-01-01"), markets.Sale{Partner: market("SE"), Customer: market("DE")}).Findings[0]
	assert.Equal(t, "markets.csp.regions", arg(sold, "list"))
	assert.Equal(t, "2023-08-17/..", arg(sold, "version"))
	assert.Equal(t, "europe", arg(sold, "partnerRegion"))
	assert.Equal(t, "europe", arg(sold, "customerRegion"))
	assert.Equal(t, "CSP-19", sold.Sources[0].Fact)

	billed := markets.BilledIn(day("2024-01-01"), markets.Billing{Partner: market("SE")}).Decision.Findings[0]
	assert.Equal(t, "markets.csp.regions", arg(billed, "list"))
}

// What the caller knows better is taken as it is.
func TestFactsThatAreGivenAreNotLookedUp(t *testing.T) {
	t.Parallel()
	d := markets.MayReserve(day("2024-01-01"), markets.Reservation{Market: market("SE"), Buying: rules.Yes})
	assert.Equal(t, rules.No, d.Outcome)
	top := markets.MayTopUp(day("2024-01-01"), markets.TopUp{Market: market("BY"), Excluded: rules.No})
	assert.Equal(t, rules.Yes, top.Outcome)
	sold := markets.MaySell(day("2024-01-01"), markets.Sale{
		Partner: market("SE"), Customer: market("US"), CustomerRegion: markets.RegionFacts{Listed: rules.Yes, Region: markets.RegionEurope},
	})
	assert.Equal(t, rules.Yes, sold.Outcome)
	open := markets.IsPlanAvailable(day("2024-01-01"), markets.PlanOffer{Market: market("SE"), Listed: rules.Yes})
	assert.Equal(t, rules.Yes, open.Outcome)
}

func TestMayTopUp(t *testing.T) {
	t.Parallel()
	excluded := map[string]bool{"AZ": true, "BY": true, "BR": true, "CA": true, "JP": true, "KZ": true, "KR": true, "RU": true, "TW": true, "UA": true}
	for _, m := range markets.All() {
		d := markets.MayTopUp(day("2014-08-01"), markets.TopUp{Market: m})
		require.NoError(t, d.Err())
		assert.Equal(t, rules.TruthOf(!excluded[m.Code()]), d.Outcome, m)
	}
	d := markets.MayTopUp(day("2014-07-31"), markets.TopUp{Market: market("SE")})
	assert.Equal(t, rules.No, d.Outcome, "there was no credit to top up")
	assert.Equal(t, []string{"topup.before"}, said(d))
	d = markets.MayTopUp(day("2014-08-01"), markets.TopUp{})
	assert.Equal(t, []string{"market"}, d.Missing)
}

func TestMaySell(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, day, partner, customer string
		want                         rules.Truth
		said                         []string
	}{
		{"its own market", "2024-01-01", "SE", "SE", rules.Yes, []string{"sale.region"}},
		{"another market of its region", "2024-01-01", "SE", "PT", rules.Yes, []string{"sale.region"}},
		{"another with another currency", "2024-01-01", "FO", "CH", rules.Yes, []string{"sale.region"}},
		{"Jan Mayen, which the page has with Svalbard", "2024-01-01", "NO", "XJ", rules.Yes, []string{"sale.region"}},
		{"one of the 47 of Africa", "2024-01-01", "ZM", "AO", rules.Yes, []string{"sale.region"}},
		{"another region", "2024-01-01", "SE", "US", rules.No, []string{"sale.otherRegion"}},
		{"next door, in another region", "2024-01-01", "NC", "AU", rules.No, []string{"sale.otherRegion"}},
		{"its own market, alone in its region", "2024-01-01", "CN", "CN", rules.Yes, []string{"sale.region"}},
		{"from China", "2024-01-01", "CN", "HK", rules.No, []string{"sale.alone"}},
		{"to China", "2024-01-01", "HK", "CN", rules.No, []string{"sale.alone"}},
		{"from Brazil", "2024-01-01", "BR", "AR", rules.No, []string{"sale.alone"}},
		{"to Japan", "2024-01-01", "AU", "JP", rules.No, []string{"sale.alone"}},
		{"to Korea", "2024-01-01", "SG", "KR", rules.No, []string{"sale.alone"}},
		{"from Taiwan", "2024-01-01", "TW", "SG", rules.No, []string{"sale.alone"}},
		{"from India to Japan", "2024-01-01", "IN", "JP", rules.No, []string{"sale.alone"}},
		{"a customer in no region", "2024-01-01", "SE", "RU", rules.No, []string{"sale.customerNowhere"}},
		{"a partner in no region", "2024-01-01", "BY", "SE", rules.No, []string{"sale.partnerNowhere"}},
		{"both in none", "2024-01-01", "RU", "RU", rules.No, []string{"sale.partnerNowhere", "sale.customerNowhere"}},
		{"Russia while it was a region", "2021-05-20", "RU", "RU", rules.Yes, []string{"sale.region"}},
		{"Russia when it may have been none", "2021-05-21", "RU", "RU", rules.Yes, []string{"sale.region", "sale.doubt"}},
		{"Russia on the last such day", "2023-08-16", "RU", "RU", rules.Yes, []string{"sale.region", "sale.doubt"}},
		{"Russia when it is none", "2023-08-17", "RU", "RU", rules.No, []string{"sale.partnerNowhere", "sale.customerNowhere"}},
		{"from Russia while it was a region", "2021-05-20", "RU", "BY", rules.No, []string{"sale.alone"}},
		{"China before it was a region", "2021-05-20", "CN", "CN", rules.No, []string{"sale.partnerNowhere", "sale.customerNowhere"}},
		{"Guam while it was in Australia's", "2021-05-20", "AU", "GU", rules.Yes, []string{"sale.region"}},
		{"Guam when it may have moved", "2022-01-01", "AU", "GU", rules.Yes, []string{"sale.region", "sale.doubt"}},
		{"Guam since it has", "2023-08-17", "US", "GU", rules.Yes, []string{"sale.region"}},
		{"the Faroe Islands, whose currency alone changes", "2022-01-01", "DK", "FO", rules.Yes, []string{"sale.region"}},
		{"the first day of the list", "2021-04-15", "SE", "NO", rules.Yes, []string{"sale.region"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := markets.MaySell(day(tt.day), markets.Sale{Partner: market(tt.partner), Customer: market(tt.customer)})
			require.NoError(t, d.Err())
			assert.Equal(t, tt.want, d.Outcome)
			assert.Equal(t, tt.said, said(d))
		})
	}
}

func TestMaySellAsksForWhatMatters(t *testing.T) {
	t.Parallel()
	on := day("2024-01-01")
	d := markets.MaySell(on, markets.Sale{})
	assert.Equal(t, []string{"partner", "customer"}, d.Missing)
	d = markets.MaySell(on, markets.Sale{Partner: market("SE")})
	require.ErrorIs(t, d.Err(), rules.ErrUndetermined)
	assert.Equal(t, []string{"customer"}, d.Missing, "who is given is not asked for")
	d = markets.MaySell(on, markets.Sale{Customer: market("NO")})
	assert.Equal(t, []string{"partner"}, d.Missing)
	d = markets.MaySell(on, markets.Sale{Customer: market("RU")})
	assert.Equal(t, rules.No, d.Outcome, "nobody sells to Russia, whoever asks")
	d = markets.MaySell(on, markets.Sale{Partner: market("BY")})
	assert.Equal(t, rules.No, d.Outcome, "Belarus sells to nobody")
	d = markets.MaySell(day("2021-04-14"), markets.Sale{Partner: market("SE"), Customer: market("NO")})
	assert.Equal(t, rules.Unanswered, d.Status)
	assert.Equal(t, []string{"sale.before"}, said(d))
}

func TestMayEnrol(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		day, office string
		want        rules.Truth
		said        []string
	}{
		{"2024-01-01", "SE", rules.Yes, []string{"enrolment.listed"}},
		{"2024-01-01", "RU", rules.No, []string{"enrolment.notListed"}},
		{"2022-01-01", "RU", rules.Yes, []string{"enrolment.listed", "enrolment.doubt"}},
		{"2022-01-01", "CN", rules.No, []string{"enrolment.notListed", "enrolment.doubt"}},
		{"2024-01-01", "CN", rules.Yes, []string{"enrolment.listed"}},
		{"2021-04-15", "BY", rules.Yes, []string{"enrolment.listed"}},
	} {
		d := markets.MayEnrol(day(tt.day), markets.Enrolment{Office: market(tt.office)})
		assert.Equal(t, tt.want, d.Outcome, tt.office)
		assert.Equal(t, tt.said, said(d))
	}
	assert.Equal(t, []string{"office"}, markets.MayEnrol(day("2024-01-01"), markets.Enrolment{}).Missing)
	assert.Equal(t, rules.Unanswered, markets.MayEnrol(day("2021-04-14"), markets.Enrolment{Office: market("SE")}).Status)
}

func TestIsPlanAvailable(t *testing.T) {
	t.Parallel()
	d := markets.IsPlanAvailable(day("2024-01-01"), markets.PlanOffer{Market: market("SE")})
	assert.Equal(t, rules.Unanswered, d.Status)
	assert.Equal(t, []string{"azureplan.counted"}, said(d))
	require.ErrorIs(t, d.Err(), rules.ErrNoRule)
	assert.Contains(t, d.Findings[0].Sources, rules.Source{
		Fact: "PLAN-08", Document: "Purchase the Azure plan, 2022-09-09", Section: "Country/region availability",
		Address: "https://github.com/kvamseek/partner-center/blob/85eb3c40f4925934e4e7100d4a97d951aa679052/purchase-azure-plan.md",
		Checked: day("2026-11-22"),
	})

	d = markets.IsPlanAvailable(day("2024-01-01"), markets.PlanOffer{Market: market("RU")})
	assert.Equal(t, rules.No, d.Outcome)
	assert.Equal(t, []string{"azureplan.nowhere", "azureplan.counted"}, said(d))

	for on, want := range map[string][]string{
		"2023-08-16": {"azureplan.nowhere", "azureplan.doubt", "azureplan.counted"}, "2023-08-17": {"azureplan.counted"},
	} {
		assert.Equal(t, want, said(markets.IsPlanAvailable(day(on), markets.PlanOffer{Market: market("CN")})), on)
	}

	house, err := markets.Published().With(overlay(rules.ListChange{List: "markets.azureplan", Add: []string{"SE"}}))
	require.NoError(t, err)
	assert.Equal(t, rules.Yes, house.IsPlanAvailable(day("2024-01-01"), markets.PlanOffer{Market: market("SE")}).Outcome)

	assert.Equal(t, []string{"azureplan.before"}, said(markets.IsPlanAvailable(day("2022-09-08"), markets.PlanOffer{Market: market("SE")})))
	assert.Equal(t, []string{"market"}, markets.IsPlanAvailable(day("2024-01-01"), markets.PlanOffer{}).Missing)
}

func TestIsOpenAvailable(t *testing.T) {
	t.Parallel()
	const yes, no, unknown = rules.Yes, rules.No, rules.Unknown
	for _, tt := range []struct {
		partners, direct, want rules.Truth
		missing                []string
	}{
		{yes, yes, yes, nil},
		{yes, no, no, nil},
		{no, yes, no, nil},
		{no, no, no, nil},
		{no, unknown, no, nil},
		{unknown, no, no, nil},
		{yes, unknown, unknown, []string{"azureDirect"}},
		{unknown, yes, unknown, []string{"partners"}},
		{unknown, unknown, unknown, []string{"partners", "azureDirect"}},
	} {
		d := markets.IsOpenAvailable(day("2014-08-01"), markets.OpenOffer{Partners: tt.partners, AzureDirect: tt.direct})
		assert.Equal(t, tt.want, d.Outcome, "%v %v", tt.partners, tt.direct)
		assert.Equal(t, tt.missing, d.Missing)
	}
	d := markets.IsOpenAvailable(day("2014-07-31"), markets.OpenOffer{Partners: yes, AzureDirect: yes})
	assert.Equal(t, rules.No, d.Outcome, "Azure was not yet sold through Open")
}

func TestBilledIn(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, day, partner string
		traditional        rules.Truth
		want               terms.Currency
		status             rules.Status
		said               []string
	}{
		{"Sweden", "2024-01-01", "SE", 0, terms.SEK, rules.Decided, []string{"billing.listed"}},
		{"Croatia, in euros", "2024-01-01", "HR", 0, terms.EUR, rules.Decided, []string{"billing.listed"}},
		{"Croatia before it had the euro", "2021-05-20", "HR", 0, terms.EUR, rules.Decided, []string{"billing.listed"}},
		{"Bulgaria before it had the euro", "2024-01-01", "BG", 0, terms.EUR, rules.Decided, []string{"billing.listed"}},
		{"Bulgaria since it has", "2026-01-01", "BG", 0, terms.EUR, rules.Decided, []string{"billing.listed"}},
		{"Poland, in euros", "2024-01-01", "PL", 0, terms.EUR, rules.Decided, []string{"billing.listed"}},
		{"the Faroe Islands in 2021", "2021-05-20", "FO", 0, terms.EUR, rules.Decided, []string{"billing.listed"}},
		{"the Faroe Islands when it may have changed", "2021-05-21", "FO", 0, terms.EUR, rules.Decided, []string{"billing.listed", "billing.doubt"}},
		{"the Faroe Islands on the last such day", "2023-08-16", "FO", 0, terms.EUR, rules.Decided, []string{"billing.listed", "billing.doubt"}},
		{"the Faroe Islands in 2023", "2023-08-17", "FO", 0, terms.DKK, rules.Decided, []string{"billing.listed"}},
		{"Guam in 2021", "2021-05-20", "GU", 0, terms.AUD, rules.Decided, []string{"billing.listed"}},
		{"Guam in 2023", "2023-08-17", "GU", 0, terms.USD, rules.Decided, []string{"billing.listed"}},
		{"American Samoa in 2021", "2021-05-20", "AS", 0, terms.NZD, rules.Decided, []string{"billing.listed"}},
		{"Russia in 2021", "2021-05-20", "RU", 0, terms.RUB, rules.Decided, []string{"billing.listed"}},
		{"Russia in 2023", "2023-08-17", "RU", 0, 0, rules.Unanswered, []string{"billing.nowhere"}},
		{"China in 2023", "2023-08-17", "CN", 0, terms.CNY, rules.Decided, []string{"billing.listed"}},
		{"China in 2021", "2021-05-20", "CN", 0, 0, rules.Unanswered, []string{"billing.nowhere"}},
		{"Brazil in 2021", "2021-05-20", "BR", 0, terms.USD, rules.Decided, []string{"billing.listed"}},
		{"Brazil, new commerce", "2023-08-17", "BR", rules.No, terms.BRL, rules.Decided, []string{"billing.listed"}},
		{"Brazil, traditional offers", "2023-08-17", "BR", rules.Yes, terms.USD, rules.Decided, []string{"billing.traditional"}},
		{"Brazil, not said which", "2023-08-17", "BR", 0, 0, rules.Undetermined, nil},
		{"traditional offers elsewhere", "2023-08-17", "SE", rules.Yes, terms.SEK, rules.Decided, []string{"billing.listed"}},
		{"Vatican City, for which the page has none", "2023-08-17", "VA", 0, 0, rules.Unanswered, []string{"billing.none"}},
		{"before the list", "2021-04-14", "SE", 0, 0, rules.Unanswered, []string{"billing.before"}},
		{"no market", "2024-01-01", "", 0, 0, rules.Undetermined, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := markets.BilledIn(day(tt.day), markets.Billing{Partner: given(t, tt.partner), Traditional: tt.traditional})
			assert.Equal(t, tt.want, d.Currency)
			assert.Equal(t, tt.status, d.Decision.Status)
			assert.Equal(t, tt.said, said(d.Decision))
		})
	}
	assert.Equal(t, []string{"traditional"}, markets.BilledIn(day("2024-01-01"), markets.Billing{Partner: market("BR")}).Decision.Missing)
	assert.Equal(t, []string{"partner"}, markets.BilledIn(day("2024-01-01"), markets.Billing{}).Decision.Missing,
		"which offers it is about matters in some markets only")
}

func TestRulesInGo(t *testing.T) {
	t.Parallel()
	off := func(id rules.ID) ([]rules.ID, string, string) { return []rules.ID{id}, "Fabrikam", "contract" }
	ids, owner, reason := off("markets.reservations.buying.listed")
	house, err := markets.Published().EditReservations(rules.Edit[markets.Reservation, rules.Truth]{Owner: owner, Reason: reason, SwitchOff: ids})
	require.NoError(t, err)
	assert.Equal(t, rules.Unanswered, house.MayReserve(day("2024-01-01"), markets.Reservation{Market: market("CN")}).Status)
	assert.Equal(t, rules.No, markets.MayReserve(day("2024-01-01"), markets.Reservation{Market: market("CN")}).Outcome)

	ids, owner, reason = off("markets.sale.otherRegion")
	house, err = house.EditSales(rules.Edit[markets.Sale, rules.Truth]{Owner: owner, Reason: reason, SwitchOff: ids})
	require.NoError(t, err)
	assert.Equal(t, rules.Unanswered, house.MaySell(day("2024-01-01"), markets.Sale{Partner: market("SE"), Customer: market("US")}).Status)
	assert.Equal(t, rules.Unanswered, house.MayReserve(day("2024-01-01"), markets.Reservation{Market: market("CN")}).Status, "both edits hold")

	for name, edit := range map[string]func(*markets.Rules) (*markets.Rules, error){
		"topUps": func(r *markets.Rules) (*markets.Rules, error) {
			return r.EditTopUps(rules.Edit[markets.TopUp, rules.Truth]{Owner: "Fabrikam", Reason: "contract", SwitchOff: []rules.ID{"markets.topup.listed"}})
		},
		"enrolments": func(r *markets.Rules) (*markets.Rules, error) {
			return r.EditEnrolments(rules.Edit[markets.Enrolment, rules.Truth]{Owner: "Fabrikam", Reason: "contract", SwitchOff: []rules.ID{"markets.enrolment.listed"}})
		},
		"planOffers": func(r *markets.Rules) (*markets.Rules, error) {
			return r.EditPlanOffers(rules.Edit[markets.PlanOffer, rules.Truth]{Owner: "Fabrikam", Reason: "contract", SwitchOff: []rules.ID{"markets.azureplan.listed"}})
		},
		"openOffers": func(r *markets.Rules) (*markets.Rules, error) {
			return r.EditOpenOffers(rules.Edit[markets.OpenOffer, rules.Truth]{Owner: "Fabrikam", Reason: "contract", SwitchOff: []rules.ID{"markets.open.both"}})
		},
		"billings": func(r *markets.Rules) (*markets.Rules, error) {
			return r.EditBillings(rules.Edit[markets.Billing, markets.BillingBasis]{Owner: "Fabrikam", Reason: "contract", SwitchOff: []rules.ID{"markets.billing.listed"}})
		},
	} {
		_, err := edit(markets.Published())
		require.NoError(t, err, name)
	}
	_, err = markets.Published().EditTopUps(rules.Edit[markets.TopUp, rules.Truth]{Owner: "Fabrikam", Reason: "contract", SwitchOff: []rules.ID{"markets.topup.list"}})
	require.ErrorIs(t, err, rules.ErrOverlay)
}

func TestRulesSwitchedOffByAnOverlay(t *testing.T) {
	t.Parallel()
	house, err := markets.Published().With(rules.Overlay{Owner: "Fabrikam", Reason: "contract", SwitchOff: []rules.ID{"markets.sale.alone"}})
	require.NoError(t, err)
	d := house.MaySell(day("2024-01-01"), markets.Sale{Partner: market("CN"), Customer: market("HK")})
	assert.Equal(t, []string{"sale.otherRegion"}, said(d))
	assert.Equal(t, rules.ID("markets.sale.alone"), d.Changed[0].Rule)
	_, err = markets.Published().With(rules.Overlay{Owner: "Fabrikam", Reason: "contract", SwitchOff: []rules.ID{"markets.sale.alon"}})
	require.ErrorIs(t, err, rules.ErrOverlay)
	assert.ErrorContains(t, err, `did you mean "markets.sale.alone"?`)
}

func TestNamesOfTheClosedSets(t *testing.T) {
	t.Parallel()
	for _, p := range []markets.Pages{markets.BuyingPages, markets.APIPage} {
		back, err := markets.ParsePages(p.String())
		require.NoError(t, err)
		assert.Equal(t, p, back)
	}
	for _, text := range []string{"", "buyingpages", "API"} {
		_, err := markets.ParsePages(text)
		require.ErrorIs(t, err, terms.ErrName)
	}
	assert.Equal(t, []string{"latest", "superseded", "counted"}, []string{markets.Latest.String(), markets.Superseded.String(), markets.Counted.String()})
	assert.Equal(t, []string{"billedAsListed", "billedAsTraditional"}, []string{markets.BilledAsListed.String(), markets.BilledAsTraditional.String()})
	for _, value := range []interface{ MarshalText() ([]byte, error) }{markets.Standing(9), markets.BillingBasis(9), markets.Pages(9), markets.Region(99), markets.Language(99)} {
		_, err := value.MarshalText()
		require.ErrorIs(t, err, terms.ErrName)
	}
}
