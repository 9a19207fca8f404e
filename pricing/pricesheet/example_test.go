package pricesheet_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/pricesheet"
)

// open gives a file of testdata. It stands for whatever the file comes from.
func open(name string) io.Reader {
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		panic(err)
	}
	return bytes.NewReader(data)
}

// A price list is read, and asked what a product cost when it was bought.
func Example() {
	book, err := pricesheet.NewBook(pricesheet.EarlierHolds, pricesheet.ReadLicences(open("licences.csv")))
	if err != nil {
		fmt.Println(err)
		return
	}
	quote, err := book.Price(pricesheet.Query{
		ProductID: "CFQ7TTC0HD7P", SkuID: "0001", Market: "US", Segment: "Commercial",
		TermDuration: "P1Y", BillingPlan: "Monthly", At: terms.MustParseDay("2021-11-02").Start(),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	price, _ := quote.UnitPrice()
	fmt.Println(price, "for", quote.Tiers[0].TermDuration, "by line", quote.Tiers[0].Line, "until", quote.Tiers[0].Ends().Format(time.RFC3339))
	for _, row := range quote.PassedOver {
		fmt.Println("passed over:", row.UnitPrice, "of line", row.Line, "by", quote.Overlap)
	}
	// Output:
	// 100.00 USD for P1Y by line 3 until 2021-11-03T06:57:30Z
	// passed over: 110.00 USD of line 4 by earlierHolds
}

func ExampleReadAzurePlan() {
	for price, err := range pricesheet.ReadAzurePlan(open("azure_plan.csv")) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(price.ProductID, price.SkuID, price.UnitPrice, "per", price.UnitOfMeasure,
			"from unit", price.PricingTierRangeMin, "to", price.PricingTierRangeMax, price.HasTag("ThirdParty"))
	}
	// Output:
	// DZH318Z0C16V 001J 15.00 USD per 1 Node/Month from unit 0 to 0 false
	// DDD123456ABC 01AB 0.50 USD per 1 GB from unit 100001 to 9223372036854780000 false
	// DDD123456ABC 01AB 0.80 USD per 1 GB from unit 101 to 100000 false
	// DDD123456ABC 01AB 1.00 USD per 1 GB from unit 1 to 100 false
	// DZH318Z0XXXX 0002 0.0000000000000012345 USD per 1 Hour from unit 0 to 0 true
}

// A column the package does not know is kept.
func ExampleReadLicences() {
	for price, err := range pricesheet.ReadLicences(open("licences.csv")) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(price.SkuTitle, price.TermDuration, price.BillingPlan, price.Segment, price.UnitPrice, "ERP", price.ERPPrice, price.Other)
	}
	// Output:
	// Advanced Communications P1Y Annual Commercial 115.20 USD ERP 144.00 USD [{ChangeIndicator Unchanged}]
	// Sample overlap P1Y Monthly Commercial 100.00 USD ERP 120.00 USD [{ChangeIndicator Changed}]
	// Sample overlap P1Y Monthly Commercial 110.00 USD ERP 132.00 USD [{ChangeIndicator Changed}]
	// Sample overlap P1Y Monthly Education 40.00 USD ERP 48.00 USD [{ChangeIndicator Unchanged}]
	// Microsoft 365 Business Basic P1M None Commercial 0.00 USD ERP 0.00 USD [{ChangeIndicator Unchanged}]
}

func ExampleReadSoftware() {
	for price, err := range pricesheet.ReadSoftware(open("software.csv")) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(price.SkuTitle, price.TermDuration, price.Market, price.Segment, price.UnitPrice)
	}
	// Output:
	// Rights Management Services (RMS) 2022 CAL-1 Device OneTime DE Commercial 38.50 EUR
	// Rights Management Services (RMS) 2022 CAL-1 Device OneTime DE Commercial 402.50 SEK
	// Rights Management Services (RMS) 2022 CAL-1 Device OneTime DE Charity 9.60 EUR
}

func ExampleReadExchangeRates() {
	charged := terms.MustParseDay("2019-09-30")
	for rate, err := range pricesheet.ReadExchangeRates(open("exchange_rates.csv")) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println("1", rate.CurrencyCode, "is", rate.USDPerUnit, "USD on", charged, rate.Applies(charged))
	}
	// Output:
	// 1 AED is 0.27224589249009701 USD on 2019-09-30 true
	// 1 EUR is 1.1003 USD on 2019-09-30 true
}

func ExampleReadDailyUsage() {
	for line, err := range pricesheet.ReadDailyUsage(open("daily_usage.csv")) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(line.UsageDate, line.ResourceURI, line.Quantity, "at", line.EffectiveUnitPrice, line.PricingCurrency,
			"is", line.BillingPreTaxTotal, "with earned credit of", line.RateOfPartnerEarnedCredit)
	}
	// Output:
	// 2020-09-14 /subscriptions/sample/tables 12.5 at 0.03825 USD is 0.4045906497 EUR with earned credit of 0.15
}

func ExampleReadInvoice() {
	for line, err := range pricesheet.ReadInvoice(open("invoice.csv")) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(line.ChargeStartDate, line.ChargeEndDate, line.ChargeType, line.BillableQuantity, "at", line.EffectiveUnitPrice,
			line.PricingCurrency, "is", line.Subtotal, line.PriceAdjustmentDescription)
	}
	// Output:
	// 2020-09-01 2020-09-30 New 12.5 at 0.03825 USD is 0.39 EUR ["15.0% Partner earned credit for services managed"]
	// 2021-07-17 2021-08-14 cancelImmediate 10 at -9.42 EUR is -94.20 EUR
}

// What stands beside the meters is complete when the sequence has ended.
func ExampleReadRateCard() {
	var card pricesheet.RateCard
	for meter, err := range pricesheet.ReadRateCard(open("rate_card.json"), &card) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(meter.Name, meter.Unit, "included:", meter.IncludedQuantity)
		for _, rate := range meter.Rates {
			fmt.Println("  from", rate.Quantity, "on", rate.Price)
		}
	}
	fmt.Println(card.Currency, card.OfferTerms[0].Name, card.OfferTerms[0].Discount)
	// Output:
	// Compute Hours 1 Hour included: 0
	//   from 0 on 3.9729
	// Data Stored 1 GB/Month included: 5.5
	//   from 0 on 0.0832
	//   from 1024 on 0.0819
	//   from 51200 on 0.000036
	// USD Overage discount 0.15
}

func ExampleReadRetailPrices() {
	var page pricesheet.RetailPage
	for item, err := range pricesheet.ReadRetailPrices(open("retail_prices.json"), &page) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(item.Type, item.ReservationTerm, item.SkuID, item.RetailPrice)
		for _, plan := range item.SavingsPlan {
			fmt.Println("  savings plan of", plan.Term, plan.UnitPrice)
		}
	}
	fmt.Println("next:", page.NextPageLink)
	// Output:
	// DevTestConsumption  DZH318Z0BPVW/00QZ 0.236555 USD
	// Reservation 1 Year DZH318Z09TRB/001M 3478.00 USD
	//   savings plan of 3 Years 0.38 USD
	//   savings plan of 1 Year 0.51 USD
	// next: https://prices.azure.com:443/api/retail/prices?$skip=100
}

func ExampleUnzip() {
	var packed bytes.Buffer
	archive := zip.NewWriter(&packed)
	file, err := archive.Create("fxrates.csv")
	if err != nil {
		fmt.Println(err)
		return
	}
	if _, err := io.Copy(file, open("exchange_rates.csv")); err != nil {
		fmt.Println(err)
		return
	}
	if err := archive.Close(); err != nil {
		fmt.Println(err)
		return
	}

	download := bytes.NewReader(packed.Bytes()) // or an *os.File
	for rate, err := range pricesheet.Unzip(download, download.Size(), pricesheet.ReadExchangeRates) {
		fmt.Println(rate.CurrencyCode, rate.Month, err)
	}
	// Output:
	// AED 2019-09-01 <nil>
	// EUR 2019-09-01 <nil>
}

// Who needs what stands beside the items of a packed document hands a function over.
func ExampleUnzip_document() {
	archive := func(string) (io.ReaderAt, int64) { // a rate card, packed
		var packed bytes.Buffer
		w := zip.NewWriter(&packed)
		file, _ := w.Create("card.json")
		_, _ = io.Copy(file, open("rate_card.json"))
		_ = w.Close()
		return bytes.NewReader(packed.Bytes()), int64(packed.Len())
	}
	in, size := archive("card.zip")
	var card pricesheet.RateCard
	meters, err := pricesheet.Collect(pricesheet.Unzip(in, size, func(in io.Reader) iter.Seq2[pricesheet.Meter, error] {
		return pricesheet.ReadRateCard(in, &card)
	}))
	fmt.Println(len(meters), card.Currency, err)
	// Output: 2 USD <nil>
}

// A bad row is told with its place and what would be right, and the others are read.
func ExampleCollect() {
	const file = "CurrencyCode,USDPerUnit,Month\n" +
		"AED,0.2722,201909\n" +
		"EUR,\"1,1003\",201909\n" +
		"SEK,0.1017,201909\n"
	rates, err := pricesheet.Collect(pricesheet.ReadExchangeRates(strings.NewReader(file)))
	for _, rate := range rates {
		fmt.Println(rate.CurrencyCode, rate.USDPerUnit)
	}
	fmt.Println(err)
	if row, ok := errors.AsType[*pricesheet.RowError](err); ok {
		fmt.Println(row.Line, row.Column, row.Field, row.Text, errors.Is(err, terms.ErrDecimal))
	}
	// Output:
	// AED 0.2722
	// SEK 0.1017
	// pricesheet: exchangeRates, line 3, column 5, USDPerUnit: value not accepted: terms: not a decimal number: "1,1003"; want a number such as 12.50 or 3.6E-05, of at most 64 bytes
	// 3 5 USDPerUnit 1,1003 true
}

// Lists of several markets, or of several months, make one book.
func ExampleNewBook() {
	book, err := pricesheet.NewBook(pricesheet.EarlierHolds,
		pricesheet.ReadLicences(open("licences.csv")), pricesheet.ReadSoftware(open("software.csv")))
	fmt.Println(book.Len(), book.Overlap(), err)
	// Output: 8 earlierHolds <nil>
}

// A question that leaves open what matters is answered with what there is to choose between.
func ExampleBook_Price() {
	book, err := pricesheet.NewBook(pricesheet.EarlierHolds, pricesheet.ReadSoftware(open("software.csv")))
	if err != nil {
		fmt.Println(err)
		return
	}
	question := pricesheet.Query{ProductID: "DG7GMGF0D5SL", SkuID: "0007", Market: "DE", At: terms.MustParseDay("2023-05-01").Start()}
	_, err = book.Price(question)
	fmt.Println(err)
	question.Segment = "Commercial"
	_, err = book.Price(question)
	fmt.Println(errors.Is(err, pricesheet.ErrAmbiguous), errors.Unwrap(err))
	question.Currency = terms.SEK
	quote, err := book.Price(question)
	price, one := quote.UnitPrice()
	fmt.Println(price, one, err)
	// Output:
	// pricesheet: several prices: of segment "Charity", "Commercial"; ask for one of them (asked for product DG7GMGF0D5SL, SKU 0007, market DE, at 2023-05-01T00:00:00Z)
	// true pricesheet: several prices: of currency "EUR", "SEK"; ask for one of them
	// 402.50 SEK true <nil>
}

// An end as the lists write it is the last second; the price holds through it.
// What a price list says is what use is rated by.
func ExampleQuote_Price() {
	book, err := pricesheet.NewBook(pricesheet.EarlierHolds, pricesheet.ReadAzurePlan(open("azure_plan.csv")))
	if err != nil {
		fmt.Println(err)
		return
	}
	quote, err := book.Price(pricesheet.Query{
		ProductID: "DDD123456ABC", SkuID: "01AB", Market: "US", At: terms.MustParseDay("2023-06-01").Start(),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	price, err := quote.Price()
	if err != nil {
		fmt.Println(err)
		return
	}
	rating, err := price.Rate(pricing.Use{Quantity: decimal.NewFromInt(101)})
	fmt.Println(rating.Amount, err)
	// Output: 100.80 USD <nil>
}

func ExampleMeter_Price() {
	for meter, err := range pricesheet.ReadRateCard(open("rate_card.json"), nil) {
		if err != nil {
			fmt.Println(err)
			return
		}
		price, err := meter.Price(pricing.RateCardKey, terms.USD)
		if err != nil {
			fmt.Println(err)
			return
		}
		use := pricing.Use{Quantity: decimal.NewFromInt(10), Included: meter.IncludedQuantity, Reading: pricing.IncludedFirst}
		rating, err := price.Rate(use)
		fmt.Println(meter.Name, rating.Amount, err)
	}
	// Output:
	// Compute Hours 39.729 USD <nil>
	// Data Stored 0.3744 USD <nil>
}

func ExampleExchangeRate_DatedRate() {
	for row, err := range pricesheet.ReadExchangeRates(open("exchange_rates.csv")) {
		if err != nil {
			fmt.Println(err)
			return
		}
		dated, err := row.DatedRate()
		if err != nil {
			fmt.Println(err)
			return
		}
		converted, err := dated.Rate.Convert(terms.MustParseMoney("100 USD"), pricing.TowardsZero, 2)
		fmt.Println(dated.Span, converted, err)
	}
	// Output:
	// 2019-09-01/2019-10-01 367.31 AED <nil>
	// 2019-09-01/2019-10-01 90.88 EUR <nil>
}

func ExampleRateTable() {
	rates, err := pricesheet.RateTable(pricesheet.ReadExchangeRates(open("exchange_rates.csv")))
	if err != nil {
		fmt.Println(err)
		return
	}
	rate, err := rates.On(terms.MustParseDay("2019-09-30"), terms.USD, terms.EUR)
	fmt.Println(rate, err)
	// Output: 1.1003 USD per EUR <nil>
}

// A year's price that is billed by the month is a twelfth each, of which nothing is lost.
func ExampleQuote_Seats() {
	quote := pricesheet.Quote{Tiers: []pricesheet.Price{{UnitPrice: terms.MustParseMoney("100 USD"), TermDuration: "P1Y"}}}
	june := terms.MustParseDay("2023-06-10")
	month, err := pricing.NewCycle(june, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	seats, err := quote.Seats(12, month)
	if err != nil {
		fmt.Println(err)
		return
	}
	charge, err := pricing.NewCommerce().Charge(pricing.ChargeNew, seats, june)
	fmt.Println(charge.Line.Part, charge.Subtotal.Each, charge.Subtotal.Amount, err)
	// Output: 1 of 12 8.33 USD 99.96 USD <nil>
}

// A line of usage becomes use that may earn credit, at what it costs by the list.
func ExampleUsageLine_PlanUse() {
	lines, err := pricesheet.Collect(pricesheet.ReadDailyUsage(open("daily_usage.csv")))
	if err != nil {
		fmt.Println(err)
		return
	}
	line := lines[0]
	cost, err := terms.NewMoney(line.UnitPrice.Mul(line.Quantity), line.PricingCurrency)
	if err != nil {
		fmt.Println(err)
		return
	}
	use, err := line.PlanUse(pricing.PlanConsumption, cost)
	if err != nil {
		fmt.Println(err)
		return
	}
	scope, err := line.Scope()
	fmt.Println(use.Day, use.Meter != "", use.Quantity.Equal(line.Quantity), use.Resource.Equal(scope), err)
	// Output: 2020-09-14 true true true <nil>
}

// A row that is refused costs itself; a file that ended early is another matter.
func ExampleRowErrors() {
	const june = "CurrencyCode,USDPerUnit,Month\nAED,0.2722,201909\nEUR,\"1,1003\",201909\n"
	rates, err := pricesheet.Collect(pricesheet.Named("june.csv", pricesheet.ReadExchangeRates(strings.NewReader(june))))
	rows, err := pricesheet.RowErrors(err)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range rows {
		fmt.Println(row.File, row.Line, row.Field)
	}
	table, err := pricesheet.RateTable(pricesheet.Each(rates))
	fmt.Println(len(table.Rates()), err)
	// Output:
	// june.csv 3 USDPerUnit
	// 1 <nil>
}

func ExampleProductKey() {
	fmt.Println(pricesheet.ProductKey("CFQ7TTC0LH18", "1") == pricesheet.ProductKey("cfq7ttc0lh18", "0001"))
	// Output: true
}

func ExamplePrice_Ends() {
	written, err := time.Parse(pricesheet.MonthDayYearTime.Pattern(), "1/31/2023 11:59:59 PM")
	fmt.Println(pricesheet.Price{EffectiveEndDate: written}.Ends(), err)
	// Output: 2023-02-01 00:00:00 +0000 UTC <nil>
}

// A format says which columns it knows, and how it writes dates.
func ExampleFormat_Columns() {
	for _, column := range pricesheet.FormatExchangeRates.Columns() {
		fmt.Println(column.Name, column.Required)
	}
	for _, layout := range pricesheet.FormatExchangeRates.Layouts() {
		fmt.Println(layout, layout.Pattern())
	}
	usage := pricesheet.FormatDailyUsage.Columns()
	reseller := slices.IndexFunc(usage, func(c pricesheet.Column) bool { return c.Name == "ResellerMPNID" })
	fmt.Println(usage[reseller].Others)
	// Output:
	// CurrencyCode true
	// USDPerUnit true
	// Month true
	// yearMonth 200601
	// [Tier2MpnId]
}
