package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
)

// calendar writes the deadlines of many purchases, as a list and as a file for calendars to import.
func calendar(w io.Writer, o options) error {
	heading(w, "Calendar of deadlines")
	holdings, err := load[[]cancellation.Holding](o.data, "holdings.json")
	if err != nil {
		return err
	}
	c, err := cancellation.NewCalendar(holdings, o.at)
	if err != nil {
		return err
	}
	lines(w, c)
	for _, h := range c.Deadlines {
		line(w, "%-12s safe by every reading until %s", h.ID, instant(h.Answer.SafeDeadline()))
	}
	if err := calendarKept(c); err != nil {
		return err
	}
	fmt.Fprintln(w)
	for l := range strings.Lines(c.ICalendar()) {
		line(w, "%s", strings.TrimRight(l, "\r\n"))
	}
	twice := append(holdings, holdings[0])
	_, err = cancellation.NewCalendar(twice, o.at)
	showError(w, err)
	return nil
}

// calendarKept sees to it that a calendar is its own record.
func calendarKept(c cancellation.Calendar) error {
	data, err := json.Marshal(c)
	if err != nil {
		return err
	}
	var back cancellation.Calendar
	if err := terms.Decode(strings.NewReader(string(data)), &back); err != nil {
		return err
	}
	if !back.Equal(c) {
		return errors.New("the calendar that was read back differs from the one that was kept")
	}
	return nil
}
