package reconcile

import (
	"errors"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/pricesheet"
	"github.com/cloudterms/terms/rules"
)

// creditKey is what decides whether use earns the credit, and how it is said to.
type creditKey struct {
	day      terms.Day
	resource string
	product  pricing.PlanProduct
	covered  bool
	said     string // the credit of the line, where that is all there is to go by
}

// credited is what use earns.
type credited struct {
	earned, missed pricing.Percent
	decision       rules.Decision[pricing.Eligibility]
	err            error
}

// credit decides what a line of usage earns: by who had access, or by what the line says where that is not given.
func (w *work) credit(u pricesheet.UsageLine, row pricesheet.Price) credited {
	key := creditKey{day: u.UsageDate, product: w.Product(u, row), covered: u.RateOfCredit.Equal(decimal.NewFromInt(1))}
	if w.Partnership != nil {
		resource, err := u.Scope()
		if err != nil {
			return credited{err: fmt.Errorf("the resource and the entitlement: %w", err)}
		}
		key.resource = strings.ToLower(resource.String())
		return w.credits.of(key, func() credited { return w.creditByAccess(key, resource) })
	}
	key.said = u.RateOfPartnerEarnedCredit.String()
	return w.credits.of(key, func() credited { return w.creditBySay(key, u.RateOfPartnerEarnedCredit) })
}

// creditByAccess asks what 100 would earn, which is the rate.
func (w *work) creditByAccess(key creditKey, resource pricing.Scope) credited {
	hundred, err := terms.NewMoney(decimal.NewFromInt(100), terms.USD)
	if err != nil {
		return credited{err: err}
	}
	use := pricing.PlanUse{
		Day: key.day, Resource: resource, Meter: "any", Product: key.product, Quantity: decimal.NewFromInt(1), Cost: hundred,
	}
	if key.covered {
		use.AzureCredit = hundred
	}
	found, err := w.Rules.CreditEarned(*w.Partnership, []pricing.PlanUse{use})
	if fault, ok := errors.AsType[*pricing.UseError](err); ok {
		return credited{err: fault.Err}
	}
	if err != nil {
		return credited{err: err}
	}
	line := found.Lines[0]
	missed, err := pricing.NewPercent(line.Missed.Amount())
	return credited{line.Rate, missed, line.Decision, err}
}

// creditBySay takes it that the partner can earn credit, and that it had access where the line has some.
func (w *work) creditBySay(key creditKey, said decimal.Decimal) credited {
	facts := pricing.Earning{
		Product: key.product, Agreement: rules.Yes, Billed: rules.Yes, Covered: rules.TruthOf(key.covered),
		Access: rules.TruthOf(said.IsPositive()),
	}
	found := credited{decision: w.Rules.EarnsCredit(key.day, facts)}
	if found.err = found.decision.Err(); found.err != nil {
		return found
	}
	if found.decision.Outcome == pricing.Eligible {
		found.earned, found.err = percentOf(said)
		return found
	}
	facts.Access = rules.Yes
	if w.Rules.EarnsCredit(key.day, facts).Outcome == pricing.Eligible {
		rate, err := w.Rules.EarnedCreditRate(key.day)
		found.missed, found.err = rate.Value, err
	}
	return found
}

// percentOf gives a fraction as a percentage.
func percentOf(fraction decimal.Decimal) (pricing.Percent, error) {
	const places = 2
	return pricing.NewPercent(fraction.Shift(places))
}

// together gives what two discounts take off, the second on what the first leaves.
func together(first, second pricing.Percent) (pricing.Percent, error) {
	const places = 2
	both := first.Decimal().Mul(second.Decimal()).Shift(-places)
	return pricing.NewPercent(first.Decimal().Add(second.Decimal()).Sub(both))
}
