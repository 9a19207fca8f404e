package licensing

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"log/slog" //nolint:depguard // no log is written: a key says how it is to appear in the caller's
	"strconv"
	"strings"
	"unique"
)

// An OSAKey is a key of Online Service Activation: 25 letters and digits, fetched from the
// Volume Licensing Service Center once the order is processed, and activated in the account portal
// (OPEN-10). It is redeemed once, in one of the ways that [Redemption] names.
//
// Who reads a key can spend it, so an OSAKey does not show it: every text it has, in fmt,
// slog, JSON and errors, is the masked one, *****-*****-*****-*****-EEEEE, whose last group
// is left for people to tell keys apart by. [OSAKey.Reveal] alone gives the key, and
// [OSAKey.ID] a name for it that is no secret.
//
// An OSAKey is a comparable value; == and map keys work. The zero OSAKey means "not given"
// and its text is empty.
type OSAKey struct {
	// fmt calls no methods on what lies in an unexported field of another struct, it
	// prints the fields. Of a handle it prints an address, and of one to a string the
	// address under every verb; one to an array or struct it would follow.
	secret unique.Handle[string]
}

const (
	osaKeyLength = 25 // letters and digits
	groupLength  = 5
	groupedForm  = osaKeyLength + osaKeyLength/groupLength - 1
	maskedGroups = "*****-*****-*****-*****-"

	// maxKeyText bounds the text that is looked at. A key takes 29 bytes.
	maxKeyText = 256

	// keyIDPrefix goes into every id before the key. Ids are kept outside the program,
	// so another way to derive them needs another version here.
	keyIDPrefix = "github.com/cloudterms/terms/licensing OSAKey id v1\n"
	keyIDDigits = 12

	wantOSAKey = "25 letters A to Z and digits, in five groups of five joined by hyphens or not grouped"
)

// ParseOSAKey reads a key: 25 ASCII letters and digits, in five groups of five joined by
// hyphens or not grouped at all. Capital and small letters are the same, and white space
// around the key is left out. Anything else is a [KeyError] wrapping [ErrOSAKey], which
// never repeats the text; so is text of more than 256 bytes, which is not looked at, and
// the masked text of a key, out of which no key can be read.
//
// The 25 characters are from Microsoft's page "Online service activation for Open programs
// (volume licensing)", as of 2025. The grouping is documented for other product
// keys of Microsoft's only, hence the choice. No letter is excluded and nothing is
// checked against Microsoft's service: whether such a key exists is not known here.
func ParseOSAKey(s string) (OSAKey, error) {
	if len(s) > maxKeyText {
		return OSAKey{}, keyError(fmt.Sprintf("a text of %d bytes", len(s)), 0)
	}
	text := strings.TrimSpace(s)
	if err := checkOSAKey(text); err != nil {
		return OSAKey{}, err
	}
	return OSAKey{unique.Make(strings.ToUpper(strings.ReplaceAll(text, "-", "")))}, nil
}

func checkOSAKey(text string) error {
	if text == "" {
		return keyError("no characters", 0)
	}
	if strings.HasPrefix(text, maskedGroups) {
		return &KeyError{"the key is masked", 0, "the key itself, which cannot be had from its masked text", ErrOSAKey}
	}
	count := 0
	for i, r := range text {
		switch {
		case isLetterOrDigit(r):
			count++
		case r != '-':
			return keyError(fmt.Sprintf("character %d is no letter A to Z, digit or hyphen", i+1), i+1)
		}
	}
	if count != osaKeyLength {
		return keyError(fmt.Sprintf("%d letters and digits", count), 0)
	}
	return checkGroups(text)
}

// checkGroups takes a text of 25 letters and digits with any number of hyphens.
func checkGroups(text string) error {
	if len(text) == osaKeyLength {
		return nil
	}
	for i := range len(text) {
		isHyphen, betweenGroups := text[i] == '-', i%(groupLength+1) == groupLength && i < groupedForm
		switch {
		case isHyphen && !betweenGroups:
			return keyError(fmt.Sprintf("misplaced hyphen at character %d", i+1), i+1)
		case !isHyphen && betweenGroups:
			return keyError(fmt.Sprintf("no hyphen at character %d, where a group ends", i+1), i+1)
		}
	}
	return nil
}

func isLetterOrDigit(r rune) bool {
	return '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z'
}

func keyError(problem string, position int) error {
	return &KeyError{problem, position, wantOSAKey, ErrOSAKey}
}

// IsZero reports whether no key is given.
func (k OSAKey) IsZero() bool { return k == OSAKey{} }

// Reveal gives the key itself, in capitals and grouped, as in
// AAAAA-BBBBB-CCCCC-DDDDD-EEEEE. It is the one method that does; what it gives belongs into
// the activation and into a secret store, and nowhere else. The zero OSAKey gives empty
// text.
func (k OSAKey) Reveal() string {
	if k.IsZero() {
		return ""
	}
	grouped := make([]byte, 0, groupedForm)
	for i, c := range []byte(k.secret.Value()) {
		if i > 0 && i%groupLength == 0 {
			grouped = append(grouped, '-')
		}
		grouped = append(grouped, c)
	}
	return string(grouped)
}

// ID gives a name for the key that neither holds nor reveals any of it: osa- and 12
// hexadecimal digits, the first of the SHA-256 of the key's characters behind a fixed
// text. It is the same for the same key in every run and release, so it may be stored,
// logged and joined on. Two of a million keys share an id with a chance of about one in
// 560; where that matters, compare keys. The zero OSAKey gives empty text.
func (k OSAKey) ID() string {
	if k.IsZero() {
		return ""
	}
	sum := sha256.Sum256([]byte(keyIDPrefix + k.secret.Value()))
	return "osa-" + hex.EncodeToString(sum[:])[:keyIDDigits]
}

// String gives the masked key, with its last group to be seen, and nothing for the zero
// OSAKey.
func (k OSAKey) String() string {
	if k.IsZero() {
		return ""
	}
	return maskedGroups + k.secret.Value()[osaKeyLength-groupLength:]
}

// Format prints the masked key under every verb of fmt, with the width and flags a
// string would have. The verb %#v gives licensing.OSAKey("*****-*****-*****-*****-EEEEE").
func (k OSAKey) Format(f fmt.State, verb rune) {
	if verb == 'v' && f.Flag('#') {
		_, _ = fmt.Fprint(f, "licensing.OSAKey("+strconv.Quote(k.String())+")")
		return
	}
	_, _ = fmt.Fprintf(f, fmt.FormatString(f, verb), k.String())
}

// LogValue gives the masked key, for log/slog.
func (k OSAKey) LogValue() slog.Value { return slog.StringValue(k.String()) }

// MarshalText gives the masked key, as [OSAKey.String] does, and so do JSON and
// whatever else is written through it. It never fails. It is the one text in the module
// that does not read back: what is written in the course of things should not be spendable.
func (k OSAKey) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what [ParseOSAKey] reads, and empty text as the zero OSAKey. Masked
// text is an error that says so. On an error it leaves k as it was.
func (k *OSAKey) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*k = OSAKey{}
		return nil
	}
	parsed, err := ParseOSAKey(string(text))
	if err != nil {
		return err
	}
	*k = parsed
	return nil
}
