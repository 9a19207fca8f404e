package jsonform

import (
	"bytes"
	"encoding/json"

	"github.com/cloudterms/terms"
)

// Marshal writes JSON as encoding/json does, but leaves <, > and & as they are.
func Marshal(v any) ([]byte, error) {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(buffer.Bytes(), []byte("\n")), nil
}

// Decode reads JSON by the rules of terms.Decode.
func Decode(data []byte, v any) error { return terms.Decode(bytes.NewReader(data), v) }

// IsNull reports whether JSON is null.
func IsNull(data []byte) bool { return bytes.Equal(bytes.TrimSpace(data), []byte("null")) }

// EmptyNotNull lets a list without members be [] in JSON.
func EmptyNotNull[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
