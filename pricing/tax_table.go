package pricing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// taxSet decides whether a commercial price includes tax.
var taxSet = rules.Must(newTaxSet())

func newTaxSet() (*rules.Set[TaxCase, TaxBasis], error) {
	reading := func(c TaxCase) TaxReading { return c.Reading }
	bySoftware := rulebook.One("read by the page on software subscriptions", "reading", reading, SoftwarePageTax)
	byReservations := rulebook.One("read by the page on reservations", "reading", reading, ReservationPageTax)
	listed := rulebook.Holds("the market is one the page excepts", "market", func(c TaxCase) rules.Truth { return c.Listed })
	market := func(c TaxCase) []rules.Arg { return []rules.Arg{rules.MarketArg("market", c.Market.Code())} }
	return rules.New(rules.Spec[TaxCase, TaxBasis]{
		ID: "pricing/tax", Question: "Does this commercial price include tax?",
		Facts: []rules.Fact{
			{Name: "market", Text: "In which market is the partner?"},
			{Name: "reading", Text: "By which of the pages that contradict each other?"},
		},
		Rules: []rules.Rule[TaxCase, TaxBasis]{
			{
				ID: "pricing.tax.exclusive", Text: "Commercial prices exclude tax.", Span: terms.Always(), Then: TaxExclusive,
				Sources: []rules.Source{softwarePage, reservations, priceLists},
			},
			{
				ID: "pricing.tax.software", Text: "In this market the commercial price includes tax.", Span: terms.Always(), Then: TaxInclusive,
				If: all(bySoftware, listed), Args: market, Excepts: []rules.ID{"pricing.tax.exclusive"},
				Sources: []rules.Source{softwarePage, softwarePage21},
			},
			{
				ID: "pricing.tax.reservations", Text: "To a partner in this market the price of a reservation includes tax.", Span: terms.Always(), Then: TaxInclusive,
				If: all(byReservations, listed), Args: market, Excepts: []rules.ID{"pricing.tax.exclusive"},
				Sources: []rules.Source{reservations},
			},
		},
	})
}
