package cancellation

import (
	"slices"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// A RefundRequest is a question about money: what comes back if a purchase is cancelled at an instant, and what is owed if not?
type RefundRequest struct {
	Request Request `json:"request"`
	Bill    Bill    `json:"bill"`
	// FullUntil is the expiresAt that Partner Center gives for a full refund ([Subscription.RefundOptions]). It prevails over the
	// first 24 hours that the conventions have, for a purchase of which everything comes back at first and a part later.
	FullUntil time.Time `json:"fullRefundUntil,omitzero"`
	// Proration is the conventions to reckon by, where they are not to be those of the rules. None of its fields may be left out.
	Proration pricing.Proration `json:"proration,omitzero"`
}

// Equal reports whether both are the same question.
func (r RefundRequest) Equal(other RefundRequest) bool {
	return r.Request.Equal(other.Request) && r.Bill.Equal(other.Bill) && r.FullUntil.Equal(other.FullUntil) && r.Proration == other.Proration
}

// A RefundAnswer says what comes back for a purchase that is cancelled at an instant, what is kept of it, and what else will be billed
// if it is not cancelled. It marshals to JSON and reads back, by terms.Decode, as an equal answer.
type RefundAnswer struct {
	// Answer is whether it can be cancelled then, until when, and by which rules. Whether whoever asks may cancel is its matter alone:
	// the amounts are those of a cancellation by somebody who may.
	Answer Answer `json:"answer"`
	// Paid is what has been billed for the term so far, less what was credited: below zero where that was more, of which nothing comes
	// back. It is not given where the bill of an Azure plan says nothing.
	Paid terms.Money `json:"paid,omitzero"`
	// Refunded is what comes back: nothing outside the window, and never more than was paid. Kept is the rest of what was paid. Both
	// are not given where facts are missing.
	Refunded terms.Money `json:"refunded,omitzero"`
	Kept     terms.Money `json:"kept,omitzero"`
	Full     bool        `json:"full,omitzero"` // everything comes back but what is metered
	// Credit is the line that gives a part back, before it is held against what was paid; zero where nothing is prorated.
	Credit pricing.ChargeLine `json:"credit,omitzero"`
	// InvoiceDays are those on which the invoice with the credit is to be expected (SW-26); zero where nothing comes back.
	InvoiceDays terms.Span `json:"invoiceDays,omitzero"`
	// Charges are those that fall due later in the term, if it is not cancelled, and Remaining is their sum: on every billing plan the
	// whole term is owed (SW-24). They are not given where the bill has no price.
	Charges   []Charge    `json:"charges,omitempty"`
	Remaining terms.Money `json:"remaining,omitzero"`
	// Proration is the conventions that were used, and where they are written; only a value where the request gave them.
	Proration rules.Reading[pricing.Proration] `json:"proration,omitzero"`
	// Alternatives are what other readings of the record give back, where it is another amount.
	Alternatives []RefundAlternative `json:"alternatives,omitempty"`
}

// A RefundAlternative is what another reading of the record gives back: one figure taken otherwise, all else the same.
type RefundAlternative struct {
	Basis    Basis          `json:"basis,omitzero"`     // as in [Alternative.Basis]
	Timeline string         `json:"timeline,omitempty"` // of the figure; empty for rules that need none
	Says     string         `json:"says"`               // the other figure
	Refunded terms.Money    `json:"refunded"`
	Text     string         `json:"text"` // who reads it so
	Sources  []rules.Source `json:"sources"`
}

// Stake gives the money that cancelling saves: what comes back, and what will not be billed. It is the zero Money where that is not
// known, and where nothing can be cancelled any more, or never could. A [Holding] is weighed by it.
func (a RefundAnswer) Stake() terms.Money {
	isBeyondLimit := a.Answer.Verdict == Refused && a.Answer.Asker.Outcome != rules.No
	if a.Answer.Verdict == Closed || a.Answer.Verdict == Never || isBeyondLimit {
		return terms.Money{}
	}
	if a.Refunded.IsZero() || a.Remaining.IsZero() {
		return a.Refunded
	}
	stake, err := a.Refunded.Add(a.Remaining)
	if err != nil {
		return a.Refunded
	}
	return stake
}

// Equal reports whether both are the same answer with the same reasons.
func (a RefundAnswer) Equal(other RefundAnswer) bool {
	return a.Answer.Equal(other.Answer) && a.Paid.Equal(other.Paid) && a.Refunded.Equal(other.Refunded) && a.Kept.Equal(other.Kept) &&
		a.Full == other.Full && a.Credit.Equal(other.Credit) && a.InvoiceDays == other.InvoiceDays &&
		slices.EqualFunc(a.Charges, other.Charges, Charge.Equal) && a.Remaining.Equal(other.Remaining) &&
		a.Proration.EqualFunc(other.Proration, same) && slices.EqualFunc(a.Alternatives, other.Alternatives, RefundAlternative.Equal)
}

// Equal reports whether both are the same alternative.
func (a RefundAlternative) Equal(other RefundAlternative) bool {
	return a.Basis == other.Basis && a.Timeline == other.Timeline && a.Says == other.Says && a.Refunded.Equal(other.Refunded) && a.Text == other.Text &&
		slices.Equal(a.Sources, other.Sources)
}

// String gives the answer and its reasons for a person to read: the amounts, the answer about the window, and what other readings
// give back.
func (a RefundAnswer) String() string {
	var e explanation
	e.line("%s", a.summary())
	e.line("%s", a.Answer)
	addReading(&e, asText(a.Proration))
	for _, other := range a.Alternatives {
		e.line("  otherwise %s back, by %s: %s", other.Refunded, spaced(other.Timeline, other.Says), other.Text)
	}
	return e.text()
}

func (a RefundAnswer) summary() string {
	toCome := a.toCome()
	switch {
	case a.Paid.IsZero() && a.Answer.Refund == RefundNone:
		return "nothing comes back"
	case a.Paid.IsZero():
		return "what comes back is not determined"
	case a.Refunded.IsZero():
		return "of " + a.Paid.String() + " paid, what comes back is not determined" + toCome
	}
	return "of " + a.Paid.String() + " paid, " + a.Refunded.String() + " back and " + a.Kept.String() + " kept" + toCome
}

// toCome says what will be billed: if it is kept, while there is a choice.
func (a RefundAnswer) toCome() string {
	switch {
	case a.Remaining.Sign() == 0:
		return ""
	case a.Answer.Verdict == Closed || a.Answer.Verdict == Never:
		return "; " + a.Remaining.String() + " still to be billed"
	}
	return "; " + a.Remaining.String() + " still to be billed if it is kept"
}
