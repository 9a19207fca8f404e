package credit_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/licensing"
)

// Facts come in as JSON, and a statement says which lot paid what, when credit runs out at the rate of the last
// days, and what to order by when.
func Example() {
	const feed = `{"lots": [
		{"id": "key 1", "kind": "token", "amount": {"amount": "100", "currency": "USD"}, "activated": "2023-01-10T00:00:00Z"},
		{"id": "key 2", "kind": "token", "amount": {"amount": "500", "currency": "USD"}, "activated": "2023-06-10T00:00:00Z"}
	], "events": [
		{"id": "May", "kind": "use", "day": "2023-05-31", "amount": {"amount": "95.50", "currency": "USD"}, "charge": "consumption"},
		{"id": "June", "kind": "use", "day": "2023-06-30", "amount": {"amount": "60", "currency": "USD"}, "charge": "consumption"}
	]}`
	var facts struct {
		Lots   []credit.Lot   `json:"lots"`
		Events []credit.Event `json:"events"`
	}
	err := terms.Decode(strings.NewReader(feed), &facts)
	ledger, err2 := credit.New(credit.AzureInOpen(), facts.Lots, facts.Events)
	statement, err3 := ledger.ReplayDay(terms.MustParseDay("2023-06-30"))
	explanation, err4 := statement.Explain("June")
	rate, err5 := statement.RecentRate(30)
	forecast, err6 := statement.Forecast(credit.Outlook{Rate: rate, Units: credit.DefaultUnits(), LeadDays: 5})
	if err := errors.Join(err, err2, err3, err4, err5, err6); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(explanation)
	fmt.Println("left:", statement.Balance(), "used in", rate.Days, "days:", rate.Amount)
	fmt.Println("runs out", forecast.RunsOut, "order by", forecast.Next.By, "at most", forecast.Next.Units, "units")
	// Output:
	// use June of 60.00 USD at 2023-06-30T00:00:00Z: paid, credit paid 60.00 USD, unpaid 0.00 USD
	//   lot key 1 paid 4.50 USD of the 4.50 USD it held
	//   lot key 2 paid 55.50 USD of the 500.00 USD it held
	// left: 444.50 USD used in 30 days: 60.00 USD
	// runs out 2024-02-08 order by 2024-02-03 at most 7 units
}

// twoKeys is the ledger of most examples here. A key of 100 USD is activated on 10 January 2023 and one of 50 USD on
// 10 June, and from 15 January to 24 June 3.50 USD are used a day, each use named by its day.
func twoKeys() credit.Ledger {
	lots := []credit.Lot{
		{ID: "key 1", Kind: credit.Token, Amount: terms.MustParseMoney("100 USD"), Activated: terms.MustParseDay("2023-01-10").Start()},
		{ID: "key 2", Kind: credit.Token, Amount: terms.MustParseMoney("50 USD"), Activated: terms.MustParseDay("2023-06-10").Start()},
	}
	var events []credit.Event
	for day := terms.MustParseDay("2023-01-15"); day.Before(terms.MustParseDay("2023-06-25")); day = day.AddDays(1) {
		events = append(events, credit.Event{
			ID: credit.EventID(day.String()), Kind: credit.Use, Day: day,
			Amount: terms.MustParseMoney("3.50 USD"), Charge: credit.Consumption,
		})
	}
	ledger, err := credit.New(credit.AzureInOpen(), lots, events)
	if err != nil {
		panic(err)
	}
	return ledger
}

// twoKeysOn is the statement of [twoKeys] at the end of a day.
func twoKeysOn(day string) credit.Statement {
	statement, err := twoKeys().ReplayDay(terms.MustParseDay(day))
	if err != nil {
		panic(err)
	}
	return statement
}

// A ledger says everything that is wrong with what it was given, and which lot or event is at fault.
func ExampleNew() {
	day, money := terms.MustParseDay, terms.MustParseMoney
	_, err := credit.New(credit.AzureInOpen(),
		[]credit.Lot{
			{ID: "key 1", Kind: credit.Token, Amount: money("100 USD"), Activated: day("2023-01-10").Start()},
			{ID: "key 1", Kind: credit.Token, Amount: money("200 USD"), Activated: day("2023-01-10").Start()},
		},
		[]credit.Event{
			{ID: "January", Kind: credit.Use, Day: day("2023-01-31"), Amount: money("12.50 EUR"), Charge: credit.Consumption},
		})
	fmt.Println(err)
	fmt.Println("conflict:", errors.Is(err, credit.ErrConflict))
	if fault, ok := errors.AsType[*credit.EventError](err); ok {
		fmt.Println("event at fault:", fault.Event)
	}
	// Output:
	// credit: one id, two contents: amount is "100.00 USD" and "200.00 USD" (lot "key 1")
	// credit: a ledger has one currency: terms: currencies differ: EUR and USD; convert one of them first (event "January")
	// conflict: true
	// event at fault: January
}

// A policy starts from that of Azure in Open, and a contract that says otherwise is a field set otherwise.
func ExampleAzureInOpen() {
	policy := credit.AzureInOpen()
	policy.Shortfall = credit.Overage
	policy.Alerts = []credit.Alert{
		{Name: "half", Amount: terms.MustParseMoney("50 USD"), Recipients: []string{"ann@example.com"}},
	}
	_, err := credit.New(policy, nil, nil)
	fmt.Println(policy.Shortfall, policy.Order, err)

	policy.Order = 0
	_, err = credit.New(policy, nil, nil)
	fmt.Println(err)
	// Output:
	// overage fifoByActivation <nil>
	// credit: policy not accepted: order is not given; credit.AzureInOpen() sets "fifoByActivation"
}

// A key is redeemed, and each token on it becomes a lot.
func ExampleTokenLots() {
	key, err := licensing.ParseOSAKey("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE")
	if err != nil {
		fmt.Println(err)
		return
	}
	purchase, err := licensing.NewOSAPurchase(key, terms.MustParseDay("2023-01-02"), licensing.OSAToken{Units: 50, Currency: terms.USD})
	if err != nil {
		fmt.Println(err)
		return
	}
	activated := terms.MustParseDay("2023-01-10").Start()
	lots, err := credit.TokenLots(purchase, activated, licensing.ActivatesSubscription, credit.DefaultUnits())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, lot := range lots {
		fmt.Println(lot.ID, lot.Kind, lot.Amount, lot.Redeemed)
	}
	// Output: osa-7b7c7d680df4-1 token 5000.00 USD activatesSubscription
}

// Months count from the 31st, or the last day there is, and the user gave the benefit up on 10 April.
func ExampleMonthlyLots() {
	assigned, err := terms.ParseSpan("2023-01-31/2023-04-10")
	if err != nil {
		fmt.Println(err)
		return
	}
	lots, err := credit.MonthlyLots(credit.Benefit{
		ID: "silver", User: "ann@example.com", Amount: terms.MustParseMoney("100 USD"), Assigned: assigned,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, lot := range lots {
		fmt.Println(lot.ID, lot.Amount, "to", terms.DayOf(lot.Expires))
	}
	// Output:
	// silver/2023-01-31 100.00 USD to 2023-02-28
	// silver/2023-02-28 100.00 USD to 2023-03-31
	// silver/2023-03-31 100.00 USD to 2023-04-10
}

func ExampleBulkLots() {
	assigned, err := terms.ParseSpan("2023-01-31/2025-01-31")
	if err != nil {
		fmt.Println(err)
		return
	}
	lots, err := credit.BulkLots(credit.Benefit{
		ID: "gold", User: "ann@example.com", Amount: terms.MustParseMoney("6000 USD"), Assigned: assigned,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, lot := range lots {
		fmt.Println(lot.ID, lot.Amount, "to", terms.DayOf(lot.Expires))
	}
	// Output:
	// gold/2023-01-31 6000.00 USD to 2024-01-31
	// gold/2024-01-31 6000.00 USD to 2025-01-31
}

func ExampleBenefitAmounts() {
	examples, err := credit.BenefitAmounts(terms.MustParseDay("2021-01-28"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, example := range examples {
		fmt.Println(example.Kind, example.Amount)
	}
	// Output:
	// monthlyBenefit 100.00 USD
	// bulkBenefit 6000.00 USD
	// bulkBenefit 12000.00 USD
	// bulkBenefit 13000.00 USD
}

func ExampleDefaultUnits() {
	amount, err := credit.DefaultUnits().Amount(50, terms.USD, terms.MustParseDay("2014-08-01"))
	fmt.Println(amount, err)
	_, err = credit.DefaultUnits().Amount(50, terms.SEK, terms.MustParseDay("2014-08-01"))
	fmt.Println(errors.Is(err, credit.ErrUnit))
	// Output:
	// 5000.00 USD <nil>
	// true
}

// What a unit is worth in another currency, or on some days, is for a contract to say. The later worth counts.
func ExampleUnitTable_With() {
	const source = "our distributor's price list"
	table, err := credit.DefaultUnits().With(
		credit.UnitWorth{Worth: terms.MustParseMoney("75 EUR"), Span: terms.Always(), Source: source},
		credit.UnitWorth{Worth: terms.MustParseMoney("85 EUR"), Span: terms.SpanFrom(terms.MustParseDay("2015-04-01")), Source: source},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, day := range []string{"2015-03-31", "2015-04-01"} {
		fmt.Println(table.Amount(2, terms.EUR, terms.MustParseDay(day)))
	}
	for _, worth := range table.Worths() {
		fmt.Println(worth.Worth, worth.Span)
	}
	// Output:
	// 150.00 EUR <nil>
	// 170.00 EUR <nil>
	// 100.00 USD ../..
	// 75.00 EUR ../..
	// 85.00 EUR 2015-04-01/..
}

func ExampleCharge_Payable() {
	for _, charge := range []credit.Charge{credit.Consumption, credit.SupportPlan} {
		fmt.Println(charge, charge.Payable(), charge.Reason())
	}
	// Output:
	// consumption true credit pays for any consumption-based Azure service (OPEN-02)
	// supportPlan false support plans are sold separately, by credit card (OPEN-06)
}

// What comes back goes to the lots it was taken from, the last first. An event that is delivered twice counts once.
func ExampleLedger_With() {
	refund := credit.Event{
		ID: "refund", Kind: credit.Return, Day: terms.MustParseDay("2023-02-20"),
		Of: "2023-02-10", Amount: terms.MustParseMoney("1.25 USD"),
	}
	ledger, err := twoKeys().With(refund, refund)
	if err != nil {
		fmt.Println(err)
		return
	}
	statement, err := ledger.ReplayDay(terms.MustParseDay("2023-02-20"))
	if err != nil {
		fmt.Println(err)
		return
	}
	use, _ := statement.Use("2023-02-10")
	fmt.Println(use.Outcome, use.Paid, "of which came back", use.Returned)
	fmt.Println(statement.Balance())
	// Output:
	// paid 3.50 USD of which came back 1.25 USD
	// 1.25 USD
}

func ExampleLedger_WithLots() {
	ledger, err := twoKeys().WithLots(credit.Lot{
		ID: "card", Kind: credit.TopUp, Amount: terms.MustParseMoney("200 USD"), Activated: terms.MustParseDay("2023-02-12").Start(),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, lot := range ledger.Lots() {
		fmt.Println(lot.ID, lot.Amount)
	}
	fmt.Println(ledger)
	// Output:
	// key 1 100.00 USD
	// card 200.00 USD
	// key 2 50.00 USD
	// ledger of 3 lots and 161 events in USD
}

// A use that became known late counts where it belongs, and what was known before can be asked for.
func ExampleLedger_AsKnown() {
	late := credit.Event{
		ID: "late", Kind: credit.Use, Day: terms.MustParseDay("2023-01-20"), Known: terms.MustParseDay("2023-03-01").Start(),
		Amount: terms.MustParseMoney("10 USD"), Charge: credit.Consumption,
	}
	ledger, err := twoKeys().With(late)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, known := range []string{"2023-02-28", "2023-03-01"} {
		then, err := ledger.AsKnown(terms.MustParseDay(known).Start())
		if err != nil {
			fmt.Println(err)
			return
		}
		statement, err := then.ReplayDay(terms.MustParseDay("2023-01-31"))
		fmt.Println("as known on", known, "the end of January was", statement.Balance(), err)
	}
	// Output:
	// as known on 2023-02-28 the end of January was 40.50 USD <nil>
	// as known on 2023-03-01 the end of January was 30.50 USD <nil>
}

// Credit lapses twelve months after its activation, to the nanosecond, and nothing need run for it to do so.
func ExampleLedger_Replay() {
	ledger, err := credit.Ledger{}.WithLots(credit.Lot{
		ID: "key 1", Kind: credit.Token, Amount: terms.MustParseMoney("100 USD"), Activated: terms.MustParseDay("2023-01-10").Start(),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	end := terms.MustParseDay("2024-01-10").Start()
	for _, instant := range []time.Time{end.Add(-time.Nanosecond), end} {
		statement, err := ledger.Replay(instant)
		if err != nil {
			fmt.Println(err)
			return
		}
		lot, _ := statement.Lot("key 1")
		fmt.Println(lot.Status, "left", lot.Left, "lapsed", lot.Lapsed)
	}
	// Output:
	// live left 100.00 USD lapsed 0.00 USD
	// lapsed left 0.00 USD lapsed 100.00 USD
}

func ExampleLedger_ReplayDay() {
	for _, day := range []string{"2023-01-14", "2023-01-15", "2023-01-16"} {
		statement, err := twoKeys().ReplayDay(terms.MustParseDay(day))
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(statement)
	}
	// Output:
	// statement at 2023-01-14T23:59:59Z: 100.00 USD left, lots that hold it: 1
	// statement at 2023-01-15T23:59:59Z: 96.50 USD left, lots that hold it: 1
	// statement at 2023-01-16T23:59:59Z: 93.00 USD left, lots that hold it: 1
}

// Unused credit is lost where a subscription joins an Enterprise Agreement.
func ExampleForfeitReason() {
	ledger, err := twoKeys().With(credit.Event{
		ID: "joined", Kind: credit.Forfeit, Day: terms.MustParseDay("2023-01-31"), Reason: credit.JoinedEnterpriseAgreement,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	statement, err := ledger.ReplayDay(terms.MustParseDay("2023-01-31"))
	if err != nil {
		fmt.Println(err)
		return
	}
	lot, _ := statement.Lot("key 1")
	fmt.Println(lot.Status, "granted", lot.Granted, "used", lot.Used, "forfeited", lot.Forfeited, "left", lot.Left)
	// Output: forfeited granted 100.00 USD used 56.00 USD forfeited 44.00 USD left 0.00 USD
}

func ExampleStatement_BalanceAt() {
	statement := twoKeysOn("2023-06-30")
	for _, day := range []string{"2023-01-09", "2023-01-10", "2023-02-11", "2023-02-12", "2023-06-10"} {
		fmt.Println(day)
		fmt.Println(statement.BalanceAt(terms.MustParseDay(day).Start()))
	}
	// Output:
	// 2023-01-09
	// 0.00 USD <nil>
	// 2023-01-10
	// 100.00 USD <nil>
	// 2023-02-11
	// 2.00 USD <nil>
	// 2023-02-12
	// 0.00 USD <nil>
	// 2023-06-10
	// 46.50 USD <nil>
}

func ExampleStatement_Lots() {
	for _, lot := range twoKeysOn("2023-06-12").Lots() {
		fmt.Println(lot.ID, lot.Status, "used", lot.Used, "left", lot.Left, "lapses", terms.DayOf(lot.Ends))
	}
	// Output:
	// key 1 exhausted used 100.00 USD left 0.00 USD lapses 2024-01-10
	// key 2 live used 10.50 USD left 39.50 USD lapses 2024-06-10
}

func ExampleStatement_Uses() {
	for use := range twoKeysOn("2023-06-12").Uses() {
		if use.Outcome == credit.PartlyPaid {
			fmt.Println(use.ID, use.Outcome, "paid", use.Paid, "unpaid", use.Unpaid)
		}
	}
	// Output: 2023-02-12 partlyPaid paid 2.00 USD unpaid 1.50 USD
}

func ExampleStatement_Allocations() {
	ledger, err := twoKeys().With(credit.Event{
		ID: "server", Kind: credit.Use, Day: terms.MustParseDay("2023-01-14"),
		Amount: terms.MustParseMoney("99 USD"), Charge: credit.Consumption,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	statement, err := ledger.ReplayDay(terms.MustParseDay("2023-01-31"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, id := range []credit.EventID{"server", "2023-01-15", "2023-01-16"} {
		fmt.Println(id)
		for _, paid := range statement.Allocations(id) {
			fmt.Println("  lot", paid.Lot, "paid", paid.Amount, "and has left", paid.Left)
		}
	}
	// Output:
	// server
	//   lot key 1 paid 99.00 USD and has left 1.00 USD
	// 2023-01-15
	//   lot key 1 paid 1.00 USD and has left 0.00 USD
	// 2023-01-16
}

func ExampleStatement_Entries() {
	for entry := range twoKeysOn("2023-01-16").Entries() {
		fmt.Println(terms.DayOf(entry.At), entry.Lot, "from", entry.From, "to", entry.To, entry.Amount)
	}
	// Output:
	// 2023-01-10 key 1 from granted to available 100.00 USD
	// 2023-01-15 key 1 from available to used 3.50 USD
	// 2023-01-16 key 1 from available to used 3.50 USD
}

// Why a lot paid, or did not, is said in words and as data.
func ExampleStatement_Explain() {
	explanation, err := twoKeysOn("2023-06-30").Explain("2023-06-24")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(explanation)
	for _, lot := range explanation.Lots {
		fmt.Println(lot.Lot, lot.Verdict)
	}
	// Output:
	// use 2023-06-24 of 3.50 USD at 2023-06-24T00:00:00Z: partly paid, credit paid 1.00 USD, unpaid 2.50 USD
	//   lot key 1 was used up before
	//   lot key 2 paid 1.00 USD of the 1.00 USD it held
	// key 1 exhausted
	// key 2 paid
}

// A token alerts at 30 % of its original balance, and thirty days before it lapses if it has credit left.
func ExampleStatement_Alerts() {
	for _, alert := range twoKeysOn("2023-06-30").Alerts() {
		fmt.Println(terms.DayOf(alert.At), alert.Notice, alert.Lot, "left", alert.Left, "at", alert.Threshold)
	}
	// Output:
	// 2023-02-03 tokenLow key 1 left 30.00 USD at 30.00 USD
	// 2023-06-19 tokenLow key 2 left 15.00 USD at 15.00 USD
}

func ExampleStatement_Suspensions() {
	statement := twoKeysOn("2023-06-30")
	for _, suspension := range statement.Suspensions() {
		fmt.Println("from", terms.DayOf(suspension.From), suspension.Cause, "data may be gone", suspension.DataMayBeGone)
		if !suspension.Until.IsZero() {
			fmt.Println("  to", terms.DayOf(suspension.Until), "data kept:", suspension.DataKept())
		}
	}
	_, lasts := statement.Suspended()
	fmt.Println("suspended now:", lasts)
	// Output:
	// from 2023-02-12 byUse data may be gone 2023-05-13
	//   to 2023-06-10 data kept: false
	// from 2023-06-24 byUse data may be gone 2023-09-22
	// suspended now: true
}

func ExampleStatement_Lapsing() {
	statement := twoKeysOn("2023-01-31")
	for _, lapse := range statement.Lapsing(terms.Always()) {
		fmt.Println(terms.DayOf(lapse.At), lapse.Lot, lapse.Amount, "has happened:", lapse.Happened)
	}
	nextQuarter, err := terms.ParseSpan("2023-04-01/2023-07-01")
	fmt.Println(len(statement.Lapsing(nextQuarter)), err)
	// Output:
	// 2024-01-10 key 1 40.50 USD has happened: false
	// 2024-06-10 key 2 50.00 USD has happened: false
	// 0 <nil>
}

// A caller that owns a clock sleeps until the next deadline.
func ExampleStatement_Next() {
	statement := twoKeysOn("2023-01-31")
	next, ok := statement.Next()
	fmt.Println(terms.DayOf(next.At), next.Kind, ok)
	for _, deadline := range statement.Deadlines() {
		fmt.Println(terms.DayOf(deadline.At), deadline.Kind, deadline.Lot, deadline.Amount)
	}
	// Output:
	// 2023-06-10 activationDue true
	// 2023-06-10 activationDue key 2 50.00 USD
	// 2023-12-11 expiryNotice key 1 40.50 USD
	// 2024-01-10 lapseDue key 1 40.50 USD
	// 2024-05-11 expiryNotice key 2 50.00 USD
	// 2024-06-10 lapseDue key 2 50.00 USD
}

func ExampleStatement_RecentRate() {
	rate, err := twoKeysOn("2023-01-31").RecentRate(7)
	fmt.Println(rate.Amount, "in", rate.Days, "days", err)
	// Output: 24.50 USD in 7 days <nil>
}

// At 7 USD a day the 40.50 USD of 31 January last six days, and a purchase takes three days to be activated.
func ExampleStatement_Forecast() {
	forecast, err := twoKeysOn("2023-01-31").Forecast(credit.Outlook{
		Rate: credit.Rate{Amount: terms.MustParseMoney("7 USD"), Days: 1}, Units: credit.DefaultUnits(), LeadDays: 3,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("runs out", forecast.RunsOut)
	for _, suspension := range forecast.Suspensions {
		fmt.Println("suspended from", terms.DayOf(suspension.From))
	}
	next := forecast.Next
	fmt.Println("purchase by", next.By, "activate on", next.Activate, "late:", next.Late)
	fmt.Println("at most", next.Units, "units,", next.Amount, "which last to", next.RunsOut)
	fmt.Println("lapses unused:", forecast.LapsesInAll)
	// Output:
	// runs out 2023-02-06
	// suspended from 2023-02-06
	// suspended from 2023-06-17
	// purchase by 2023-02-03 activate on 2023-02-06 late: false
	// at most 25 units, 2500.00 USD which last to 2024-02-06
	// lapses unused: 0.00 USD
}

// A statement is its own record: reading one replays it, and one that does not follow from its facts is refused.
func ExampleStatement_MarshalJSON() {
	statement := twoKeysOn("2023-01-16")
	text, err := json.Marshal(statement)
	if err != nil {
		fmt.Println(err)
		return
	}
	var back credit.Statement
	err = terms.Decode(strings.NewReader(string(text)), &back)
	fmt.Println(back.At().Format(time.DateOnly), back.Equal(statement), err)
	fmt.Println(back.Ledger())

	forged := strings.Replace(string(text), `"balance":{"amount":"93.00"`, `"balance":{"amount":"99.00"`, 1)
	err = terms.Decode(strings.NewReader(forged), &back)
	fmt.Println(errors.Is(err, credit.ErrStatement))
	// Output:
	// 2023-01-16 true <nil>
	// ledger of 2 lots and 2 events in USD
	// true
}

// A ledger is written whole, and read with every check that New makes.
func ExampleLedger_MarshalJSON() {
	text, err := json.Marshal(twoKeys())
	if err != nil {
		fmt.Println(err)
		return
	}
	var ledger credit.Ledger
	if err := terms.Decode(strings.NewReader(string(text)), &ledger); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(ledger.Lots()), "lots and", len(ledger.Events()), "events in", ledger.Currency())
	fmt.Println("same policy:", ledger.Policy().Equal(twoKeys().Policy()))
	fmt.Println("same lots:", slices.EqualFunc(ledger.Lots(), twoKeys().Lots(), credit.Lot.Equal))
	// Output:
	// 2 lots and 161 events in USD
	// same policy: true
	// same lots: true
}
