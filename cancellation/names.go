package cancellation

// The closed sets are written and read by name, in text and in JSON; the zero value is empty text. A value that is not of
// its set does not marshal, and a name that is not of the set is terms.ErrName.

// String gives the name.
func (p Product) String() string { return productNames.Text(p) }

// MarshalText gives the name.
func (p Product) MarshalText() ([]byte, error) { return productNames.Marshal(p) }

// UnmarshalText reads the name. On an error it leaves p as it was.
func (p *Product) UnmarshalText(text []byte) error { return productNames.Unmarshal(text, p) }

// String gives the name.
func (o Opening) String() string { return openingNames.Text(o) }

// MarshalText gives the name.
func (o Opening) MarshalText() ([]byte, error) { return openingNames.Marshal(o) }

// UnmarshalText reads the name. On an error it leaves o as it was.
func (o *Opening) UnmarshalText(text []byte) error { return openingNames.Unmarshal(text, o) }

// String gives the name.
func (b Boundary) String() string { return boundaryNames.Text(b) }

// MarshalText gives the name.
func (b Boundary) MarshalText() ([]byte, error) { return boundaryNames.Marshal(b) }

// UnmarshalText reads the name. On an error it leaves b as it was.
func (b *Boundary) UnmarshalText(text []byte) error { return boundaryNames.Unmarshal(text, b) }

// String gives the name.
func (c Closing) String() string { return closingNames.Text(c) }

// MarshalText gives the name.
func (c Closing) MarshalText() ([]byte, error) { return closingNames.Marshal(c) }

// UnmarshalText reads the name. On an error it leaves c as it was.
func (c *Closing) UnmarshalText(text []byte) error { return closingNames.Unmarshal(text, c) }

// String gives the name.
func (l Limit) String() string { return limitNames.Text(l) }

// MarshalText gives the name.
func (l Limit) MarshalText() ([]byte, error) { return limitNames.Marshal(l) }

// UnmarshalText reads the name. On an error it leaves l as it was.
func (l *Limit) UnmarshalText(text []byte) error { return limitNames.Unmarshal(text, l) }

// String gives the name.
func (r Refund) String() string { return refundNames.Text(r) }

// MarshalText gives the name.
func (r Refund) MarshalText() ([]byte, error) { return refundNames.Marshal(r) }

// UnmarshalText reads the name. On an error it leaves r as it was.
func (r *Refund) UnmarshalText(text []byte) error { return refundNames.Unmarshal(text, r) }

// String gives the name.
func (o Owed) String() string { return owedNames.Text(o) }

// MarshalText gives the name.
func (o Owed) MarshalText() ([]byte, error) { return owedNames.Marshal(o) }

// UnmarshalText reads the name. On an error it leaves o as it was.
func (o *Owed) UnmarshalText(text []byte) error { return owedNames.Unmarshal(text, o) }

// String gives the name.
func (v Verdict) String() string { return verdictNames.Text(v) }

// MarshalText gives the name.
func (v Verdict) MarshalText() ([]byte, error) { return verdictNames.Marshal(v) }

// UnmarshalText reads the name. On an error it leaves v as it was.
func (v *Verdict) UnmarshalText(text []byte) error { return verdictNames.Unmarshal(text, v) }

// String gives the name.
func (b Basis) String() string { return basisNames.Text(b) }

// MarshalText gives the name.
func (b Basis) MarshalText() ([]byte, error) { return basisNames.Marshal(b) }

// UnmarshalText reads the name. On an error it leaves b as it was.
func (b *Basis) UnmarshalText(text []byte) error { return basisNames.Unmarshal(text, b) }

// String gives the name.
func (r Report) String() string { return reportNames.Text(r) }

// MarshalText gives the name.
func (r Report) MarshalText() ([]byte, error) { return reportNames.Marshal(r) }

// UnmarshalText reads the name. On an error it leaves r as it was.
func (r *Report) UnmarshalText(text []byte) error { return reportNames.Unmarshal(text, r) }

// String gives the name.
func (c CallKind) String() string { return callNames.Text(c) }

// MarshalText gives the name.
func (c CallKind) MarshalText() ([]byte, error) { return callNames.Marshal(c) }

// UnmarshalText reads the name. On an error it leaves c as it was.
func (c *CallKind) UnmarshalText(text []byte) error { return callNames.Unmarshal(text, c) }

// String gives the name.
func (m Meaning) String() string { return meaningNames.Text(m) }

// MarshalText gives the name.
func (m Meaning) MarshalText() ([]byte, error) { return meaningNames.Marshal(m) }

// UnmarshalText reads the name. On an error it leaves m as it was.
func (m *Meaning) UnmarshalText(text []byte) error { return meaningNames.Unmarshal(text, m) }

// String gives the name.
func (c Consequence) String() string { return consequenceNames.Text(c) }

// MarshalText gives the name.
func (c Consequence) MarshalText() ([]byte, error) { return consequenceNames.Marshal(c) }

// UnmarshalText reads the name. On an error it leaves c as it was.
func (c *Consequence) UnmarshalText(text []byte) error { return consequenceNames.Unmarshal(text, c) }

// String gives the name.
func (p Party) String() string { return partyNames.Text(p) }

// MarshalText gives the name.
func (p Party) MarshalText() ([]byte, error) { return partyNames.Marshal(p) }

// UnmarshalText reads the name. On an error it leaves p as it was.
func (p *Party) UnmarshalText(text []byte) error { return partyNames.Unmarshal(text, p) }

// String gives the name.
func (y PoolYear) String() string { return poolYearNames.Text(y) }

// MarshalText gives the name.
func (y PoolYear) MarshalText() ([]byte, error) { return poolYearNames.Marshal(y) }

// UnmarshalText reads the name. On an error it leaves y as it was.
func (y *PoolYear) UnmarshalText(text []byte) error { return poolYearNames.Unmarshal(text, y) }

// String gives the name.
func (k ChoiceKind) String() string { return choiceKindNames.Text(k) }

// MarshalText gives the name.
func (k ChoiceKind) MarshalText() ([]byte, error) { return choiceKindNames.Marshal(k) }

// UnmarshalText reads the name. On an error it leaves k as it was.
func (k *ChoiceKind) UnmarshalText(text []byte) error { return choiceKindNames.Unmarshal(text, k) }
