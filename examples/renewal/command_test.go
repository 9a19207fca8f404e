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
	name := filepath.Join(t.TempDir(), "renewal.json")
	require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	return name
}

// with gives an input of one licence key and changes.
func with(changes ...string) string {
	return strings.NewReplacer(changes...).Replace(`{
		"day": "2021-10-01",
		"subscription": {"product": "Power BI Pro", "status": "active", "licences": 10, "end": "2021-12-01"},
		"keys": [{"key": "AAAAA-AAAAA-AAAAA-AAAAA-AAAA1", "product": "Power BI Pro", "licences": 10, "redeemed": "no"}],
		"goal": {"end": "2022-12-01"}
	}`)
}

func TestTheSampleGivesTheExpectedReport(t *testing.T) {
	status, got, stderr := command()
	assert.Equal(t, exitFine, status, stderr)
	if *update {
		require.NoError(t, os.WriteFile("expected.txt", []byte(got), 0o600))
	}
	want, err := os.ReadFile("expected.txt")
	require.NoError(t, err)
	assert.Equal(t, string(want), got, "expected.txt differs; go test ./examples/renewal -update writes it anew")
}

func TestRenewals(t *testing.T) {
	tests := []struct {
		name, text string
		status     int
		want       []string
	}{
		{"a year more", with(), exitFine, []string{
			"Power BI Pro on 2021-10-01: 10 licences to 2021-12-01\nWanted: to 2022-12-01 or later", "keep the keys             10           2021-12-01                   20.0         no",
			"1. redeem …AAAA1  to extend the end date  10 licences  to 2022-12-01  MPN-08", "Wasted: 0.0 licence-months",
		}},
		{"nothing to do", with("2022-12-01", "2021-12-01"), exitFine, []string{"Plan: redeem no key, the goal is met."}},
		{"an expired subscription", with("2021-12-01", "2021-09-30", "2022-12-01", "2022-10-01"), exitFine, []string{
			"expired on 2021-09-30", "1. redeem …AAAA1  to activate the subscription  10 licences  to 2022-10-01", "extend the end date is not possible, because of …AAAA1",
		}},
		{"a disabled subscription", with(`"active", "licences": 10, "end": "2021-12-01"`, `"disabled"`), exitProblem, []string{
			"Power BI Pro on 2021-10-01: disabled", "rounding takes the last day.\nWith the wanted licences the latest end date is 2022-10-01.",
		}},
		{"licences alone, counted in days", with(`"end": "2022-12-01"`, `"licences": 20`, `"goal"`, `"reckoning": {"unit": "calendarDays", "rounding": "up", "limit": "addedTime", "expiry": "counts"}, "goal"`), exitFine, []string{
			"Wanted: 20 licences\n", "to add licences  20 licences  to 2022-05-02", "licence-days beyond what is wanted",
		}},
		{"too little time", with("2022-12-01", "2022-12-02"), exitProblem, []string{"No plan: the keys bring too little time.\nWith the wanted licences the latest end date is 2022-12-01."}},
		{"too few licences", with(`"end": "2022-12-01"`, `"licences": 21`), exitProblem, []string{"No plan: with all keys there are 20 licences."}},
		{"a key too large to extend", with(`"licences": 10, "redeemed"`, `"licences": 31, "redeemed"`), exitProblem, []string{
			"No plan: there is time enough on the keys, but redemptions on the way are refused.\nWith the wanted licences the latest end date is 2022-07-18.",
			"  A key that extends the end date has at most three times the active licences. [MPN-16]",
		}},
		{"a key that nobody knows of", with(`, "redeemed": "no"`, ""), exitProblem, []string{"No plan: there is no key that may be redeemed.", "Left out: …AAAA1\n  It is not given: redeemed."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			status, got, stderr := command("-file", file(t, tt.text))
			assert.Equal(t, tt.status, status, stderr)
			for _, want := range tt.want {
				assert.Contains(t, got, want)
			}
		})
	}
}

func TestWrongFiles(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"no JSON", "", "JSON"},
		{"an unknown name", with(`"day"`, `"days"`), "days"},
		{"a day that does not exist", with("2021-10-01", "2021-02-29"), "/day"},
		{"a key that is none", with("AAAAA-AAAAA-AAAAA-AAAAA-AAAA1", "AAAAA-AAAAA"), "keys/0: licensing: not a product key"},
		{"no licences on a key", with(`"licences": 10, "redeemed"`, `"licences": 0, "redeemed"`), "keys/0/licences"},
		{"no goal", with(`"end": "2022-12-01"`, ""), "goal is not given"},
		{"no status", with(`"active"`, `""`), "subscription/status is not given"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			status, got, stderr := command("-file", file(t, tt.text))
			assert.Equal(t, exitProblem, status)
			assert.Empty(t, got)
			assert.Contains(t, stderr, tt.want)
			assert.NotContains(t, stderr, "AAAAA-AAAAA")
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

func TestNoKeyIsEverPrinted(t *testing.T) {
	_, got, _ := command()
	for _, group := range []string{"AAAA1-", "BBBB2-", "AAAA1AAAA1", "HHHH8-"} {
		assert.NotContains(t, got, group)
	}
}

func TestOutputThatCannotBeWritten(t *testing.T) {
	var errs bytes.Buffer
	assert.Equal(t, exitProblem, run(nil, brokenPipe{}, &errs))
	assert.Contains(t, errs.String(), io.ErrClosedPipe.Error())
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }
