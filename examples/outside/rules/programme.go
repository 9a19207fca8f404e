package main

import (
	"fmt"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A programme is the rules and figures that one question is asked of: Kestrel's, or what somebody made of them.
type programme struct {
	prices    *rules.Set[order, price]
	discounts rules.Timeline[percent]
}

// published gives the programme as Kestrel published it.
func published() programme { return programme{prices, discounts} }

// catalogue gives what the programme says of itself, for overlays to be checked against and tables to be made of.
func (p programme) catalogue() []rules.About {
	return []rules.About{p.prices.About(), p.discounts.About()}
}

// knownOn gives the programme as it was published on a day, and for the zero Day as it is now.
func (p programme) knownOn(day terms.Day) (programme, error) {
	then, err := p.prices.AsKnown(day)
	if err != nil {
		return programme{}, err
	}
	return programme{then, p.discounts.AsKnown(day)}, nil
}

// with gives the programme with the changes of an overlay. One that changes something nobody has is refused, for
// a misspelt id would change nothing, in silence.
func (p programme) with(o rules.Overlay) (programme, error) {
	if err := o.Check(p.catalogue()...); err != nil {
		return programme{}, err
	}
	changed, err := p.prices.Apply(o)
	if err != nil {
		return programme{}, err
	}
	figures, err := p.discounts.Apply(o)
	if err != nil {
		return programme{}, err
	}
	return programme{changed, figures}, nil
}

// withFile gives the programme with the changes of an overlay that an operator keeps in a file.
func (p programme) withFile(name string) (programme, error) {
	var o rules.Overlay
	if err := read(name, &o); err != nil {
		return programme{}, err
	}
	changed, err := p.with(o)
	if err != nil {
		return programme{}, fmt.Errorf("%s: %w", name, err)
	}
	return changed, nil
}
