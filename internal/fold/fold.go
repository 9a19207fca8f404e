package fold

import (
	"bytes"
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Folder folds the names of one language. It is immutable.
type Folder struct {
	drop   []string // words that names are written with or without, such as and
	saints []string // ways to write saint, which all become st
}

// In gives the folder of a language by its tag, such as sv. A language it does not know has no words of its own.
func In(tag string) *Folder {
	for i := range folders {
		if slices.Contains(folders[i].tags, tag) {
			return &folders[i].folder
		}
	}
	return &Folder{}
}

// Append appends a name in its folded form, which has no spaces.
func (f *Folder) Append(dst []byte, name string) []byte {
	word := len(dst) // where the present word begins
	for len(name) > 0 {
		size := 1
		if c := name[0]; c < utf8.RuneSelf {
			dst, word = f.ascii(dst, word, c)
		} else {
			dst, word, size = f.unicode(dst, word, name)
		}
		name = name[size:]
	}
	return f.endWord(dst, word)
}

// What an ASCII character is, other than the letter or digit it becomes.
const (
	separator = 0
	joiner    = 1
)

func (f *Folder) ascii(dst []byte, word int, c byte) ([]byte, int) {
	switch class := ascii[c]; class {
	case separator:
		dst = f.endWord(dst, word)
		return dst, len(dst)
	case joiner:
		return dst, word
	default:
		return append(dst, class), word
	}
}

// unicode folds the first character of a name, and says how many bytes of the name it was.
func (f *Folder) unicode(dst []byte, word int, name string) ([]byte, int, int) {
	properties := norm.NFKD.PropertiesString(name)
	parts := properties.Decomposition()
	if parts == nil {
		r, size := utf8.DecodeRuneInString(name)
		dst, word = f.rune(dst, word, r)
		return dst, word, size
	}
	for len(parts) > 0 {
		r, size := utf8.DecodeRune(parts)
		dst, word = f.rune(dst, word, r)
		parts = parts[size:]
	}
	return dst, word, properties.Size()
}

// rune folds a character that has no parts.
func (f *Folder) rune(dst []byte, word int, r rune) ([]byte, int) {
	if r < utf8.RuneSelf {
		return f.ascii(dst, word, byte(r))
	}
	if unicode.IsLetter(r) {
		return appendLetter(dst, r), word
	}
	if isAccent(r) || slices.Contains(joiners, r) {
		return dst, word
	}
	if separates(r) {
		dst = f.endWord(dst, word)
		return dst, len(dst)
	}
	return utf8.AppendRune(dst, r), word
}

func appendLetter(dst []byte, r rune) []byte {
	r = unicode.ToLower(r)
	if plain, ok := plainLetter(r); ok {
		return append(dst, plain...)
	}
	return utf8.AppendRune(dst, r)
}

// separates reports whether a character that has no parts ends a word. What stands for bytes that are no text does not.
func separates(r rune) bool {
	if r < utf8.RuneSelf {
		return ascii[r] == separator
	}
	return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) && !slices.Contains(joiners, r) && r != utf8.RuneError
}

// isAccent reports whether a character is an accent of a Latin letter. The marks of Japanese, which make another syllable,
// are none.
func isAccent(r rune) bool { return r >= 0x0300 && r <= 0x036f }

// plainLetter gives the letters for one that has no parts in Unicode and yet is written by them.
func plainLetter(r rune) (string, bool) {
	switch r {
	case 'ß':
		return "ss", true
	case 'æ':
		return "ae", true
	case 'œ':
		return "oe", true
	case 'ø':
		return "o", true
	case 'đ', 'ð':
		return "d", true
	case 'ł':
		return "l", true
	case 'þ':
		return "th", true
	case 'ı':
		return "i", true
	}
	return "", false
}

// endWord drops the word that begins at a place and ends the text, or writes it in one way, if it is such a word.
func (f *Folder) endWord(dst []byte, word int) []byte {
	is := func(w string) bool { return w == string(dst[word:]) }
	if slices.ContainsFunc(f.drop, is) {
		return dst[:word]
	}
	if slices.ContainsFunc(f.saints, is) {
		return append(dst[:word], "st"...)
	}
	return dst
}

// Hash gives a number by which a folded name is found in a table (FNV-1a).
func Hash(folded []byte) uint32 {
	const offset, prime = 2166136261, 16777619
	hash := uint32(offset)
	for _, b := range folded {
		hash = (hash ^ uint32(b)) * prime
	}
	return hash
}

// A Word is a word of a text: where it stands, and its folded form, which is empty for one that is dropped.
type Word struct {
	From, To int // bytes
	Folded   string
}

// Words gives the words of a text. The folded forms of the words of a name, one behind the other, are its folded form.
func (f *Folder) Words(text string) []Word {
	var words []Word
	from := -1
	for at, r := range text {
		if breaks(text[at:], r) {
			words, from = f.appendWord(words, text, from, at), -1
		} else if from < 0 {
			from = at
		}
	}
	return f.appendWord(words, text, from, len(text))
}

func (f *Folder) appendWord(words []Word, text string, from, to int) []Word {
	if from < 0 {
		return words
	}
	return append(words, Word{from, to, string(f.Append(nil, text[from:to]))})
}

// breaks reports whether the first character of a text ends a word: whether all of its parts do.
func breaks(text string, r rune) bool {
	parts := norm.NFKD.PropertiesString(text).Decomposition()
	if parts == nil {
		return separates(r)
	}
	return !bytes.ContainsFunc(parts, func(r rune) bool { return !separates(r) })
}
