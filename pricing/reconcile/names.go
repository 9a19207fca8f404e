package reconcile

// A Kind says what a line is. The zero Kind means "not given".
type Kind uint8

const (
	// DailyUsage is a line of daily rated usage.
	DailyUsage Kind = iota + 1
	// InvoiceUsage is a line of an invoice for what was used.
	InvoiceUsage
	// InvoiceSeats is a line of an invoice for seats, or for anything else with a price for a term or once: licences,
	// software, reservations.
	InvoiceSeats
)

// An Outcome is what came of recomputing a line. Every line has exactly one. The zero Outcome means "not given".
type Outcome uint8

const (
	// Agrees is a line that is billed as it was recomputed, by the rounding rule of its day.
	Agrees Outcome = iota + 1
	// AgreesOtherwise is a line that is billed as another published rule rounds it, [Line.Rule]. Its difference is what the
	// rules differ by.
	AgreesOtherwise
	// Differs is a line that no rule gives.
	Differs
	// NoPrice is a line for which the price list has no price.
	NoPrice
	// Ambiguous is a line for which the price list has several prices, of which the line does not say which.
	Ambiguous
	// Unreckoned is a line that cannot be recomputed for another reason, [Line.Why].
	Unreckoned
	// NoUsage is a line of an invoice for which the use has nothing, or nothing more.
	NoUsage
	// NotBilled is no line, but use for which the invoice has none.
	NotBilled
)

// A Cause is a part of a line that is not as it was recomputed. The zero Cause means "not given".
type Cause uint8

const (
	// CauseUnitPrice is a unit price that is not the one of the price list.
	CauseUnitPrice Cause = iota + 1
	// CauseQuantity is a quantity that is not what was used.
	CauseQuantity
	// CauseEarnedCredit is partner earned credit that was due and is not on the line, or is on it and was not due.
	CauseEarnedCredit
	// CauseExchangeRate is an exchange rate that is not the one of the day.
	CauseExchangeRate
	// CauseRounding is another rounding rule than the one of the day.
	CauseRounding
	// CauseAmount is an amount that does not come of the line's own numbers, all of which are as they should be.
	CauseAmount
)

// The closed sets are written and read by name, in text and in JSON; the zero value is empty text. A value that is not of
// its set does not marshal, and a name that is not of the set is terms.ErrName.

// String gives the name.
func (k Kind) String() string { return kindNames.Text(k) }

// MarshalText gives the name.
func (k Kind) MarshalText() ([]byte, error) { return kindNames.Marshal(k) }

// UnmarshalText reads the name. On an error it leaves k as it was.
func (k *Kind) UnmarshalText(text []byte) error { return kindNames.Unmarshal(text, k) }

// String gives the name.
func (o Outcome) String() string { return outcomeNames.Text(o) }

// MarshalText gives the name.
func (o Outcome) MarshalText() ([]byte, error) { return outcomeNames.Marshal(o) }

// UnmarshalText reads the name. On an error it leaves o as it was.
func (o *Outcome) UnmarshalText(text []byte) error { return outcomeNames.Unmarshal(text, o) }

// String gives the name.
func (c Cause) String() string { return causeNames.Text(c) }

// MarshalText gives the name.
func (c Cause) MarshalText() ([]byte, error) { return causeNames.Marshal(c) }

// UnmarshalText reads the name. On an error it leaves c as it was.
func (c *Cause) UnmarshalText(text []byte) error { return causeNames.Unmarshal(text, c) }
