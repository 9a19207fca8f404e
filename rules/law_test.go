package rules_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// The law of missing facts, and what else must hold for every set, on sets that rapid draws. What is right is worked out
// the slow way: every assignment of the unknown conditions is tried, and a rule is asked whether it speaks by asking all
// that except it.

const (
	mostConditions = 6
	mostRules      = 8
)

// held is how the conditions of a drawn set turn out.
type held [mostConditions]rules.Truth

type (
	lawRule      = rules.Rule[held, int]
	lawSpec      = rules.Spec[held, int]
	lawCondition = rules.Condition[held]
)

// lawDays are those on which spans and publications of drawn rules begin and end.
var lawDays = []terms.Day{day("2020-01-01"), day("2021-01-01"), day("2022-01-01")}

func lawNames(i int) (condition, fact string) {
	return fmt.Sprint("condition ", i), fmt.Sprint("fact.", i/2)
}

func drawCondition(t *rapid.T, i int) lawCondition {
	name, fact := lawNames(i)
	c := lawCondition{Name: name, Reads: []string{fact}, Holds: func(h held) rules.Truth { return h[i] }}
	if rapid.Bool().Draw(t, "negated") {
		return c.Not()
	}
	return c
}

func drawSpan(t *rapid.T, label string) terms.Span {
	if rapid.IntRange(0, 9).Draw(t, label) == 0 {
		return terms.Pending()
	}
	return drawDays(t, label)
}

func drawDays(t *rapid.T, label string) terms.Span {
	ends := rapid.SliceOfNDistinct(rapid.SampledFrom(lawDays), 2, 2, rapid.ID[terms.Day]).Draw(t, label)
	slices.SortFunc(ends, terms.Day.Compare)
	switch rapid.IntRange(1, 9).Draw(t, label) {
	case 1:
		return terms.SpanFrom(ends[0])
	case 2:
		return terms.SpanUntil(ends[1])
	case 3:
		days, err := terms.NewSpan(ends[0], ends[1])
		if err != nil {
			t.Fatal(err)
		}
		return days
	default:
		return terms.Always()
	}
}

func drawRule(t *rapid.T, place int) lawRule {
	r := lawRule{
		ID: rules.ID(fmt.Sprint("law.", place)), Text: "A rule.", Span: drawSpan(t, "span"), Sources: source("T-01"),
		Then: rapid.IntRange(0, 4).Draw(t, "then"),
	}
	if rapid.IntRange(0, 5).Draw(t, "superseded") == 0 {
		r.Published = drawDays(t, "published")
	}
	for _, i := range rapid.SliceOfNDistinct(rapid.IntRange(0, mostConditions-1), 0, 3, rapid.ID[int]).Draw(t, "if") {
		r.If = append(r.If, drawCondition(t, i))
	}
	return r
}

// drawSpec draws a declaration. Exceptions form no cycle, but follow an order of their own.
func drawSpec(t *rapid.T) lawSpec {
	s := lawSpec{ID: "law", Question: "What holds?", Default: rapid.IntRange(0, 4).Draw(t, "default")}
	s.Combine = rapid.SampledFrom([]rules.Combine[int]{
		nil, rules.Strongest(1, 2, 3, 4), rules.Strongest(3, 1), func(a, b int) (int, bool) { return a | b, true },
	}).Draw(t, "combine")
	n := rapid.IntRange(1, mostRules).Draw(t, "rules")
	for place := range n {
		s.Rules = append(s.Rules, drawRule(t, place))
	}
	rank := make([]int, n)
	for i := range rank {
		rank[i] = i
	}
	rank = rapid.Permutation(rank).Draw(t, "rank")
	for i := range n {
		for j := range n {
			if rank[i] < rank[j] && rapid.IntRange(0, 4).Draw(t, "excepts") == 0 {
				s.Rules[i].Excepts = append(s.Rules[i].Excepts, s.Rules[j].ID)
			}
		}
	}
	for f := range mostConditions / 2 {
		name := fmt.Sprint("fact.", f)
		reads := func(c lawCondition) bool { return slices.Contains(c.Reads, name) }
		if slices.ContainsFunc(s.Rules, func(r lawRule) bool { return slices.ContainsFunc(r.If, reads) }) {
			s.Facts = append(s.Facts, rules.Fact{Name: name, Text: "Does it hold?"})
		}
	}
	return s
}

func drawHeld(t *rapid.T) held {
	var h held
	for i := range h {
		h[i] = rapid.SampledFrom([]rules.Truth{unknown, no, yes}).Draw(t, "held")
	}
	return h
}

// oracle works out what a declaration says, without the engine.
type oracle struct {
	spec  lawSpec
	day   terms.Day
	known terms.Day
}

// outcome is an answer, or why there is none.
type outcome struct {
	out      int
	conflict bool
}

func (o *oracle) governs(r *lawRule) bool {
	_, ends := r.Published.Until()
	switch {
	case r.Published.IsZero():
	case o.known.IsZero() && ends:
		return false
	case !o.known.IsZero() && !r.Published.Contains(o.known):
		return false
	}
	return r.Span.Contains(o.day)
}

// speaks says whether a rule speaks where every condition is known.
func (o *oracle) speaks(r *lawRule, h held) bool {
	if !o.governs(r) {
		return false
	}
	for _, c := range r.If {
		if (c.Holds(h) == yes) == c.IsNegated() {
			return false
		}
	}
	for i := range o.spec.Rules {
		if other := &o.spec.Rules[i]; slices.Contains(other.Excepts, r.ID) && o.speaks(other, h) {
			return false
		}
	}
	return true
}

func (o *oracle) outcome(h held) outcome {
	combine := o.spec.Combine
	if combine == nil {
		combine = rules.One[int]
	}
	result := outcome{}
	for i := range o.spec.Rules {
		r := &o.spec.Rules[i]
		if r.Then == 0 || !o.speaks(r, h) || result.conflict {
			continue
		}
		if result.out == 0 {
			result.out = r.Then
			continue
		}
		both, ok := combine(result.out, r.Then)
		if result.out = both; !ok {
			result = outcome{conflict: true}
		}
	}
	if result == (outcome{}) {
		result.out = o.spec.Default
	}
	return result
}

// each gives every assignment of the unknown conditions.
func each(h held) []held {
	all := []held{h}
	for i := range h {
		if h[i] != unknown {
			continue
		}
		for _, one := range slices.Clone(all) {
			one[i] = yes
			all = append(all, one)
		}
		for n := range all[:len(all)/2] {
			all[n][i] = no
		}
	}
	return all
}

// law gives the one outcome there can be, and the facts that could change it if there are several.
func (o *oracle) law(h held) (outcome, []string) {
	facts := map[string]bool{}
	for _, one := range each(h) {
		for i := range h {
			flipped := one
			flipped[i] = one[i].Not()
			if h[i] == unknown && o.outcome(one) != o.outcome(flipped) {
				_, fact := lawNames(i)
				facts[fact] = true
			}
		}
	}
	var missing []string
	for _, f := range o.spec.Facts {
		if facts[f.Name] {
			missing = append(missing, f.Name)
		}
	}
	return o.outcome(each(h)[0]), missing
}

// drawQuestion draws a set, perhaps as it was known on a day, and a question for it.
func drawQuestion(t *rapid.T) (*rules.Set[held, int], oracle, held) {
	s := drawSpec(t)
	set, err := rules.New(s)
	if err != nil {
		t.Fatal(err)
	}
	days := slices.Clone(lawDays)
	for _, d := range lawDays {
		days = append(days, d.AddDays(-1), d.AddDays(1))
	}
	o := oracle{spec: s, day: rapid.SampledFrom(days).Draw(t, "day")}
	if rapid.IntRange(0, 3).Draw(t, "asKnown") == 0 {
		o.known = rapid.SampledFrom(days).Draw(t, "known")
		if set, err = set.AsKnown(o.known); err != nil {
			t.Fatal(err)
		}
	}
	return set, o, drawHeld(t)
}

func TestLawOfMissingFacts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		set, o, h := drawQuestion(t)
		want, missing := o.law(h)
		got, err := set.Decide(o.day, h)
		failed := &rules.DecisionError{}
		errors.As(err, &failed)
		switch {
		case len(missing) > 0:
			if got != 0 || !errors.Is(err, rules.ErrUndetermined) || !slices.Equal(failed.Missing, missing) {
				t.Fatalf("decides %v, %v; missing are %v", got, err, missing)
			}
		case want.conflict:
			if got != 0 || !errors.Is(err, rules.ErrConflict) {
				t.Fatalf("decides %v, %v; want a conflict", got, err)
			}
			checkConflict(t, &o, failed.Rules)
		case want.out == 0:
			if got != 0 || !errors.Is(err, rules.ErrNoRule) {
				t.Fatalf("decides %v, %v; no rule answers", got, err)
			}
		default:
			if err != nil || got != want.out {
				t.Fatalf("decides %v, %v; want %d", got, err, want.out)
			}
		}
	})
}

// checkConflict fails unless answers of the rules named do not go together.
func checkConflict(t *rapid.T, o *oracle, named []rules.ID) {
	combine := o.spec.Combine
	if combine == nil {
		combine = rules.One[int]
	}
	for _, a := range o.spec.Rules {
		for _, b := range o.spec.Rules {
			if slices.Contains(named, a.ID) && slices.Contains(named, b.ID) {
				if _, ok := combine(a.Then, b.Then); !ok {
					return
				}
			}
		}
	}
	t.Fatalf("%v go together", named)
}

func TestDecideExplainAndTraceAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		set, o, h := drawQuestion(t)
		out, err := set.Decide(o.day, h)
		d, traced := set.Explain(o.day, h), set.Trace(o.day, h)
		if d.Outcome != out || fmt.Sprint(d.Err()) != fmt.Sprint(err) || (d.Status == rules.Decided || d.Status == rules.ByDefault) != (err == nil) {
			t.Fatalf("decides %v, %v and explains %v, %v", out, err, d, d.Err())
		}
		text, err := json.Marshal(traced)
		var back rules.Decision[int]
		if wrong := terms.Decode(bytes.NewReader(text), &back); err != nil || wrong != nil || !back.Equal(traced) {
			t.Fatalf("%s (%v) reads as %+v, %v", text, err, back, wrong)
		}
		steps := traced.Trace
		if traced.Trace = nil; !traced.Equal(d) || len(steps) != len(o.spec.Rules) {
			t.Fatalf("explains %+v and traces %+v", d, traced)
		}
		checkFindings(t, d, steps)
		for i := range steps {
			checkStep(t, &o, h, &o.spec.Rules[i], steps[i])
		}
		if d.Status == rules.Decided {
			checkReasons(t, &o, d)
		}
	})
}

// checkFindings fails unless the findings are rules that spoke, or wait where that is said.
func checkFindings(t *rapid.T, d rules.Decision[int], steps []rules.Step) {
	state := map[rules.ID]rules.StepState{}
	for _, s := range steps {
		state[s.Rule] = s.State
	}
	for _, f := range d.Findings {
		want := rules.StepSpoke
		if len(f.Awaits) > 0 {
			want = rules.StepFactMissing
		}
		if state[f.Rule] != want {
			t.Fatalf("the finding %+v has the step %v", f, state[f.Rule])
		}
	}
}

// checkStep holds the reason given for a rule against all assignments of what is unknown.
func checkStep(t *rapid.T, o *oracle, h held, r *lawRule, step rules.Step) {
	speaks, silent := true, true
	for _, one := range each(h) {
		if o.speaks(r, one) {
			silent = false
		} else {
			speaks = false
		}
	}
	complete := !slices.Contains(h[:], unknown)
	var sound bool
	switch step.State {
	case rules.StepSpoke:
		sound = speaks
	case rules.StepSilent, rules.StepExcepted:
		sound = silent && o.governs(r) && (step.Condition != "" || step.By != "")
	case rules.StepFactMissing:
		sound = !complete && len(step.Facts) > 0
	case rules.StepPlanned:
		sound = r.Span.IsPending()
	case rules.StepNotPublished:
		sound = step.Span == r.Published && !o.governs(r)
	case rules.StepOutsideDays:
		sound = step.Span == r.Span && !r.Span.Contains(o.day)
	case rules.StepSwitchedOff:
	}
	if step.Rule != r.ID || !sound || complete && speaks != (step.State == rules.StepSpoke) {
		t.Fatalf("the step is %+v; the rule always speaks %v, never %v", step, speaks, silent)
	}
}

// checkReasons fails unless the answers of the findings combine to the outcome.
func checkReasons(t *rapid.T, o *oracle, d rules.Decision[int]) {
	combine := o.spec.Combine
	if combine == nil {
		combine = rules.One[int]
	}
	sum := 0
	for _, f := range d.Findings {
		switch {
		case f.Says == 0:
		case sum == 0:
			sum = f.Says
		default:
			both, ok := combine(sum, f.Says)
			if !ok {
				t.Fatalf("the findings %+v do not go together", d.Findings)
			}
			sum = both
		}
	}
	if sum != d.Outcome {
		t.Fatalf("the findings %+v give %d, and the decision %d", d.Findings, sum, d.Outcome)
	}
}

// The order in which rules, their conditions and their exceptions are declared changes no answer, no missing fact and no
// reason, only the order in which they are listed.
func TestOrderOfDeclarationChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		set, o, h := drawQuestion(t)
		shuffled := o.spec
		shuffled.Rules = rapid.Permutation(o.spec.Rules).Draw(t, "order")
		for i := range shuffled.Rules {
			r := &shuffled.Rules[i]
			r.If = rapid.Permutation(slices.Clone(r.If)).Draw(t, "conditions")
			r.Excepts = rapid.Permutation(slices.Clone(r.Excepts)).Draw(t, "excepts")
		}
		other, err := rules.New(shuffled)
		if err == nil && !o.known.IsZero() {
			other, err = other.AsKnown(o.known)
		}
		if err != nil {
			t.Fatal(err)
		}
		a, b := set.Explain(o.day, h), other.Explain(o.day, h)
		byRule := func(x, y rules.Finding[int]) int { return cmp.Compare(x.Rule, y.Rule) }
		slices.SortFunc(a.Findings, byRule)
		slices.SortFunc(b.Findings, byRule)
		if b.Digest = a.Digest; !a.Equal(b) {
			t.Fatalf("decides %+v, and in another order %+v", a, b)
		}
		x, errX := set.Decide(o.day, h)
		y, errY := other.Decide(o.day, h)
		if x != y || (errX == nil) != (errY == nil) {
			t.Fatalf("decides %v, %v, and in another order %v, %v", x, errX, y, errY)
		}
	})
}

// Between two boundaries nothing changes, and what is needed is what the rules of the day read.
func TestNothingChangesBetweenBoundaries(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		set, o, h := drawQuestion(t)
		days := append([]terms.Day{day("0001-01-02")}, set.Boundaries()...)
		for i, from := range days {
			last := day("9999-12-31")
			if i+1 < len(days) {
				last = days[i+1].AddDays(-1)
			}
			a, errA := set.Decide(from, h)
			b, errB := set.Decide(last, h)
			if a != b || (errA == nil) != (errB == nil) {
				t.Fatalf("decides %v, %v on %s and %v, %v on %s", a, errA, from, b, errB, last)
			}
			o.day = from
			if got, want := set.Needs(from), o.needs(); !slices.Equal(got, want) {
				t.Fatalf("needs %v on %s, want %v", got, from, want)
			}
		}
	})
}

func (o *oracle) needs() []string {
	var needs []string
	for _, f := range o.spec.Facts {
		for i := range o.spec.Rules {
			r := &o.spec.Rules[i]
			reads := func(c lawCondition) bool { return slices.Contains(c.Reads, f.Name) }
			if o.governs(r) && slices.ContainsFunc(r.If, reads) {
				needs = append(needs, f.Name)
				break
			}
		}
	}
	return needs
}
