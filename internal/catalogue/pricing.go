package catalogue

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/samples"
	"github.com/cloudterms/terms/pricing"
)

func pricingRow() Package {
	r := pricing.Published()
	return Package{
		Name: "pricing",
		Answers: []string{
			"SW-03", "CSP-13", "CSP-14", "CSP-22", "CSP-23", "PLAN-06",
			"CSP-01", "CSP-02", "CSP-03", "CSP-04", "CSP-05", "CSP-06", "CSP-07", "CSP-08", "CSP-09", "CSP-10", "CSP-11", "CSP-12", "CSP-15",
			"CSP-27", "CSP-28", "PLAN-01", "PLAN-02", "PLAN-03", "PLAN-04", "PLAN-08",
		},
		About: r.About(), Messages: pricing.Messages(),
		Samples: []Sampled{
			Sample(r.AccessSet(), samples.PricingAccess()),
			Sample(r.EarnedCreditSet(), samples.PricingEarnedCredit()),
			Sample(r.TaxSet(), samples.PricingTax()),
			Sample(r.BillingSet(), samples.PricingBilling()),
			Sample(r.CommitmentSet(), samples.PricingCommitment()),

			Sample(r.TransactionSet(), samples.PricingTransaction()),
			Sample(r.OrderSet(), samples.PricingOrder()),
			Sample(r.TransitionSet(), samples.PricingTransition()),
			Sample(r.AfterTransitionSet(), samples.PricingAfterTransition()),
			Sample(r.IncentiveSet(), samples.PricingIncentive()),
			Sample(r.PriceBasisSet(), samples.PricingPriceBasis()),
		},
		Covers: pricingOfferCovers(),
	}
}

// pricingOfferCovers is what covers the data and the note on offers.
func pricingOfferCovers() []Cover {
	phases, plan := terms.SpanFrom(terms.MustParseDay("2021-07-21")), terms.SpanFrom(terms.MustParseDay("2019-11-01"))
	checked := terms.MustParseDay("2026-11-22")
	return []Cover{
		{"CSP-01", phases, checked, Asked{Symbol: "pricing.Rules.Phases", Ask: phaseDays, Want: []string{
			"beforePhases ../2021-07-21", "phase1 2021-07-21/2022-02-01", "phase2 2022-02-01/..", "phase3 pending",
		}}},
		{"PLAN-01", plan, checked, Asked{Symbol: "pricing.Rules.Offers", Ask: planIsSold, Want: []string{
			"Azure plan", "Microsoft Customer Agreement", "pay-as-you-go rates, as published, by one global price policy",
		}}},
		{"PLAN-03", plan, checked, Asked{Symbol: "pricing.Rules.Offers", Ask: planIsSold, Want: []string{
			"Azure plan", "Microsoft Customer Agreement", "pay-as-you-go rates, as published, by one global price policy",
		}}},
		{"PLAN-08", plan, checked, Noted{In: "pricing", Says: "Where to read on"}},
	}
}

func phaseDays() (any, error) {
	var days []string
	for _, p := range pricing.Phases() {
		days = append(days, p.Phase.String()+" "+p.Days.String())
	}
	return days, nil
}

func planIsSold() (any, error) {
	o, err := pricing.OfferByID("MS-AZR-0017G")
	return []string{o.Name, o.Agreement, o.Prices}, err
}
