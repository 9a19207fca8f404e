package cancellation

import (
	"fmt"
	"strings"
	"time"

	"github.com/cloudterms/terms/rules"
)

// String gives the answer and its reasons for a person to read: a line with the verdict, one for each rule that spoke and each
// figure that was used, with the facts they state and whose they are if they are not the published ones, and one for each other
// reading of the record.
func (a Answer) String() string {
	var e explanation
	e.line("%s", a.summary())
	addFindings(&e, a.Limit.Findings)
	addFindings(&e, a.Asker.Findings)
	addFindings(&e, a.Owed.Findings)
	addReading(&e, a.Readings.Window)
	addReading(&e, a.Readings.Boundary)
	addReading(&e, a.Readings.Closing)
	addReading(&e, a.Readings.Refund)
	for _, other := range a.Alternatives {
		e.line("  otherwise %s: %s", other.summary(), other.Text)
	}
	return e.text()
}

func (a Answer) summary() string {
	s := a.Verdict.String()
	if len(a.Missing) > 0 {
		s += ": give " + strings.Join(a.Missing, ", ")
	}
	s += stateOf(a.Verdict, a.Opened, a.Deadline)
	if !a.Deadline.IsZero() && a.isInWindow() {
		s += ", " + leftText(a.Left) + " left"
	}
	s += refundText(a.Verdict, a.Refund)
	if a.Basis == BasisPartnerCenter {
		s += ", by the date of Partner Center"
	}
	return s
}

func (a Alternative) summary() string {
	return a.Verdict.String() + stateOf(a.Verdict, time.Time{}, a.Deadline) + refundText(a.Verdict, a.Refund) + ", by " + spaced(a.Timeline, a.Says)
}

// stateOf says since when a window is closed, or until when it is open.
func stateOf(v Verdict, opened, deadline time.Time) string {
	s := ""
	if v == NotYetOpen && !opened.IsZero() {
		s = ", from " + instantText(opened)
	}
	switch {
	case deadline.IsZero():
		return s
	case v == Closed:
		return s + " since " + instantText(deadline)
	}
	return s + ", until " + instantText(deadline)
}

// leftText gives the time left, of which a person is told where it is short.
func leftText(l Left) string {
	if l.IsZero() {
		return "less than an hour"
	}
	return l.String()
}

// refundText says what comes back, where something can.
func refundText(v Verdict, r Refund) string {
	if r == 0 || v == Closed || v == Never {
		return ""
	}
	return ", refund " + r.String()
}

// spaced gives what is given of a timeline and a figure.
func spaced(timeline, says string) string { return strings.TrimSpace(timeline + " " + says) }

func instantText(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }

// explanation gathers lines.
type explanation struct{ strings.Builder }

// text gives the lines, without an empty one at the end.
func (e *explanation) text() string { return strings.TrimSuffix(e.String(), "\n") }

func (e *explanation) line(format string, args ...any) {
	e.WriteString(fmt.Sprintf(format, args...) + "\n")
}

func addFindings[Out comparable](e *explanation, findings []rules.Finding[Out]) {
	for _, f := range findings {
		e.line("  %s%s: %s%s", f.Rule, factsOf(f.Sources), f.Text, ownerOf(f.Origin))
	}
}

func addReading[T fmt.Stringer](e *explanation, r rules.Reading[T]) {
	if r.Timeline == "" {
		return
	}
	e.line("  %s%s: %s for %s%s", r.Timeline, factsOf(r.Sources), r.Value, r.Span, ownerOf(r.Origin))
}

// factsOf gives the facts that sources state, in brackets.
func factsOf(sources []rules.Source) string {
	var facts []string
	for _, s := range sources {
		if s.Fact != "" {
			facts = append(facts, s.Fact)
		}
	}
	if len(facts) == 0 {
		return ""
	}
	return " (" + strings.Join(facts, ", ") + ")"
}

// ownerOf says who changed a rule or a figure, and why.
func ownerOf(o rules.Origin) string {
	if o.IsZero() {
		return ""
	}
	return fmt.Sprintf(" [%s by %s: %s]", o.Change, o.Owner, o.Reason)
}
