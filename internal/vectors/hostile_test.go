package vectors_test

import (
	"bytes"
	"encoding/json"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/vectors"
)

// Every request type of the module is one that a function here takes, and every function has a vector to begin with. So
// hostile input is tried out on all of them: whole texts that are no JSON of ours, and values in every place of a good one.

// mostFor and mostMore bound what a call may allocate: so many bytes for each of the input, and so many more. The most that
// comes of few bytes is the rows of a price list, of which an empty one is as large as any, and a plan over all ways to
// redeem a pool of keys.
const (
	mostFor  = 64
	mostMore = 32 << 20
)

// hostileTexts are whole inputs that no function may take.
func hostileTexts() map[string]func(good string) string {
	many := 1 << 14
	return map[string]func(string) string{
		"nothing":                     func(string) string { return "" },
		"white space":                 func(string) string { return " \n\t" },
		"null bytes":                  func(string) string { return strings.Repeat("\x00", 64) },
		"a byte order mark before it": func(good string) string { return "\uFEFF" + good },
		"UTF-16":                      inUTF16,
		"Latin-1 in a key":            func(good string) string { return "{\"\xe5r\":1," + strings.TrimPrefix(good, "{") },
		"half of it":                  func(good string) string { return good[:len(good)/2] },
		"twice":                       func(good string) string { return good + good },
		"more behind it":              func(good string) string { return good + " x" },
		"an unknown key":              func(good string) string { return `{"unheardOf":1,` + strings.TrimPrefix(good, "{") },
		"a key of 16,384 bytes": func(good string) string {
			return `{"` + strings.Repeat("k", many) + `":1,` + strings.TrimPrefix(good, "{")
		},
		"its first key twice":          twiceTheFirstKey,
		"deep lists":                   func(string) string { return strings.Repeat("[", many) },
		"deep objects":                 func(string) string { return strings.Repeat(`{"a":`, many) },
		"16,385 numbers":               func(string) string { return "[" + strings.Repeat("1,", many) + "1]" },
		"a number of a million digits": func(string) string { return strings.Repeat("9", 1_000_000) },
		"NaN":                          func(string) string { return "NaN" },
		"a comment":                    func(good string) string { return good + "// so" },
	}
}

func inUTF16(good string) string {
	var b bytes.Buffer
	for _, unit := range utf16.Encode([]rune("\uFEFF" + good)) {
		b.WriteByte(byte(unit >> 8))
		b.WriteByte(byte(unit))
	}
	return b.String()
}

func twiceTheFirstKey(good string) string {
	end := strings.Index(good, ":")
	if end < 0 || good[0] != '{' {
		return good + good // there is no key: a value, twice
	}
	return good[:end] + ":null," + strings.TrimPrefix(good, "{")
}

// hostileValues stand in every place of a good input, one at a time. Those that are no value of any type are refused
// everywhere; the others may be an answer's reason, an error, or free text.
var hostileValues = []struct {
	name, json string
	refused    bool
}{
	{"NaN", `NaN`, true},
	{"a number in hexadecimal", `0x10`, true},
	{"an unknown object", `{"unheardOf":{"deep":[[[]]]}}`, true},
	{"bytes that are not UTF-8", "\"\xff\xfe\"", true},
	{"a lone surrogate", `"\ud800"`, true},
	{"null", `null`, false},
	{"nothing", `""`, false},
	{"an empty list", `[]`, false},
	{"an empty object", `{}`, false},
	{"true", `true`, false},
	{"less than nothing", `-1`, false},
	{"zero", `0`, false},
	{"the largest whole number", `9223372036854775807`, false},
	{"one more than that", `9223372036854775808`, false},
	{"the smallest whole number", `-9223372036854775808`, false},
	{"a huge exponent, bare", `1e1000000000`, false},
	{"a huge exponent", `"1e1000000000"`, false},
	{"a tiny exponent", `"1e-1000000000"`, false},
	{"the largest number there is", `"999999999999999999999999999999"`, false},
	{"less than nothing, as text", `"-1"`, false},
	{"the first day", `"0001-01-02"`, false},
	{"the last day", `"9999-12-31"`, false},
	{"a day that does not exist", `"2023-02-29"`, false},
	{"the last instant", `"9999-12-31T23:59:59.999999999Z"`, false},
	{"a span without ends", `"../.."`, false},
	{"2,000 digits", `"` + strings.Repeat("9", 2_000) + `"`, false},
	{"a list of 2,000 numbers", "[" + strings.Repeat("1,", 1_999) + "1]", false},
	{"a list of 500 empty objects", "[" + strings.Repeat("{},", 499) + "{}]", false},
}

func TestHostileInputIsRefusedWithinBounds(t *testing.T) {
	for function, good := range smallestInputs(t) {
		t.Run(function, func(t *testing.T) {
			for name, text := range hostileTexts() {
				_, err := callWithinBounds(t, function, name, text(good))
				if !assert.ErrorIs(t, err, terms.ErrJSON, name) {
					continue
				}
				assert.Less(t, len(err.Error()), 2048, "the error about %s is as long as the input", name)
			}
		})
	}
}

func TestHostileValuesInEveryPlace(t *testing.T) {
	for function, good := range smallestInputs(t) {
		t.Run(function, func(t *testing.T) {
			for place, with := range places(t, good) {
				for _, v := range hostileValues {
					what := v.name + " at " + place
					answer, err := callWithinBounds(t, function, what, with(v.json))
					if v.refused {
						assert.Error(t, err, what)
					}
					if err == nil {
						_, err = json.Marshal(answer)
						assert.NoError(t, err, "the answer to "+what)
					}
				}
			}
		})
	}
}

// callWithinBounds calls a function and holds it to what it may allocate.
func callWithinBounds(t *testing.T, function, what, in string) (any, error) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	answer, err := vectors.Call(function, []byte(in))
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > uint64(mostFor*len(in)+mostMore) {
		t.Errorf("%s: %d bytes allocated for an input of %d", what, used, len(in))
	}
	return answer, err
}

// smallestInputs gives the shortest input of each function that it answers.
func smallestInputs(t *testing.T) map[string]string {
	t.Helper()
	files, err := vectors.InModule(os.DirFS(moduleRoot))
	require.NoError(t, err)
	inputs := map[string]string{}
	for _, file := range files {
		for _, c := range file.Cases {
			var compact bytes.Buffer
			require.NoError(t, json.Compact(&compact, c.In))
			before, known := inputs[file.Function]
			if c.Error == "" && (!known || compact.Len() < len(before)) {
				inputs[file.Function] = compact.String()
			}
		}
	}
	for _, function := range vectors.Functions() {
		require.Contains(t, inputs, function, "no vector that is answered")
	}
	return inputs
}

// places gives, for every value within JSON, by its path, how the JSON reads with another value there.
func places(t *testing.T, good string) map[string]func(value string) string {
	t.Helper()
	var root any
	require.NoError(t, json.Unmarshal([]byte(good), &root))
	found := map[string]func(string) string{}
	var visit func(path string, value any, put func(any))
	visit = func(path string, value any, put func(any)) {
		found[path] = func(other string) string {
			put(marker)
			defer put(value)
			text, err := json.Marshal(root)
			require.NoError(t, err)
			return strings.Replace(string(text), strconv.Quote(marker), other, 1)
		}
		switch value := value.(type) {
		case map[string]any:
			for key, inner := range value {
				visit(path+"/"+key, inner, func(v any) { value[key] = v })
			}
		case []any:
			// The elements of a list are of one type: the first stands for them.
			for i, inner := range slices.All(value[:min(1, len(value))]) {
				visit(path+"/"+strconv.Itoa(i), inner, func(v any) { value[i] = v })
			}
		}
	}
	visit("", root, func(v any) { root = v })
	return found
}

// marker stands where the hostile value goes.
const marker = "@@here@@"
