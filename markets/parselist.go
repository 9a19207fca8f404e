package markets

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cloudterms/terms/internal/excerpt"
)

// A ParsedList is what [ParseList] found in a text.
type ParsedList struct {
	Found    []Found    `json:"found,omitempty"`    // in the order of the text
	Unplaced []Unplaced `json:"unplaced,omitempty"` // in the order of the text
}

// A Found is a market that a text names.
type Found struct {
	Market Market `json:"market"`
	Text   string `json:"text"`   // as it is written
	Line   int    `json:"line"`   // from 1
	Column int    `json:"column"` // in bytes, from 1
}

// An Unplaced is words of a text that name no market, may name any of several, or may be a longer name than the one in them.
type Unplaced struct {
	Text      string     `json:"text"`
	Line      int        `json:"line"`                // from 1
	Column    int        `json:"column"`              // in bytes, from 1
	Is        string     `json:"is,omitempty"`        // what they name instead, as in "Cuba, which Microsoft has no market for"
	Could     []Market   `json:"could,omitempty"`     // the markets they may name, in this language or elsewhere
	Elsewhere []Language `json:"elsewhere,omitempty"` // the other languages in which they are a market's name
	Near      []Market   `json:"near,omitempty"`      // the markets whose names are near, the nearest first
}

// ParseList reads the markets that a text names in a language: a list as it is copied off a page, where the cells of a table
// may run together in a line with nothing but a space between them. Each line is taken apart into the names that leave the
// fewest words over. Names do not go on from one line to the next. Numbers, such as those of footnotes, are passed over, and
// so is a market's code beside its name.
//
// Words that are no part of a name, and names that may be any of several markets' or parted in several ways, are not placed.
// Nor is a name that words are left over beside, as "Congo" is in "République démocratique du Congo": it may be a part of a
// longer one, and is among [Unplaced.Could]. It is placed if what is left over has a sense by itself, as a misspelt name, a
// name of another language or a code; and where a tab, two spaces, a semicolon or a bar parts the two, or a comma in front of
// the name.
//
// If anything is not placed the error is [ErrUnplaced], as a [ListError] that begins with the first. What was placed is in the
// ParsedList all the same. A language that is not given is [ErrLanguage].
func ParseList(text string, language Language) (ParsedList, error) {
	if !language.IsValid() {
		return ParsedList{}, nameError(text, nil, ErrLanguage)
	}
	var parsed ParsedList
	number := 0
	const byteOrderMark = "\ufeff" // some editors put one before a text
	for line := range strings.Lines(strings.TrimPrefix(text, byteOrderMark)) {
		number++
		reader := lineReader{line: strings.TrimRight(line, "\r\n"), number: number, language: language, parsed: &parsed}
		reader.read()
	}
	if len(parsed.Unplaced) > 0 {
		return parsed, &ListError{Unplaced: slices.Clone(parsed.Unplaced), Err: ErrUnplaced}
	}
	return parsed, nil
}

// Markets gives the markets that were found, each once, in the order of the codes.
func (p ParsedList) Markets() []Market {
	var found []Market
	for _, f := range p.Found {
		found = append(found, f.Market)
	}
	return ordered(found, nil)
}

// A ListError says which words of a list name no market, or may name any of several.
type ListError struct {
	Unplaced []Unplaced // in the order of the text; at least one
	Err      error      // the condition, ErrUnplaced
}

// Error gives the condition, the number of places, and the first of them with what it may name.
func (e *ListError) Error() string {
	first := e.Unplaced[0]
	said := fmt.Sprintf("%v: %d:%d: %q%s", e.Err, first.Line, first.Column, excerpt.Of(first.Text), first.hint())
	if more := len(e.Unplaced) - 1; more > 0 {
		said += fmt.Sprintf("; and %d more", more)
	}
	return said
}

// hint says what the words are or may be.
func (u Unplaced) hint() string {
	hint := ""
	if u.Is != "" {
		hint = " is " + u.Is
	}
	switch {
	case len(u.Elsewhere) > 0:
		hint += " is " + join(u.Could) + in(u.Elsewhere)
	case len(u.Could) > 0:
		hint += " may be " + join(u.Could)
	}
	if near := without(u.Near, u.Could); len(near) > 0 {
		hint += "; did you mean " + join(near) + "?"
	}
	return hint
}

// Unwrap gives the condition.
func (e *ListError) Unwrap() error { return e.Err }
