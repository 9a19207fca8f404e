package markets

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// Rules is every list this package answers by. It is immutable and safe for any number of goroutines.
type Rules struct {
	topUpExcluded List
}

// Published gives the published rules.
func Published() *Rules { return &published }

// With gives the rules with the changes an overlay makes to this package. What it changes that is not there, and what does
// not fit, is [rules.ErrOverlay].
func (r *Rules) With(o rules.Overlay) (*Rules, error) {
	changed := *r
	a := rulebook.Begin("markets", o)
	rulebook.Amend(a, &changed.topUpExcluded)
	if err := a.Err(); err != nil {
		return nil, err
	}
	return &changed, nil
}

// AsKnown gives the rules as they were published on a day, to see what an old case was told. The zero Day is [rules.ErrDay].
func (r *Rules) AsKnown(day terms.Day) (*Rules, error) {
	if day.IsZero() {
		return nil, rules.ErrDay
	}
	known := *r
	known.topUpExcluded = r.topUpExcluded.AsKnown(day)
	return &known, nil
}

// About gives what the lists say of themselves.
func (r *Rules) About() []rules.About { return []rules.About{r.topUpExcluded.About()} }

// TopUpExcluded gives the list of the markets in which a customer cannot top up credit of Azure in Open by card (OPEN-05).
func (r *Rules) TopUpExcluded() List { return r.topUpExcluded }
