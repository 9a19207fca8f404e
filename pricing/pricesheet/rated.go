package pricesheet

import (
	"github.com/cloudterms/terms"
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

// Rate gives the rate as an entry of a [pricing.RateTable]: from US dollars to its currency, on the days of its month. A row
// without a month is [terms.ErrSpan].
func (r ExchangeRate) Rate() (pricing.DatedRate, error) {
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
