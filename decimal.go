package terms

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// The bounds of a decimal number. They hold what Microsoft's own data has (17
// places; 9223372036854780000) with room to multiply, and keep every operation short:
// an unguarded decimal of a huge exponent takes minutes to add.
const (
	maxDecimalText     = 64  // bytes, before parsing
	minDecimalExponent = -28 // 28 places
	maxDecimalExponent = 19
	maxDecimalDigits   = 38
)

// CheckDecimal is the guard that every function of this module puts before a
// decimal number it is handed. It accepts exponents from −28 to 19 and at most 38
// digits in the coefficient, and answers anything else with [ErrDecimalRange] in
// bounded time.
func CheckDecimal(d decimal.Decimal) error {
	if e := d.Exponent(); e < minDecimalExponent || e > maxDecimalExponent {
		return fmt.Errorf("%w: exponent %d; want %d to %d", ErrDecimalRange, e, minDecimalExponent, maxDecimalExponent)
	}
	if n := d.NumDigits(); n > maxDecimalDigits {
		return fmt.Errorf("%w: %d digits; want at most %d", ErrDecimalRange, n, maxDecimalDigits)
	}
	return nil
}

// ParseDecimal reads a decimal number in the form JSON gives numbers: an optional
// minus sign, digits without superfluous zeros in front, an optional fraction and
// an optional exponent. Text of more than 64 bytes is refused unread, and the number
// must pass [CheckDecimal], where zeros at its end count as exponent if they are too many to
// be digits.
func ParseDecimal(s string) (decimal.Decimal, error) {
	const want = "a number such as 12.50 or 3.6E-05, of at most 64 bytes"
	whole, fraction, power, ok := splitNumber(s)
	if !ok {
		return decimal.Decimal{}, parseError(ErrDecimal, s, want)
	}
	// Not decimal.NewFromString: what it takes depends on a package global.
	coefficient, _ := new(big.Int).SetString(whole+fraction, 10) // nothing but digits and a sign
	d := shedZeros(decimal.NewFromBigInt(coefficient, exponentOf(power, len(fraction))))
	if err := CheckDecimal(d); err != nil {
		return decimal.Decimal{}, fmt.Errorf("%w: %q", err, s)
	}
	return d, nil
}

// splitNumber takes a JSON number apart: the digits before the point with the sign, those
// behind it, and the exponent. It reports whether s follows the grammar and is short enough.
func splitNumber(s string) (whole, fraction, power string, ok bool) {
	if len(s) > maxDecimalText {
		return "", "", "", false
	}
	unsigned := strings.TrimPrefix(s, "-")
	lead, rest := digits(unsigned)
	if lead == "" || len(lead) > 1 && lead[0] == '0' {
		return "", "", "", false
	}
	whole = s[:len(s)-len(rest)]
	if after, found := strings.CutPrefix(rest, "."); found {
		if fraction, rest = digits(after); fraction == "" {
			return "", "", "", false
		}
	}
	if rest == "" {
		return whole, fraction, "", true
	}
	if rest[0] != 'e' && rest[0] != 'E' {
		return "", "", "", false
	}
	power = rest[1:]
	unsigned = power
	if unsigned != "" && (unsigned[0] == '+' || unsigned[0] == '-') {
		unsigned = unsigned[1:]
	}
	lead, rest = digits(unsigned)
	return whole, fraction, power, lead != "" && rest == ""
}

// exponentOf gives the exponent of a number written with a power of ten, which may be empty,
// and with so many places. What no int32 holds comes out as far beyond the bounds as one can.
func exponentOf(power string, places int) int32 {
	n, _ := strconv.ParseInt(power, 10, 32) // the nearest bound, where out of range
	return int32(max(n-int64(places), math.MinInt32))
}

// shedZeros turns zeros at the end of a number of too many digits into exponent, as many as
// it takes. An amount of 38 digits and the two places of its currency is such a number.
func shedZeros(d decimal.Decimal) decimal.Decimal {
	excess := d.NumDigits() - maxDecimalDigits
	if excess <= 0 {
		return d
	}
	quotient, remainder := new(big.Int).QuoRem(d.Coefficient(), pow10(excess), new(big.Int))
	if remainder.Sign() != 0 {
		return d
	}
	return decimal.NewFromBigInt(quotient, d.Exponent()+int32(excess)) //nolint:gosec // at most 64 digits
}

// digits splits s behind its leading ASCII digits.
func digits(s string) (lead, rest string) {
	i := 0
	for i < len(s) && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	return s[:i], s[i:]
}

// FormatDecimal writes a decimal number in full, as [ParseDecimal] reads it: no exponent, and no zeros at the end of the
// fraction, so that equal numbers have one text. It asks nothing of decimal's own formatting, which obeys package globals
// that belong to the application. A number that does not pass [CheckDecimal] is [ErrDecimalRange].
func FormatDecimal(d decimal.Decimal) (string, error) {
	if err := CheckDecimal(d); err != nil {
		return "", err
	}
	return decimalText(d, 0), nil
}

// decimalText writes d in full, with at least places digits behind the point and no
// other zeros at its end, so that equal numbers have one text. It asks nothing of
// decimal's own formatting, which obeys package globals that belong to the
// application. The number must have passed CheckDecimal.
func decimalText(d decimal.Decimal, places int) string {
	coefficient, exponent := d.Coefficient(), int(d.Exponent())
	if exponent > 0 {
		coefficient.Mul(coefficient, pow10(exponent))
		exponent = 0
	}
	sign := ""
	if coefficient.Sign() < 0 {
		sign = "-"
	}
	text := coefficient.Abs(coefficient).String()
	if missing := -exponent - len(text) + 1; missing > 0 {
		text = strings.Repeat("0", missing) + text
	}
	point := len(text) + exponent
	whole, fraction := text[:point], strings.TrimRight(text[point:], "0")
	if missing := places - len(fraction); missing > 0 {
		fraction += strings.Repeat("0", missing)
	}
	if fraction == "" {
		return sign + whole
	}
	return sign + whole + "." + fraction
}

// pow10 gives ten to the power of n, which is at least 0.
func pow10(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}
