package rules

import (
	"testing"

	"github.com/cloudterms/terms"
)

// Two functions of the conditions that are equal are one node: where either of two conditions lets a third decide, there
// are three nodes and not four.
func TestEqualFunctionsAreOneNode(t *testing.T) {
	type facts [3]Truth
	condition := func(i int) Condition[facts] {
		name := string(rune('a' + i))
		return Condition[facts]{Name: name, Reads: []string{name}, Holds: func(f facts) Truth { return f[i] }}
	}
	rule := func(id ID, then int, conditions ...int) Rule[facts, int] {
		r := Rule[facts, int]{
			ID: id, Text: "It is so.", Span: terms.Always(), Then: then,
			Sources: []Source{{Document: "Test terms", Checked: terms.MustParseDay("2026-11-22")}},
		}
		for _, i := range conditions {
			r.If = append(r.If, condition(i))
		}
		return r
	}
	s, err := New(Spec[facts, int]{
		ID: "test/nodes", Question: "Is it?", Facts: []Fact{{"a", "a?"}, {"b", "b?"}, {"c", "c?"}},
		Rules:   []Rule[facts, int]{rule("test.note", 0, 0, 1, 2), rule("test.ac", 1, 0, 2), rule("test.bc", 1, 1, 2)},
		Default: 2, Combine: Strongest(2, 1),
	})
	if err != nil {
		t.Fatal(err)
	}
	if nodes := len(s.core.eras[0].diagram.nodes); nodes != 3 {
		t.Errorf("%d nodes", nodes)
	}
}
