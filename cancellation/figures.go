package cancellation

import (
	"errors"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/enum"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// checkFigures reports the figures of overlays that nothing can be reckoned by: JSON such as "" and {} reads as a value that is not
// given.
func (r *Rules) checkFigures() error {
	var found faults
	for _, d := range r.windows {
		found = append(found, checkTimeline(d.timeline, Window.check)...)
	}
	for _, d := range r.boundaries {
		found = append(found, checkTimeline(d.timeline, chosen(boundaryNames))...)
	}
	for _, d := range r.refunds {
		found = append(found, checkTimeline(d.timeline, chosen(refundNames))...)
	}
	found = append(found, checkTimeline(r.closing, chosen(closingNames))...)
	found = append(found, checkTimeline(r.reservationLimit, checkLimit)...)
	found = append(found, checkTimeline(r.reservationYear, chosen(poolYearNames))...)
	found = append(found, checkTimeline(r.reservationProration, pricing.Proration.Check)...)
	return errors.Join(found...)
}

func checkTimeline[T any](t rules.Timeline[T], check func(T) error) faults {
	var found faults
	for _, e := range t.Entries() {
		if err := check(e.Value); err != nil && !e.Origin().IsZero() {
			found = found.with(&rules.SpecError{Of: t.ID(), Problem: "its value for " + e.Span.String(), Cause: err, Err: rules.ErrOverlay})
		}
	}
	return found
}

func (w Window) check() error {
	if w.IsZero() {
		return windowError("")
	}
	return nil
}

// chosen gives the check that a choice is one of its set.
func chosen[T ~uint8](names enum.Names[T]) func(T) error {
	return func(choice T) error {
		if !names.Valid(choice) {
			return requestError("value", names.Text(choice), "one of "+names.List())
		}
		return nil
	}
}

func checkLimit(limit terms.Money) error {
	if limit.IsZero() || limit.Sign() < 0 {
		return requestError("value", limit.String(), "an amount of 0 or more")
	}
	return nil
}
