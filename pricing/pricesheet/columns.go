package pricesheet

import (
	"slices"
	"time"

	"github.com/cloudterms/terms"
)

// optional is a column that a file may lack.
func optional(name string, others ...string) Column { return Column{Name: name, Others: others} }

// required is a column that a file must have, and a row may leave empty.
func required(name string) Column { return Column{Name: name, Required: true} }

// filled is a column that no row may leave empty.
func filled(name string, others ...string) Column {
	return Column{Name: name, Others: others, Required: true, Filled: true}
}

// priceFormat gives the format of a price list in which some columns must be there that others may lack.
func priceFormat(id Format, must ...string) format[Price] {
	f := format[Price]{
		id, priceLayouts,
		[]column[Price]{
			{optional("ProductTitle"), textTo(func(p *Price) *string { return &p.ProductTitle })},
			{filled("ProductId"), textTo(func(p *Price) *string { return &p.ProductID })},
			{filled("SkuId"), textTo(func(p *Price) *string { return &p.SkuID })},
			{optional("SkuTitle"), textTo(func(p *Price) *string { return &p.SkuTitle })},
			{optional("Publisher"), textTo(func(p *Price) *string { return &p.Publisher })},
			{optional("SkuDescription"), textTo(func(p *Price) *string { return &p.SkuDescription })},
			{optional("UnitOfMeasure"), textTo(func(p *Price) *string { return &p.UnitOfMeasure })},
			{optional("TermDuration"), textTo(func(p *Price) *string { return &p.TermDuration })},
			{optional("BillingPlan"), textTo(func(p *Price) *string { return &p.BillingPlan })},
			{filled("Market"), setMarket},
			{filled("Currency"), pricingCurrency[Price]},
			{filled("UnitPrice"), priceTo(func(p *Price) *terms.Money { return &p.UnitPrice })},
			{optional("PricingTierRangeMin"), setTierMin},
			{optional("PricingTierRangeMax"), setTierMax},
			{filled("EffectiveStartDate"), instantTo(func(p *Price) *time.Time { return &p.EffectiveStartDate })},
			{required("EffectiveEndDate"), setEnd},
			{optional("EndofSaleDate"), instantTo(func(p *Price) *time.Time { return &p.EndOfSaleDate })},
			{optional("MeterIds"), listTo(func(p *Price) *[]string { return &p.MeterIDs })},
			{optional("MeterType"), textTo(func(p *Price) *string { return &p.MeterType })},
			{optional("Tags"), listTo(func(p *Price) *[]string { return &p.Tags })},
			{optional("ERP Price"), priceTo(func(p *Price) *terms.Money { return &p.ERPPrice })},
			{optional("Segment"), textTo(func(p *Price) *string { return &p.Segment })},
		},
		func(p *Price) *int { return &p.Line },
		func(p *Price) *[]Field { return &p.Other },
	}
	for i := range f.columns {
		if c := &f.columns[i]; slices.Contains(must, c.Name) {
			c.Required = true
		}
	}
	return f
}
