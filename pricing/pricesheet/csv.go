package pricesheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cloudterms/terms/internal/excerpt"
)

const byteOrderMark = "\xef\xbb\xbf"

// readCSV gives the rows of a file of delimited text.
func readCSV[T any](f *format[T], in io.Reader) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		table, err := openTable(f, in)
		if err != nil {
			yield(*new(T), err)
			return
		}
		var row, none T
		for {
			row = none
			switch err := table.next(&row); {
			case err == nil:
				if !yield(row, nil) {
					return
				}
			case isEOF(err):
				return
			default:
				if !yield(none, err) || isEnd(err) {
					return
				}
			}
		}
	}
}

// isEnd reports whether nothing is read behind an error.
func isEnd(err error) bool {
	_, ended := errors.AsType[*FileError](err)
	return ended
}

// A table is a file of delimited text, read up to behind its header.
type table[T any] struct {
	format *format[T]
	lines  *scanner
	names  []string // of the columns, as the file has them
	bound  []binding[T]
	other  []int // the places of the columns the format does not know
	shared *reading
}

// A binding is a column of the format, and its place in the file.
type binding[T any] struct {
	column *column[T]
	place  int
}

func openTable[T any](f *format[T], in io.Reader) (*table[T], error) {
	lines := newScanner(in)
	if err := lines.sniff(); err != nil {
		return nil, &FileError{Format: f.id, Err: err}
	}
	header, err := lines.next()
	broken, isBroken := errors.AsType[*recordError](err)
	switch {
	case isBroken:
		return nil, &FileError{Format: f.id, Line: broken.line, Column: broken.column, Err: broken.err}
	case isEOF(err):
		return nil, &FileError{Format: f.id, Err: fmt.Errorf("%w: the file is empty", ErrHeader)}
	case err != nil:
		return nil, readFailure(f.id, lines.line, err)
	}
	t := &table[T]{format: f, lines: lines, shared: newReading(f.layouts)}
	if err := t.bind(header); err != nil {
		return nil, &FileError{Format: f.id, Line: header.line, Err: err}
	}
	return t, nil
}

func readFailure(id Format, line int, err error) *FileError {
	return &FileError{Format: id, Line: line, Err: fmt.Errorf("%w: %w", ErrRead, err)}
}

// sniff refuses what is no text in UTF-8, and finds out what stands between the fields.
func (s *scanner) sniff() error {
	for s.failed == nil && bytes.IndexByte(s.buf[s.start:s.end], '\n') < 0 && s.end-s.start <= maxRecord {
		s.fill()
	}
	s.dropMark()
	line, _, _ := bytes.Cut(s.buf[s.start:s.end], []byte("\n"))
	if err := refuse(line, "{[<"); err != nil {
		return err
	}
	for _, mark := range []byte(";\t") {
		if outsideQuotes(line, mark) > outsideQuotes(line, s.comma) {
			s.comma = mark
		}
	}
	return nil
}

// outsideQuotes counts a byte in a header, but for those in quotes.
func outsideQuotes(line []byte, b byte) int {
	n, within := 0, false
	for _, c := range line {
		switch {
		case c == '"':
			within = !within
		case c == b && !within:
			n++
		}
	}
	return n
}

// refuse says what a file is by its first bytes, where it is none of those this package reads. No text begins with one of
// notText.
func refuse(first []byte, notText string) error {
	for _, known := range fileMarks {
		if bytes.HasPrefix(first, []byte(known.mark)) {
			return fmt.Errorf("%w: %s", ErrEncoding, known.words)
		}
	}
	if bytes.IndexByte(first, 0) >= 0 {
		return fmt.Errorf("%w: it has zero bytes, as UTF-16 has; save it as UTF-8", ErrEncoding)
	}
	if text := bytes.TrimSpace(first); len(text) > 0 && strings.IndexByte(notText, text[0]) >= 0 {
		return fmt.Errorf("%w: it begins as JSON, HTML or XML does, with %q; want delimited text with a header", ErrHeader, text[0])
	}
	return nil
}

// bind finds the format's columns in a header.
func (t *table[T]) bind(header record) error {
	t.names = make([]string, len(header.cells))
	places := slices.Repeat([]int{-1}, len(t.format.columns))
	byName := t.format.columnsByName()
	for i := range header.cells {
		name := strings.TrimSpace(field(string(header.text), header.cells[i]))
		if !utf8.ValidString(name) {
			return fmt.Errorf("%w: the name of column %d, %q", ErrEncoding, i+1, excerpt.Of(name))
		}
		t.names[i] = name
		column, known := byName[plainName(name)]
		switch {
		case !known:
			t.other = append(t.other, i)
		case places[column] >= 0:
			return fmt.Errorf("%w: columns %d and %d, %q and %q, are one and the same", ErrHeader,
				places[column]+1, i+1, t.names[places[column]], name)
		default:
			places[column] = i
		}
	}
	var lacking []string
	for i, place := range places {
		c := &t.format.columns[i]
		switch {
		case place >= 0:
			t.bound = append(t.bound, binding[T]{c, place})
		case c.Required:
			lacking = append(lacking, c.Name)
		}
	}
	if len(lacking) > 0 {
		return fmt.Errorf("%w: it lacks %s; its columns are %s", ErrHeader, strings.Join(lacking, ", "), listed(t.names))
	}
	return nil
}

// listed gives the first of some names, for an error.
func listed(names []string) string {
	const most = 8
	shown := make([]string, 0, most+1)
	for _, name := range names[:min(len(names), most)] {
		shown = append(shown, fmt.Sprintf("%q", excerpt.Of(name)))
	}
	if more := len(names) - most; more > 0 {
		shown = append(shown, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(shown, ", ")
}

// next reads the next row. Its error is io.EOF behind the last, a *RowError, or a *FileError.
func (t *table[T]) next(row *T) error {
	for {
		rec, err := t.lines.next()
		switch {
		case err == nil && isEmpty(rec.cells):
			continue
		case err == nil:
			return t.row(rec, row)
		case isEOF(err):
			return err
		}
		if broken, ok := errors.AsType[*recordError](err); ok {
			return &RowError{Format: t.format.id, Line: broken.line, Column: broken.column, Text: broken.text, Err: broken.err}
		}
		return readFailure(t.format.id, t.lines.line, err)
	}
}

// isEmpty reports whether all fields of a row are, as in the rows spreadsheets leave at the end of a file.
func isEmpty(cells []cell) bool {
	for _, c := range cells {
		if c.from < c.to {
			return false
		}
	}
	return true
}

func (t *table[T]) row(rec record, row *T) error {
	if len(rec.cells) != len(t.names) {
		return &RowError{
			Format: t.format.id, Line: rec.line, Column: 1, Text: lineExcerpt(rec.text),
			Err: fmt.Errorf("%w: it has %d fields where the header has %d", ErrRecord, len(rec.cells), len(t.names)),
		}
	}
	if !isText(rec.text) {
		return t.encodingError(rec)
	}
	text := string(rec.text) // the one copy all fields are parts of
	t.shared.billing, t.shared.pricing = 0, 0
	for i := range t.bound {
		b := &t.bound[i]
		if err := b.column.read(t.shared, row, field(text, rec.cells[b.place])); err != nil {
			return t.cellError(rec, b.place, err)
		}
	}
	if len(t.other) > 0 {
		*t.format.other(row) = t.others(text, rec.cells)
	}
	*t.format.line(row) = rec.line
	return nil
}

// read reads the text of a field into a row.
func (c *column[T]) read(shared *reading, row *T, text string) error {
	if text != "" && text[0] > ' ' || strings.TrimSpace(text) != "" {
		return c.set(shared, row, text)
	}
	if c.Filled {
		return fmt.Errorf("%w: %s", ErrMissing, c.Name)
	}
	return nil
}

func (t *table[T]) others(text string, cells []cell) []Field {
	fields := make([]Field, len(t.other))
	for i, place := range t.other {
		fields[i] = Field{t.names[place], field(text, cells[place])}
	}
	return fields
}

// field gives a field's text.
func field(text string, c cell) string {
	text = text[c.from:c.to]
	if c.escaped {
		return strings.ReplaceAll(text, `""`, `"`)
	}
	return text
}

// encodingError says which field is no text.
func (t *table[T]) encodingError(rec record) *RowError {
	place := max(0, slices.IndexFunc(rec.cells, func(c cell) bool { return !isText(rec.text[c.from:c.to]) }))
	c := rec.cells[place]
	return t.cellError(rec, place, fmt.Errorf("%w: %q", ErrEncoding, excerpt.Of(string(rec.text[c.from:c.to]))))
}

// isText reports whether bytes are text in UTF-8. Zero bytes are none.
func isText(b []byte) bool { return utf8.Valid(b) && bytes.IndexByte(b, 0) < 0 }

func (t *table[T]) cellError(rec record, i int, err error) *RowError {
	lines, column := position(rec.text, rec.cells[i].at)
	return &RowError{
		Format: t.format.id, Line: rec.line + lines, Column: column,
		Field: t.names[i], Text: excerpt.Of(field(string(rec.text), rec.cells[i])), Err: err,
	}
}
