package pricesheet

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Conditions that callers test for with [errors.Is]. What was wrong and where is in the typed errors that wrap them:
// [RowError], [FileError], [ReadError], [QueryError].
var (
	// ErrEncoding is the condition of a file, or of a field in it, that is not text in UTF-8.
	ErrEncoding = errors.New("pricesheet: not text in UTF-8")
	// ErrHeader is the condition of a file whose header lacks a column that must be there, or has one twice.
	ErrHeader = errors.New("pricesheet: header not accepted")
	// ErrRecord is the condition of a row whose quotes or number of fields are wrong.
	ErrRecord = errors.New("pricesheet: not a row of this file")
	// ErrMissing is the condition of a field that is empty and must not be.
	ErrMissing = errors.New("pricesheet: value missing")
	// ErrDate is the condition of a date that does not exist, or is in no layout of its format.
	ErrDate = errors.New("pricesheet: not a date of this format")
	// ErrValue is the condition of a value that its column cannot have.
	ErrValue = errors.New("pricesheet: value not accepted")
	// ErrJSON is the condition of a file that is no JSON document of its format.
	ErrJSON = errors.New("pricesheet: JSON not accepted")
	// ErrZip is the condition of an archive that cannot be read.
	ErrZip = errors.New("pricesheet: archive not accepted")
	// ErrSize is the condition of what is larger than any such file has reason to be.
	ErrSize = errors.New("pricesheet: too large")
	// ErrRead is the condition of a reader that failed. What it gave is wrapped too.
	ErrRead = errors.New("pricesheet: reading failed")
	// ErrQuery is the condition of a question that lacks what it is about.
	ErrQuery = errors.New("pricesheet: question not accepted")
	// ErrNoPrice is the condition of a question that no price in the book answers.
	ErrNoPrice = errors.New("pricesheet: no price")
	// ErrAmbiguous is the condition of a question that several prices answer, because it leaves open what they differ in.
	ErrAmbiguous = errors.New("pricesheet: several prices")
	// ErrConflict is the condition of two rows that give one thing two prices over the same time.
	ErrConflict = errors.New("pricesheet: two prices for one thing")
)

// A RowError says which row of a file could not be read, and why. Reading went on behind it.
type RowError struct {
	Format Format
	File   string // the file in the archive, the name that [Named] gave, or list 2 of those of a book; empty where there is none
	Line   int    // counted from 1, the header's line included
	Column int    // of the field, in bytes of its line, counted from 1; 1 where the row as a whole is wrong
	Field  string // the column's name as the file writes it; empty where the row as a whole is wrong
	Text   string // the field's text, or the line's where the row as a whole is wrong, cut to 64 bytes
	Err    error  // wraps the condition, such as ErrDate
}

// Error gives the format, the place and what is wrong.
func (e *RowError) Error() string {
	return fmt.Sprintf("pricesheet: %s: %s", place(e.Format, e.File, e.Line, e.Column, e.Field), bare(e.Err))
}

// Unwrap gives what is wrong.
func (e *RowError) Unwrap() error { return e.Err }

// A FileError says why a file could not be read, or not to its end. What came before it is good; what stands behind it was
// not read.
type FileError struct {
	Format Format
	File   string // the file in the archive, the name that [Named] gave, or list 2 of those of a book; empty where there is none
	Line   int    // where reading ended, counted from 1; 0 if not known
	Column int    // in bytes of the line, counted from 1; 0 if not known
	Err    error  // wraps the condition, such as ErrHeader
}

// Error gives the format, the place and what is wrong.
func (e *FileError) Error() string {
	return fmt.Sprintf("pricesheet: %s: %s", place(e.Format, e.File, e.Line, e.Column, ""), bare(e.Err))
}

// Unwrap gives what is wrong.
func (e *FileError) Unwrap() error { return e.Err }

// A ReadError lists what went wrong while rows were gathered. Text has a line for each.
type ReadError struct {
	// Faults has the first hundred, each a *RowError or *FileError of this package's readers, in the order of the rows.
	Faults []error
	// More is the number of further ones.
	More int
}

// Error gives every fault on a line of its own.
func (e *ReadError) Error() string {
	lines := make([]string, len(e.Faults), len(e.Faults)+1)
	for i, fault := range e.Faults {
		lines[i] = fault.Error()
	}
	if e.More > 0 {
		lines = append(lines, fmt.Sprintf("pricesheet: and %d more", e.More))
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the faults.
func (e *ReadError) Unwrap() []error { return e.Faults }

// add notes a fault.
func (e *ReadError) add(fault error) {
	const most = 100
	if len(e.Faults) == most {
		e.More++
		return
	}
	e.Faults = append(e.Faults, fault)
}

// RowErrors takes an error apart that [Collect], [NewBook] or a joining of theirs gave: the rows that were refused, which cost
// only themselves, and the rest. The rest is nothing where all else was read; otherwise it is a file that ended early, rows
// beyond the first hundred of a file, or an error of something else, and what was gathered is not whole.
func RowErrors(err error) (rows []*RowError, rest error) {
	switch e := err.(type) { //nolint:errorlint // each level is taken apart by itself
	case nil:
		return nil, nil
	case *RowError:
		return []*RowError{e}, nil
	case *ReadError:
		rows, rest = splitRows(e.Faults)
		if e.More > 0 {
			rest = errors.Join(rest, &ReadError{More: e.More})
		}
		return rows, rest
	case interface{ Unwrap() []error }:
		return splitRows(e.Unwrap())
	default:
		return nil, err
	}
}

func splitRows(errs []error) (rows []*RowError, rest error) {
	var others []error
	for _, err := range errs {
		more, other := RowErrors(err)
		rows, others = append(rows, more...), append(others, other)
	}
	return rows, errors.Join(others...)
}

// orNil gives e where there is a fault in it.
func (e *ReadError) orNil() error {
	if len(e.Faults) == 0 {
		return nil
	}
	return e
}

// A QueryError says why a [Book] has no answer to a question.
type QueryError struct {
	Query Query
	Field string // the field of the question that decided, by its JSON name; empty if none alone did
	Err   error  // wraps the condition, such as ErrNoPrice
}

// Error gives what is wrong, and the question.
func (e *QueryError) Error() string { return fmt.Sprintf("%v (asked for %s)", e.Err, e.Query) }

// Unwrap gives what is wrong.
func (e *QueryError) Unwrap() error { return e.Err }

// place words where in a file something is.
func place(format Format, file string, line, column int, field string) string {
	parts := []string{cmp.Or(format.String(), "archive")}
	if file != "" {
		parts = append(parts, excerpt(file))
	}
	if line > 0 {
		parts = append(parts, fmt.Sprintf("line %d", line))
	}
	if column > 0 {
		parts = append(parts, fmt.Sprintf("column %d", column))
	}
	if field != "" {
		parts = append(parts, excerpt(field))
	}
	return strings.Join(parts, ", ")
}

// bare gives an error's text without this package's name in front, for use behind it.
func bare(err error) string { return strings.TrimPrefix(err.Error(), "pricesheet: ") }

// excerpt cuts text to what an error shows of it, in front of a character rather than in it.
func excerpt(s string) string {
	const most = 64 // bytes
	if len(s) > most {
		end := most
		for end > most-utf8.UTFMax && !utf8.RuneStart(s[end]) {
			end--
		}
		s = s[:end] + "…"
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}
