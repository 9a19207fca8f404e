package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files")

func TestOutputs(t *testing.T) {
	overlay := filepath.Join("testdata", "house.overlay.json")
	for _, c := range []struct {
		name, in string
		args     []string
	}{
		{"forms", "forms.json", []string{"answer"}},
		{"wrong", "wrong.json", []string{"answer"}},
		{"house", "orders.json", []string{"-overlay", overlay, "answer"}},
		{"pasted", "pasted.txt", []string{"-language", "sv-SE", "list"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			in, err := os.ReadFile(filepath.Join("testdata", c.in))
			if err != nil {
				t.Fatal(err)
			}
			var got bytes.Buffer
			if err := run(c.args, bytes.NewReader(in), &got); err != nil {
				t.Fatal(err)
			}
			golden(t, filepath.Join("testdata", c.name+".golden.json"), got.Bytes())
		})
	}
}

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, got) {
		t.Errorf("%s: run with -update and look at the difference\n%s", path, got)
	}
}

func TestRefusedRequests(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"a partner's code is reserved": {`{"day": "2024-03-01", "partners": [{"name": "x", "location": "UK"}]}`, "/partners/0/location: markets: not a market's code: \"UK\" is reserved for the United Kingdom; want GB"},
		"a day that does not exist":    {`{"day": "2024-02-30"}`, "/day: terms: not a day"},
		"no day":                       {`{}`, "the request has no day"},
		"no location":                  {`{"day": "2024-03-01", "partners": [{"name": "x"}]}`, "partner x has no location"},
		"an unknown key":               {`{"dag": "2024-03-01"}`, "/dag: unknown key"},
	} {
		t.Run(name, func(t *testing.T) {
			err := run([]string{"answer"}, strings.NewReader(c.in), &bytes.Buffer{})
			wantError(t, err, c.want)
		})
	}
}

func TestRefusedOverlays(t *testing.T) {
	const list = `{"owner": "F", "reason": "r", "lists": [{"list": "%LIST", "add": ["%ENTRY"]}]}`
	for name, c := range map[string]struct{ list, entry, want string }{
		"a misspelt list":             {"markets.topup.exclude", "NO", `did you mean "markets.topup.excluded"?`},
		"a misspelt package":          {"market.topup.excluded", "NO", `"market.topup.excluded"`},
		"a small letter":              {"markets.topup.excluded", "no", `"no"; want NO`},
		"a name":                      {"markets.topup.excluded", "Norway", `want a code of two capitals or three`},
		"a market that is there":      {"markets.topup.excluded", "BR", "adds BR, which is there"},
		"a market in a second region": {"markets.csp.regions", "NO middleEast NOK", "NO is in two places"},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "overlay.json")
			text := strings.NewReplacer("%LIST", c.list, "%ENTRY", c.entry).Replace(list)
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := houseRules(path)
			wantError(t, err, c.want)
		})
	}
}

func TestRefusedCalls(t *testing.T) {
	wantError(t, run(nil, strings.NewReader(""), &bytes.Buffer{}), "want answer or list")
	wantError(t, run([]string{"-language", "pt", "list"}, strings.NewReader("x"), &bytes.Buffer{}), `"pt"`)
}

func wantError(t *testing.T, err error, want string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error %v; want one with %q", err, want)
	}
}
