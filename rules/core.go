package rules

import (
	"slices"

	"github.com/cloudterms/terms"
)

// core is all of a [Set] that does not depend on its types: the declaration, and the answer of each era as a function of
// how the conditions turn out. Answers and conditions go by number in it.
type core struct {
	spec    plainSpec
	known   terms.Day // decides by the wording published then; zero for the wording published without end
	answers answers
	eras    []era // by their days, the first without a beginning
	digest  string
}

// compileCore makes the core of a declaration, unless something wrong with it was found before or is now.
func compileCore(spec plainSpec, known terms.Day, found *faults) (core, error) {
	spec.check(found)
	if err := found.err(); err != nil {
		return core{}, err
	}
	c := core{spec: spec, known: known, answers: listAnswers(&spec, found)}
	order := spec.exceptionOrder(found)
	if err := found.err(); err != nil {
		return core{}, err
	}
	c.divide(order, found)
	if err := found.err(); err != nil {
		return core{}, err
	}
	c.digest = c.makeDigest()
	return c, nil
}

// boundaries gives the days on which the answer can change, in order.
func (c *core) boundaries() []terms.Day {
	var days []terms.Day
	for i := range c.eras {
		if from := c.eras[i].from; !from.IsZero() {
			days = append(days, from)
		}
	}
	return days
}

// fact gives the fact of a name, and whether there is one.
func (c *core) fact(name string) (Fact, bool) {
	at := slices.IndexFunc(c.spec.facts, func(f Fact) bool { return f.Name == name })
	if at < 0 {
		return Fact{}, false
	}
	return c.spec.facts[at], true
}

// questions gives the facts of names.
func (c *core) questions(names []string) []Fact {
	questions := make([]Fact, len(names))
	for i, name := range names {
		questions[i], _ = c.fact(name)
	}
	return questions
}

// needs gives the names of the facts that the rules of a day read.
func (c *core) needs(day terms.Day) []string {
	e := c.era(day)
	if e == nil {
		return nil
	}
	return c.factsOf(e, allOf(len(e.columns)))
}

// faults collects what is wrong with the set, or with a change of it.
func (c *core) faults(condition error) *faults { return &faults{of: c.spec.id, condition: condition} }
