package credit

import (
	"fmt"
	"strings"
	"time"

	"github.com/cloudterms/terms"
)

// An EventID names an event: 1 to 256 bytes of printable text. It makes the event idempotent:
// given twice with the same content it counts once, with another content it is [ErrConflict].
type EventID string

// An EventKind says what happened: [Use], [Return], [Forfeit] or [Transfer].
type EventKind uint8

const (
	_ EventKind = iota
	// Use is a charge for services. Credit pays it if its Charge is one that credit can pay.
	Use
	// Return gives back what a use took, to the lots it was taken from, the last first. It
	// never gives back more than was taken: for refunds of charges that credit paid in part, or cannot
	// pay, see [WriteOffUnpaid].
	Return
	// Forfeit gives up what is left of one lot, or of all that are active: those whose time runs, used up or not, and
	// those a return has reopened. What comes back into them later is forfeited too. A lot that is named before its
	// activation is forfeited as it is activated. To forfeit a lot twice, or all where none is active, changes
	// nothing; to name one that is used up or has lapsed is [ErrForfeit].
	Forfeit
	// Transfer hands a bulk credit, whole or as much as is left of it, to another user, who keeps its amount and
	// its expiry (MPN-22).
	Transfer
)

// A Charge says what a use was for, and so whether credit can pay it: [Consumption], which it can, [MarketplaceUsage],
// [UserLicence], [SupportPlan] or [OtherCharge].
type Charge uint8

const (
	_ Charge = iota
	// Consumption is use of a consumption-based Azure service, which credit pays (OPEN-02).
	Consumption
	// MarketplaceUsage is a usage-based Marketplace offer, which needs a subscription with a
	// credit card (OPEN-13).
	MarketplaceUsage
	// UserLicence is a service bought per user and year, apart from credit (OPEN-28).
	UserLicence
	// SupportPlan is an Azure support plan, sold apart from credit (OPEN-06).
	SupportPlan
	// OtherCharge is a charge that Microsoft marks as not eligible for credit, for whatever
	// reason.
	OtherCharge
)

// Payable reports whether credit can pay a charge of this kind.
func (c Charge) Payable() bool { return c == Consumption }

// Reason says in a sentence why credit pays or does not pay a charge of this kind, with the
// fact it stands on.
func (c Charge) Reason() string {
	if !chargeNames.Valid(c) {
		return "it is not said what the charge was for"
	}
	return chargeReasons[c]
}

// A ForfeitReason says why credit was given up: [JoinedEnterpriseAgreement], [MovedBillingAccount] or [GivenUp].
type ForfeitReason uint8

const (
	_ ForfeitReason = iota
	// JoinedEnterpriseAgreement is a subscription attached to an Enterprise Agreement, which
	// voids its unused credit (OPEN-16).
	JoinedEnterpriseAgreement
	// MovedBillingAccount is a subscription moved to another billing account, which does
	// not carry the credit over.
	MovedBillingAccount
	// GivenUp is credit its owner or Microsoft voided.
	GivenUp
)

// An Event is something that happened to the credit. Which fields it has depends on its kind:
//
//   - every event: ID, Kind, one of At and Day, and Known if it matters
//   - [Use]: Amount, at least 0, and Charge
//   - [Return]: Amount, more than 0, and Of, the use it reverses
//   - [Forfeit]: Reason, and Lot to name one; without it all live lots are forfeited
//   - [Transfer]: Lot and To
type Event struct {
	ID   EventID   `json:"id"`
	Kind EventKind `json:"kind"`
	// At is the instant at which the event counts.
	At time.Time `json:"at,omitzero"`
	// Day stands instead of At where only the UTC day is known. Where in the day the event
	// counts is the policy's DayPlace.
	Day terms.Day `json:"day,omitzero"`
	// Known is the instant at which the event became known. It has no part in a replay but
	// that of [Ledger.AsKnown]: a late fact counts where it belongs. Not given, it was known
	// all along.
	Known  time.Time     `json:"known,omitzero"`
	Amount terms.Money   `json:"amount,omitzero"`
	Charge Charge        `json:"charge,omitzero"`
	Of     EventID       `json:"of,omitempty"`
	Lot    LotID         `json:"lot,omitempty"`
	To     string        `json:"to,omitempty"`
	Reason ForfeitReason `json:"reason,omitzero"`
}

// Equal reports whether both events say the same. When they became known plays no part.
func (e Event) Equal(other Event) bool {
	return e.ID == other.ID && e.Kind == other.Kind && e.At.Equal(other.At) && e.Day == other.Day &&
		e.Amount.Equal(other.Amount) && e.Charge == other.Charge && e.Of == other.Of &&
		e.Lot == other.Lot && e.To == other.To && e.Reason == other.Reason
}

// checkEvent reports what is wrong with an event by itself.
func checkEvent(e *Event) error {
	if !eventKindNames.Valid(e.Kind) {
		return fmt.Errorf("%w: kind is not given; want one of %s", ErrNotGiven, eventKindNames.List())
	}
	switch {
	case e.At.IsZero() && e.Day.IsZero():
		return fmt.Errorf("%w: neither at nor day is given; want one of them", ErrInstant)
	case !e.At.IsZero() && !e.Day.IsZero():
		return fmt.Errorf("%w: at and day are both given; want one of them", ErrInstant)
	}
	given, fields := givenFields(e), eventFields[e.Kind]
	if given&^fields.allowed == 0 && fields.required&^given == 0 {
		return checkEventValues(e)
	}
	if surplus := given &^ fields.allowed; surplus != 0 {
		return fmt.Errorf("%w: an event of kind %s has no %s", ErrNotGiven, e.Kind, surplus)
	}
	return fmt.Errorf("%w: an event of kind %s needs its %s", ErrNotGiven, e.Kind, fields.required&^given)
}

// fieldSet is a set of the fields that not all kinds of events have.
type fieldSet uint8

const (
	fieldAmount fieldSet = 1 << iota
	fieldCharge
	fieldOf
	fieldLot
	fieldTo
	fieldReason
)

// givenFields gives the fields an event has.
func givenFields(e *Event) fieldSet {
	var set fieldSet
	if !e.Amount.IsZero() {
		set |= fieldAmount
	}
	if e.Charge != 0 {
		set |= fieldCharge
	}
	if e.Of != "" {
		set |= fieldOf
	}
	if e.Lot != "" {
		set |= fieldLot
	}
	if e.To != "" {
		set |= fieldTo
	}
	if e.Reason != 0 {
		set |= fieldReason
	}
	return set
}

// String lists the fields by their JSON names.
func (s fieldSet) String() string {
	var names []string
	for i, name := range fieldNames {
		if s&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

func checkEventValues(e *Event) error {
	switch {
	case e.Charge != 0 && !chargeNames.Valid(e.Charge):
		return fmt.Errorf("%w: charge is %s; want one of %s", ErrNotGiven, e.Charge, chargeNames.List())
	case e.Reason != 0 && !forfeitReasonNames.Valid(e.Reason):
		return fmt.Errorf("%w: reason is %s; want one of %s", ErrNotGiven, e.Reason, forfeitReasonNames.List())
	case e.Kind == Use && e.Amount.Sign() < 0:
		return fmt.Errorf("%w: a use of %s; what comes back is an event of kind return", ErrAmount, e.Amount)
	case e.Kind == Return && e.Amount.Sign() <= 0:
		return fmt.Errorf("%w: a return of %s; want more than 0", ErrAmount, e.Amount)
	case e.Kind == Transfer:
		return checkText("to", e.To)
	}
	return nil
}

// placeInTime gives the instant at which an event counts under a policy, as a ledger counts.
func placeInTime(e *Event, p DayPlace) (int64, error) {
	switch {
	case e.Day.IsZero():
		return instant("at", e.At)
	case p == EndOfDay:
		return instant("day", endOf(e.Day))
	default:
		return instant("day", e.Day.Start())
	}
}
