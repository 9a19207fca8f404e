// Package pricesheet reads the price lists, rate cards, exchange rates, usage and invoice lines that Partner Center and Azure
// give out, and looks prices up in them.
//
// # What it answers
//
// What did this product cost in this market, for this segment, term and plan, at this instant? A [Book] answers with the row
// that says so, and with the rows it passed over. And before that: what do these files say, row by row, in values of package
// terms?
//
//	prices, err := pricesheet.NewBook(pricesheet.EarlierHolds, pricesheet.ReadLicences(file))
//	quote, err := prices.Price(pricesheet.Query{ProductID: "CFQ7TTC0LH18", SkuID: "0001", Market: "US", At: bought})
//
// # The files
//
// Each reader takes an io.Reader and gives its rows one by one, whatever the size of the file:
//
//   - [ReadAzurePlan]: the price list of Azure plan, consumption and reservations
//   - [ReadLicences]: the price list of new-commerce licences, with or without preview and segments
//   - [ReadSoftware]: the price list of software, perpetual and by subscription
//   - [ReadExchangeRates]: the exchange rates of a month
//   - [ReadDailyUsage]: daily rated usage
//   - [ReadInvoice]: the reconciliation file of a new-commerce invoice
//   - [ReadRateCard]: the JSON of both RateCard APIs, Partner Center's and ARM's
//   - [ReadRetailPrices]: the JSON of the Retail Prices API
//
// [Unzip] puts any of them behind a zip archive, which is how the pricing API and the downloads come. [Collect] gathers the
// rows of a small file, and [Each] gives rows that are at hand as a reader would. [Named] puts the name of a file into its
// errors.
//
// A [Price] is a row of any of the three lists, [ExchangeRate], [UsageLine], [InvoiceLine], [Meter] and [RetailPrice] those
// of the others. Each has the line of the file it stands on. Columns are found by their names; their order does not matter,
// nor do capitals, spaces and punctuation, and names that the record gives in several versions are all known
// (Tier2MpnId, ResellerMPNID). What is not known is kept, as a [Field], in the order of the file.
//
// Names say what they are in this package alone: a [Price] is a row of a list, and a pricing.Price what units cost by one or
// several such rows ([Quote.Price]); a [MeterRate] is a tier of a rate card; an [ExchangeRate] is a row of a month's rates,
// and a pricing.ExchangeRate what converts an amount; a [UsageLine] and an [InvoiceLine] are rows, a pricing.Line is what an
// amount is reckoned from, and a reconcile.Line what came of recomputing a row.
//
// # Columns
//
// A column is found by its name or by another that the record has for it; capitals, spaces and punctuation do not matter.
// [Format.Columns] gives the same to a program. Of JSON they are the members of an item.
//
//   - azurePlan. Filled in every row: ProductId, SkuId, Market, Currency, UnitPrice, EffectiveStartDate. There,
//     though a row may leave it empty: TermDuration, PricingTierRangeMin, PricingTierRangeMax, EffectiveEndDate. May
//     be left out: ProductTitle, SkuTitle, Publisher, SkuDescription, UnitOfMeasure, BillingPlan, EndofSaleDate,
//     MeterIds, MeterType, Tags, ERP Price, Segment.
//   - licences. Filled in every row: ProductId, SkuId, Market, Currency, UnitPrice, EffectiveStartDate. There, though
//     a row may leave it empty: TermDuration, BillingPlan, EffectiveEndDate. May be left out: ProductTitle, SkuTitle,
//     Publisher, SkuDescription, UnitOfMeasure, PricingTierRangeMin, PricingTierRangeMax, EndofSaleDate, MeterIds,
//     MeterType, Tags, ERP Price, Segment.
//   - software. Filled in every row: ProductId, SkuId, Market, Currency, UnitPrice, EffectiveStartDate. There, though
//     a row may leave it empty: TermDuration, BillingPlan, EffectiveEndDate, Segment. May be left out: ProductTitle,
//     SkuTitle, Publisher, SkuDescription, UnitOfMeasure, PricingTierRangeMin, PricingTierRangeMax, EndofSaleDate,
//     MeterIds, MeterType, Tags, ERP Price.
//   - exchangeRates. Filled in every row: CurrencyCode, USDPerUnit, Month.
//   - dailyUsage. Filled in every row: UsageDate, Quantity, BillingCurrency, BillingPreTaxTotal. There, though a row
//     may leave it empty: CustomerId, ProductId, SkuId, MeterId, UnitPrice, PricingCurrency, EffectiveUnitPrice,
//     PCToBCExchangeRate, PartnerEarnedCreditPercentage. May be left out: PartnerId, PartnerName, CustomerName,
//     CustomerDomainName, CustomerCountry, MPNID, ResellerMPNID (or Tier2MpnId), InvoiceNumber, AvailabilityId,
//     SkuName, ProductName, PublisherName, PublisherId, SubscriptionDescription, SubscriptionId, ChargeStartDate,
//     ChargeEndDate, MeterType, MeterCategory, MeterSubCategory, MeterName, MeterRegion, Unit (or UnitOfMeasure),
//     ResourceLocation, ConsumedService, ResourceGroup, ResourceURI, ChargeType, UnitType, PricingPreTaxTotal,
//     ServiceInfo1, ServiceInfo2, Tags, AdditionalInfo, PCToBCExchangeRateDate, EntitlementId,
//     EntitlementDescription, CreditPercentage, CreditType, BenefitOrderId, BenefitId, BenefitType.
//   - invoice. Filled in every row: Currency, Subtotal. There, though a row may leave it empty: CustomerId,
//     InvoiceNumber, ProductId, SkuId, ChargeType, UnitPrice, Quantity, ChargeStartDate, ChargeEndDate,
//     EffectiveUnitPrice, BillableQuantity, PricingCurrency, PCToBCExchangeRate. May be left out: PartnerId,
//     CustomerName, CustomerDomainName, CustomerCountry, MPNID, ResellerMPNID (or Tier2MpnId), OrderId, OrderDate,
//     AvailabilityId, SkuName, ProductName, TaxTotal, Total, PriceAdjustmentDescription, PublisherName, PublisherId,
//     SubscriptionDescription, SubscriptionId, TermAndBillingCycle, UnitType, AlternateId, BillingFrequency,
//     PCToBCExchangeRateDate, MeterDescription, ReservationOrderId, CreditReasonCode, SubscriptionStartDate,
//     SubscriptionEndDate, ReferenceID, ProductQualifiers, PromotionID.
//   - rateCard. Filled in every row: id (or MeterId), rates (or MeterRates). May be left out: name (or MeterName),
//     tags (or MeterTags), category (or MeterCategory), subcategory (or MeterSubCategory), region (or MeterRegion),
//     unit, includedQuantity, effectiveDate, meterStatus.
//   - retailPrices. Filled in every row: currencyCode, retailPrice. May be left out: tierMinimumUnits, unitPrice,
//     armRegionName, location, effectiveStartDate, effectiveEndDate, meterId, meterName, productId, skuId,
//     availabilityId, productName, skuName, serviceName, serviceId, serviceFamily, unitOfMeasure, type,
//     isPrimaryMeterRegion, armSkuName, reservationTerm, savingsPlan.
//
// # Days, instants and money
//
// A date is read by its [Layout], and [Format.Layouts] names those a format has. The layout is told by the shape of the text
// alone. With slashes the month is in front, in all files of the record: a list that a spreadsheet saved with the day in
// front is refused where the day is beyond 12, and misread where it is not, so do not save lists in such a locale. What has no
// zone is UTC. Prices hold from instant to instant, and [Price.Ends] says where one ceases; usage and invoice lines have
// days. [ExchangeRate.Applies] says which month a rate is for.
//
// Amounts are terms.Money, exact, in the currency of their row. Unit prices of usage and invoice lines are decimals, in the
// pricing currency; percentages of the files become fractions.
//
// # Looking up a price
//
// [NewBook] gathers lists, of which [Book.Len] counts the rows, and [Book.Price] answers a [Query] with a [Quote]: one row, or
// one for each tier ([Quote.UnitPrice] gives the price where there is one). A question may leave open what all prices agree
// on; where they do not, the error says between what to choose. Where rows overlap, the reading decides that the book was
// made with, [Book.Overlap]: [EarlierHolds], by which the earlier row holds until it ends, or [LatestEndHolds]. Two rows of
// one time with two prices are an error, never a choice. [Price.HasTag] tells rows of other publishers, which earn no partner
// earned credit.
//
// [Quote.Price] and [Meter.Price] make a [pricing.Price] of what was found, to rate use by, and [Quote.Seats] the
// [pricing.Seats] of a charge cycle. [RateTable] makes a [pricing.RateTable] of exchange rates, [ExchangeRate.DatedRate] one
// entry of it. [UsageLine.PlanUse] gives a line as use that may earn partner earned credit, [UsageLine.Scope] the place in
// Azure. [ProductKey] is what a product and its SKU go by.
//
// # Strictness and errors
//
// A bad row costs itself: it is given as a [RowError] with line, column, field and text, and reading goes on behind it. A
// quote that does not close costs the line it stands on. A row is bad if it has more or fewer fields than the header, if a
// number is not one that terms.ParseDecimal reads ("1,5", "1 000" and "$1" are not), if a date does not exist or is in no
// layout of the format, if a currency is none of ISO 4217, if a value that must be there is empty, or if it is not UTF-8. A
// price is not below 0, ends no sooner than it starts, is for a market that package markets knows, and its tier does not end
// before it begins.
//
// A bad file ends the sequence with a [FileError]: one without the columns it must have or with one twice, one in UTF-16, a
// workbook, an archive, a page to sign in, a JSON document that is cut off. What came before it is good.
//
// Not refused are: byte order marks, also a second one before the first row; line ends of Windows; empty lines, and rows
// without anything; fields with or without quotes, and quotes within a field that has none around it; commas, semicolons or
// tabs between the fields, whichever the header has; numbers with an exponent.
//
// Nothing grows with the file. A row or a JSON value has at most 1 MiB, a row or a JSON object at most 512 fields; what is
// larger is read past, or refused. [Unzip] bounds what an archive unpacks to.
//
// Texts are as in the file: whoever puts them into a spreadsheet again has to think of fields that begin as formulas do, since
// customers write the tags of their resources themselves.
//
// [Collect] and [NewBook] report what went wrong in a [ReadError], with the rows that are good beside it; [RowErrors] takes it
// apart into rows, which cost only themselves, and the rest. [Book.Price] gives a
// [QueryError]. Each wraps a condition such as [ErrDate] or [ErrNoPrice], for errors.Is.
//
// # JSON
//
// Rows, queries and quotes are written as JSON under the names of Partner Center's API, and read back by terms.Decode to equal
// values ([Price.Equal] and those of the other rows). Numbers are strings. Constants are written by their names with a small
// letter in front, formats less Format.
//
// # Sources
//
// Detailed prices come from Partner Center's page on pricing and offers or the RateCard API, and invoices come with a
// reconciliation file (CSP-26). The columns, layouts and samples are those of Partner Center's documentation, at
// https://learn.microsoft.com/partner-center/ in the versions of these days: "Get a price sheet" (2023-08-07), "Azure plan
// price list" (2023-06-05), "Pricing and offers" (2023-10-18), "Software pricing" (2022-11-04), "Get foreign exchange rates"
// (2020-01-24), "Daily-rated usage reconciliation files" (2020-06-12, 2022-11-08 and later), "Recon file fields for CSP new
// commerce invoice" (2021-01-29 and 2022-01-18), "Azure rate card resources" (2022-06-29), "Create a new subscription", which
// says that dates are UTC (2023-10-19); of Microsoft.Commerce 2015-06-01-preview in Azure/azure-rest-api-specs; and of
// https://learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices. Samples on those pages are cut
// short in places and have typographic quotes; no complete file is public.
//
// # What it does not cover
//
// Nothing is downloaded. The lists of traditional licences, of usage and of reservations outside Azure plan are workbooks,
// the offer matrix has no prices, and the JSON of the invoice APIs has the same lines as the files: none of them is read. What
// usage costs, how lines are rounded and how the unit at the bound of a tier counts is answered by package pricing; whether
// the lines of usage and invoices agree with a price list by package pricing/reconcile.
package pricesheet
