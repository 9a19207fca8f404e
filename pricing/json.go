package pricing

import (
	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
)

// number is a decimal number as JSON has it here: a string, whatever decimal's package globals say.
type number decimal.Decimal

// MarshalText gives the number in full.
func (n number) MarshalText() ([]byte, error) {
	text, err := terms.FormatDecimal(decimal.Decimal(n))
	return []byte(text), err
}

// IsZero reports whether the number is 0, for omitzero.
func (n number) IsZero() bool { return decimal.Decimal(n).IsZero() }
