package credit_test

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulesmsg"
)

// A team whose contract says otherwise keeps that in a file, and gets statements by it.
func ExampleRules_With() {
	const file = `{"owner": "Fabrikam billing", "reason": "distributor contract, clause 4",
		"figures": [{"timeline": "credit.term", "span": "2023-01-01/..", "value": "P18M"}],
		"lists": [{"list": "markets.topup.excluded", "remove": ["CA"]}]}`
	var overlay rules.Overlay
	if err := terms.Decode(strings.NewReader(file), &overlay); err != nil {
		fmt.Println(err)
		return
	}
	house, err := credit.Published().With(overlay)
	if err != nil {
		fmt.Println(err)
		return
	}
	lot := credit.Lot{
		ID: "key-1", Kind: credit.Token, Amount: terms.MustParseMoney("100 USD"), Activated: terms.MustParseDay("2023-01-10").Start(),
	}
	ledger, err := house.New(credit.AzureInOpen(), []credit.Lot{lot}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	statement, err := ledger.ReplayDay(terms.MustParseDay("2024-02-01"))
	if err != nil {
		fmt.Println(err)
		return
	}
	state, _ := statement.Lot("key-1")
	fmt.Println(state.Status, terms.DayOf(state.Ends), state.Origin.Owner)
	for _, figure := range statement.Figures() {
		fmt.Println(figure.Timeline, figure.Says, figure.Lots, cmp.Or(figure.Origin.Owner, "as published"))
	}
	canada := credit.CardTopUp{Market: markets.MustParseMarket("CA"), RunningOut: rules.Yes}
	answer := house.MayTopUp(terms.MustParseDay("2024-02-01"), canada)
	fmt.Println(answer.Decision.Outcome, answer.Market.Findings[0].Origin.Reason)
	fmt.Println(credit.MayTopUp(terms.MustParseDay("2024-02-01"), canada).Decision.Outcome)
	// Output:
	// live 2024-07-10 Fabrikam billing
	// credit.low 30 [key-1] as published
	// credit.notice P30D [key-1] as published
	// credit.term P18M [key-1] Fabrikam billing
	// yes distributor contract, clause 4
	// no
}

// The dated figures, each by the day that governs.
func ExampleRules_Term() {
	r, day := credit.Published(), terms.MustParseDay("2023-09-19")
	term, _ := r.Term().On(day)
	low, _ := r.LowCredit().On(day)
	notice, _ := r.Notice().On(day)
	retention, _ := r.Retention().On(day)
	fmt.Println(term.Value, low.Value, notice.Value, retention.Value)

	alerts, _ := r.AlertLimit().On(day)
	recipients, _ := r.RecipientLimit().On(day)
	fmt.Println(alerts.Value, recipients.Value, recipients.Sources[0].Fact)

	unit, _ := r.Unit().On(day)
	monthly, _ := r.MonthlyCredit().On(day)
	fmt.Println(unit.Value.List(), monthly.Value.List())
	bulk, err := r.BulkCredit().On(day)
	fmt.Println(bulk.Value.List(), err)
	for _, other := range bulk.Others {
		fmt.Println(other.Value.List(), other.Text)
	}
	// Output:
	// P12M 30 P30D P90D
	// 5 2 OPEN-20
	// [100.00 USD] [100.00 USD]
	// [6000.00 USD 12000.00 USD 13000.00 USD] <nil>
	// [6000.00 USD] The page of September 2023 names 6,000 US dollars alone.
}

// What there is, for a list or a catalogue.
func ExampleRules_About() {
	known, err := credit.Published().AsKnown(terms.MustParseDay("2020-01-01"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, about := range known.About() {
		fmt.Println(about.Kind, about.ID)
	}
	fmt.Println(len(known.Licensing().About()) > 0, len(known.Markets().About()) > 0)
	// Output:
	// set credit/topup
	// set credit/alert
	// set credit/attachment
	// set credit/combination
	// timeline credit.term
	// timeline credit.low
	// timeline credit.notice
	// timeline credit.retention
	// timeline credit.alerts
	// timeline credit.alerts.recipients
	// timeline credit.unit
	// timeline credit.benefit.monthly
	// timeline credit.benefit.bulk
	// true true
}

// What a unit is worth in other currencies is in the reseller's agreement. Here it is an overlay.
func ExampleRules_DefaultUnits() {
	euros, err := credit.NewAmounts(terms.MustParseMoney("92 EUR"), terms.MustParseMoney("1000 SEK"))
	if err != nil {
		fmt.Println(err)
		return
	}
	value, _ := euros.MarshalJSON()
	house, err := credit.Published().With(rules.Overlay{
		Owner: "Fabrikam billing", Reason: "reseller agreement of 2023",
		Figures: []rules.Figure{{Timeline: "credit.unit", Span: terms.SpanFrom(terms.MustParseDay("2023-01-01")), Value: value}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	key, _ := licensing.ParseOSAKey("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE")
	bought := terms.MustParseDay("2023-01-02")
	purchase, _ := licensing.NewOSAPurchase(key, bought, licensing.OSAToken{Units: 50, Currency: terms.EUR})
	lots, err := house.TokenLots(purchase, bought.Start(), licensing.ActivatesSubscription, house.DefaultUnits())
	fmt.Println(lots[0].Amount, err)
	// Output:
	// 4600.00 EUR <nil>
}

func ExampleRules_BenefitAmounts() {
	amounts, err := credit.Published().BenefitAmounts(terms.MustParseDay("2021-01-28"))
	fmt.Println(amounts[0].Kind, amounts[0].Amount, err)
	// Output:
	// monthlyBenefit 100.00 USD <nil>
}

// Whether to top up by card: what a forecast says, and what the market's list says.
func ExampleMayTopUp() {
	lot := credit.Lot{
		ID: "key-1", Kind: credit.Token, Amount: terms.MustParseMoney("100 USD"), Activated: terms.MustParseDay("2023-01-10").Start(),
	}
	ledger, err := credit.New(credit.AzureInOpen(), []credit.Lot{lot}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	today := terms.MustParseDay("2023-06-10")
	statement, err := ledger.ReplayDay(today)
	if err != nil {
		fmt.Println(err)
		return
	}
	forecast, err := statement.Forecast(credit.Outlook{
		Rate: credit.Rate{Amount: terms.MustParseMoney("25 USD"), Days: 1}, Units: credit.DefaultUnits(), LeadDays: 7,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	wish := credit.CardTopUp{Market: markets.MustParseMarket("SE"), RunningOut: forecast.RunningOut()}
	fmt.Println(forecast.RunsOut, credit.MayTopUp(today, wish).Decision.Outcome)

	wish.Market = markets.MustParseMarket("JP")
	answer := credit.MayTopUp(today, wish)
	fmt.Println(answer.Decision.Outcome)
	for _, finding := range answer.Decision.Findings {
		fmt.Println(finding.Says, finding.Text)
	}
	fmt.Println(credit.MayTopUp(today, credit.CardTopUp{RunningOut: rules.Yes}).Decision.Err())
	// Output:
	// 2023-06-14 yes
	// no
	// yes A customer about to run out before new credit can be ordered through the partner may top up by card.
	// no Topping up by card is not available in some markets.
	// rules: a fact that matters is not given: credit/topup on 2023-06-10: give market
}

func ExampleAfterAttachment() {
	decision := credit.AfterAttachment(terms.MustParseDay("2023-06-10"), credit.Attachment{
		Attached: rules.Yes, Left: terms.MustParseMoney("40 USD"),
	})
	fmt.Println(decision.Outcome)
	for _, finding := range decision.Findings {
		fmt.Println(finding.Text)
	}
	// Output:
	// creditVoided
	// Attaching the subscription to an Enterprise Agreement voids all unused credit.
	// Customers are advised to use up all credit before they attach the subscription.
	// Customers are advised to review the documentation of the Enterprise Agreement first.
}

func ExampleMayCombine() {
	day := terms.MustParseDay("2023-06-10")
	for _, offer := range []credit.Offer{credit.NoOffer, credit.OfferAzurePass} {
		decision := credit.MayCombine(day, credit.Combination{With: offer, SameUser: rules.Yes})
		fmt.Println(offer, decision.Outcome, decision.Findings[0].Text)
	}
	// Output:
	// noOffer yes Bulk credit stands alone.
	// azurePass no Bulk credit cannot be combined with other licensing, prepaid or credit offers.
}

func ExampleMayConfigureAlert() {
	answer := credit.MayConfigureAlert(terms.MustParseDay("2023-06-10"), credit.AlertSetup{
		Alerts: 6, Recipients: 2, Watches: credit.WatchSubscriptionCredit, NameTaken: rules.No, AmountTaken: rules.No,
	})
	fmt.Println(answer.Decision.Outcome, answer.Alerts.Value, answer.Recipients.Value)
	for _, finding := range answer.Decision.Findings {
		if finding.Says == rules.No {
			fmt.Println(finding.Text, finding.Args[0].Text, finding.Args[1].Text)
		}
	}
	// Output:
	// no 5 2
	// A subscription has a limited number of alerts: as published, five. 6 5
}

// Rules in Go, where a file is not enough: a house that tops up by card for a customer of its own.
func ExampleRules_EditTopUp() {
	house, err := credit.Published().EditTopUp(rules.Edit[credit.CardTopUpFacts, rules.Truth]{
		Owner: "Fabrikam billing", Reason: "pilot of 2023", SwitchOff: []rules.ID{"credit.topup.order"},
		Add: []rules.Rule[credit.CardTopUpFacts, rules.Truth]{{
			ID: "fabrikam.topup.pilot", Text: "In the pilot customers top up by card whenever they like.",
			Span:    terms.SpanFrom(terms.MustParseDay("2023-01-01")),
			Sources: []rules.Source{{Document: "Pilot agreement", Checked: terms.MustParseDay("2026-11-22")}},
			Then:    rules.Yes,
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	wish := credit.CardTopUp{Market: markets.MustParseMarket("SE"), RunningOut: rules.No}
	answer := house.MayTopUp(terms.MustParseDay("2023-06-10"), wish)
	fmt.Println(answer.Decision.Outcome, answer.Decision.Findings[0].Origin.Owner)
	// Output:
	// yes Fabrikam billing
}

// The sets behind the decisions, to list and to ask fast; each can be changed in Go.
func ExampleRules_TopUpSet() {
	r := credit.Published()
	fmt.Println(r.TopUpSet().Question(), len(r.TopUpSet().Facts()))
	fmt.Println(r.AlertSetupSet().Question(), len(r.AlertSetupSet().Facts()))
	fmt.Println(r.AttachmentSet().Question(), len(r.AttachmentSet().Facts()))
	fmt.Println(r.CombinationSet().Question(), len(r.CombinationSet().Facts()))

	_, errAlerts := r.EditAlertSetup(rules.Edit[credit.AlertSetupFacts, rules.Truth]{Owner: "Fabrikam", Reason: "a test"})
	_, errAttachment := r.EditAttachment(rules.Edit[credit.Attachment, credit.Fate]{Owner: "Fabrikam", Reason: "a test"})
	_, errCombination := r.EditCombination(rules.Edit[credit.Combination, rules.Truth]{Owner: "Fabrikam", Reason: "a test"})
	fmt.Println(errAlerts, errAttachment, errCombination)
	// Output:
	// May credit be added to the subscription by card? 2
	// May the alert be configured? 5
	// What becomes of unused credit when the subscription is attached to an Enterprise Agreement? 2
	// Can bulk credit be combined with another offer? 2
	// <nil> <nil> <nil>
}

// A ledger that was read has the rules it was made by.
func ExampleLedger_Rules() {
	const file = `{"overlays": [{"owner": "Fabrikam billing", "reason": "distributor contract, clause 4",
			"figures": [{"timeline": "credit.term", "span": "2023-01-01/..", "value": "P18M"}]}],
		"policy": {
			"order": "fifoByActivation", "expiry": "expireAtInstant", "topUpTerm": "topUpAsToken",
			"dayPlace": "startOfDay", "shortfall": "suspend", "lateReturn": "lapseAtOnce",
			"overReturn": "refuseOverReturn", "bulkTransfer": "transferWithinYear",
			"lowCredit": "lowCreditOfToken", "lowCreditOperator": "atOrBelow", "alertOperator": "atOrBelow",
			"rearm": "rearmOnRise", "retention": "retainFromZeroBalance"},
		"lots": [{"id": "key-1", "kind": "token", "amount": {"amount": "100.00", "currency": "USD"},
			"activated": "2023-01-10T00:00:00Z"}],
		"events": []}`
	var ledger credit.Ledger
	if err := terms.Decode(strings.NewReader(file), &ledger); err != nil {
		fmt.Println(err)
		return
	}
	term, err := ledger.Rules().Term().On(terms.MustParseDay("2023-01-10"))
	fmt.Println(term.Value, term.Origin.Owner, err)
	// Output:
	// P18M Fabrikam billing <nil>
}

func ExampleMessages() {
	book, err := rulesmsg.New(credit.Messages())
	if err != nil {
		fmt.Println(err)
		return
	}
	answer := credit.MayTopUp(terms.MustParseDay("2015-03-01"), credit.CardTopUp{RunningOut: rules.Yes})
	for _, sentence := range rulesmsg.Sentences(book.For("nb"), answer.Decision) {
		fmt.Println(sentence)
	}
	// Output:
	// Det kan ikke sies uten svar på: I hvilket marked er kunden?
	// En kunde som går tom før ny kreditt kan bestilles gjennom partneren, kan fylle på med kort.
}
