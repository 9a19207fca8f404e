package pricesheet

import (
	"errors"
	"fmt"
	"iter"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/pricing"
)

// Price gives what the rows say as a price to rate use by, [pricing.Price.Rate], its tiers those of a price list
// ([pricing.PriceSheetRange]). Tiers that leave units out or have them twice are [pricing.ErrPrice].
func (q Quote) Price() (pricing.Price, error) {
	rows := make([]pricing.TierRow, len(q.Tiers))
	for i, t := range q.Tiers {
		rows[i] = pricing.TierRow{Min: t.PricingTierRangeMin, Max: t.PricingTierRangeMax, Unit: t.UnitPrice}
	}
	return pricing.TieredPrice(pricing.PriceSheetRange, rows...)
}

// Price gives the rates of the meter as a price to rate use by, in the currency of its card, [RateCard.Currency]. The form
// is [pricing.RateCardKey], or [pricing.RateCardFirstUnit] to recompute what was reckoned so. Units that are included are of
// the use, [pricing.Use.Included].
func (m Meter) Price(form pricing.TierForm, currency terms.Currency) (pricing.Price, error) {
	rows := make([]pricing.TierRow, len(m.Rates))
	for i, r := range m.Rates {
		unit, err := terms.NewMoney(r.Price, currency)
		if err != nil {
			return pricing.Price{}, err
		}
		rows[i] = pricing.TierRow{Min: r.Quantity, Unit: unit}
	}
	return pricing.TieredPrice(form, rows...)
}

// RateTable gathers exchange rates, of one month or of several, in a table that finds the rate of a charge. What could not be
// read is reported by a [ReadError], beside the table of the others: so is a row without a month, and one of a currency and
// month that a row before it is of.
func RateTable(lists ...iter.Seq2[ExchangeRate, error]) (pricing.RateTable, error) {
	type rateOf struct {
		currency terms.Currency
		month    terms.Day
	}
	var rates []pricing.DatedRate
	var faults ReadError
	known := map[rateOf]bool{}
	for _, list := range lists {
		for row, err := range list {
			if err != nil {
				faults.add(err)
				continue
			}
			dated, err := row.DatedRate()
			key := rateOf{row.CurrencyCode, row.Month.FirstOfMonth()}
			if err == nil && known[key] {
				err = fmt.Errorf("%w: a second rate of %s for the month; want one", ErrValue, row.CurrencyCode)
			}
			if err != nil {
				faults.add(&RowError{Format: FormatExchangeRates, Line: row.Line, Column: 1, Err: err})
				continue
			}
			known[key], rates = true, append(rates, dated)
		}
	}
	table, err := pricing.NewRateTable(rates...)
	return table, errors.Join(faults.orNil(), err)
}

// DatedRate gives the rate as an entry of a [pricing.RateTable]: from US dollars to its currency, on the days of its month. A
// row without a month is [terms.ErrSpan].
func (r ExchangeRate) DatedRate() (pricing.DatedRate, error) {
	rate, err := pricing.NewUSDPerUnit(r.CurrencyCode, r.USDPerUnit)
	if err != nil {
		return pricing.DatedRate{}, err
	}
	first := r.Month.FirstOfMonth()
	days, err := terms.NewSpan(first, first.AddMonths(1))
	if err != nil {
		return pricing.DatedRate{}, err
	}
	return pricing.DatedRate{Rate: rate, Span: days}, nil
}

// ProductKey gives what a product and its SKU go by in look-ups: capitals and spaces around them do not matter, and SKU 1 is
// SKU 0001.
func ProductKey(productID, skuID string) string {
	key := keyOf(productID, skuID)
	return key.product + "/" + key.sku
}

// Seats gives seats bought at the price of the quote, charged in a cycle. Lists have the price of the whole term, so of a year
// that is billed by the month each cycle costs a twelfth ([pricing.Seats.PriceMonths]). A quote with tiers, or of no term, is
// [pricing.ErrPrice]; a cycle longer than the term is refused where the seats are charged.
func (q Quote) Seats(quantity int, cycle pricing.Cycle) (pricing.Seats, error) {
	price, ok := q.UnitPrice()
	if !ok {
		return pricing.Seats{}, fmt.Errorf("%w: the quote has tiers; want one price for all seats", pricing.ErrPrice)
	}
	term, err := licensing.ParseTerm(strings.ToUpper(strings.TrimSpace(q.Tiers[0].TermDuration)))
	if err != nil {
		return pricing.Seats{}, fmt.Errorf("%w: the term of the quote: %w", pricing.ErrPrice, err)
	}
	return pricing.Seats{UnitPrice: price, PriceMonths: term.Months(), Quantity: quantity, Cycle: cycle}, nil
}

// PlanUse gives the line as use that may earn partner earned credit, [pricing.CreditEarned]: of a product, at a cost, which
// is that of the list price before any credit ([pricing.Price.Rate]). What was used is the resource, and the Azure subscription
// where the line has none that [pricing.ParseScope] reads. Of the cost, RateOfCredit is paid by an Azure credit offer.
func (u UsageLine) PlanUse(product pricing.PlanProduct, cost terms.Money) (pricing.PlanUse, error) {
	resource, err := u.Scope()
	if err != nil {
		return pricing.PlanUse{}, err
	}
	use := pricing.PlanUse{
		Day: u.UsageDate, Resource: resource, Meter: u.MeterID, Product: product, Quantity: u.Quantity, Cost: cost,
	}
	if !u.RateOfCredit.IsZero() {
		paid, err := pricing.NewPercent(u.RateOfCredit.Shift(2))
		if err != nil {
			return pricing.PlanUse{}, err
		}
		use.AzureCredit, err = paid.Of(cost)
		return use, err
	}
	return use, nil
}

// Scope gives what was used as a place in Azure: the resource, and the Azure subscription where the line has none that
// [pricing.ParseScope] reads.
func (u UsageLine) Scope() (pricing.Scope, error) {
	if resource, err := pricing.ParseScope(u.ResourceURI); err == nil {
		return resource, nil
	}
	return pricing.ParseScope("/subscriptions/" + strings.TrimSpace(u.EntitlementID))
}
