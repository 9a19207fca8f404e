package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cloudterms/terms"
)

// A place is where something stands in a file. Lines and columns count from 1, columns in bytes.
type place struct {
	file         string
	line, column int
	name         string // of the column, where it is about one
}

// String gives the place as terminals and editors make a link of.
func (p place) String() string {
	text := fmt.Sprintf("%s:%d:%d", p.file, p.line, p.column)
	if p.name != "" {
		text += ": " + p.name
	}
	return text
}

// A problem is one thing that is wrong with a file.
type problem struct {
	place
	text string
}

// problems are all that were found, so that one run shows all there is to mend.
type problems []problem

// add adds a problem, on one line.
func (p *problems) add(at place, format string, args ...any) {
	*p = append(*p, problem{at, strings.ReplaceAll(fmt.Sprintf(format, args...), "\n", "; ")})
}

// err gives the problems as one error, a line for each, in the order of the files. It is nil if there are none.
func (p *problems) err() error {
	if len(*p) == 0 {
		return nil
	}
	sorted := slices.Clone(*p)
	slices.SortStableFunc(sorted, func(a, b problem) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.line, b.line), cmp.Compare(a.column, b.column))
	})
	lines := make([]string, len(sorted))
	for i, one := range sorted {
		lines[i] = one.String() + ": " + one.text
	}
	return errors.New(strings.Join(lines, "\n"))
}

// A column is one a file has, by its name. Files differ, so it may have another name as well.
type column struct {
	name, also string
	optional   bool
}

func neededNames(columns []column) []string {
	var names []string
	for _, c := range columns {
		if !c.optional {
			names = append(names, c.name)
		}
	}
	return names
}

// A sheet is a CSV file whose columns are found by the names in its first row.
type sheet struct {
	file  string
	csv   *csv.Reader
	width int
	index map[string]int // of the columns asked for
	found *problems
}

// A row is one row of a sheet. It is valid until the next one is read.
type row struct {
	*sheet
	fields []string
}

// readSheet hands every sound row of a file to each, and adds what is wrong to found.
func readSheet(file string, content io.Reader, columns []column, found *problems, each func(row)) {
	s := &sheet{file: file, csv: csv.NewReader(withoutMark(content)), found: found}
	s.csv.FieldsPerRecord = -1 // counted here, to say what was expected
	if !s.readHeader(columns) {
		return
	}
	for {
		fields, err := s.csv.Read()
		switch {
		case err == io.EOF:
			return
		case err != nil:
			if !s.fault(err) {
				return
			}
		case len(fields) != s.width:
			line, start := s.csv.FieldPos(0)
			found.add(place{file: file, line: line, column: start}, "the row has %d fields; want %d, as many as the first row", len(fields), s.width)
		default:
			each(row{s, fields})
		}
	}
}

// withoutMark leaves out the byte order mark that the export begins with.
func withoutMark(content io.Reader) io.Reader {
	mark := []byte("\ufeff")
	buffered := bufio.NewReader(content)
	if first, err := buffered.Peek(len(mark)); err == nil && bytes.Equal(first, mark) {
		_, _ = buffered.Discard(len(mark)) // they are buffered already
	}
	return buffered
}

// fault records an error of the reader and says whether it can go on.
func (s *sheet) fault(err error) bool {
	var syntax *csv.ParseError
	if !errors.As(err, &syntax) {
		s.found.add(place{file: s.file, line: 1, column: 1}, "%v", err)
		return false
	}
	s.found.add(place{file: s.file, line: syntax.Line, column: syntax.Column}, "not CSV: %v", syntax.Err)
	return true
}

func (s *sheet) readHeader(columns []column) bool {
	fields, err := s.csv.Read()
	switch {
	case err == io.EOF:
		s.found.add(place{file: s.file, line: 1, column: 1}, "the file is empty; want a first row that names its columns")
		return false
	case err != nil:
		s.fault(err)
		return false
	}
	positions := map[string]int{}
	sound := true
	for i, name := range fields {
		line, start := s.csv.FieldPos(i)
		if _, twice := positions[fold(name)]; twice && wanted(columns, name) {
			s.found.add(place{file: s.file, line: line, column: start}, "a second column of this name; want one")
			sound = false
			continue
		}
		positions[fold(name)] = i
	}
	s.width, s.index = len(fields), map[string]int{}
	for _, c := range columns {
		at, ok := positions[fold(c.name)]
		if !ok && c.also != "" {
			at, ok = positions[fold(c.also)]
		}
		if ok {
			s.index[c.name] = at
		} else if !c.optional {
			s.found.add(place{file: s.file, line: 1, column: 1}, "no column %s; want a first row that names it", c.name)
			sound = false
		}
	}
	return sound
}

// fold leaves the case and the spaces of a column's name aside, which differ between types of account.
func fold(name string) string { return strings.ToLower(strings.ReplaceAll(name, " ", "")) }

func wanted(columns []column, name string) bool {
	return slices.ContainsFunc(columns, func(c column) bool { return fold(c.name) == fold(name) })
}

// text gives what stands in a column, and nothing where the file does not have it.
func (r row) text(name string) string {
	i, ok := r.index[name]
	if !ok {
		return ""
	}
	return strings.TrimSpace(r.fields[i])
}

// at gives the place of a column in the row, and the beginning of the row where the file does not have it.
func (r row) at(name string) place {
	line, start := r.csv.FieldPos(r.index[name])
	if _, ok := r.index[name]; !ok {
		start = 1
	}
	return place{r.file, line, start, name}
}

// complain records what is wrong in a column.
func (r row) complain(name, format string, args ...any) {
	r.found.add(r.at(name), format, args...)
}

// money reads an amount of the columns for it and for its currency.
func (r row) money(amount, currency string) (terms.Money, bool) {
	number, numberErr := terms.ParseDecimal(r.text(amount))
	if numberErr != nil {
		r.complain(amount, "%s", wantOf(numberErr))
	}
	unit, unitErr := terms.ParseCurrency(r.text(currency))
	if unitErr != nil {
		r.complain(currency, "%s", wantOf(unitErr))
	}
	if numberErr != nil || unitErr != nil {
		return terms.Money{}, false
	}
	money, err := terms.NewMoney(number, unit)
	if err != nil {
		r.complain(amount, "%v", err)
	}
	return money, err == nil
}

// wantOf says what would be right instead of a text. It leaves out the text itself, which may be a key in the wrong
// column; the place says where it stands.
func wantOf(err error) string {
	if wrong, ok := errors.AsType[*terms.ParseError](err); ok {
		return fmt.Sprintf("%v; want %s", wrong.Err, wrong.Want)
	}
	return err.Error()
}
