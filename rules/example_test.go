package rules_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A declaration is checked when the set is made, and everything wrong with it is said at once.
func ExampleNew() {
	_, err := rules.New(rules.Spec[purchase, cancellation]{
		ID: "shop/none", Question: "Can it be cancelled?",
		Rules: []rules.Rule[purchase, cancellation]{
			{ID: "shop.a", Text: "It cannot.", Span: terms.Always(), Excepts: []rules.ID{"shop.b"}},
		},
	})
	fmt.Println(errors.Is(err, rules.ErrSpec))
	fmt.Println(err)
	// Output:
	// true
	// rules: declaration not accepted: shop/none: rule shop.a: it has no source
	// rules: declaration not accepted: shop/none: rule shop.a: it excepts "shop.b", which is no rule of the set; did you mean "shop.a"?
}

// Must is for sets that a program declares as variables.
func ExampleMust() {
	set := rules.Must(newCancellations())
	fmt.Println(set.ID(), set.Question())
	// Output: shop/cancellation Until when can a purchase be cancelled, and what comes back?
}

// A set that lacks a fact says which, and the fact what to ask.
func ExampleSet_Decide() {
	set := rules.Must(newCancellations())
	_, err := set.Decide(terms.MustParseDay("2024-05-01"), purchase{Product: subscription})
	fmt.Println(errors.Is(err, rules.ErrUndetermined))
	if failed, ok := errors.AsType[*rules.DecisionError](err); ok {
		for _, name := range failed.Missing {
			fact, _ := set.Fact(name)
			fmt.Println(fact.Text)
		}
	}
	// Output:
	// true
	// Is it a plan of Red Hat or SUSE?
}

// A decision is its own audit record. Whoever keeps it adds the facts and the time.
func ExampleSet_Explain() {
	set := rules.Must(newCancellations())
	d := set.Explain(terms.MustParseDay("2024-05-01"), purchase{Product: subscription, Linux: rules.Yes})
	text, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.Replace(string(text), set.Digest(), "…", 1))
	var back rules.Decision[cancellation]
	fmt.Println(terms.Decode(strings.NewReader(string(text)), &back), back.Equal(d), back.Err())
	// Output:
	// {
	//   "set": "shop/cancellation",
	//   "question": "Until when can a purchase be cancelled, and what comes back?",
	//   "digest": "…",
	//   "day": "2024-05-01",
	//   "outcome": {
	//     "days": 0,
	//     "refund": "none"
	//   },
	//   "status": "decided",
	//   "findings": [
	//     {
	//       "rule": "shop.linux",
	//       "text": "Plans of Red Hat and SUSE cannot be cancelled.",
	//       "says": {
	//         "days": 0,
	//         "refund": "none"
	//       },
	//       "sources": [
	//         {
	//           "fact": "SW-14",
	//           "document": "Software subscriptions in CSP",
	//           "checked": "2026-11-22"
	//         }
	//       ]
	//     }
	//   ]
	// }
	// <nil> true <nil>
}

// Linux or not, a subscription is not cancelled by phone. Which of the two rules says so depends on a fact that is not given,
// and the answer does not: both are findings, and name the fact.
func ExampleDecision_String() {
	set := rules.Must(newCancellations())
	fmt.Println(set.Explain(terms.MustParseDay("2024-05-01"), purchase{Product: subscription, Linux: rules.Yes}))
	fmt.Println()
	fmt.Println(set.Explain(terms.MustParseDay("2024-05-01"), purchase{Product: subscription}))
	// Output:
	// Until when can a purchase be cancelled, and what comes back? (shop/cancellation, 2024-05-01)
	// answer: {"days":0,"refund":"none"}
	// - Plans of Red Hat and SUSE cannot be cancelled. (shop.linux: {"days":0,"refund":"none"})
	//   SW-14, Software subscriptions in CSP
	//
	// Until when can a purchase be cancelled, and what comes back? (shop/cancellation, 2024-05-01)
	// answer: none, for it depends on linux
	// - linux: Is it a plan of Red Hat or SUSE?
}

func ExampleFinding() {
	isLinux := rules.Condition[purchase]{
		Name: "publisher is Red Hat or SUSE", Reads: []string{"linux"}, Holds: func(p purchase) rules.Truth { return p.Linux },
	}
	guide := []rules.Source{{Document: "Shop guide", Checked: terms.MustParseDay("2026-11-22")}}
	set := rules.Must(rules.New(rules.Spec[purchase, rules.Truth]{
		ID: "shop/phone", Question: "Can it be cancelled by phone?", Facts: []rules.Fact{{Name: "linux", Text: "Is it a plan of Red Hat or SUSE?"}},
		Rules: []rules.Rule[purchase, rules.Truth]{
			{
				ID: "shop.phone.linux", Text: "Plans of Red Hat and SUSE cannot be cancelled.", Span: terms.Always(), Sources: guide,
				If: []rules.Condition[purchase]{isLinux}, Then: rules.No,
			},
			{
				ID: "shop.phone.other", Text: "Other plans are cancelled in the portal.", Span: terms.Always(), Sources: guide,
				If: []rules.Condition[purchase]{isLinux.Not()}, Then: rules.No,
			},
		},
	}))
	for _, linux := range []rules.Truth{rules.Yes, rules.Unknown} {
		d := set.Explain(terms.MustParseDay("2024-05-01"), purchase{Linux: linux})
		fmt.Println(d.Status, d.Outcome)
		for _, f := range d.Findings {
			fmt.Println("-", f.Rule, f.Awaits)
		}
	}
	// Output:
	// decided no
	// - shop.phone.linux []
	// decided no
	// - shop.phone.linux [linux]
	// - shop.phone.other [linux]
}

// A trace has a step for every rule, also for those that said nothing.
func ExampleSet_Trace() {
	set := rules.Must(newCancellations())
	d := set.Trace(terms.MustParseDay("2024-05-01"), purchase{Product: subscription, Linux: rules.Yes})
	for _, s := range d.Trace {
		fmt.Printf("%s %s [%s%s%s]\n", s.Rule, s.State, s.Condition, s.By, s.Span)
	}
	// Output:
	// shop.perpetual silent [product is perpetual software]
	// shop.subscription.30days outsideDays [../2022-07-11]
	// shop.subscription.7days excepted [shop.linux]
	// shop.linux spoke []
}

// What a day needs, and where it changes.
func ExampleSet_Boundaries() {
	set := rules.Must(newCancellations())
	for _, day := range set.Boundaries() {
		fmt.Println(day, set.Needs(day))
	}
	// Output: 2022-07-11 [product linux]
}

// The window for seats became seven days on 17 March 2022, for all that was bought from the 12th on. Who was asked on the
// 16th had to say 72 hours.
func ExampleSet_AsKnown() {
	source := []rules.Source{{Document: "Announcement of March 2022", Checked: terms.MustParseDay("2026-11-22")}}
	announced, reached := terms.MustParseDay("2022-03-17"), terms.MustParseDay("2022-03-12")
	before, err := terms.NewSpan(terms.MustParseDay("2022-01-10"), reached)
	if err != nil {
		fmt.Println(err)
		return
	}
	hours := rules.Must(rules.New(rules.Spec[purchase, int]{
		ID: "seats/hours", Question: "For how many hours can seats be cancelled?",
		Rules: []rules.Rule[purchase, int]{
			{
				ID: "seats.72", Text: "Seats could be cancelled for 72 hours.", Sources: source, Then: 72,
				Span: terms.SpanFrom(terms.MustParseDay("2022-01-10")), Published: terms.SpanUntil(announced),
			},
			{
				ID: "seats.72.ended", Text: "Seats bought before 12 March 2022 could be cancelled for 72 hours.", Sources: source, Then: 72,
				Span: before, Published: terms.SpanFrom(announced),
			},
			{
				ID: "seats.168", Text: "Seats can be cancelled for seven days.", Sources: source, Then: 168,
				Span: terms.SpanFrom(reached), Published: terms.SpanFrom(announced),
			},
		},
	}))
	then, err := hours.AsKnown(terms.MustParseDay("2022-03-16"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(hours.Decide(reached, purchase{}))
	fmt.Println(then.Decide(reached, purchase{}))
	fmt.Println(then.KnownOn())
	// Output:
	// 168 <nil>
	// 72 <nil>
	// 2022-03-16
}

// An overlay is a file of the embedding team. It is checked against everything there is before it is applied.
func ExampleOverlay() {
	set := rules.Must(newCancellations())
	var o rules.Overlay
	err := terms.Decode(strings.NewReader(`{
		"owner": "Fabrikam", "reason": "SUSE lets us cancel", "switchOff": ["shop.linus"]
	}`), &o)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(o.Check(set.About()))

	o.SwitchOff[0] = "shop.linux"
	house, err := set.Apply(o)
	if err != nil {
		fmt.Println(err)
		return
	}
	day, suse := terms.MustParseDay("2024-05-01"), purchase{Product: subscription, Linux: rules.Yes}
	fmt.Println(set.Decide(day, suse))
	fmt.Println(house.Decide(day, suse))
	fmt.Println(house.Trace(day, suse).Trace[3].Origin)
	// Output:
	// rules: overlay not accepted: overlay: changes the rule "shop.linus", which is not there; did you mean "shop.linux"?
	// {0 none} <nil>
	// {7 prorated} <nil>
	// {Fabrikam switchedOff SUSE lets us cancel}
}

// A list that some package keeps is changed by the same file.
func ExampleChangeList() {
	o := rules.Overlay{Owner: "Fabrikam", Reason: "local agreement", Lists: []rules.ListChange{
		{List: "markets.topup.excluded", Add: []string{"NO"}, Remove: []string{"BR"}},
	}}
	read := func(text string) (string, error) { return strings.ToUpper(text), nil }
	fmt.Println(rules.ChangeList(o, "markets.topup.excluded", []string{"AZ", "BR", "CA"}, read))
	// Output: [AZ CA NO] {Fabrikam replaced local agreement} <nil>
}

// A condition that looks into a list says so, and is made anew where the list is another. The rules stay as they are
// published, and the decision names who changed what they look into.
func ExampleSet_WithConditions() {
	type payment struct{ Market string }
	isBarred := func(list rules.About) rules.Condition[payment] {
		return rules.Condition[payment]{
			Name: "market has no payment by card", Reads: []string{"market"}, Uses: []rules.Use{list.Use()},
			Holds: func(p payment) rules.Truth { return rules.Is(p.Market, list.Entries...) },
		}
	}
	barred := rules.About{Kind: rules.AboutList, ID: "shop.barred", Question: "Markets without payment by card", Entries: []string{"AZ", "BR"}}
	set := rules.Must(rules.New(rules.Spec[payment, string]{
		ID: "shop/payment", Question: "How is it paid?", Default: "card",
		Facts: []rules.Fact{{Name: "market", Text: "In which market?"}},
		Rules: []rules.Rule[payment, string]{{
			ID: "shop.invoice", Text: "Where cards are barred it is paid by invoice.", Span: terms.Always(), Then: "invoice",
			Sources: []rules.Source{{Document: "Shop guide", Checked: terms.MustParseDay("2026-11-22")}},
			If:      []rules.Condition[payment]{isBarred(barred)},
		}},
	}))

	o := rules.Overlay{Owner: "Fabrikam", Reason: "local law", Lists: []rules.ListChange{{List: barred.ID, Add: []string{"NO"}}}}
	var err error
	read := func(text string) (string, error) { return text, nil }
	barred.Entries, barred.Origin, err = rules.ChangeList(o, barred.ID, barred.Entries, read)
	if err != nil {
		fmt.Println(err)
		return
	}
	house, err := set.WithConditions(isBarred(barred))
	if err != nil {
		fmt.Println(err)
		return
	}
	day := terms.MustParseDay("2024-05-01")
	fmt.Println(set.Decide(day, payment{"NO"}))
	d := house.Explain(day, payment{"NO"})
	fmt.Println(d.Outcome, d.Digest != set.Digest())
	for _, c := range d.Changed {
		fmt.Println(c.Rule, "uses", c.Uses, c.Origin)
	}
	// Output:
	// card <nil>
	// invoice true
	// shop.invoice uses shop.barred {Fabrikam replaced local law}
}

// A team whose rules need more facts puts them beside those of the set, and lifts it.
func ExampleLift() {
	type sale struct {
		purchase
		Customer string
	}
	set, err := rules.Lift(rules.Must(newCancellations()), func(s sale) purchase { return s.purchase })
	if err != nil {
		fmt.Println(err)
		return
	}
	house, err := set.With(rules.Edit[sale, cancellation]{
		Owner: "Fabrikam", Reason: "public sector terms", Facts: []rules.Fact{{Name: "customer", Text: "Who buys it?"}},
		Add: []rules.Rule[sale, cancellation]{{
			ID: "fabrikam.city", Text: "The city can cancel for 60 days.", Span: terms.Always(), Then: cancellation{60, "full"},
			Sources: []rules.Source{{Document: "Frame agreement", Checked: terms.MustParseDay("2026-11-22")}},
			If: []rules.Condition[sale]{{
				Name: "customer is the city", Reads: []string{"customer"},
				Holds: func(s sale) rules.Truth { return rules.Is(s.Customer, "city") },
			}},
			Excepts: []rules.ID{"shop.perpetual", "shop.subscription.7days", "shop.subscription.30days", "shop.linux"},
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	day := terms.MustParseDay("2024-05-01")
	fmt.Println(house.Decide(day, sale{purchase{Product: perpetual}, "city"}))
	fmt.Println(house.Decide(day, sale{purchase{Product: perpetual}, "shop"}))
	// Output:
	// {60 full} <nil>
	// {30 full} <nil>
}

// The record disputes the day of the last change. The default reading answers, and names the other.
func ExampleTimeline_On() {
	source := func(document string) []rules.Source {
		return []rules.Source{{Document: document, Checked: terms.MustParseDay("2026-11-22")}}
	}
	day := terms.MustParseDay
	disputed := terms.MustSpan(day("2022-07-11"), day("2022-10-14"))
	earlier := terms.MustSpan(day("2021-06-02"), day("2022-07-11"))
	window := rules.Must(rules.NewTimeline("software.window", "Days in which a software subscription can be cancelled.",
		rules.Entry[int]{
			Value: 7, Span: terms.SpanFrom(day("2022-07-11")), Sources: source("Policy of 2023"),
			Doubts: []rules.Doubt[int]{{
				Value: 30, Span: disputed, Text: "A distributor dates the change to 14 October 2022.", Sources: source("Interworks 651985001"),
			}},
		},
		rules.Entry[int]{Value: 30, Span: earlier, Sources: source("Policy of 2021")},
	))
	for _, text := range []string{"2022-07-10", "2022-07-11", "2022-10-14", "2021-06-01"} {
		r, err := window.On(day(text))
		fmt.Println(r.Value, err)
		for _, other := range r.Others {
			fmt.Println("or", other.Value, "-", other.Text)
		}
	}
	// Output:
	// 30 <nil>
	// 7 <nil>
	// or 30 - A distributor dates the change to 14 October 2022.
	// 7 <nil>
	// 0 rules: no figure for the day: software.window on 2021-06-01; it has figures for 2022-07-11/.., 2021-06-02/2022-07-11
}

// A figure of a team's own stands over the published one, for the days it names.
func ExampleTimeline_Apply() {
	source := []rules.Source{{Document: "Policy of 2023", Checked: terms.MustParseDay("2026-11-22")}}
	window := rules.Must(rules.NewTimeline("software.window", "Days in which a software subscription can be cancelled.",
		rules.Entry[int]{Value: 7, Span: terms.Always(), Sources: source},
	))
	house, err := window.Apply(rules.Overlay{Owner: "Fabrikam", Reason: "contract", Figures: []rules.Figure{
		{Timeline: window.ID(), Span: terms.SpanFrom(terms.MustParseDay("2024-01-01")), Value: json.RawMessage("14")},
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, text := range []string{"2023-12-31", "2024-01-01"} {
		r, err := house.On(terms.MustParseDay(text))
		fmt.Println(r.Value, r.Origin.Owner, err)
	}
	// Output:
	// 7  <nil>
	// 14 Fabrikam <nil>
}

// What sets and timelines say of themselves fits into one slice, whatever they ask about.
func ExampleSet_About() {
	window := rules.Must(rules.NewTimeline("software.window", "Days in which a software subscription can be cancelled.",
		rules.Entry[int]{
			Value: 7, Span: terms.Always(), Sources: []rules.Source{{Document: "Policy of 2023", Checked: terms.MustParseDay("2026-11-22")}},
		},
	))
	catalogue := []rules.About{rules.Must(newCancellations()).About(), window.About()}
	for _, about := range catalogue {
		fmt.Println(about.Kind, about.ID)
		for _, r := range about.Rules {
			fmt.Println("-", r.ID, r.Clauses, r.Says)
		}
		for _, f := range about.Figures {
			fmt.Println("-", f.Span, f.Says)
		}
	}
	// Output:
	// set shop/cancellation
	// - shop.perpetual [product is perpetual software] {"days":30,"refund":"full"}
	// - shop.subscription.30days [product is a software subscription] {"days":30,"refund":"full"}
	// - shop.subscription.7days [product is a software subscription] {"days":7,"refund":"prorated"}
	// - shop.linux [product is a software subscription publisher is Red Hat or SUSE] {"days":0,"refund":"none"}
	// timeline software.window
	// - ../.. 7
}

func ExampleSet_Rules() {
	for r := range rules.Must(newCancellations()).Rules() {
		fmt.Println(r.ID, r.Span, r.IsPlanned(), r.IsOff())
	}
	// Output:
	// shop.perpetual ../.. false false
	// shop.subscription.30days ../2022-07-11 false false
	// shop.subscription.7days 2022-07-11/.. false false
	// shop.linux ../.. false false
}

// Where rules of a set answer differently, Strongest says which answer wins; One, which is the default, lets none.
// One file may serve several packages: each applies the part that begins with its name.
func ExampleOverlay_For() {
	o := rules.Overlay{Owner: "Fabrikam", Reason: "contract", SwitchOff: []rules.ID{"shop.linux", "post.heavy"}}
	fmt.Println(o.For("shop").SwitchOff, o.For("post").SwitchOff, o.For("pos").SwitchOff)
	// Output: [shop.linux] [post.heavy] []
}

func ExampleSet_Combine() {
	set := rules.Must(newCancellations())
	week := cancellation{Days: 7, Refund: "prorated"}
	fmt.Println(set.Combine(week, week))
	fmt.Println(set.Combine(week, cancellation{Days: 30, Refund: "full"}))
	// Output:
	// {7 prorated} true
	// {7 prorated} false
}

func ExampleReading_EqualFunc() {
	window := rules.Must(rules.NewTimeline("software.window", "Days in which a software subscription can be cancelled.", rules.Entry[int]{
		Value: 7, Span: terms.SpanFrom(terms.MustParseDay("2022-07-11")),
		Sources: []rules.Source{{Document: "Policy of 2023", Checked: terms.MustParseDay("2026-11-22")}},
	}))
	first, _ := window.On(terms.MustParseDay("2022-07-11"))
	again, _ := window.On(terms.MustParseDay("2022-07-11"))
	later, _ := window.On(terms.MustParseDay("2022-07-12"))
	same := func(a, b int) bool { return a == b }
	fmt.Println(first.EqualFunc(again, same), first.EqualFunc(later, same))
	// Output: true false
}

func ExampleStrongest() {
	strongest := rules.Strongest("allow", "ask", "deny")
	fmt.Println(strongest("deny", "allow"))
	fmt.Println(rules.One("allow", "allow"))
	_, agree := rules.One("allow", "deny")
	fmt.Println(agree)
	// Output:
	// deny true
	// allow true
	// false
}

func ExampleTruth() {
	bought, day := terms.Day{}, terms.MustParseDay("2024-05-01")
	fmt.Println("given:", rules.TruthOf(true), rules.TruthOf(false))
	fmt.Println("not given:", rules.Given(!bought.IsZero(), bought.Before(day)) == rules.Unknown)
	fmt.Println("a closed set:", rules.Is(subscription, perpetual, subscription), rules.Is(product(0), perpetual) == rules.Unknown)
	fmt.Println("one no is enough:", rules.Unknown.And(rules.No))
	fmt.Println("one yes is enough:", rules.Unknown.Or(rules.Yes))
	fmt.Println("the contrary of a no:", rules.No.Not())
	// Output:
	// given: yes no
	// not given: true
	// a closed set: yes true
	// one no is enough: no
	// one yes is enough: yes
	// the contrary of a no: yes
}

func ExampleCondition_Not() {
	is := rules.Condition[purchase]{Name: "publisher is Red Hat or SUSE"}
	fmt.Println(is.Clause(), "|", is.Not().Clause(), is.Not().IsNegated())
	// Output: publisher is Red Hat or SUSE | not: publisher is Red Hat or SUSE true
}

// Arguments are what a message about a rule needs, in a form that does not depend on any language.
func ExampleArg() {
	day := terms.MustParseDay("2024-05-01")
	err := json.NewEncoder(os.Stdout).Encode([]rules.Arg{
		rules.TextArg("publisher", "SUSE"), rules.CountArg("days", 7), rules.DayArg("bought", day),
		rules.InstantArg("until", day.Start().Add(168*time.Hour)), rules.SpanArg("term", terms.SpanFrom(day)),
		rules.MoneyArg("paid", terms.MustParseMoney("12.50 USD")), rules.DurationArg("window", 168*time.Hour),
		rules.MarketArg("market", "NO"),
	})
	if err != nil {
		fmt.Println(err)
	}
	// Output: [{"name":"publisher","kind":"text","text":"SUSE"},{"name":"days","kind":"number","text":"7"},{"name":"bought","kind":"day","text":"2024-05-01"},{"name":"until","kind":"instant","text":"2024-05-08T00:00:00Z"},{"name":"term","kind":"span","text":"2024-05-01/.."},{"name":"paid","kind":"money","text":"12.50 USD"},{"name":"window","kind":"duration","text":"168h0m0s"},{"name":"market","kind":"market","text":"NO"}]
}
