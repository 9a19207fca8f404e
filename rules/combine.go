package rules

import "slices"

// A Combine makes one answer of the answers of two rules that speak, and reports whether they can be combined; if not,
// that is a conflict. It must not matter in which order it is applied, and an answer combined with itself must be
// itself: [New] holds it to that for every answer its set can give.
type Combine[Out comparable] func(a, b Out) (Out, bool)

// One is the combination that a set has unless it names another: all rules that speak must agree.
func One[Out comparable](a, b Out) (Out, bool) { return a, a == b }

// Strongest lets the later of the listed answers win, as in Strongest(Allow, Deny). Answers that are not listed conflict
// with all but themselves.
func Strongest[Out comparable](weakToStrong ...Out) Combine[Out] {
	ranks := slices.Clone(weakToStrong)
	return func(a, b Out) (Out, bool) {
		i, j := slices.Index(ranks, a), slices.Index(ranks, b)
		if i < 0 || j < 0 {
			return a, a == b
		}
		return ranks[max(i, j)], true
	}
}
