package rules_test

import (
	"fmt"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// The facts are a plain struct. What is not given is zero, and a yes/no fact is a Truth, so that nobody's silence is a no.
type purchase struct {
	Product product
	Linux   rules.Truth // a plan of Red Hat or SUSE
}

type product uint8

const (
	perpetual product = iota + 1
	subscription
)

// The answer is a small comparable value. Its zero value is no answer.
type cancellation struct {
	Days   int    `json:"days"`
	Refund string `json:"refund"`
}

// newCancellations declares the set.
func newCancellations() (*rules.Set[purchase, cancellation], error) {
	isPerpetual := rules.Condition[purchase]{
		Name: "product is perpetual software", Reads: []string{"product"},
		Holds: func(p purchase) rules.Truth { return rules.Is(p.Product, perpetual) },
	}
	isSubscription := rules.Condition[purchase]{
		Name: "product is a software subscription", Reads: []string{"product"},
		Holds: func(p purchase) rules.Truth { return rules.Is(p.Product, subscription) },
	}
	isLinux := rules.Condition[purchase]{
		Name: "publisher is Red Hat or SUSE", Reads: []string{"linux"},
		Holds: func(p purchase) rules.Truth { return p.Linux },
	}
	from := func(fact string) []rules.Source {
		return []rules.Source{{Fact: fact, Document: "Software subscriptions in CSP", Checked: terms.MustParseDay("2026-11-22")}}
	}
	change := terms.MustParseDay("2022-07-11")
	return rules.New(rules.Spec[purchase, cancellation]{
		ID: "shop/cancellation", Question: "Until when can a purchase be cancelled, and what comes back?",
		Facts: []rules.Fact{
			{Name: "product", Text: "What was bought?"},
			{Name: "linux", Text: "Is it a plan of Red Hat or SUSE?"},
		},
		Rules: []rules.Rule[purchase, cancellation]{
			{
				ID: "shop.perpetual", Text: "Perpetual software can be cancelled for 30 days.",
				Span: terms.Always(), Sources: from("SW-17"),
				If: []rules.Condition[purchase]{isPerpetual}, Then: cancellation{30, "full"},
			},
			{
				ID: "shop.subscription.30days", Text: "A subscription could be cancelled for 30 days.",
				Span: terms.SpanUntil(change), Sources: from("SW-12"),
				If: []rules.Condition[purchase]{isSubscription}, Then: cancellation{30, "full"},
			},
			{
				ID: "shop.subscription.7days", Text: "A subscription can be cancelled for seven days.",
				Span: terms.SpanFrom(change), Sources: from("SW-12"),
				If: []rules.Condition[purchase]{isSubscription}, Then: cancellation{7, "prorated"},
			},
			{
				ID: "shop.linux", Text: "Plans of Red Hat and SUSE cannot be cancelled.",
				Span: terms.Always(), Sources: from("SW-14"),
				If: []rules.Condition[purchase]{isSubscription, isLinux}, Then: cancellation{0, "none"},
				Excepts: []rules.ID{"shop.subscription.30days", "shop.subscription.7days"},
			},
		},
	})
}

// A worked set: declared, asked, explained, and changed by a team that has a contract of its own.
func Example() {
	published, err := newCancellations()
	if err != nil {
		fmt.Println(err)
		return
	}
	bought := terms.MustParseDay("2022-07-11")

	fmt.Println("Decide.")
	fmt.Println(published.Decide(bought, purchase{subscription, rules.No}))
	fmt.Println(published.Decide(bought.AddDays(-1), purchase{subscription, rules.No}))
	fmt.Println(published.Decide(bought, purchase{subscription, rules.Yes}))

	fmt.Println("A fact is asked for where it matters.")
	fmt.Println(published.Decide(bought, purchase{Product: subscription}))
	fmt.Println(published.Decide(bought, purchase{Product: perpetual}))

	fmt.Println("Explain.")
	d := published.Explain(bought, purchase{subscription, rules.No})
	for _, f := range d.Findings {
		fmt.Println(d.Status, f.Rule, f.Text, f.Sources[0].Fact)
	}

	fmt.Println("Overlay.")
	house, err := published.With(rules.Edit[purchase, cancellation]{
		Owner: "Fabrikam", Reason: "distributor contract, clause 4",
		Add: []rules.Rule[purchase, cancellation]{{
			ID: "fabrikam.14days", Text: "What Fabrikam sells can be cancelled for 14 days.", Span: terms.SpanFrom(bought),
			Sources: []rules.Source{{Document: "Distributor contract", Section: "4", Checked: terms.MustParseDay("2026-11-22")}},
			Then:    cancellation{14, "full"}, Excepts: []rules.ID{"shop.perpetual", "shop.subscription.7days", "shop.linux"},
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	d = house.Explain(bought, purchase{Product: subscription})
	fmt.Println(d.Outcome, d.Findings[0].Origin.Owner, d.Findings[0].Origin.Reason)
	// Output:
	// Decide.
	// {7 prorated} <nil>
	// {30 full} <nil>
	// {0 none} <nil>
	// A fact is asked for where it matters.
	// {0 } rules: a fact that matters is not given: shop/cancellation on 2022-07-11: give linux
	// {30 full} <nil>
	// Explain.
	// decided shop.subscription.7days A subscription can be cancelled for seven days. SW-12
	// Overlay.
	// {14 full} Fabrikam distributor contract, clause 4
}
