package main

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestOutput(t *testing.T) {
	tests := []struct {
		golden string
		args   []string
	}{
		{"default.txt", nil},
		{"later.txt", []string{"-at", "2024-04-09T12:00:00Z", "-price", "100.00 SEK"}},
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
		{"an instant without a zone", []string{"-at", "2024-04-02T12:00:00"}, nil},
		{"an amount without a currency", []string{"-price", "20.00"}, nil},
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
