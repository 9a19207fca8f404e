package main

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the expected output anew")

func command(args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = run(args, &out, &errs)
	return status, out.String(), errs.String()
}

// file writes an input and gives its name.
func file(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "transact.json")
	require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	return name
}

// with gives an input with changes.
func with(changes ...string) string {
	return strings.NewReplacer(changes...).Replace(`{
		"partner": {"name": "Fabrikam", "party": "directPartner", "enrolled": "2018-03-01", "registered": "yes", "silverCloudPlatform": "no"},
		"customer": {"name": "Contoso", "enrolled": "2019-05-01", "gcc": "no", "agreement": "yes", "history": "previousEnded", "hasPlan": "no"},
		"related": "2019-05-01",
		"deal": "purchase",
		"offers": ["MS-AZR-0145P"]
	}`)
}

// day gives the part of a report that is about a boundary day.
func day(t *testing.T, report, on string) string {
	t.Helper()
	_, after, found := strings.Cut(report, "\n"+on+"\n")
	require.True(t, found, "%s is no boundary of\n%s", on, report)
	part, _, _ := strings.Cut(after, "\n\n")
	return part
}

func TestTheSampleGivesTheExpectedReport(t *testing.T) {
	status, got, stderr := command()
	assert.Equal(t, exitFine, status, stderr)
	if *update {
		require.NoError(t, os.WriteFile("expected.txt", []byte(got), 0o600))
	}
	want, err := os.ReadFile("expected.txt")
	require.NoError(t, err)
	assert.Equal(t, string(want), got, "expected.txt differs; go test ./examples/transact -update writes it anew")
}

func TestReports(t *testing.T) {
	tests := []struct {
		name, text, on string
		want           []string
	}{
		{"who has bought it goes on", with(), "2021-07-21", []string{
			"before  permitted\n", "Before phase 1", "from    permitted\n", "In an existing relationship",
		}},
		{"by the other reading it does not", with(`"deal"`, `"continuation": "activeTogether", "deal"`), "2021-07-21", []string{
			"from    refused\n", "Who has no active subscription",
		}},
		{"a new relationship", with(`"related": "2019-05-01"`, `"related": "2021-07-21"`), "2021-07-21", []string{"from    refused\n", "A new relationship"}},
		{"phase 2", with(), "2022-02-01", []string{
			"may it be transacted  both    permitted\n", "before  partnerPrices\n", "from    estimatedRetailPrice\n", "from    ineligible, additional ones ineligible\n",
		}},
		{"facts that are missing", with(`, "history": "previousEnded"`, ""), "2021-07-21", []string{"before  permitted", "from    depends on history"}},
		{"an offer of which the sources say nothing", with("MS-AZR-0145P", "ms-azr-usgov-0145p"), "2021-07-21", []string{
			"MS-AZR-USGOV-0145P, Azure Government CSP", "both    the sources do not say\n",
		}},
		{"a day for phase 3", with(`"deal"`, `"overlay": {"owner": "Fabrikam", "reason": "letter of 3 May",
			"figures": [{"timeline": "pricing.phase", "span": "2022-07-31/..", "value": "phase3"}]}, "deal"`), "2022-07-31", []string{
			"from    refused\n", "is moved to the Azure plan.", "(replaced by Fabrikam: letter of 3 May)",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			status, got, stderr := command("-file", file(t, tt.text))
			require.Equal(t, exitFine, status, stderr)
			part := day(t, got, tt.on)
			for _, want := range tt.want {
				assert.Contains(t, part, want)
			}
		})
	}
	_, got, _ := command("-file", file(t, with()))
	assert.NotContains(t, got, "\n2022-07-31\n", "a day that nobody has set is no boundary")
	assert.Contains(t, got, "phase3        announced, no day set")
	_, got, _ = command("-file", file(t, with(`"related": "2019-05-01",`, "")))
	assert.Contains(t, got, "Contoso, related since a day not given")
}

func TestWrongFiles(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"no JSON", "", "JSON"},
		{"an unknown name", with(`"deal"`, `"deals"`), "deals"},
		{"a day that does not exist", with("2018-03-01", "2021-02-29"), "/partner/enrolled"},
		{"no deal", with("purchase", ""), "deal is not given; want purchase, continue"},
		{"a deal that is none", with("purchase", "buy"), "/deal"},
		{"a reseller", with("directPartner", "reseller"), "a reseller asks for its provider"},
		{"an offer that is none", with("MS-AZR-0145P", "0145P"), `offers/0: pricing: not an offer of the catalogue: offer is "0145P"; want an id of the catalogue, in CSP one of MS-AZR-0017G`},
		{"a relationship before there was a customer", with(`"related": "2019-05-01"`, `"related": "2019-04-30"`), "want a day on which both were in CSP"},
		{"an overlay that does not fit", with(`"deal"`, `"overlay": {"owner": "Fabrikam", "reason": "a slip", "switchOff": ["pricing.transact.nothing"]}, "deal"`), "overlay: "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			status, got, stderr := command("-file", file(t, tt.text))
			assert.Equal(t, exitProblem, status)
			assert.Empty(t, got)
			assert.Contains(t, stderr, tt.want)
		})
	}
	status, _, stderr := command("-file", "none.json")
	assert.Equal(t, exitProblem, status)
	assert.Contains(t, stderr, "none.json")
}

func TestFlags(t *testing.T) {
	for _, args := range [][]string{{"sample.json"}, {"-files", "x"}} {
		status, _, stderr := command(args...)
		assert.Equal(t, exitUsage, status, args)
		assert.Contains(t, stderr, "Run it with -h for help.")
	}
	status, got, _ := command("-h")
	assert.Equal(t, exitFine, status)
	assert.Equal(t, help, got)
}

func TestOutputThatCannotBeWritten(t *testing.T) {
	var errs bytes.Buffer
	assert.Equal(t, exitProblem, run(nil, brokenPipe{}, &errs))
	assert.Contains(t, errs.String(), io.ErrClosedPipe.Error())
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }
