package schemas

import (
	"encoding"
	"encoding/json"
	"fmt"
	"math"
	"reflect"

	"github.com/google/jsonschema-go/jsonschema"
)

// dialect is the version of JSON Schema.
const dialect = "https://json-schema.org/draft/2020-12/schema"

// Of gives the schema of what terms.Decode reads as a type. No member is required, for what is missing is not given, and no
// member is allowed that the type does not have.
func Of(title string, t reflect.Type) (*jsonschema.Schema, error) {
	s, err := of(t)
	if err != nil {
		return nil, fmt.Errorf("schemas: %s: %w", title, err)
	}
	s.Schema, s.Title = dialect, title
	return s, nil
}

func of(t reflect.Type) (*jsonschema.Schema, error) {
	if s, err := whole(t); s != nil || err != nil {
		return s, err
	}
	within := map[reflect.Type]*jsonschema.Schema{}
	if err := gather(t, within); err != nil {
		return nil, err
	}
	s, err := jsonschema.ForType(t, &jsonschema.ForOptions{TypeSchemas: within})
	if err != nil {
		return nil, err
	}
	relax(s)
	return s, nil
}

// gather finds the types within a type whose JSON is not that of their fields.
func gather(t reflect.Type, found map[reflect.Type]*jsonschema.Schema) error {
	if _, done := found[t]; done {
		return nil
	}
	if s, err := whole(t); s != nil || err != nil {
		found[t] = s
		return err
	}
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
		return gather(t.Elem(), found)
	case reflect.Struct:
		for _, f := range reflect.VisibleFields(t) {
			if err := gather(f.Type, found); f.IsExported() && err != nil {
				return err
			}
		}
	default:
	}
	return nil
}

// whole gives the schema of a type whose JSON is not that of its fields, and nothing for one whose JSON is.
func whole(t reflect.Type) (*jsonschema.Schema, error) {
	if t.Kind() == reflect.Pointer {
		return nil, nil
	}
	if form, known := forms[t]; known {
		return form.CloneSchemas(), nil
	}
	if stands, known := standsFor[t]; known {
		s, err := of(stands)
		return nullable(s), err
	}
	writesText, writesJSON := t.Implements(reflect.TypeFor[encoding.TextMarshaler]()), t.Implements(reflect.TypeFor[json.Marshaler]())
	switch {
	case writesText && t.Kind() == reflect.Uint8:
		return closedSet(t), nil
	case writesText:
		return &jsonschema.Schema{Type: "string"}, nil
	case writesJSON && !hasTaggedFields(t):
		return nil, fmt.Errorf("the JSON of %s is its own; say in the table what it stands for", t)
	}
	return nil, nil
}

// nullable lets null stand for what has no JSON while it is zero.
func nullable(s *jsonschema.Schema) *jsonschema.Schema {
	if s != nil && s.Type != "" {
		s.Type, s.Types = "", []string{"null", s.Type}
	}
	return s
}

// closedSet gives the names of a closed set, and the empty one of what is not given.
func closedSet(t reflect.Type) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "string"}
	v := reflect.New(t).Elem()
	for n := range uint64(math.MaxUint8) {
		v.SetUint(n)
		text, err := v.Interface().(encoding.TextMarshaler).MarshalText()
		if err != nil {
			break
		}
		s.Enum = append(s.Enum, string(text))
	}
	return s
}

// hasTaggedFields says whether the JSON of a struct that writes it by itself, for the sake of a number's digits, is that of
// its fields all the same.
func hasTaggedFields(t reflect.Type) bool {
	if t.Kind() != reflect.Struct || t.NumField() == 0 {
		return false
	}
	for f := range t.Fields() {
		if !f.IsExported() || f.Tag.Get("json") == "" {
			return false
		}
	}
	return true
}

// relax takes away what is required: what is missing is not given.
func relax(s *jsonschema.Schema) {
	if s == nil {
		return
	}
	s.Required = nil
	for _, p := range s.Properties {
		relax(p)
	}
	relax(s.Items)
}
