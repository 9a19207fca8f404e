package credit

import (
	"bytes"
	"encoding/json"

	"github.com/cloudterms/terms"
)

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

// emptyNotNull lets a list without members be [] in JSON.
func emptyNotNull[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
