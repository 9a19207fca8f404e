package cancellation

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A Limit says how long a purchase can be cancelled. The zero Limit is no answer.
type Limit uint8

const (
	// WithinWindow is for the window of the product, from the instant at which it opened.
	WithinWindow Limit = iota + 1
	// WithinSourceWindow is for the window of the subscription from which seats were upgraded.
	WithinSourceWindow
	// AtAnyTime is for as long as there is something to cancel.
	AtAnyTime
	// NotAtAll is never: what was bought is final, for its term at least.
	NotAtAll
)

// LimitOf answers how long a purchase can be cancelled, by the rules of the UTC day on which its window opened.
func (r *Rules) LimitOf(day terms.Day, p Purchase) rules.Decision[Limit] {
	return r.limit.Explain(day, p)
}

// LimitOf is [Rules.LimitOf] of the [Published] rules.
func LimitOf(day terms.Day, p Purchase) rules.Decision[Limit] { return Published().LimitOf(day, p) }

// LimitSet gives the rules behind [Rules.LimitOf], to list, to trace and to test.
func (r *Rules) LimitSet() *rules.Set[Purchase, Limit] { return r.limit }

// EditLimit gives rules with a change to the set behind [Rules.LimitOf].
func (r *Rules) EditLimit(e rules.Edit[Purchase, Limit]) (*Rules, error) {
	copied := r.copied()
	return rulebook.Edited(copied, &copied.limit, e)
}

// MayAsk answers whether somebody may cancel purchases at all, by the rules of a UTC day: Yes or No (SW-13).
func (r *Rules) MayAsk(day terms.Day, a Asker) rules.Decision[rules.Truth] {
	return r.asker.Explain(day, a)
}

// MayAsk is [Rules.MayAsk] of the [Published] rules.
func MayAsk(day terms.Day, a Asker) rules.Decision[rules.Truth] { return Published().MayAsk(day, a) }

// AskerSet gives the rules behind [Rules.MayAsk], to list, to trace and to test.
func (r *Rules) AskerSet() *rules.Set[Asker, rules.Truth] { return r.asker }

// EditAsker gives rules with a change to the set behind [Rules.MayAsk].
func (r *Rules) EditAsker(e rules.Edit[Asker, rules.Truth]) (*Rules, error) {
	copied := r.copied()
	return rulebook.Edited(copied, &copied.asker, e)
}

// Owed says what the partner owes for a purchase that is not cancelled. The zero Owed is no answer.
type Owed uint8

const (
	// OwedWholeTerm is the price of the whole term, on every billing plan, whether or not the customer pays or uses it.
	OwedWholeTerm Owed = iota + 1
	// OwedWholePrice is the price, once.
	OwedWholePrice
	// OwedUse is what has been used, and no more.
	OwedUse
)

// OwedFor answers what the partner owes for a purchase that is not cancelled in its window, by the rules of the UTC day on
// which the window opened (SW-24, CSP-20).
func (r *Rules) OwedFor(day terms.Day, p Purchase) rules.Decision[Owed] {
	return r.owed.Explain(day, p)
}

// OwedFor is [Rules.OwedFor] of the [Published] rules.
func OwedFor(day terms.Day, p Purchase) rules.Decision[Owed] { return Published().OwedFor(day, p) }

// OwedSet gives the rules behind [Rules.OwedFor], to list, to trace and to test.
func (r *Rules) OwedSet() *rules.Set[Purchase, Owed] { return r.owed }

// EditOwed gives rules with a change to the set behind [Rules.OwedFor].
func (r *Rules) EditOwed(e rules.Edit[Purchase, Owed]) (*Rules, error) {
	copied := r.copied()
	return rulebook.Edited(copied, &copied.owed, e)
}

// MayReduce answers whether the quantity of a purchase can be reduced while the rest is kept, by the rules of a UTC day: Yes
// or No. In which window, and by how much, [Rules.CheckSeats] says.
func (r *Rules) MayReduce(day terms.Day, p Purchase) rules.Decision[rules.Truth] {
	return r.reduction.Explain(day, p)
}

// MayReduce is [Rules.MayReduce] of the [Published] rules.
func MayReduce(day terms.Day, p Purchase) rules.Decision[rules.Truth] {
	return Published().MayReduce(day, p)
}

// ReductionSet gives the rules behind [Rules.MayReduce], to list, to trace and to test.
func (r *Rules) ReductionSet() *rules.Set[Purchase, rules.Truth] { return r.reduction }

// EditReduction gives rules with a change to the set behind [Rules.MayReduce].
func (r *Rules) EditReduction(e rules.Edit[Purchase, rules.Truth]) (*Rules, error) {
	copied := r.copied()
	return rulebook.Edited(copied, &copied.reduction, e)
}
