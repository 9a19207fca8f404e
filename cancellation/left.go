package cancellation

import (
	"fmt"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/excerpt"
)

// Left is the time left in an open window: whole days of 24 hours, and whole hours beyond them. What is less than an hour
// is not counted, so the zero Left is less than an hour. Its text is an ISO 8601 duration, as in P6DT23H.
type Left struct {
	Days  int
	Hours int // 0 to 23
}

const (
	secondsPerHour = 3600
	hoursPerDay    = 24
)

// leftUntil gives the time from one instant to another that is not earlier.
func leftUntil(closes, at time.Time) Left {
	seconds := closes.Unix() - at.Unix() // time.Time.Sub ends at 292 years, and Partner Center has dates in the year 9999
	if closes.Nanosecond() < at.Nanosecond() {
		seconds--
	}
	hours := int(seconds / secondsPerHour)
	return Left{hours / hoursPerDay, hours % hoursPerDay}
}

// IsZero reports whether less than an hour is left.
func (l Left) IsZero() bool { return l == Left{} }

// String gives the text, as in P6DT23H, with both parts always.
func (l Left) String() string { return fmt.Sprintf("P%dDT%dH", l.Days, l.Hours) }

// MarshalText gives what [Left.String] gives. It never fails.
func (l Left) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads what [Left.String] gives, and empty text as the zero Left. Anything else is a [terms.ParseError]
// wrapping [ErrLeft]. On an error it leaves l as it was.
func (l *Left) UnmarshalText(text []byte) error {
	read, err := parseLeft(string(text))
	if err != nil {
		return err
	}
	*l = read
	return nil
}

func parseLeft(s string) (Left, error) {
	if s == "" {
		return Left{}, nil
	}
	var read Left
	_, err := fmt.Sscanf(s, "P%dDT%dH", &read.Days, &read.Hours)
	if err != nil || read.String() != s || read.Days < 0 || read.Hours < 0 || read.Hours >= hoursPerDay {
		return Left{}, &terms.ParseError{Input: excerpt.Of(s), Want: "days and hours, as in P6DT23H, the hours below 24", Err: ErrLeft}
	}
	return read, nil
}
