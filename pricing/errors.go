package pricing

import (
	"errors"
	"fmt"
	"strings"

	"github.com/cloudterms/terms/internal/excerpt"
)

// Conditions that callers test for with errors.Is. What was wrong and where is in the [InputError] that wraps them.
var (
	// ErrPercent is the condition of text or a number that is no percentage from 0 to 100.
	ErrPercent = errors.New("pricing: not a percentage")
	// ErrPrice is the condition of tiers that make no price.
	ErrPrice = errors.New("pricing: not a price")
	// ErrUse is the condition of a quantity that cannot be rated.
	ErrUse = errors.New("pricing: use cannot be rated")
	// ErrLine is the condition of an invoice line that cannot be reckoned.
	ErrLine = errors.New("pricing: not an invoice line")
	// ErrRate is the condition of a number that is no exchange rate, or of a rate for other currencies.
	ErrRate = errors.New("pricing: not an exchange rate")
	// ErrNoRate is the condition of a day and currencies for which a table has no exchange rate.
	ErrNoRate = errors.New("pricing: no exchange rate")
	// ErrTax is the condition of lines that cannot be taxed.
	ErrTax = errors.New("pricing: tax cannot be reckoned")
	// ErrCycle is the condition of days that are no charge cycle.
	ErrCycle = errors.New("pricing: not a charge cycle")
	// ErrProration is the condition of a proration whose conventions are not all given, or of a change that cannot be
	// prorated by them.
	ErrProration = errors.New("pricing: cannot be prorated")
	// ErrScope is the condition of text that is no Azure scope.
	ErrScope = errors.New("pricing: not an Azure scope")
	// ErrGrant is the condition of a grant of access that says too little.
	ErrGrant = errors.New("pricing: not a grant of access")
	// ErrEarnedCredit is the condition of use for which partner earned credit cannot be told.
	ErrEarnedCredit = errors.New("pricing: earned credit cannot be told")
	// ErrOffer is the condition of an id that no offer of the catalogue has.
	ErrOffer = errors.New("pricing: not an offer of the catalogue")
	// ErrTransaction is the condition of facts of a [Transaction] that contradict each other.
	ErrTransaction = errors.New("pricing: facts contradict each other")
	// ErrComparison is the condition of cells that make no comparison of offers.
	ErrComparison = errors.New("pricing: not a comparison of offers")
	// ErrTransition is the condition of a party and resellers of record that make no transition.
	ErrTransition = errors.New("pricing: not a transition")
	// ErrDivision is the condition of a price for each of no units.
	ErrDivision = errors.New("pricing: nothing to divide by")
	// ErrNotGiven is the condition of a named choice that is not given, or is none of its set.
	ErrNotGiven = errors.New("pricing: choice not given")
)

// An InputError says which part of an input was wrong, and what would be right.
type InputError struct {
	Field string // the field, by its name in JSON, as in rows/2/min
	Input string // what was given, cut to 64 bytes
	Want  string // what would be right
	Err   error  // the condition, such as [ErrPrice]
	Cause error  // the error behind it, if there is one
}

// Error gives the condition, the field, what was given and what would be right.
func (e *InputError) Error() string {
	text := fmt.Sprintf("%v: %s", e.Err, e.Field)
	if e.Input != "" || e.Cause == nil {
		text += fmt.Sprintf(" is %q", e.Input)
	}
	if e.Cause != nil {
		text += ": " + bare(e.Cause)
	}
	return text + "; want " + e.Want
}

// Unwrap gives the condition, and the cause if there is one.
func (e *InputError) Unwrap() []error {
	if e.Cause == nil {
		return []error{e.Err}
	}
	return []error{e.Err, e.Cause}
}

// A UseError says of one use why [CreditEarned] cannot tell what it earned.
type UseError struct {
	Place int // in the use that was given, counted from 0
	Use   PlanUse
	Err   error // wraps the condition, such as [ErrEarnedCredit]
}

// Error gives the place, the day, the meter and what is wrong.
func (e *UseError) Error() string {
	return fmt.Sprintf("pricing: use/%d (%s, meter %.64q): %s", e.Place, e.Use.Day, e.Use.Meter, bare(e.Err))
}

// Unwrap gives what is wrong.
func (e *UseError) Unwrap() error { return e.Err }

// A CreditError lists the use of which [CreditEarned] cannot tell what it earned. Text has a line for each.
type CreditError struct {
	// Faults has the first hundred, in the order of the use.
	Faults []*UseError
	// More is the number of further ones.
	More int
}

// Error gives every fault on a line of its own.
func (e *CreditError) Error() string {
	lines := make([]string, len(e.Faults), len(e.Faults)+1)
	for i, fault := range e.Faults {
		lines[i] = fault.Error()
	}
	if e.More > 0 {
		lines = append(lines, fmt.Sprintf("pricing: and %d more", e.More))
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the faults.
func (e *CreditError) Unwrap() []error {
	errs := make([]error, len(e.Faults))
	for i, fault := range e.Faults {
		errs[i] = fault
	}
	return errs
}

// add notes a fault.
func (e *CreditError) add(fault *UseError) {
	const most = 100
	if len(e.Faults) == most {
		e.More++
		return
	}
	e.Faults = append(e.Faults, fault)
}

// orNil gives e where there is a fault in it.
func (e *CreditError) orNil() error {
	if len(e.Faults) == 0 {
		return nil
	}
	return e
}

// fault makes an [InputError].
func fault(condition error, field string, input any, want string) error {
	return &InputError{Field: field, Input: excerpt.Of(fmt.Sprint(input)), Want: want, Err: condition}
}

// causedFault makes an [InputError] of an error.
func causedFault(condition error, field string, cause error, want string) error {
	return &InputError{Field: field, Want: want, Err: condition, Cause: cause}
}

// bare gives an error's text without this package's name in front, for use behind it.
func bare(err error) string { return strings.TrimPrefix(err.Error(), "pricing: ") }
