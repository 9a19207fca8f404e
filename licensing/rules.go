package licensing

import (
	"errors"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// Rules is every rule and dated figure this package decides by. It is immutable, and safe for any number of goroutines.
type Rules struct {
	osaActivation     *rules.Set[OSAActivationFacts, rules.Truth]
	osaActivationTime rules.Timeline[Months]
}

// Published gives the published rules.
func Published() *Rules { return published }

// With gives rules with what an overlay changes in this package: rules switched off, and figures replaced for some days.
// What belongs to other packages is left to them. An overlay that changes what is not there, or with a value that is none,
// is [rules.ErrOverlay].
func (r *Rules) With(o rules.Overlay) (*Rules, error) {
	changed := *r
	a := rulebook.Begin("licensing", o)
	rulebook.Amend(a, &changed.osaActivation)
	rulebook.Amend(a, &changed.osaActivationTime)
	if err := a.Err(); err != nil {
		return nil, err
	}
	return &changed, nil
}

// AsKnown gives the rules and figures as they were published on a day, to see what an old case would have been told then.
// The zero Day is [rules.ErrDay].
func (r *Rules) AsKnown(day terms.Day) (*Rules, error) {
	var errs []error
	known := *r
	rulebook.AsKnown(&known.osaActivation, day, &errs)
	known.osaActivationTime = r.osaActivationTime.AsKnown(day)
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return &known, nil
}

// About gives what the sets and the timelines say of themselves.
func (r *Rules) About() []rules.About {
	return []rules.About{r.osaActivation.About(), r.osaActivationTime.About()}
}

// edited gives a copy of the rules with an edit of one set.
func edited[In any, Out comparable](r *Rules, e rules.Edit[In, Out], set func(*Rules) **rules.Set[In, Out]) (*Rules, error) {
	changed := *r
	made, err := (*set(r)).With(e)
	if err != nil {
		return nil, err
	}
	*set(&changed) = made
	return &changed, nil
}
