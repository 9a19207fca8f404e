package pricesheet

import (
	"cmp"
	"encoding/json"
	"io"
	"iter"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/jsonform"
)

// A Price is a row of a price list: what one unit of a product costs in a market from one instant to another. Texts stand
// as in the file. What the file leaves empty, or has no column for, is the zero value.
type Price struct {
	// Line is the line of the file that the row begins on, counted from 1.
	Line         int    `json:"line,omitzero"`
	ProductTitle string `json:"productTitle,omitzero"`
	// ProductID is as in CFQ7TTC0LH18.
	ProductID string `json:"productId"`
	// SkuID is as in 0001, or 1 where a spreadsheet saved the file.
	SkuID          string `json:"skuId"`
	SkuTitle       string `json:"skuTitle,omitzero"`
	Publisher      string `json:"publisher,omitzero"`
	SkuDescription string `json:"skuDescription,omitzero"`
	// UnitOfMeasure is what a unit of consumption is, as in 1 Node/Month. Licences and software have none.
	UnitOfMeasure string `json:"unitOfMeasure,omitzero"`
	// TermDuration is P1M, P1Y or P3Y for licences, OneTime too for software, payG-1 for consumption.
	TermDuration string `json:"termDuration,omitzero"`
	// BillingPlan is Monthly or Annual, None for a trial. Azure plan has none, nor has perpetual software.
	BillingPlan string `json:"billingPlan,omitzero"`
	// Market is a code of two letters; markets.ParseMarket checks it.
	Market string `json:"market"`
	// Segment is Commercial, Education, Charity or Government. Lists without a column for it are for the commercial one.
	Segment string `json:"segment,omitzero"`
	// UnitPrice is for the whole term: a monthly plan on P1Y bills a twelfth of it. Consumption is before partner earned
	// credit, all else is what the partner pays.
	UnitPrice terms.Money `json:"unitPrice"`
	// ERPPrice is the estimated retail price, where the list has it.
	ERPPrice terms.Money `json:"erpPrice,omitzero"`
	// PricingTierRangeMin is the number of the first unit at this price, 1 or 101, and 0 where there are no tiers. The page
	// calls the bounds prices, but they count units.
	PricingTierRangeMin decimal.Decimal `json:"-"`
	// PricingTierRangeMax is the number of the last unit at this price, and 0 where no tier comes behind. Lists write
	// 9223372036854780000, which no int64 holds, for the last one.
	PricingTierRangeMax decimal.Decimal `json:"-"`
	// EffectiveStartDate is the instant from which the price holds. Lists write the year 1753 for always.
	EffectiveStartDate time.Time `json:"effectiveStartDate"`
	// EffectiveEndDate is the end as written, often the last second or minute of a month; [Price.Ends] is where the price
	// ceases. Lists write the year 9999 for never.
	EffectiveEndDate time.Time `json:"effectiveEndDate,omitzero"`
	// EndOfSaleDate is the last on which the product is sold, which previews of a list have.
	EndOfSaleDate time.Time `json:"endOfSaleDate,omitzero"`
	MeterIDs      []string  `json:"meterIds,omitempty"`
	MeterType     string    `json:"meterType,omitzero"`
	Tags          []string  `json:"tags,omitempty"`
	// Other are the columns this package does not know, in the order of the file.
	Other []Field `json:"other,omitempty"`
}

// ReadAzurePlan reads the price list of Azure plan: views azure_consumption and azure_reservations of the pricing API, or the
// download of the same name. Prices are in US dollars; those of consumption are estimated retail prices, those of
// reservations what the partner pays for the whole term. A product with tiers has a row for each, in any order.
//
// Dates are [MonthDayYearTime], [Instant] or [MonthDayYearMinute], in UTC. [Format.Columns] lists the columns. The sequence
// reads in as it is ranged over, and can be once.
func ReadAzurePlan(in io.Reader) iter.Seq2[Price, error] { return readCSV(&azurePlan, in) }

// ReadLicences reads the price list of new-commerce licences: view updatedlicensebased of the pricing API, or the download,
// with or without the columns EndofSaleDate (previews only) and Segment (later lists only). European markets have a row for
// each of six currencies.
//
// Dates are [MonthDayYearTime], [Instant] or [MonthDayYearMinute], in UTC. [Format.Columns] lists the columns. The sequence
// reads in as it is ranged over, and can be once.
func ReadLicences(in io.Reader) iter.Seq2[Price, error] { return readCSV(&licences, in) }

// ReadSoftware reads the price list of software, perpetual and by subscription: view software of the pricing API, from
// March 2022 on, or the download.
//
// Dates are [MonthDayYearTime], [Instant] or [MonthDayYearMinute], in UTC. [Format.Columns] lists the columns. The sequence
// reads in as it is ranged over, and can be once.
func ReadSoftware(in io.Reader) iter.Seq2[Price, error] { return readCSV(&software, in) }

// Ends gives the instant at which the price ceases, itself not in it, and the zero instant where it has no end. An end
// written as the last second or the last minute of an hour, 11:59:59 PM or 23:59, is the end of that hour: between it and
// the next row lies no gap. Any other end is as written.
func (p Price) Ends() time.Time {
	end := p.EffectiveEndDate
	if end.Minute() == 59 && (end.Second() == 59 || end.Second() == 0) {
		return end.Truncate(time.Hour).Add(time.Hour)
	}
	return end
}

// HasTag reports whether the row has a tag, whatever its capitals and spaces: a row with ThirdParty earns no partner earned
// credit.
func (p Price) HasTag(tag string) bool {
	return slices.ContainsFunc(p.Tags, func(t string) bool { return strings.EqualFold(withoutSpaces(t), withoutSpaces(tag)) })
}

func withoutSpaces(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// Equal reports whether both are the same row of the same line.
func (p Price) Equal(other Price) bool { return sameJSON(p, other) }

type (
	priceJSON Price
	priceForm struct {
		priceJSON

		PricingTierRangeMin number `json:"pricingTierRangeMin,omitzero"`
		PricingTierRangeMax number `json:"pricingTierRangeMax,omitzero"`
	}
)

// MarshalJSON gives the row under the names of its columns.
func (p Price) MarshalJSON() ([]byte, error) {
	return json.Marshal(priceForm{
		priceJSON:           priceJSON(p),
		PricingTierRangeMin: number{p.PricingTierRangeMin},
		PricingTierRangeMax: number{p.PricingTierRangeMax},
	})
}

// UnmarshalJSON reads what [Price.MarshalJSON] gives, by the rules of [terms.Decode].
func (p *Price) UnmarshalJSON(data []byte) error {
	var read priceForm
	if err := jsonform.Decode(data, &read); err != nil {
		return err
	}
	*p = Price(read.priceJSON)
	p.PricingTierRangeMin = read.PricingTierRangeMin.Decimal
	p.PricingTierRangeMax = read.PricingTierRangeMax.Decimal
	return nil
}

// segment gives the segment a row is for.
func (p Price) segment() string { return cmp.Or(p.Segment, "Commercial") }
