package catalogue_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/internal/catalogue"
)

const root = "../.."

// TestCoverage holds what the packages claim to cover against what they do, and COVERAGE.md against both.
func TestCoverage(t *testing.T) {
	t.Parallel()

	c, err := catalogue.Of(os.DirFS(root))
	require.NoError(t, err)
	audit, err := c.Audit()
	require.NoError(t, err)
	for _, breach := range audit.Breaches {
		assert.Fail(t, breach)
	}
	readme, err := os.ReadFile(root + "/README.md")
	require.NoError(t, err)
	assert.Contains(t, string(readme), audit.Summary(), "the table of README.md is not as the code is")
	written, err := os.ReadFile(root + "/COVERAGE.md")
	require.NoError(t, err)
	assertLines(t, strings.Split(audit.Markdown(), "\n"), strings.Split(strings.ReplaceAll(string(written), "\r\n", "\n"), "\n"))
}

// assertLines shows the first line that differs; all of them would hide it.
func assertLines(t *testing.T, want, written []string) {
	t.Helper()

	for i := range min(len(want), len(written)) {
		require.Equal(t, want[i], written[i], "line %d of COVERAGE.md is not as the code is; run: go generate ./internal/catalogue", i+1)
	}
	require.Len(t, written, len(want), "COVERAGE.md is not as the code is; run: go generate ./internal/catalogue")
}

// The document as it is written of the sound catalogue of the tests of breaches.
func TestMarkdown(t *testing.T) {
	t.Parallel()

	w := soundWorld(t)
	_, tables, found := strings.Cut(w.audit().Markdown(), "\n| document |")
	require.True(t, found)
	assert.Equal(t, ` facts | covered |
|---|--:|--:|
| OPEN: A page of Microsoft's | 6 | 5 |
| SW: Another page | 1 | 0 |
| all | 7 | 5 |

## OPEN: A page of Microsoft's

| fact | kind | says | covered by | holds | checked |
|---|---|---|---|---|---|
| OPEN-01 | R | Who has a card may top up. | rule `+"`credit.topup.card`<br>rule `credit.topup.none`"+` | from 2014-08-01 | 2025-01-02 |
| OPEN-02 | C | A unit is worth 100 USD. | worked in `+"`credit.UnitAmount/one`"+` | all days | 2026-11-22 |
| OPEN-03 | D | There are two markets. | asked of `+"`credit.Market.Markets`"+` | all days | 2026-11-22 |
| OPEN-04 | N | Keep the key safe. | noted in `+"`credit`"+` | all days | 2026-11-22 |
| OPEN-05 | – | 35 % of the business. | left out |  |  |
| OPEN-06 | R | Where a unit's worth is not known there is none. | enforced: speaks in `+"`credit.UnitAmount/unknown`, silent in `credit.UnitAmount/one`"+` | all days | 2026-11-22 |
| OPEN-07 | R | Nobody has built this. | not covered |  |  |

## SW: Another page

| fact | kind | says | covered by | holds | checked |
|---|---|---|---|---|---|
| SW-01 | C | Seven days. | not covered |  |  |
`, tables)
}

// Two covers of one fact hold for the days from the first of both to the last.
func TestTheDaysOfTwoCovers(t *testing.T) {
	t.Parallel()

	tests := []struct{ name, one, other, want string }{
		{"the same", "2020-01-01/2021-01-01", "2020-01-01/2021-01-01", "from 2020-01-01, before 2021-01-01"},
		{"one after the other", "2020-01-01/2021-01-01", "2022-01-01/2023-01-01", "from 2020-01-01, before 2023-01-01"},
		{"one before the other", "2022-01-01/2023-01-01", "2020-01-01/2021-01-01", "from 2020-01-01, before 2023-01-01"},
		{"one within the other", "2020-01-01/2023-01-01", "2021-01-01/2022-01-01", "from 2020-01-01, before 2023-01-01"},
		{"one without an end", "2020-01-01/2021-01-01", "2022-01-01/..", "from 2020-01-01"},
		{"one without a beginning", "2020-01-01/2021-01-01", "../2020-06-01", "before 2021-01-01"},
		{"both ends open, one each", "2020-01-01/..", "../2020-06-01", "all days"},
		{"all days", "2020-01-01/2021-01-01", "../..", "all days"},
		{"announced, and dated", "pending", "2020-01-01/..", "from 2020-01-01"},
		{"dated, and announced", "2020-01-01/..", "pending", "from 2020-01-01"},
		{"both announced", "pending", "pending", "announced, no day set"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()

			w := soundWorld(t)
			again := *w.cover("OPEN-02")
			w.cover("OPEN-02").Holds, again.Holds = span(t, tt.one), span(t, tt.other)
			w.credit.Covers = append(w.credit.Covers, again)
			audit := w.audit()
			require.Empty(t, audit.Breaches)
			assert.Contains(t, audit.Markdown(), "| OPEN-02 | C | A unit is worth 100 USD. | worked in `credit.UnitAmount/one` | "+tt.want+" | 2026-11-22 |")
		})
	}
}
