package pricing

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/jsonform"
)

// A TierForm says what the lower bound of a tier means in the form in which it was published. The forms write the same tiers
// with other numbers: a hundred units at the first price are 1 to 100 in a price sheet, and the next key of a rate card is 100.
// The zero TierForm means "not given" and makes no price.
type TierForm uint8

const (
	// PriceSheetRange is the form of the Azure plan price sheet, PricingTierRangeMin and PricingTierRangeMax: units are
	// counted from 1, and Min is the first of the tier. Tiers of 1 to 100 and from 101 have 100 units at the first price,
	// which makes 101 units 100.80 in the page's own example.
	PriceSheetRange TierForm = iota + 1
	// RateCardKey is the form of a rate card, MeterRates {"0": 1, "200": 0.9}: the key is the quantity above which the rate
	// holds. 250 units are 200 at the first rate and 50 at the second.
	RateCardKey
	// TierMinimum is the form of tierMinimumUnits, in the Retail Prices API and in the price sheet of a Microsoft Customer
	// Agreement: the quantity above which the price holds, so that a range of 0 to 100 has 0.
	TierMinimum
	// RateCardFirstUnit reads the keys of a rate card as the first unit of the tier, so that {"0": 1, "200": 0.9} has 199 units at
	// the first rate. A commenter of Azure/BillingCodeSamples#15 reckoned so in 2015: 250 units are 244.9, not 245. It is kept
	// to recompute what was reckoned so. The lower bounds 0, 101, 501 of Stack Overflow 42525566 are of this form too.
	RateCardFirstUnit
)

// A TierRow is one row of tiers as they are published: the lower bound, the upper one where the form has it, and the price.
type TierRow struct {
	Min  decimal.Decimal `json:"min"`          // what it means is for the [TierForm] to say; 0 where a price sheet leaves it out
	Max  decimal.Decimal `json:"max,omitzero"` // the last unit, in a price sheet only; 0 where there is none or the form has none
	Unit terms.Money     `json:"unit"`         // the price of one unit
}

// MarshalJSON gives {"min":"101","max":"100000","unit":{…}}, without max where there is none.
func (r TierRow) MarshalJSON() ([]byte, error) {
	return jsonform.Marshal(struct {
		Min  number      `json:"min"`
		Max  number      `json:"max,omitzero"`
		Unit terms.Money `json:"unit"`
	}{number(r.Min), number(r.Max), r.Unit})
}

// A Tier is a part of a graduated price: what each unit above a quantity costs, up to where the next tier begins.
type Tier struct {
	Above decimal.Decimal `json:"above"` // the quantity above which the price holds
	Unit  terms.Money     `json:"unit"`  // the price of one unit
}

// MarshalJSON gives {"above":"100","unit":{…}}.
func (t Tier) MarshalJSON() ([]byte, error) {
	return jsonform.Marshal(struct {
		Above number      `json:"above"`
		Unit  terms.Money `json:"unit"`
	}{number(t.Above), t.Unit})
}

// Equal reports whether both tiers begin at the same quantity with the same price.
func (t Tier) Equal(other Tier) bool { return t.Above.Equal(other.Above) && t.Unit.Equal(other.Unit) }

// A Price is what units of one meter cost: one price for all, or graduated tiers, in which each unit costs what its own
// tier says. It is an immutable value; compare two with [Price.Equal]. The zero Price means "not given" and rates nothing.
//
// Tiers are continuous: where one begins above 5 units, the half unit from 5 to 5.5 is its own. No source says how Microsoft
// rates a quantity that ends between the bounds it publishes, 5 and 6.
type Price struct {
	tiers []Tier
	limit decimal.Decimal // beyond which there is no price; 0 for no limit
}

// mostTiers is the most tiers of a price.
const mostTiers = 1000

// FlatPrice gives a price that is the same for every unit. A price that is not given or below 0 is [ErrPrice].
func FlatPrice(unit terms.Money) (Price, error) {
	return TieredPrice(TierMinimum, TierRow{Unit: unit})
}

// TieredPrice makes a price of rows as they are published, in any order. It is [ErrPrice] if the form is not given; if
// there are no rows, or more than 1,000; if prices are not given, below 0 or in two currencies; if two rows have one lower
// bound, or none begins at the first unit; or if, in a price sheet, the rows leave units out or have them twice, or a lower
// bound without an upper one before it is not a whole number.
//
// The last upper bound of a price sheet is shown as 9223372036854780000, which is the largest 64-bit integer rounded, and
// larger than it. That and everything from 9223372036854775807 on is no bound. A smaller one is: units beyond it have no price.
func TieredPrice(form TierForm, rows ...TierRow) (Price, error) {
	if !tierFormNames.Valid(form) {
		return Price{}, notGiven("form", tierFormNames, form)
	}
	if len(rows) == 0 || len(rows) > mostTiers {
		return Price{}, fault(ErrPrice, "rows", len(rows), "1 to 1000 rows")
	}
	for i, r := range rows {
		if err := r.check(form, rows[0].Unit.Currency()); err != nil {
			return Price{}, fmt.Errorf("rows/%d: %w", i, err)
		}
	}
	sorted := slices.Clone(rows)
	slices.SortStableFunc(sorted, func(a, b TierRow) int { return a.Min.Cmp(b.Min) })
	return newPrice(form, sorted)
}

func (r TierRow) check(form TierForm, currency terms.Currency) error {
	if err := checkNumber(ErrPrice, "min", r.Min); err != nil {
		return err
	}
	if err := checkNumber(ErrPrice, "max", r.Max); err != nil {
		return err
	}
	switch {
	case r.Unit.IsZero() || r.Unit.Sign() < 0:
		return fault(ErrPrice, "unit", r.Unit, "a price of 0 or more")
	case r.Unit.Currency() != currency:
		return fault(ErrPrice, "unit", r.Unit, "a price in "+currency.String()+", as the first row has")
	case form != PriceSheetRange && !r.Max.IsZero():
		return fault(ErrPrice, "max", shown(r.Max), "no upper bound, which only a price sheet has")
	case !r.Max.IsZero() && r.Max.LessThan(r.Min):
		return fault(ErrPrice, "max", shown(r.Max), "an upper bound not below the lower one, "+shown(r.Min))
	}
	return nil
}

// newPrice makes the price of rows in the order of their lower bounds.
func newPrice(form TierForm, rows []TierRow) (Price, error) {
	p := Price{tiers: make([]Tier, len(rows))}
	for i, r := range rows {
		above, err := form.above(rows, i)
		if err != nil {
			return Price{}, err
		}
		if i == 0 && !above.IsZero() {
			return Price{}, fault(ErrPrice, "rows/0/min", shown(r.Min), "a first tier that begins with the first unit")
		}
		if i > 0 && !above.GreaterThan(p.tiers[i-1].Above) {
			return Price{}, fault(ErrPrice, "min", shown(r.Min), "lower bounds that differ, and no unit in two tiers")
		}
		p.tiers[i] = Tier{above, r.Unit}
	}
	if last := rows[len(rows)-1].Max; !last.IsZero() && last.LessThan(noBound()) {
		p.limit = last
	}
	return p, nil
}

// noBound is the largest 64-bit integer, from which on an upper bound is none.
func noBound() decimal.Decimal { return decimal.NewFromInt(1<<63 - 1) }

// above gives the quantity above which the price of a row holds.
func (f TierForm) above(rows []TierRow, i int) (decimal.Decimal, error) {
	r, one := rows[i], decimal.NewFromInt(1)
	switch {
	case f == RateCardKey || f == TierMinimum:
		return r.Min, nil
	case f == PriceSheetRange && i > 0 && !rows[i-1].Max.IsZero():
		before := rows[i-1].Max
		if !r.Min.Equal(before) && !r.Min.Equal(before.Add(one)) {
			return decimal.Decimal{}, fault(ErrPrice, "min", shown(r.Min),
				"the unit after "+shown(before)+", where the tier before it ends")
		}
		return before, nil
	case r.Min.IsZero():
		return r.Min, nil
	case !r.Min.IsInteger():
		return decimal.Decimal{}, fault(ErrPrice, "min", shown(r.Min), "the number of the tier's first unit, a whole number")
	}
	return r.Min.Sub(one), nil
}

// Currency gives the currency of the price, and the zero Currency for the zero Price.
func (p Price) Currency() terms.Currency {
	if p.IsZero() {
		return 0
	}
	return p.tiers[0].Unit.Currency()
}

// Tiers gives the tiers, the first at 0. The slice is the caller's own.
func (p Price) Tiers() []Tier { return slices.Clone(p.tiers) }

// Limit gives the quantity beyond which there is no price, and whether there is such a limit.
func (p Price) Limit() (decimal.Decimal, bool) { return p.limit, !p.limit.IsZero() }

// IsZero reports whether no price is given.
func (p Price) IsZero() bool { return len(p.tiers) == 0 }

// Equal reports whether both have the same tiers and the same limit.
func (p Price) Equal(other Price) bool {
	return slices.EqualFunc(p.tiers, other.tiers, Tier.Equal) && p.limit.Equal(other.limit)
}

// MarshalJSON gives {"tiers":[{"above":"0","unit":{…}}]}, with a limit where there is one, and null for the zero Price.
func (p Price) MarshalJSON() ([]byte, error) {
	if p.IsZero() {
		return []byte("null"), nil
	}
	return jsonform.Marshal(struct {
		Tiers []Tier `json:"tiers"`
		Limit number `json:"limit,omitzero"`
	}{p.tiers, number(p.limit)})
}

// UnmarshalJSON reads what [Price.MarshalJSON] gives, by the rules of [terms.Decode] and [TieredPrice]. On an error it
// leaves p as it was.
func (p *Price) UnmarshalJSON(data []byte) error {
	if jsonform.IsNull(data) {
		*p = Price{}
		return nil
	}
	var raw struct {
		Tiers []Tier          `json:"tiers"`
		Limit decimal.Decimal `json:"limit"`
	}
	if err := jsonform.Decode(data, &raw); err != nil {
		return err
	}
	rows := make([]TierRow, len(raw.Tiers))
	for i, t := range raw.Tiers {
		rows[i] = TierRow{Min: t.Above, Unit: t.Unit}
	}
	read, err := TieredPrice(TierMinimum, rows...)
	if err != nil {
		return err
	}
	if last := read.tiers[len(read.tiers)-1].Above; !raw.Limit.IsZero() && !raw.Limit.GreaterThan(last) {
		return fault(ErrPrice, "limit", shown(raw.Limit), "a limit above "+shown(last)+", where the last tier begins")
	}
	read.limit = raw.Limit
	*p = read
	return nil
}
