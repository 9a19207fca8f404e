package main

import (
	"bytes"
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// A rulebook is the rules the service decides by at one time. Like the rules in it, it never changes: a new overlay makes
// another.
type rulebook struct {
	overlay      rules.Overlay
	credit       *credit.Rules
	cancellation *cancellation.Rules
}

// newRulebook makes the rules that an overlay leaves of the published ones. What it changes must be there, in one of the
// packages, and each value must fit.
func newRulebook(file []byte) (*rulebook, error) {
	published := &rulebook{credit: credit.Published(), cancellation: cancellation.Published()}
	if len(file) == 0 {
		return published, nil
	}
	var o rules.Overlay
	if err := terms.Decode(bytes.NewReader(file), &o); err != nil {
		return nil, err
	}
	if err := o.Check(everything()...); err != nil {
		return nil, err
	}
	changedCredit, err := published.credit.With(o)
	if err != nil {
		return nil, err
	}
	changedCancellation, err := published.cancellation.With(o)
	if err != nil {
		return nil, err
	}
	return &rulebook{o, changedCredit, changedCancellation}, nil
}

// everything is what there is to be changed.
func everything() []rules.About {
	return slices.Concat(
		markets.Published().About(), licensing.Published().About(), pricing.Published().About(),
		credit.Published().About(), cancellation.Published().About(),
	)
}
