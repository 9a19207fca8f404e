package markets

import (
	"cmp"
	"slices"
	"strings"
)

const mostNear = 3 // markets that are suggested

// A suggestion is a market with a name that is near to one that is no market's.
type suggestion struct {
	market  Market
	rank    int // what the nearness is of, the nearest first
	letters int // that are otherwise
}

func (s suggestion) compare(other suggestion) int {
	return cmp.Or(s.rank-other.rank, s.letters-other.letters, s.market.Compare(other.market))
}

// near gives the markets whose names are nearest to one that is no market's, the nearest first.
func near(name string, languages []Language) []Market {
	if len(name) > maxName {
		return nil
	}
	var suggestions []suggestion
	for _, l := range languages {
		wanted := string(folders[l-1].Append(nil, name))
		for _, k := range keyTable[l-1] {
			if s, ok := nearness(wanted, k.key); ok && k.means.isMarket() {
				s.market = k.means.market()
				suggestions = append(suggestions, s)
			}
		}
	}
	slices.SortFunc(suggestions, suggestion.compare)
	var nearest []Market
	for _, s := range suggestions {
		if len(nearest) < mostNear && !slices.Contains(nearest, s.market) {
			nearest = append(nearest, s.market)
		}
	}
	return nearest
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
	letterPerError = 4 // letters a name has for each that may be otherwise
	tellingLetters = 3 // letters that the beginning of a name has, at the least
	tellingPart    = 5 // letters that a part of a name has, at the least
)

// nearness says what two folded names are near by, and whether they are.
func nearness(wanted, name string) (suggestion, bool) {
	a, b := []rune(wanted), []rune(name)
	if len(a) > len(b) {
		a, b = b, a
		wanted, name = name, wanted
	}
	more := len(b) - len(a)
	most := (len(b) + letterPerError - 1) / letterPerError
	if more <= most {
		if n := editDistance(a, b); n == 1 {
			return suggestion{rank: byLetter, letters: n}, true
		} else if n <= most {
			return suggestion{rank: byLetters, letters: n}, true
		}
	}
	switch {
	case len(a) >= tellingLetters && strings.HasPrefix(name, wanted):
		return suggestion{rank: byBeginning, letters: more}, true
	case len(a) >= tellingPart && strings.Contains(name, wanted):
		return suggestion{rank: byPart, letters: more}, true
	}
	return suggestion{}, false
}

// editDistance counts the letters to change, put in, take out or swap with the next to make one name of another.
func editDistance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
