package rules_test

import (
	"reflect"
	"strconv"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

func TestAboutASet(t *testing.T) {
	declared := specOf(
		during("2022-07-11/..", says("test.rule", deny, condA, condB.Not())),
		excepts("test.exception", []rules.ID{"test.rule"}, condB),
		during("pending", says("test.planned", warn)),
		published("../2022-07-11", says("test.superseded", allow)),
		says("test.off", allow),
	)
	declared.Default = allow
	s, err := rules.Must(rules.New(declared)).With(edit{Owner: "Fabrikam", Reason: "r", SwitchOff: []rules.ID{"test.off"}})
	if err != nil {
		t.Fatal(err)
	}
	text := func(id rules.ID) string { return "Rule " + string(id) + " holds." }
	want := rules.About{
		Kind: rules.AboutSet, ID: "test/verdict", Question: "May it be?", Default: "allow", Digest: s.Digest(),
		Facts:      []rules.Fact{{Name: "a", Text: "Is it a?"}, {Name: "b", Text: "Is it b?"}},
		Boundaries: []terms.Day{turn},
		Combine:    rules.CombineInfo{Strongest: []string{"allow", "warn", "deny"}},
		Rules: []rules.RuleInfo{
			{
				ID: "test.rule", Text: text("test.rule"), Span: terms.SpanFrom(turn), Sources: source("T-01"), Says: "deny",
				Clauses: []rules.Clause{{Condition: "a holds", Reads: []string{"a"}}, {Condition: "b holds", Negated: true, Reads: []string{"b"}}},
			},
			{
				ID: "test.exception", Text: text("test.exception"), Span: terms.Always(), Sources: source("T-01"),
				Clauses: []rules.Clause{{Condition: "b holds", Reads: []string{"b"}}}, Excepts: []rules.ID{"test.rule"},
			},
			{ID: "test.planned", Text: text("test.planned"), Span: terms.Pending(), Sources: source("T-01"), Says: "warn", Planned: true},
			{
				ID: "test.superseded", Text: text("test.superseded"), Span: terms.Always(), Published: terms.SpanUntil(turn),
				Sources: source("T-01"), Says: "allow",
			},
			{
				ID: "test.off", Text: text("test.off"), Span: terms.Always(), Sources: source("T-01"), Says: "allow", Off: true,
				Origin: rules.Origin{Owner: "Fabrikam", Change: rules.SwitchedOff, Reason: "r"},
			},
		},
	}
	if got := marshal(t, s.About()); got != marshal(t, want) {
		t.Errorf("it says\n%s\nwant\n%s", got, marshal(t, want))
	}
	for place, want := range []string{"a holds", "not: b holds"} {
		if got := s.About().Rules[0].Clauses[place].String(); got != want {
			t.Errorf("the clause is %q, want %q", got, want)
		}
	}
	known, err := s.AsKnown(turn)
	if err != nil {
		t.Fatal(err)
	}
	if about := known.About(); about.Known != turn || about.Digest == s.Digest() {
		t.Errorf("as known on a day it is known on %v", about.Known)
	}
}

func TestAboutHowAnswersCombine(t *testing.T) {
	pair := func(one, other, gives string) rules.CombinePair {
		return rules.CombinePair{One: one, Other: other, Gives: gives}
	}
	union := func(a, b int) (int, bool) { return a | b, true }
	tests := []struct {
		name    string
		combine rules.Combine[int]
		says    []int
		want    rules.CombineInfo
	}{
		{"rules must agree", rules.One[int], []int{1, 2, 3}, rules.CombineInfo{}},
		{"no Combine is named", nil, []int{1, 2}, rules.CombineInfo{}},
		{"one answer", rules.Strongest(1, 2), []int{1, 1}, rules.CombineInfo{}},
		{"no answer", rules.Strongest(1, 2), []int{0}, rules.CombineInfo{}},
		{"the strongest, whatever the order of the rules", rules.Strongest(3, 1, 2), []int{2, 3, 1}, rules.CombineInfo{Strongest: []string{"3", "1", "2"}}},
		{"an answer that is not listed", rules.Strongest(1, 2), []int{1, 2, 4}, rules.CombineInfo{Strongest: []string{"1", "2"}}},
		{"an answer no rule says", rules.Strongest(1, 2, 3), []int{3, 1}, rules.CombineInfo{Strongest: []string{"1", "3"}}},
		{"the larger, in a function of one's own", func(a, b int) (int, bool) { return max(a, b), true }, []int{5, 9, 7}, rules.CombineInfo{Strongest: []string{"5", "7", "9"}}},
		{
			"a new answer", union,
			[]int{1, 2},
			rules.CombineInfo{Pairs: []rules.CombinePair{pair("1", "2", "3"), pair("1", "3", "3"), pair("2", "3", "3")}},
		},
		{"a new answer that is in a row", union, []int{1, 3, 7}, rules.CombineInfo{Strongest: []string{"1", "3", "7"}}},
		{
			"two rows", func(a, b int) (int, bool) { return max(a, b), a%2 == b%2 },
			[]int{1, 2, 3, 4},
			rules.CombineInfo{Pairs: []rules.CombinePair{pair("1", "3", "3"), pair("2", "4", "4")}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := rules.Spec[facts, int]{ID: "test/sum", Question: "How many?", Combine: tt.combine, Default: 100}
			for i, then := range tt.says {
				s.Rules = append(s.Rules, rules.Rule[facts, int]{
					ID: rules.ID("test." + strconv.Itoa(i)), Text: "It is so.", Span: terms.Always(), Sources: source("T-01"), Then: then,
				})
			}
			if got := rules.Must(rules.New(s)).About().Combine; !reflect.DeepEqual(got, tt.want) {
				t.Errorf("it says %+v, want %+v", got, tt.want)
			}
		})
	}
	if got := new(rules.Set[facts, int]).About().Combine; !reflect.DeepEqual(got, rules.CombineInfo{}) {
		t.Errorf("the zero set says %+v", got)
	}
}

// Two functions that make the same of all answers are the same declaration.
func TestDigestIsOfWhatCombineDoes(t *testing.T) {
	listed := specOf(says("test.a", allow), says("test.b", deny, condA))
	listed.Combine = rules.Strongest(allow, deny)
	own := listed
	own.Combine = func(a, b verdict) (verdict, bool) {
		if a == deny || b == deny {
			return deny, true
		}
		return allow, true
	}
	other := listed
	other.Combine = rules.Strongest(deny, allow)
	digest := rules.Must(rules.New(listed)).Digest()
	if got := rules.Must(rules.New(own)).Digest(); got != digest {
		t.Errorf("the digest is %s with a function that does the same, and was %s", got, digest)
	}
	if got := rules.Must(rules.New(other)).Digest(); got == digest {
		t.Error("the digest is the same with a function that does something else")
	}
}

func TestAboutATimeline(t *testing.T) {
	w := window(t)
	about := w.About()
	if about.Kind != rules.AboutTimeline || about.ID != "test.window" || about.Question != w.Text() || len(about.Figures) != 4 ||
		len(about.Boundaries) != 4 || len(about.Digest) != 64 {
		t.Errorf("it says %+v", about)
	}
	second := about.Figures[1]
	if second.Says != "7" || second.Span != terms.SpanFrom(turn) || len(second.Doubts) != 1 || second.Doubts[0].Says != "30" ||
		second.Doubts[0].Text == "" || second.Doubts[0].Sources[0].Fact != "T-03" || second.Sources[0].Fact != "T-02" {
		t.Errorf("the second figure is %+v", second)
	}
	changed := rules.Must(rules.NewTimeline("test.window", w.Text(), entry("2022-07-11/..", 7)))
	if changed.About().Digest == about.Digest || w.AsKnown(turn).About().Digest == about.Digest {
		t.Error("the digest does not change")
	}
}

// What a set and a timeline say of themselves is the input of a catalogue, which may come from a file.
func TestAboutComesBackFromJSON(t *testing.T) {
	for _, about := range known() {
		text := marshal(t, about)
		if back := marshal(t, decode[rules.About](t, text)); back != text {
			t.Errorf("%s reads as %s", text, back)
		}
	}
}

// An answer is shown as its text, or else as its JSON.
func TestAnswersAsText(t *testing.T) {
	type window struct {
		Days int `json:"days"`
	}
	if got := shown(t, deny); got != "deny" {
		t.Errorf("a verdict is shown as %s", got)
	}
	if got := shown(t, window{7}); got != `{"days":7}` {
		t.Errorf("a window is shown as %s", got)
	}
	if got := shown(t, 7); got != "7" {
		t.Errorf("a number is shown as %s", got)
	}
}

func shown[Out comparable](t *testing.T, then Out) string {
	t.Helper()
	s, err := rules.New(rules.Spec[facts, Out]{
		ID: "test/shown", Question: "How is it shown?",
		Rules: []rules.Rule[facts, Out]{{ID: "test.r", Text: "It is so.", Span: terms.Always(), Sources: source("T-01"), Then: then}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return s.About().Rules[0].Says
}

func TestDigestChangesWithEveryPartOfADeclaration(t *testing.T) {
	fresh := func() spec {
		s := specOf(
			says("test.rule", deny, condA, condB), excepts("test.exception", []rules.ID{"test.rule"}, condC), says("test.else", allow),
		)
		s.Default = warn
		return s
	}
	digest := rules.Must(rules.New(fresh())).Digest()
	if len(digest) != 64 || rules.Must(rules.New(fresh())).Digest() != digest {
		t.Fatalf("the digest of one declaration is %s and something else", digest)
	}
	seen := map[string]string{digest: "nothing"}
	tests := []struct {
		name   string
		change func(*spec)
	}{
		{"the set's id", func(s *spec) { s.ID = "test/other" }},
		{"the question", func(s *spec) { s.Question = "May it?" }},
		{"a fact's name", func(s *spec) { s.Facts[2].Name = "e"; s.Rules[1].If[0].Reads = []string{"e"} }},
		{"a fact's question", func(s *spec) { s.Facts[0].Text = "Really?" }},
		{"the order of facts", func(s *spec) { s.Facts[0], s.Facts[1] = s.Facts[1], s.Facts[0] }},
		{"the default", func(s *spec) { s.Default = allow }},
		{"no default", func(s *spec) { s.Default = 0 }},
		{"the default's text", func(s *spec) { s.DefaultText = "What no rule forbids is warned of." }},
		{"the default's source", func(s *spec) {
			s.DefaultText, s.DefaultSources = "What no rule forbids is warned of.", source("T-01")
		}},
		{"how answers combine", func(s *spec) { s.Combine = rules.Strongest(deny, warn, allow) }},
		{"that answers do not combine", func(s *spec) { s.Combine = nil }},
		{"a rule's id", func(s *spec) { s.Rules[2].ID = "test.other" }},
		{"a text", func(s *spec) { s.Rules[0].Text = "It is otherwise." }},
		{"a span", func(s *spec) { s.Rules[0].Span = terms.SpanFrom(turn) }},
		{"a planned rule", func(s *spec) { s.Rules[0].Span = terms.Pending() }},
		{"the days of publication", func(s *spec) { s.Rules[0].Published = terms.SpanFrom(turn) }},
		{"a source's fact", func(s *spec) { s.Rules[0].Sources[0].Fact = "T-09" }},
		{"a source's document", func(s *spec) { s.Rules[0].Sources[0].Document = "Other terms" }},
		{"a source's section", func(s *spec) { s.Rules[0].Sources[0].Section = "2" }},
		{"a source's address", func(s *spec) { s.Rules[0].Sources[0].Address = "https://example.com/other" }},
		{"the day a source was checked", func(s *spec) { s.Rules[0].Sources[0].Checked = day("2026-11-23") }},
		{"another source", func(s *spec) { s.Rules[0].Sources = append(s.Rules[0].Sources, source("T-02")...) }},
		{"the name of a condition", func(s *spec) { s.Rules[0].If[0].Name = "a is so" }},
		{"what a condition reads", func(s *spec) { s.Rules[0].If[0].Reads = []string{"a", "b"} }},
		{"a negation", func(s *spec) { s.Rules[0].If[0] = s.Rules[0].If[0].Not() }},
		{"one condition less", func(s *spec) { s.Rules[0].If = s.Rules[0].If[:1]; s.Rules[2].If = []condition{condB} }},
		{"the order of conditions", func(s *spec) { s.Rules[0].If[0], s.Rules[0].If[1] = s.Rules[0].If[1], s.Rules[0].If[0] }},
		{"an answer", func(s *spec) { s.Rules[0].Then = warn }},
		{"an answer taken away", func(s *spec) { s.Rules[2].Then = 0 }},
		{"an exception", func(s *spec) { s.Rules[1].Excepts = nil }},
		{"another exception", func(s *spec) { s.Rules[1].Excepts = append(s.Rules[1].Excepts, "test.else") }},
		{"the order of rules", func(s *spec) { s.Rules[0], s.Rules[2] = s.Rules[2], s.Rules[0] }},
		{"a rule more", func(s *spec) { s.Rules = append(s.Rules, says("test.more", deny)) }},
		{"a rule less", func(s *spec) { s.Rules = s.Rules[:2] }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := fresh()
			tt.change(&s)
			made, err := rules.New(s)
			if err != nil {
				t.Fatal(err)
			}
			if before, again := seen[made.Digest()]; again {
				t.Errorf("the digest is that of %s", before)
			}
			seen[made.Digest()] = tt.name
		})
	}
	base := rules.Must(rules.New(fresh()))
	for name, change := range map[string]edit{
		"switched off":           {Owner: "o", Reason: "r", SwitchOff: []rules.ID{"test.rule"}},
		"by another owner":       {Owner: "p", Reason: "r", SwitchOff: []rules.ID{"test.rule"}},
		"for another reason":     {Owner: "o", Reason: "s", SwitchOff: []rules.ID{"test.rule"}},
		"replaced by the same":   {Owner: "o", Reason: "r", Replace: []rule{says("test.rule", deny, condA, condB)}},
		"added by a house, even": {Owner: "o", Reason: "r", Add: []rule{says("test.more", deny)}},
	} {
		made, err := base.With(change)
		if err != nil {
			t.Fatal(err)
		}
		if before, again := seen[made.Digest()]; again {
			t.Errorf("%s: the digest is that of %s", name, before)
		}
		seen[made.Digest()] = name
	}
}
