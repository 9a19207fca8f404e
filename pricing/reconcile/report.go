package reconcile

import (
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// A Total is what the lines of one outcome and currency come to.
type Total struct {
	Outcome  Outcome        `json:"outcome"`
	Currency terms.Currency `json:"currency"`
	Lines    int            `json:"lines"`
	Billed   terms.Money    `json:"billed"`
	// Recomputed is of the lines that could be recomputed, and Difference what is billed by these less that. Both are not given
	// where none of the lines could.
	Recomputed terms.Money `json:"recomputed,omitzero"`
	Difference terms.Money `json:"difference,omitzero"`
	AtStake    terms.Money `json:"atStake"` // the sum of [Line.AtStake]
}

// Equal reports whether both are the same total.
func (t Total) Equal(other Total) bool {
	return t.Outcome == other.Outcome && t.Currency == other.Currency && t.Lines == other.Lines && t.Billed.Equal(other.Billed) &&
		t.Recomputed.Equal(other.Recomputed) && t.Difference.Equal(other.Difference) && t.AtStake.Equal(other.AtStake)
}

// A RuleTotal is how many lines are billed as a rounding rule has it.
type RuleTotal struct {
	Kind  Kind                 `json:"kind"`
	Rule  pricing.RoundingRule `json:"rule"`
	Lines int                  `json:"lines"`
}

// A Gap is a day on which use of an Azure subscription could have earned credit and did not.
type Gap struct {
	Day           terms.Day   `json:"day"`
	EntitlementID string      `json:"entitlementId,omitzero"` // the Azure subscription
	Lines         int         `json:"lines"`
	Missed        terms.Money `json:"missed"` // in the billing currency
	// Decision is why, for the first of the lines.
	Decision rules.Decision[pricing.Eligibility] `json:"decision"`
}

// Equal reports whether both are the same gap.
func (g Gap) Equal(other Gap) bool {
	return g.Day == other.Day && g.EntitlementID == other.EntitlementID && g.Lines == other.Lines && g.Missed.Equal(other.Missed) &&
		g.Decision.Equal(other.Decision)
}

// A Report is what came of all lines. What there is of several currencies stands by the currencies' codes, and within one what
// is most at stake comes first.
type Report struct {
	Lines  int         `json:"lines"` // of the file
	Totals []Total     `json:"totals"`
	Rules  []RuleTotal `json:"rules"` // of the lines that agree, by one rule or another
	// Findings are the lines that do not agree by the rule of their day.
	Findings []Line `json:"findings"`
	// Charges are what daily usage comes to, by plan, product and month. Lines that could not be recomputed are not in them.
	Charges []Charge      `json:"charges"`
	Earned  []terms.Money `json:"earned"` // by currency
	Missed  []terms.Money `json:"missed"`
	Gaps    []Gap         `json:"gaps"`
}

// Equal reports whether both are the same report.
func (r Report) Equal(other Report) bool {
	return r.Lines == other.Lines && slices.EqualFunc(r.Totals, other.Totals, Total.Equal) && slices.Equal(r.Rules, other.Rules) &&
		slices.EqualFunc(r.Findings, other.Findings, Line.Equal) && slices.EqualFunc(r.Charges, other.Charges, Charge.Equal) &&
		slices.EqualFunc(r.Earned, other.Earned, terms.Money.Equal) && slices.EqualFunc(r.Missed, other.Missed, terms.Money.Equal) &&
		slices.EqualFunc(r.Gaps, other.Gaps, Gap.Equal)
}

// Total gives the total of an outcome in a currency, and nothing where no line has it.
func (r Report) Total(outcome Outcome, currency terms.Currency) Total {
	i := slices.IndexFunc(r.Totals, func(t Total) bool { return t.Outcome == outcome && t.Currency == currency })
	if i < 0 {
		return Total{}
	}
	return r.Totals[i]
}
