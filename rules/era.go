package rules

import (
	"slices"

	"github.com/cloudterms/terms"
)

// era is the days from one boundary of a set to the next, on which the same rules govern. Its conditions and rules have
// bits, so that a rule is held against all conditions in one step.
type era[In any] struct {
	from      terms.Day // zero for the days before the first boundary
	columns   []column[In]
	rules     []governing // those that except others before those they except
	byDefault answer
	combined  combinations
	diagram   diagram[In]
}

// column is a condition. Its bit is its place in the era.
type column[In any] struct {
	name  string
	holds func(In) Truth
	reads []string
}

// governing is a rule of an era. Its bit is its place in the declaration.
type governing struct {
	mask, want uint64 // it may speak where the conditions of mask are as in want
	exceptedBy uint64 // the rules that silence it
	bit        uint64
	then       answer
}

// allOf gives a mask of the first n bits.
func allOf(n int) uint64 { return 1<<n - 1 }

// tested is how the conditions of an era turned out, by their bits. What is in neither is no.
type tested struct{ yes, unknown uint64 }

// of gives what a condition turned out to be.
func (t tested) of(column uint8) Truth {
	switch {
	case t.unknown>>column&1 == 1:
		return Unknown
	case t.yes>>column&1 == 1:
		return Yes
	}
	return No
}

// test holds every condition of an era against the facts.
func (e *era[In]) test(in In) tested {
	var t tested
	for i := range e.columns {
		switch e.columns[i].holds(in) {
		case Yes:
			t.yes |= 1 << i
		case No:
		default:
			t.unknown |= 1 << i
		}
	}
	return t
}

// era gives the era of a day, and nil for the zero Day. A set has a handful, and most questions are about the newest.
func (s *Set[In, Out]) era(day terms.Day) *era[In] {
	if day.IsZero() {
		return nil
	}
	for i := len(s.eras) - 1; i >= 0; i-- {
		if e := &s.eras[i]; !day.Before(e.from) {
			return e
		}
	}
	return nil
}

// divide gives the set its eras.
func (s *Set[In, Out]) divide(order []int, found *faults) {
	for _, from := range append([]terms.Day{{}}, s.boundaryDays()...) {
		e := s.newEra(from, order)
		if !e.draw() {
			found.add("", "the conditions hang together in more than %d ways, so that what is missing cannot be told; "+
				"ask several questions", maxStates)
			return
		}
		s.eras = append(s.eras, e)
	}
}

// boundaryDays gives the first days of the spans of all rules that govern on some day, and the days the spans end with.
func (s *Set[In, Out]) boundaryDays() []terms.Day {
	var days []terms.Day
	for i := range s.spec.Rules {
		if r := &s.spec.Rules[i]; !r.off && isPublished(r.Published, s.known) {
			days = appendEnds(days, r.Span)
		}
	}
	return inOrder(days)
}

func appendEnds(days []terms.Day, span terms.Span) []terms.Day {
	if from, ok := span.From(); ok {
		days = append(days, from)
	}
	if until, ok := span.Until(); ok {
		days = append(days, until)
	}
	return days
}

// inOrder gives the days in order, each once.
func inOrder(days []terms.Day) []terms.Day {
	slices.SortFunc(days, terms.Day.Compare)
	return slices.Compact(days)
}

// isPublished reports whether a wording with these days of publication is the one to decide by: that of a day or, for the
// zero Day, the one that is published without end.
func isPublished(published terms.Span, known terms.Day) bool {
	switch {
	case published.IsZero():
		return true
	case known.IsZero():
		_, superseded := published.Until()
		return !superseded
	}
	return published.Contains(known)
}

// governs reports whether a rule governs the days from a boundary to the next.
func (s *Set[In, Out]) governs(r *Rule[In, Out], from terms.Day) bool {
	if r.off || r.IsPlanned() || !isPublished(r.Published, s.known) {
		return false
	}
	if from.IsZero() {
		_, begins := r.Span.From()
		return !begins
	}
	return r.Span.Contains(from)
}

func (s *Set[In, Out]) newEra(from terms.Day, order []int) era[In] {
	e := era[In]{from: from, byDefault: s.answers.at(s.spec.Default), combined: s.answers.combined}
	places := map[string]int{} // of the columns, by name
	for i := range s.spec.Rules {
		r := &s.spec.Rules[i]
		if !s.governs(r, from) {
			continue
		}
		for _, c := range r.If {
			if _, known := places[c.Name]; !known {
				places[c.Name] = len(e.columns)
				e.columns = append(e.columns, column[In]{c.Name, c.Holds, c.Reads})
			}
		}
	}
	for _, place := range order {
		if r := &s.spec.Rules[place]; s.governs(r, from) {
			e.rules = append(e.rules, s.newGoverning(place, from, places))
		}
	}
	return e
}

func (s *Set[In, Out]) newGoverning(place int, from terms.Day, columns map[string]int) governing {
	r := &s.spec.Rules[place]
	g := governing{bit: 1 << place, then: s.answers.at(r.Then)}
	for _, c := range r.If {
		bit := uint64(1) << columns[c.Name]
		g.mask |= bit
		if !c.negated {
			g.want |= bit
		}
	}
	for i := range s.spec.Rules {
		if other := &s.spec.Rules[i]; s.governs(other, from) && slices.Contains(other.Excepts, r.ID) {
			g.exceptedBy |= 1 << i
		}
	}
	return g
}

// exceptionOrder gives the places of the rules, those that except others before those they except.
func (s *Set[In, Out]) exceptionOrder(found *faults) []int {
	const open, done = 1, 2
	list := s.spec.Rules
	state, order := make([]int, len(list)), make([]int, 0, len(list))
	var visit func(i int)
	visit = func(i int) {
		switch state[i] {
		case open:
			found.add(list[i].ID, "its exceptions form a cycle")
			return
		case done:
			return
		}
		state[i] = open
		for j := range list {
			if slices.Contains(list[j].Excepts, list[i].ID) {
				visit(j)
			}
		}
		state[i] = done
		order = append(order, i)
	}
	for i := range list {
		visit(i)
	}
	return order
}

// factsOf gives the facts that conditions read, by their bits, in the order of declaration.
func (s *Set[In, Out]) factsOf(e *era[In], conditions uint64) []string {
	var reads []string
	for i, c := range e.columns {
		if conditions>>i&1 == 1 {
			reads = append(reads, c.reads...)
		}
	}
	return s.inOrder(reads)
}

// inOrder gives names of facts once each, in the order of declaration.
func (s *Set[In, Out]) inOrder(names []string) []string {
	var ordered []string
	for _, f := range s.spec.Facts {
		if slices.Contains(names, f.Name) {
			ordered = append(ordered, f.Name)
		}
	}
	return ordered
}
