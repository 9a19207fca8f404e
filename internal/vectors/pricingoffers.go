package vectors

import (
	"errors"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// pricingRules are the published rules, or those of a case: with an overlay, or as they were known on a day.
type pricingRules struct {
	Overlay *rules.Overlay `json:"overlay"`
	Known   terms.Day      `json:"known"`
}

func (p pricingRules) rules() (*pricing.Rules, error) {
	decidedBy := pricing.Published()
	var err, err2 error
	if p.Overlay != nil {
		decidedBy, err = decidedBy.With(*p.Overlay)
	}
	if err == nil && !p.Known.IsZero() {
		decidedBy, err2 = decidedBy.AsKnown(p.Known)
	}
	return decidedBy, errors.Join(err, err2)
}

// asked is what every decision about offers takes: a day, and facts.
type asked[Facts any] struct {
	pricingRules

	Day   terms.Day `json:"day"`
	Facts Facts     `json:"facts"`
}

// deciding gives the function that asks one of the decisions about offers.
func deciding[Facts any, Out comparable](
	decide func(*pricing.Rules, terms.Day, Facts) rules.Decision[Out],
) func(asked[Facts]) (rules.Decision[Out], error) {
	return func(in asked[Facts]) (rules.Decision[Out], error) {
		decidedBy, err := in.rules()
		if err != nil {
			return rules.Decision[Out]{}, err
		}
		decision := decide(decidedBy, in.Day, in.Facts)
		return decision, decided(decision)
	}
}

type offerOn struct {
	pricingRules

	Offer string    `json:"offer"`
	Day   terms.Day `json:"day"`
}

func offerStanding(in offerOn) (rules.Reading[pricing.Standing], error) {
	decidedBy, err := in.rules()
	if err != nil {
		return rules.Reading[pricing.Standing]{}, err
	}
	return decidedBy.OfferStanding(in.Day, in.Offer)
}

func phases(in pricingRules) ([]pricing.PhaseDays, error) {
	decidedBy, err := in.rules()
	if err != nil {
		return nil, err
	}
	return decidedBy.Phases(), nil
}

type plans struct {
	Party             pricing.Party `json:"party"`
	ResellersOfRecord []string      `json:"resellersOfRecord"`
}

func plansBought(in plans) (int, error) {
	return pricing.PlansBought(in.Party, in.ResellersOfRecord...)
}
