package cancellation

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/excerpt"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A Consequence is something that follows a cancellation. The zero Consequence means "not given".
type Consequence uint8

const (
	// KeysRevoked is that keys and download links no longer work, for partner and customer (SW-20).
	KeysRevoked Consequence = iota + 1
	// ShownWithoutKey is that the item still shows on the customer's software page, without its activation key (SW-20).
	ShownWithoutKey
	// StopUsing is the duty of partner and customer to stop using the software (SW-25).
	StopUsing
	// Uninstall is the duty of the partner to uninstall it and to remove downloads and links (SW-25).
	Uninstall
	// CreditOnInvoice is the credit on the next monthly invoice (SW-26).
	CreditOnInvoice
	// ShownLater is that up to 15 minutes may pass before the cancellation shows in Partner Center (SW-27).
	ShownLater
	// AccessLost is that the customer loses access at once and the service cannot be restored.
	AccessLost
	// InvoiceReplaced is that the invoice of the purchase is cancelled and one for the refund made, as for reservations.
	InvoiceReplaced
	// HeldForReservations is that what comes back stays with Microsoft, for a later purchase of reservations.
	HeldForReservations
)

// Consequences is a set of them. It is a comparable value; the zero Consequences is none.
type Consequences uint16

// consequencesOf gives the set of some.
func consequencesOf(some ...Consequence) Consequences {
	var set Consequences
	for _, c := range some {
		set |= 1 << c
	}
	return set
}

// Has reports whether the set has a consequence.
func (c Consequences) Has(one Consequence) bool { return one != 0 && c&consequencesOf(one) != 0 }

// All gives them, in the order of their constants.
func (c Consequences) All() []Consequence {
	var all []Consequence
	for one := range consequenceNames.Each {
		if c.Has(one) {
			all = append(all, one)
		}
	}
	return all
}

// String gives their names.
func (c Consequences) String() string {
	var names []string
	for _, one := range c.All() {
		names = append(names, one.String())
	}
	return strings.Join(names, ", ")
}

// MarshalJSON gives a list of their names.
func (c Consequences) MarshalJSON() ([]byte, error) {
	return json.Marshal(append([]Consequence{}, c.All()...))
}

// UnmarshalJSON reads a list of their names. On an error it leaves c as it was.
func (c *Consequences) UnmarshalJSON(data []byte) error {
	var some []Consequence
	if err := json.Unmarshal(data, &some); err != nil {
		return err
	}
	if slices.Contains(some, 0) {
		return &terms.ParseError{Input: excerpt.Of(string(data)), Want: "names of consequences: " + consequenceNames.List(), Err: terms.ErrName}
	}
	*c = consequencesOf(some...)
	return nil
}

// together puts the consequences of two rules together.
func together(a, b Consequences) (Consequences, bool) { return a | b, true }

// A Party is who a consequence concerns. The zero Party means "not given".
type Party uint8

const (
	// Partner is the CSP partner.
	Partner Party = iota + 1
	// Customer is the partner's customer.
	Customer
)

// An Effect is one consequence of a cancellation, dated.
type Effect struct {
	Consequence Consequence `json:"consequence"`
	Parties     []Party     `json:"parties"` // whom it concerns
	// From is the instant from which it holds, By the one by which it will. Each may be zero.
	From time.Time `json:"from,omitzero"`
	By   time.Time `json:"by,omitzero"`
	// Days are those on which it is to be expected, for what has no instant.
	Days terms.Span `json:"days,omitzero"`
}

// Effects are what follows the cancellation of a purchase.
type Effects struct {
	Cancelled time.Time `json:"cancelled"`
	Effects   []Effect  `json:"effects"`
	// Decision is which consequences there are, and by which rules.
	Decision rules.Decision[Consequences] `json:"decision"`
}

// Equal reports whether both are the same effects for the same reasons.
func (e Effects) Equal(other Effects) bool {
	return e.Cancelled.Equal(other.Cancelled) && e.Decision.Equal(other.Decision) && slices.EqualFunc(e.Effects, other.Effects, Effect.Equal)
}

// Equal reports whether both are the same effect.
func (e Effect) Equal(other Effect) bool {
	return e.Consequence == other.Consequence && slices.Equal(e.Parties, other.Parties) && e.From.Equal(other.From) &&
		e.By.Equal(other.By) && e.Days == other.Days
}

// After gives what follows if a purchase is cancelled at an instant: what is lost at once, which duties arise for whom, and when the
// credit is to be expected (SW-20, SW-25 to SW-27). Where the product is not given the decision asks for it, and there are no
// effects. It is a [RequestError] if the instant makes no sense, and [ErrNotSaid] for a product of which the record does not say what
// follows, as of a savings plan, which cannot be cancelled.
func (r *Rules) After(p Purchase, cancelled time.Time) (Effects, error) {
	if err := checkInstant("cancelled", cancelled); err != nil {
		return Effects{}, err
	}
	cancelled = cancelled.UTC()
	effects := Effects{Cancelled: cancelled, Decision: r.after.Explain(terms.DayOf(cancelled), p)}
	switch err := effects.Decision.Err(); {
	case errors.Is(err, rules.ErrNoRule):
		day := terms.DayOf(cancelled)
		return Effects{}, noRule(p.Product, day, func(product Product) error {
			other := p
			other.Product = product
			return r.after.Explain(day, other).Err()
		})
	case err != nil && effects.Decision.Status != rules.Undetermined:
		return Effects{}, err
	}
	for _, c := range effects.Decision.Outcome.All() {
		effects.Effects = append(effects.Effects, effectOf(c, cancelled))
	}
	return effects, nil
}

// After is [Rules.After] of the [Published] rules.
func After(p Purchase, cancelled time.Time) (Effects, error) { return Published().After(p, cancelled) }

// AfterSet gives the rules behind [Rules.After], to list, to trace and to test.
func (r *Rules) AfterSet() *rules.Set[Purchase, Consequences] { return r.after }

// EditAfter gives rules with a change to the set behind [Rules.After].
func (r *Rules) EditAfter(e rules.Edit[Purchase, Consequences]) (*Rules, error) {
	copied := r.copied()
	return rulebook.Edited(copied, &copied.after, e)
}

// shownWithin is the longest time until a cancellation shows (SW-27).
const shownWithin = 15 * time.Minute

// effectOf dates a consequence.
func effectOf(c Consequence, cancelled time.Time) Effect {
	both := []Party{Partner, Customer}
	switch c {
	case Uninstall, InvoiceReplaced, HeldForReservations:
		return Effect{Consequence: c, Parties: []Party{Partner}, From: cancelled}
	case CreditOnInvoice:
		return Effect{Consequence: c, Parties: []Party{Partner}, Days: InvoiceDays(terms.DayOf(cancelled))}
	case ShownLater:
		return Effect{Consequence: c, Parties: []Party{Partner}, By: cancelled.Add(shownWithin)}
	case AccessLost:
		return Effect{Consequence: c, Parties: []Party{Customer}, From: cancelled}
	default:
		return Effect{Consequence: c, Parties: both, From: cancelled}
	}
}

// The days of the month on which Partner Center invoices the month before.
const (
	firstInvoiceDay = 6
	lastInvoiceDay  = 8
)

// InvoiceDays gives the days on which the invoice for a UTC day is to be expected: the 6th to the 8th of the next month, the
// billing period being the calendar month. As every Span it ends before its second day, the 9th. A credit for what was cancelled that day shows on it: "on your next monthly invoice"
// (SW-26). The zero Day, and one in the last month there is, give the zero Span.
func InvoiceDays(day terms.Day) terms.Span {
	if day.IsZero() {
		return terms.Span{}
	}
	first := day.AddDays(1 - day.DayOfMonth()).AddMonths(1)
	span, err := terms.NewSpan(first.AddDays(firstInvoiceDay-1), first.AddDays(lastInvoiceDay))
	if err != nil {
		return terms.Span{}
	}
	return span
}
