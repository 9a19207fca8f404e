package cancellation

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// ReturnFacts are the facts about a reservation that is to be given back.
type ReturnFacts struct {
	// WithinLimit is whether what it cancels is at most what is left of the customer's yearly limit ([Pool.Left]).
	WithinLimit rules.Truth `json:"withinLimit,omitzero"`
}

// MayReturn answers whether the yearly limit lets a reservation be given back, by the rules of a UTC day: Yes or No.
func (r *Rules) MayReturn(day terms.Day, facts ReturnFacts) rules.Decision[rules.Truth] {
	return r.returns.Explain(day, facts)
}

// MayReturn is [Rules.MayReturn] of the [Published] rules.
func MayReturn(day terms.Day, facts ReturnFacts) rules.Decision[rules.Truth] {
	return Published().MayReturn(day, facts)
}

// ReturnSet gives the rules behind [Rules.MayReturn], to list, to trace and to test.
func (r *Rules) ReturnSet() *rules.Set[ReturnFacts, rules.Truth] { return r.returns }

// EditReturn gives rules with a change to the set behind [Rules.MayReturn].
func (r *Rules) EditReturn(e rules.Edit[ReturnFacts, rules.Truth]) (*Rules, error) {
	copied := r.copied()
	return rulebook.Edited(copied, &copied.returns, e)
}

// ExchangeFacts are the facts about a reservation that is to be given back for another.
type ExchangeFacts struct {
	// SameType is whether both are of one type: virtual machines for virtual machines, in any series, region, quantity and term.
	SameType rules.Truth `json:"sameType,omitzero"`
	// CoversRemaining is whether the lifetime commitment of the new one is at least what remains of the old ([ReservationAnswer.Covers]).
	CoversRemaining rules.Truth `json:"coversRemaining,omitzero"`
	// LinuxPlan and FinalPlan are as in [Purchase].
	LinuxPlan rules.Truth `json:"linuxPlan,omitzero"`
	FinalPlan rules.Truth `json:"finalPlan,omitzero"`
	// Purchased is the UTC day on which the one to be given back was bought.
	Purchased terms.Day `json:"purchased,omitzero"`
	// SavingsPlanCovers is whether savings plans support its service, as they do virtual machines.
	SavingsPlanCovers rules.Truth `json:"savingsPlanCovers,omitzero"`
}

// MayExchange answers whether a reservation can be exchanged for another on a UTC day: Yes or No (SW-14 for Red Hat and SUSE). An exchange has
// no yearly limit and no fee, and a term of its own begins with it.
func (r *Rules) MayExchange(day terms.Day, facts ExchangeFacts) rules.Decision[rules.Truth] {
	return r.exchange.Explain(day, facts)
}

// MayExchange is [Rules.MayExchange] of the [Published] rules.
func MayExchange(day terms.Day, facts ExchangeFacts) rules.Decision[rules.Truth] {
	return Published().MayExchange(day, facts)
}

// ExchangeSet gives the rules behind [Rules.MayExchange], to list, to trace and to test.
func (r *Rules) ExchangeSet() *rules.Set[ExchangeFacts, rules.Truth] { return r.exchange }

// EditExchange gives rules with a change to the set behind [Rules.MayExchange].
func (r *Rules) EditExchange(e rules.Edit[ExchangeFacts, rules.Truth]) (*Rules, error) {
	copied := r.copied()
	return rulebook.Edited(copied, &copied.exchange, e)
}

// ReservationLimit gives how much commitment a customer's returns of reservations may cancel in a year, on a UTC day.
func (r *Rules) ReservationLimit(day terms.Day) (rules.Reading[terms.Money], error) {
	return r.reservationLimit.On(day)
}

// ReservationLimit is [Rules.ReservationLimit] of the [Published] rules.
func ReservationLimit(day terms.Day) (rules.Reading[terms.Money], error) {
	return Published().ReservationLimit(day)
}

// ReservationYear gives how long a return counts against the limit.
func (r *Rules) ReservationYear(day terms.Day) (rules.Reading[PoolYear], error) {
	return r.reservationYear.On(day)
}

// ReservationYear is [Rules.ReservationYear] of the [Published] rules.
func ReservationYear(day terms.Day) (rules.Reading[PoolYear], error) {
	return Published().ReservationYear(day)
}

// ReservationFee gives the fee for an early termination, a share of what comes back. There is none at present; the reading names the one
// that may apply. The record does not say of what it is a share.
func (r *Rules) ReservationFee(day terms.Day) (rules.Reading[pricing.Percent], error) {
	return r.reservationFee.On(day)
}

// ReservationFee is [Rules.ReservationFee] of the [Published] rules.
func ReservationFee(day terms.Day) (rules.Reading[pricing.Percent], error) {
	return Published().ReservationFee(day)
}

// ReservationProration gives the conventions by which what remains of a reservation's charge is reckoned: by the day, of the days of the
// cycle, the day of the return given back. The record has no word on rounding; a line is cut off at the cents.
func (r *Rules) ReservationProration(day terms.Day) (rules.Reading[pricing.Proration], error) {
	return r.reservationProration.On(day)
}

// ReservationProration is [Rules.ReservationProration] of the [Published] rules.
func ReservationProration(day terms.Day) (rules.Reading[pricing.Proration], error) {
	return Published().ReservationProration(day)
}
