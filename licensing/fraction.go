package licensing

import (
	"math/big"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/excerpt"
)

// A Fraction is an exact rational number: months, days, or licences times either. It is an immutable value; compare two
// with [Fraction.Equal] or [Fraction.Cmp]. The zero Fraction is 0.
//
// Its text, in JSON too, is a whole number or a numerator and a denominator in lowest terms, as in 7, 19/2 and -1/3.
type Fraction struct{ rat *big.Rat } // nil is 0, and what it points to is never changed

const (
	maxFractionText = 128
	wantFraction    = "a whole number or a fraction of two, as in 7 or 19/2, of at most 128 characters"
)

// NewFraction gives numerator over denominator. A denominator of 0 is [ErrFraction].
func NewFraction(numerator, denominator int64) (Fraction, error) {
	if denominator == 0 {
		return Fraction{}, &terms.ParseError{Input: big.NewInt(numerator).String() + "/0", Want: wantFraction, Err: ErrFraction}
	}
	return ratio{numerator, denominator}.fraction(), nil
}

// ParseFraction reads the text of a fraction. One that could be shortened is, so 38/4 gives 19/2. Anything but digits, a
// minus sign before them and one slash between two numbers is [ErrFraction], and so is a denominator of 0.
func ParseFraction(s string) (Fraction, error) {
	numerator, denominator, isFraction := strings.Cut(strings.TrimPrefix(s, "-"), "/")
	if len(s) > maxFractionText || !isDigits(numerator) || isFraction && !isDigits(denominator) {
		return Fraction{}, fractionError(s)
	}
	rat, ok := new(big.Rat).SetString(s) // refuses a denominator of 0
	if !ok {
		return Fraction{}, fractionError(s)
	}
	return Fraction{rat}, nil
}

func fractionError(s string) error {
	return &terms.ParseError{Input: excerpt.Of(s), Want: wantFraction, Err: ErrFraction}
}

// Rat gives the number as a big.Rat of the caller's own.
func (f Fraction) Rat() *big.Rat {
	rat := new(big.Rat)
	if f.rat == nil {
		return rat
	}
	return rat.Set(f.rat)
}

// Sign gives −1, 0 or +1 as the number is negative, nothing or positive.
func (f Fraction) Sign() int { return f.Rat().Sign() }

// IsZero reports whether the number is 0.
func (f Fraction) IsZero() bool { return f.Sign() == 0 }

// Cmp gives −1, 0 or +1 as f is less than, equal to or more than other.
func (f Fraction) Cmp(other Fraction) int { return f.Rat().Cmp(other.Rat()) }

// Equal reports whether both are the same number.
func (f Fraction) Equal(other Fraction) bool { return f.Cmp(other) == 0 }

// Add gives the sum, exact.
func (f Fraction) Add(other Fraction) Fraction { return Fraction{f.Rat().Add(f.Rat(), other.Rat())} }

// Text gives the number with so many decimal places, the last one rounded half away from zero, for people to read: 19/2
// with one place is 9.5. Fewer than 0 places are 0, more than 100 are 100.
func (f Fraction) Text(places int) string {
	const most = 100
	return f.Rat().FloatString(min(max(places, 0), most))
}

// String gives the exact text, as in 19/2.
func (f Fraction) String() string { return f.Rat().RatString() }

// MarshalText gives what [Fraction.String] gives. It never fails.
func (f Fraction) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads what [ParseFraction] reads. On an error it leaves f as it was.
func (f *Fraction) UnmarshalText(text []byte) error {
	parsed, err := ParseFraction(string(text))
	if err != nil {
		return err
	}
	*f = parsed
	return nil
}

// A ratio is a rational number while it is reckoned with: small enough for machine words, by the bounds that requests are
// held to, and not in lowest terms. Its denominator is positive but in NewFraction.
type ratio struct{ num, den int64 }

func (r ratio) fraction() Fraction { return Fraction{big.NewRat(r.num, r.den)} }

// whole gives the largest whole number that is not more than a ratio that is not negative, and the rest.
func (r ratio) whole() (int64, ratio) { return r.num / r.den, ratio{r.num % r.den, r.den} }
