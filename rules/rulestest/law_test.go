package rulestest_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

// The law of missing facts is tried out on sets of all shapes. Each fact has a condition or two, and rules name them,
// except each other and come and go at random; what else the sets lack does not matter here.
func TestTheEngineKeepsTheLaw(t *testing.T) {
	const sets = 300
	questions := map[rulestest.Kind]int{}
	for seed := range uint64(sets) {
		set, samples := randomSet(rand.New(rand.NewPCG(seed, 0)))
		for _, p := range rulestest.Problems(set, samples) {
			questions[p.Kind]++
			switch p.Kind {
			case rulestest.MissingFacts, rulestest.WrongAnswer, rulestest.PlannedSpeaks, rulestest.TooMany, rulestest.Unproven,
				rulestest.Presumes, rulestest.StaysUnknown, rulestest.ReadsMore, rulestest.Unsteady, rulestest.NotSampled:
				t.Fatalf("seed %d: %s", seed, p)
			default:
			}
		}
	}
	for _, kind := range []rulestest.Kind{rulestest.Gap, rulestest.Conflict, rulestest.NeverReached, rulestest.AlwaysExcepted} {
		if questions[kind] == 0 {
			t.Errorf("the sets are too tame: none has a problem of the kind %s", kind)
		}
	}
}

type situation struct{ Facts [5]uint8 }

func randomSet(r *rand.Rand) (*rules.Set[situation, int], rulestest.Samples[situation]) {
	facts := 1 + r.IntN(5)
	s := rules.Spec[situation, int]{ID: "random", Question: "Which number?"}
	switch r.IntN(3) {
	case 0:
		s.Combine = rules.Strongest(1, 2, 3)
	case 1:
		s.Combine = func(a, b int) (int, bool) { return a | b, true }
	}
	if r.IntN(2) == 0 {
		s.Default = 1
	}
	read := map[int]bool{}
	for n := range 1 + r.IntN(8) {
		rule := rules.Rule[situation, int]{
			ID: rules.ID(fmt.Sprint("rule ", n)), Text: "A test.", Span: randomSpan(r), Sources: source(""), Then: r.IntN(4),
		}
		wanted := map[string]bool{}
		for range r.IntN(4) {
			fact := r.IntN(facts)
			c := randomCondition(fact, uint8(1+r.IntN(2)))
			if !wanted[c.Name] {
				wanted[c.Name], read[fact] = true, true
				if r.IntN(2) == 0 {
					c = c.Not()
				}
				rule.If = append(rule.If, c)
			}
		}
		for _, other := range s.Rules {
			if r.IntN(4) == 0 {
				rule.Excepts = append(rule.Excepts, other.ID)
			}
		}
		s.Rules = append(s.Rules, rule)
	}
	var dimensions []rulestest.Dimension[situation]
	for fact := range facts {
		if read[fact] {
			name := fmt.Sprint("fact ", fact)
			s.Facts = append(s.Facts, rules.Fact{Name: name, Text: "Is it?"})
			dimensions = append(dimensions, rulestest.Of(name, func(s *situation, v uint8) { s.Facts[fact] = v }, 1, 2, 3))
		}
	}
	return rules.Must(rules.New(s)), rulestest.Product(dimensions...)
}

func randomSpan(r *rand.Rand) terms.Span {
	first := terms.MustParseDay("2024-01-01").AddDays(r.IntN(3))
	switch r.IntN(6) {
	case 0:
		return terms.SpanFrom(first)
	case 1:
		return terms.SpanUntil(first)
	case 2:
		return terms.Pending()
	}
	return terms.Always()
}

func randomCondition(fact int, value uint8) rules.Condition[situation] {
	return rules.Condition[situation]{
		Name: fmt.Sprintf("fact %d is %d", fact, value), Reads: []string{fmt.Sprint("fact ", fact)},
		Holds: func(s situation) rules.Truth { return rules.Is(s.Facts[fact], value) },
	}
}
