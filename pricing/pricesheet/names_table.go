package pricesheet

import "github.com/cloudterms/terms/internal/enum"

// The texts of the closed sets, each in the order of its constants: the constant's name with a small letter in front.
var (
	formatNames = enum.Of[Format]("format", "azurePlan", "licences", "software", "exchangeRates", "dailyUsage", "invoice",
		"rateCard", "retailPrices")
	layoutNames = enum.Of[Layout]("layout", "monthDayYear", "monthDayYearMinute", "monthDayYearTime", "yearMonthDay",
		"instant", "instantWithoutZone", "yearMonth")
	overlapNames = enum.Of[Overlap]("overlap", "earlierHolds", "latestEndHolds")
)

// layoutPatterns says of each layout how package time writes it, and how an error does.
var layoutPatterns = [...]struct{ pattern, words string }{
	MonthDayYear:       {"1/2/2006", "month/day/year as in 10/3/2020"},
	MonthDayYearMinute: {"1/2/2006 15:04", "month/day/year hour:minute as in 2/1/2023 0:00"},
	MonthDayYearTime:   {"1/2/2006 3:04:05 PM", "month/day/year and time as in 3/1/2018 12:00:00 AM"},
	YearMonthDay:       {"2006-01-02", "year-month-day as in 2020-10-03"},
	Instant:            {"2006-01-02T15:04:05.999999999Z07:00", "an instant as in 2021-10-01T00:00:00Z"},
	InstantWithoutZone: {"2006-01-02T15:04:05.999999999", "an instant as in 2014-01-01T00:00:00"},
	YearMonth:          {"200601", "year and month as in 201909"},
}

// The layouts of each kind of file.
var (
	priceLayouts = []Layout{MonthDayYearTime, Instant, MonthDayYearMinute}
	monthLayouts = []Layout{YearMonth}
	lineLayouts  = []Layout{MonthDayYear, MonthDayYearTime, Instant, MonthDayYearMinute, InstantWithoutZone, YearMonthDay}
	jsonLayouts  = []Layout{Instant, InstantWithoutZone}
)

// fileMarks are the first bytes of files that are no text in UTF-8.
var fileMarks = [...]struct{ mark, words string }{
	{"\xff\xfe", "it is in UTF-16; save it as UTF-8"},
	{"\xfe\xff", "it is in UTF-16; save it as UTF-8"},
	{"PK\x03\x04", "it is a zip archive, or a workbook; read an archive with Unzip, and save a workbook as CSV in UTF-8"},
	{"PK\x05\x06", "it is an empty zip archive"},
	{"\x1f\x8b", "it is packed with gzip; unpack it first"},
	{"\xd0\xcf\x11\xe0", "it is a workbook; save it as CSV in UTF-8"},
}

// facets are what the prices of one product differ in.
var facets = [...]facet{
	{"market", "market", func(q Query) string { return q.Market }, func(p Price) string { return p.Market }},
	{"segment", "segment", func(q Query) string { return q.Segment }, Price.segment},
	{"termDuration", "term", func(q Query) string { return q.TermDuration }, func(p Price) string { return p.TermDuration }},
	{"billingPlan", "plan", func(q Query) string { return q.BillingPlan }, func(p Price) string { return p.BillingPlan }},
	{
		"currency", "currency",
		func(q Query) string { return q.Currency.String() },
		func(p Price) string { return p.UnitPrice.Currency().String() },
	},
}
