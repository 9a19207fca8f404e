package markets_test

import (
	"errors"
	"fmt"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

// A customer's country arrives as a name in some language; what may be sold there on a day?
func Example() {
	on := terms.MustParseDay("2024-03-01")
	customer, err := markets.Lookup("Elfenbenskusten", markets.Swedish)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(customer, customer.Name(markets.English))

	reservations := markets.MayReserve(on, markets.Reservation{Market: customer})
	fmt.Println("reservations:", reservations.Outcome, reservations.Findings[0].Text)

	sale := markets.MaySell(on, markets.Sale{Partner: markets.MustParseMarket("SE"), Customer: customer})
	fmt.Println("sold by a Swedish partner:", sale.Outcome, sale.Findings[0].Text)
	// Output:
	// CI Côte d’Ivoire
	// reservations: yes The list of the buying pages does not exclude the market.
	// sold by a Swedish partner: no A partner may not sell in another region than its own.
}

func ExampleParseMarket() {
	for _, code := range []string{"SE", "SWE", "XS", "UK", "AN", "CU", "se"} {
		m, err := markets.ParseMarket(code)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(m, m.Name(markets.English))
	}
	// Output:
	// SE Sweden
	// SE Sweden
	// XS Saba
	// markets: not a market's code: "UK" is reserved for the United Kingdom; want GB
	// markets: not a market's code: "AN" is withdrawn; it was the Netherlands Antilles; want BQ, CW, SX, XE, XS
	// markets: not a market's code: "CU" is Cuba, which Microsoft has no market for; want a market
	// markets: not a market's code: "se"; want SE
}

func ExampleMarket() {
	saba, kosovo := markets.MustParseMarket("XS"), markets.MustParseMarket("XK")
	iso, _ := saba.ISO()
	iso3, _ := saba.ISO3()
	fmt.Println(saba.Code(), saba.Code3(), iso, iso3)
	_, ok := kosovo.ISO()
	fmt.Println(kosovo.Code(), kosovo.Code3(), ok)
	fmt.Println(saba.Compare(kosovo) > 0, markets.Market{}.IsZero())
	fmt.Println(len(markets.All()))
	// Output:
	// XS XSA BQ BES
	// XK XKS false
	// true true
	// 247
}

func ExampleMarket_UnmarshalText() {
	var order struct {
		Customer markets.Market `json:"customer"`
	}
	fmt.Println(terms.Decode(strings.NewReader(`{"customer": "NO"}`), &order), order.Customer)
	fmt.Println(terms.Decode(strings.NewReader(`{"customer": "UK"}`), &order))
	text, _ := markets.MustParseMarket("NO").MarshalText()
	fmt.Println(string(text), markets.MustParseMarket("NO").String())
	// Output:
	// <nil> NO
	// terms: JSON not accepted: line 1, column 14: /customer: markets: not a market's code: "UK" is reserved for the United Kingdom; want GB
	// NO NO
}

func ExampleMarket_Name() {
	for _, l := range markets.Languages() {
		fmt.Println(l, markets.MustParseMarket("CI").Name(l))
	}
	// Output:
	// en Côte d’Ivoire
	// sv Elfenbenskusten
	// nb Elfenbenskysten
	// nn Elfenbeinskysten
	// da Elfenbenskysten
	// fi Norsunluurannikko
	// de Côte d’Ivoire
	// fr Côte d’Ivoire
	// ja コートジボワール
}

func ExampleLookup() {
	for _, name := range []string{"Swaziland", "S:t Lucia", "ÅLAND", "Kongo", "Nederländska Antillerna", "Kuba", "Norgge", "Frankrig"} {
		m, err := markets.Lookup(name, markets.Swedish)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(name, "is", m, m.Name(markets.Swedish))
	}
	// Output:
	// Swaziland is SZ Eswatini
	// S:t Lucia is LC S:t Lucia
	// ÅLAND is AX Åland
	// Kongo is CG Kongo-Brazzaville
	// markets: name of several markets: "Nederländska Antillerna" in sv; want one of Bonaire (BQ), Curaçao (CW), Sint Maarten (SX), Sint Eustatius (XE), Saba (XS)
	// markets: not a market's name: "Kuba" is Cuba, which Microsoft has no market for
	// markets: not a market's name: "Norgge" in sv; did you mean Norge (NO)?
	// markets: not a market's name: "Frankrig" in sv; it is Frankrike (FR) in da
}

// A form that asks for a country is filled in with codes and names, in any case.
func ExampleIdentify() {
	for _, text := range []string{"se", "Norge", "UK", "EU", "752", "England"} {
		m, err := markets.Identify(text, markets.Swedish)
		if err != nil {
			if code, ok := errors.AsType[*markets.CodeError](err); ok {
				fmt.Print(code.Kind, ": ")
			}
			fmt.Println(err)
			continue
		}
		fmt.Println(text, "is", m)
	}
	// Output:
	// se is SE
	// Norge is NO
	// UK is GB
	// reserved: markets: not a market's code: "EU" is reserved for the European Union; want a market
	// numeric: markets: not a market's code: "752" is a number of ISO 3166-1; want SE
	// markets: not a market's name: "England" is a part of the United Kingdom; want Storbritannien (GB)
}

// Who does not know the language gives those it may be. A name that means different markets in them is not guessed at.
func ExampleLookup_severalLanguages() {
	m, err := markets.Lookup("Storbritannia", markets.Swedish, markets.NorwegianBokmal)
	fmt.Println(m, err)
	_, err = markets.Lookup("Kongo", markets.Swedish, markets.NorwegianBokmal)
	var name *markets.NameError
	if errors.As(err, &name) && errors.Is(err, markets.ErrAmbiguous) {
		fmt.Println(name.Could)
	}
	// Output:
	// GB <nil>
	// [CD CG]
}

func ExampleParseLanguage() {
	for _, tag := range []string{"sv-SE", "no", "nb-NO", "nn", "pt"} {
		l, err := markets.ParseLanguage(tag)
		fmt.Println(l, l.IsValid(), err)
	}
	text, _ := markets.Danish.MarshalText()
	var l markets.Language
	fmt.Println(string(text), l.UnmarshalText(text), l.String())
	// Output:
	// sv true <nil>
	// nb true <nil>
	// nb true <nil>
	// nn true <nil>
	//  false markets: not a language of names: "pt"; want the tag of a language: en, sv, nb, nn, da, fi, de, fr or ja, as in sv-SE
	// da <nil> da
}

// Two lines off a page whose table has three columns.
func ExampleParseList() {
	parsed, err := markets.ParseList("Kongo (DR) Martinique Surinam\nTchad Sverge Togo", markets.Swedish)
	for _, f := range parsed.Found {
		fmt.Println(f.Line, f.Column, f.Market, f.Text)
	}
	fmt.Println(parsed.Markets())
	fmt.Println(err)
	// Output:
	// 1 1 CD Kongo (DR)
	// 1 12 MQ Martinique
	// 1 23 SR Surinam
	// 2 1 TD Tchad
	// 2 14 TG Togo
	// [CD MQ SR TD TG]
	// markets: words in a list that name no one market: 2:7: "Sverge"; did you mean SE?
}

func ExampleMayReserve() {
	on := terms.MustParseDay("2024-03-01")
	for _, pages := range []markets.Pages{markets.BuyingPages, markets.APIPage} {
		d := markets.MayReserve(on, markets.Reservation{Market: markets.MustParseMarket("AZ"), Pages: pages})
		fmt.Println(pages, d.Outcome)
		for _, f := range d.Findings {
			fmt.Println(" ", f.Text)
		}
	}
	d := markets.MayReserve(on, markets.Reservation{})
	fmt.Println(d.Status, d.Missing)
	// Output:
	// buyingPages no
	//   Azure reservations are not available in the markets on the list of the buying pages.
	//   Microsoft's two lists disagree: one has the market, the other does not.
	// apiPage yes
	//   The list of the API page does not exclude the market.
	//   Microsoft's two lists disagree: one has the market, the other does not.
	// undetermined [market]
}

func ExampleMayTopUp() {
	d := markets.MayTopUp(terms.MustParseDay("2016-05-01"), markets.TopUp{Market: markets.MustParseMarket("CA")})
	fmt.Println(d.Outcome, d.Findings[0].Text, d.Findings[0].Sources[0].Fact)
	// Output: no Credit cannot be topped up by card in the listed markets. OPEN-05
}

func ExampleMaySell() {
	on := terms.MustParseDay("2024-03-01")
	sell := func(partner, customer string) {
		d := markets.MaySell(on, markets.Sale{Partner: markets.MustParseMarket(partner), Customer: markets.MustParseMarket(customer)})
		fmt.Println(partner, customer, d.Outcome, d.Findings[0].Text)
	}
	sell("SE", "CH")
	sell("SE", "US")
	sell("HK", "CN")
	sell("SE", "RU")
	// Output:
	// SE CH yes A partner may sell in every market of its own region, without an office there.
	// SE US no A partner may not sell in another region than its own.
	// HK CN no A market that is a region of its own is sold to by its own partners only, and they sell in it only.
	// SE RU no No partner may sell in a market that is in no region.
}

// On a day between the two copies of the list that the record has, the older one answers, and a finding says that the
// newer one may have stood already.
func ExampleMaySell_inDoubt() {
	russia := markets.MustParseMarket("RU")
	d := markets.MaySell(terms.MustParseDay("2022-06-01"), markets.Sale{Partner: russia, Customer: russia})
	fmt.Println(d.Outcome)
	for _, f := range d.Findings {
		fmt.Println(f.Text)
	}
	// Output:
	// yes
	// A partner may sell in every market of its own region, without an office there.
	// The list changed on some day between 2021-05-20 and 2023-08-17, and the later one has a market of this sale elsewhere.
}

func ExampleMayEnrol() {
	for _, office := range []string{"XK", "BY"} {
		d := markets.MayEnrol(terms.MustParseDay("2024-03-01"), markets.Enrolment{Office: markets.MustParseMarket(office)})
		fmt.Println(office, d.Outcome, d.Findings[0].Text)
	}
	// Output:
	// XK yes The CSP programme is open to companies with offices in the listed countries.
	// BY no The CSP programme is open in the listed countries only.
}

func ExampleBilledIn() {
	billed := func(day string, q markets.Billing) {
		b := markets.BilledIn(terms.MustParseDay(day), q)
		fmt.Println(q.Partner, day, b.Currency, b.Decision.Status, b.Decision.Missing)
	}
	billed("2024-03-01", markets.Billing{Partner: markets.MustParseMarket("HR")})
	billed("2021-05-01", markets.Billing{Partner: markets.MustParseMarket("GU")})
	billed("2024-03-01", markets.Billing{Partner: markets.MustParseMarket("GU")})
	billed("2024-03-01", markets.Billing{Partner: markets.MustParseMarket("BR")})
	billed("2024-03-01", markets.Billing{Partner: markets.MustParseMarket("BR"), Traditional: rules.Yes})
	billed("2024-03-01", markets.Billing{Partner: markets.MustParseMarket("VA")})
	// Output:
	// HR 2024-03-01 EUR decided []
	// GU 2021-05-01 AUD decided []
	// GU 2024-03-01 USD decided []
	// BR 2024-03-01  undetermined [traditional]
	// BR 2024-03-01 USD decided []
	// VA 2024-03-01  unanswered []
}

// The record has the number of the markets of Azure plan and not which they are. Who has the list adds it.
func ExampleIsPlanAvailable() {
	on, sweden := terms.MustParseDay("2024-03-01"), markets.MustParseMarket("SE")
	d := markets.IsPlanAvailable(on, markets.PlanOffer{Market: sweden})
	fmt.Println(d.Status, d.Findings[0].Text)

	house, err := markets.Published().With(rules.Overlay{
		Owner: "Fabrikam", Reason: "the list of 2024-02",
		Lists: []rules.ListChange{{List: "markets.azureplan", Add: []string{"SE"}}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	d = house.IsPlanAvailable(on, markets.PlanOffer{Market: sweden})
	fmt.Println(d.Outcome, d.Findings[0].Origin.Owner, d.Findings[0].Origin.Reason)
	// Output:
	// unanswered The record has the number of the countries in which Azure plan is available, and not which they are.
	// yes Fabrikam the list of 2024-02
}

func ExampleIsOpenAvailable() {
	on := terms.MustParseDay("2016-05-01")
	d := markets.IsOpenAvailable(on, markets.OpenOffer{Partners: rules.Yes})
	fmt.Println(d.Status, d.Missing)
	d = markets.IsOpenAvailable(on, markets.OpenOffer{Partners: rules.Yes, AzureDirect: rules.Yes})
	fmt.Println(d.Outcome)
	// Output:
	// undetermined [azureDirect]
	// yes
}

func ExampleList() {
	list := markets.Published().ReservationsExcluded(markets.BuyingPages)
	fmt.Println(list.ID())
	fmt.Println(list.Text())
	fmt.Println(list.Boundaries(), list.Origin().IsZero())
	for _, v := range list.Versions() {
		fmt.Println(v.Span, v.Standing, v.Count, v.Sources[0].Checked)
	}
	version, err := list.On(terms.MustParseDay("2019-01-01"))
	fmt.Println(version.Contains(markets.MustParseMarket("IN")), err)
	fmt.Println(list.Contains(terms.MustParseDay("2024-01-01"), markets.MustParseMarket("IN")))
	_, err = list.On(terms.MustParseDay("2018-01-01"))
	fmt.Println(errors.Is(err, markets.ErrNoVersion))
	// Output:
	// markets.reservations.buying
	// In these markets Azure reservations are not available, by the pages on which partners read how to buy them.
	// [2018-11-06 2019-10-18] true
	// 2019-10-18/.. latest 109 2026-11-22
	// 2018-11-06/2019-10-18 superseded 117 2026-11-22
	// yes <nil>
	// no
	// true
}

func ExampleRules_ListingsOf() {
	for _, l := range markets.Published().ListingsOf(terms.MustParseDay("2024-03-01"), markets.MustParseMarket("BR")) {
		fmt.Println(l.List, l.Listed, l.Span)
	}
	fmt.Println(len(markets.Published().Lists()))
	// Output:
	// markets.reservations.buying no 2019-10-18/..
	// markets.reservations.api yes 2019-03-20/..
	// markets.topup.excluded yes 2014-08-01/..
	// markets.azureplan  2022-09-09/..
	// markets.csp.regions yes 2023-08-17/..
	// 4
}

func ExampleRegions() {
	regions, on := markets.Published().Regions(), terms.MustParseDay("2024-03-01")
	fmt.Println(regions.ID(), regions.Boundaries(), regions.Origin().IsZero())
	listing := regions.Listing(on, markets.MustParseMarket("IS"))
	fmt.Println(listing.Placement.Region.Title(), listing.Placement.Currency, listing.Doubtful)
	pacific, err := regions.Markets(on, markets.RegionNewZealand)
	fmt.Println(pacific, err)
	for _, v := range regions.Versions() {
		fmt.Println(v.Span, v.Standing, len(v.Placements), v.Placements[0])
	}
	version, err := regions.On(terms.MustParseDay("2021-05-01"))
	fmt.Println(version.Span, err)
	// Output:
	// markets.csp.regions [2021-04-15 2023-08-17] true
	// Europe EUR false
	// [NZ VU WS] <nil>
	// 2023-08-17/.. latest 245 AD europe EUR
	// 2021-04-15/2023-08-17 superseded 246 AD europe EUR
	// 2021-04-15/2023-08-17 <nil>
}

func ExampleParsePlacement() {
	p, err := markets.ParsePlacement("BR brazil BRL USD")
	fmt.Println(p.Market, p.Region, p.Currency, p.Traditional, err)
	q, _ := markets.ParsePlacement("AR latinAmerica USD")
	fmt.Println(q, p.Compare(q) > 0)
	// Output:
	// BR brazil BRL USD <nil>
	// AR latinAmerica USD true
}

// A distributor's contract lets Norwegian customers not top up by card, and Brazilian ones do so.
// An operator's file is decoded, held against all that a program has, since With leaves what is not of this package to
// others, and applied. A market is taken out of its region by its code.
func ExampleRules_With() {
	const file = `{"owner": "Fabrikam", "reason": "distributor contract, clause 4", "lists": [
		{"list": "markets.topup.excluded", "add": ["NO"], "remove": ["BR"]},
		{"list": "markets.csp.regions", "remove": ["GL"], "add": ["GL canada CAD"]}]}`
	var overlay rules.Overlay
	if err := terms.Decode(strings.NewReader(file), &overlay); err != nil {
		fmt.Println(err)
		return
	}
	if err := overlay.Check(markets.Published().About()...); err != nil {
		fmt.Println(err)
		return
	}
	house, err := markets.Published().With(overlay)
	if err != nil {
		fmt.Println(err)
		return
	}
	on := terms.MustParseDay("2016-05-01")
	for _, code := range []string{"NO", "BR", "SE"} {
		d := house.MayTopUp(on, markets.TopUp{Market: markets.MustParseMarket(code)})
		fmt.Printf("%s %s, the market %q, the list changed by %s\n", code, d.Outcome, d.Findings[0].Origin.Change, d.Changed[0].Origin.Owner)
	}
	fmt.Println(house.Regions().Listing(terms.MustParseDay("2024-03-01"), markets.MustParseMarket("GL")).Placement)

	overlay.Lists[0].List = "market.topup.excluded"
	fmt.Println(overlay.Check(markets.Published().About()...))
	// Output:
	// NO no, the market "added", the list changed by Fabrikam
	// BR yes, the market "removed", the list changed by Fabrikam
	// SE yes, the market "", the list changed by Fabrikam
	// GL canada CAD
	// rules: overlay not accepted: overlay: changes the list "market.topup.excluded", which is not there
}

// What an order of 2019 was told on the day, by the list as it then was.
func ExampleRules_AsKnown() {
	then, err := markets.Published().AsKnown(terms.MustParseDay("2019-05-01"))
	if err != nil {
		fmt.Println(err)
		return
	}
	india, on := markets.MustParseMarket("IN"), terms.MustParseDay("2020-01-01")
	fmt.Println(then.MayReserve(on, markets.Reservation{Market: india}).Outcome)
	fmt.Println(markets.MayReserve(on, markets.Reservation{Market: india}).Outcome)
	// Output:
	// no
	// yes
}

// Each set of rules can be listed, tested and changed in Go.
func ExampleRules_EditSales() {
	house, err := markets.Published().EditSales(rules.Edit[markets.Sale, rules.Truth]{
		Owner: "Fabrikam", Reason: "we do not sell abroad", SwitchOff: []rules.ID{"markets.sale.region"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	d := house.MaySell(terms.MustParseDay("2024-03-01"), markets.Sale{Partner: markets.MustParseMarket("SE"), Customer: markets.MustParseMarket("NO")})
	fmt.Println(d.Status, d.Changed[0].Rule, d.Changed[0].Origin.Reason)
	r := markets.Published()
	for _, question := range []string{
		r.ReservationSet().Question(), r.TopUpSet().Question(), r.SaleSet().Question(), r.EnrolmentSet().Question(),
		r.PlanOfferSet().Question(), r.OpenOfferSet().Question(), r.BillingSet().Question(),
	} {
		fmt.Println(question)
	}
	// Output:
	// unanswered markets.sale.region we do not sell abroad
	// May CSP partners sell Azure reservations in this market?
	// May a customer in this market top up credit of Azure in Open by card?
	// May this partner sell to that customer?
	// Is the CSP programme open to a company with offices in this market?
	// Is Azure plan available in this market?
	// Is Azure in Open available in this country?
	// In which currency does Microsoft bill a CSP partner?
}

func ExampleRules_About() {
	for _, about := range markets.Published().About() {
		fmt.Println(about.Kind, about.ID)
	}
	// Output:
	// set markets/reservations
	// set markets/topup
	// set markets/sale
	// set markets/enrolment
	// set markets/azureplan
	// set markets/open
	// set markets/billing
	// list markets.csp.regions
	// list markets.reservations.buying
	// list markets.reservations.api
	// list markets.topup.excluded
	// list markets.azureplan
}

// Of some lists the record has the count and not the entries: whether a market is on them is unknown.
func ExampleRules_TopUpExcluded() {
	published, day := markets.Published(), terms.MustParseDay("2022-10-01")
	for _, list := range []markets.List{published.TopUpExcluded(), published.PlanMarkets()} {
		fmt.Println(list.ID(), list.Contains(day, markets.MustParseMarket("BR")), list.Text())
	}
	// Output:
	// markets.topup.excluded yes In these markets a customer cannot top up credit of Azure in Open by card.
	// markets.azureplan  In these markets Azure plan, which is Azure in CSP, is available.
}

// A list takes an overlay by itself, where nothing else of the package is needed.
func ExampleList_Apply() {
	list, err := markets.Published().TopUpExcluded().Apply(rules.Overlay{
		Owner: "Fabrikam", Reason: "contract", Lists: []rules.ListChange{{List: "markets.topup.excluded", Remove: []string{"BR"}}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(list.Contains(terms.MustParseDay("2022-10-01"), markets.MustParseMarket("BR")), list.Origin().Owner)
	// Output: no Fabrikam
}

func ExampleParsePages() {
	fmt.Println(markets.ParsePages("apiPage"))
	_, err := markets.ParsePages("api")
	fmt.Println(err)
	// Output:
	// apiPage <nil>
	// terms: not one of the names: "api"; want pages: one of buyingPages, apiPage
}
