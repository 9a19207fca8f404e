package main

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

// A report is the answers to a request.
type report struct {
	Partners  []partnerAnswer  `json:"partners"`
	Customers []customerAnswer `json:"customers"`
}

// A partnerAnswer is the currency in which Microsoft bills one of the shop's companies on the request's day.
type partnerAnswer struct {
	Name   string  `json:"name"`
	Billed verdict `json:"billed"`
}

// A customerAnswer is everything the shop wants to know of a customer's country, or the problem with it.
type customerAnswer struct {
	ID      string    `json:"id"`
	Country string    `json:"country"` // as it was written
	Day     terms.Day `json:"day"`
	Problem *problem  `json:"problem,omitempty"`
	*place
}

// A place is a market on a day.
type place struct {
	Market      markets.Market    `json:"market"`
	ISO         string            `json:"iso,omitempty"`
	Name        string            `json:"name"`
	Region      string            `json:"region,omitempty"`
	Currency    terms.Currency    `json:"currency,omitzero"` // in which Microsoft bills a partner that is located there
	Doubtful    bool              `json:"doubtful,omitzero"` // whether region and currency may have been others already
	Reservation verdict           `json:"reservation"`
	CardTopUp   verdict           `json:"cardTopUp"`
	SoldBy      []sale            `json:"soldBy"`
	Lists       map[string]string `json:"lists"` // by their ids: yes, no or unknown
}

// A sale is whether one of the shop's companies may sell there, and then a reservation too.
type sale struct {
	Partner     string  `json:"partner"`
	MaySell     verdict `json:"maySell"`
	Reservation string  `json:"reservation"`
}

// A verdict is a decision as the shop's pages show it.
type verdict struct {
	Answer  string   `json:"answer"`
	Why     []string `json:"why"`
	Missing []string `json:"missing,omitempty"`
	Facts   []string `json:"facts,omitempty"` // of the register
	Ours    []string `json:"ours,omitempty"`  // the contracts by which it is not as it was published
}

func answer(house *markets.Rules, r request) report {
	var all report
	for _, p := range r.Partners {
		b := house.BilledIn(r.Day, markets.Billing{Partner: p.Location})
		v := verdictOf(b.Decision)
		v.Answer = word(b.Currency)
		all.Partners = append(all.Partners, partnerAnswer{Name: p.Name, Billed: v})
	}
	for _, c := range r.Customers {
		all.Customers = append(all.Customers, answerCustomer(house, r, c))
	}
	return all
}

func answerCustomer(house *markets.Rules, r request, c customer) customerAnswer {
	day := r.Day
	if !c.Day.IsZero() {
		day = c.Day
	}
	a := customerAnswer{ID: c.ID, Country: c.Country, Day: day}
	market, err := resolve(c.Country, c.Language)
	if err != nil {
		a.Problem = problemOf(err, shownIn(c.Language))
		return a
	}
	a.place = placeOf(house, day, market, r.Partners, shownIn(c.Language))
	return a
}

// shownIn gives the language of what is shown: the form's, or else English.
func shownIn(tag string) markets.Language {
	if language, err := markets.ParseLanguage(tag); err == nil {
		return language
	}
	return markets.English
}

func placeOf(house *markets.Rules, day terms.Day, m markets.Market, partners []partner, shown markets.Language) *place {
	reservation := house.MayReserve(day, markets.Reservation{Market: m})
	listing := house.Regions().Listing(day, m)
	p := &place{
		Market: m, Name: m.Name(shown),
		Region: listing.Placement.Region.Title(), Currency: listing.Placement.Currency, Doubtful: listing.Doubtful,
		Reservation: verdictOf(reservation),
		CardTopUp:   verdictOf(house.MayTopUp(day, markets.TopUp{Market: m})),
		Lists:       map[string]string{},
	}
	p.ISO, _ = m.ISO()
	for _, ours := range partners {
		d := house.MaySell(day, markets.Sale{Partner: ours.Location, Customer: m})
		both := reservation.Outcome.And(d.Outcome)
		p.SoldBy = append(p.SoldBy, sale{Partner: ours.Name, MaySell: verdictOf(d), Reservation: word(both)})
	}
	for _, l := range house.ListingsOf(day, m) {
		p.Lists[l.List] = word(l.Listed)
	}
	return p
}

func verdictOf[Out interface {
	comparable
	fmt.Stringer
}](d rules.Decision[Out]) verdict {
	v := verdict{Answer: word(d.Outcome), Missing: d.Missing, Why: []string{}}
	for _, f := range d.Findings {
		v.Why = append(v.Why, f.Text)
		for _, s := range f.Sources {
			if s.Fact != "" && !slices.Contains(v.Facts, s.Fact) {
				v.Facts = append(v.Facts, s.Fact)
			}
		}
		if !f.Origin.IsZero() {
			v.Ours = append(v.Ours, f.Origin.Owner+": "+f.Origin.Reason)
		}
	}
	return v
}

// word gives the text of an answer. No answer has no text of its own.
func word(v fmt.Stringer) string {
	return cmp.Or(v.String(), "unknown")
}
