package pricing

import (
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// amendOffers applies an overlay to what is about offers. Where it moves a phase, the rules of that phase move along, before its
// own changes of rules are made.
func (r *Rules) amendOffers(a *rulebook.Amendment, o rules.Overlay) error {
	r.offers = slices.Clone(r.offers)
	for i := range r.offers {
		rulebook.Amend(a, &r.offers[i].standing)
	}
	rulebook.Amend(a, &r.phases)
	err := r.followPhases(o)
	rulebook.Amend(a, &r.comparison)
	rulebook.Amend(a, &r.transaction)
	rulebook.Amend(a, &r.order)
	rulebook.Amend(a, &r.transition)
	rulebook.Amend(a, &r.afterTransition)
	rulebook.Amend(a, &r.incentive)
	rulebook.Amend(a, &r.priceBasis)
	return err
}

// offersAsKnown puts what is about offers in place as it was published on a day.
func (r *Rules) offersAsKnown(day terms.Day, errs *[]error) {
	r.offers = slices.Clone(r.offers)
	for i := range r.offers {
		r.offers[i].standing = r.offers[i].standing.AsKnown(day)
	}
	r.phases = r.phases.AsKnown(day)
	var err error
	if r.starts, err = startsOf(r.phases); err != nil {
		*errs = append(*errs, err)
	}
	r.comparison = r.comparison.AsKnown(day)
	rulebook.AsKnown(&r.transaction, day, errs)
	rulebook.AsKnown(&r.order, day, errs)
	rulebook.AsKnown(&r.transition, day, errs)
	rulebook.AsKnown(&r.afterTransition, day, errs)
	rulebook.AsKnown(&r.incentive, day, errs)
	rulebook.AsKnown(&r.priceBasis, day, errs)
}

// aboutOffers gives what the sets and timelines about offers say of themselves.
func (r *Rules) aboutOffers() []rules.About {
	about := []rules.About{
		r.transaction.About(), r.order.About(), r.transition.About(), r.afterTransition.About(), r.incentive.About(), r.priceBasis.About(),
		r.phases.About(), r.comparison.About(),
	}
	for _, c := range r.offers {
		about = append(about, c.standing.About())
	}
	return about
}
