package markets

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/cloudterms/terms/internal/fold"
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

// An Unplaced is words of a text that name no market, or may name any of several.
type Unplaced struct {
	Text   string   `json:"text"`
	Line   int      `json:"line"`            // from 1
	Column int      `json:"column"`          // in bytes, from 1
	Could  []Market `json:"could,omitempty"` // the markets they may name; empty if they name none
	Is     string   `json:"is,omitempty"`    // what they name instead, as in "Cuba, which Microsoft has no market for"
}

// ParseList reads the markets that a text names in a language: a list as it is copied off a page, where the cells of a table
// may run together in a line with nothing but a space between them. Each line is taken apart into the names that leave the
// fewest words over. Words that are no part of a name, and names that may be any of several markets' or parted in several
// ways, are not placed; if there are any, the error is [ErrUnplaced], as a [ListError] with the first of them. What was placed
// is in the ParsedList all the same. Names do not go on from one line to the next. A language that is not given is
// [ErrLanguage].
func ParseList(text string, language Language) (ParsedList, error) {
	if !language.IsValid() {
		return ParsedList{}, nameError(text, nil, ErrLanguage)
	}
	var parsed ParsedList
	number := 0
	const byteOrderMark = "\ufeff" // some editors put one before a text
	for line := range strings.Lines(strings.TrimPrefix(text, byteOrderMark)) {
		number++
		parseLine(&parsed, strings.TrimRight(line, "\r\n"), number, language)
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

// A piece is a run of words of a line that is read as one: a name, a word that is left over, or one that may stand anywhere.
type piece struct {
	from, to int // words
	means    meaning
	cost     int
}

// What a piece costs that is not the name of one market. Of the ways to part a line, the cheapest are taken.
const (
	costOfGroup = 1 // a name of several markets, so that "Svalbard and Jan Mayen" is the two of them
	costOfWord  = 2 // a word that is left over
)

const longestName = 12 // words a name may have; the longest there is has 9

func parseLine(parsed *ParsedList, line string, number int, language Language) {
	words := folders[language-1].Words(line)
	for _, cluster := range clusters(bestPieces(words, language)) {
		from, to := words[cluster[0].from].From, words[lastWord(cluster)].To
		text, column := bracketed(line, from, to), from+1
		switch first := cluster[0]; {
		case len(cluster) == 1 && first.means.isMarket():
			parsed.Found = append(parsed.Found, Found{first.means.market(), text, number, column})
		case len(cluster) == 1 && first.cost == 0 && first.means == 0:
			// A word such as "and" between two names.
		default:
			parsed.Unplaced = append(parsed.Unplaced, Unplaced{text, number, column, mayMean(cluster), cluster[0].means.stranger()})
		}
	}
}

// bracketed gives a piece of a line, with the bracket that closes one in it.
func bracketed(line string, from, to int) string {
	if text := line[from:to]; strings.Count(text, "(") == strings.Count(text, ")") || !strings.HasPrefix(line[to:], ")") {
		return text
	}
	return line[from : to+1]
}

// bestPieces gives the pieces of all the ways in which the words can be parted at the least cost.
func bestPieces(words []fold.Word, language Language) []piece {
	pieces := allPieces(words, language)
	before, after := make([]int, len(words)+1), make([]int, len(words)+1)
	for at := 1; at <= len(words); at++ {
		before[at], after[len(words)-at] = costOfWord*len(words), costOfWord*len(words)
	}
	for _, p := range pieces { // in the order of their beginnings
		before[p.to] = min(before[p.to], before[p.from]+p.cost)
	}
	for _, p := range slices.Backward(pieces) {
		after[p.from] = min(after[p.from], p.cost+after[p.to])
	}
	least := before[len(words)]
	return slices.DeleteFunc(pieces, func(p piece) bool { return before[p.from]+p.cost+after[p.to] > least })
}

// allPieces gives every run of words that is a name, and every word by itself, in the order of their beginnings.
func allPieces(words []fold.Word, language Language) []piece {
	var pieces []piece
	var key bytes.Buffer
	for from, first := range words {
		if first.Folded == "" {
			pieces = append(pieces, piece{from, from + 1, 0, 0})
			continue
		}
		pieces = append(pieces, piece{from, from + 1, 0, costOfWord})
		key.Reset()
		for to := from; to < min(len(words), from+longestName) && key.Len() <= maxName; to++ {
			key.WriteString(words[to].Folded)
			if words[to].Folded == "" {
				continue
			}
			if means := meaningOfKey(key.Bytes(), language); means.isMarket() {
				pieces = append(pieces, piece{from, to + 1, means, 0})
			} else if means != 0 {
				pieces = append(pieces, piece{from, to + 1, means, costOfGroup})
			}
		}
	}
	return pieces
}

// clusters groups the pieces that share words. Where a cluster has more than one, the words can be parted in several ways.
func clusters(pieces []piece) [][]piece {
	var groups [][]piece
	for _, p := range pieces {
		last := len(groups) - 1
		if last >= 0 && p.from <= lastWord(groups[last]) {
			groups[last] = append(groups[last], p)
			continue
		}
		groups = append(groups, []piece{p})
	}
	return groups
}

func lastWord(cluster []piece) int {
	last := 0
	for _, p := range cluster {
		last = max(last, p.to-1)
	}
	return last
}

func mayMean(cluster []piece) []Market {
	var could []Market
	for _, p := range cluster {
		could = ordered(could, p.means.markets())
	}
	return could
}

// A ListError says which words of a list name no market, or may name any of several.
type ListError struct {
	Unplaced []Unplaced // in the order of the text; at least one
	Err      error      // the condition, ErrUnplaced
}

// Error gives the condition, the number of places, and the first of them with what it may name.
func (e *ListError) Error() string {
	first := e.Unplaced[0]
	said := fmt.Sprintf("%v: %d:%d: %q", e.Err, first.Line, first.Column, excerpt(first.Text))
	if first.Is != "" {
		said += " is " + first.Is
	}
	if len(first.Could) > 0 {
		said += " may be " + join(first.Could)
	}
	if more := len(e.Unplaced) - 1; more > 0 {
		said += fmt.Sprintf("; and %d more", more)
	}
	return said
}

// Unwrap gives the condition.
func (e *ListError) Unwrap() error { return e.Err }
