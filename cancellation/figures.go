package cancellation

import (
	"errors"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/enum"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/pricing"
)

// checkFigures reports the figures of overlays that nothing can be reckoned by: JSON such as "" and {} reads as a value that is not
// given.
func (r *Rules) checkFigures() error {
	var found []error
	for _, d := range r.windows {
		found = append(found, rulebook.CheckFigures(d.timeline, Window.check)...)
	}
	for _, d := range r.boundaries {
		found = append(found, rulebook.CheckFigures(d.timeline, chosen(boundaryNames))...)
	}
	for _, d := range r.refunds {
		found = append(found, rulebook.CheckFigures(d.timeline, chosen(refundNames))...)
	}
	found = append(found, rulebook.CheckFigures(r.closing, chosen(closingNames))...)
	found = append(found, rulebook.CheckFigures(r.reservationLimit, checkLimit)...)
	found = append(found, rulebook.CheckFigures(r.reservationYear, chosen(poolYearNames))...)
	found = append(found, rulebook.CheckFigures(r.reservationProration, pricing.Proration.Check)...)
	return errors.Join(found...)
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
