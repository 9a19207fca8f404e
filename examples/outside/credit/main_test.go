package main

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestOutput(t *testing.T) {
	tests := []struct {
		golden string
		args   []string
	}{
		{"default.txt", nil},
		// Services stand still on this day, and the use to be explained is one that credit cannot pay.
		{"suspended.txt", []string{"-day", "2024-02-04", "-event", "scanner", "-rate", "3.25 USD"}},
	}
	for _, test := range tests {
		t.Run(test.golden, func(t *testing.T) {
			var got bytes.Buffer
			if err := run(&got, test.args); err != nil {
				t.Fatal(err)
			}
			compare(t, filepath.Join("testdata", test.golden), got.Bytes())
		})
	}
}

// compare compares with a golden file, or writes it.
func compare(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the output differs from %s; if it is right, run go test -update:\n%s", file, got)
	}
}

func TestAskedWrongly(t *testing.T) {
	tests := []struct {
		name string
		args []string
		is   error // nil for an error of package flag, which does not wrap what it was given
	}{
		{"a day that does not exist", []string{"-day", "2024-02-30"}, nil},
		{"an unknown event", []string{"-event", "juni"}, credit.ErrUnknown},
		{"an event after the day", []string{"-day", "2024-03-31", "-event", "april"}, credit.ErrUnknown},
		{"a rate in another currency", []string{"-rate", "20.00 SEK"}, credit.ErrForecast},
		{"a year beyond those there are", []string{"-day", "3000-01-01"}, credit.ErrInstant},
		{"no files", []string{"-data", "nowhere"}, os.ErrNotExist},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			err := run(&out, test.args)
			if err == nil || test.is != nil && !errors.Is(err, test.is) {
				t.Errorf("got error %v, want %v", err, test.is)
			}
			if out.Len() > 0 {
				t.Errorf("an error, and yet output: %s", &out)
			}
		})
	}
}

// TestFileError sees to it that an error in a file names the file and is still told apart.
func TestFileError(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "service.json"), []byte(`{"costumer": "Fabrikam AB"}`), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := loadRecord(dir)
	var file *fileError
	if !errors.As(err, &file) || file.Name != "service.json" || !errors.Is(err, terms.ErrJSON) {
		t.Errorf("got %v", err)
	}
}

// TestSecret sees to it that the check the program relies on finds a key however it is written.
func TestSecret(t *testing.T) {
	purchase, err := loadPurchase("testdata")
	if err != nil {
		t.Fatal(err)
	}
	key := purchase.Key()
	for _, text := range []string{key.Reveal(), "notarealkeyjustanexample1", "NOTAR-EALKE-\nYJUST-ANEXA-MPLE1"} {
		if checkSecret("a "+text+" b", key) == nil {
			t.Errorf("not found in %q", text)
		}
	}
	if err := checkSecret(key.String()+" "+key.ID(), key); err != nil {
		t.Error(err)
	}
}
