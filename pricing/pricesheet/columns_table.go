package pricesheet

import (
	"time"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
)

// The columns of the price lists, in the order of Partner Center's pages "Get a price sheet" (ms.date 2023-08-07), "Azure
// plan price list" (2023-06-05), "Pricing and offers" (2023-10-18) and "Software pricing" (2022-11-04). All three lists are
// read with all columns; what differs is which must be there.
var (
	azurePlan = priceFormat(FormatAzurePlan, "TermDuration", "PricingTierRangeMin", "PricingTierRangeMax")
	licences  = priceFormat(FormatLicences, "TermDuration", "BillingPlan")
	software  = priceFormat(FormatSoftware, "TermDuration", "BillingPlan", "Segment")
)

// exchangeRates has the columns of "Get foreign exchange rates" (2020-01-24).
var exchangeRates = format[ExchangeRate]{
	FormatExchangeRates, monthLayouts,
	[]column[ExchangeRate]{
		{filled("CurrencyCode"), setRateCurrency},
		{filled("USDPerUnit"), setUSDPerUnit},
		{filled("Month"), dayTo(func(r *ExchangeRate) *terms.Day { return &r.Month })},
	},
	func(r *ExchangeRate) *int { return &r.Line },
	func(r *ExchangeRate) *[]Field { return &r.Other },
}

// dailyUsage has the columns of "Daily-rated usage reconciliation files" (2022-11-08), with the names of the versions of
// 2020 and of 2024 and of the API beside them. The currencies stand in front of their amounts.
var dailyUsage = format[UsageLine]{
	FormatDailyUsage, lineLayouts,
	[]column[UsageLine]{
		{optional("PartnerId"), textTo(func(u *UsageLine) *string { return &u.PartnerID })},
		{optional("PartnerName"), textTo(func(u *UsageLine) *string { return &u.PartnerName })},
		{required("CustomerId"), textTo(func(u *UsageLine) *string { return &u.CustomerID })},
		{optional("CustomerName"), textTo(func(u *UsageLine) *string { return &u.CustomerName })},
		{optional("CustomerDomainName"), textTo(func(u *UsageLine) *string { return &u.CustomerDomainName })},
		{optional("CustomerCountry"), textTo(func(u *UsageLine) *string { return &u.CustomerCountry })},
		{optional("MPNID"), textTo(func(u *UsageLine) *string { return &u.MPNID })},
		{optional("ResellerMPNID", "Tier2MpnId"), textTo(func(u *UsageLine) *string { return &u.ResellerMPNID })},
		{optional("InvoiceNumber"), textTo(func(u *UsageLine) *string { return &u.InvoiceNumber })},
		{required("ProductId"), textTo(func(u *UsageLine) *string { return &u.ProductID })},
		{required("SkuId"), textTo(func(u *UsageLine) *string { return &u.SkuID })},
		{optional("AvailabilityId"), textTo(func(u *UsageLine) *string { return &u.AvailabilityID })},
		{optional("SkuName"), textTo(func(u *UsageLine) *string { return &u.SkuName })},
		{optional("ProductName"), textTo(func(u *UsageLine) *string { return &u.ProductName })},
		{optional("PublisherName"), textTo(func(u *UsageLine) *string { return &u.PublisherName })},
		{optional("PublisherId"), textTo(func(u *UsageLine) *string { return &u.PublisherID })},
		{optional("SubscriptionDescription"), textTo(func(u *UsageLine) *string { return &u.SubscriptionDescription })},
		{optional("SubscriptionId"), textTo(func(u *UsageLine) *string { return &u.SubscriptionID })},
		{optional("ChargeStartDate"), dayTo(func(u *UsageLine) *terms.Day { return &u.ChargeStartDate })},
		{optional("ChargeEndDate"), dayTo(func(u *UsageLine) *terms.Day { return &u.ChargeEndDate })},
		{filled("UsageDate"), dayTo(func(u *UsageLine) *terms.Day { return &u.UsageDate })},
		{optional("MeterType"), textTo(func(u *UsageLine) *string { return &u.MeterType })},
		{optional("MeterCategory"), textTo(func(u *UsageLine) *string { return &u.MeterCategory })},
		{required("MeterId"), textTo(func(u *UsageLine) *string { return &u.MeterID })},
		{optional("MeterSubCategory"), textTo(func(u *UsageLine) *string { return &u.MeterSubCategory })},
		{optional("MeterName"), textTo(func(u *UsageLine) *string { return &u.MeterName })},
		{optional("MeterRegion"), textTo(func(u *UsageLine) *string { return &u.MeterRegion })},
		{optional("Unit", "UnitOfMeasure"), textTo(func(u *UsageLine) *string { return &u.Unit })},
		{optional("ResourceLocation"), textTo(func(u *UsageLine) *string { return &u.ResourceLocation })},
		{optional("ConsumedService"), textTo(func(u *UsageLine) *string { return &u.ConsumedService })},
		{optional("ResourceGroup"), textTo(func(u *UsageLine) *string { return &u.ResourceGroup })},
		{optional("ResourceURI"), textTo(func(u *UsageLine) *string { return &u.ResourceURI })},
		{optional("ChargeType"), textTo(func(u *UsageLine) *string { return &u.ChargeType })},
		{required("UnitPrice"), numberTo(func(u *UsageLine) *decimal.Decimal { return &u.UnitPrice })},
		{filled("Quantity"), numberTo(func(u *UsageLine) *decimal.Decimal { return &u.Quantity })},
		{optional("UnitType"), textTo(func(u *UsageLine) *string { return &u.UnitType })},
		{filled("BillingCurrency"), billingCurrency[UsageLine]},
		{filled("BillingPreTaxTotal"), billedTo(func(u *UsageLine) *terms.Money { return &u.BillingPreTaxTotal })},
		{required("PricingCurrency"), pricingCurrencyTo(func(u *UsageLine) *terms.Currency { return &u.PricingCurrency })},
		{optional("PricingPreTaxTotal"), pricedTo(func(u *UsageLine) *terms.Money { return &u.PricingPreTaxTotal })},
		{optional("ServiceInfo1"), textTo(func(u *UsageLine) *string { return &u.ServiceInfo1 })},
		{optional("ServiceInfo2"), textTo(func(u *UsageLine) *string { return &u.ServiceInfo2 })},
		{optional("Tags"), textTo(func(u *UsageLine) *string { return &u.Tags })},
		{optional("AdditionalInfo"), textTo(func(u *UsageLine) *string { return &u.AdditionalInfo })},
		{required("EffectiveUnitPrice"), numberTo(func(u *UsageLine) *decimal.Decimal { return &u.EffectiveUnitPrice })},
		{required("PCToBCExchangeRate"), rateTo(func(u *UsageLine) *decimal.Decimal { return &u.PCToBCExchangeRate })},
		{optional("PCToBCExchangeRateDate"), dayTo(func(u *UsageLine) *terms.Day { return &u.PCToBCExchangeRateDate })},
		{optional("EntitlementId"), textTo(func(u *UsageLine) *string { return &u.EntitlementID })},
		{optional("EntitlementDescription"), textTo(func(u *UsageLine) *string { return &u.EntitlementDescription })},
		{
			required("PartnerEarnedCreditPercentage"),
			percentTo(func(u *UsageLine) *decimal.Decimal { return &u.RateOfPartnerEarnedCredit }),
		},
		{optional("CreditPercentage"), percentTo(func(u *UsageLine) *decimal.Decimal { return &u.RateOfCredit })},
		{optional("CreditType"), textTo(func(u *UsageLine) *string { return &u.CreditType })},
		{optional("BenefitOrderId"), textTo(func(u *UsageLine) *string { return &u.BenefitOrderID })},
		{optional("BenefitId"), textTo(func(u *UsageLine) *string { return &u.BenefitID })},
		{optional("BenefitType"), textTo(func(u *UsageLine) *string { return &u.BenefitType })},
	},
	func(u *UsageLine) *int { return &u.Line },
	func(u *UsageLine) *[]Field { return &u.Other },
}

// invoice has the columns of "Recon file fields for CSP new commerce invoice" (2022-01-18). Taxes are optional: another page
// says that they are no longer in the file. The currencies stand in front of their amounts.
var invoice = format[InvoiceLine]{
	FormatInvoice, lineLayouts,
	[]column[InvoiceLine]{
		{optional("PartnerId"), textTo(func(l *InvoiceLine) *string { return &l.PartnerID })},
		{required("CustomerId"), textTo(func(l *InvoiceLine) *string { return &l.CustomerID })},
		{optional("CustomerName"), textTo(func(l *InvoiceLine) *string { return &l.CustomerName })},
		{optional("CustomerDomainName"), textTo(func(l *InvoiceLine) *string { return &l.CustomerDomainName })},
		{optional("CustomerCountry"), textTo(func(l *InvoiceLine) *string { return &l.CustomerCountry })},
		{required("InvoiceNumber"), textTo(func(l *InvoiceLine) *string { return &l.InvoiceNumber })},
		{optional("MPNID"), textTo(func(l *InvoiceLine) *string { return &l.MPNID })},
		{optional("ResellerMPNID", "Tier2MpnId"), textTo(func(l *InvoiceLine) *string { return &l.ResellerMPNID })},
		{optional("OrderId"), textTo(func(l *InvoiceLine) *string { return &l.OrderID })},
		{optional("OrderDate"), dayTo(func(l *InvoiceLine) *terms.Day { return &l.OrderDate })},
		{required("ProductId"), textTo(func(l *InvoiceLine) *string { return &l.ProductID })},
		{required("SkuId"), textTo(func(l *InvoiceLine) *string { return &l.SkuID })},
		{optional("AvailabilityId"), textTo(func(l *InvoiceLine) *string { return &l.AvailabilityID })},
		{optional("SkuName"), textTo(func(l *InvoiceLine) *string { return &l.SkuName })},
		{optional("ProductName"), textTo(func(l *InvoiceLine) *string { return &l.ProductName })},
		{required("ChargeType"), textTo(func(l *InvoiceLine) *string { return &l.ChargeType })},
		{required("UnitPrice"), numberTo(func(l *InvoiceLine) *decimal.Decimal { return &l.UnitPrice })},
		{required("Quantity"), numberTo(func(l *InvoiceLine) *decimal.Decimal { return &l.Quantity })},
		{filled("Currency"), billingCurrency[InvoiceLine]},
		{filled("Subtotal"), billedTo(func(l *InvoiceLine) *terms.Money { return &l.Subtotal })},
		{optional("TaxTotal"), billedTo(func(l *InvoiceLine) *terms.Money { return &l.TaxTotal })},
		{optional("Total"), billedTo(func(l *InvoiceLine) *terms.Money { return &l.Total })},
		{
			optional("PriceAdjustmentDescription"),
			textTo(func(l *InvoiceLine) *string { return &l.PriceAdjustmentDescription }),
		},
		{optional("PublisherName"), textTo(func(l *InvoiceLine) *string { return &l.PublisherName })},
		{optional("PublisherId"), textTo(func(l *InvoiceLine) *string { return &l.PublisherID })},
		{optional("SubscriptionDescription"), textTo(func(l *InvoiceLine) *string { return &l.SubscriptionDescription })},
		{optional("SubscriptionId"), textTo(func(l *InvoiceLine) *string { return &l.SubscriptionID })},
		{required("ChargeStartDate"), dayTo(func(l *InvoiceLine) *terms.Day { return &l.ChargeStartDate })},
		{required("ChargeEndDate"), dayTo(func(l *InvoiceLine) *terms.Day { return &l.ChargeEndDate })},
		{optional("TermAndBillingCycle"), textTo(func(l *InvoiceLine) *string { return &l.TermAndBillingCycle })},
		{required("EffectiveUnitPrice"), numberTo(func(l *InvoiceLine) *decimal.Decimal { return &l.EffectiveUnitPrice })},
		{optional("UnitType"), textTo(func(l *InvoiceLine) *string { return &l.UnitType })},
		{optional("AlternateId"), textTo(func(l *InvoiceLine) *string { return &l.AlternateID })},
		{required("BillableQuantity"), numberTo(func(l *InvoiceLine) *decimal.Decimal { return &l.BillableQuantity })},
		{optional("BillingFrequency"), textTo(func(l *InvoiceLine) *string { return &l.BillingFrequency })},
		{required("PricingCurrency"), pricingCurrencyTo(func(l *InvoiceLine) *terms.Currency { return &l.PricingCurrency })},
		{required("PCToBCExchangeRate"), rateTo(func(l *InvoiceLine) *decimal.Decimal { return &l.PCToBCExchangeRate })},
		{optional("PCToBCExchangeRateDate"), dayTo(func(l *InvoiceLine) *terms.Day { return &l.PCToBCExchangeRateDate })},
		{optional("MeterDescription"), textTo(func(l *InvoiceLine) *string { return &l.MeterDescription })},
		{optional("ReservationOrderId"), textTo(func(l *InvoiceLine) *string { return &l.ReservationOrderID })},
		{optional("CreditReasonCode"), textTo(func(l *InvoiceLine) *string { return &l.CreditReasonCode })},
		{optional("SubscriptionStartDate"), dayTo(func(l *InvoiceLine) *terms.Day { return &l.SubscriptionStartDate })},
		{optional("SubscriptionEndDate"), dayTo(func(l *InvoiceLine) *terms.Day { return &l.SubscriptionEndDate })},
		{optional("ReferenceID"), textTo(func(l *InvoiceLine) *string { return &l.ReferenceID })},
		{optional("ProductQualifiers"), textTo(func(l *InvoiceLine) *string { return &l.ProductQualifiers })},
		{optional("PromotionID"), textTo(func(l *InvoiceLine) *string { return &l.PromotionID })},
	},
	func(l *InvoiceLine) *int { return &l.Line },
	func(l *InvoiceLine) *[]Field { return &l.Other },
}

// meters has the members of the meters of both RateCard APIs: Partner Center's "Azure rate card resources" (2022-06-29), and
// the ARM API's definition MeterInfo (2015-06-01-preview), whose names are the others.
var meters = format[Meter]{
	FormatRateCard, jsonLayouts,
	[]column[Meter]{
		{filled("id", "MeterId"), textTo(func(m *Meter) *string { return &m.ID })},
		{optional("name", "MeterName"), textTo(func(m *Meter) *string { return &m.Name })},
		{filled("rates", "MeterRates"), setRates},
		{optional("tags", "MeterTags"), jsonTo(func(m *Meter) *[]string { return &m.Tags })},
		{optional("category", "MeterCategory"), textTo(func(m *Meter) *string { return &m.Category })},
		{optional("subcategory", "MeterSubCategory"), textTo(func(m *Meter) *string { return &m.Subcategory })},
		{optional("region", "MeterRegion"), textTo(func(m *Meter) *string { return &m.Region })},
		{optional("unit"), textTo(func(m *Meter) *string { return &m.Unit })},
		{optional("includedQuantity"), numberTo(func(m *Meter) *decimal.Decimal { return &m.IncludedQuantity })},
		{optional("effectiveDate"), instantTo(func(m *Meter) *time.Time { return &m.EffectiveDate })},
		{optional("meterStatus"), textTo(func(m *Meter) *string { return &m.Status })},
	},
	func(m *Meter) *int { return &m.Line },
	func(m *Meter) *[]Field { return &m.Other },
}

// rateCard has the members of a rate card beside its meters.
var rateCard = format[RateCard]{
	FormatRateCard, jsonLayouts,
	[]column[RateCard]{
		{optional("locale"), textTo(func(c *RateCard) *string { return &c.Locale })},
		{optional("currency"), pricingCurrencyTo(func(c *RateCard) *terms.Currency { return &c.Currency })},
		{optional("isTaxIncluded"), truthTo(func(c *RateCard) *bool { return &c.IsTaxIncluded })},
		{optional("offerTerms"), setOfferTerms},
	},
	nil,
	func(c *RateCard) *[]Field { return &c.Other },
}

// offerTerms has the members of an offer term: of Partner Center's API, and of the three kinds of the ARM API.
var offerTerms = format[OfferTerm]{
	FormatRateCard, jsonLayouts,
	[]column[OfferTerm]{
		{filled("name"), textTo(func(o *OfferTerm) *string { return &o.Name })},
		{optional("discount"), numberTo(func(o *OfferTerm) *decimal.Decimal { return &o.Discount })},
		{optional("tieredDiscount"), setTieredDiscount},
		{optional("credit"), numberTo(func(o *OfferTerm) *decimal.Decimal { return &o.Credit })},
		{optional("excludedMeterIds"), jsonTo(func(o *OfferTerm) *[]string { return &o.ExcludedMeterIDs })},
		{optional("effectiveDate"), instantTo(func(o *OfferTerm) *time.Time { return &o.EffectiveDate })},
	},
	nil,
	func(o *OfferTerm) *[]Field { return &o.Other },
}

// retailPrices has the members of an item of the Retail Prices API, version 2023-01-01-preview.
var retailPrices = format[RetailPrice]{
	FormatRetailPrices, jsonLayouts,
	[]column[RetailPrice]{
		{filled("currencyCode"), pricingCurrency[RetailPrice]},
		{optional("tierMinimumUnits"), numberTo(func(p *RetailPrice) *decimal.Decimal { return &p.TierMinimumUnits })},
		{filled("retailPrice"), priceTo(func(p *RetailPrice) *terms.Money { return &p.RetailPrice })},
		{optional("unitPrice"), priceTo(func(p *RetailPrice) *terms.Money { return &p.UnitPrice })},
		{optional("armRegionName"), textTo(func(p *RetailPrice) *string { return &p.ARMRegionName })},
		{optional("location"), textTo(func(p *RetailPrice) *string { return &p.Location })},
		{optional("effectiveStartDate"), instantTo(func(p *RetailPrice) *time.Time { return &p.EffectiveStartDate })},
		{optional("effectiveEndDate"), instantTo(func(p *RetailPrice) *time.Time { return &p.EffectiveEndDate })},
		{optional("meterId"), textTo(func(p *RetailPrice) *string { return &p.MeterID })},
		{optional("meterName"), textTo(func(p *RetailPrice) *string { return &p.MeterName })},
		{optional("productId"), textTo(func(p *RetailPrice) *string { return &p.ProductID })},
		{optional("skuId"), textTo(func(p *RetailPrice) *string { return &p.SkuID })},
		{optional("availabilityId"), textTo(func(p *RetailPrice) *string { return &p.AvailabilityID })},
		{optional("productName"), textTo(func(p *RetailPrice) *string { return &p.ProductName })},
		{optional("skuName"), textTo(func(p *RetailPrice) *string { return &p.SkuName })},
		{optional("serviceName"), textTo(func(p *RetailPrice) *string { return &p.ServiceName })},
		{optional("serviceId"), textTo(func(p *RetailPrice) *string { return &p.ServiceID })},
		{optional("serviceFamily"), textTo(func(p *RetailPrice) *string { return &p.ServiceFamily })},
		{optional("unitOfMeasure"), textTo(func(p *RetailPrice) *string { return &p.UnitOfMeasure })},
		{optional("type"), textTo(func(p *RetailPrice) *string { return &p.Type })},
		{optional("isPrimaryMeterRegion"), truthTo(func(p *RetailPrice) *bool { return &p.IsPrimaryMeterRegion })},
		{optional("armSkuName"), textTo(func(p *RetailPrice) *string { return &p.ARMSkuName })},
		{optional("reservationTerm"), textTo(func(p *RetailPrice) *string { return &p.ReservationTerm })},
		{optional("savingsPlan"), setSavingsPlan},
	},
	func(p *RetailPrice) *int { return &p.Line },
	func(p *RetailPrice) *[]Field { return &p.Other },
}

// retailPage has the members of a page of the Retail Prices API beside its items.
var retailPage = format[RetailPage]{
	FormatRetailPrices, jsonLayouts,
	[]column[RetailPage]{
		{optional("billingCurrency"), pricingCurrencyTo(func(p *RetailPage) *terms.Currency { return &p.BillingCurrency })},
		{optional("customerEntityId"), textTo(func(p *RetailPage) *string { return &p.CustomerEntityID })},
		{optional("customerEntityType"), textTo(func(p *RetailPage) *string { return &p.CustomerEntityType })},
		{optional("nextPageLink"), textTo(func(p *RetailPage) *string { return &p.NextPageLink })},
		{optional("count"), jsonTo(func(p *RetailPage) *int { return &p.Count })},
	},
	nil,
	func(p *RetailPage) *[]Field { return &p.Other },
}

// savingsPlans has the members of a price under a savings plan.
var savingsPlans = format[SavingsPlanPrice]{
	FormatRetailPrices, jsonLayouts,
	[]column[SavingsPlanPrice]{
		{optional("term"), textTo(func(p *SavingsPlanPrice) *string { return &p.Term })},
		{optional("retailPrice"), priceTo(func(p *SavingsPlanPrice) *terms.Money { return &p.RetailPrice })},
		{filled("unitPrice"), priceTo(func(p *SavingsPlanPrice) *terms.Money { return &p.UnitPrice })},
	},
	nil,
	func(p *SavingsPlanPrice) *[]Field { return &p.Other },
}
