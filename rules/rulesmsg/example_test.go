package rulesmsg_test

import (
	"fmt"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulesmsg"
)

// A program with rules of its own gives their sentences in the other languages, and writes decisions for each reader.
func Example() {
	type order struct{ Seats int }
	set := rules.Must(rules.New(rules.Spec[order, rules.Truth]{
		ID: "shop/size", Question: "May an order be this large?",
		Facts: []rules.Fact{{Name: "seats", Text: "For how many seats is it?"}},
		Rules: []rules.Rule[order, rules.Truth]{{
			ID: "shop.size.any", Text: "An order of any size is taken.", Span: terms.SpanFrom(terms.MustParseDay("2022-02-01")),
			Sources: []rules.Source{{Document: "Handbook of the shop", Checked: terms.MustParseDay("2022-02-01")}},
			If: []rules.Condition[order]{{
				Name: "seats are ordered", Reads: []string{"seats"},
				Holds: func(o order) rules.Truth { return rules.Given(o.Seats != 0, o.Seats > 0) },
			}},
			Then: rules.Yes,
			Args: func(o order) []rules.Arg { return []rules.Arg{rules.CountArg("seats", o.Seats)} },
		}},
	}))
	messages := []rules.Message{
		{ID: "shop/size#seats", Text: "For how many seats is it?", Swedish: "För hur många platser?", Norwegian: "For hvor mange plasser?"},
		{
			ID: "shop.size.any", Text: "An order of any size is taken.", English: "An order for {seats:seat|seats} is taken.",
			Swedish: "En beställning av {seats:plats|platser} tas emot.", Norwegian: "En bestilling på {seats:plass|plasser} tas imot.",
		},
	}
	book, err := rulesmsg.New(messages)
	if err != nil {
		fmt.Println(err)
		return
	}
	day := terms.MustParseDay("2022-03-01")
	for _, header := range []string{"sv-SE", "no", "de-DE"} {
		printer := book.For(header)
		fmt.Println(printer.Language(), rulesmsg.Sentences(printer, set.Explain(day, order{Seats: 25})))
	}
	fmt.Println(rulesmsg.Sentences(book.In(rulesmsg.Norwegian), set.Explain(day, order{})))
	fmt.Println(rulesmsg.Audit([]rules.About{set.About()}, messages))
	// Output:
	// sv [En beställning av 25 platser tas emot.]
	// nb [En bestilling på 25 plasser tas imot.]
	// en [An order for 25 seats is taken.]
	// [Det kan ikke sies uten svar på: For hvor mange plasser?]
	// <nil>
}

// A finding is written alone by Finding, and the question for a fact has an id of its own.
func ExampleFinding() {
	book, err := rulesmsg.New([]rules.Message{
		{ID: "shop.closed", Text: "Nothing is sold there.", Swedish: "Där säljs ingenting.", Norwegian: "Der selges ingenting."},
		{ID: rulesmsg.FactID("shop/sale", "market"), Text: "Where is the customer?", Swedish: "Var finns kunden?", Norwegian: "Hvor er kunden?"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	printer := book.In(rulesmsg.Swedish)
	fmt.Println(rulesmsg.Finding(printer, rules.Finding[rules.Truth]{Rule: "shop.closed", Text: "Nothing is sold there.", Says: rules.No}))
	fmt.Println(printer.Question("shop/sale", "market"))
	// Output:
	// Där säljs ingenting.
	// Var finns kunden?
}

func ExampleMatch() {
	for _, asked := range []string{"nb-NO", "no", "nn", "da-DK", "sv-FI;q=0.5, fi", "de", ""} {
		fmt.Printf("%s: %s\n", asked, rulesmsg.Match(asked))
	}
	// Output:
	// nb-NO: nb
	// no: nb
	// nn: nb
	// da-DK: nb
	// sv-FI;q=0.5, fi: sv
	// de: en
	// : en
}

// The names of markets come from package markets, or from wherever the program has them.
func ExampleBook_WithMarkets() {
	book, err := rulesmsg.New([]rules.Message{{
		ID: "shop.closed", Text: "Nothing is sold there.", English: "Nothing is sold in {market}.",
		Swedish: "Ingenting säljs i {market}.", Norwegian: "Ingenting selges i {market}.",
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	book = book.WithMarkets(func(code string, l rulesmsg.Language) string {
		return map[string]string{"GL en": "Greenland", "GL sv": "Grönland", "GL nb": "Grønland"}[code+" "+l.String()]
	})
	for _, l := range rulesmsg.Languages() {
		fmt.Println(book.In(l).Sentence("shop.closed", "Nothing is sold there.", []rules.Arg{rules.MarketArg("market", "GL")}))
	}
	// Output:
	// Nothing is sold in Greenland.
	// Ingenting säljs i Grönland.
	// Ingenting selges i Grønland.
}
