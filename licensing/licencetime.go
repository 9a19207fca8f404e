package licensing

import (
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/excerpt"
)

// A TimeMeasure is what a [LicenceTime] is counted in: [MonthsEach], [DaysEach], [LicenceMonths] or [LicenceDays]. The
// zero TimeMeasure means "not given". Its texts, in JSON too, are months, days, licence-months and licence-days.
type TimeMeasure uint8

const (
	_ TimeMeasure = iota
	// MonthsEach is calendar months that every licence has.
	MonthsEach
	// DaysEach is days that every licence has.
	DaysEach
	// LicenceMonths is months times licences: ten licences for half a month are five.
	LicenceMonths
	// LicenceDays is days times licences.
	LicenceDays
)

// A LicenceTime is an exact time, with what it is counted in. It is an immutable value; compare two with
// [LicenceTime.Equal]. The zero LicenceTime means "not given".
//
// Its text, in JSON too, is a [Fraction] and a [TimeMeasure], as in "7 months" and "19/2 licence-days".
type LicenceTime struct {
	number  Fraction
	measure TimeMeasure
}

const wantLicenceTime = "a number and months, days, licence-months or licence-days, as in 7 months or 19/2 licence-days"

// ParseLicenceTime reads the text of a time, as in "19/2 licence-days". Anything else is [ErrFraction].
func ParseLicenceTime(s string) (LicenceTime, error) {
	number, measure, _ := strings.Cut(s, " ")
	var t LicenceTime
	if err := t.number.UnmarshalText([]byte(number)); err != nil {
		return LicenceTime{}, licenceTimeError(s)
	}
	if err := t.measure.UnmarshalText([]byte(measure)); err != nil || t.measure == 0 {
		return LicenceTime{}, licenceTimeError(s)
	}
	return t, nil
}

func licenceTimeError(s string) error {
	return &terms.ParseError{Input: excerpt.Of(s), Want: wantLicenceTime, Err: ErrFraction}
}

// Number gives the number alone.
func (t LicenceTime) Number() Fraction { return t.number }

// Measure gives what the number counts.
func (t LicenceTime) Measure() TimeMeasure { return t.measure }

// IsZero reports whether no time is given. A time of 0 days is one.
func (t LicenceTime) IsZero() bool { return t.measure == 0 }

// Equal reports whether both are the same number of the same.
func (t LicenceTime) Equal(other LicenceTime) bool {
	return t.measure == other.measure && t.number.Equal(other.number)
}

// Text gives the time with so many decimal places, as [Fraction.Text] does: 19/2 licence-days with one place is
// "9.5 licence-days". The zero LicenceTime gives empty text.
func (t LicenceTime) Text(places int) string {
	if t.IsZero() {
		return ""
	}
	return t.number.Text(places) + " " + t.measure.String()
}

// String gives the exact text, as in "19/2 licence-days", and nothing for the zero LicenceTime.
func (t LicenceTime) String() string {
	if t.IsZero() {
		return ""
	}
	return t.number.String() + " " + t.measure.String()
}

// MarshalText gives what [LicenceTime.String] gives. It never fails.
func (t LicenceTime) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what [ParseLicenceTime] reads, and empty text as the zero LicenceTime. On an error it leaves t as it
// was.
func (t *LicenceTime) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*t = LicenceTime{}
		return nil
	}
	parsed, err := ParseLicenceTime(string(text))
	if err != nil {
		return err
	}
	*t = parsed
	return nil
}
