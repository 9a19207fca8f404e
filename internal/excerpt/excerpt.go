package excerpt

import (
	"strings"
	"unicode/utf8"
)

// Most is how many bytes of an input an error shows.
const Most = 64

// Of gives the first [Most] bytes of a text, as [Cut] does.
func Of(text string) string { return Cut(text, Most) }

// Cut gives the first bytes of a text, with an ellipsis where that is not all of it. It cuts in front of a character rather
// than in it, and puts the replacement character for what is not UTF-8.
func Cut(text string, most int) string {
	if len(text) > most {
		end := most
		for end > most-utf8.UTFMax && !utf8.RuneStart(text[end]) {
			end--
		}
		text = text[:end] + "…"
	}
	return strings.ToValidUTF8(text, "\uFFFD")
}
