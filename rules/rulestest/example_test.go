package rulestest_test

import (
	"fmt"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

// An order is the facts of the set below. What is not given is zero.
type order struct {
	Channel    channel
	Authorized rules.Truth
}

type channel string

const (
	direct   channel = "direct"
	indirect channel = "indirect"
	retail   channel = "retail"
)

type verdict string

const (
	allow verdict = "allow"
	deny  verdict = "deny"
)

// newOrders declares a set with two faults. Nothing says what holds for retail, and an order of which nobody said whether
// the partner is authorized is taken for one where he is not.
func newOrders() (*rules.Set[order, verdict], error) {
	isDirect := rules.Condition[order]{
		Name: "channel is direct", Reads: []string{"channel"},
		Holds: func(o order) rules.Truth { return rules.Is(o.Channel, direct) },
	}
	isIndirect := rules.Condition[order]{
		Name: "channel is indirect", Reads: []string{"channel"},
		Holds: func(o order) rules.Truth { return rules.Is(o.Channel, indirect) },
	}
	authorized := rules.Condition[order]{
		Name: "partner is authorized", Reads: []string{"partner.authorized"},
		Holds: func(o order) rules.Truth { return rules.TruthOf(o.Authorized == rules.Yes) }, // want: return o.Authorized
	}
	guide := []rules.Source{{Document: "Partner guide", Section: "Orders", Checked: terms.MustParseDay("2026-11-22")}}
	return rules.New(rules.Spec[order, verdict]{
		ID: "orders/new", Question: "May the partner place the order?",
		Facts: []rules.Fact{
			{Name: "channel", Text: "Through which channel does the partner sell?"},
			{Name: "partner.authorized", Text: "Is the partner authorized?"},
		},
		Rules: []rules.Rule[order, verdict]{
			{
				ID: "orders.direct", Text: "A direct partner that is authorized may order.", Span: terms.Always(), Sources: guide,
				If: []rules.Condition[order]{isDirect, authorized}, Then: allow,
			},
			{
				ID: "orders.unauthorized", Text: "A partner that is not authorized may not order.", Span: terms.Always(), Sources: guide,
				If: []rules.Condition[order]{authorized.Not()}, Then: deny,
			},
			{
				ID: "orders.indirect", Text: "From 2024 on an indirect partner may not order.", Span: terms.SpanFrom(terms.MustParseDay("2024-01-01")),
				Sources: guide, If: []rules.Condition[order]{isIndirect}, Then: deny,
			},
			{
				ID: "orders.indirect.before", Text: "Until 2024 an indirect partner that is authorized may order.",
				Span: terms.SpanUntil(terms.MustParseDay("2024-01-01")), Sources: guide,
				If: []rules.Condition[order]{isIndirect, authorized}, Then: allow,
			},
		},
	})
}

// A test of a domain package calls Check with the same arguments; this shows what it finds.
func Example() {
	set, err := newOrders()
	if err != nil {
		fmt.Println(err)
		return
	}
	samples := rulestest.Product(
		rulestest.Of("channel", func(o *order, c channel) { o.Channel = c }, direct, indirect, retail),
		rulestest.Truth("partner.authorized", func(o *order, t rules.Truth) { o.Authorized = t }),
	)
	for _, p := range rulestest.Problems(set, samples) {
		fmt.Println(p)
	}
	// Output:
	// gap: orders/new, on 2023-12-31, for channel: retail, partner.authorized: yes: no rule answers
	// gap: orders/new, on 2024-01-01, for channel: retail, partner.authorized: yes: no rule answers
	// presumes: orders/new, rule orders.direct, condition "partner is authorized", for channel: not given, partner.authorized: not given: is no although partner.authorized is not given; it must be unknown then, unless the dimension is always given
}

// What CheckTimeline would show of a window that was 30 days, later 7, and on the last days of December nothing.
func ExampleTimelineProblems() {
	page := []rules.Source{{Document: "Partner guide", Section: "Cancelling", Checked: terms.MustParseDay("2026-11-22")}}
	windows, err := rules.NewTimeline("orders.window", "In how many days an order can be cancelled.",
		rules.Entry[int]{Value: 7, Span: terms.SpanFrom(terms.MustParseDay("2024-01-01")), Sources: page},
		rules.Entry[int]{Value: 30, Span: terms.SpanUntil(terms.MustParseDay("2023-12-24")), Sources: page},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	limits := rulestest.Limits[int]{Day: terms.MustParseDay("2026-11-22"), Figure: func(days int) bool { return days > 0 && days < 30 }}
	for _, p := range rulestest.TimelineProblems(windows, limits) {
		fmt.Println(p)
	}
	// Output:
	// gap: orders.window, on 2023-12-24: there is no figure before 2024-01-01
	// outOfRange: orders.window, on 2023-12-23, for 30: the figure for ../2023-12-24 is none there can be
}
