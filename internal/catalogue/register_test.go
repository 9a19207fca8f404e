package catalogue_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/internal/catalogue"
)

// How many facts each document states, by kind: a row lost or turned into another kind would go unseen otherwise.
func TestRegister(t *testing.T) {
	t.Parallel()

	c, err := catalogue.Of(os.DirFS(root))
	require.NoError(t, err)
	counts := map[string]map[catalogue.Kind]int{}
	seen := map[string]bool{}
	for _, d := range c.Register {
		counts[d.Family] = map[catalogue.Kind]int{}
		for _, f := range d.Facts {
			counts[d.Family][f.Kind]++
			assert.False(t, seen[f.ID], "%s is given twice", f.ID)
			seen[f.ID] = true
			found, known := c.Register.Fact(f.ID)
			assert.True(t, known)
			assert.Equal(t, f, found)
		}
	}
	assert.Equal(t, map[string]map[catalogue.Kind]int{
		"OPEN": {"R": 21, "C": 2, "D": 4, "N": 4, "–": 1},
		"SW":   {"R": 21, "C": 4, "D": 4, "N": 2},
		"MPN":  {"R": 12, "C": 8, "D": 3, "N": 3},
		"CSP":  {"R": 31, "D": 3, "N": 3},
		"PLAN": {"R": 6, "D": 2, "N": 1},
	}, counts)
	_, known := c.Register.Fact("OPEN-33")
	assert.False(t, known)
}

func TestRegistersThatAreRefused(t *testing.T) {
	t.Parallel()

	row := func(rows ...string) string {
		return "## OPEN: A page\n\n| id | kind | fact |\n|---|---|---|\n" + strings.Join(rows, "\n") + "\n"
	}
	tests := []struct{ name, text, want string }{
		{"nothing", "", "no document"},
		{"a document without facts", "## OPEN: A page\n", "OPEN has no facts"},
		{"a heading without a title", "## OPEN\n", `line 1: the heading "OPEN"`},
		{"a heading without a family", "## open: A page\n", `line 1: the heading "open: A page"`},
		{"a family given twice", row("| OPEN-01 | R | One. |") + row("| OPEN-01 | R | One. |"), "line 6: the family OPEN is given twice"},
		{"a row before any heading", "| OPEN-01 | R | One. |\n", "line 1: the row"},
		{"an id given twice", row("| OPEN-01 | R | One. |", "| OPEN-01 | R | Two. |"), `line 6: the fact "OPEN-01"; the next of its family is OPEN-02`},
		{"a number left out", row("| OPEN-01 | R | One. |", "| OPEN-03 | R | Three. |"), `line 6: the fact "OPEN-03"; the next`},
		{"another family", row("| SW-01 | R | One. |"), `line 5: the fact "SW-01"; the next of its family is OPEN-01`},
		{"a number of one digit", row("| OPEN-1 | R | One. |"), `line 5: the fact "OPEN-1"`},
		{"no kind there is", row("| OPEN-01 | X | One. |"), `line 5: OPEN-01 is of kind "X"`},
		{"a cell too few", row("| OPEN-01 | One. |"), "line 5: the row"},
		{"a cell too many", row("| OPEN-01 | R | One. | Two. |"), "line 5: the row"},
		{"a fact without text", row("| OPEN-01 | R |  |"), "line 5: the row"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()

			_, err := catalogue.ParseRegister(tt.text)
			assert.ErrorContains(t, err, tt.want)
		})
	}
}
