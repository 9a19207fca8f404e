package rules_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A list of these tests is letters on which a sale is barred, as a package that owns one keeps it.
type list struct {
	entries []string
	origin  rules.Origin
}

func (l list) about() rules.About {
	return rules.About{Kind: rules.AboutList, ID: "test.barred", Question: "Barred.", Entries: l.entries, Origin: l.origin}
}

func (l list) with(t *testing.T, o rules.Overlay) list {
	t.Helper()
	entries, origin, err := rules.ChangeList(o, "test.barred", l.entries, func(text string) (string, error) { return text, nil })
	if err != nil {
		t.Fatal(err)
	}
	return list{entries, origin}
}

type sale struct {
	Letter string
	A      rules.Truth
}

type (
	saleRule      = rules.Rule[sale, verdict]
	saleCondition = rules.Condition[sale]
	saleSet       = rules.Set[sale, verdict]
)

// isBarred looks into a list.
func isBarred(l list) saleCondition {
	return saleCondition{
		Name: "letter is barred", Reads: []string{"letter"}, Uses: []rules.Use{l.about().Use()},
		Holds: func(s sale) rules.Truth { return rules.Given(s.Letter != "", slices.Contains(l.entries, s.Letter)) },
	}
}

func barredLetters() list { return list{entries: []string{"X", "Y"}} }

func sales(t *testing.T, l list) *saleSet {
	t.Helper()
	barred := isBarred(l)
	isA := saleCondition{Name: "a holds", Reads: []string{"a"}, Holds: func(s sale) rules.Truth { return s.A }}
	r := func(id rules.ID, then verdict, conditions ...saleCondition) saleRule {
		return saleRule{ID: id, Text: "Rule " + string(id) + " holds.", Span: terms.Always(), Sources: source("T-01"), If: conditions, Then: then}
	}
	ended := r("test.ended", deny, barred)
	ended.Span = terms.SpanUntil(turn)
	made, err := rules.New(rules.Spec[sale, verdict]{
		ID: "test/sale", Question: "May it be sold?", Combine: rules.Strongest(allow, warn, deny),
		Facts: []rules.Fact{{Name: "letter", Text: "Which letter?"}, {Name: "a", Text: "Is it a?"}},
		Rules: []saleRule{
			r("test.barred.rule", deny, barred), r("test.other", allow, barred.Not()), r("test.plain", warn, isA), ended,
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func change(add, remove []string) rules.Overlay {
	return rules.Overlay{Owner: "Fabrikam", Reason: "contract", Lists: []rules.ListChange{{List: "test.barred", Add: add, Remove: remove}}}
}

// What a condition looks into is part of the set: a change of it changes the digest, and every decision of a rule that looks
// into it says who changed it.
func TestADecisionNamesWhoChangedAList(t *testing.T) {
	origin := rules.Origin{Owner: "Fabrikam", Change: rules.Replaced, Reason: "contract"}
	both := []rules.ChangedRule{{Rule: "test.barred.rule", Uses: "test.barred", Origin: origin}, {Rule: "test.other", Uses: "test.barred", Origin: origin}}
	tests := []struct {
		name   string
		change *rules.Overlay
		letter string
		want   verdict
		by     rules.ID
		origin rules.Origin // of what the finding's rule used
	}{
		{"published, on the list", nil, "X", deny, "test.barred.rule", rules.Origin{}},
		{"published, not on it", nil, "Z", allow, "test.other", rules.Origin{}},
		{"an entry that was added", new(change([]string{"Z"}, nil)), "Z", deny, "test.barred.rule", origin},
		{"an entry that was removed", new(change(nil, []string{"X"})), "X", allow, "test.other", origin},
		{"an entry beside those that were changed", new(change([]string{"Z"}, []string{"X"})), "Y", deny, "test.barred.rule", origin},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			published := sales(t, barredLetters())
			s, l := published, barredLetters()
			var want []rules.ChangedRule
			if tt.change != nil {
				l = l.with(t, *tt.change)
				house, err := published.WithConditions(isBarred(l))
				if err != nil {
					t.Fatal(err)
				}
				s, want = house, both
			}
			d := s.Explain(turn, sale{tt.letter, no})
			if d.Outcome != tt.want || len(d.Findings) != 1 || d.Findings[0].Rule != tt.by || !slices.Equal(d.Changed, want) {
				t.Fatalf("explains %+v", d)
			}
			used := rules.Use{ID: "test.barred", Digest: l.about().Use().Digest, Origin: tt.origin}
			if f := d.Findings[0]; !slices.Equal(f.Uses, []rules.Use{used}) || !f.Origin.IsZero() {
				t.Errorf("the finding %+v uses %+v, want %+v", f, f.Uses, used)
			}
			if (s.Digest() == published.Digest()) != (tt.change == nil) {
				t.Errorf("the digest was %s and is %s", published.Digest(), s.Digest())
			}
			if out, err := s.Decide(turn, sale{tt.letter, no}); out != tt.want || err != nil {
				t.Errorf("decides %v, %v", out, err)
			}
			if back := decode[decision](t, marshal(t, d)); !back.Equal(d) {
				t.Errorf("reads back as %+v", back)
			}
			if out, err := published.Decide(turn, sale{"Z", no}); out != allow || err != nil {
				t.Errorf("the published set decides %v, %v", out, err)
			}
		})
	}
}

// Two conditions of a rule that look into one list make one use, and one change.
func TestARuleUsesAListOnce(t *testing.T) {
	origin := rules.Origin{Owner: "Fabrikam", Change: rules.Replaced, Reason: "contract"}
	use := (list{[]string{"X"}, origin}).about().Use()
	first, second := condA, condB
	first.Uses, second.Uses = []rules.Use{use}, []rules.Use{use}
	d := setOf(says("test.rule", deny, first, second)).Explain(turn, facts{A: yes, B: yes})
	if want := []rules.ChangedRule{{Rule: "test.rule", Uses: "test.barred", Origin: origin}}; !slices.Equal(d.Changed, want) {
		t.Errorf("the changes are %+v", d.Changed)
	}
	if want := []rules.Use{use}; len(d.Findings) != 1 || !slices.Equal(d.Findings[0].Uses, want) {
		t.Errorf("the findings are %+v", d.Findings)
	}
}

func TestDigestIsOfWhatConditionsUse(t *testing.T) {
	seen := map[string]string{}
	for name, l := range map[string]list{
		"as published":             barredLetters(),
		"an entry more":            barredLetters().with(t, change([]string{"Z"}, nil)),
		"another entry more":       barredLetters().with(t, change([]string{"W"}, nil)),
		"the same by another":      {[]string{"X", "Y", "Z"}, rules.Origin{Owner: "Contoso", Change: rules.Replaced, Reason: "contract"}},
		"the same by nobody":       {[]string{"X", "Y", "Z"}, rules.Origin{}},
		"an entry less":            barredLetters().with(t, change(nil, []string{"Y"})),
		"the entries another way":  {[]string{"Y", "X"}, rules.Origin{}},
		"nothing":                  {},
		"changed, and as it was":   {[]string{"X", "Y"}, rules.Origin{Owner: "Fabrikam", Change: rules.Replaced, Reason: "r"}},
		"as it was, by two owners": {[]string{"X", "Y"}, rules.Origin{Owner: "Contoso", Change: rules.Replaced, Reason: "r"}},
	} {
		s, err := sales(t, list{entries: []string{"Q"}}).WithConditions(isBarred(l))
		if err != nil {
			t.Fatal(err)
		}
		if before, again := seen[s.Digest()]; again {
			t.Errorf("%s: the digest is that of %s", name, before)
		}
		seen[s.Digest()] = name
		if declared := sales(t, l); declared.Digest() != s.Digest() || marshal(t, declared.About()) != marshal(t, s.About()) {
			t.Errorf("%s: a set declared so is another than one changed to it", name)
		}
	}
}

// Everything else that a set is and was made of stays.
func TestWithConditionsKeepsTheRest(t *testing.T) {
	base := rules.Must(sales(t, barredLetters()).With(rules.Edit[sale, verdict]{
		Owner: "Contoso", Reason: "r", SwitchOff: []rules.ID{"test.other"},
		Replace: []saleRule{{
			ID: "test.plain", Text: "It is so.", Span: terms.Always(), Sources: source("T-02"), Then: allow, If: []saleCondition{isBarred(barredLetters()).Not()},
		}},
	}))
	base = rules.Must(base.AsKnown(turn))
	l := barredLetters().with(t, change([]string{"Z"}, nil))
	s, err := base.WithConditions(isBarred(l), saleCondition{Name: "a condition an edit took away"})
	if err != nil {
		t.Fatal(err)
	}
	var changed []string
	for _, c := range s.Explain(turn, sale{Letter: "Q"}).Changed {
		changed = append(changed, strings.TrimSpace(string(c.Rule)+" "+c.Uses)+" by "+c.Origin.Owner)
	}
	want := []string{"test.barred.rule test.barred by Fabrikam", "test.other by Contoso", "test.plain by Contoso", "test.plain test.barred by Fabrikam"}
	if !slices.Equal(changed, want) || s.KnownOn() != turn || s.ID() != base.ID() {
		t.Errorf("%s as known on %s was changed by %q", s.ID(), s.KnownOn(), changed)
	}
	if out, err := s.Decide(turn, sale{Letter: "Q"}); out != allow || err != nil {
		t.Errorf("the replaced rule, negated, says %v, %v", out, err)
	}
	if out, err := s.Decide(turn, sale{Letter: "Z"}); out != deny || err != nil {
		t.Errorf("the rule whose list was changed says %v, %v", out, err)
	}

	type large struct{ Sale sale }
	lifted := rules.Must(rules.Lift(s, func(in large) sale { return in.Sale }))
	if d := lifted.Trace(turn, large{sale{Letter: "Z"}}); !d.Equal(s.Trace(turn, sale{Letter: "Z"})) || lifted.Digest() != s.Digest() {
		t.Errorf("lifted it gives %+v", d)
	}
	for name, same := range map[string]*saleSet{"none": rules.Must(base.WithConditions()), "one that is the same": rules.Must(base.WithConditions(isBarred(barredLetters())))} {
		if same.Digest() != base.Digest() {
			t.Errorf("with %s it is another", name)
		}
	}
}

// A condition may look into a figure as well. The last who changed a figure of it is named.
func TestAConditionThatUsesATimeline(t *testing.T) {
	limit := rules.Must(rules.NewTimeline("test.limit", "How many copies.", entry("2022-07-11/..", 3), entry("../2022-07-11", 2)))
	isAbove := func(limit rules.Timeline[int]) rules.Condition[int] {
		return rules.Condition[int]{
			Name: "more copies than the limit", Reads: []string{"copies"}, Uses: []rules.Use{limit.About().Use()},
			Holds: func(copies int) rules.Truth {
				r, err := limit.On(turn)
				return rules.Given(copies > 0 && err == nil, copies > r.Value)
			},
		}
	}
	published := rules.Must(rules.New(rules.Spec[int, verdict]{
		ID: "test/copies", Question: "May they be sold?", Facts: []rules.Fact{{Name: "copies", Text: "How many?"}}, Default: allow,
		Rules: []rules.Rule[int, verdict]{{
			ID: "test.copies", Text: "More are denied.", Span: terms.Always(), Sources: source("T-01"), If: []rules.Condition[int]{isAbove(limit)}, Then: deny,
		}},
	}))
	if use := limit.About().Use(); use != (rules.Use{ID: "test.limit", Digest: limit.About().Digest}) {
		t.Errorf("published it is used as %+v", use)
	}
	for _, owner := range []string{"Contoso", "Fabrikam"} {
		limit = rules.Must(limit.Apply(rules.Overlay{Owner: owner, Reason: "r", Figures: []rules.Figure{
			{Timeline: "test.limit", Span: terms.SpanFrom(turn), Value: []byte("5")},
		}}))
	}
	house := rules.Must(published.WithConditions(isAbove(limit)))
	for copies, want := range map[int][2]verdict{3: {allow, allow}, 4: {deny, allow}, 5: {deny, allow}, 6: {deny, deny}} {
		was, got := published.Explain(turn, copies), house.Explain(turn, copies)
		if was.Outcome != want[0] || got.Outcome != want[1] {
			t.Errorf("of %d copies the published set says %v, the house %v", copies, was.Outcome, got.Outcome)
		}
		if was.Changed != nil || len(got.Changed) != 1 || got.Changed[0].Uses != "test.limit" || got.Changed[0].Origin.Owner != "Fabrikam" {
			t.Errorf("of %d copies %+v was changed, in the house %+v", copies, was.Changed, got.Changed)
		}
	}
}

func TestWithConditionsRefuses(t *testing.T) {
	tests := []struct {
		name    string
		change  func(*saleCondition)
		problem string
	}{
		{"it reads another fact", func(c *saleCondition) { c.Reads = []string{"a"} }, `reads ["letter"] and uses ["test.barred"], and the new one reads ["a"]`},
		{"it uses nothing", func(c *saleCondition) { c.Uses = nil }, `and the new one reads ["letter"] and uses []; want the same, and a list`},
		{"it uses another list", func(c *saleCondition) { c.Uses[0].ID = "test.bared" }, `uses ["test.bared"]`},
		{"it uses one more", func(c *saleCondition) { c.Uses = append(c.Uses, rules.Use{ID: "test.more", Digest: "x"}) }, `uses ["test.barred" "test.more"]`},
		{"what it uses is not said", func(c *saleCondition) { c.Uses[0].Digest = "" }, "want what About.Use gives of a list or timeline"},
		{"it has no test", func(c *saleCondition) { c.Holds = nil }, "want a name, the facts it reads, and a test"},
		{
			"a condition that uses nothing is another", func(c *saleCondition) { c.Name, c.Reads, c.Uses = "a holds", []string{"a"}, nil },
			`the condition "a holds" reads ["a"] and uses [], and the new one reads ["a"] and uses []`,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := isBarred(barredLetters())
			tt.change(&c)
			made, err := sales(t, barredLetters()).WithConditions(c)
			if made != nil || !errors.Is(err, rules.ErrSpec) || !strings.Contains(err.Error(), tt.problem) {
				t.Errorf("gives %v, %v", made, err)
			}
		})
	}
}

func TestNewRefusesUses(t *testing.T) {
	tests := []struct {
		name    string
		change  func(*saleRule)
		problem string
	}{
		{"without id", func(r *saleRule) { r.If[0].Uses[0].ID = "" }, `the condition "letter is barred" uses {ID: Digest:`},
		{"without digest", func(r *saleRule) { r.If[0].Uses[0].Digest = "" }, "want what About.Use gives of a list or timeline"},
		{"that differ under one name", func(r *saleRule) { r.If[0] = isBarred(list{}) }, `the condition "letter is barred" uses [{ID:test.barred`},
		{"that are missing under one name", func(r *saleRule) { r.If[0].Uses = nil }, "elsewhere"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := sales(t, barredLetters())
			declared := rules.Spec[sale, verdict]{ID: s.ID(), Question: s.Question(), Facts: s.Facts(), Rules: slices.Collect(s.Rules())}
			if _, err := rules.New(declared); err != nil {
				t.Fatal(err)
			}
			tt.change(&declared.Rules[1])
			if _, err := rules.New(declared); !errors.Is(err, rules.ErrSpec) || !strings.Contains(err.Error(), tt.problem) {
				t.Errorf("gives %v", err)
			}
		})
	}
}

func TestWhatAConditionUsesIsTheSetsOwn(t *testing.T) {
	c := isBarred(barredLetters())
	s := rules.Must(sales(t, barredLetters()).WithConditions(c))
	about := marshal(t, s.About())
	c.Uses[0].ID = "x"
	s.About().Rules[0].Clauses[0].Uses[0].ID = "x"
	s.Explain(turn, sale{"X", no}).Findings[0].Uses[0].ID = "x"
	for r := range s.Rules() {
		r.If[0].Reads[0] = "x"
	}
	if got := marshal(t, s.About()); got != about {
		t.Errorf("the set has become %s", got)
	}
}
