package cancellation

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// Conditions that callers test for with [errors.Is]. What was wrong and where is in the typed errors that wrap them:
// [RequestError], terms.ParseError, and those of package rules where the record has no answer.
var (
	// ErrRequest is the condition of a question that makes no sense: an instant that is not given or impossible, a value that
	// is none of its set.
	ErrRequest = errors.New("cancellation: request not accepted")
	// ErrNoWindow is the condition of asking for the window of a product that has none of days or hours, for its boundary, or for
	// the refund of a product that has none.
	ErrNoWindow = errors.New("cancellation: no such figure for the product")
	// ErrWindow is the condition of text or a number that makes no window.
	ErrWindow = errors.New("cancellation: not a window")
	// ErrLeft is the condition of text that is no time left.
	ErrLeft = errors.New("cancellation: not days and hours")
	// ErrNotSaid is the condition of asking for what the record does not say, as whether an Azure plan can be reduced.
	ErrNotSaid = errors.New("cancellation: the record does not say")
	// ErrResource is the condition of JSON that is no resource of Partner Center's, or one that contradicts itself.
	ErrResource = errors.New("cancellation: not a resource of Partner Center")
	// ErrCall is the condition of a cancel call that nobody can make.
	ErrCall = errors.New("cancellation: no such cancel call")
	// ErrAllowedUntil is the condition of JSON that is no cancellationAllowedUntilDate.
	ErrAllowedUntil = errors.New("cancellation: not a date until which cancelling is allowed")
)

// A RequestError says which part of a question is at fault. Where several parts are, the error that is returned joins one for each,
// and has them as Unwrap() []error.
type RequestError struct {
	Field string // by its JSON name, as in opened or bill/lines/1
	Value string // what was given there, cut to 64 bytes; empty if nothing was
	Want  string // what would be right
	Err   error  // the condition: ErrRequest, ErrNoWindow, ErrNotSaid or ErrCall
	Cause error  // the error behind it, such as a pricing.InputError, if there is one
}

// Error gives the condition, the field, what was given and what would be right.
func (e *RequestError) Error() string {
	given := e.Value
	if given == "" {
		given = "not given"
	}
	return fmt.Sprintf("%v: %s is %s; want %s", e.Err, e.Field, given, e.Want)
}

// Unwrap gives the condition, and the cause behind it if there is one.
func (e *RequestError) Unwrap() error {
	if e.Cause == nil {
		return e.Err
	}
	return &causedError{e.Err, e.Cause}
}

// causedError is a condition and the error behind it.
type causedError struct{ condition, cause error }

// Error gives both.
func (e *causedError) Error() string { return e.condition.Error() + ": " + e.cause.Error() }

// Unwrap gives both.
func (e *causedError) Unwrap() []error { return []error{e.condition, e.cause} }

func requestError(field, value, want string) error {
	return &RequestError{Field: field, Value: value, Want: want, Err: ErrRequest}
}

// faults are everything that is wrong with one question or resource, if that is more than one thing.
type faults []error

// Error gives each on a line of its own.
func (f faults) Error() string { return errors.Join(f...).Error() }

// Unwrap gives them.
func (f faults) Unwrap() []error { return f }

// with gives them and an error, or each of several, or none.
func (f faults) with(err error) faults {
	if err == nil {
		return f
	}
	return append(f, each(err)...)
}

// err gives none, the one there is, or all.
func (f faults) err() error {
	switch len(f) {
	case 0:
		return nil
	case 1:
		return f[0]
	}
	return f
}

// each gives the errors that were gathered, or the one there is.
func each(err error) []error {
	if many, ok := errors.AsType[faults](err); ok {
		return many
	}
	return []error{err}
}

// inField says of an error in which field of a larger question it is.
func inField(field string, err error) error {
	var found faults
	for _, one := range each(err) {
		found = append(found, below(field, one))
	}
	return found.err()
}

func below(field string, err error) error {
	if wrong, ok := errors.AsType[*RequestError](err); ok {
		return &RequestError{field + "/" + wrong.Field, wrong.Value, wrong.Want, wrong.Err, wrong.Cause}
	}
	if wrong, ok := errors.AsType[*pricing.InputError](err); ok {
		return &RequestError{field + "/" + wrong.Field, wrong.Input, wrong.Want, ErrRequest, err}
	}
	if wrong, ok := errors.AsType[*licensing.RequestError](err); ok {
		return &RequestError{field + "/" + wrong.Field, wrong.Value, wrong.Want, ErrRequest, err}
	}
	return &fieldError{field, err}
}

// fieldError is an error of another package in a field of a question.
type fieldError struct {
	field string
	err   error
}

// Error gives the field and the error.
func (e *fieldError) Error() string { return "cancellation: " + e.field + ": " + plain(e.err) }

// Unwrap gives the error.
func (e *fieldError) Unwrap() error { return e.err }

// plain gives the text of an error to stand behind this package's name: without another package's, and without what a file or a
// path says already.
func plain(err error) string {
	text := strings.TrimPrefix(err.Error(), terms.ErrJSON.Error()+": ")
	text = strings.Replace(text, ErrResource.Error()+": ", "", 1)
	for _, name := range []string{"cancellation: ", "rules: ", "terms: "} {
		text = strings.TrimPrefix(text, name)
	}
	return text
}

// The years an instant may lie in, so that every window that opens there closes within the days there are.
const (
	firstYear = 1900
	lastYear  = 2199
)

func checkInstant(field string, t time.Time) error {
	if t.IsZero() {
		return requestError(field, "", "an instant, as in 2024-02-29T10:30:00Z")
	}
	if year := t.UTC().Year(); year < firstYear || year > lastYear {
		return requestError(field, t.UTC().Format(time.RFC3339), fmt.Sprintf("an instant of the years %d to %d", firstYear, lastYear))
	}
	return nil
}

// noFigure says that a product has no figure of a kind, and which have.
func noFigure(p Product, have []string) error {
	return &RequestError{Field: "product", Value: p.String(), Want: oneOf(have), Err: ErrNoWindow}
}

// noRule says that no rule speaks of a product, and of which one does.
func noRule(p Product, day terms.Day, answers func(Product) error) error {
	var have []string
	for product, name := range productNames.Each {
		if !errors.Is(answers(product), rules.ErrNoRule) {
			have = append(have, name)
		}
	}
	return &RequestError{"product", p.String(), oneOf(have) + ", of which there are rules on " + day.String(), ErrNotSaid, answers(p)}
}

func oneOf(names []string) string { return "one of " + strings.Join(names, ", ") }
