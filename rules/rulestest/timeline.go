package rulestest

import (
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
	plain := Limits[any]{Day: limits.Day, Days: limits.Days}
	if limits.Figure != nil {
		plain.Figure = func(figure any) bool { return limits.Figure(as[T](figure)) }
	}
	return newFigures(timelineOf(t), plain, untypedAllowances(allowed)).problems()
}

// timeline is a [rules.Timeline] without its type. As a subject is for sets, it is there for all timelines to have one
// compiled check.
type timeline struct {
	id        string
	known     terms.Day // zero for the present wording
	entries   []datedFigure
	present   lookup
	asKnown   func(day terms.Day) lookup
	same      func(figure, other any) bool
	readsBack func(figure any) string
}

// lookup is what one wording of a timeline gives for a day.
type lookup func(day terms.Day) (told, error)

// told is what the checks look at in a [rules.Reading].
type told struct {
	value     any
	span      terms.Span
	origin    rules.Origin
	readsBack func() bool
}

// datedFigure is a [rules.Entry] without its type.
type datedFigure struct {
	value           any
	span, published terms.Span
	sources         []rules.Source
	doubts          []rules.Doubt[any] // with figure, span and sources
	origin          rules.Origin
}

func timelineOf[T any](t rules.Timeline[T]) timeline {
	made := timeline{
		id: t.ID(), known: t.KnownOn(), present: lookupOf(t),
		asKnown:   func(day terms.Day) lookup { return lookupOf(t.AsKnown(day)) },
		same:      func(figure, other any) bool { return sameFigure(as[T](figure), as[T](other)) },
		readsBack: func(figure any) string { return readsBack(as[T](figure)) },
	}
	for _, e := range t.Entries() {
		made.entries = append(made.entries, datedFigureOf(e))
	}
	return made
}

func lookupOf[T any](t rules.Timeline[T]) lookup {
	return func(day terms.Day) (told, error) {
		r, err := t.On(day)
		if err != nil {
			return told{}, err
		}
		return told{r.Value, r.Span, r.Origin, func() bool { return readingReadsBack(r) }}, nil
	}
}

func datedFigureOf[T any](e rules.Entry[T]) datedFigure {
	made := datedFigure{value: e.Value, span: e.Span, published: e.Published, sources: e.Sources, origin: e.Origin()}
	for _, d := range e.Doubts {
		made.doubts = append(made.doubts, rules.Doubt[any]{Value: d.Value, Span: d.Span, Sources: d.Sources})
	}
	return made
}
