package cancellation

import (
	"strings"
	"time"
	"unicode/utf8"
)

// ICalendar gives the deadlines as an iCalendar file (RFC 5545), with an event for each, which calendars of all kinds import. An
// event begins at the safe deadline ([Answer.SafeDeadline]) and ends at the deadline; where they are one, it has no length. Its
// id is that of the holding, so that importing a newer calendar moves it. The text has the stake, what comes back, and
// the answer's own explanation.
func (c Calendar) ICalendar() string {
	var w icsWriter
	w.line("BEGIN", "VCALENDAR")
	w.line("VERSION", "2.0")
	w.line("PRODID", "-//cloudterms//terms cancellation//EN")
	for _, h := range c.Deadlines {
		w.event(h, c.At)
	}
	w.line("END", "VCALENDAR")
	return w.text.String()
}

// icsWriter writes lines of an iCalendar file.
type icsWriter struct{ text strings.Builder }

func (w *icsWriter) event(h HeldAnswer, at time.Time) {
	begins, ends := h.Answer.SafeDeadline(), h.Answer.Deadline
	w.line("BEGIN", "VEVENT")
	w.line("UID", escaped(h.ID)+"@cancellation.cloudterms")
	w.line("DTSTAMP", icsInstant(at))
	w.line("DTSTART", icsInstant(begins))
	if icsInstant(begins) != icsInstant(ends) {
		w.line("DTEND", icsInstant(ends))
	}
	w.line("SUMMARY", escaped("Last chance to cancel "+h.title()))
	w.line("DESCRIPTION", escaped(h.Answer.String()))
	w.line("END", "VEVENT")
}

func (h HeldAnswer) title() string {
	title := h.ID
	if h.Name != "" {
		title = h.Name
	}
	if !h.Stake.IsZero() {
		title += " (" + h.Stake.String() + ")"
	}
	return title
}

// line writes a line, folded after 75 bytes and never within a letter.
func (w *icsWriter) line(name, value string) {
	const most = 75
	rest := name + ":" + value
	room := most
	for len(rest) > room {
		cut := room
		for cut > 0 && !utf8.RuneStart(rest[cut]) {
			cut--
		}
		w.text.WriteString(rest[:cut] + "\r\n ")
		rest, room = rest[cut:], most-1 // the space counts
	}
	w.text.WriteString(rest + "\r\n")
}

// icsInstant gives an instant in UTC, without what is less than a second: never later than it is.
func icsInstant(t time.Time) string { return t.UTC().Format("20060102T150405Z") }

// escaped writes a text as a value: without letters that a line cannot have, and with the others marked.
func escaped(s string) string {
	s = strings.Map(func(r rune) rune {
		if r != '\n' && (r < ' ' || r == 0x7f) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(s)
}
