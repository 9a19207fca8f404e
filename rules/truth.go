package rules

import "slices"

// Truth is what is known of a yes/no question. The zero Truth is Unknown, so that a fact nobody gave is never taken for
// a no. Its JSON is "yes", "no" or "", and not true or false, which have no third.
type Truth uint8

const (
	// Unknown is a fact that is not given.
	Unknown Truth = iota
	// No is a fact that is given and does not hold.
	No
	// Yes is a fact that is given and holds.
	Yes
)

// TruthOf gives Yes for true and No for false.
func TruthOf(b bool) Truth {
	if b {
		return Yes
	}
	return No
}

// Given gives what [TruthOf] gives of holds if the fact is given, and Unknown if it is not. It is for conditions that
// compare: rules.Given(!p.Bought.IsZero(), p.Bought.Before(day)).
func Given(given, holds bool) Truth {
	if !given {
		return Unknown
	}
	return TruthOf(holds)
}

// Is says whether a fact is one of the values that are wanted, and Unknown for the zero value, which is the fact that is
// not given: rules.Is(p.Kind, Software).
func Is[T comparable](fact T, wanted ...T) Truth {
	var notGiven T
	return Given(fact != notGiven, slices.Contains(wanted, fact))
}

// Not turns Yes and No around; what is unknown stays so.
func (t Truth) Not() Truth {
	switch t {
	case Yes:
		return No
	case No:
		return Yes
	case Unknown:
	}
	return Unknown
}

// And is Yes if both are, No if one is, and Unknown otherwise.
func (t Truth) And(other Truth) Truth {
	switch {
	case t == No || other == No:
		return No
	case t == Yes && other == Yes:
		return Yes
	}
	return Unknown
}

// Or is Yes if one is, No if both are, and Unknown otherwise.
func (t Truth) Or(other Truth) Truth { return t.Not().And(other.Not()).Not() }

// String gives yes, no, or nothing for Unknown.
func (t Truth) String() string { return truthNames.Text(t) }

// MarshalText gives yes, no, or empty text for Unknown.
func (t Truth) MarshalText() ([]byte, error) { return truthNames.Marshal(t) }

// UnmarshalText reads yes and no, and empty text as Unknown. On an error it leaves t as it was.
func (t *Truth) UnmarshalText(text []byte) error { return truthNames.Unmarshal(text, t) }
