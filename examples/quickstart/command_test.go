package main

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

var update = flag.Bool("update", false, "write the expected output anew")

// result is what one run gave.
type result struct {
	status         int
	stdout, stderr string
	svg            string // the picture; empty if none was drawn
}

// command runs the program with its picture in a place of its own.
func command(t *testing.T, args ...string) result {
	t.Helper()
	picture := filepath.Join(t.TempDir(), "burndown.svg")
	var stdout, stderr bytes.Buffer
	status := run(append([]string{"-svg", picture}, args...), &stdout, &stderr)
	svg, err := os.ReadFile(picture)
	if !errors.Is(err, os.ErrNotExist) {
		require.NoError(t, err)
	}
	return result{status, stdout.String(), strings.ReplaceAll(stderr.String(), filepath.Dir(picture), "DIR"), string(svg)}
}

const (
	keyHeader    = "Kind,Id,OSAKey,PurchaseDay,ActivationDay,Redemption,Units,Amount,Currency\n"
	chargeHeader = "SubscriptionId,Date,ServicePeriodStartDate,MeterCategory,MeterId,MeterName,CostInBillingCurrency," +
		"BillingCurrencyCode,ResourceId,PublisherType,PublisherName,ChargeType,IsAzureCreditEligible\n"

	oneKey    = "key,,AAAAA-AAAAA-AAAAA-AAAAA-AAAA1,2019-01-01,2019-01-14,,10,,USD\n"
	oneCharge = "s1,01/20/2019,,Virtual Machines,m1,D4,2.5,USD,/vm1,Microsoft,Microsoft,Usage,True\n"
)

// files writes the two files of one run, in the current directory of the test so that their names are short.
func files(t *testing.T, keys, charges string) []string {
	t.Helper()
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("k.csv", []byte(keys), 0o600))
	require.NoError(t, os.WriteFile("c.csv", []byte(charges), 0o600))
	return []string{"-keys", "k.csv", "-charges", "c.csv"}
}

func TestTheSamplesGiveTheExpectedStatementAndPicture(t *testing.T) {
	got := command(t)

	require.Equal(t, exitFine, got.status, got.stderr)
	assert.Equal(t, "The burn-down is drawn in DIR/burndown.svg\n", filepath.ToSlash(got.stderr))
	for file, text := range map[string]string{"expected.txt": got.stdout, "expected.svg": got.svg} {
		if *update {
			require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Equal(t, string(want), text, "%s differs; go test ./examples/quickstart -update writes it anew", file)
	}
}

func TestTheStatementFitsATerminal(t *testing.T) {
	for _, args := range [][]string{nil, {"-h"}, {"-day", "2020-03-22"}, {"-day", "2020-04-01"}} {
		for line := range strings.Lines(command(t, args...).stdout) {
			assert.LessOrEqual(t, utf8.RuneCountInString(strings.TrimSuffix(line, "\n")), 120, line)
		}
	}
}

// The rows of the sample are added up here without the program's own reading of them.
func TestEveryChargeOfTheSampleIsAccountedFor(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(sampleCharges)).ReadAll()
	require.NoError(t, err)
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	sums := map[string]terms.Money{} // by type of charge and whether credit is eligible
	for _, row := range rows[1:] {
		cost, err := terms.ParseDecimal(row[column["CostInBillingCurrency"]])
		require.NoError(t, err)
		amount, err := terms.NewMoney(cost, terms.USD)
		require.NoError(t, err)
		group := "use"
		if row[column["ChargeType"]] == "Refund" {
			group = "refund"
		} else if row[column["IsAzureCreditEligible"]] == "False" {
			group = "not payable"
		}
		addTo(t, sums, group, amount)
	}

	var found problems
	acc, err := newAccount(input{
		lots:    readKeys("keys.csv", strings.NewReader(sampleKeys), &found),
		charges: readCharges("charges.csv", strings.NewReader(sampleCharges), &found),
	}, terms.Day{})
	require.NoError(t, err)
	require.NoError(t, found.err())
	stated := map[string]terms.Money{}
	for use := range acc.statement.Uses() {
		switch use.Outcome {
		case credit.NotPayable:
			addTo(t, stated, "not payable", use.Amount)
		default:
			addTo(t, stated, "use", use.Paid)
			addTo(t, stated, "use", use.Unpaid)
		}
		addTo(t, stated, "refund", use.Returned.Neg())
	}
	for group, sum := range sums {
		assert.True(t, sum.Equal(stated[group]), "%s: %s in the file, %s in the statement", group, sum, stated[group])
	}
}

func addTo(t *testing.T, sums map[string]terms.Money, group string, amount terms.Money) {
	t.Helper()
	if sums[group].IsZero() {
		sums[group] = amount
		return
	}
	sum, err := sums[group].Add(amount)
	require.NoError(t, err)
	sums[group] = sum
}

func TestBadKeysAreReportedWithTheirPlace(t *testing.T) {
	tests := []struct{ name, rows, want string }{
		{
			"a kind that is none", "token,,,,,,,,\n",
			"k.csv:2:1: Kind: not a kind of credit; want key or topUp",
		},
		{
			"a key that is too short", "key,,AAAAA-AAAAA-AAAAA-AAAAA-AAAA,2019-01-01,2019-01-14,,10,,USD\n",
			"k.csv:2:6: OSAKey: licensing: not an OSA key: 24 letters and digits; want ",
		},
		{
			"a day that does not exist", strings.Replace(oneKey, "2019-01-01", "2019-02-30", 1),
			"k.csv:2:36: PurchaseDay: terms: not a day; want ",
		},
		{
			"no activation", strings.Replace(oneKey, "2019-01-14", "", 1),
			"k.csv:2:47: ActivationDay: terms: not a day; want ",
		},
		{
			"activated before the purchase", strings.Replace(oneKey, "2019-01-14", "2018-12-31", 1),
			"k.csv:2:47: ActivationDay: licensing: OSA key activated before its purchase: ",
		},
		{
			"activated after more than five years", strings.Replace(oneKey, "2019-01-14", "2024-01-02", 1),
			"k.csv:2:47: ActivationDay: licensing: OSA key activated too late: ",
		},
		{
			"a redemption that is none", strings.Replace(oneKey, ",,10", ",activates,10", 1),
			"k.csv:2:58: Redemption: terms: not one of the names; want ",
		},
		{
			"part of a unit", strings.Replace(oneKey, ",10,", ",10.5,", 1),
			"k.csv:2:59: Units: not a number of units; want a whole number from 1 to 1000000, as in 50",
		},
		{
			"no units at all", strings.Replace(oneKey, ",10,", ",0,", 1),
			"k.csv:2:59: Units: licensing: not a purchase of an OSA key: ",
		},
		{
			"a currency that is none", strings.Replace(oneKey, "USD", "usd", 1),
			"k.csv:2:63: Currency: terms: not a currency; want ",
		},
		{
			"an amount on a key", strings.Replace(oneKey, ",,USD", ",5,USD", 1),
			"k.csv:2:62: Amount: does not belong to a row of the kind key; want nothing",
		},
		{
			"two days of purchase of one key", oneKey + strings.Replace(oneKey, "2019-01-01", "2019-01-02", 1),
			"k.csv:3:36: PurchaseDay: not what line 2 says of the same key; want one purchase and one activation a key",
		},
		{
			"two activations of one key", oneKey + strings.Replace(oneKey, "2019-01-14", "2019-01-15", 1),
			"k.csv:3:47: ActivationDay: not what line 2 says of the same key; want one purchase and one activation a key",
		},
		{
			"two redemptions of one key", oneKey + strings.Replace(oneKey, ",,10", ",addsCredit,10", 1),
			"k.csv:3:58: Redemption: not what line 2 says of the same key; want one purchase and one activation a key",
		},
		{
			"two keys that activate the subscription",
			strings.Replace(oneKey, ",,10", ",activatesSubscription,10", 1) +
				"key,,BBBBB-BBBBB-BBBBB-BBBBB-BBBB2,2019-01-01,2019-01-15,activatesSubscription,10,,USD\n",
			"k.csv:3:6: OSAKey: credit: key not redeemed so: ",
		},
		{
			"a top-up without an id", "topUp,,,,2019-01-14,,,50,USD\n",
			"k.csv:2:7: Id: credit: id not accepted: ",
		},
		{
			"a top-up given twice", strings.Repeat("topUp,card,,,2019-01-14,,,50,USD\n", 2),
			"k.csv:3:7: Id: stands in line 2 already; want an id of its own for each top-up",
		},
		{
			"a top-up of nothing", "topUp,card,,,2019-01-14,,,0,USD\n",
			"k.csv:2:27: Amount: credit: amount not accepted: ",
		},
		{
			"a top-up in words", "topUp,card,,,2019-01-14,,,fifty,USD\n",
			"k.csv:2:27: Amount: terms: not a decimal number; want ",
		},
		{
			"a top-up in another currency", oneKey + "topUp,card,,,2019-01-14,,,50,EUR\n",
			"k.csv:3:7: Id: an amount in EUR beside USD; want one currency",
		},
		{
			"a top-up with units", "topUp,card,,,2019-01-14,,5,50,USD\n",
			"k.csv:2:26: Units: does not belong to a row of the kind topUp; want nothing",
		},
		{
			"a top-up at an impossible time", "topUp,card,,,1819-01-14,,,50,USD\n",
			"k.csv:2:14: ActivationDay: credit: instant not accepted: ",
		},
		{
			"a key where a name belongs", "topUp,AAAAAAAAAAAAAAAAAAAAAAAA1,,,2019-01-14,,,50,USD\n",
			"k.csv:2:7: Id: looks like a key; want a name for the top-up that may be printed",
		},
		{"a row that is too short", "key,,\n", "k.csv:2:1: the row has 3 fields; want 9, as many as the first row"},
		{"a quote in the middle", "key,\"x\"y,,,,,,,\n", `k.csv:2:7: not CSV: extraneous or missing " in quoted-field`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assertOneProblem(t, tt.want, command(t, files(t, keyHeader+tt.rows, chargeHeader+oneCharge)...))
		})
	}
}

func TestBadChargesAreReportedWithTheirPlace(t *testing.T) {
	refundRow := "s1,01/22/2019,01/20/2019,Virtual Machines,m1,D4,-1,USD,/vm1,Microsoft,Microsoft,Refund,True\n"
	tests := []struct{ name, rows, want string }{
		{
			"a day in another layout", strings.Replace(oneCharge, "01/20/2019", "2019-01-20", 1),
			"c.csv:2:4: Date: not a day of the export; want MM/DD/YYYY, as in 02/29/2020",
		},
		{
			"a day in European order", strings.Replace(oneCharge, "01/20/2019", "20/01/2019", 1),
			"c.csv:2:4: Date: not a day of the export; want MM/DD/YYYY, as in 02/29/2020",
		},
		{
			"a day that does not exist", strings.Replace(oneCharge, "01/20/2019", "02/29/2019", 1),
			"c.csv:2:4: Date: not a day of the export; want MM/DD/YYYY, as in 02/29/2020",
		},
		{
			"a decimal comma", strings.Replace(oneCharge, "2.5", `"2,5"`, 1),
			"c.csv:2:39: CostInBillingCurrency: terms: not a decimal number; want ",
		},
		{
			"a number of absurd size", strings.Replace(oneCharge, "2.5", "1E99", 1),
			"c.csv:2:39: CostInBillingCurrency: terms: decimal number out of range",
		},
		{
			"more places than are reckoned with", strings.Replace(oneCharge, "2.5", "1E-19", 1),
			"c.csv:2:39: CostInBillingCurrency: credit: amount not accepted: ",
		},
		{
			"a charge below nothing", strings.Replace(oneCharge, "2.5", "-2.5", 1),
			"c.csv:2:39: CostInBillingCurrency: a charge of -2.50 USD; want 0 or more, or the ChargeType Refund",
		},
		{
			"a currency that is none", strings.Replace(oneCharge, "USD", "$", 1),
			"c.csv:2:43: BillingCurrencyCode: terms: not a currency; want ",
		},
		{
			"another currency than the credit's", strings.Replace(oneCharge, "USD", "EUR", 1),
			"c.csv:2:39: CostInBillingCurrency: an amount in EUR beside USD; want one currency",
		},
		{
			"a type of charge that is not known", strings.Replace(oneCharge, "Usage", "RoundingAdjustment", 1),
			`c.csv:2:72: ChargeType: "RoundingAdjustment" is none that is known; want Usage, Purchase or Refund`,
		},
		{
			"a type of publisher that is not known", strings.Replace(oneCharge, ",Microsoft,", ",AWS,", 1),
			`c.csv:2:52: PublisherType: "AWS" is none that is known; want Microsoft, Azure or Marketplace`,
		},
		{
			"neither true nor false", strings.Replace(oneCharge, "True", "Yes", 1),
			`c.csv:2:78: IsAzureCreditEligible: "Yes"; want True or False`,
		},
		{
			"a second subscription", oneCharge + strings.Replace(oneCharge, "s1", "s2", 1),
			"c.csv:3:1: SubscriptionId: a second subscription, after s1; want the charges of one, because credit belongs to one",
		},
		{
			"a year nobody is billed for", strings.Replace(oneCharge, "2019", "1819", 1),
			"c.csv:2:39: CostInBillingCurrency: credit: instant not accepted: ",
		},
		{
			"a refund of nothing", refundRow,
			"c.csv:2:49: CostInBillingCurrency: a refund of no charge here; want one of the same ResourceId, MeterId and " +
				"IsAzureCreditEligible on 2019-01-20, the ServicePeriodStartDate",
		},
		{
			"a refund of more than the charge", oneCharge + strings.Replace(refundRow, "-1", "-2.51", 1),
			"c.csv:3:49: CostInBillingCurrency: a refund of 2.51 USD; want at most what was charged for the same ResourceId and MeterId on 2019-01-20",
		},
		{
			"two refunds of more than the charge", oneCharge + strings.Repeat(strings.Replace(refundRow, "-1", "-1.5", 1), 2),
			"c.csv:4:49: CostInBillingCurrency: credit: more returned than there is to return: ",
		},
		{
			"a refund before its charge", oneCharge + strings.Replace(refundRow, "01/22/2019", "01/19/2019", 1),
			"c.csv:3:49: CostInBillingCurrency: credit: reference to nothing: ",
		},
		{
			"a refund that gives nothing", oneCharge + strings.Replace(refundRow, "-1", "1", 1),
			"c.csv:3:49: CostInBillingCurrency: a Refund of 1.00 USD; want less than 0",
		},
		{
			"a refund that does not say of what", oneCharge + strings.Replace(refundRow, "01/20/2019", "", 1),
			"c.csv:3:15: ServicePeriodStartDate: not a day of the export; want MM/DD/YYYY, as in 02/29/2020",
		},
		{"a row that is too long", strings.TrimSuffix(oneCharge, "\n") + ",\n", "c.csv:2:1: the row has 14 fields; want 13, as many as the first row"},
		{"a quote that does not end", strings.Replace(oneCharge, "D4", `"D4`, 1), `c.csv:2:84: not CSV: extraneous or missing " in quoted-field`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assertOneProblem(t, tt.want, command(t, files(t, keyHeader+oneKey, chargeHeader+tt.rows)...))
		})
	}
}

// assertOneProblem sees to it that one problem is reported, in words that begin so, and nothing is computed.
func assertOneProblem(t *testing.T, want string, got result) {
	t.Helper()
	assert.Equal(t, exitProblem, got.status)
	assert.Empty(t, got.stdout)
	assert.Empty(t, got.svg)
	assert.Equal(t, 1, strings.Count(got.stderr, "\n"), got.stderr)
	assert.Equal(t, want, got.stderr[:min(len(want), len(got.stderr))], got.stderr)
}

func TestEveryProblemOfBothFilesIsReportedInOrder(t *testing.T) {
	keys := keyHeader + strings.Replace(oneKey, "USD", "dollars", 1) + strings.Replace(oneKey, ",10,", ",ten,", 1)
	charges := chargeHeader + strings.Replace(oneCharge, "True", "true!", 1) + oneCharge +
		strings.NewReplacer("01/20/2019", "20.1.2019", "2.5", "two", "Usage", "Use").Replace(oneCharge) + ",,\n"

	got := command(t, files(t, keys, charges)...)

	assert.Equal(t, exitProblem, got.status)
	assert.Empty(t, got.stdout)
	assert.Empty(t, got.svg)
	assert.Equal(t, `c.csv:2:78: IsAzureCreditEligible: "true!"; want True or False
c.csv:4:4: Date: not a day of the export; want MM/DD/YYYY, as in 02/29/2020
c.csv:4:38: CostInBillingCurrency: terms: not a decimal number; want a number such as 12.50 or 3.6E-05, of at most 64 bytes
c.csv:4:71: ChargeType: "Use" is none that is known; want Usage, Purchase or Refund
c.csv:5:1: the row has 3 fields; want 13, as many as the first row
k.csv:2:63: Currency: terms: not a currency; want an ISO 4217 code in capitals, such as USD
k.csv:3:59: Units: not a number of units; want a whole number from 1 to 1000000, as in 50
`, got.stderr)
}

// A ledger alone lists the first hundred faults.
func TestNoBadRowIsLeftOut(t *testing.T) {
	for name, bad := range map[string]string{
		"too many places":  strings.Replace(oneCharge, "2.5", "1E-19", 1),
		"another currency": strings.Replace(oneCharge, "USD", "EUR", 1),
	} {
		t.Run(name, func(t *testing.T) {
			got := command(t, files(t, keyHeader+oneKey, chargeHeader+strings.Repeat(bad, 250))...)
			assert.Equal(t, 250, strings.Count(got.stderr, "\n"))
		})
	}
}

func TestFilesWithoutTheirColumns(t *testing.T) {
	tests := []struct{ name, keys, charges, want string }{
		{"an empty file", "", chargeHeader, "k.csv:1:1: the file is empty; want a first row that names its columns"},
		{
			"a column that is missing", keyHeader, strings.Replace(chargeHeader, "MeterId,", "", 1),
			"c.csv:1:1: no column MeterId; want a first row that names it",
		},
		{
			"several that are missing", keyHeader, strings.NewReplacer("MeterId,", "", "Date,Ser", "Ser").Replace(chargeHeader),
			"c.csv:1:1: no column Date; want a first row that names it\nc.csv:1:1: no column MeterId; want a first row that names it",
		},
		{
			"one that is there twice", keyHeader, strings.Replace(chargeHeader, "MeterName", "Date", 1),
			"c.csv:1:66: a second column of this name; want one\nc.csv:1:1: no column MeterName; want a first row that names it",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := command(t, files(t, tt.keys, tt.charges)...)
			assert.Equal(t, exitProblem, got.status)
			assert.ElementsMatch(t, strings.Split(tt.want, "\n"), strings.Split(strings.TrimSuffix(got.stderr, "\n"), "\n"))
		})
	}
}

// One type of account writes its names in lower camel case and other orders, a file may begin with a byte order mark and
// have lines that end as on Windows, and what is not needed is not read.
func TestAnExportIsReadAsItComes(t *testing.T) {
	plain := files(t, keyHeader+oneKey, chargeHeader+oneCharge)
	want := command(t, plain...)
	require.Equal(t, exitFine, want.status, want.stderr)

	got := command(t, files(t, "\ufeff"+strings.ReplaceAll(keyHeader+oneKey, "\n", "\r\n"),
		"\ufeffdate,tags,Subscription Id,costInBillingCurrency,billingCurrency,resourceId,meterId,meterName,meterCategory,"+
			"chargeType,publisherType,publisherName,isAzureCreditEligible\r\n"+
			"01/20/2019,\"a, \"\"b\"\"\nc\",s1,25E-1,USD,/vm1,m1,D4,Virtual Machines,Usage,Microsoft,Microsoft,TRUE\r\n")...)

	assert.Equal(t, want.stdout, got.stdout)
	assert.Equal(t, want.svg, got.svg)
}

func TestChargesAreToldApart(t *testing.T) {
	rows := oneCharge + oneCharge + // the same twice is two charges
		strings.Replace(oneCharge, "2.5", "0", 1) +
		strings.Replace(oneCharge, ",True", ",False", 1) +
		strings.Replace(strings.Replace(oneCharge, ",True", ",False", 1), "Virtual Machines", "Azure Support", 1) +
		strings.NewReplacer(",Microsoft,", ",Marketplace,", ",True", ",False", "/vm1", "/firewall", "Usage", "Purchase").Replace(oneCharge) +
		"s1,01/22/2019,01/20/2019,,m1,D4,-1,USD,/firewall,Marketplace,Acme,Refund,False\n" + // of what credit did not pay
		"s1,01/23/2019,01/20/2019,,m1,D4,-1,USD,/VM1,Microsoft,Microsoft,Refund,True\n"

	got := command(t, files(t, keyHeader+oneKey, chargeHeader+rows)...)

	require.Equal(t, exitFine, got.status, got.stderr)
	assert.Contains(t, got.stdout, "2.50 USD in 1 charge: support plans")
	assert.Contains(t, got.stdout, "2.50 USD in 1 charge: the charge is marked as not eligible")
	assert.Contains(t, got.stdout, "1.50 USD in 1 charge: usage-based Marketplace offers")
	assert.Contains(t, got.stdout, "Pay by other means: 6.50 USD in 3 charges that credit cannot pay.")
	assert.Regexp(t, `…AAAA1 +token +2019-01-14 +2020-01-14 +1000.00 +5.00 +1.00 +- +- +996.00 +live`, got.stdout)
}

func TestDays(t *testing.T) {
	tests := []struct {
		name, day string
		want      []string
	}{
		{"before any credit", "2019-01-13", []string{
			"There is no credit yet; the first, 4500.00 USD on …AAAA1, begins to pay on 2019-01-14.", "There are no charges so far.", "pending",
		}},
		{"the first day", "2019-01-14", []string{"4491.79 USD is left", "Credit paid every charge in full."}},
		{"before it lapses", "2020-01-13", []string{"the first to lapse is …AAAA1 on 2020-01-14, with 733.89 USD", "and 733.89 USD will lapse unused"}},
		{"while services are suspended", "2020-04-01", []string{
			"No credit is left: services are suspended since 2020-03-26, and data may be gone from 2020-06-24.", "it lasts",
			"a top-up by card helps at once",
		}},
		{"just before", "2020-03-22", []string{"top up by card, and purchase now"}},
		{"in the future", "2021-06-01", []string{"services are suspended since 2021-04-14", "Nothing was used in the last 30 days", "2485.32 USD lapsed unused"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := command(t, "-day", tt.day)
			require.Equal(t, exitFine, got.status, got.stderr)
			for _, want := range append(tt.want, "at the end of "+tt.day) {
				assert.Contains(t, got.stdout, want)
			}
			assertPicture(t, got.svg)
		})
	}
}

func TestFilesWithLittleInThem(t *testing.T) {
	tests := []struct {
		name, keys, charges string
		want                []string
	}{
		{"no charges", oneKey, "", []string{"at the end of 2019-01-14", "There are no charges so far.", "1000.00 USD will lapse unused"}},
		{"no credit", "", oneCharge, []string{"There is no credit.", "2.50 USD in 1 charge that found no credit", "Services were never suspended."}},
		{"one charge", oneKey, oneCharge, []string{"997.50 USD is left, on …AAAA1, which lapses on 2020-01-14."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := command(t, files(t, keyHeader+tt.keys, chargeHeader+tt.charges)...)
			require.Equal(t, exitFine, got.status, got.stderr)
			for _, want := range tt.want {
				assert.Contains(t, got.stdout, want)
			}
			assertPicture(t, got.svg)
		})
	}

	got := command(t, files(t, keyHeader, chargeHeader)...)
	assert.Equal(t, result{status: exitUsage, stderr: errNoDay.Error() + "\n"}, got)

	got = command(t, append(files(t, keyHeader, chargeHeader), "-day", "2019-01-01")...)
	require.Equal(t, exitFine, got.status, got.stderr)
	assert.Contains(t, got.stdout, "There is no forecast: no credit has been activated yet.")
	assertPicture(t, got.svg)
}

func TestFlags(t *testing.T) {
	tests := []struct {
		name   string
		args   []string
		status int
		want   string
	}{
		{"a flag that is none", []string{"-key", "k.csv"}, exitUsage, "flag provided but not defined: -key"},
		{"a file without a flag", []string{"k.csv"}, exitUsage, `unexpected argument "k.csv"`},
		{"a day that does not exist", []string{"-day", "2019-02-30"}, exitUsage, "a day that exists, as in 2024-02-29"},
		{"a day no ledger reaches", []string{"-day", "1819-02-28"}, exitUsage, "want 1900 to 2199"},
		{"a file that is not there", []string{"-charges", "none.csv"}, exitProblem, "none.csv"},
		{"a picture that cannot be written", []string{"-svg", filepath.Join("none", "x.svg")}, exitProblem, "x.svg"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := command(t, tt.args...)
			assert.Equal(t, tt.status, got.status)
			assert.Contains(t, got.stderr, tt.want)
			assert.Empty(t, got.svg)
		})
	}

	help := command(t, "-h")
	assert.Equal(t, exitFine, help.status)
	assert.Empty(t, help.stderr)
	for _, want := range []string{"-keys", "-charges", "-day", "-svg", "IsAzureCreditEligible", "addsCredit", "Exit status"} {
		assert.Contains(t, help.stdout, want)
	}

	none := command(t, "-svg", "")
	assert.Equal(t, exitFine, none.status)
	assert.Empty(t, none.stderr)
}

func TestOutputThatCannotBeWritten(t *testing.T) {
	var stderr bytes.Buffer
	assert.Equal(t, exitProblem, run([]string{"-svg", ""}, brokenPipe{}, &stderr))
	assert.Contains(t, stderr.String(), io.ErrClosedPipe.Error())
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestNoKeyIsEverPrinted(t *testing.T) {
	secret := []string{"AAAAA-AAAAA", "AAAAAAAAAA", "BBBBB-BBBBB", "CCCCC-CCCCC", "DDDDD-DDDDD"}
	runs := map[string]result{
		"samples":        command(t),
		"swapped files":  command(t, files(t, chargeHeader+oneCharge, keyHeader+oneKey)...),
		"swapped fields": command(t, files(t, keyHeader+"key,AAAAA-AAAAA-AAAAA-AAAAA-AAAA1,2019-01-01,,,,,,USD\n", chargeHeader)...),
		"a key too long": command(t, files(t, keyHeader+strings.Replace(oneKey, "AAAA1", "AAAA12", 1), chargeHeader)...),
		"a bad activation": command(t,
			files(t, keyHeader+strings.Replace(oneKey, "2019-01-14", "2029-01-14", 1), chargeHeader)...),
		"a key in every column": command(t, files(t, keyHeader+"key"+strings.Repeat(",AAAAA-AAAAA-AAAAA-AAAAA-AAAA1", 8)+"\n", chargeHeader)...),
		"a key as a top-up":     command(t, files(t, keyHeader+"topUp"+strings.Repeat(",AAAAA-AAAAA-AAAAA-AAAAA-AAAA1", 8)+"\n", chargeHeader)...),
		"a key as a kind":       command(t, files(t, keyHeader+"AAAAA-AAAAA-AAAAA-AAAAA-AAAA1,,,,,,,,\n", chargeHeader)...),
		"an unclosed quote":     command(t, files(t, keyHeader+strings.Replace(oneKey, "AAAAA", `"AAAAA`, 1), chargeHeader)...),
	}
	for name, got := range runs {
		for _, text := range []string{got.stdout, got.stderr, got.svg} {
			for _, key := range secret {
				assert.NotContains(t, text, key, name)
			}
		}
	}
}

// Lots whose keys end alike are told apart by the keys' ids.
func TestLotsHaveNamesOfTheirOwn(t *testing.T) {
	keys := keyHeader + oneKey + oneKey + strings.Replace(oneKey, "AAAAA-AAAAA", "AAAAA-ZZZZZ", 1)

	got := command(t, files(t, keys, chargeHeader+oneCharge)...)

	require.Equal(t, exitFine, got.status, got.stderr)
	for _, want := range []string{"osa-111c112f15ae #1 ", "osa-111c112f15ae #2 ", "osa-"} {
		assert.Contains(t, got.stdout, want)
	}
	assert.NotContains(t, got.stdout, "…AAAA1")
}

func TestPicturesOfManyLotsAndHostileNames(t *testing.T) {
	var keys, charges strings.Builder
	day := terms.MustParseDay("2018-01-01")
	for i := range 12 {
		letter := string(rune('A' + i))
		fmt.Fprintf(&keys, "key,,%s,%s,%[2]s,,%d,,USD\n", strings.Repeat(letter, 25), day.AddDays(23*i), 5+3*(i%4))
	}
	keys.WriteString("topUp,\"<script>&'\"\"</svg>\",,,2018-02-02,,,5,USD\n")
	for i := range 500 {
		charges.WriteString(strings.NewReplacer("01/20/2019", day.AddDays(i).Start().Format(exportDay), "/vm1", "/<b>&\x1b[31m").Replace(oneCharge))
	}

	got := command(t, files(t, keyHeader+keys.String(), chargeHeader+charges.String())...)

	require.Equal(t, exitFine, got.status, got.stderr)
	assertPicture(t, got.svg)
	assert.NotContains(t, got.svg, "<script>")
	assert.NotContains(t, got.stdout, "\x1b")
}

// assertPicture sees to it that a picture is XML, says what it shows, and lies within its bounds.
func assertPicture(t *testing.T, svg string) {
	t.Helper()
	var root struct {
		XMLName xml.Name `xml:"http://www.w3.org/2000/svg svg"`
		ViewBox string   `xml:"viewBox,attr"`
		Title   string   `xml:"title"`
		Desc    string   `xml:"desc"`
	}
	require.NoError(t, xml.Unmarshal([]byte(svg), &root))
	assert.NotEmpty(t, root.ViewBox)
	assert.Contains(t, root.Title, "burn-down to ")
	assert.NotEmpty(t, root.Desc)
	assert.NotContains(t, svg, "NaN")
	assert.NotContains(t, svg, "Inf")
	assert.NotContains(t, svg, "ZgotmplZ")
}

func TestLabelsAboveThePlotDoNotCoverEachOther(t *testing.T) {
	var marks []mark
	for i := range 40 {
		marks = append(marks, mark{x: length(700 + i*190), Text: strings.Repeat("x", 5+i%20)})
	}

	placed, tiers := placeMarks(marks)

	assert.LessOrEqual(t, tiers, mostTiers)
	for i, one := range placed {
		for _, other := range placed[:i] {
			if one.tier != other.tier || one.Text == "" || other.Text == "" {
				continue
			}
			apart := one.left >= other.left+textWidth(other.Text) || other.left >= one.left+textWidth(one.Text)
			assert.True(t, apart, "%q at %d and %q at %d", one.Text, one.left, other.Text, other.left)
		}
	}
}

func TestTheAxisOfAmountsIsReadable(t *testing.T) {
	for least, want := range map[float64]float64{0.2: 0.2, 0.3: 0.5, 1: 1, 1.2: 2, 2.1: 2.5, 4: 5, 900: 1000, 6000: 10000} {
		assert.InDelta(t, want, niceStep(least), 1e-9, "at least %v", least)
	}
	assert.Equal(t, "1,234,500", thousands(1234500, 500))
	assert.Equal(t, "0.6", thousands(3*0.2, 0.2))
	assert.Equal(t, "2.5", thousands(2.5, 2.5))
}
