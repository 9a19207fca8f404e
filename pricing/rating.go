package pricing

import (
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/jsonform"
)

// An IncludedReading says what units that are included, and so free, do to the tiers of the others. The record has both
// readings, of the same example: {0: 20, 101: 15, 501: 10}, 700 used, 200 included. The zero IncludedReading means "not
// given"; it is wanted where units are included.
type IncludedReading uint8

const (
	// IncludedFirst takes the included units off and graduates what is left: 500 units, 100 at 20 and 400 at 15, are
	// 8,000. It is the default, by the words of the rate card ("only the excess is charged") and of the legacy invoice
	// (OverageQuantity is ConsumedQuantity less IncludedQuantity).
	IncludedFirst IncludedReading = iota + 1
	// IncludedUnpriced leaves every unit in its tier and charges nothing for the included ones: 300 at 15 and 200 at 10 are
	// 6,500.
	IncludedUnpriced
)

// Use is how much of one meter was used. Quantities may have decimals, and count for the whole billing period: it is the
// caller who says where that begins, since Microsoft does not say when tiers start anew. (A vendor says with every billing
// period.)
type Use struct {
	Quantity decimal.Decimal `json:"quantity"`          // what is rated, 0 or more
	Before   decimal.Decimal `json:"before,omitzero"`   // what was already used in the billing period, and rated then
	Included decimal.Decimal `json:"included,omitzero"` // the units that are free in the billing period
	Reading  IncludedReading `json:"reading,omitzero"`  // what the included units do to the tiers; wanted where there are any
}

// MarshalJSON gives {"quantity":"101"}, and the other fields where they are not 0.
func (u Use) MarshalJSON() ([]byte, error) {
	return jsonform.Marshal(struct {
		Quantity number          `json:"quantity"`
		Before   number          `json:"before,omitzero"`
		Included number          `json:"included,omitzero"`
		Reading  IncludedReading `json:"reading,omitzero"`
	}{number(u.Quantity), number(u.Before), number(u.Included), u.Reading})
}

// Equal reports whether both are the same use.
func (u Use) Equal(other Use) bool {
	return u.Quantity.Equal(other.Quantity) && u.Before.Equal(other.Before) && u.Included.Equal(other.Included) &&
		u.Reading == other.Reading
}

func (u Use) check() error {
	for _, n := range []struct {
		field  string
		number decimal.Decimal
	}{{"quantity", u.Quantity}, {"before", u.Before}, {"included", u.Included}} {
		if err := checkNumber(ErrUse, n.field, n.number); err != nil {
			return err
		}
	}
	if u.Reading != 0 && !includedReadingNames.Valid(u.Reading) || u.Reading == 0 && !u.Included.IsZero() {
		return notGiven("reading", includedReadingNames, u.Reading)
	}
	return nil
}

// A Slice is the part of a use that falls into one tier: a line of its own on an invoice.
type Slice struct {
	Tier     int             `json:"tier"`     // counted from 1
	Quantity decimal.Decimal `json:"quantity"` // the units of this tier
	Unit     terms.Money     `json:"unit"`     // the price of each
	Amount   terms.Money     `json:"amount"`   // the product, before any rounding
}

// MarshalJSON gives {"tier":2,"quantity":"1","unit":{…},"amount":{…}}.
func (s Slice) MarshalJSON() ([]byte, error) {
	return jsonform.Marshal(struct {
		Tier     int         `json:"tier"`
		Quantity number      `json:"quantity"`
		Unit     terms.Money `json:"unit"`
		Amount   terms.Money `json:"amount"`
	}{s.Tier, number(s.Quantity), s.Unit, s.Amount})
}

// Equal reports whether both are the same slice.
func (s Slice) Equal(other Slice) bool {
	return s.Tier == other.Tier && s.Quantity.Equal(other.Quantity) && s.Unit.Equal(other.Unit) && s.Amount.Equal(other.Amount)
}

// Line gives the slice as a line to be rounded, less a discount and at a rate, either of which may be zero.
func (s Slice) Line(discount Percent, rate ExchangeRate) Line {
	return Line{UnitPrice: s.Unit, Quantity: s.Quantity, Discount: discount, Rate: rate}
}

// A Rating is what a use costs at list price, before discounts, exchange and rounding.
type Rating struct {
	Use    Use             `json:"use"`           // what was rated
	Free   decimal.Decimal `json:"free,omitzero"` // of it, the units that were included
	Slices []Slice         `json:"slices"`        // one for each tier that has units, the lowest first
	Amount terms.Money     `json:"amount"`        // the sum of the slices
}

// MarshalJSON gives {"use":{…},"slices":[…],"amount":{…}}, with the free units where there are any.
func (r Rating) MarshalJSON() ([]byte, error) {
	return jsonform.Marshal(struct {
		Use    Use         `json:"use"`
		Free   number      `json:"free,omitzero"`
		Slices []Slice     `json:"slices"`
		Amount terms.Money `json:"amount"`
	}{r.Use, number(r.Free), jsonform.EmptyNotNull(r.Slices), r.Amount})
}

// Equal reports whether both are the same rating.
func (r Rating) Equal(other Rating) bool {
	return r.Use.Equal(other.Use) && r.Free.Equal(other.Free) && slices.EqualFunc(r.Slices, other.Slices, Slice.Equal) &&
		r.Amount.Equal(other.Amount)
}

// Blended gives what a unit of the use cost across its tiers, the included units among them, as [EffectiveUnitPrice] does.
// It is [ErrDivision] where nothing was used.
func (r Rating) Blended() (terms.Money, error) { return EffectiveUnitPrice(r.Amount, r.Use.Quantity) }

// Rate gives what a use costs, tier by tier: each unit costs what its own tier says. Amounts are exact; one of more than 28
// places or 38 digits is rounded to as many.
//
// Units used before are in their tiers already. So a month can be rated day by day, and the days add up to what the month
// costs at once. There is no minimum: nothing used costs nothing (CSP-20).
//
// A price that is not given is [ErrPrice]; a quantity that is below 0, or beyond the limit of the price, is [ErrUse].
func (p Price) Rate(use Use) (Rating, error) {
	if p.IsZero() {
		return Rating{}, fault(ErrPrice, "price", "", "a price")
	}
	if err := use.check(); err != nil {
		return Rating{}, err
	}
	free, from, until := use.priced()
	if err := checkNumber(ErrUse, "included", free); err != nil {
		return Rating{}, err
	}
	if limit, limited := p.Limit(); limited && until.GreaterThan(limit) {
		return Rating{}, fault(ErrUse, "quantity", shown(use.Quantity), "at most "+shown(limit)+" units, beyond which there is no price")
	}
	rating := Rating{Use: use, Free: free, Slices: []Slice{}}
	total := new(big.Rat)
	for i := range p.tiers {
		units := p.unitsIn(i, from, until)
		if !units.IsPositive() {
			continue
		}
		if err := checkNumber(ErrUse, "quantity", units); err != nil {
			return Rating{}, err
		}
		cost := product(ratOf(units), ratOf(p.tiers[i].Unit.Amount()))
		amount, err := amountOf(cost, p.Currency())
		if err != nil {
			return Rating{}, err
		}
		total.Add(total, cost)
		rating.Slices = append(rating.Slices, Slice{i + 1, units, p.tiers[i].Unit, amount})
	}
	var err error
	rating.Amount, err = amountOf(total, p.Currency())
	return rating, err
}

// priced gives the units of the use that are free, and where the others begin and end in the tiers.
func (u Use) priced() (free, from, until decimal.Decimal) {
	end := u.Before.Add(u.Quantity)
	free = decimal.Min(end, u.Included).Sub(decimal.Min(u.Before, u.Included))
	from, until = decimal.Max(u.Before, u.Included), decimal.Max(end, u.Included)
	if u.Reading == IncludedFirst {
		from, until = from.Sub(u.Included), until.Sub(u.Included)
	}
	return free, from, until
}

// unitsIn gives how many of the units from one quantity to another are of a tier, negative where none is.
func (p Price) unitsIn(tier int, from, until decimal.Decimal) decimal.Decimal {
	from = decimal.Max(from, p.tiers[tier].Above)
	if tier+1 < len(p.tiers) {
		until = decimal.Min(until, p.tiers[tier+1].Above)
	}
	return until.Sub(from)
}
