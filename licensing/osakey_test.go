package licensing_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"text/template"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
)

// None of the letters of the hidden groups is a hexadecimal digit, so that no address
// that fmt prints looks like a part of the key.
const (
	secretKey = "GGGGG-HHHHH-JJJJJ-KKKKK-LLLLL"
	maskedKey = "*****-*****-*****-*****-LLLLL"
)

func mustKey(t *testing.T, s string) licensing.OSAKey {
	t.Helper()
	key, err := licensing.ParseOSAKey(s)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// hides fails the test if a text shows anything of secretKey but its last group: a group
// in either case, in hexadecimal, or as a list of character numbers.
func hides(t *testing.T, what, text string) {
	t.Helper()
	shown := strings.ToUpper(text)
	for group := range strings.SplitSeq("GGGGG-HHHHH-JJJJJ-KKKKK", "-") {
		for _, form := range []string{
			group,
			fmt.Sprintf("%X", group),
			fmt.Sprintf("% X", group),
			strings.Trim(fmt.Sprintf("%d", []byte(group)), "[]"),
		} {
			if strings.Contains(shown, form) {
				t.Errorf("%s shows %q of the key: %s", what, form, text)
			}
		}
	}
}

func TestParseOSAKeyAccepts(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"grouped in capitals is the form that comes out", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE"},
		{"not grouped is grouped", "AAAAABBBBBCCCCCDDDDDEEEEE", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE"},
		{"small letters are capitals", "aaaaa-bbbbb-ccccc-ddddd-eeeee", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE"},
		{"mixed case is capitals", "aAaAabBbBbcCcCcdDdDdeEeEe", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE"},
		{"white space around is left out", " \t\r\nAAAAA-BBBBB-CCCCC-DDDDD-EEEEE\u00a0\n", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE"},
		{"digits alone will do", "0000011111222223333399999", "00000-11111-22222-33333-99999"},
		{"the ends of the alphabet and of the digits belong to it", "A0Z9a-0z9AA-ZZZZZ-00000-99999", "A0Z9A-0Z9AA-ZZZZZ-00000-99999"},
		{"256 bytes with white space are still read", strings.Repeat(" ", 256-29) + "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			key, err := licensing.ParseOSAKey(tt.in)
			if err != nil {
				t.Fatal(err)
			}
			if got := key.Reveal(); got != tt.want {
				t.Errorf("Reveal() = %q, want %q", got, tt.want)
			}
			if key != mustKey(t, tt.want) {
				t.Error("two spellings of a key are two keys")
			}
		})
	}
}

func TestParseOSAKeyRefuses(t *testing.T) {
	tests := []struct {
		name, in string
		position int
		problem  string
	}{
		{"empty text", "", 0, "no characters"},
		{"white space only", " \n\t", 0, "no characters"},
		{"24 characters", "AAAAABBBBBCCCCCDDDDDEEEE", 0, "24 letters and digits"},
		{"26 characters", "AAAAABBBBBCCCCCDDDDDEEEEEE", 0, "26 letters and digits"},
		{"24 characters in groups", "AAAAA-BBBBB-CCCCC-DDDDD-EEEE", 0, "24 letters and digits"},
		{"26 characters in groups", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEEE", 0, "26 letters and digits"},
		{"a group short", "AAAAA-BBBBB-CCCCC-DDDDD", 0, "20 letters and digits"},
		{"hyphens alone", "----", 0, "0 letters and digits"},
		{"a space within", "AAAAA BBBBB-CCCCC-DDDDD-EEEEE", 6, "character 6 is no letter"},
		{"a line break within", "AAAAA-BBBBB\n-CCCCC-DDDDD-EEEEE", 12, "character 12 is no letter"},
		{"an underscore", "AAAAA_BBBBB-CCCCC-DDDDD-EEEEE", 6, "character 6 is no letter"},
		{"the characters beside the letters and digits", "AAAAA-BBBBB-CCCCC-DDDDD-EEEE@", 29, "character 29 is no letter"},
		{"a bracket, which follows Z", "[AAAA-BBBBB-CCCCC-DDDDD-EEEEE", 1, "character 1 is no letter"},
		{"a slash, which comes before 0", "A/AAA-BBBBB-CCCCC-DDDDD-EEEEE", 2, "character 2 is no letter"},
		{"a colon, which follows 9", "AA:AA-BBBBB-CCCCC-DDDDD-EEEEE", 3, "character 3 is no letter"},
		{"full-width letters", "AAAAA-ＢＢＢＢＢ-CCCCC-DDDDD-EEEEE", 7, "character 7 is no letter"},
		{"a letter of Swedish", "AAAAÅ-BBBBB-CCCCC-DDDDD-EEEEE", 5, "character 5 is no letter"},
		{"Arabic-Indic digits", "AAAAA-BBBBB-CCCCC-DDDDD-EEEE٥", 29, "character 29 is no letter"},
		{"the letter ſ, whose capital is S", "ſAAAA-BBBBB-CCCCC-DDDDD-EEEEE", 1, "character 1 is no letter"},
		{"the en dash of a word processor", "AAAAA–BBBBB–CCCCC–DDDDD–EEEEE", 6, "character 6 is no letter"},
		{"a soft hyphen", "AAAAA\u00adBBBBBCCCCCDDDDDEEEEE", 6, "character 6 is no letter"},
		{"bytes that are no UTF-8", "AAAAA\xff", 6, "character 6 is no letter"},
		{"a NUL", "AAAAA-BBBBB-CCCCC-DDDDD-EEEE\x00", 29, "character 29 is no letter"},
		{"the position does not count white space around", "  AAAA?-BBBBB-CCCCC-DDDDD-EEEEE", 5, "character 5 is no letter"},
		{"a hyphen in front", "-AAAAA-BBBBB-CCCCC-DDDDD-EEEEE", 1, "misplaced hyphen at character 1"},
		{"a hyphen at the end", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-", 30, "misplaced hyphen at character 30"},
		{"a hyphen behind a key that is not grouped", "AAAAABBBBBCCCCCDDDDDEEEEE-", 6, "no hyphen at character 6"},
		{"a hyphen doubled", "AAAAA--BBBBB-CCCCC-DDDDD-EEEEE", 7, "misplaced hyphen at character 7"},
		{"a hyphen too early", "AAAA-ABBBBB-CCCCC-DDDDD-EEEEE", 5, "misplaced hyphen at character 5"},
		{"a hyphen too late", "AAAAAB-BBBB-CCCCC-DDDDD-EEEEE", 6, "no hyphen at character 6"},
		{"the first hyphen missing", "AAAAABBBBB-CCCCC-DDDDD-EEEEE", 6, "no hyphen at character 6"},
		{"the second hyphen missing", "AAAAA-BBBBBCCCCC-DDDDD-EEEEE", 12, "no hyphen at character 12"},
		{"the third hyphen missing", "AAAAA-BBBBB-CCCCCDDDDD-EEEEE", 18, "no hyphen at character 18"},
		{"the fourth hyphen missing", "AAAAA-BBBBB-CCCCC-DDDDDEEEEE", 24, "no hyphen at character 24"},
		{"groups of four", "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-G", 5, "misplaced hyphen at character 5"},
		{"257 bytes", strings.Repeat("A", 257), 0, "a text of 257 bytes"},
		{"257 bytes of which 29 are a key", strings.Repeat(" ", 257-29) + "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE", 0, "a text of 257 bytes"},
		{"a megabyte", strings.Repeat("A", 1<<20), 0, "a text of 1048576 bytes"},
		{"a masked key", maskedKey, 0, "the key is masked"},
		{"a masked key with white space", " " + maskedKey + " ", 0, "the key is masked"},
		{"an asterisk", "*AAAA-BBBBB-CCCCC-DDDDD-EEEEE", 1, "character 1 is no letter"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			key, err := licensing.ParseOSAKey(tt.in)
			var wrong *licensing.KeyError
			if !errors.Is(err, licensing.ErrOSAKey) || !errors.As(err, &wrong) {
				t.Fatalf("error %v is no KeyError wrapping ErrOSAKey", err)
			}
			if !key.IsZero() {
				t.Error("a key beside an error")
			}
			if wrong.Position != tt.position || !strings.HasPrefix(wrong.Problem, tt.problem) {
				t.Errorf("problem %q at %d, want %q at %d", wrong.Problem, wrong.Position, tt.problem, tt.position)
			}
			if text := err.Error(); !strings.HasPrefix(text, "licensing: not an OSA key: "+tt.problem) {
				t.Errorf("error text %q", text)
			}
			var unmarshalled licensing.OSAKey
			if tt.in != "" && !errors.Is(unmarshalled.UnmarshalText([]byte(tt.in)), licensing.ErrOSAKey) {
				t.Error("UnmarshalText takes what ParseOSAKey refuses")
			}
		})
	}
}

func TestParseOSAKeyErrorsRepeatNothing(t *testing.T) {
	for _, in := range []string{
		secretKey[:28],
		secretKey + "L",
		secretKey + "-",
		"?" + secretKey,
		strings.ReplaceAll(secretKey, "-", " "),
		strings.Repeat(secretKey, 1000),
	} {
		_, err := licensing.ParseOSAKey(in)
		if err == nil {
			t.Fatal("accepted")
		}
		for _, format := range []string{"%v", "%+v", "%#v", "%s", "%q"} {
			hides(t, "the error under "+format, fmt.Sprintf(format, err))
		}
		if text := err.Error(); strings.Contains(text, "LLL") || len(text) > 200 {
			t.Errorf("error text %q", text)
		}
	}
}

func TestParseOSAKeyOfAMegabyteCostsNothing(t *testing.T) {
	hostile := strings.Repeat("A-", 1<<19)
	allocations := testing.AllocsPerRun(10, func() {
		if _, err := licensing.ParseOSAKey(hostile); err == nil {
			t.Error("accepted")
		}
	})
	if allocations > 10 {
		t.Errorf("%v allocations", allocations)
	}
}

// holder keeps its key where fmt can call no method of it.
type holder struct {
	key  licensing.OSAKey
	list []licensing.OSAKey
	set  map[licensing.OSAKey]licensing.OSAKey
	any  any
	ptr  *licensing.OSAKey
}

// embedding has the key's methods for its own.
type embedding struct{ licensing.OSAKey }

type keyedError struct{ key licensing.OSAKey }

func (e keyedError) Error() string { return "redeeming " + fmt.Sprint(e.key) }

// nestings gives secretKey in everything a program may print it in.
func nestings(t *testing.T) map[string]any {
	t.Helper()
	key := mustKey(t, secretKey)
	purchase, err := licensing.NewOSAPurchase(key, terms.MustParseDay("2023-01-02"), licensing.OSAToken{Units: 1, Currency: terms.USD})
	if err != nil {
		t.Fatal(err)
	}
	hidden := holder{key, []licensing.OSAKey{key}, map[licensing.OSAKey]licensing.OSAKey{key: key}, key, &key}
	pointer := &key
	return map[string]any{
		"a key":                         key,
		"a pointer to a key":            &key,
		"a pointer to a pointer":        &pointer,
		"a slice":                       []licensing.OSAKey{key},
		"an array":                      [1]licensing.OSAKey{key},
		"a slice of any":                []any{key, &key},
		"a map's keys":                  map[licensing.OSAKey]int{key: 1},
		"a map's values":                map[string]licensing.OSAKey{"k": key},
		"an exported field":             struct{ Key licensing.OSAKey }{key},
		"an embedded key":               embedding{key},
		"unexported fields":             hidden,
		"a pointer to them":             &hidden,
		"unexported fields, two deep":   struct{ inner holder }{hidden},
		"unexported fields in a slice":  []holder{hidden},
		"unexported fields in a map":    map[string]*holder{"k": &hidden},
		"an error":                      keyedError{key},
		"an error that wraps it":        fmt.Errorf("order 17: %w", keyedError{key}),
		"an error joined to another":    errors.Join(errors.ErrUnsupported, keyedError{key}),
		"a purchase":                    purchase,
		"a pointer to a purchase":       &purchase,
		"a purchase in an exported one": struct{ Purchase licensing.OSAPurchase }{purchase},
		"a purchase in an unexported":   struct{ purchase licensing.OSAPurchase }{purchase},
		"an activation error":           purchase.CheckActivation(terms.MustParseDay("2030-01-01")),
	}
}

func TestNoVerbShowsAKey(t *testing.T) {
	for name, value := range nestings(t) {
		for _, verb := range "vTtbcdoOqxXUeEfFgGspwz" {
			for _, flags := range []string{"", "+", "#", "-", " ", "0", "40", "-40", ".40", "+#", "# "} {
				format := "%" + flags + string(verb)
				hides(t, name+" under "+format, fmt.Sprintf(format, value))
			}
		}
		hides(t, name+" printed", fmt.Sprint(value))
		hides(t, name+" in a line", fmt.Sprintln("key", value))
		hides(t, name+" in an error", fmt.Errorf("order 17: %v, %w", value, errors.ErrUnsupported).Error())
		hides(t, name+" as a surplus operand", fmt.Sprintf(strings.Clone("no verb"), value))
	}
}

func TestNoEncodingShowsAKey(t *testing.T) {
	for name, value := range nestings(t) {
		if text, err := json.Marshal(value); err == nil {
			hides(t, name+" in JSON", string(text))
		}
		if text, err := xml.Marshal(value); err == nil {
			hides(t, name+" in XML", string(text))
		}
		var out bytes.Buffer
		if err := template.Must(template.New("").Parse("{{.}}")).Execute(&out, value); err != nil {
			t.Error(err)
		}
		hides(t, name+" in a template", out.String())
	}
}

func TestNoLogShowsAKey(t *testing.T) {
	handlers := map[string]func(*bytes.Buffer) slog.Handler{
		"text": func(out *bytes.Buffer) slog.Handler { return slog.NewTextHandler(out, nil) },
		"JSON": func(out *bytes.Buffer) slog.Handler { return slog.NewJSONHandler(out, nil) },
	}
	for handler, newHandler := range handlers {
		for name, value := range nestings(t) {
			var out bytes.Buffer
			slog.New(newHandler(&out)).With("with", value).Info("redeemed", "key", value, slog.Group("g", "key", value))
			hides(t, name+" in slog's "+handler, out.String())
		}
		var out bytes.Buffer
		slog.New(newHandler(&out)).Info("redeemed", "key", mustKey(t, secretKey))
		if !strings.Contains(out.String(), maskedKey) {
			t.Errorf("slog's %s does not give the masked key: %s", handler, out.String())
		}
	}
	if got := mustKey(t, secretKey).LogValue().String(); got != maskedKey {
		t.Errorf("LogValue() = %s", got)
	}
}

func TestOSAKeyFormat(t *testing.T) {
	key := mustKey(t, secretKey)
	tests := []struct {
		format string
		key    licensing.OSAKey
		want   string
	}{
		{"%v", key, maskedKey},
		{"%+v", key, maskedKey},
		{"%s", key, maskedKey},
		{"%q", key, `"` + maskedKey + `"`},
		{"%#q", key, "`" + maskedKey + "`"},
		{"%x", key, fmt.Sprintf("%x", maskedKey)},
		{"%X", key, fmt.Sprintf("%X", maskedKey)},
		{"%#v", key, `licensing.OSAKey("` + maskedKey + `")`},
		{"%d", key, "%!d(string=" + maskedKey + ")"},
		{"%T", key, "licensing.OSAKey"},
		{"%31s", key, "  " + maskedKey},
		{"%-31s|", key, maskedKey + "  |"},
		{"%.5s", key, "*****"},
		{"%v", licensing.OSAKey{}, ""},
		{"%s", licensing.OSAKey{}, ""},
		{"%q", licensing.OSAKey{}, `""`},
		{"%x", licensing.OSAKey{}, ""},
		{"%#v", licensing.OSAKey{}, `licensing.OSAKey("")`},
		{"%d", licensing.OSAKey{}, "%!d(string=)"},
	}
	for _, tt := range tests {
		if got := fmt.Sprintf(tt.format, tt.key); got != tt.want {
			t.Errorf("%s gives %s, want %s", tt.format, got, tt.want)
		}
	}
	var none *licensing.OSAKey
	if got := fmt.Sprint(none); got != "<nil>" {
		t.Errorf("a nil pointer prints %s", got)
	}
}

func TestOSAKeyIsAComparableValue(t *testing.T) {
	grouped, ungrouped := mustKey(t, secretKey), mustKey(t, strings.ToLower(strings.ReplaceAll(secretKey, "-", "")))
	other := mustKey(t, "MMMMM-HHHHH-JJJJJ-KKKKK-LLLLL")
	if grouped != ungrouped {
		t.Error("two spellings of a key differ under ==")
	}
	if grouped == other || grouped == (licensing.OSAKey{}) {
		t.Error("two keys are equal under ==")
	}
	seen := map[licensing.OSAKey]int{}
	for _, key := range []licensing.OSAKey{grouped, ungrouped, other, {}, {}} {
		seen[key]++
	}
	if seen[grouped] != 2 || seen[other] != 1 || seen[licensing.OSAKey{}] != 2 {
		t.Errorf("counted %d, %d and %d", seen[grouped], seen[other], seen[licensing.OSAKey{}])
	}
}

func TestZeroOSAKeyIsNotGiven(t *testing.T) {
	var zero licensing.OSAKey
	if !zero.IsZero() || zero.String() != "" || zero.Reveal() != "" || zero.ID() != "" || zero.LogValue().String() != "" {
		t.Error("the zero key has a text")
	}
	if text, err := zero.MarshalText(); err != nil || len(text) > 0 {
		t.Errorf("MarshalText() = %q, %v", text, err)
	}
	key := mustKey(t, secretKey)
	if key.IsZero() {
		t.Error("a key is the zero key")
	}
	if err := key.UnmarshalText(nil); err != nil || !key.IsZero() {
		t.Errorf("empty text gives %v, %v", key, err)
	}
}

func TestOSAKeyID(t *testing.T) {
	// The digits are those of sha256sum over the fixed text and the key, and must stay:
	// ids are stored.
	tests := []struct{ key, want string }{
		{"AAAAA-BBBBB-CCCCC-DDDDD-EEEEE", "osa-7b7c7d680df4"},
		{"aaaaabbbbbcccccdddddeeeee", "osa-7b7c7d680df4"},
		{secretKey, "osa-42b90cd7f642"},
	}
	for _, tt := range tests {
		if got := mustKey(t, tt.key).ID(); got != tt.want {
			t.Errorf("the id of %s is %s, want %s", tt.key, got, tt.want)
		}
	}
}

func TestOSAKeyJSON(t *testing.T) {
	type order struct {
		Key licensing.OSAKey `json:"key,omitzero"`
	}
	given := order{mustKey(t, secretKey)}
	text, err := json.Marshal(given)
	if want := `{"key":"` + maskedKey + `"}`; err != nil || string(text) != want {
		t.Fatalf("marshals to %s, %v", text, err)
	}
	if text, err := json.Marshal(order{}); err != nil || string(text) != `{}` {
		t.Errorf("an order without a key marshals to %s, %v", text, err)
	}

	kept := given
	for _, decode := range []func(string, *order) error{
		func(text string, o *order) error { return json.Unmarshal([]byte(text), o) },
		func(text string, o *order) error { return terms.Decode(strings.NewReader(text), o) },
	} {
		err := decode(string(text), &kept)
		if !errors.Is(err, licensing.ErrOSAKey) || !strings.Contains(err.Error(), "the key is masked") {
			t.Errorf("a masked key gives %v", err)
		}
		if kept != given {
			t.Error("an error changed the key")
		}
		for _, wrong := range []string{
			`{"key":"` + secretKey + `L"}`, `{"key":["` + secretKey + `"]}`, `{"key":{"k":"` + secretKey + `"}}`,
			`{"key":"` + secretKey + `"`, `{"key":"` + secretKey, `{"key":"` + secretKey + `\x"}`, `{"key":1111122222333334444455555}`,
		} {
			err := decode(wrong, new(order))
			if err == nil {
				t.Errorf("%s is accepted", wrong)
				continue
			}
			hides(t, "the error of "+wrong, err.Error())
			if strings.Contains(err.Error(), "11111") {
				t.Errorf("the error shows a number: %v", err)
			}
		}
		var read order
		if err := decode(`{"key":"`+strings.ToLower(secretKey)+`"}`, &read); err != nil || read != given {
			t.Errorf("the key in full gives %v, %v", read, err)
		}
		if err := decode(`{"key":""}`, &read); err != nil || !read.Key.IsZero() {
			t.Errorf("empty text gives %v, %v", read, err)
		}
	}
}
