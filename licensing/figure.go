package licensing

import (
	"strconv"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/excerpt"
)

// Months is a length of time in whole calendar months, 1 to 1200. Its text is that of ISO 8601, as in P12M. The zero
// Months means "not given", and no figure has it.
type Months int

// Days is a length of time in whole days, 1 to 36525. Its text is that of ISO 8601, as in P180D. The zero Days means "not
// given", and no figure has it.
type Days int

const (
	maxMonths = 100 * 12
	maxDays   = 36_525
)

// String gives the text, as in P12M, and nothing for the zero Months.
func (m Months) String() string { return periodText(int(m), "M") }

// MarshalText gives what [Months.String] gives. It never fails.
func (m Months) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads whole months, as in P12M. Empty text is refused, as is everything else that no figure can be: it is
// [ErrFigure], and leaves m as it was.
func (m *Months) UnmarshalText(text []byte) error {
	n, err := parsePeriod(string(text), "M", maxMonths, "whole months from P1M to P1200M")
	if err == nil {
		*m = Months(n)
	}
	return err
}

// String gives the text, as in P180D, and nothing for the zero Days.
func (d Days) String() string { return periodText(int(d), "D") }

// MarshalText gives what [Days.String] gives. It never fails.
func (d Days) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads whole days, as in P180D. Empty text is refused, as is everything else that no figure can be: it is
// [ErrFigure], and leaves d as it was.
func (d *Days) UnmarshalText(text []byte) error {
	n, err := parsePeriod(string(text), "D", maxDays, "whole days from P1D to P36525D")
	if err == nil {
		*d = Days(n)
	}
	return err
}

func periodText(n int, unit string) string {
	if n == 0 {
		return ""
	}
	return "P" + strconv.Itoa(n) + unit
}

func parsePeriod(text, unit string, most int, want string) (int, error) {
	digits, isPeriod := strings.CutPrefix(text, "P")
	digits, hasUnit := strings.CutSuffix(digits, unit)
	n, err := strconv.Atoi(digits)
	if !isPeriod || !hasUnit || !isDigits(digits) || err != nil || n < 1 || n > most {
		return 0, &terms.ParseError{Input: excerpt.Of(text), Want: want, Err: ErrFigure}
	}
	return n, nil
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
