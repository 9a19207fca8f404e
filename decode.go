package terms

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms/internal/excerpt"
)

// maxJSON is the most Decode reads: 256 MiB, room for a ledger of a million events.
const maxJSON = 256 << 20

// Decode reads one JSON value from r into what v points to. It is the one way in for
// everything the module reads as JSON, and strict where encoding/json is lenient: unknown
// keys, keys in another case, a key given twice, data behind the value, text that is not
// UTF-8, days that do not exist and numbers beyond [CheckDecimal] are errors. A
// decimal.Decimal is read from a JSON string by the rules of [ParseDecimal], a time.Time from
// one in the form of RFC 3339.
//
// An error wraps [ErrJSON], or what the reader gave, and is a [DecodeError] where the
// trouble is in the JSON. At most 256 MiB are read. What v points to may be partly filled
// after an error; discard it.
func Decode(r io.Reader, v any) error { return decodeAtMost(maxJSON, r, v) }

func decodeAtMost(most int, r io.Reader, v any) error {
	data, err := readJSON(most, r)
	if err != nil {
		return err
	}
	return decodeBytes(data, v)
}

func readJSON(most int, r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, int64(most)+1))
	if err != nil {
		return nil, fmt.Errorf("terms: reading JSON: %w", err)
	}
	if len(data) > most {
		return nil, &DecodeError{Err: fmt.Errorf("more than %d bytes", most)}
	}
	return data, nil
}

// A DecodeError says where in a JSON text the trouble is.
type DecodeError struct {
	Path   string // a JSON Pointer (RFC 6901), as in /lots/0/amount; empty for the whole
	Line   int    // counted from 1; 0 if not known
	Column int    // in bytes, counted from 1; 0 if not known
	Err    error
}

// Error gives the place and the trouble.
func (e *DecodeError) Error() string {
	var place strings.Builder
	if e.Line > 0 {
		fmt.Fprintf(&place, "line %d, column %d: ", e.Line, e.Column)
	}
	if e.Path != "" {
		const most = 256 // bytes; hostile JSON has keys of a megabyte
		place.WriteString(excerpt.Cut(e.Path, most) + ": ")
	}
	return fmt.Sprintf("%v: %s%v", ErrJSON, &place, e.Err)
}

// Unwrap gives [ErrJSON] and the trouble itself.
func (e *DecodeError) Unwrap() []error { return []error{ErrJSON, e.Err} }

func decodeBytes(data []byte, v any) error {
	err := json.Unmarshal(data, v, json.RejectUnknownMembers(true), json.WithUnmarshalers(json.JoinUnmarshalers(
		json.UnmarshalFunc(unmarshalDecimal), json.UnmarshalFunc(unmarshalInstant))))
	if err == nil {
		return nil
	}
	return decodeError(err, data)
}

// unmarshalDecimal stands before decimal's own reader, which takes numbers too and
// spends seconds on a long one.
func unmarshalDecimal(data []byte, d *decimal.Decimal) error {
	if jsontext.Value(data).Kind() != '"' || len(data) > maxDecimalText+len(`""`) {
		return parseError(ErrDecimal, string(data), `a JSON string such as "12.50", of at most 64 bytes`)
	}
	text, _ := jsontext.AppendUnquote(nil, data) // a JSON string, as its kind says
	parsed, err := ParseDecimal(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// unmarshalInstant stands before time's own reader, whose error explains Go's layouts.
func unmarshalInstant(data []byte, t *time.Time) error {
	const want = "an instant, as in 2024-02-29T10:30:00Z"
	if jsontext.Value(data).Kind() == 'n' {
		*t = time.Time{}
		return nil
	}
	text, err := jsontext.AppendUnquote(nil, data)
	if err != nil {
		return parseError(ErrInstant, string(data), want)
	}
	var parsed time.Time
	if err := parsed.UnmarshalText(text); err != nil {
		return parseError(ErrInstant, string(text), want)
	}
	*t = parsed
	return nil
}

// decodeError says in this package's words what the JSON package found. Paths of values
// that decode themselves start at the value, so they are joined to the outer one.
func decodeError(err error, data []byte) error {
	if syntactic, ok := errors.AsType[*jsontext.SyntacticError](err); ok {
		line, column := position(data, syntactic.ByteOffset)
		return &DecodeError{string(syntactic.JSONPointer), line, column, trouble(syntactic.Err)}
	}
	semantic, ok := errors.AsType[*json.SemanticError](err)
	if !ok {
		return &DecodeError{Err: err}
	}
	path := string(semantic.JSONPointer)
	line, column := position(data, semantic.ByteOffset)
	if unfit := unfit(semantic, data); unfit != nil {
		return &DecodeError{path, line, column, unfit}
	}
	if inner, ok := errors.AsType[*DecodeError](semantic.Err); ok {
		line, column = inner.within(line, column)
		return &DecodeError{path + inner.Path, line, column, inner.Err}
	}
	return &DecodeError{path, line, column, trouble(semantic.Err)}
}

// within gives the place of an error in a value that begins at a line and column.
func (e *DecodeError) within(line, column int) (int, int) {
	switch {
	case e.Line > 1:
		return line + e.Line - 1, e.Column
	case e.Line == 1:
		return line, column + e.Column - 1
	}
	return line, column
}

// trouble words the conditions of the JSON package for a reader who does not know it.
func trouble(err error) error {
	switch {
	case errors.Is(err, json.ErrUnknownName):
		return errors.New("unknown key; keys are written as documented, in the same case")
	case errors.Is(err, jsontext.ErrDuplicateName):
		return errors.New("key given twice")
	}
	return err
}

// position turns a byte offset into a line and column.
func position(data []byte, offset int64) (line, column int) {
	before := data[:min(offset, int64(len(data)))]
	return bytes.Count(before, []byte("\n")) + 1, len(before) - bytes.LastIndexByte(before, '\n')
}
