package rules_test

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

func TestWith(t *testing.T) {
	base := setOf(says("test.rule", deny, condA), says("test.else", allow), excepts("test.exception", []rules.ID{"test.rule"}, condB))
	tests := []struct {
		name     string
		change   edit
		in       facts
		want     string
		findings string
		origin   rules.Origin // of the first finding
	}{
		{
			"a rule is added",
			edit{Add: []rule{says("house.rule", warn, condB)}},
			facts{A: no, B: yes},
			"warn", "test.else house.rule",
			rules.Origin{},
		},
		{
			"a rule is replaced",
			edit{Replace: []rule{says("test.rule", warn, condA)}},
			facts{A: yes, B: no},
			"warn", "test.rule test.else",
			rules.Origin{Owner: "Fabrikam", Change: rules.Replaced, Reason: "contract"},
		},
		{
			"a rule is switched off",
			edit{SwitchOff: []rules.ID{"test.rule"}},
			facts{A: yes, B: no},
			"allow", "test.else",
			rules.Origin{},
		},
		{
			"an exception is switched off",
			edit{SwitchOff: []rules.ID{"test.exception"}},
			facts{A: yes, B: yes},
			"deny", "test.rule test.else",
			rules.Origin{},
		},
		{
			"a house rule excepts a published one",
			edit{Add: []rule{excepts("house.x", []rules.ID{"test.else"}, condA)}},
			facts{A: yes, B: no},
			"deny", "test.rule house.x",
			rules.Origin{},
		},
		{
			"a rule reads a fact the set did not", edit{
				Facts: []rules.Fact{{Name: "c", Text: "Is it c?"}},
				Add:   []rule{says("house.rule", deny, condC)},
			}, facts{A: no, B: no}, "undetermined c", "test.else", rules.Origin{},
		},
		{"nothing", edit{}, facts{A: yes, B: no}, "deny", "test.rule test.else", rules.Origin{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.change.Owner, tt.change.Reason = "Fabrikam", "contract"
			before := marshal(t, base.About())
			house, err := base.With(tt.change)
			if err != nil {
				t.Fatal(err)
			}
			d := house.Explain(turn, tt.in)
			if got := asked(house, turn, tt.in); got != tt.want || ids(d) != tt.findings {
				t.Errorf("decides %s by %s", got, ids(d))
			}
			if len(d.Findings) > 0 && d.Findings[0].Origin != tt.origin {
				t.Errorf("the first finding is of %+v, want %+v", d.Findings[0].Origin, tt.origin)
			}
			if marshal(t, base.About()) != before {
				t.Error("the set has changed")
			}
		})
	}
}

func TestEveryRuleOfAHouseSaysWhoseItIs(t *testing.T) {
	base := setOf(says("test.kept", allow), says("test.replaced", warn, condA), says("test.off", deny, condB))
	house, err := base.With(edit{
		Owner: "Fabrikam", Reason: "contract, clause 4", SwitchOff: []rules.ID{"test.off"},
		Replace: []rule{says("test.replaced", deny, condA)}, Add: []rule{says("house.rule", warn, condA)},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := map[rules.ID]rules.Change{"test.kept": 0, "test.replaced": rules.Replaced, "test.off": rules.SwitchedOff, "house.rule": rules.Added}
	for r := range house.Rules() {
		origin := rules.Origin{Owner: "Fabrikam", Change: want[r.ID], Reason: "contract, clause 4"}
		if want[r.ID] == 0 {
			origin = rules.Origin{}
		}
		if r.Origin() != origin || r.IsOff() != (r.ID == "test.off") {
			t.Errorf("%s is of %+v, off %v", r.ID, r.Origin(), r.IsOff())
		}
		delete(want, r.ID)
	}
	if len(want) > 0 {
		t.Errorf("the house has no %v", want)
	}
}

// A rule that was switched off, and one that was replaced and is silent now, leave no finding. The record names them all
// the same, on the days they would have governed.
func TestARecordNamesWhatWasChanged(t *testing.T) {
	base := setOf(
		during("2022-07-11/..", says("test.off", deny)), during("../2022-07-11", says("test.ended", deny)),
		published("../2020-01-01", says("test.superseded", deny)), says("test.replaced", warn), says("test.else", allow),
	)
	house, err := base.With(edit{
		Owner: "Fabrikam", Reason: "r", SwitchOff: []rules.ID{"test.off", "test.ended", "test.superseded"},
		Replace: []rule{says("test.replaced", warn, condA)}, Facts: []rules.Fact{{Name: "a", Text: "Is it a?"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for on, want := range map[terms.Day]string{turn: "test.off test.replaced", turn.AddDays(-1): "test.ended test.replaced"} {
		d := house.Explain(on, facts{A: no})
		var changed []string
		for _, c := range d.Changed {
			changed = append(changed, string(c.Rule))
			if c.Origin.Owner != "Fabrikam" {
				t.Errorf("%s was changed by %+v", c.Rule, c.Origin)
			}
		}
		if got := strings.Join(changed, " "); got != want || ids(d) != "test.else" {
			t.Errorf("on %s, %s decides, and %s were changed", on, ids(d), got)
		}
	}
	if d := base.Explain(turn, facts{}); d.Changed != nil {
		t.Errorf("in the published set %v were changed", d.Changed)
	}
}

// A rule that an edit brings cannot bring an origin of its own: it is a fresh declaration, or one of another set.
func TestRulesOfAnotherHouseChangeOwner(t *testing.T) {
	first, err := setOf(says("test.rule", deny)).With(edit{Owner: "First", Reason: "r", SwitchOff: []rules.ID{"test.rule"}})
	if err != nil {
		t.Fatal(err)
	}
	for r := range first.Rules() {
		second, err := first.With(edit{Owner: "Second", Reason: "r", Replace: []rule{r}})
		if err != nil {
			t.Fatal(err)
		}
		d := second.Explain(turn, facts{})
		if d.Outcome != deny || d.Findings[0].Origin.Owner != "Second" {
			t.Errorf("the rule that was switched off is not on again: %+v", d)
		}
	}
}

// What was done to a rule in one set is not done to it in a set that is declared with it.
func TestRulesOfAHouseInADeclaration(t *testing.T) {
	house, err := setOf(says("test.off", deny), says("test.kept", allow)).With(
		edit{Owner: "First", Reason: "r", SwitchOff: []rules.ID{"test.off"}, Replace: []rule{says("test.kept", warn)}})
	if err != nil {
		t.Fatal(err)
	}
	made := setOf(slices.Collect(house.Rules())...)
	d := made.Trace(turn, facts{})
	if d.Outcome != deny || ids(d) != "test.off test.kept" || d.Changed != nil {
		t.Errorf("the set made of its rules gives %+v", d)
	}
	if fresh := setOf(says("test.off", deny), says("test.kept", warn)); made.Digest() != fresh.Digest() {
		t.Error("its digest is another than that of the rules declared afresh")
	}
	if d := house.Explain(turn, facts{}); d.Outcome != warn || len(d.Changed) != 2 {
		t.Errorf("the house itself gives %+v", d)
	}
}

// The last rule that reads a fact may go, and the fact with it.
func TestFactsNothingReadsAnyMoreGo(t *testing.T) {
	base := setOf(says("test.a", deny, condA), says("test.b", allow, condB))
	house, err := base.With(edit{Owner: "Fabrikam", Reason: "r", Replace: []rule{says("test.a", warn, condB)}})
	if err != nil {
		t.Fatal(err)
	}
	if got := marshal(t, house.Facts()); got != `[{"name":"b","text":"Is it b?"}]` {
		t.Errorf("the facts are %s", got)
	}
}

func TestWithRefuses(t *testing.T) {
	base := setOf(says("test.rule", deny, condA), says("test.else", allow))
	tests := []struct {
		name      string
		change    edit
		condition error
		problem   string
	}{
		{"no owner", edit{Reason: "r"}, rules.ErrOverlay, `the owner is "" and the reason "r"; want both`},
		{"no reason", edit{Owner: "o"}, rules.ErrOverlay, `the owner is "o" and the reason ""; want both`},
		{
			"a rule that is not there is switched off",
			edit{Owner: "o", Reason: "r", SwitchOff: []rules.ID{"test.rul"}},
			rules.ErrOverlay, `rule test.rul: it is no rule of the set; did you mean "test.rule"?`,
		},
		{
			"a rule that is not there is replaced",
			edit{Owner: "o", Reason: "r", Replace: []rule{says("other.rule", deny)}},
			rules.ErrOverlay, "rule other.rule: it is no rule of the set",
		},
		{
			"a rule is replaced and switched off",
			edit{Owner: "o", Reason: "r", Replace: []rule{says("test.rule", deny)}, SwitchOff: []rules.ID{"test.rule"}},
			rules.ErrOverlay, "it is both replaced and switched off",
		},
		{
			"a rule is added that is there",
			edit{Owner: "o", Reason: "r", Add: []rule{says("test.rule", deny)}},
			rules.ErrOverlay, "rule test.rule: it is added, and there is a rule of that id already; want Replace, or an id of its own",
		},
		{
			"a rule is added twice",
			edit{Owner: "o", Reason: "r", Add: []rule{says("house.rule", deny), says("house.rule", warn)}},
			rules.ErrOverlay, "rule house.rule: it is added, and there is a rule of that id already",
		},
		{
			"a rule is replaced twice",
			edit{Owner: "o", Reason: "r", Replace: []rule{says("test.rule", deny), says("test.rule", warn)}},
			rules.ErrOverlay, "rule test.rule: it is replaced twice",
		},
		{
			"a rule is switched off twice",
			edit{Owner: "o", Reason: "r", SwitchOff: []rules.ID{"test.rule", "test.rule"}},
			rules.ErrOverlay, "rule test.rule: it is switched off twice",
		},
		{
			"a fact that the set has",
			edit{Owner: "o", Reason: "r", Facts: []rules.Fact{{Name: "a", Text: "Is it a?"}}, Add: []rule{says("house.rule", deny, condA)}},
			rules.ErrOverlay, `it brings the fact "a", which the set has already; want only facts that are new`,
		},
		{
			"a fact that nothing reads",
			edit{Owner: "o", Reason: "r", Facts: []rules.Fact{{Name: "c", Text: "Is it c?"}}, Add: []rule{says("house.rule", deny, condA)}},
			rules.ErrOverlay, `it brings the fact "c", which no condition of a rule reads`,
		},
		{
			"a fact twice",
			edit{Owner: "o", Reason: "r", Facts: []rules.Fact{{Name: "c", Text: "Is it c?"}, {Name: "c", Text: "Is it?"}}, Add: []rule{says("house.rule", deny, condC)}},
			rules.ErrSpec, "want a name of its own",
		},
		{
			"a rule that is published on no day",
			edit{Owner: "o", Reason: "r", Add: []rule{func() rule { r := says("house.rule", deny); r.Published = terms.Pending(); return r }()}},
			rules.ErrSpec, "it is the published wording on no day",
		},
		{
			"a rule without source",
			edit{Owner: "o", Reason: "r", Add: []rule{{ID: "house.rule", Text: "x", Span: terms.Always()}}},
			rules.ErrSpec, "it has no source",
		},
		{
			"a fact nobody declared",
			edit{Owner: "o", Reason: "r", Add: []rule{says("house.rule", deny, condC)}},
			rules.ErrSpec, `reads "c", which is no fact of the set`,
		},
		{
			"exceptions that become a cycle", edit{Owner: "o", Reason: "r", Add: []rule{
				excepts("house.x", []rules.ID{"house.y"}), excepts("house.y", []rules.ID{"house.x"}),
			}}, rules.ErrSpec, "its exceptions form a cycle",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			house, err := base.With(tt.change)
			if house != nil || !errors.Is(err, tt.condition) || !strings.Contains(err.Error(), tt.problem) {
				t.Errorf("gives %v, %v", house, err)
			}
		})
	}
}

type order struct {
	Facts facts
	Price int
}

func TestLift(t *testing.T) {
	r := says("test.rule", deny, condA, condB.Not())
	r.Args = func(f facts) []rules.Arg { return []rules.Arg{rules.TextArg("b", f.B.String())} }
	base, err := setOf(r, says("test.else", allow), during("pending", says("test.planned", deny, condC))).With(
		edit{Owner: "Fabrikam", Reason: "r", SwitchOff: []rules.ID{"test.else"}})
	if err != nil {
		t.Fatal(err)
	}
	lifted, err := rules.Lift(base, func(o order) facts { return o.Facts })
	if err != nil {
		t.Fatal(err)
	}
	if lifted.Digest() != base.Digest() || marshal(t, lifted.About()) != marshal(t, base.About()) {
		t.Error("lifting changes what is declared")
	}
	for _, in := range []facts{{}, {A: yes}, {A: yes, B: no}, {A: yes, B: yes}, {A: no}} {
		if want, got := base.Trace(turn, in), lifted.Trace(turn, order{Facts: in}); !got.Equal(want) {
			t.Errorf("%+v: %+v, want %+v", in, got, want)
		}
	}
	dear := rules.Condition[order]{
		Name: "price is above 100", Reads: []string{"price"},
		Holds: func(o order) rules.Truth { return rules.Given(o.Price > 0, o.Price > 100) },
	}
	house, err := lifted.With(rules.Edit[order, verdict]{
		Owner: "Fabrikam", Reason: "credit limit", Facts: []rules.Fact{{Name: "price", Text: "What does it cost?"}},
		Add: []rules.Rule[order, verdict]{{
			ID: "house.dear", Text: "What costs more than 100 needs a signature.", Span: terms.Always(), Sources: source("H-01"),
			If: []rules.Condition[order]{dear}, Then: warn,
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := house.Decide(turn, order{facts{A: no}, 101}); got != warn || err != nil {
		t.Errorf("decides %v, %v", got, err)
	}
	known, err := setOf(says("test.rule", deny)).AsKnown(turn)
	if err != nil {
		t.Fatal(err)
	}
	if again := rules.Must(rules.Lift(known, func(o order) facts { return o.Facts })); again.KnownOn() != turn {
		t.Errorf("the lifted set decides by %v", again.KnownOn())
	}
}

// One set, read and changed by many goroutines at once, stays as it was. The race detector watches.
func TestASetIsSafeForManyGoroutines(t *testing.T) {
	declared := specOf(
		says("test.rule", deny, condA), excepts("test.exception", []rules.ID{"test.rule"}, condB),
		during("2022-07-11/..", says("test.later", warn, condC)), published("../2022-07-11", says("test.superseded", allow, condD)),
	)
	declared.Default = allow
	base := rules.Must(rules.New(declared))
	figures := rules.Must(rules.NewTimeline("test.figure", "The figure.", entry("2022-07-11/..", 7), entry("../2022-07-11", 30)))
	overlay := rules.Overlay{Owner: "Fabrikam", Reason: "contract", SwitchOff: []rules.ID{"test.rule"}, Figures: []rules.Figure{
		{Timeline: "test.figure", Span: terms.Always(), Value: []byte("14")},
	}}
	about, in := marshal(t, base.About())+marshal(t, figures.About()), facts{A: yes, B: no, C: no}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 50 {
				house, err := base.With(edit{Owner: "Contoso", Reason: "r", Replace: []rule{says("test.rule", warn, condA)}})
				if err != nil || asked(house, turn, in) != "warn" {
					t.Errorf("a house decides %s, %v", asked(house, turn, in), err)
				}
				off, err := base.Apply(overlay)
				if err != nil || asked(off, turn, in) != "allow" {
					t.Errorf("an overlay decides %s, %v", asked(off, turn, in), err)
				}
				then, err := base.AsKnown(day("2022-07-10"))
				if err != nil || len(then.Trace(turn, in).Trace) != 4 {
					t.Error(err)
				}
				fortnight, err := figures.Apply(overlay)
				if r, failed := fortnight.On(turn); err != nil || failed != nil || r.Value != 14 {
					t.Errorf("the figure is %v, %v, %v", r, err, failed)
				}
				if r, err := figures.On(turn); err != nil || r.Value != 7 {
					t.Errorf("the published figure is %v, %v", r, err)
				}
				if asked(base, turn, in) != "deny" || base.Trace(turn, in).Outcome != deny || asked(base, turn, facts{C: no, B: no}) != "undetermined a" {
					t.Error("the published set decides otherwise")
				}
			}
		})
	}
	group.Wait()
	if marshal(t, base.About())+marshal(t, figures.About()) != about {
		t.Error("the published set has changed")
	}
}
