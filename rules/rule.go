package rules

import "github.com/cloudterms/terms"

// An ID names a rule for good: it is public, stable, and never given to another rule. It begins with a name for what owns
// the rule, such as a package or a contract, and a dot, as in cancellation.software.7days. [Overlay.For] goes by that.
type ID string

// A Fact is something conditions read: a field of the input, by a name that a person who is asked for it understands.
type Fact struct {
	Name string `json:"name"` // as in product.kind
	Text string `json:"text"` // the question to ask, as in "What was purchased?"
}

// A Condition is one named test of the input: a column of a decision table. Two conditions of one name are the same
// condition, wherever they stand in a set.
//
// A condition that reads one fact gives the best questions: of one that reads two and is unknown, both are asked for.
type Condition[In any] struct {
	Name  string         // a clause that is true where the condition holds, as in "product is perpetual software"
	Reads []string       // the names of the facts it reads
	Holds func(In) Truth // Unknown where a fact it reads is not given; it reads no clock and changes nothing
	Uses  []Use          // the lists and timelines it looks into, if any, each as [About.Use] gives it

	negated bool
}

// Not gives the condition that holds where c does not.
func (c Condition[In]) Not() Condition[In] {
	c.negated = !c.negated
	return c
}

// Clause gives the condition's name, with "not: " before it if it is negated.
func (c Condition[In]) Clause() string { return clauseOf(c.Name, c.negated) }

// IsNegated reports whether the condition is the negation of the one it is named after. Holds is always the test of the
// latter.
func (c Condition[In]) IsNegated() bool { return c.negated }

// A Rule says Then on the days of its span where all its conditions hold and no rule that excepts it speaks.
type Rule[In any, Out comparable] struct {
	ID   ID
	Text string // the rule in one plain sentence
	// Span is the days the rule governs. A pending span is a rule that is announced without a day: it is listed, and
	// never evaluated.
	Span terms.Span
	// Published is the days on which this was the published wording, not given for wording that is published on all
	// days. A set decides by the wording that is published without end; [Set.AsKnown] by that of another day. A wording
	// that was superseded stays in the set under its own id, with the days on which it was published.
	Published terms.Span
	Sources   []Source        // at least one
	If        []Condition[In] // all must hold; none means always
	// Then is the answer. The zero value is none: such a rule only silences the rules it excepts, or, if it excepts
	// none, is reported and changes nothing.
	Then    Out
	Args    func(In) []Arg // what a message about the rule needs; called by Explain and Trace only
	Excepts []ID           // rules that are silent where this one speaks

	origin Origin
	off    bool
}

// Origin says whose the rule is. It is zero for a published rule.
func (r Rule[In, Out]) Origin() Origin { return r.origin }

// IsOff reports whether an overlay has switched the rule off.
func (r Rule[In, Out]) IsOff() bool { return r.off }

// IsPlanned reports whether the rule is announced without a day.
func (r Rule[In, Out]) IsPlanned() bool { return r.Span.IsPending() }
