package rulestest

import (
	"fmt"
	"slices"

	"github.com/cloudterms/terms/rules"
)

// maxConditions is how many conditions fit into the bits of a vector. A set may not have more.
const maxConditions = 64

// vector is how the conditions of a set turn out for an input: bit n is condition n. What is neither yes nor unknown is
// no. Inputs with one vector have one answer, so that a set need be asked only once for each.
type vector struct{ yes, unknown uint64 }

func (v vector) truth(n int) rules.Truth {
	switch {
	case v.yes>>n&1 == 1:
		return rules.Yes
	case v.unknown>>n&1 == 1:
		return rules.Unknown
	}
	return rules.No
}

// column is a condition with all its bodies: one for each rule that has it.
type column struct {
	name       string
	reads      []string
	rule       rules.ID // the first that has it
	bodies     []body
	dimensions []dimension // that hold the facts it reads
	sampled    bool        // they hold all of them
}

type body struct {
	rule  rules.ID
	holds func(in any) rules.Truth
}

// columnsOf gives the conditions of all rules, those of one name as one.
func columnsOf(list []rule, samples *grid) []column {
	var columns []column
	for _, r := range list {
		for _, c := range r.conditions {
			n := slices.IndexFunc(columns, func(column column) bool { return column.name == c.Name })
			if n < 0 {
				n = len(columns)
				dimensions, sampled := samples.of(c.Reads)
				columns = append(columns, column{
					name: c.Name, reads: c.Reads, rule: r.id, dimensions: dimensions, sampled: sampled,
				})
			}
			columns[n].bodies = append(columns[n].bodies, body{r.id, c.Holds})
		}
	}
	return columns
}

// scan asks every condition about every sample.
type scan struct {
	samples Samples[any]
	columns []column
	vectors []vector         // each once, in the order of the samples
	first   []int            // the place of the first sample that has the vector
	count   []int            // how many samples have it
	of      []int32          // the vector of the sample at a place, by its number; -1 for a place that is no sample
	seen    []map[int]answer // for each condition: how it turned out, by the values it reads
	wrong   []bool           // for each condition: it has a problem that makes others of its problems meaningless
	report  *report
}

// answer is what a condition said of some values of what it reads, and for which input first.
type answer struct {
	truth rules.Truth
	place int
}

func newScan(samples Samples[any], columns []column, found *report) *scan {
	s := &scan{
		samples: samples, columns: columns, report: found,
		of: make([]int32, samples.size), seen: make([]map[int]answer, len(columns)), wrong: make([]bool, len(columns)),
	}
	for n := range s.seen {
		s.seen[n] = map[int]answer{}
	}
	for place := range s.of {
		s.of[place] = -1
	}
	numbers := map[vector]int32{}
	for place := range samples.places {
		v := s.test(place)
		number, known := numbers[v]
		if !known {
			number = int32(len(s.vectors)) //nolint:gosec // at most maxSamples
			numbers[v] = number
			s.vectors, s.first, s.count = append(s.vectors, v), append(s.first, place), append(s.count, 0)
		}
		s.of[place] = number
		s.count[number]++
	}
	s.judge()
	return s
}

// test asks every condition about the sample at a place, and again in the reverse order about one made afresh.
func (s *scan) test(place int) vector {
	var v vector
	in, again := s.samples.input(place), s.samples.input(place)
	for n := range s.columns {
		switch truth := s.columns[n].bodies[0].holds(in); truth {
		case rules.Yes:
			v.yes |= 1 << n
		case rules.No:
		default:
			v.unknown |= 1 << n
		}
	}
	for n := range slices.Backward(s.columns) {
		c, truth := &s.columns[n], v.truth(n)
		if s.wrong[n] {
			continue
		}
		for i, b := range c.bodies {
			switch other := normal(b.holds(again)); {
			case other == truth:
			case i == 0:
				s.wrong[n] = true
				s.add(Unsteady, n, place, "is %s, and %s when it is asked again; it may depend on its facts alone, and change none",
					word(truth), word(other))
			default:
				s.wrong[n] = true
				s.report.add(s.problem(TwoMeanings, n, place, "is %s in rule %s and %s here; give it another name, or the same test",
					word(truth), c.rule, word(other)).about(b.rule))
			}
		}
		s.compare(n, place, truth)
	}
	return v
}

// compare holds what a condition says of a sample against what it said of another with the same values of what it reads.
func (s *scan) compare(n, place int, truth rules.Truth) {
	if s.wrong[n] {
		return
	}
	c := &s.columns[n]
	key := 0
	for _, d := range c.dimensions {
		key = key*len(d.values) + d.at(place)
	}
	before, known := s.seen[n][key]
	if !known {
		s.seen[n][key] = answer{truth, place}
		return
	}
	if before.truth != truth {
		s.wrong[n] = true
		s.findRead(n, before.place, place)
	}
}

// findRead finds the fact by which a condition tells apart two samples that are the same in what it reads, by going from
// one to the other a fact at a time.
func (s *scan) findRead(n, from, to int) {
	holds := func(place int) rules.Truth { return normal(s.columns[n].bodies[0].holds(s.samples.input(place))) }
	truth := holds(from)
	for _, d := range s.samples.dimensions {
		next := d.with(from, d.at(to))
		now := holds(next)
		if now != truth {
			s.add(ReadsMore, n, from, "reads %s, and is %s here and %s where %s is %s; name that fact among those it reads",
				list(s.columns[n].reads), word(truth), word(now), d.fact, d.values[d.at(to)])
			return
		}
		from = next
	}
	s.add(Unsteady, n, to, "is now %s and now otherwise; it may depend on its facts alone, and change none", word(truth))
}

// judge looks at what each condition said of all values of what it reads.
func (s *scan) judge() {
	for n := range s.columns {
		if s.wrong[n] || len(s.seen[n]) == 0 {
			continue
		}
		s.judgeIdle(n)
		if s.columns[n].sampled {
			s.judgeUnknown(n)
		}
	}
}

func (s *scan) judgeIdle(n int) {
	var said [3]bool
	for _, a := range s.seen[n] {
		said[a.truth] = true
	}
	for _, truth := range []rules.Truth{rules.Yes, rules.No} {
		if !said[truth] {
			s.report.add(s.problem(Idle, n, -1, "is %s for no sample; name values for which it is, or do without it", word(truth)))
		}
	}
}

// judgeUnknown holds a condition to the law for those that read facts which are not given: it may answer only what it
// would answer whatever they were, and once all are given it must answer.
func (s *scan) judgeUnknown(n int) {
	c := &s.columns[n]
	for _, key := range sortedKeys(s.seen[n]) {
		a := s.seen[n][key]
		missing := slices.DeleteFunc(slices.Clone(c.dimensions), func(d dimension) bool { return d.isGiven(a.place) })
		switch {
		case a.truth == rules.Unknown && len(missing) == 0:
			s.add(StaysUnknown, n, a.place, "is unknown although %s is given; it must be yes or no then", list(c.reads))
		case a.truth == rules.Unknown:
		case len(missing) == len(c.dimensions):
			s.add(Presumes, n, a.place, "is %s although %s is not given; it must be unknown then, unless the dimension is always given",
				word(a.truth), list(c.reads))
		default:
			s.judgeFirm(n, key, a, missing)
		}
	}
}

// judgeFirm reports a condition that answers while some of what it reads is not given, and answers otherwise once it is.
func (s *scan) judgeFirm(n, key int, a answer, missing []dimension) {
	c := &s.columns[n]
	for _, d := range missing {
		stride := 1 // of the dimension in the keys of what was seen
		for _, other := range slices.Backward(c.dimensions) {
			if other.number == d.number {
				break
			}
			stride *= len(other.values)
		}
		for value := 1; value < len(d.values); value++ {
			if then, known := s.seen[n][key+value*stride]; known && then.truth != a.truth {
				s.add(Presumes, n, a.place, "is %s although %s is not given, and %s where that is %s; it must be unknown then",
					word(a.truth), d.fact, word(then.truth), d.values[value])
				return
			}
		}
	}
}

func (s *scan) add(kind Kind, n, place int, format string, args ...any) {
	s.report.add(s.problem(kind, n, place, format, args...))
}

// problem makes a problem of a condition, for the input at a place unless that is negative.
func (s *scan) problem(kind Kind, n, place int, format string, args ...any) Problem {
	p := Problem{Kind: kind, Rule: s.columns[n].rule, Condition: s.columns[n].name, Note: fmt.Sprintf(format, args...)}
	if place >= 0 {
		p.Input, p.Inputs = s.samples.describe(place), 1
	}
	return p
}
