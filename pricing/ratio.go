package pricing

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
)

// What [terms.CheckDecimal] lets pass.
const (
	mostPlaces = 28
	mostDigits = 38
)

// effectiveDigits is the number of significant digits Microsoft prints an effective unit price with: 0.737586206896552.
const effectiveDigits = 15

// ratOf gives a number that has passed CheckDecimal as a quotient.
func ratOf(d decimal.Decimal) *big.Rat {
	if e := int(d.Exponent()); e < 0 {
		return new(big.Rat).SetFrac(d.Coefficient(), pow10(-e))
	}
	return new(big.Rat).SetInt(new(big.Int).Mul(d.Coefficient(), pow10(int(d.Exponent()))))
}

// pow10 gives a power of ten, not to be changed: up to 10^38 it is the one of a table.
func pow10(n int) *big.Int {
	if n < len(powersOfTen) {
		return powersOfTen[n]
	}
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

// product multiplies quotients.
func product(factors ...*big.Rat) *big.Rat {
	above, below := big.NewInt(1), big.NewInt(1)
	for _, f := range factors {
		above.Mul(above, f.Num())
		below.Mul(below, f.Denom())
	}
	return new(big.Rat).SetFrac(above, below)
}

// integerDigits gives the number of digits before the point.
func integerDigits(r *big.Rat) int {
	if r.Num().CmpAbs(r.Denom()) < 0 {
		return 0
	}
	whole := new(big.Int).Quo(r.Num(), r.Denom())
	digits := 1
	for digits < len(powersOfTen) && whole.CmpAbs(powersOfTen[digits]) >= 0 {
		digits++
	}
	if digits == len(powersOfTen) {
		return len(whole.Abs(whole).String())
	}
	return digits
}

// leadingZeros gives the number of zeros between the point and the first digit of a number between −1 and 1 that is not 0.
func leadingZeros(r *big.Rat) int {
	zeros := 0
	for scaled := new(big.Rat).Abs(r); zeros < mostPlaces; zeros++ {
		scaled.Mul(scaled, big.NewRat(10, 1))
		if integerDigits(scaled) > 0 {
			break
		}
	}
	return zeros
}

// fit gives the quotient as a number that passes CheckDecimal: exact and with no more places than it needs, or with as many
// as fit.
func fit(r *big.Rat) decimal.Decimal {
	most := min(mostPlaces, max(0, mostDigits-integerDigits(r)))
	if places, exact := r.FloatPrec(); exact && places <= most {
		return HalfAwayFromZero.round(r, places)
	}
	return trim(HalfAwayFromZero.round(r, most))
}

// significant gives the quotient with so many significant digits, and whole numbers in full.
func significant(r *big.Rat, digits int) decimal.Decimal {
	whole := integerDigits(r)
	if whole > 0 || r.Sign() == 0 {
		return HalfAwayFromZero.round(r, max(0, digits-whole))
	}
	return HalfAwayFromZero.round(r, min(mostPlaces, digits+leadingZeros(r)))
}

// amountOf gives a quotient as an amount, as fit does.
func amountOf(r *big.Rat, currency terms.Currency) (terms.Money, error) {
	return terms.NewMoney(fit(r), currency)
}

// trim drops zeros at the end, so that a number has no more digits than it needs.
func trim(d decimal.Decimal) decimal.Decimal {
	coefficient, exponent := d.Coefficient(), d.Exponent()
	if coefficient.IsInt64() {
		short := coefficient.Int64()
		for exponent < 0 && short%10 == 0 {
			short, exponent = short/10, exponent+1
		}
		return decimal.New(short, exponent)
	}
	ten, remainder := big.NewInt(10), new(big.Int)
	for exponent < 0 {
		quotient, _ := new(big.Int).QuoRem(coefficient, ten, remainder)
		if remainder.Sign() != 0 {
			break
		}
		coefficient, exponent = quotient, exponent+1
	}
	return decimal.NewFromBigInt(coefficient, exponent)
}

// checkNumber holds a number against CheckDecimal, and refuses one below 0.
func checkNumber(condition error, field string, d decimal.Decimal) error {
	if err := terms.CheckDecimal(d); err != nil {
		return causedFault(condition, field, err, "a number of at most 38 digits and 28 places")
	}
	if d.IsNegative() {
		return fault(condition, field, shown(d), "0 or more")
	}
	return nil
}

// shown writes a number for an error.
func shown(d decimal.Decimal) string {
	text, err := terms.FormatDecimal(d)
	if err != nil {
		return fmt.Sprintf("a number of exponent %d", d.Exponent())
	}
	return text
}

// EffectiveUnitPrice gives what a unit came to cost: the cost divided by the quantity, with 15 significant digits, which is
// how Microsoft prints it. 21.39 USD for 29 hours is 0.737586206896552 USD. The page on it words it the other way around,
// as quantity by cost; all of its figures are cost by quantity.
//
// The number is for reading: whoever multiplies it by the quantity again and cuts off behind the cents can be a cent short
// of the cost it came from. No quantity is [ErrDivision].
func EffectiveUnitPrice(cost terms.Money, quantity decimal.Decimal) (terms.Money, error) {
	if err := checkNumber(ErrUse, "quantity", quantity); err != nil {
		return terms.Money{}, err
	}
	if quantity.IsZero() {
		return terms.Money{}, fault(ErrDivision, "quantity", 0, "more than 0, for the cost of each")
	}
	quotient := new(big.Rat).Quo(ratOf(cost.Amount()), ratOf(quantity))
	return terms.NewMoney(trim(significant(quotient, effectiveDigits)), cost.Currency())
}
