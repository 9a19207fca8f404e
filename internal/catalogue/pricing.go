package catalogue

import (
	"github.com/cloudterms/terms/internal/samples"
	"github.com/cloudterms/terms/pricing"
)

func pricingRow() Package {
	r := pricing.Published()
	return Package{
		Name:    "pricing",
		Answers: []string{"SW-03", "CSP-13", "CSP-14", "CSP-22", "CSP-23", "PLAN-06"},
		About:   r.About(),
		Samples: []Sampled{
			Sample(r.AccessSet(), samples.PricingAccess()),
			Sample(r.EarnedCreditSet(), samples.PricingEarnedCredit()),
			Sample(r.TaxSet(), samples.PricingTax()),
			Sample(r.BillingSet(), samples.PricingBilling()),
			Sample(r.CommitmentSet(), samples.PricingCommitment()),
		},
	}
}
