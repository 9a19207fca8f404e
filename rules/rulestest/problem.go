package rulestest

import (
	"fmt"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A Problem is something wrong with a set or a timeline, or with what it was tested on.
type Problem struct {
	Kind      Kind      `json:"kind"`
	Set       string    `json:"set"`                 // the id of the set or timeline
	Rule      rules.ID  `json:"rule,omitempty"`      // the rule it is about, the first of several
	Condition string    `json:"condition,omitempty"` // the condition it is about
	Day       terms.Day `json:"day,omitzero"`        // the first day on which it shows
	Known     terms.Day `json:"known,omitzero"`      // the day whose published wording it shows in, if not the present one
	Input     string    `json:"input,omitempty"`     // the first input for which it shows, fact by fact; of a timeline, the figure
	Inputs    int       `json:"inputs,omitempty"`    // for how many inputs of that day it shows
	Note      string    `json:"note"`                // what is wrong, in words
}

// String gives the problem in one line.
func (p Problem) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", p.Kind, p.Set)
	if p.Rule != "" {
		fmt.Fprintf(&b, ", rule %s", p.Rule)
	}
	if p.Condition != "" {
		fmt.Fprintf(&b, ", condition %q", p.Condition)
	}
	if !p.Day.IsZero() {
		fmt.Fprintf(&b, ", on %s", p.Day)
	}
	if !p.Known.IsZero() {
		fmt.Fprintf(&b, " as known on %s", p.Known)
	}
	if p.Input != "" {
		fmt.Fprintf(&b, ", for %s", p.Input)
	}
	if p.Inputs > 1 {
		fmt.Fprintf(&b, " and %d more", p.Inputs-1)
	}
	fmt.Fprintf(&b, ": %s", p.Note)
	return b.String()
}

// A Kind says what is wrong.
type Kind uint8

const (
	// Gap is an input that no rule answers, whatever else is given; or a day that has no figure.
	Gap Kind = iota + 1
	// Conflict is an input for which rules give answers that do not go together.
	Conflict
	// NeverReached is a rule whose conditions hold for no sample on any day.
	NeverReached
	// AlwaysExcepted is a rule whose conditions hold for some samples, and that other rules silence for each of them.
	AlwaysExcepted
	// Contained is a rule that can be struck: another says the same wherever this one speaks. This is seen from the names
	// of the conditions and the spans, not from the samples.
	Contained
	// PlannedSpeaks is a rule that is announced without a day and is evaluated all the same.
	PlannedSpeaks

	// MissingFacts is a question on which the set breaks the law of missing facts: it is undetermined exactly when two
	// ways in which the unknown conditions may turn out give different answers, and the facts named are those that these
	// conditions read.
	MissingFacts
	// WrongAnswer is an answer other than the one that the rules, or the figures, read one by one, give.
	WrongAnswer

	// NotCommutative is a pair of answers that combine to another answer the other way around.
	NotCommutative
	// NotAssociative is three answers that combine to another answer when the last two are combined first.
	NotAssociative
	// NotIdempotent is an answer that, combined with itself, is another.
	NotIdempotent

	// ReadsMore is a condition whose truth changes with a fact that it does not say it reads.
	ReadsMore
	// TwoMeanings is a condition that has the name of another and is not always as true.
	TwoMeanings
	// Unsteady is a condition that is not as true when it is asked again, or that changes its input.
	Unsteady
	// Presumes is a condition that answers for a fact that is not given: it says no, or yes, where it cannot know.
	Presumes
	// StaysUnknown is a condition that is unknown although every fact it reads is given, so that who is asked for the
	// facts gets no answer for giving them.
	StaysUnknown
	// Idle is a condition that is yes for no sample, or no for none.
	Idle

	// Overlap is a day for which two figures were published at once. [rules.NewTimeline] refuses such a timeline.
	Overlap
	// KnownGap is a day that has a figure, had one as it was published on some day, and none as it was on a later one:
	// between two wordings there was none.
	KnownGap
	// IdleDoubt is a doubt that says what the figure of a day says, or that is about days that have none.
	IdleDoubt
	// Unchecked is a source that was never held against its figure, or only after the day of the test.
	Unchecked
	// OutOfRange is a figure that the [Limits] do not allow.
	OutOfRange
	// NotReadBack is a figure, or the reading of a day, that does not come back from its JSON as it was.
	NotReadBack

	// NotSampled is a fact of the set that no dimension holds, or a bad dimension.
	NotSampled
	// TooMany is samples and days that are too many to decide.
	TooMany
	// Unproven is a question with so many unknown conditions that the law of missing facts could not be tried out on it.
	Unproven
	// IdleAllowance is an [Allowance] without a reason, or that let nothing stand.
	IdleAllowance
)

// String gives the kind in words.
func (k Kind) String() string { return kindNames.Text(k) }

// MarshalText gives the kind in words.
func (k Kind) MarshalText() ([]byte, error) { return kindNames.Marshal(k) }

// UnmarshalText reads what [Kind.MarshalText] gives.
func (k *Kind) UnmarshalText(text []byte) error { return kindNames.Unmarshal(text, k) }

// An Allowance lets problems of one kind stand: a gap where the record says nothing, a rule that repeats another on
// purpose. One that lets nothing stand is a problem itself, so that none outlives its reason.
type Allowance[In any] struct {
	Kind      Kind
	Rule      rules.ID // the rule concerned, of several the first; empty for any
	Condition string   // the condition concerned; empty for any
	// Where says which questions are concerned, for Gap and Conflict; nil for all. Of a timeline In is the figure, which is
	// zero where there is none, and all kinds of problems ask.
	Where  func(day terms.Day, in In) bool
	Reason string // why it may stand
}

// allows reports whether the allowance is for a problem, its question aside.
func (a Allowance[In]) allows(p Problem) bool {
	return a.Reason != "" && a.Kind == p.Kind && (a.Rule == "" || a.Rule == p.Rule) && (a.Condition == "" || a.Condition == p.Condition)
}
