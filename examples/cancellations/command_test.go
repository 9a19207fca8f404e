package main

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
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

// folder writes files and gives their folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	return dir
}

// same holds a text against a file, or writes it.
func same(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(name, []byte(got), 0o600))
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, "%s differs; go test ./examples/cancellations -update writes it anew", name)
}

func TestTheSampleGivesTheExpectedReportAndCalendar(t *testing.T) {
	calendar := filepath.Join(t.TempDir(), "deadlines.ics")
	status, got, stderr := command("-calendar", calendar)
	assert.Equal(t, exitProblem, status, "the sample has mistakes in it")
	assert.Empty(t, stderr)
	same(t, "expected.txt", got)
	written, err := os.ReadFile(calendar)
	require.NoError(t, err)
	same(t, "expected.ics", string(written))
}

const (
	seats = `{"id": "1", "offerId": "CFQ7TTC0LH18:0001:CFQ7TTC0K971", "friendlyName": "Basic", "productType": {"id": "OnlineServicesNCE"}, "quantity": 10,
		"effectiveStartDate": "2026-05-12T00:00:00Z", "commitmentEndDate": "2026-06-11T00:00:00Z", "cancellationAllowedUntilDate": "2026-05-19T00:00:00Z",
		"billingCycle": "monthly", "termDuration": "P1M", "isMicrosoftProduct": true}`
	final = `{"id": "2", "friendlyName": "SUSE", "productType": {"id": "Software"}, "quantity": 1, "publisherName": "SUSE", "effectiveStartDate": "2026-05-12T00:00:00Z"}`
)

func TestFolders(t *testing.T) {
	tests := []struct {
		name   string
		files  map[string]string
		args   []string
		status int
		want   []string
	}{
		{"one subscription", map[string]string{"a.json": seats}, nil, exitFine, []string{"2026-05-19T00:00:00Z  P4DT15H  94.20 EUR  0.00 EUR          Partner Center  Basic"}},
		{"a second too late", map[string]string{"a.json": seats}, []string{"-at", "2026-05-19T00:00:00Z"}, exitFine, []string{"closed 2026-05-19T00:00:00Z  0.00 EUR", "Explained\n  Basic, 1: closed"}},
		{"no admin agent", map[string]string{"a.json": seats}, []string{"-admin-agent", "no"}, exitFine, []string{"Basic  refused", "Only an admin agent can cancel a purchase."}},
		{"nobody knows who", map[string]string{"a.json": seats}, []string{"-admin-agent", ""}, exitFine, []string{"Basic  give adminAgent"}},
		{"no price", map[string]string{"a.json": final}, nil, exitFine, []string{"never  -     -  SUSE", "cancellation.software.linux (SW-14)"}},
		{"one to explain that can be cancelled", map[string]string{"a.json": seats, "b.json": final}, []string{"-explain", "1"}, exitFine, []string{"Explained\n  Basic, 1: open"}},
		{"two of one id", map[string]string{"a.json": seats, "b.json": seats}, nil, exitProblem, []string{"94.20 EUR", `b.json: id "1" stands in a.json, too`}},
		{"one of which the record knows nothing", map[string]string{"a.json": seats, "b.json": `{"id": "3", "productType": {"id": "Software"}, "publisherName": "Microsoft", "quantity": 1, "effectiveStartDate": "2001-01-01T00:00:00Z"}`}, nil, exitProblem, []string{
			"94.20 EUR", "b.json: subscription 3: rules: no figure for the day: cancellation.window.software on 2001-01-01",
		}},
		{"no JSON, and one that is", map[string]string{"a.json": "", "b.json": seats}, nil, exitProblem, []string{"94.20 EUR", "a.json: line 1, column 1: unexpected EOF"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			status, got, stderr := command(append([]string{"-subscriptions", folder(t, tt.files)}, tt.args...)...)
			assert.Equal(t, tt.status, status, stderr)
			for _, want := range tt.want {
				assert.Contains(t, got, want)
			}
		})
	}
}

func TestWhatCannotBeDone(t *testing.T) {
	wrongPrices := filepath.Join(folder(t, map[string]string{"prices.json": `{"a": {"amount": 5}}`}), "prices.json")
	tests := []struct {
		name, want string
		args       []string
	}{
		{"a folder without files", "no *.json", []string{"-subscriptions", t.TempDir()}},
		{"no prices", "none.json", []string{"-prices", "none.json"}},
		{"prices that are none", "prices: ", []string{"-prices", wrongPrices}},
		{"nobody of that id", `-explain "none"`, []string{"-explain", "none"}},
		{"a calendar that cannot be written", "deadlines.ics", []string{"-calendar", filepath.Join(t.TempDir(), "none", "deadlines.ics")}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			status, got, stderr := command(tt.args...)
			assert.Equal(t, exitProblem, status)
			assert.Empty(t, got)
			assert.Contains(t, stderr, tt.want)
		})
	}
}

func TestFlags(t *testing.T) {
	for _, args := range [][]string{{"sample.json"}, {"-files", "x"}, {"-at", "2026-05-14"}, {"-admin-agent", "perhaps"}} {
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
