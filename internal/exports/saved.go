package exports

import (
	"slices"
	"strings"
)

// Parse reads a saved list.
func Parse(text string) []string {
	return slices.Sorted(strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\r' }))
}

// Format writes lines as a saved list.
func Format(lines []string) string { return strings.Join(lines, "\n") + "\n" }

// Gone gives the lines of a saved list that are no longer there: what they were breaks programs that used it.
func Gone(saved, now []string) []string { return without(saved, now) }

// Unsaved gives the lines that are there and not in the saved list.
func Unsaved(saved, now []string) []string { return without(now, saved) }

// Union gives the lines of both, sorted, each once.
func Union(saved, now []string) []string {
	return slices.Compact(slices.Sorted(slices.Values(slices.Concat(saved, now))))
}

func without(lines, others []string) []string {
	return slices.DeleteFunc(slices.Clone(lines), func(line string) bool { return slices.Contains(others, line) })
}
