package pricing

import (
	"math/big"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/excerpt"
)

// A Percent is a part of a price, from 0 to 100 per cent: a tax, a discount, partner earned credit. It is an immutable value;
// compare two with [Percent.Equal]. The zero Percent is no per cent.
//
// Its text is the number with a percent sign, as in 15% and 12.5%.
type Percent struct {
	hundredths decimal.Decimal
}

const wantPercent = "a number from 0 to 100 and a percent sign, as in 15%"

// NewPercent gives so many per cent: 15 for 15 %. Below 0 or above 100 is [ErrPercent].
func NewPercent(number decimal.Decimal) (Percent, error) {
	if err := checkNumber(ErrPercent, "percent", number); err != nil {
		return Percent{}, err
	}
	if number.GreaterThan(decimal.NewFromInt(100)) {
		return Percent{}, fault(ErrPercent, "percent", shown(number), "at most 100")
	}
	return Percent{number}, nil
}

// ParsePercent reads the text that [Percent.String] gives. Anything else is a [terms.ParseError] wrapping [ErrPercent].
func ParsePercent(s string) (Percent, error) {
	text, ok := strings.CutSuffix(s, "%")
	number, err := terms.ParseDecimal(text)
	if !ok || err != nil {
		return Percent{}, &terms.ParseError{Input: excerpt.Of(s), Want: wantPercent, Err: ErrPercent}
	}
	p, err := NewPercent(number)
	if err != nil {
		return Percent{}, &terms.ParseError{Input: excerpt.Of(s), Want: wantPercent, Err: ErrPercent}
	}
	return p, nil
}

// MustParsePercent is [ParsePercent] for percentages written into a program. It panics on text that ParsePercent refuses, so
// it is for constants and tests, never for input.
func MustParsePercent(s string) Percent {
	p, err := ParsePercent(s)
	if err != nil {
		panic(err)
	}
	return p
}

// Decimal gives the number of per cent: 15 for 15 %.
func (p Percent) Decimal() decimal.Decimal { return p.hundredths }

// IsZero reports whether it is no per cent.
func (p Percent) IsZero() bool { return p.hundredths.IsZero() }

// Equal reports whether both are as much.
func (p Percent) Equal(other Percent) bool { return p.hundredths.Equal(other.hundredths) }

// Of gives so many per cent of an amount: 15 % of 2.99 USD is 0.4485 USD. It is exact, and rounded to 28 places only where
// it has more.
func (p Percent) Of(amount terms.Money) (terms.Money, error) {
	if p.IsZero() {
		return terms.NewMoney(decimal.Decimal{}, amount.Currency())
	}
	return amountOf(product(ratOf(amount.Amount()), p.fraction()), amount.Currency())
}

// Off gives an amount less so many per cent of it: 2.99 USD less 15 % is 2.5415 USD. It is exact, as [Percent.Of] is.
func (p Percent) Off(amount terms.Money) (terms.Money, error) {
	if p.IsZero() && !amount.IsZero() {
		return amount, nil
	}
	return amountOf(product(ratOf(amount.Amount()), p.rest()), amount.Currency())
}

// fraction gives the part of a whole: 15/100.
func (p Percent) fraction() *big.Rat { return ratOf(p.hundredths.Shift(-cents)) }

// rest gives what is left of a whole: 85/100.
func (p Percent) rest() *big.Rat { return new(big.Rat).Sub(big.NewRat(1, 1), p.fraction()) }

// String gives the number with a percent sign.
func (p Percent) String() string { return shown(p.hundredths) + "%" }

// MarshalText gives what [Percent.String] gives. It never fails.
func (p Percent) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what [ParsePercent] reads, and empty text as the zero Percent. On an error it leaves p as it was.
func (p *Percent) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*p = Percent{}
		return nil
	}
	read, err := ParsePercent(string(text))
	if err != nil {
		return err
	}
	*p = read
	return nil
}
