package pricing

import (
	"bytes"
	"encoding/json"

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

// marshal writes JSON as encoding/json does, but leaves <, > and & as they are.
func marshal(v any) ([]byte, error) {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(buffer.Bytes(), []byte("\n")), nil
}

// decode reads JSON by the rules of terms.Decode.
func decode(data []byte, v any) error { return terms.Decode(bytes.NewReader(data), v) }

// isNull reports whether JSON is null.
func isNull(data []byte) bool { return bytes.Equal(bytes.TrimSpace(data), []byte("null")) }

// emptyNotNull lets a list without members be [] in JSON.
func emptyNotNull[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
