package pricing_test

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// A month of one meter, from the rows of a price sheet to the lines of the bill.
func Example() {
	price, err := pricing.TieredPrice(pricing.PriceSheetRange,
		pricing.TierRow{Min: decimal.NewFromInt(1), Max: decimal.NewFromInt(5), Unit: terms.MustParseMoney("0 USD")},
		pricing.TierRow{Min: decimal.NewFromInt(6), Unit: terms.MustParseMoney("2.99 USD")},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	rating, err := price.Rate(pricing.Use{Quantity: decimal.NewFromInt(37)})
	if err != nil {
		fmt.Println(err)
		return
	}
	credit, err := pricing.EarnedCreditRate(terms.MustParseDay("2023-10-31"))
	if err != nil {
		fmt.Println(err)
		return
	}
	rounding, err := pricing.UsageRounding(terms.MustParseDay("2023-10-31"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range rating.Slices {
		line, err := s.Line(credit.Value, pricing.ExchangeRate{}).Subtotal(rounding.Value)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println("tier", s.Tier, "-", s.Quantity, "at", line.EffectiveUnitPrice, "are", line.Amount)
	}
	fmt.Println("or", rounding.Others[0].Value, "-", rounding.Others[0].Text)
	// Output:
	// tier 1 - 5 at 0.00 USD are 0.00 USD
	// tier 2 - 32 at 2.5415 USD are 81.32 USD
	// or lineNearest - The announcement of tiered unit prices has 32 units at 2.5415 as 81.33, which is to the nearest cent.
}

// The same tiers, in three forms with other lower bounds.
func ExampleTieredPrice() {
	one, less := terms.MustParseMoney("1.00 USD"), terms.MustParseMoney("0.80 USD")
	row := func(least int64, unit terms.Money) pricing.TierRow {
		return pricing.TierRow{Min: decimal.NewFromInt(least), Unit: unit}
	}
	sheet, err := pricing.TieredPrice(pricing.PriceSheetRange, row(1, one), row(101, less))
	fmt.Println(err)
	card, err := pricing.TieredPrice(pricing.RateCardKey, row(0, one), row(100, less))
	fmt.Println(err)
	retail, err := pricing.TieredPrice(pricing.TierMinimum, row(0, one), row(100, less))
	fmt.Println(err)
	fmt.Println(sheet.Equal(card), card.Equal(retail), sheet.Currency())
	for _, t := range sheet.Tiers() {
		fmt.Println("above", t.Above, t.Unit)
	}
	_, limited := sheet.Limit()
	fmt.Println(limited)
	// Output:
	// <nil>
	// <nil>
	// <nil>
	// true true USD
	// above 0 1.00 USD
	// above 100 0.80 USD
	// false
}

func ExampleFlatPrice() {
	price, err := pricing.FlatPrice(terms.MustParseMoney("0.868 USD"))
	if err != nil {
		fmt.Println(err)
		return
	}
	rating, err := price.Rate(pricing.Use{Quantity: decimal.NewFromInt(29)})
	fmt.Println(rating.Amount, err)
	// Output: 25.172 USD <nil>
}

// What is included is free; what it does to the tiers of the rest is a choice that has a name.
func ExamplePrice_Rate() {
	row := func(least, unit int64) pricing.TierRow {
		price, err := terms.NewMoney(decimal.NewFromInt(unit), terms.USD)
		if err != nil {
			fmt.Println(err)
		}
		return pricing.TierRow{Min: decimal.NewFromInt(least), Unit: price}
	}
	price, err := pricing.TieredPrice(pricing.RateCardFirstUnit, row(0, 20), row(101, 15), row(501, 10))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, reading := range []pricing.IncludedReading{pricing.IncludedFirst, pricing.IncludedUnpriced} {
		rating, err := price.Rate(pricing.Use{Quantity: decimal.NewFromInt(700), Included: decimal.NewFromInt(200), Reading: reading})
		if err != nil {
			fmt.Println(err)
			return
		}
		blended, err := rating.Blended()
		fmt.Println(reading, rating.Amount, "blended", blended, err)
	}
	// Output:
	// includedFirst 8000.00 USD blended 11.4285714285714 USD <nil>
	// includedUnpriced 6500.00 USD blended 9.28571428571429 USD <nil>
}

func ExampleEffectiveUnitPrice() {
	fmt.Println(pricing.EffectiveUnitPrice(terms.MustParseMoney("21.39 USD"), decimal.NewFromInt(29)))
	_, err := pricing.EffectiveUnitPrice(terms.MustParseMoney("21.39 USD"), decimal.Decimal{})
	fmt.Println(err)
	// Output:
	// 0.737586206896552 USD <nil>
	// pricing: nothing to divide by: quantity is "0"; want more than 0, for the cost of each
}

// Two of the published formulas, for the same refund.
func ExampleLine_Subtotal() {
	line := pricing.Line{
		UnitPrice: terms.MustParseMoney("10.08 EUR"), Quantity: decimal.NewFromInt(10),
		Part: pricing.Part{Units: 29, Of: 31}, Credit: true,
	}
	for _, rule := range []pricing.RoundingRule{pricing.SeatDown, pricing.LineDown} {
		s, err := line.Subtotal(rule)
		fmt.Println(rule, s.EffectiveUnitPrice, s.Amount, err)
	}
	// Output:
	// seatDown -9.42967741935484 EUR -94.20 EUR <nil>
	// lineDown -9.42967741935484 EUR -94.29 EUR <nil>
}

func ExampleMode_Round() {
	for _, mode := range []pricing.Mode{pricing.TowardsZero, pricing.Floor, pricing.HalfAwayFromZero} {
		rounded, err := mode.Round(decimal.New(-2345, -3), 2)
		fmt.Println(mode, rounded, err)
	}
	// Output:
	// towardsZero -2.34 <nil>
	// floor -2.35 <nil>
	// halfAwayFromZero -2.35 <nil>
}

func ExamplePercent() {
	p, err := pricing.ParsePercent("15%")
	fmt.Println(p, p.Decimal(), err)
	fmt.Println(p.Of(terms.MustParseMoney("2.99 USD")))
	fmt.Println(p.Off(terms.MustParseMoney("2.99 USD")))
	same, err := pricing.NewPercent(decimal.NewFromInt(15))
	fmt.Println(same.Equal(p), p.IsZero(), err)
	fmt.Println(pricing.MustParsePercent("12.5%"))
	_, err = pricing.ParsePercent("0.15")
	fmt.Println(err)
	// Output:
	// 15% 15 <nil>
	// 0.4485 USD <nil>
	// 2.5415 USD <nil>
	// true false <nil>
	// 12.5%
	// pricing: not a percentage: "0.15"; want a number from 0 to 100 and a percent sign, as in 15%
}

// One form divides, the other multiplies.
func ExampleExchangeRate_Convert() {
	dirham, err := pricing.NewUSDPerUnit(terms.AED, decimal.New(27224589, -8))
	if err != nil {
		fmt.Println(err)
		return
	}
	euro, err := pricing.NewPCToBC(terms.USD, terms.EUR, decimal.New(846202666, -9))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, rate := range []pricing.ExchangeRate{dirham, euro} {
		amount, err := rate.Convert(terms.MustParseMoney("100 USD"), pricing.TowardsZero, 2)
		fmt.Println(rate.From(), rate.To(), rate.Form(), rate.Value(), amount, err)
	}
	fmt.Println(pricing.ExchangeRate{}.IsZero(), euro.Equal(dirham))
	// Output:
	// USD AED usdPerUnit 0.27224589 367.31 AED <nil>
	// USD EUR pcToBC 0.846202666 84.62 EUR <nil>
	// true false
}

func ExampleRateTable_On() {
	cadence, err := pricing.RateCadence(terms.MustParseDay("2022-12-15"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fixed := pricing.FixingDay(terms.MustParseDay("2022-12-15"))
	served, err := cadence.Value.Serves(fixed)
	fmt.Println(fixed, cadence.Value, served, err)
	rate, err := pricing.NewPCToBC(terms.USD, terms.EUR, decimal.New(96, -2))
	if err != nil {
		fmt.Println(err)
		return
	}
	table, err := pricing.NewRateTable(pricing.DatedRate{Rate: rate, Span: served})
	if err != nil {
		fmt.Println(err)
		return
	}
	found, err := table.On(terms.MustParseDay("2022-12-31"), terms.USD, terms.EUR)
	fmt.Println(found.Value(), err, len(table.Rates()), table.Equal(pricing.RateTable{}))
	_, err = table.On(terms.MustParseDay("2023-01-01"), terms.USD, terms.EUR)
	fmt.Println(err)
	// Output:
	// 2022-11-29 monthAfter 2022-12-01/2023-01-01 <nil>
	// 0.96 <nil> 1 false
	// pricing: no exchange rate: day is "2023-01-01"; want a day for which the table has a rate from USD to EUR: of 2022-12-01/2023-01-01
}

func ExampleCycles() {
	cycles, err := pricing.Cycles(terms.MustParseDay("2021-01-30"), 1, 3, licensing.CycleFromMonthEnd)
	for _, c := range cycles {
		fmt.Println(c.Days)
	}
	fmt.Println(err)
	once, err := pricing.NewCycle(terms.MustParseDay("2021-01-30"), 1)
	fmt.Println(once.Days, err)
	// Output:
	// 2021-01-30/2021-02-27
	// 2021-02-27/2021-03-30
	// 2021-03-30/2021-04-29
	// <nil>
	// 2021-01-30/2021-02-28 <nil>
}

// tenSeats is what the examples of the billing page are about.
func tenSeats(first string) (pricing.Seats, error) {
	cycle, err := pricing.NewCycle(terms.MustParseDay(first), 1)
	return pricing.Seats{UnitPrice: terms.MustParseMoney("10.08 EUR"), Quantity: 10, Cycle: cycle}, err
}

// Cancelled on the third day, by the published conventions and by those of other sources.
func ExampleProration_Cancel() {
	seats, err := tenSeats("2021-07-15")
	if err != nil {
		fmt.Println(err)
		return
	}
	bought, at := terms.MustParseDay("2021-07-15").Start(), terms.MustParseDay("2021-07-17").Start()
	conventions, err := pricing.SeatProration(terms.DayOf(bought))
	if err != nil {
		fmt.Println(err)
		return
	}
	refund, err := conventions.Value.Cancel(seats, bought, at)
	fmt.Println(refund.Refunded, refund.Kept, refund.Credit.Days, err)
	for _, other := range conventions.Others {
		refund, err := other.Value.Cancel(seats, bought, at)
		fmt.Println(refund.Refunded, refund.Kept, err, "-", other.Text)
	}
	// Output:
	// 94.20 EUR 6.60 EUR 2021-07-17/2021-08-15 <nil>
	// 94.20 EUR 6.60 EUR <nil> - The published formula rounds each seat also where a quantity changes; the billing page's examples of that cut off the line.
	// 91.00 EUR 9.80 EUR <nil> - The cancellation policy charges the day of the cancellation, and knows no full refund on the first.
	// 94.20 EUR 6.60 EUR <nil> - A sample of the subscription resource has the full refund end with the UTC day of the purchase.
}

// Any convention can be another.
func ExampleNewCommerce() {
	p := pricing.NewCommerce()
	p.Rounding, p.EventDay = pricing.LineNearest, pricing.EventDayKept
	fmt.Println(p.Check())
	p.Grain = 0
	fmt.Println(p.Check())
	fmt.Println(pricing.Legacy().Adjustment)
	// Output:
	// <nil>
	// pricing: choice not given: grain is ""; want one of byDay, byHour
	// wholeCycle
}

func ExampleProration_ChangeQuantity() {
	seats, err := tenSeats("2021-06-18")
	if err != nil {
		fmt.Println(err)
		return
	}
	change, err := pricing.NewCommerce().ChangeQuantity(seats, 12, terms.MustParseDay("2021-06-20"))
	for _, l := range change.Lines {
		fmt.Println(l.Type, l.Days, l.Line.Quantity, l.Subtotal.Amount)
	}
	fmt.Println(change.Net, err)
	// Output:
	// addQuantity 2021-06-20/2021-07-18 10 -94.08 EUR
	// addQuantity 2021-06-20/2021-07-18 12 112.89 EUR
	// 18.81 EUR <nil>
}

func ExampleProration_Upgrade() {
	seats, err := tenSeats("2021-06-18")
	if err != nil {
		fmt.Println(err)
		return
	}
	change, err := pricing.NewCommerce().Upgrade(pricing.ChargeConvert, seats, 4, terms.MustParseMoney("6.43 EUR"), terms.MustParseDay("2021-06-25"))
	for _, l := range change.Lines {
		fmt.Println(l.Type, l.Line.Quantity, "at", l.Subtotal.Each, "are", l.Subtotal.Amount)
	}
	fmt.Println(change.Net, err)
	// Output:
	// convert 4 at -7.72 EUR are -30.88 EUR
	// convert 4 at 4.92 EUR are 19.68 EUR
	// -11.20 EUR <nil>
}

// From monthly to yearly billing after the first month: eleven of twelve months.
func ExampleProration_ChangePlan() {
	year, err := pricing.NewCycle(terms.MustParseDay("2021-09-20"), 12)
	if err != nil {
		fmt.Println(err)
		return
	}
	seats := pricing.Seats{UnitPrice: terms.MustParseMoney("250 USD"), Quantity: 10, Cycle: year}
	line, err := pricing.NewCommerce().ChangePlan(seats, terms.MustParseDay("2021-10-20"))
	fmt.Println(line.Type, line.Line.Part.Units, "of", line.Line.Part.Of, line.Subtotal.Each, line.Subtotal.Amount, err)
	// Output: changeBillingPlan 11 of 12 229.16 USD 2291.60 USD <nil>
}

// A first cycle that is cut short, because the subscription ends with another at the end of January.
func ExampleProration_Charge() {
	days, err := terms.NewSpan(terms.MustParseDay("2022-01-12"), terms.MustParseDay("2022-02-01"))
	if err != nil {
		fmt.Println(err)
		return
	}
	seats := pricing.Seats{UnitPrice: terms.MustParseMoney("31 EUR"), Quantity: 2, Cycle: pricing.Cycle{Days: days, Months: 1}}
	line, err := pricing.NewCommerce().Charge(pricing.ChargeNew, seats, terms.MustParseDay("2022-01-12"))
	fmt.Println(line.Line.Part.Units, "of", line.Line.Part.Of, line.Subtotal.Amount, err)
	// Output: 20 of 31 40.00 EUR <nil>
}

func ExampleLegacyProration() {
	cycle, err := pricing.NewCycle(terms.MustParseDay("2018-01-13"), 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	conventions, err := pricing.LegacyProration(terms.MustParseDay("2018-02-01"))
	if err != nil {
		fmt.Println(err)
		return
	}
	seats := pricing.Seats{UnitPrice: terms.MustParseMoney("4 USD"), Quantity: 1, Cycle: cycle}
	change, err := conventions.Value.ChangeQuantity(seats, 2, terms.MustParseDay("2018-02-01"))
	for _, l := range change.Lines {
		fmt.Println(l.Days, l.Subtotal.Amount)
	}
	fmt.Println(change.Net, err)
	// Output:
	// 2018-01-13/2018-02-13 -4.00 USD
	// 2018-01-13/2018-02-01 2.45 USD
	// 2018-02-01/2018-02-13 3.10 USD
	// 1.55 USD <nil>
}

func ExampleDailyRounding() {
	for _, on := range []string{"2022-07-17", "2022-07-18"} {
		daily, err := pricing.DailyRounding(terms.MustParseDay(on))
		fmt.Println(on, daily.Value, err)
	}
	legacy, err := pricing.LegacyUsageRounding(terms.MustParseDay("2022-07-18"))
	fmt.Println(legacy.Value, err)
	_, err = pricing.DailyRounding(terms.MustParseDay("2020-06-11"))
	fmt.Println(err)
	// Output:
	// 2022-07-17 dailyFloor <nil>
	// 2022-07-18 dailyTenPlaces <nil>
	// lineNearest <nil>
	// rules: no figure for the day: pricing.rounding.daily on 2020-06-11; it has figures for 2022-07-18/.., 2020-06-12/2022-07-18
}

func ExamplePriceIncludesTax() {
	for _, code := range []string{"SE", "AU"} {
		d := pricing.PriceIncludesTax(terms.MustParseDay("2023-10-23"), pricing.TaxCase{Market: markets.MustParseMarket(code)})
		fmt.Println(code, d.Outcome, d.Findings[0].Rule, d.Findings[0].Sources[0].Fact)
	}
	d := pricing.PriceIncludesTax(terms.MustParseDay("2023-10-23"), pricing.TaxCase{
		Market: markets.MustParseMarket("AU"), Reading: pricing.ReservationPageTax,
	})
	fmt.Println("AU, a reservation:", d.Outcome)
	// Output:
	// SE taxExclusive pricing.tax.exclusive SW-03
	// AU taxInclusive pricing.tax.software SW-03
	// AU, a reservation: taxExclusive
}

func ExampleTax() {
	method, err := pricing.TaxMethodOn(terms.MustParseDay("2023-09-30"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range []pricing.TaxMethod{method.Value, pricing.TaxLinesNearest, pricing.TaxTotalNearest} {
		t, err := pricing.Tax(pricing.MustParsePercent("10%"), pricing.TaxExclusive, m,
			terms.MustParseMoney("9.75 USD"), terms.MustParseMoney("10.25 USD"))
		fmt.Println(m, t.Net, t.Tax, t.Gross, err)
	}
	// Output:
	// taxLinesDown 20.00 USD 1.99 USD 21.99 USD <nil>
	// taxLinesNearest 20.00 USD 2.01 USD 22.01 USD <nil>
	// taxTotalNearest 20.00 USD 2.00 USD 22.00 USD <nil>
}

func ExampleAccessCounts() {
	user := pricing.Access{
		Holder: pricing.TransactingPartner, Path: pricing.DirectoryUser, Linked: rules.Yes, Role: "Reader",
		Scope: pricing.SubscriptionScope, Covers: rules.Yes, Permanent: rules.Yes, Held: rules.Yes,
	}
	d := pricing.AccessCounts(terms.MustParseDay("2022-07-04"), user)
	fmt.Println(d.Outcome, d.Findings[len(d.Findings)-1].Text)

	user.Role = "Contoso operator"
	d = pricing.AccessCounts(terms.MustParseDay("2022-07-04"), user)
	fmt.Println(d.Status, d.Missing)
	fmt.Println(pricing.RoleEligible("Reader and Data Access"), len(pricing.Roles()))
	// Output:
	// ineligible Access in this role does not count: it is none of those that permit managing.
	// undetermined [role]
	// yes 122
}

func ExampleEarnsCredit() {
	d := pricing.EarnsCredit(terms.MustParseDay("2022-07-04"), pricing.Earning{
		Product: pricing.PlanConsumption, Agreement: rules.Yes, Billed: rules.Yes, Covered: rules.No, Access: rules.No,
	})
	fmt.Println(d.Outcome)
	for _, f := range d.Findings {
		fmt.Println(f.Says, f.Text)
	}
	// Output:
	// ineligible
	// eligible Use of services on the consumption price list of the Azure plan earns the credit for a billing partner that manages them.
	// ineligible Without access that counts, the partner does not manage the service, and earns none.
}

const partnershipJSON = `{
	"transacting": "6034453", "reseller": "6048879", "agreement": "yes", "billed": "yes", "reading": "wholeDay",
	"grants": [
		{"id": "plan", "partner": "6034453", "path": "aobo", "role": "Owner", "scope": "/subscriptions/7f3c",
		 "from": "2022-01-01T00:00:00Z", "until": "2022-07-04T10:00:00Z"},
		{"id": "again", "partner": "6048879", "path": "directoryUser", "role": "Contributor", "linked": "yes", "permanent": "yes",
		 "scope": "/subscriptions/7f3c", "from": "2022-07-08T00:00:00Z"}]}`

// Access was taken away on the fourth and given back, to the reseller, on the eighth.
func ExampleCreditEarned() {
	var p pricing.Partnership
	if err := terms.Decode(strings.NewReader(partnershipJSON), &p); err != nil {
		fmt.Println(err)
		return
	}
	vm, err := pricing.ParseScope("/subscriptions/7f3c/resourceGroups/web/providers/Microsoft.Compute/virtualMachines/vm1")
	if err != nil {
		fmt.Println(err)
		return
	}
	var use []pricing.PlanUse
	for d := terms.MustParseDay("2022-07-01"); d.Month() == 7; d = d.AddDays(1) {
		use = append(use, pricing.PlanUse{
			Day: d, Resource: vm, Meter: "D2 v3", Product: pricing.PlanConsumption,
			Quantity: decimal.NewFromInt(24), Cost: terms.MustParseMoney("20.832 USD"),
		})
	}
	earned, err := pricing.CreditEarned(p, use)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("earned", earned.Earned, "and missed", earned.Missed)
	fmt.Println(earned.Lines[3].Use.Day, earned.Lines[3].Rate, earned.Lines[3].Decision.Outcome)
	meters, err := earned.Meters(terms.Day{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(meters[0].Meter, meters[0].Quantity, "cost", meters[0].Billable, "or", meters[0].EffectiveUnitPrice, "each")
	// Output:
	// earned 84.3696 USD and missed 12.4992 USD
	// 2022-07-04 0% ineligible
	// D2 v3 744 cost 561.42 USD or 0.754596774193548 USD each
}

func ExampleAccessDays() {
	var p pricing.Partnership
	if err := terms.Decode(strings.NewReader(partnershipJSON), &p); err != nil {
		fmt.Println(err)
		return
	}
	resource, err := pricing.ParseScope("/subscriptions/7f3c/resourceGroups/web")
	if err != nil {
		fmt.Println(err)
		return
	}
	days, err := terms.NewSpan(terms.MustParseDay("2022-07-03"), terms.MustParseDay("2022-07-05"))
	if err != nil {
		fmt.Println(err)
		return
	}
	found, err := pricing.AccessDays(p, resource, days)
	for _, d := range found {
		for _, g := range d.Grants {
			fmt.Println(d.Day, d.Access, g.Grant, g.Decision.Findings[len(g.Decision.Findings)-1].Text)
		}
	}
	fmt.Println(err)
	// Output:
	// 2022-07-03 yes plan Access on behalf of the customer (AOBO) counts, and is linked to the partner by itself.
	// 2022-07-04 no plan Access has to hold for the whole day, around the clock.
	// <nil>
}

func ExampleParseScope() {
	group, err := pricing.ParseScope("/subscriptions/7f3c/resourceGroups/web")
	fmt.Println(group, group.Kind(), err)
	vm, err := pricing.ParseScope("/subscriptions/7F3C/resourcegroups/WEB/providers/Microsoft.Compute/virtualMachines/vm1")
	fmt.Println(vm.Kind(), group.Covers(vm), vm.Covers(group), err)
	fmt.Println(vm.Equal(group), vm.IsZero())
	_, err = pricing.ParseScope("web")
	fmt.Println(err)
	// Output:
	// /subscriptions/7f3c/resourceGroups/web resourceGroupScope <nil>
	// resourceScope yes no <nil>
	// false false
	// pricing: not an Azure scope: "web"; want an Azure resource id, as in /subscriptions/7f3c/resourceGroups/web
}

func ExampleBillingOf() {
	on := terms.MustParseDay("2022-02-01")
	for _, party := range []licensing.Party{licensing.DirectPartner, licensing.Reseller, licensing.Customer} {
		b := pricing.BillingOf(on, pricing.BillingCase{Party: party}).Outcome
		fmt.Printf("%s: by %s, monthly %t, prices by %q, %q\n", party, b.By, b.Monthly, b.Prices, b.Currency)
	}
	// Output:
	// directPartner: by microsoft, monthly true, prices by "", "currencyByMicrosoft"
	// reseller: by distributor, monthly false, prices by "distributor", ""
	// customer: by partner, monthly false, prices by "", "currencyByPartner"
}

func ExampleCommitmentOf() {
	d := pricing.CommitmentOf(terms.MustParseDay("2022-02-01"), pricing.CommitmentCase{Model: pricing.PayAsYouGo})
	fmt.Println(d.Outcome, "-", d.Findings[0].Text)
	// Output:
	// onlyWhatIsUsed - There is no minimum purchase and no commitment; it can be cancelled at any time, and what is owed must be paid.
}

// An operator's file reaches figures, lists and rules, and shows in what they answer.
func ExampleRules_With() {
	var o rules.Overlay
	err := terms.Decode(strings.NewReader(`{
		"owner": "Fabrikam", "reason": "distributor contract, clause 4",
		"figures": [{"timeline": "pricing.pec.rate", "span": "2024-01-01/..", "value": "12.5%"}],
		"lists": [{"list": "pricing.pec.roles.eligible", "add": ["Fabrikam operator"]}]}`), &o)
	if err != nil {
		fmt.Println(err)
		return
	}
	house, err := pricing.Published().With(o)
	if err != nil {
		fmt.Println(err)
		return
	}
	rate, err := house.EarnedCreditRate(terms.MustParseDay("2024-01-01"))
	fmt.Println(rate.Value, rate.Origin.Owner, err)
	fmt.Println(house.RoleEligible("Fabrikam operator"), pricing.RoleEligible("Fabrikam operator") == rules.Unknown)
	known, err := house.AsKnown(terms.MustParseDay("2023-06-30"))
	fmt.Println(known.AccessSet().KnownOn(), err)
	fmt.Println("as many sets, timelines and lists as before:", len(house.About()) == len(pricing.Published().About()))
	// Output:
	// 12.5% Fabrikam <nil>
	// yes true
	// 2023-06-30 <nil>
	// as many sets, timelines and lists as before: true
}

// A team's own rule, in Go: a distributor that counts access on management groups.
func ExampleRules_EditAccess() {
	house, err := pricing.Published().EditAccess(rules.Edit[pricing.Access, pricing.Eligibility]{
		Owner: "Fabrikam", Reason: "support case 4711", SwitchOff: []rules.ID{"pricing.pec.managementgroup"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	facts := pricing.Access{
		Holder: pricing.TransactingPartner, Path: pricing.AOBO, RoleEligible: rules.Yes, Scope: pricing.ManagementGroupScope,
		Covers: rules.Yes, Held: rules.Yes,
	}
	on := terms.MustParseDay("2024-01-01")
	fmt.Println(pricing.AccessCounts(on, facts).Outcome, house.AccessCounts(on, facts).Outcome)
	outcome, err := house.AccessSet().Decide(on, facts)
	fmt.Println(outcome, err)
	// Output:
	// ineligible eligible
	// eligible <nil>
}

// Each set can be listed, and changed.
func ExampleRules_About() {
	for _, about := range pricing.Published().About() {
		if about.Kind == rules.AboutSet {
			fmt.Println(about.Kind, about.ID)
		}
	}
	r := pricing.Published()
	fmt.Println(r.EarnedCreditSet().Question())
	fmt.Println(r.TaxSet().Question())
	fmt.Println(r.BillingSet().Question())
	fmt.Println(r.CommitmentSet().Question())
	_, err := r.EditEarnedCredit(rules.Edit[pricing.Earning, pricing.Eligibility]{
		Owner: "Fabrikam", Reason: "a test", SwitchOff: []rules.ID{"pricing.pec.spot"},
	})
	fmt.Println(err)
	_, err = r.EditTax(rules.Edit[pricing.TaxCase, pricing.TaxBasis]{
		Owner: "Fabrikam", Reason: "a test", SwitchOff: []rules.ID{"pricing.tax.reservations"},
	})
	fmt.Println(err)
	_, err = r.EditBilling(rules.Edit[pricing.BillingCase, pricing.Billing]{
		Owner: "Fabrikam", Reason: "a test", SwitchOff: []rules.ID{"pricing.currency.customer"},
	})
	fmt.Println(err)
	_, err = r.EditCommitment(rules.Edit[pricing.CommitmentCase, pricing.Commitment]{
		Owner: "Fabrikam", Reason: "a test", SwitchOff: []rules.ID{"pricing.nothing"},
	})
	fmt.Println(err != nil)
	// Output:
	// set pricing/access
	// set pricing/earnedcredit
	// set pricing/tax
	// set pricing/billing
	// set pricing/commitment
	// set pricing/transaction
	// set pricing/order
	// set pricing/transition
	// set pricing/aftertransition
	// set pricing/incentive
	// set pricing/price
	// Does this use earn partner earned credit on this day?
	// Does this commercial price include tax?
	// Who bills this party, how often, by whose prices and in which currency?
	// What is whoever buys this bound to?
	// <nil>
	// <nil>
	// <nil>
	// true
}
