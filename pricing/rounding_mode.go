package pricing

import (
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
)

// A Mode says which of the two nearest numbers of so many decimal places stands for one that has more. The zero Mode means
// "not given" and rounds nothing.
type Mode uint8

const (
	// TowardsZero cuts off what is too much, as ROUNDDOWN does in a spreadsheet: 2.348 is 2.34, −2.348 is −2.34. Microsoft's
	// formulas for invoice lines have it.
	TowardsZero Mode = iota + 1
	// Floor takes the lower of the two: −2.348 is −2.35.
	Floor
	// HalfAwayFromZero takes the nearer of the two, and of two as near the one further from zero, as ROUND does in a
	// spreadsheet: 2.345 is 2.35, −2.345 is −2.35.
	HalfAwayFromZero
)

// Round gives the number rounded to so many decimal places, 0 to 28. The number must pass [terms.CheckDecimal]. A mode
// that is not given is [ErrNotGiven].
func (m Mode) Round(d decimal.Decimal, places int) (decimal.Decimal, error) {
	if err := terms.CheckDecimal(d); err != nil {
		return decimal.Decimal{}, err
	}
	if places < 0 || places > mostPlaces {
		return decimal.Decimal{}, fault(ErrNotGiven, "places", places, "0 to 28")
	}
	if !modeNames.Valid(m) {
		return decimal.Decimal{}, notGiven("mode", modeNames, m)
	}
	return m.round(ratOf(d), places), nil
}

// round gives a quotient rounded to so many decimal places.
func (m Mode) round(r *big.Rat, places int) decimal.Decimal {
	scaled := new(big.Int).Mul(r.Num(), pow10(places))
	quotient, remainder := scaled.QuoRem(scaled, r.Denom(), new(big.Int))
	if m.movesAway(remainder, r.Denom()) {
		quotient.Add(quotient, big.NewInt(int64(remainder.Sign())))
	}
	return decimal.NewFromBigInt(quotient, -int32(places)) //nolint:gosec // at most 28, or what fit gives
}

// movesAway reports whether a number is rounded away from zero, of which so much remains of a whole that was cut off.
func (m Mode) movesAway(remainder, whole *big.Int) bool {
	switch m {
	case Floor:
		return remainder.Sign() < 0
	case HalfAwayFromZero:
		double := new(big.Int).Lsh(new(big.Int).Abs(remainder), 1)
		return double.Cmp(whole) >= 0
	default:
		return false
	}
}
