package cancellation_test

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
)

// window reads a window written into a test.
func window(s string) cancellation.Window {
	w, err := cancellation.ParseWindow(s)
	if err != nil {
		panic(err)
	}
	return w
}

func TestParseWindow(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"P1D", "P7D", "P3660D", "PT1H", "PT168H", "PT87840H"} {
		w, err := cancellation.ParseWindow(s)
		require.NoError(t, err)
		assert.Equal(t, s, w.String())
		written, err := json.Marshal(w)
		require.NoError(t, err)
		assert.Equal(t, `"`+s+`"`, string(written))
		var back cancellation.Window
		require.NoError(t, json.Unmarshal(written, &back))
		assert.Equal(t, w, back)
	}
	for _, s := range []string{
		"", "P", "PD", "PTH", "7", "7D", "P7", "p7d", "P7d", " P7D", "P7D ", "P07D", "P+7D", "P-7D", "P0D", "P3661D", "P1W", "P1M", "P1DT1H",
		"PT0H", "PT87841H", "P7H", "PT7D", "P7.0D", "P99999999999999999999D", "P٧D", "P1D\x00",
	} {
		_, err := cancellation.ParseWindow(s)
		require.ErrorIs(t, err, cancellation.ErrWindow, s)
		if s == "" {
			continue
		}
		unread := window("P7D")
		require.ErrorIs(t, unread.UnmarshalText([]byte(s)), cancellation.ErrWindow, s)
		assert.Equal(t, window("P7D"), unread, "an error leaves the window as it was")
	}
	_, err := cancellation.ParseWindow("P1W")
	require.ErrorContains(t, err, "P7D")
	parse, ok := errors.AsType[*terms.ParseError](err)
	require.True(t, ok)
	assert.Equal(t, "P1W", parse.Input)
}

func TestWindowsOfDaysAndHours(t *testing.T) {
	t.Parallel()
	days, err := cancellation.Days(7)
	require.NoError(t, err)
	hours, err := cancellation.Hours(168)
	require.NoError(t, err)
	assert.NotEqual(t, days, hours)
	n, ok := days.Days()
	assert.True(t, ok)
	assert.Equal(t, 7, n)
	_, ok = days.Hours()
	assert.False(t, ok)
	n, ok = hours.Hours()
	assert.True(t, ok)
	assert.Equal(t, 168, n)
	_, ok = hours.Days()
	assert.False(t, ok)
	for _, n := range []int{-1, 0, 3661, 1 << 40} {
		_, err := cancellation.Days(n)
		require.ErrorIs(t, err, cancellation.ErrWindow)
	}
	for _, n := range []int{-1, 0, 87841, 1 << 40} {
		_, err := cancellation.Hours(n)
		require.ErrorIs(t, err, cancellation.ErrWindow)
	}

	var zero cancellation.Window
	assert.True(t, zero.IsZero())
	assert.False(t, days.IsZero())
	assert.Empty(t, zero.String())
	_, ok = zero.Days()
	assert.False(t, ok)
	_, ok = zero.Hours()
	assert.False(t, ok)
	read := days
	require.NoError(t, read.UnmarshalText(nil))
	assert.True(t, read.IsZero(), "no text is what is not given")
}

func TestCloses(t *testing.T) {
	t.Parallel()
	const exact, dayEnd, counted = cancellation.ExactHours, cancellation.EndOfDay, cancellation.FirstDayCounted
	tests := []struct {
		name, window, opened string
		boundary             cancellation.Boundary
		want                 string
	}{
		{"7 days by the clock", "P7D", "2022-03-15T11:00:00Z", exact, "2022-03-22T11:00:00Z"},
		{"7 days to a day's end", "P7D", "2022-03-15T11:00:00Z", dayEnd, "2022-03-22T23:59:00Z"},
		{"7 days, the first counted", "P7D", "2022-03-15T11:00:00Z", counted, "2022-03-21T23:59:00Z"},
		{"168 hours close by the clock whatever the boundary", "PT168H", "2022-03-15T11:00:00Z", dayEnd, "2022-03-22T11:00:00Z"},
		{"and need none", "PT168H", "2022-03-15T11:00:00Z", 0, "2022-03-22T11:00:00Z"},
		{"1 day, the first counted, is that day", "P1D", "2022-03-15T11:00:00Z", counted, "2022-03-15T23:59:00Z"},
		{"opened in the last minute of the only day", "P1D", "2022-03-15T23:59:30Z", counted, "2022-03-15T23:59:00Z"},
		{"to the nanosecond", "P1D", "2022-03-15T23:59:59.999999999Z", exact, "2022-03-16T23:59:59.999999999Z"},
		{"the last nanosecond of a day", "P1D", "2022-03-15T23:59:59.999999999Z", dayEnd, "2022-03-16T23:59:00Z"},
		{"the first instant of a day", "P1D", "2022-03-15T00:00:00Z", dayEnd, "2022-03-16T23:59:00Z"},
		{"30 days over a February of 29", "P30D", "2024-01-31T10:00:00Z", dayEnd, "2024-03-01T23:59:00Z"},
		{"30 days over a February of 28", "P30D", "2023-01-31T10:00:00Z", dayEnd, "2023-03-02T23:59:00Z"},
		{"60 days from 1 April", "P60D", "2020-04-01T00:00:00Z", counted, "2020-05-30T23:59:00Z"},
		{"60 days from 5 April", "P60D", "2020-04-05T00:00:00Z", counted, "2020-06-03T23:59:00Z"},
		{"another zone by the clock", "P7D", "2022-03-16T01:30:00+02:00", exact, "2022-03-22T23:30:00Z"},
		{"another zone, its night in UTC", "P7D", "2022-03-16T01:30:00+02:00", dayEnd, "2022-03-22T23:59:00Z"},
		{"the longest from the last year", "P3660D", "2199-12-31T00:00:00Z", dayEnd, "2210-01-08T23:59:00Z"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := window(tt.window).Closes(at(tt.opened), tt.boundary)
			require.NoError(t, err)
			assert.Equal(t, tt.want, text(got))
			assert.Equal(t, time.UTC, got.Location())
		})
	}
}

func TestClosesRefuses(t *testing.T) {
	t.Parallel()
	opened := at("2022-03-15T11:00:00Z")
	tests := []struct {
		name     string
		window   cancellation.Window
		opened   time.Time
		boundary cancellation.Boundary
		field    string
	}{
		{"no window", cancellation.Window{}, opened, cancellation.ExactHours, "window is not given"},
		{"no instant", window("P7D"), time.Time{}, cancellation.ExactHours, "opened is not given"},
		{"no boundary", window("P7D"), opened, 0, "boundary is not given"},
		{"a boundary that is none", window("P7D"), opened, 4, "boundary is number 4; want one of exactHours, endOfDay, firstDayCounted"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := tt.window.Closes(tt.opened, tt.boundary)
			require.ErrorIs(t, err, cancellation.ErrRequest)
			require.ErrorContains(t, err, tt.field)
		})
	}
}

// The windows of days close in the order of their boundaries' strictness, whatever opened when.
func TestBoundariesAreInOrder(t *testing.T) {
	t.Parallel()
	for day := at("2023-12-25"); day.Before(at("2024-03-05")); day = day.Add(7*time.Hour + 13*time.Minute) {
		for _, w := range []string{"P1D", "P7D", "P30D"} {
			counted, err := window(w).Closes(day, cancellation.FirstDayCounted)
			require.NoError(t, err)
			exact, err := window(w).Closes(day, cancellation.ExactHours)
			require.NoError(t, err)
			dayEnd, err := window(w).Closes(day, cancellation.EndOfDay)
			require.NoError(t, err)
			assert.Equal(t, 24*time.Hour, dayEnd.Sub(counted), "the first day counted is a day less")
			n, _ := window(w).Days()
			assert.Equal(t, time.Duration(n)*24*time.Hour, exact.Sub(day))
			assert.False(t, exact.After(dayEnd.Add(time.Minute)))
		}
	}
}

func TestLeftReadsWhatItWrites(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"P0DT0H", "P6DT23H", "P2913021DT0H"} {
		var left cancellation.Left
		require.NoError(t, left.UnmarshalText([]byte(s)))
		assert.Equal(t, s, left.String())
	}
	for _, s := range []string{"P", "P6D", "PT23H", "P6DT24H", "P-1DT0H", "P1DT-1H", "P06DT1H", "P6DT23Hx", "P6DT+3H", " P6DT2H"} {
		left := cancellation.Left{Days: 1, Hours: 2}
		require.ErrorIs(t, left.UnmarshalText([]byte(s)), cancellation.ErrLeft, s)
		assert.Equal(t, cancellation.Left{Days: 1, Hours: 2}, left, "an error leaves it as it was")
	}
	var none cancellation.Left
	require.NoError(t, none.UnmarshalText(nil))
	assert.True(t, none.IsZero())
}
