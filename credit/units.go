package credit

import (
	"fmt"
	"math/big"
	"math/bits"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
)

// units is an amount of at least nothing, counted in 10^-18 of the currency: the one form
// in which a ledger reckons. All that a ledger holds adds up to less than 10^38 units,
// which New sees to, so that no sum in a replay can overflow.
type units struct{ hi, lo uint64 }

// places is the number of decimal places a ledger reckons with.
const places = 18

// unitsOf converts an amount that has passed the guard. An amount with more than 18
// places, or of 10^20 and more, does not fit.
func unitsOf(d decimal.Decimal) (units, error) {
	const widest = 19 // 10^19 is the largest power of ten in 64 bits
	shift := places + int(d.Exponent())
	if d.NumDigits() < widest && 0 <= shift && shift <= widest {
		coefficient := d.CoefficientInt64()
		if coefficient < 0 {
			return units{}, errNegative(d)
		}
		hi, lo := bits.Mul64(uint64(coefficient), pow10[shift])
		if u := (units{hi, lo}); u.less(unitsLimit) {
			return u, nil
		}
	}
	return unitsOfBig(d, shift)
}

func unitsOfBig(d decimal.Decimal, shift int) (units, error) {
	n := d.Coefficient()
	if n.Sign() < 0 {
		return units{}, errNegative(d)
	}
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(shift, -shift))), nil)
	if shift >= 0 {
		n.Mul(n, power)
	} else if _, rest := n.QuoRem(n, power, new(big.Int)); rest.Sign() != 0 {
		return units{}, fmt.Errorf("%w: more than %d places; a ledger reckons with %d", ErrAmount, places, places)
	}
	if n.Cmp(unitsLimit.big()) >= 0 {
		return units{}, fmt.Errorf("%w: 10^20 or more; all of a ledger adds up to less", ErrAmount)
	}
	return unitsFromBig(n), nil
}

func errNegative(decimal.Decimal) error {
	return fmt.Errorf("%w: negative; what comes back is an event of kind return", ErrAmount)
}

func unitsFromBig(n *big.Int) units {
	mask := new(big.Int).SetUint64(^uint64(0))
	return units{new(big.Int).Rsh(n, 64).Uint64(), new(big.Int).And(n, mask).Uint64()}
}

func (a units) big() *big.Int {
	n := new(big.Int).SetUint64(a.hi)
	return n.Or(n.Lsh(n, 64), new(big.Int).SetUint64(a.lo))
}

// money gives the amount back as money of a currency, without zeros at its end.
func (a units) money(currency terms.Currency) terms.Money {
	if currency.IsZero() {
		return terms.Money{}
	}
	exponent := int32(-places)
	for exponent < 0 && a != (units{}) {
		tenth, digit := a.quoRem(10)
		if digit != 0 {
			break
		}
		a = tenth
		exponent++
	}
	amount := decimal.NewFromBigInt(a.big(), exponent)
	if a == (units{}) {
		amount = decimal.Decimal{}
	}
	m, err := terms.NewMoney(amount, currency)
	if err != nil {
		return terms.Money{}
	}
	return m
}

func (a units) isZero() bool { return a.hi|a.lo == 0 }

func (a units) less(b units) bool { return a.hi < b.hi || a.hi == b.hi && a.lo < b.lo }

// above reports whether a is more than b.
func (a units) above(b units) bool { return b.less(a) }

func (a units) add(b units) units {
	lo, carry := bits.Add64(a.lo, b.lo, 0)
	return units{a.hi + b.hi + carry, lo}
}

// sub takes b, which is at most a, from a.
func (a units) sub(b units) units {
	lo, borrow := bits.Sub64(a.lo, b.lo, 0)
	return units{a.hi - b.hi - borrow, lo}
}

func (a units) min(b units) units {
	if b.less(a) {
		return b
	}
	return a
}

// mul multiplies by a factor so small that the product fits.
func (a units) mul(factor uint64) units {
	hi, lo := bits.Mul64(a.lo, factor)
	return units{a.hi*factor + hi, lo}
}

// share is a part of an amount, or several: so many units, and so many hundredths of one beside them.
type share struct {
	whole      units
	hundredths uint64
}

const hundred = 100

// percent gives a part of the amount.
func (a units) percent(p Percent) share {
	parts := uint64(p) //nolint:gosec // at least 0
	hundredths, rest := a.quoRem(hundred)
	rest *= parts
	return share{hundredths.mul(parts).add(units{lo: rest / hundred}), rest % hundred}
}

func (s share) add(t share) share { return share{s.whole.add(t.whole), s.hundredths + t.hundredths} }

// sub takes t, which was added before, from s.
func (s share) sub(t share) share { return share{s.whole.sub(t.whole), s.hundredths - t.hundredths} }

// floor gives the part rounded down to units, and whether it is exact.
func (s share) floor() (part units, exact bool) {
	return s.whole.add(units{lo: s.hundredths / hundred}), s.hundredths%hundred == 0
}

func (a units) quoRem(divisor uint64) (units, uint64) {
	hi, rest := bits.Div64(0, a.hi, divisor)
	lo, rest := bits.Div64(rest, a.lo, divisor)
	return units{hi, lo}, rest
}
