package terms

import (
	"fmt"
	"strings"
)

// A Span is a run of days, half-open: it holds its first day and every day up to, but
// not, the day it ends with. Either end may be open, and a span may be pending:
// announced, with no day set, as phase 3 of the Azure offer in CSP is (CSP-01). A pending
// span holds no day, and is not the same as an open one.
//
// The zero Span means "not given" and holds no day. Spans are comparable with ==.
//
// The text of a span is first/end, with two dots for an open end (the notation of ISO
// 8601-2), or the word pending: 2021-07-21/2022-02-01, 2022-02-01/.., ../2021-10-14.
type Span struct {
	kind        spanKind
	from, until Day // zero where the end is open
}

type spanKind uint8

const (
	spanNotGiven spanKind = iota
	spanDated
	spanPending
)

const (
	openEnd     = ".."
	pendingText = "pending"
	wantSpan    = "first/end with the first day before the end, as in 2021-07-21/2022-02-01, " +
		"two dots for an open end, or pending"
)

// NewSpan gives the days from the first day up to, but not, until. Both must be given, and
// from must be the earlier: anything else is [ErrSpan].
func NewSpan(from, until Day) (Span, error) {
	if from.IsZero() || until.IsZero() || !from.Before(until) {
		return Span{}, parseError(ErrSpan, from.String()+"/"+until.String(), wantSpan)
	}
	return Span{spanDated, from, until}, nil
}

// MustSpan is [NewSpan] for the tables of a program, such as the days of its rules. It panics on an error.
func MustSpan(from, until Day) Span {
	s, err := NewSpan(from, until)
	if err != nil {
		panic(err)
	}
	return s
}

// SpanFrom gives the days from a day on, without end. A zero Day gives the zero Span.
func SpanFrom(from Day) Span {
	if from.IsZero() {
		return Span{}
	}
	return Span{kind: spanDated, from: from}
}

// SpanUntil gives all days before a day. A zero Day gives the zero Span.
func SpanUntil(until Day) Span {
	if until.IsZero() {
		return Span{}
	}
	return Span{kind: spanDated, until: until}
}

// Always gives the span of all days.
func Always() Span { return Span{kind: spanDated} }

// Pending gives the span of what is announced with no day set. It holds no day.
func Pending() Span { return Span{kind: spanPending} }

// ParseSpan reads the text that [Span.String] gives.
func ParseSpan(s string) (Span, error) {
	if s == pendingText {
		return Pending(), nil
	}
	first, end, ok := strings.Cut(s, "/")
	if !ok {
		return Span{}, parseError(ErrSpan, s, wantSpan)
	}
	from, err := parseEnd(first)
	if err != nil {
		return Span{}, fmt.Errorf("%w: %w", parseError(ErrSpan, s, wantSpan), err)
	}
	until, err := parseEnd(end)
	if err != nil {
		return Span{}, fmt.Errorf("%w: %w", parseError(ErrSpan, s, wantSpan), err)
	}
	if !from.IsZero() && !until.IsZero() {
		return NewSpan(from, until)
	}
	return Span{spanDated, from, until}, nil
}

func parseEnd(s string) (Day, error) {
	if s == openEnd {
		return Day{}, nil
	}
	return ParseDay(s)
}

// Contains reports whether the day lies in the span. The zero Day lies in none.
func (s Span) Contains(d Day) bool {
	if s.kind != spanDated || d.IsZero() {
		return false
	}
	return !d.Before(s.from) && (s.until.IsZero() || d.Before(s.until))
}

// Overlaps reports whether a day lies in both spans. A pending or zero Span overlaps none.
func (s Span) Overlaps(other Span) bool {
	return s.kind == spanDated && other.kind == spanDated && s.reaches(other) && other.reaches(s)
}

// reaches reports whether s does not end before other begins, which is with the first day
// there is if other is open at its start.
func (s Span) reaches(other Span) bool {
	return s.until.IsZero() || max(other.from.date, firstDay) < s.until.date
}

// From gives the first day, and whether there is one: not if the span is open at its
// start, pending or not given.
func (s Span) From() (Day, bool) { return s.from, !s.from.IsZero() }

// Until gives the day the span ends with, the first that is no longer in it, and whether
// there is one: not if the span is open at its end, pending or not given.
func (s Span) Until() (Day, bool) { return s.until, !s.until.IsZero() }

// IsPending reports whether the span is announced with no day set.
func (s Span) IsPending() bool { return s.kind == spanPending }

// IsZero reports whether no span is given.
func (s Span) IsZero() bool { return s.kind == spanNotGiven }

// String gives the text of the span, and nothing for the zero Span.
func (s Span) String() string {
	switch s.kind {
	case spanDated:
		return endText(s.from) + "/" + endText(s.until)
	case spanPending:
		return pendingText
	case spanNotGiven:
	}
	return ""
}

func endText(d Day) string {
	if d.IsZero() {
		return openEnd
	}
	return d.String()
}

// MarshalText gives what [Span.String] gives. It never fails.
func (s Span) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what [ParseSpan] reads, and empty text as the zero Span. On an error
// it leaves s as it was.
func (s *Span) UnmarshalText(text []byte) error { return unmarshalText(text, s, ParseSpan) }
