package catalogue

import (
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulesmsg"
	"github.com/cloudterms/terms/rules/rulestest"
)

// A Saying is what a rule says to a sample: in English as the rule has it, and as a book writes it in each language.
type Saying struct {
	Rule      rules.ID
	Text      string
	Args      []rules.Arg
	Sentences map[rulesmsg.Language]string
}

// mostSayings is how often a rule is heard: with other arguments it may say something else.
const mostSayings = 5

// Said gives what the rules of the set say to the samples, each rule a few times. A rule without a saying speaks to none.
func (s Sampled) Said(book *rulesmsg.Book) []Saying { return s.said(book) }

func saidBy[In any, Out comparable](set *rules.Set[In, Out], samples rulestest.Samples[In], book *rulesmsg.Book) []Saying {
	var said []Saying
	heard := map[rules.ID]int{}
	different := alike(set, samples)
	for _, day := range rulestest.Days(set) {
		for _, in := range different {
			for _, f := range set.Explain(day, in).Findings {
				if heard[f.Rule] < mostSayings {
					heard[f.Rule]++
					said = append(said, saying(f, book))
				}
			}
		}
	}
	return said
}

func saying[Out comparable](f rules.Finding[Out], book *rulesmsg.Book) Saying {
	s := Saying{Rule: f.Rule, Text: f.Text, Args: f.Args, Sentences: map[rulesmsg.Language]string{}}
	for _, l := range rulesmsg.Languages() {
		s.Sentences[l] = rulesmsg.Finding(book.In(l), f)
	}
	return s
}

// alike gives of the samples for which all conditions turn out alike the first, and the last, which differs from it in what
// no condition tells apart, such as an amount.
func alike[In any, Out comparable](set *rules.Set[In, Out], samples rulestest.Samples[In]) []In {
	conditions := conditionsOf(set)
	places := map[string]int{}
	var first, last []In
	for in := range samples.Each {
		truths := make([]byte, len(conditions))
		for i, holds := range conditions {
			truths[i] = byte(holds(in))
		}
		at, known := places[string(truths)]
		if !known {
			at = len(first)
			places[string(truths)] = at
			first, last = append(first, in), append(last, in)
		}
		last[at] = in
	}
	return append(first, last...)
}

// conditionsOf gives the test of every condition of a set once.
func conditionsOf[In any, Out comparable](set *rules.Set[In, Out]) []func(In) rules.Truth {
	var tests []func(In) rules.Truth
	seen := map[string]bool{}
	for r := range set.Rules() {
		for _, c := range r.If {
			if !seen[c.Name] {
				seen[c.Name] = true
				tests = append(tests, c.Holds)
			}
		}
	}
	return tests
}
