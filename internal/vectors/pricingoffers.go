package vectors

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

type offerOn struct {
	ruleChanges

	Offer string    `json:"offer"`
	Day   terms.Day `json:"day"`
}

func offerStanding(in offerOn) (rules.Reading[pricing.Standing], error) {
	decidedBy, err := rulesOf(pricing.Published(), in.ruleChanges)
	if err != nil {
		return rules.Reading[pricing.Standing]{}, err
	}
	return decidedBy.OfferStanding(in.Day, in.Offer)
}

func phases(in ruleChanges) ([]pricing.PhaseDays, error) {
	decidedBy, err := rulesOf(pricing.Published(), in)
	if err != nil {
		return nil, err
	}
	return decidedBy.Phases(), nil
}

type plans struct {
	Party             licensing.Party `json:"party"`
	ResellersOfRecord []string        `json:"resellersOfRecord"`
}

func plansBought(in plans) (int, error) {
	return pricing.PlansBought(in.Party, in.ResellersOfRecord...)
}
