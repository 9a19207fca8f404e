package pricesheet_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/pricing/pricesheet"
)

const licenceHeader = "ProductId,SkuId,TermDuration,BillingPlan,Market,Currency,UnitPrice,EffectiveStartDate,EffectiveEndDate\n"

// startOf reads a licence whose price holds from a date as written.
func startOf(written string) (time.Time, error) {
	rows, err := pricesheet.Collect(pricesheet.ReadLicences(strings.NewReader(
		licenceHeader + "p,s,P1Y,Annual,US,USD,1,\"" + written + "\",\n")))
	if err != nil {
		return time.Time{}, err
	}
	return rows[0].EffectiveStartDate, nil
}

func TestDatesOfPriceLists(t *testing.T) {
	tests := []struct{ name, written, want string }{
		{"the first instant of a day", "3/1/2018 12:00:00 AM", "2018-03-01T00:00:00Z"},
		{"noon", "3/1/2018 12:00:00 PM", "2018-03-01T12:00:00Z"},
		{"the evening", "2/4/2021 8:35:31 PM", "2021-02-04T20:35:31Z"},
		{"the last second of November 9999", "11/30/9999 11:59:59 PM", "9999-11-30T23:59:59Z"},
		{"always", "1/1/1753 12:00:00 AM", "1753-01-01T00:00:00Z"},
		{"with zeros in front", "03/01/2018 08:00:00 AM", "2018-03-01T08:00:00Z"},
		{"month first: 3 October is 10/3", "10/3/2020 12:00:00 AM", "2020-10-03T00:00:00Z"},
		{"a leap day", "2/29/2024 12:00:00 AM", "2024-02-29T00:00:00Z"},
		{"as a spreadsheet saves it", "2/1/2023 0:00", "2023-02-01T00:00:00Z"},
		{"its last minute", "11/30/9999 23:59", "9999-11-30T23:59:00Z"},
		{"an instant of seven digits", "2021-11-03T06:57:30.0682597Z", "2021-11-03T06:57:30.0682597Z"},
		{"an instant in seconds", "2021-10-01T00:00:00Z", "2021-10-01T00:00:00Z"},
		{"an instant of another zone", "2021-10-01T02:00:00+02:00", "2021-10-01T00:00:00Z"},
		{"the day before, in UTC", "2021-10-01T00:30:00+01:00", "2021-09-30T23:30:00Z"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := startOf(tt.written)
			require.NoError(t, err)
			assert.Equal(t, instant(tt.want).UTC(), got)
		})
	}
}

func TestDatesThatAreRefused(t *testing.T) {
	tests := []struct{ name, written string }{
		{"day first", "31/3/2018 12:00:00 AM"},
		{"30 February", "2/30/2018 12:00:00 AM"},
		{"29 February of a year without one", "2/29/2023 12:00:00 AM"},
		{"no month", "0/1/2018 12:00:00 AM"},
		{"13 o'clock of twelve", "3/1/2018 13:00:00 PM"},
		{"without AM or PM, which it could be either of", "3/1/2018 8:00:00"},
		{"two digits of a year", "3/1/18 12:00:00 AM"},
		{"a day alone, which is no instant", "3/1/2018"},
		{"a day of ISO 8601", "2018-03-01"},
		{"no zone", "2018-03-01T00:00:00"},
		{"dots", "1.3.2018 00:00"},
		{"a number of days, as spreadsheets count them", "43160"},
		{"seconds since 1970", "1519862400"},
		{"words", "March 1, 2018"},
		{"30 February as an instant", "2018-02-30T00:00:00Z"},
		{"25 o'clock", "2018-03-01T25:00:00Z"},
		{"three colons", "3/1/2018 12:00:00:00 AM"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := startOf(tt.written)
			require.ErrorIs(t, err, pricesheet.ErrDate)
			assert.ErrorContains(t, err, fmt.Sprintf("%q; want month/day/year and time as in 3/1/2018 12:00:00 AM, or an instant", tt.written))
		})
	}
	_, err := startOf(strings.Repeat("/", 1000))
	assert.Less(t, len(err.Error()), 400)
}

func TestDaysOfUsage(t *testing.T) {
	const header = "CustomerId,UsageDate,ProductId,SkuId,MeterId,UnitPrice,Quantity,BillingPreTaxTotal," +
		"EffectiveUnitPrice,PCToBCExchangeRate,PartnerEarnedCreditPercentage,BillingCurrency,PricingCurrency\n"
	tests := []struct{ name, written, want string }{
		{"a day", "9/14/2020", "2020-09-14"},
		{"with zeros in front", "09/04/2020", "2020-09-04"},
		{"its first instant", "9/14/2020 12:00:00 AM", "2020-09-14"},
		{"its last second", "9/14/2020 11:59:59 PM", "2020-09-14"},
		{"its last minute", "9/14/2020 23:59", "2020-09-14"},
		{"of the API", "2020-09-14T00:00:00Z", "2020-09-14"},
		{"of the API, without a zone", "2020-09-14T00:00:00", "2020-09-14"},
		{"of ISO 8601", "2020-09-14", "2020-09-14"},
		{"in another zone, the day before in UTC", "2020-09-15T01:00:00+02:00", "2020-09-14"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rows := collect(t, pricesheet.ReadDailyUsage(strings.NewReader(header+"c,"+tt.written+",p,s,m,1,1,1.5,1,1,15,SEK,USD\n")))
			assert.Equal(t, day(tt.want), rows[0].UsageDate)
		})
	}
}

func TestLayouts(t *testing.T) {
	at := instant("2019-09-05T00:00:00Z")
	for layout := pricesheet.MonthDayYear; layout <= pricesheet.YearMonth; layout++ {
		text := at.Format(layout.Pattern())
		back, err := time.Parse(layout.Pattern(), text)
		require.NoError(t, err, layout)
		assert.Equal(t, at.Year(), back.Year(), layout)
		for other := pricesheet.MonthDayYear; other <= pricesheet.YearMonth; other++ {
			_, err := time.Parse(other.Pattern(), text)
			assert.Equal(t, other == layout, err == nil, "no text is in two layouts: %q in %v", text, other)
		}
	}
	assert.Empty(t, pricesheet.Layout(0).Pattern())
	assert.Empty(t, pricesheet.Layout(200).Pattern())

	for format := pricesheet.FormatAzurePlan; format <= pricesheet.FormatRetailPrices; format++ {
		require.NotEmpty(t, format.Layouts(), format)
		require.NotEmpty(t, format.Columns(), format)
		format.Layouts()[0], format.Columns()[0].Name = 0, ""
		assert.NotZero(t, format.Layouts()[0], "what is given out is the caller's own")
		assert.NotEmpty(t, format.Columns()[0].Name)
	}
	assert.Nil(t, pricesheet.Format(0).Layouts())
	assert.Nil(t, pricesheet.Format(0).Columns())
	assert.Nil(t, pricesheet.Format(200).Columns())
}
