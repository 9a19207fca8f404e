package cancellation

import (
	"strconv"
	"strings"
	"time"

	"github.com/cloudterms/terms"
)

// String gives the answer for a person to read: a line with the number of seats, one for the rule on such products, and one for
// each batch.
func (a SeatAnswer) String() string {
	var e explanation
	e.line("%s", a.summary())
	addFindings(&e, a.Allowed.Findings)
	for _, b := range a.Batches {
		e.line("  %s: %s", seatsText(b.Seats), b.Answer.summary())
	}
	return e.text()
}

func (a SeatAnswer) summary() string {
	s := "none can be given back"
	switch {
	case a.Reducible > 0:
		s = seatsText(a.Reducible) + " can be given back"
	case len(a.Missing) > 0:
		s = "how many can be given back is not determined"
	}
	if !a.Next.IsZero() {
		s += ", the first until " + instantText(a.Next)
	}
	if len(a.Missing) > 0 {
		s += "; give " + strings.Join(a.Missing, ", ")
	}
	return s
}

func seatsText(n int) string {
	if n == 1 {
		return "1 seat"
	}
	return strconv.Itoa(n) + " seats"
}

// String gives the choices for a person to read, each on a line.
func (c Choices) String() string {
	var e explanation
	e.line("at %s", instantText(c.At))
	for _, one := range c.Choices {
		e.line("  %s", one)
	}
	return e.text()
}

// String gives the choice on a line: whether it can be done, until when, and what it costs.
func (c Choice) String() string {
	verdict := c.Verdict.String()
	if c.Verdict == 0 {
		verdict = "the record does not say"
	}
	s := c.Kind.String() + ": " + verdict + stateOf(c.Verdict, time.Time{}, c.Deadline) + ", " + seatsText(c.Seats) + " left"
	if c.Cost.IsZero() {
		return s
	}
	return s + ", costs " + c.Cost.String() + " to the end of the term, " + c.Refunded.String() + " back, " + c.Remaining.String() + " still to be billed"
}

// String gives the answer for a person to read: the verdict, the yearly limit, the rule on it, the fee, and the answer about the money.
func (a ReservationAnswer) String() string {
	var e explanation
	e.line("%s", a.summary())
	addFindings(&e, a.Allowed.Findings)
	addReading(&e, a.FeeRate)
	e.line("%s", a.Pool)
	e.line("%s", a.Refund)
	return e.text()
}

func (a ReservationAnswer) summary() string {
	s := a.Verdict.String()
	if !a.Refund.Refunded.IsZero() {
		s += ", " + a.Refund.Refunded.String() + " back"
	}
	if a.Fee.Sign() > 0 {
		s += " after a fee of " + a.Fee.String()
	}
	if !a.Commitment.IsZero() {
		s += "; it cancels " + a.Commitment.String() + ", and of the yearly limit " + a.Pool.Left.String() + " are left"
	}
	return s
}

// String gives what is left for a person to read, and on a line each what counts against it.
func (p Pool) String() string {
	var e explanation
	e.line("on %s %s of %s a year are left, %s are used", p.Day, p.Left, p.Limit.Value, p.Used)
	for _, c := range p.Counted {
		e.line("  %s, given back on %s, count until %s", c.Return.Commitment, c.Return.Day, c.Until.AddDays(-1))
	}
	return e.text()
}

// String gives what follows for a person to read, each on a line, with whom it concerns and when.
func (e Effects) String() string {
	var text explanation
	text.line("cancelled %s%s", instantText(e.Cancelled), missingText(e.Decision.Missing))
	for _, one := range e.Effects {
		text.line("  %s", one)
	}
	return text.text()
}

// String gives the consequence on a line, with whom it concerns and when.
func (e Effect) String() string {
	var parties []string
	for _, p := range e.Parties {
		parties = append(parties, p.String())
	}
	s := e.Consequence.String() + " for " + strings.Join(parties, " and ")
	if !e.From.IsZero() {
		s += ", from " + instantText(e.From)
	}
	if !e.By.IsZero() {
		s += ", by " + instantText(e.By)
	}
	if first, last, ok := ends(e.Days); ok {
		s += ", on " + first.String() + " to " + last.String()
	}
	return s
}

// ends gives the first and the last day of a span, and whether it has both.
func ends(s terms.Span) (first, last terms.Day, ok bool) {
	first, begins := s.From()
	until, ends := s.Until()
	if !begins || !ends {
		return terms.Day{}, terms.Day{}, false
	}
	return first, until.AddDays(-1), true
}

// String gives whether everything is there for a person to read, what is missing, and on a line each the rules that want it.
func (r Readiness) String() string {
	var e explanation
	state := "ready"
	if !r.IsReady() {
		state = "not ready"
	}
	e.line("%s%s", state, missingText(r.Missing))
	addFindings(&e, r.Decision.Findings)
	return e.text()
}

func missingText(missing []string) string {
	if len(missing) == 0 {
		return ""
	}
	return ": give " + strings.Join(missing, ", ")
}

// String gives the calendar for a person to read: how many deadlines there are, and a line for each holding.
func (c Calendar) String() string {
	var e explanation
	e.line("at %s: %s, %d without one", instantText(c.At), deadlinesText(len(c.Deadlines)), len(c.Rest))
	for _, held := range [][]HeldAnswer{c.Deadlines, c.Rest} {
		for _, h := range held {
			e.line("  %s: %s", h.title(), h.Answer.summary())
		}
	}
	return e.text()
}

func deadlinesText(n int) string {
	if n == 1 {
		return "1 deadline"
	}
	return strconv.Itoa(n) + " deadlines"
}
