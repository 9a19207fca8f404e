package rulestest

import (
	"fmt"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// Limits are what the figures of one timeline must keep to. The zero Limits ask for nothing.
type Limits[T any] struct {
	Day    terms.Day    // the day of the test: no source was checked after it
	Days   terms.Span   // the days that must have a figure; not given, those from the first figure to the last
	Figure func(T) bool // whether a figure can be one; nil for all
}

// CheckTimeline fails the test where [TimelineProblems] finds any, and shows the first of them.
func CheckTimeline[T any](tb testing.TB, t rules.Timeline[T], limits Limits[T], allowed ...Allowance[T]) {
	tb.Helper()
	show(tb, t.ID(), TimelineProblems(t, limits, allowed...))
}

// TimelineProblems gives everything that is wrong with a timeline, and the allowances that let nothing stand. It looks at
// every day on which the figure can change, the day before and the day after: in the present wording, and as it was known
// on every day on which another wording became the published one, the day before and the day after.
func TimelineProblems[T any](t rules.Timeline[T], limits Limits[T], allowed ...Allowance[T]) []Problem {
	s := newFigures(t, func(day terms.Day) timeline[T] { return t.AsKnown(day) }, limits, allowed)
	return s.problems()
}

// timeline is what is tested: a [rules.Timeline], or in this package's own tests one that errs.
type timeline[T any] interface {
	ID() string
	Entries() []rules.Entry[T]
	KnownOn() terms.Day
	On(day terms.Day) (rules.Reading[T], error)
}

// figures is a timeline asked about days.
type figures[T any] struct {
	entries    []rules.Entry[T]
	wordings   []figureWording[T] // the present one first
	days       []terms.Day
	limits     Limits[T]
	report     *report
	allowed    []Allowance[T]
	used       []bool
	unreadable bool // a figure that JSON loses was found
}

// figureWording is a timeline as it was published on a day.
type figureWording[T any] struct {
	timeline timeline[T]
	known    terms.Day // zero for the present wording
}

func newFigures[T any](t timeline[T], asKnown func(terms.Day) timeline[T], limits Limits[T], allowed []Allowance[T]) *figures[T] {
	s := &figures[T]{
		entries: t.Entries(), wordings: []figureWording[T]{{t, t.KnownOn()}}, limits: limits,
		report: newReport(t.ID()), allowed: allowed, used: make([]bool, len(allowed)),
	}
	ends := spanEnds(limits.Days)
	var published []terms.Day
	for _, e := range s.entries {
		ends = append(ends, spanEnds(e.Span)...)
		for _, d := range e.Doubts {
			ends = append(ends, spanEnds(d.Span)...)
		}
		published = append(published, spanEnds(e.Published)...)
	}
	s.days = daysAround(ends)
	if t.KnownOn().IsZero() && len(published) > 0 {
		for _, day := range daysAround(published) {
			s.wordings = append(s.wordings, figureWording[T]{asKnown(day), day})
		}
	}
	return s
}

func spanEnds(span terms.Span) []terms.Day {
	var days []terms.Day
	if from, begins := span.From(); begins {
		days = append(days, from)
	}
	if until, ends := span.Until(); ends {
		days = append(days, until)
	}
	return days
}

func (s *figures[T]) problems() []Problem {
	if len(s.entries) == 0 {
		s.report.add(Problem{Kind: Gap, Note: "the timeline has no figures"})
	}
	s.checkFigures()
	for _, w := range s.wordings {
		s.checkReadings(w)
	}
	s.checkGaps()
	s.checkKnown()
	s.checkDoubts()
	return allow(s.report, untypedAllowances(s.allowed), s.used)
}

// add adds a problem about a figure, unless an allowance for its day and figure lets it stand.
func (s *figures[T]) add(p Problem, figure T, more ...string) {
	if !s.stands(p, figure) {
		s.report.add(p, more...)
	}
}

// stands reports whether an allowance for the day and figure of a problem lets it stand. Those that are for all days let
// things stand at the end.
func (s *figures[T]) stands(p Problem, figure T) bool {
	for i, a := range s.allowed {
		if a.Where != nil && a.allows(p) && a.Where(p.Day, figure) {
			s.used[i] = true
			return true
		}
	}
	return false
}

// published gives the entries whose wording is the published one, and of those an overlay brought, all.
func (s *figures[T]) published(known terms.Day) []*rules.Entry[T] {
	var found []*rules.Entry[T]
	for i := range s.entries {
		if isPublished(s.entries[i].Published, known) {
			found = append(found, &s.entries[i])
		}
	}
	return found
}

// on gives the entry that answers for a day: one of an overlay before those that were published. Two published ones are an
// overlap.
func (s *figures[T]) on(day, known terms.Day) (answers *rules.Entry[T], overlap bool) {
	for _, e := range s.published(known) {
		switch {
		case !e.Span.Contains(day):
		case answers == nil:
			answers = e
		case answers.Origin().IsZero():
			return answers, true
		}
	}
	return answers, false
}

// checkFigures looks at every figure by itself, those of doubts too.
func (s *figures[T]) checkFigures() {
	for i, e := range s.entries {
		what := fmt.Sprintf("the figure for %s", e.Span)
		s.checkFigure(e.Value, e.Span, what)
		if e.Origin().IsZero() {
			s.checkSources(e.Value, e.Span, e.Sources, what)
		}
		for j, d := range e.Doubts {
			what := fmt.Sprintf("the doubt %d about the figure for %s", j+1, s.entries[i].Span)
			s.checkFigure(d.Value, d.Span, what)
			s.checkSources(d.Value, d.Span, d.Sources, what)
		}
	}
}

func (s *figures[T]) checkFigure(figure T, span terms.Span, what string) {
	p := Problem{Day: s.firstDay(span), Input: figureText(figure)}
	if fault := readsBack(figure); fault != "" {
		s.unreadable = true
		p.Kind, p.Note = NotReadBack, what+" "+fault
		s.add(p, figure, what, p.Input)
	}
	if s.limits.Figure != nil && !s.limits.Figure(figure) {
		p.Kind, p.Note = OutOfRange, what+" is none there can be"
		s.add(p, figure, what, p.Input)
	}
}

func (s *figures[T]) checkSources(figure T, span terms.Span, sources []rules.Source, what string) {
	for _, from := range sources {
		p := Problem{Kind: Unchecked, Day: s.firstDay(span), Input: figureText(figure)}
		switch {
		case from.Checked.IsZero():
			p.Note = fmt.Sprintf("%s was never held against %s", what, from.Document)
		case !s.limits.Day.IsZero() && from.Checked.After(s.limits.Day):
			p.Note = fmt.Sprintf("%s was held against %s on %s, which is after %s", what, from.Document, from.Checked, s.limits.Day)
		default:
			continue
		}
		s.add(p, figure, p.Note, p.Input)
	}
}

// firstDay gives the first of the days that are looked at in a span, and the zero Day if there is none.
func (s *figures[T]) firstDay(span terms.Span) terms.Day {
	for _, day := range s.days {
		if span.Contains(day) {
			return day
		}
	}
	return terms.Day{}
}

// checkReadings holds what the timeline gives for each day against its entries, read one by one.
func (s *figures[T]) checkReadings(w figureWording[T]) {
	for _, day := range s.days {
		entry, overlap := s.on(day, w.known)
		p := Problem{Day: day, Known: w.known}
		reading, err := w.timeline.On(day)
		var figure T
		switch {
		case overlap:
			p.Kind, p.Note, figure = Overlap, "another figure than that for "+entry.Span.String()+" was published for the day too", entry.Value
		case entry == nil && err == nil:
			p.Kind, p.Note, figure = WrongAnswer, "the timeline gives a figure for a day that has none", reading.Value
		case entry != nil && err != nil:
			p.Kind, p.Note, figure = WrongAnswer, "the timeline gives no figure: "+err.Error(), entry.Value
		case entry != nil && (!sameFigure(entry.Value, reading.Value) || reading.Span != entry.Span || reading.Origin != entry.Origin()):
			p.Kind, p.Note, figure = WrongAnswer, fmt.Sprintf("the timeline gives %s for %s; the figure is for %s",
				figureText(reading.Value), reading.Span, entry.Span), entry.Value
			p.Input = figureText(entry.Value)
		case entry != nil && !s.unreadable && !readingReadsBack(reading):
			p.Kind, p.Note, figure = NotReadBack, "the reading of the day does not come back from its JSON as it was", entry.Value
		default:
			continue
		}
		s.add(p, figure, p.Note)
	}
}

// checkGaps reports days of the present wording that have no figure, those in a row as one.
func (s *figures[T]) checkGaps() {
	var none T
	gap := Problem{Kind: Gap, Known: s.wordings[0].known}
	report := func(note string) {
		if !gap.Day.IsZero() {
			gap.Note = note
			s.report.add(gap, gap.Day.String())
		}
		gap.Day = terms.Day{}
	}
	for _, day := range s.days {
		entry, _ := s.on(day, gap.Known)
		lacks := entry == nil && s.wants(day) && !s.stands(Problem{Kind: Gap, Day: day}, none)
		switch {
		case !lacks:
			report("there is no figure before " + day.String())
		case gap.Day.IsZero():
			gap.Day = day
		}
	}
	report("there is no figure from then on")
}

// wants reports whether a day must have a figure.
func (s *figures[T]) wants(day terms.Day) bool {
	if !s.limits.Days.IsZero() {
		return s.limits.Days.Contains(day)
	}
	var begun, lasts bool
	for _, e := range s.entries {
		if e.Span.IsPending() {
			continue
		}
		from, _ := e.Span.From() // the zero Day, of a span without a beginning, is before all others
		until, ends := e.Span.Until()
		begun = begun || !day.Before(from)
		lasts = lasts || !ends || day.Before(until)
	}
	return begun && lasts
}

// checkKnown reports days that have a figure, had one as it was published on some day, and none as it was on a later one.
func (s *figures[T]) checkKnown() {
	for _, day := range s.days {
		if entry, _ := s.on(day, s.wordings[0].known); entry == nil {
			continue // a gap of the present wording, if it is wanted at all
		}
		var before *rules.Entry[T]
		for _, w := range s.wordings[1:] {
			entry, _ := s.on(day, w.known)
			if before != nil && entry == nil {
				s.add(Problem{
					Kind: KnownGap, Day: day, Known: w.known, Note: "no figure was published for the day, and one was before",
				}, before.Value, w.known.String())
			}
			before = entry
		}
	}
}

// checkDoubts reports doubts that say what the figure of a day says, and those that no reading names.
func (s *figures[T]) checkDoubts() {
	for i := range s.entries {
		for j, d := range s.entries[i].Doubts {
			if day, note := s.idle(&s.entries[i], d); note != "" {
				s.add(Problem{Kind: IdleDoubt, Day: day, Input: figureText(d.Value), Note: note}, d.Value, fmt.Sprint(i, j))
			}
		}
	}
}

// idle says what a doubt is good for nothing by, and nothing if it is good.
func (s *figures[T]) idle(e *rules.Entry[T], d rules.Doubt[T]) (day terms.Day, note string) {
	var asked, named bool
	for _, w := range s.wordings {
		if !isPublished(e.Published, w.known) {
			continue
		}
		asked = true
		for _, day := range s.days {
			other := s.publishedOn(day, w.known)
			if other == nil || !d.Span.Contains(day) {
				continue
			}
			if sameFigure(other.Value, d.Value) {
				return day, fmt.Sprintf("the doubt about the figure for %s says what the figure for %s says", e.Span, other.Span)
			}
			named = true
		}
	}
	if named || !asked {
		return terms.Day{}, ""
	}
	return s.firstDay(d.Span), fmt.Sprintf("the doubt about the figure for %s is for %s, of which no day has a figure", e.Span, d.Span)
}

// publishedOn gives the published entry for a day, whatever overlays say.
func (s *figures[T]) publishedOn(day, known terms.Day) *rules.Entry[T] {
	for _, e := range s.published(known) {
		if e.Origin().IsZero() && e.Span.Contains(day) {
			return e
		}
	}
	return nil
}
