package markets

import (
	"errors"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// Rules is every list and every rule that this package answers by. It is immutable and safe for any number of goroutines.
type Rules struct {
	reservationsBuying, reservationsAPI, topUpExcluded, azurePlan List

	regions Regions

	reservations *rules.Set[Reservation, rules.Truth]
	topUps       *rules.Set[TopUp, rules.Truth]
	sales        *rules.Set[Sale, rules.Truth]
	enrolments   *rules.Set[Enrolment, rules.Truth]
	planOffers   *rules.Set[PlanOffer, rules.Truth]
	openOffers   *rules.Set[OpenOffer, rules.Truth]
	billings     *rules.Set[Billing, BillingBasis]
}

// Published gives the published rules.
func Published() *Rules { return &published }

// With gives the rules with the changes an overlay makes to this package: to its lists and its rules. What it changes that is
// not there, and what does not fit, is [rules.ErrOverlay].
//
// It applies what begins with "markets." and leaves the rest to other packages. So an id whose beginning is misspelt changes
// nothing here and is no error: hold the overlay against all there is by [rules.Overlay.Check] first, as the example does.
//
// A decision whose rules look into a changed list names the change in Decision.Changed and in each Finding.Uses. The finding
// itself has an origin where its own market was added or removed.
func (r *Rules) With(o rules.Overlay) (*Rules, error) {
	changed := *r
	a := rulebook.Begin("markets", o)
	for _, list := range changed.lists() {
		rulebook.Amend(a, list)
	}
	rulebook.Amend(a, &changed.regions)
	rulebook.Amend(a, &changed.reservations)
	rulebook.Amend(a, &changed.topUps)
	rulebook.Amend(a, &changed.sales)
	rulebook.Amend(a, &changed.enrolments)
	rulebook.Amend(a, &changed.planOffers)
	rulebook.Amend(a, &changed.openOffers)
	rulebook.Amend(a, &changed.billings)
	if err := a.Err(); err != nil {
		return nil, err
	}
	if err := changed.lookAgain(changed.usesChangedSince(r)); err != nil {
		return nil, err
	}
	return &changed, nil
}

// usesChangedSince gives the lists that are not as others have them, by their ids.
func (r *Rules) usesChangedSince(others *Rules) map[string]rules.Use {
	changed := map[string]rules.Use{}
	was := others.uses()
	for i, use := range r.uses() {
		if use != was[i] {
			changed[use.ID] = use
		}
	}
	return changed
}

// uses gives what is in each list, in one order.
func (r *Rules) uses() []rules.Use {
	uses := []rules.Use{r.regions.About().Use()}
	for _, list := range r.lists() {
		uses = append(uses, list.About().Use())
	}
	return uses
}

// lookAgain makes the conditions of every set look into lists as they are now.
func (r *Rules) lookAgain(uses map[string]rules.Use) error {
	return errors.Join(
		lookAgain(&r.reservations, reservations, uses), lookAgain(&r.topUps, topUps, uses), lookAgain(&r.sales, sales, uses),
		lookAgain(&r.enrolments, enrolments, uses), lookAgain(&r.planOffers, planOffers, uses), lookAgain(&r.billings, billings, uses),
	)
}

// AsKnown gives the rules and lists as they were published on a day, to see what an old case was told. The zero Day gives
// the rules as they are, so that Published().AsKnown(d.Known) decides the record d again.
func (r *Rules) AsKnown(day terms.Day) (*Rules, error) {
	if day.IsZero() {
		return r, nil
	}
	known := *r
	for _, list := range known.lists() {
		*list = list.AsKnown(day)
	}
	known.regions = known.regions.AsKnown(day)
	var errs []error
	rulebook.AsKnown(&known.reservations, day, &errs)
	rulebook.AsKnown(&known.topUps, day, &errs)
	rulebook.AsKnown(&known.sales, day, &errs)
	rulebook.AsKnown(&known.enrolments, day, &errs)
	rulebook.AsKnown(&known.planOffers, day, &errs)
	rulebook.AsKnown(&known.openOffers, day, &errs)
	rulebook.AsKnown(&known.billings, day, &errs)
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return &known, nil
}

// About gives what the sets of rules and the lists say of themselves.
func (r *Rules) About() []rules.About {
	all := []rules.About{
		r.reservations.About(), r.topUps.About(), r.sales.About(), r.enrolments.About(), r.planOffers.About(), r.openOffers.About(),
		r.billings.About(), r.regions.About(),
	}
	for _, list := range r.lists() {
		all = append(all, list.About())
	}
	return all
}

// Lists gives every list of markets. [Rules.Regions] is the one of placements.
func (r *Rules) Lists() []List {
	var all []List
	for _, list := range r.lists() {
		all = append(all, *list)
	}
	return all
}

// ListingsOf gives what every list says of a market on a day: each of [Rules.Lists], and behind them the list of regions.
func (r *Rules) ListingsOf(day terms.Day, m Market) []Listing {
	var all []Listing
	for _, list := range r.lists() {
		all = append(all, list.Listing(day, m))
	}
	return append(all, r.regions.Listing(day, m).Listing)
}

func (r *Rules) lists() []*List {
	return []*List{&r.reservationsBuying, &r.reservationsAPI, &r.topUpExcluded, &r.azurePlan}
}
