package licensing_test

import (
	"fmt"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// A subscription begun on the last day of January, as Microsoft's resource gives it.
func ExampleTerm_Period() {
	term, err := licensing.ParseTerm("P1Y")
	if err != nil {
		fmt.Println(err)
		return
	}
	period, err := term.Period(terms.MustParseDay("2021-01-31"))
	fmt.Println(term, term.Months(), term.IsValid(), err)
	fmt.Println(period.First, "to", period.Last, "is", period.Days(), "days:", period.Span())
	fmt.Println("commitmentEndDate", period.EndDate().Format(time.RFC3339))
	fmt.Println("commitmentEndDateTime", period.EndDateTime().Format(time.RFC3339))
	fmt.Println("renews on", period.RenewalDay(), period.IsZero())
	// Output:
	// P1Y 12 true <nil>
	// 2021-01-31 to 2022-01-30 is 365 days: 2021-01-31/2022-01-31
	// commitmentEndDate 2022-01-30T00:00:00Z
	// commitmentEndDateTime 2022-01-30T23:59:59Z
	// renews on 2022-01-31 false
}

// The terms after the first one, by the two readings.
func ExampleTerm_Periods() {
	for _, anchor := range []licensing.RenewalAnchor{licensing.AnchorLastEnd, licensing.AnchorFirstDay} {
		periods, err := licensing.OneMonth.Periods(terms.MustParseDay("2021-01-31"), 3, anchor)
		fmt.Println(anchor, periods, err)
	}
	// Output:
	// lastEnd [2021-01-31 to 2021-02-27 2021-02-28 to 2021-03-27 2021-03-28 to 2021-04-27] <nil>
	// firstDay [2021-01-31 to 2021-02-27 2021-02-28 to 2021-03-30 2021-03-31 to 2021-04-29] <nil>
}

// A year charged by the month, begun on the last day but one of January.
func ExampleTerm_BillingCycles() {
	period, _ := licensing.OneYear.Period(terms.MustParseDay("2021-01-30"))
	cycles, err := licensing.OneYear.BillingCycles(period, licensing.Monthly, licensing.CycleFromMonthEnd)
	fmt.Println(len(cycles), cycles[:4], err)
	fmt.Println(licensing.Monthly, licensing.Monthly.Months(), licensing.Monthly.IsValid())
	_, err = licensing.OneYear.BillingCycles(period, licensing.Triennial, licensing.CycleFromMonthEnd)
	fmt.Println(err)
	// Output:
	// 12 [2021-01-30 to 2021-02-26 2021-02-27 to 2021-03-29 2021-03-30 to 2021-04-28 2021-04-29 to 2021-05-29] <nil>
	// monthly 1 true
	// licensing: request not accepted: billingCycle is "triennial"; want monthly or annual, for a term of P1Y
}

func ExampleCycleStart_Begin() {
	first := terms.MustParseDay("2021-01-30")
	for months := range 3 {
		fmt.Println(licensing.CycleFromMonthEnd.Begin(first, months), licensing.CycleOnSameDay.Begin(first, months))
	}
	// Output:
	// 2021-01-30 2021-01-30
	// 2021-02-27 2021-02-28
	// 2021-03-30 2021-03-30
}

// Three years that are to end when another subscription does.
func ExampleCoTerminate() {
	request := licensing.CoTermination{
		Term: licensing.ThreeYears, First: terms.MustParseDay("2022-07-01"), LicenceBased: rules.Yes, Trial: rules.No,
		Alignment: licensing.AlignWithSubscription,
		Target: licensing.CoTermTarget{
			Term: licensing.OneYear, Last: terms.MustParseDay("2022-10-01"), LicenceBased: rules.Yes, Trial: rules.No, Active: rules.Yes,
		},
		TargetEnd: licensing.TargetLatestRenewal,
	}
	aligned, err := licensing.CoTerminate(request)
	fmt.Println(aligned.First, "then", aligned.Next, err)

	request.Target.Term = licensing.OneMonth
	_, err = licensing.CoTerminate(request)
	fmt.Println(err)
	// Output:
	// 2022-07-01 to 2024-10-01 then 2024-10-02 to 2027-10-01 <nil>
	// licensing: refused: co-termination to 2025-06-01 on 2022-07-01: A term of one or three years cannot be aligned with a term of a month. (licensing.cotermination.target.monthly)
}

// A year that is to end with a calendar month, and its charge cycles, the first of which is short.
func ExampleCoTerminate_calendarMonth() {
	aligned, err := licensing.CoTerminate(licensing.CoTermination{
		Term: licensing.OneYear, First: terms.MustParseDay("2022-07-15"), LicenceBased: rules.Yes, Trial: rules.No,
		Alignment: licensing.AlignWithCalendarMonth,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	cycles, err := licensing.OneYear.BillingCycles(aligned.First, licensing.Monthly, licensing.CycleWithCalendar)
	fmt.Println(aligned.First, cycles[:2], err)
	// Output:
	// 2022-07-15 to 2023-06-30 [2022-07-15 to 2022-07-31 2022-08-01 to 2022-08-31] <nil>
}

func ExampleMayCoTerminate() {
	decision := licensing.MayCoTerminate(terms.MustParseDay("2022-07-15"), licensing.CoTermFacts{LicenceBased: rules.No})
	fmt.Println(decision.Outcome, decision.Findings[0].Text)
	fmt.Println(licensing.Published().CoTerminationSet().Boundaries())
	// Output:
	// no Software subscriptions, reservations and products of third parties cannot be aligned.
	// [2022-03-10]
}

func ExampleRenewsItself() {
	for _, purchased := range []string{"2021-10-13", "2021-10-14"} {
		decision := licensing.RenewsItself(terms.MustParseDay(purchased), licensing.AutoRenewalFacts{Switch: licensing.RenewalUntouched})
		fmt.Println(purchased, decision.Outcome, decision.Findings[0].Text)
	}
	fmt.Println(licensing.Published().AutoRenewalSet().Needs(terms.MustParseDay("2021-10-13")))
	// Output:
	// 2021-10-13 no A software subscription purchased before 14 October 2021 expires on the day set at its purchase.
	// 2021-10-14 yes A software subscription purchased on 14 October 2021 or later renews itself by default.
	// []
}
