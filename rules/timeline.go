package rules

import (
	"bytes"
	"errors"
	"slices"

	"github.com/cloudterms/terms"
)

// A Timeline is a figure that changed over time. It is immutable, and safe for any number of goroutines. The zero
// Timeline has no figures.
//
// T is a plain value that comes back from JSON as it was. Where not every T is a figure there can be, it is a type whose
// UnmarshalText refuses the others: by that the figures of overlays are read.
type Timeline[T any] struct {
	id      string
	text    string
	entries []Entry[T] // the newest first; those of overlays before them
	known   terms.Day
}

// An Entry is one figure of a timeline, for the days of its span.
type Entry[T any] struct {
	Value T
	Span  terms.Span
	// Published is the days on which this was the published figure, as for a [Rule].
	Published terms.Span
	Sources   []Source // at least one
	// Doubts are other readings of the record, where it disputes the day of a change or the figure. The entry answers
	// all the same; the [Reading] names them.
	Doubts []Doubt[T]

	origin Origin
}

// A Doubt is another figure that some source gives for some days, inside or outside the span of its entry.
type Doubt[T any] struct {
	Value   T          `json:"value"`
	Span    terms.Span `json:"span"`
	Text    string     `json:"text"` // who reads the record so, in a sentence
	Sources []Source   `json:"sources"`
}

// A Reading is the figure of a day, where it is written, and what other readings of the record say of that day. Its JSON
// reads back, by [terms.Decode], as an equal reading.
type Reading[T any] struct {
	Timeline string     `json:"timeline"`
	Day      terms.Day  `json:"day"`
	Known    terms.Day  `json:"known,omitzero"` // whose published figure it is, if not the present one
	Value    T          `json:"value"`
	Span     terms.Span `json:"span"` // the days for which it holds
	Sources  []Source   `json:"sources"`
	Others   []Doubt[T] `json:"others,omitempty"`
	Origin   Origin     `json:"origin,omitzero"` // whose figure it is, if not the published one
}

// NewTimeline makes a timeline of entries, the newest first. Each needs a span of days, which may be pending for what is
// announced, and a source; each doubt a span, a text and a source; and no two entries of one wording may hold on one day.
// Everything wrong is reported at once, each a [SpecError] that wraps [ErrSpec]. Days without a figure are allowed, and an
// error to ask about.
func NewTimeline[T any](id, text string, entries ...Entry[T]) (Timeline[T], error) {
	t := Timeline[T]{id: id, text: text, entries: cloneEntries(entries)}
	if err := t.check(); err != nil {
		return Timeline[T]{}, err
	}
	return t, nil
}

func (t Timeline[T]) check() error {
	found := &faults{of: t.id, condition: ErrSpec}
	if t.id == "" || t.text == "" || len(t.entries) == 0 {
		found.add("", "the timeline says %q and has %d entries; want an id, a text and one entry or more", t.text, len(t.entries))
	}
	for i := range t.entries {
		t.entries[i].check(found)
		for j := range t.entries[:i] {
			t.entries[j].checkBefore(found, &t.entries[i])
		}
	}
	return found.err()
}

func (e *Entry[T]) check(found *faults) {
	what := "the figure for " + e.Span.String()
	if e.Span.IsZero() {
		found.add("", "a figure has no span; want its days")
	}
	found.checkPublished("", what, e.Published)
	found.checkSources("", what, e.Sources)
	if err := readsBack(e.Value, sameFigure); err != nil {
		found.addCause(err, "", "%s does not come back from JSON as it was", what)
	}
	for _, d := range e.Doubts {
		found.checkSources("", "a doubt about "+what, d.Sources)
		if d.Span.IsZero() || d.Text == "" {
			found.add("", "a doubt about %s has the span %q and the text %q; want both", what, d.Span, d.Text)
		}
		if err := readsBack(d.Value, sameFigure); err != nil {
			found.addCause(err, "", "the figure of a doubt about %s does not come back from JSON as it was", what)
		}
	}
}

// checkBefore adds what is wrong with an entry that stands before another.
func (e *Entry[T]) checkBefore(found *faults, other *Entry[T]) {
	if e.Span.Overlaps(other.Span) && allIfNotGiven(e.Published).Overlaps(allIfNotGiven(other.Published)) {
		found.add("", "the figures for %s and %s hold on one day", e.Span, other.Span)
	}
	from, _ := e.Span.From()
	otherFrom, begins := other.Span.From()
	if begins && !e.Span.IsPending() && from.Before(otherFrom) {
		found.add("", "the figure for %s stands before the newer one for %s", e.Span, other.Span)
	}
}

// allIfNotGiven gives the days on which a wording was published; not given is all.
func allIfNotGiven(published terms.Span) terms.Span {
	if published.IsZero() {
		return terms.Always()
	}
	return published
}

func cloneEntries[T any](entries []Entry[T]) []Entry[T] {
	cloned := slices.Clone(entries)
	for i := range cloned {
		cloned[i].Sources, cloned[i].Doubts = slices.Clone(cloned[i].Sources), cloneDoubts(cloned[i].Doubts)
	}
	return cloned
}

func cloneDoubts[T any](doubts []Doubt[T]) []Doubt[T] {
	cloned := slices.Clone(doubts)
	for i := range cloned {
		cloned[i].Sources = slices.Clone(cloned[i].Sources)
	}
	return cloned
}

// ID gives the timeline's id.
func (t Timeline[T]) ID() string { return t.id }

// Text gives what the figures are, in one sentence.
func (t Timeline[T]) Text() string { return t.text }

// Entries gives every entry, the newest first, behind those of overlays.
func (t Timeline[T]) Entries() []Entry[T] { return cloneEntries(t.entries) }

// Origin says whose the entry is. It is zero for a published one.
func (e Entry[T]) Origin() Origin { return e.origin }

// KnownOn gives the day whose published figures the timeline reads, and the zero Day for those published without end.
func (t Timeline[T]) KnownOn() terms.Day { return t.known }

// AsKnown gives the timeline as it was published on a day, and for the zero Day as it is published without end. Figures an
// overlay brought are known on all days.
func (t Timeline[T]) AsKnown(day terms.Day) Timeline[T] {
	t.known = day
	return t
}

// On gives the figure of a day. A day on which no entry holds is a [FigureError]: the nearest figure is never taken
// instead. It wraps [ErrNoFigure], or [ErrDay] for the zero Day.
func (t Timeline[T]) On(day terms.Day) (Reading[T], error) {
	for i := range t.entries {
		e := &t.entries[i]
		if !e.Span.Contains(day) || !isPublished(e.Published, t.known) {
			continue
		}
		r := Reading[T]{
			Timeline: t.id, Day: day, Known: t.known, Value: e.Value, Span: e.Span, Sources: slices.Clone(e.Sources), Origin: e.origin,
		}
		if e.origin.IsZero() {
			r.Others = t.othersOn(day)
		}
		return r, nil
	}
	return Reading[T]{}, t.failure(day)
}

func (t Timeline[T]) failure(day terms.Day) error {
	failed := &FigureError{Timeline: t.id, Day: day, Err: ErrNoFigure}
	if day.IsZero() {
		failed.Err = ErrDay
	}
	for i := range t.entries {
		if e := &t.entries[i]; isPublished(e.Published, t.known) && !e.Span.IsPending() {
			failed.Days = append(failed.Days, e.Span)
		}
	}
	return failed
}

// othersOn gives the other readings of a day.
func (t Timeline[T]) othersOn(day terms.Day) []Doubt[T] {
	var others []Doubt[T]
	for i := range t.entries {
		e := &t.entries[i]
		if !isPublished(e.Published, t.known) {
			continue
		}
		for _, d := range e.Doubts {
			if d.Span.Contains(day) {
				others = append(others, d)
			}
		}
	}
	return cloneDoubts(others)
}

// Boundaries gives the days on which the figure or what is said of it can change, in order.
func (t Timeline[T]) Boundaries() []terms.Day {
	var days []terms.Day
	for i := range t.entries {
		e := &t.entries[i]
		if !isPublished(e.Published, t.known) {
			continue
		}
		days = appendEnds(days, e.Span)
		for _, d := range e.Doubts {
			days = appendEnds(days, d.Span)
		}
	}
	return inOrder(days)
}

// Apply gives the timeline with the figures an overlay has for it, which stand over the published ones and over those of
// overlays before. A figure that is not for days, that is given twice, or whose value does not read as the timeline's
// values do, is [ErrOverlay].
func (t Timeline[T]) Apply(o Overlay) (Timeline[T], error) {
	found := &faults{of: t.id, condition: ErrOverlay}
	var over []Entry[T]
	for i, f := range o.Figures {
		if f.Timeline != t.id {
			continue
		}
		f.check(found, o.Figures[:i])
		e := Entry[T]{
			Span: f.Span, Sources: []Source{{Document: o.Owner + ": " + o.Reason}}, origin: Origin{o.Owner, Replaced, o.Reason},
		}
		if err := f.read(&e.Value); err != nil {
			found.addCause(err, "", "its value for %s", f.Span)
		}
		over = append(over, e)
	}
	if len(over) > 0 {
		found.checkOwner(o.Owner, o.Reason)
	}
	if err := found.err(); err != nil {
		return Timeline[T]{}, err
	}
	t.entries = slices.Concat(over, t.entries)
	return t, nil
}

// read reads the figure's value. Where it stood in the file of the overlay is not known any more, so that an error has its
// path within the value and no line.
func (f Figure) read(value any) error {
	err := terms.Decode(bytes.NewReader(f.Value), value)
	if failed, ok := errors.AsType[*terms.DecodeError](err); ok {
		return &terms.DecodeError{Path: failed.Path, Err: failed.Err}
	}
	return err
}

// EqualFunc reports whether both are the same reading, their figures being the same.
func (r Reading[T]) EqualFunc(other Reading[T], same func(a, b T) bool) bool {
	return r.Timeline == other.Timeline && r.Day == other.Day && r.Known == other.Known && same(r.Value, other.Value) &&
		r.Span == other.Span && r.Origin == other.Origin && slices.Equal(r.Sources, other.Sources) &&
		slices.EqualFunc(r.Others, other.Others, func(a, b Doubt[T]) bool {
			return a.Span == b.Span && a.Text == b.Text && same(a.Value, b.Value) && slices.Equal(a.Sources, b.Sources)
		})
}
