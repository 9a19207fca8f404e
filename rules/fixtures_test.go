package rules_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// The sets of these tests ask about four yes/no facts and answer with a verdict.

type facts struct{ A, B, C, D rules.Truth }

type verdict uint8

const (
	allow verdict = iota + 1
	warn
	deny
)

func (v verdict) String() string { return []string{"", "allow", "warn", "deny"}[v] }

func (v verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

func (v *verdict) UnmarshalText(text []byte) error {
	for known := range deny + 1 {
		if known.String() == string(text) {
			*v = known
			return nil
		}
	}
	return errors.New("no verdict")
}

type (
	spec      = rules.Spec[facts, verdict]
	rule      = rules.Rule[facts, verdict]
	condition = rules.Condition[facts]
	set       = rules.Set[facts, verdict]
	edit      = rules.Edit[facts, verdict]
	decision  = rules.Decision[verdict]
)

var (
	condA = condition{Name: "a holds", Reads: []string{"a"}, Holds: func(f facts) rules.Truth { return f.A }}
	condB = condition{Name: "b holds", Reads: []string{"b"}, Holds: func(f facts) rules.Truth { return f.B }}
	condC = condition{Name: "c holds", Reads: []string{"c"}, Holds: func(f facts) rules.Truth { return f.C }}
	condD = condition{Name: "d holds", Reads: []string{"d"}, Holds: func(f facts) rules.Truth { return f.D }}
)

var (
	turn  = day("2022-07-11") // the day on which dated rules of these tests change
	after = day("2022-07-12")
)

func day(s string) terms.Day { return terms.MustParseDay(s) }

func span(s string) terms.Span {
	parsed, err := terms.ParseSpan(s)
	if err != nil {
		panic(err)
	}
	return parsed
}

func source(fact string) []rules.Source {
	return []rules.Source{{Fact: fact, Document: "Test terms", Section: "1", Address: "https://example.com/terms", Checked: day("2026-11-22")}}
}

// says gives a rule for all days.
func says(id rules.ID, then verdict, conditions ...condition) rule {
	return rule{ID: id, Text: "Rule " + string(id) + " holds.", Span: terms.Always(), Sources: source("T-01"), If: conditions, Then: then}
}

// excepts gives a rule without answer that silences others.
func excepts(id rules.ID, silenced []rules.ID, conditions ...condition) rule {
	r := says(id, 0, conditions...)
	r.Excepts = silenced
	return r
}

// during gives the rule with another span.
func during(days string, r rule) rule {
	r.Span = span(days)
	return r
}

// published gives the rule as a wording that was published on some days.
func published(days string, r rule) rule {
	r.Published = span(days)
	return r
}

// specOf declares a set in which deny is stronger than warn and warn than allow, with the facts its conditions read.
func specOf(list ...rule) spec {
	s := spec{ID: "test/verdict", Question: "May it be?", Rules: list, Combine: rules.Strongest(allow, warn, deny)}
	for _, name := range []string{"a", "b", "c", "d"} {
		reads := func(c condition) bool { return slices.Contains(c.Reads, name) }
		if slices.ContainsFunc(list, func(r rule) bool { return slices.ContainsFunc(r.If, reads) }) {
			s.Facts = append(s.Facts, rules.Fact{Name: name, Text: "Is it " + name + "?"})
		}
	}
	return s
}

func setOf(list ...rule) *set { return rules.Must(rules.New(specOf(list...))) }

// wrong gives the SpecErrors that an error joins.
func wrong(t *testing.T, err error) []*rules.SpecError {
	t.Helper()
	var all []*rules.SpecError
	many, ok := err.(interface{ Unwrap() []error })
	if !ok {
		t.Fatalf("error %v joins nothing", err)
	}
	for _, one := range many.Unwrap() {
		failed, ok := errors.AsType[*rules.SpecError](one)
		if !ok {
			t.Fatalf("error %v is no SpecError", one)
		}
		all = append(all, failed)
	}
	return all
}

// decode reads JSON as the module does.
func decode[T any](t *testing.T, text string) T {
	t.Helper()
	var v T
	if err := terms.Decode(strings.NewReader(text), &v); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return v
}

func marshal(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// ids gives the rules of findings, as text.
func ids(d decision) string {
	var list []string
	for _, f := range d.Findings {
		list = append(list, string(f.Rule))
	}
	return strings.Join(list, " ")
}

// stepsOf gives a trace as text, a rule a line.
func stepsOf(d decision) string {
	var lines []string
	for _, s := range d.Trace {
		line := fmt.Sprintf("%s: %s", s.Rule, s.State)
		for _, more := range []string{s.Condition, string(s.By), strings.Join(s.Facts, " "), s.Span.String(), s.Origin.Owner} {
			if more != "" {
				line += " (" + more + ")"
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}
