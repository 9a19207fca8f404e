package markets

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

const mostNear = 3 // markets that are suggested

// A suggestion is a market with a name that is near to one that is no market's.
type suggestion struct {
	market  Market
	rank    int // what the nearness is of, the nearest first
	letters int // that are otherwise
	of      int // letters that the longer of the two names has
}

func (s suggestion) compare(other suggestion) int {
	return cmp.Or(s.rank-other.rank, s.letters-other.letters, s.market.Compare(other.market))
}

// near gives the markets whose names are nearest to one that is no market's, the nearest first.
func near(name string, languages []Language) []Market {
	return nearest(name, languages, lettersPerError, func(suggestion) bool { return true })
}

// misspelt gives the markets whose names are so near that the name is a misspelling of them, and hardly anything else, the
// nearest first.
func misspelt(name string, language Language) []Market {
	return nearest(name, []Language{language}, lettersPerSlip, func(s suggestion) bool {
		return s.rank == byLetter || s.rank == byLetters && s.letters*lettersPerSlip <= s.of
	})
}

// nearest gives the markets whose names are near enough, with one letter otherwise for each so many.
func nearest(name string, languages []Language, perError int, isNear func(suggestion) bool) []Market {
	if len(name) > maxName {
		return nil
	}
	var suggestions []suggestion
	for _, l := range languages {
		wanted := newComparer(string(folders[l-1].Append(nil, name)), perError)
		for _, k := range keyTable[l-1] {
			if s, ok := wanted.with(k.key); ok && k.means.isMarket() && isNear(s) {
				s.market = k.means.market()
				suggestions = append(suggestions, s)
			}
		}
	}
	slices.SortFunc(suggestions, suggestion.compare)
	var found []Market
	for _, s := range suggestions {
		if len(found) < mostNear && !slices.Contains(found, s.market) {
			found = append(found, s.market)
		}
	}
	return found
}

// What two names are near by, the nearest first: a letter is otherwise, one is the beginning of the other, a few letters are
// otherwise, one is in the other.
const (
	byLetter = iota
	byBeginning
	byLetters
	byPart
)

const (
	lettersPerError = 4 // letters a name has for each that may be otherwise
	lettersPerSlip  = 6 // letters it has for each that is otherwise in a misspelling of it
	tellingLetters  = 3 // letters that the beginning of a name has, at the least
	tellingPart     = 5 // letters that a part of a name has, at the least
)

// A comparer compares one folded name with many. It has room for the letters of both, and for three rows of the table of
// their differences.
type comparer struct {
	name              string
	perError          int // letters there are for each that may be otherwise
	set               letterSet
	letters, others   []rune
	before, last, row []int
}

func newComparer(name string, perError int) *comparer {
	return &comparer{name: name, perError: perError, set: setOf(name), letters: []rune(name)}
}

// A letterSet says roughly which letters a name has.
type letterSet uint64

func setOf(name string) letterSet {
	var set letterSet
	for _, letter := range name {
		set |= 1 << (letter % 64)
	}
	return set
}

// atLeast gives the letters that are otherwise in two names at the least: each changes what both have by two.
func (s letterSet) atLeast(other letterSet) int { return (bits.OnesCount64(uint64(s^other)) + 1) / 2 }

// with says what the name is near to another by, and whether it is.
func (c *comparer) with(other string) (suggestion, bool) {
	length := utf8.RuneCountInString(other)
	longer := max(len(c.letters), length)
	more := longer - min(len(c.letters), length)
	if most := (longer + c.perError - 1) / c.perError; more <= most && c.set.atLeast(setOf(other)) <= most {
		switch n := c.differences(other, most); {
		case n == 1:
			return suggestion{rank: byLetter, letters: n, of: longer}, true
		case n <= most:
			return suggestion{rank: byLetters, letters: n, of: longer}, true
		}
	}
	short, long := c.name, other
	if length < len(c.letters) {
		short, long = long, short
	}
	switch letters := longer - more; {
	case letters >= tellingLetters && strings.HasPrefix(long, short):
		return suggestion{rank: byBeginning, letters: more, of: longer}, true
	case letters >= tellingPart && strings.Contains(long, short):
		return suggestion{rank: byPart, letters: more, of: longer}, true
	}
	return suggestion{}, false
}

// differences counts the letters to change, put in, take out or swap with the next to make one name of the other. Beyond the
// most that matter it stops counting.
func (c *comparer) differences(other string, most int) int {
	c.others = c.others[:0]
	for _, letter := range other {
		c.others = append(c.others, letter)
	}
	a, b := c.letters, c.others
	c.makeRows(len(b) + 1)
	for i := range a {
		c.row[0] = i + 1
		least := c.row[0]
		for j := range b {
			c.row[j+1] = c.cell(a, b, i, j)
			least = min(least, c.row[j+1])
		}
		c.before, c.last, c.row = c.last, c.row, c.before
		if least > most+1 { // a swap may still bring back one
			return least
		}
	}
	return c.last[len(b)]
}

func (c *comparer) makeRows(length int) {
	c.before = slices.Grow(c.before[:0], length)[:length]
	c.last = slices.Grow(c.last[:0], length)[:length]
	c.row = slices.Grow(c.row[:0], length)[:length]
	for j := range c.last {
		c.last[j] = j
	}
}

func (c *comparer) cell(a, b []rune, i, j int) int {
	changed := c.last[j]
	if a[i] != b[j] {
		changed++
	}
	n := min(changed, c.last[j+1]+1, c.row[j]+1)
	if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
		n = min(n, c.before[j-1]+1)
	}
	return n
}
