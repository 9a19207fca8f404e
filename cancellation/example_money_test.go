package cancellation_test

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// seatsOnMonthlyPlan are ten seats for a year at 10.08 EUR a month, bought on 26 March 2024 at 11:00 UTC.
func seatsOnMonthlyPlan() cancellation.RefundRequest {
	return cancellation.RefundRequest{Request: seatsOfMarch(), Bill: cancellation.Bill{
		UnitPrice: terms.MustParseMoney("10.08 EUR"), Quantity: 10, TermDuration: licensing.OneYear, BillingCycle: licensing.Monthly,
	}}
}

// Cancelled on the third day, 29 of 31 days come back. Other readings of the record give back other amounts, and each is named.
func ExampleCheckRefund() {
	answer, err := cancellation.CheckRefund(seatsOnMonthlyPlan(), time.Date(2024, time.March, 28, 12, 0, 0, 0, time.UTC))
	fmt.Println(answer.Paid, answer.Refunded, answer.Kept, err)
	fmt.Println("else", answer.Remaining, "in", len(answer.Charges), "charges; at stake", answer.Stake())
	fmt.Println("credited on an invoice of", answer.InvoiceDays)
	fmt.Println(answer.Proration.Timeline, answer.Proration.Value.EventDay)
	for _, other := range answer.Alternatives {
		fmt.Println("or", other.Refunded, "by", other.Says)
	}
	// Output:
	// 100.80 EUR 94.20 EUR 6.60 EUR <nil>
	// else 1108.80 EUR in 11 charges; at stake 1203.00 EUR
	// credited on an invoice of 2024-04-06/2024-04-09
	// pricing.proration.seats eventDayRefunded
	// or 91.00 EUR by eventDayKept fullNever
	// or 97.40 EUR by daysOfEndMonth
	// or 94.10 EUR by byHour
}

// The explanation has the amounts, the answer about the window, and where each figure stands.
func ExampleRefundAnswer_String() {
	request := cancellation.RefundRequest{
		Request: cancellation.Request{
			Purchase: cancellation.Purchase{Product: cancellation.PerpetualSoftware}, Asker: cancellation.Asker{AdminAgent: rules.Yes},
			Opened: time.Date(2024, time.May, 10, 15, 30, 0, 0, time.UTC),
		},
		Bill: cancellation.Bill{UnitPrice: terms.MustParseMoney("500 USD"), Quantity: 3},
	}
	answer, err := cancellation.CheckRefund(request, time.Date(2024, time.June, 10, 0, 0, 0, 0, time.UTC))
	fmt.Println(answer)
	fmt.Println(err)
	// Output:
	// of 1500.00 USD paid, 0.00 USD back and 1500.00 USD kept
	// closed since 2024-06-09T23:59:00Z
	//   cancellation.perpetual (SW-17): Perpetual software can be cancelled for so many days from its purchase.
	//   cancellation.owed.perpetual (SW-17): Perpetual software is paid once, and cannot be cancelled after its window.
	//   cancellation.window.perpetual (SW-17): P30D for 2021-05-20/..
	//   cancellation.boundary.perpetual: endOfDay for ../..
	//   cancellation.closing: outside for ../..
	//   cancellation.refund.perpetual (SW-17, SW-26): full for 2018-09-04/..
	//   pricing.proration.seats: eventDayRefunded fullWithin24Hours byDay daysOfStartMonth countMonths restOfCycle seatDown lineDown for 2021-06-18/..
	// <nil>
}

// What was billed before, and credited, is what was paid. Never is more refunded.
func ExampleBill() {
	request := seatsOnMonthlyPlan()
	request.Bill.Lines = []terms.Money{terms.MustParseMoney("100.80 EUR"), terms.MustParseMoney("-10 EUR")}
	answer, err := cancellation.CheckRefund(request, time.Date(2024, time.March, 28, 12, 0, 0, 0, time.UTC))
	fmt.Println(answer.Paid, answer.Refunded, answer.Kept, err)
	request.Bill = cancellation.Bill{Quantity: 10}
	_, err = cancellation.CheckRefund(request, request.Request.Opened)
	fmt.Println(err)
	// Output:
	// 90.80 EUR 90.80 EUR 0.00 EUR <nil>
	// cancellation: request not accepted: bill/unitPrice is not given; want a price, or the lines that have been billed
}

// Whoever agreed on other conventions reckons by them. A team's overlay does the same for every question, and is named.
func ExampleRefundRequest() {
	request := seatsOnMonthlyPlan()
	asked := time.Date(2024, time.March, 28, 12, 0, 0, 0, time.UTC)
	request.Proration = pricing.NewCommerce()
	request.Proration.EventDay = pricing.EventDayKept
	answer, err := cancellation.CheckRefund(request, asked)
	fmt.Println(answer.Refunded, err)

	const file = `{"owner": "Fabrikam billing", "reason": "distributor contract, clause 5",
		"figures": [{"timeline": "cancellation.refund.seats", "span": "2024-01-01/..", "value": "full"}]}`
	var overlay rules.Overlay
	err = terms.Decode(strings.NewReader(file), &overlay)
	house, err2 := cancellation.Published().With(overlay)
	if err := errors.Join(err, err2); err != nil {
		fmt.Println(err)
		return
	}
	answer, err = house.CheckRefund(seatsOnMonthlyPlan(), asked)
	fmt.Println(answer.Refunded, answer.Answer.Readings.Refund.Origin.Owner, err)
	// Output:
	// 91.00 EUR <nil>
	// 100.80 EUR Fabrikam billing <nil>
}

// Cancel it, give four seats back, or keep it: what each costs to the end of the term.
func ExampleCompareChoices() {
	choices, err := cancellation.CompareChoices(
		cancellation.ChoiceRequest{Refund: seatsOnMonthlyPlan(), GiveBack: 4}, time.Date(2024, time.March, 28, 12, 0, 0, 0, time.UTC))
	for _, c := range choices.Choices {
		fmt.Println(c.Kind, c.Verdict, c.Seats, "seats", c.Cost, c.Deadline.Format(time.DateOnly))
	}
	fmt.Println(err)
	// Output:
	// cancelNow open 0 seats 6.60 EUR 2024-04-02
	// reduceNow open 6 seats 728.36 EUR 2024-04-02
	// keep open 10 seats 1209.60 EUR 0001-01-01
	// <nil>
}

// reservationOfThreeYears is one of 36 payments of 100 USD, from 1 January 2022 on.
func reservationOfThreeYears() cancellation.ReservationRequest {
	return cancellation.ReservationRequest{Refund: cancellation.RefundRequest{
		Request: cancellation.Request{
			Purchase: cancellation.Purchase{Product: cancellation.Reservation, LinuxPlan: rules.No, FinalPlan: rules.No},
			Asker:    cancellation.Asker{AdminAgent: rules.Yes}, Opened: time.Date(2022, time.January, 1, 0, 0, 0, 0, time.UTC),
		},
		Bill: cancellation.Bill{
			UnitPrice: terms.MustParseMoney("100 USD"), Quantity: 1, TermDuration: licensing.ThreeYears, BillingCycle: licensing.Monthly,
		},
	}}
}

// A reservation of 36 × 100 USD, given back in the twelfth month: the 24 payments to come are cancelled (W18).
func ExampleCheckReservation() {
	request := reservationOfThreeYears()
	request.Returns = []cancellation.ReservationReturn{{Day: terms.MustParseDay("2022-06-01"), Commitment: terms.MustParseMoney("47600 USD")}}
	at := time.Date(2022, time.December, 16, 9, 0, 0, 0, time.UTC)
	answer, err := cancellation.CheckReservation(request, at)
	fmt.Println(answer.Verdict, answer.Commitment, "of", answer.Pool.Left, "left;", answer.Refund.Refunded, "back, fee", answer.Fee, err)
	fmt.Println("in exchange for 2,399 USD:", answer.Covers(terms.MustParseMoney("2399 USD")))

	request.Returns[0].Commitment = terms.MustParseMoney("47600.01 USD")
	answer, err = cancellation.CheckReservation(request, at)
	fmt.Println(answer.Verdict, answer.Refund.Refunded, answer.Allowed.Findings[0].Text, err)
	// Output:
	// open 2400.00 USD of 2400.00 USD left; 51.61 USD back, fee 0.00 USD <nil>
	// in exchange for 2,399 USD: no
	// refused 0.00 USD A refund that exceeds the yearly limit is not processed; an exchange does not count against it. <nil>
}

// What was given back counts for 365 days.
func ExampleReservationPool() {
	returns := []cancellation.ReservationReturn{{Day: terms.MustParseDay("2022-12-31"), Commitment: terms.MustParseMoney("2400 USD")}}
	for _, day := range []string{"2022-12-31", "2023-12-30", "2023-12-31"} {
		pool, err := cancellation.ReservationPool(returns, terms.MustParseDay(day))
		fmt.Println(day, pool.Left, len(pool.Counted), err)
	}
	// Output:
	// 2022-12-31 47600.00 USD 1 <nil>
	// 2023-12-30 47600.00 USD 1 <nil>
	// 2023-12-31 50000.00 USD 0 <nil>
}

// The figures behind it, with what the same page says otherwise.
func ExampleReservationLimit() {
	day := terms.MustParseDay("2026-11-22")
	limit, err := cancellation.ReservationLimit(day)
	fmt.Println(limit.Value, err)
	year, err := cancellation.ReservationYear(day)
	fmt.Println(year.Value, "or", year.Others[0].Value, err)
	fee, err := cancellation.ReservationFee(day)
	fmt.Println(fee.Value, "or", fee.Others[0].Value, fee.Others[0].Text, err)
	proration, err := cancellation.ReservationProration(day)
	fmt.Println(proration.Value.Grain, proration.Value.EventDay, err)
	// Output:
	// 50000.00 USD <nil>
	// days365 or twelveMonths <nil>
	// 0% or 12% "In the future there might be a 12% early termination fee." <nil>
	// byDay eventDayRefunded <nil>
}

// Reservations are exchanged for others of their type. What a team has agreed on changes that for them alone.
func ExampleMayExchange() {
	day := terms.MustParseDay("2027-06-01")
	facts := cancellation.ExchangeFacts{SameType: rules.Yes, CoversRemaining: rules.Yes, LinuxPlan: rules.No, FinalPlan: rules.No, SavingsPlanCovers: rules.Yes}
	decision := cancellation.MayExchange(day, facts)
	fmt.Println(decision.Status, decision.Missing)
	facts.Purchased = terms.MustParseDay("2027-02-01")
	fmt.Println(cancellation.MayExchange(day, facts).Outcome)

	house, err := cancellation.Published().EditExchange(rules.Edit[cancellation.ExchangeFacts, rules.Truth]{
		Owner: "Fabrikam", Reason: "agreed with Microsoft", SwitchOff: []rules.ID{"cancellation.exchange.savingsPlan"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(house.MayExchange(day, facts).Outcome, house.ExchangeSet().Needs(day))
	// Output:
	// undetermined [purchased]
	// no
	// yes [sameType coversRemaining linuxPlan finalPlan]
}

// The yearly limit by itself.
func ExampleMayReturn() {
	day := terms.MustParseDay("2024-01-01")
	beyond := cancellation.ReturnFacts{WithinLimit: rules.No}
	fmt.Println(cancellation.MayReturn(day, beyond).Outcome)
	house, err := cancellation.Published().EditReturn(rules.Edit[cancellation.ReturnFacts, rules.Truth]{
		Owner: "Fabrikam", Reason: "no limit was agreed", SwitchOff: []rules.ID{"cancellation.return.beyond"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(house.MayReturn(day, beyond).Err())
	for rule := range cancellation.Published().ReturnSet().Rules() {
		fmt.Println(rule.ID)
	}
	// Output:
	// no
	// rules: no rule answers: cancellation/return on 2024-01-01
	// cancellation.return.within
	// cancellation.return.beyond
}

// What Partner Center returns has no price. With one it is a question about money; its refundOptions say until when all comes back.
func ExampleSubscription_RefundRequest() {
	const returned = `{"id": "1", "productType": {"id": "OnlineServicesNCE"}, "quantity": 10, "effectiveStartDate": "2024-03-26T11:00:00Z",
		"commitmentEndDate": "2025-03-25T00:00:00Z", "billingCycle": "monthly", "termDuration": "P1Y", "isMicrosoftProduct": true,
		"cancellationAllowedUntilDate": "2024-04-02T11:00:00Z", "refundOptions": [{"type": "Full", "expiresAt": "2024-03-27T00:00:00Z"}]}`
	all, err := cancellation.ReadSubscriptions("contoso.json", strings.NewReader(returned))
	if err != nil {
		fmt.Println(err)
		return
	}
	price := terms.MustParseMoney("10.08 EUR")
	bill := all[0].Bill(price)
	fmt.Println(bill.TermDuration, bill.BillingCycle, bill.Period.First, bill.Period.Last)
	request := all[0].RefundRequest(cancellation.Asker{AdminAgent: rules.Yes}, price)
	for _, hour := range []int{23, 24} {
		answer, err := cancellation.CheckRefund(request, time.Date(2024, time.March, 26, hour, 0, 0, 0, time.UTC))
		fmt.Println(answer.Refunded, answer.Full, answer.Answer.Basis, err)
	}
	// Output:
	// P1Y monthly 2024-03-26 2025-03-25
	// 100.80 EUR true partnerCenter <nil>
	// 97.50 EUR false partnerCenter <nil>
}
