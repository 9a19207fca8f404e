package rulestest

import (
	"fmt"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// figures is a timeline asked about days.
type figures struct {
	timeline
	wordings   []figureWording // the present one first
	days       []terms.Day
	limits     Limits[any]
	report     *report
	allowed    []Allowance[any]
	used       []bool
	unreadable bool // a figure that JSON loses was found
}

// figureWording is a timeline as it was published on a day.
type figureWording struct {
	known terms.Day // zero for the present wording
	on    lookup
}

func newFigures(t timeline, limits Limits[any], allowed []Allowance[any]) *figures {
	s := &figures{
		timeline: t, wordings: []figureWording{{t.known, t.present}}, limits: limits,
		report: newReport(t.id), allowed: allowed, used: make([]bool, len(allowed)),
	}
	ends := spanEnds(limits.Days)
	var published []terms.Day
	for _, e := range t.entries {
		ends = append(ends, spanEnds(e.span)...)
		for _, d := range e.doubts {
			ends = append(ends, spanEnds(d.Span)...)
		}
		published = append(published, spanEnds(e.published)...)
	}
	s.days = daysAround(ends)
	if t.known.IsZero() && len(published) > 0 {
		for _, day := range daysAround(published) {
			s.wordings = append(s.wordings, figureWording{day, t.asKnown(day)})
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

func (s *figures) problems() []Problem {
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
	return allow(s.report, s.allowed, s.used)
}

// add adds a problem about a figure, unless an allowance for its day and figure lets it stand.
func (s *figures) add(p Problem, figure any, more ...string) {
	if !s.stands(p, figure) {
		s.report.add(p, more...)
	}
}

// stands reports whether an allowance for the day and figure of a problem lets it stand. Those that are for all days let
// things stand at the end.
func (s *figures) stands(p Problem, figure any) bool {
	for i, a := range s.allowed {
		if a.Where != nil && a.allows(p) && a.Where(p.Day, figure) {
			s.used[i] = true
			return true
		}
	}
	return false
}

// published gives the entries whose wording is the published one, and of those an overlay brought, all.
func (s *figures) published(known terms.Day) []*datedFigure {
	var found []*datedFigure
	for i := range s.entries {
		if isPublished(s.entries[i].published, known) {
			found = append(found, &s.entries[i])
		}
	}
	return found
}

// on gives the entry that answers for a day: one of an overlay before those that were published. Two published ones are an
// overlap.
func (s *figures) on(day, known terms.Day) (answers *datedFigure, overlap bool) {
	for _, e := range s.published(known) {
		switch {
		case !e.span.Contains(day):
		case answers == nil:
			answers = e
		case answers.origin.IsZero():
			return answers, true
		}
	}
	return answers, false
}

// checkFigures looks at every figure by itself, those of doubts too.
func (s *figures) checkFigures() {
	for i, e := range s.entries {
		what := fmt.Sprintf("the figure for %s", e.span)
		s.checkFigure(e.value, e.span, what)
		if e.origin.IsZero() {
			s.checkSources(e.value, e.span, e.sources, what)
		}
		for j, d := range e.doubts {
			what := fmt.Sprintf("the doubt %d about the figure for %s", j+1, s.entries[i].span)
			s.checkFigure(d.Value, d.Span, what)
			s.checkSources(d.Value, d.Span, d.Sources, what)
		}
	}
}

func (s *figures) checkFigure(figure any, span terms.Span, what string) {
	p := Problem{Day: s.firstDay(span), Input: figureText(figure)}
	if fault := s.readsBack(figure); fault != "" {
		s.unreadable = true
		p.Kind, p.Note = NotReadBack, what+" "+fault
		s.add(p, figure, what, p.Input)
	}
	if s.limits.Figure != nil && !s.limits.Figure(figure) {
		p.Kind, p.Note = OutOfRange, what+" is none there can be"
		s.add(p, figure, what, p.Input)
	}
}

func (s *figures) checkSources(figure any, span terms.Span, sources []rules.Source, what string) {
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
func (s *figures) firstDay(span terms.Span) terms.Day {
	for _, day := range s.days {
		if span.Contains(day) {
			return day
		}
	}
	return terms.Day{}
}

// checkReadings holds what the timeline gives for each day against its entries, read one by one.
func (s *figures) checkReadings(w figureWording) {
	for _, day := range s.days {
		entry, overlap := s.on(day, w.known)
		p := Problem{Day: day, Known: w.known}
		reading, err := w.on(day)
		var figure any
		switch {
		case overlap:
			p.Kind, p.Note, figure = Overlap, "another figure than that for "+entry.span.String()+" was published for the day too", entry.value
		case entry == nil && err == nil:
			p.Kind, p.Note, figure = WrongAnswer, "the timeline gives a figure for a day that has none", reading.value
		case entry != nil && err != nil:
			p.Kind, p.Note, figure = WrongAnswer, "the timeline gives no figure: "+err.Error(), entry.value
		case entry != nil && (!s.same(entry.value, reading.value) || reading.span != entry.span || reading.origin != entry.origin):
			p.Kind, p.Note, figure = WrongAnswer, fmt.Sprintf("the timeline gives %s for %s; the figure is for %s",
				figureText(reading.value), reading.span, entry.span), entry.value
			p.Input = figureText(entry.value)
		case entry != nil && !s.unreadable && !reading.readsBack():
			p.Kind, p.Note, figure = NotReadBack, "the reading of the day does not come back from its JSON as it was", entry.value
		default:
			continue
		}
		s.add(p, figure, p.Note)
	}
}

// checkGaps reports days of the present wording that have no figure, those in a row as one.
func (s *figures) checkGaps() {
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
		lacks := entry == nil && s.wants(day) && !s.stands(Problem{Kind: Gap, Day: day}, nil)
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
func (s *figures) wants(day terms.Day) bool {
	if !s.limits.Days.IsZero() {
		return s.limits.Days.Contains(day)
	}
	var begun, lasts bool
	for _, e := range s.entries {
		if e.span.IsPending() {
			continue
		}
		from, _ := e.span.From() // the zero Day, of a span without a beginning, is before all others
		until, ends := e.span.Until()
		begun = begun || !day.Before(from)
		lasts = lasts || !ends || day.Before(until)
	}
	return begun && lasts
}

// checkKnown reports days that have a figure, had one as it was published on some day, and none as it was on a later one.
func (s *figures) checkKnown() {
	for _, day := range s.days {
		if entry, _ := s.on(day, s.wordings[0].known); entry == nil {
			continue // a gap of the present wording, if it is wanted at all
		}
		var before *datedFigure
		for _, w := range s.wordings[1:] {
			entry, _ := s.on(day, w.known)
			if before != nil && entry == nil {
				s.add(Problem{
					Kind: KnownGap, Day: day, Known: w.known, Note: "no figure was published for the day, and one was before",
				}, before.value, w.known.String())
			}
			before = entry
		}
	}
}

// checkDoubts reports doubts that say what the figure of a day says, and those that no reading names.
func (s *figures) checkDoubts() {
	for i := range s.entries {
		for j, d := range s.entries[i].doubts {
			if day, note := s.idle(&s.entries[i], d); note != "" {
				s.add(Problem{Kind: IdleDoubt, Day: day, Input: figureText(d.Value), Note: note}, d.Value, fmt.Sprint(i, j))
			}
		}
	}
}

// idle says what a doubt is good for nothing by, and nothing if it is good.
func (s *figures) idle(e *datedFigure, d rules.Doubt[any]) (day terms.Day, note string) {
	var asked, named bool
	for _, w := range s.wordings {
		if !isPublished(e.published, w.known) {
			continue
		}
		asked = true
		for _, day := range s.days {
			other := s.publishedOn(day, w.known)
			if other == nil || !d.Span.Contains(day) {
				continue
			}
			if s.same(other.value, d.Value) {
				return day, fmt.Sprintf("the doubt about the figure for %s says what the figure for %s says", e.span, other.span)
			}
			named = true
		}
	}
	if named || !asked {
		return terms.Day{}, ""
	}
	return s.firstDay(d.Span), fmt.Sprintf("the doubt about the figure for %s is for %s, of which no day has a figure", e.span, d.Span)
}

// publishedOn gives the published entry for a day, whatever overlays say.
func (s *figures) publishedOn(day, known terms.Day) *datedFigure {
	for _, e := range s.published(known) {
		if e.origin.IsZero() && e.span.Contains(day) {
			return e
		}
	}
	return nil
}
