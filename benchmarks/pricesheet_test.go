package benchmarks

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"testing"
	"time"

	"github.com/cloudterms/terms/pricing/pricesheet"
)

// sheetRows is how many rows a measured file has: some 5 MB of it, more than any cache of the processor holds.
const sheetRows = 20_000

// sheets are the files that are measured: each as the bytes of so many rows, and how this module reads it.
var sheets = []struct {
	name  string
	bytes func(rows int) []byte
	read  func(io.Reader) (int, error)
}{
	{"azurePlan", azurePlanSheet, func(in io.Reader) (int, error) { return countRows(pricesheet.ReadAzurePlan(in)) }},
	{"licences", licenceSheet, func(in io.Reader) (int, error) { return countRows(pricesheet.ReadLicences(in)) }},
	{"dailyUsage", usageSheet, func(in io.Reader) (int, error) { return countRows(pricesheet.ReadDailyUsage(in)) }},
	{"invoice", invoiceSheet, func(in io.Reader) (int, error) { return countRows(pricesheet.ReadInvoice(in)) }},
}

// azurePlanSheet writes every field in quotes, as Partner Center does: prices of 15 places, half of the rows with tiers.
func azurePlanSheet(rows int) []byte {
	var b bytes.Buffer
	b.WriteString(`"ProductTitle","ProductId","SkuId","SkuTitle","Publisher","SkuDescription","UnitOfMeasure","TermDuration",` +
		`"Market","Currency","UnitPrice","PricingTierRangeMin","PricingTierRangeMax","EffectiveStartDate","EffectiveEndDate",` +
		`"MeterIds","MeterType","Tags"` + "\r\n")
	for i := range rows {
		tier := [][2]string{{}, {}, {"1", "100"}, {"101", "9223372036854780000"}}[i%4]
		fmt.Fprintf(&b, `"Virtual Machines Sample Series","DZH318Z%05d","%04d","Virtual Machines Sample Series - D%ds - EU West","Microsoft",`+
			`"Virtual Machines Sample Series - D%ds - EU West","1 Hour","payG-1","DE","USD","0.%015d","%s","%s",`+
			`"%d/1/2023 12:00:00 AM","11/30/9999 11:59:59 PM","cb0969aa-aaaa-4d6c-ab4b-%012d","1 Hour","Azure;Consumption"`+"\r\n",
			i/16, i%16, i, i, i*7919+1, tier[0], tier[1], i%12+1, i)
	}
	return b.Bytes()
}

// licenceSheet writes fields in quotes only where they need them.
func licenceSheet(rows int) []byte {
	var b bytes.Buffer
	b.WriteString("ProductTitle,ProductId,SkuId,SkuTitle,Publisher,SkuDescription,UnitOfMeasure,TermDuration,BillingPlan,Market,Currency," +
		"UnitPrice,PricingTierRangeMin,PricingTierRangeMax,EffectiveStartDate,EffectiveEndDate,Tags,ERP Price,Segment\r\n")
	for i := range rows {
		fmt.Fprintf(&b, `Sample Business,CFQ7TTC%05d,%04d,Sample Business Premium,Microsoft Corporation,"Mail, documents and meetings ""in one""",`+
			"P1Y,Monthly,DE,EUR,%d.%02d,,,2023-%02d-01T00:00:00.0000000Z,9999-11-30T23:59:59.0000000Z,License,%d.%02d,Commercial\r\n",
			i/16, i%16, i%900, i%100, i%12+1, i%999, i%100)
	}
	return bytes.ReplaceAll(b.Bytes(), []byte(`"",P1Y`), []byte(`"",,P1Y`))
}

// usageSheet has the 55 columns of 2022, and the JSON in two of them that Azure has.
func usageSheet(rows int) []byte {
	var b bytes.Buffer
	b.WriteString("PartnerId,PartnerName,CustomerId,CustomerName,CustomerDomainName,CustomerCountry,MPNID,ResellerMPNID,InvoiceNumber,ProductId," +
		"SkuId,AvailabilityId,SkuName,ProductName,PublisherName,PublisherId,SubscriptionDescription,SubscriptionId,ChargeStartDate," +
		"ChargeEndDate,UsageDate,MeterType,MeterCategory,MeterId,MeterSubCategory,MeterName,MeterRegion,Unit,ResourceLocation," +
		"ConsumedService,ResourceGroup,ResourceURI,ChargeType,UnitPrice,Quantity,UnitType,BillingPreTaxTotal,BillingCurrency," +
		"PricingPreTaxTotal,PricingCurrency,ServiceInfo1,ServiceInfo2,Tags,AdditionalInfo,EffectiveUnitPrice,PCToBCExchangeRate," +
		"PCToBCExchangeRateDate,EntitlementId,EntitlementDescription,PartnerEarnedCreditPercentage,CreditPercentage,CreditType," +
		"BenefitOrderId,BenefitId,BenefitType\r\n")
	for i := range rows {
		fmt.Fprintf(&b, "00000000-0000-4000-8000-00000000000a,Fabrikam,00000000-0000-4000-8000-%012d,Contoso,contoso.example,DE,1234567,7654321,"+
			"G000000001,DZH318Z%05d,%04d,DZH318Z08B80,Tables - LRS,Tables,Microsoft,,Azure plan,00000000-0000-4000-8000-00000000000c,"+
			"9/1/2020,9/30/2020,9/%d/2020,1 GB/Month,Storage,00000000-0000-4000-8000-%012d,Tables,LRS Data Stored,EU West,1 GB/Month,"+
			"EUWEST,Microsoft.Storage,samples,/subscriptions/sample/resourceGroups/samples/tables/%d,New,0.045,0.%015d,1 GB/Month,"+
			`0.%010d,EUR,0.%010d,USD,,,"{""owner"": ""sample""}","{""ImageType"": null, ""ServiceType"": ""Standard_B1s""}",`+
			"0.03825,0.846202666,9/30/2020,00000000-0000-4000-8000-00000000000d,Production,15,0,Credit Not Applied,,,\r\n",
			i%300, i/16, i%16, i%30+1, i, i, i*7919, i*31, i*37)
	}
	return b.Bytes()
}

func invoiceSheet(rows int) []byte {
	var b bytes.Buffer
	b.WriteString("PartnerId,CustomerId,CustomerName,CustomerDomainName,CustomerCountry,InvoiceNumber,MPNID,ResellerMPNID,OrderId,OrderDate," +
		"ProductId,SkuId,AvailabilityId,SkuName,ProductName,ChargeType,UnitPrice,Quantity,Subtotal,TaxTotal,Total,Currency," +
		"PriceAdjustmentDescription,PublisherName,PublisherId,SubscriptionDescription,SubscriptionId,ChargeStartDate,ChargeEndDate," +
		"TermAndBillingCycle,EffectiveUnitPrice,UnitType,AlternateId,BillableQuantity,BillingFrequency,PricingCurrency,PCToBCExchangeRate," +
		"PCToBCExchangeRateDate,MeterDescription,ReservationOrderId,CreditReasonCode,SubscriptionStartDate,SubscriptionEndDate," +
		"ReferenceID,ProductQualifiers,PromotionID\r\n")
	for i := range rows {
		fmt.Fprintf(&b, "00000000-0000-4000-8000-00000000000a,00000000-0000-4000-8000-%012d,Contoso,contoso.example,DE,G000000001,1234567,7654321,"+
			"order-%d,10/3/2020,DZH318Z%05d,%04d,DZH318Z08B80,Tables - LRS,Tables,New,0.045,1,%d.%02d,0,%d.%02d,EUR,"+
			`"[""15.0%% Partner earned credit for services managed""]",Microsoft,NA,Azure plan,00000000-0000-4000-8000-00000000000c,`+
			"9/1/2020,9/30/2020,Data Stored (GB/Month),0.03825,1 GB/Month,sample,%d.5,,USD,0.846202666,9/30/2020,Data Stored,,,,,,,\r\n",
			i%300, i, i/16, i%16, i%900, i%100, i%900, i%100, i)
	}
	return b.Bytes()
}

func countRows[T any](rows iter.Seq2[T, error]) (n int, err error) {
	for _, err := range rows {
		if err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// readFields reads a file as encoding/csv does by default, and looks at nothing.
func readFields(in io.Reader) (n int, err error) {
	lines := csv.NewReader(in)
	for {
		switch _, err := lines.Read(); {
		case errors.Is(err, io.EOF):
			return n - 1, nil // without the header
		case err != nil:
			return n, err
		}
		n++
	}
}

// TestSameSheets holds that both find the same rows, before any is timed.
func TestSameSheets(t *testing.T) {
	for _, sheet := range sheets {
		data := sheet.bytes(500)
		fields, err := readFields(bytes.NewReader(data))
		if err != nil || fields != 500 {
			t.Fatalf("%s: encoding/csv gives %d rows and %v", sheet.name, fields, err)
		}
		rows, err := sheet.read(bytes.NewReader(data))
		if err != nil || rows != 500 {
			t.Fatalf("%s: pricesheet gives %d rows and %v", sheet.name, rows, err)
		}
	}
}

// BenchmarkSheet times both in turn, so that what else the machine does weighs on them alike, and reports medians.
func BenchmarkSheet(b *testing.B) {
	for _, sheet := range sheets {
		b.Run("sheet="+sheet.name, func(b *testing.B) {
			data := sheet.bytes(sheetRows)
			var plain, typed, shares []float64
			for b.Loop() {
				byCSV, bySheet := timeSheet(b, data, readFields), timeSheet(b, data, sheet.read)
				plain, typed, shares = append(plain, byCSV), append(typed, bySheet), append(shares, byCSV/bySheet)
			}
			b.ReportMetric(float64(len(data))/sheetRows, "bytes/row")
			b.ReportMetric(median(plain), "csv-ns/row")
			b.ReportMetric(median(typed), "sheet-ns/row")
			b.ReportMetric(median(shares), "of-csv-speed")
		})
	}
}

// timeSheet gives the nanoseconds that a row takes.
func timeSheet(b *testing.B, data []byte, read func(io.Reader) (int, error)) float64 {
	b.Helper()
	begun := time.Now()
	if rows, err := read(bytes.NewReader(data)); err != nil || rows != sheetRows {
		b.Fatal(rows, err)
	}
	return float64(time.Since(begun).Nanoseconds()) / sheetRows
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}
