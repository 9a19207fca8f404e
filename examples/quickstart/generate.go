//go:build ignore

// Command generate writes the two sample files of the quickstart. They are made up from end to end, and every run
// writes the same bytes: what looks like chance is a fixed sequence.
package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"log"
	"math/big"
	"os"
	"strings"

	"github.com/cloudterms/terms"
)

const (
	subscription     = "00000000-0000-0000-0000-0000000000aa"
	subscriptionName = "Contoso web shop (sample)"
	location         = "swedencentral"
)

func main() {
	log.SetFlags(0)
	for name, rows := range map[string][][]string{"keys.csv": keys(), "charges.csv": charges()} {
		var text bytes.Buffer
		if err := csv.NewWriter(&text).WriteAll(rows); err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile(name, text.Bytes(), 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

// keys are four keys, the third with two tokens on it, and a top-up by card.
func keys() [][]string {
	return [][]string{
		{"Kind", "Id", "OSAKey", "PurchaseDay", "ActivationDay", "Redemption", "Units", "Amount", "Currency"},
		{"key", "", "AAAAA-AAAAA-AAAAA-AAAAA-AAAA1", "2018-12-17", "2019-01-14", "activatesSubscription", "45", "", "USD"},
		{"key", "", "BBBBB-BBBBB-BBBBB-BBBBB-BBBB2", "2019-05-20", "2019-06-03", "addsCredit", "8", "", "USD"},
		{"key", "", "CCCCC-CCCCC-CCCCC-CCCCC-CCCC3", "2019-10-28", "2019-11-11", "addsCredit", "8", "", "USD"},
		{"key", "", "CCCCC-CCCCC-CCCCC-CCCCC-CCCC3", "2019-10-28", "2019-11-11", "addsCredit", "4", "", "USD"},
		{"topUp", "card 2020-04", "", "", "2020-04-06", "", "", "250.00", "USD"},
		{"key", "", "DDDDD-DDDDD-DDDDD-DDDDD-DDDD4", "2020-04-02", "2020-04-14", "addsCredit", "30", "", "USD"},
	}
}

// A meter is one thing a resource is charged for.
type meter struct {
	group, resource, kind string // the resource: its group, name and provider type
	category, sub, name   string
	id, unit, price       string
}

// row gives a row of the export for a quantity of a meter.
func (m meter) row(day terms.Day, quantity string) []string {
	service, _, _ := strings.Cut(m.kind, "/")
	return []string{
		subscription, subscriptionName, m.group, location, us(day), us(monthOf(day)), us(monthOf(day).AddMonths(1).AddDays(-1)),
		m.category, m.sub, m.id, m.name, m.unit, quantity, m.price, product(quantity, m.price), "USD", service,
		"/subscriptions/" + subscription + "/resourceGroups/" + m.group + "/providers/" + m.kind + "/" + m.resource,
		"", "Microsoft", "Microsoft Corporation", "Usage", "UsageBased", "True",
	}
}

func header() []string {
	return []string{
		"SubscriptionId", "SubscriptionName", "ResourceGroup", "ResourceLocation", "Date", "ServicePeriodStartDate", "ServicePeriodEndDate",
		"MeterCategory", "MeterSubCategory", "MeterId", "MeterName", "UnitOfMeasure", "Quantity", "EffectivePrice",
		"CostInBillingCurrency", "BillingCurrencyCode", "ConsumedService", "ResourceId",
		"AdditionalInfo", "PublisherType", "PublisherName", "ChargeType", "Frequency", "IsAzureCreditEligible",
	}
}

// change gives a row with some of its columns set otherwise.
func change(row []string, values map[string]string) []string {
	for i, name := range header() {
		if value, ok := values[name]; ok {
			row[i] = value
		}
	}
	return row
}

var (
	shop = meter{
		"rg-shop", "vm-shop-1", "Microsoft.Compute/virtualMachines", "Virtual Machines", "Dv3/DSv3 Series", "D4 v3/D4s v3",
		"00000000-0000-0000-0001-000000000001", "1 Hour", "0.342857143",
	}
	batch = meter{
		"rg-batch", "vm-batch-1", "Microsoft.Compute/virtualMachines", "Virtual Machines", "Dv3/DSv3 Series", "D16 v3/D16s v3",
		"00000000-0000-0000-0001-000000000002", "1 Hour", "1.190476191",
	}
	disk = meter{
		"rg-batch", "disk-batch-1", "Microsoft.Compute/disks", "Storage", "Premium SSD Managed Disks", "P10 LRS Disk",
		"00000000-0000-0000-0001-000000000003", "1/Month", "19.71",
	}
	backup = meter{
		"rg-shop", "vault-shop", "Microsoft.RecoveryServices/vaults", "Backup", "", "Azure VM Protected Instances",
		"00000000-0000-0000-0001-000000000004", "1/Month", "10",
	}
	transactions = meter{
		"rg-shop", "stshop01", "Microsoft.Storage/storageAccounts", "Storage", "General Block Blob", "List Operations",
		"00000000-0000-0000-0001-000000000005", "10K", "0.000054",
	}
	bandwidth = meter{
		"rg-shop", "vm-shop-1", "Microsoft.Compute/virtualMachines", "Bandwidth", "", "Data Transfer Out",
		"00000000-0000-0000-0001-000000000006", "1 GB", "0",
	}
	firewall = meter{
		"rg-shop", "contoso-firewall", "Microsoft.SaaS/resources", "SaaS", "", "Firewall, per month",
		"00000000-0000-0000-0001-000000000007", "1/Month", "35",
	}
	support = meter{
		"", "developer", "Microsoft.Support/supportPlans", "Support", "", "Developer support",
		"00000000-0000-0000-0001-000000000008", "1/Month", "29",
	}
)

// charges are the rows of sixteen and a half months: a shop that runs all the time, a batch job that makes use three times what it
// was, credit that lapses and then runs out, and services that stand still until it is topped up.
func charges() [][]string {
	first, last := terms.MustParseDay("2019-01-14"), terms.MustParseDay("2020-05-31")
	stopped, resumed := terms.MustParseDay("2020-03-26"), terms.MustParseDay("2020-04-06")
	project := terms.MustParseDay("2019-12-09")

	rows := [][]string{header()}
	var noise sequence
	for day := first; !day.After(last); day = day.AddDays(1) {
		rows = append(rows, elsewhere(day)...)
		if day.After(stopped) && day.Before(resumed) {
			continue
		}
		rows = append(rows, shop.row(day, noise.between(21, 24)))
		if day.Sub(first)%7 == 4 {
			rows = append(rows, backup.row(day, noise.between(0, 1)))
		}
		if day.DayOfMonth() == 20 {
			rows = append(rows, transactions.row(day, noise.between(0, 1)), bandwidth.row(day, noise.between(2, 5)))
		}
		if !day.Before(project) {
			rows = append(rows, batch.row(day, noise.between(batchHours(day, last))))
		}
	}
	return rows
}

// batchHours gives the hours between which the batch job runs: less at weekends, and less once it is tuned.
func batchHours(day, last terms.Day) (least, most int64) {
	if weekday := int(day.Start().Weekday()); weekday == 0 || weekday == 6 {
		return 2, 6
	}
	if last.Sub(day) < 21 {
		return 13, 19
	}
	return 17, 24
}

// elsewhere gives what is charged apart from the services: a firewall from the Marketplace each month, a support plan for
// a while, a disk that is kept while the services stand still, and a refund.
func elsewhere(day terms.Day) [][]string {
	var rows [][]string
	if day.DayOfMonth() == 15 {
		rows = append(rows, change(firewall.row(day, "1"), map[string]string{
			"PublisherType": "Marketplace", "PublisherName": "Contoso Security (sample)", "ChargeType": "Purchase",
			"Frequency": "Recurring", "IsAzureCreditEligible": "False", "ConsumedService": "",
		}))
	}
	if day.DayOfMonth() == 2 && day.Year() == 2020 {
		rows = append(rows, change(support.row(day, "1"), map[string]string{
			"ResourceGroup": "", "ResourceLocation": "", "ResourceId": "", "ConsumedService": "", "ChargeType": "Purchase",
			"Frequency": "Recurring", "IsAzureCreditEligible": "False",
		}))
	}
	if day == terms.MustParseDay("2020-04-01") {
		rows = append(rows, disk.row(day, "0.032258"))
	}
	if day == terms.MustParseDay("2020-02-27") {
		rows = append(rows, change(batch.row(day, "-8"), map[string]string{
			"ServicePeriodStartDate": "02/25/2020", "ServicePeriodEndDate": "02/25/2020", "ChargeType": "Refund",
			"AdditionalInfo": `{"Reason":"SLA, 8 hours","Sample":true}`,
		}))
	}
	return rows
}

// us writes a day as the export does.
func us(day terms.Day) string {
	return fmt.Sprintf("%02d/%02d/%04d", int(day.Month()), day.DayOfMonth(), day.Year())
}

func monthOf(day terms.Day) terms.Day { return day.AddDays(1 - day.DayOfMonth()) }

// product multiplies a quantity by a price, exact, and writes small numbers as the export does: 2.16E-05.
func product(quantity, price string) string {
	const places = 18
	q, _ := new(big.Rat).SetString(quantity)
	p, _ := new(big.Rat).SetString(price)
	cost := q.Mul(q, p)
	text := cost.FloatString(places)
	text = strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
	digits := strings.TrimLeft(strings.TrimPrefix(text, "0."), "0")
	zeros := len(strings.TrimPrefix(text, "0.")) - len(digits)
	if !strings.HasPrefix(text, "0.") || zeros < 4 {
		return text
	}
	if len(digits) > 1 {
		digits = digits[:1] + "." + digits[1:]
	}
	return fmt.Sprintf("%sE-%02d", digits, zeros+1)
}

// A sequence is a linear congruential generator with a fixed beginning.
type sequence struct{ state uint64 }

// between gives a number with six places from least up to, but not, most.
func (s *sequence) between(least, most int64) string {
	s.state = s.state*6364136223846793005 + 1442695040888963407
	const million = 1_000_000
	n := least*million + int64(s.state>>33)%((most-least)*million)
	return fmt.Sprintf("%d.%06d", n/million, n%million)
}
