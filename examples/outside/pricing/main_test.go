package main

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cloudterms/terms/pricing/pricesheet"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestOutput(t *testing.T) {
	tests := []struct {
		golden string
		args   []string
	}{
		{"default.txt", nil},
		// There is no rate of this currency in the files.
		{"nok.txt", []string{"-currency", "NOK"}},
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
		{"a currency that is none", []string{"-currency", "euro"}, nil},
		{"no files", []string{"-data", "nowhere"}, os.ErrNotExist},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := run(&bytes.Buffer{}, test.args)
			if err == nil || test.is != nil && !errors.Is(err, test.is) {
				t.Errorf("got error %v, want %v", err, test.is)
			}
		})
	}
}

// TestFile sees to it that a file without its columns ends the program, and a row that is refused does not.
func TestFile(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata")); err != nil {
		t.Fatal(err)
	}
	list := filepath.Join(dir, "azureplan.csv")
	text, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	short := strings.Replace(string(text), "UnitPrice", "Price", 1)
	if err := os.WriteFile(list, []byte(short), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := run(&bytes.Buffer{}, []string{"-data", dir}); !errors.Is(err, pricesheet.ErrHeader) {
		t.Errorf("got %v, want %v", err, pricesheet.ErrHeader)
	}
}
