package main

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules/rulestest"
)

func TestAnswers(t *testing.T) {
	for name, args := range map[string]string{
		"decide":              "-day 2025-03-01 decide testdata/teacher.json",
		"explain-agreement":   "-day 2025-03-01 explain testdata/teacher.json",
		"explain-exception":   "-day 2025-02-28 explain testdata/teacher.json",
		"explain-class":       "-day 2025-09-10 explain testdata/class.json",
		"explain-doubt":       "-day 2025-01-31 explain testdata/student.json",
		"explain-default":     "-day 2025-09-10 explain testdata/student.json",
		"explain-as-known":    "-day 2025-09-10 -known 2025-09-18 explain testdata/student.json",
		"explain-overlay":     "-day 2025-10-01 -overlay testdata/district.json explain testdata/teacher.json",
		"trace-published":     "-day 2025-09-10 -published trace testdata/teacher.json",
		"trace-overlay":       "-day 2025-10-01 -overlay testdata/district.json trace testdata/teacher.json",
		"record":              "-day 2025-09-10 -known 2025-09-18 -published record testdata/student.json",
		"missing-facts":       "-day 2025-09-10 explain testdata/unfinished.json",
		"no-day":              "explain testdata/student.json",
		"no-such-day":         "-day 2025-02-29 explain testdata/student.json",
		"no-command":          "-day 2025-09-10",
		"misspelt-order":      "-day 2025-09-10 decide testdata/misspelt-order.json",
		"misspelt-key":        "-day 2025-09-10 -overlay testdata/misspelt-key.json decide testdata/student.json",
		"unknown-rule":        "-day 2025-09-10 -overlay testdata/unknown-rule.json decide testdata/student.json",
		"unknown-rule-in-set": "-day 2025-09-10 -published -overlay testdata/off-northlight.json decide testdata/student.json",
		"absurd-figure":       "-day 2025-09-10 -overlay testdata/absurd-figure.json decide testdata/student.json",
	} {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			fmt.Fprintf(&b, "$ educator %s\n", args)
			if err := run(strings.Fields(args), &b); err != nil {
				fmt.Fprintf(&b, "educator: %v\n", err)
			}
			rulestest.Golden(t, filepath.Join("testdata", name+".golden"), withoutDigest(b.String()), *update)
		})
	}
}

// withoutDigest leaves out of a record what changes with every change of a rule. It stands in PROGRAMME.md.
func withoutDigest(text string) string {
	return regexp.MustCompile(`"digest": "[0-9a-f]{64}"`).ReplaceAllString(text, `"digest": "..."`)
}

// The table is kept beside the program, so that a change of a rule shows as a change of its line.
func TestTable(t *testing.T) {
	var b strings.Builder
	if err := run([]string{"-published", "table"}, &b); err != nil {
		t.Fatal(err)
	}
	rulestest.Golden(t, "PROGRAMME.md", b.String(), *update)
}

func TestRecordReadsBack(t *testing.T) {
	var o order
	if err := read("testdata/student.json", &o); err != nil {
		t.Fatal(err)
	}
	want, err := published().trace(terms.MustParseDay("2025-01-31"), o)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := want.writeJSON(&b); err != nil {
		t.Fatal(err)
	}
	var got record
	if err := terms.Decode(strings.NewReader(b.String()), &got); err != nil {
		t.Fatal(err)
	}
	if got.Discount == nil || want.Discount == nil {
		t.Fatalf("the discount is %v, read back %v; want one", want.Discount, got.Discount)
	}
	same := func(a, b percent) bool { return a == b }
	if got.Order != want.Order || !got.Decision.Equal(want.Decision) || !got.Discount.EqualFunc(*want.Discount, same) {
		t.Errorf("read back %+v, want %+v", got, want)
	}
}
