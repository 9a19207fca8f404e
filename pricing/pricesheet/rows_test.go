package pricesheet_test

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing/pricesheet"
)

const ratesHeader = "CurrencyCode,USDPerUnit,Month\n"

// A broken row costs the line it begins on, and nothing else: whatever is wrong with line 3, lines 2 and 4 are read.
func TestBrokenRowsCostTheirLineOnly(t *testing.T) {
	tests := []struct {
		name, line  string
		at, column  int // the line of the error is 3 where not given
		field, text string
		condition   error
		says        string
	}{
		{
			name: "too few fields", line: "EUR,1.1003",
			column: 1, condition: pricesheet.ErrRecord, says: "it has 2 fields where the header has 3",
		},
		{
			name: "too many", line: "EUR,1.1003,201909,",
			column: 1, condition: pricesheet.ErrRecord, says: "it has 4 fields where the header has 3",
		},
		{
			name: "a quote that does not close", line: `EUR,"1.1003,201909`,
			column: 5, condition: pricesheet.ErrRecord, says: "a quote that does not close",
		},
		{
			name: "text behind a quote", line: `"EUR"x,1.1003,201909`,
			column: 1, condition: pricesheet.ErrRecord, says: "text behind the quote that closes a field",
		},
		{
			name: "a quote of a word processor", line: `EUR,1.1003,"201909”`,
			column: 12, condition: pricesheet.ErrRecord, says: "typographic quote",
		},
		{
			name: "a comma in the number", line: `EUR,"1,1003",201909`,
			column: 5, field: "USDPerUnit", text: "1,1003", condition: terms.ErrDecimal, says: "want a number such as 12.50",
		},
		{
			name: "a zero too many", line: "EUR,01.1003,201909",
			column: 5, field: "USDPerUnit", text: "01.1003", condition: terms.ErrDecimal, says: "want a number such as 12.50",
		},
		{
			name: "no number", line: "EUR,NaN,201909",
			column: 5, field: "USDPerUnit", text: "NaN", condition: terms.ErrDecimal, says: `"NaN"`,
		},
		{
			name: "a number beyond all bounds", line: "EUR,1e1000000000,201909",
			column: 5, field: "USDPerUnit", text: "1e1000000000", condition: terms.ErrDecimalRange, says: "exponent",
		},
		{
			name: "a number of a kilobyte", line: "EUR," + strings.Repeat("1", 1000) + ",201909",
			column: 5, field: "USDPerUnit", text: strings.Repeat("1", 64) + "…", condition: terms.ErrDecimal, says: "of at most 64 bytes",
		},
		{
			name: "a letter on the cut of what is shown", line: "EUR,1.1003," + strings.Repeat("x", 63) + "åxx",
			column: 12, field: "Month", text: strings.Repeat("x", 63) + "…", condition: pricesheet.ErrDate, says: "x…",
		},
		{
			name: "a rate of nothing, which cannot divide", line: "EUR,0.000,201909",
			column: 5, field: "USDPerUnit", text: "0.000", condition: pricesheet.ErrValue, says: "want more than 0",
		},
		{
			name: "a rate below nothing", line: "EUR,-1.1,201909",
			column: 5, field: "USDPerUnit", text: "-1.1", condition: pricesheet.ErrValue, says: "want more than 0",
		},
		{
			name: "a currency that is none", line: "EURO,1.1003,201909",
			column: 1, field: "CurrencyCode", text: "EURO", condition: terms.ErrCurrency, says: "ISO 4217",
		},
		{
			name: "nothing where something must be", line: "EUR,1.1003,  ",
			column: 12, field: "Month", text: "  ", condition: pricesheet.ErrMissing, says: "Month",
		},
		{
			name: "the month of the sample on the page, cut short", line: "EUR,1.1003,2019",
			column: 12, field: "Month", text: "2019", condition: pricesheet.ErrDate, says: "want year and month as in 201909",
		},
		{
			name: "a month that does not exist", line: "EUR,1.1003,201913",
			column: 12, field: "Month", text: "201913", condition: pricesheet.ErrDate, says: "201913",
		},
		{
			name: "a letter of another encoding", line: "EUR,1.1003,\xe52019",
			column: 12, field: "Month", text: "\ufffd2019", condition: pricesheet.ErrEncoding, says: "not text in UTF-8",
		},
		{
			name: "a zero byte", line: "EUR,1.1\x00,201909",
			column: 5, field: "USDPerUnit", text: "1.1\x00", condition: pricesheet.ErrEncoding, says: "not text in UTF-8",
		},
		{
			name: "a field on the line behind", line: "\"\nEUR\",NaN,201909",
			at: 4, column: 6, field: "USDPerUnit", text: "NaN", condition: terms.ErrDecimal, says: "line 4, column 6, USDPerUnit",
		},
		{
			name: "more fields than any file has", line: strings.Repeat(",", 600),
			column: 513, condition: pricesheet.ErrSize, says: "more than 512 fields",
		},
		{
			name: "a line of a megabyte and a byte, its end counted", line: strings.Repeat("x", 1<<20),
			column: 1, condition: pricesheet.ErrSize, says: "a row of more than 1048576 bytes",
		},
		{
			name: "a line of a megabyte, which is read", line: strings.Repeat("x", 1<<20-1),
			column: 1, condition: pricesheet.ErrRecord, says: "it has 1 fields where the header has 3",
		},
		{
			name: "a line of two megabytes", line: strings.Repeat("x", 2<<20),
			column: 1, condition: pricesheet.ErrSize, says: "a row of more than 1048576 bytes",
		},
		{
			name: "a field of two megabytes", line: `EUR,"` + strings.Repeat("x", 2<<20) + `",201909`,
			column: 1, condition: pricesheet.ErrSize, says: "a row of more than 1048576 bytes",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := ratesHeader + "AED,0.2722,201909\n" + tt.line + "\nSEK,0.1017,201909\n"
			rows, err := pricesheet.Collect(pricesheet.ReadExchangeRates(strings.NewReader(file)))
			var all *pricesheet.ReadError
			require.ErrorAs(t, err, &all)
			require.Len(t, all.Faults, 1)
			require.Zero(t, all.More)
			var fault *pricesheet.RowError
			require.ErrorAs(t, err, &fault)
			assert.Equal(t, pricesheet.FormatExchangeRates, fault.Format)
			if tt.at == 0 {
				tt.at = 3
			}
			assert.Equal(t, tt.at, fault.Line)
			assert.Equal(t, tt.column, fault.Column)
			assert.Equal(t, tt.field, fault.Field)
			if tt.field == "" {
				tt.text = tt.line
			}
			if len(tt.text) > 64 && !strings.HasSuffix(tt.text, "…") {
				tt.text = tt.text[:64] + "…"
			}
			assert.Equal(t, tt.text, fault.Text)
			require.ErrorIs(t, err, tt.condition)
			assert.Contains(t, err.Error(), tt.says)
			assert.Contains(t, err.Error(), fmt.Sprintf("pricesheet: exchangeRates, line %d, column %d", tt.at, tt.column))
			assert.Less(t, len(err.Error()), 500)

			require.Len(t, rows, 2)
			assert.Equal(t, terms.AED, rows[0].CurrencyCode)
			assert.Equal(t, terms.SEK, rows[1].CurrencyCode)
			if tt.at == 3 {
				assert.Equal(t, 4, rows[1].Line)
			}
		})
	}
}

// What looks strange and is right.
func TestRowsThatAreRight(t *testing.T) {
	const want = "AED 0.27 2019-09-01; EUR 1.1 2019-09-01"
	tests := []struct{ name, file string }{
		{"as written", ratesHeader + "AED,0.27,201909\nEUR,1.1,201909\n"},
		{"no line end at the end", ratesHeader + "AED,0.27,201909\nEUR,1.1,201909"},
		{"a quote at the end, and no line end", ratesHeader + "AED,0.27,201909\nEUR,1.1,\"201909\""},
		{"carriage returns", "CurrencyCode,USDPerUnit,Month\r\nAED,0.27,201909\r\nEUR,1.1,201909\r\n"},
		{"carriage returns behind quotes", "\"CurrencyCode\",\"USDPerUnit\",\"Month\"\r\n\"AED\",\"0.27\",\"201909\"\r\n\"EUR\",\"1.1\",\"201909\"\r"},
		{"a byte order mark", "\ufeff" + ratesHeader + "AED,0.27,201909\nEUR,1.1,201909\n"},
		{"a mark in front of a quote", "\ufeff\"CurrencyCode\",USDPerUnit,Month\nAED,0.27,201909\nEUR,1.1,201909\n"},
		{"a second mark in front of the first row", "\ufeff" + ratesHeader + "\ufeffAED,0.27,201909\nEUR,1.1,201909\n"},
		{"empty lines", "\n\n" + ratesHeader + "\n\r\nAED,0.27,201909\n\nEUR,1.1,201909\n\n\n"},
		{"rows without anything, as spreadsheets leave them", ratesHeader + "AED,0.27,201909\n,,\n\"\",,\nEUR,1.1,201909\n,,\n"},
		{"tabs", "CurrencyCode\tUSDPerUnit\tMonth\nAED\t0.27\t201909\nEUR\t1.1\t201909\n"},
		{"semicolons", "CurrencyCode;USDPerUnit;Month\nAED;0.27;201909\nEUR;1.1;201909\n"},
		{"semicolons and commas in names", "\"Currency,,,Code\";USDPerUnit;Month\nAED;0.27;201909\nEUR;1.1;201909\n"},
		{"spaces around what is no text", ratesHeader + " AED ,0.27 , 201909\nEUR,1.1,201909\n"},
		{"an exponent", ratesHeader + "AED,2.7E-01,201909\nEUR,11e-1,201909\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, r := range collect(t, pricesheet.ReadExchangeRates(strings.NewReader(tt.file))) {
				got = append(got, fmt.Sprint(r.CurrencyCode, " ", r.USDPerUnit, " ", r.Month))
			}
			assert.Equal(t, want, strings.Join(got, "; "))
		})
	}
}

func TestTextIsAsWritten(t *testing.T) {
	tests := []struct{ name, written, read string }{
		{"a quote within a field without quotes", `6" rack`, `6" rack`},
		{"JSON without quotes around it", `{"a": 1}`, `{"a": 1}`},
		{"doubled quotes", `"say ""yes"""`, `say "yes"`},
		{"nothing but quotes", `""""""`, `""`},
		{"a comma", `"a,b"`, "a,b"},
		{"a line end", "\"a\nb\"", "a\nb"},
		{"a line end of Windows", "\"a\r\nb\"", "a\r\nb"},
		{"spaces", `"  a "`, "  a "},
		{"a carriage return within", "a\rb", "a\rb"},
		{"a megabyte less a bit", strings.Repeat("y", 1<<20-200), strings.Repeat("y", 1<<20-200)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := "CurrencyCode,USDPerUnit,Note,Month,Note\nAED,0.27," + tt.written + ",201909," + tt.written[:1] + tt.written[len(tt.written)-1:] + "\n"
			if !strings.HasPrefix(tt.written, `"`) {
				file = "CurrencyCode,USDPerUnit,Note,Month,Note\nAED,0.27," + tt.written + ",201909,x\n"
			}
			rows := collect(t, pricesheet.ReadExchangeRates(strings.NewReader(file)))
			require.Len(t, rows, 1)
			require.Len(t, rows[0].Other, 2, "columns of one name that nobody knows are both kept")
			assert.Equal(t, pricesheet.Field{Name: "Note", Text: tt.read}, rows[0].Other[0])
			assert.Equal(t, "Note", rows[0].Other[1].Name)
		})
	}
}

// A file that cannot be read says why, and what would be right.
func TestFilesThatAreRefused(t *testing.T) {
	tests := []struct {
		name, file string
		condition  error
		says       string
	}{
		{"empty", "", pricesheet.ErrHeader, "the file is empty"},
		{"a byte order mark alone", "\ufeff", pricesheet.ErrHeader, "the file is empty"},
		{"empty lines alone", "\n\r\n\n", pricesheet.ErrHeader, "the file is empty"},
		{"UTF-16 with a mark", "\xff\xfeC\x00u\x00r\x00\n\x00", pricesheet.ErrEncoding, "UTF-16; save it as UTF-8"},
		{"UTF-16 the other way round", "\xfe\xff\x00C\x00u\x00r\x00\n", pricesheet.ErrEncoding, "UTF-16; save it as UTF-8"},
		{"UTF-16 without a mark", "C\x00u\x00r\x00\n\x00", pricesheet.ErrEncoding, "zero bytes"},
		{"a zip archive", "PK\x03\x04rest\nof it", pricesheet.ErrEncoding, "read an archive with Unzip"},
		{"an empty zip archive", "PK\x05\x06", pricesheet.ErrEncoding, "empty zip archive"},
		{"gzip", "\x1f\x8b\x08", pricesheet.ErrEncoding, "gzip"},
		{"an old workbook", "\xd0\xcf\x11\xe0\xa1\xb1", pricesheet.ErrEncoding, "workbook"},
		{"JSON", `{"meters": []}`, pricesheet.ErrHeader, "begins as JSON"},
		{"a page to sign in", "<!DOCTYPE html>\n<html>", pricesheet.ErrHeader, "HTML"},
		{
			"another format", "PartnerId,CustomerId,Currency\n", pricesheet.ErrHeader,
			`it lacks CurrencyCode, USDPerUnit, Month; its columns are "PartnerId", "CustomerId", "Currency"`,
		},
		{"no header", "AED,0.27,201909\n", pricesheet.ErrHeader, `its columns are "AED", "0.27", "201909"`},
		{
			"a column twice", "CurrencyCode,USDPerUnit,Month,usd per unit\n", pricesheet.ErrHeader,
			`columns 2 and 4, "USDPerUnit" and "usd per unit", are one and the same`,
		},
		{"a name of another encoding", "CurrencyCode,USDPerUnit,Month,\xe5r\n", pricesheet.ErrEncoding, "column 4"},
		{"a header whose quote does not close", "\"CurrencyCode\",USDPerUnit,\"Month“\nAED,1,201909\n", pricesheet.ErrRecord, "typographic quote"},
		{"a header of two megabytes", strings.Repeat("x", 2<<20), pricesheet.ErrSize, "a row of more than 1048576 bytes"},
		{"a header of 600 columns", strings.Repeat("x,", 600), pricesheet.ErrSize, "more than 512 fields"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rows, err := pricesheet.Collect(pricesheet.ReadExchangeRates(strings.NewReader(tt.file)))
			require.Empty(t, rows)
			var fault *pricesheet.FileError
			require.ErrorAs(t, err, &fault)
			assert.Equal(t, pricesheet.FormatExchangeRates, fault.Format)
			require.ErrorIs(t, err, tt.condition)
			assert.Contains(t, err.Error(), tt.says)
			assert.Less(t, len(err.Error()), 500)
		})
	}
	t.Run("a header alone is a file without rows", func(t *testing.T) {
		require.Empty(t, collect(t, pricesheet.ReadExchangeRates(strings.NewReader(ratesHeader))))
	})
	t.Run("a hundred columns are not all listed", func(t *testing.T) {
		_, err := pricesheet.Collect(pricesheet.ReadExchangeRates(strings.NewReader(strings.Repeat("some column,", 99) + "last")))
		assert.ErrorContains(t, err, "and 92 more")
	})
}

// Every column that must be there is missed where it is not, and no other.
func TestRequiredColumns(t *testing.T) {
	for name, required := range map[string][]string{
		"azurePlan": {
			"ProductId", "SkuId", "TermDuration", "Market", "Currency", "UnitPrice", "PricingTierRangeMin", "PricingTierRangeMax",
			"EffectiveStartDate", "EffectiveEndDate",
		},
		"licences": {
			"ProductId", "SkuId", "TermDuration", "BillingPlan", "Market", "Currency", "UnitPrice", "EffectiveStartDate", "EffectiveEndDate",
		},
		"software": {
			"ProductId", "SkuId", "TermDuration", "BillingPlan", "Market", "Currency", "UnitPrice", "EffectiveStartDate", "EffectiveEndDate",
			"Segment",
		},
		"exchangeRates": {"CurrencyCode", "USDPerUnit", "Month"},
		"dailyUsage": {
			"CustomerId", "ProductId", "SkuId", "UsageDate", "MeterId", "UnitPrice", "Quantity", "BillingPreTaxTotal", "BillingCurrency",
			"PricingCurrency", "EffectiveUnitPrice", "PCToBCExchangeRate", "PartnerEarnedCreditPercentage",
		},
		"invoice": {
			"CustomerId", "InvoiceNumber", "ProductId", "SkuId", "ChargeType", "UnitPrice", "Quantity", "Subtotal", "Currency",
			"ChargeStartDate", "ChargeEndDate", "EffectiveUnitPrice", "BillableQuantity", "PricingCurrency", "PCToBCExchangeRate",
		},
	} {
		t.Run(name, func(t *testing.T) {
			file := files[name]
			header, rows, _ := strings.Cut(strings.TrimPrefix(string(testdata(t, file.name)), "\ufeff"), "\n")
			for column := range strings.SplitSeq(strings.NewReplacer(`"`, "", "\r", "").Replace(header), ",") {
				all := strings.Join(file.texts(strings.NewReader(replaceColumn(header, column)+"\n"+rows)), "\n")
				if slices.Contains(required, column) {
					assert.Contains(t, all, "header not accepted: it lacks "+column+";")
				} else {
					assert.NotContains(t, all, "header not accepted", column)
				}
			}
		})
	}
}

// replaceColumn puts an unknown name in the place of a column's.
func replaceColumn(header, name string) string {
	fields := strings.Split(header, ",")
	for i, field := range fields {
		if strings.Trim(field, "\"\r") == name {
			fields[i] = strings.Replace(field, name, "Not"+name, 1)
		}
	}
	return strings.Join(fields, ",")
}

// A reader that fails ends the sequence with what it gave; rows before are good, the one it fails in is not.
func TestReaderThatFails(t *testing.T) {
	broken := errors.New("the connection is gone")
	file := ratesHeader + "AED,0.2722,201909\nSEK,0.1017,2019"
	cut := fmt.Errorf("the connection is cut off: %w", io.EOF)
	for _, failure := range []error{broken, io.ErrUnexpectedEOF, io.ErrNoProgress, cut} {
		rows, err := pricesheet.Collect(pricesheet.ReadExchangeRates(io.MultiReader(strings.NewReader(file), iotest.ErrReader(failure))))
		require.Len(t, rows, 1)
		var fault *pricesheet.FileError
		require.ErrorAs(t, err, &fault)
		require.ErrorIs(t, err, failure)
		require.ErrorIs(t, err, pricesheet.ErrRead)
		assert.Equal(t, 3, fault.Line)
	}
	t.Run("in the header", func(t *testing.T) {
		_, err := pricesheet.Collect(pricesheet.ReadExchangeRates(io.MultiReader(strings.NewReader("Curr"), iotest.ErrReader(broken))))
		require.ErrorIs(t, err, broken)
	})
	t.Run("at once", func(t *testing.T) {
		_, err := pricesheet.Collect(pricesheet.ReadExchangeRates(iotest.ErrReader(broken)))
		require.ErrorIs(t, err, broken)
		_, err = pricesheet.Collect(pricesheet.ReadRateCard(iotest.ErrReader(broken), nil))
		require.ErrorIs(t, err, broken)
	})
	t.Run("without ever giving anything", func(t *testing.T) {
		_, err := pricesheet.Collect(pricesheet.ReadExchangeRates(idle{}))
		require.ErrorIs(t, err, io.ErrNoProgress)
	})
	t.Run("at the end of a row", func(t *testing.T) {
		rows, err := pricesheet.Collect(pricesheet.ReadExchangeRates(io.MultiReader(
			strings.NewReader(ratesHeader+"AED,0.2722,201909\n"), iotest.ErrReader(cut))))
		require.Len(t, rows, 1)
		require.ErrorIs(t, err, cut, "a file that is cut off between rows is not whole")
	})
	t.Run("in a document", func(t *testing.T) {
		for _, failure := range []error{broken, io.ErrUnexpectedEOF, cut} {
			in := io.MultiReader(strings.NewReader(`{"meters": [{"id": "a", "rates": {"0": 1}}, {"id":`), iotest.ErrReader(failure))
			rows, err := pricesheet.Collect(pricesheet.ReadRateCard(in, nil))
			require.Len(t, rows, 1)
			require.ErrorIs(t, err, failure)
			require.ErrorIs(t, err, pricesheet.ErrRead)
		}
	})
}

// idle gives nothing, and no error.
type idle struct{}

func (idle) Read([]byte) (int, error) { return 0, nil }

func TestReadErrorKeepsTheFirstHundred(t *testing.T) {
	_, err := pricesheet.Collect(pricesheet.ReadExchangeRates(strings.NewReader(ratesHeader + strings.Repeat("x,1,201909\n", 250))))
	var all *pricesheet.ReadError
	require.ErrorAs(t, err, &all)
	assert.Len(t, all.Faults, 100)
	assert.Equal(t, 150, all.More)
	assert.True(t, strings.HasSuffix(err.Error(), "\npricesheet: and 150 more"))
	require.ErrorIs(t, err, terms.ErrCurrency)
}

// Amounts need their currency, wherever its column stands.
func TestAmountsWithoutCurrency(t *testing.T) {
	const header = "CustomerId,UsageDate,ProductId,SkuId,MeterId,UnitPrice,Quantity,BillingPreTaxTotal,PricingPreTaxTotal," +
		"EffectiveUnitPrice,PCToBCExchangeRate,PartnerEarnedCreditPercentage,BillingCurrency,PricingCurrency\n"
	rows, err := pricesheet.Collect(pricesheet.ReadDailyUsage(strings.NewReader(header +
		"c,9/14/2020,p,s,m,1,1,1.5,2.5,1,1,15,SEK,USD\n" +
		"c,9/14/2020,p,s,m,1,1,1.5,2.5,1,1,15,SEK,\n" +
		"c,9/14/2020,p,s,m,1,1,1.5,,1,1,15,SEK,\n" +
		"c,9/14/2020,p,s,m,1,1,1.5,,1,1,15,,USD\n" +
		"c,9/14/2020,p,s,m,1,1,1.5,,1,1,15%,SEK,USD\n" +
		"c,9/14/2020,p,s,m,1,1,1.5,,1,1,1E-27,SEK,USD\n")))
	require.Len(t, rows, 2)
	assert.Equal(t, "1.50 SEK", rows[0].BillingPreTaxTotal.String())
	assert.Equal(t, "2.50 USD", rows[0].PricingPreTaxTotal.String())
	assert.True(t, rows[1].PricingPreTaxTotal.IsZero())
	assert.Zero(t, rows[1].PricingCurrency, "the currency of one row is not that of the next")
	var all *pricesheet.ReadError
	require.ErrorAs(t, err, &all)
	require.Len(t, all.Faults, 4)
	require.ErrorIs(t, all.Faults[2], terms.ErrDecimal, "a percentage is a number")
	require.ErrorIs(t, all.Faults[3], terms.ErrDecimalRange, "and as a fraction one of at most 28 places")
	assert.EqualError(t, all.Faults[0],
		"pricesheet: dailyUsage, line 3, column 27, PricingPreTaxTotal: value missing: the currency of an amount")
	assert.EqualError(t, all.Faults[1], "pricesheet: dailyUsage, line 5, column 35, BillingCurrency: value missing: BillingCurrency")
}

// What no list can mean costs its row, wherever the number itself is one.
func TestRowsOfAPriceListThatMeanNothing(t *testing.T) {
	const header = "ProductId,SkuId,TermDuration,Market,Currency,UnitPrice,ERP Price,PricingTierRangeMin,PricingTierRangeMax,EffectiveStartDate,EffectiveEndDate\n"
	tests := []struct {
		name, row, field, says string
	}{
		{"a price of nothing", "A,1,,DE,USD,0,0,1,5,2023-01-01T00:00:00Z,2023-02-01T00:00:00Z", "", ""},
		{"a price below nothing", "A,1,,DE,USD,-0.01,,,,2023-01-01T00:00:00Z,", "UnitPrice", `a price of "-0.01"; want 0 or more`},
		{"a retail price below nothing", "A,1,,DE,USD,1,-1,,,2023-01-01T00:00:00Z,", "ERP Price", "want 0 or more"},
		{"a price that is none", "A,1,,DE,USD,one,,,,2023-01-01T00:00:00Z,", "UnitPrice", `not a decimal number: "one"`},
		{"a market that is none", "A,1,,QQ,USD,1,,,,2023-01-01T00:00:00Z,", "Market", `"QQ"`},
		{"a market by another's code", "A,1,,UK,USD,1,,,,2023-01-01T00:00:00Z,", "Market", "GB"},
		{"a market in small letters", "A,1,,de,USD,1,,,,2023-01-01T00:00:00Z,", "", ""},
		{"a currency that is none", "A,1,,DE,dollar,1,,,,2023-01-01T00:00:00Z,", "Currency", `"dollar"`},
		{"a tier of one unit", "A,1,,DE,USD,1,,5,5,2023-01-01T00:00:00Z,", "", ""},
		{"a tier from 5 to 4", "A,1,,DE,USD,1,,5,4,2023-01-01T00:00:00Z,", "PricingTierRangeMax", "a tier from 5 to 4"},
		{"a tier that begins below nothing", "A,1,,DE,USD,1,,-1,,2023-01-01T00:00:00Z,", "PricingTierRangeMin", `from "-1" on`},
		{"an end at its start", "A,1,,DE,USD,1,,,,2023-01-01T00:00:00Z,2023-01-01T00:00:00Z", "", ""},
		{"an end a second before it", "A,1,,DE,USD,1,,,,2023-01-01T00:00:00Z,2022-12-31T23:59:59Z", "EffectiveEndDate", "want one not before the start, 2023-01-01T00:00:00Z"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rows, err := pricesheet.Collect(pricesheet.Named("june.csv", pricesheet.ReadAzurePlan(strings.NewReader(header+tt.row+"\n"))))
			if tt.field == "" {
				require.NoError(t, err)
				require.Len(t, rows, 1)
				return
			}
			require.ErrorIs(t, err, pricesheet.ErrValue)
			require.ErrorContains(t, err, tt.says)
			require.ErrorContains(t, err, "pricesheet: azurePlan, june.csv, line 2, column ")
			require.ErrorContains(t, err, tt.field+": ")
		})
	}
}

func TestRatesBelowNothing(t *testing.T) {
	_, err := pricesheet.Collect(pricesheet.ReadRateCard(strings.NewReader(`{"meters": [{"id": "a", "rates": {"0": -1}}]}`), nil))
	require.ErrorIs(t, err, pricesheet.ErrValue)
	_, err = pricesheet.Collect(pricesheet.ReadRetailPrices(strings.NewReader(`{"Items": [{"currencyCode": "USD", "retailPrice": -1}]}`), nil))
	require.ErrorIs(t, err, pricesheet.ErrValue)
	_, err = pricesheet.Collect(pricesheet.Named("list.csv", pricesheet.ReadAzurePlan(strings.NewReader(""))))
	require.ErrorContains(t, err, "pricesheet: azurePlan, list.csv: header not accepted")
}
