package terms_test

import (
	"math"
	"testing"
	"time"
	_ "time/tzdata" // the zones are there also where the machine has none

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
)

// day reads a day, and the zero Day from empty text.
func day(s string) terms.Day {
	if s == "" {
		return terms.Day{}
	}
	return terms.MustParseDay(s)
}

func instant(t *testing.T, s string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339Nano, s)
	require.NoError(t, err)
	return at
}

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	location, err := time.LoadLocation(name)
	require.NoError(t, err)
	return location
}

// days draws from all days there are.
func days() *rapid.Generator[terms.Day] {
	earliest, latest := day("0001-01-02"), day("9999-12-31")
	return rapid.Map(rapid.IntRange(0, latest.Sub(earliest)), earliest.AddDays)
}

func TestNewDay(t *testing.T) {
	tests := []struct {
		name  string
		year  int
		month time.Month
		day   int
		want  string // empty where there is no such day
	}{
		{"28 February of a common year", 2026, time.February, 28, "2026-02-28"},
		{"29 February of a common year is not 1 March", 2026, time.February, 29, ""},
		{"29 February of a leap year", 2024, time.February, 29, "2024-02-29"},
		{"30 February of a leap year", 2024, time.February, 30, ""},
		{"1900 is divisible by 100 and no leap year", 1900, time.February, 29, ""},
		{"2000 is divisible by 400 and a leap year", 2000, time.February, 29, "2000-02-29"},
		{"31 April", 2026, time.April, 31, ""},
		{"31 December", 2026, time.December, 31, "2026-12-31"},
		{"day 0", 2026, time.January, 0, ""},
		{"day 32", 2026, time.January, 32, ""},
		{"month 0", 2026, 0, 1, ""},
		{"month 13", 2026, 13, 1, ""},
		{"the day before the earliest", 1, time.January, 1, ""},
		{"the earliest", 1, time.January, 2, "0001-01-02"},
		{"the latest", 9999, time.December, 31, "9999-12-31"},
		{"the day after the latest", 10000, time.January, 1, ""},
		{"year 0", 0, time.June, 1, ""},
		{"the smallest numbers there are", math.MinInt, math.MinInt, math.MinInt, ""},
		{"the largest numbers there are", math.MaxInt, math.MaxInt, math.MaxInt, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := terms.NewDay(tt.year, tt.month, tt.day)
			if tt.want == "" {
				require.ErrorIs(t, err, terms.ErrDay)
				assert.True(t, got.IsZero())
				return
			}
			require.NoError(t, err)
			assert.Equal(t, tt.want, got.String())
			assert.Equal(t, tt.year, got.Year())
			assert.Equal(t, tt.month, got.Month())
			assert.Equal(t, tt.day, got.DayOfMonth())
		})
	}
}

func TestParseDay(t *testing.T) {
	for _, s := range []string{"0001-01-02", "1970-01-01", "2024-02-29", "2026-12-31", "9999-12-31"} {
		got, err := terms.ParseDay(s)
		require.NoError(t, err, s)
		assert.Equal(t, s, got.String())
		assert.False(t, got.IsZero())
	}
}

func TestParseDayRefuses(t *testing.T) {
	tests := []struct{ name, in string }{
		{"nothing", ""},
		{"29 February of a common year", "2026-02-29"},
		{"30 February", "2026-02-30"},
		{"31 June", "2026-06-31"},
		{"month 13", "2026-13-01"},
		{"month 0", "2026-00-10"},
		{"day 0", "2026-01-00"},
		{"year 0", "0000-01-01"},
		{"the day before the earliest", "0001-01-01"},
		{"a month of one digit", "2026-2-28"},
		{"one digit and a space", "2026-02- 8"},
		{"no hyphens", "20260228"},
		{"a day of the year", "2026-060"},
		{"a week", "2026-W09-6"},
		{"slashes", "2026/02/28"},
		{"the day first", "28-02-2026"},
		{"a time behind it", "2026-02-28T00:00:00Z"},
		{"a space in front", " 2026-02-28"},
		{"a space behind", "2026-02-28 "},
		{"a sign", "+2026-02-28"},
		{"a year of five digits", "12026-02-28"},
		{"digits of another script", "２026-02-28"},
		{"the word for the day", "today"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := terms.ParseDay(tt.in)
			require.ErrorIs(t, err, terms.ErrDay)
			assert.True(t, got.IsZero())
			var parse *terms.ParseError
			require.ErrorAs(t, err, &parse)
			assert.Equal(t, tt.in, parse.Input)
		})
	}
}

func TestMustParseDay(t *testing.T) {
	assert.Equal(t, "2024-02-29", terms.MustParseDay("2024-02-29").String())
	assert.Panics(t, func() { terms.MustParseDay("2023-02-29") })
}

func TestDayFromAndDate(t *testing.T) {
	earliest, latest := date.Date(1), date.New(9999, time.December, 31)
	tests := []struct {
		name string
		in   date.Date
		want string // empty where there is no such day
	}{
		{"the zero date is not given", 0, ""},
		{"before the zero date", -1, ""},
		{"the earliest", earliest, "0001-01-02"},
		{"the first day of Unix time", date.New(1970, time.January, 1), "1970-01-01"},
		{"the latest", latest, "9999-12-31"},
		{"the day after the latest", latest + 1, ""},
		{"the smallest number", math.MinInt64, ""},
		{"the largest number", math.MaxInt64, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := terms.DayFrom(tt.in)
			if tt.want == "" {
				require.ErrorIs(t, err, terms.ErrDay)
				assert.True(t, got.IsZero())
				return
			}
			require.NoError(t, err)
			assert.Equal(t, tt.want, got.String())
			assert.Equal(t, tt.in, got.Date())
		})
	}
	assert.Zero(t, terms.Day{}.Date())
}

func TestDayOfAndDayIn(t *testing.T) {
	tests := []struct{ name, instant, zone, want string }{
		{"the last nanosecond of a day", "2026-02-28T23:59:59.999999999Z", "UTC", "2026-02-28"},
		{"the first of the next", "2026-03-01T00:00:00Z", "UTC", "2026-03-01"},
		{"22:59 UTC is 23:59 in Stockholm's winter", "2026-01-31T22:59:59Z", "Europe/Stockholm", "2026-01-31"},
		{"23:00 UTC is midnight there", "2026-01-31T23:00:00Z", "Europe/Stockholm", "2026-02-01"},
		{"22:00 UTC is midnight there in summer", "2026-07-31T22:00:00Z", "Europe/Stockholm", "2026-08-01"},
		{"midnight UTC is the evening before in Seattle", "2026-01-01T00:00:00Z", "America/Los_Angeles", "2025-12-31"},
		{"the offset an instant is written with does not count", "2026-01-01T00:30:00+14:00", "UTC", "2025-12-31"},
		{"the zero instant", "0001-01-01T00:00:00Z", "UTC", ""},
		{"the end of the day that is none", "0001-01-01T23:59:59Z", "UTC", ""},
		{"the beginning of the earliest", "0001-01-02T00:00:00Z", "UTC", "0001-01-02"},
		{"the end of the latest", "9999-12-31T23:59:59Z", "UTC", "9999-12-31"},
		{"an hour later the latest is over in Stockholm", "9999-12-31T23:59:59Z", "Europe/Stockholm", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			at := instant(t, tt.instant)
			assert.Equal(t, tt.want, terms.DayIn(at, zone(t, tt.zone)).String())
			if tt.zone == "UTC" {
				assert.Equal(t, tt.want, terms.DayOf(at).String())
				assert.Equal(t, tt.want, terms.DayIn(at, nil).String())
			}
		})
	}
}

func TestStart(t *testing.T) {
	assert.Equal(t, instant(t, "2024-02-29T00:00:00Z"), day("2024-02-29").Start())
	assert.Equal(t, time.UTC, day("2024-02-29").Start().Location())
	assert.True(t, terms.Day{}.Start().IsZero())
}

func TestStartIn(t *testing.T) {
	tests := []struct{ name, zone, day, want string }{
		{"UTC", "UTC", "2024-04-26", "2024-04-26T00:00:00Z"},
		{"Cairo the day before clocks go from 00:00 to 01:00", "Africa/Cairo", "2024-04-25", "2024-04-25T00:00:00+02:00"},
		{"Cairo the day there is no 00:00", "Africa/Cairo", "2024-04-26", "2024-04-26T01:00:00+03:00"},
		{"Cairo the day after", "Africa/Cairo", "2024-04-27", "2024-04-27T00:00:00+03:00"},
		{"Apia the day before the one it skipped", "Pacific/Apia", "2011-12-29", "2011-12-29T00:00:00-10:00"},
		{"Apia the day it skipped begins where the next does", "Pacific/Apia", "2011-12-30", "2011-12-31T00:00:00+14:00"},
		{"Apia the day after", "Pacific/Apia", "2011-12-31", "2011-12-31T00:00:00+14:00"},
		{"Stockholm the day of 23 hours", "Europe/Stockholm", "2026-03-29", "2026-03-29T00:00:00+01:00"},
		{"Stockholm the day after it", "Europe/Stockholm", "2026-03-30", "2026-03-30T00:00:00+02:00"},
		{"Stockholm the day of 25 hours", "Europe/Stockholm", "2026-10-25", "2026-10-25T00:00:00+02:00"},
		{"Stockholm the day after it", "Europe/Stockholm", "2026-10-26", "2026-10-26T00:00:00+01:00"},
		{"Amman from 01:00 back to 00:00: the first of two midnights", "Asia/Amman", "2021-10-29", "2021-10-29T00:00:00+03:00"},
		{"Havana likewise, west of Greenwich", "America/Havana", "2024-11-03", "2024-11-03T00:00:00-04:00"},
		{"St. John's from 00:01 back to 23:01: midnight comes twice", "America/St_Johns", "2010-11-07", "2010-11-07T00:00:00-02:30"},
		{"Toronto from 23:30 on to 00:30", "America/Toronto", "1919-03-31", "1919-03-31T00:30:00-04:00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := day(tt.day).StartIn(zone(t, tt.zone))
			assert.Equal(t, tt.want, got.Format(time.RFC3339))
			assert.Equal(t, tt.zone, got.Location().String())
		})
	}
	assert.True(t, terms.Day{}.StartIn(time.UTC).IsZero())
	assert.Equal(t, day("2026-03-29").Start(), day("2026-03-29").StartIn(nil), "no zone is UTC")

	hours := func(d string) float64 {
		stockholm := zone(t, "Europe/Stockholm")
		return day(d).AddDays(1).StartIn(stockholm).Sub(day(d).StartIn(stockholm)).Hours()
	}
	assert.InDelta(t, 24, hours("2026-03-28"), 0)
	assert.InDelta(t, 23, hours("2026-03-29"), 0)
	assert.InDelta(t, 25, hours("2026-10-25"), 0)
}

// Every time a clock changed in these zones, no instant before the start of a day may fall
// on it or on a later one.
func TestStartInAroundEveryClockChange(t *testing.T) {
	const window, step = 26 * time.Hour, 15 * time.Minute
	for _, name := range []string{
		"Africa/Cairo", "Africa/Monrovia", "America/Havana", "America/Juneau", "America/Sao_Paulo", "America/St_Johns",
		"America/Toronto", "Asia/Amman", "Asia/Gaza", "Asia/Manila", "Asia/Tehran", "Atlantic/Azores", "Australia/Lord_Howe",
		"Europe/Stockholm", "Pacific/Apia", "Pacific/Kwajalein",
	} {
		location := zone(t, name)
		_, change := instant(t, "1800-01-01T00:00:00Z").In(location).ZoneBounds()
		for ; !change.IsZero() && change.Year() < 2040; _, change = change.ZoneBounds() {
			for offset := -1; offset <= 1; offset++ {
				d := terms.DayIn(change, location).AddDays(offset)
				start := d.StartIn(location)
				require.False(t, terms.DayIn(start, location).Before(d), "%s %v begins at %v", name, d, start)
				require.True(t, terms.DayIn(start.Add(-time.Nanosecond), location).Before(d), "%s %v begins at %v", name, d, start)
				for at := start.Add(-step); at.After(start.Add(-window)); at = at.Add(-step) {
					require.True(t, terms.DayIn(at, location).Before(d), "%s %v has begun before %v, by %v", name, d, start, at)
				}
			}
		}
	}
}

func TestAddDays(t *testing.T) {
	tests := []struct {
		name string
		from string
		days int
		want string
	}{
		{"no days", "2026-02-28", 0, "2026-02-28"},
		{"over the end of a February of 28 days", "2026-02-28", 1, "2026-03-01"},
		{"over the end of a February of 29 days", "2024-02-28", 2, "2024-03-01"},
		{"back over New Year", "2026-01-01", -1, "2025-12-31"},
		{"up to the latest day", "9999-12-30", 1, "9999-12-31"},
		{"beyond the latest day", "9999-12-31", 1, ""},
		{"down to the earliest day", "0001-01-03", -1, "0001-01-02"},
		{"beyond the earliest day", "0001-01-02", -1, ""},
		{"a day that is not given", "", 1, ""},
		{"more days than there are", "2026-02-28", math.MaxInt, ""},
		{"fewer", "2026-02-28", math.MinInt, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, day(tt.from).AddDays(tt.days).String())
		})
	}
}

func TestAddMonths(t *testing.T) {
	tests := []struct {
		name   string
		from   string
		months int
		want   string
	}{
		{"no months", "2026-01-31", 0, "2026-01-31"},
		{"31 January and 1 month is the end of a February of 28 days", "2026-01-31", 1, "2026-02-28"},
		{"31 January and 1 month is the end of a February of 29 days", "2024-01-31", 1, "2024-02-29"},
		{"31 January and 2 months is 31 March again", "2026-01-31", 2, "2026-03-31"},
		{"31 January and 3 months is 30 April", "2026-01-31", 3, "2026-04-30"},
		{"28 February and 1 month is no month's end", "2026-02-28", 1, "2026-03-28"},
		{"29 February and 12 months is 28 February", "2024-02-29", 12, "2025-02-28"},
		{"29 February and 48 months is 29 February", "2024-02-29", 48, "2028-02-29"},
		{"over New Year", "2025-11-30", 3, "2026-02-28"},
		{"31 March and -1 month", "2026-03-31", -1, "2026-02-28"},
		{"back over New Year", "2026-01-31", -2, "2025-11-30"},
		{"December stays December", "2026-12-15", 12, "2027-12-15"},
		{"up to the latest month", "9999-11-30", 1, "9999-12-30"},
		{"beyond the latest", "9999-12-31", 1, ""},
		{"down to the earliest day", "0001-02-02", -1, "0001-01-02"},
		{"1 February of the first year less a month is before the earliest day", "0001-02-01", -1, ""},
		{"into the year 0", "0001-01-02", -1, ""},
		{"into the years before", "0001-01-02", -13, ""},
		{"a day that is not given", "", 1, ""},
		{"more months than there are", "2026-02-28", math.MaxInt, ""},
		{"fewer", "2026-02-28", math.MinInt, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, day(tt.from).AddMonths(tt.months).String())
		})
	}
}

func TestFirstOfMonth(t *testing.T) {
	for of, want := range map[string]string{
		"2024-02-29": "2024-02-01", "2024-03-01": "2024-03-01", "2024-03-31": "2024-03-01", "0001-01-02": "", "9999-12-31": "9999-12-01",
	} {
		assert.Equal(t, want, day(of).FirstOfMonth().String(), of)
	}
	assert.Zero(t, terms.Day{}.FirstOfMonth())
}

func TestAddMonthsProperties(t *testing.T) {
	months := rapid.IntRange(-1200, 1200)

	t.Run("never leaves the month it is to reach, nor moves a day of the month that exists there", rapid.MakeCheck(func(t *rapid.T) {
		from, n := days().Draw(t, "from"), months.Draw(t, "months")
		got := from.AddMonths(n)
		number := func(d terms.Day) int { return 12*d.Year() + int(d.Month()) - 1 }
		if got.IsZero() {
			want := number(from) + n
			require.True(t, want < number(day("0001-02-01")) || want > number(day("9999-12-31")))
			return
		}
		require.Equal(t, number(from)+n, number(got))
		if got.DayOfMonth() != from.DayOfMonth() {
			require.Less(t, got.DayOfMonth(), from.DayOfMonth())
			require.NotEqual(t, got.Month(), got.AddDays(1).Month(), "only the month's end may stand for a later day")
		}
	}))

	t.Run("from the anchor is at or after what chaining gives", rapid.MakeCheck(func(t *rapid.T) {
		from := days().Filter(func(d terms.Day) bool { return d.Year() > 100 && d.Year() < 9900 }).Draw(t, "from")
		first, second := rapid.IntRange(-600, 600).Draw(t, "first"), rapid.IntRange(-600, 600).Draw(t, "second")
		anchored, chained := from.AddMonths(first+second), from.AddMonths(first).AddMonths(second)
		require.False(t, anchored.Before(chained))
		require.Equal(t, anchored.Month(), chained.Month())
		if from.DayOfMonth() <= 28 {
			require.Equal(t, anchored, chained)
		}
	}))

	t.Run("keeps the order of days", rapid.MakeCheck(func(t *rapid.T) {
		a, n := days().Filter(func(d terms.Day) bool { return d.Year() > 100 && d.Year() < 9800 }).Draw(t, "a"), months.Draw(t, "months")
		b := a.AddDays(rapid.IntRange(0, 400).Draw(t, "days"))
		require.False(t, b.AddMonths(n).Before(a.AddMonths(n)))
	}))
}

func TestSub(t *testing.T) {
	assert.Equal(t, 1, day("2026-03-01").Sub(day("2026-02-28")))
	assert.Equal(t, 2, day("2024-03-01").Sub(day("2024-02-28")))
	assert.Equal(t, -365, day("2025-01-01").Sub(day("2026-01-01")))
	assert.Equal(t, 0, day("2026-01-01").Sub(day("2026-01-01")))
	assert.Equal(t, 0, day("2026-01-01").Sub(terms.Day{}))
	assert.Equal(t, 0, terms.Day{}.Sub(day("2026-01-01")))

	rapid.Check(t, func(t *rapid.T) {
		a, b := days().Draw(t, "a"), days().Draw(t, "b")
		require.Equal(t, a, b.AddDays(a.Sub(b)))
	})
}

func TestOrderOfDays(t *testing.T) {
	ascending := []terms.Day{{}, day("0001-01-02"), day("2024-02-28"), day("2024-02-29"), day("9999-12-31")}
	for i, a := range ascending {
		for j, b := range ascending {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			assert.Equal(t, want, a.Compare(b), "%v and %v", a, b)
			assert.Equal(t, i < j, a.Before(b), "%v before %v", a, b)
			assert.Equal(t, i > j, a.After(b), "%v after %v", a, b)
		}
	}
}

func TestDayText(t *testing.T) {
	text, err := day("2024-02-29").AppendText([]byte("on "))
	require.NoError(t, err)
	assert.Equal(t, "on 2024-02-29", string(text))

	text, err = terms.Day{}.MarshalText()
	require.NoError(t, err)
	assert.Empty(t, text)

	d := day("2024-02-29")
	require.ErrorIs(t, d.UnmarshalText([]byte("2023-02-29")), terms.ErrDay)
	assert.Equal(t, day("2024-02-29"), d, "an error leaves it as it was")
	require.NoError(t, d.UnmarshalText(nil))
	assert.True(t, d.IsZero())
}

func TestDayRoundTrip(t *testing.T) {
	requireRoundTrip(t, terms.Day{}, same)
	rapid.Check(t, func(t *rapid.T) {
		d := days().Draw(t, "day")
		parsed, err := terms.ParseDay(d.String())
		require.NoError(t, err)
		require.Equal(t, d, parsed)
		requireRoundTrip(t, d, same)
	})
}
