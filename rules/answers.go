package rules

import (
	"fmt"
	"slices"
)

// answer is the place of an answer among those a set can give, or one of three that are none.
type answer uint8

const (
	noAnswer    answer = 0   // no rule gives one
	waiting     answer = 254 // the answer depends on a condition that is unknown
	conflicting answer = 255 // rules give answers that do not go together
	maxAnswers         = 253
)

// answers is every answer a set can give: those of its rules, its default, and what comes of combining them.
type answers struct {
	list     []any // at 0 the zero answer, which is none
	combined combinations
}

// combinations tables what answers make of each other.
type combinations struct {
	size  int
	table []answer // size × size
}

// of combines two answers. Where one is none it gives the other, and a conflict stays one.
func (c combinations) of(a, b answer) answer {
	if a == conflicting || b == conflicting {
		return conflicting
	}
	return c.table[int(a)*c.size+int(b)]
}

// listAnswers lists every answer of a declaration and tables the combinations. What is wrong with them goes to found.
func listAnswers(spec *plainSpec, found *faults) answers {
	a := answers{list: []any{spec.none}}
	a.add(spec.byDefault)
	for i := range spec.rules {
		a.add(spec.rules[i].then)
	}
	if problem := a.close(spec.combine); problem != "" {
		found.add("", "%s", problem)
		return a
	}
	for _, out := range a.list[1:] {
		if err := spec.readsBack(out); err != nil {
			found.addCause(err, "", "the answer %+v does not come back from JSON as it was", out)
		}
	}
	return a
}

func (a *answers) add(out any) {
	if !slices.Contains(a.list, out) {
		a.list = append(a.list, out)
	}
}

// at gives the place of an answer that is listed.
func (a *answers) at(out any) answer {
	return answer(max(slices.Index(a.list, out), 0))
}

// close combines answers until no new one comes of it, tables the combinations, and says what is wrong with them.
func (a *answers) close(combine func(a, b any) (any, bool)) string {
	for i := 1; i < len(a.list); i++ {
		if isNaN := a.list[i] != a.list[i]; isNaN {
			return fmt.Sprintf("the answer %v is not equal to itself", a.list[i])
		}
		for j := 1; j <= i; j++ {
			if out, ok := combine(a.list[i], a.list[j]); ok {
				a.add(out)
			}
		}
		if len(a.list) > maxAnswers+1 {
			return fmt.Sprintf("there are more than %d answers, with those that come of combining them", maxAnswers)
		}
	}
	n := len(a.list)
	a.combined = combinations{n, make([]answer, n*n)}
	for i := range n {
		for j := range n {
			a.combined.table[i*n+j] = a.combine(combine, i, j)
		}
	}
	return a.lawBroken()
}

// combine gives what two listed answers make of each other, and waiting, which no law allows, for what is not listed.
func (a *answers) combine(combine func(a, b any) (any, bool), i, j int) answer {
	if i == 0 || j == 0 {
		return answer(max(i, j))
	}
	out, ok := combine(a.list[i], a.list[j])
	if !ok {
		return conflicting
	}
	if place := a.at(out); place != noAnswer {
		return place
	}
	return waiting
}

// lawBroken names answers for which it matters in which order they are combined, or that do not combine with themselves.
func (a *answers) lawBroken() string {
	c, n := a.combined, answer(len(a.list))
	for x := noAnswer + 1; x < n; x++ {
		if c.of(x, x) != x {
			return fmt.Sprintf("%v combined with itself is something else", a.list[x])
		}
		for y := noAnswer + 1; y < n; y++ {
			if c.of(x, y) != c.of(y, x) || c.of(x, y) == waiting {
				return fmt.Sprintf("%v and %v combine to no answer, or it matters in which order", a.list[x], a.list[y])
			}
		}
	}
	return a.groupingMatters()
}

func (a *answers) groupingMatters() string {
	c, n := a.combined, answer(len(a.list))
	for x := noAnswer + 1; x < n; x++ {
		for y := noAnswer + 1; y < n; y++ {
			for z := noAnswer + 1; z < n; z++ {
				if c.of(c.of(x, y), z) != c.of(x, c.of(y, z)) {
					return fmt.Sprintf("it matters in which order %v, %v and %v are combined", a.list[x], a.list[y], a.list[z])
				}
			}
		}
	}
	return ""
}
