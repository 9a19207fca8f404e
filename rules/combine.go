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

// A CombineInfo is the [Combine] of a set in an [About]: what the different answers that its rules can give make of each
// other. It is worked out from the answers themselves. Two answers of which it says nothing do not go together; the zero
// CombineInfo is that of a set whose rules must agree.
type CombineInfo struct {
	Strongest []string      `json:"strongest,omitempty"` // from the weakest to the strongest, where the stronger of two stands
	Pairs     []CombinePair `json:"pairs,omitempty"`     // otherwise: every two that go together
}

// A CombinePair is what two answers make of each other, each as text or JSON.
type CombinePair struct {
	One   string `json:"one"`
	Other string `json:"other"`
	Gives string `json:"gives"`
}

func (c *core) aboutCombine() CombineInfo {
	var said []answer
	for i := range c.spec.rules {
		said = append(said, c.answers.at(c.spec.rules[i].then))
	}
	together := c.answers.combined.together(said)
	var info CombineInfo
	if row, ok := inRow(together); ok {
		for _, a := range row {
			info.Strongest = append(info.Strongest, jsonText(c.answers.list[a]))
		}
		return info
	}
	text := func(a answer) string { return jsonText(c.answers.list[a]) }
	for _, p := range together {
		info.Pairs = append(info.Pairs, CombinePair{text(p.one), text(p.other), text(p.gives)})
	}
	return info
}

// pair is two different answers that go together, and what comes of them.
type pair struct{ one, other, gives answer }

// together gives every two different answers that go together, of those that rules say and those that come of them.
func (c combinations) together(said []answer) []pair {
	var all []answer
	var seen [1 << 8]bool
	add := func(a answer) {
		if a != noAnswer && !seen[a] {
			seen[a], all = true, append(all, a)
		}
	}
	for _, a := range said {
		add(a)
	}
	var found []pair
	for i := 0; i < len(all); i++ {
		for _, one := range all[:i] {
			if gives := c.of(one, all[i]); gives != conflicting {
				found = append(found, pair{one, all[i], gives})
				add(gives)
			}
		}
	}
	return found
}

// inRow gives the answers of the pairs from the weakest to the strongest, if they are such a row: any two go together, and
// one of the two stands.
func inRow(together []pair) (row []answer, ok bool) {
	stands := map[answer]int{} // over how many others
	for _, p := range together {
		if p.gives != p.one && p.gives != p.other {
			return nil, false
		}
		stands[p.gives]++
		row = append(row, p.one, p.other)
	}
	slices.Sort(row)
	row = slices.Compact(row)
	slices.SortFunc(row, func(a, b answer) int { return stands[a] - stands[b] })
	return row, len(together) == len(row)*(len(row)-1)/2
}
