package rulestest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// maxSamples is how many inputs a product may have. A check looks at so many in a second or two.
const maxSamples = 1 << 20

// grid is samples without their inputs: the place of each, and in words what is there.
type grid struct {
	dimensions []dimension
	size       int
	wanted     func(place int) bool // nil where all are
	err        error
}

// dimension is a [Dimension] without what it sets.
type dimension struct {
	number int
	fact   string
	given  bool
	values []string
	stride int // from the place of an input to that of the one with the next value
}

// newGrid gives every combination of the values of the dimensions, of which each must have a name.
func newGrid(dimensions []dimension) grid {
	g := grid{dimensions: dimensions, size: 1}
	var wrong []error
	for i, d := range dimensions {
		if d.fact == "" || len(d.values) == 0 || slices.Contains(d.values, "") {
			wrong = append(wrong, fmt.Errorf("%w: dimension %d is of fact %q and has %d values; want a fact, and values that "+
				"each have a name and set something", ErrSamples, i+1, d.fact, len(d.values)))
		}
	}
	g.err = errors.Join(wrong...)
	if g.err == nil {
		g.err = g.measure()
	}
	return g
}

// measure works out the size, and the stride of every dimension.
func (g *grid) measure() error {
	for i := range slices.Backward(g.dimensions) {
		g.dimensions[i].stride = g.size
		g.size *= len(g.dimensions[i].values)
		if g.size > maxSamples {
			return fmt.Errorf("%w: %s are more than %d inputs; name fewer values, or ask several questions",
				ErrSamples, g.factors(), maxSamples)
		}
	}
	return nil
}

// factors gives the product as people write it: product.kind (4) × customer.gcc (3).
func (g *grid) factors() string {
	factors := make([]string, len(g.dimensions))
	for i, d := range g.dimensions {
		factors[i] = fmt.Sprintf("%s (%d)", d.fact, len(d.values))
	}
	return strings.Join(factors, " × ")
}

// places gives the place of every sample.
func (g *grid) places(yield func(int) bool) {
	if g.err != nil {
		return
	}
	for place := range g.size {
		if (g.wanted == nil || g.wanted(place)) && !yield(place) {
			return
		}
	}
}

// describe says what the input at a place is.
func (g *grid) describe(place int) string {
	fields := make([]string, len(g.dimensions))
	for i, d := range g.dimensions {
		fields[i] = d.fact + ": " + d.values[d.at(place)]
	}
	return strings.Join(fields, ", ")
}

// of gives the dimensions that hold some facts, and whether all of the facts have one.
func (g *grid) of(facts []string) (dimensions []dimension, all bool) {
	seen := map[string]bool{}
	for _, d := range g.dimensions {
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
