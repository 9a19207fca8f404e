package catalogue

import "github.com/cloudterms/terms"

func pricesheetRow() Package {
	return Package{
		Name:    "pricing/pricesheet",
		Answers: []string{"CSP-26"},
		Covers: []Cover{{
			"CSP-26", terms.Always(), terms.MustParseDay("2026-11-22"),
			Noted{In: "pricesheet", Says: "or the RateCard API, and invoices come with a reconciliation file"},
		}},
	}
}
