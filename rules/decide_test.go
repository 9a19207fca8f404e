package rules_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// asked is what a set said, in one line: the answer, or the condition of the error and what it names.
func asked(s *set, on terms.Day, f facts) string {
	got, err := s.Decide(on, f)
	if err == nil {
		return got.String()
	}
	failed, ok := errors.AsType[*rules.DecisionError](err)
	if !ok || got != 0 || failed.Set != s.ID() || failed.Day != on || !errors.Is(err, failed.Err) {
		return "not a sound error: " + err.Error()
	}
	words := []string{map[error]string{
		rules.ErrUndetermined: "undetermined", rules.ErrConflict: "conflict", rules.ErrNoRule: "no rule", rules.ErrDay: "no day",
	}[failed.Err]}
	words = append(words, failed.Missing...)
	for _, id := range failed.Rules {
		words = append(words, string(id))
	}
	return strings.Join(words, " ")
}

func TestDecide(t *testing.T) {
	allowA, denyB := says("test.allow", allow, condA), says("test.deny", deny, condB)
	always := says("test.always", allow)
	byDefault := specOf(denyB)
	byDefault.Default = allow
	agreeing := specOf(says("test.first", allow, condA), says("test.second", allow, condB), says("test.other", deny, condC))
	agreeing.Combine = nil
	tests := []struct {
		name string
		set  *set
		in   facts
		want string
	}{
		{"a rule whose condition holds answers", setOf(allowA), facts{A: yes}, "allow"},
		{"a rule whose condition does not hold is silent", setOf(allowA), facts{A: no}, "no rule"},
		{"a rule waits for a fact", setOf(allowA), facts{}, "undetermined a"},
		{"a rule without conditions always speaks", setOf(always), facts{}, "allow"},
		{"a negated condition holds where the fact does not", setOf(says("test.not", deny, condA.Not())), facts{A: no}, "deny"},
		{"a condition negated twice is itself", setOf(says("test.not", deny, condA.Not().Not())), facts{A: yes}, "deny"},
		{"all conditions must hold", setOf(says("test.both", allow, condA, condB)), facts{A: yes, B: no}, "no rule"},
		{"one condition that fails makes the other fact needless", setOf(says("test.both", allow, condA, condB)), facts{A: no}, "no rule"},
		{"the stronger answer wins", setOf(allowA, denyB), facts{A: yes, B: yes}, "deny"},
		{"the strongest answer needs no other fact", setOf(allowA, denyB), facts{B: yes}, "deny"},
		{"a stronger rule that waits can change the answer", setOf(allowA, denyB), facts{A: yes}, "undetermined b"},
		{"a weaker rule that waits cannot", setOf(allowA, denyB), facts{A: unknown, B: yes}, "deny"},
		{"both facts are asked for where both matter", setOf(allowA, denyB), facts{}, "undetermined a b"},
		{"the default answers where no rule does", rules.Must(rules.New(byDefault)), facts{B: no}, "allow"},
		{"a rule stands over the default", rules.Must(rules.New(byDefault)), facts{B: yes}, "deny"},
		{"the default waits for what could change it", rules.Must(rules.New(byDefault)), facts{}, "undetermined b"},
		{"two grounds for one answer are no conflict", rules.Must(rules.New(agreeing)), facts{A: yes, B: yes, C: no}, "allow"},
		{"answers that differ are", rules.Must(rules.New(agreeing)), facts{A: yes, B: no, C: yes}, "conflict test.first test.other"},
		{"a conflict needs no further fact", rules.Must(rules.New(agreeing)), facts{A: yes, C: yes}, "conflict test.first test.other"},
		{"a second ground needs no fact", rules.Must(rules.New(agreeing)), facts{A: yes, C: no}, "allow"},
		{"either ground can be missing", rules.Must(rules.New(agreeing)), facts{B: no, C: no}, "undetermined a"},
		{"a number that is no truth is unknown", setOf(allowA), facts{A: yes + 1}, "undetermined a"},
		{"so is one with the bits of a no", setOf(allowA), facts{A: 4 + no}, "undetermined a"},
		{"and one with the bits of a yes", setOf(allowA), facts{A: 4 + yes}, "undetermined a"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := asked(tt.set, turn, tt.in); got != tt.want {
				t.Errorf("decides %s, want %s", got, tt.want)
			}
			_, err := tt.set.Decide(turn, tt.in)
			if explained := tt.set.Explain(turn, tt.in).Err(); fmt.Sprint(explained) != fmt.Sprint(err) {
				t.Errorf("explains with %v, want %v", explained, err)
			}
		})
	}
}

// What cannot matter is not asked for, also where that takes more than a look at single rules.
func TestOnlyFactsThatMatterAreMissing(t *testing.T) {
	tests := []struct {
		name string
		list []rule
		in   facts
		want string
	}{
		{
			"either way the same rule's answer",
			[]rule{says("test.yes", deny, condA), says("test.no", deny, condA.Not())},
			facts{},
			"deny",
		},
		{
			"an exception and its contrary",
			[]rule{
				says("test.rule", deny), excepts("test.x", []rules.ID{"test.rule"}, condA), says("test.again", deny, condA),
			},
			facts{},
			"deny",
		},
		{
			"an exception of what does not speak",
			[]rule{
				says("test.rule", deny, condB), excepts("test.x", []rules.ID{"test.rule"}, condA), says("test.else", allow),
			},
			facts{B: no},
			"allow",
		},
		{
			"an exception of what speaks",
			[]rule{
				says("test.rule", deny, condB), excepts("test.x", []rules.ID{"test.rule"}, condA), says("test.else", allow),
			},
			facts{B: yes},
			"undetermined a",
		},
		{
			"one of two that must hold is enough to ask for both",
			[]rule{says("test.rule", deny, condA, condB), says("test.else", allow)},
			facts{},
			"undetermined a b",
		},
		{
			"a rule that only reports is not waited for",
			[]rule{says("test.note", 0, condA), says("test.rule", allow, condB)},
			facts{B: yes},
			"allow",
		},
		{
			"a weaker rule is asked for only if the stronger one can be silent",
			[]rule{says("test.warn", warn, condA), says("test.deny", deny, condB), says("test.deny.too", deny, condB.Not())},
			facts{},
			"deny",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := asked(setOf(tt.list...), turn, tt.in); got != tt.want {
				t.Errorf("decides %s, want %s", got, tt.want)
			}
		})
	}
}

func TestExceptions(t *testing.T) {
	list := []rule{
		says("test.rule", deny, condA),
		excepts("test.exception", []rules.ID{"test.rule"}, condB),
		excepts("test.counter", []rules.ID{"test.exception"}, condC),
		says("test.else", allow),
	}
	answering := slices.Clone(list)
	answering[1].Then = warn
	tests := []struct {
		name            string
		in              facts
		want, answering string // where the exception only silences, and where it has an answer of its own
	}{
		{"the rule alone", facts{A: yes, B: no, C: no}, "deny", "deny"},
		{"the exception silences the rule", facts{A: yes, B: yes, C: no}, "allow", "warn"},
		{"an exception of the exception lets the rule speak", facts{A: yes, B: yes, C: yes}, "deny", "deny"},
		{"an exception of an exception that does not speak changes nothing", facts{A: yes, B: no, C: yes}, "deny", "deny"},
		{"an exception of a rule that does not speak", facts{A: no, B: yes, C: no}, "allow", "warn"},
		{"the exception is missing", facts{A: yes, C: no}, "undetermined b", "undetermined b"},
		{"the exception is missing, and excepted", facts{A: yes, C: yes}, "deny", "deny"},
		{"the exception's exception is missing", facts{A: yes, B: yes}, "undetermined c", "undetermined c"},
		{"both are missing", facts{A: yes}, "undetermined b c", "undetermined b c"},
		{"all are missing", facts{}, "undetermined a b c", "undetermined a b c"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for range 2 {
				if got := asked(setOf(list...), turn, tt.in); got != tt.want {
					t.Errorf("decides %s, want %s", got, tt.want)
				}
				if got := asked(setOf(answering...), turn, tt.in); got != tt.answering {
					t.Errorf("decides %s, want %s, where the exception answers", got, tt.answering)
				}
				slices.Reverse(list)
				slices.Reverse(answering)
			}
		})
	}
}

func TestDaysOfRules(t *testing.T) {
	s := setOf(
		during("../2022-07-11", says("test.before", allow)),
		during("2022-07-11/2023-01-01", says("test.during", warn)),
		during("2024-01-01/..", says("test.later", deny, condA)),
		during("pending", says("test.planned", deny, condB)),
	)
	tests := []struct{ name, day, want, needs string }{
		{"the first day there is", "0001-01-02", "allow", ""},
		{"the day before the change", "2022-07-10", "allow", ""},
		{"the day of the change", "2022-07-11", "warn", ""},
		{"the day after the change", "2022-07-12", "warn", ""},
		{"the last day of a span", "2022-12-31", "warn", ""},
		{"the day a span ends with", "2023-01-01", "no rule", ""},
		{"the day after", "2023-01-02", "no rule", ""},
		{"the last day before a rule", "2023-12-31", "no rule", ""},
		{"the first day of a rule that waits", "2024-01-01", "undetermined a", "a"},
		{"the last day there is", "9999-12-31", "undetermined a", "a"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := asked(s, day(tt.day), facts{}); got != tt.want {
				t.Errorf("decides %s, want %s", got, tt.want)
			}
			if needs := strings.Join(s.Needs(day(tt.day)), " "); needs != tt.needs {
				t.Errorf("needs %q, want %q", needs, tt.needs)
			}
		})
	}
	want := []terms.Day{day("2022-07-11"), day("2023-01-01"), day("2024-01-01")}
	if got := s.Boundaries(); !slices.Equal(got, want) {
		t.Errorf("boundaries %v, want %v", got, want)
	}
	fewer, err := s.With(edit{Owner: "o", Reason: "r", SwitchOff: []rules.ID{"test.later"}})
	if err != nil || !slices.Equal(fewer.Boundaries(), want[:2]) {
		t.Errorf("boundaries without the rule that is switched off: %v, %v", fewer.Boundaries(), err)
	}
}

func TestAQuestionWithoutDay(t *testing.T) {
	s := setOf(says("test.always", allow, condA))
	if got := asked(s, terms.Day{}, facts{A: yes}); got != "no day" {
		t.Errorf("decides %s", got)
	}
	d := s.Trace(terms.Day{}, facts{A: yes})
	if d.Status != rules.Undated || len(d.Findings)+len(d.Trace) != 0 || !errors.Is(d.Err(), rules.ErrDay) || d.Outcome != 0 {
		t.Errorf("explains %v with %v", d, d.Err())
	}
	if s.Needs(terms.Day{}) != nil {
		t.Errorf("needs %v", s.Needs(terms.Day{}))
	}
}

// A day that is not given is no day, and text that is no day is not a day that is not given.
func TestADayThatIsNotGivenIsNoDay(t *testing.T) {
	_, unasked := setOf(says("test.always", allow)).Decide(terms.Day{}, facts{})
	_, unread := rules.Must(rules.NewTimeline("test.figure", "The figure.", entry("../..", 7))).On(terms.Day{})
	_, misspelt := terms.ParseDay("2024-02-30")
	tests := []struct {
		name     string
		err      error
		notGiven bool
	}{
		{"a question without a day", unasked, true},
		{"a figure of no day", unread, true},
		{"text that is no day", misspelt, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if !errors.Is(tt.err, terms.ErrDay) || errors.Is(tt.err, rules.ErrDay) != tt.notGiven {
				t.Errorf("gives %v", tt.err)
			}
			if tt.notGiven && !strings.HasPrefix(tt.err.Error(), "rules: day not given: test") {
				t.Errorf("says %v", tt.err)
			}
		})
	}
}

func TestFactByName(t *testing.T) {
	s := setOf(says("test.a", allow, condA), says("test.b", deny, condB))
	tests := []struct {
		name string
		want rules.Fact
		ok   bool
	}{
		{"a", rules.Fact{Name: "a", Text: "Is it a?"}, true},
		{"b", rules.Fact{Name: "b", Text: "Is it b?"}, true},
		{"c", rules.Fact{}, false},
		{"A", rules.Fact{}, false},
		{"", rules.Fact{}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, ok := s.Fact(tt.name); got != tt.want || ok != tt.ok {
				t.Errorf("gives %+v, %v", got, ok)
			}
		})
	}
}

func TestTheZeroSetAnswersNothing(t *testing.T) {
	var s set
	_, err := s.Decide(turn, facts{})
	if !errors.Is(err, rules.ErrNoRule) || !errors.Is(s.Explain(turn, facts{}).Err(), rules.ErrNoRule) {
		t.Errorf("decides with %v", err)
	}
	if _, ok := s.Combine(allow, deny); ok {
		t.Error("its answers go together")
	}
	if _, ok := s.Fact(""); ok {
		t.Error("it has a fact")
	}
	if len(s.Boundaries())+len(s.Needs(turn))+len(s.Facts()) != 0 || s.ID() != "" {
		t.Error("it has something to say")
	}
}

func TestErrorsSayWhatToDo(t *testing.T) {
	one := specOf(says("test.a", allow, condA), says("test.b", deny, condB))
	one.Combine = rules.One
	s := rules.Must(rules.New(one))
	tests := []struct {
		name string
		day  terms.Day
		in   facts
		want string
	}{
		{"facts are missing", turn, facts{}, "rules: a fact that matters is not given: test/verdict on 2022-07-11: give a, b"},
		{"rules differ", turn, facts{A: yes, B: yes}, "rules: rules give different answers: test/verdict on 2022-07-11: test.a, test.b"},
		{"no rule answers", turn, facts{A: no, B: no}, "rules: no rule answers: test/verdict on 2022-07-11"},
		{"no day is given", terms.Day{}, facts{}, "rules: day not given: test/verdict"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := s.Decide(tt.day, tt.in); err == nil || err.Error() != tt.want {
				t.Errorf("error %v, want %s", err, tt.want)
			}
			if err := s.Explain(tt.day, tt.in).Err(); err == nil || err.Error() != tt.want {
				t.Errorf("explained as %v, want %s", err, tt.want)
			}
		})
	}
}

// Decide tests no condition on which the answer does not depend.
func TestDecideTestsOnlyWhatMatters(t *testing.T) {
	var tested []string
	counted := func(c condition) condition {
		holds := c.Holds
		c.Holds = func(f facts) rules.Truth {
			tested = append(tested, c.Reads...)
			return holds(f)
		}
		return c
	}
	a, b, c := counted(condA), counted(condB), counted(condC)
	s := setOf(
		says("test.stronger", deny, a), says("test.weaker", warn, b), says("test.yes", warn, c), says("test.no", warn, c.Not()),
		says("test.note", 0, b),
	)
	for in, want := range map[facts]string{{A: yes}: "a", {A: no}: "a"} {
		tested = nil
		if _, err := s.Decide(turn, in); err != nil || strings.Join(tested, " ") != want {
			t.Errorf("%v tests %v, %v", in, tested, err)
		}
	}
}

func TestDecideAllocatesNothing(t *testing.T) {
	s := setOf(says("test.allow", allow, condA), says("test.deny", deny, condB), excepts("test.x", []rules.ID{"test.deny"}, condC))
	for name, in := range map[string]facts{
		"everything given":          {A: yes, B: no, C: no},
		"a fact that cannot matter": {A: yes, B: no},
		"facts that make no odds":   {B: yes, C: no},
		"an exception":              {A: yes, B: yes, C: yes},
	} {
		if n := testing.AllocsPerRun(100, func() {
			if _, err := s.Decide(turn, in); err != nil {
				t.Error(err)
			}
		}); n != 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}

func TestStrongestAndOne(t *testing.T) {
	strongest := rules.Strongest(allow, deny)
	tests := []struct {
		name    string
		combine rules.Combine[verdict]
		a, b    verdict
		want    verdict
		ok      bool
	}{
		{"the later of the list wins", strongest, allow, deny, deny, true},
		{"whichever comes first", strongest, deny, allow, deny, true},
		{"an answer with itself", strongest, allow, allow, allow, true},
		{"an answer that is not listed conflicts", strongest, warn, deny, 0, false},
		{"whichever of them is not listed", strongest, deny, warn, 0, false},
		{"but not with itself", strongest, warn, warn, warn, true},
		{"one answer given twice", rules.One[verdict], deny, deny, deny, true},
		{"two answers", rules.One[verdict], deny, allow, 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := tt.combine(tt.a, tt.b)
			if ok != tt.ok || ok && got != tt.want {
				t.Errorf("gives %v, %v", got, ok)
			}
		})
	}
	s := setOf(says("test.a", allow))
	if got, ok := s.Combine(allow, deny); got != deny || !ok {
		t.Errorf("the set combines to %v, %v", got, ok)
	}
	weakToStrong := []verdict{allow, deny}
	kept := rules.Strongest(weakToStrong...)
	slices.Reverse(weakToStrong)
	if got, _ := kept(allow, deny); got != deny {
		t.Errorf("the list has changed with the caller's: %v", got)
	}
}
