package rules

import (
	"iter"
	"slices"

	"github.com/cloudterms/terms"
)

// A Spec declares a set: one question, and the rules that answer it.
type Spec[In any, Out comparable] struct {
	ID       string // names the set for good: what owns it, a slash and a name, as in cancellation/window
	Question string // what the set answers, in one sentence
	Facts    []Fact // everything the conditions read
	Rules    []Rule[In, Out]
	// Default is the answer where no rule gives one. The zero value is none: then some rule must.
	Default        Out
	DefaultText    string       // why, in one plain sentence; optional, and shown in every decision by default
	DefaultSources []Source     // where that is written, if it is
	Combine        Combine[Out] // nil is One
}

// A Set answers one question by rules. It is immutable, and safe for any number of goroutines. The zero Set answers
// nothing; a nil one is no set, and its methods panic.
//
// In is the facts: a plain struct, in which what is not given is zero or [Unknown]. By value it may have some 128 bytes;
// a larger one is better asked about by pointer. Out is the answer: a small comparable value, whose zero value is no
// answer and which comes back from JSON as it was. Of a type that is a closed set, a fact as well as an answer,
// UnmarshalText refuses what is none of its values.
type Set[In any, Out comparable] struct {
	core  core
	tests []func(In) Truth // of the conditions, by number
	outs  []Out            // the answers, by number
}

// New makes a set of a declaration. Everything wrong with it is reported at once, each a [SpecError] that wraps
// [ErrSpec]:
//
//   - ids that are empty or given twice; rules without text, span or source, or that are published on no day
//   - conditions without name or test, that read no fact or undeclared ones, or that a rule names twice; two conditions
//     of one name that read different facts; facts that nothing reads
//   - exceptions that name no rule, or that form a cycle
//   - a default's text or sources without a default, and its sources without a text
//   - answers that do not come back from JSON, and a Combine for which the order of rules matters
//   - more than 64 rules or conditions; and conditions that hang together in so many ways that what is missing could not
//     be told in bounded time
//
// A rule that is taken from another set by [Set.Rules] comes without what was done to it there: it is on, and nobody's.
func New[In any, Out comparable](spec Spec[In, Out]) (*Set[In, Out], error) {
	plain, found := plainOf(&spec), &faults{of: spec.ID, condition: ErrSpec}
	for i := range plain.rules {
		plain.rules[i].off, plain.rules[i].origin = false, Origin{}
	}
	plain.checkFactsAreRead(found)
	return compile[In, Out](plain, terms.Day{}, found)
}

// Must gives what was made, and panics on an error. It is for sets and timelines that a program declares as variables of a
// package: a wrong declaration stops the program before it answers anything, and any test of the package finds it.
func Must[T any](made T, err error) T {
	if err != nil {
		panic(err)
	}
	return made
}

// compile makes the set of a declaration that has these types, unless something wrong with it was found before or is now.
func compile[In any, Out comparable](spec plainSpec, known terms.Day, found *faults) (*Set[In, Out], error) {
	made, err := compileCore(spec, known, found)
	if err != nil {
		return nil, err
	}
	s := &Set[In, Out]{core: made}
	for i := range spec.rules {
		for _, c := range spec.rules[i].conditions {
			s.tests = append(s.tests, typed[func(In) Truth](c.holds))
		}
	}
	for _, out := range made.answers.list {
		s.outs = append(s.outs, typed[Out](out))
	}
	return s, nil
}

// ID gives the set's id.
func (s *Set[In, Out]) ID() string { return s.core.spec.id }

// Question gives what the set answers.
func (s *Set[In, Out]) Question() string { return s.core.spec.question }

// Facts gives everything the set's conditions read.
func (s *Set[In, Out]) Facts() []Fact { return slices.Clone(s.core.spec.facts) }

// Fact gives the fact of a name, with what to ask for it, and whether the set has one. It is for the names in
// [DecisionError.Missing], [Decision.Missing], [Finding.Awaits] and [Set.Needs].
func (s *Set[In, Out]) Fact(name string) (Fact, bool) { return s.core.fact(name) }

// Default gives the answer where no rule gives one, and whether there is one.
func (s *Set[In, Out]) Default() (Out, bool) {
	return typed[Out](s.core.spec.byDefault), s.core.spec.byDefault != s.core.spec.none
}

// Combine gives what the set makes of the answers of two rules that speak, and whether they go together.
func (s *Set[In, Out]) Combine(a, b Out) (Out, bool) {
	if s.core.spec.combine == nil {
		return One(a, b)
	}
	out, ok := s.core.spec.combine(a, b)
	return typed[Out](out), ok
}

// Rules gives every rule, in the order of declaration: also those that are planned, superseded or switched off.
func (s *Set[In, Out]) Rules() iter.Seq[Rule[In, Out]] {
	return func(yield func(Rule[In, Out]) bool) {
		for i := range s.core.spec.rules {
			if !yield(typedRule[In, Out](&s.core.spec.rules[i])) {
				return
			}
		}
	}
}

// Boundaries gives the days on which the answer can change, in order: from each of them on, up to the next, the same
// rules govern.
func (s *Set[In, Out]) Boundaries() []terms.Day { return s.core.boundaries() }

// Needs gives the names of the facts that the rules of a day read, in the order of their declaration. No rule governs
// the zero Day.
func (s *Set[In, Out]) Needs(day terms.Day) []string { return s.core.needs(day) }

// Digest gives 64 hexadecimal digits that change with every change of the declaration: of texts, days, sources, names of
// conditions, answers, how they combine, exceptions, and who changed what. What a condition tests it cannot see; package
// rulestest has fingerprints for that.
func (s *Set[In, Out]) Digest() string { return s.core.digest }

// About gives what the set says of itself. The slices are the caller's own.
func (s *Set[In, Out]) About() About {
	about := s.core.about()
	about.Digest = s.core.digest
	return about
}

// KnownOn gives the day whose published wording the set decides by, and the zero Day for the wording that is published
// without end.
func (s *Set[In, Out]) KnownOn() terms.Day { return s.core.known }

// AsKnown gives the set that decides by the wording published on a day: what an old case would have been told then.
// The zero Day gives the set that decides by the wording published without end, so that set.AsKnown(d.Known) is the set
// that gave a decision d. Rules an overlay brought are known on all days.
//
// An error is a [SpecError]: rules that were not published together in the set as it was declared may hang together in
// too many ways.
func (s *Set[In, Out]) AsKnown(day terms.Day) (*Set[In, Out], error) {
	return compile[In, Out](s.core.spec, day, s.core.faults(ErrSpec))
}
