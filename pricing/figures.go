package pricing

import (
	"errors"
	"slices"

	"github.com/cloudterms/terms/internal/enum"
	"github.com/cloudterms/terms/internal/rulebook"
)

// checkFigures reports the figures of overlays by which nothing can be reckoned: a named choice that is not given. JSON such as {}
// and "" reads as one.
func (r *Rules) checkFigures() error {
	return errors.Join(slices.Concat(
		rulebook.CheckFigures(r.usageRounding, chosen(roundingRuleNames)),
		rulebook.CheckFigures(r.dailyRounding, chosen(roundingRuleNames)),
		rulebook.CheckFigures(r.legacyUsageRounding, chosen(roundingRuleNames)),
		rulebook.CheckFigures(r.seatProration, Proration.Check),
		rulebook.CheckFigures(r.legacyProration, Proration.Check),
		rulebook.CheckFigures(r.taxMethod, chosen(taxMethodNames)),
		rulebook.CheckFigures(r.rateCadence, chosen(cadenceNames)),
	)...)
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
