package terms

import (
	"bytes"
	"encoding"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strconv"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/cloudterms/terms/internal/excerpt"
)

// unfit says of a JSON value that is of another kind than is wanted which kind that is, for a reader who wrote the JSON and
// does not know Go. It gives nil for a value with other trouble.
func unfit(e *json.SemanticError, data []byte) error {
	if e.Err != nil && isText(e.GoType) {
		return unfitForText(e, data)
	}
	isOutOfRange := errors.Is(e.Err, strconv.ErrRange)
	isMalformed := errors.Is(e.Err, strconv.ErrSyntax)
	if e.Err != nil && (!isWhole(e.GoType) || !isOutOfRange && !isMalformed) {
		return nil
	}
	want := wanted(e.GoType, isOutOfRange)
	if want == "" {
		return fmt.Errorf("%s does not fit a Go %v", given(e, data), e.GoType)
	}
	return fmt.Errorf("%s does not fit; want %s", given(e, data), want)
}

// notString is the text of the error that the JSON package does not export, for what should be a JSON string.
const notString = "JSON value must be string type"

// unfitForText adds what the type's own reader says of a number or truth value without quotes: it names what would be right.
func unfitForText(e *json.SemanticError, data []byte) error {
	if e.Err.Error() != notString {
		return nil
	}
	if text := scalar(e, data); text != "" {
		reader, _ := reflect.TypeAssert[encoding.TextUnmarshaler](reflect.New(e.GoType))
		if err := reader.UnmarshalText([]byte(text)); err != nil {
			return fmt.Errorf("%s does not fit; want a JSON string: %w", given(e, data), err)
		}
	}
	return fmt.Errorf("%s does not fit; want a JSON string", given(e, data))
}

func isText(t reflect.Type) bool {
	return t != nil && reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}

// given names a JSON value by its kind, and by itself a truth value, and a number where one is wanted. A number in another
// place may be a secret that lacks its quotes.
func given(e *json.SemanticError, data []byte) string {
	switch e.JSONKind {
	case jsontext.KindTrue, jsontext.KindFalse:
		return "the JSON value " + scalar(e, data)
	case jsontext.KindNumber:
		if isWhole(e.GoType) && !isText(e.GoType) {
			return "the JSON number " + scalar(e, data)
		}
		return "a JSON number"
	case jsontext.KindBeginObject:
		return "a JSON object"
	case jsontext.KindBeginArray:
		return "a JSON array"
	case jsontext.KindString, jsontext.KindNull:
		return "a JSON " + e.JSONKind.String()
	default:
		return "a JSON value"
	}
}

// scalar gives the beginning of a number, and a truth value, as they stand in the JSON; nothing for other values.
func scalar(e *json.SemanticError, data []byte) string {
	switch e.JSONKind {
	case jsontext.KindTrue, jsontext.KindFalse:
		return e.JSONKind.String()
	case jsontext.KindNumber:
		rest := data[min(e.ByteOffset, int64(len(data))):]
		digits := len(rest) - len(bytes.TrimLeft(rest, "+-.0123456789Ee"))
		return excerpt.Of(string(rest[:min(digits, excerpt.Most+1)]))
	default:
		return ""
	}
}

func isWhole(t reflect.Type) bool {
	return t != nil && reflect.Int <= t.Kind() && t.Kind() <= reflect.Uint64
}

// wanted says how a Go type is written in JSON, with the bounds of a whole number if they matter, and nothing for a type that
// is not.
func wanted(t reflect.Type, bounds bool) string {
	if t == nil {
		return ""
	}
	switch t.Kind() {
	case reflect.Bool:
		return "true or false"
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		if bounds {
			unused := 64 - t.Bits()
			return fmt.Sprintf("a whole number from %d to %d", math.MinInt64>>unused, math.MaxInt64>>unused)
		}
		return "a whole number"
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		if bounds {
			return fmt.Sprintf("a whole number from 0 to %d", uint64(math.MaxUint64)>>(64-t.Bits()))
		}
		return "a whole number, 0 or more"
	case reflect.Float32, reflect.Float64:
		return "a number"
	case reflect.String:
		return "a JSON string"
	case reflect.Slice, reflect.Array:
		if t.Elem().Kind() == reflect.Uint8 {
			return "a JSON string in Base64"
		}
		return "a JSON array"
	case reflect.Map, reflect.Struct:
		return "a JSON object"
	case reflect.Pointer:
		return wanted(t.Elem(), bounds)
	default:
		return ""
	}
}
