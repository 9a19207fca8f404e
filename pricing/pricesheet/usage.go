package pricesheet

import (
	"encoding/json"
	"io"
	"iter"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/jsonform"
)

// A UsageLine is a row of daily rated usage: what one resource used of one meter on one day, and what it costs. Texts stand
// as in the file. What the file leaves empty, or has no column for, is the zero value.
type UsageLine struct {
	// Line is the line of the file that the row begins on, counted from 1.
	Line               int    `json:"line,omitzero"`
	PartnerID          string `json:"partnerId,omitzero"`
	PartnerName        string `json:"partnerName,omitzero"`
	CustomerID         string `json:"customerId"`
	CustomerName       string `json:"customerName,omitzero"`
	CustomerDomainName string `json:"customerDomainName,omitzero"`
	CustomerCountry    string `json:"customerCountry,omitzero"`
	MPNID              string `json:"mpnId,omitzero"`
	// ResellerMPNID is the reseller of record, whom other versions of the file call Tier2MpnId. It may be empty in usage
	// that is not billed yet.
	ResellerMPNID string `json:"resellerMpnId,omitzero"`
	InvoiceNumber string `json:"invoiceNumber,omitzero"`
	// ProductID and SkuID are those of the price list, as in DZH318Z0BNZ5 and 006G.
	ProductID               string `json:"productId"`
	SkuID                   string `json:"skuId"`
	AvailabilityID          string `json:"availabilityId,omitzero"`
	SkuName                 string `json:"skuName,omitzero"`
	ProductName             string `json:"productName,omitzero"`
	PublisherName           string `json:"publisherName,omitzero"`
	PublisherID             string `json:"publisherId,omitzero"`
	SubscriptionDescription string `json:"subscriptionDescription,omitzero"`
	// SubscriptionID is that of the plan; the Azure subscription is EntitlementID.
	SubscriptionID  string    `json:"subscriptionId,omitzero"`
	ChargeStartDate terms.Day `json:"chargeStartDate,omitzero"`
	// ChargeEndDate is the last day of the month, or the first of the next. Charges go by UsageDate.
	ChargeEndDate terms.Day `json:"chargeEndDate,omitzero"`
	UsageDate     terms.Day `json:"usageDate"`
	MeterType     string    `json:"meterType,omitzero"`
	MeterCategory string    `json:"meterCategory,omitzero"`
	// MeterID is one of the price list's MeterIds.
	MeterID          string `json:"meterId"`
	MeterSubCategory string `json:"meterSubCategory,omitzero"`
	MeterName        string `json:"meterName,omitzero"`
	MeterRegion      string `json:"meterRegion,omitzero"`
	Unit             string `json:"unit,omitzero"`
	ResourceLocation string `json:"resourceLocation,omitzero"`
	ConsumedService  string `json:"consumedService,omitzero"`
	ResourceGroup    string `json:"resourceGroup,omitzero"`
	ResourceURI      string `json:"resourceUri,omitzero"`
	ChargeType       string `json:"chargeType,omitzero"`
	// UnitPrice is the list price, in PricingCurrency.
	UnitPrice decimal.Decimal `json:"-"`
	// Quantity is what was used, with up to 15 places.
	Quantity decimal.Decimal `json:"-"`
	UnitType string          `json:"unitType,omitzero"`
	// BillingPreTaxTotal is what the line costs before tax and after earned credit, in the partner's currency. Files until
	// 2021 cut it to cents, later ones give up to 10 places.
	BillingPreTaxTotal terms.Money `json:"billingPreTaxTotal"`
	// PricingPreTaxTotal is the same in PricingCurrency.
	PricingPreTaxTotal terms.Money    `json:"pricingPreTaxTotal,omitzero"`
	PricingCurrency    terms.Currency `json:"pricingCurrency,omitzero"`
	ServiceInfo1       string         `json:"serviceInfo1,omitzero"`
	ServiceInfo2       string         `json:"serviceInfo2,omitzero"`
	// Tags are those of the resource, as the customer wrote them.
	Tags           string `json:"tags,omitzero"`
	AdditionalInfo string `json:"additionalInfo,omitzero"`
	// EffectiveUnitPrice is what a unit came to, in PricingCurrency. It moves daily until the period closes.
	EffectiveUnitPrice decimal.Decimal `json:"-"`
	// PCToBCExchangeRate multiplies an amount in PricingCurrency; it is 1 where there is nothing to convert.
	PCToBCExchangeRate     decimal.Decimal `json:"-"`
	PCToBCExchangeRateDate terms.Day       `json:"pcToBCExchangeRateDate,omitzero"`
	// EntitlementID is the Azure subscription.
	EntitlementID          string `json:"entitlementId,omitzero"`
	EntitlementDescription string `json:"entitlementDescription,omitzero"`
	// RateOfPartnerEarnedCredit is a fraction, 0 or 0.15. The file has it as a percentage, 0 or 15, the API under this name.
	RateOfPartnerEarnedCredit decimal.Decimal `json:"-"`
	// RateOfCredit is the part that Azure credit paid, as a fraction, 0 or 1. The file has it as a percentage.
	RateOfCredit decimal.Decimal `json:"-"`
	CreditType   string          `json:"creditType,omitzero"`
	// BenefitOrderID, BenefitID and BenefitType are those of a savings plan.
	BenefitOrderID string `json:"benefitOrderId,omitzero"`
	BenefitID      string `json:"benefitId,omitzero"`
	BenefitType    string `json:"benefitType,omitzero"`
	// Other are the columns this package does not know, in the order of the file.
	Other []Field `json:"other,omitempty"`
}

// ReadDailyUsage reads a file of daily rated usage, billed or not yet, as downloaded from Partner Center. It does not
// contain reservations, savings plans, licences, software or purchases from other publishers.
//
// Dates are [MonthDayYear], [MonthDayYearTime], [MonthDayYearMinute], [Instant], [InstantWithoutZone] or [YearMonthDay], in
// UTC, and the time of day is dropped. [Format.Columns] lists the columns. The sequence reads in as it is ranged over, and
// can be once.
func ReadDailyUsage(in io.Reader) iter.Seq2[UsageLine, error] { return readCSV(&dailyUsage, in) }

// Equal reports whether both are the same row of the same line.
func (u UsageLine) Equal(other UsageLine) bool { return sameJSON(u, other) }

type (
	usageLineJSON UsageLine
	usageLineForm struct {
		usageLineJSON

		UnitPrice                 number `json:"unitPrice"`
		Quantity                  number `json:"quantity"`
		EffectiveUnitPrice        number `json:"effectiveUnitPrice"`
		PCToBCExchangeRate        number `json:"pcToBCExchangeRate"`
		RateOfPartnerEarnedCredit number `json:"rateOfPartnerEarnedCredit"`
		RateOfCredit              number `json:"rateOfCredit"`
	}
)

// MarshalJSON gives the row under the names that Partner Center's API has for its columns.
func (u UsageLine) MarshalJSON() ([]byte, error) {
	return json.Marshal(usageLineForm{
		usageLineJSON:             usageLineJSON(u),
		UnitPrice:                 number{u.UnitPrice},
		Quantity:                  number{u.Quantity},
		EffectiveUnitPrice:        number{u.EffectiveUnitPrice},
		PCToBCExchangeRate:        number{u.PCToBCExchangeRate},
		RateOfPartnerEarnedCredit: number{u.RateOfPartnerEarnedCredit},
		RateOfCredit:              number{u.RateOfCredit},
	})
}

// UnmarshalJSON reads what [UsageLine.MarshalJSON] gives, by the rules of [terms.Decode].
func (u *UsageLine) UnmarshalJSON(data []byte) error {
	var read usageLineForm
	if err := jsonform.Decode(data, &read); err != nil {
		return err
	}
	*u = UsageLine(read.usageLineJSON)
	u.UnitPrice = read.UnitPrice.Decimal
	u.Quantity = read.Quantity.Decimal
	u.EffectiveUnitPrice = read.EffectiveUnitPrice.Decimal
	u.PCToBCExchangeRate = read.PCToBCExchangeRate.Decimal
	u.RateOfPartnerEarnedCredit = read.RateOfPartnerEarnedCredit.Decimal
	u.RateOfCredit = read.RateOfCredit.Decimal
	return nil
}
