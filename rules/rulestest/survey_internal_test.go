package rulestest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// An engine that errs cannot be had from outside, so these tests put one in front of a sound set.

type facts struct{ A, B, C rules.Truth }

func is(name string, of func(facts) rules.Truth) rules.Condition[facts] {
	return rules.Condition[facts]{Name: name + " holds", Reads: []string{name}, Holds: of}
}

func soundSet() *rules.Set[facts, int] {
	a := is("a", func(f facts) rules.Truth { return f.A })
	b := is("b", func(f facts) rules.Truth { return f.B })
	c := is("c", func(f facts) rules.Truth { return f.C })
	rule := func(id rules.ID, then int, conditions ...rules.Condition[facts]) rules.Rule[facts, int] {
		return rules.Rule[facts, int]{
			ID: id, Text: "A test.", Span: terms.Always(), If: conditions, Then: then,
			Sources: []rules.Source{{Document: "A test", Checked: terms.MustParseDay("2026-11-22")}},
		}
	}
	planned := rule("planned", 3, a, b)
	planned.Span = terms.Pending()
	silencer := rule("silencer", 0, b.Not())
	silencer.Excepts = []rules.ID{"one"}
	return rules.Must(rules.New(rules.Spec[facts, int]{
		ID: "sound", Question: "Which number?", Combine: rules.Strongest(1, 2, 3), Default: 9,
		Facts: []rules.Fact{{Name: "a", Text: "Is a?"}, {Name: "b", Text: "Is b?"}, {Name: "c", Text: "Is c?"}},
		Rules: []rules.Rule[facts, int]{rule("one", 1, a), silencer, rule("two", 2, c), planned},
	}))
}

func allFacts() Samples[facts] {
	return Product(
		Truth("a", func(f *facts, t rules.Truth) { f.A = t }),
		Truth("b", func(f *facts, t rules.Truth) { f.B = t }),
		Truth("c", func(f *facts, t rules.Truth) { f.C = t }),
	)
}

// erring is a set that errs where one of its functions is given.
type erring struct {
	decide  func(terms.Day, facts, any, error) (any, error)
	trace   func(facts, *rules.Decision[any])
	combine rules.Combine[int]
	rules   func(*[]rule)
	days    []terms.Day
}

func (e erring) subject() *subject {
	s := subjectOf(soundSet())
	sound := s.decider
	if e.decide != nil {
		s.decide = func(day terms.Day, in any) (any, error) {
			out, err := sound.decide(day, in)
			return e.decide(day, as[facts](in), out, err)
		}
	}
	if e.trace != nil {
		s.trace = func(day terms.Day, in any) rules.Decision[any] {
			d := sound.trace(day, in)
			e.trace(as[facts](in), &d)
			return d
		}
	}
	if e.combine != nil {
		s.combine = func(a, b any) (any, bool) { return e.combine(as[int](a), as[int](b)) }
	}
	if e.rules != nil {
		e.rules(&s.rules)
	}
	return s
}

func problemsOf(set erring, samples Samples[facts]) []Problem {
	days := set.days
	if days == nil {
		days = []terms.Day{terms.MustParseDay("2024-06-01")}
	}
	s := set.subject()
	return newSurvey(s, []wording{{s.decider, days}}, untyped(samples)).problems(nil)
}

// both makes Decide and Trace say the same.
func both(status rules.Status, out int, missing []string, in func(facts) bool) erring {
	conditions := map[rules.Status]error{
		rules.Undetermined: rules.ErrUndetermined, rules.Conflicting: rules.ErrConflict, rules.Unanswered: rules.ErrNoRule,
	}
	return erring{
		decide: func(_ terms.Day, f facts, was any, err error) (any, error) {
			switch {
			case !in(f):
				return was, err
			case conditions[status] != nil:
				return 0, &rules.DecisionError{Err: conditions[status], Missing: missing, Rules: []rules.ID{"one", "two", "three"}}
			}
			return out, nil
		},
		trace: func(f facts, d *rules.Decision[any]) {
			if in(f) {
				d.Status, d.Outcome, d.Missing = status, out, missing
			}
		},
	}
}

func TestAnEngineThatErrsIsFound(t *testing.T) {
	const yes, no, unknown = rules.Yes, rules.No, rules.Unknown
	only := func(f facts) func(facts) bool { return func(in facts) bool { return in == f } }
	tests := []struct {
		name string
		set  erring
		want string
	}{
		{"nothing", erring{}, ""},
		{
			"an answer although a fact that matters is missing", both(rules.Decided, 1, nil, only(facts{yes, yes, unknown})),
			"missingFacts: the set says the answer is 1; by its rules, one by one, it depends on c",
		},
		{
			"a question although nothing can matter", both(rules.Undetermined, 0, []string{"a"}, only(facts{unknown, yes, yes})),
			"missingFacts: the set says it depends on a; by its rules, one by one, the answer is 2",
		},
		{
			"a question too many", both(rules.Undetermined, 0, []string{"a", "c"}, only(facts{yes, yes, unknown})),
			"missingFacts: the set says it depends on a, c; by its rules, one by one, it depends on c",
		},
		{
			"a question too few", both(rules.Undetermined, 0, []string{"c"}, only(facts{})),
			"missingFacts: the set says it depends on c; by its rules, one by one, it depends on a, b, c",
		},
		{
			"a question about what is given", both(rules.Undetermined, 0, []string{"c"}, only(facts{yes, yes, no})),
			"missingFacts: the set says it depends on c; by its rules, one by one, the answer is 1\n" +
				"missingFacts: the set asks for c, which are given",
		},
		{
			"another answer", both(rules.Decided, 2, nil, only(facts{yes, yes, no})),
			"wrongAnswer: the set says the answer is 2; by its rules, one by one, the answer is 1",
		},
		{
			"no answer", both(rules.Unanswered, 0, nil, only(facts{yes, yes, no})),
			"gap: no rule answers\nwrongAnswer: the set says no rule answers; by its rules, one by one, the answer is 1",
		},
		{
			"a conflict", both(rules.Conflicting, 0, nil, only(facts{yes, yes, no})),
			"conflict: one says 1, two says 2, which do not go together\n" +
				"wrongAnswer: the set says rules disagree; by its rules, one by one, the answer is 1",
		},
		{
			"a status that is none", both(0, 0, nil, only(facts{yes, yes, no})),
			"wrongAnswer: Decide says 0 and Trace says ",
		},
		{
			"Decide and Trace disagree", erring{decide: func(_ terms.Day, f facts, out any, err error) (any, error) {
				if (f == facts{yes, yes, no}) {
					return 2, nil
				}
				return out, err
			}}, "wrongAnswer: Decide says 2 and Trace says the answer is 1",
		},
		{
			"another answer on the next day", erring{
				days: []terms.Day{terms.MustParseDay("2024-06-01"), terms.MustParseDay("2024-06-02")},
				decide: func(day terms.Day, f facts, out any, err error) (any, error) {
					if f == (facts{yes, yes, no}) && day.DayOfMonth() == 2 {
						return 0, rules.ErrUndetermined
					}
					return out, err
				},
			}, "wrongAnswer: Decide says rules: a fact that matters is not given and Trace says the answer is 1",
		},
		{
			"a planned rule speaks", erring{trace: func(_ facts, d *rules.Decision[any]) {
				d.Trace[3].State = rules.StepSpoke
			}}, "plannedSpeaks: has no days yet, and is evaluated",
		},
		{
			"a combination of answers that minds the order",
			erring{combine: func(a, _ int) (int, bool) { return a, true }},
			"notCommutative: 1 and 2 are 1, and the other way around 2",
		},
		{
			"a combination of answers that minds which come first", erring{combine: func(a, b int) (int, bool) {
				return max(a, b), a+b != 3
			}}, "notAssociative: 1, 2 and 3 are a conflict, and 3 when the last two are combined first",
		},
		{
			"answers that combined with themselves are others", erring{combine: func(a, b int) (int, bool) {
				return min(a+b, 5), true
			}}, "notIdempotent: 1 combined with itself is 2",
		},
		{
			"more and more answers",
			erring{combine: func(a, b int) (int, bool) { return a + b, true }},
			"tooMany: the answers combine to more than 256 different ones",
		},
		{
			"an answer where the rules give none",
			erring{rules: func(list *[]rule) { (*list)[2].says = nil }},
			"missingFacts: the set says it depends on a, b, c; by its rules, one by one, it depends on a, b\n" +
				"wrongAnswer: the set says the answer is 2; by its rules, one by one, the answer is 9",
		},
		{
			"exceptions in a circle", erring{rules: func(list *[]rule) {
				(*list)[0].excepts = []rules.ID{"silencer"}
			}}, "",
		},
		{
			"too many rules", erring{rules: func(list *[]rule) {
				for n := range 64 {
					r := (*list)[0]
					r.id, r.says = rules.ID(fmt.Sprint(n)), nil
					*list = append(*list, r)
				}
			}}, "tooMany: 68 rules and 3 conditions; want at most 64 of each",
		},
		{
			"too many days",
			erring{days: slices.Repeat([]terms.Day{terms.MustParseDay("2024-06-01")}, 40_000)},
			"tooMany: the samples on 40000 days are 1080000 questions; want at most 1048576: name fewer values, or leave inputs out with Where",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, p := range problemsOf(tt.set, allFacts()) {
				got = append(got, fmt.Sprintf("%s: %s", p.Kind, p.Note))
			}
			if strings.Join(got, "\n") != tt.want {
				t.Errorf("found\n%s\nwant\n%s", strings.Join(got, "\n"), tt.want)
			}
		})
	}
}
