package pricing

import (
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/jsonform"
)

// A RateForm says which way an exchange rate is written. Microsoft writes it both ways, and a rate used the wrong way around
// still gives an amount that looks like one. The zero RateForm means "not given".
type RateForm uint8

const (
	// USDPerUnit is the form of the exchange-rate file of the price sheets: dollars for one unit of the currency. An
	// amount in dollars is divided by it.
	USDPerUnit RateForm = iota + 1
	// PCToBC is the form of reconciliation files, PCToBCExchangeRate: units of the billing currency for one unit of the
	// pricing currency. An amount is multiplied by it.
	PCToBC
)

// An ExchangeRate turns an amount in the currency something is priced in into the currency it is billed in. It is an
// immutable value; compare two with [ExchangeRate.Equal]. The zero ExchangeRate means that what is priced in a currency is
// billed in it.
type ExchangeRate struct {
	form     RateForm
	from, to terms.Currency
	value    decimal.Decimal
}

// NewUSDPerUnit gives the rate from US dollars to a currency, of which one unit is so many dollars: 0.27224589 for AED.
// Dollars are divided by it. A number that is not above 0, or a currency that is none, is [ErrRate].
func NewUSDPerUnit(currency terms.Currency, dollars decimal.Decimal) (ExchangeRate, error) {
	return newRate(USDPerUnit, terms.USD, currency, dollars)
}

// NewPCToBC gives the rate from a pricing currency to a billing currency, as PCToBCExchangeRate has it: 0.846202666 from USD
// to EUR. Amounts are multiplied by it. A number that is not above 0, or a currency that is none, is [ErrRate].
func NewPCToBC(pricing, billing terms.Currency, rate decimal.Decimal) (ExchangeRate, error) {
	return newRate(PCToBC, pricing, billing, rate)
}

func newRate(form RateForm, from, to terms.Currency, value decimal.Decimal) (ExchangeRate, error) {
	if err := checkNumber(ErrRate, "rate", value); err != nil {
		return ExchangeRate{}, err
	}
	one := decimal.NewFromInt(1)
	switch {
	case value.IsZero():
		return ExchangeRate{}, fault(ErrRate, "rate", 0, "more than 0")
	case !from.IsValid() || !to.IsValid():
		return ExchangeRate{}, fault(ErrRate, "currency", from.String()+" to "+to.String(), "two currencies")
	case from == to && !value.Equal(one):
		return ExchangeRate{}, fault(ErrRate, "rate", shown(value), "1, from "+from.String()+" to itself")
	}
	return ExchangeRate{form, from, to, value}, nil
}

// Form says which way the rate is written.
func (r ExchangeRate) Form() RateForm { return r.form }

// From gives the currency that is priced in, and the zero Currency for the zero ExchangeRate.
func (r ExchangeRate) From() terms.Currency { return r.from }

// To gives the currency that is billed in, and the zero Currency for the zero ExchangeRate.
func (r ExchangeRate) To() terms.Currency { return r.to }

// Value gives the number as it is written.
func (r ExchangeRate) Value() decimal.Decimal { return r.value }

// String gives the rate in words: 0.27224589 USD per AED, 0.846202666 EUR per USD, and no exchange for the zero ExchangeRate.
func (r ExchangeRate) String() string {
	switch r.form {
	case USDPerUnit:
		return shown(r.value) + " " + r.from.String() + " per " + r.to.String()
	case PCToBC:
		return shown(r.value) + " " + r.to.String() + " per " + r.from.String()
	default:
		return "no exchange"
	}
}

// IsZero reports whether no rate is given.
func (r ExchangeRate) IsZero() bool { return r.form == 0 }

// Equal reports whether both are the same number in the same form between the same currencies.
func (r ExchangeRate) Equal(other ExchangeRate) bool {
	return r.form == other.form && r.from == other.from && r.to == other.to && r.value.Equal(other.value)
}

// Convert gives an amount in the currency that is billed in, rounded to so many places, 0 to 28. Where several things are
// converted, convert and round as the line's [RoundingRule] says: the sum of rounded amounts is not the rounded sum.
//
// An amount in another currency than the rate is from is [ErrRate]; a mode that is not given is [ErrNotGiven]. The zero
// ExchangeRate rounds.
func (r ExchangeRate) Convert(amount terms.Money, mode Mode, places int) (terms.Money, error) {
	if err := r.check(amount.Currency()); err != nil {
		return terms.Money{}, err
	}
	if _, err := mode.Round(decimal.Decimal{}, places); err != nil {
		return terms.Money{}, err
	}
	converted := mode.round(product(ratOf(amount.Amount()), r.factor()), places)
	return terms.NewMoney(converted, r.billed(amount.Currency()))
}

// check refuses to convert from a currency that the rate is not from.
func (r ExchangeRate) check(currency terms.Currency) error {
	if !r.IsZero() && r.from != currency {
		return fault(ErrRate, "currency", currency, r.from.String()+", which the rate is from")
	}
	return nil
}

// factor gives what an amount is multiplied by.
func (r ExchangeRate) factor() *big.Rat {
	switch r.form {
	case USDPerUnit:
		return new(big.Rat).Inv(ratOf(r.value))
	case PCToBC:
		return ratOf(r.value)
	default:
		return big.NewRat(1, 1)
	}
}

// billed gives the currency of a converted amount.
func (r ExchangeRate) billed(priced terms.Currency) terms.Currency {
	if r.IsZero() {
		return priced
	}
	return r.to
}

// rateJSON is an exchange rate as JSON has it.
type rateJSON struct {
	Form  RateForm        `json:"form"`
	From  terms.Currency  `json:"from"`
	To    terms.Currency  `json:"to"`
	Value decimal.Decimal `json:"value"`
}

// MarshalJSON gives {"form":"pcToBC","from":"USD","to":"EUR","value":"0.846202666"}, and null for the zero ExchangeRate.
func (r ExchangeRate) MarshalJSON() ([]byte, error) {
	if r.IsZero() {
		return []byte("null"), nil
	}
	return jsonform.Marshal(struct {
		Form  RateForm       `json:"form"`
		From  terms.Currency `json:"from"`
		To    terms.Currency `json:"to"`
		Value number         `json:"value"`
	}{r.form, r.from, r.to, number(r.value)})
}

// UnmarshalJSON reads what [ExchangeRate.MarshalJSON] gives, by the rules of [terms.Decode]. On an error it leaves r as it
// was.
func (r *ExchangeRate) UnmarshalJSON(data []byte) error {
	if jsonform.IsNull(data) {
		*r = ExchangeRate{}
		return nil
	}
	var raw rateJSON
	if err := jsonform.Decode(data, &raw); err != nil {
		return err
	}
	if !rateFormNames.Valid(raw.Form) {
		return notGiven("form", rateFormNames, raw.Form)
	}
	if raw.Form == USDPerUnit && raw.From != terms.USD {
		return fault(ErrRate, "from", raw.From, "USD, for a rate in dollars per unit")
	}
	read, err := newRate(raw.Form, raw.From, raw.To, raw.Value)
	if err != nil {
		return err
	}
	*r = read
	return nil
}
