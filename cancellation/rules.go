package cancellation

import (
	"errors"
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// Rules is every rule and dated figure this package decides by. It is immutable, and safe for any number of goroutines.
type Rules struct {
	limit     *rules.Set[Purchase, Limit]
	asker     *rules.Set[Asker, rules.Truth]
	owed      *rules.Set[Purchase, Owed]
	reduction *rules.Set[Purchase, rules.Truth]

	particulars *rules.Set[Particulars, rules.Truth]
	support     *rules.Set[SupportRequest, rules.Truth]
	after       *rules.Set[Purchase, Consequences]

	returns  *rules.Set[ReturnFacts, rules.Truth]
	exchange *rules.Set[ExchangeFacts, rules.Truth]

	windows    []dated[Window]
	boundaries []dated[Boundary]
	refunds    []dated[Refund]
	closing    rules.Timeline[Closing]

	reservationLimit     rules.Timeline[terms.Money]
	reservationYear      rules.Timeline[PoolYear]
	reservationFee       rules.Timeline[pricing.Percent]
	reservationProration rules.Timeline[pricing.Proration]

	pricing *pricing.Rules // by which seats are prorated
}

// dated is a figure of one product.
type dated[T any] struct {
	product  Product
	timeline rules.Timeline[T]
}

// Published gives the published rules.
func Published() *Rules { return published }

// With gives rules with what an overlay changes in this package, and in package pricing, whose proration refunds stand on: rules switched
// off, and figures replaced for some days. What belongs to other packages is left to them. An overlay that changes what is not there,
// or with a value that is none, is rules.ErrOverlay.
func (r *Rules) With(o rules.Overlay) (*Rules, error) {
	copied := r.copied()
	a := rulebook.Begin("cancellation", o)
	rulebook.Amend(a, &copied.limit)
	rulebook.Amend(a, &copied.asker)
	rulebook.Amend(a, &copied.owed)
	rulebook.Amend(a, &copied.reduction)
	rulebook.Amend(a, &copied.particulars)
	rulebook.Amend(a, &copied.support)
	rulebook.Amend(a, &copied.after)
	rulebook.Amend(a, &copied.returns)
	rulebook.Amend(a, &copied.exchange)
	amendAll(a, copied.windows)
	amendAll(a, copied.boundaries)
	amendAll(a, copied.refunds)
	rulebook.Amend(a, &copied.closing)
	rulebook.Amend(a, &copied.reservationLimit)
	rulebook.Amend(a, &copied.reservationYear)
	rulebook.Amend(a, &copied.reservationFee)
	rulebook.Amend(a, &copied.reservationProration)
	var err error
	copied.pricing, err = r.pricing.With(o)
	if err := errors.Join(a.Err(), err); err != nil {
		return nil, err
	}
	return copied, nil
}

func amendAll[T any](a *rulebook.Amendment, all []dated[T]) {
	for i := range all {
		rulebook.Amend(a, &all[i].timeline)
	}
}

// AsKnown gives the rules and figures as they were published on a day, to see what an old case would have been told then. The zero Day gives
// the rules as they are, so that Published().AsKnown(d.Known) decides the record d again.
func (r *Rules) AsKnown(day terms.Day) (*Rules, error) {
	if day.IsZero() {
		return r, nil
	}
	copied := r.copied()
	var errs []error
	rulebook.AsKnown(&copied.limit, day, &errs)
	rulebook.AsKnown(&copied.asker, day, &errs)
	rulebook.AsKnown(&copied.owed, day, &errs)
	rulebook.AsKnown(&copied.reduction, day, &errs)
	rulebook.AsKnown(&copied.particulars, day, &errs)
	rulebook.AsKnown(&copied.support, day, &errs)
	rulebook.AsKnown(&copied.after, day, &errs)
	rulebook.AsKnown(&copied.returns, day, &errs)
	rulebook.AsKnown(&copied.exchange, day, &errs)
	allAsKnown(copied.windows, day)
	allAsKnown(copied.boundaries, day)
	allAsKnown(copied.refunds, day)
	copied.closing = copied.closing.AsKnown(day)
	copied.reservationLimit = copied.reservationLimit.AsKnown(day)
	copied.reservationYear = copied.reservationYear.AsKnown(day)
	copied.reservationFee = copied.reservationFee.AsKnown(day)
	copied.reservationProration = copied.reservationProration.AsKnown(day)
	var err error
	copied.pricing, err = r.pricing.AsKnown(day)
	if err := errors.Join(append(errs, err)...); err != nil {
		return nil, err
	}
	return copied, nil
}

func allAsKnown[T any](all []dated[T], day terms.Day) {
	for i := range all {
		all[i].timeline = all[i].timeline.AsKnown(day)
	}
}

// About gives everything the rules say of themselves: sets first, then timelines.
func (r *Rules) About() []rules.About {
	abouts := []rules.About{
		r.limit.About(), r.asker.About(), r.owed.About(), r.reduction.About(),
		r.particulars.About(), r.support.About(), r.after.About(), r.returns.About(), r.exchange.About(),
	}
	abouts = appendAbouts(abouts, r.windows)
	abouts = appendAbouts(abouts, r.boundaries)
	abouts = appendAbouts(abouts, r.refunds)
	return append(abouts, r.closing.About(), r.reservationLimit.About(), r.reservationYear.About(), r.reservationFee.About(),
		r.reservationProration.About())
}

func appendAbouts[T any](abouts []rules.About, all []dated[T]) []rules.About {
	for i := range all {
		abouts = append(abouts, all[i].timeline.About())
	}
	return abouts
}

// copied gives a copy of the rules whose parts can be replaced.
func (r *Rules) copied() *Rules {
	copied := *r
	copied.windows, copied.boundaries, copied.refunds = slices.Clone(r.windows), slices.Clone(r.boundaries), slices.Clone(r.refunds)
	return &copied
}

// WindowOn gives the window of a product that opened on a UTC day. It is [ErrNoWindow] for a product that has none of days
// or hours, and a rules.FigureError for a day from before the record.
func (r *Rules) WindowOn(p Product, day terms.Day) (rules.Reading[Window], error) {
	return on(r.windows, p, day)
}

// WindowOn is [Rules.WindowOn] of the [Published] rules.
func WindowOn(p Product, day terms.Day) (rules.Reading[Window], error) {
	return Published().WindowOn(p, day)
}

// BoundaryOn gives when a window of days closes that opened on a UTC day. It fails as [Rules.WindowOn] does.
func (r *Rules) BoundaryOn(p Product, day terms.Day) (rules.Reading[Boundary], error) {
	return on(r.boundaries, p, day)
}

// BoundaryOn is [Rules.BoundaryOn] of the [Published] rules.
func BoundaryOn(p Product, day terms.Day) (rules.Reading[Boundary], error) {
	return Published().BoundaryOn(p, day)
}

// RefundOn gives what comes back for a purchase whose window opened on a UTC day, if it is cancelled in time. It fails as
// [Rules.WindowOn] does; a savings plan has no refund.
func (r *Rules) RefundOn(p Product, day terms.Day) (rules.Reading[Refund], error) {
	return on(r.refunds, p, day)
}

// RefundOn is [Rules.RefundOn] of the [Published] rules.
func RefundOn(p Product, day terms.Day) (rules.Reading[Refund], error) {
	return Published().RefundOn(p, day)
}

// ClosingOn gives whether the closing instant is inside a window that opened on a UTC day.
func (r *Rules) ClosingOn(day terms.Day) (rules.Reading[Closing], error) { return r.closing.On(day) }

// ClosingOn is [Rules.ClosingOn] of the [Published] rules.
func ClosingOn(day terms.Day) (rules.Reading[Closing], error) { return Published().ClosingOn(day) }

func on[T any](all []dated[T], p Product, day terms.Day) (rules.Reading[T], error) {
	var have []string
	for i := range all {
		if all[i].product == p {
			return all[i].timeline.On(day)
		}
		have = append(have, all[i].product.String())
	}
	return rules.Reading[T]{}, noFigure(p, have)
}
