package pricesheet

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/cloudterms/terms/internal/excerpt"
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
	names  map[string]int // of the items' members
	found  bool           // the items
}

// read reads the whole document. Its error is a *FileError or nil.
func (r *documentReader[T, E]) read(in io.Reader) error {
	buffered := bufio.NewReader(in)
	if err := skipMarks(buffered); err != nil {
		return &FileError{Format: r.items.id, Err: err}
	}
	r.source = &source{in: buffered}
	r.tokens = json.NewDecoder(r.source)
	r.shared, r.names = newReading(r.items.layouts), r.items.columnsByName()
	err := r.object()
	if err == nil || errors.Is(err, errStop) {
		return nil
	}
	if _, located := errors.AsType[*FileError](err); located {
		return err
	}
	return r.failure(err)
}

// skipMarks drops byte order marks, and refuses what is no text in UTF-8.
func skipMarks(in *bufio.Reader) error {
	for {
		first, err := in.Peek(4)
		if len(first) == 0 {
			if isEOF(err) {
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

// object reads the document's object.
func (r *documentReader[T, E]) object() error {
	token, err := r.token()
	if err != nil {
		return err
	}
	if token != json.Delim('{') {
		return fmt.Errorf("%w: want an object that begins %s", ErrJSON, r.beginning)
	}
	members := newMembers(r.beside, r.beside.columnsByName())
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
	if _, err := r.token(); !isEOF(err) {
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
			return fmt.Errorf("%w: %q twice", ErrJSON, excerpt.Of(name))
		}
		r.found = true
		return r.array()
	}
	value, at, err := r.value()
	if err != nil {
		return err
	}
	if err := members.set(r.shared, r.into, name, value); err != nil {
		return r.fileError(fmt.Errorf("%w (%s)", err, excerpt.Of(name)), at)
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
	item, fault := readObject(r.items, r.names, r.shared, value)
	if fault != nil {
		line, column := r.source.position(at + int64(fault.at))
		return *new(T), &RowError{
			Format: r.items.id, Line: line, Column: column, Field: fault.name, Text: excerpt.Of(fault.text), Err: fault.err,
		}
	}
	*r.items.line(&item), _ = r.source.position(at)
	return item, nil
}

// failure words why the document could not be read further.
func (r *documentReader[T, E]) failure(err error) *FileError {
	at := r.tokens.InputOffset()
	syntax, isSyntax := errors.AsType[*json.SyntaxError](err)
	switch {
	case r.source.tooLarge:
		err = fmt.Errorf("%w: a value of more than %d bytes", ErrSize, maxRecord)
	case r.source.failed != nil:
		err = fmt.Errorf("%w: %w", ErrRead, r.source.failed)
	case isEOF(err), errors.Is(err, io.ErrUnexpectedEOF):
		err, at = fmt.Errorf("%w: it ends in the middle", ErrJSON), r.source.read
	case isSyntax:
		err = fmt.Errorf("%w: %w", ErrJSON, syntax)
	}
	return r.fileError(err, at)
}

func (r *documentReader[T, E]) fileError(err error, at int64) *FileError {
	line, column := r.source.position(at)
	return &FileError{Format: r.items.id, Line: line, Column: column, Err: err}
}
