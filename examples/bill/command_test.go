package main

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the expected output anew")

func command(args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = run(args, &out, &errs)
	return status, out.String(), errs.String()
}

// changed writes a sample with changes and gives its name.
func changed(t *testing.T, sample string, changes ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", sample))
	require.NoError(t, err)
	text := strings.NewReplacer(changes...).Replace(string(data))
	require.NotEqual(t, string(data), text, "the change changes nothing")
	return written(t, text)
}

func written(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "input")
	require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	return name
}

func TestTheSamplesGiveTheExpectedReport(t *testing.T) {
	status, got, stderr := command()
	assert.Equal(t, exitProblem, status, "differences are planted in the samples")
	assert.Empty(t, stderr)
	if *update {
		require.NoError(t, os.WriteFile("expected.txt", []byte(got), 0o600))
	}
	want, err := os.ReadFile("expected.txt")
	require.NoError(t, err)
	assert.Equal(t, string(want), got, "expected.txt differs; go test ./examples/bill -update writes it anew")
}

// The samples were planted with these, and nothing else is to be found.
func TestEveryPlantedDifferenceIsFound(t *testing.T) {
	_, got, _ := command()
	findings := []string{
		"line 98, 2022-08-20, D2 v3 - EU West: 17.6280939381 EUR is billed, 14.9838798474 EUR is due: 2.6442140907 EUR too much, because of earnedCredit",
		"line 109, 2022-08-22, D2 v3 - EU West: 8.7031944198 EUR is billed, 7.8041040872 EUR is due: 0.8990903326 EUR too much, because of unitPrice",
		"line 126, 2022-08-25, Tables - LRS - Data Stored: 1.3446496201 EUR is billed, 1.3346496201 EUR is due: 0.01 EUR too much, because of amount",
		"line 47, 2022-08-08, Retired cache: 2.0308863984 EUR noPrice",
		"line 2, 2022-08-01, D2 v3 - EU West: 726.33 EUR is billed, 723.68 EUR is due: 2.65 EUR too much, because of earnedCredit",
		"line 4, 2022-08-01, Tables - LRS - Data Stored: 235.43 EUR is billed, 231.72 EUR is due: 3.71 EUR too much, because of quantity",
		"line 6, 2022-08-01, Sample firewall - 1 core: 50.77 EUR is billed, and nothing more was used",
		"line 7, 2022-08-01, Log Analytics - Data Analyzed - EU West: 71.53 EUR is billed, as lineNearest rounds; the rule of the day gives 71.52 EUR",
		"line 8, 2022-08-01, Retired cache: 2.03 EUR noPrice",
		"line 11, 2022-08-20, Sample mail: 43.20 EUR is billed, 40.32 EUR is due: 2.88 EUR too much, because of amount",
		"D2 v3 Spot - EU West, tier 1: 14.69 EUR was used and is not billed",
	}
	for _, want := range findings {
		assert.Contains(t, got, want)
	}
	assert.Equal(t, len(findings), strings.Count(got, "\n  line ")+strings.Count(got, "and is not billed"))
}

func TestAMonthWithoutDifferences(t *testing.T) {
	usage := written(t, "CustomerId,CustomerCountry,SubscriptionId,EntitlementId,ProductId,SkuId,SkuName,MeterId,UsageDate,UnitPrice,Quantity,"+
		"BillingPreTaxTotal,BillingCurrency,PricingCurrency,EffectiveUnitPrice,PCToBCExchangeRate,PartnerEarnedCreditPercentage\n"+
		"contoso,DE,plan,00000000-0000-4000-8000-0000000000a1,DZH318Z0SMP1,0001,D2 v3,m1,8/3/2022,0.868,29,21.3962,USD,USD,0.7378,1,15\n")
	invoice := written(t, "CustomerId,CustomerCountry,InvoiceNumber,ProductId,SkuId,SkuName,ChargeType,UnitPrice,Quantity,Subtotal,Currency,PriceAdjustmentDescription,"+
		"SubscriptionId,ChargeStartDate,ChargeEndDate,EffectiveUnitPrice,BillableQuantity,PricingCurrency,PCToBCExchangeRate,MeterDescription\n"+
		`contoso,DE,G1,DZH318Z0SMP1,0001,D2 v3,New,0.868,1,21.39,USD,"[""15.0% Partner earned credit for services managed""]",plan,8/1/2022,8/31/2022,0.737586206896552,29,USD,1,D2 v3`+"\n")
	status, got, stderr := command("-usage", usage, "-invoice", invoice)
	assert.Equal(t, exitFine, status, stderr)
	assert.Contains(t, got, "0.737586206896552 USD  21.39 USD", "the effective unit price of E1a")
	assert.Contains(t, got, "3.7758 USD earned, 0.00 USD missed")
}

func TestOtherAccess(t *testing.T) {
	always := changed(t, "access.json", `, "until": "2022-08-10T14:20:00Z"`, "")
	_, got, _ := command("-access", always)
	assert.Contains(t, got, "28.3765602016 EUR missed\n  2022-08-16", "what the reader of the other subscription misses is all that is left")
	assert.Contains(t, got, "22.75 EUR too much, because of earnedCredit", "and the invoice owes the credit of the days before")
}

func TestWrongFiles(t *testing.T) {
	tests := []struct{ name, flag, file, want string }{
		{"a price list that is something else", "-prices", changed(t, "prices.csv", "UnitPrice", "Unit"), "header not accepted: it lacks UnitPrice"},
		{"a price that is no number", "-prices", changed(t, "prices.csv", `"2.99"`, `"2,99"`), `azurePlan, line 4, column`},
		{"a licence list with a date that does not exist", "-licences", changed(t, "licences.csv", "2022-01-01T", "2022-02-30T"), "licences, line 2, column"},
		{"usage in place of the invoice", "-invoice", filepath.Join("testdata", "usage.csv"), "invoice, line 1: header not accepted"},
		{"usage with a date that does not exist", "-usage", changed(t, "usage.csv", "8/31/2022,,", "8/32/2022,,"), "dailyUsage, line"},
		{"access that is no JSON", "-access", filepath.Join("testdata", "usage.csv"), "terms:"},
		{"access with a misspelt name", "-access", changed(t, "access.json", `"agreement"`, `"agrement"`), "agrement"},
		{"a file that is not there", "-usage", "none.csv", "none.csv"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			status, got, stderr := command(tt.flag, tt.file)
			assert.Equal(t, exitProblem, status)
			assert.Empty(t, got)
			assert.Contains(t, stderr, tt.file)
			assert.Contains(t, stderr, tt.want)
		})
	}
}

func TestAccessThatSaysTooLittle(t *testing.T) {
	status, got, _ := command("-access", changed(t, "access.json", `"agreement": "yes",`, ""))
	assert.Equal(t, exitProblem, status)
	assert.Contains(t, got, "agreement", "what is missing is named line by line")
}

func TestFlags(t *testing.T) {
	for _, args := range [][]string{{"usage.csv"}, {"-file", "x"}} {
		status, _, stderr := command(args...)
		assert.Equal(t, exitUsage, status, args)
		assert.Contains(t, stderr, "Run it with -h for help.")
	}
	status, got, _ := command("-h")
	assert.Equal(t, exitFine, status)
	assert.Equal(t, help, got)
}

func TestOutputThatCannotBeWritten(t *testing.T) {
	var errs bytes.Buffer
	assert.Equal(t, exitProblem, run(nil, brokenPipe{}, &errs))
	assert.Contains(t, errs.String(), io.ErrClosedPipe.Error())
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }
