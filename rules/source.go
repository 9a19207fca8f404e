package rules

import "github.com/cloudterms/terms"

// A Source is where a rule or a figure is written, and the day on which a person last held the two against each other.
type Source struct {
	Fact     string    `json:"fact,omitempty"`    // what it states, by its number in your own list of such facts if you keep one, as in SW-12
	Document string    `json:"document"`          // its title
	Section  string    `json:"section,omitempty"` // the heading, clause or page
	Address  string    `json:"address,omitempty"` // where it is published
	Checked  terms.Day `json:"checked,omitzero"`  // the day on which it was last looked at; zero in an overlay only
}

// An Origin says who changed a published rule or figure, how, and why. Where one after the other did, it is the last: a rule is
// as the last one wrote it, or off because the last one switched it off.
type Origin struct {
	Owner  string `json:"owner"`
	Change Change `json:"change"`
	Reason string `json:"reason"`
}

// IsZero reports whether nobody changed it.
func (o Origin) IsZero() bool { return o == Origin{} }

// A Change says what somebody did to a rule, a figure or a list.
type Change uint8

const (
	// Added is a rule, or an entry of a list, that was not there before.
	Added Change = iota + 1
	// Replaced is a rule, a figure or a list that took the place of a published one.
	Replaced
	// SwitchedOff is a rule that no longer speaks.
	SwitchedOff
	// Removed is an entry that was taken out of a list.
	Removed
)

// String gives the name.
func (c Change) String() string { return changeNames.Text(c) }

// MarshalText gives the name.
func (c Change) MarshalText() ([]byte, error) { return changeNames.Marshal(c) }

// UnmarshalText reads the name. On an error it leaves c as it was.
func (c *Change) UnmarshalText(text []byte) error { return changeNames.Unmarshal(text, c) }
