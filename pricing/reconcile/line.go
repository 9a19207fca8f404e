package reconcile

import (
	"fmt"
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// An Item says which line it is about. Texts stand as in the file.
type Item struct {
	Line       int       `json:"line,omitzero"` // of the file, counted from 1; none for use that is not billed
	Kind       Kind      `json:"kind"`
	Day        terms.Day `json:"day,omitzero"` // of the use, or on which the charge begins
	CustomerID string    `json:"customerId,omitzero"`
	// SubscriptionID is that of the plan, or of the licences; EntitlementID is the Azure subscription.
	SubscriptionID string `json:"subscriptionId,omitzero"`
	EntitlementID  string `json:"entitlementId,omitzero"`
	ProductID      string `json:"productId"`
	SkuID          string `json:"skuId"`
	Name           string `json:"name,omitzero"` // of the SKU, for people
	Resource       string `json:"resource,omitzero"`
	// Tier is the tier of the price that a line held against [Basis.Charges] is for, counted from 1.
	Tier       int    `json:"tier,omitzero"`
	ChargeType string `json:"chargeType,omitzero"`
}

// A Line is what came of recomputing one line.
type Line struct {
	Item

	Outcome Outcome `json:"outcome"`
	// Why says why the line could not be recomputed.
	Why string `json:"why,omitzero"`
	// Rule is the rounding rule by which the line is what is billed, and that of the day where none is.
	Rule pricing.RoundingRule `json:"rule,omitzero"`
	// Billed is the amount before tax, in the billing currency, and Recomputed what it should be by the rule of the day; it
	// is not given where it cannot be told. Difference is billed less recomputed: above 0 where too much is billed.
	Billed     terms.Money `json:"billed,omitzero"`
	Recomputed terms.Money `json:"recomputed,omitzero"`
	Difference terms.Money `json:"difference,omitzero"`
	Causes     []Cause     `json:"causes,omitempty"` // where there is a difference
	// Slices are the units at list price, one for each tier, in the pricing currency, and below 0 where they are given back. A
	// line that is held against [Basis.Charges] has none.
	Slices []pricing.Slice `json:"slices,omitempty"`
	// AzureCredit is the part that an Azure credit offer pays; EarnedCredit is the partner earned credit on the rest;
	// MissedCredit what it would be with access that counts.
	AzureCredit  pricing.Percent      `json:"azureCredit,omitzero"`
	EarnedCredit pricing.Percent      `json:"earnedCredit,omitzero"`
	MissedCredit pricing.Percent      `json:"missedCredit,omitzero"`
	Rate         pricing.ExchangeRate `json:"rate,omitzero"` // to the billing currency; zero where that is the price's
	// Earned and Missed are the credit in the billing currency, to ten places.
	Earned terms.Money `json:"earned,omitzero"`
	Missed terms.Money `json:"missed,omitzero"`
	// Decision says why credit was missed, where it was.
	Decision *rules.Decision[pricing.Eligibility] `json:"decision,omitempty"`
}

// Equal reports whether both are the same line.
func (l Line) Equal(other Line) bool {
	return l.Item == other.Item && l.Outcome == other.Outcome && l.Why == other.Why && l.Rule == other.Rule &&
		l.Billed.Equal(other.Billed) && l.Recomputed.Equal(other.Recomputed) && l.Difference.Equal(other.Difference) &&
		slices.Equal(l.Causes, other.Causes) && slices.EqualFunc(l.Slices, other.Slices, pricing.Slice.Equal) &&
		l.AzureCredit.Equal(other.AzureCredit) && l.EarnedCredit.Equal(other.EarnedCredit) &&
		l.MissedCredit.Equal(other.MissedCredit) && l.Rate.Equal(other.Rate) &&
		l.Earned.Equal(other.Earned) && l.Missed.Equal(other.Missed) && sameDecision(l.Decision, other.Decision)
}

func sameDecision(a, b *rules.Decision[pricing.Eligibility]) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Equal(*b)
}

// AtStake gives what the line puts in question: its difference without a sign, or all that is billed where it could not be
// recomputed. It is nothing for a line that agrees.
func (l Line) AtStake() terms.Money {
	amount := l.Difference
	if l.Recomputed.IsZero() {
		amount = l.Billed
	}
	if amount.Sign() < 0 {
		return amount.Neg()
	}
	return amount
}

// A draft is a line that is being recomputed.
type draft struct{ Line }

// fail makes of the line one that could not be recomputed.
func (l *draft) fail(err error) {
	l.Line = Line{Item: l.Item, Outcome: outcomeOf(err), Why: err.Error(), Billed: l.Billed}
}

// settle compares what is billed with what was reckoned, by the rule of the day and then by the others of its kind.
func (l *draft) settle(reckoned pricing.Line, ofDay pricing.RoundingRule) error {
	expected, err := reckoned.Subtotal(ofDay)
	if err != nil {
		return err
	}
	if l.Difference, err = l.Billed.Sub(expected.Amount); err != nil {
		return fmt.Errorf("what is billed: %w", err)
	}
	l.Recomputed, l.Rule, l.Outcome = expected.Amount, ofDay, Differs
	if isBilled(l.Billed, expected) {
		l.Outcome, l.Causes = Agrees, nil
		return nil
	}
	for _, rule := range otherRules[l.Kind] {
		if other, err := reckoned.Subtotal(rule); err == nil && isBilled(l.Billed, other) {
			l.Outcome, l.Rule, l.Causes = AgreesOtherwise, rule, []Cause{CauseRounding}
			return nil
		}
	}
	if len(l.Causes) == 0 {
		l.Causes = []Cause{CauseAmount}
	}
	return nil
}

// isBilled reports whether an amount is billed. Files have more than the ten places of [pricing.DailyTenPlaces] at times.
func isBilled(billed terms.Money, by pricing.Subtotal) bool {
	if billed.Equal(by.Amount) {
		return true
	}
	if by.Rule != pricing.DailyTenPlaces || billed.Currency() != by.Amount.Currency() {
		return false
	}
	rounded, err := pricing.HalfAwayFromZero.Round(billed.Amount(), mostPlaces)
	return err == nil && rounded.Equal(by.Amount.Amount())
}

// mostPlaces is how many places amounts have that are not rounded to cents.
const mostPlaces = 10
