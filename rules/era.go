package rules

import (
	"slices"

	"github.com/cloudterms/terms"
)

// era is the days from one boundary of a set to the next, on which the same rules govern. Its conditions and rules have
// bits, so that a rule is held against all conditions in one step.
type era struct {
	from      terms.Day // zero for the days before the first boundary
	columns   []column
	rules     []governing // those that except others before those they except
	byDefault answer
	combined  combinations
	diagram   diagram
}

// column is a condition. Its bit is its place in the era.
type column struct {
	name  string
	test  int // the number of its test among those of the set
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

// era gives the era of a day, and nil for the zero Day. A set has a handful, and most questions are about the newest.
func (c *core) era(day terms.Day) *era {
	if day.IsZero() {
		return nil
	}
	for i := len(c.eras) - 1; i >= 0; i-- {
		if e := &c.eras[i]; !day.Before(e.from) {
			return e
		}
	}
	return nil
}

// divide gives the set its eras.
func (c *core) divide(order []int, found *faults) {
	for _, from := range append([]terms.Day{{}}, c.boundaryDays()...) {
		e := c.newEra(from, order)
		if !e.draw() {
			found.add("", "the conditions hang together in more than %d ways, so that what is missing cannot be told; "+
				"ask several questions", maxStates)
			return
		}
		c.eras = append(c.eras, e)
	}
}

// boundaryDays gives the first days of the spans of all rules that govern on some day, and the days the spans end with.
func (c *core) boundaryDays() []terms.Day {
	var days []terms.Day
	for i := range c.spec.rules {
		if r := &c.spec.rules[i]; !r.off && isPublished(r.published, c.known) {
			days = appendEnds(days, r.span)
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
func (c *core) governs(r *plainRule, from terms.Day) bool {
	if r.off || r.isPlanned() || !isPublished(r.published, c.known) {
		return false
	}
	if from.IsZero() {
		_, begins := r.span.From()
		return !begins
	}
	return r.span.Contains(from)
}

func (c *core) newEra(from terms.Day, order []int) era {
	e := era{from: from, byDefault: c.answers.at(c.spec.byDefault), combined: c.answers.combined}
	places := map[string]int{} // of the columns, by name
	test := 0
	for i := range c.spec.rules {
		r := &c.spec.rules[i]
		governs := c.governs(r, from)
		for _, condition := range r.conditions {
			if _, known := places[condition.name]; governs && !known {
				places[condition.name] = len(e.columns)
				e.columns = append(e.columns, column{condition.name, test, condition.reads})
			}
			test++
		}
	}
	for _, place := range order {
		if r := &c.spec.rules[place]; c.governs(r, from) {
			e.rules = append(e.rules, c.newGoverning(place, from, places))
		}
	}
	return e
}

func (c *core) newGoverning(place int, from terms.Day, columns map[string]int) governing {
	r := &c.spec.rules[place]
	g := governing{bit: 1 << place, then: c.answers.at(r.then)}
	for _, condition := range r.conditions {
		bit := uint64(1) << columns[condition.name]
		g.mask |= bit
		if !condition.negated {
			g.want |= bit
		}
	}
	for i := range c.spec.rules {
		if other := &c.spec.rules[i]; c.governs(other, from) && slices.Contains(other.excepts, r.id) {
			g.exceptedBy |= 1 << i
		}
	}
	return g
}

// exceptionOrder gives the places of the rules, those that except others before those they except.
func (s *plainSpec) exceptionOrder(found *faults) []int {
	const open, done = 1, 2
	list := s.rules
	state, order := make([]int, len(list)), make([]int, 0, len(list))
	var visit func(i int)
	visit = func(i int) {
		switch state[i] {
		case open:
			found.add(list[i].id, "its exceptions form a cycle")
			return
		case done:
			return
		}
		state[i] = open
		for j := range list {
			if slices.Contains(list[j].excepts, list[i].id) {
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
func (c *core) factsOf(e *era, conditions uint64) []string {
	var reads []string
	for i := range e.columns {
		if conditions>>i&1 == 1 {
			reads = append(reads, e.columns[i].reads...)
		}
	}
	return c.inOrder(reads)
}

// inOrder gives names of facts once each, in the order of declaration.
func (c *core) inOrder(names []string) []string {
	var ordered []string
	for _, f := range c.spec.facts {
		if slices.Contains(names, f.Name) {
			ordered = append(ordered, f.Name)
		}
	}
	return ordered
}
