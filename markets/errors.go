package markets

import (
	"errors"
	"fmt"
	"strings"

	"github.com/cloudterms/terms"
)

// Conditions that callers test for with [errors.Is]. What was wrong and what would be right is in the typed errors that
// wrap them: [CodeError], [VersionError].
var (
	// ErrCode is the condition of text that is no market's code.
	ErrCode = errors.New("markets: not a market's code")
	// ErrNoVersion is the condition of a day of which the record has no version of a list.
	ErrNoVersion = errors.New("markets: no version of the list for the day")
)

// A CodeError says which text was no market's code, what it is instead and what was meant, as far as that is known.
type CodeError struct {
	Input string   // the text, cut to 64 bytes
	Is    string   // what it is, as in "reserved for the United Kingdom"; empty if that is not known
	Meant []Market // the markets that may have been meant; empty if that is not known
	Err   error    // the condition, ErrCode
}

const wantCode = "a code of two capitals or three, such as SE or SWE"

// Error gives the condition, the text in quotes, what it is and what would be right.
func (e *CodeError) Error() string {
	is := ""
	if e.Is != "" {
		is = " is " + e.Is
	}
	want := wantCode
	if len(e.Meant) > 0 {
		want = join(e.Meant)
	}
	if e.Is != "" && len(e.Meant) == 0 {
		want = "a market"
	}
	return fmt.Sprintf("%v: %q%s; want %s", e.Err, e.Input, is, want)
}

// Unwrap gives the condition.
func (e *CodeError) Unwrap() error { return e.Err }

// A VersionError says which day it was of which the record has no version of a list, and of which days it has one.
type VersionError struct {
	List string       // its id
	Day  terms.Day    // the day it was asked about
	Days []terms.Span // of which there are versions, the newest first
	Err  error        // the condition, ErrNoVersion or rules.ErrDay
}

// Error gives the condition, the list, the day and the days of which there are versions.
func (e *VersionError) Error() string {
	var spans []string
	for _, span := range e.Days {
		spans = append(spans, span.String())
	}
	if e.Day.IsZero() {
		return fmt.Sprintf("%v: %s; want a day, as in 2024-02-29", e.Err, e.List)
	}
	return fmt.Sprintf("%v: %s on %s; want a day in %s", e.Err, e.List, e.Day, strings.Join(spans, " or "))
}

// Unwrap gives the condition.
func (e *VersionError) Unwrap() error { return e.Err }

func join(markets []Market) string {
	var codes []string
	for _, m := range markets {
		codes = append(codes, m.Code())
	}
	return strings.Join(codes, ", ")
}
