package markets

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"github.com/cloudterms/terms/internal/fold"
)

// A word is a word of a line, without a number that stands behind it.
type word struct {
	fold.Word

	ends bool // a number stands behind it, or it was one: no name goes on there
}

// wordsOf gives the words of a line.
func wordsOf(line string, language Language) []word {
	folder := folders[language-1]
	var words []word
	for _, w := range folder.Words(line) {
		text := line[w.From:w.To]
		bare := strings.TrimRightFunc(text, unicode.IsNumber)
		numbered := len(bare) < len(text)
		if numbered {
			w.To, w.Folded = w.From+len(bare), string(folder.Append(nil, bare))
		}
		words = append(words, word{w, numbered})
	}
	return words
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

// bestPieces gives the pieces of all the ways in which the words can be parted at the least cost.
func bestPieces(words []word, language Language) []piece {
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
func allPieces(words []word, language Language) []piece {
	var pieces []piece
	for from, first := range words {
		if first.Folded == "" {
			pieces = append(pieces, piece{from, from + 1, 0, 0})
			continue
		}
		pieces = append(pieces, piece{from, from + 1, 0, costOfWord})
		pieces = appendNames(pieces, words, from, language)
	}
	return pieces
}

// appendNames appends every name that begins at a word.
func appendNames(pieces []piece, words []word, from int, language Language) []piece {
	var key bytes.Buffer
	for to := from; to < min(len(words), from+longestName) && key.Len() <= maxName; to++ {
		w := words[to]
		key.WriteString(w.Folded)
		if w.Folded != "" {
			if means := meaningOfKey(key.Bytes(), language); means.isMarket() {
				pieces = append(pieces, piece{from, to + 1, means, 0})
			} else if means != 0 {
				pieces = append(pieces, piece{from, to + 1, means, costOfGroup})
			}
		}
		if w.ends {
			break
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

// mayMean gives the markets that the words of a cluster may name.
func mayMean(cluster []piece) []Market {
	var could []Market
	for _, p := range cluster {
		could = ordered(could, p.means.markets())
		if stray, ok := p.means.stray(); ok {
			could = ordered(could, marketsOf(stray.meant))
		}
	}
	return could
}
