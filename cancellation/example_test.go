package cancellation_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/rules"
)

// A question comes in as JSON. The answer says until when, what comes back, and which facts it waits for.
func Example() {
	const question = `{"purchase": {"product": "softwareSubscription"}, "asker": {"adminAgent": "yes"}, "opened": "2024-05-10T15:30:00Z"}`
	var request cancellation.Request
	if err := terms.Decode(strings.NewReader(question), &request); err != nil {
		fmt.Println(err)
		return
	}
	asked := time.Date(2024, time.May, 11, 9, 0, 0, 0, time.UTC)

	answer, err := cancellation.Check(request, asked)
	fmt.Println(answer.Verdict, answer.Missing, err)

	request.Purchase.LinuxPlan = rules.No
	answer, err = cancellation.Check(request, asked)
	fmt.Println(answer.Verdict, answer.Deadline, answer.Left, answer.Refund, err)

	request.Purchase.LinuxPlan = rules.Yes
	answer, err = cancellation.Check(request, asked)
	fmt.Println(answer.Verdict, err)
	for _, f := range answer.Limit.Findings {
		fmt.Println(f.Rule, f.Sources[0].Fact, f.Text)
	}
	// Output:
	// undetermined [linuxPlan] <nil>
	// open 2024-05-17 23:59:00 +0000 UTC P6DT14H prorated <nil>
	// never <nil>
	// cancellation.software.linux SW-14 Software plans of Red Hat and SUSE can be neither cancelled nor exchanged.
}

// seatsOfMarch are seats bought on 26 March 2024 at 11:00 UTC; an admin agent asks.
func seatsOfMarch() cancellation.Request {
	return cancellation.Request{
		Purchase: cancellation.Purchase{Product: cancellation.LicenseBased, Opening: cancellation.ByPurchase},
		Asker:    cancellation.Asker{AdminAgent: rules.Yes},
		Opened:   time.Date(2024, time.March, 26, 11, 0, 0, 0, time.UTC),
	}
}

// The explanation names each rule and figure that was used, and what other readings of the record make of the question.
func ExampleCheck() {
	answer, err := cancellation.Check(seatsOfMarch(), time.Date(2024, time.April, 2, 12, 0, 0, 0, time.UTC))
	fmt.Println(answer)
	fmt.Println(err)
	// Output:
	// closed since 2024-04-02T11:00:00Z
	//   cancellation.seats: Licence-based seats can be cancelled in the first days after their purchase, their renewal or their addition.
	//   cancellation.owed.seats: Once the window has closed the partner is billed for the whole term on every billing plan, paid or not, used or not.
	//   cancellation.window.seats: P7D for 2022-03-12/..
	//   cancellation.boundary.seats: exactHours for ../..
	//   cancellation.closing: outside for ../..
	//   cancellation.refund.seats: fullThenProrated for 2022-01-10/..
	//   otherwise open, until 2024-04-02T23:59:00Z, refund fullThenProrated, by cancellation.boundary.seats endOfDay: The policy page and AppXite write "seven calendar days".
	// <nil>
}

// A question that makes no sense is an error that says what is wrong where. So is one to which the record has no answer.
func ExampleCheck_errors() {
	request := seatsOfMarch()
	_, err := cancellation.Check(request, time.Time{})
	fmt.Println(err)
	request.Opened = time.Date(2022, time.January, 9, 11, 0, 0, 0, time.UTC)
	_, err = cancellation.Check(request, request.Opened)
	fmt.Println(err)
	fmt.Println(errors.Is(err, rules.ErrNoFigure))
	// Output:
	// cancellation: request not accepted: at is not given; want an instant, as in 2024-02-29T10:30:00Z
	// rules: no figure for the day: cancellation.window.seats on 2022-01-09; it has figures for 2022-03-12/.., 2022-01-10/2022-03-12
	// true
}

// What Partner Center says prevails, and the answer says so.
func ExampleAllowed() {
	request := seatsOfMarch()
	asked := time.Date(2024, time.April, 2, 12, 0, 0, 0, time.UTC)
	request.AllowedUntil = cancellation.Allowed(time.Date(2024, time.April, 2, 23, 59, 0, 0, time.UTC))
	answer, err := cancellation.Check(request, asked)
	fmt.Println(answer.Verdict, answer.Basis, answer.Left, err)
	fmt.Println("the rules alone:", answer.Alternatives[0].Verdict, answer.Alternatives[0].Deadline)
	// Output:
	// open partnerCenter P0DT11H <nil>
	// the rules alone: closed 2024-04-02 11:00:00 +0000 UTC
}

// Partner Center's null means that a subscription cannot be cancelled; a field that is left out means that nobody asked.
func ExampleNotAllowed() {
	request := seatsOfMarch()
	request.AllowedUntil = cancellation.NotAllowed()
	answer, err := cancellation.Check(request, request.Opened)
	fmt.Println(answer.Verdict, answer.Basis, err)
	_, isAnInstant := request.AllowedUntil.Until()
	fmt.Println(request.AllowedUntil.IsZero(), isAnInstant)
	text, err := json.Marshal(request)
	fmt.Println(string(text), err)
	// Output:
	// never partnerCenter <nil>
	// false false
	// {"purchase":{"product":"licenseBased","opening":"byPurchase"},"asker":{"adminAgent":"yes"},"opened":"2024-03-26T11:00:00Z","cancellationAllowedUntilDate":null} <nil>
}

// Each batch of seats has a window of its own.
func ExampleCheckSeats() {
	march := func(day int) time.Time { return time.Date(2024, time.March, day, 9, 0, 0, 0, time.UTC) }
	answer, err := cancellation.CheckSeats(cancellation.SeatRequest{
		Product: cancellation.LicenseBased, Asker: cancellation.Asker{AdminAgent: rules.Yes},
		Batches: []cancellation.SeatBatch{
			{Seats: 10, Opening: cancellation.ByPurchase, Opened: march(1)},
			{Seats: 5, Opening: cancellation.ByAddedSeats, Opened: march(5)},
		},
	}, march(10))
	fmt.Println(answer.Reducible, "seats, until", answer.Next, err)
	for _, b := range answer.Batches {
		fmt.Println(b.Seats, b.Answer.Verdict)
	}
	// Output:
	// 5 seats, until 2024-03-12 09:00:00 +0000 UTC <nil>
	// 10 closed
	// 5 open
}

// A team's contract gives 14 days. One overlay reaches the decision, the deadline and the explanation, and names its owner.
func ExampleRules_With() {
	const file = `{
		"owner": "Fabrikam billing", "reason": "distributor contract, clause 4",
		"figures": [{"timeline": "cancellation.window.seats", "span": "2024-01-01/..", "value": "P14D"}]}`
	var overlay rules.Overlay
	err := terms.Decode(strings.NewReader(file), &overlay)
	house, err2 := cancellation.Published().With(overlay)
	if err := errors.Join(err, err2); err != nil {
		fmt.Println(err)
		return
	}
	asked := time.Date(2024, time.April, 5, 9, 0, 0, 0, time.UTC)
	for _, r := range []*cancellation.Rules{cancellation.Published(), house} {
		answer, err := r.Check(seatsOfMarch(), asked)
		fmt.Println(answer.Verdict, answer.Deadline, err)
		fmt.Println(answer.Readings.Window.Value, answer.Readings.Window.Origin)
	}
	// Output:
	// closed 2024-04-02 11:00:00 +0000 UTC <nil>
	// P7D {  }
	// open 2024-04-09 11:00:00 +0000 UTC <nil>
	// P14D {Fabrikam billing replaced distributor contract, clause 4}
}

// Seven days were announced on 17 March 2022, for what was bought from the 12th.
func ExampleRules_AsKnown() {
	request := seatsOfMarch()
	request.Opened = time.Date(2022, time.March, 12, 10, 0, 0, 0, time.UTC)
	asked := time.Date(2022, time.March, 16, 10, 0, 0, 0, time.UTC)
	for _, day := range []string{"2022-03-16", "2022-03-17"} {
		known, err := cancellation.Published().AsKnown(terms.MustParseDay(day))
		if err != nil {
			fmt.Println(err)
			return
		}
		answer, err := known.Check(request, asked)
		fmt.Println("as known on", day, answer.Readings.Window.Value, answer.Verdict, err)
	}
	// Output:
	// as known on 2022-03-16 PT72H closed <nil>
	// as known on 2022-03-17 P7D open <nil>
}

// A rule in Go is added to a copy of the published set.
func ExampleRules_EditLimit() {
	house, err := cancellation.Published().EditLimit(rules.Edit[cancellation.Purchase, cancellation.Limit]{
		Owner: "Fabrikam", Reason: "trials stay as they are", SwitchOff: []rules.ID{"cancellation.seats.trial"},
		Add: []rules.Rule[cancellation.Purchase, cancellation.Limit]{{
			ID: "fabrikam.trial", Text: "What began as a trial is final.", Span: terms.Always(),
			Sources: []rules.Source{{Document: "Fabrikam terms of sale", Section: "3", Checked: terms.MustParseDay("2026-11-22")}},
			If: []rules.Condition[cancellation.Purchase]{{
				Name: "it began as a trial", Reads: []string{"opening"},
				Holds: func(p cancellation.Purchase) rules.Truth { return rules.Is(p.Opening, cancellation.ByConversion) },
			}, {
				Name: "it is seats", Reads: []string{"product"},
				Holds: func(p cancellation.Purchase) rules.Truth { return rules.Is(p.Product, cancellation.LicenseBased) },
			}},
			Then: cancellation.NotAtAll,
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	request := seatsOfMarch()
	request.Purchase.Opening = cancellation.ByConversion
	answer, err := house.Check(request, request.Opened)
	fmt.Println(answer.Verdict, answer.Limit.Findings[0].Origin.Owner, err)
	// Output: never Fabrikam <nil>
}

// The other sets are changed in the same way.
func ExampleRules_EditAsker() {
	day := terms.MustParseDay("2024-05-10")
	published := cancellation.Published()
	asker, err := published.EditAsker(rules.Edit[cancellation.Asker, rules.Truth]{
		Owner: "Fabrikam", Reason: "four eyes", SwitchOff: []rules.ID{"cancellation.asker.adminAgent"},
	})
	owed, err2 := published.EditOwed(rules.Edit[cancellation.Purchase, cancellation.Owed]{
		Owner: "Fabrikam", Reason: "contract, clause 5", SwitchOff: []rules.ID{"cancellation.owed.seats"},
	})
	reduction, err3 := published.EditReduction(rules.Edit[cancellation.Purchase, rules.Truth]{
		Owner: "Fabrikam", Reason: "contract, clause 6", SwitchOff: []rules.ID{"cancellation.reduction.seats"},
	})
	if err := errors.Join(err, err2, err3); err != nil {
		fmt.Println(err)
		return
	}
	seats := cancellation.Purchase{Product: cancellation.LicenseBased}
	fmt.Println(asker.MayAsk(day, cancellation.Asker{AdminAgent: rules.Yes}).Status)
	fmt.Println(owed.OwedFor(day, seats).Status)
	fmt.Println(reduction.MayReduce(day, seats).Status)
	// Output:
	// unanswered
	// unanswered
	// unanswered
}

// The sets answer for themselves, too.
func ExampleLimitOf() {
	day := terms.MustParseDay("2024-05-10")
	limit := cancellation.LimitOf(day, cancellation.Purchase{Product: cancellation.SavingsPlan})
	fmt.Println(limit.Outcome, limit.Findings[0].Text)
	fmt.Println(cancellation.MayAsk(day, cancellation.Asker{AdminAgent: rules.No}).Outcome)
	fmt.Println(cancellation.OwedFor(day, cancellation.Purchase{Product: cancellation.AzurePlan}).Outcome)
	fmt.Println(cancellation.MayReduce(day, cancellation.Purchase{Product: cancellation.SoftwareSubscription}).Outcome)
	// Output:
	// notAtAll The purchase of a savings plan is final; it can be neither cancelled nor exchanged.
	// no
	// use
	// no
}

// Behind each answer is a set, to trace why the other rules were silent.
func ExampleRules_LimitSet() {
	r := cancellation.Published()
	decision := r.LimitSet().Trace(terms.MustParseDay("2024-05-10"), cancellation.Purchase{
		Product: cancellation.LicenseBased, Opening: cancellation.ByPartialUpgrade,
	})
	for _, step := range decision.Trace {
		if strings.HasPrefix(string(step.Rule), "cancellation.seats") && step.State != rules.StepSpoke {
			fmt.Println(step.Rule, step.State, step.Condition+string(step.By))
		}
	}
	fmt.Println(r.AskerSet().ID(), r.OwedSet().ID(), r.ReductionSet().ID())
	// Output:
	// cancellation.seats silent the window was opened by a purchase, a renewal or added seats
	// cancellation.seats.trial silent the window was opened by the conversion of a trial
	// cancellation.seats.upgrade excepted cancellation.seats.partialUpgrade
	// cancellation/asker cancellation/owed cancellation/reduction
}

// A figure of a day comes with its source, and with what others read.
func ExampleWindowOn() {
	reading, err := cancellation.WindowOn(cancellation.SoftwareSubscription, terms.MustParseDay("2022-09-01"))
	fmt.Println(reading.Value, reading.Span, err)
	for _, doubt := range reading.Others {
		fmt.Println(doubt.Value, doubt.Span, doubt.Text)
	}
	// Output:
	// P7D 2022-07-11/.. <nil>
	// P30D 2022-07-11/2022-10-14 interworks.cloud dates the change to seven days on 14 October 2022, Ingram Micro on 11 July.
}

// When a window of days closes is a figure like any other; so is what comes back, and whether the closing instant is inside.
func ExampleBoundaryOn() {
	day := terms.MustParseDay("2024-05-10")
	boundary, err := cancellation.BoundaryOn(cancellation.LicenseBased, day)
	refund, err2 := cancellation.RefundOn(cancellation.PerpetualSoftware, day)
	closing, err3 := cancellation.ClosingOn(day)
	fmt.Println(boundary.Value, refund.Value, closing.Value, errors.Join(err, err2, err3))
	_, err = cancellation.RefundOn(cancellation.SavingsPlan, day)
	fmt.Println(errors.Is(err, cancellation.ErrNoWindow))
	// Output:
	// exactHours full outside <nil>
	// true
}

// The three readings of the record, for seven days from 15 March 2022 at 11:00.
func ExampleWindow_Closes() {
	opened := time.Date(2022, time.March, 15, 11, 0, 0, 0, time.UTC)
	week, err := cancellation.ParseWindow("P7D")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, boundary := range []cancellation.Boundary{cancellation.ExactHours, cancellation.EndOfDay, cancellation.FirstDayCounted} {
		closes, err := week.Closes(opened, boundary)
		fmt.Println(closes, boundary, err)
	}
	// Output:
	// 2022-03-22 11:00:00 +0000 UTC exactHours <nil>
	// 2022-03-22 23:59:00 +0000 UTC endOfDay <nil>
	// 2022-03-21 23:59:00 +0000 UTC firstDayCounted <nil>
}

func ExampleDays() {
	week, err := cancellation.Days(7)
	fmt.Println(week, err)
	three, err := cancellation.Hours(72)
	fmt.Println(three, err)
	_, err = cancellation.Days(0)
	fmt.Println(err)
	// Output:
	// P7D <nil>
	// PT72H <nil>
	// cancellation: not a window: "P0D"; want days as in P7D, 1 to 3660, or hours as in PT72H, 1 to 87840
}

// Who cancels before the safe deadline is in time by every reading of the record.
func ExampleAnswer_SafeDeadline() {
	request := cancellation.Request{
		Purchase: cancellation.Purchase{Product: cancellation.SoftwareSubscription, LinuxPlan: rules.No},
		Asker:    cancellation.Asker{AdminAgent: rules.Yes}, Opened: time.Date(2024, time.May, 10, 15, 30, 0, 0, time.UTC),
	}
	answer, err := cancellation.Check(request, request.Opened)
	fmt.Println(answer.Deadline, answer.Readings.Boundary.Value, err)
	fmt.Println(answer.SafeDeadline())
	// Output:
	// 2024-05-17 23:59:00 +0000 UTC endOfDay <nil>
	// 2024-05-17 15:30:00 +0000 UTC
}

func ExampleReports() {
	for _, report := range cancellation.Reports(cancellation.PerpetualSoftware) {
		fmt.Println(report)
	}
	// Output:
	// daysLeft
	// windowPassed
	// supportRequest
}

// Everything the package decides by can be listed.
func ExampleRules_About() {
	for _, about := range cancellation.Published().About() {
		if about.Kind == rules.AboutSet {
			fmt.Println(about.ID, len(about.Rules), about.Question)
		}
	}
	// Output:
	// cancellation/limit 15 How long can a purchase be cancelled?
	// cancellation/asker 2 May whoever asks cancel purchases?
	// cancellation/owed 5 What does the partner owe for a purchase that is not cancelled in its window?
	// cancellation/reduction 3 Can the quantity be reduced while the rest is kept?
	// cancellation/particulars 5 Is everything at hand that cancelling takes?
	// cancellation/support 9 Does the support request carry everything it has to?
	// cancellation/after 6 What follows a cancellation?
	// cancellation/return 2 Does the yearly limit let a reservation be given back?
	// cancellation/exchange 6 Can a reservation be exchanged for another?
}

// What Partner Center returns becomes a question, and the call that would cancel.
func ExampleReadSubscriptions() {
	const returned = `{"totalCount": 2, "items": [
		{"id": "1", "productType": {"id": "Software"}, "publisherName": "Microsoft", "quantity": 1, "status": "active",
		 "effectiveStartDate": "2021-10-15T21:28:18.4786844Z", "cancellationAllowedUntilDate": "2021-11-14T23:59:00Z", "beta": {"kept": true}},
		{"id": "2", "quantity": 3, "refundableQuantity": {"totalQuantity": 4, "details": [{"quantity": 4}]}}]}`
	all, err := cancellation.ReadSubscriptions("contoso.json", strings.NewReader(returned))
	fmt.Println(err)
	for _, s := range all {
		answer, err := cancellation.Check(s.Request(cancellation.Asker{AdminAgent: rules.Yes}), time.Date(2021, time.November, 14, 12, 0, 0, 0, time.UTC))
		fmt.Println(s.ID, answer.Verdict, answer.Basis, answer.Left, err)
		call, err := s.CancelCall("contoso")
		fmt.Println(call.Method, call.Path, err)
		fmt.Println(string(call.Body))
	}
	// Output:
	// cancellation: contoso.json: /items/1/refundableQuantity/totalQuantity: it is 4, of 3 seats
	// 1 open partnerCenter P0DT11H <nil>
	// PATCH /v1/customers/contoso/subscriptions/1 <nil>
	// {"id":"1","productType":{"id":"Software"},"publisherName":"Microsoft","quantity":1,"status":"deleted","effectiveStartDate":"2021-10-15T21:28:18.4786844Z","cancellationAllowedUntilDate":"2021-11-14T23:59:00Z","beta":{"kept":true}}
}

func ExampleSubscription() {
	var s cancellation.Subscription
	err := terms.Decode(strings.NewReader(`{"id": "1", "productType": {"id": "OnlineServicesNCE"}, "quantity": 15, "isMicrosoftProduct": true,
		"effectiveStartDate": "2021-01-14T16:57:14.498252Z", "refundOptions": [{"type": "Full", "expiresAfter": "2021-01-15T00:00:00Z"}],
		"refundableQuantity": {"totalQuantity": 10, "details": [{"quantity": 10, "allowedUntilDateTime": "2021-01-24T20:39:17.182697Z"}]}}`), &s)
	fmt.Println(s.Product(), s.Quantity, s.IsMicrosoftProduct, s.Check(), err)
	asked := time.Date(2021, time.January, 20, 0, 0, 0, 0, time.UTC)
	fmt.Println(s.RefundAt(asked), cancellation.CallsFor(s.Product())[0])
	seats, err := cancellation.CheckSeats(s.SeatRequest(cancellation.Asker{AdminAgent: rules.Yes}), asked)
	fmt.Println(seats.Reducible, seats.Next, err)
	s.FriendlyName = "Contoso mail"
	same := s
	fmt.Println(s.Equal(same))
	// Output:
	// licenseBased 15 yes <nil> <nil>
	// none patchSubscription
	// 10 2021-01-24 20:39:17.182697 +0000 UTC <nil>
	// true
}

// Orders are cancelled one by one.
func ExampleCancelOrderCalls() {
	calls, err := cancellation.CancelOrderCalls("contoso", "order-1", "order-2")
	for _, call := range calls {
		fmt.Println(call.Method, call.Path, string(call.Body))
	}
	fmt.Println(err)
	line, err := cancellation.CancelOrderCall("contoso", "order-3", cancellation.OrderLine{Number: 1, OfferID: "DG7GMGF0DVT7:000C:DG7GMGF0FVZM"})
	fmt.Println(string(line.Body), err)
	// Output:
	// PATCH /v1/customers/contoso/orders/order-1 {"id":"order-1","status":"cancelled"}
	// PATCH /v1/customers/contoso/orders/order-2 {"id":"order-2","status":"cancelled"}
	// <nil>
	// {"id":"order-3","status":"cancelled","lineItems":[{"lineItemNumber":1,"offerId":"DG7GMGF0DVT7:000C:DG7GMGF0FVZM"}]} <nil>
}

// What an error of Partner Center's means for a cancellation.
func ExampleParseAPIError() {
	e, err := cancellation.ParseAPIError([]byte(`{"code": "900117", "description": "You have passed your 7-day cancellation window.", "source": "PartnerFD"}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	window, ok := e.Window()
	fmt.Println(e.Meaning(), window, ok)
	fmt.Println(e)
	fmt.Println(cancellation.ErrorCodes()["800019"])
	// Output:
	// windowPassed P7D true
	// cancellation: Partner Center: 900117 (windowPassed): You have passed your 7-day cancellation window.
	// onlySoftware
}

// What is missing is named by its field; where one of several would do they are joined.
func ExampleCheckParticulars() {
	day := terms.MustParseDay("2024-05-10")
	ready := cancellation.CheckParticulars(day, cancellation.Particulars{
		Product: cancellation.PerpetualSoftware, CustomerDomain: "contoso.com", Orders: []string{"1", "2"},
	})
	fmt.Println(ready.IsReady(), ready.Missing)
	ready = cancellation.CheckParticulars(day, cancellation.Particulars{Product: cancellation.SoftwareSubscription, SubscriptionID: "9"})
	fmt.Println(ready.IsReady(), ready.Missing)
	// Output:
	// false [productName]
	// false [customerName|customerTenant|customerDomain]
}

// A support request says what it still lacks, and writes its description.
func ExampleCheckSupportRequest() {
	request := cancellation.SupportRequest{
		Impact: "minimal", Title: "Cancel order 1", CustomerDomain: "contoso.com", OrderID: "1",
		Amount: terms.MustParseMoney("500 EUR"), ContactName: "Ann", ContactEmail: "ann@example.com",
	}
	ready := cancellation.CheckSupportRequest(terms.MustParseDay("2024-05-10"), request)
	fmt.Println(ready.IsReady(), ready.Missing)
	request.Reason, request.ContactPhone = "Bought twice", "+46 8 123 456"
	fmt.Println(cancellation.CheckSupportRequest(terms.MustParseDay("2024-05-10"), request).IsReady())
	fmt.Println(cancellation.SupportProblemType)
	fmt.Print(request.Description())
	// Output:
	// false [reason contactPhone]
	// true
	// CSP Purchase/Refund on behalf of customers
	// Customer domain: contoso.com
	// Order: 1
	// Reason: Bought twice
	// Amount requested: 500.00 EUR
}

// The same calendar by rules of a team's own.
func ExampleRules_Calendar() {
	calendar, err := cancellation.Published().Calendar([]cancellation.Holding{{ID: "seats", Request: seatsOfMarch()}},
		time.Date(2024, time.April, 2, 10, 0, 0, 0, time.UTC))
	fmt.Println(len(calendar.Deadlines), len(calendar.Rest), err)
	// Output: 1 0 <nil>
}

func ExampleConsequences_All() {
	effects, err := cancellation.After(cancellation.Purchase{Product: cancellation.PerpetualSoftware},
		time.Date(2024, time.January, 31, 23, 50, 0, 0, time.UTC))
	if err != nil {
		fmt.Println(err)
		return
	}
	all := effects.Decision.Outcome.All()
	fmt.Println(len(all), all[0], effects.Decision.Outcome.Has(all[0]))
	// Output: 6 keysRevoked true
}

// What follows a cancellation, whom it concerns, and when.
func ExampleAfter() {
	effects, err := cancellation.After(cancellation.Purchase{Product: cancellation.PerpetualSoftware},
		time.Date(2024, time.January, 31, 23, 50, 0, 0, time.UTC))
	for _, e := range effects.Effects {
		for _, p := range e.Parties {
			fmt.Print(p, " ")
		}
		switch {
		case !e.By.IsZero():
			fmt.Println(e.Consequence, "by", e.By)
		case !e.Days.IsZero():
			fmt.Println(e.Consequence, "on", e.Days)
		default:
			fmt.Println(e.Consequence, "from", e.From)
		}
	}
	fmt.Println(effects.Decision.Outcome.Has(cancellation.AccessLost), err)
	// Output:
	// partner customer keysRevoked from 2024-01-31 23:50:00 +0000 UTC
	// partner customer shownWithoutKey from 2024-01-31 23:50:00 +0000 UTC
	// partner customer stopUsing from 2024-01-31 23:50:00 +0000 UTC
	// partner uninstall from 2024-01-31 23:50:00 +0000 UTC
	// partner creditOnInvoice on 2024-02-06/2024-02-09
	// partner shownLater by 2024-02-01 00:05:00 +0000 UTC
	// false <nil>
}

func ExampleInvoiceDays() {
	fmt.Println(cancellation.InvoiceDays(terms.MustParseDay("2024-12-31")))
	// Output: 2025-01-06/2025-01-09
}

// Many purchases at once: the deadlines by what is at stake, and as a file that calendars import.
func ExampleNewCalendar() {
	software := cancellation.Request{
		Purchase: cancellation.Purchase{Product: cancellation.PerpetualSoftware},
		Asker:    cancellation.Asker{AdminAgent: rules.Yes}, Opened: time.Date(2024, time.March, 20, 9, 0, 0, 0, time.UTC),
	}
	calendar, err := cancellation.NewCalendar([]cancellation.Holding{
		{ID: "seats", Request: seatsOfMarch(), Stake: terms.MustParseMoney("120 EUR")},
		{ID: "server", Name: "Windows Server", Request: software, Stake: terms.MustParseMoney("972.50 EUR")},
	}, time.Date(2024, time.March, 27, 0, 0, 0, 0, time.UTC))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range calendar.Deadlines {
		fmt.Println(d.Stake, d.ID, d.Answer.Deadline)
	}
	for line := range strings.SplitSeq(calendar.ICalendar(), "\r\n") {
		if strings.HasPrefix(line, "SUMMARY") || strings.HasPrefix(line, "DTSTART") {
			fmt.Println(line)
		}
	}
	// Output:
	// 972.50 EUR server 2024-04-19 23:59:00 +0000 UTC
	// 120.00 EUR seats 2024-04-02 11:00:00 +0000 UTC
	// DTSTART:20240419T235900Z
	// SUMMARY:Last chance to cancel Windows Server (972.50 EUR)
	// DTSTART:20240402T110000Z
	// SUMMARY:Last chance to cancel seats (120.00 EUR)
}
