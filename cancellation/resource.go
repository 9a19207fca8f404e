package cancellation

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/excerpt"
	"github.com/cloudterms/terms/rules"
)

// kept is what an object of Partner Center's had in JSON: every member, in its order and spelling. What is not changed is
// written as it was read, and so is what nobody here knows.
type kept struct{ members []member }

type member struct {
	name  string
	value json.RawMessage
}

// has reports whether the object has a field, even if it is null.
func (k kept) has(name string) bool {
	for _, m := range k.members {
		if strings.EqualFold(m.name, name) {
			return true
		}
	}
	return false
}

// field is a field that is known: its name, another spelling that is met, and where its value is.
type field struct {
	name  string
	other string
	value any // a pointer, or a container of what has fields of its own
}

// container is a list or a table of objects.
type container interface {
	decode(data json.RawMessage) error
	encode() (json.RawMessage, error)
}

type list[T any] struct{ into *[]T }

func (l list[T]) decode(data json.RawMessage) error {
	var elements []json.RawMessage
	if err := json.Unmarshal(data, &elements); err != nil {
		return unreadable(data, "a list of objects")
	}
	read := make([]T, len(elements))
	var found faults
	for i, element := range elements {
		if err := json.Unmarshal(element, &read[i]); err != nil {
			found = found.with(within(strconv.Itoa(i), err))
		}
	}
	*l.into = read
	return found.err()
}

func (l list[T]) encode() (json.RawMessage, error) { return json.Marshal(*l.into) }

type table[T any] struct{ into *map[string]T }

func (t table[T]) decode(data json.RawMessage) error {
	members, err := membersOf(data)
	if err != nil {
		return err
	}
	read := map[string]T{}
	var found faults
	for _, m := range members {
		var value T
		if err := json.Unmarshal(m.value, &value); err != nil {
			found = found.with(within(m.name, err))
		}
		read[m.name] = value
	}
	*t.into = read
	return found.err()
}

func (t table[T]) encode() (json.RawMessage, error) { return json.Marshal(*t.into) }

// readResource reads an object, and leaves it as it was on an error. FieldsOf gives where its members and its fields are.
func readResource[T any](data []byte, into *T, fieldsOf func(*T) (*kept, []field)) error {
	if string(bytes.TrimSpace(data)) == "null" {
		return nil
	}
	members, err := membersOf(data)
	if err != nil {
		return err
	}
	var read T
	all, known := fieldsOf(&read)
	if err := decodeMembers(members, known).err(); err != nil {
		return err
	}
	all.members = members
	*into = read
	return nil
}

// writeResource writes an object: what is unchanged as it was read, what is new behind it.
func writeResource[T any](now *T, fieldsOf func(*T) (*kept, []field)) ([]byte, error) {
	var read T
	_, was := fieldsOf(&read)
	all, is := fieldsOf(now)
	if err := decodeMembers(all.members, was).err(); err != nil {
		return nil, err
	}
	changed, err := changes(was, is)
	if err != nil {
		return nil, err
	}
	var b objectWriter
	for _, m := range all.members {
		known := fieldOf(was, m.name)
		value, isChanged := changed[known]
		switch {
		case known == "" || !isChanged:
			b.member(m.name, m.value)
		case value != nil:
			b.member(m.name, value)
		}
		delete(changed, known)
	}
	for _, f := range was {
		if value := changed[f.name]; value != nil {
			b.member(f.name, value)
		}
	}
	return b.object(), nil
}

// changes gives the values of fields that are other than they were, by name. The value of one that is no longer given is nil.
func changes(was, now []field) (map[string]json.RawMessage, error) {
	changed := map[string]json.RawMessage{}
	for i := range now {
		before, err := encodeField(was[i].value)
		after, err2 := encodeField(now[i].value)
		if err := errors.Join(err, err2); err != nil {
			return nil, fmt.Errorf("%s: %w", now[i].name, err)
		}
		if !bytes.Equal(before, after) {
			changed[now[i].name] = after
		}
	}
	return changed, nil
}

// objectWriter puts an object together.
type objectWriter struct{ buffer bytes.Buffer }

func (w *objectWriter) member(name string, value json.RawMessage) {
	separator := ","
	if w.buffer.Len() == 0 {
		separator = "{"
	}
	quoted, _ := json.Marshal(name) // text always marshals
	w.buffer.WriteString(separator)
	w.buffer.Write(quoted)
	w.buffer.WriteString(":")
	w.buffer.Write(value)
}

func (w *objectWriter) object() []byte {
	if w.buffer.Len() == 0 {
		return []byte("{}")
	}
	return append(w.buffer.Bytes(), '}')
}

// membersOf gives the members of an object. Two that differ in case only are refused: nobody could say which holds.
func membersOf(data []byte) ([]member, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	if opening, err := d.Token(); err != nil || opening != json.Delim('{') {
		return nil, &terms.DecodeError{Err: fmt.Errorf("%w: it is no object; want a subscription", ErrResource)}
	}
	var read kept
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return nil, &terms.DecodeError{Err: fmt.Errorf("%w: %w", ErrResource, err)}
		}
		m := member{name: fmt.Sprint(name)}
		if err := d.Decode(&m.value); err != nil {
			return nil, resourceError(m.name, "%v", err)
		}
		if read.has(m.name) {
			return nil, resourceError(m.name, "it is given twice; want it once, in one spelling")
		}
		read.members = append(read.members, m)
	}
	return read.members, nil
}

// decodeMembers reads the members that are known into their fields, and gives everything that cannot be read.
func decodeMembers(members []member, fields []field) faults {
	var found faults
	seen := map[string]string{}
	for _, m := range members {
		name := fieldOf(fields, m.name)
		if name == "" {
			continue
		}
		for _, f := range fields {
			if f.name != name {
				continue
			}
			if before, twice := seen[name]; twice {
				found = found.with(resourceError(m.name, "it is given, and so is %s; want one of them", before))
				continue
			}
			seen[name] = m.name
			if err := decodeField(m.value, f.value); err != nil {
				found = found.with(within(m.name, err))
			}
		}
	}
	return found
}

// fieldOf gives the name of the field that a member is, and nothing for one that nobody knows. Old samples of
// Microsoft's begin with capitals.
func fieldOf(fields []field, member string) string {
	for _, f := range fields {
		if strings.EqualFold(f.name, member) || f.other != "" && strings.EqualFold(f.other, member) {
			return f.name
		}
	}
	return ""
}

// decodeField reads a value. Null is what is not given, but for what says that there is none.
func decodeField(data json.RawMessage, into any) error {
	isNull := string(data) == "null"
	switch into := into.(type) {
	case *AllowedUntil:
		if wrong, ok := errors.AsType[*terms.ParseError](into.UnmarshalJSON(data)); ok {
			return unreadable(data, wrong.Want)
		}
		return nil
	case *time.Time:
		var until AllowedUntil
		err := decodeField(data, &until)
		*into = until.at
		return err
	case *rules.Truth:
		return decodeTruth(data, into)
	}
	if isNull {
		return nil
	}
	if many, ok := into.(container); ok {
		return many.decode(data)
	}
	if err := json.Unmarshal(data, into); err != nil {
		if _, ok := errors.AsType[*terms.DecodeError](err); ok {
			return err
		}
		return unreadable(data, wanted(into))
	}
	return nil
}

func decodeTruth(data json.RawMessage, into *rules.Truth) error {
	switch string(data) {
	case "true":
		*into = rules.Yes
	case "false":
		*into = rules.No
	case "null":
	default:
		return unreadable(data, "true, false or null")
	}
	return nil
}

func wanted(value any) string {
	switch value.(type) {
	case *string:
		return "a text"
	case *int:
		return "a whole number"
	case *[]string:
		return "a list of texts"
	}
	return "an object"
}

// encodeField writes a value, and nothing for one that is not given.
func encodeField(value any) (json.RawMessage, error) {
	switch value := value.(type) {
	case *AllowedUntil:
		if value.IsZero() {
			return nil, nil
		}
	case *rules.Truth:
		if *value == rules.Unknown {
			return nil, nil
		}
		return strconv.AppendBool(nil, *value == rules.Yes), nil
	case *time.Time:
		if value.IsZero() {
			return nil, nil
		}
		return json.Marshal(value.UTC())
	case container:
		return value.encode()
	}
	return json.Marshal(value)
}

func unreadable(data json.RawMessage, want string) error {
	return &terms.DecodeError{Err: fmt.Errorf("%w: it is %s; want %s", ErrResource, excerpt.Of(string(data)), want)}
}

func resourceError(name, format string, args ...any) error {
	return within(name, &terms.DecodeError{Err: fmt.Errorf("%w: "+format, append([]any{ErrResource}, args...)...)})
}

// within puts an error, or each of several, into a member.
func within(name string, err error) error {
	path := "/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
	var found faults
	for _, one := range each(err) {
		if deeper, ok := errors.AsType[*terms.DecodeError](one); ok {
			found = found.with(&terms.DecodeError{Path: path + deeper.Path, Err: deeper.Err})
		} else {
			found = found.with(&terms.DecodeError{Path: path, Err: one})
		}
	}
	return found.err()
}
