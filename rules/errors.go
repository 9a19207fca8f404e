package rules

import (
	"errors"
	"fmt"
	"strings"

	"github.com/cloudterms/terms"
)

// Conditions that callers test for with [errors.Is]. What was wrong and where is in the typed errors that wrap them:
// [DecisionError], [FigureError], [SpecError].
var (
	// ErrUndetermined is the condition of a question that has no answer because a fact that could change it is not
	// given. The [DecisionError] names the facts.
	ErrUndetermined = errors.New("rules: a fact that matters is not given")
	// ErrConflict is the condition of rules that give answers which do not go together.
	ErrConflict = errors.New("rules: rules give different answers")
	// ErrNoRule is the condition of a question no rule answers.
	ErrNoRule = errors.New("rules: no rule answers")
	// ErrNoFigure is the condition of a day on which a timeline has no figure.
	ErrNoFigure = errors.New("rules: no figure for the day")
	// ErrDay is the condition of a question without a day. It wraps [terms.ErrDay], which is also the condition of text that
	// names no day: who makes no difference tests for that one.
	ErrDay error = dayError{}
	// ErrSpec is the condition of a declaration that makes no set, or no timeline.
	ErrSpec = errors.New("rules: declaration not accepted")
	// ErrOverlay is the condition of an edit or overlay that changes what is not there, or does not say who changes it
	// and why.
	ErrOverlay = errors.New("rules: overlay not accepted")
)

// dayError is [ErrDay].
type dayError struct{}

func (dayError) Error() string { return "rules: day not given" }

func (dayError) Unwrap() error { return terms.ErrDay }

// A DecisionError says why a set gave no answer.
type DecisionError struct {
	Set     string    // the set's id
	Day     terms.Day // the day it was asked about
	Missing []string  // for ErrUndetermined: the facts that could change the answer
	Rules   []ID      // for ErrConflict: the rules that give different answers
	Err     error     // ErrUndetermined, ErrConflict, ErrNoRule or ErrDay
}

// Error gives the condition, the set, the day, and what is missing or who disagrees.
func (e *DecisionError) Error() string {
	text := fmt.Sprintf("%v: %s", e.Err, e.Set)
	if !e.Day.IsZero() {
		text += " on " + e.Day.String()
	}
	switch {
	case len(e.Missing) > 0:
		text += ": give " + strings.Join(e.Missing, ", ")
	case len(e.Rules) > 0:
		text += ": " + joined(e.Rules)
	}
	return text
}

// Unwrap gives the condition.
func (e *DecisionError) Unwrap() error { return e.Err }

// A FigureError says for which days a timeline has figures, where it was asked about another.
type FigureError struct {
	Timeline string       // its id
	Day      terms.Day    // the day it was asked about
	Days     []terms.Span // for which it has figures, the newest first
	Err      error        // ErrNoFigure or ErrDay
}

// Error gives the condition, the timeline, the day and the days for which there are figures.
func (e *FigureError) Error() string {
	text := fmt.Sprintf("%v: %s", e.Err, e.Timeline)
	if !e.Day.IsZero() {
		text += " on " + e.Day.String()
	}
	if len(e.Days) == 0 {
		return text + "; it has figures for no day"
	}
	return text + "; it has figures for " + joined(e.Days)
}

// Unwrap gives the condition.
func (e *FigureError) Unwrap() error { return e.Err }

// A SpecError says what is wrong with a declaration, an edit or an overlay. Where several things are, the error that is
// returned joins one for each.
type SpecError struct {
	Of      string // the id of the set, timeline or list; overlay for an overlay by itself
	Rule    ID     // the rule, if it is about one
	Problem string // what is wrong, and what would be right
	Cause   error  // the error behind it, if there is one
	Err     error  // the condition, ErrSpec or ErrOverlay
}

// Error gives the condition, what it is about, the problem and its cause.
func (e *SpecError) Error() string {
	about := e.Of
	if e.Rule != "" {
		about += ": rule " + string(e.Rule)
	}
	text := fmt.Sprintf("%v: %s: %s", e.Err, about, e.Problem)
	if e.Cause != nil {
		text += ": " + e.Cause.Error()
	}
	return text
}

// Unwrap gives the condition, and the cause if there is one.
func (e *SpecError) Unwrap() []error {
	if e.Cause == nil {
		return []error{e.Err}
	}
	return []error{e.Err, e.Cause}
}

// faults gathers what is wrong with a declaration or an overlay.
type faults struct {
	of        string
	condition error
	list      []error
}

func (f *faults) add(rule ID, format string, args ...any) {
	f.addCause(nil, rule, format, args...)
}

func (f *faults) addCause(cause error, rule ID, format string, args ...any) {
	f.list = append(f.list, &SpecError{
		Of: f.of, Rule: rule, Problem: fmt.Sprintf(format, args...), Cause: cause, Err: f.condition,
	})
}

// err gives all faults as one error, or nil.
func (f *faults) err() error { return errors.Join(f.list...) }

func (f *faults) checkOwner(owner, reason string) {
	if owner == "" || reason == "" {
		f.add("", "the owner is %q and the reason %q; want both", owner, reason)
	}
}

// checkPublished adds what is wrong with the days of publication of a rule or a figure, which what names.
func (f *faults) checkPublished(rule ID, what string, published terms.Span) {
	if published.IsPending() {
		f.add(rule, "%s is the published wording on no day; what is announced has a pending Span", what)
	}
}

// checkSources adds what is wrong with the sources of a rule, a figure or a doubt, which what names.
func (f *faults) checkSources(rule ID, what string, sources []Source) {
	if len(sources) == 0 {
		f.add(rule, "%s has no source", what)
	}
	for _, source := range sources {
		if source.Document == "" || source.Checked.IsZero() {
			f.add(rule, "%s has the source %+v; want a document, and the day it was last checked", what, source)
		}
	}
}

func joined[T any](list []T) string {
	texts := make([]string, len(list))
	for i, item := range list {
		texts[i] = fmt.Sprint(item)
	}
	return strings.Join(texts, ", ")
}
