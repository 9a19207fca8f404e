package rules_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// seats is the window for seats: 72 hours from 10 January 2022 on, then seven days. The change was announced on 17 March
// 2022 and reached back to what was bought from the 12th on.
func seats() *set {
	return setOf(
		published("../2022-03-17", during("2022-01-10/..", says("seats.72h", warn))),
		published("2022-03-17/..", during("2022-01-10/2022-03-12", says("seats.72h.ended", warn))),
		published("2022-03-17/..", during("2022-03-12/..", says("seats.7days", allow))),
		published("../2022-01-01", says("seats.draft", deny)),
	)
}

func TestKnowledgeTime(t *testing.T) {
	tests := []struct{ name, known, bought, want string }{
		{"now, the day before the days it reaches back to", "", "2022-03-11", "warn"},
		{"now, the first of them", "", "2022-03-12", "allow"},
		{"now, the day after", "", "2022-03-13", "allow"},
		{"the day before the announcement, bought on the 12th", "2022-03-16", "2022-03-12", "warn"},
		{"the day of the announcement, bought on the 12th", "2022-03-17", "2022-03-12", "allow"},
		{"the day after the announcement, bought on the 11th", "2022-03-18", "2022-03-11", "warn"},
		{"before the announcement, bought after it", "2022-03-16", "2022-04-01", "warn"},
		{"before there was a window", "2022-01-09", "2022-01-09", "no rule"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := seats()
			if tt.known != "" {
				then, err := s.AsKnown(day(tt.known))
				if err != nil {
					t.Fatal(err)
				}
				s = then
			}
			if got := asked(s, day(tt.bought), facts{}); got != tt.want || s.KnownOn().String() != tt.known {
				t.Errorf("decides %s as known on %q", got, s.KnownOn())
			}
			if d := s.Trace(day(tt.bought), facts{}); d.Known != s.KnownOn() || len(d.Trace) != 4 || d.Trace[3].State != rules.StepNotPublished {
				t.Errorf("traces %+v", d)
			}
		})
	}
}

func TestBoundariesAsKnown(t *testing.T) {
	s := seats()
	if want := []terms.Day{day("2022-01-10"), day("2022-03-12")}; !slices.Equal(s.Boundaries(), want) {
		t.Errorf("boundaries %v, want %v", s.Boundaries(), want)
	}
	then, err := s.AsKnown(day("2022-03-16"))
	if err != nil {
		t.Fatal(err)
	}
	if want := []terms.Day{day("2022-01-10")}; !slices.Equal(then.Boundaries(), want) {
		t.Errorf("boundaries as known before: %v, want %v", then.Boundaries(), want)
	}
}

// The day of a decision's wording is not given for the present wording, and brings back that one.
func TestAsKnownWhenADecisionWasMade(t *testing.T) {
	s, bought := seats(), day("2022-03-12")
	then := rules.Must(s.AsKnown(day("2022-03-16")))
	for name, from := range map[string]*set{"the present set": s, "a set as it was known": then} {
		for _, asked := range []*set{s, then} {
			d := asked.Explain(bought, facts{})
			back, err := from.AsKnown(d.Known)
			if err != nil || !back.Explain(bought, facts{}).Equal(d) || back.Digest() != d.Digest {
				t.Errorf("from %s, as known on %q: %+v, %v", name, d.Known, back.Explain(bought, facts{}), err)
			}
		}
	}
}

// What a house adds it has always known, and what it changes it changes in every wording.
func TestAHouseAsKnown(t *testing.T) {
	house, err := seats().With(edit{Owner: "Fabrikam", Reason: "r", Add: []rule{says("house.rule", deny)}, SwitchOff: []rules.ID{"seats.72h"}})
	if err != nil {
		t.Fatal(err)
	}
	then, err := house.AsKnown(day("2022-03-16"))
	if err != nil {
		t.Fatal(err)
	}
	if d := then.Explain(day("2022-03-12"), facts{}); d.Outcome != deny || ids(d) != "house.rule" || d.Known != day("2022-03-16") {
		t.Errorf("explains %+v", d)
	}
	again, err := then.With(edit{Owner: "Contoso", Reason: "r", SwitchOff: []rules.ID{"house.rule"}})
	if err != nil || again.KnownOn() != day("2022-03-16") || asked(again, day("2022-03-12"), facts{}) != "no rule" {
		t.Errorf("a house of a house decides %s as known on %v, %v", asked(again, day("2022-03-12"), facts{}), again.KnownOn(), err)
	}
}

func TestRulesOfASet(t *testing.T) {
	s := setOf(says("test.rule", deny, condA.Not()), during("pending", says("test.planned", warn)), published("../2022-01-01", says("test.old", allow)))
	var list []string
	for r := range s.Rules() {
		line := string(r.ID)
		if r.IsPlanned() {
			line += " planned"
		}
		if len(r.If) > 0 && r.If[0].IsNegated() {
			line += " " + r.If[0].Clause()
		}
		list = append(list, line)
	}
	if got := strings.Join(list, ", "); got != "test.rule not: a holds, test.planned planned, test.old" {
		t.Errorf("the rules are %s", got)
	}
	for r := range s.Rules() {
		if r.ID != "test.rule" {
			t.Errorf("goes on to %s", r.ID)
		}
		break
	}
	if s.ID() != "test/verdict" || s.Question() != "May it be?" {
		t.Errorf("it is %s: %s", s.ID(), s.Question())
	}
}
