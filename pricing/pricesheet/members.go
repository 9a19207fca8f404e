package pricesheet

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/cloudterms/terms/internal/excerpt"
)

// A fault says what is wrong with a member of an object, and at which of its bytes.
type fault struct {
	name, text string
	at         int
	err        error
}

// eachMember visits the members of a JSON object in their order, those given twice included, with the byte each value begins
// at. It ends with the first error a visit gives.
func eachMember(object []byte, visit func(name string, value json.RawMessage, at int) error) error {
	tokens := json.NewDecoder(bytes.NewReader(object))
	if begin, err := tokens.Token(); err != nil || begin != json.Delim('{') {
		return fmt.Errorf("%w: want an object", ErrJSON)
	}
	for tokens.More() {
		key, err := tokens.Token()
		if err != nil {
			return fmt.Errorf("%w: %w", ErrJSON, err)
		}
		var value json.RawMessage
		if err := tokens.Decode(&value); err != nil {
			return fmt.Errorf("%w: %w", ErrJSON, err)
		}
		name, _ := key.(string) // as a key is
		if err := visit(name, value, int(tokens.InputOffset())-len(value)); err != nil {
			return err
		}
	}
	return nil
}

// readObject reads a JSON value, which is known to be well formed, by the columns of a format, of which names are those of
// its members.
func readObject[T any](f *format[T], names map[string]int, shared *reading, value json.RawMessage) (T, *fault) {
	var row T
	if !utf8.Valid(value) {
		return row, &fault{err: ErrEncoding}
	}
	members := newMembers(f, names)
	wrong := fault{text: string(value)}
	err := eachMember(value, func(name string, value json.RawMessage, at int) error {
		_, err := members.note(name, value, at)
		if err != nil {
			wrong = fault{name: name, text: string(value), at: at}
		}
		return err
	})
	if err != nil {
		wrong.err = err
		return row, &wrong
	}
	return row, members.setAll(shared, &row)
}

// readObjects reads a JSON array of objects by the columns of a format.
func readObjects[T any](f *format[T], shared *reading, text string) ([]T, error) {
	var values []json.RawMessage
	if err := json.Unmarshal([]byte(text), &values); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrJSON, err)
	}
	objects, names := make([]T, len(values)), f.columnsByName()
	for i, value := range values {
		object, fault := readObject(f, names, shared, value)
		if fault != nil {
			return nil, fmt.Errorf("%w (%s of element %d)", fault.err, excerpt.Of(fault.name), i+1)
		}
		objects[i] = object
	}
	return objects, nil
}

// readMembers reads a JSON object as its members, in order, those given twice included.
func readMembers(text string) ([]Field, error) {
	var fields []Field
	err := eachMember([]byte(text), func(name string, value json.RawMessage, _ int) error {
		valueText, err := memberText(value)
		fields = append(fields, Field{name, valueText})
		return err
	})
	return fields, err
}

// members are those of an object, by the columns of its format.
type members[T any] struct {
	format *format[T]
	byName map[string]int
	noted  []member
	other  []Field
}

type member struct {
	name  string
	text  string
	at    int
	given bool
}

func newMembers[T any](f *format[T], names map[string]int) *members[T] {
	return &members[T]{format: f, byName: names, noted: make([]member, len(f.columns))}
}

// note keeps a member until all are known. It gives the place of its column, and −1 for a member the format does not know.
func (m *members[T]) note(name string, value json.RawMessage, at int) (int, error) {
	column, known := m.byName[plainName(name)]
	switch {
	case !known && len(m.other) == maxColumns:
		return -1, fmt.Errorf("%w: more than %d members", ErrSize, maxColumns)
	case !known:
		m.other = append(m.other, Field{name, string(value)})
		return -1, nil
	case m.noted[column].given:
		return -1, fmt.Errorf("%w: %q and %q are one and the same", ErrJSON, excerpt.Of(m.noted[column].name), excerpt.Of(name))
	}
	text, err := memberText(value)
	m.noted[column] = member{name, text, at, true}
	return column, err
}

// set reads a member into a row at once.
func (m *members[T]) set(shared *reading, row *T, name string, value json.RawMessage) error {
	column, err := m.note(name, value, 0)
	if err != nil {
		return err
	}
	*m.format.other(row) = m.other
	if column < 0 || m.noted[column].text == "" {
		return nil
	}
	return m.format.columns[column].set(shared, row, m.noted[column].text)
}

// memberText gives the text of a value: of a string what it says, of null nothing, of anything else what is written.
func memberText(value json.RawMessage) (string, error) {
	switch value[0] {
	case 'n':
		return "", nil
	case '"':
		var text string
		err := json.Unmarshal(value, &text)
		return text, err
	}
	return string(value), nil
}

// setAll reads the members into a row, in the order of the columns.
func (m *members[T]) setAll(shared *reading, row *T) *fault {
	for i, c := range m.format.columns {
		noted := m.noted[i]
		empty := strings.TrimSpace(noted.text) == ""
		switch {
		case empty && c.Filled:
			return &fault{name: c.Name, at: noted.at, err: fmt.Errorf("%w: %s", ErrMissing, c.Name)}
		case empty:
			continue
		}
		if err := c.set(shared, row, noted.text); err != nil {
			return &fault{name: noted.name, text: noted.text, at: noted.at, err: err}
		}
	}
	*m.format.other(row) = m.other
	return nil
}
