package rules

import (
	"slices"

	"github.com/cloudterms/terms"
)

// What is generic is compiled once for each pair of types, and a program has dozens of sets. So that only what touches
// facts and answers is compiled so often, a declaration is kept without its types. Answers are any. What is called with
// facts is kept as it came, and called by the Set alone, which knows its type.

// plainSpec is a [Spec] without its types. Its slices are never changed: sets that come of each other share them.
type plainSpec struct {
	id, question   string
	facts          []Fact
	rules          []plainRule
	none           any // the zero answer, which is none
	byDefault      any
	defaultText    string
	defaultSources []Source
	combine        func(a, b any) (any, bool)
	readsBack      func(answer any) error // why an answer would not come back from JSON as it was
}

// plainRule is a [Rule] without its types.
type plainRule struct {
	id         ID
	text       string
	span       terms.Span
	published  terms.Span
	sources    []Source
	conditions []plainCondition
	then       any
	args       any // a func(In) []Arg, if the rule has one
	excepts    []ID
	origin     Origin
	off        bool
}

// plainCondition is a [Condition] without its type.
type plainCondition struct {
	name    string
	reads   []string
	uses    []Use
	negated bool
	holds   any // a func(In) Truth, and nil where the condition has no test
}

// plainOf gives a declaration without its types, with slices of its own.
func plainOf[In any, Out comparable](spec *Spec[In, Out]) plainSpec {
	var none Out
	combine := spec.Combine
	if combine == nil {
		combine = One[Out]
	}
	return plainSpec{
		id: spec.ID, question: spec.Question, facts: slices.Clone(spec.Facts), rules: plainRules(spec.Rules),
		none: none, byDefault: spec.Default, defaultText: spec.DefaultText, defaultSources: slices.Clone(spec.DefaultSources),
		combine: func(a, b any) (any, bool) { return combine(typed[Out](a), typed[Out](b)) },
		readsBack: func(answer any) error {
			return readsBack(typed[Out](answer), func(a, b Out) bool { return a == b })
		},
	}
}

func plainRules[In any, Out comparable](list []Rule[In, Out]) []plainRule {
	plain := make([]plainRule, len(list))
	for i := range list {
		r := &list[i]
		plain[i] = plainRule{
			id: r.ID, text: r.Text, span: r.Span, published: r.Published, sources: slices.Clone(r.Sources),
			conditions: plainConditions(r.If), then: r.Then, excepts: slices.Clone(r.Excepts), origin: r.origin, off: r.off,
		}
		if r.Args != nil {
			plain[i].args = r.Args
		}
	}
	return plain
}

func plainConditions[In any](list []Condition[In]) []plainCondition {
	plain := make([]plainCondition, len(list))
	for i, c := range list {
		plain[i] = plainCondition{name: c.Name, reads: slices.Clone(c.Reads), uses: slices.Clone(c.Uses), negated: c.negated}
		if c.Holds != nil {
			plain[i].holds = c.Holds
		}
	}
	return plain
}

// typed gives a value that was kept without its type, and the zero value where there is none.
func typed[T any](value any) T {
	t, _ := value.(T)
	return t
}

// typedRule gives a rule its types back, with slices of its own.
func typedRule[In any, Out comparable](r *plainRule) Rule[In, Out] {
	rule := Rule[In, Out]{
		ID: r.id, Text: r.text, Span: r.span, Published: r.published, Sources: slices.Clone(r.sources),
		Then: typed[Out](r.then), Args: typed[func(In) []Arg](r.args), Excepts: slices.Clone(r.excepts), origin: r.origin, off: r.off,
	}
	for _, c := range r.conditions {
		rule.If = append(rule.If, Condition[In]{
			Name: c.name, Reads: slices.Clone(c.reads), Holds: typed[func(In) Truth](c.holds), Uses: slices.Clone(c.uses), negated: c.negated,
		})
	}
	return rule
}

// isPlanned reports whether the rule is announced without a day.
func (r *plainRule) isPlanned() bool { return r.span.IsPending() }

// clause gives the condition's name, with "not: " before it if it is negated.
func (c *plainCondition) clause() string { return clauseOf(c.name, c.negated) }

func clauseOf(condition string, negated bool) string {
	if negated {
		return "not: " + condition
	}
	return condition
}

// ruleIDs gives the ids of rules, in their order.
func ruleIDs(list []plainRule) []ID {
	ids := make([]ID, len(list))
	for i := range list {
		ids[i] = list[i].id
	}
	return ids
}

// reads reports whether a condition of a rule reads a fact.
func (s *plainSpec) reads(fact string) bool {
	for i := range s.rules {
		for _, c := range s.rules[i].conditions {
			if slices.Contains(c.reads, fact) {
				return true
			}
		}
	}
	return false
}
