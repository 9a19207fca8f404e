package cancellation_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/rules"
)

func holding(id, stake string, r cancellation.Request) cancellation.Holding {
	h := cancellation.Holding{ID: id, Request: r}
	if stake != "" {
		h.Stake = terms.MustParseMoney(stake)
	}
	return h
}

func ids(held []cancellation.HeldAnswer) []string {
	var all []string
	for _, h := range held {
		all = append(all, h.ID)
	}
	return all
}

func TestCalendarIsSortedByWhatIsAtStake(t *testing.T) {
	t.Parallel()
	open := func(opened string) cancellation.Request { return bought(seats, opened) }
	calendar, err := cancellation.NewCalendar([]cancellation.Holding{
		holding("nothing at stake", "", open("2024-03-25")),
		holding("ten dollars", "10.00 USD", open("2024-03-25")),
		holding("two thousand dollars", "2000 USD", open("2024-03-26")),
		holding("ten dollars, earlier", "10 USD", open("2024-03-24")),
		holding("ten dollars, b", "10 USD", open("2024-03-25T00:00:00Z")),
		holding("closed", "5000 USD", open("2024-03-01")),
		holding("any time", "5000 USD", bought(azure, "2024-03-01")),
		holding("never", "5000 USD", bought(savings, "2024-03-01")),
		holding("not yet", "5000 USD", open("2024-04-01")),
		holding("unknown", "5000 USD", bought(software, "2024-03-25", linux(0))),
		holding("refused", "3000 USD", bought(seats, "2024-03-25", adminAgent(rules.No))),
		holding("perhaps refused", "1 USD", bought(seats, "2024-03-25", adminAgent(0))),
	}, at("2024-03-27"))
	require.NoError(t, err)
	assert.Equal(t, []string{
		"refused", "two thousand dollars", "ten dollars, earlier", "ten dollars", "ten dollars, b", "perhaps refused",
		"nothing at stake",
	}, ids(calendar.Deadlines))
	assert.Equal(t, []string{"closed", "any time", "never", "not yet", "unknown"}, ids(calendar.Rest))
	requireRoundTrip(t, calendar)
	requireFieldsMatter(t, calendar)

	several, err := cancellation.NewCalendar([]cancellation.Holding{
		holding("nothing at stake", "", open("2024-03-24")),
		holding("two thousand dollars", "2000 USD", open("2024-03-26")),
		holding("a million yen", "1000000 JPY", open("2024-03-25")),
		holding("one euro", "1 EUR", open("2024-03-25")),
	}, at("2024-03-27"))
	require.NoError(t, err)
	assert.Equal(t, []string{"nothing at stake", "a million yen", "one euro", "two thousand dollars"}, ids(several.Deadlines), "currencies do not compare: by deadline")

	none, err := cancellation.NewCalendar(nil, at("2024-03-27"))
	require.NoError(t, err)
	assert.Empty(t, none.Deadlines)
	requireRoundTrip(t, none)
	assert.Equal(t, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//cloudterms//terms cancellation//EN\r\nEND:VCALENDAR\r\n", none.ICalendar())
}

func TestCalendarRefuses(t *testing.T) {
	t.Parallel()
	good := holding("1", "", bought(seats, "2024-03-25"))
	for name, bad := range map[string]struct {
		holding cancellation.Holding
		text    string
	}{
		"no id":               {holding("", "", good.Request), "holdings/1/id is not given"},
		"an id twice":         {good, "holdings/1/id is 1"},
		"a senseless request": {holding("2", "", bought(seats, "1800-01-01")), "holdings/1/request/opened is 1800"},
		"before the record":   {holding("2", "", bought(seats, "2020-01-01")), "cancellation: holdings/1: no figure"},
	} {
		_, err := cancellation.NewCalendar([]cancellation.Holding{good, bad.holding}, at("2024-03-27"))
		require.ErrorContains(t, err, bad.text, name)
	}
	_, err := cancellation.NewCalendar([]cancellation.Holding{good}, at("1800-01-01"))
	require.ErrorIs(t, err, cancellation.ErrRequest)
}

// unfolded gives the lines of an iCalendar file as RFC 5545 has them, and fails where a line is too long or ends otherwise.
func unfolded(t *testing.T, file string) []string {
	t.Helper()
	require.True(t, strings.HasSuffix(file, "\r\n"))
	for line := range strings.SplitSeq(strings.TrimSuffix(file, "\r\n"), "\r\n") {
		require.LessOrEqual(t, len(line), 75, line)
		require.NotContains(t, line, "\n")
		require.NotContains(t, line, "\r")
		require.True(t, utf8.ValidString(line), "no letter is cut: %q", line)
	}
	return strings.Split(strings.TrimSuffix(strings.ReplaceAll(file, "\r\n ", ""), "\r\n"), "\r\n")
}

func TestICalendar(t *testing.T) {
	t.Parallel()
	h := holding("a,b;c\\d", "1234.50 SEK", bought(software, "2024-05-10T15:30:00.7Z"))
	h.Name = strings.Repeat("Smörgåsbord och ", 9) + "två\nrader\x00\xff"
	calendar, err := cancellation.NewCalendar([]cancellation.Holding{h, holding("2", "", bought(seats, "2024-05-11T08:00:00Z"))}, at("2024-05-11T09:00:00Z"))
	require.NoError(t, err)
	lines := unfolded(t, calendar.ICalendar())
	assert.Equal(t, []string{
		"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//cloudterms//terms cancellation//EN",
		"BEGIN:VEVENT", `UID:a\,b\;c\\d@cancellation.cloudterms`, "DTSTAMP:20240511T090000Z", "DTSTART:20240517T153000Z", "DTEND:20240517T235900Z",
		"SUMMARY:Last chance to cancel " + strings.Repeat("Smörgåsbord och ", 9) + `två\nrader` + "\uFFFD (1234.50 SEK)",
	}, lines[:9])
	assert.True(t, strings.HasPrefix(lines[9], `DESCRIPTION:open\, until 2024-05-17T23:59:00Z\, P6DT14H left\, refund prorated\n  cancellation.software (SW-12): `), lines[9])
	assert.Equal(t, "END:VEVENT", lines[10])
	assert.Equal(t, "DTSTART:20240518T080000Z", lines[14])
	assert.True(t, strings.HasPrefix(lines[15], "SUMMARY:Last chance to cancel 2"), "one instant has no end: %s", lines[15])
	assert.Equal(t, "END:VCALENDAR", lines[len(lines)-1])
}

func FuzzICalendar(f *testing.F) {
	f.Add("1", "a name")
	f.Add("x\r\nEND:VCALENDAR", strings.Repeat("å", 200))
	f.Fuzz(func(t *testing.T, id, name string) {
		h := holding(id, "", bought(seats, "2024-03-26T11:00:00Z"))
		h.Name = name
		calendar, err := cancellation.NewCalendar([]cancellation.Holding{h}, at("2024-03-27"))
		if err != nil {
			require.Empty(t, id)
			return
		}
		lines := unfolded(t, calendar.ICalendar())
		require.Len(t, lines, 11, "nothing breaks out of its line")
	})
}
