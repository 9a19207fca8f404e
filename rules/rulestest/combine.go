package rulestest

import (
	"fmt"
	"slices"

	"github.com/cloudterms/terms/rules"
)

// maxAnswers bounds the answers that are combined with each other, three at a time. A set has fewer.
const maxAnswers = 256

// checkCombine reports answers that combine otherwise in another order, and whether there are none. Rules have no order, so
// it must not matter.
func (s *survey) checkCombine() (sound bool) {
	var all []any
	for _, r := range s.rules {
		if r.says != nil && !slices.Contains(all, r.says) {
			all = append(all, r.says)
		}
	}
	found := combineProblems(s.combine, all)
	for _, p := range found {
		s.report.add(p, p.Note)
	}
	return len(found) == 0
}

func combineProblems(combine rules.Combine[any], given []any) []Problem {
	all := closure(combine, given)
	if len(all) > maxAnswers {
		return []Problem{{Kind: TooMany, Note: fmt.Sprintf("the answers combine to more than %d different ones", maxAnswers)}}
	}
	var found []Problem
	add := func(kind Kind, format string, args ...any) {
		if !slices.ContainsFunc(found, func(p Problem) bool { return p.Kind == kind }) {
			found = append(found, Problem{Kind: kind, Note: fmt.Sprintf(format, args...)})
		}
	}
	for _, a := range all {
		if twice := join(combine, some(a), some(a)); twice != some(a) {
			add(NotIdempotent, "%v combined with itself is %s", a, twice)
		}
		for _, b := range all {
			if ab, ba := join(combine, some(a), some(b)), join(combine, some(b), some(a)); ab != ba {
				add(NotCommutative, "%v and %v are %s, and the other way around %s", a, b, ab, ba)
			}
			for _, c := range all {
				left := join(combine, join(combine, some(a), some(b)), some(c))
				right := join(combine, some(a), join(combine, some(b), some(c)))
				if left != right {
					add(NotAssociative, "%v, %v and %v are %s, and %s when the last two are combined first", a, b, c, left, right)
				}
			}
		}
	}
	return found
}

// closure gives the answers and everything that comes of combining them, up to one more than is looked at.
func closure(combine rules.Combine[any], given []any) []any {
	all := slices.Clone(given)
	for i := 0; i < len(all); i++ {
		for j := 0; j <= i; j++ {
			for _, pair := range [][2]any{{all[i], all[j]}, {all[j], all[i]}} {
				if out, ok := combine(pair[0], pair[1]); ok && !slices.Contains(all, out) && len(all) <= maxAnswers {
					all = append(all, out)
				}
			}
		}
	}
	return all
}

// combined is an answer, or a conflict, which stays one whatever it is combined with.
type combined struct {
	out      any
	conflict bool
}

func some(out any) combined { return combined{out: out} }

func join(combine rules.Combine[any], a, b combined) combined {
	if a.conflict || b.conflict {
		return combined{conflict: true}
	}
	out, ok := combine(a.out, b.out)
	if !ok {
		return combined{conflict: true}
	}
	return some(out)
}

// String gives the answer, or that there is none.
func (c combined) String() string {
	if c.conflict {
		return "a conflict"
	}
	return fmt.Sprint(c.out)
}
