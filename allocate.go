package terms

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"
)

// Allocate splits the amount by weights, so that the parts add up to the whole. Parts are
// whole minor units of the currency, or whole units of the amount's own last digit but
// zeros where that is finer, so equal amounts have equal parts; what rounding down leaves
// over goes, one such unit each, to the parts that lost the largest remainder, the earlier
// part first where two lost alike. 100.00 USD by 1, 1, 1 gives 33.34, 33.33 and 33.33.
//
// Weights must pass [CheckDecimal] and must not be negative, and one must be positive:
// anything else is [ErrWeights]. A part of weight 0 is 0. An amount of more than 38 digits
// when counted in those units is [ErrDecimalRange], and the zero Money [ErrCurrency].
func (m Money) Allocate(weights ...decimal.Decimal) ([]Money, error) {
	if err := m.currency.check(); err != nil {
		return nil, err
	}
	shares, total, err := wholeWeights(weights)
	if err != nil {
		return nil, err
	}
	amount := m.amount.Normalize()
	exponent := min(amount.Exponent(), -int32(m.currency.Digits())) //nolint:gosec // at most 4 digits
	whole := inUnitsOf(amount, exponent)
	if err := CheckDecimal(decimal.NewFromBigInt(whole, exponent)); err != nil {
		return nil, err
	}
	negative := whole.Sign() < 0
	whole.Abs(whole)

	units := largestRemainder(whole, shares, total)
	parts := make([]Money, len(units))
	for i, n := range units {
		if negative {
			n.Neg(n)
		}
		parts[i] = Money{decimal.NewFromBigInt(n, exponent), m.currency}
	}
	return parts, nil
}

// wholeWeights checks the weights and gives them as integers of one scale, with their
// sum, which is positive.
func wholeWeights(weights []decimal.Decimal) ([]*big.Int, *big.Int, error) {
	var smallest int32
	for i, w := range weights {
		if err := CheckDecimal(w); err != nil {
			return nil, nil, fmt.Errorf("%w: weight %d: %w", ErrWeights, i, err)
		}
		if w.IsNegative() {
			return nil, nil, fmt.Errorf("%w: weight %d is %s; want 0 or more", ErrWeights, i, decimalText(w, 0))
		}
		smallest = min(smallest, w.Exponent())
	}
	shares, total := make([]*big.Int, len(weights)), new(big.Int)
	for i, w := range weights {
		shares[i] = inUnitsOf(w, smallest)
		total.Add(total, shares[i])
	}
	if total.Sign() == 0 {
		return nil, nil, fmt.Errorf("%w: none of the %d is positive", ErrWeights, len(weights))
	}
	return shares, total, nil
}

// inUnitsOf gives the number as a count of 10^exponent, which is at most the number's own
// exponent.
func inUnitsOf(d decimal.Decimal, exponent int32) *big.Int {
	n := d.Coefficient()
	return n.Mul(n, pow10(int(d.Exponent()-exponent)))
}

// largestRemainder splits whole units by shares of total. Fewer units than shares are
// left over by rounding down, so each part gets at most one of them.
func largestRemainder(whole *big.Int, shares []*big.Int, total *big.Int) []*big.Int {
	parts, remainders := make([]*big.Int, len(shares)), make([]*big.Int, len(shares))
	order := make([]int, len(shares))
	left := new(big.Int).Set(whole)
	for i, share := range shares {
		parts[i], remainders[i] = new(big.Int).QuoRem(new(big.Int).Mul(whole, share), total, new(big.Int))
		left.Sub(left, parts[i])
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return remainders[b].Cmp(remainders[a]) })
	one := big.NewInt(1)
	for _, i := range order[:left.Int64()] {
		parts[i].Add(parts[i], one)
	}
	return parts
}
