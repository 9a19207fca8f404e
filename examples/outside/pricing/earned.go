package main

import (
	"errors"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/pricesheet"
	"github.com/cloudterms/terms/pricing/reconcile"
	"github.com/cloudterms/terms/rules"
)

// showEarned works out the credit of June, and of each day on which some was missed says why.
func showEarned(r *report, in input, _ options) error {
	use, err := planUse(r, in)
	if err != nil {
		return err
	}
	earned, err := pricing.CreditEarned(in.partnership, use)
	var untold *pricing.CreditError
	switch {
	case errors.As(err, &untold):
		r.fault("not told", untold) // the others are
	case err != nil:
		return err
	}
	for _, line := range earned.Lines {
		r.linef("%s %s: %s at %s, earned %s, missed %s",
			line.Use.Day, line.Use.Meter, line.Use.Cost, line.Rate, line.Earned, line.Missed)
		if line.Missed.Sign() > 0 {
			showDecision(r, line.Decision, pricing.Published().EarnedCreditSet().Fact)
		}
	}
	r.linef("earned %s, missed %s", earned.Earned, earned.Missed)
	meters, err := earned.Meters(terms.Day{})
	if err != nil {
		return err
	}
	for _, m := range meters {
		r.linef("%s: %s units, %s less %s is %s, a unit %s",
			m.Meter, m.Quantity, m.List, m.Earned, m.Billable, m.EffectiveUnitPrice)
	}
	days, err := terms.NewSpan(terms.MustParseDay("2023-06-01"), terms.MustParseDay("2023-06-05"))
	if err != nil {
		return err
	}
	access, err := pricing.AccessDays(in.partnership, use[0].Resource, days)
	if err != nil {
		return err
	}
	for _, day := range access {
		r.linef("%s: access %s", day.Day, truth(day.Access))
		if day.Access == rules.Yes {
			continue
		}
		for _, grant := range day.Grants {
			r.linef("  %s from %s to %s: %s (%s)", grant.Grant, grant.From.Format(time.TimeOnly), grant.Until.Format(time.TimeOnly),
				grant.Decision.Outcome, grant.Decision.Status)
			for _, name := range grant.Decision.Missing {
				r.linef("    missing %s", name)
			}
			for _, finding := range grant.Decision.Findings {
				r.linef("    %s %s", finding.Text, cited(finding.Sources))
			}
		}
	}
	return nil
}

// truth writes what is known of a question.
func truth(t rules.Truth) string {
	if t == rules.Unknown {
		return "not known"
	}
	return t.String()
}

// planUse makes the use of a plan of lines of daily usage: each with what it costs at list price, tier by tier.
func planUse(r *report, in input) ([]pricing.PlanUse, error) {
	before := map[string]pricing.Use{}
	var all []pricing.PlanUse
	for _, line := range in.usage {
		quote, err := in.prices.Price(query(line.ProductID, line.SkuID, line.UsageDate.Start()))
		if err != nil {
			r.fault("usage", err)
			continue
		}
		price, err := quote.Price()
		if err != nil {
			return nil, err
		}
		key := pricesheet.ProductKey(line.ProductID, line.SkuID)
		use := before[key]
		use.Quantity = line.Quantity
		rating, err := price.Rate(use)
		if err != nil {
			return nil, err
		}
		before[key] = pricing.Use{Before: use.Before.Add(use.Quantity)}
		used, err := line.PlanUse(reconcile.ProductOf(line, quote.Tiers[0]), rating.Amount)
		if err != nil {
			return nil, err
		}
		all = append(all, used)
	}
	return all, nil
}
