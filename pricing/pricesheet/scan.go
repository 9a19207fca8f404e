package pricesheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/cloudterms/terms/internal/excerpt"
)

const (
	maxRecord  = 1 << 20  // bytes of a row or of a JSON value
	maxColumns = 512      // fields of a row, or members of a JSON object
	readAhead  = 64 << 10 // bytes
)

// A scanner cuts delimited text into records, as RFC 4180 has them, and goes on behind one that is broken. It holds no more
// than one record and what it reads ahead.
//
// encoding/csv is not used for three things it does not do: it follows a quote that never closes to the end of the file,
// however long, and loses what stands behind; it has no bound on the length of a record; and it refuses a quote within a
// field that does not begin with one.
type scanner struct {
	in         io.Reader
	buf        []byte
	start, end int // what is read and not yet cut is buf[start:end]
	line       int // that buf[start] is on
	failed     error
	comma      byte
	cells      []cell
}

// A cell is one field: text[from:to] of its record, with doubled quotes in it if escaped. It begins at text[at].
type cell struct {
	at, from, to int
	escaped      bool
}

// A record is one row. Its text and cells are good until the next one is read.
type record struct {
	text  []byte
	cells []cell
	line  int
}

// A recordError says why a record could not be cut. The scanner goes on with the line behind the one it begins on.
type recordError struct {
	line, column int
	text         string // what the line begins with
	err          error
}

func (e *recordError) Error() string { return e.err.Error() }

// errMore says that a record goes on behind what was read of it.
var errMore = errors.New("the record goes on")

// isEOF reports whether a reader has come to its end. An error that wraps io.EOF, as that of a connection cut off does, is no
// end.
func isEOF(err error) bool { return err == io.EOF } //nolint:errorlint // see above

func newScanner(in io.Reader) *scanner {
	return &scanner{in: in, buf: make([]byte, readAhead), line: 1, comma: ','}
}

// next gives the next record that is not an empty line. Its error is io.EOF behind the last, a *recordError, or what the
// reader gave.
func (s *scanner) next() (record, error) {
	for {
		s.dropMark()
		data := s.buf[s.start:s.end]
		n, err := s.cut(data, isEOF(s.failed))
		switch {
		case err == nil && isBlank(s.cells):
			s.consume(n)
		case err == nil && n > maxRecord, errors.Is(err, errMore) && len(data) > maxRecord:
			return record{}, s.skip(&recordError{err: fmt.Errorf("%w: a row of more than %d bytes", ErrSize, maxRecord)})
		case err == nil:
			rec := record{data[:n], s.cells, s.line}
			s.consume(n)
			return rec, nil
		case !errors.Is(err, errMore):
			return record{}, s.skip(err)
		case s.failed == nil:
			s.fill()
		default:
			return record{}, s.failed
		}
	}
}

// isBlank reports whether a record is an empty line.
func isBlank(cells []cell) bool {
	return len(cells) == 1 && cells[0].from == cells[0].to && cells[0].at == cells[0].from
}

// cut finds the end of the record that data begins with, and its fields. Without an end it fails with errMore, unless the
// file has one.
func (s *scanner) cut(data []byte, atEnd bool) (n int, err error) {
	if atEnd && len(data) == 0 {
		return 0, errMore
	}
	s.cells = s.cells[:0]
	for i := 0; ; {
		if len(s.cells) == maxColumns {
			return 0, s.broken(data, i, fmt.Errorf("%w: more than %d fields", ErrSize, maxColumns))
		}
		if i < len(data) && data[i] == '"' {
			i, err = s.quoted(data, i, atEnd)
		} else {
			i, err = s.plain(data, i, atEnd)
		}
		if err != nil {
			return 0, err
		}
		if i == len(data) {
			return i, nil
		}
		i++
		if data[i-1] == '\n' {
			return i, nil
		}
	}
}

// plain takes the field without quotes that begins at i, and gives the place of what ends it.
func (s *scanner) plain(data []byte, i int, atEnd bool) (int, error) {
	from, comma := i, s.comma
	for ; i < len(data); i++ {
		if b := data[i]; b == comma || b == '\n' {
			break
		}
	}
	if i == len(data) && !atEnd {
		return 0, errMore
	}
	to := i
	if to > from && data[to-1] == '\r' && (i == len(data) || data[i] == '\n') {
		to--
	}
	s.cells = append(s.cells, cell{at: from, from: from, to: to})
	return i, nil
}

// quoted takes the field in quotes that begins at i, and gives the place of what ends it.
func (s *scanner) quoted(data []byte, i int, atEnd bool) (int, error) {
	c := cell{at: i, from: i + 1}
	for i++; ; i += 2 {
		quote := bytes.IndexByte(data[i:], '"')
		if quote < 0 {
			if atEnd {
				return 0, s.broken(data, c.at, fmt.Errorf("%w: a quote that does not close%s", ErrRecord, typographic(data[c.at:])))
			}
			return 0, errMore
		}
		i += quote
		if i+1 == len(data) || data[i+1] != '"' {
			break
		}
		c.escaped = true
	}
	c.to = i
	i++
	s.cells = append(s.cells, c)
	rest := data[i:]
	switch {
	case len(rest) == 0 && atEnd, len(rest) > 0 && (rest[0] == s.comma || rest[0] == '\n'):
		return i, nil
	case len(rest) == 1 && rest[0] == '\r' && atEnd, len(rest) > 1 && rest[0] == '\r' && rest[1] == '\n':
		return i + 1, nil
	case len(rest) == 0, len(rest) == 1 && rest[0] == '\r':
		return 0, errMore
	}
	return 0, s.broken(data, c.at, fmt.Errorf("%w: text behind the quote that closes a field; a quote within one is doubled%s",
		ErrRecord, typographic(data[c.at:i])))
}

// typographic says so where text has the quotes of a word processor, as the samples on Partner Center's pages do.
func typographic(text []byte) string {
	if bytes.Contains(text, []byte("“")) || bytes.Contains(text, []byte("”")) {
		return "; it has a typographic quote, where only \" is one"
	}
	return ""
}

// broken gives the error of a record that is wrong at a place.
func (s *scanner) broken(data []byte, at int, err error) *recordError {
	line, column := position(data, at)
	return &recordError{line: s.line + line, column: column, err: err}
}

// position gives the number of line ends before a place, and its column.
func position[T string | []byte](data T, at int) (lines, column int) {
	last := -1
	for i := range at {
		if data[i] == '\n' {
			lines, last = lines+1, i
		}
	}
	return lines, at - last
}

// skip drops the line a broken record begins on, and gives its error.
func (s *scanner) skip(err error) error {
	broken, ok := errors.AsType[*recordError](err)
	if !ok {
		return err
	}
	if broken.line == 0 {
		broken.line, broken.column = s.line, 1
	}
	broken.text = lineExcerpt(s.buf[s.start:s.end])
	for {
		if end := bytes.IndexByte(s.buf[s.start:s.end], '\n'); end >= 0 {
			s.consume(end + 1)
			return broken
		}
		s.start = s.end
		if s.failed != nil {
			return broken
		}
		s.fill()
	}
}

// lineExcerpt gives what an error shows of the line that data begins with.
func lineExcerpt(data []byte) string {
	const enough = 256 // bytes, of which excerpt cuts what it shows
	line, _, _ := bytes.Cut(data[:min(len(data), enough)], []byte("\n"))
	return excerpt.Of(strings.TrimSuffix(string(line), "\r"))
}

func (s *scanner) consume(n int) {
	s.line += bytes.Count(s.buf[s.start:s.start+n], []byte("\n"))
	s.start += n
}

// dropMark drops byte order marks in front of a record. Exports have one at the start, and some a second one in front of
// the first row (azure-sdk-for-net, issue 34129).
func (s *scanner) dropMark() {
	for bytes.HasPrefix(s.buf[s.start:s.end], []byte(byteOrderMark)) {
		s.start += len(byteOrderMark)
	}
}

// fill reads at least as much as waits to be cut, so that a long record is looked at a few times only, however little the
// reader gives at once.
func (s *scanner) fill() {
	waiting := s.end - s.start
	if room := max(waiting, readAhead); len(s.buf)-s.end < room {
		if len(s.buf) < waiting+room {
			s.buf = append(make([]byte, 0, waiting+room), s.buf[s.start:s.end]...)[:waiting+room]
		} else {
			copy(s.buf, s.buf[s.start:s.end])
		}
		s.start, s.end = 0, waiting
	}
	s.read(max(waiting, 1))
}

// read reads so many bytes or more, or until the reader gives no more.
func (s *scanner) read(least int) {
	const mostEmpty = 100 // reads in a row that give nothing
	for empty := 0; least > 0 && s.failed == nil; {
		n, err := s.in.Read(s.buf[s.end:])
		s.end, least, s.failed = s.end+n, least-n, err
		if empty++; n > 0 {
			empty = 0
		}
		if empty == mostEmpty {
			s.failed = io.ErrNoProgress
		}
	}
}
