package licensing

import (
	"errors"
	"fmt"

	"github.com/cloudterms/terms"
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
	Err      error  // the condition, ErrOSAKey
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
