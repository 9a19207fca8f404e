package rulestest

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// There is one compiled check for all sets. A generic one would be compiled again for every pair of In and Out, all of it,
// in every package that tests its sets. So what is exported turns a set and its samples into a subject and Samples[any],
// which say the same with any in the place of In and Out, and from there on nothing has a type parameter. The little that
// has one, here and in what is exported, only hands over.

// subject is a [rules.Set] without its types.
type subject struct {
	decider
	id        string
	facts     []rules.Fact
	rules     []rule
	byDefault any // nil where some rule must answer
	combine   rules.Combine[any]
	asKnown   func(day terms.Day) (decider, error)
}

// decider is how a set decides by one published wording.
type decider struct {
	known      terms.Day // zero for the present wording
	boundaries []terms.Day
	decide     func(day terms.Day, in any) (any, error)
	trace      func(day terms.Day, in any) rules.Decision[any] // with the outcome, the status, what is missing, and the trace
}

// rule is what the checks look at in a [rules.Rule].
type rule struct {
	id              rules.ID
	span, published terms.Span
	conditions      []rules.Condition[any]
	says            any // nil where it only silences others
	excepts         []rules.ID
	off             bool
	sources         []rules.Source
}

// surveyOf prepares the survey of a set in all its wordings.
func surveyOf[In any, Out comparable](set *rules.Set[In, Out], samples Samples[In]) *survey {
	return surveyWordings(subjectOf(set), untyped(samples))
}

func subjectOf[In any, Out comparable](set *rules.Set[In, Out]) *subject {
	s := &subject{
		decider: deciderOf(set), id: set.ID(), facts: set.Facts(),
		combine: func(a, b any) (any, bool) { return set.Combine(as[Out](a), as[Out](b)) },
		asKnown: func(day terms.Day) (decider, error) {
			then, err := set.AsKnown(day)
			if err != nil {
				return decider{}, err
			}
			return deciderOf(then), nil
		},
	}
	if out, ok := set.Default(); ok {
		s.byDefault = out
	}
	for r := range set.Rules() {
		s.rules = append(s.rules, ruleOf(r))
	}
	return s
}

func deciderOf[In any, Out comparable](set *rules.Set[In, Out]) decider {
	return decider{
		known: set.KnownOn(), boundaries: set.Boundaries(),
		decide: func(day terms.Day, in any) (any, error) { return set.Decide(day, as[In](in)) },
		trace: func(day terms.Day, in any) rules.Decision[any] {
			d := set.Trace(day, as[In](in))
			return rules.Decision[any]{Outcome: d.Outcome, Status: d.Status, Missing: d.Missing, Trace: d.Trace}
		},
	}
}

func ruleOf[In any, Out comparable](r rules.Rule[In, Out]) rule {
	made := rule{
		id: r.ID, span: r.Span, published: r.Published, excepts: r.Excepts, off: r.IsOff(), sources: r.Sources,
		conditions: make([]rules.Condition[any], len(r.If)),
	}
	for i, c := range r.If {
		made.conditions[i] = conditionOf(c)
	}
	if r.Then != as[Out](nil) {
		made.says = r.Then
	}
	return made
}

func conditionOf[In any](c rules.Condition[In]) rules.Condition[any] {
	made := rules.Condition[any]{
		Name: c.Name, Reads: c.Reads, Holds: func(in any) rules.Truth { return c.Holds(as[In](in)) },
	}
	if c.IsNegated() {
		return made.Not()
	}
	return made
}

// untyped gives samples that are asked of a subject.
func untyped[In any](samples Samples[In]) Samples[any] {
	return Map(samples, func(in In) any { return in })
}

// untypedAllowances gives allowances for problems of a subject, or of a timeline without its type.
func untypedAllowances[In any](allowed []Allowance[In]) []Allowance[any] {
	list := make([]Allowance[any], len(allowed))
	for i, a := range allowed {
		list[i] = Allowance[any]{Kind: a.Kind, Rule: a.Rule, Condition: a.Condition, Reason: a.Reason}
		if a.Where != nil {
			list[i].Where = func(day terms.Day, in any) bool { return a.Where(day, as[In](in)) }
		}
	}
	return list
}

// as gives a value its type back. What is not there, which is nil, becomes the zero value.
func as[T any](value any) T {
	typed, _ := value.(T)
	return typed
}
