package rulestest

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Golden fails the test where a text is not the one in a file, and shows the lines that are other. With update it writes
// the file instead. Whether to is for a flag of the test to say:
//
//	var update = flag.Bool("update", false, "write the golden files")
func Golden(tb testing.TB, path, got string, update bool) {
	tb.Helper()
	const directories, files = 0o755, 0o644
	if update {
		if err := os.MkdirAll(filepath.Dir(path), directories); err != nil {
			tb.Errorf("rulestest: golden file not written: %v", err)
			return
		}
		if err := os.WriteFile(path, []byte(got), files); err != nil {
			tb.Errorf("rulestest: golden file not written: %v", err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		tb.Errorf("rulestest: golden file not read: %v; run the test with -update to write it", err)
		return
	}
	if diff := difference(string(want), got); diff != "" {
		tb.Errorf("%s is not what the test gives; run it with -update if the change is meant:\n%s", path, diff)
	}
}

// difference gives the lines that only one of two texts has, in their order, and nothing if the texts are the same.
func difference(want, got string) string {
	want = strings.ReplaceAll(want, "\r\n", "\n") // as a checkout on Windows may have them
	if want == got {
		return ""
	}
	before, after := strings.Split(want, "\n"), strings.Split(got, "\n")
	var b strings.Builder
	show := func(sign string, lines, others []string) {
		for _, line := range lines {
			if !slices.Contains(others, line) {
				b.WriteString(sign + line + "\n")
			}
		}
	}
	show("- ", before, after)
	show("+ ", after, before)
	if b.Len() == 0 {
		return "the same lines in another order, or more often"
	}
	return b.String()
}
