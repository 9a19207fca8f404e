package samples

import (
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

// What a list says is part of the fact that is looked up in it: it is known where the market is given, and only there.

// MarketsReservations gives the questions about Azure reservations.
func MarketsReservations() rulestest.Samples[markets.Reservation] {
	type in = markets.Reservation
	return rulestest.Product(
		rulestest.Of("market", func(q *in, m markets.Market) { q.Market = m }, aMarket()),
		rulestest.Of("pages", func(q *in, p markets.Pages) { q.Pages = p }, markets.BuyingPages, markets.APIPage),
		rulestest.Truth("market", func(q *in, t rules.Truth) { q.Buying = t }),
		rulestest.Truth("market", func(q *in, t rules.Truth) { q.API = t }),
		rulestest.Truth("market", func(q *in, t rules.Truth) { q.Disputed = t }),
		rulestest.Truth("market", func(q *in, t rules.Truth) { q.InRegion = t }),
		rulestest.Truth("market", func(q *in, t rules.Truth) { q.Doubtful = t }),
	).Where(func(q in) bool {
		return lookedUp(q.Market, q.Buying, q.API, q.Disputed, q.InRegion, q.Doubtful)
	})
}

// MarketsTopUps gives the questions about top-ups by card.
func MarketsTopUps() rulestest.Samples[markets.TopUp] {
	type in = markets.TopUp
	return rulestest.Product(
		rulestest.Of("market", func(q *in, m markets.Market) { q.Market = m }, aMarket()),
		rulestest.Truth("market", func(q *in, t rules.Truth) { q.Excluded = t }),
	).Where(func(q in) bool { return lookedUp(q.Market, q.Excluded) })
}

// MarketsSales gives the questions whether a partner may sell to a customer.
func MarketsSales() rulestest.Samples[markets.Sale] {
	type in = markets.Sale
	return rulestest.Product(
		rulestest.Of("partner", func(q *in, m markets.Market) { q.Partner = m }, aMarket()),
		rulestest.Of("partner", func(q *in, p markets.RegionFacts) { q.PartnerRegion = p }, places()...),
		rulestest.Of("customer", func(q *in, m markets.Market) { q.Customer = m }, aMarket()),
		rulestest.Of("customer", func(q *in, p markets.RegionFacts) { q.CustomerRegion = p }, places()...),
	).Where(func(q in) bool {
		return lookedUp(q.Partner, q.PartnerRegion.Listed) && lookedUp(q.Customer, q.CustomerRegion.Listed) &&
			areOneMarketIfAlone(q.PartnerRegion, q.CustomerRegion)
	})
}

// MarketsEnrolments gives the questions whether the CSP programme is open to a company.
func MarketsEnrolments() rulestest.Samples[markets.Enrolment] {
	type in = markets.Enrolment
	return rulestest.Product(
		rulestest.Of("office", func(q *in, m markets.Market) { q.Office = m }, aMarket()),
		rulestest.Of("office", func(q *in, p markets.RegionFacts) { q.Region = p }, places()...),
	).Where(func(q in) bool { return lookedUp(q.Office, q.Region.Listed) })
}

// MarketsPlanOffers gives the questions whether Azure plan is available.
func MarketsPlanOffers() rulestest.Samples[markets.PlanOffer] {
	type in = markets.PlanOffer
	return rulestest.Product(
		rulestest.Of("market", func(q *in, m markets.Market) { q.Market = m }, aMarket()),
		rulestest.Truth("market", func(q *in, t rules.Truth) { q.Listed = t }),
		rulestest.Truth("market", func(q *in, t rules.Truth) { q.Whole = t }),
		rulestest.Truth("market", func(q *in, t rules.Truth) { q.InRegion = t }),
		rulestest.Truth("market", func(q *in, t rules.Truth) { q.Doubtful = t }),
	).Where(func(q in) bool { return lookedUp(q.Market, q.Listed, q.Whole, q.InRegion, q.Doubtful) })
}

// MarketsOpenOffers gives the questions whether Azure in Open is available.
func MarketsOpenOffers() rulestest.Samples[markets.OpenOffer] {
	type in = markets.OpenOffer
	return rulestest.Product(
		rulestest.Truth("partners", func(q *in, t rules.Truth) { q.Partners = t }),
		rulestest.Truth("azureDirect", func(q *in, t rules.Truth) { q.AzureDirect = t }),
	)
}

// MarketsBillings gives the questions in which currency a partner is billed.
func MarketsBillings() rulestest.Samples[markets.Billing] {
	type in = markets.Billing
	var entries []markets.BillingEntry
	for _, doubtful := range []rules.Truth{rules.No, rules.Yes} {
		entries = append(entries, markets.BillingEntry{Listed: rules.No, Doubtful: doubtful})
		for _, currency := range []terms.Currency{0, terms.BRL, terms.SEK} {
			entries = append(entries, markets.BillingEntry{Listed: rules.Yes, Currency: currency, Doubtful: doubtful})
		}
		entries = append(entries, markets.BillingEntry{
			Listed: rules.Yes, Currency: terms.BRL, Traditional: terms.USD, Doubtful: doubtful,
		})
	}
	return rulestest.Product(
		rulestest.Of("partner", func(q *in, m markets.Market) { q.Partner = m }, aMarket()),
		rulestest.Of("partner", func(q *in, e markets.BillingEntry) { q.Entry = e }, entries...),
		rulestest.Truth("traditional", func(q *in, t rules.Truth) { q.Traditional = t }),
	).Where(func(q in) bool { return lookedUp(q.Partner, q.Entry.Listed) })
}

// aMarket gives a market: which one it is decides nothing, what the lists say of it does.
func aMarket() markets.Market { return markets.MustParseMarket("SE") }

// lookedUp reports whether what lists say is known where the market is given, and only there.
func lookedUp(m markets.Market, known ...rules.Truth) bool {
	return !slices.ContainsFunc(known, func(k rules.Truth) bool { return m.IsZero() != (k == rules.Unknown) })
}

// places gives what the list of regions can say of a market.
func places() []markets.RegionFacts {
	var all []markets.RegionFacts
	for _, doubtful := range []rules.Truth{rules.No, rules.Yes} {
		all = append(all, markets.RegionFacts{Listed: rules.No, Doubtful: doubtful})
		for _, region := range []markets.Region{markets.RegionEurope, markets.RegionAfrica} {
			all = append(all, markets.RegionFacts{Listed: rules.Yes, Region: region, Alone: rules.No, Doubtful: doubtful})
		}
		all = append(all, markets.RegionFacts{Listed: rules.Yes, Region: markets.RegionChina, Alone: rules.Yes, Doubtful: doubtful})
	}
	return all
}

// areOneMarketIfAlone reports whether two places in a region of one market say the same of it.
func areOneMarketIfAlone(a, b markets.RegionFacts) bool {
	return a.Alone != rules.Yes || b.Alone != rules.Yes || a.Region != b.Region || a == b
}
