package licensing

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/enum"
	"github.com/cloudterms/terms/internal/excerpt"
	"github.com/cloudterms/terms/rules"
)

// Conditions that callers test for with [errors.Is]. What was wrong and where is in
// the typed errors that wrap them: [KeyError], [PurchaseError], [ActivationError].
var (
	// ErrOSAKey is the condition of text that is no key of Online Service Activation.
	ErrOSAKey = errors.New("licensing: not an OSA key")
	// ErrOSAPurchase is the condition of facts that make no purchase of an OSA key.
	ErrOSAPurchase = errors.New("licensing: not a purchase of an OSA key")
	// ErrActivatedTooLate is the condition of an activation after the last day on which
	// the key can be activated (OPEN-08).
	ErrActivatedTooLate = errors.New("licensing: OSA key activated too late")
	// ErrActivatedBeforePurchase is the condition of an activation on a day before the
	// key was purchased.
	ErrActivatedBeforePurchase = errors.New("licensing: OSA key activated before its purchase")
	// ErrNotGiven is the condition of a question that lacks what it is about.
	ErrNotGiven = errors.New("licensing: not given")
	// ErrFigure is the condition of text that is no figure, such as [Months] or [Days].
	ErrFigure = errors.New("licensing: not a figure")
)

// A KeyError says what is wrong with a text that should have been a key, and where, but
// never repeats the text or a part of it: what is almost a key is as secret as a key.
// Two texts that go wrong in the same way at the same place give the same error.
type KeyError struct {
	Problem  string // what is wrong, in words that hold nothing of the text
	Position int    // the character it is wrong at, from 1, white space around the key not counted; 0 if not at one place
	Want     string // what would be right
	Err      error  // the condition, ErrOSAKey or ErrProductKey
}

// Error gives the condition, what is wrong and what would be right.
func (e *KeyError) Error() string {
	return fmt.Sprintf("%v: %s; want %s", e.Err, e.Problem, e.Want)
}

// Unwrap gives the condition.
func (e *KeyError) Unwrap() error { return e.Err }

// A PurchaseError says which fact about a purchase is missing or impossible.
type PurchaseError struct {
	Field string // the path below the purchase, such as purchased or tokens/1/units
	Value string // what was given there, never a key; empty if nothing was
	Want  string // what would be right
	Err   error  // the condition, ErrOSAPurchase
}

// Error gives the condition, the field, what was given and what would be right.
func (e *PurchaseError) Error() string {
	given := e.Value
	if given == "" {
		given = "not given"
	}
	return fmt.Sprintf("%v: %s is %s; want %s", e.Err, e.Field, given, e.Want)
}

// Unwrap gives the condition.
func (e *PurchaseError) Unwrap() error { return e.Err }

// An ActivationError says why a key cannot be activated on a day, and on which it can. It
// names the key by its id.
type ActivationError struct {
	KeyID     string    // what OSAKey.ID gives; empty if there is no purchase
	Purchased terms.Day // the first day on which the key can be activated
	Last      terms.Day // the last day on which it can
	Day       terms.Day // the day asked about
	// Origin says who changed the time there is, if it is not the published one.
	Origin rules.Origin
	Err    error // ErrActivatedTooLate, ErrActivatedBeforePurchase or ErrNotGiven
}

// Error gives the condition, the key's id, the day and the days that would be right.
func (e *ActivationError) Error() string {
	if e.KeyID == "" {
		return fmt.Sprintf("%v: the purchase; want one from NewOSAPurchase", e.Err)
	}
	asked := "on " + e.Day.String()
	if e.Day.IsZero() {
		asked = "the day of activation"
	}
	by := ""
	if !e.Origin.IsZero() {
		by = fmt.Sprintf(" (as %s has it: %s)", e.Origin.Owner, e.Origin.Reason)
	}
	return fmt.Sprintf("%v: key %s, %s; want a day from its purchase on %s to %s%s",
		e.Err, e.KeyID, asked, e.Purchased, e.Last, by)
}

// Unwrap gives the condition.
func (e *ActivationError) Unwrap() error { return e.Err }

// Conditions of keys that carry licences, of terms, and of what is asked about them. The typed errors that wrap them are
// [KeyError], [RequestError], [RefusalError] and [terms.ParseError].
var (
	// ErrProductKey is the condition of text that is no product key of its kind.
	ErrProductKey = errors.New("licensing: not a product key")
	// ErrFraction is the condition of text that is no [Fraction].
	ErrFraction = errors.New("licensing: not a fraction")
	// ErrRequest is the condition of a request in which something is missing or impossible.
	ErrRequest = errors.New("licensing: request not accepted")
	// ErrRefused is the condition of what the rules refuse.
	ErrRefused = errors.New("licensing: refused")
)

// A RequestError says which part of a request is missing or impossible.
type RequestError struct {
	// Field is its path in JSON, such as subscription/licences or keys/1/id. Where a function takes several arguments instead
	// of one request, the path begins with the name of the argument, as in reckoning/unit and redemptions/0/key/licences.
	Field string
	Value string // what was given there; empty if nothing was
	Want  string // what would be right
	Err   error  // the condition, ErrRequest
}

// Error gives the condition, the field, what was given and what would be right.
func (e *RequestError) Error() string {
	given := strconv.Quote(e.Value)
	if e.Value == "" {
		given = "not given"
	}
	return fmt.Sprintf("%v: %s is %s; want %s", e.Err, e.Field, given, e.Want)
}

// Unwrap gives the condition.
func (e *RequestError) Unwrap() error { return e.Err }

func requestError(field, value, want string) *RequestError {
	return &RequestError{field, excerpt.Of(value), want, ErrRequest}
}

// below gives an error about a part of a larger request.
func below(path string, err error) error {
	part, ok := errors.AsType[*RequestError](err)
	if !ok {
		return err
	}
	return &RequestError{path + "/" + part.Field, part.Value, part.Want, part.Err}
}

// choiceError says of a choice that is not made what there is, and what to take unless the caller knows better.
func choiceError[T interface {
	~uint8
	fmt.Stringer
}](field string, names enum.Names[T], given, byDefault T,
) *RequestError {
	return requestError(field, given.String(), fmt.Sprintf("one of %s; %s where nothing speaks for another", names.List(), byDefault))
}

// A RefusalError is a request that the rules refuse, or that they cannot decide.
type RefusalError struct {
	What     string // what was asked for, as in extendEndDate; the day is that of the decision
	Key      string // the id of the key it was asked for, if there is one; never a key itself
	Decision rules.Decision[rules.Truth]
}

// Error gives the condition, what was asked for, and the rules that refuse it or the facts that are missing.
func (e *RefusalError) Error() string {
	what := e.What
	if e.Key != "" {
		what += fmt.Sprintf(" with key %.64q", e.Key)
	}
	if err := e.Decision.Err(); err != nil {
		return fmt.Sprintf("licensing: %s: %v", what, err)
	}
	var reasons []string
	for _, f := range e.Decision.Findings {
		if f.Says == rules.No {
			reasons = append(reasons, fmt.Sprintf("%s (%s)", f.Text, f.Rule))
		}
	}
	if len(reasons) == 0 {
		reasons = []string{"no rule permits it"}
	}
	return fmt.Sprintf("%v: %s on %s: %s", ErrRefused, what, e.Decision.Day, strings.Join(reasons, " "))
}

// Unwrap gives [ErrRefused], or the [rules.DecisionError] of a decision without an answer.
func (e *RefusalError) Unwrap() error {
	if err := e.Decision.Err(); err != nil {
		return err
	}
	return ErrRefused
}
