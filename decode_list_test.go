package terms_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
)

type listed struct {
	Day    terms.Day   `json:"day"`
	Amount terms.Money `json:"amount,omitzero"`
}

func TestDecodeListSparesTheOthers(t *testing.T) {
	good := func(day string) listed { return listed{Day: terms.MustParseDay(day)} }
	for _, c := range []struct {
		name, text string
		want       []listed
		errs       []string // the beginning of each
	}{
		{"nothing", `[]`, nil, nil},
		{"one", `[{"day":"2024-02-29"}]`, []listed{good("2024-02-29")}, nil},
		{
			"the second of three is no day", "[\n {\"day\":\"2024-02-29\"},\n {\"day\":\"2023-02-29\"},\n {\"day\":\"2024-03-01\"}\n]",
			[]listed{good("2024-02-29"), good("2024-03-01")},
			[]string{`terms: JSON not accepted: line 3, column 9: /1/day: terms: not a day: "2023-02-29"`},
		},
		{
			"an unknown key and a key given twice", `[{"days":"x"},{"day":"2024-02-29","day":"2024-03-01"},{"day":"2024-03-01"}]`,
			[]listed{good("2024-03-01")},
			[]string{"terms: JSON not accepted: line 1, column 3: /0/days: unknown key", "terms: JSON not accepted: line 1, column 35: /1/day: key given twice"},
		},
		{
			"a value of another kind", `[3,{"day":"2024-03-01"}]`,
			[]listed{good("2024-03-01")},
			[]string{"terms: JSON not accepted: line 1, column 2: /0: a JSON number does not fit; want a JSON object"},
		},
		{
			"text within an element that is not UTF-8", "[{\"day\":\"\xff\"},{\"day\":\"2024-03-01\"}]",
			[]listed{good("2024-03-01")},
			[]string{"terms: JSON not accepted: line 1, column "},
		},
		{
			"no JSON behind the first", `[{"day":"2024-02-29"},{"day"`,
			[]listed{good("2024-02-29")},
			[]string{"terms: JSON not accepted: "},
		},
		{"more behind the list", `[{"day":"2024-02-29"}] x`, []listed{good("2024-02-29")}, []string{"terms: JSON not accepted: line 1, column 23: there is more behind the list"}},
		{"an object", `{"day":"2024-02-29"}`, nil, []string{"terms: JSON not accepted: it is no list; want a JSON array"}},
		{"null", `null`, nil, []string{"terms: JSON not accepted: it is no list; want a JSON array"}},
		{"no text", ``, nil, []string{"terms: JSON not accepted: "}},
		{"a list that does not end", `[{"day":"2024-02-29"}`, []listed{good("2024-02-29")}, []string{"terms: JSON not accepted: "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := terms.DecodeList[listed](strings.NewReader(c.text))
			assert.Equal(t, c.want, got)
			if len(c.errs) == 0 {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, terms.ErrJSON)
			lines := strings.Split(err.Error(), "\n")
			require.Len(t, lines, len(c.errs), err)
			for i, want := range c.errs {
				assert.True(t, strings.HasPrefix(lines[i], want), "%q begins with %q", lines[i], want)
			}
		})
	}
}

func TestDecodeListCountsBehindAHundred(t *testing.T) {
	for _, c := range []struct {
		name        string
		wrong, told int
		last        string
	}{
		{"100 wrong ones, all told", 100, 100, "/99: "},
		{"101 wrong ones, 1 counted", 101, 101, "1 more elements are wrong"},
		{"100000 wrong ones, 99900 counted", 100000, 101, "99900 more elements are wrong"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := "[" + strings.Repeat("1,", c.wrong) + `{"day":"2024-03-01"}]`
			got, err := terms.DecodeList[listed](strings.NewReader(text))
			assert.Len(t, got, 1)
			lines := strings.Split(err.Error(), "\n")
			require.Len(t, lines, c.told)
			assert.Contains(t, lines[len(lines)-1], c.last)
		})
	}
}

func TestDecodeListGivesWhatTheReaderGave(t *testing.T) {
	broken := errors.New("disk")
	_, err := terms.DecodeList[listed](failing{broken})
	require.ErrorIs(t, err, broken)
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }
