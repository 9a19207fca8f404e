package main

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// underAgreement gives the programme as Northlight may sell by it: its agreement with Kestrel lets a person have five
// copies. The rule gives no answer of its own. It only silences the limit, so the price still needs a rule of Kestrel's.
func underAgreement(p programme) (programme, error) {
	isAtMostFive := rules.Condition[order]{
		Name: "order is for at most five copies", Reads: []string{"copies"},
		Holds: func(o order) rules.Truth { return rules.Given(o.Copies > 0, o.Copies <= 5) },
	}
	changed, err := p.prices.With(rules.Edit[order, price]{
		Owner: "Northlight Resale", Reason: "reseller agreement of 2025, clause 7",
		Add: []rules.Rule[order, price]{{
			ID: "northlight.copies", Text: "Northlight sells a person up to five copies at the educator price.",
			Span: terms.SpanFrom(terms.MustParseDay("2025-03-01")),
			Sources: []rules.Source{{
				Document: "Reseller agreement Kestrel and Northlight", Section: "clause 7", Checked: checked,
			}},
			If: []rules.Condition[order]{isAtMostFive}, Excepts: []rules.ID{"educator.copies"},
		}},
	})
	if err != nil {
		return programme{}, err
	}
	return programme{changed, p.discounts}, nil
}
