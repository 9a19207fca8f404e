package rules_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// FuzzOverlay reads an overlay from anything. What is read comes back from JSON as it was, and is applied or refused,
// and the published set and timeline stay as they were.
func FuzzOverlay(f *testing.F) {
	for _, seed := range []string{
		overlayText, "", "{}", "null", "[]", `{"figures":[{}]}`, `{"owner":"o","reason":"r"}`, `{"owner":"o","reason":"r","switchOff":["test.rule","test.rule"]}`,
		`{"figures":[{"timeline":"test.figure","span":"../..","value":null}]}`, `{"figures":[{"timeline":"test.figure","span":"pending","value":{}}]}`,
		`{"owner":"<","figures":[{"timeline":"test.figure","span":"2024-01-01/..","value":"\u003c\u2028"}]}`,
		`{"owner":"o","reason":"r","figures":[{"timeline":"test.figure","span":"../..","value":1e400}]}`,
		`{"owner":"o","reason":"r","lists":[{"list":"test.list","add":["BR",""],"remove":["CA","CA"]}]}`,
	} {
		f.Add(seed)
	}
	base := setOf(says("test.rule", deny, condA), says("test.else", allow))
	figures := rules.Must(rules.NewTimeline("test.figure", "The figure.", entry("../..", 7)))
	abouts := known()
	before := marshalFuzz(f, base.About()) + marshalFuzz(f, figures.About())
	f.Fuzz(func(t *testing.T, text string) {
		var o rules.Overlay
		if err := terms.Decode(strings.NewReader(text), &o); err != nil {
			return
		}
		if back := decode[rules.Overlay](t, marshal(t, o)); !back.Equal(o) || !o.Equal(back) {
			t.Fatalf("%q is written as %s", text, marshal(t, o))
		}
		sound := o.Check(abouts...)
		if sound != nil && !errors.Is(sound, rules.ErrOverlay) {
			t.Errorf("checks as %v", sound)
		}
		_, errSet := base.Apply(o)
		_, errTimeline := figures.Apply(o)
		for _, err := range []error{errSet, errTimeline} {
			if err != nil && !errors.Is(err, rules.ErrOverlay) {
				t.Errorf("applies as %v", err)
			}
		}
		if sound == nil && errSet != nil {
			t.Errorf("checks, but does not apply: %v", errSet)
		}
		if _, _, err := rules.ChangeList(o, "test.list", []string{"BR"}, func(s string) (string, error) { return s, nil }); err != nil &&
			!errors.Is(err, rules.ErrOverlay) {
			t.Errorf("changes the list as %v", err)
		}
		if marshal(t, base.About())+marshal(t, figures.About()) != before {
			t.Error("the published rules have changed")
		}
	})
}

// FuzzDecision reads a decision from anything. What is read comes back from JSON as it was.
func FuzzDecision(f *testing.F) {
	s := setOf(says("test.rule", deny, condA), excepts("test.exception", []rules.ID{"test.rule"}, condB), says("test.else", allow))
	for _, in := range []facts{{}, {A: yes, B: no}, {A: yes, B: yes}, {A: no}} {
		f.Add(marshalFuzz(f, s.Explain(turn, in)))
		f.Add(marshalFuzz(f, s.Trace(turn, in)))
	}
	f.Add("")
	f.Add(`{"findings":null,"trace":[{"span":"pending","origin":{"change":"added"}}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		var d decision
		if err := terms.Decode(strings.NewReader(text), &d); err != nil {
			return
		}
		if back := decode[decision](t, marshal(t, d)); !back.Equal(d) || !d.Equal(back) {
			t.Fatalf("%q is written as %s", text, marshal(t, d))
		}
		if err := d.Err(); (err == nil) != (d.Status == rules.Decided || d.Status == rules.ByDefault) || err != nil && err.Error() == "" {
			t.Errorf("the status %v has the error %v", d.Status, err)
		}
	})
}

func marshalFuzz(f *testing.F, v any) string {
	f.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		f.Fatal(err)
	}
	return string(text)
}
