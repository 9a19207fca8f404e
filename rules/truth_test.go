package rules_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

const (
	unknown = rules.Unknown
	no      = rules.No
	yes     = rules.Yes
)

func TestTruthTables(t *testing.T) {
	tests := []struct{ a, b, and, or rules.Truth }{
		{unknown, unknown, unknown, unknown},
		{unknown, no, no, unknown},
		{unknown, yes, unknown, yes},
		{no, unknown, no, unknown},
		{no, no, no, no},
		{no, yes, no, yes},
		{yes, unknown, unknown, yes},
		{yes, no, no, yes},
		{yes, yes, yes, yes},
	}
	for _, tt := range tests {
		if got := tt.a.And(tt.b); got != tt.and {
			t.Errorf("%q and %q is %q, want %q", tt.a, tt.b, got, tt.and)
		}
		if got := tt.a.Or(tt.b); got != tt.or {
			t.Errorf("%q or %q is %q, want %q", tt.a, tt.b, got, tt.or)
		}
		if got := tt.a.Not().Not(); got != tt.a {
			t.Errorf("not not %q is %q", tt.a, got)
		}
	}
	if yes.Not() != no || no.Not() != yes {
		t.Error("not does not turn yes and no around")
	}
}

func TestTruthOfWhatIsGiven(t *testing.T) {
	tests := []struct {
		name      string
		got, want rules.Truth
	}{
		{"true", rules.TruthOf(true), yes},
		{"false", rules.TruthOf(false), no},
		{"given and holding", rules.Given(true, true), yes},
		{"given and not holding", rules.Given(true, false), no},
		{"not given, whatever it would be", rules.Given(false, true), unknown},
		{"not given", rules.Given(false, false), unknown},
		{"the value wanted", rules.Is(deny, deny), yes},
		{"one of the values wanted", rules.Is(deny, warn, deny), yes},
		{"another value", rules.Is(allow, warn, deny), no},
		{"the zero value", rules.Is(verdict(0), deny), unknown},
		{"the zero value, even if it is wanted", rules.Is("", "", "x"), unknown},
		{"any value where none is wanted", rules.Is("x"), no},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.got != tt.want {
				t.Errorf("gives %q, want %q", tt.got, tt.want)
			}
		})
	}
}

func TestTruthFromJSON(t *testing.T) {
	tests := []struct {
		name, json string
		want       rules.Truth
		problem    string
	}{
		{"yes", `{"a":"yes"}`, yes, ""},
		{"no", `{"a":"no"}`, no, ""},
		{"empty text", `{"a":""}`, unknown, ""},
		{"null", `{"a":null}`, unknown, ""},
		{"nothing", `{}`, unknown, ""},
		{"true", `{"a":true}`, unknown, `/a: the JSON value true does not fit; want a JSON string: truth: one of no, yes`},
		{"false", `{"a":false}`, unknown, `/a: the JSON value false does not fit; want a JSON string: truth: one of no, yes`},
		{"a number", `{"a":1}`, unknown, `/a: a JSON number does not fit; want a JSON string: truth: one of no, yes`},
		{"true in quotes", `{"a":"true"}`, unknown, `/a: terms: not one of the names: "true"; want truth: one of no, yes`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := struct {
				A rules.Truth `json:"a"`
			}{}
			err := terms.Decode(strings.NewReader(tt.json), &got)
			if (err == nil) != (tt.problem == "") || got.A != tt.want || err != nil && !strings.Contains(err.Error(), tt.problem) {
				t.Errorf("reads %q, %v", got.A, err)
			}
		})
	}
}

// The small closed sets go through text and back; what is none of their names is refused and changes nothing.
func TestNamesOfClosedSets(t *testing.T) {
	checkNames(t, "maybe", unknown, no, yes)
	checkNames(t, "spoken", rules.Status(0), rules.Decided, rules.ByDefault, rules.Undetermined, rules.Conflicting, rules.Unanswered, rules.Undated)
	checkNames(t, "done", rules.StepState(0), rules.StepSpoke, rules.StepSilent, rules.StepExcepted, rules.StepFactMissing,
		rules.StepOutsideDays, rules.StepPlanned, rules.StepNotPublished, rules.StepSwitchedOff)
	checkNames(t, "dropped", rules.Change(0), rules.Added, rules.Replaced, rules.SwitchedOff, rules.Removed)
	checkNames(t, "word", rules.ArgKind(0), rules.ArgText, rules.ArgNumber, rules.ArgDay, rules.ArgInstant, rules.ArgSpan,
		rules.ArgMoney, rules.ArgDuration, rules.ArgMarket)
	checkNames(t, "rule", rules.AboutKind(0), rules.AboutSet, rules.AboutTimeline, rules.AboutList)
}

type closed interface {
	comparable
	~uint8
	String() string
	MarshalText() ([]byte, error)
}

func checkNames[T closed](t *testing.T, other string, values ...T) {
	t.Helper()
	seen := map[string]bool{}
	for _, v := range values {
		text, err := v.MarshalText()
		if err != nil || string(text) != v.String() || seen[v.String()] || (v.String() == "") != (v == values[0]) {
			t.Errorf("%T %d has the text %q and the name %q (%v)", v, v, text, v, err)
		}
		seen[v.String()] = true
		if back := decode[T](t, `"`+v.String()+`"`); back != v {
			t.Errorf("%T %q reads as %q", v, v, back)
		}
	}
	if beyond := values[len(values)-1] + 1; beyond.String() == "" {
		t.Errorf("%T %d has no text", beyond, beyond)
	} else if _, err := beyond.MarshalText(); !errors.Is(err, terms.ErrName) {
		t.Errorf("%T %d marshals with %v", beyond, beyond, err)
	}
	kept := values[1]
	reader, ok := any(&kept).(interface{ UnmarshalText([]byte) error })
	if !ok {
		t.Fatalf("%T does not read text", kept)
	}
	if err := reader.UnmarshalText([]byte(other)); !errors.Is(err, terms.ErrName) || kept != values[1] {
		t.Errorf("%q gives %q, %v", other, kept, err)
	}
}
