package rulebook

import "github.com/cloudterms/terms/rules"

// One gives the condition that a fact of a closed set is one of some values.
func One[In any, V comparable](name, fact string, of func(In) V, wanted ...V) rules.Condition[In] {
	return rules.Condition[In]{
		Name: name, Reads: []string{fact}, Holds: func(in In) rules.Truth { return rules.Is(of(in), wanted...) },
	}
}

// Holds gives the condition that a yes/no fact holds.
func Holds[In any](name, fact string, of func(In) rules.Truth) rules.Condition[In] {
	return rules.Condition[In]{Name: name, Reads: []string{fact}, Holds: of}
}
