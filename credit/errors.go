package credit

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Conditions that callers test for with [errors.Is]. The choice, lot or event at fault is in the
// [PolicyError], [LotError] or [EventError] that wraps them.
var (
	// ErrPolicy is the condition of a policy with a choice not made, or alerts that cannot be.
	ErrPolicy = errors.New("credit: policy not accepted")
	// ErrID is the condition of an id that is empty, too long or not printable.
	ErrID = errors.New("credit: id not accepted")
	// ErrConflict is the condition of one id given to two different lots or events.
	ErrConflict = errors.New("credit: one id, two contents")
	// ErrNotGiven is the condition of a lot or event that lacks what its kind needs, or
	// carries what its kind does not have.
	ErrNotGiven = errors.New("credit: fields do not fit the kind")
	// ErrAmount is the condition of an amount a ledger cannot hold.
	ErrAmount = errors.New("credit: amount not accepted")
	// ErrInstant is the condition of an instant that is not given, or not from 1900 to 2199.
	ErrInstant = errors.New("credit: instant not accepted")
	// ErrCurrency is the condition of two currencies in one ledger.
	ErrCurrency = errors.New("credit: a ledger has one currency")
	// ErrNotCombinable is the condition of bulk credit beside credit of another kind, which
	// cannot be (MPN-06).
	ErrNotCombinable = errors.New("credit: bulk credit cannot be combined with other credit")
	// ErrRedemption is the condition of a key redeemed in a way the subscription does not
	// allow (OPEN-01).
	ErrRedemption = errors.New("credit: key not redeemed so")
	// ErrReference is the condition of an event that names a lot or use that is not there.
	ErrReference = errors.New("credit: reference to nothing")
	// ErrReturn is the condition of a return of more than credit paid, or under the policy WriteOffUnpaid of
	// more than the use.
	ErrReturn = errors.New("credit: more returned than there is to return")
	// ErrForfeit is the condition of forfeiting a lot that has nothing left to forfeit.
	ErrForfeit = errors.New("credit: nothing left to forfeit")
	// ErrTransfer is the condition of a transfer that cannot be (MPN-22).
	ErrTransfer = errors.New("credit: lot not transferable")
	// ErrUnknown is the condition of asking a statement about what it does not hold.
	ErrUnknown = errors.New("credit: not in the statement")
	// ErrUnit is the condition of units whose worth is not known (OPEN-03).
	ErrUnit = errors.New("credit: worth of a unit not known")
	// ErrBenefit is the condition of a partner benefit that makes no lots.
	ErrBenefit = errors.New("credit: benefit not accepted")
	// ErrForecast is the condition of a question about the future that cannot be answered.
	ErrForecast = errors.New("credit: forecast not possible")
	// ErrFigure is the condition of a figure that can be none.
	ErrFigure = errors.New("credit: figure not accepted")
	// ErrStatement is the condition of a statement in JSON that does not follow from its own
	// lots and events.
	ErrStatement = errors.New("credit: statement does not follow from its facts")
)

// An InputError lists everything that is wrong with what a ledger was made of, or replayed. Text has a line for each.
type InputError struct {
	// Faults has at most a hundred, each a *PolicyError, *LotError or *EventError.
	Faults []error
	// More is the number of further ones.
	More int
}

// Error gives every fault on a line of its own.
func (e *InputError) Error() string {
	lines := make([]string, len(e.Faults), len(e.Faults)+1)
	for i, fault := range e.Faults {
		lines[i] = fault.Error()
	}
	if e.More > 0 {
		lines = append(lines, fmt.Sprintf("credit: and %d more", e.More))
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the faults.
func (e *InputError) Unwrap() []error { return e.Faults }

// A PolicyError says which field of a policy is at fault.
type PolicyError struct {
	Field string // by its JSON name, as in shortfall or alerts/5
	Err   error  // wraps ErrPolicy
}

// Error gives the condition, the field and what is wrong.
func (e *PolicyError) Error() string { return e.Err.Error() }

// Unwrap gives the condition.
func (e *PolicyError) Unwrap() error { return e.Err }

// A LotError says which lot is at fault.
type LotError struct {
	Lot LotID
	Err error
}

// Error gives the condition and the lot, its id cut to 256 letters.
func (e *LotError) Error() string { return fmt.Sprintf("%v (lot %.256q)", e.Err, e.Lot) }

// Unwrap gives the condition.
func (e *LotError) Unwrap() error { return e.Err }

// An EventError says which event is at fault.
type EventError struct {
	Event EventID
	Err   error
}

// Error gives the condition and the event, its id cut to 256 letters.
func (e *EventError) Error() string { return fmt.Sprintf("%v (event %.256q)", e.Err, e.Event) }

// Unwrap gives the condition.
func (e *EventError) Unwrap() error { return e.Err }

// checkText takes text of 1 to 256 bytes that a person can read.
func checkText(what, s string) error {
	const most = 256
	if s == "" || len(s) > most {
		return fmt.Errorf("%w: %s of %d bytes; want 1 to %d bytes of printable text", ErrID, what, len(s), most)
	}
	if isPlain(s) {
		return nil
	}
	for _, r := range s {
		if r == utf8.RuneError || !unicode.IsPrint(r) {
			return fmt.Errorf("%w: %s %q; want printable text in UTF-8", ErrID, what, s)
		}
	}
	return nil
}

// isPlain reports whether s is printable ASCII, as nearly every id is, at a fraction of the cost of looking at runes.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}
