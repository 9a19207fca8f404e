package catalogue

import (
	_ "embed"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

//go:embed register.md
var registerText string

// A Kind says what a fact is, and so what covers it.
type Kind string

const (
	// Rule is a fact that decides something.
	Rule Kind = "R"
	// Calculation is a fact that something is computed by.
	Calculation Kind = "C"
	// Data is a fact that can be asked for.
	Data Kind = "D"
	// Note is advice or procedure, which a finding or a document carries.
	Note Kind = "N"
	// Nothing is a fact that cannot be covered.
	Nothing Kind = "–"
)

// A Fact is one row of the register.
type Fact struct {
	ID   string
	Kind Kind
	Text string // Markdown, on one line
}

// A Document is what the register has of one document.
type Document struct {
	Family string // what the ids of its facts begin with, such as OPEN
	Title  string
	Facts  []Fact
}

// A Register is every fact there is, by the documents that state them.
type Register []Document

// ParseRegister reads a register: for every document a heading "## FAMILY: Title" and a table of id, kind and text. The
// facts of a family are numbered from 01, in order and without a gap, so that no row is lost or given twice.
func ParseRegister(text string) (Register, error) {
	var r reader
	var faults []error
	for i, line := range strings.Split(text, "\n") {
		if err := r.read(line); err != nil {
			faults = append(faults, fmt.Errorf("catalogue: register, line %d: %w", i+1, err))
		}
	}
	for _, d := range r.documents {
		if len(d.Facts) == 0 {
			faults = append(faults, fmt.Errorf("catalogue: register: %s has no facts", d.Family))
		}
	}
	if len(r.documents) == 0 {
		faults = append(faults, errors.New("catalogue: register: no document; want a heading such as ## OPEN: Azure in Open Licensing"))
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	return r.documents, nil
}

// reader is a register in the making.
type reader struct{ documents Register }

func (r *reader) read(line string) error {
	if heading, found := strings.CutPrefix(line, "## "); found {
		return r.readHeading(heading)
	}
	if !strings.HasPrefix(line, "|") || line == "| id | kind | fact |" || line == "|---|---|---|" {
		return nil
	}
	return r.readFact(line)
}

func (r *reader) readHeading(heading string) error {
	family, title, found := strings.Cut(heading, ": ")
	if !found || title == "" || !regexp.MustCompile(`^[A-Z]+$`).MatchString(family) {
		return fmt.Errorf("the heading %q; want a family and a title, as in OPEN: Azure in Open Licensing", heading)
	}
	if slices.ContainsFunc(r.documents, func(d Document) bool { return d.Family == family }) {
		return fmt.Errorf("the family %s is given twice", family)
	}
	r.documents = append(r.documents, Document{Family: family, Title: title})
	return nil
}

func (r *reader) readFact(line string) error {
	cells := strings.Split(strings.TrimSuffix(strings.TrimPrefix(line, "| "), " |"), " | ")
	if len(cells) != 3 || cells[2] == "" || len(r.documents) == 0 {
		return fmt.Errorf("the row %q; want | id | kind | fact |, below the heading of a document", line)
	}
	d := &r.documents[len(r.documents)-1]
	f := Fact{cells[0], Kind(cells[1]), cells[2]}
	if want := fmt.Sprintf("%s-%02d", d.Family, len(d.Facts)+1); f.ID != want {
		return fmt.Errorf("the fact %q; the next of its family is %s", f.ID, want)
	}
	d.Facts = append(d.Facts, f)
	if kinds := []Kind{Rule, Calculation, Data, Note, Nothing}; !slices.Contains(kinds, f.Kind) {
		return fmt.Errorf("%s is of kind %q; want one of %q", f.ID, f.Kind, kinds)
	}
	return nil
}

// Fact gives a fact by its id, and whether there is one.
func (r Register) Fact(id string) (Fact, bool) {
	for _, d := range r {
		for _, f := range d.Facts {
			if f.ID == id {
				return f, true
			}
		}
	}
	return Fact{}, false
}

// citations matches what looks like the id of a fact: a family of the register and a number.
func (r Register) citations() *regexp.Regexp {
	families := make([]string, len(r))
	for i, d := range r {
		families[i] = d.Family
	}
	return regexp.MustCompile(`\b(?:` + strings.Join(families, "|") + `)-[0-9]+\b`)
}
