package reconcile_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/pricesheet"
	"github.com/cloudterms/terms/pricing/reconcile"
	"github.com/cloudterms/terms/rules"
)

type billChange = func(*pricesheet.InvoiceLine)

func TestInvoiceOfUsageByThePriceList(t *testing.T) {
	logs := func(quantity, unit, billed string) pricesheet.InvoiceLine {
		return bill(func(l *pricesheet.InvoiceLine) {
			l.ProductID, l.BillableQuantity, l.UnitPrice, l.Subtotal = "LOGS", number(quantity), number(unit), money(billed)
			l.EffectiveUnitPrice = number("0")
			l.PriceAdjustmentDescription = `["100.0% Tier 1 Discount", "15.0% Partner earned credit for services managed"]`
		})
	}
	tests := []struct {
		name    string
		line    pricesheet.InvoiceLine
		before  []pricesheet.InvoiceLine
		want    reconcile.Outcome
		rule    pricing.RoundingRule
		differs string
		causes  []reconcile.Cause
	}{
		{"E1a: 29 × 0.868 × 0.85 = 21.3962, cut", bill(), nil, reconcile.Agrees, pricing.UsageDown, "0.00 USD", nil},
		{"E4, the free tier: 5 × 0", logs("5", "0", "0 USD"), nil, reconcile.Agrees, pricing.UsageDown, "0.00 USD", nil},
		{
			"E4, the next: 32 × 2.5415 = 81.328, which the page has to the nearest cent", logs("32", "2.99", "81.33 USD"),
			[]pricesheet.InvoiceLine{logs("5", "0", "0 USD")},
			reconcile.AgreesOtherwise, pricing.LineNearest, "0.01 USD",
			[]reconcile.Cause{reconcile.CauseRounding},
		},
		{
			"E4, all 37 charged: the five free units are lost, 5 × 2.5415 cut with the rest: 94.0355 for 81.328", logs("37", "2.99", "94.03 USD"), nil,
			reconcile.Differs, pricing.UsageDown, "12.71 USD",
			[]reconcile.Cause{reconcile.CauseAmount},
		},
		{
			"no credit: 29 × 0.868 = 25.172", bill(func(l *pricesheet.InvoiceLine) { l.PriceAdjustmentDescription, l.Subtotal = "", money("25.17 USD") }), nil,
			reconcile.Agrees, pricing.UsageDown, "0.00 USD", nil,
		},
		{
			"a column that is no array", bill(func(l *pricesheet.InvoiceLine) {
				l.PriceAdjustmentDescription = "15.0% Partner earned credit for services managed"
			}), nil, reconcile.Agrees, pricing.UsageDown, "0.00 USD", nil,
		},
		{
			"R1 with a rate: 21.39 × 0.846202666 = 18.10027…", bill(func(l *pricesheet.InvoiceLine) {
				l.Subtotal, l.PCToBCExchangeRate = money("18.10 EUR"), number("0.846202666")
			}), nil, reconcile.Agrees, pricing.UsageDown, "0.00 EUR", nil,
		},
		{
			"a version of the file without billable quantity", bill(func(l *pricesheet.InvoiceLine) { l.BillableQuantity, l.Quantity = number("0"), number("29") }), nil,
			reconcile.Agrees, pricing.UsageDown, "0.00 USD", nil,
		},
		{
			"another unit price: 29 × 0.9 × 0.85 = 22.185", bill(func(l *pricesheet.InvoiceLine) { l.UnitPrice, l.Subtotal = number("0.9"), money("22.18 USD") }), nil,
			reconcile.Differs, pricing.UsageDown, "0.79 USD",
			[]reconcile.Cause{reconcile.CauseUnitPrice},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lines := reconciled(t, reconcile.Basis{Prices: book(t)}.Invoice(seq(append(tt.before, tt.line)...)))
			line := lines[len(lines)-1]
			assert.Equal(t, tt.want, line.Outcome, "%s %v", line.Why, line.Recomputed)
			assert.Equal(t, tt.rule, line.Rule)
			assert.Equal(t, tt.differs, line.Difference.String())
			assert.Equal(t, tt.causes, line.Causes)
			requireReadsBack(t, line)
		})
	}
}

func TestInvoiceLinesThatCannotBeRecomputed(t *testing.T) {
	prices := book(t, row("CHANGED", "1 USD", from("2022-01-01", "2022-08-20")), row("CHANGED", "2 USD", from("2022-08-20", "")),
		row("SEATS", "120 USD", licence("P1Y", "Monthly"), tier("1", "100")), row("SEATS", "100 USD", licence("P1Y", "Monthly"), tier("101", "0")),
		row("SEAT", "120 USD", licence("P1M", "Annual")), row("PLAN", "120 USD", licence("P1Y", "None")), row("MONTH", "10 USD", licence("P1M", "Monthly")))
	seat := func(product, plan string, more ...billChange) billChange {
		return func(l *pricesheet.InvoiceLine) {
			l.ProductID, l.BillingFrequency, l.MeterDescription, l.PriceAdjustmentDescription = product, plan, "", ""
			l.SubscriptionStartDate = day("2022-08-01")
			for _, change := range more {
				change(l)
			}
		}
	}
	tests := []struct {
		name   string
		change billChange
		want   reconcile.Outcome
		why    string
	}{
		{"a product that is not on the list", func(l *pricesheet.InvoiceLine) { l.ProductID = "OTHER" }, reconcile.NoPrice, "not in the book"},
		{"two prices", func(l *pricesheet.InvoiceLine) { l.ProductID = "CLASH" }, reconcile.Ambiguous, "two prices"},
		{"a price that changes in the month", func(l *pricesheet.InvoiceLine) { l.ProductID = "CHANGED" }, reconcile.Ambiguous, "another on 2022-08-31 than on 2022-08-01"},
		{"an adjustment nobody knows", func(l *pricesheet.InvoiceLine) { l.PriceAdjustmentDescription = `["10% Promotion"]` }, reconcile.Unreckoned, `"10% Promotion"; want partner earned credit`},
		{"no days", func(l *pricesheet.InvoiceLine) { l.ChargeStartDate = terms.Day{} }, reconcile.Unreckoned, "from which day"},
		{"days the wrong way around", func(l *pricesheet.InvoiceLine) { l.ChargeEndDate = day("2022-07-31") }, reconcile.Unreckoned, "from which day"},
		{"no exchange rate", func(l *pricesheet.InvoiceLine) { l.Subtotal, l.PCToBCExchangeRate = money("1 EUR"), number("0") }, reconcile.Unreckoned, "no exchange rate"},
		{"seats with tiers", seat("SEATS", "Monthly"), reconcile.Unreckoned, "has tiers"},
		{"a charge of no known type", seat("MONTH", "Monthly", func(l *pricesheet.InvoiceLine) { l.ChargeType = "Adjust" }), reconcile.Unreckoned, `type "Adjust"`},
		{"a customer credit", seat("MONTH", "Monthly", func(l *pricesheet.InvoiceLine) { l.ChargeType = "customerCredit" }), reconcile.Unreckoned, "no price to recompute it from"},
		{"seats with an adjustment", seat("MONTH", "Monthly", func(l *pricesheet.InvoiceLine) { l.PriceAdjustmentDescription = "5% Promotion" }), reconcile.Unreckoned, "5% Promotion"},
		{"a frequency longer than the term", seat("SEAT", "Annual"), reconcile.Unreckoned, "longer than its term of P1M"},
		{"no frequency", seat("PLAN", "None"), reconcile.Unreckoned, `frequency is "None"`},
		{"days of more than a cycle", seat("MONTH", "Monthly", func(l *pricesheet.InvoiceLine) { l.ChargeEndDate = day("2022-09-15") }), reconcile.Unreckoned, "not of one charge cycle"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			line := one(t, reconcile.Basis{Prices: prices}.Invoice(seq(bill(tt.change))))
			assert.Equal(t, tt.want, line.Outcome, line.Why)
			assert.Contains(t, line.Why, tt.why)
			requireReadsBack(t, line)
		})
	}
}

func TestInvoiceOfSeats(t *testing.T) {
	prices := book(t,
		row("MONTH", "10.08 EUR", licence("P1M", "Monthly"), from("2021-01-01", "")),
		row("YEAR", "3393.9 GBP", licence("P1Y", "Annual"), from("2021-01-01", "")),
		row("YEAR", "3393.96 GBP", licence("P1Y", "Monthly"), from("2021-01-01", "")),
		row("THREE", "9000 USD", licence("P3Y", "Annual"), from("2021-01-01", "")),
		row("ODD", "100 USD", licence("P1Y", "Monthly"), from("2021-01-01", "")),
		row("ONCE", "500 USD", licence("OneTime", ""), from("2021-01-01", "")),
		row("RAISED", "10 USD", licence("P1Y", "Annual"), from("2021-01-01", "2022-03-01")),
		row("RAISED", "12 USD", licence("P1Y", "Annual"), from("2022-03-01", "")),
	)
	seats := func(product, kind, plan, subscription, until, charge, end, quantity, unit, billed string) pricesheet.InvoiceLine {
		amount := money(billed)
		return pricesheet.InvoiceLine{
			Line: 2, CustomerCountry: "US", ProductID: product, SkuID: "1", ChargeType: kind, BillingFrequency: plan,
			SubscriptionStartDate: day(subscription), SubscriptionEndDate: day(until), ChargeStartDate: day(charge), ChargeEndDate: day(end),
			BillableQuantity: number(quantity), UnitPrice: number(unit), Subtotal: amount, PricingCurrency: amount.Currency(),
			EffectiveUnitPrice: number("0"),
		}
	}
	tests := []struct {
		name string
		line pricesheet.InvoiceLine
		want reconcile.Outcome
		rule pricing.RoundingRule
		due  string
	}{
		{"a month: 10 × 10.08", seats("MONTH", "new", "Monthly", "2021-07-15", "2021-08-14", "2021-07-15", "2021-08-14", "10", "10.08", "100.80 EUR"), reconcile.Agrees, pricing.SeatDown, "100.80 EUR"},
		{"W1: cancelled on the third day, 10 × 10.08 × 29 ÷ 31, each cut", seats("MONTH", "cancelImmediate", "Monthly", "2021-07-15", "2021-08-14", "2021-07-17", "2021-08-14", "10", "10.08", "-94.20 EUR"), reconcile.Agrees, pricing.SeatDown, "-94.20 EUR"},
		{"W1 with the line cut instead of each seat", seats("MONTH", "cancelImmediate", "Monthly", "2021-07-15", "2021-08-14", "2021-07-17", "2021-08-14", "10", "10.08", "-94.29 EUR"), reconcile.AgreesOtherwise, pricing.LineDown, "-94.20 EUR"},
		{"W2: two more from 20 June, 12 × 10.08 × 28 ÷ 30", seats("MONTH", "addQuantity", "Monthly", "2021-06-18", "2021-07-17", "2021-06-20", "2021-07-17", "12", "10.08", "112.89 EUR"), reconcile.Agrees, pricing.LineDown, "112.89 EUR"},
		{"W2: the old number back, 10 × 9.408", seats("MONTH", "addQuantity", "Monthly", "2021-06-18", "2021-07-17", "2021-06-20", "2021-07-17", "10", "10.08", "-94.08 EUR"), reconcile.Agrees, pricing.LineDown, "-94.08 EUR"},
		{"E23: a year at once", seats("YEAR", "new", "Annual", "2022-01-10", "2023-01-09", "2022-01-10", "2023-01-09", "1", "3393.9", "3393.90 GBP"), reconcile.Agrees, pricing.SeatDown, "3393.90 GBP"},
		{"E23: the third month of a year, 3393.96 ÷ 12", seats("YEAR", "cycleCharge", "Monthly", "2022-01-10", "2023-01-09", "2022-03-10", "2022-04-09", "1", "282.83", "282.83 GBP"), reconcile.Agrees, pricing.SeatDown, "282.83 GBP"},
		{"the second year of three, 9000 ÷ 3", seats("THREE", "cycleCharge", "Annual", "2022-01-10", "2025-01-09", "2023-01-10", "2024-01-09", "2", "3000", "6000 USD"), reconcile.Agrees, pricing.SeatDown, "6000.00 USD"},
		{"100 ÷ 12 × 27 ÷ 30 is 7.50 to the cent", seats("ODD", "new", "Monthly", "2022-04-01", "2023-03-31", "2022-04-04", "2022-04-30", "1", "8.33", "7.50 USD"), reconcile.Agrees, pricing.SeatDown, "7.50 USD"},
		{"from 30 January to 26 February, a cycle by one reading", seats("MONTH", "cycleCharge", "Monthly", "2022-01-30", "2022-02-27", "2022-01-30", "2022-02-26", "1", "10.08", "10.08 EUR"), reconcile.Agrees, pricing.SeatDown, "10.08 EUR"},
		{"from 30 January to 27 February, a cycle by the other", seats("MONTH", "cycleCharge", "Monthly", "2022-01-30", "2022-02-27", "2022-01-30", "2022-02-27", "1", "10.08", "10.08 EUR"), reconcile.Agrees, pricing.SeatDown, "10.08 EUR"},
		{"aligned with another: 10.08 × 10 ÷ 31", seats("MONTH", "new", "Monthly", "2022-01-05", "2022-01-14", "2022-01-05", "2022-01-14", "1", "10.08", "3.25 EUR"), reconcile.Agrees, pricing.SeatDown, "3.25 EUR"},
		{"paid once", seats("ONCE", "new", "", "2022-01-05", "2022-01-05", "2022-01-05", "2022-01-05", "2", "500", "1000 USD"), reconcile.Agrees, pricing.SeatDown, "1000.00 USD"},
		{"a charge after the list went up has the price of the subscription's first day: 10 × 355 ÷ 365", seats("RAISED", "addQuantity", "Annual", "2022-02-28", "2023-02-27", "2022-03-10", "2023-02-27", "1", "10", "9.72 USD"), reconcile.Agrees, pricing.LineDown, "9.72 USD"},
		{"begun the day the list went up", seats("RAISED", "new", "Annual", "2022-03-01", "2023-02-28", "2022-03-01", "2023-02-28", "1", "10", "10 USD"), reconcile.Differs, pricing.SeatDown, "12.00 USD"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			line := one(t, reconcile.Basis{Prices: prices}.Invoice(seq(tt.line)))
			assert.Equal(t, reconcile.InvoiceSeats, line.Kind)
			assert.Equal(t, tt.want, line.Outcome, "%s %v", line.Why, line.Recomputed)
			assert.Equal(t, tt.rule, line.Rule)
			assert.Equal(t, tt.due, line.Recomputed.String())
			assert.Equal(t, tt.want == reconcile.Differs, slices.Contains(line.Causes, reconcile.CauseUnitPrice))
		})
	}
}

func TestInvoiceOfSeatsByWhatTheFileSaysOfTheTerm(t *testing.T) {
	prices := book(t,
		row("BOTH", "120 USD", licence("P1Y", "Monthly"), from("2022-01-01", "2022-06-10")),
		row("BOTH", "144 USD", licence("P1Y", "Monthly"), from("2022-06-10", "")),
		row("BOTH", "132 USD", licence("P1Y", "Annual")),
		row("BOTH", "13 USD", licence("P1M", "Monthly")),
		row("THREE", "360 USD", licence("P3Y", "Triennial")),
		row("ONLY", "120 USD", licence("P1Y", "Monthly")),
	)
	type days struct{ subscription, until, charge, end string }
	whole := days{"2022-06-10", "2023-06-09", "2022-06-10", "2022-07-09"}
	tests := []struct {
		name                      string
		product, words, frequency string
		days                      days
		want                      reconcile.Outcome
		due, why                  string
	}{
		{"a year by words and days, 144 ÷ 12", "BOTH", "One-Year commitment for monthly billing", "Monthly", whole, reconcile.Agrees, "12.00 USD", ""},
		{"a year by words alone, on the day of the charge", "BOTH", "One-Year commitment for monthly billing", "Monthly", days{"", "", "2022-06-10", "2022-07-09"}, reconcile.Agrees, "12.00 USD", ""},
		{"the day before the list went up, 120 ÷ 12", "BOTH", "One-Year commitment for monthly billing", "Monthly", days{"", "", "2022-06-09", "2022-07-08"}, reconcile.Differs, "10.00 USD", ""},
		{"the frequency by words", "BOTH", "One-Year commitment for monthly billing", "", whole, reconcile.Agrees, "12.00 USD", ""},
		{"words that leave the frequency open, and none given", "BOTH", "One-Year commitment for monthly/yearly billing", "", whole, reconcile.Ambiguous, "", `of plan "Annual", "Monthly"`},
		{"words that leave it open, and one given", "BOTH", "One-Year commitment for monthly/yearly billing", "Monthly", whole, reconcile.Agrees, "12.00 USD", ""},
		{"no words and no frequency, but one plan on the list: 120 ÷ 12", "ONLY", "", "", whole, reconcile.Differs, "10.00 USD", ""},
		{"no words and no days", "BOTH", "", "Monthly", days{"", "", "2022-06-10", "2022-07-09"}, reconcile.Ambiguous, "", `of term "P1M", "P1Y"`},
		{"words of a meter", "BOTH", "Data Stored (GB/Month)", "Monthly", whole, reconcile.Agrees, "12.00 USD", ""},
		{"three years in digits, billed at once", "THREE", "3 Years commitment for triennial billing", "", days{"2022-06-10", "2025-06-09", "2022-06-10", "2025-06-09"}, reconcile.Differs, "360.00 USD", ""},
		{"a year that ends with another subscription after a month", "BOTH", "One-Year commitment for monthly billing", "Monthly", days{"2022-06-10", "2022-07-09", "2022-06-10", "2022-07-09"}, reconcile.Agrees, "12.00 USD", ""},
		{"a commitment of a month, written to the day after its last", "BOTH", "One-Month commitment for monthly billing", "Monthly", days{"2022-06-10", "2022-07-10", "2022-06-10", "2022-07-09"}, reconcile.Differs, "13.00 USD", ""},
		{"a commitment of a month of two days more", "BOTH", "One-Month commitment for monthly billing", "Monthly", days{"2022-06-10", "2022-07-11", "2022-06-10", "2022-07-09"}, reconcile.Unreckoned, "", "from 2022-06-10 to 2022-07-11, and its TermAndBillingCycle"},
		{"a commitment of a month from the end of February to that of March, charged to the day the list knows", "BOTH", "One-Month commitment for monthly billing", "Monthly", days{"2022-02-28", "2022-03-30", "2022-02-28", "2022-03-27"}, reconcile.Differs, "13.00 USD", ""},
		{"and one to April", "BOTH", "One-Month commitment for monthly billing", "Monthly", days{"2022-02-28", "2022-04-01", "2022-02-28", "2022-03-27"}, reconcile.Unreckoned, "", "want days of that term"},
		{"a commitment of a month of a year", "BOTH", "One-Month commitment for monthly billing", "Monthly", whole, reconcile.Unreckoned, "", `"One-Month commitment for monthly billing"; want days of that term`},
		{"billed by the month, and by the year in words", "BOTH", "One-Year commitment for yearly billing", "Monthly", whole, reconcile.Unreckoned, "", `BillingFrequency is "Monthly"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			optional := func(s string) (d terms.Day) {
				if s != "" {
					d = day(s)
				}
				return d
			}
			line := one(t, reconcile.Basis{Prices: prices}.Invoice(seq(pricesheet.InvoiceLine{
				Line: 2, CustomerCountry: "US", ProductID: tt.product, SkuID: "1", ChargeType: "new", BillingFrequency: tt.frequency,
				TermAndBillingCycle: tt.words, SubscriptionStartDate: optional(tt.days.subscription), SubscriptionEndDate: optional(tt.days.until),
				ChargeStartDate: day(tt.days.charge), ChargeEndDate: day(tt.days.end), BillableQuantity: number("1"), Subtotal: money("12 USD"),
				PricingCurrency: terms.USD,
			})))
			assert.Equal(t, tt.want, line.Outcome, line.Why)
			assert.Contains(t, line.Why, tt.why)
			if tt.due == "" {
				assert.Zero(t, line.Recomputed)
				return
			}
			assert.Equal(t, tt.due, line.Recomputed.String())
		})
	}
}

// month gives the charges of ten units of COMPUTE a day on 1 to 4 August, with access on all days but those given.
func month(t *testing.T, basis reconcile.Basis, more ...pricesheet.UsageLine) []reconcile.Charge {
	t.Helper()
	var lines []pricesheet.UsageLine
	for i := range 4 {
		lines = append(lines, use(func(u *pricesheet.UsageLine) { u.UsageDate = day("2022-08-01").AddDays(i) }))
	}
	report, err := basis.Report(basis.Usage(seq(append(lines, more...)...)))
	require.NoError(t, err)
	return report.Charges
}

func TestInvoiceHeldAgainstUse(t *testing.T) {
	const credit = `["15.0% Partner earned credit for services managed"]`
	compute := func(quantity, billed, adjustment string, more ...billChange) pricesheet.InvoiceLine {
		return bill(func(l *pricesheet.InvoiceLine) {
			l.BillableQuantity, l.Subtotal, l.PriceAdjustmentDescription, l.EffectiveUnitPrice = number(quantity), money(billed), adjustment, number("0")
			for _, change := range more {
				change(l)
			}
		})
	}
	whole := owner()
	gap := owner("2022-08-02")
	tests := []struct {
		name    string
		by      *pricing.Partnership
		lines   []pricesheet.InvoiceLine
		want    []reconcile.Outcome
		differs []string
		causes  []reconcile.Cause // of the last line
	}{
		{"40 × 0.868 × 0.85 = 29.512, cut", whole, []pricesheet.InvoiceLine{compute("40", "29.51 USD", credit)}, []reconcile.Outcome{reconcile.Agrees}, []string{"0.00 USD"}, nil},
		{"a day without access: 29.512 + 1.302 = 30.814, cut", gap, []pricesheet.InvoiceLine{compute("40", "30.81 USD", credit)}, []reconcile.Outcome{reconcile.Agrees}, []string{"0.00 USD"}, nil},
		{
			"a line for days with credit and one for those without: 30 × 0.7378 = 22.134 and 8.68", gap,
			[]pricesheet.InvoiceLine{compute("30", "22.13 USD", credit), compute("10", "8.68 USD", "")},
			[]reconcile.Outcome{reconcile.Agrees, reconcile.Agrees},
			[]string{"0.00 USD", "0.00 USD"},
			nil,
		},
		{
			"credit for a day without access", gap,
			[]pricesheet.InvoiceLine{compute("40", "29.51 USD", credit, func(l *pricesheet.InvoiceLine) { l.EffectiveUnitPrice = number("0.73775") })},
			[]reconcile.Outcome{reconcile.Differs},
			[]string{"-1.30 USD"},
			[]reconcile.Cause{reconcile.CauseEarnedCredit},
		},
		{"no credit at all: 34.72", whole, []pricesheet.InvoiceLine{compute("40", "34.72 USD", "")}, []reconcile.Outcome{reconcile.Differs}, []string{"5.21 USD"}, []reconcile.Cause{reconcile.CauseEarnedCredit}},
		{"one unit too many: 41 × 0.7378 = 30.2498", whole, []pricesheet.InvoiceLine{compute("41", "30.24 USD", credit)}, []reconcile.Outcome{reconcile.Differs}, []string{"0.73 USD"}, []reconcile.Cause{reconcile.CauseQuantity}},
		{"another price: 40 × 0.9 × 0.85", whole, []pricesheet.InvoiceLine{compute("40", "30.60 USD", credit, func(l *pricesheet.InvoiceLine) { l.UnitPrice = number("0.9") })}, []reconcile.Outcome{reconcile.Differs}, []string{"1.09 USD"}, []reconcile.Cause{reconcile.CauseUnitPrice}},
		{"a cent too much", whole, []pricesheet.InvoiceLine{compute("40", "29.53 USD", credit)}, []reconcile.Outcome{reconcile.Differs}, []string{"0.02 USD"}, []reconcile.Cause{reconcile.CauseAmount}},
		{
			"billed twice", whole,
			[]pricesheet.InvoiceLine{compute("40", "29.51 USD", credit), compute("40", "29.51 USD", credit)},
			[]reconcile.Outcome{reconcile.Agrees, reconcile.NoUsage},
			[]string{"0.00 USD", "29.51 USD"},
			nil,
		},
		{"not billed", whole, nil, []reconcile.Outcome{reconcile.NotBilled}, []string{"-29.51 USD"}, nil},
		{
			"billed for the month after", whole,
			[]pricesheet.InvoiceLine{compute("40", "29.51 USD", credit, func(l *pricesheet.InvoiceLine) {
				l.ChargeStartDate, l.ChargeEndDate = day("2022-09-01"), day("2022-09-30")
			})},
			[]reconcile.Outcome{reconcile.NoUsage, reconcile.NotBilled},
			[]string{"29.51 USD", "-29.51 USD"},
			nil,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			basis := reconcile.Basis{Prices: book(t), Partnership: tt.by}
			basis.Charges = month(t, basis)
			lines := reconciled(t, basis.Invoice(seq(tt.lines...)))
			var differs []string
			outcomes := []reconcile.Outcome{}
			for _, l := range lines {
				outcomes, differs = append(outcomes, l.Outcome), append(differs, l.Difference.String())
				requireReadsBack(t, l)
			}
			assert.Equal(t, tt.want, outcomes)
			assert.Equal(t, tt.differs, differs)
			assert.Equal(t, tt.causes, lines[len(lines)-1].Causes)
		})
	}
}

func TestInvoiceHeldAgainstUseInEuros(t *testing.T) {
	basis := reconcile.Basis{Prices: book(t)}
	euros := func(u *pricesheet.UsageLine) {
		u.BillingPreTaxTotal, u.PCToBCExchangeRate = money("6.2432832697 EUR"), number("0.846202666")
	}
	report, err := basis.Report(basis.Usage(seq(use(euros), use(euros))))
	require.NoError(t, err)
	basis.Charges = report.Charges
	require.Len(t, basis.Charges, 1)
	assert.Equal(t, "12.48 EUR", basis.Charges[0].Subtotal.String(), "14.756, cut, × 0.846202666 = 12.4814…")
	assert.Equal(t, "0.7375 USD", basis.Charges[0].EffectiveUnitPrice.String(), "14.75 ÷ 20")
	billed := func(amount, rate string) reconcile.Line {
		return one(t, basis.Invoice(seq(bill(func(l *pricesheet.InvoiceLine) {
			l.BillableQuantity, l.Subtotal, l.PCToBCExchangeRate = number("20"), money(amount), number(rate)
		}))))
	}
	assert.Equal(t, reconcile.Agrees, billed("12.48 EUR", "0.846202666").Outcome)
	assert.Equal(t, reconcile.Agrees, billed("12.48 EUR", "0").Outcome, "a line that does not say")
	other := billed("12.53 EUR", "0.85")
	assert.Equal(t, reconcile.Differs, other.Outcome)
	assert.Equal(t, []reconcile.Cause{reconcile.CauseExchangeRate}, other.Causes)
	assert.Equal(t, reconcile.Unreckoned, billed("12.48 USD", "1").Outcome, "another currency than the use's")
}

func TestInvoiceOfUseThatIsNotAllRecomputed(t *testing.T) {
	basis := reconcile.Basis{Prices: book(t), Partnership: owner()}
	basis.Charges = month(t, basis, use(func(u *pricesheet.UsageLine) { u.RateOfCredit = number("2") }))
	require.Len(t, basis.Charges, 1)
	assert.Equal(t, 1, basis.Charges[0].Unreckoned)
	line := one(t, basis.Invoice(seq(bill())))
	assert.Equal(t, reconcile.Unreckoned, line.Outcome)
	assert.Contains(t, line.Why, "1 lines could not be recomputed")

	unsaid := owner()
	unsaid.Billed = rules.Unknown
	basis.Partnership = unsaid
	basis.Charges = month(t, basis)
	require.Len(t, basis.Charges, 1)
	requireReadsBack(t, basis.Charges[0])
	assert.Equal(t, 4, basis.Charges[0].Unreckoned)
	assert.Equal(t, reconcile.Unreckoned, one(t, basis.Invoice(seq(bill()))).Outcome)
}
