package pricesheet

// The closed sets are written and read by name, in text and in JSON; the zero value is empty text. A value that is not of
// its set does not marshal, and a name that is not of the set is terms.ErrName.

// String gives the name.
func (f Format) String() string { return formatNames.Text(f) }

// MarshalText gives the name.
func (f Format) MarshalText() ([]byte, error) { return formatNames.Marshal(f) }

// UnmarshalText reads the name.
func (f *Format) UnmarshalText(text []byte) error { return formatNames.Unmarshal(text, f) }

// String gives the name.
func (l Layout) String() string { return layoutNames.Text(l) }

// MarshalText gives the name.
func (l Layout) MarshalText() ([]byte, error) { return layoutNames.Marshal(l) }

// UnmarshalText reads the name.
func (l *Layout) UnmarshalText(text []byte) error { return layoutNames.Unmarshal(text, l) }

// String gives the name.
func (o Overlap) String() string { return overlapNames.Text(o) }

// MarshalText gives the name.
func (o Overlap) MarshalText() ([]byte, error) { return overlapNames.Marshal(o) }

// UnmarshalText reads the name.
func (o *Overlap) UnmarshalText(text []byte) error { return overlapNames.Unmarshal(text, o) }
