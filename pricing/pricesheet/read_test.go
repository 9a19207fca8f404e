package pricesheet_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing/pricesheet"
)

func testdata(tb testing.TB, name string) []byte {
	tb.Helper()
	data, err := os.ReadFile("testdata/" + name)
	require.NoError(tb, err)
	return data
}

// collect gathers rows of which none may be bad.
func collect[T any](tb testing.TB, rows iter.Seq2[T, error]) []T {
	tb.Helper()
	all, err := pricesheet.Collect(rows)
	require.NoError(tb, err)
	return all
}

func number(s string) decimal.Decimal {
	d, err := terms.ParseDecimal(s)
	if err != nil {
		panic(err)
	}
	return d
}

func instant(s string) time.Time {
	at, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		panic(err)
	}
	return at
}

var (
	money = terms.MustParseMoney
	day   = terms.MustParseDay
)

// equal is what every row of this package has.
type equal[T any] interface{ Equal(T) bool }

// requireEqual compares by Equal, and shows both as JSON where they differ.
func requireEqual[T equal[T]](tb testing.TB, want, got T) {
	tb.Helper()
	if want.Equal(got) {
		return
	}
	wantText, err := json.MarshalIndent(want, "", "  ")
	require.NoError(tb, err)
	gotText, err := json.MarshalIndent(got, "", "  ")
	require.NoError(tb, err)
	require.Equal(tb, string(wantText), string(gotText))
	require.Fail(tb, "Equal says they differ, their JSON does not")
}

func TestReadAzurePlan(t *testing.T) {
	rows := collect(t, pricesheet.ReadAzurePlan(bytes.NewReader(testdata(t, "azure_plan.csv"))))
	require.Len(t, rows, 5)
	requireEqual(t, pricesheet.Price{
		Line: 2, ProductTitle: "Advanced Data Security - SQL Database", ProductID: "DZH318Z0C16V", SkuID: "001J",
		SkuTitle: "Advanced Data Security - SQL Database - Standard - US East 2", Publisher: "Microsoft",
		SkuDescription: `Advanced Data Security, "Standard"`, UnitOfMeasure: "1 Node/Month", TermDuration: "payG-1",
		Market: "US", UnitPrice: money("15 USD"),
		EffectiveStartDate: instant("2018-03-01T00:00:00Z"), EffectiveEndDate: instant("9999-11-30T23:59:59Z"),
		MeterIDs: []string{"cb0969aa-aaaa-4d6c-ab4b-7e182fa06aff"}, MeterType: "1 Node/Month", Tags: []string{"Azure"},
	}, rows[0])

	t.Run("tiers, whose last end no int64 holds", func(t *testing.T) {
		assert.True(t, number("100001").Equal(rows[1].PricingTierRangeMin))
		assert.True(t, number("9223372036854780000").Equal(rows[1].PricingTierRangeMax))
		assert.True(t, money("0.50 USD").Equal(rows[1].UnitPrice))
		assert.Equal(t, []string{"00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"}, rows[1].MeterIDs)
	})
	t.Run("19 places, the year 1753 for always, and another publisher", func(t *testing.T) {
		assert.True(t, money("0.0000000000000012345 USD").Equal(rows[4].UnitPrice))
		assert.Equal(t, instant("1753-01-01T00:00:00Z"), rows[4].EffectiveStartDate)
		assert.Equal(t, []string{"Azure", "Consumption", "ThirdParty"}, rows[4].Tags)
		assert.True(t, rows[4].HasTag("Third Party"))
		assert.True(t, rows[4].HasTag("thirdparty"))
		assert.False(t, rows[4].HasTag("Third"))
		assert.False(t, rows[0].HasTag("ThirdParty"))
	})
}

func TestReadLicences(t *testing.T) {
	rows := collect(t, pricesheet.ReadLicences(bytes.NewReader(testdata(t, "licences.csv"))))
	require.Len(t, rows, 5)
	requireEqual(t, pricesheet.Price{
		Line: 2, ProductTitle: "Advanced Communications", ProductID: "CFQ7TTC0HDK0", SkuID: "0001", SkuTitle: "Advanced Communications",
		Publisher: "Microsoft Corporation", SkuDescription: "Advanced meetings, calling, workflow integration",
		TermDuration: "P1Y", BillingPlan: "Annual", Market: "US", Segment: "Commercial", UnitPrice: money("115.20 USD"), ERPPrice: money("144 USD"),
		EffectiveStartDate: instant("2019-02-01T00:00:00Z"), EffectiveEndDate: instant("2021-02-04T20:35:31Z"),
		Tags: []string{"License"}, Other: []pricesheet.Field{{Name: "ChangeIndicator", Text: "Unchanged"}},
	}, rows[0])
	assert.Equal(t, instant("2021-11-03T06:57:30.0682597Z"), rows[1].EffectiveEndDate, "seven digits of a second")
	assert.False(t, rows[4].UnitPrice.IsZero(), "a trial that costs nothing has a price")
	assert.Zero(t, rows[4].UnitPrice.Sign())

	t.Run("a preview, without Segment and with EndofSaleDate, as a spreadsheet saves it", func(t *testing.T) {
		rows := collect(t, pricesheet.ReadLicences(bytes.NewReader(testdata(t, "licences_preview.csv"))))
		requireEqual(t, pricesheet.Price{
			Line: 2, ProductTitle: "Microsoft 365 Business Basic", ProductID: "CFQ7TTC0LH18", SkuID: "1",
			SkuTitle: "Microsoft 365 Business Basic", Publisher: "Microsoft Corporation", SkuDescription: "Best for businesses that need email",
			TermDuration: "P1Y", BillingPlan: "Annual", Market: "US", UnitPrice: money("48 USD"), ERPPrice: money("60 USD"),
			EffectiveStartDate: instant("2023-02-01T00:00:00Z"), EffectiveEndDate: instant("9999-11-30T23:59:00Z"),
			EndOfSaleDate: instant("2023-12-31T23:59:00Z"), Tags: []string{"License"},
		}, rows[0])
	})
}

func TestReadSoftware(t *testing.T) {
	rows := collect(t, pricesheet.ReadSoftware(bytes.NewReader(testdata(t, "software.csv"))))
	require.Len(t, rows, 3)
	requireEqual(t, pricesheet.Price{
		Line: 3, ProductTitle: "Windows Rights Management Services CAL 2022", ProductID: "DG7GMGF0D5SL", SkuID: "0007",
		SkuTitle: "Rights Management Services (RMS) 2022 CAL-1 Device", Publisher: "Microsoft", SkuDescription: "A licence for one device",
		TermDuration: "OneTime", Market: "DE", Segment: "Commercial", UnitPrice: money("402.50 SEK"), ERPPrice: money("430 SEK"),
		EffectiveStartDate: instant("2021-10-01T00:00:00Z"), EffectiveEndDate: instant("9999-11-30T23:59:59Z"),
		Tags: []string{"Software", "Perpetual"},
	}, rows[1])
}

func TestReadExchangeRates(t *testing.T) {
	rows := collect(t, pricesheet.ReadExchangeRates(bytes.NewReader(testdata(t, "exchange_rates.csv"))))
	require.Len(t, rows, 2)
	requireEqual(t, pricesheet.ExchangeRate{
		Line: 2, CurrencyCode: terms.AED, USDPerUnit: number("0.27224589249009701"), Month: day("2019-09-01"),
	}, rows[0])

	for _, tt := range []struct {
		name, day string
		applies   bool
	}{
		{"the last day of the month before", "2019-08-31", false},
		{"the first day of the month", "2019-09-01", true},
		{"its last day", "2019-09-30", true},
		{"the first day of the next", "2019-10-01", false},
		{"the same month of the year before", "2018-09-15", false},
	} {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.applies, rows[0].Applies(day(tt.day))) })
	}
	assert.False(t, rows[0].Applies(terms.Day{}), "no day")
	assert.False(t, pricesheet.ExchangeRate{}.Applies(terms.Day{}), "no rate and no day")
}

func TestReadDailyUsage(t *testing.T) {
	rows := collect(t, pricesheet.ReadDailyUsage(bytes.NewReader(testdata(t, "daily_usage.csv"))))
	require.Len(t, rows, 1)
	requireEqual(t, pricesheet.UsageLine{
		Line: 2, PartnerID: "00000000-0000-4000-8000-00000000000a", PartnerName: "Fabrikam",
		CustomerID: "00000000-0000-4000-8000-00000000000b", CustomerName: "Contoso", CustomerDomainName: "contoso.example",
		CustomerCountry: "DE", MPNID: "1234567", ResellerMPNID: "7654321", InvoiceNumber: "G000000001", ProductID: "DZH318Z0BNZ5",
		SkuID: "006G", AvailabilityID: "DZH318Z08B80", SkuName: "Tables - LRS", ProductName: "Tables", PublisherName: "Microsoft",
		SubscriptionDescription: "Azure plan", SubscriptionID: "00000000-0000-4000-8000-00000000000c",
		ChargeStartDate: day("2020-09-01"), ChargeEndDate: day("2020-09-30"), UsageDate: day("2020-09-14"), MeterType: "1 GB/Month",
		MeterCategory: "Storage", MeterID: "00000000-0000-4000-8000-000000000004", MeterSubCategory: "Tables",
		MeterName: "LRS Data Stored", MeterRegion: "EU West", Unit: "1 GB/Month", ResourceLocation: "EUWEST",
		ConsumedService: "Microsoft.Storage", ResourceGroup: "samples", ResourceURI: "/subscriptions/sample/tables", ChargeType: "New",
		UnitPrice: number("0.045"), Quantity: number("12.5"), UnitType: "1 GB/Month", BillingPreTaxTotal: money("0.4045906497 EUR"),
		PricingPreTaxTotal: money("0.478125 USD"), PricingCurrency: terms.USD, Tags: "{\"owner\": \"Åsa; second line\n\"}",
		AdditionalInfo: `{"ImageType": null}`, EffectiveUnitPrice: number("0.03825"), PCToBCExchangeRate: number("0.846202666"),
		PCToBCExchangeRateDate: day("2020-09-30"), EntitlementID: "00000000-0000-4000-8000-00000000000d",
		EntitlementDescription: "Production", RateOfPartnerEarnedCredit: number("0.15"), CreditType: "Credit Not Applied",
	}, rows[0])

	t.Run("the names of 2020, semicolons between the fields, and a column nobody knows", func(t *testing.T) {
		rows := collect(t, pricesheet.ReadDailyUsage(bytes.NewReader(testdata(t, "daily_usage_2020.csv"))))
		requireEqual(t, pricesheet.UsageLine{
			Line: 2, CustomerID: "contoso", UsageDate: day("2020-09-14"), MPNID: "1234567", ResellerMPNID: "7654321",
			ProductID: "DZH318Z0BNZ5", SkuID: "006G", MeterID: "meter-1", UnitPrice: number("0.000036"), Quantity: number("1000"),
			BillingPreTaxTotal: money("0.03 USD"), PricingCurrency: terms.USD, EffectiveUnitPrice: number("0.0000306"),
			PCToBCExchangeRate: number("1"), RateOfPartnerEarnedCredit: number("0.15"),
			Other: []pricesheet.Field{{Name: "Department", Text: "Sales"}},
		}, rows[0])
	})
}

func TestReadInvoice(t *testing.T) {
	rows := collect(t, pricesheet.ReadInvoice(bytes.NewReader(testdata(t, "invoice.csv"))))
	require.Len(t, rows, 2)
	requireEqual(t, pricesheet.InvoiceLine{
		Line: 3, PartnerID: "00000000-0000-4000-8000-00000000000a", CustomerID: "00000000-0000-4000-8000-00000000000b",
		CustomerName: "Contoso", CustomerDomainName: "contoso.example", CustomerCountry: "DE", InvoiceNumber: "G000000001",
		MPNID: "1234567", ResellerMPNID: "7654321", OrderID: "sample-order-2", OrderDate: day("2021-07-17"), ProductID: "CFQ7TTC0LH18",
		SkuID: "0001", AvailabilityID: "CFQ7TTC0K971", SkuName: "Sample", ProductName: "Sample", ChargeType: "cancelImmediate",
		UnitPrice: number("10.08"), Quantity: number("10"), Subtotal: money("-94.20 EUR"), TaxTotal: money("0 EUR"),
		Total: money("-94.20 EUR"), PublisherName: "Microsoft", PublisherID: "NA", SubscriptionDescription: "Sample",
		SubscriptionID: "00000000-0000-4000-8000-00000000000e", ChargeStartDate: day("2021-07-17"), ChargeEndDate: day("2021-08-14"),
		TermAndBillingCycle: "One-Month commitment for monthly/yearly billing", EffectiveUnitPrice: number("-9.42"),
		UnitType: "License(s)", AlternateID: "sample", BillableQuantity: number("10"), BillingFrequency: "Monthly",
		PricingCurrency: terms.EUR, PCToBCExchangeRate: number("1"), PCToBCExchangeRateDate: day("2021-07-17"),
		SubscriptionStartDate: day("2021-07-15"), SubscriptionEndDate: day("2021-08-14"), ProductQualifiers: `["Add-on"]`,
	}, rows[1])
	assert.Equal(t, `["15.0% Partner earned credit for services managed"]`, rows[0].PriceAdjustmentDescription)
}

func TestReadRateCard(t *testing.T) {
	t.Run("of Partner Center, its rates in no order", func(t *testing.T) {
		var card pricesheet.RateCard
		meters := collect(t, pricesheet.ReadRateCard(bytes.NewReader(testdata(t, "rate_card.json")), &card))
		require.Len(t, meters, 2)
		requireEqual(t, pricesheet.Meter{
			Line: 18, ID: "00000000-0000-4000-8000-000000000006", Name: "Data Stored",
			Rates: []pricesheet.MeterRate{
				{Quantity: number("0"), Price: number("0.0832")},
				{Quantity: number("1024"), Price: number("0.0819")},
				{Quantity: number("51200"), Price: number("0.000036")},
			},
			Tags: []string{"Third Party"}, Category: "Storage", Unit: "1 GB/Month", IncludedQuantity: number("5.5"),
			EffectiveDate: instant("2017-01-01T00:00:00Z"),
		}, meters[1])
		requireEqual(t, pricesheet.RateCard{
			Locale: "en", Currency: terms.USD,
			OfferTerms: []pricesheet.OfferTerm{{
				Name: "Overage discount", Discount: number("0.15"), ExcludedMeterIDs: []string{"00000000-0000-4000-8000-000000000005"},
				EffectiveDate: instant("2014-01-01T00:00:00Z"),
			}},
			Other: []pricesheet.Field{{Name: "attributes", Text: "{\n        \"objectType\": \"AzureRateCard\"\n    }"}},
		}, card)
	})
	t.Run("of the ARM API, the currency behind the meters", func(t *testing.T) {
		var card pricesheet.RateCard
		var before terms.Currency
		var meters []pricesheet.Meter
		for meter, err := range pricesheet.ReadRateCard(bytes.NewReader(testdata(t, "rate_card_arm.json")), &card) {
			require.NoError(t, err)
			before, meters = card.Currency, append(meters, meter)
		}
		assert.Zero(t, before, "not known yet among the meters")
		require.Len(t, meters, 1)
		requireEqual(t, pricesheet.Meter{
			Line: 7, ID: "00000000-0000-4000-8000-000000000007", Name: "Test Meter",
			Rates: []pricesheet.MeterRate{{Quantity: number("0"), Price: number("1.99")}, {Quantity: number("100"), Price: number("0.99")}},
			Tags:  []string{"Third Party"}, Category: "Test Category", Subcategory: "Test Subcategory", Region: "US West", Unit: "Hours",
			EffectiveDate: instant("2017-09-01T00:00:00Z"), Status: "Active",
		}, meters[0])
		requireEqual(t, pricesheet.RateCard{
			Locale: "en-US", Currency: terms.USD,
			OfferTerms: []pricesheet.OfferTerm{
				{
					Name: "Monetary Commitment", EffectiveDate: instant("2015-01-01T00:00:00Z"),
					TieredDiscount: []pricesheet.DiscountTier{
						{Amount: number("500"), Discount: number("0.02")}, {Amount: number("1000"), Discount: number("0.05")},
					},
				},
				{Name: "Monetary Credit", Credit: number("200"), EffectiveDate: instant("2015-01-01T00:00:00Z")},
			},
		}, card)
	})
	t.Run("a card is what was read last, and may be nil", func(t *testing.T) {
		card := pricesheet.RateCard{Locale: "old", Currency: terms.SEK}
		collect(t, pricesheet.ReadRateCard(strings.NewReader(`{"meters": []}`), &card))
		requireEqual(t, pricesheet.RateCard{}, card)
		require.Empty(t, collect(t, pricesheet.ReadRateCard(strings.NewReader(`{"meters": null, "currency": "USD"}`), nil)))
	})
}

func TestReadRetailPrices(t *testing.T) {
	var page pricesheet.RetailPage
	items := collect(t, pricesheet.ReadRetailPrices(bytes.NewReader(testdata(t, "retail_prices.json")), &page))
	require.Len(t, items, 2)
	requireEqual(t, pricesheet.RetailPrice{
		Line: 14, RetailPrice: money("3478 USD"), UnitPrice: money("3478 USD"), ARMRegionName: "westeurope", Location: "EU West",
		EffectiveStartDate: instant("2023-10-01T00:00:00Z"), EffectiveEndDate: instant("2024-09-30T00:00:00Z"),
		MeterID: "00000000-0000-4000-8000-000000000009", MeterName: "B16als v2", ProductID: "DZH318Z09TRB", SkuID: "DZH318Z09TRB/001M",
		ProductName: "Virtual Machines Basv2 Series", SkuName: "B16als v2", ServiceName: "Virtual Machines", ServiceID: "DZH313Z7MMC8",
		ServiceFamily: "Compute", UnitOfMeasure: "1 Hour", Type: "Reservation", IsPrimaryMeterRegion: true,
		ARMSkuName: "Standard_B16als_v2", ReservationTerm: "1 Year",
		SavingsPlan: []pricesheet.SavingsPlanPrice{
			{Term: "3 Years", RetailPrice: money("0.38 USD"), UnitPrice: money("0.38 USD")},
			{Term: "1 Year", RetailPrice: money("0.51 USD"), UnitPrice: money("0.51 USD")},
		},
		Other: []pricesheet.Field{{Name: "priceRegion", Text: `{"zone": 1}`}},
	}, items[1])
	requireEqual(t, pricesheet.RetailPage{
		BillingCurrency: terms.USD, CustomerEntityID: "Default", CustomerEntityType: "Retail", Count: 2,
		NextPageLink: "https://prices.azure.com:443/api/retail/prices?$skip=100",
	}, page)
}

// The columns of a file may stand in any order, and their names in any capitals and spacing.
func TestOrderAndSpellingOfColumnsDoNotMatter(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(string(testdata(t, "licences.csv"))), "\n")
	want := collect(t, pricesheet.ReadLicences(strings.NewReader(strings.Join(lines, "\n"))))
	for _, spell := range []struct {
		name  string
		spell func(string) string
	}{
		{"as it is", func(s string) string { return s }},
		{"in capitals", strings.ToUpper},
		{"in small letters", strings.ToLower},
		{"with spaces around", func(s string) string { return "  " + s + " " }},
		{"in words", func(s string) string { return strings.ReplaceAll(s, "Date", " Date") }},
		{"with underscores", func(s string) string { return strings.ReplaceAll(s, "Id", "_ID") }},
	} {
		t.Run(spell.name, func(t *testing.T) {
			var turned []string
			for i, line := range lines {
				fields := splitLine(t, line)
				if i == 0 {
					for j := range fields[:len(fields)-1] { // the last is not known
						fields[j] = spell.spell(fields[j])
					}
				}
				slices.Reverse(fields)
				turned = append(turned, `"`+strings.Join(fields, `","`)+`"`)
			}
			got := collect(t, pricesheet.ReadLicences(strings.NewReader(strings.Join(turned, "\r\n"))))
			require.Len(t, got, len(want))
			for i := range want {
				requireEqual(t, want[i], got[i])
			}
		})
	}
}

// splitLine takes a line without doubled quotes apart.
func splitLine(t *testing.T, line string) []string {
	t.Helper()
	var fields []string
	for line != "" {
		if strings.HasPrefix(line, `"`) {
			field, rest, ok := strings.Cut(line[1:], `"`)
			require.True(t, ok)
			fields, line = append(fields, field), strings.TrimPrefix(rest, ",")
			continue
		}
		field, rest, _ := strings.Cut(line, ",")
		fields, line = append(fields, field), rest
	}
	return fields
}

// Every format has a file that is read whatever the reader hands over at once.
func TestHoweverLittleTheReaderGives(t *testing.T) {
	for name, file := range files {
		t.Run(name, func(t *testing.T) {
			data := testdata(t, file.name)
			want := file.texts(bytes.NewReader(data))
			require.NotEmpty(t, want)
			for _, most := range []int{1, 2, 3, 7, 100} {
				require.Equal(t, want, file.texts(&slowReader{data, most}), "%d bytes at once", most)
			}
		})
	}
}

// files are the readers, each with a file that it reads, and what it reads as texts of JSON and of errors.
var files = map[string]struct {
	name  string
	texts func(io.Reader) []string
}{
	"azurePlan":     {"azure_plan.csv", func(in io.Reader) []string { return texts(pricesheet.ReadAzurePlan(in)) }},
	"licences":      {"licences.csv", func(in io.Reader) []string { return texts(pricesheet.ReadLicences(in)) }},
	"software":      {"software.csv", func(in io.Reader) []string { return texts(pricesheet.ReadSoftware(in)) }},
	"exchangeRates": {"exchange_rates.csv", func(in io.Reader) []string { return texts(pricesheet.ReadExchangeRates(in)) }},
	"dailyUsage":    {"daily_usage.csv", func(in io.Reader) []string { return texts(pricesheet.ReadDailyUsage(in)) }},
	"invoice":       {"invoice.csv", func(in io.Reader) []string { return texts(pricesheet.ReadInvoice(in)) }},
	"rateCard": {"rate_card.json", func(in io.Reader) []string {
		var card pricesheet.RateCard
		all := texts(pricesheet.ReadRateCard(in, &card))
		text, err := json.Marshal(card)
		return append(all, fmt.Sprint(string(text), err))
	}},
	"retailPrices": {"retail_prices.json", func(in io.Reader) []string {
		var page pricesheet.RetailPage
		all := texts(pricesheet.ReadRetailPrices(in, &page))
		text, err := json.Marshal(page)
		return append(all, fmt.Sprint(string(text), err))
	}},
}

func texts[T any](rows iter.Seq2[T, error]) []string {
	var all []string
	for row, err := range rows {
		text, errJSON := json.Marshal(row)
		all = append(all, fmt.Sprint(string(text), errJSON, err))
	}
	return all
}

// A slowReader gives few bytes at once, and its end with the last of them.
type slowReader struct {
	data []byte
	most int
}

func (r *slowReader) Read(p []byte) (int, error) {
	n := copy(p, r.data[:min(r.most, len(r.data))])
	r.data = r.data[n:]
	if len(r.data) == 0 {
		return n, io.EOF
	}
	return n, nil
}

// Who has seen enough may stop, and a row kept is good whatever is read behind it.
func TestStopAndKeep(t *testing.T) {
	var kept pricesheet.Price
	for price, err := range pricesheet.ReadAzurePlan(bytes.NewReader(testdata(t, "azure_plan.csv"))) {
		require.NoError(t, err)
		kept = price
		break
	}
	assert.Equal(t, "DZH318Z0C16V", kept.ProductID)
	for meter, err := range pricesheet.ReadRateCard(bytes.NewReader(testdata(t, "rate_card.json")), nil) {
		require.NoError(t, err)
		assert.Equal(t, "Compute Hours", meter.Name)
		break
	}
	in := bytes.NewReader(testdata(t, "azure_plan.csv"))
	rows := pricesheet.ReadAzurePlan(in)
	first := collect(t, rows)
	require.Len(t, first, 5)
	_, err := pricesheet.Collect(rows)
	require.ErrorIs(t, err, pricesheet.ErrHeader, "a sequence is ranged over once")
	assert.Equal(t, "DDD123456ABC", first[1].ProductID)
}
