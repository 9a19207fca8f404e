package main

import (
	"bytes"
	"flag"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the expected output anew")

func command(t *testing.T, names string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	status = run(args, strings.NewReader(names), &out, &errs)
	return status, out.String(), errs.String()
}

func TestTheSampleGivesTheExpectedReport(t *testing.T) {
	names, err := os.ReadFile("names.txt")
	require.NoError(t, err)
	status, got, stderr := command(t, string(names))

	assert.Equal(t, exitProblem, status, "some of the names are wrong on purpose")
	assert.Equal(t, "markets: some names are no one market's\n", stderr)
	if *update {
		require.NoError(t, os.WriteFile("expected.txt", []byte(got), 0o600))
	}
	want, err := os.ReadFile("expected.txt")
	require.NoError(t, err)
	assert.Equal(t, string(want), got, "expected.txt differs; go test ./examples/markets -update writes it anew")
}

func TestNames(t *testing.T) {
	tests := []struct {
		name, text string
		args       []string
		status     int
		want       []string
	}{
		{"one name", "Norge\n", nil, exitFine, []string{"Norge\n  market        NO, Norway\n", "region        Europe [1]", "billed in     NOK"}},
		{"a language in front", "de: Österreich", nil, exitFine, []string{"AT, Austria"}},
		{"other languages", "Frankreich", []string{"-languages", "de,ja"}, exitFine, []string{"FR, France"}},
		{"another day", "Indien", []string{"-day", "2019-01-01"}, exitFine, []string{"reservations  no", "region        not known: The record has no version of the list"}},
		{"a day before any list", "Norge", []string{"-day", "2010-01-01"}, exitFine, []string{"billed in     not known", "reservations  not known", "card top-up   no"}},
		{"Brazil, where it depends", "Brasil", nil, exitFine, []string{"billed in     BRL, or USD for traditional licence-based offers"}},
		{"a country without partners", "Ryssland", nil, exitFine, []string{"region        none", "No CSP partner may sell in the market"}},
		{"two lists that disagree", "Azerbaijan", nil, exitFine, []string{"reservations  no", "Microsoft's two lists disagree"}},
		{"a wrong name", "Sverge", nil, exitProblem, []string{"did you mean Sweden (SE)?"}},
		{"a name that means two markets", "Kongo", nil, exitProblem, []string{`"sv: Kongo" is CG, "nb: Kongo" is CD`}},
		{"a name of three markets", "Caribbean Netherlands", nil, exitProblem, []string{"want one of Bonaire (BQ), Sint Eustatius (XE), Saba (XS)\n"}},
		{"no names", "\n \n", nil, exitFine, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			status, got, stderr := command(t, tt.text, tt.args...)
			assert.Equal(t, tt.status, status, stderr)
			for _, want := range tt.want {
				assert.Contains(t, got, want)
			}
			if tt.want == nil {
				assert.Empty(t, got)
			}
		})
	}
}

func TestFlags(t *testing.T) {
	for _, args := range [][]string{{"-day", "2024-02-30"}, {"-languages", "sv,xx"}, {"-languages", ""}, {"Norge"}, {"-market"}} {
		status, _, stderr := command(t, "Norge", args...)
		assert.Equal(t, exitUsage, status, args)
		assert.Contains(t, stderr, "Run it with -h for help.")
	}
	status, got, _ := command(t, "", "-h")
	assert.Equal(t, exitFine, status)
	assert.Equal(t, help, got)
}

func TestNamesThatCannotBeRead(t *testing.T) {
	var out, errs bytes.Buffer
	assert.Equal(t, exitProblem, run(nil, io.MultiReader(strings.NewReader("Norge\n"), brokenPipe{}), &out, &errs))
	assert.Contains(t, errs.String(), io.ErrClosedPipe.Error())
	assert.Contains(t, out.String(), "NO, Norway", "what was read is answered")
}

type brokenPipe struct{}

func (brokenPipe) Read([]byte) (int, error) { return 0, io.ErrClosedPipe }
