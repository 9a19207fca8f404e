package markets

import (
	"errors"
	"fmt"
	"strings"

	"github.com/cloudterms/terms"
)

// Conditions that callers test for with [errors.Is]. What was wrong and what would be right is in the typed errors that
// wrap them: [CodeError], [NameError], [ListError], [VersionError].
var (
	// ErrCode is the condition of text that is no market's code.
	ErrCode = errors.New("markets: not a market's code")
	// ErrName is the condition of a name that is no market's.
	ErrName = errors.New("markets: not a market's name")
	// ErrAmbiguous is the condition of a name that may be any of several markets'.
	ErrAmbiguous = errors.New("markets: name of several markets")
	// ErrLanguage is the condition of a language that is not given, or in which markets have no names here. It wraps
	// [terms.ErrName], the condition of a name that is none of a closed set.
	ErrLanguage error = languageError{}
	// ErrUnplaced is the condition of words in a list that name no market, or may name any of several.
	ErrUnplaced = errors.New("markets: words in a list that name no one market")
	// ErrPlacement is the condition of text that is no placement of a market in a region.
	ErrPlacement = errors.New("markets: not a placement in a region")
	// ErrNoVersion is the condition of a day of which the record has no version of a list.
	ErrNoVersion = errors.New("markets: no version of the list for the day")
)

// languageError is [ErrLanguage].
type languageError struct{}

func (languageError) Error() string { return "markets: not a language of names" }

func (languageError) Unwrap() error { return terms.ErrName }

// A CodeError says which text was no market's code, what it is instead and what was meant, as far as that is known.
type CodeError struct {
	Input string   // the text, cut to 64 bytes
	Kind  CodeKind // what it is; zero if that is not known
	Is    string   // the same in words, as in "reserved for the United Kingdom"; empty if that is not known
	Meant []Market // the markets that may have been meant; empty if that is not known
	Err   error    // the condition, ErrCode
}

const wantCode = "a code of two capitals or three, such as SE or SWE"

// Error gives the condition, the text in quotes, what it is and what would be right.
func (e *CodeError) Error() string {
	is := ""
	if e.Is != "" {
		is = " is " + e.Is
	}
	want := wantCode
	if len(e.Meant) > 0 {
		want = join(e.Meant)
	}
	if e.Is != "" && len(e.Meant) == 0 {
		want = "a market"
	}
	return fmt.Sprintf("%v: %q%s; want %s", e.Err, e.Input, is, want)
}

// Unwrap gives the condition.
func (e *CodeError) Unwrap() error { return e.Err }

// A NameError says which name was no one market's, and which markets it may be.
type NameError struct {
	Input     string     // the name, cut to 64 bytes
	Languages []Language // in which it was looked up
	Is        string     // what it is instead, as in "a part of the United Kingdom"; empty if that is not known
	Could     []Market   // the markets it may be: for ErrAmbiguous in these languages, for ErrName by what it is or in others
	Elsewhere []Language // for ErrName: the other languages in which it is a market's name
	Near      []Market   // for ErrName: the markets whose names are near, the nearest first; empty if none is
	Err       error      // the condition: ErrName, ErrAmbiguous or ErrLanguage
}

// Error gives the condition, the name in quotes, the languages, and the markets that it may be or whose names are near, each
// with its name in the first of the languages.
func (e *NameError) Error() string {
	said := fmt.Sprintf("%v: %q", e.Err, e.Input)
	switch {
	case len(e.Languages) == 0:
		return said + "; want a language, such as markets.Swedish"
	case e.Is != "":
		return said + " is " + e.Is + e.want()
	}
	return said + in(e.Languages) + e.hint()
}

// want gives the markets that are meant by what is none.
func (e *NameError) want() string {
	switch len(e.Could) {
	case 0:
		return ""
	case 1:
		return "; want " + e.named(e.Could)
	}
	return "; want one of " + e.named(e.Could)
}

// hint gives the markets that may be meant.
func (e *NameError) hint() string {
	hint := ""
	if len(e.Elsewhere) > 0 {
		hint = "; it is " + e.named(e.Could) + in(e.Elsewhere)
	} else {
		hint = e.want()
	}
	if near := without(e.Near, e.Could); len(near) > 0 {
		hint += "; did you mean " + e.named(near) + "?"
	}
	if hint == "" {
		hint = "; want a market's name, such as " + MustParseMarket("SE").Name(e.Languages[0])
	}
	return hint
}

// Unwrap gives the condition.
func (e *NameError) Unwrap() error { return e.Err }

func in(languages []Language) string {
	var tags []string
	for _, l := range languages {
		tags = append(tags, l.String())
	}
	return " in " + strings.Join(tags, ", ")
}

func (e *NameError) named(markets []Market) string {
	var named []string
	for _, m := range markets {
		named = append(named, fmt.Sprintf("%s (%s)", m.Name(e.Languages[0]), m))
	}
	return strings.Join(named, ", ")
}

// A VersionError says which day it was of which the record has no version of a list, and of which days it has one.
type VersionError struct {
	List string       // its id
	Day  terms.Day    // the day it was asked about
	Days []terms.Span // of which there are versions, the newest first
	Note string       // what the record says of the day all the same
	Err  error        // the condition, ErrNoVersion or rules.ErrDay
}

// Error gives the condition, the list, the day and the days of which there are versions.
func (e *VersionError) Error() string {
	var spans []string
	for _, span := range e.Days {
		spans = append(spans, span.String())
	}
	if e.Day.IsZero() {
		return fmt.Sprintf("%v: %s; want a day, as in 2024-02-29", e.Err, e.List)
	}
	said := fmt.Sprintf("%v: %s on %s", e.Err, e.List, e.Day)
	if len(spans) > 0 {
		said += "; want a day in " + strings.Join(spans, " or ")
	}
	if e.Note != "" {
		said += ". " + e.Note
	}
	return said
}

// Unwrap gives the condition.
func (e *VersionError) Unwrap() error { return e.Err }

func join(markets []Market) string {
	var codes []string
	for _, m := range markets {
		codes = append(codes, m.Code())
	}
	return strings.Join(codes, ", ")
}
