package markets

import (
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/enum"
	"github.com/cloudterms/terms/rules"
)

var pagesNames = enum.Of[Pages]("pages", "buyingPages", "apiPage")

var (
	whoseList = func(name string, pages Pages) rules.Condition[Reservation] {
		return rules.Condition[Reservation]{
			Name: name, Reads: []string{"pages"},
			Holds: func(q Reservation) rules.Truth { return rules.Is(q.Pages, pages) },
		}
	}
	buyingDecides = whoseList("the list of the buying pages decides", BuyingPages)
	apiDecides    = whoseList("the list of the API page decides", APIPage)
	buyingHas     = looksInto(ofReservation("the list of the buying pages has the market", func(q Reservation) rules.Truth {
		return q.Buying
	}), reservationsBuying)
	apiHas = looksInto(ofReservation("the list of the API page has the market", func(q Reservation) rules.Truth {
		return q.API
	}), reservationsAPI)
	reservedInRegion = looksInto(ofReservation("the market is in a region of the CSP programme", func(q Reservation) rules.Truth {
		return q.InRegion
	}), regions)
	regionDoubtful = looksInto(ofReservation("a later list of regions, which may have stood already, says otherwise", func(q Reservation) rules.Truth {
		return q.Doubtful
	}), regions)
	listsDiffer = ofReservation("one of the two published lists has the market and the other does not", func(q Reservation) rules.Truth {
		return q.Disputed
	})
)

func ofReservation(name string, says func(Reservation) rules.Truth) rules.Condition[Reservation] {
	return rules.Condition[Reservation]{
		Name: name, Reads: []string{"market"},
		Holds: func(q Reservation) rules.Truth { return ifGiven(q.Market, says(q)) },
	}
}

func argsOfReservation(q Reservation) []rules.Arg {
	return []rules.Arg{rules.MarketArg("market", q.Market.Code())}
}

var reservations = rules.Must(rules.New(rules.Spec[Reservation, rules.Truth]{
	ID: "markets/reservations", Question: "May CSP partners sell Azure reservations in this market?",
	Facts: []rules.Fact{
		{Name: "market", Text: "In which market is the customer?"},
		{Name: "pages", Text: "Whose list decides, that of the buying pages or that of the API page?"},
	},
	Rules: []rules.Rule[Reservation, rules.Truth]{
		{
			ID: "markets.reservations.buying.listed", Text: "Azure reservations are not available in the markets on the list of the buying pages.",
			Span: terms.SpanFrom(buyingBegins), Published: terms.SpanFrom(buyingBegins), Sources: sourcesOfBuying, Args: argsOfReservation,
			If: []rules.Condition[Reservation]{buyingDecides, buyingHas}, Then: rules.No,
		},
		{
			ID: "markets.reservations.buying.notListed", Text: "The list of the buying pages does not exclude the market.",
			Span: terms.SpanFrom(buyingBegins), Published: terms.SpanFrom(buyingBegins), Sources: sourcesOfBuying, Args: argsOfReservation,
			If: []rules.Condition[Reservation]{buyingDecides, buyingHas.Not()}, Then: rules.Yes,
		},
		{
			ID: "markets.reservations.api.listed", Text: "Azure reservations are not available in the markets on the list of the API page.",
			Span: terms.SpanFrom(apiBegins), Published: terms.SpanFrom(apiBegins), Sources: sourcesOfAPI, Args: argsOfReservation,
			If: []rules.Condition[Reservation]{apiDecides, apiHas}, Then: rules.No,
		},
		{
			ID: "markets.reservations.api.notListed", Text: "The list of the API page does not exclude the market.",
			Span: terms.SpanFrom(apiBegins), Published: terms.SpanFrom(apiBegins), Sources: sourcesOfAPI, Args: argsOfReservation,
			If: []rules.Condition[Reservation]{apiDecides, apiHas.Not()}, Then: rules.Yes,
		},
		{
			ID:   "markets.reservations.differ",
			Text: "Microsoft's two lists disagree: one has the market, the other does not.",
			Span: terms.SpanFrom(buyingBegins), Published: terms.SpanFrom(buyingBegins), Sources: slices.Concat(sourcesOfAPI, sourcesOfBuying),
			Args: argsOfReservation, If: []rules.Condition[Reservation]{listsDiffer},
		},
		{
			ID: "markets.reservations.nowhere", Text: "No CSP partner may sell in the market: it is in no region.",
			Span: terms.SpanFrom(regions2021Begin), Published: terms.SpanFrom(regions2021Begin), Sources: sourcesOfOffices,
			Args: argsOfReservation, If: []rules.Condition[Reservation]{reservedInRegion.Not()}, Then: rules.No,
			Excepts: []rules.ID{"markets.reservations.buying.notListed", "markets.reservations.api.notListed"},
		},
		{
			ID: "markets.reservations.doubt", Text: "The list of regions changed on some day between 2021-05-20 and 2023-08-17, and the later " +
				"one says otherwise of whether partners may sell in the market.",
			Span: inDoubt, Published: terms.SpanFrom(regions2023Begin), Sources: []rules.Source{sourceOfRegions},
			Args: argsOfReservation, If: []rules.Condition[Reservation]{regionDoubtful},
		},
		{
			ID: "markets.reservations.buying.before", Text: "The record has no list of the buying pages of so early a day.",
			Span: terms.SpanUntil(buyingBegins), Sources: withoutFacts(sourcesOfBuying), If: []rules.Condition[Reservation]{buyingDecides},
		},
		{
			ID: "markets.reservations.api.before", Text: "The record has no list of the API page of so early a day.",
			Span: terms.SpanUntil(apiBegins), Sources: withoutFacts(sourcesOfAPI), If: []rules.Condition[Reservation]{apiDecides},
		},
	},
}))
