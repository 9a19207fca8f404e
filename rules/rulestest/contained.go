package rulestest

import (
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// checkContained reports rules that can be struck.
func (s *survey) checkContained() {
	for i, inner := range s.rules {
		for j, outer := range s.rules {
			// Of two that contain each other, the later one can be struck.
			if i != j && s.contains(j, i) && (i > j || !s.contains(i, j)) {
				s.report.add(Problem{
					Kind: Contained, Rule: inner.id,
					Note: "says what " + string(outer.id) + " says, on days and under conditions on which that says it already",
				})
				break
			}
		}
	}
}

// contains reports whether a rule speaks wherever another does, says the same and silences the same rules. Two rules that
// say nothing and silence nothing are both there to be reported.
func (s *survey) contains(outer, inner int) bool {
	a, b := s.rules[outer], s.rules[inner]
	switch {
	case a.off || b.off || a.span.IsPending() || b.span.IsPending():
	case a.says != b.says || a.says == nil && len(b.excepts) == 0:
	case !within(a.span, b.span) || !within(publishedOn(a.published), publishedOn(b.published)):
	case !subset(clausesOf(a.conditions), clausesOf(b.conditions)) || !subset(b.excepts, a.excepts):
	default:
		// Whatever silences the outer rule must silence the inner one too.
		all := uint64(1)<<len(s.rules) - 1
		return s.exceptedBy(outer, all)&^s.exceptedBy(inner, all) == 0
	}
	return false
}

func clausesOf(conditions []rules.Condition[any]) []string {
	clauses := make([]string, len(conditions))
	for i, c := range conditions {
		clauses[i] = c.Clause()
	}
	return clauses
}

// subset reports whether all of a are among b.
func subset[T comparable](a, b []T) bool {
	return !slices.ContainsFunc(a, func(x T) bool { return !slices.Contains(b, x) })
}

// publishedOn gives the days on which a wording was published; not given is all.
func publishedOn(span terms.Span) terms.Span {
	if span.IsZero() {
		return terms.Always()
	}
	return span
}

// within reports whether every day of the inner span is in the outer one. Both have days.
func within(outer, inner terms.Span) bool {
	begins, hasBegin := outer.From()
	first, hasFirst := inner.From()
	ends, hasEnd := outer.Until()
	last, hasLast := inner.Until()
	return (!hasBegin || hasFirst && !first.Before(begins)) && (!hasEnd || hasLast && !last.After(ends))
}
