package pricesheet

import (
	"encoding/json"
	"io"
	"iter"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/jsonform"
)

// An InvoiceLine is a row of the reconciliation file of a new-commerce invoice: a charge or a credit, with how it was
// computed. Texts stand as in the file. What the file leaves empty, or has no column for, is the zero value.
type InvoiceLine struct {
	// Line is the line of the file that the row begins on, counted from 1.
	Line               int    `json:"line,omitzero"`
	PartnerID          string `json:"partnerId,omitzero"`
	CustomerID         string `json:"customerId"`
	CustomerName       string `json:"customerName,omitzero"`
	CustomerDomainName string `json:"customerDomainName,omitzero"`
	CustomerCountry    string `json:"customerCountry,omitzero"`
	InvoiceNumber      string `json:"invoiceNumber"`
	MPNID              string `json:"mpnId,omitzero"`
	// ResellerMPNID is the reseller of record.
	ResellerMPNID string    `json:"resellerMpnId,omitzero"`
	OrderID       string    `json:"orderId,omitzero"`
	OrderDate     terms.Day `json:"orderDate,omitzero"`
	// ProductID and SkuID are those of the price list, as in DZH318Z0BNZ5 and 006G.
	ProductID      string `json:"productId"`
	SkuID          string `json:"skuId"`
	AvailabilityID string `json:"availabilityId,omitzero"`
	SkuName        string `json:"skuName,omitzero"`
	ProductName    string `json:"productName,omitzero"`
	// ChargeType is new, renew, cycleCharge, addQuantity, cancelImmediate and others.
	ChargeType string `json:"chargeType"`
	// UnitPrice is the list price, in PricingCurrency.
	UnitPrice decimal.Decimal `json:"-"`
	// Quantity is what was bought; a subtotal is computed from BillableQuantity.
	Quantity decimal.Decimal `json:"-"`
	// Subtotal is the charge before tax, in the partner's currency, as are TaxTotal and Total.
	Subtotal terms.Money `json:"subtotal"`
	TaxTotal terms.Money `json:"taxTotal,omitzero"`
	Total    terms.Money `json:"total,omitzero"`
	// PriceAdjustmentDescription says why EffectiveUnitPrice is not UnitPrice, as in
	// ["15.0% Partner earned credit for services managed"]. Its form is not fixed.
	PriceAdjustmentDescription string    `json:"priceAdjustmentDescription,omitzero"`
	PublisherName              string    `json:"publisherName,omitzero"`
	PublisherID                string    `json:"publisherId,omitzero"`
	SubscriptionDescription    string    `json:"subscriptionDescription,omitzero"`
	SubscriptionID             string    `json:"subscriptionId,omitzero"`
	ChargeStartDate            terms.Day `json:"chargeStartDate,omitzero"`
	// ChargeEndDate is the last day charged.
	ChargeEndDate       terms.Day `json:"chargeEndDate,omitzero"`
	TermAndBillingCycle string    `json:"termAndBillingCycle,omitzero"`
	// EffectiveUnitPrice is the price after discounts, earned credit and proration, in PricingCurrency.
	EffectiveUnitPrice decimal.Decimal `json:"-"`
	UnitType           string          `json:"unitType,omitzero"`
	AlternateID        string          `json:"alternateId,omitzero"`
	BillableQuantity   decimal.Decimal `json:"-"`
	// BillingFrequency is Monthly or Annual, and empty for what is paid once.
	BillingFrequency string         `json:"billingFrequency,omitzero"`
	PricingCurrency  terms.Currency `json:"pricingCurrency,omitzero"`
	// PCToBCExchangeRate multiplies an amount in PricingCurrency; it is 1 where there is nothing to convert.
	PCToBCExchangeRate     decimal.Decimal `json:"-"`
	PCToBCExchangeRateDate terms.Day       `json:"pcToBCExchangeRateDate,omitzero"`
	MeterDescription       string          `json:"meterDescription,omitzero"`
	ReservationOrderID     string          `json:"reservationOrderId,omitzero"`
	CreditReasonCode       string          `json:"creditReasonCode,omitzero"`
	SubscriptionStartDate  terms.Day       `json:"subscriptionStartDate,omitzero"`
	SubscriptionEndDate    terms.Day       `json:"subscriptionEndDate,omitzero"`
	ReferenceID            string          `json:"referenceId,omitzero"`
	ProductQualifiers      string          `json:"productQualifiers,omitzero"`
	PromotionID            string          `json:"promotionId,omitzero"`
	// Other are the columns this package does not know, in the order of the file.
	Other []Field `json:"other,omitempty"`
}

// ReadInvoice reads the reconciliation file of a new-commerce invoice (its number begins with G), as downloaded from Partner
// Center. Versions without the last columns, or with those of 2019 in their order, are read alike.
//
// Dates are [MonthDayYear], [MonthDayYearTime], [MonthDayYearMinute], [Instant], [InstantWithoutZone] or [YearMonthDay], in
// UTC, and the time of day is dropped. [Format.Columns] lists the columns. The sequence reads in as it is ranged over, and
// can be once.
func ReadInvoice(in io.Reader) iter.Seq2[InvoiceLine, error] { return readCSV(&invoice, in) }

// Equal reports whether both are the same row of the same line.
func (l InvoiceLine) Equal(other InvoiceLine) bool { return sameJSON(l, other) }

type (
	invoiceLineJSON InvoiceLine
	invoiceLineForm struct {
		invoiceLineJSON

		UnitPrice          number `json:"unitPrice"`
		Quantity           number `json:"quantity"`
		EffectiveUnitPrice number `json:"effectiveUnitPrice"`
		BillableQuantity   number `json:"billableQuantity"`
		PCToBCExchangeRate number `json:"pcToBCExchangeRate"`
	}
)

// MarshalJSON gives the row under the names that Partner Center's API has for its columns.
func (l InvoiceLine) MarshalJSON() ([]byte, error) {
	return json.Marshal(invoiceLineForm{
		invoiceLineJSON:    invoiceLineJSON(l),
		UnitPrice:          number{l.UnitPrice},
		Quantity:           number{l.Quantity},
		EffectiveUnitPrice: number{l.EffectiveUnitPrice},
		BillableQuantity:   number{l.BillableQuantity},
		PCToBCExchangeRate: number{l.PCToBCExchangeRate},
	})
}

// UnmarshalJSON reads what [InvoiceLine.MarshalJSON] gives, by the rules of [terms.Decode].
func (l *InvoiceLine) UnmarshalJSON(data []byte) error {
	var read invoiceLineForm
	if err := jsonform.Decode(data, &read); err != nil {
		return err
	}
	*l = InvoiceLine(read.invoiceLineJSON)
	l.UnitPrice = read.UnitPrice.Decimal
	l.Quantity = read.Quantity.Decimal
	l.EffectiveUnitPrice = read.EffectiveUnitPrice.Decimal
	l.BillableQuantity = read.BillableQuantity.Decimal
	l.PCToBCExchangeRate = read.PCToBCExchangeRate.Decimal
	return nil
}
