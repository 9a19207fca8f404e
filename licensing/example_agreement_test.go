package licensing_test

import (
	"fmt"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulesmsg"
)

// The reasons of a decision in Swedish.
func ExampleMessages() {
	book, err := rulesmsg.New(licensing.Messages())
	if err != nil {
		fmt.Println(err)
		return
	}
	decision := licensing.MayOrder(terms.MustParseDay("2023-04-28"), licensing.Order{
		Acceptance: licensing.AttestedByPartner, AcceptedOn: terms.MustParseDay("2023-04-29"), PartnerAgreement: rules.Yes,
	})
	for _, sentence := range rulesmsg.Sentences(book.For("sv"), decision) {
		fmt.Println(sentence)
	}
	// Output: Godkännandet av Microsoft-kundavtalet kan inte ligga i framtiden (den 29 april 2023).
}

// The Microsoft Cloud Agreement carries an order of 31 January 2020, and none of the day after.
func ExampleMayOrder() {
	order := licensing.Order{Product: licensing.OrderedMicrosoft365, CloudAgreement: rules.Yes, Acceptance: licensing.NotAccepted}
	for _, day := range []string{"2020-01-31", "2020-02-01"} {
		decision := licensing.MayOrder(terms.MustParseDay(day), order)
		fmt.Println(day, decision.Outcome, decision.Findings[0].Text)
	}
	// Output:
	// 2020-01-31 yes Up to 31 January 2020 an order can stand on the Microsoft Cloud Agreement, unless it is for an Azure plan.
	// 2020-02-01 no Without the customer's acceptance of the Microsoft Customer Agreement no new order can be placed.
}

// What is missing is asked for, in words.
func ExampleMayOrder_missing() {
	decision := licensing.MayOrder(terms.MustParseDay("2023-04-28"), licensing.Order{Acceptance: licensing.AttestedByPartner})
	fmt.Println(decision.Status)
	set := licensing.Published().OrderSet()
	for _, name := range decision.Missing {
		fact, _ := set.Fact(name)
		fmt.Println(fact.Text)
	}
	// Output:
	// undetermined
	// On which day did the customer accept the Microsoft Customer Agreement?
	// Has the partner signed the Microsoft Partner Agreement?
}

// An indirect reseller has its provider attest.
func ExampleMayAttest() {
	day := terms.MustParseDay("2023-04-28")
	for _, reseller := range []rules.Truth{rules.No, rules.Yes} {
		decision := licensing.MayAttest(day, licensing.Attestation{Role: licensing.SalesAgent, IndirectReseller: reseller, AcceptedOn: day})
		fmt.Println(decision.Outcome, decision.Findings[len(decision.Findings)-1].Text)
	}
	fmt.Println(licensing.Published().AttestationSet().Boundaries())
	// Output:
	// yes An admin agent or a sales agent of a partner can attest that its customer has accepted the Microsoft Customer Agreement.
	// no An indirect reseller cannot attest for its customers: its indirect provider does.
	// [2019-10-01]
}
