package rulestest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// maxShown is how many problems a failing check shows.
const maxShown = 20

// Check fails the test where [Problems] finds any, and shows the first of them.
func Check[In any, Out comparable](tb testing.TB, set *rules.Set[In, Out], samples Samples[In], allowed ...Allowance[In]) {
	tb.Helper()
	show(tb, set.ID(), Problems(set, samples, allowed...))
}

// show fails the test where there are problems, and shows the first of them.
func show(tb testing.TB, id string, found []Problem) {
	tb.Helper()
	for _, p := range found[:min(len(found), maxShown)] {
		tb.Errorf("%s", p)
	}
	if more := len(found) - maxShown; more > 0 {
		tb.Errorf("%s: %d problems more", id, more)
	}
}

// Problems gives everything that is wrong with a set, as far as the samples show it, and the allowances that let nothing
// stand. It looks at the present wording on all [Days], and at each wording that was published before on the days up to
// its last. Problems that differ only in the input are one, with the first input; they come in the order of their kinds.
func Problems[In any, Out comparable](set *rules.Set[In, Out], samples Samples[In], allowed ...Allowance[In]) []Problem {
	return surveyOf(set, samples).problems(untypedAllowances(allowed))
}

func (s *survey) problems(allowed []Allowance[any]) []Problem {
	sound := s.checkCombine()
	s.checkContained()
	asked := s.questions()
	used := make([]bool, len(allowed))
	law := s.newLaw()
	for i := range asked {
		q := &asked[i]
		s.checkAnswered(q, allowed, used)
		if sound {
			law.check(q)
		}
		s.checkSettles(q)
	}
	if len(asked) > 0 {
		s.checkReached(asked)
	}
	return allow(s.report, allowed, used)
}

// allow takes out what is allowed, and adds allowances that let nothing stand.
func allow(found *report, allowed []Allowance[any], used []bool) []Problem {
	stands := func(p Problem) bool {
		for i, a := range allowed {
			if a.Where == nil && a.allows(p) {
				used[i] = true
				return true
			}
		}
		return false
	}
	left := slices.DeleteFunc(found.problems(), stands)
	for i, a := range allowed {
		switch {
		case a.Reason == "":
			left = append(left, Problem{
				Kind: IdleAllowance, Set: found.set, Rule: a.Rule, Condition: a.Condition,
				Note: fmt.Sprintf("the allowance %d, for %s, has no reason", i+1, a.Kind),
			})
		case !used[i]:
			left = append(left, Problem{
				Kind: IdleAllowance, Set: found.set, Rule: a.Rule, Condition: a.Condition,
				Note: fmt.Sprintf("the allowance for %s lets nothing stand (%s); strike it", a.Kind, a.Reason),
			})
		}
	}
	return left
}

// add adds a problem of a question: for the samples of a vector, and as one of its own for the rules that govern the day.
func (s *survey) add(q *question, n int, p Problem) {
	p.Day, p.Known = q.day, q.wording.known
	p.Input, p.Inputs = s.scan.samples.describe(s.scan.first[n]), s.scan.count[n]
	s.report.add(p, q.era())
}

// checkAnswered reports samples that have no answer although nothing is missing.
func (s *survey) checkAnswered(q *question, allowed []Allowance[any], used []bool) {
	lacks := func(o *outcome) bool { return o.status == rules.Unanswered || o.status == rules.Conflicting }
	if !slices.ContainsFunc(q.outcomes, lacks) {
		return
	}
	for place, n := range s.scan.of {
		if n < 0 || !lacks(q.outcomes[n]) {
			continue
		}
		p := Problem{Kind: Gap, Day: q.day, Known: q.wording.known, Input: s.scan.samples.describe(place), Inputs: 1, Note: "no rule answers"}
		if o := q.outcomes[n]; o.status == rules.Conflicting {
			p.Kind, p.Note = Conflict, s.disagreement(o)
			if len(o.rules) > 0 {
				p.Rule = o.rules[0]
			}
		}
		if !s.mayStand(p, q.day, place, allowed, used) {
			s.report.add(p, p.Note, q.era())
		}
	}
}

// checkSettles reports questions that ask for nothing but what they have been given. Where there are none, whoever gives one
// missing fact after another comes to an answer, for every question asks for a fact that is not given yet.
func (s *survey) checkSettles(q *question) {
	undetermined := func(o *outcome) bool { return o.status == rules.Undetermined }
	if s.report.has(StaysUnknown, NotSampled) || !slices.ContainsFunc(q.outcomes, undetermined) {
		return // a condition is to blame, or it cannot be told
	}
	for place, n := range s.scan.of {
		if n < 0 || !undetermined(q.outcomes[n]) {
			continue
		}
		asksFor, _ := s.scan.samples.of(q.outcomes[n].missing)
		if !slices.ContainsFunc(asksFor, func(d dimension) bool { return !d.isGiven(place) }) {
			s.report.add(Problem{
				Kind: MissingFacts, Day: q.day, Known: q.wording.known, Input: s.scan.samples.describe(place), Inputs: 1,
				Note: fmt.Sprintf("the set asks for %s, which are given", list(q.outcomes[n].missing)),
			}, q.era(), "given")
		}
	}
}

func (s *survey) mayStand(p Problem, day terms.Day, place int, allowed []Allowance[any], used []bool) bool {
	for i, a := range allowed {
		if a.Where != nil && a.allows(p) && a.Where(day, s.scan.samples.input(place)) {
			used[i] = true
			return true
		}
	}
	return false
}

// disagreement says which rules disagree, and on what.
func (s *survey) disagreement(o *outcome) string {
	var parts []string
	for _, id := range o.rules {
		n := slices.IndexFunc(s.rules, func(r rule) bool { return r.id == id })
		if n >= 0 {
			parts = append(parts, fmt.Sprintf("%s says %v", id, s.rules[n].says))
		}
	}
	return strings.Join(parts, ", ") + ", which do not go together"
}

// checkReached reports rules that speak for no sample, and planned ones that speak.
func (s *survey) checkReached(asked []question) {
	for i, c := range s.count(asked) {
		r := s.rules[i]
		p := Problem{Rule: r.id}
		switch {
		case r.span.IsPending():
			if c.Spoke+c.Excepted+c.Waiting > 0 {
				p.Kind, p.Note = PlannedSpeaks, "has no days yet, and is evaluated"
			}
		case r.off || c.Spoke > 0:
		case c.Excepted > 0:
			p.Kind, p.Note = AlwaysExcepted, "holds for some samples, and other rules silence it for each of them"
		default:
			p.Kind, p.Note = NeverReached, "holds for no sample on any day"
		}
		if p.Kind != 0 {
			s.report.add(p)
		}
	}
}
