package credit

import (
	"fmt"
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/jsonform"
	"github.com/cloudterms/terms/rules"
)

// Percent is a whole share of a hundred, 1 to 100. It is written as a number. The zero Percent means "not given", and no
// figure has it.
type Percent int

// Count says how many there may be, 1 to 100. It is written as a number. The zero Count means "not given", and no figure has
// it.
type Count int

const mostCounted = 100

// UnmarshalJSON reads a whole number from 1 to 100. Anything else is an error, and leaves p as it was.
func (p *Percent) UnmarshalJSON(data []byte) error { return readCounted(data, p) }

// UnmarshalJSON reads a whole number from 1 to 100. Anything else is an error, and leaves c as it was.
func (c *Count) UnmarshalJSON(data []byte) error { return readCounted(data, c) }

func readCounted[T ~int](data []byte, into *T) error {
	var n int
	if err := jsonform.Decode(data, &n); err != nil {
		return err
	}
	if n < 1 || n > mostCounted {
		return fmt.Errorf("%w: %d; want a whole number from 1 to %d", ErrFigure, n, mostCounted)
	}
	*into = T(n)
	return nil
}

// Amounts is a list of amounts, each more than 0. It is immutable. In JSON it is a list of amounts.
type Amounts struct{ list []terms.Money }

// NewAmounts gives a list of one amount or more. One that is not more than 0 is [ErrFigure].
func NewAmounts(amounts ...terms.Money) (Amounts, error) {
	if len(amounts) == 0 {
		return Amounts{}, fmt.Errorf("%w: no amounts; want one or more", ErrFigure)
	}
	for _, m := range amounts {
		if m.Sign() <= 0 {
			return Amounts{}, fmt.Errorf("%w: an amount of %q; want more than 0", ErrFigure, m)
		}
	}
	return Amounts{slices.Clone(amounts)}, nil
}

// List gives the amounts. The slice is the caller's own.
func (a Amounts) List() []terms.Money { return slices.Clone(a.list) }

// Equal reports whether both are the same amounts in the same order.
func (a Amounts) Equal(other Amounts) bool {
	return slices.EqualFunc(a.list, other.list, terms.Money.Equal)
}

// MarshalJSON gives the list of amounts.
func (a Amounts) MarshalJSON() ([]byte, error) {
	return jsonform.Marshal(jsonform.EmptyNotNull(a.list))
}

// UnmarshalJSON reads what [Amounts.MarshalJSON] gives, by the rules of [NewAmounts]. On an error it leaves a as it was.
func (a *Amounts) UnmarshalJSON(data []byte) error {
	var list []terms.Money
	if err := jsonform.Decode(data, &list); err != nil {
		return err
	}
	made, err := NewAmounts(list...)
	if err != nil {
		return err
	}
	*a = made
	return nil
}

// dated is a timeline as a ledger reads it, a million times over: without a search through entries, and without a copy.
type dated[T any] struct {
	timeline  rules.Timeline[T]
	stretches []stretch[T] // in order; the first goes back without end
}

// stretch is the days from one on, up to the next stretch, for which a timeline has one reading.
type stretch[T any] struct {
	from    terms.Day
	reading *rules.Reading[T] // nil where it has none
}

func datedOf[T any](t rules.Timeline[T]) dated[T] {
	d := dated[T]{timeline: t}
	d.stretches = append(d.stretches, d.stretch(terms.Day{}, dayBefore(t.Boundaries())))
	for _, day := range t.Boundaries() {
		d.stretches = append(d.stretches, d.stretch(day, day))
	}
	return d
}

// dayBefore gives a day before the first of some days.
func dayBefore(days []terms.Day) terms.Day {
	if len(days) == 0 {
		return terms.DayOf(firstInstant)
	}
	return days[0].AddDays(-1)
}

func (d dated[T]) stretch(from, day terms.Day) stretch[T] {
	reading, err := d.timeline.On(day)
	if err != nil {
		return stretch[T]{from: from}
	}
	return stretch[T]{from, &reading}
}

// on gives the reading of a day. Nobody changes what it points to.
func (d dated[T]) on(day terms.Day) (*rules.Reading[T], error) {
	i := len(d.stretches) - 1
	for i > 0 && day.Before(d.stretches[i].from) {
		i--
	}
	if i >= 0 && d.stretches[i].reading != nil && !day.IsZero() {
		return d.stretches[i].reading, nil
	}
	_, err := d.timeline.On(day)
	return nil, err
}

// origin says who changed the figure of a day.
func (d dated[T]) origin(day terms.Day) rules.Origin {
	reading, err := d.on(day)
	if err != nil {
		return rules.Origin{}
	}
	return reading.Origin
}

// About gives what the timeline says of itself.
func (d dated[T]) About() rules.About { return d.timeline.About() }

// Apply gives the timeline with the figures an overlay has for it.
func (d dated[T]) Apply(o rules.Overlay) (dated[T], error) {
	t, err := d.timeline.Apply(o)
	if err != nil {
		return dated[T]{}, err
	}
	return datedOf(t), nil
}

func (d dated[T]) asKnown(day terms.Day) dated[T] { return datedOf(d.timeline.AsKnown(day)) }
