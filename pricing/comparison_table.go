package pricing

import (
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

var (
	comparedOfferTitles = []string{
		"", "Azure plan", "Third-party marketplace", "Azure reservations", "Server subscriptions", "Licence-based", "New commerce licence-based",
	}
	aspectTitles = []string{
		"", "Billing", "Licensee", "Coverage", "Renews by itself", "Currency", "Invoice and reconciliation file", "Price list", "Offer matrix",
		"Returns", "Countries", "Support",
	}
	markdownCell = strings.NewReplacer("|", `\|`, "\n", " ")
)

var comparisonTimeline = rules.Must(rules.NewTimeline("pricing.comparison", "The table that sets the types of offers in CSP side by side.",
	rules.Entry[Comparison]{
		Value: comparison2023, Span: terms.SpanFrom(terms.MustParseDay("2023-01-11")),
		Sources: []rules.Source{published("PLAN-08", "Compare differences between Azure offers in the CSP program (2023-01-11)", "Overview of key differences", "compare-azure-offers")},
	},
	rules.Entry[Comparison]{
		Value: comparison2020, Span: mustSpan("2020-05-05", "2023-01-11"),
		Sources: []rules.Source{published("PLAN-08", "Compare differences between Azure offers in the CSP program (de-de, 2020-05-05)", "Overview of key differences", "compare-azure-offers")},
	},
))

// comparisonRow gives the cells of an aspect, one for each offer in order; an empty text is a cell the table does not have.
func comparisonRow(a Aspect, says ...string) []ComparisonCell {
	var cells []ComparisonCell
	for i, text := range says {
		if text != "" {
			cells = append(cells, ComparisonCell{ComparedAzurePlan + ComparedOffer(i), a, text}) //nolint:gosec // there are six offers
		}
	}
	return cells
}

// times gives a text n times.
func times(n int, text string) []string {
	return strings.Split(strings.Repeat(text+"\n", n-1)+text, "\n")
}

func comparisonOf(rows ...[]ComparisonCell) Comparison {
	var cells []ComparisonCell
	for _, r := range rows {
		cells = append(cells, r...)
	}
	return rules.Must(NewComparison(cells...))
}

// What several cells say.
const (
	saysVaries        = "varies with the offer"
	saysCustomer      = "end customer"
	saysYes           = "yes"
	saysNo            = "no"
	saysOwnPeriod     = "a period of its own"
	saysOfPartner     = "that of the partner's location"
	saysOfCustomer    = "that of the customer's location"
	saysOnePerPartner = "one, in the currency of the partner's location"
	saysOnePerCountry = "one for each currency of customers' locations"
	saysMonthly       = "published monthly for each customer market"
	saysStandard      = "the standard requirements of CSP"
	saysOwnSupport    = "technical support by who publishes the offer; sales, transaction and billing support by the partner"
	saysFiveDays      = "within 5 days of the order 100 %, later prorated less a fee of 12 % of that; at most 50,000 USD a customer and year"
	saysSixtyDays     = "within 60 days of the order 100 %, and keys are deactivated; no partial returns"
	saysThirtyDays    = "within 30 days 100 %, later prorated"
	saysNoReturn      = "none: purchasing a plan is no commercial transaction"
	saysVariesReturn  = "varies between offers by licence of 1 to 12 months and offers by usage"
	saysByMatrix      = "by the matrix of availability and currency of new commerce offers"
	saysEveryCountry  = "247"
	saysPlanCountries = "139"
	saysOneFile       = "one file with all prices and offer details"
)

var comparison2023 = comparisonOf(
	comparisonRow(AspectBilling, "monthly", saysVaries, "up front or monthly", "up front for the whole term, or for three years", "monthly or annually", "monthly, annually or for three years"),
	comparisonRow(AspectLicensee, saysCustomer, saysVaries, saysCustomer, saysCustomer, saysCustomer, saysCustomer),
	comparisonRow(AspectCoverage, "until cancelled", saysVaries, saysOwnPeriod, saysOwnPeriod, "licences can be added for the term", "licences can be added for the term"),
	comparisonRow(AspectAutoRenewal, saysYes, saysYes, saysNo, saysNo, saysYes, saysYes),
	comparisonRow(AspectCurrency, times(6, saysOfPartner)...),
	comparisonRow(AspectInvoice, saysOnePerPartner+"; daily rated usage files too", saysOnePerPartner, saysOnePerPartner, saysOnePerPartner, "one for all orders", saysOnePerPartner),
	comparisonRow(AspectPriceList, saysMonthly+", in USD", saysMonthly, saysMonthly+", in USD", saysMonthly, "one file for all currencies", saysMonthly),
	comparisonRow(AspectOfferMatrix, "none", "none", "none", "none", "monthly, for all markets, no preview", "monthly, for all markets, by API too, no preview"),
	comparisonRow(AspectReturns, saysNoReturn, saysVariesReturn, saysFiveDays, saysSixtyDays, saysThirtyDays, "cancellation within seven days"),
	comparisonRow(AspectCountries, saysPlanCountries, saysByMatrix, saysByMatrix, saysByMatrix, saysEveryCountry, saysEveryCountry),
	comparisonRow(AspectSupport, saysStandard, saysOwnSupport, saysStandard, saysStandard, saysStandard, saysStandard),
)

// comparison2020 is as printed, where the page has slipped too: reservations are billed to the "end customer", and the cell of
// server subscriptions in the row on price lists is empty.
var comparison2020 = comparisonOf(
	comparisonRow(AspectBilling, "monthly", saysVaries, saysCustomer, "up front for the whole term, or for three years", "monthly or annually"),
	comparisonRow(AspectLicensee, saysCustomer, saysVaries, saysCustomer, saysCustomer, saysCustomer),
	comparisonRow(AspectCoverage, "until cancelled", saysVaries, "see the offer's description", saysOwnPeriod, "further licences join the period there is"),
	comparisonRow(AspectAutoRenewal, saysYes, saysYes, saysNo, saysNo, saysYes),
	comparisonRow(AspectCurrency, saysOfCustomer, saysOfCustomer, saysOfCustomer, saysOfCustomer, saysOfPartner),
	comparisonRow(AspectInvoice, saysOnePerCountry+"; daily rated usage files too", saysOnePerCountry, saysOnePerCountry, saysOnePerCountry, "one for all orders"),
	comparisonRow(AspectPriceList, "published monthly, in USD", "exported as CSV at any time", saysOneFile, "", saysOneFile),
	comparisonRow(AspectOfferMatrix, "", "", "none", "", "none"),
	comparisonRow(AspectReturns, saysNoReturn, saysVariesReturn, saysFiveDays, saysSixtyDays, saysThirtyDays),
	comparisonRow(AspectCountries, saysPlanCountries, saysByMatrix, saysByMatrix, saysByMatrix, saysEveryCountry),
	comparisonRow(AspectSupport, saysStandard, saysOwnSupport, saysStandard, saysStandard, saysStandard),
)
