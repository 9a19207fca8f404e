package pricesheet

import (
	"bytes"
	"encoding/json"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/jsonform"
)

// A number writes a decimal as a JSON string, whatever the package globals of shopspring/decimal say.
type number struct{ decimal.Decimal }

func (n number) MarshalJSON() ([]byte, error) {
	text, err := terms.FormatDecimal(n.Decimal)
	if err != nil {
		return nil, err
	}
	return json.Marshal(text)
}

func (n *number) UnmarshalJSON(data []byte) error { return jsonform.Decode(data, &n.Decimal) }

// sameJSON reports whether two values are written alike. A value that is not written equals none.
func sameJSON(a, b any) bool {
	textA, errA := json.Marshal(a)
	textB, errB := json.Marshal(b)
	return errA == nil && errB == nil && bytes.Equal(textA, textB)
}
