package pricesheet

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"
	"time"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/excerpt"
	"github.com/cloudterms/terms/internal/jsonform"
)

// A RateCard is what stands in a rate card beside its meters.
type RateCard struct {
	Locale string `json:"locale,omitzero"`
	// Currency is that of all rates on the card.
	Currency terms.Currency `json:"currency,omitzero"`
	// IsTaxIncluded is always false: rates are before tax.
	IsTaxIncluded bool        `json:"isTaxIncluded"`
	OfferTerms    []OfferTerm `json:"offerTerms,omitempty"`
	// Other are the members this package does not know, each with its JSON.
	Other []Field `json:"other,omitempty"`
}

// An OfferTerm is what a rate card says of its rates as a whole: a discount, a commitment or a credit.
type OfferTerm struct {
	// Name is as in Overage discount; of the ARM API, Recurring Charge, Monetary Commitment or Monetary Credit.
	Name string `json:"name"`
	// Discount is a fraction, as in 0.15.
	Discount decimal.Decimal `json:"-"`
	// TieredDiscount has a discount for each amount of a commitment, the smallest first.
	TieredDiscount []DiscountTier `json:"tieredDiscount,omitempty"`
	// Credit is an amount in the card's currency.
	Credit decimal.Decimal `json:"-"`
	// ExcludedMeterIDs are the meters the term does not hold for.
	ExcludedMeterIDs []string  `json:"excludedMeterIds,omitempty"`
	EffectiveDate    time.Time `json:"effectiveDate,omitzero"`
	// Other are the members this package does not know, each with its JSON.
	Other []Field `json:"other,omitempty"`
}

// A DiscountTier is a discount that holds from an amount on.
type DiscountTier struct {
	// Amount is what is committed to, in the card's currency.
	Amount decimal.Decimal
	// Discount is as the card has it.
	Discount decimal.Decimal
}

// A Meter is what a rate card says of one meter.
type Meter struct {
	// Line is the line of the document that the meter begins on, counted from 1.
	Line int    `json:"line,omitzero"`
	ID   string `json:"id"`
	Name string `json:"name,omitzero"`
	// Rates are the prices of a unit, in the card's currency, the lowest quantity first. There is at least one.
	Rates []MeterRate `json:"rates"`
	// Tags has Third Party where no discount applies.
	Tags        []string `json:"tags,omitempty"`
	Category    string   `json:"category,omitzero"`
	Subcategory string   `json:"subcategory,omitzero"`
	Region      string   `json:"region,omitzero"`
	Unit        string   `json:"unit,omitzero"`
	// IncludedQuantity is free; only what is used beyond it is charged.
	IncludedQuantity decimal.Decimal `json:"-"`
	EffectiveDate    time.Time       `json:"effectiveDate,omitzero"`
	// Status is as in Active, which older answers of the ARM API have.
	Status string `json:"status,omitzero"`
	// Other are the members this package does not know, each with its JSON.
	Other []Field `json:"other,omitempty"`
}

// A MeterRate is a price that holds from a quantity on.
type MeterRate struct {
	// Quantity is the key of the rate: 0 for the first tier, and for a further one how much the tiers below it hold. How the
	// unit at the bound itself is counted is a reading of package pricing.
	Quantity decimal.Decimal
	Price    decimal.Decimal
}

// ReadRateCard reads the answer of a RateCard API, Partner Center's (GET v1/ratecards/azure) or the ARM API's
// (Microsoft.Commerce/RateCard), whose names for the same differ. The meters are given one by one. What stands beside them
// is put into card, which may be nil, as it is come by: it is complete when the sequence has ended, since some answers have
// the currency behind the meters.
//
// Dates are [Instant] or [InstantWithoutZone], in UTC. The sequence reads in as it is ranged over, and can be once.
func ReadRateCard(in io.Reader, card *RateCard) iter.Seq2[Meter, error] {
	return document[Meter, RateCard]{&meters, "meters", &rateCard, `{"meters": [`}.read(in, card)
}

// setRates reads an object of prices by quantity.
func setRates(_ *reading, m *Meter, text string) (err error) {
	m.Rates, err = readRates(text)
	if err == nil && len(m.Rates) == 0 {
		return fmt.Errorf("%w: a meter without rates", ErrValue)
	}
	return err
}

func setTieredDiscount(_ *reading, o *OfferTerm, text string) error {
	rates, err := readRates(text)
	if err != nil {
		return err
	}
	for _, r := range rates {
		o.TieredDiscount = append(o.TieredDiscount, DiscountTier{r.Quantity, r.Price})
	}
	return nil
}

func readRates(text string) ([]MeterRate, error) {
	byQuantity, err := readMembers(text)
	if err != nil {
		return nil, err
	}
	rates := make([]MeterRate, len(byQuantity))
	for i, m := range byQuantity {
		if rates[i], err = readRate(m); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(rates, func(a, b MeterRate) int { return a.Quantity.Cmp(b.Quantity) })
	for i := 1; i < len(rates); i++ {
		if rates[i].Quantity.Equal(rates[i-1].Quantity) {
			return nil, fmt.Errorf("%w: two rates from one quantity on", ErrValue)
		}
	}
	return rates, nil
}

func readRate(m Field) (MeterRate, error) {
	quantity, err := readNumber(m.Name)
	if err != nil {
		return MeterRate{}, err
	}
	if quantity.IsNegative() {
		return MeterRate{}, fmt.Errorf("%w: a rate from %q on; want 0 or more", ErrValue, excerpt.Of(m.Name))
	}
	price, err := readNumber(m.Text)
	if err == nil && price.IsNegative() {
		return MeterRate{}, fmt.Errorf("%w: a price of %q; want 0 or more", ErrValue, excerpt.Of(m.Text))
	}
	return MeterRate{quantity, price}, err
}

func setOfferTerms(shared *reading, card *RateCard, text string) (err error) {
	card.OfferTerms, err = readObjects(&offerTerms, shared, text)
	return err
}

// Equal reports whether both say the same.
func (c RateCard) Equal(other RateCard) bool { return sameJSON(c, other) }

// Equal reports whether both say the same.
func (o OfferTerm) Equal(other OfferTerm) bool { return sameJSON(o, other) }

// Equal reports whether both are the same meter of the same line.
func (m Meter) Equal(other Meter) bool { return sameJSON(m, other) }

// Equal reports whether both are the same price from the same quantity on.
func (r MeterRate) Equal(other MeterRate) bool {
	return r.Quantity.Equal(other.Quantity) && r.Price.Equal(other.Price)
}

type rateForm struct {
	Quantity number `json:"quantity"`
	Price    number `json:"price"`
}

// MarshalJSON gives {"quantity":"100","price":"0.99"}.
func (r MeterRate) MarshalJSON() ([]byte, error) {
	return json.Marshal(rateForm{number{r.Quantity}, number{r.Price}})
}

// UnmarshalJSON reads what [MeterRate.MarshalJSON] gives, by the rules of [terms.Decode].
func (r *MeterRate) UnmarshalJSON(data []byte) error {
	var read rateForm
	if err := jsonform.Decode(data, &read); err != nil {
		return err
	}
	*r = MeterRate{read.Quantity.Decimal, read.Price.Decimal}
	return nil
}

// Equal reports whether both are the same discount from the same amount on.
func (t DiscountTier) Equal(other DiscountTier) bool {
	return t.Amount.Equal(other.Amount) && t.Discount.Equal(other.Discount)
}

type discountTierForm struct {
	Amount   number `json:"amount"`
	Discount number `json:"discount"`
}

// MarshalJSON gives {"amount":"500","discount":"0.02"}.
func (t DiscountTier) MarshalJSON() ([]byte, error) {
	return json.Marshal(discountTierForm{number{t.Amount}, number{t.Discount}})
}

// UnmarshalJSON reads what [DiscountTier.MarshalJSON] gives, by the rules of [terms.Decode].
func (t *DiscountTier) UnmarshalJSON(data []byte) error {
	var read discountTierForm
	if err := jsonform.Decode(data, &read); err != nil {
		return err
	}
	*t = DiscountTier{read.Amount.Decimal, read.Discount.Decimal}
	return nil
}

type (
	offerTermJSON OfferTerm
	offerTermForm struct {
		offerTermJSON

		Discount number `json:"discount,omitzero"`
		Credit   number `json:"credit,omitzero"`
	}
)

// MarshalJSON gives the term under the names of Partner Center's API.
func (o OfferTerm) MarshalJSON() ([]byte, error) {
	return json.Marshal(offerTermForm{
		offerTermJSON: offerTermJSON(o),
		Discount:      number{o.Discount},
		Credit:        number{o.Credit},
	})
}

// UnmarshalJSON reads what [OfferTerm.MarshalJSON] gives, by the rules of [terms.Decode].
func (o *OfferTerm) UnmarshalJSON(data []byte) error {
	var read offerTermForm
	if err := jsonform.Decode(data, &read); err != nil {
		return err
	}
	*o = OfferTerm(read.offerTermJSON)
	o.Discount = read.Discount.Decimal
	o.Credit = read.Credit.Decimal
	return nil
}

type (
	meterJSON Meter
	meterForm struct {
		meterJSON

		IncludedQuantity number `json:"includedQuantity"`
	}
)

// MarshalJSON gives the meter under the names of Partner Center's API.
func (m Meter) MarshalJSON() ([]byte, error) {
	return json.Marshal(meterForm{
		meterJSON:        meterJSON(m),
		IncludedQuantity: number{m.IncludedQuantity},
	})
}

// UnmarshalJSON reads what [Meter.MarshalJSON] gives, by the rules of [terms.Decode].
func (m *Meter) UnmarshalJSON(data []byte) error {
	var read meterForm
	if err := jsonform.Decode(data, &read); err != nil {
		return err
	}
	*m = Meter(read.meterJSON)
	m.IncludedQuantity = read.IncludedQuantity.Decimal
	return nil
}
