package terms

import (
	"errors"
	"fmt"

	"github.com/cloudterms/terms/internal/excerpt"
)

// Conditions that callers test for with [errors.Is]. What was wrong and where is in
// the typed errors that wrap them: [ParseError], [DecodeError], [CurrencyMismatchError].
var (
	// ErrDay is the condition of text or a number that names no day from 0001-01-02
	// to 9999-12-31.
	ErrDay = errors.New("terms: not a day")
	// ErrInstant is the condition of text that is no instant in the form of RFC 3339.
	ErrInstant = errors.New("terms: not an instant")
	// ErrSpan is the condition of a span of days that is empty, reversed or misspelt.
	ErrSpan = errors.New("terms: not a span of days")
	// ErrCurrency is the condition of a currency that is unknown or not given.
	ErrCurrency = errors.New("terms: not a currency")
	// ErrDecimal is the condition of text that is no decimal number.
	ErrDecimal = errors.New("terms: not a decimal number")
	// ErrDecimalRange is the condition of a decimal number outside the bounds that
	// [CheckDecimal] names.
	ErrDecimalRange = errors.New("terms: decimal number out of range")
	// ErrMoney is the condition of text or JSON that is no amount of money.
	ErrMoney = errors.New("terms: not an amount of money")
	// ErrCurrencyMismatch is the condition of arithmetic on two currencies.
	ErrCurrencyMismatch = errors.New("terms: currencies differ")
	// ErrName is the condition of text that is none of the names of a closed set.
	ErrName = errors.New("terms: not one of the names")
	// ErrWeights is the condition of weights by which nothing can be allocated.
	ErrWeights = errors.New("terms: weights do not allocate")
	// ErrJSON is the condition of JSON that [Decode] does not take.
	ErrJSON = errors.New("terms: JSON not accepted")
)

// A ParseError says which text was not what it should have been, and what would be right.
type ParseError struct {
	Input string // the text, cut to 64 bytes
	Want  string // what would be right, with an example
	Err   error  // the condition, such as ErrDay
}

// Error gives the condition, the text in quotes and what would be right.
func (e *ParseError) Error() string {
	return fmt.Sprintf("%v: %q; want %s", e.Err, e.Input, e.Want)
}

// Unwrap gives the condition.
func (e *ParseError) Unwrap() error { return e.Err }

func parseError(condition error, input, want string) error {
	return &ParseError{Input: excerpt.Of(input), Want: want, Err: condition}
}

// A CurrencyMismatchError names the two currencies that arithmetic was asked to mix.
type CurrencyMismatchError struct {
	A, B Currency
}

// Error names both currencies.
func (e *CurrencyMismatchError) Error() string {
	return fmt.Sprintf("%v: %s and %s; convert one of them first", ErrCurrencyMismatch, e.A.label(), e.B.label())
}

// Unwrap gives [ErrCurrencyMismatch].
func (e *CurrencyMismatchError) Unwrap() error { return ErrCurrencyMismatch }
