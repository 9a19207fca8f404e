package rules

import (
	"slices"

	"github.com/cloudterms/terms"
)

// A Status says how a decision came about.
type Status uint8

const (
	// Decided is an answer that rules gave.
	Decided Status = iota + 1
	// ByDefault is the set's default, where no rule gave an answer.
	ByDefault
	// Undetermined is no answer, because facts that could change it are not given.
	Undetermined
	// Conflicting is no answer, because rules give answers that do not go together.
	Conflicting
	// Unanswered is no answer, because no rule gives one.
	Unanswered
	// Undated is no answer, because the question has no day.
	Undated
)

// String gives the name.
func (s Status) String() string { return statusNames.Text(s) }

// MarshalText gives the name.
func (s Status) MarshalText() ([]byte, error) { return statusNames.Marshal(s) }

// UnmarshalText reads the name. On an error it leaves s as it was.
func (s *Status) UnmarshalText(text []byte) error { return statusNames.Unmarshal(text, s) }

// A Decision is an answer with its reasons, and its own audit record: what was asked of which wording of which set, what
// the answer was, which rules gave it and where they are written. Its JSON reads back, by [terms.Decode], as an equal
// decision. It carries no time stamp and not the facts: the caller adds both.
type Decision[Out comparable] struct {
	Set      string    `json:"set"`
	Question string    `json:"question"`
	Digest   string    `json:"digest"`           // of the set's declaration
	Day      terms.Day `json:"day"`              // whose rules governed
	Known    terms.Day `json:"known,omitzero"`   // whose published wording decided, if not the present one
	Outcome  Out       `json:"outcome,omitzero"` // the zero value if there is no answer
	Status   Status    `json:"status"`
	// Findings are the rules that spoke, in the order of declaration. A rule that only excepts others is among them where
	// it silenced one.
	Findings []Finding[Out] `json:"findings"`
	// DefaultText and DefaultSources say why the outcome is the default and where that is written, for ByDefault, if the set
	// was declared with them.
	DefaultText    string   `json:"defaultText,omitempty"`
	DefaultSources []Source `json:"defaultSources,omitempty"`
	// Missing is the facts that could change the answer, for Undetermined.
	Missing []string `json:"missing,omitempty"`
	// Questions is what to ask a person for them, in the same order.
	Questions []Fact `json:"questions,omitempty"`
	// Changed is the rules of the day that are not as they were published, whether or not they spoke in this decision. It says
	// which changes could have made the answer another: a rule that was switched off leaves no finding.
	Changed []ChangedRule `json:"changed,omitempty"`
	// Trace has a step for every rule, if [Set.Trace] gave the decision.
	Trace []Step `json:"trace,omitempty"`
}

// A Finding is a rule that spoke, or, where it has Awaits, one of several that may.
type Finding[Out comparable] struct {
	Rule    ID       `json:"rule"`
	Text    string   `json:"text"`
	Says    Out      `json:"says,omitzero"` // the zero value for a rule that gives no answer
	Args    []Arg    `json:"args,omitempty"`
	Sources []Source `json:"sources"`
	Origin  Origin   `json:"origin,omitzero"` // whose rule it is, if not a published one
	Uses    []Use    `json:"uses,omitempty"`  // the lists and timelines that the rule's conditions look into
	// Awaits is the facts on which it depends whether this rule speaks, where they are not given. It is empty for a rule that
	// spoke. Where one rule speaks if a fact is a yes, another if it is a no, and both say the same, the answer is certain
	// though neither rule is: then both are findings, and await the fact.
	Awaits []string `json:"awaits,omitempty"`
}

// A ChangedRule is a rule that is not as it was published, or that looks into something which is not.
type ChangedRule struct {
	Rule   ID     `json:"rule"`
	Uses   string `json:"uses,omitempty"` // the list or timeline that was changed, if it is not the rule itself
	Origin Origin `json:"origin"`
}

// A Step says of one rule why it spoke or why it did not.
type Step struct {
	Rule  ID        `json:"rule"`
	State StepState `json:"state"`
	// Condition is the clause that did not hold, for StepSilent: the first in the order of declaration.
	Condition string `json:"condition,omitempty"`
	// By is the rule that excepts this one, for StepExcepted: the first in the order of declaration.
	By ID `json:"by,omitempty"`
	// Facts are those that the rule waits for, for StepFactMissing; or, where all its conditions hold, those that a rule
	// waits for which excepts it.
	Facts []string `json:"facts,omitempty"`
	// Span is the days the rule governs, for StepOutsideDays, or those on which it was published, for StepNotPublished.
	Span terms.Span `json:"span,omitzero"`
	// Origin says who changed the rule, if somebody did; for StepSwitchedOff, who switched it off and why.
	Origin Origin `json:"origin,omitzero"`
}

// A StepState says why a rule spoke or did not.
type StepState uint8

const (
	// StepSpoke is a rule all of whose conditions hold and that no other excepts. One that only silences others spoke even
	// where there was nothing to silence; then it is no finding.
	StepSpoke StepState = iota + 1
	// StepSilent is a rule of which a condition does not hold.
	StepSilent
	// StepExcepted is a rule of which all conditions that are known hold, and that another silences.
	StepExcepted
	// StepFactMissing is a rule that waits for facts that are not given.
	StepFactMissing
	// StepOutsideDays is a rule that does not govern the day.
	StepOutsideDays
	// StepPlanned is a rule that is announced without a day.
	StepPlanned
	// StepNotPublished is a rule whose wording is not the one the set decides by.
	StepNotPublished
	// StepSwitchedOff is a rule that an overlay switched off.
	StepSwitchedOff
)

// String gives the name.
func (s StepState) String() string { return stepNames.Text(s) }

// MarshalText gives the name.
func (s StepState) MarshalText() ([]byte, error) { return stepNames.Marshal(s) }

// UnmarshalText reads the name. On an error it leaves s as it was.
func (s *StepState) UnmarshalText(text []byte) error { return stepNames.Unmarshal(text, s) }

// Err gives nil if the decision has an answer, and otherwise the [DecisionError] that [Set.Decide] gives.
func (d Decision[Out]) Err() error {
	e := &DecisionError{Set: d.Set, Day: d.Day, Missing: slices.Clone(d.Missing)}
	switch d.Status {
	case Decided, ByDefault:
		return nil
	case Undetermined:
		e.Err = ErrUndetermined
	case Conflicting:
		e.Err, e.Rules = ErrConflict, d.answering()
	case Undated:
		e.Err = ErrDay
	default:
		e.Err = ErrNoRule
	}
	return e
}

// answering gives the rules among the findings that give an answer.
func (d Decision[Out]) answering() []ID {
	var none Out
	var ids []ID
	for i := range d.Findings {
		if f := &d.Findings[i]; f.Says != none {
			ids = append(ids, f.Rule)
		}
	}
	return ids
}

// Equal reports whether both are the same decision with the same reasons. Lists that are empty and lists that are not
// given are equal.
func (d Decision[Out]) Equal(other Decision[Out]) bool {
	return d.Set == other.Set && d.Question == other.Question && d.Digest == other.Digest && d.Day == other.Day &&
		d.Known == other.Known && d.Outcome == other.Outcome && d.Status == other.Status &&
		d.DefaultText == other.DefaultText && slices.Equal(d.DefaultSources, other.DefaultSources) &&
		slices.EqualFunc(d.Findings, other.Findings, Finding[Out].Equal) &&
		slices.Equal(d.Missing, other.Missing) && slices.Equal(d.Questions, other.Questions) && slices.Equal(d.Changed, other.Changed) &&
		slices.EqualFunc(d.Trace, other.Trace, Step.Equal)
}

// Equal reports whether both are the same finding.
func (f Finding[Out]) Equal(other Finding[Out]) bool {
	return f.Rule == other.Rule && f.Text == other.Text && f.Says == other.Says && f.Origin == other.Origin &&
		slices.Equal(f.Args, other.Args) && slices.Equal(f.Sources, other.Sources) && slices.Equal(f.Uses, other.Uses) &&
		slices.Equal(f.Awaits, other.Awaits)
}

// Equal reports whether both are the same step.
func (s Step) Equal(other Step) bool {
	return s.Rule == other.Rule && s.State == other.State && s.Condition == other.Condition && s.By == other.By &&
		s.Span == other.Span && s.Origin == other.Origin && slices.Equal(s.Facts, other.Facts)
}
