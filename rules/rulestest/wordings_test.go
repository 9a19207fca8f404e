package rulestest_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

// seat is the facts of a set with a superseded wording: the window for seats went from three days to seven with purchases
// of 12 March 2022, as was published on the 17th.
type seat struct{ New rules.Truth }

func seatRules() []rules.Rule[seat, int] {
	isNew := rules.Condition[seat]{Name: "seat is new", Reads: []string{"seat.new"}, Holds: func(s seat) rules.Truth { return s.New }}
	window := func(id rules.ID, span, published string, days int) rules.Rule[seat, int] {
		r := rules.Rule[seat, int]{
			ID: id, Text: "New seats can be given back.", Sources: source(""), If: []rules.Condition[seat]{isNew}, Then: days,
			Span: mustSpan(span), Published: mustSpan(published),
		}
		return r
	}
	return []rules.Rule[seat, int]{
		window("seat.3d.as-it-was", "2022-01-10/..", "2022-01-10/2022-03-17", 3),
		window("seat.3d", "2022-01-10/2022-03-12", "2022-03-17/..", 3),
		window("seat.7d", "2022-03-12/..", "2022-03-17/..", 7),
		window("seat.next", "pending", "", 1),
		{
			ID: "seat.old", Text: "Old seats stay.", Sources: source(""), If: []rules.Condition[seat]{isNew.Not()}, Then: -1,
			Span: terms.SpanFrom(terms.MustParseDay("2022-01-10")),
		},
	}
}

func mustSpan(text string) terms.Span {
	if text == "" {
		return terms.Span{}
	}
	span, err := terms.ParseSpan(text)
	if err != nil {
		panic(err)
	}
	return span
}

func seatSet(list ...rules.Rule[seat, int]) *rules.Set[seat, int] {
	return rules.Must(rules.New(rules.Spec[seat, int]{
		ID: "seat/window", Question: "How many days can a seat be given back?",
		Facts: []rules.Fact{{Name: "seat.new", Text: "Is the seat new?"}}, Rules: list,
	}))
}

func seats() rulestest.Samples[seat] {
	return rulestest.Product(rulestest.Truth("seat.new", func(s *seat, t rules.Truth) { s.New = t }))
}

// beforeSeats lets the days stand before there were seats.
func beforeSeats() rulestest.Allowance[seat] {
	return rulestest.Allowance[seat]{
		Kind: rulestest.Gap, Where: func(day terms.Day, _ seat) bool { return day.Before(terms.MustParseDay("2022-01-10")) },
		Reason: "there were no seats before",
	}
}

func TestEveryWordingIsChecked(t *testing.T) {
	rulestest.Check(t, seatSet(seatRules()...), seats(), beforeSeats())
}

func TestAProblemOfAnEarlierWordingNamesItsLastDay(t *testing.T) {
	list := seatRules()
	list[0].Span = mustSpan("2022-01-11/..")
	got := rulestest.Problems(seatSet(list...), seats(), beforeSeats())
	if len(got) != 1 {
		t.Fatalf("found %v", got)
	}
	const want = "gap: seat/window, on 2022-01-10 as known on 2022-03-16, for seat.new: yes: no rule answers"
	if got[0].String() != want {
		t.Errorf("found %s", got[0])
	}
}

func TestASetAsKnownIsCheckedInItsWordingOnly(t *testing.T) {
	list := seatRules()
	list[2].Span = mustSpan("2022-03-13/..") // a gap in the present wording
	set, err := seatSet(list...).AsKnown(terms.MustParseDay("2022-02-01"))
	if err != nil {
		t.Fatal(err)
	}
	got := rulestest.Problems(set, seats(), beforeSeats())
	for _, p := range got {
		if p.Kind != rulestest.NeverReached || p.Rule != "seat.3d" && p.Rule != "seat.7d" {
			t.Errorf("found %s", p)
		}
	}
	if len(got) != 2 {
		t.Errorf("found %d problems", len(got))
	}
}

func TestWordingsThatSayTheSameAreOne(t *testing.T) {
	list := seatRules()[1:]
	for i := range list {
		list[i].Published = terms.SpanFrom(terms.MustParseDay("2022-03-17")) // before that, nothing was published
	}
	rulestest.Check(t, seatSet(list...), seats(), beforeSeats())
}

func TestDays(t *testing.T) {
	tests := []struct {
		name string
		set  *rules.Set[seat, int]
		want string
	}{
		{
			"every boundary, the day before and the day after", seatSet(seatRules()...),
			"[2022-01-09 2022-01-10 2022-01-11 2022-03-11 2022-03-12 2022-03-13]",
		},
		{"any one day for a set without boundaries", seatSet(func() rules.Rule[seat, int] {
			always := seatRules()[0]
			always.Span, always.Published = terms.Always(), terms.Span{}
			return always
		}()), "[2000-01-01]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := fmt.Sprint(rulestest.Days(tt.set)); got != tt.want {
				t.Errorf("gives %s", got)
			}
		})
	}
}

func TestAllowances(t *testing.T) {
	gap := func(where func(terms.Day, seat) bool, reason string) rulestest.Allowance[seat] {
		return rulestest.Allowance[seat]{Kind: rulestest.Gap, Where: where, Reason: reason}
	}
	tests := []struct {
		name    string
		allowed []rulestest.Allowance[seat]
		want    []string
	}{
		{"none", nil, []string{"gap: seat/window, on 2022-01-09, for seat.new: not given and 2 more: no rule answers"}},
		{"one for all questions", []rulestest.Allowance[seat]{gap(nil, "before seats")}, nil},
		{"one for the questions concerned", []rulestest.Allowance[seat]{beforeSeats()}, nil},
		{
			"one for some of the questions concerned",
			[]rulestest.Allowance[seat]{gap(func(_ terms.Day, in seat) bool { return in.New != rules.Yes }, "before seats")},
			[]string{"gap: seat/window, on 2022-01-09, for seat.new: yes: no rule answers"},
		},
		{
			"one for another rule",
			[]rulestest.Allowance[seat]{{Kind: rulestest.NeverReached, Rule: "seat.7d", Reason: "later"}, beforeSeats()},
			[]string{"idleAllowance: seat/window, rule seat.7d: the allowance for neverReached lets nothing stand (later); strike it"},
		},
		{
			"one for a condition, which a gap has none of",
			[]rulestest.Allowance[seat]{{Kind: rulestest.Gap, Condition: "seat is new", Reason: "later"}},
			[]string{
				"gap: seat/window, on 2022-01-09, for seat.new: not given and 2 more: no rule answers",
				`idleAllowance: seat/window, condition "seat is new": the allowance for gap lets nothing stand (later); strike it`,
			},
		},
		{
			"one without a reason",
			[]rulestest.Allowance[seat]{beforeSeats(), gap(nil, "")},
			[]string{"idleAllowance: seat/window: the allowance 2, for gap, has no reason"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, p := range rulestest.Problems(seatSet(seatRules()...), seats(), tt.allowed...) {
				got = append(got, p.String())
			}
			if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("found\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}

// Two inputs that no condition tells apart have one answer, and only one of them may be without.
func TestAnAllowanceIsForTheInputAndNotForWhatConditionsMakeOfIt(t *testing.T) {
	const hardware, forgotten = licenseBased + 1, licenseBased + 2
	samples := rulestest.Product(rulestest.Dimension[purchase]{Fact: "product.kind", Values: []rulestest.Value[purchase]{
		{"not given", func(p *purchase) { p.Kind = 0 }},
		{"perpetual", func(p *purchase) { p.Kind = perpetualSoftware }},
		{"subscription", func(p *purchase) { p.Kind = softwareSubscription }},
		{"licenses", func(p *purchase) { p.Kind = licenseBased }},
		{"hardware", func(p *purchase) { p.Kind = hardware }},
		{"forgotten", func(p *purchase) { p.Kind = forgotten }},
	}}, publishers())
	got := rulestest.Problems(policySet(), samples, rulestest.Allowance[purchase]{
		Kind: rulestest.Gap, Where: func(_ terms.Day, p purchase) bool { return p.Kind == hardware }, Reason: "no policy is published",
	})
	for _, p := range got {
		if p.Kind != rulestest.Gap || p.Input != "product.kind: forgotten, product.publisher: not given" || p.Inputs != 4 {
			t.Errorf("found %s", p)
		}
	}
	if len(got) == 0 {
		t.Error("the forgotten kind is not found")
	}
}

func TestContained(t *testing.T) {
	base := func(id rules.ID) rule {
		return rule{
			ID: id, Text: "A test.", Span: terms.Always(), Sources: source(""), If: []condition{licenses}, Then: policy{7, proratedRefund},
		}
	}
	tests := []struct {
		name         string
		outer, inner func(*rule)
		more         []rule
		want         bool
	}{
		{"the same twice", func(*rule) {}, func(*rule) {}, nil, true},
		{"more conditions", func(*rule) {}, func(r *rule) { r.If = append(r.If, linux) }, nil, true},
		{"fewer days", func(*rule) {}, func(r *rule) { r.Span = mustSpan("2024-01-01/2024-02-01") }, nil, true},
		{
			"days within days", func(r *rule) { r.Span = mustSpan("2024-01-01/2024-02-01") },
			func(r *rule) { r.Span = mustSpan("2024-01-01/2024-02-01") }, nil, true,
		},
		{"fewer exceptions", func(r *rule) { r.Excepts = []rules.ID{"x"} }, func(*rule) {}, []rule{base("x")}, true},
		{"another answer", func(*rule) {}, func(r *rule) { r.Then.Days++ }, nil, false},
		{"fewer conditions", func(r *rule) { r.If = append(r.If, linux) }, func(r *rule) { r.If = []condition{linux} }, nil, false},
		{"the contrary of a condition", func(*rule) {}, func(r *rule) { r.If = []condition{licenses.Not(), linux} }, nil, false},
		{"a day before", func(r *rule) { r.Span = mustSpan("2024-01-02/..") }, func(r *rule) { r.Span = mustSpan("2024-01-01/2024-02-01") }, nil, false},
		{"a day after", func(r *rule) { r.Span = mustSpan("../2024-01-31") }, func(r *rule) { r.Span = mustSpan("2024-01-01/2024-02-01") }, nil, false},
		{"no end", func(r *rule) { r.Span = mustSpan("2023-01-01/2024-01-31") }, func(r *rule) { r.Span = mustSpan("2024-01-01/..") }, nil, false},
		{
			"another wording", func(r *rule) { r.Published = mustSpan("2024-01-01/..") },
			func(r *rule) { r.Published = mustSpan("../2024-01-01") }, nil, false,
		},
		{"announced only", func(*rule) {}, func(r *rule) { r.Span = terms.Pending() }, nil, false},
		{
			"silent where the other is not", func(*rule) {}, func(*rule) {},
			[]rule{func() rule {
				r := base("x")
				r.Then, r.Excepts = policy{}, []rules.ID{"outer"}
				r.If = []condition{linux}
				return r
			}()},
			false,
		},
		{
			"silent together", func(*rule) {}, func(r *rule) { r.If = append(r.If, subscription.Not()) },
			[]rule{func() rule {
				r := base("x")
				r.Then, r.Excepts, r.If = policy{}, []rules.ID{"outer", "inner"}, []condition{linux}
				return r
			}()},
			true,
		},
		{
			"notes, which are both reported", func(r *rule) { r.Then = policy{} }, func(r *rule) { r.Then = policy{} }, nil, false,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := policySpec()
			s.Rules = append(s.Rules[:4:4], base("outer"), base("inner"))
			tt.outer(&s.Rules[4])
			tt.inner(&s.Rules[5])
			s.Rules = append(s.Rules, tt.more...)
			set, err := rules.New(s)
			if err != nil {
				t.Fatal(err)
			}
			found := false
			for _, p := range rulestest.Problems(set, purchases()) {
				found = found || p.Kind == rulestest.Contained && p.Rule == "inner"
			}
			if found != tt.want {
				t.Errorf("contained: %v", found)
			}
		})
	}
}

func TestASwitchedOffRuleNeedSpeakNoMore(t *testing.T) {
	set, err := policySet().With(rules.Edit[purchase, policy]{Owner: "Fabrikam", Reason: "contract", SwitchOff: []rules.ID{"cancel.subscription.linux"}})
	if err != nil {
		t.Fatal(err)
	}
	rulestest.Check(t, set, purchases())
}

func TestASetAskedByPointer(t *testing.T) {
	byPointer := func(c condition) rules.Condition[*purchase] {
		return rules.Condition[*purchase]{Name: c.Name, Reads: c.Reads, Holds: func(p *purchase) rules.Truth { return c.Holds(*p) }}
	}
	pointers := func(spoil bool) *rules.Set[*purchase, int] {
		first, second := byPointer(perpetual), byPointer(licenses)
		if spoil {
			first.Holds = func(p *purchase) rules.Truth {
				defer func() { p.Kind = licenseBased }()
				return perpetual.Holds(*p)
			}
		}
		rule := func(id rules.ID, c rules.Condition[*purchase]) rules.Rule[*purchase, int] {
			return rules.Rule[*purchase, int]{
				ID: id, Text: "A test.", Span: terms.Always(), Sources: source(""), Then: 1, If: []rules.Condition[*purchase]{c},
			}
		}
		return rules.Must(rules.New(rules.Spec[*purchase, int]{
			ID: "by pointer", Question: "Is it?", Facts: []rules.Fact{{Name: "product.kind", Text: "What?"}}, Default: 2,
			Rules: []rules.Rule[*purchase, int]{rule("1", first), rule("2", second)},
		}))
	}
	samples := rulestest.Map(rulestest.Product(kinds()).Where(func(p purchase) bool { return p.Kind != softwareSubscription }),
		func(p purchase) *purchase { return &p })
	n := 0
	for p := range samples.Each {
		n++
		if p.Kind == softwareSubscription {
			t.Error("Map forgets what Where leaves out")
		}
	}
	if n != 3 {
		t.Errorf("%d samples", n)
	}
	rulestest.Check(t, pointers(false), samples)
	got := rulestest.Problems(pointers(true), samples)
	if len(got) != 1 || got[0].Kind != rulestest.Unsteady || got[0].Condition != licenses.Name {
		t.Errorf("a condition that changes its input is found as %v", got)
	}
}

func TestKindTexts(t *testing.T) {
	for k := rulestest.Gap; k <= rulestest.IdleAllowance; k++ {
		text, err := json.Marshal(k)
		if err != nil || string(text) != `"`+k.String()+`"` {
			t.Fatalf("%d marshals to %s, %v", k, text, err)
		}
		var got rulestest.Kind
		if err := terms.Decode(strings.NewReader(string(text)), &got); err != nil || got != k {
			t.Errorf("%s decodes to %v, %v", text, got, err)
		}
	}
	if text, err := json.Marshal(rulestest.IdleAllowance + 1); err == nil {
		t.Errorf("a number that is no kind marshals to %s", text)
	}
}
