package rulestest

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cloudterms/terms/rules"
)

// ErrSamples is the condition of dimensions that make no samples: one without fact or values, or too many inputs.
var ErrSamples = errors.New("rulestest: samples not accepted")

// A Dimension is one field of an input with the values that samples give it.
type Dimension[In any] struct {
	// Fact is the name of the fact that the field holds. Two fields may hold one fact: it is given where both are.
	Fact string
	// Given says that every input has the fact, so that none of the values means "not given". Otherwise the first does.
	Given  bool
	Values []Value[In]
}

// A Value is one value of a field.
type Value[In any] struct {
	Name string    // as a problem names it
	Set  func(*In) // puts the value into its field
}

const (
	notGiven = "not given" // the name of a zero value
	none     = "none"      // its name where it is an answer
)

// Of gives the dimension of a field: not given, which is the zero value, and the values named. For a closed set name all
// of its values; for an open one, such as days, those on either side of where an answer changes.
func Of[In any, V comparable](fact string, set func(*In, V), values ...V) Dimension[In] {
	var zero V
	d := Dimension[In]{Fact: fact, Values: []Value[In]{{notGiven, func(in *In) { set(in, zero) }}}}
	for _, v := range values {
		if v != zero {
			d.Values = append(d.Values, Value[In]{valueName(v), func(in *In) { set(in, v) }})
		}
	}
	return d
}

// Truth gives the dimension of a yes/no fact: not given, no, yes.
func Truth[In any](fact string, set func(*In, rules.Truth)) Dimension[In] {
	return Of(fact, set, rules.No, rules.Yes)
}

// AlwaysGiven gives the dimension of a field whose zero value is an answer as good as any other: the day of something that
// never happened, a publisher that is nobody in particular. Conditions may then answer without asking for it.
func (d Dimension[In]) AlwaysGiven() Dimension[In] {
	d.Given, d.Values = true, slices.Clone(d.Values)
	for i := range d.Values {
		if d.Values[i].Name == notGiven {
			d.Values[i].Name = none
		}
	}
	return d
}

func valueName(v any) string {
	name := fmt.Sprint(v)
	if name == "" || strings.ContainsAny(name, ",:") {
		return strconv.Quote(name)
	}
	return name
}

// Samples are inputs to test a set on: every combination of the values of some dimensions. They are made one at a time
// and each afresh, so that a condition which changes its input is found out.
type Samples[In any] struct {
	grid
	input func(place int) In
}

// Product gives every combination of the values of the dimensions, the first values first and the last dimension changing
// the fastest. More than 1,048,576 inputs are [ErrSamples], as [Samples.Err] and every check will say: then name fewer
// values, or ask several questions.
func Product[In any](dimensions ...Dimension[In]) Samples[In] {
	named := make([]dimension, len(dimensions))
	setters := make([][]func(*In), len(dimensions))
	for i, d := range dimensions {
		named[i] = dimension{number: i, fact: d.Fact, given: d.Given}
		for _, v := range d.Values {
			if v.Set == nil {
				v.Name = "" // a value that sets nothing is as bad as one without a name
			}
			named[i].values = append(named[i].values, v.Name)
			setters[i] = append(setters[i], v.Set)
		}
	}
	g := newGrid(named)
	return Samples[In]{g, func(place int) In {
		var in In
		for i, d := range g.dimensions {
			setters[i][d.at(place)](&in)
		}
		return in
	}}
}

// Map gives samples of another type, made of these: for a set that is asked by pointer, or about a larger struct.
//
//	rulestest.Map(purchases, func(p Purchase) *Purchase { return &p })
func Map[From, In any](s Samples[From], convert func(From) In) Samples[In] {
	return Samples[In]{s.grid, func(place int) In { return convert(s.input(place)) }}
}

// Where gives those of the samples for which possible is true: it leaves out inputs that contradict themselves. What is
// merely unusual belongs in.
func (s Samples[In]) Where(possible func(In) bool) Samples[In] {
	input, before := s.input, s.wanted
	s.wanted = func(place int) bool { return (before == nil || before(place)) && possible(input(place)) }
	return s
}

// Err gives what is wrong with the dimensions, an [ErrSamples], or nil.
func (s Samples[In]) Err() error { return s.err }

// Each gives every sample, as in
//
//	for in := range samples.Each {
//
// and none if the dimensions make none.
func (s Samples[In]) Each(yield func(In) bool) {
	s.places(func(place int) bool { return yield(s.input(place)) })
}
