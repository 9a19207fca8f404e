package cancellation

import (
	"errors"
	"fmt"
	"strings"
	"time"
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
	// ErrResource is the condition of JSON that is no resource of Partner Center's, or one that contradicts itself.
	ErrResource = errors.New("cancellation: not a resource of Partner Center")
	// ErrCall is the condition of a cancel call that nobody can make.
	ErrCall = errors.New("cancellation: no such cancel call")
	// ErrAllowedUntil is the condition of JSON that is no cancellationAllowedUntilDate.
	ErrAllowedUntil = errors.New("cancellation: not a date until which cancelling is allowed")
)

// A RequestError says which part of a question is at fault.
type RequestError struct {
	Field string // by its JSON name, as in opened
	Value string // what was given there, cut to 64 bytes; empty if nothing was
	Want  string // what would be right
	Err   error  // the condition, ErrRequest or ErrNoWindow
}

// Error gives the condition, the field, what was given and what would be right.
func (e *RequestError) Error() string {
	given := e.Value
	if given == "" {
		given = "not given"
	}
	return fmt.Sprintf("%v: %s is %s; want %s", e.Err, e.Field, given, e.Want)
}

// Unwrap gives the condition.
func (e *RequestError) Unwrap() error { return e.Err }

func requestError(field, value, want string) error {
	return &RequestError{field, value, want, ErrRequest}
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

// excerpt cuts a text that an error repeats.
func excerpt(s string) string {
	const most = 64
	return strings.ToValidUTF8(s[:min(len(s), most)], "\uFFFD")
}

// noFigure says that a product has no figure of a kind, and which have.
func noFigure(p Product, have []string) error {
	return &RequestError{"product", p.String(), "one of " + strings.Join(have, ", "), ErrNoWindow}
}
