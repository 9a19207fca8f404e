package markets

import (
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/excerpt"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A Reservation is a question about Azure reservations: may a CSP partner sell them to a customer in this market?
type Reservation struct {
	Market Market `json:"market,omitzero"` // the customer's
	Pages  Pages  `json:"pages,omitzero"`  // whose list decides; not given is BuyingPages
	// What the lists say of the market. What is not given is looked up on the day; what is given is taken as it is.
	Buying   rules.Truth `json:"buying,omitzero"`   // whether the list of the buying pages has it
	API      rules.Truth `json:"api,omitzero"`      // whether the list of the API page has it
	Disputed rules.Truth `json:"disputed,omitzero"` // whether one of the two has it and the other does not, as they were published
	InRegion rules.Truth `json:"inRegion,omitzero"` // whether it is in a region of the CSP programme
	Doubtful rules.Truth `json:"doubtful,omitzero"` // whether a later list of regions, which may have stood already, says otherwise
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
		return 0, &terms.ParseError{Input: excerpt.Of(text), Want: "pages: one of buyingPages, apiPage", Err: terms.ErrName}
	}
	return p, nil
}

// String gives the name.
func (p Pages) String() string { return pagesNames.Text(p) }

// MarshalText gives the name.
func (p Pages) MarshalText() ([]byte, error) { return pagesNames.Marshal(p) }

// UnmarshalText reads the name. On an error it leaves p as it was.
func (p *Pages) UnmarshalText(text []byte) error { return pagesNames.Unmarshal(text, p) }

// MayReserve says whether there are CSP partners who may sell Azure reservations to a customer in a market on a day: no where
// the list of unavailable markets has it (SW-02), and no where it is in no region of the programme, so that no partner may
// sell anything there (CSP-31). Which partners may is for [MaySell]. Where Microsoft's two lists disagree a finding says so,
// and the list of [Reservation.Pages] decides.
//
// The record has the list of the buying pages from 2018-11-06 on, that of the API page from 2018-10-08, and the regions from
// 2021-04-15 on: before that day the lists alone decide.
func MayReserve(day terms.Day, q Reservation) rules.Decision[rules.Truth] {
	return published.MayReserve(day, q)
}

// MayReserve is [MayReserve] by these rules.
func (r *Rules) MayReserve(day terms.Day, q Reservation) rules.Decision[rules.Truth] {
	buying, api := r.reservationsBuying.Listing(day, q.Market), r.reservationsAPI.Listing(day, q.Market)
	if q.Pages == 0 {
		q.Pages = BuyingPages
	}
	region := r.regions.Listing(day, q.Market)
	published := []Listing{r.reservationsBuying.asPublished().Listing(day, q.Market), r.reservationsAPI.asPublished().Listing(day, q.Market)}
	q.Buying, q.API = ifNotGiven(q.Buying, buying.Listed), ifNotGiven(q.API, api.Listed)
	q.Disputed = ifNotGiven(q.Disputed, differ(published[0].Listed, published[1].Listed))
	q.InRegion, q.Doubtful = ifNotGiven(q.InRegion, region.Listed), ifNotGiven(q.Doubtful, region.doubtfulWhether())
	decisive := buying
	if q.Pages == APIPage {
		decisive = api
		slices.Reverse(published)
	}
	return cite(r.reservations.Explain(day, q), citations{
		"markets.reservations.nowhere": {region.Listing}, "markets.reservations.doubt": {region.Listing},
		"markets.reservations.differ": published,
	}, decisive)
}

// differ says whether two answers are not the same. It is unknown if one is.
func differ(a, b rules.Truth) rules.Truth {
	return rules.Given(a != rules.Unknown && b != rules.Unknown, a != b)
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
