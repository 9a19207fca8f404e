package pricesheet

import "slices"

// A Format is one of the kinds of file this package reads.
type Format uint8

// The formats.
const (
	// FormatAzurePlan is the price list of Azure plan, for consumption or for reservations: [ReadAzurePlan].
	FormatAzurePlan Format = iota + 1
	// FormatLicences is the price list of new-commerce licences: [ReadLicences].
	FormatLicences
	// FormatSoftware is the price list of software, perpetual and by subscription: [ReadSoftware].
	FormatSoftware
	// FormatExchangeRates is the list of a month's exchange rates: [ReadExchangeRates].
	FormatExchangeRates
	// FormatDailyUsage is the daily rated usage of Azure plan: [ReadDailyUsage].
	FormatDailyUsage
	// FormatInvoice is the reconciliation file of a new-commerce invoice: [ReadInvoice].
	FormatInvoice
	// FormatRateCard is the JSON of the RateCard APIs: [ReadRateCard].
	FormatRateCard
	// FormatRetailPrices is the JSON of the Retail Prices API: [ReadRetailPrices].
	FormatRetailPrices
)

// Columns gives the columns the format is known to have, in the order of the record but for currencies, which stand in front of
// their amounts; of JSON, the members of an item. A file may have them in any order and may lack those that are not required.
// It is nil for a value that is no format.
func (f Format) Columns() []Column {
	switch f {
	case FormatAzurePlan:
		return describe(azurePlan.columns)
	case FormatLicences:
		return describe(licences.columns)
	case FormatSoftware:
		return describe(software.columns)
	case FormatExchangeRates:
		return describe(exchangeRates.columns)
	case FormatDailyUsage:
		return describe(dailyUsage.columns)
	case FormatInvoice:
		return describe(invoice.columns)
	case FormatRateCard:
		return describe(meters.columns)
	case FormatRetailPrices:
		return describe(retailPrices.columns)
	}
	return nil
}

// Layouts gives the layouts in which the format's dates are read. It is nil for a value that is no format.
func (f Format) Layouts() []Layout {
	switch f {
	case FormatAzurePlan, FormatLicences, FormatSoftware:
		return slices.Clone(priceLayouts)
	case FormatExchangeRates:
		return slices.Clone(monthLayouts)
	case FormatDailyUsage, FormatInvoice:
		return slices.Clone(lineLayouts)
	case FormatRateCard, FormatRetailPrices:
		return slices.Clone(jsonLayouts)
	}
	return nil
}

// A Column is what a format says of one of its columns.
type Column struct {
	// Name is the column's name. In a file, capitals, spaces and punctuation do not matter: ERP Price is ErpPrice.
	Name string `json:"name"`
	// Others are further names the record has for it.
	Others []string `json:"others,omitempty"`
	// Required says that a file without the column is refused.
	Required bool `json:"required,omitzero"`
	// Filled says that a row in which the column is empty is refused.
	Filled bool `json:"filled,omitzero"`
}

// A Field is a column, or a member of a JSON object, that its format does not know, as it stands in the file: of JSON, its
// text.
type Field struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// A format is how rows of one kind are read.
type format[T any] struct {
	id      Format
	layouts []Layout
	columns []column[T]
	line    func(*T) *int
	other   func(*T) *[]Field
}

// A column is how one column is read into a row. They are read in the order of the format's columns, so that a currency
// stands in front of the amounts in it.
type column[T any] struct {
	Column

	set setter[T]
}

func describe[T any](columns []column[T]) []Column {
	described := make([]Column, len(columns))
	for i, c := range columns {
		described[i] = c.Column
		described[i].Others = slices.Clone(c.Others)
	}
	return described
}

// plainName gives what of a column's name matters: its letters and digits, in small letters. ASCII is all the record has;
// other letters stay as they are.
func plainName(name string) string {
	plain := make([]byte, 0, len(name))
	for i := range len(name) {
		switch b := name[i]; {
		case 'A' <= b && b <= 'Z':
			plain = append(plain, b-'A'+'a')
		case 'a' <= b && b <= 'z', '0' <= b && b <= '9', b >= 0x80:
			plain = append(plain, b)
		}
	}
	return string(plain)
}

// columnsByName says which column each name is of.
func (f *format[T]) columnsByName() map[string]int {
	byName := map[string]int{}
	for i, c := range f.columns {
		byName[plainName(c.Name)] = i
		for _, other := range c.Others {
			byName[plainName(other)] = i
		}
	}
	return byName
}
