package cancellation

import (
	"strconv"
	"strings"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/excerpt"
)

// A Window is the time in which a purchase can be cancelled: so many days or so many hours from the instant at which it
// opens. Its text is an ISO 8601 duration, P7D for seven days and PT72H for seventy-two hours. Whether a window
// of days closes by the clock or with a UTC day is for a [Boundary] to say, so P7D and PT168H are two windows.
//
// It is an immutable value; compare two with ==. The zero Window means "not given" and has no text.
type Window struct {
	length int32
	hours  bool // otherwise days
}

// The longest windows: ten years, far beyond any there has been.
const (
	mostDays  = 3660
	mostHours = mostDays * 24
)

// Days gives a window of 1 to 3,660 days. Any other number is [ErrWindow].
func Days(n int) (Window, error) {
	if n < 1 || n > mostDays {
		return Window{}, windowError("P" + strconv.Itoa(n) + "D")
	}
	return Window{length: int32(n)}, nil
}

// Hours gives a window of 1 to 87,840 hours. Any other number is [ErrWindow].
func Hours(n int) (Window, error) {
	if n < 1 || n > mostHours {
		return Window{}, windowError("PT" + strconv.Itoa(n) + "H")
	}
	return Window{int32(n), true}, nil
}

// ParseWindow reads the text that [Window.String] gives: P7D or PT72H, and no other form of ISO 8601. Anything else is
// a [terms.ParseError] wrapping [ErrWindow].
func ParseWindow(s string) (Window, error) {
	if digits, ok := cutEnds(s, "PT", "H"); ok {
		return windowOf(Hours, digits, s)
	}
	if digits, ok := cutEnds(s, "P", "D"); ok {
		return windowOf(Days, digits, s)
	}
	return Window{}, windowError(s)
}

// windowOf makes a window of the digits in a text.
func windowOf(unit func(int) (Window, error), digits, s string) (Window, error) {
	n, err := strconv.Atoi(digits)
	if err != nil || strconv.Itoa(n) != digits {
		return Window{}, windowError(s)
	}
	return unit(n)
}

func cutEnds(s, prefix, suffix string) (string, bool) {
	inner, ok := strings.CutPrefix(s, prefix)
	if !ok {
		return "", false
	}
	return strings.CutSuffix(inner, suffix)
}

func windowError(input string) error {
	return &terms.ParseError{
		Input: excerpt.Of(input), Want: "days as in P7D, 1 to 3660, or hours as in PT72H, 1 to 87840", Err: ErrWindow,
	}
}

// IsZero reports whether no window is given.
func (w Window) IsZero() bool { return w == Window{} }

// Days gives the number of days, and whether the window is one of days.
func (w Window) Days() (int, bool) { return int(w.length), !w.hours && w.length > 0 }

// Hours gives the number of hours, and whether the window is one of hours.
func (w Window) Hours() (int, bool) { return int(w.length), w.hours }

// Closes gives the instant, in UTC, at which a window closes that opened at another. A window of hours closes by the
// clock; a window of days as the boundary says. It is [ErrRequest] if the window, the instant or, for days, the boundary
// is not given, or if the instant is not from 1900 to 2199.
func (w Window) Closes(opened time.Time, boundary Boundary) (time.Time, error) {
	if err := checkInstant("opened", opened); err != nil {
		return time.Time{}, err
	}
	opened = opened.UTC()
	switch {
	case w.IsZero():
		return time.Time{}, requestError("window", "", "a window, as in P7D")
	case w.hours:
		return opened.Add(time.Duration(w.length) * time.Hour), nil
	}
	return boundary.closes(opened, int(w.length))
}

// String gives the text, as in P7D or PT72H, and nothing for the zero Window.
func (w Window) String() string {
	switch {
	case w.IsZero():
		return ""
	case w.hours:
		return "PT" + strconv.Itoa(int(w.length)) + "H"
	}
	return "P" + strconv.Itoa(int(w.length)) + "D"
}

// MarshalText gives what [Window.String] gives. It never fails.
func (w Window) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText reads what [ParseWindow] reads, and empty text as the zero Window. On an error it leaves w as it was.
func (w *Window) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*w = Window{}
		return nil
	}
	read, err := ParseWindow(string(text))
	if err != nil {
		return err
	}
	*w = read
	return nil
}
