package credit

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/jsonform"
	"github.com/cloudterms/terms/rules"
)

// A UnitWorth is what one purchased unit is worth as credit in one currency, on some days.
type UnitWorth struct {
	Worth  terms.Money `json:"worth"`  // excluding tax (OPEN-03)
	Span   terms.Span  `json:"span"`   // days of purchase for which it holds
	Source string      `json:"source"` // where it stands; wanted, because the figures disagree
}

// A UnitTable says what a unit is worth in each currency and on each day of purchase. It is immutable;
// [UnitTable.With] makes a larger one. The zero UnitTable knows no worth: start from [DefaultUnits].
//
// Microsoft's own table could not be recovered, and the figures resellers give disagree between years, so
// only the 100 US dollars of the offer page are built in. In JSON a table is the list of its worths, and
// one that is read has those and no default: put worths of your own over the default with With.
type UnitTable struct{ worths []UnitWorth } // a later worth goes before an earlier one

// DefaultUnits gives the table that knows of US dollars only: 100 USD a unit, on all days (OPEN-03: about
// 100 US dollars or the equivalent). It is [Rules.DefaultUnits] of the [Published] rules.
func DefaultUnits() UnitTable { return Published().DefaultUnits() }

// DefaultUnits gives the table of the figures of [Rules.Unit]. A figure in one currency leaves those in others as they are.
func (r *Rules) DefaultUnits() UnitTable {
	var table UnitTable
	for _, entry := range slices.Backward(r.unit.timeline.Entries()) {
		for _, worth := range entry.Value.list {
			table.worths = append(table.worths, UnitWorth{worth, entry.Span, sourceText(entry.Sources[0])})
		}
	}
	return table
}

// sourceText gives a source in one line.
func sourceText(s rules.Source) string {
	if s.Fact == "" {
		return s.Document
	}
	return s.Fact + ": " + s.Document
}

// With gives a table that has these worths too. Where two hold in one currency on one day, the later one
// counts, so a worth for some days can stand over a worth for all. Each needs a positive worth, a span of
// days and a source: anything else is [ErrUnit].
func (t UnitTable) With(worths ...UnitWorth) (UnitTable, error) {
	for _, w := range worths {
		if err := w.check(); err != nil {
			return UnitTable{}, err
		}
	}
	return UnitTable{slices.Concat(t.worths, worths)}, nil
}

func (w UnitWorth) check() error {
	switch {
	case w.Worth.Sign() <= 0:
		return fmt.Errorf("%w: a worth of %q; want more than 0", ErrUnit, w.Worth)
	case w.Span.IsZero() || w.Span.IsPending():
		return fmt.Errorf("%w: %s holds for the span %q; want the days for which it does", ErrUnit, w.Worth, w.Span)
	case w.Source == "":
		return fmt.Errorf("%w: %s has no source", ErrUnit, w.Worth)
	}
	return nil
}

// Equal reports whether both tables have the same worths in the same order.
func (t UnitTable) Equal(other UnitTable) bool {
	return slices.EqualFunc(t.worths, other.worths, func(a, b UnitWorth) bool {
		return a.Worth.Equal(b.Worth) && a.Span == b.Span && a.Source == b.Source
	})
}

// Worths gives every worth of the table, a later one counting before an earlier one.
func (t UnitTable) Worths() []UnitWorth { return slices.Clone(t.worths) }

// Amount gives what so many units, 1 to 1,000,000, purchased on a day are worth as credit. A currency
// without a worth on that day is [ErrUnit]: the nearest worth is never taken instead.
func (t UnitTable) Amount(units int, currency terms.Currency, purchased terms.Day) (terms.Money, error) {
	if units < 1 || units > mostUnits {
		return terms.Money{}, fmt.Errorf("%w: %d units; want 1 to %d", ErrUnit, units, mostUnits)
	}
	for _, w := range slices.Backward(t.worths) {
		if w.Worth.Currency() == currency && w.Span.Contains(purchased) {
			return w.Worth.Mul(decimal.NewFromInt(int64(units)))
		}
	}
	return terms.Money{}, fmt.Errorf("%w: %s purchased on %q; give the table a worth with UnitTable.With",
		ErrUnit, currency, purchased)
}

// MarshalJSON gives the list of worths.
func (t UnitTable) MarshalJSON() ([]byte, error) {
	return jsonform.Marshal(jsonform.EmptyNotNull(t.worths))
}

// UnmarshalJSON reads what [UnitTable.MarshalJSON] gives, by the rules of [terms.Decode] and
// [UnitTable.With]. On an error it leaves t as it was.
func (t *UnitTable) UnmarshalJSON(data []byte) error {
	var worths []UnitWorth
	if err := jsonform.Decode(data, &worths); err != nil {
		return err
	}
	made, err := UnitTable{}.With(worths...)
	if err != nil {
		return err
	}
	*t = made
	return nil
}
