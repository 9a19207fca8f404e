package rulestest

import (
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// checkContained reports rules that can be struck.
func (s *survey[In, Out]) checkContained() {
	for i, inner := range s.rules {
		for j, outer := range s.rules {
			// Of two that contain each other, the later one can be struck.
			if i != j && s.contains(j, i) && (i > j || !s.contains(i, j)) {
				s.report.add(Problem{
					Kind: Contained, Rule: inner.ID,
					Note: "says what " + string(outer.ID) + " says, on days and under conditions on which that says it already",
				})
				break
			}
		}
	}
}

// contains reports whether a rule speaks wherever another does, says the same and silences the same rules. Two rules that
// say nothing and silence nothing are both there to be reported.
func (s *survey[In, Out]) contains(outer, inner int) bool {
	var none Out
	a, b := s.rules[outer], s.rules[inner]
	switch {
	case a.IsOff() || b.IsOff() || a.Span.IsPending() || b.Span.IsPending():
	case a.Then != b.Then || a.Then == none && len(b.Excepts) == 0:
	case !within(a.Span, b.Span) || !within(publishedOn(a.Published), publishedOn(b.Published)):
	case !subset(clausesOf(a.If), clausesOf(b.If)) || !subset(b.Excepts, a.Excepts):
	default:
		// Whatever silences the outer rule must silence the inner one too.
		all := uint64(1)<<len(s.rules) - 1
		return s.exceptedBy(outer, all)&^s.exceptedBy(inner, all) == 0
	}
	return false
}

func clausesOf[In any](conditions []rules.Condition[In]) []string {
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
