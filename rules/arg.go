package rules

import (
	"strconv"
	"time"

	"github.com/cloudterms/terms"
)

// An Arg is one value that a message about a rule needs, in a form that does not depend on any language.
type Arg struct {
	Name string  `json:"name"`
	Kind ArgKind `json:"kind"`
	Text string  `json:"text"` // as the kind says
}

// An ArgKind says how an argument is written.
type ArgKind uint8

const (
	// ArgText is text that is shown as it is: a name, an id.
	ArgText ArgKind = iota + 1
	// ArgNumber is a decimal number, as in 12.5.
	ArgNumber
	// ArgDay is a day, as in 2024-02-29.
	ArgDay
	// ArgInstant is an instant in UTC, as in 2024-02-29T10:30:00Z.
	ArgInstant
	// ArgSpan is a span of days, as in 2021-07-21/2022-02-01.
	ArgSpan
	// ArgMoney is an amount, as in 12.50 USD.
	ArgMoney
	// ArgDuration is a length of time, as in 168h0m0s.
	ArgDuration
	// ArgMarket is a market's code.
	ArgMarket
)

// String gives the name.
func (k ArgKind) String() string { return argKindNames.Text(k) }

// MarshalText gives the name.
func (k ArgKind) MarshalText() ([]byte, error) { return argKindNames.Marshal(k) }

// UnmarshalText reads the name.
func (k *ArgKind) UnmarshalText(text []byte) error { return argKindNames.Unmarshal(text, k) }

// TextArg gives an argument that is shown as it is.
func TextArg(name, text string) Arg { return Arg{name, ArgText, text} }

// CountArg gives a whole number as an argument.
func CountArg(name string, n int) Arg { return Arg{name, ArgNumber, strconv.Itoa(n)} }

// DayArg gives a day as an argument.
func DayArg(name string, d terms.Day) Arg { return Arg{name, ArgDay, d.String()} }

// InstantArg gives an instant as an argument.
func InstantArg(name string, t time.Time) Arg {
	return Arg{name, ArgInstant, t.UTC().Format(time.RFC3339Nano)}
}

// SpanArg gives a span of days as an argument.
func SpanArg(name string, s terms.Span) Arg { return Arg{name, ArgSpan, s.String()} }

// MoneyArg gives an amount as an argument.
func MoneyArg(name string, m terms.Money) Arg { return Arg{name, ArgMoney, m.String()} }

// DurationArg gives a length of time as an argument.
func DurationArg(name string, d time.Duration) Arg { return Arg{name, ArgDuration, d.String()} }

// MarketArg gives a market's code as an argument.
func MarketArg(name, code string) Arg { return Arg{name, ArgMarket, code} }
