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

// maxSamples is how many inputs a product may have. A check looks at so many in a second or two.
const maxSamples = 1 << 20

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
	dimensions []dimension
	size       int
	input      func(place int) In
	wanted     func(place int) bool // nil where all are
	err        error
}

// dimension is a Dimension without what it sets.
type dimension struct {
	number int
	fact   string
	given  bool
	values []string
	stride int // from the place of an input to that of the one with the next value
}

// Product gives every combination of the values of the dimensions, the first values first and the last dimension changing
// the fastest. More than 1,048,576 inputs are [ErrSamples], as [Samples.Err] and every check will say: then name fewer
// values, or ask several questions.
func Product[In any](dimensions ...Dimension[In]) Samples[In] {
	s := Samples[In]{dimensions: make([]dimension, len(dimensions)), size: 1}
	setters := make([][]Value[In], len(dimensions))
	var wrong []error
	for i, d := range dimensions {
		lacks := func(v Value[In]) bool { return v.Name == "" || v.Set == nil }
		if d.Fact == "" || len(d.Values) == 0 || slices.ContainsFunc(d.Values, lacks) {
			wrong = append(wrong, fmt.Errorf("%w: dimension %d is of fact %q and has %d values; want a fact, and values that "+
				"each have a name and set something", ErrSamples, i+1, d.Fact, len(d.Values)))
		}
		setters[i] = slices.Clone(d.Values)
		s.dimensions[i] = dimension{number: i, fact: d.Fact, given: d.Given}
		for _, v := range d.Values {
			s.dimensions[i].values = append(s.dimensions[i].values, v.Name)
		}
	}
	s.err = errors.Join(wrong...)
	if s.err == nil {
		s.err = s.measure()
	}
	s.input = func(place int) In {
		var in In
		for i, d := range s.dimensions {
			setters[i][d.at(place)].Set(&in)
		}
		return in
	}
	return s
}

// measure works out the size, and the stride of every dimension.
func (s *Samples[In]) measure() error {
	for i := range slices.Backward(s.dimensions) {
		s.dimensions[i].stride = s.size
		s.size *= len(s.dimensions[i].values)
		if s.size > maxSamples {
			return fmt.Errorf("%w: %s are more than %d inputs; name fewer values, or ask several questions",
				ErrSamples, s.factors(), maxSamples)
		}
	}
	return nil
}

// factors gives the product as people write it: product.kind (4) × customer.gcc (3).
func (s *Samples[In]) factors() string {
	factors := make([]string, len(s.dimensions))
	for i, d := range s.dimensions {
		factors[i] = fmt.Sprintf("%s (%d)", d.fact, len(d.values))
	}
	return strings.Join(factors, " × ")
}

// Map gives samples of another type, made of these: for a set that is asked by pointer, or about a larger struct.
//
//	rulestest.Map(purchases, func(p Purchase) *Purchase { return &p })
func Map[From, In any](s Samples[From], convert func(From) In) Samples[In] {
	return Samples[In]{
		dimensions: s.dimensions, size: s.size, wanted: s.wanted, err: s.err,
		input: func(place int) In { return convert(s.input(place)) },
	}
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
	for place := range s.places {
		if !yield(s.input(place)) {
			return
		}
	}
}

// places gives the place of every sample.
func (s Samples[In]) places(yield func(int) bool) {
	if s.err != nil || s.input == nil {
		return
	}
	for place := range s.size {
		if (s.wanted == nil || s.wanted(place)) && !yield(place) {
			return
		}
	}
}

// describe says what the input at a place is.
func (s Samples[In]) describe(place int) string {
	fields := make([]string, len(s.dimensions))
	for i, d := range s.dimensions {
		fields[i] = d.fact + ": " + d.values[d.at(place)]
	}
	return strings.Join(fields, ", ")
}

// of gives the dimensions that hold some facts, and whether all of the facts have one.
func (s Samples[In]) of(facts []string) (dimensions []dimension, all bool) {
	seen := map[string]bool{}
	for _, d := range s.dimensions {
		if slices.Contains(facts, d.fact) {
			dimensions, seen[d.fact] = append(dimensions, d), true
		}
	}
	return dimensions, !slices.ContainsFunc(facts, func(fact string) bool { return !seen[fact] })
}

// at gives the place among the dimension's values of that which the input at a place has.
func (d dimension) at(place int) int { return place / d.stride % len(d.values) }

// with gives the place of the input that differs from the one at a place in having another value.
func (d dimension) with(place, value int) int { return place + (value-d.at(place))*d.stride }

// isGiven reports whether the input at a place has the dimension's field.
func (d dimension) isGiven(place int) bool { return d.given || d.at(place) > 0 }
