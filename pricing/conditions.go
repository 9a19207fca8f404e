package pricing

import "github.com/cloudterms/terms/rules"

// one gives a condition that a fact of a closed set is one of some values.
func one[In any, V comparable](name, fact string, of func(In) V, wanted ...V) rules.Condition[In] {
	return rules.Condition[In]{
		Name: name, Reads: []string{fact}, Holds: func(in In) rules.Truth { return rules.Is(of(in), wanted...) },
	}
}

// holds gives a condition that a yes/no fact holds.
func holds[In any](name, fact string, of func(In) rules.Truth) rules.Condition[In] {
	return rules.Condition[In]{Name: name, Reads: []string{fact}, Holds: of}
}

// all gives the conditions of a rule.
func all[In any](conditions ...rules.Condition[In]) []rules.Condition[In] { return conditions }
