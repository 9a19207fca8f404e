package pricing

import (
	"errors"

	"github.com/cloudterms/terms/internal/enum"
	"github.com/cloudterms/terms/rules"
)

// checkFigures reports the figures of overlays by which nothing can be reckoned: a named choice that is not given. JSON such as {}
// and "" reads as one.
func (r *Rules) checkFigures() error {
	return errors.Join(
		checkTimeline(r.usageRounding, chosen(roundingRuleNames)),
		checkTimeline(r.dailyRounding, chosen(roundingRuleNames)),
		checkTimeline(r.legacyUsageRounding, chosen(roundingRuleNames)),
		checkTimeline(r.seatProration, Proration.Check),
		checkTimeline(r.legacyProration, Proration.Check),
		checkTimeline(r.taxMethod, chosen(taxMethodNames)),
		checkTimeline(r.rateCadence, chosen(cadenceNames)),
	)
}

func checkTimeline[T any](t rules.Timeline[T], check func(T) error) error {
	var errs []error
	for _, e := range t.Entries() {
		if err := check(e.Value); err != nil && !e.Origin().IsZero() {
			errs = append(errs, &rules.SpecError{Of: t.ID(), Problem: "its value for " + e.Span.String(), Cause: err, Err: rules.ErrOverlay})
		}
	}
	return errors.Join(errs...)
}

// chosen gives the check that a choice is one of its set.
func chosen[T ~uint8](names enum.Names[T]) func(T) error {
	return func(choice T) error {
		if !names.Valid(choice) {
			return notGiven("value", names, choice)
		}
		return nil
	}
}
