package markets

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A Reservation is a question about Azure reservations: may they be sold to a customer in this market?
type Reservation struct {
	Market Market `json:"market,omitzero"` // the customer's
	Pages  Pages  `json:"pages,omitzero"`  // whose list decides; not given is BuyingPages
	// What the lists say of the market. What is not given is looked up on the day; what is given is taken as it is.
	Buying   rules.Truth `json:"buying,omitzero"`   // whether the list of the buying pages has it
	API      rules.Truth `json:"api,omitzero"`      // whether the list of the API page has it
	InRegion rules.Truth `json:"inRegion,omitzero"` // whether it is in a region of the CSP programme
}

// Pages names one of the two lists of markets in which Azure reservations are unavailable. Microsoft has published both for
// years, and they disagree: since 2019-10-18 the buying pages have 109 markets, with Azerbaijan; since 2019-03-20 the API page
// has 110, with Brazil and Russia in its place. The zero Pages means "not given".
type Pages uint8

const (
	// BuyingPages is the list on the pages about buying reservations and software: that of SW-02, and the default.
	BuyingPages Pages = iota + 1
	// APIPage is the list on the page about purchases by the Partner Center API.
	APIPage
)

// ParsePages reads the name of a list, buyingPages or apiPage. Anything else is [terms.ErrName].
func ParsePages(text string) (Pages, error) {
	var p Pages
	if err := pagesNames.Unmarshal([]byte(text), &p); err != nil || p == 0 {
		return 0, &terms.ParseError{Input: excerpt(text), Want: "pages: one of buyingPages, apiPage", Err: terms.ErrName}
	}
	return p, nil
}

// String gives the name.
func (p Pages) String() string { return pagesNames.Text(p) }

// MarshalText gives the name.
func (p Pages) MarshalText() ([]byte, error) { return pagesNames.Marshal(p) }

// UnmarshalText reads the name. On an error it leaves p as it was.
func (p *Pages) UnmarshalText(text []byte) error { return pagesNames.Unmarshal(text, p) }

// MayReserve says whether Azure reservations may be sold to a customer in a market on a day (SW-02). Yes means that the list
// does not have the market, and no more. Where no partner may sell there at all a finding says so, and which ones may is for
// [MaySell]. Where the two lists disagree a finding says so too, and the list of [Reservation.Pages] decides.
//
// The record has the list of the buying pages from 2018-11-06 on, that of the API page from 2018-10-08.
func MayReserve(day terms.Day, q Reservation) rules.Decision[rules.Truth] {
	return published.MayReserve(day, q)
}

// MayReserve is [MayReserve] by these rules.
func (r *Rules) MayReserve(day terms.Day, q Reservation) rules.Decision[rules.Truth] {
	buying, api := r.reservationsBuying.Listing(day, q.Market), r.reservationsAPI.Listing(day, q.Market)
	if q.Pages == 0 {
		q.Pages = BuyingPages
	}
	region := r.regions.Listing(day, q.Market).Listing
	q.Buying, q.API = ifNotGiven(q.Buying, buying.Listed), ifNotGiven(q.API, api.Listed)
	q.InRegion = ifNotGiven(q.InRegion, region.Listed)
	decisive, other := buying, api
	if q.Pages == APIPage {
		decisive, other = api, buying
	}
	return cite(r.reservations.Explain(day, q), citations{
		"markets.reservations.nowhere": {region}, "markets.reservations.differ": {decisive, other},
	}, decisive)
}

// ReservationsExcluded gives one of the two lists of markets in which Azure reservations are unavailable: that of the API page,
// or else that of the buying pages (SW-02).
func (r *Rules) ReservationsExcluded(pages Pages) List {
	if pages == APIPage {
		return r.reservationsAPI
	}
	return r.reservationsBuying
}

// ReservationSet gives the rules of [Rules.MayReserve], to list and to test. They do not look into lists: the caller gives
// what these say.
func (r *Rules) ReservationSet() *rules.Set[Reservation, rules.Truth] { return r.reservations }

// EditReservations gives the rules with a change of those of [Rules.MayReserve].
func (r *Rules) EditReservations(e rules.Edit[Reservation, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.reservations, e)
}
