package terms

import (
	"fmt"
	"time"

	"github.com/rickb777/date/v2"
)

// A Day is a civil day of the Gregorian calendar, without time or zone: the day a key
// was purchased, the day a rule begins. It is a comparable value; == and map keys work.
//
// The zero Day means "not given" and its text is empty. A Day that is given lies
// between 0001-01-02 and 9999-12-31.
type Day struct{ date date.Date }

const (
	dayLayout = "2006-01-02"
	wantDay   = "a day that exists, as in 2024-02-29"
)

// The days there are: from the first that is not date's zero value, 0001-01-02, to the last
// that four digits of a year can write, 9999-12-31.
const (
	firstDay date.Date = 1
	lastDay  date.Date = 3_652_058
)

// NewDay gives the day of a year, month and day of the month. A day that does not
// exist, such as 30 February, is [ErrDay]; it never rolls over.
func NewDay(year int, month time.Month, day int) (Day, error) {
	const earliest, latest = 1, 9999
	if year < earliest || year > latest || month < time.January || month > time.December ||
		day < 1 || day > daysIn(year, month) {
		return Day{}, parseError(ErrDay, fmt.Sprintf("%d-%02d-%02d", year, int(month), day), wantDay)
	}
	return DayFrom(date.New(year, month, day))
}

// ParseDay reads a day written 2006-01-02, and nothing else: no other layout, no
// time of day, no surrounding space, no day that does not exist.
func ParseDay(s string) (Day, error) {
	if len(s) != len(dayLayout) {
		return Day{}, parseError(ErrDay, s, wantDay)
	}
	t, err := time.Parse(dayLayout, s)
	if err != nil {
		return Day{}, parseError(ErrDay, s, wantDay)
	}
	if d := DayOf(t); !d.IsZero() {
		return d, nil
	}
	return Day{}, parseError(ErrDay, s, "a day from 0001-01-02 to 9999-12-31")
}

// MustParseDay is [ParseDay] for days written into a program. It panics on text that
// ParseDay refuses, so it is for constants and tests, never for input.
func MustParseDay(s string) Day {
	d, err := ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

// DayFrom gives the Day of a date.Date of github.com/rickb777/date/v2. A date outside
// 0001-01-02 to 9999-12-31 is [ErrDay]; among them is date's zero value.
func DayFrom(d date.Date) (Day, error) {
	if d < firstDay || d > lastDay {
		return Day{}, fmt.Errorf("%w: day number %d; want a day from 0001-01-02 to 9999-12-31", ErrDay, int64(d))
	}
	return Day{d}, nil
}

// DayOf gives the UTC day on which an instant falls. The zero instant, and any outside
// the days 0001-01-02 to 9999-12-31, gives the zero Day.
func DayOf(instant time.Time) Day { return DayIn(instant, time.UTC) }

// DayIn gives the day on which an instant falls in a zone, by the rule of [DayOf]. A nil
// zone is UTC.
func DayIn(instant time.Time, zone *time.Location) Day {
	year, month, day := instant.In(orUTC(zone)).Date()
	if year < 1 || year > 9999 {
		return Day{}
	}
	return Day{date.New(year, month, day)}
}

// Date gives the day as a date.Date of github.com/rickb777/date/v2. The zero Day gives
// date's zero value.
func (d Day) Date() date.Date { return d.date }

// IsZero reports whether no day is given.
func (d Day) IsZero() bool { return d.date == 0 }

// Year gives the day's year, 1 to 9999.
func (d Day) Year() int { return d.date.Year() }

// Month gives the day's month.
func (d Day) Month() time.Month { return d.date.Month() }

// DayOfMonth gives the day's number in its month, 1 to 31.
func (d Day) DayOfMonth() int { return d.date.Day() }

// FirstOfMonth gives the first day of the day's month. The zero Day gives the zero Day, as does January of year 1, whose
// first is no Day.
func (d Day) FirstOfMonth() Day { return d.AddDays(1 - d.DayOfMonth()) }

// Start gives the instant at which the day begins in UTC. The day ends where the next
// one starts. The zero Day gives the zero instant.
func (d Day) Start() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return d.date.MidnightUTC()
}

// StartIn gives the first instant of the day in a zone. Where clocks are put forward
// at midnight that is not 00:00: 26 April 2024 began at 01:00 in Cairo. Where they are
// put back over midnight it is the first 00:00 of two. A day the zone skipped begins where
// the next one does. A nil zone is UTC.
func (d Day) StartIn(zone *time.Location) time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	// Go leaves open which instant a midnight is that the zone has twice or not at all.
	// So take the offsets of the days around one after the other: the day begins with the
	// first whose midnight comes before the offset ends, at that midnight or, if the
	// offset begins later, where a gap ends.
	const farthest = 24 * time.Hour // no zone is as far from UTC
	midnight := d.Start()
	t := midnight.Add(-farthest).In(orUTC(zone))
	for {
		_, offset := t.Zone()
		begin := midnight.Add(-time.Duration(offset) * time.Second)
		from, until := t.ZoneBounds()
		if begin.Before(from) {
			begin = from
		}
		if until.IsZero() || begin.Before(until) {
			return begin.In(t.Location())
		}
		t = until
	}
}

func orUTC(zone *time.Location) *time.Location {
	if zone == nil {
		return time.UTC
	}
	return zone
}

// AddDays gives the day so many days later, or earlier for a negative number. The
// result is the zero Day if d is, or if it would lie outside the days there are.
func (d Day) AddDays(days int) Day {
	const most = int(lastDay)
	if d.IsZero() || days < -most || days > most {
		return Day{}
	}
	sum, err := DayFrom(d.date + date.Date(days))
	if err != nil {
		return Day{}
	}
	return sum
}

// AddMonths gives the same day of the month so many months later, or earlier for a
// negative number, and the last day of that month where it has no such day: 31 January
// and one month is 28 or 29 February. Count from the anchor day, never from a result: 31
// January and two months is 31 March. The result is the zero Day if d is, or if it
// would lie outside the days there are.
func (d Day) AddMonths(months int) Day {
	const most, perYear = 9999 * 12, 12
	if d.IsZero() || months < -most || months > most {
		return Day{}
	}
	year, month, day := d.date.Date()
	total := year*perYear + int(month) - 1 + months
	year, month = total/perYear, time.Month(total%perYear+1)
	if total < 0 {
		return Day{}
	}
	sum, err := NewDay(year, month, min(day, daysIn(year, month)))
	if err != nil {
		return Day{}
	}
	return sum
}

// Sub gives the number of days from other to d, negative if d is the earlier. It is 0
// if either is not given.
func (d Day) Sub(other Day) int {
	if d.IsZero() || other.IsZero() {
		return 0
	}
	return int(d.date - other.date)
}

// Compare gives −1, 0 or +1 as d is before, at or after other. The zero Day comes
// before every other.
func (d Day) Compare(other Day) int {
	switch {
	case d.date < other.date:
		return -1
	case d.date > other.date:
		return 1
	}
	return 0
}

// Before reports whether d is an earlier day than other.
func (d Day) Before(other Day) bool { return d.date < other.date }

// After reports whether d is a later day than other.
func (d Day) After(other Day) bool { return d.date > other.date }

// String gives the day as 2006-01-02, and nothing for the zero Day.
func (d Day) String() string {
	text, _ := d.AppendText(make([]byte, 0, len(dayLayout)))
	return string(text)
}

// AppendText appends what [Day.String] gives. It never fails.
func (d Day) AppendText(b []byte) ([]byte, error) {
	if d.IsZero() {
		return b, nil
	}
	return d.Start().AppendFormat(b, dayLayout), nil
}

// MarshalText gives what [Day.String] gives. It never fails.
func (d Day) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// UnmarshalText reads what [ParseDay] reads, and empty text as the zero Day. On an
// error it leaves d as it was.
func (d *Day) UnmarshalText(text []byte) error { return unmarshalText(text, d, ParseDay) }

// daysIn gives the number of days of a month.
func daysIn(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
