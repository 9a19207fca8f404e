package cancellation_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulesmsg"
)

// Seats of two batches, for a person to read.
func ExampleSeatAnswer_String() {
	answer, err := cancellation.CheckSeats(cancellation.SeatRequest{
		Product: cancellation.LicenseBased, Asker: cancellation.Asker{AdminAgent: rules.Yes},
		Batches: []cancellation.SeatBatch{
			{Seats: 10, Opening: cancellation.ByRenewal, Opened: time.Date(2024, time.March, 26, 11, 0, 0, 0, time.UTC)},
			{Seats: 1, Opening: cancellation.ByAddedSeats, Opened: time.Date(2024, time.April, 1, 11, 0, 0, 0, time.UTC)},
		},
	}, time.Date(2024, time.April, 5, 12, 0, 0, 0, time.UTC))
	fmt.Println(answer)
	fmt.Println(err)
	// Output:
	// 1 seat can be given back, the first until 2024-04-08T11:00:00Z
	//   cancellation.reduction.seats: Licence-based seats can be reduced, each batch in its own window.
	//   10 seats: closed since 2024-04-02T11:00:00Z
	//   1 seat: open, until 2024-04-08T11:00:00Z, P2DT23H left, refund fullThenProrated
	// <nil>
}

func ExampleChoices_String() {
	choices, err := cancellation.CompareChoices(
		cancellation.ChoiceRequest{Refund: seatsOnMonthlyPlan(), GiveBack: 4}, time.Date(2024, time.March, 28, 12, 0, 0, 0, time.UTC))
	fmt.Println(choices)
	fmt.Println(err)
	// Output:
	// at 2024-03-28T12:00:00Z
	//   cancelNow: open, until 2024-04-02T11:00:00Z, 0 seats left, costs 6.60 EUR to the end of the term, 94.20 EUR back, 0.00 EUR still to be billed
	//   reduceNow: open, until 2024-04-02T11:00:00Z, 6 seats left, costs 728.36 EUR to the end of the term, 37.72 EUR back, 665.28 EUR still to be billed
	//   keep: open, 10 seats left, costs 1209.60 EUR to the end of the term, 0.00 EUR back, 1108.80 EUR still to be billed
	// <nil>
}

// A reservation beyond the yearly limit, for a person to read.
func ExampleReservationAnswer_String() {
	request := reservationOfThreeYears()
	request.Returns = []cancellation.ReservationReturn{{Day: terms.MustParseDay("2022-06-01"), Commitment: terms.MustParseMoney("47600.01 USD")}}
	answer, err := cancellation.CheckReservation(request, time.Date(2022, time.December, 16, 9, 0, 0, 0, time.UTC))
	fmt.Println(answer)
	fmt.Println(err, answer.Stake().IsZero())
	// Output:
	// refused, 0.00 USD back; it cancels 2400.00 USD, and of the yearly limit 2399.99 USD are left
	//   cancellation.return.beyond: A refund that exceeds the yearly limit is not processed; an exchange does not count against it.
	//   cancellation.reservation.fee: 0% for ../..
	// on 2022-12-16 2399.99 USD of 50000.00 USD a year are left, 47600.01 USD are used
	//   47600.01 USD, given back on 2022-06-01, count until 2023-05-31
	// of 1200.00 USD paid, 0.00 USD back and 1200.00 USD kept; 2400.00 USD still to be billed if it is kept
	// refused, refund prorated
	//   cancellation.reservation: A reservation can be cancelled at any time, up to a yearly amount.
	//   cancellation.asker.adminAgent (SW-13): An admin agent can cancel a purchase.
	//   cancellation.owed.commitment: A reservation or savings plan is a commitment for its whole term.
	//   cancellation.refund.reservation: prorated for ../..
	//   cancellation.reservation.proration: eventDayRefunded fullNever byDay daysOfCycle countMonths restOfCycle lineDown lineDown for ../..
	// <nil> true
}

func ExamplePool_String() {
	pool, err := cancellation.ReservationPool([]cancellation.ReservationReturn{
		{Day: terms.MustParseDay("2023-04-04"), Commitment: terms.MustParseMoney("20000 USD")},
	}, terms.MustParseDay("2024-04-02"))
	fmt.Println(pool)
	fmt.Println(err)
	// Output:
	// on 2024-04-02 30000.00 USD of 50000.00 USD a year are left, 20000.00 USD are used
	//   20000.00 USD, given back on 2023-04-04, count until 2024-04-02
	// <nil>
}

func ExampleEffects_String() {
	effects, err := cancellation.After(cancellation.Purchase{Product: cancellation.LicenseBased}, time.Date(2024, time.January, 31, 23, 50, 0, 0, time.UTC))
	fmt.Println(effects)
	_, err2 := cancellation.After(cancellation.Purchase{Product: cancellation.SavingsPlan}, effects.Cancelled)
	fmt.Println(err, errors.Is(err2, cancellation.ErrNotSaid))
	// Output:
	// cancelled 2024-01-31T23:50:00Z
	//   creditOnInvoice for partner, on 2024-02-06 to 2024-02-08
	//   accessLost for customer, from 2024-01-31T23:50:00Z
	// <nil> true
}

func ExampleReadiness_String() {
	fmt.Println(cancellation.CheckParticulars(terms.MustParseDay("2024-04-02"), cancellation.Particulars{
		Product: cancellation.PerpetualSoftware, ProductName: "Windows Server", Orders: []string{"o-1"},
	}))
	// Output:
	// not ready: give customerName|customerTenant|customerDomain
	//   cancellation.particulars.perpetual.customer (SW-18): To cancel perpetual software one needs the customer's name, tenant or domain.
}

// Subscriptions as Partner Center has them, in a calendar, for a person to read.
func ExampleCalendar_String() {
	const page = `{"items": [
	  {"id": "1", "friendlyName": "Contoso seats", "productType": {"id": "OnlineServicesNCE"}, "cancellationAllowedUntilDate": "2024-04-02T11:00:00Z"},
	  {"id": "2", "friendlyName": "Contoso Azure", "billingType": "usage"}]}`
	subscriptions, err := cancellation.ReadSubscriptions("contoso.json", strings.NewReader(page))
	if err != nil {
		fmt.Println(err)
		return
	}
	asker := cancellation.Asker{AdminAgent: rules.Yes}
	holdings := []cancellation.Holding{
		subscriptions[0].Holding(asker, terms.MustParseMoney("2400 USD")), subscriptions[1].Holding(asker, terms.Money{}),
	}
	calendar, err := cancellation.NewCalendar(holdings, time.Date(2024, time.March, 31, 0, 0, 0, 0, time.UTC))
	fmt.Println(calendar)
	fmt.Println(err)
	// Output:
	// at 2024-03-31T00:00:00Z: 1 deadline, 1 without one
	//   Contoso seats (2400.00 USD): open, until 2024-04-02T11:00:00Z, P2DT11H left, by the date of Partner Center
	//   Contoso Azure: open, refund none
	// <nil>
}

// Everything that is wrong in a file, in one error that a program can take apart.
func ExampleFileErrors() {
	subscriptions, err := cancellation.ReadSubscriptions("contoso.json", strings.NewReader(`[{"id": "1"}, {"id": "2", "quantity": "ten"}, {"quantity": -1}]`))
	fmt.Println(len(subscriptions), "sound")
	if wrong, ok := errors.AsType[cancellation.FileErrors](err); ok {
		for _, one := range wrong {
			fmt.Println(one)
		}
	}
	// Output:
	// 1 sound
	// cancellation: contoso.json: /1/quantity: it is "ten"; want a whole number
	// cancellation: contoso.json: /2/id: it is not given; want the subscription's id
	// cancellation: contoso.json: /2/quantity: it is -1; want 0 or more
}

// What the rules alone say, beside Partner Center's own date.
func ExampleAnswer_ByRules() {
	request := seatsOfMarch()
	request.AllowedUntil = cancellation.Allowed(time.Date(2024, time.April, 2, 23, 59, 0, 0, time.UTC))
	answer, err := cancellation.Check(request, time.Date(2024, time.April, 2, 12, 0, 0, 0, time.UTC))
	byRules, ok := answer.ByRules()
	fmt.Println(answer.Verdict, byRules.Verdict, byRules.Deadline, ok, err)
	// Output:
	// open closed 2024-04-02 11:00:00 +0000 UTC true <nil>
}

// An overlay with an id whose beginning is misspelt changes nothing: it is found by a check against all there is.
func ExampleRules_Pricing() {
	var overlay rules.Overlay
	err := terms.Decode(strings.NewReader(`{"owner": "Fabrikam", "reason": "distributor contract, clause 4",
	  "figures": [{"timeline": "cancelation.window.seats", "span": "2024-01-01/..", "value": "P14D"}]}`), &overlay)
	published := cancellation.Published()
	_, withErr := published.With(overlay)
	fmt.Println(err, withErr)
	fmt.Println(overlay.Check(slices.Concat(published.About(), published.Pricing().About())...))
	// Output:
	// <nil> <nil>
	// rules: overlay not accepted: overlay: changes the timeline "cancelation.window.seats", which is not there
}

// Why it cannot be cancelled any more, in Swedish.
func ExampleMessages() {
	book, err := rulesmsg.New(cancellation.Messages())
	if err != nil {
		fmt.Println(err)
		return
	}
	owed := cancellation.OwedFor(terms.MustParseDay("2024-04-02"), cancellation.Purchase{Product: cancellation.SavingsPlan})
	for _, sentence := range rulesmsg.Sentences(book.For("sv-SE"), owed) {
		fmt.Println(sentence)
	}
	// Output: En reservation eller sparplan är ett åtagande för hela perioden.
}
