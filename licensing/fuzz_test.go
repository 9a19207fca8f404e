package licensing_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/cloudterms/terms/licensing"
)

func FuzzParseOSAKey(f *testing.F) {
	for _, seed := range []string{
		"", " ", "-", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE", "aaaaabbbbbcccccdddddeeeee", " \tAAAAA-BBBBB-CCCCC-DDDDD-EEEEE\n",
		"AAAAA-BBBBB-CCCCC-DDDDD-EEEE", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEEE", "-AAAAABBBBBCCCCCDDDDDEEEEE", "AAAAA--BBBBB-CCCCC-DDDDD-EEEEE",
		"AAAAABBBBB-CCCCC-DDDDD-EEEEE", "AAAAA-ＢＢＢＢＢ-CCCCC-DDDDD-EEEEE", "AAAAA\xff", maskedKey, secretKey,
		strings.Repeat("A", 257), strings.Repeat("é", 200), "licensing: not an OSA key", "letters and digits",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		key, err := licensing.ParseOSAKey(in)
		if err != nil {
			refusedFuzz(t, in, key, err)
			return
		}
		acceptedFuzz(t, in, key)
	})
}

// acceptedFuzz checks that a key that was read goes round through its one revealing text,
// shows its last group in the others, and does not depend on case or grouping.
func acceptedFuzz(t *testing.T, in string, key licensing.OSAKey) {
	t.Helper()
	revealed := key.Reveal()
	if want := strings.ReplaceAll(strings.ToUpper(strings.TrimSpace(in)), "-", ""); strings.ReplaceAll(revealed, "-", "") != want {
		t.Errorf("reveals %q", revealed)
	}
	for _, same := range []string{revealed, strings.ToLower(revealed), strings.ReplaceAll(revealed, "-", ""), " " + revealed} {
		if again, err := licensing.ParseOSAKey(same); err != nil || again != key || again.ID() != key.ID() {
			t.Errorf("%q gives %v, %v", same, again, err)
		}
	}
	masked := "*****-*****-*****-*****-" + revealed[len(revealed)-5:]
	for _, text := range []string{key.String(), fmt.Sprint(key), fmt.Sprint(&key), key.LogValue().String()} {
		if text != masked {
			t.Errorf("the masked text is %q, want %q", text, masked)
		}
	}
	if _, err := licensing.ParseOSAKey(masked); !errors.Is(err, licensing.ErrOSAKey) {
		t.Errorf("masked text gives %v", err)
	}
}

// refusedFuzz checks that an error tells nothing of the text but its shape. To look for
// pieces of the text in the error would trip over texts made of the error's own words. So
// every character is exchanged for another of its kind, and the error must stay the same.
func refusedFuzz(t *testing.T, in string, key licensing.OSAKey, err error) {
	t.Helper()
	var wrong *licensing.KeyError
	if !errors.Is(err, licensing.ErrOSAKey) || !errors.As(err, &wrong) || !key.IsZero() {
		t.Fatalf("gives %v, %v", key, err)
	}
	if strings.HasPrefix(strings.TrimSpace(in), "*****-") {
		return
	}
	_, other := licensing.ParseOSAKey(shape(in))
	if other == nil || other.Error() != err.Error() {
		t.Errorf("%q gives %q, but its shape %q", in, err, other)
	}
}

// shape exchanges letters and digits for one letter and what is neither for one
// character of the same number of bytes, and leaves hyphens and white space.
func shape(text string) string {
	var out strings.Builder
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			out.WriteByte(0xff)
		case r == '-' || unicode.IsSpace(r):
			out.WriteRune(r)
		case r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			out.WriteByte('Q')
		default:
			out.WriteString([]string{"", "?", "ß", "～", "𝄞"}[size])
		}
		i += size
	}
	return out.String()
}
