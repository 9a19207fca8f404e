package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// checked is the day on which the rules and figures of this package were last held against their sources.
var checked = terms.MustParseDay("2026-11-22")

func fromBenefitsPage(fact, section string) []rules.Source {
	return []rules.Source{{
		Fact: fact, Document: "Explore the Azure and cloud products benefits area in Partner Center (sv-se, 2021-01-28)", Section: section,
		Address: "https://learn.microsoft.com/sv-se/partner-center/mpn-benefits-azure-cloud", Checked: checked,
	}}
}

func fromSoftwarePage(fact, section string) []rules.Source {
	return []rules.Source{{
		Fact: fact, Document: "Sell software subscriptions through the CSP program (sv-se)", Section: section,
		Address: "https://learn.microsoft.com/sv-se/partner-center/csp-software-subscriptions", Checked: checked,
	}}
}
