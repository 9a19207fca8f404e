package rules_test

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

func TestNewAcceptsTheLeastThereIs(t *testing.T) {
	s, err := rules.New(spec{ID: "test/least", Question: "Is it?", Rules: []rule{says("test.always", allow)}})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := s.Decide(turn, facts{}); got != allow || err != nil {
		t.Errorf("decides %v, %v", got, err)
	}
}

func TestNewRefuses(t *testing.T) {
	tests := []struct {
		name    string
		fault   func(*spec)
		rule    rules.ID
		problem string
	}{
		{"no id", func(s *spec) { s.ID = "" }, "", "want an id and a question"},
		{"no question", func(s *spec) { s.Question = "" }, "", "want an id and a question"},
		{"a rule without id", func(s *spec) { s.Rules[1].ID = "" }, "", "rule 2 of the set has no id, or one that is given twice"},
		{"two rules of one id", func(s *spec) { s.Rules[1].ID = "test.a" }, "test.a", "rule 2 of the set has no id, or one that is given twice"},
		{"a rule without text", func(s *spec) { s.Rules[0].Text = "" }, "test.a", "it has no text"},
		{"a rule without span", func(s *spec) { s.Rules[0].Span = terms.Span{} }, "test.a", "it has no span; want its days, or terms.Always()"},
		{"a rule that is published on no day", func(s *spec) { s.Rules[0].Published = terms.Pending() }, "test.a", "it is the published wording on no day; what is announced has a pending Span"},
		{"a rule without source", func(s *spec) { s.Rules[0].Sources = nil }, "test.a", "it has no source"},
		{"a source without document", func(s *spec) { s.Rules[0].Sources[0].Document = "" }, "test.a", "want a document, and the day it was last checked"},
		{"a source nobody checked", func(s *spec) { s.Rules[0].Sources[0].Checked = terms.Day{} }, "test.a", "want a document, and the day it was last checked"},
		{"a condition without name", func(s *spec) { s.Rules[0].If[0].Name = "" }, "test.a", `the condition ""; want a name, the facts it reads, and a test`},
		{"a condition without test", func(s *spec) { s.Rules[0].If[0].Holds = nil }, "test.a", "want a name, the facts it reads, and a test"},
		{
			"a condition that reads nothing", func(s *spec) { s.Rules[2].If[0].Reads = nil; s.Rules[2].If[0].Name = "x" },
			"test.c", "want a name, the facts it reads, and a test",
		},
		{
			"a condition that reads a fact nobody declared", func(s *spec) { s.Rules[0].If[0].Reads = []string{"a", "e"} },
			"test.a", `the condition "a holds" reads "e", which is no fact of the set`,
		},
		{
			"one name for two conditions", func(s *spec) { s.Rules[1].If[0].Name = "a holds" },
			"test.b", `the condition "a holds" reads ["b"] here and ["a"] elsewhere`,
		},
		{
			"a rule that names a condition twice", func(s *spec) { s.Rules[0].If = []condition{condA, condA} },
			"test.a", `it names the condition "a holds" twice`,
		},
		{
			"a rule that wants a condition and its contrary", func(s *spec) { s.Rules[0].If = []condition{condA, condA.Not()} },
			"test.a", `it names the condition "a holds" twice`,
		},
		{
			"a default's text without default", func(s *spec) { s.DefaultText = "Else not." },
			"", `the default  has the text "Else not." and 0 sources; want an answer and a text`,
		},
		{
			"a default's source without text", func(s *spec) { s.Default, s.DefaultSources = warn, source("T-01") },
			"", `the default warn has the text "" and 1 sources; want an answer and a text`,
		},
		{
			"a default's source nobody checked", func(s *spec) {
				s.Default, s.DefaultText, s.DefaultSources = warn, "Else not.", []rules.Source{{Document: "Test terms"}}
			}, "", "the default has the source {Fact: Document:Test terms",
		},
		{"a fact without name", func(s *spec) { s.Facts[0].Name = "" }, "", "want a name of its own, and a question to ask"},
		{"a fact without question", func(s *spec) { s.Facts[0].Text = "" }, "", "want a name of its own, and a question to ask"},
		{"a fact declared twice", func(s *spec) { s.Facts = append(s.Facts, s.Facts[0]) }, "", "want a name of its own, and a question to ask"},
		{
			"a fact nothing reads", func(s *spec) { s.Facts = append(s.Facts, rules.Fact{Name: "e", Text: "Is it e?"}) },
			"", `no condition reads the fact "e"`,
		},
		{
			"an exception of no rule", func(s *spec) { s.Rules[0].Excepts = []rules.ID{"test.bb"} },
			"test.a", `it excepts "test.bb", which is no rule of the set; did you mean "test.b"?`,
		},
		{"a rule that excepts itself", func(s *spec) { s.Rules[0].Excepts = []rules.ID{"test.a"} }, "test.a", "its exceptions form a cycle"},
		{
			"two rules that except each other", func(s *spec) {
				s.Rules[0].Excepts = []rules.ID{"test.b"}
				s.Rules[1].Excepts = []rules.ID{"test.a"}
			}, "test.a", "its exceptions form a cycle",
		},
		{
			"three rules that except each other in a ring", func(s *spec) {
				s.Rules[0].Excepts = []rules.ID{"test.b"}
				s.Rules[1].Excepts = []rules.ID{"test.c"}
				s.Rules[2].Excepts = []rules.ID{"test.a"}
			}, "test.a", "its exceptions form a cycle",
		},
		{
			"a combination that depends on which answer comes first", func(s *spec) {
				s.Combine = func(a, _ verdict) (verdict, bool) { return a, true }
			}, "", "allow and deny combine to no answer, or it matters in which order",
		},
		{
			"a combination that is a conflict one way round", func(s *spec) {
				s.Combine = func(a, b verdict) (verdict, bool) { return max(a, b), a >= b }
			}, "", "allow and deny combine to no answer, or it matters in which order",
		},
		{
			"a combination to no answer", func(s *spec) {
				s.Combine = func(a, b verdict) (verdict, bool) {
					if a == b {
						return a, true
					}
					return 0, true
				}
			}, "", "allow and deny combine to no answer, or it matters in which order",
		},
		{
			"answers that do not combine with themselves", func(s *spec) {
				s.Combine = func(_, _ verdict) (verdict, bool) { return deny, true }
			}, "", "allow combined with itself is something else",
		},
		{
			"a combination for which it matters which two come first", func(s *spec) {
				// Rock, paper, scissors: each pair has a winner, and all three together have none.
				s.Rules[2].Then = warn
				s.Combine = func(a, b verdict) (verdict, bool) {
					if a == b || (a+1-allow)%3+allow == b {
						return b, true
					}
					return a, true
				}
			}, "", "it matters in which order",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := specOf(says("test.a", allow, condA), says("test.b", deny, condB), says("test.c", deny, condC.Not(), condA))
			tt.fault(&s)
			made, err := rules.New(s)
			if made != nil || !errors.Is(err, rules.ErrSpec) {
				t.Fatalf("gives %v, %v", made, err)
			}
			for _, e := range wrong(t, err) {
				if e.Of == s.ID && e.Rule == tt.rule && strings.Contains(e.Problem, tt.problem) {
					return
				}
			}
			t.Errorf("the error says nothing of %s %q:\n%v", tt.rule, tt.problem, err)
		})
	}
}

func TestNewReportsEverythingAtOnce(t *testing.T) {
	s := specOf(says("test.a", allow, condA), says("test.b", deny, condB))
	s.Rules[0].Text = ""
	s.Rules[1].Sources = nil
	s.Facts = append(s.Facts, rules.Fact{Name: "e", Text: "Is it e?"})
	_, err := rules.New(s)
	if found := wrong(t, err); len(found) != 3 {
		t.Errorf("reports %d faults: %v", len(found), err)
	}
	const want = "rules: declaration not accepted: test/verdict: rule test.a: it has no text"
	if !strings.Contains(err.Error(), want) {
		t.Errorf("the error %q lacks %q", err, want)
	}
}

func TestBoundsOfASet(t *testing.T) {
	many := func(n int) []rule {
		list := make([]rule, n)
		for i := range list {
			c := condA
			c.Name = fmt.Sprint("condition ", i)
			list[i] = says(rules.ID(fmt.Sprint("test.", i)), deny, c)
		}
		return list
	}
	if _, err := rules.New(specOf(many(64)...)); err != nil {
		t.Errorf("64 rules with 64 conditions: %v", err)
	}
	for _, tt := range []struct {
		name, want string
		list       []rule
	}{
		{"no rule", "0 rules; want 1 to 64", nil},
		{"65 rules", "65 rules; want 1 to 64", many(65)},
		{"65 conditions", "65 conditions; want at most 64", func() []rule {
			list := many(64)
			list[0].If = append(list[0].If, condB)
			return list
		}()},
	} {
		if _, err := rules.New(specOf(tt.list...)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

// Sixteen pairs of conditions, of which a first rule names one half: whether a pair holds can only be told when all of
// that half are known, and there are 65,536 ways in which they can be.
func TestConditionsThatHangTogetherTooMuch(t *testing.T) {
	named := func(i int) condition {
		c := condA
		c.Name = fmt.Sprint("condition ", i)
		return c
	}
	halves := func(n int) []rule {
		list := []rule{says("test.first", 0)}
		for i := range n {
			list[0].If = append(list[0].If, named(i))
			list = append(list, says(rules.ID(fmt.Sprint("test.", i)), deny, named(i), named(100+i)))
		}
		return list
	}
	many, err := rules.New(specOf(halves(13)...))
	if err != nil {
		t.Fatalf("thirteen pairs: %v", err)
	}
	for in, want := range map[facts]string{{}: "undetermined a", {A: no}: "no rule", {A: yes}: "deny"} {
		if got := asked(many, turn, in); got != want {
			t.Errorf("thirteen pairs decide %s, want %s", got, want)
		}
	}
	_, err = rules.New(specOf(halves(16)...))
	if !errors.Is(err, rules.ErrSpec) || !strings.Contains(err.Error(), "ask several questions") {
		t.Errorf("sixteen pairs: %v", err)
	}
	pairs := halves(16)[1:]
	if _, err := rules.New(specOf(pairs...)); err != nil {
		t.Errorf("sixteen pairs that are named pair by pair: %v", err)
	}
}

func TestTooManyAnswers(t *testing.T) {
	list := make([]rules.Rule[facts, int], 0, 8)
	for i := range 8 {
		c := condA
		c.Name = fmt.Sprint("condition ", i)
		list = append(list, rules.Rule[facts, int]{
			ID: rules.ID(fmt.Sprint("test.", i)), Text: "A bit.", Span: terms.Always(), Sources: source("T-01"),
			If: []condition{c}, Then: 1 << i,
		})
	}
	bits := rules.Spec[facts, int]{
		ID: "test/bits", Question: "Which?", Facts: []rules.Fact{{Name: "a", Text: "Is it a?"}}, Rules: list,
		Combine: func(a, b int) (int, bool) { return a | b, true },
	}
	if _, err := rules.New(bits); err == nil || !strings.Contains(err.Error(), "more than 253 answers") {
		t.Errorf("255 combinations of eight bits: %v", err)
	}
	bits.Rules = list[:7]
	if _, err := rules.New(bits); err != nil {
		t.Errorf("127 combinations of seven bits: %v", err)
	}
}

func ask[Out comparable](then Out) error {
	_, err := rules.New(rules.Spec[facts, Out]{
		ID: "test/record", Question: "Does the answer come back?",
		Rules: []rules.Rule[facts, Out]{{ID: "test.r", Text: "It is so.", Span: terms.Always(), Sources: source("T-01"), Then: then}},
	})
	return err
}

// An answer that its record does not give back is found when the set is made, not when the record is read.
func TestAnswersMustComeBackFromJSON(t *testing.T) {
	type hidden struct{ days int }
	type open struct {
		Days int `json:"days"`
	}
	tests := []struct {
		name string
		err  error
		want string
	}{
		{"a named number", ask(deny), ""},
		{"text", ask("text"), ""},
		{"a plain struct", ask(open{7}), ""},
		{"a day", ask(turn), ""},
		{"a struct whose field nobody sees", ask(hidden{7}), "does not come back from JSON as it was"},
		{"a length of time, for which strict JSON has no form", ask(time.Hour), "does not come back from JSON as it was"},
		{"a channel", ask(make(chan int)), "does not come back from JSON as it was: json: unsupported type"},
		{"a time with its zone", ask(time.Date(2024, 1, 1, 0, 0, 0, 0, time.FixedZone("CET", 3600))), "reads as"},
		{"a number that is not equal to itself", ask(math.NaN()), "not equal to itself"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if (tt.err == nil) != (tt.want == "") || tt.err != nil && !strings.Contains(tt.err.Error(), tt.want) {
				t.Errorf("gives %v", tt.err)
			}
		})
	}
}

func TestMustPanicsOnAnError(t *testing.T) {
	defer func() {
		if err, ok := recover().(error); !ok || !errors.Is(err, rules.ErrSpec) {
			t.Errorf("panics with %v", err)
		}
	}()
	rules.Must(rules.New(spec{}))
}

// What a caller does with a declaration afterwards, or with what a set gives away, does not reach the set.
func TestASetIsImmutable(t *testing.T) {
	fresh := func(c condition) condition {
		c.Reads = slices.Clone(c.Reads)
		return c
	}
	s := specOf(says("test.a", allow, fresh(condA)), excepts("test.b", []rules.ID{"test.a"}, fresh(condB)))
	made := rules.Must(rules.New(s))
	about := marshal(t, made.About())
	d := made.Trace(turn, facts{A: yes, B: no})
	record := marshal(t, d)

	vandalise := func(r *rule) {
		r.Text, r.Sources[0].Document, r.If[0].Reads[0], r.If[0].Name = "x", "x", "x", "x"
		if len(r.Excepts) > 0 {
			r.Excepts[0] = "x"
		}
	}
	for i := range s.Rules {
		vandalise(&s.Rules[i])
	}
	for r := range made.Rules() {
		vandalise(&r)
	}
	s.Facts[0].Name = "x"
	made.Facts()[0].Name = "x"
	given := made.About()
	given.Facts[0].Name, given.Rules[0].Clauses[0].Reads[0], given.Rules[1].Excepts[0], given.Rules[0].Sources[0].Fact = "x", "x", "x", "x"
	d.Findings[0].Sources[0].Document = "x"

	if got := marshal(t, made.About()); got != about {
		t.Errorf("the set has become %s", got)
	}
	if got := marshal(t, made.Trace(turn, facts{A: yes, B: no})); got != record {
		t.Errorf("the set explains %s", got)
	}
}
