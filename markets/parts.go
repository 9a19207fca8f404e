package markets

import (
	"strings"
	"unicode"
)

// A lineReader reads one line of a list.
type lineReader struct {
	line     string
	number   int // of the line, from 1
	language Language
	parsed   *ParsedList // what it finds
}

// A part is a stretch of a line that has been read.
type part struct {
	kind     partKind
	from, to int    // bytes
	market   Market // of a name
	left     Unplaced
}

type partKind uint8

const (
	partName   partKind = iota // the name of one market
	partWord                   // a word that is left over
	partOpaque                 // what may be one of several, or is no market: it has a sense by itself
)

// read puts what it finds into the parsed list.
func (r *lineReader) read() {
	parts := r.withoutOwnCodes(r.parts())
	for len(parts) > 0 {
		n := r.readBlock(parts)
		parts = parts[n:]
	}
}

// parts gives what the line falls into. Words such as "and" between two names are none.
func (r *lineReader) parts() []part {
	words := wordsOf(r.line, r.language)
	var parts []part
	for _, cluster := range clusters(bestPieces(words, r.language)) {
		first := cluster[0]
		p := part{from: words[first.from].From, to: words[lastWord(cluster)].To, kind: partOpaque}
		switch {
		case len(cluster) == 1 && first.means.isMarket():
			p.kind, p.market = partName, first.means.market()
		case len(cluster) == 1 && first.cost == 0:
			continue
		case len(cluster) == 1 && first.means == 0:
			p = r.wordPart(p)
		default:
			stray, _ := first.means.stray()
			p.left = Unplaced{Is: stray.is, Could: mayMean(cluster)}
		}
		parts = append(parts, p)
	}
	return parts
}

// wordPart says of a word that is left over whether it is a code, which is only read as one in capitals.
func (r *lineReader) wordPart(p part) part {
	p.kind = partWord
	if text := r.line[p.from:p.to]; strings.ToUpper(text) == text {
		if stray := strayCodeAsPlace(text); stray.is != "" {
			p.kind, p.left = partOpaque, Unplaced{Is: stray.is, Could: marketsOf(stray.meant)}
		}
	}
	return p
}

// withoutOwnCodes leaves out the codes of the markets whose names they stand beside.
func (r *lineReader) withoutOwnCodes(parts []part) []part {
	var left []part
	for i, p := range parts {
		code := byCode(r.line[p.from:p.to])
		beside := func(j int) bool {
			return j >= 0 && j < len(parts) && parts[j].kind == partName && parts[j].market == code
		}
		if code.IsZero() || p.kind == partName || !beside(i-1) && !beside(i+1) {
			left = append(left, p)
		}
	}
	return left
}

// readBlock reads the first of some parts, with those it may belong together with, and says how many that were.
func (r *lineReader) readBlock(parts []part) int {
	run := 0 // where the words begin that are left over
	if parts[0].kind != partWord && len(parts) > 1 && parts[1].kind == partWord && r.together(parts[0], parts[1]) {
		run = 1
	}
	if parts[run].kind != partWord {
		r.place(parts[0])
		return 1
	}
	end := run + 1
	for end < len(parts) && parts[end].kind == partWord && r.together(parts[end-1], parts[end]) {
		end++
	}
	most := end
	if end < len(parts) && r.together(parts[end-1], parts[end]) {
		most++
	}
	from, to := r.senseIn(parts[:most], run, end)
	for _, p := range parts[:from] {
		r.place(p)
	}
	r.leave(parts[from:to])
	return to
}

// senseIn gives the parts among which the words of a run make sense as one: with the names on both sides of it, with one of
// them, or by themselves. If they make none, they may belong to both.
func (r *lineReader) senseIn(parts []part, run, end int) (from, to int) {
	for _, stretch := range [][2]int{{0, len(parts)}, {0, end}, {run, len(parts)}, {run, end}} {
		if r.hasSense(r.text(parts[stretch[0]:stretch[1]])) {
			return stretch[0], stretch[1]
		}
	}
	return 0, len(parts)
}

// hasSense reports whether words that are no name in this language are one in another, or a misspelt one.
func (r *lineReader) hasSense(text string) bool {
	could, _ := elsewhere(text)
	return could != nil || misspelt(text, r.language) != nil
}

// together reports whether two parts, one of them a word that is left over, may belong to one name.
func (r *lineReader) together(a, b part) bool {
	if a.kind == partOpaque || b.kind == partOpaque {
		return false
	}
	between := r.line[a.to:b.from]
	if strings.ContainsAny(between, "\t;|•)]、；　") || strings.Contains(between, "  ") || strings.ContainsFunc(between, unicode.IsNumber) {
		return false
	}
	inverted := a.kind == partName // as in "Congo, Republic of the"
	return inverted || !strings.Contains(between, ",")
}

// place puts a part that stands by itself into the parsed list.
func (r *lineReader) place(p part) {
	text := r.text([]part{p})
	if p.kind == partName {
		r.parsed.Found = append(r.parsed.Found, Found{p.market, text, r.number, p.from + 1})
		return
	}
	p.left.Text, p.left.Line, p.left.Column = text, r.number, p.from+1
	r.parsed.Unplaced = append(r.parsed.Unplaced, p.left)
}

// leave puts parts that may be one name into the parsed list, with what that may be.
func (r *lineReader) leave(parts []part) {
	left := part{kind: partOpaque, from: parts[0].from, to: parts[len(parts)-1].to}
	text := r.text(parts)
	left.left.Could, left.left.Elsewhere = elsewhere(text)
	var names []Market
	for _, p := range parts {
		if p.kind == partName {
			names = ordered(names, []Market{p.market})
		}
	}
	if names == nil {
		left.left.Near = near(text, []Language{r.language})
	} else if left.left.Near = misspelt(text, r.language); left.left.Near == nil && left.left.Elsewhere == nil {
		left.left.Could = names
	}
	r.place(left)
}

// text gives what the parts are in the line, with the bracket that closes one in it.
func (r *lineReader) text(parts []part) string {
	from, to := parts[0].from, parts[len(parts)-1].to
	text := r.line[from:to]
	if strings.Count(text, "(") == strings.Count(text, ")") || !strings.HasPrefix(r.line[to:], ")") {
		return text
	}
	return r.line[from : to+1]
}
