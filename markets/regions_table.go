package markets

import (
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/enum"
	"github.com/cloudterms/terms/rules"
)

var regionNames = enum.Of[Region]("region", "africa", "asiaPacific", "australia", "brazil", "canada", "china", "europe", "india",
	"japan", "korea", "latinAmerica", "middleEast", "newZealand", "russia", "taiwan", "unitedStates")

// regionTitles are the headings of the page.
var regionTitles = [...]string{
	RegionAfrica: "Africa", RegionAsiaPacific: "Asia and Pacific", RegionAustralia: "Australia", RegionBrazil: "Brazil",
	RegionCanada: "Canada", RegionChina: "China", RegionEurope: "Europe", RegionIndia: "India", RegionJapan: "Japan",
	RegionKorea: "Korea, Republic of", RegionLatinAmerica: "Latin America and the Caribbean",
	RegionMiddleEast: "Middle East, Central Europe, and Eastern Europe", RegionNewZealand: "New Zealand", RegionRussia: "Russia",
	RegionTaiwan: "Taiwan", RegionUnitedStates: "United States",
}

// The dates of the pages, and the last day on which the record saw the first: the list changed on some day between.
var (
	regions2021Begin = terms.MustParseDay("2021-04-15")
	regions2021Seen  = terms.MustParseDay("2021-05-20")
	regions2023Begin = terms.MustParseDay("2023-08-17")
)

// placed are the markets of a region that have one currency.
type placed struct {
	region   Region
	currency terms.Currency
	markets  string
}

// placedInBoth are the placements that both versions have. The page has one entry for Svalbard and Jan Mayen.
var placedInBoth = []placed{
	{RegionAfrica, terms.USD, "AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW KE KM LR MG ML MU MW NA NC NE NG PF RE " +
		"RW SC SH SL SN SO SS ST TD TG TZ UG YT ZM"},
	{RegionAsiaPacific, terms.USD, "BD BN BT HK ID KH LA LK MM MO MV MY NP PH SG TH TL VN"},
	{RegionAustralia, terms.AUD, "AU CC CK CX FJ FM HM KI MH NF NR NU PG PN PW SB TF TK TO TV WF"},
	{RegionCanada, terms.CAD, "CA PM"},
	{RegionEurope, terms.EUR, "AD AT AX BE BG BV CY CZ DE EE ES FI FR GL GR HR HU IE IS IT LI LT LU LV MC MT NL PL PT RO SI SK SM"},
	{RegionEurope, terms.DKK, "DK"},
	{RegionEurope, terms.GBP, "GB GG GI IM JE"},
	{RegionEurope, terms.NOK, "NO SJ XJ"},
	{RegionEurope, terms.SEK, "SE"},
	{RegionEurope, terms.CHF, "CH"},
	{RegionEurope, 0, "VA"},
	{RegionIndia, terms.INR, "IN"},
	{RegionJapan, terms.JPY, "JP"},
	{RegionKorea, terms.KRW, "KR"},
	{RegionLatinAmerica, terms.USD, "AG AI AQ AR AW BB BL BM BO BQ BS BZ CL CO CR CW DM DO EC FK GD GF GP GS GT GY HN HT JM KY LC " +
		"MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI XE XS"},
	{RegionLatinAmerica, 0, "KN"},
	{RegionMiddleEast, terms.USD, "AE AF AL AM AZ BH DZ EG GE IL IO IQ JO KG KW KZ LB LS LY MA MD ME MN MR MZ OM PK QA RS SA SZ TJ " +
		"TM TN TR UA UZ XK YE ZA ZW"},
	{RegionMiddleEast, 0, "BA MK PS"},
	{RegionNewZealand, terms.NZD, "NZ VU WS"},
	{RegionTaiwan, terms.TWD, "TW"},
	{RegionUnitedStates, terms.USD, "UM US"},
}

// placedIn2021 and placedIn2023 are the placements that one version alone has.
var (
	placedIn2021 = []placed{
		{RegionAustralia, terms.AUD, "GU MP"},
		{RegionBrazil, terms.USD, "BR"},
		{RegionEurope, terms.EUR, "FO"},
		{RegionMiddleEast, terms.USD, "BY"},
		{RegionNewZealand, terms.NZD, "AS"},
		{RegionRussia, terms.RUB, "RU"},
	}
	placedIn2023 = []placed{
		{RegionChina, terms.CNY, "CN"},
		{RegionEurope, terms.DKK, "FO"},
		{RegionUnitedStates, terms.USD, "AS GU MP"},
	}
	brazilIn2023 = Placement{MustParseMarket("BR"), RegionBrazil, terms.BRL, terms.USD}
)

// regions is the list of CSP-19 and of the first half of CSP-31.
var regions = Regions{series[Placement]{
	id:     "markets.csp.regions",
	text:   "A CSP partner that is located in one of these markets may sell in those of the same region, and is billed in the currency.",
	before: "The record has older copies of the page, which give no currency for many markets.",
	editions: []edition[Placement]{
		{
			span: terms.SpanFrom(regions2023Begin), standing: Latest, count: 245, sources: sourcesOfRegions,
			entries: ordered(placements(placedInBoth, placedIn2023), []Placement{brazilIn2023}),
			note:    noteOnRegions,
		},
		{
			span: terms.MustSpan(regions2021Begin, regions2023Begin), standing: Superseded, seen: regions2021Seen, count: 246,
			entries: placements(placedInBoth, placedIn2021),
			sources: []rules.Source{{
				Document: "CSP global markets, 2021-04-15 (de-de, ja-jp, sv-se)", Section: "Regions and markets",
				Address: "https://github.com/MicrosoftDocs/partner-center-pr.de-de/blob/0099759ff30b8d40b186a13900c700798ddc5c1c/" +
					"partner-center/regional-authorization-overview.md", Checked: checked,
			}},
			note: noteOnRegions + " The record last saw this version on 2021-05-20 and the next on 2023-08-17; the list changed on some day " +
				"between.",
		},
	},
}}

const noteOnRegions = "The page has one entry for Svalbard and Jan Mayen, which here are two markets. Its text counts 18 countries " +
	"in Africa, its table has 47."

// What the regions stand on: the programme's page, which says that partners sell in the other countries of their market and
// links the lists, and the page that has them.
var (
	sourceOfSale = rules.Source{
		Fact: "CSP-19", Document: "Azure in CSP (nb-no)", Section: "Availability of the programme", Checked: checked,
	}
	sourceOfOffices = rules.Source{
		Fact: "CSP-31", Document: "Azure in CSP (nb-no)", Section: "Availability of the programme", Checked: checked,
	}
	sourceOfRegions = rules.Source{
		Document: "CSP global markets, 2023-08-17", Section: "Regions and markets",
		Address: partnerCenter + "regional-authorization-overview.md", Checked: checked,
	}
	sourcesOfRegions = []rules.Source{sourceOfSale, sourceOfOffices, sourceOfRegions}
)

func placements(groups ...[]placed) []Placement {
	var all []Placement
	for _, p := range slices.Concat(groups...) {
		for _, m := range marketsOf(p.markets) {
			all = append(all, Placement{Market: m, Region: p.region, Currency: p.currency})
		}
	}
	return ordered(all, nil)
}
