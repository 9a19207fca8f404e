package pricesheet

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"
)

// A document says how the JSON of a format is laid out: an object that has items under one of its names.
type document[T, E any] struct {
	items     *format[T]
	under     string
	beside    *format[E]
	beginning string // of such a document, for an error
}

// read gives the items of a document, and puts what stands beside them into beside.
func (d document[T, E]) read(in io.Reader, beside *E) iter.Seq2[T, error] {
	if beside == nil {
		beside = new(E)
	}
	return func(yield func(T, error) bool) {
		r := documentReader[T, E]{document: d, into: beside, yield: yield}
		*beside = *new(E)
		if err := r.read(in); err != nil {
			yield(*new(T), err)
		}
	}
}

// errStop says that who ranges over a document has seen enough.
var errStop = errors.New("no more is wanted")

type documentReader[T, E any] struct {
	document[T, E]

	into   *E
	yield  func(T, error) bool
	source *source
	tokens *json.Decoder
	shared *reading
	found  bool // the items
}

// read reads the whole document. Its error is a *FileError or nil.
func (r *documentReader[T, E]) read(in io.Reader) error {
	buffered := bufio.NewReader(in)
	if err := skipMarks(buffered); err != nil {
		return &FileError{Format: r.items.id, Err: err}
	}
	r.source = &source{in: buffered}
	r.tokens = json.NewDecoder(r.source)
	r.shared = newReading(r.items.layouts)
	err := r.object()
	if err == nil || errors.Is(err, errStop) {
		return nil
	}
	if fileError, ok := errors.AsType[*FileError](err); ok {
		return fileError
	}
	return r.failure(err, r.tokens.InputOffset())
}

// skipMarks drops byte order marks, and refuses what is no text in UTF-8.
func skipMarks(in *bufio.Reader) error {
	for {
		first, err := in.Peek(4)
		if len(first) == 0 {
			if errors.Is(err, io.EOF) {
				return fmt.Errorf("%w: the file is empty", ErrJSON)
			}
			return fmt.Errorf("%w: %w", ErrRead, err)
		}
		if !bytes.HasPrefix(first, []byte(byteOrderMark)) {
			return refuse(first, "")
		}
		if _, err := in.Discard(len(byteOrderMark)); err != nil {
			return fmt.Errorf("%w: %w", ErrRead, err)
		}
	}
}

func (r *documentReader[T, E]) object() error {
	token, err := r.token()
	if err != nil {
		return err
	}
	if token != json.Delim('{') {
		return fmt.Errorf("%w: want an object that begins %s", ErrJSON, r.beginning)
	}
	members := newMembers(r.beside)
	for r.more() {
		if err := r.member(members); err != nil {
			return err
		}
	}
	if _, err := r.token(); err != nil {
		return err
	}
	if !r.found {
		return fmt.Errorf("%w: it has no %q; want an object that begins %s", ErrJSON, r.under, r.beginning)
	}
	if _, err := r.token(); !errors.Is(err, io.EOF) {
		if err == nil {
			err = fmt.Errorf("%w: text behind the document", ErrJSON)
		}
		return err
	}
	return nil
}

// member reads the items, or a member beside them.
func (r *documentReader[T, E]) member(members *members[E]) error {
	key, err := r.token()
	if err != nil {
		return err
	}
	name, _ := key.(string) // as a key is
	if plainName(name) == r.under {
		if r.found {
			return fmt.Errorf("%w: %q twice", ErrJSON, excerpt(name))
		}
		r.found = true
		return r.array()
	}
	value, at, err := r.value()
	if err != nil {
		return err
	}
	if err := members.set(r.shared, r.into, name, value); err != nil {
		return r.failure(fmt.Errorf("%w (%s)", err, excerpt(name)), at)
	}
	return nil
}

// array gives each item to who ranges over the document.
func (r *documentReader[T, E]) array() error {
	begin, err := r.token()
	switch {
	case err != nil:
		return err
	case begin == nil:
		return nil
	case begin != json.Delim('['):
		return fmt.Errorf("%w: %q is no array", ErrJSON, r.under)
	}
	for r.more() {
		value, at, err := r.value()
		if err != nil {
			return err
		}
		item, err := r.item(value, at)
		if !r.yield(item, err) {
			return errStop
		}
	}
	_, err = r.token()
	return err
}

// token and more are those of the decoder, which may read on for them.
func (r *documentReader[T, E]) token() (json.Token, error) {
	r.source.allow(r.tokens.InputOffset())
	return r.tokens.Token()
}

func (r *documentReader[T, E]) more() bool {
	r.source.allow(r.tokens.InputOffset())
	return r.tokens.More()
}

// value reads a value whole, and gives the place it begins at.
func (r *documentReader[T, E]) value() (json.RawMessage, int64, error) {
	r.source.allow(r.tokens.InputOffset())
	var value json.RawMessage
	if err := r.tokens.Decode(&value); err != nil {
		return nil, 0, err
	}
	return value, r.tokens.InputOffset() - int64(len(value)), nil
}

// item reads an item. Its error is a *RowError.
func (r *documentReader[T, E]) item(value json.RawMessage, at int64) (T, error) {
	item, fault := readObject(r.items, r.shared, value)
	if fault != nil {
		line, column := r.source.position(at + int64(fault.at))
		return *new(T), &RowError{
			Format: r.items.id, Line: line, Column: column, Field: fault.name, Text: excerpt(fault.text), Err: fault.err,
		}
	}
	*r.items.line(&item), _ = r.source.position(at)
	return item, nil
}

// failure words why the document could not be read further.
func (r *documentReader[T, E]) failure(err error, at int64) *FileError {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		at = r.source.read
	}
	line, column := r.source.position(at)
	switch {
	case r.source.tooLarge:
		err = fmt.Errorf("%w: a value of more than %d bytes", ErrSize, maxRecord)
	case r.source.failed != nil:
		err = fmt.Errorf("%w: %w", ErrRead, r.source.failed)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		err = fmt.Errorf("%w: it ends in the middle", ErrJSON)
	default:
		if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
			err = fmt.Errorf("%w: %w", ErrJSON, syntax)
		}
	}
	return &FileError{Format: r.items.id, Line: line, Column: column, Err: err}
}

// A fault says what is wrong with a member of an object, and at which of its bytes.
type fault struct {
	name, text string
	at         int
	err        error
}

// readObject reads a JSON object, which is known to be well formed, by the columns of a format.
func readObject[T any](f *format[T], shared *reading, value json.RawMessage) (T, *fault) {
	var row T
	if len(value) == 0 || value[0] != '{' {
		return row, &fault{text: string(value), err: fmt.Errorf("%w: want an object", ErrJSON)}
	}
	if !utf8.Valid(value) {
		return row, &fault{err: ErrEncoding}
	}
	tokens := json.NewDecoder(bytes.NewReader(value))
	members := newMembers(f)
	if _, err := tokens.Token(); err != nil {
		return row, &fault{err: err}
	}
	for tokens.More() {
		key, err := tokens.Token()
		if err != nil {
			return row, &fault{err: err}
		}
		var member json.RawMessage
		if err := tokens.Decode(&member); err != nil {
			return row, &fault{err: err}
		}
		name, _ := key.(string) // as a key is
		at := int(tokens.InputOffset()) - len(member)
		if _, err := members.note(name, member, at); err != nil {
			return row, &fault{name: name, text: string(member), at: at, err: err}
		}
	}
	return row, members.setAll(shared, &row)
}

// readObjects reads a JSON array of objects by the columns of a format.
func readObjects[T any](f *format[T], shared *reading, text string) ([]T, error) {
	var values []json.RawMessage
	if err := json.Unmarshal([]byte(text), &values); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrJSON, err)
	}
	objects := make([]T, len(values))
	for i, value := range values {
		object, fault := readObject(f, shared, value)
		if fault != nil {
			return nil, fmt.Errorf("%w (%s of element %d)", fault.err, excerpt(fault.name), i+1)
		}
		objects[i] = object
	}
	return objects, nil
}

// readMembers reads a JSON object as its members, in order, those given twice included.
func readMembers(text string) ([]Field, error) {
	tokens := json.NewDecoder(strings.NewReader(text))
	begin, err := tokens.Token()
	if err == nil && begin != json.Delim('{') {
		err = errors.New("want an object")
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrJSON, err)
	}
	var fields []Field
	for tokens.More() {
		key, err := tokens.Token()
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrJSON, err)
		}
		var value json.RawMessage
		if err := tokens.Decode(&value); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrJSON, err)
		}
		valueText, err := memberText(value)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrJSON, err)
		}
		name, _ := key.(string) // as a key is
		fields = append(fields, Field{name, valueText})
	}
	return fields, nil
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

func newMembers[T any](f *format[T]) *members[T] {
	return &members[T]{format: f, byName: f.columnsByName(), noted: make([]member, len(f.columns))}
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
		return -1, fmt.Errorf("%w: %q and %q are one and the same", ErrJSON, excerpt(m.noted[column].name), excerpt(name))
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
