package markets

import (
	"strings"

	"github.com/cloudterms/terms/internal/excerpt"
)

// A CodeKind says what a text is that is no market's code. The zero CodeKind is text of which nothing is known.
type CodeKind uint8

const (
	// CodeWithdrawn is a code that ISO 3166 withdrew, such as AN or ZR.
	CodeWithdrawn CodeKind = iota + 1
	// CodeReserved is a code that ISO 3166-1 reserves, such as UK or EU.
	CodeReserved
	// CodeUnassigned is a code that ISO 3166-1 leaves to its users, such as QQ, and that is none of Microsoft's.
	CodeUnassigned
	// CodeNotSold is the code of a country that Microsoft has no market for, such as CU.
	CodeNotSold
	// CodeForeign is what others write for a market, such as EL for Greece.
	CodeForeign
	// CodeNumeric is the number of three digits that a market has in ISO 3166-1, such as 752.
	CodeNumeric
	// CodeMiswritten is a market's code in small letters or with white space around it.
	CodeMiswritten
)

// String gives the name.
func (k CodeKind) String() string { return codeKindNames.Text(k) }

// MarshalText gives the name.
func (k CodeKind) MarshalText() ([]byte, error) { return codeKindNames.Marshal(k) }

// UnmarshalText reads the name. On an error it leaves k as it was.
func (k *CodeKind) UnmarshalText(text []byte) error { return codeKindNames.Unmarshal(text, k) }

// A strayCode is a code that is no market's, and what is known of it.
type strayCode struct {
	codes string // of two letters and of three, with spaces between them
	kind  CodeKind
	is    string // what the code is
	meant string // the codes of the markets that may be meant, with spaces between them
}

const (
	unassigned = "assigned to no place by ISO 3166-1, and not one of Microsoft's own"
	notSoldIn  = ", which Microsoft has no market for"
)

// codeError says what a text is that is no market's code.
func codeError(text string) *CodeError {
	e := &CodeError{Input: excerpt.Of(text), Err: ErrCode}
	if stray, ok := strayOf(asCode(text)); ok {
		e.Kind, e.Is, e.Meant = stray.kind, stray.is, marketsOf(stray.meant)
		return e
	}
	if isUserAssigned(text) {
		e.Kind, e.Is = CodeUnassigned, unassigned
		return e
	}
	if numbered := numberedBy(text); numbered != nil {
		e.Kind, e.Is, e.Meant = CodeNumeric, "a number of ISO 3166-1", numbered
		return e
	}
	if m := byCode(asCode(text)); !m.IsZero() {
		e.Kind, e.Meant = CodeMiswritten, []Market{m}
	}
	return e
}

// asCode gives a text as a code is written, if it is as short as one: in capitals, without white space around it.
func asCode(text string) string {
	const longest = 3
	trimmed := strings.TrimSpace(text)
	if len(trimmed) > longest {
		return ""
	}
	return strings.ToUpper(trimmed)
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

// numberedBy gives the markets of the place that has a number in ISO 3166-1.
func numberedBy(number string) []Market {
	if number == "" {
		return nil
	}
	var found []Market
	for i, row := range marketTable[1:] {
		if row.number == number {
			found = append(found, marketAt(i+1))
		}
	}
	return found
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
