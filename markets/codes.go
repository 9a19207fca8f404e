package markets

import (
	"strings"
	"unicode/utf8"
)

// A strayCode is a code that is no market's, and what is known of it.
type strayCode struct {
	codes string // of two letters and of three, with spaces between them
	is    string // what the code is
	meant string // the codes of the markets that may be meant, with spaces between them
}

const (
	unassigned = "assigned to no place by ISO 3166-1, and not one of Microsoft's own"
	notSoldIn  = ", which Microsoft has no market for"
)

// codeError says what a text is that is no market's code.
func codeError(text string) *CodeError {
	e := &CodeError{Input: excerpt(text), Err: ErrCode}
	if stray, ok := strayOf(text); ok {
		e.Is, e.Meant = stray.is, marketsOf(stray.meant)
		return e
	}
	if isUserAssigned(text) {
		e.Is = unassigned
		return e
	}
	trimmed := strings.TrimSpace(text)
	if m := byCode(strings.ToUpper(trimmed)); len(trimmed) <= 3 && !m.IsZero() {
		e.Meant = []Market{m}
	}
	return e
}

func strayOf(text string) (strayCode, bool) {
	for _, stray := range strayCodes {
		for code := range strings.FieldsSeq(stray.codes) {
			if code == text {
				return stray, true
			}
		}
	}
	return strayCode{}, false
}

func marketsOf(codes string) []Market {
	var found []Market
	for code := range strings.FieldsSeq(codes) {
		found = append(found, byCode(code))
	}
	return found
}

// isUserAssigned reports whether ISO 3166-1 leaves a code to its users: AA, QM to QZ, XA to XZ, ZZ, and those of three
// letters that begin so.
func isUserAssigned(code string) bool {
	if len(code) != 2 && len(code) != 3 || strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return false
	}
	head := code[:2]
	return head == "AA" || head == "ZZ" || head[0] == 'X' || head >= "QM" && head <= "QZ"
}

const maxInputShown = 64 // bytes

// excerpt cuts text to the bytes an error may show, in front of a character rather than in it.
func excerpt(text string) string {
	if len(text) > maxInputShown {
		end := maxInputShown
		for end > maxInputShown-utf8.UTFMax && !utf8.RuneStart(text[end]) {
			end--
		}
		text = text[:end] + "…"
	}
	return strings.ToValidUTF8(text, "\uFFFD")
}
