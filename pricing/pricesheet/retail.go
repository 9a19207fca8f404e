package pricesheet

import (
	"encoding/json"
	"io"
	"iter"
	"time"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/jsonform"
)

// A RetailPage is what stands on a page of the Retail Prices API beside its items.
type RetailPage struct {
	BillingCurrency    terms.Currency `json:"billingCurrency,omitzero"`
	CustomerEntityID   string         `json:"customerEntityId,omitzero"`
	CustomerEntityType string         `json:"customerEntityType,omitzero"`
	// NextPageLink is where the next page is, and empty on the last.
	NextPageLink string `json:"nextPageLink,omitzero"`
	// Count is the number of items, as the page says.
	Count int `json:"count"`
	// Other are the members this package does not know, each with its JSON.
	Other []Field `json:"other,omitempty"`
}

// A RetailPrice is an item of the Retail Prices API: the pay-as-you-go price of a meter, or that of a reservation.
type RetailPrice struct {
	// Line is the line of the document that the item begins on, counted from 1.
	Line int `json:"line,omitzero"`
	// TierMinimumUnits is the quantity the price holds from: 0 for the first tier.
	TierMinimumUnits decimal.Decimal `json:"-"`
	// RetailPrice is without discount. In another currency than US dollars it is for reference only.
	RetailPrice terms.Money `json:"retailPrice"`
	// UnitPrice is the same as RetailPrice.
	UnitPrice          terms.Money `json:"unitPrice,omitzero"`
	ARMRegionName      string      `json:"armRegionName,omitzero"`
	Location           string      `json:"location,omitzero"`
	EffectiveStartDate time.Time   `json:"effectiveStartDate,omitzero"`
	// EffectiveEndDate is given where the price has ended or will.
	EffectiveEndDate time.Time `json:"effectiveEndDate,omitzero"`
	MeterID          string    `json:"meterId,omitzero"`
	MeterName        string    `json:"meterName,omitzero"`
	ProductID        string    `json:"productId,omitzero"`
	// SkuID is product and SKU, as in DZH318Z0BPVW/00QZ.
	SkuID          string `json:"skuId,omitzero"`
	AvailabilityID string `json:"availabilityId,omitzero"`
	ProductName    string `json:"productName,omitzero"`
	SkuName        string `json:"skuName,omitzero"`
	ServiceName    string `json:"serviceName,omitzero"`
	ServiceID      string `json:"serviceId,omitzero"`
	ServiceFamily  string `json:"serviceFamily,omitzero"`
	// UnitOfMeasure stays 1 Hour for a reservation, whose price is for the whole term.
	UnitOfMeasure string `json:"unitOfMeasure,omitzero"`
	// Type is Consumption, DevTestConsumption or Reservation.
	Type string `json:"type,omitzero"`
	// IsPrimaryMeterRegion is false for a meter whose charges do not go by its region.
	IsPrimaryMeterRegion bool   `json:"isPrimaryMeterRegion"`
	ARMSkuName           string `json:"armSkuName,omitzero"`
	// ReservationTerm is 1 Year or 3 Years for a reservation.
	ReservationTerm string `json:"reservationTerm,omitzero"`
	// SavingsPlan has the prices of the meter under a savings plan, which the preview version gives.
	SavingsPlan []SavingsPlanPrice `json:"savingsPlan,omitempty"`
	// Other are the members this package does not know, each with its JSON.
	Other []Field `json:"other,omitempty"`
}

// A SavingsPlanPrice is the price of a meter under a savings plan.
type SavingsPlanPrice struct {
	// Term is 1 Year or 3 Years.
	Term        string      `json:"term"`
	RetailPrice terms.Money `json:"retailPrice,omitzero"`
	UnitPrice   terms.Money `json:"unitPrice"`
	// Other are the members this package does not know, each with its JSON.
	Other []Field `json:"other,omitempty"`
}

// ReadRetailPrices reads a page of the Retail Prices API, of any version. The items are given one by one. What stands beside
// them is put into page, which may be nil, as it is come by: it is complete when the sequence has ended.
//
// Dates are [Instant] or [InstantWithoutZone], in UTC. The sequence reads in as it is ranged over, and can be once.
func ReadRetailPrices(in io.Reader, page *RetailPage) iter.Seq2[RetailPrice, error] {
	return document[RetailPrice, RetailPage]{&retailPrices, "items", &retailPage, `{"Items": [`}.read(in, page)
}

func setSavingsPlan(shared *reading, p *RetailPrice, text string) (err error) {
	p.SavingsPlan, err = readObjects(&savingsPlans, shared, text)
	return err
}

// Equal reports whether both say the same.
func (p RetailPage) Equal(other RetailPage) bool { return sameJSON(p, other) }

// Equal reports whether both are the same item of the same line.
func (p RetailPrice) Equal(other RetailPrice) bool { return sameJSON(p, other) }

// Equal reports whether both say the same.
func (p SavingsPlanPrice) Equal(other SavingsPlanPrice) bool { return sameJSON(p, other) }

type (
	retailPriceJSON RetailPrice
	retailPriceForm struct {
		retailPriceJSON

		TierMinimumUnits number `json:"tierMinimumUnits"`
	}
)

// MarshalJSON gives the item under the names of the API, its prices with their currency.
func (p RetailPrice) MarshalJSON() ([]byte, error) {
	return json.Marshal(retailPriceForm{
		retailPriceJSON:  retailPriceJSON(p),
		TierMinimumUnits: number{p.TierMinimumUnits},
	})
}

// UnmarshalJSON reads what [RetailPrice.MarshalJSON] gives, by the rules of [terms.Decode].
func (p *RetailPrice) UnmarshalJSON(data []byte) error {
	var read retailPriceForm
	if err := jsonform.Decode(data, &read); err != nil {
		return err
	}
	*p = RetailPrice(read.retailPriceJSON)
	p.TierMinimumUnits = read.TierMinimumUnits.Decimal
	return nil
}
