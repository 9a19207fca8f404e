package main

import (
	"errors"
	"time"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/pricesheet"
)

// The products of the price lists.
const (
	machine, machineSKU     = "DZH318Z0BQ3P", "0001"
	outbound, outboundSKU   = "DZH318Z0BP04", "000H"
	seatProduct, seatSKU    = "CFQ7TTC0LCHC", "0002"
	missingProduct, noneSKU = "DZH318Z0DDDD", "0003"
)

func query(product, sku string, at time.Time) pricesheet.Query {
	return pricesheet.Query{ProductID: product, SkuID: sku, Market: "DE", At: at}
}

// showPrices rates use by the list, tier by tier, with the effective unit price and the line of an invoice.
func showPrices(r *report, in input, _ options) error {
	june := terms.MustParseDay("2023-06-15")
	rounding, err := pricing.UsageRounding(june)
	if err != nil {
		return err
	}
	r.linef("a line of usage is rounded by %s", rounding.Value)
	uses := []struct {
		product, sku string
		use          pricing.Use
	}{
		{machine, machineSKU, pricing.Use{Quantity: number("29")}},
		{outbound, outboundSKU, pricing.Use{Quantity: number("100")}},
		{outbound, outboundSKU, pricing.Use{Quantity: number("101")}},
		{outbound, outboundSKU, pricing.Use{Quantity: number("560")}},
		{outbound, outboundSKU, pricing.Use{Quantity: number("70"), Before: number("70")}},
		{outbound, outboundSKU, included("150", "100", pricing.IncludedFirst)},
		{outbound, outboundSKU, included("150", "100", pricing.IncludedUnpriced)},
		{outbound, outboundSKU, pricing.Use{Quantity: number("0")}},
		{outbound, outboundSKU, pricing.Use{Quantity: number("-3")}},
		{outbound, outboundSKU, included("150", "100", 0)},
		{missingProduct, noneSKU, pricing.Use{Quantity: number("1")}},
	}
	for _, u := range uses {
		r.linef("%s %s, %s units behind %s, %s included %s",
			u.product, u.sku, u.use.Quantity, u.use.Before, u.use.Included, u.use.Reading)
		if err := rate(r, in, query(u.product, u.sku, june.Start()), u.use, rounding.Value); err != nil {
			r.fault("refused", err)
		}
	}
	return nil
}

func rate(r *report, in input, q pricesheet.Query, use pricing.Use, rule pricing.RoundingRule) error {
	quote, err := in.prices.Price(q)
	if err != nil {
		return err
	}
	price, err := quote.Price()
	if err != nil {
		return err
	}
	rating, err := price.Rate(use)
	if err != nil {
		return err
	}
	for _, slice := range rating.Slices {
		subtotal, err := slice.Line(pricing.Percent{}, pricing.ExchangeRate{}).Subtotal(rule)
		if err != nil {
			return err
		}
		r.linef("  tier %d: %s at %s = %s, billed %s", slice.Tier, slice.Quantity, slice.Unit, slice.Amount, subtotal.Amount)
	}
	each, err := rating.Blended()
	if errors.Is(err, pricing.ErrDivision) {
		r.linef("  %s, and no unit", rating.Amount)
		return nil
	}
	if err != nil {
		return err
	}
	r.linef("  %s, a unit %s", rating.Amount, each)
	return nil
}

// included is use of which some units are free.
func included(quantity, free string, reading pricing.IncludedReading) pricing.Use {
	return pricing.Use{Quantity: number(quantity), Included: number(free), Reading: reading}
}

// number reads a number that is written into the program.
func number(s string) decimal.Decimal {
	return decimal.RequireFromString(s)
}
