package credit

// The closed sets are written and read by name, in text and in JSON; the zero value is empty
// text. A value that is not of its set does not marshal, and a name that is not of the set is
// terms.ErrName.

// String gives the name.
func (o Order) String() string { return orderNames.Text(o) }

// MarshalText gives the name.
func (o Order) MarshalText() ([]byte, error) { return orderNames.Marshal(o) }

// UnmarshalText reads the name.
func (o *Order) UnmarshalText(text []byte) error { return orderNames.Unmarshal(text, o) }

// String gives the name.
func (e Expiry) String() string { return expiryNames.Text(e) }

// MarshalText gives the name.
func (e Expiry) MarshalText() ([]byte, error) { return expiryNames.Marshal(e) }

// UnmarshalText reads the name.
func (e *Expiry) UnmarshalText(text []byte) error { return expiryNames.Unmarshal(text, e) }

// String gives the name.
func (t TopUpTerm) String() string { return topUpTermNames.Text(t) }

// MarshalText gives the name.
func (t TopUpTerm) MarshalText() ([]byte, error) { return topUpTermNames.Marshal(t) }

// UnmarshalText reads the name.
func (t *TopUpTerm) UnmarshalText(text []byte) error { return topUpTermNames.Unmarshal(text, t) }

// String gives the name.
func (d DayPlace) String() string { return dayPlaceNames.Text(d) }

// MarshalText gives the name.
func (d DayPlace) MarshalText() ([]byte, error) { return dayPlaceNames.Marshal(d) }

// UnmarshalText reads the name.
func (d *DayPlace) UnmarshalText(text []byte) error { return dayPlaceNames.Unmarshal(text, d) }

// String gives the name.
func (s Shortfall) String() string { return shortfallNames.Text(s) }

// MarshalText gives the name.
func (s Shortfall) MarshalText() ([]byte, error) { return shortfallNames.Marshal(s) }

// UnmarshalText reads the name.
func (s *Shortfall) UnmarshalText(text []byte) error { return shortfallNames.Unmarshal(text, s) }

// String gives the name.
func (l LateReturn) String() string { return lateReturnNames.Text(l) }

// MarshalText gives the name.
func (l LateReturn) MarshalText() ([]byte, error) { return lateReturnNames.Marshal(l) }

// UnmarshalText reads the name.
func (l *LateReturn) UnmarshalText(text []byte) error { return lateReturnNames.Unmarshal(text, l) }

// String gives the name.
func (o OverReturn) String() string { return overReturnNames.Text(o) }

// MarshalText gives the name.
func (o OverReturn) MarshalText() ([]byte, error) { return overReturnNames.Marshal(o) }

// UnmarshalText reads the name.
func (o *OverReturn) UnmarshalText(text []byte) error { return overReturnNames.Unmarshal(text, o) }

// String gives the name.
func (b BulkTransfer) String() string { return bulkTransferNames.Text(b) }

// MarshalText gives the name.
func (b BulkTransfer) MarshalText() ([]byte, error) { return bulkTransferNames.Marshal(b) }

// UnmarshalText reads the name.
func (b *BulkTransfer) UnmarshalText(text []byte) error { return bulkTransferNames.Unmarshal(text, b) }

// String gives the name.
func (l LowCredit) String() string { return lowCreditNames.Text(l) }

// MarshalText gives the name.
func (l LowCredit) MarshalText() ([]byte, error) { return lowCreditNames.Marshal(l) }

// UnmarshalText reads the name.
func (l *LowCredit) UnmarshalText(text []byte) error { return lowCreditNames.Unmarshal(text, l) }

// String gives the name.
func (o Operator) String() string { return operatorNames.Text(o) }

// MarshalText gives the name.
func (o Operator) MarshalText() ([]byte, error) { return operatorNames.Marshal(o) }

// UnmarshalText reads the name.
func (o *Operator) UnmarshalText(text []byte) error { return operatorNames.Unmarshal(text, o) }

// String gives the name.
func (r Rearm) String() string { return rearmNames.Text(r) }

// MarshalText gives the name.
func (r Rearm) MarshalText() ([]byte, error) { return rearmNames.Marshal(r) }

// UnmarshalText reads the name.
func (r *Rearm) UnmarshalText(text []byte) error { return rearmNames.Unmarshal(text, r) }

// String gives the name.
func (r Retention) String() string { return retentionNames.Text(r) }

// MarshalText gives the name.
func (r Retention) MarshalText() ([]byte, error) { return retentionNames.Marshal(r) }

// UnmarshalText reads the name.
func (r *Retention) UnmarshalText(text []byte) error { return retentionNames.Unmarshal(text, r) }

// String gives the name.
func (l LotKind) String() string { return lotKindNames.Text(l) }

// MarshalText gives the name.
func (l LotKind) MarshalText() ([]byte, error) { return lotKindNames.Marshal(l) }

// UnmarshalText reads the name.
func (l *LotKind) UnmarshalText(text []byte) error { return lotKindNames.Unmarshal(text, l) }

// String gives the name.
func (e EventKind) String() string { return eventKindNames.Text(e) }

// MarshalText gives the name.
func (e EventKind) MarshalText() ([]byte, error) { return eventKindNames.Marshal(e) }

// UnmarshalText reads the name.
func (e *EventKind) UnmarshalText(text []byte) error { return eventKindNames.Unmarshal(text, e) }

// String gives the name.
func (c Charge) String() string { return chargeNames.Text(c) }

// MarshalText gives the name.
func (c Charge) MarshalText() ([]byte, error) { return chargeNames.Marshal(c) }

// UnmarshalText reads the name.
func (c *Charge) UnmarshalText(text []byte) error { return chargeNames.Unmarshal(text, c) }

// String gives the name.
func (f ForfeitReason) String() string { return forfeitReasonNames.Text(f) }

// MarshalText gives the name.
func (f ForfeitReason) MarshalText() ([]byte, error) { return forfeitReasonNames.Marshal(f) }

// UnmarshalText reads the name.
func (f *ForfeitReason) UnmarshalText(text []byte) error {
	return forfeitReasonNames.Unmarshal(text, f)
}

// String gives the name.
func (l LotStatus) String() string { return lotStatusNames.Text(l) }

// MarshalText gives the name.
func (l LotStatus) MarshalText() ([]byte, error) { return lotStatusNames.Marshal(l) }

// UnmarshalText reads the name.
func (l *LotStatus) UnmarshalText(text []byte) error { return lotStatusNames.Unmarshal(text, l) }

// String gives the name.
func (o Outcome) String() string { return outcomeNames.Text(o) }

// MarshalText gives the name.
func (o Outcome) MarshalText() ([]byte, error) { return outcomeNames.Marshal(o) }

// UnmarshalText reads the name.
func (o *Outcome) UnmarshalText(text []byte) error { return outcomeNames.Unmarshal(text, o) }

// String gives the name.
func (a Account) String() string { return accountNames.Text(a) }

// MarshalText gives the name.
func (a Account) MarshalText() ([]byte, error) { return accountNames.Marshal(a) }

// UnmarshalText reads the name.
func (a *Account) UnmarshalText(text []byte) error { return accountNames.Unmarshal(text, a) }

// String gives the name.
func (n Notice) String() string { return noticeNames.Text(n) }

// MarshalText gives the name.
func (n Notice) MarshalText() ([]byte, error) { return noticeNames.Marshal(n) }

// UnmarshalText reads the name.
func (n *Notice) UnmarshalText(text []byte) error { return noticeNames.Unmarshal(text, n) }

// String gives the name.
func (c Cause) String() string { return causeNames.Text(c) }

// MarshalText gives the name.
func (c Cause) MarshalText() ([]byte, error) { return causeNames.Marshal(c) }

// UnmarshalText reads the name.
func (c *Cause) UnmarshalText(text []byte) error { return causeNames.Unmarshal(text, c) }

// String gives the name.
func (d DeadlineKind) String() string { return deadlineNames.Text(d) }

// MarshalText gives the name.
func (d DeadlineKind) MarshalText() ([]byte, error) { return deadlineNames.Marshal(d) }

// UnmarshalText reads the name.
func (d *DeadlineKind) UnmarshalText(text []byte) error { return deadlineNames.Unmarshal(text, d) }

// String gives the name.
func (v Verdict) String() string { return verdictNames.Text(v) }

// MarshalText gives the name.
func (v Verdict) MarshalText() ([]byte, error) { return verdictNames.Marshal(v) }

// UnmarshalText reads the name.
func (v *Verdict) UnmarshalText(text []byte) error { return verdictNames.Unmarshal(text, v) }

// String gives the name.
func (f Fate) String() string { return fateNames.Text(f) }

// MarshalText gives the name.
func (f Fate) MarshalText() ([]byte, error) { return fateNames.Marshal(f) }

// UnmarshalText reads the name.
func (f *Fate) UnmarshalText(text []byte) error { return fateNames.Unmarshal(text, f) }

// String gives the name.
func (s AlertSubject) String() string { return alertSubjectNames.Text(s) }

// MarshalText gives the name.
func (s AlertSubject) MarshalText() ([]byte, error) { return alertSubjectNames.Marshal(s) }

// UnmarshalText reads the name.
func (s *AlertSubject) UnmarshalText(text []byte) error { return alertSubjectNames.Unmarshal(text, s) }

// String gives the name.
func (o Offer) String() string { return offerNames.Text(o) }

// MarshalText gives the name.
func (o Offer) MarshalText() ([]byte, error) { return offerNames.Marshal(o) }

// UnmarshalText reads the name.
func (o *Offer) UnmarshalText(text []byte) error { return offerNames.Unmarshal(text, o) }
