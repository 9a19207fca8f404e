package pricing

import (
	"math/big"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/jsonform"
)

// A RoundingRule says where a line of an invoice is rounded, and how. Microsoft publishes five formulas for five kinds of
// line, and worked examples that follow three more; each has a name here, and says which examples it gives. In the formulas
// EUP is the effective unit price, the unit price after proration and discount; Q the quantity; X the exchange rate from pricing
// to billing currency.
//
// Every rule rounds to two places, whatever the currency, because the sources print it so. They don't say what becomes of
// currencies without cents. The zero RoundingRule means "not given" and rounds nothing.
type RoundingRule uint8

const (
	// UsageDown is R1, of usage in an invoice reconciliation file (2022): ROUNDDOWN(ROUNDDOWN(EUP × Q, 2) × X, 2). 29 hours at
	// 0.868 less 15 % are 21.39.
	UsageDown RoundingRule = iota + 1
	// SeatDown is R2, of seats and licences in an invoice reconciliation file (2022): ROUNDDOWN(EUP × X, 2) × Q. Ten seats
	// at 10.08 for 29 of 31 days are 94.20. It gives the examples of cancelling, upgrades and changed billing plans (W1, W8, W12).
	SeatDown
	// DailyFloor is R3, of daily rated usage (2020 to 2021): FLOOR(EUP × Q × X, 2).
	DailyFloor
	// DailyTenPlaces is R4, of daily rated usage since: up to ten places, and no rounding to cents. The pages give the places
	// and not the mode; here the product is rounded to the nearest at the tenth place, half away from zero, and not cut off. The
	// samples have more places.
	DailyTenPlaces
	// LineNearest rounds the whole line to the nearest cent: ROUND(EUP × Q × X, 2). It is R5 for usage on legacy invoices,
	// ListPrice × OverageQuantity "to the nearest cent"; and what legacy seat lines (W20, W23) and the tiered line of October
	// 2023 follow, where 32 × 2.5415 is 81.33.
	LineNearest
	// SeatCreditNearest is R5 for the credit of legacy seats (2022), with D the days of the month and P the days given back:
	// ROUND(ROUND(UnitPrice × Q ÷ D, 2) × P ÷ Q, 2) × Q.
	SeatCreditNearest
	// LineDown cuts off the whole line: ROUNDDOWN(EUP × Q × X, 2). No page states it; all examples of changed quantities follow
	// it (W2, W4), on the page whose other examples follow SeatDown. Twelve seats at 10.08 for 28 of 30 days are 112.89.
	LineDown
	// DailyPriceNearest rounds the price of a day to three places first, and then the line to the nearest cent:
	// ROUND(ROUND(UnitPrice ÷ D, 3) × P × Q, 2). The legacy example of a suspension reckons so: 4.00 for 12 of 28 days is 1.72,
	// and without the first rounding 1.71 (W25).
	DailyPriceNearest
)

const cents = 2

// A Part is how much of a charge cycle a line is for: 29 of 31 days. It is hours of hours and months of months as well. The
// zero Part is the whole cycle.
type Part struct {
	Units int `json:"units"` // of the cycle: days, hours or months
	Of    int `json:"of"`    // units of the cycle's price
}

// String gives the part in words, as in 29 of 31, and all for the zero Part.
func (p Part) String() string {
	if p == (Part{}) {
		return "all"
	}
	return strconv.Itoa(p.Units) + " of " + strconv.Itoa(p.Of)
}

// of gives a part of a part.
func (p Part) of(other Part) Part {
	if p == (Part{}) {
		return other
	}
	return Part{p.Units * other.Units, p.Of * other.Of}
}

// fraction gives the part of a whole.
func (p Part) fraction() *big.Rat {
	if p == (Part{}) {
		return big.NewRat(1, 1)
	}
	return big.NewRat(int64(p.Units), int64(p.Of))
}

func (p Part) check() error {
	if p != (Part{}) && (p.Of < 1 || p.Units < 0 || p.Units > p.Of) {
		return fault(ErrLine, "part", p, "units of the cycle's units, from none to all")
	}
	return nil
}

// A Line is what a line of an invoice is reckoned from.
type Line struct {
	UnitPrice terms.Money     `json:"unitPrice"`         // of one unit for the whole charge cycle, as listed, in the pricing currency
	Quantity  decimal.Decimal `json:"quantity"`          // units: hours, gigabytes, seats
	Part      Part            `json:"part,omitzero"`     // the part of the charge cycle, for seats; zero for all of it
	Discount  Percent         `json:"discount,omitzero"` // what comes off the price, such as partner earned credit
	Rate      ExchangeRate    `json:"rate,omitzero"`     // to the billing currency; zero where that is the pricing currency
	Credit    bool            `json:"credit,omitzero"`   // the amount is given back
}

// MarshalJSON gives {"unitPrice":{…},"quantity":"10"}, and the other fields where they are given.
func (l Line) MarshalJSON() ([]byte, error) {
	return jsonform.Marshal(struct {
		UnitPrice terms.Money  `json:"unitPrice"`
		Quantity  number       `json:"quantity"`
		Part      Part         `json:"part,omitzero"`
		Discount  Percent      `json:"discount,omitzero"`
		Rate      ExchangeRate `json:"rate,omitzero"`
		Credit    bool         `json:"credit,omitzero"`
	}{l.UnitPrice, number(l.Quantity), l.Part, l.Discount, l.Rate, l.Credit})
}

// Equal reports whether both are the same line.
func (l Line) Equal(other Line) bool {
	return l.UnitPrice.Equal(other.UnitPrice) && l.Quantity.Equal(other.Quantity) && l.Part == other.Part &&
		l.Discount.Equal(other.Discount) && l.Rate.Equal(other.Rate) && l.Credit == other.Credit
}

func (l Line) check() error {
	if l.UnitPrice.IsZero() || l.UnitPrice.Sign() < 0 {
		return fault(ErrLine, "unitPrice", l.UnitPrice, "a price of 0 or more; a credit is marked as one")
	}
	if err := checkNumber(ErrLine, "quantity", l.Quantity); err != nil {
		return err
	}
	if err := l.Part.check(); err != nil {
		return err
	}
	return l.Rate.check(l.UnitPrice.Currency())
}

// A Subtotal is the amount of a line before tax, and how it was rounded. Of a credit every amount is negative.
type Subtotal struct {
	Rule RoundingRule `json:"rule"`
	// EffectiveUnitPrice is the unit price after proration and discount, in the pricing currency, with 15 significant digits.
	EffectiveUnitPrice terms.Money `json:"effectiveUnitPrice"`
	// Each is what each unit is billed at, by the rules that round that: SeatDown and SeatCreditNearest. Microsoft prints it as
	// the effective unit price there.
	Each   terms.Money `json:"each,omitzero"`
	Amount terms.Money `json:"amount"` // in the billing currency
}

// Equal reports whether both are the same subtotal.
func (s Subtotal) Equal(other Subtotal) bool {
	return s.Rule == other.Rule && s.EffectiveUnitPrice.Equal(other.EffectiveUnitPrice) && s.Each.Equal(other.Each) &&
		s.Amount.Equal(other.Amount)
}

// Subtotal gives the amount of a line by a rule. Products are exact, and nothing is rounded but where the rule says. A rule
// that is not given is [ErrNotGiven]; a line without price, with a quantity or part that is none, is [ErrLine]; a rate from
// another currency than the price's is [ErrRate].
func (l Line) Subtotal(rule RoundingRule) (Subtotal, error) {
	if !roundingRuleNames.Valid(rule) {
		return Subtotal{}, notGiven("rule", roundingRuleNames, rule)
	}
	if err := l.check(); err != nil {
		return Subtotal{}, err
	}
	return l.reckon(rule).subtotal(l, rule)
}

// reckoned is what a rule makes of a line, before it has currencies and a sign.
type reckoned struct {
	effective *big.Rat
	each      *decimal.Decimal
	amount    *big.Rat
}

// reckon applies the formula of a rule. A credit is negative from the first, since not every mode is the same on both
// sides of zero.
func (l Line) reckon(rule RoundingRule) reckoned {
	sign := int64(1)
	if l.Credit {
		sign = -1
	}
	listed := product(big.NewRat(sign, 1), ratOf(l.UnitPrice.Amount()), l.Discount.rest())
	effective, quantity, rate := product(listed, l.Part.fraction()), ratOf(l.Quantity), l.Rate.factor()
	line := func() *big.Rat { return product(effective, quantity, rate) }
	r := reckoned{effective: effective}
	switch rule {
	case UsageDown:
		priced := TowardsZero.round(product(effective, quantity), cents)
		r.amount = ratOf(TowardsZero.round(product(ratOf(priced), rate), cents))
	case SeatDown:
		each := TowardsZero.round(product(effective, rate), cents)
		r.each, r.amount = &each, product(ratOf(each), quantity)
	case DailyFloor:
		r.amount = ratOf(Floor.round(line(), cents))
	case DailyTenPlaces:
		const places = 10
		r.amount = ratOf(HalfAwayFromZero.round(line(), places))
	case LineNearest:
		r.amount = ratOf(HalfAwayFromZero.round(line(), cents))
	case LineDown:
		r.amount = ratOf(TowardsZero.round(line(), cents))
	case SeatCreditNearest:
		each := l.eachCredited(product(listed, rate))
		r.each, r.amount = &each, product(ratOf(each), quantity)
	case DailyPriceNearest:
		r.amount = l.byPriceOfDay(product(listed, rate))
	}
	return r
}

// units gives the units of the part, and those it is of; one of one for the whole.
func (l Line) units() (units, of *big.Rat) {
	if l.Part == (Part{}) {
		return big.NewRat(1, 1), big.NewRat(1, 1)
	}
	return big.NewRat(int64(l.Part.Units), 1), big.NewRat(int64(l.Part.Of), 1)
}

// eachCredited rounds the day of all seats first, then the credit of one.
func (l Line) eachCredited(price *big.Rat) decimal.Decimal {
	if l.Quantity.IsZero() {
		return decimal.Decimal{}
	}
	units, of := l.units()
	day := HalfAwayFromZero.round(new(big.Rat).Quo(product(price, ratOf(l.Quantity)), of), cents)
	return HalfAwayFromZero.round(new(big.Rat).Quo(product(ratOf(day), units), ratOf(l.Quantity)), cents)
}

// byPriceOfDay rounds the day of one seat to three places first, then the line.
func (l Line) byPriceOfDay(price *big.Rat) *big.Rat {
	const places = 3
	units, of := l.units()
	day := HalfAwayFromZero.round(new(big.Rat).Quo(price, of), places)
	return ratOf(HalfAwayFromZero.round(product(ratOf(day), units, ratOf(l.Quantity)), cents))
}

// subtotal puts currencies to what was reckoned.
func (r reckoned) subtotal(l Line, rule RoundingRule) (Subtotal, error) {
	priced := l.UnitPrice.Currency()
	billed := l.Rate.billed(priced)
	s := Subtotal{Rule: rule}
	var err error
	if s.EffectiveUnitPrice, err = terms.NewMoney(trim(significant(r.effective, effectiveDigits)), priced); err != nil {
		return Subtotal{}, causedFault(ErrLine, "unitPrice", err, "a smaller price")
	}
	if r.each != nil {
		if s.Each, err = terms.NewMoney(*r.each, billed); err != nil {
			return Subtotal{}, causedFault(ErrLine, "unitPrice", err, "a smaller price")
		}
	}
	if s.Amount, err = amountOf(r.amount, billed); err != nil {
		return Subtotal{}, causedFault(ErrLine, "quantity", err, "a smaller amount")
	}
	return s, nil
}
