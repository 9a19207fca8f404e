package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestOutput(t *testing.T) {
	for _, name := range []string{"requests", "mistakes"} {
		t.Run(name, func(t *testing.T) {
			var got bytes.Buffer
			if err := run(&got, []string{"-requests", filepath.Join("testdata", name+".json")}); err != nil {
				t.Fatal(err)
			}
			compare(t, filepath.Join("testdata", name+".txt"), got.Bytes())
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

// TestSecret sees to it that no key of the files is printed, right or wrong.
func TestSecret(t *testing.T) {
	for _, name := range []string{"requests", "mistakes"} {
		var out bytes.Buffer
		if err := run(&out, []string{"-requests", filepath.Join("testdata", name+".json")}); err != nil {
			t.Fatal(err)
		}
		for _, group := range []string{"NOTAR", "EALKE", "YJUST"} {
			if strings.Contains(strings.ToUpper(out.String()), group) {
				t.Errorf("%s: a part of a key is in the output: %s", name, group)
			}
		}
	}
}

func TestFile(t *testing.T) {
	broken := filepath.Join(t.TempDir(), "broken.json")
	if err := os.WriteFile(broken, []byte(`[{"id": `), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"nowhere.json", broken} {
		var out bytes.Buffer
		err := run(&out, []string{"-requests", file})
		if err == nil || out.Len() > 0 {
			t.Errorf("%s: got error %v and output %q, want an error alone", file, err, &out)
		}
	}
}
