package credit

import (
	"errors"
	"fmt"
	"net/mail"
	"slices"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A Policy names every choice the record leaves open, or contradicts itself on. A field
// that is not given is an error of [New] that names the default; start from [AzureInOpen]
// and change what your contract says otherwise.
type Policy struct {
	Order             Order        `json:"order"`             // which lot pays first
	Expiry            Expiry       `json:"expiry"`            // at which instant of its last day a lot lapses
	TopUpTerm         TopUpTerm    `json:"topUpTerm"`         // how long card top-ups last
	DayPlace          DayPlace     `json:"dayPlace"`          // where in its day an event with only a day counts
	Shortfall         Shortfall    `json:"shortfall"`         // what becomes of use that credit does not cover
	LateReturn        LateReturn   `json:"lateReturn"`        // what a return into a lapsed lot does
	OverReturn        OverReturn   `json:"overReturn"`        // what a return of more than credit paid does
	BulkTransfer      BulkTransfer `json:"bulkTransfer"`      // whether bulk credit can be transferred
	LowCredit         LowCredit    `json:"lowCredit"`         // whose 30 % the alert of low credit watches
	LowCreditOperator Operator     `json:"lowCreditOperator"` // when 30 % are reached
	AlertOperator     Operator     `json:"alertOperator"`     // when a configured amount is reached
	Rearm             Rearm        `json:"rearm"`             // whether an alert can fire again
	Retention         Retention    `json:"retention"`         // what starts the 90 days data is kept
	Alerts            []Alert      `json:"alerts,omitempty"`  // the configured alerts, as [MayConfigureAlert] has it
}

// AzureInOpen gives the policy of Azure in Open Licensing (offer MS-AZR-0111P), every field
// set to the reading its own page supports best, and no alerts configured. The constant each
// field is set to says what it stands on.
func AzureInOpen() Policy {
	return Policy{
		Order:             FIFOByActivation,
		Expiry:            ExpireAtInstant,
		TopUpTerm:         TopUpAsToken,
		DayPlace:          StartOfDay,
		Shortfall:         Suspend,
		LateReturn:        LapseAtOnce,
		OverReturn:        RefuseOverReturn,
		BulkTransfer:      TransferWithinYear,
		LowCredit:         LowCreditOfToken,
		LowCreditOperator: AtOrBelow,
		AlertOperator:     AtOrBelow,
		Rearm:             RearmOnRise,
		Retention:         RetainFromZeroBalance,
	}
}

// An Order is the order in which lots pay, [FIFOByActivation] or [FirstToExpire]. It is total: no two lots rank alike.
type Order uint8

const (
	_ Order = iota
	// FIFOByActivation draws on the lot activated first, and among lots activated at one
	// instant on the one with the lower id (OPEN-04; the record names no tie-break, so
	// this one is ours). It is the default.
	FIFOByActivation
	// FirstToExpire draws on the lot that lapses first, then by activation and id. Ledgers
	// outside Azure in Open commonly do.
	FirstToExpire
)

// An Expiry says at which instant a lot lapses whose term is counted in months: [ExpireAtInstant] or [ExpireAtDayEnd].
type Expiry uint8

const (
	_ Expiry = iota
	// ExpireAtInstant lets a lot lapse at the time of day it was activated at: its time is
	// half-open, from activation up to, but not, that instant of the last day (OPEN-15;
	// the record names no boundary). It is the default.
	ExpireAtInstant
	// ExpireAtDayEnd lets a lot pay to the end of the UTC day on which its term ends.
	ExpireAtDayEnd
)

// A TopUpTerm says how long credit added by card lasts, which the record does not say: [TopUpAsToken] or [TopUpUnending].
type TopUpTerm uint8

const (
	_ TopUpTerm = iota
	// TopUpAsToken gives a top-up 12 months: each purchase must be used within 12 months
	// of its activation (OPEN-04). It is the default.
	TopUpAsToken
	// TopUpUnending lets a top-up last until it is used.
	TopUpUnending
)

// A DayPlace says where in its UTC day an event takes place of which only the day is known: [StartOfDay] or [EndOfDay].
// Events of one kind that count at one instant do so in the order of their ids, so where it matters which of a day's uses
// draws on which lot, let the ids sort as they should.
type DayPlace uint8

const (
	_ DayPlace = iota
	// StartOfDay puts the event at 00:00:00, after lots that are activated then. It is the
	// default. A lot activated at 00:00 pays the use of its first day and not that of the day on which it
	// lapses at 00:00; one activated at 09:30 does not pay the use of its first day.
	StartOfDay
	// EndOfDay puts the event at the last nanosecond of the day: whatever lot is live then pays.
	EndOfDay
)

// A Shortfall says what becomes of use that the credit there is does not cover: [Suspend], [Refuse], [Overage] or
// [CarryDebt].
type Shortfall uint8

const (
	_ Shortfall = iota
	// Suspend draws what there is, records the rest as unpaid, and suspends the services
	// from the instant the balance is zero (OPEN-24). It is the default.
	Suspend
	// Refuse refuses a use whole that credit does not cover: it draws nothing.
	Refuse
	// Overage draws what there is and leaves the rest to another means of payment; nothing
	// is suspended.
	Overage
	// CarryDebt carries what is unpaid over: credit that comes later pays it first, the oldest use before the
	// others. So does credit that a return gives back, once all of it is back in its lots; it may then pay what is
	// owed for the very use that was returned.
	CarryDebt
)

// A LateReturn says what becomes of a return into a lot whose time has ended, whether or not it had credit left to lapse:
// [LapseAtOnce] or [Reopen]. The record is silent. A return into a forfeited lot is always forfeited.
type LateReturn uint8

const (
	_ LateReturn = iota
	// LapseAtOnce lets what comes back lapse in the same instant. It is the default: a lot
	// pays for 12 months and no longer (OPEN-02).
	LapseAtOnce
	// Reopen lets what comes back pay again, from the instant of the return and without end. The lot keeps its place
	// in the order, also where that is the order of expiry.
	Reopen
)

// An OverReturn says what becomes of a return that exceeds what credit paid of its use and was not returned yet.
// It is [RefuseOverReturn] or [WriteOffUnpaid]; lots never get back more than was taken from them.
type OverReturn uint8

const (
	_ OverReturn = iota
	// RefuseOverReturn makes it an error of [Ledger.Replay], [ErrReturn]. It is the default.
	RefuseOverReturn
	// WriteOffUnpaid returns what credit paid to the lots and writes the rest off against what was not paid of
	// the use, as the refund of a charge does that credit paid in part. Under [CarryDebt] that is no longer owed.
	// More than the whole use is [ErrReturn] still.
	WriteOffUnpaid
)

// A BulkTransfer says whether the bulk credit of a partner benefit can be transferred: [TransferWithinYear] or
// [TransferNever].
type BulkTransfer uint8

const (
	_ BulkTransfer = iota
	// TransferWithinYear lets bulk credit be transferred to somebody else, whole, within its
	// year (MPN-22, the page of January 2021). It is the default.
	TransferWithinYear
	// TransferNever refuses every transfer, as the page of September 2023 does
	// (mpn-benefits-azure-cloud, ms.date 2023-09-19: no reassignment before renewal).
	TransferNever
)

// A LowCredit says whose original credit the alert at 30 % is reckoned from: [LowCreditOfToken] or
// [LowCreditOfSubscription].
type LowCredit uint8

const (
	_ LowCredit = iota
	// LowCreditOfToken watches each token against its own original balance (OPEN-21, the
	// page's list of alerts). It is the default.
	LowCreditOfToken
	// LowCreditOfSubscription watches all credit left against what the lots that have neither
	// lapsed nor been forfeited held originally, those used up included (OPEN-19, the page's
	// prose, which speaks of the account balance).
	LowCreditOfSubscription
)

// An Operator says when an amount counts as reached: [AtOrBelow] or [Below]. An alert fires at the first instant at which
// its amount is reached, also where the first lot does not exceed it. No credit left reaches every amount.
type Operator uint8

const (
	_ Operator = iota
	// AtOrBelow fires at the amount and below it (OPEN-21, OPEN-23). It is the default.
	AtOrBelow
	// Below fires below the amount only, as the general page on billing alerts words it
	// ("drops below"; billing-set-up-alerts, ms.date 2018-06-15).
	Below
)

// A Rearm says whether an alert that has fired can fire again, [RearmOnRise] or [FireOnce]. The record is silent.
type Rearm uint8

const (
	_ Rearm = iota
	// RearmOnRise lets an alert fire again once credit has risen so far that its amount is no longer reached: above
	// it, or under [Below] to it. It is the default.
	RearmOnRise
	// FireOnce lets each alert fire once: per token for those of tokens.
	FireOnce
)

// A Retention says what starts the 90 days for which data is kept: [RetainFromZeroBalance] or [RetainFromExpiry].
type Retention uint8

const (
	_ Retention = iota
	// RetainFromZeroBalance counts from the instant the balance is zero (OPEN-24). It is the
	// default.
	RetainFromZeroBalance
	// RetainFromExpiry counts from the latest expiry of the lots activated before, as a
	// distributor's support page has it; from the zero balance if one of them has none.
	RetainFromExpiry
)

// An Alert is one of the alerts a customer configures on the credit that remains in the
// subscription (OPEN-20, OPEN-23).
type Alert struct {
	Name       string      `json:"name"`       // unique among the alerts
	Amount     terms.Money `json:"amount"`     // more than 0, and of no other alert
	Recipients []string    `json:"recipients"` // one or two e-mail addresses
}

// Equal reports whether both policies make the same choices and configure the same alerts in
// the same order.
func (p Policy) Equal(other Policy) bool {
	alerts, others := p.Alerts, other.Alerts
	same := slices.EqualFunc(alerts, others, func(a, b Alert) bool {
		return a.Name == b.Name && a.Amount.Equal(b.Amount) && slices.Equal(a.Recipients, b.Recipients)
	})
	return same && p.choices() == other.choices()
}

// choices gives the policy's fields but the alerts, as one comparable value.
func (p Policy) choices() [13]uint8 {
	return [...]uint8{
		uint8(p.Order), uint8(p.Expiry), uint8(p.TopUpTerm), uint8(p.DayPlace),
		uint8(p.Shortfall), uint8(p.LateReturn), uint8(p.OverReturn), uint8(p.BulkTransfer), uint8(p.LowCredit),
		uint8(p.LowCreditOperator), uint8(p.AlertOperator), uint8(p.Rearm), uint8(p.Retention),
	}
}

func (p Policy) clone() Policy {
	p.Alerts = slices.Clone(p.Alerts)
	for i, a := range p.Alerts {
		p.Alerts[i].Recipients = slices.Clone(a.Recipients)
	}
	return p
}

// check reports every choice that is not made, by its JSON name and with its default.
func (p Policy) check(found *faults) {
	byDefault := AzureInOpen()
	for _, field := range []struct {
		name   string
		valid  bool
		choice fmt.Stringer
	}{
		{"order", orderNames.Valid(p.Order), byDefault.Order},
		{"expiry", expiryNames.Valid(p.Expiry), byDefault.Expiry},
		{"topUpTerm", topUpTermNames.Valid(p.TopUpTerm), byDefault.TopUpTerm},
		{"dayPlace", dayPlaceNames.Valid(p.DayPlace), byDefault.DayPlace},
		{"shortfall", shortfallNames.Valid(p.Shortfall), byDefault.Shortfall},
		{"lateReturn", lateReturnNames.Valid(p.LateReturn), byDefault.LateReturn},
		{"overReturn", overReturnNames.Valid(p.OverReturn), byDefault.OverReturn},
		{"bulkTransfer", bulkTransferNames.Valid(p.BulkTransfer), byDefault.BulkTransfer},
		{"lowCredit", lowCreditNames.Valid(p.LowCredit), byDefault.LowCredit},
		{"lowCreditOperator", operatorNames.Valid(p.LowCreditOperator), byDefault.LowCreditOperator},
		{"alertOperator", operatorNames.Valid(p.AlertOperator), byDefault.AlertOperator},
		{"rearm", rearmNames.Valid(p.Rearm), byDefault.Rearm},
		{"retention", retentionNames.Valid(p.Retention), byDefault.Retention},
	} {
		if !field.valid {
			err := fmt.Errorf("%w: %s is not given; credit.AzureInOpen() sets %q", ErrPolicy, field.name, field.choice)
			found.add(&PolicyError{field.name, err})
		}
	}
}

// checkAlert reports what is wrong with an alert by itself.
func checkAlert(a Alert) error {
	if err := checkText("alert name", a.Name); err != nil {
		return err
	}
	if a.Amount.Sign() <= 0 {
		return fmt.Errorf("%w: %q; want more than 0", ErrAmount, a.Amount)
	}
	if _, err := unitsOf(a.Amount.Amount()); err != nil {
		return err
	}
	if len(a.Recipients) == 0 {
		return errors.New("no recipients; want one or more")
	}
	for _, r := range a.Recipients[:min(len(a.Recipients), mostCounted+1)] {
		if address, err := mail.ParseAddress(r); err != nil || address.Address != r {
			return fmt.Errorf("recipient %.256q is no e-mail address", r)
		}
	}
	return nil
}

// checkAlerts holds the alerts of a policy to the rules for configuring them (OPEN-20), one after the other.
func (r *Rules) checkAlerts(alerts []Alert, day terms.Day, found *faults) {
	names, amounts := map[string]bool{}, map[string]bool{}
	for i, a := range alerts {
		setup := AlertSetup{
			Alerts: i + 1, Recipients: len(a.Recipients), Watches: WatchSubscriptionCredit,
			NameTaken: rules.TruthOf(names[a.Name]), AmountTaken: rules.TruthOf(amounts[a.Amount.String()]),
		}
		names[a.Name], amounts[a.Amount.String()] = true, true
		answer, err := r.MayConfigureAlert(day, setup), checkAlert(a)
		if err == nil {
			err = answer.refusal()
		}
		if err == nil {
			continue
		}
		found.add(&PolicyError{fmt.Sprintf("alerts/%d", i), fmt.Errorf("%w: alert %.256q: %w", ErrPolicy, a.Name, err)})
		if setup.Alerts > int(answer.Alerts.Value) {
			return // the others are too many, too
		}
	}
}

// latestDay gives the UTC day of the latest lot or event, and the last there is where there is none.
func latestDay(lots []Lot, events []Event) terms.Day {
	var latest time.Time
	see := func(t time.Time) {
		if t.After(latest) && isReckonable(t) {
			latest = t
		}
	}
	for i := range lots {
		see(lots[i].Activated)
	}
	for i := range events {
		if see(events[i].At); !events[i].Day.IsZero() {
			see(events[i].Day.Start())
		}
	}
	if latest.IsZero() {
		latest = endInstant.Add(-1)
	}
	return terms.DayOf(latest)
}
