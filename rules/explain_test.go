package rules_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

func TestExplain(t *testing.T) {
	list := []rule{
		says("test.rule", deny, condA),
		excepts("test.exception", []rules.ID{"test.rule"}, condB),
		says("test.note", 0, condC),
		says("test.else", allow),
	}
	tests := []struct {
		name     string
		in       facts
		status   rules.Status
		outcome  verdict
		findings string
		missing  []string
	}{
		{"the rules that spoke", facts{A: yes, B: no, C: no}, rules.Decided, deny, "test.rule test.else", nil},
		{"an exception where it silenced a rule", facts{A: yes, B: yes, C: no}, rules.Decided, allow, "test.exception test.else", nil},
		{"no exception where there was nothing to silence", facts{A: no, B: yes, C: no}, rules.Decided, allow, "test.else", nil},
		{"no exception where it is not known whether there was", facts{B: yes, C: no}, rules.Decided, allow, "test.else", nil},
		{"a rule that only reports", facts{A: no, B: no, C: yes}, rules.Decided, allow, "test.note test.else", nil},
		{"what spoke for certain, and what is missing", facts{A: unknown, B: no, C: yes}, rules.Undetermined, 0, "test.note test.else", []string{"a"}},
		{"a note that waits holds nothing up", facts{A: yes, B: no}, rules.Decided, deny, "test.rule test.else", nil},
	}
	s := setOf(list...)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := s.Explain(turn, tt.in)
			if d.Status != tt.status || d.Outcome != tt.outcome || ids(d) != tt.findings || !slices.Equal(d.Missing, tt.missing) {
				t.Errorf("explains %v %v by %s, missing %v", d.Status, d.Outcome, ids(d), d.Missing)
			}
			if d.Set != "test/verdict" || d.Question != "May it be?" || d.Digest != s.Digest() || d.Day != turn || !d.Known.IsZero() || d.Trace != nil {
				t.Errorf("the record is %+v", d)
			}
		})
	}
}

// Every decision says in its JSON how it came about, and gives back the error that Decide gave.
func TestStatusOfADecision(t *testing.T) {
	one := func(then ...verdict) *set {
		s := specOf()
		s.Combine, s.Default, s.Facts = nil, then[0], []rules.Fact{{Name: "a", Text: "Is it a?"}}
		for i, out := range then[1:] {
			s.Rules = append(s.Rules, says(rules.ID(fmt.Sprint("test.", i)), out, condA))
		}
		return rules.Must(rules.New(s))
	}
	tests := []struct {
		name string
		set  *set
		day  terms.Day
		in   facts
		want string
		err  error
	}{
		{"a rule speaks", one(allow, deny), turn, facts{A: yes}, "decided", nil},
		{"none speaks, and there is a default", one(allow, deny), turn, facts{A: no}, "byDefault", nil},
		{"a fact that matters is not given", one(allow, deny), turn, facts{}, "undetermined", rules.ErrUndetermined},
		{"two rules disagree", one(allow, deny, warn), turn, facts{A: yes}, "conflicting", rules.ErrConflict},
		{"none speaks, and there is no default", one(0, deny), turn, facts{A: no}, "unanswered", rules.ErrNoRule},
		{"the question has no day", one(allow, deny), terms.Day{}, facts{A: yes}, "undated", rules.ErrDay},
		{"the set is zero", new(set), turn, facts{A: yes}, "unanswered", rules.ErrNoRule},
		{"the set is zero and the question has no day", new(set), terms.Day{}, facts{A: yes}, "undated", rules.ErrDay},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := tt.set.Trace(tt.day, tt.in)
			back := decode[decision](t, marshal(t, d))
			_, err := tt.set.Decide(tt.day, tt.in)
			if back.Status.String() != tt.want || !errors.Is(back.Err(), tt.err) || fmt.Sprint(back.Err()) != fmt.Sprint(err) {
				t.Errorf("is %s with %v; Decide gives %v", back.Status, back.Err(), err)
			}
		})
	}
}

func TestAFindingCarriesWhatTheRuleDeclares(t *testing.T) {
	r := says("test.rule", deny, condA)
	r.Args = func(f facts) []rules.Arg { return []rules.Arg{rules.TextArg("a", f.A.String())} }
	d := setOf(r).Explain(turn, facts{A: yes})
	want := rules.Finding[verdict]{
		Rule: "test.rule", Text: "Rule test.rule holds.", Says: deny, Args: []rules.Arg{{Name: "a", Kind: rules.ArgText, Text: "yes"}},
		Sources: source("T-01"),
	}
	if len(d.Findings) != 1 || !d.Findings[0].Equal(want) {
		t.Errorf("findings %+v, want %+v", d.Findings, want)
	}
}

func TestTheDefaultIsNoFinding(t *testing.T) {
	declared := specOf(says("test.rule", deny, condA))
	declared.Default = allow
	s := rules.Must(rules.New(declared))
	if d := s.Explain(turn, facts{A: no}); d.Status != rules.ByDefault || d.Outcome != allow || len(d.Findings) != 0 {
		t.Errorf("explains %+v", d)
	}
	declared.Rules = append(declared.Rules, says("test.agrees", allow, condB))
	declared.Facts = append(declared.Facts, rules.Fact{Name: "b", Text: "Is it b?"})
	s = rules.Must(rules.New(declared))
	if d := s.Explain(turn, facts{A: no, B: yes}); d.Status != rules.Decided || d.Outcome != allow || ids(d) != "test.agrees" {
		t.Errorf("a rule that says what the default says is explained as %+v", d)
	}
	if d := s.Explain(turn, facts{A: no}); d.Status != rules.ByDefault || d.Outcome != allow || len(d.Findings) != 0 {
		t.Errorf("a rule that may say what the default says is explained as %+v", d)
	}
	if out, ok := s.Default(); out != allow || !ok {
		t.Errorf("the default is %v, %v", out, ok)
	}
	if out, ok := setOf(says("test.rule", deny)).Default(); out != 0 || ok {
		t.Errorf("a set without default has the default %v, %v", out, ok)
	}
}

// A default that says why it is one says so in every decision it gives, and in no other.
func TestADefaultSaysWhy(t *testing.T) {
	declared := specOf(says("test.rule", deny, condA))
	declared.Default, declared.DefaultText, declared.DefaultSources = allow, "What no rule denies is allowed.", source("T-09")
	s := rules.Must(rules.New(declared))
	house, err := s.With(edit{Owner: "Fabrikam", Reason: "r", SwitchOff: []rules.ID{"test.rule"}})
	if err != nil {
		t.Fatal(err)
	}
	known := rules.Must(s.AsKnown(turn))
	lifted := rules.Must(rules.Lift(s, func(o order) facts { return o.Facts }))
	tests := []struct {
		name string
		d    decision
		why  bool
	}{
		{"no rule speaks", s.Explain(turn, facts{A: no}), true},
		{"no rule speaks, with a trace", s.Trace(turn, facts{A: no}), true},
		{"the rule is switched off", house.Explain(turn, facts{A: yes}), true},
		{"as known on a day", known.Explain(turn, facts{A: no}), true},
		{"of a larger input", lifted.Explain(turn, order{Facts: facts{A: no}}), true},
		{"a rule speaks", s.Trace(turn, facts{A: yes}), false},
		{"a fact is missing", s.Trace(turn, facts{}), false},
		{"there is no day", s.Trace(terms.Day{}, facts{A: no}), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, sources := "", []rules.Source(nil)
			if tt.why {
				text, sources = declared.DefaultText, source("T-09")
			}
			if tt.d.DefaultText != text || !slices.Equal(tt.d.DefaultSources, sources) || (tt.d.Status == rules.ByDefault) != tt.why {
				t.Errorf("explains %+v", tt.d)
			}
			if back := decode[decision](t, marshal(t, tt.d)); !back.Equal(tt.d) {
				t.Errorf("reads back as %+v", back)
			}
		})
	}
	about := s.About()
	if about.Default != "allow" || about.DefaultText != declared.DefaultText || !slices.Equal(about.DefaultSources, source("T-09")) {
		t.Errorf("says of itself %+v", about)
	}
	about.DefaultSources[0].Document, declared.DefaultSources[0].Document = "x", "x"
	s.Explain(turn, facts{A: no}).DefaultSources[0].Document = "x"
	if d := s.Explain(turn, facts{A: no}); !slices.Equal(d.DefaultSources, source("T-09")) {
		t.Errorf("the set has become %+v", d)
	}
}

// Where the answer is the same whichever of several rules speaks, those that may are findings, with what they wait for.
func TestFindingsThatAwaitFacts(t *testing.T) {
	tests := []struct {
		name     string
		list     []rule
		in       facts
		outcome  verdict
		findings string
		awaits   []string // of each finding, its facts joined
	}{
		{
			"one of two rules gives it",
			[]rule{says("test.yes", deny, condA), says("test.no", deny, condA.Not())},
			facts{},
			deny, "test.yes test.no",
			[]string{"a", "a"},
		},
		{
			"beside a weaker one that is certain",
			[]rule{says("test.else", allow), says("test.yes", deny, condA), says("test.no", deny, condA.Not())},
			facts{},
			deny, "test.else test.yes test.no",
			[]string{"", "a", "a"},
		},
		{
			"a rule whose exception waits",
			[]rule{
				says("test.rule", deny), excepts("test.x", []rules.ID{"test.rule"}, condA), says("test.again", deny, condA),
			},
			facts{},
			deny, "test.rule test.again",
			[]string{"a", "a"},
		},
		{
			"no rule that would give another answer, and so cannot speak",
			[]rule{
				says("test.never", deny, condA), excepts("test.x", []rules.ID{"test.never"}, condA), says("test.else", allow),
			},
			facts{},
			allow, "test.else",
			[]string{""},
		},
		{
			"nothing where the certain rules suffice",
			[]rule{says("test.deny", deny), says("test.more", deny, condA)},
			facts{},
			deny, "test.deny",
			[]string{""},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := setOf(tt.list...).Explain(turn, tt.in)
			if d.Status != rules.Decided || d.Outcome != tt.outcome || ids(d) != tt.findings {
				t.Fatalf("explains %v %v by %s", d.Status, d.Outcome, ids(d))
			}
			for i, f := range d.Findings {
				if got := slices.Concat(f.Awaits, []string{""})[0]; got != tt.awaits[i] {
					t.Errorf("%s awaits %v, want %q", f.Rule, f.Awaits, tt.awaits[i])
				}
			}
		})
	}
}

// A conflict names everybody who takes part in it, also where it comes about one way or the other.
func TestAConflictNamesTheRules(t *testing.T) {
	one := specOf(says("test.allow", allow), says("test.yes", deny, condA), says("test.no", deny, condA.Not()))
	one.Combine = nil
	s := rules.Must(rules.New(one))
	for in, want := range map[facts]string{
		{A: yes}: "conflict test.allow test.yes",
		{}:       "conflict test.allow test.yes test.no",
	} {
		if got := asked(s, turn, in); got != want {
			t.Errorf("decides %s, want %s", got, want)
		}
		if d := s.Explain(turn, in); d.Status != rules.Conflicting || d.Outcome != 0 || "conflict "+ids(d) != want {
			t.Errorf("explains %v %v by %s", d.Status, d.Outcome, ids(d))
		}
	}
}

func TestTraceSaysWhyEveryRuleSpokeOrDidNot(t *testing.T) {
	base := setOf(
		says("test.rule", deny, condA, condB.Not()),
		excepts("test.exception", []rules.ID{"test.rule"}, condC),
		excepts("test.counter", []rules.ID{"test.exception"}, condD),
		during("../2022-07-11", says("test.old", warn)),
		during("pending", says("test.planned", deny)),
		published("../2020-01-01", says("test.superseded", deny)),
		says("test.off", deny),
	)
	s, err := base.With(edit{Owner: "Fabrikam", Reason: "contract", SwitchOff: []rules.ID{"test.off"}})
	if err != nil {
		t.Fatal(err)
	}
	const rest = "\ntest.old: outsideDays (../2022-07-11)\ntest.planned: planned\n" +
		"test.superseded: notPublished (../2020-01-01)\ntest.off: switchedOff (Fabrikam)"
	tests := []struct {
		name string
		in   facts
		want string
	}{
		{
			"a rule speaks",
			facts{A: yes, B: no, C: no, D: no},
			"test.rule: spoke\ntest.exception: silent (c holds)\ntest.counter: silent (d holds)",
		},
		{
			"the first clause that fails is named",
			facts{A: no, B: yes, C: no, D: no},
			"test.rule: silent (a holds)\ntest.exception: silent (c holds)\ntest.counter: silent (d holds)",
		},
		{
			"a negated clause fails",
			facts{A: yes, B: yes, C: no, D: no},
			"test.rule: silent (not: b holds)\ntest.exception: silent (c holds)\ntest.counter: silent (d holds)",
		},
		{
			"a clause that fails counts before one that waits",
			facts{B: yes, C: no, D: no},
			"test.rule: silent (not: b holds)\ntest.exception: silent (c holds)\ntest.counter: silent (d holds)",
		},
		{
			"an exception",
			facts{A: yes, B: no, C: yes, D: no},
			"test.rule: excepted (test.exception)\ntest.exception: spoke\ntest.counter: silent (d holds)",
		},
		{
			"an exception is certain whatever the rule waits for",
			facts{C: yes, D: no},
			"test.rule: excepted (test.exception)\ntest.exception: spoke\ntest.counter: silent (d holds)",
		},
		{
			"an exception of an exception",
			facts{A: yes, B: no, C: yes, D: yes},
			"test.rule: spoke\ntest.exception: excepted (test.counter)\ntest.counter: spoke",
		},
		{
			"facts are missing",
			facts{B: no, C: no, D: no},
			"test.rule: factMissing (a)\ntest.exception: silent (c holds)\ntest.counter: silent (d holds)",
		},
		{
			"an exception waits, and so does its rule",
			facts{A: yes, B: no, D: no},
			"test.rule: factMissing (c)\ntest.exception: factMissing (c)\ntest.counter: silent (d holds)",
		},
		{
			"an exception waits for its own",
			facts{A: yes, B: no, C: yes},
			"test.rule: factMissing (d)\ntest.exception: factMissing (d)\ntest.counter: factMissing (d)",
		},
		{
			"nothing is given",
			facts{},
			"test.rule: factMissing (a b)\ntest.exception: factMissing (c)\ntest.counter: factMissing (d)",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := s.Trace(turn, tt.in)
			if got := stepsOf(d); got != tt.want+rest {
				t.Errorf("traces\n%s\nwant\n%s", got, tt.want+rest)
			}
			explained := s.Explain(turn, tt.in)
			if d.Trace = nil; !d.Equal(explained) {
				t.Errorf("traces %+v, explains %+v", d, explained)
			}
		})
	}
}

// A rule waits for those exceptions only that can still speak, and for what they wait for.
func TestTraceWaitsForNothingNeedless(t *testing.T) {
	s := setOf(
		says("test.rule", deny),
		excepts("test.fails", []rules.ID{"test.rule"}, condA, condB),
		excepts("test.waits", []rules.ID{"test.rule"}, condC),
	)
	const want = "test.rule: factMissing (c)\ntest.fails: silent (a holds)\ntest.waits: factMissing (c)"
	if got := stepsOf(s.Trace(turn, facts{A: no})); got != want {
		t.Errorf("traces\n%s\nwant\n%s", got, want)
	}
}

func TestDecisionIsItsOwnAuditRecord(t *testing.T) {
	r := during("2022-07-11/..", says("test.rule", deny, condA))
	r.Args = func(facts) []rules.Arg { return []rules.Arg{rules.CountArg("days", 7)} }
	declared := specOf(r, excepts("test.exception", []rules.ID{"test.rule"}, condB), during("pending", says("test.planned", warn)))
	declared.Default = allow
	s := rules.Must(rules.New(declared))
	house, err := s.With(edit{Owner: "Fabrikam", Reason: "contract, clause 4", Replace: []rule{says("test.rule", warn, condA)}})
	if err != nil {
		t.Fatal(err)
	}
	known, err := s.AsKnown(after)
	if err != nil {
		t.Fatal(err)
	}
	one := specOf(says("test.a", allow), says("test.b", deny))
	one.Combine = nil
	tests := []struct {
		name string
		d    decision
	}{
		{"decided", s.Explain(turn, facts{A: yes, B: no})},
		{"decided, with a trace", s.Trace(turn, facts{A: yes, B: no})},
		{"by default, by an exception", s.Trace(turn, facts{A: yes, B: yes})},
		{"undetermined", s.Trace(turn, facts{})},
		{"by a house rule", house.Trace(turn, facts{A: yes, B: no})},
		{"as known on a day", known.Trace(turn, facts{A: yes, B: no})},
		{"a conflict", rules.Must(rules.New(one)).Trace(turn, facts{})},
		{"without a day", s.Trace(terms.Day{}, facts{})},
		{"no decision at all", decision{}},
		{"either of two rules", setOf(says("test.yes", deny, condA), says("test.no", deny, condA.Not())).Trace(turn, facts{})},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := marshal(t, tt.d)
			if back := decode[decision](t, text); !back.Equal(tt.d) || marshal(t, back) != text {
				t.Errorf("%s reads as %s", text, marshal(t, back))
			}
		})
	}
	const want = `{"set":"test/verdict","question":"May it be?","digest":"%","day":"2022-07-11","outcome":"warn","status":"decided",` +
		`"findings":[{"rule":"test.rule","text":"Rule test.rule holds.","says":"warn","sources":[{"fact":"T-01","document":"Test terms",` +
		`"section":"1","address":"https://example.com/terms","checked":"2026-11-22"}],` +
		`"origin":{"owner":"Fabrikam","change":"replaced","reason":"contract, clause 4"}}],` +
		`"changed":[{"rule":"test.rule","origin":{"owner":"Fabrikam","change":"replaced","reason":"contract, clause 4"}}]}`
	d := house.Explain(turn, facts{A: yes, B: no})
	d.Digest = "%"
	if got := marshal(t, d); got != want {
		t.Errorf("the record is\n%s\nwant\n%s", got, want)
	}
}

func TestDecisionsThatDifferAreNotEqual(t *testing.T) {
	r := says("test.rule", deny, condA)
	r.Args = func(facts) []rules.Arg { return []rules.Arg{rules.CountArg("days", 7)} }
	fresh := func() decision {
		d := setOf(r, says("test.other", allow, condB)).Trace(turn, facts{A: yes})
		d.Missing, d.Findings[0].Awaits, d.Trace[1].By = []string{"c"}, []string{"d"}, "x"
		return d
	}
	if a, b := fresh(), fresh(); !a.Equal(b) || !b.Equal(a) {
		t.Fatal("two of the same are not equal")
	}
	for i, change := range []func(*decision){
		func(d *decision) { d.Set = "x" },
		func(d *decision) { d.Question = "x" },
		func(d *decision) { d.Digest = "x" },
		func(d *decision) { d.Day = after },
		func(d *decision) { d.Known = after },
		func(d *decision) { d.Outcome = warn },
		func(d *decision) { d.Status = rules.ByDefault },
		func(d *decision) { d.Findings = nil },
		func(d *decision) { d.Findings[0].Rule = "x" },
		func(d *decision) { d.Findings[0].Text = "x" },
		func(d *decision) { d.Findings[0].Says = warn },
		func(d *decision) { d.Findings[0].Args[0].Text = "8" },
		func(d *decision) { d.Findings[0].Sources[0].Section = "2" },
		func(d *decision) { d.Findings[0].Origin.Owner = "x" },
		func(d *decision) { d.Findings[0].Awaits = nil },
		func(d *decision) { d.Findings[0].Uses = []rules.Use{{ID: "x"}} },
		func(d *decision) { d.Missing = nil },
		func(d *decision) { d.DefaultText = "x" },
		func(d *decision) { d.DefaultSources = source("x") },
		func(d *decision) { d.Changed = []rules.ChangedRule{{Rule: "x"}} },
		func(d *decision) { d.Trace = nil },
		func(d *decision) { d.Trace[1].Rule = "x" },
		func(d *decision) { d.Trace[1].State = rules.StepSpoke },
		func(d *decision) { d.Trace[1].Condition = "x" },
		func(d *decision) { d.Trace[1].By = "" },
		func(d *decision) { d.Trace[1].Facts = nil },
		func(d *decision) { d.Trace[1].Span = terms.Always() },
		func(d *decision) { d.Trace[1].Origin.Owner = "x" },
	} {
		d := fresh()
		if change(&d); d.Equal(fresh()) || fresh().Equal(d) {
			t.Errorf("change %d makes no difference", i)
		}
	}
}

// Whoever reads a record back has its error again.
func TestTheErrorOfARecord(t *testing.T) {
	s := setOf(says("test.a", allow, condA))
	_, want := s.Decide(turn, facts{})
	err := decode[decision](t, marshal(t, s.Explain(turn, facts{}))).Err()
	if !errors.Is(err, rules.ErrUndetermined) || err.Error() != want.Error() {
		t.Errorf("the record's error is %v, want %v", err, want)
	}
}
