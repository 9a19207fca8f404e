package pricing_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
)

func cycle(t require.TestingT, first string, months int) pricing.Cycle {
	c, err := pricing.NewCycle(day(first), months)
	require.NoError(t, err)
	return c
}

// with gives conventions of which some are others.
func with(p pricing.Proration, changes ...func(*pricing.Proration)) pricing.Proration {
	for _, change := range changes {
		change(&p)
	}
	return p
}

func rounding(r pricing.RoundingRule) func(*pricing.Proration) {
	return func(p *pricing.Proration) { p.Rounding, p.QuantityRounding = r, r }
}

func count(c pricing.CycleDays) func(*pricing.Proration) {
	return func(p *pricing.Proration) { p.CycleDays = c }
}

func keepEventDay(p *pricing.Proration) { p.EventDay = pricing.EventDayKept }

func full(f pricing.FullRefund) func(*pricing.Proration) {
	return func(p *pricing.Proration) { p.FullRefund = f }
}

func byHour(p *pricing.Proration) { p.Grain = pricing.ByHour }

func TestCancel(t *testing.T) {
	w1 := pricing.Seats{UnitPrice: money("10.08 EUR"), Quantity: 10, Cycle: cycle(t, "2021-07-15", 1)}
	w17 := pricing.Seats{UnitPrice: money("3 EUR"), Quantity: 10, Cycle: cycle(t, "2021-10-12", 1)}
	year := pricing.Seats{UnitPrice: money("366 EUR"), Quantity: 1, Cycle: cycle(t, "2023-03-01", 12)}
	published := pricing.NewCommerce()
	tests := []struct {
		name           string
		by             pricing.Proration
		seats          pricing.Seats
		bought, at     string
		refunded, kept string
		part           pricing.Part
	}{
		{"W1: cancelled on the third day, 29 of 31 days: 9.42 × 10", published, w1, "2021-07-15", "2021-07-17", "94.20", "6.60", pricing.Part{Units: 29, Of: 31}},
		{"by the line: 94.296…", with(published, rounding(pricing.LineDown)), w1, "2021-07-15", "2021-07-17", "94.29", "6.51", pricing.Part{Units: 29, Of: 31}},
		{"to the nearest: 94.30", with(published, rounding(pricing.LineNearest)), w1, "2021-07-15", "2021-07-17", "94.30", "6.50", pricing.Part{Units: 29, Of: 31}},
		{"the day of cancelling charged: 28 of 31 days, 9.104…", with(published, keepEventDay), w1, "2021-07-15", "2021-07-17", "91.00", "9.80", pricing.Part{Units: 28, Of: 31}},
		{"within 24 hours, everything", published, w1, "2021-07-15T10:00:00Z", "2021-07-16T09:59:59Z", "100.80", "0", pricing.Part{}},
		{"at the end of 24 hours, 30 of 31 days: 9.754…", published, w1, "2021-07-15T10:00:00Z", "2021-07-16T10:00:00Z", "97.50", "3.30", pricing.Part{Units: 30, Of: 31}},
		{"W17: on the same day, everything", with(published, full(pricing.FullOnFirstDay)), w17, "2021-10-12T08:00:00Z", "2021-10-12T23:59:59Z", "30", "0", pricing.Part{}},
		{"on the next day, which a minute of 24 hours is left of", with(published, full(pricing.FullOnFirstDay)), w17, "2021-10-12T08:00:00Z", "2021-10-13T00:00:00Z", "29", "1", pricing.Part{Units: 30, Of: 31}},
		{"never everything, but all days of the first are left", with(published, full(pricing.FullNever)), w17, "2021-10-12T08:00:00Z", "2021-10-12T08:00:00Z", "30", "0", pricing.Part{Units: 31, Of: 31}},
		{"and with the day charged, 30 are", with(published, full(pricing.FullNever), keepEventDay), w17, "2021-10-12T08:00:00Z", "2021-10-12T08:00:00Z", "29", "1", pricing.Part{Units: 30, Of: 31}},
		{"always everything", with(published, full(pricing.FullAlways)), w17, "2021-10-12", "2021-11-11", "30", "0", pricing.Part{}},
		{"legacy, the last day of the first month", pricing.Legacy(), w17, "2021-10-12", "2021-11-11T23:59:59Z", "30", "0", pricing.Part{}},
		{"on the last day of the cycle one day is left: 3 ÷ 31 = 0.09", published, w17, "2021-10-12", "2021-11-11", "0.90", "29.10", pricing.Part{Units: 1, Of: 31}},
		{"and none where that is charged", with(published, keepEventDay), w17, "2021-10-12", "2021-11-11", "0", "30", pricing.Part{Units: 0, Of: 31}},
		{"by the hour: 50 of 744 are gone, 3 × 694 ÷ 744 = 2.798…", with(published, byHour), w17, "2021-10-12T08:00:00Z", "2021-10-14T10:59:59Z", "27.90", "2.10", pricing.Part{Units: 694, Of: 744}},
		{"the hour begun charged too", with(published, byHour, keepEventDay), w17, "2021-10-12T08:00:00Z", "2021-10-14T10:59:59Z", "27.90", "2.10", pricing.Part{Units: 693, Of: 744}},
		{"a year with a leap day has 366 days", published, year, "2023-03-01", "2024-02-29", "1", "365", pricing.Part{Units: 1, Of: 366}},
		{
			"a cycle from the last of January has 31 days by its month: 27 are 27 ÷ 31 of 31",
			published,
			pricing.Seats{UnitPrice: money("31 EUR"), Quantity: 1, Cycle: cycle(t, "2021-01-31", 1)},
			"2021-01-31", "2021-02-01T00:00:01Z", "27", "4",
			pricing.Part{Units: 27, Of: 31},
		},
		{
			"and 28 by its own", with(published, count(pricing.DaysOfCycle)),
			pricing.Seats{UnitPrice: money("28 EUR"), Quantity: 1, Cycle: cycle(t, "2021-01-31", 1)},
			"2021-01-31", "2021-02-01T00:00:01Z", "27", "1",
			pricing.Part{Units: 27, Of: 28},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := tt.by.Cancel(tt.seats, instant(tt.bought), instant(tt.at))
			require.NoError(t, err)
			assert.True(t, r.Refunded.Equal(money(tt.refunded+" EUR")), "refunded %s", r.Refunded)
			assert.True(t, r.Kept.Equal(money(tt.kept+" EUR")), "kept %s", r.Kept)
			assert.Equal(t, tt.part, r.Credit.Line.Part)
			assert.Equal(t, pricing.ChargeNew, r.Paid.Type)
			assert.Equal(t, pricing.ChargeCancelImmediate, r.Credit.Type)
			assert.True(t, r.Credit.Line.Credit)
			requireReadsBack(t, r)
		})
	}
}

func TestCancelNamesTheDaysOfItsLines(t *testing.T) {
	seats := pricing.Seats{UnitPrice: money("10.08 EUR"), Quantity: 10, Cycle: cycle(t, "2021-07-15", 1)}
	r, err := pricing.NewCommerce().Cancel(seats, instant("2021-07-15"), instant("2021-07-17"))
	require.NoError(t, err)
	assert.Equal(t, "2021-07-15/2021-08-15", r.Paid.Days.String())
	assert.Equal(t, "2021-07-17/2021-08-15", r.Credit.Days.String())
	assert.Equal(t, "-9.42 EUR", r.Credit.Subtotal.Each.String())
	assert.False(t, r.Full)

	r, err = pricing.NewCommerce().Cancel(seats, instant("2021-07-15T23:00:00Z"), instant("2021-07-16T01:00:00Z"))
	require.NoError(t, err)
	assert.Equal(t, "2021-07-15/2021-08-15", r.Credit.Days.String())
	assert.True(t, r.Full)

	zone := time.FixedZone("UTC+2", 2*60*60)
	same, err := pricing.NewCommerce().Cancel(seats, instant("2021-07-15T23:00:00Z").In(zone), instant("2021-07-16T01:00:00Z").In(zone))
	require.NoError(t, err)
	assert.True(t, r.Equal(same), "days are UTC days, whatever zone the instants come in")
}

// The first cycle of a subscription that ends with another is cut short, and paid for in part.
func TestCancelOfACycleCutShort(t *testing.T) {
	seats := pricing.Seats{UnitPrice: money("31 EUR"), Quantity: 1, Cycle: pricing.Cycle{Days: span("2022-01-11/2022-01-31"), Months: 1}}
	r, err := pricing.NewCommerce().Cancel(seats, instant("2022-01-11"), instant("2022-01-13"))
	require.NoError(t, err)
	assert.Equal(t, "20.00 EUR", r.Paid.Subtotal.Amount.String(), "20 of 31 days")
	assert.Equal(t, "18.00 EUR", r.Refunded.String(), "18 of 31 days")
	assert.Equal(t, "2.00 EUR", r.Kept.String())

	r, err = with(pricing.NewCommerce(), byHour).Cancel(seats, instant("2022-01-11"), instant("2022-01-13"))
	require.NoError(t, err)
	assert.Equal(t, "18.00 EUR", r.Refunded.String(), "432 of 744 hours")
	r, err = pricing.NewCommerce().Cancel(seats, instant("2022-01-11"), instant("2022-01-11T01:00:00Z"))
	require.NoError(t, err)
	assert.Equal(t, "20.00 EUR", r.Refunded.String(), "everything is what was paid")
}

func TestChangeQuantity(t *testing.T) {
	w2 := pricing.Seats{UnitPrice: money("10.08 EUR"), Quantity: 10, Cycle: cycle(t, "2021-06-18", 1)}
	w4 := pricing.Seats{UnitPrice: money("12 USD"), Quantity: 10, Cycle: cycle(t, "2022-03-05", 1)}
	legacy := pricing.Seats{UnitPrice: money("4 USD"), Quantity: 1, Cycle: cycle(t, "2018-01-13", 1)}
	byLine := pricing.NewCommerce()
	tests := []struct {
		name  string
		by    pricing.Proration
		seats pricing.Seats
		to    int
		on    string
		kind  pricing.ChargeType
		lines string
		net   string
	}{
		{"W2: two more on the third day, 28 of 30", byLine, w2, 12, "2021-06-20", pricing.ChargeAddQuantity, "-94.08 EUR for 28/30, 112.89 EUR for 28/30", "18.81 EUR"},
		{"W2 with each seat rounded: 9.40 × 10 and × 12", with(pricing.NewCommerce(), rounding(pricing.SeatDown)), w2, 12, "2021-06-20", pricing.ChargeAddQuantity, "-94.00 EUR for 28/30, 112.80 EUR for 28/30", "18.80 EUR"},
		{"four fewer", byLine, withSeats(w2, 12), 8, "2021-06-20", pricing.ChargeRemoveQuantity, "-112.89 EUR for 28/30, 75.26 EUR for 28/30", "-37.63 EUR"},
		{"W4: 10 to 15, 29 of 31", byLine, w4, 15, "2022-03-07", pricing.ChargeAddQuantity, "-112.25 USD for 29/31, 168.38 USD for 29/31", "56.13 USD"},
		{"15 to 25", byLine, withSeats(w4, 15), 25, "2022-03-10", pricing.ChargeAddQuantity, "-150.96 USD for 26/31, 251.61 USD for 26/31", "100.65 USD"},
		{"25 to 23", byLine, withSeats(w4, 25), 23, "2022-03-12", pricing.ChargeRemoveQuantity, "-232.25 USD for 24/31, 213.67 USD for 24/31", "-18.58 USD"},
		{"23 to 20", byLine, withSeats(w4, 23), 20, "2022-03-14", pricing.ChargeRemoveQuantity, "-195.87 USD for 22/31, 170.32 USD for 22/31", "-25.55 USD"},
		{"20 to 30", byLine, withSeats(w4, 20), 30, "2022-03-25", pricing.ChargeAddQuantity, "-85.16 USD for 11/31, 127.74 USD for 11/31", "42.58 USD"},
		{"on the first day of the cycle, all of it", byLine, w4, 15, "2022-03-05", pricing.ChargeAddQuantity, "-120.00 USD for 0/0, 180.00 USD for 0/0", "60.00 USD"},
		{"on its last day, one", byLine, w4, 15, "2022-04-04", pricing.ChargeAddQuantity, "-3.87 USD for 1/31, 5.80 USD for 1/31", "1.93 USD"},
		{"with that day kept, none", with(byLine, keepEventDay), w4, 15, "2022-04-04", pricing.ChargeAddQuantity, "0.00 USD for 0/31, 0.00 USD for 0/31", "0.00 USD"},
		{"legacy: the cycle made anew, 19 and 12 days of 31", pricing.Legacy(), legacy, 2, "2018-02-01", pricing.ChargeAddQuantity, "-4.00 USD for 0/0, 2.45 USD for 19/31, 3.10 USD for 12/31", "1.55 USD"},
		{"legacy, with the price of a day first: 0.129", with(pricing.Legacy(), rounding(pricing.DailyPriceNearest)), legacy, 2, "2018-02-01", pricing.ChargeAddQuantity, "-4.00 USD for 0/0, 2.45 USD for 19/31, 3.10 USD for 12/31", "1.55 USD"},
		{"legacy, on the first day", pricing.Legacy(), legacy, 2, "2018-01-13", pricing.ChargeAddQuantity, "-4.00 USD for 0/0, 8.00 USD for 0/0", "4.00 USD"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, err := tt.by.ChangeQuantity(tt.seats, tt.to, day(tt.on))
			require.NoError(t, err)
			var lines []string
			for _, l := range c.Lines {
				assert.Equal(t, tt.kind, l.Type)
				lines = append(lines, fmt.Sprintf("%s for %d/%d", l.Subtotal.Amount, l.Line.Part.Units, l.Line.Part.Of))
			}
			assert.Equal(t, tt.lines, strings.Join(lines, ", "))
			assert.Equal(t, tt.net, c.Net.String())
			requireReadsBack(t, c)
		})
	}
}

func withSeats(s pricing.Seats, quantity int) pricing.Seats {
	s.Quantity = quantity
	return s
}

func TestUpgrade(t *testing.T) {
	w8 := pricing.Seats{UnitPrice: money("10.08 EUR"), Quantity: 300, Cycle: cycle(t, "2021-06-18", 1)}
	c, err := pricing.NewCommerce().Upgrade(pricing.ChargeConvert, w8, 300, money("6.43 EUR"), day("2021-06-25"))
	require.NoError(t, err)
	assert.Equal(t, "-2316.00 EUR", c.Lines[0].Subtotal.Amount.String(), "W8: 10.08 × 23 ÷ 30 = 7.728, 7.72 × 300")
	assert.Equal(t, "1476.00 EUR", c.Lines[1].Subtotal.Amount.String(), "6.43 × 23 ÷ 30 = 4.929…, 4.92 × 300")
	assert.Equal(t, "-840.00 EUR", c.Net.String())

	c, err = pricing.NewCommerce().Upgrade(pricing.ChargeConvert, w8, 100, money("6.43 EUR"), day("2021-06-25"))
	require.NoError(t, err)
	assert.Equal(t, "-772.00 EUR", c.Lines[0].Subtotal.Amount.String(), "100 of the 300")
	assert.Equal(t, "492.00 EUR", c.Lines[1].Subtotal.Amount.String())

	c, err = pricing.Legacy().Upgrade(pricing.ChargeMoveQuantity, w8, 100, money("6.43 EUR"), day("2021-06-25"))
	require.NoError(t, err)
	assert.Len(t, c.Lines, 2, "there is no part of the other product before the upgrade")

	// A trial of 25 seats that becomes a paid subscription on its first day: nothing back, 52.61 × 25.
	trial := pricing.Seats{UnitPrice: money("0 EUR"), Quantity: 25, Cycle: cycle(t, "2021-06-25", 1)}
	c, err = pricing.NewCommerce().Upgrade(pricing.ChargeConvert, trial, 25, money("52.61 EUR"), day("2021-06-25"))
	require.NoError(t, err)
	assert.Equal(t, "0.00 EUR 1315.25 EUR", c.Lines[0].Subtotal.Amount.String()+" "+c.Lines[1].Subtotal.Amount.String())

	for _, bad := range []func() (pricing.Change, error){
		func() (pricing.Change, error) {
			return pricing.NewCommerce().Upgrade(pricing.ChargeNew, w8, 1, money("1 EUR"), day("2021-06-25"))
		},
		func() (pricing.Change, error) {
			return pricing.NewCommerce().Upgrade(pricing.ChargeConvert, w8, 301, money("1 EUR"), day("2021-06-25"))
		},
		func() (pricing.Change, error) {
			return pricing.NewCommerce().Upgrade(pricing.ChargeConvert, w8, 1, money("1 EUR"), day("2021-06-17"))
		},
	} {
		_, err = bad()
		require.ErrorIs(t, err, pricing.ErrProration)
	}
	_, err = pricing.NewCommerce().Upgrade(pricing.ChargeConvert, w8, 1, money("1 USD"), day("2021-06-25"))
	require.ErrorIs(t, err, terms.ErrCurrencyMismatch)
}

func TestCharge(t *testing.T) {
	ten := func(unit string, c pricing.Cycle) pricing.Seats {
		return pricing.Seats{UnitPrice: money(unit), Quantity: 10, Cycle: c}
	}
	one := func(unit string, c pricing.Cycle) pricing.Seats {
		return pricing.Seats{UnitPrice: money(unit), Quantity: 1, Cycle: c}
	}
	published := pricing.NewCommerce()
	tests := []struct {
		name         string
		by           pricing.Proration
		seats        pricing.Seats
		from         string
		each, amount string
	}{
		{"W11: yearly to monthly with the new year, 20 × 10", published, ten("20 USD", cycle(t, "2022-09-20", 1)), "2022-09-20", "20", "200"},
		{"W12: monthly to yearly after a month, 250 × 11 ÷ 12 = 229.166…", with(published, count(pricing.CountMonths)), ten("250 USD", cycle(t, "2021-09-20", 12)), "2021-10-20", "229.16", "2291.60"},
		{"W12 by days: 250 × 335 ÷ 365 = 229.452…", published, ten("250 USD", cycle(t, "2021-09-20", 12)), "2021-10-20", "229.45", "2294.50"},
		{"W13: 27 days of a cycle from 21 January, by its month: 16 × 27 ÷ 31 = 13.935…", published, one("16 USD", cycle(t, "2022-01-21", 1)), "2022-01-25", "13.93", "13.93"},
		{"W13 as printed: 16 × 27 ÷ 28, by the month it ends in", with(published, count(pricing.DaysOfEndMonth)), one("16 USD", cycle(t, "2022-01-21", 1)), "2022-01-25", "15.42", "15.42"},
		{"W14 as printed: 192 × 181 ÷ 365, counted from 21 January", published, one("192 USD", cycle(t, "2021-07-21", 12)), "2022-01-21", "95.21", "95.21"},
		{"W14 by its own dates: 192 × 177 ÷ 365 = 93.106…", published, one("192 USD", cycle(t, "2021-07-21", 12)), "2022-01-25", "93.10", "93.10"},
		{"W15: a full term begun", published, one("192 USD", cycle(t, "2022-01-25", 12)), "2022-01-25", "192", "192"},
		{"W16: a year prepaid", published, ten("120.96 EUR", cycle(t, "2021-06-18", 12)), "2021-06-18", "120.96", "1209.60"},
		{"a first cycle cut short at the month's end: 31 × 20 ÷ 31", published, one("31 USD", pricing.Cycle{Days: span("2022-01-12/2022-02-01"), Months: 1}), "2022-01-12", "20", "20"},
		{"the cycle from 30 January to 26 February is whole", published, one("31 USD", pricing.Cycle{Days: span("2021-01-30/2021-02-27"), Months: 1}), "2021-01-30", "31", "31"},
		{"nothing is left with the end of the cycle", published, one("31 USD", cycle(t, "2022-01-01", 1)), "2022-02-01", "0", "0"},
		{"all months of a year", with(published, count(pricing.CountMonths)), one("12 USD", pricing.Cycle{Days: span("2022-01-01/2022-07-01"), Months: 12}), "2022-01-01", "6", "6"},
		{"no month", with(published, count(pricing.CountMonths)), one("12 USD", cycle(t, "2022-01-01", 12)), "2023-01-01", "0", "0"},
		{"months to the end of one without such a day", with(published, count(pricing.CountMonths)), one("12 USD", cycle(t, "2021-01-31", 12)), "2021-02-28", "11", "11"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, err := tt.by.Charge(pricing.ChargeChangePlan, tt.seats, day(tt.from))
			require.NoError(t, err)
			currency := " " + tt.seats.UnitPrice.Currency().String()
			assert.True(t, l.Subtotal.Each.Equal(money(tt.each+currency)), "each %s", l.Subtotal.Each)
			assert.True(t, l.Subtotal.Amount.Equal(money(tt.amount+currency)), l.Subtotal.Amount)
			requireReadsBack(t, l)
			byPlan := tt.by
			byPlan.PlanDays = tt.by.CycleDays
			plan, err := byPlan.ChangePlan(tt.seats, day(tt.from))
			require.NoError(t, err)
			assert.True(t, l.Equal(plan))
		})
	}
}

func TestProrationRefuses(t *testing.T) {
	sound := pricing.Seats{UnitPrice: money("31 EUR"), Quantity: 1, Cycle: cycle(t, "2022-01-01", 1)}
	on := instant("2022-01-15")
	tests := []struct {
		name      string
		by        pricing.Proration
		change    func(*pricing.Seats)
		bought    time.Time
		at        time.Time
		condition error
		says      string
	}{
		{"no conventions", pricing.Proration{}, nil, on, on, pricing.ErrNotGiven, "eventDay"},
		{"no full refund", with(pricing.NewCommerce(), full(0)), nil, on, on, pricing.ErrNotGiven, "one of fullWithin24Hours"},
		{"no grain", with(pricing.NewCommerce(), func(p *pricing.Proration) { p.Grain = 0 }), nil, on, on, pricing.ErrNotGiven, "grain"},
		{"no cycle days", with(pricing.NewCommerce(), count(0)), nil, on, on, pricing.ErrNotGiven, "cycleDays"},
		{"no plan days", with(pricing.NewCommerce(), func(p *pricing.Proration) { p.PlanDays = 0 }), nil, on, on, pricing.ErrNotGiven, "planDays"},
		{"no rounding of quantities", with(pricing.NewCommerce(), func(p *pricing.Proration) { p.QuantityRounding = 0 }), nil, on, on, pricing.ErrNotGiven, "quantityRounding"},
		{"no adjustment", with(pricing.NewCommerce(), func(p *pricing.Proration) { p.Adjustment = 0 }), nil, on, on, pricing.ErrNotGiven, "adjustment"},
		{"no rounding", with(pricing.NewCommerce(), rounding(0)), nil, on, on, pricing.ErrNotGiven, "rounding"},
		{"fewer than no seats", pricing.NewCommerce(), func(s *pricing.Seats) { s.Quantity = -1 }, on, on, pricing.ErrProration, "quantity"},
		{"seats beyond counting", pricing.NewCommerce(), func(s *pricing.Seats) { s.Quantity = 1_000_000_001 }, on, on, pricing.ErrProration, "quantity"},
		{"no cycle", pricing.NewCommerce(), func(s *pricing.Seats) { s.Cycle = pricing.Cycle{} }, on, on, pricing.ErrCycle, "days"},
		{"a cycle without end", pricing.NewCommerce(), func(s *pricing.Seats) { s.Cycle.Days = span("2022-01-01/..") }, on, on, pricing.ErrCycle, "days"},
		{"a cycle of no months", pricing.NewCommerce(), func(s *pricing.Seats) { s.Cycle.Months = 0 }, on, on, pricing.ErrCycle, "months"},
		{"no price", pricing.NewCommerce(), func(s *pricing.Seats) { s.UnitPrice = terms.Money{} }, on, on, pricing.ErrLine, "unitPrice"},
		{"bought before the cycle", pricing.NewCommerce(), nil, instant("2021-12-31T23:59:59Z"), on, pricing.ErrProration, "bought"},
		{"bought with its end", pricing.NewCommerce(), nil, instant("2022-02-01"), instant("2022-02-01"), pricing.ErrProration, "bought"},
		{"cancelled before it was bought", pricing.NewCommerce(), nil, on, on.Add(-1), pricing.ErrProration, "at"},
		{"cancelled with the end of the cycle", pricing.NewCommerce(), nil, on, instant("2022-02-01"), pricing.ErrProration, "at"},
		{"in months, within a month", with(pricing.NewCommerce(), count(pricing.CountMonths), full(pricing.FullNever)), nil, instant("2022-01-01"), on, pricing.ErrProration, "whole months before"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := sound
			if tt.change != nil {
				tt.change(&s)
			}
			_, err := tt.by.Cancel(s, tt.bought, tt.at)
			require.ErrorIs(t, err, tt.condition)
			assert.ErrorContains(t, err, tt.says)
		})
	}

	_, err := pricing.NewCommerce().Charge(0, sound, day("2022-01-01"))
	require.ErrorIs(t, err, pricing.ErrNotGiven)
	for _, on := range []string{"2021-12-31", "2022-02-02"} {
		_, err = pricing.NewCommerce().Charge(pricing.ChargeNew, sound, day(on))
		require.ErrorIs(t, err, pricing.ErrProration)
		_, err = pricing.NewCommerce().ChangeQuantity(sound, 2, day(on))
		require.ErrorIs(t, err, pricing.ErrProration)
	}
	for quantity, want := range map[int]string{-1: "0 to 1000000000 seats", 0: "Cancel gives all of them back", sound.Quantity: "another number of seats"} {
		_, err = pricing.NewCommerce().ChangeQuantity(sound, quantity, day("2022-01-15"))
		require.ErrorIs(t, err, pricing.ErrProration)
		require.ErrorContains(t, err, want)
	}
	for _, kind := range []pricing.ChargeType{pricing.ChargeCancelImmediate, pricing.ChargeCustomerCredit} {
		_, err = pricing.NewCommerce().Charge(kind, sound, day("2022-01-01"))
		require.ErrorIs(t, err, pricing.ErrProration, "what gives back is no charge")
	}
	for _, c := range []struct {
		days, want string
		months     int
	}{
		{"2022-01-01/2022-02-01", "1, 12 or 36 months", 5},
		{"2022-02-28/2022-04-01", "days that end by 2022-03-31", 1},
		{"2022-02-28/2022-03-31", "", 1},
		{"2022-02-28/2022-04-01", "", 12},
	} {
		odd := sound
		odd.Cycle = pricing.Cycle{Days: span(c.days), Months: c.months}
		first, _ := odd.Cycle.Days.From()
		_, err = pricing.NewCommerce().Charge(pricing.ChargeNew, odd, first)
		if c.want == "" {
			require.NoError(t, err)
			continue
		}
		require.ErrorIs(t, err, pricing.ErrCycle)
		require.ErrorContains(t, err, c.want)
	}
}

// The price of a year that is billed by the month is divided once, with the line.
func TestSeatsAtThePriceOfTheTerm(t *testing.T) {
	by := with(pricing.NewCommerce(), rounding(pricing.LineDown))
	seats := pricing.Seats{UnitPrice: money("100 USD"), PriceMonths: 12, Quantity: 12, Cycle: cycle(t, "2022-06-01", 1)}
	charge, err := by.Charge(pricing.ChargeNew, seats, day("2022-06-01"))
	require.NoError(t, err)
	assert.Equal(t, "1 of 12 100.00 USD", charge.Line.Part.String()+" "+charge.Subtotal.Amount.String())
	cut, err := by.Charge(pricing.ChargeNew, seats, day("2022-06-16"))
	require.NoError(t, err)
	assert.Equal(t, "15 of 360 50.00 USD", cut.Line.Part.String()+" "+cut.Subtotal.Amount.String())
	refund, err := by.Cancel(seats, instant("2022-06-01"), instant("2022-06-01T23:59:59Z"))
	require.NoError(t, err)
	assert.Equal(t, "100.00 USD 0.00 USD", refund.Refunded.String()+" "+refund.Kept.String(), "everything, a twelfth of the year")
	refund, err = by.Cancel(seats, instant("2022-06-01"), instant("2022-06-16"))
	require.NoError(t, err)
	assert.Equal(t, "50.00 USD 50.00 USD", refund.Refunded.String()+" "+refund.Kept.String())
	change, err := by.ChangeQuantity(seats, 24, day("2022-06-16"))
	require.NoError(t, err)
	assert.Equal(t, "50.00 USD", change.Net.String())
	requireReadsBack(t, seats)

	for _, months := range []int{-1, 6, 24} {
		seats.PriceMonths = months
		_, err = by.Charge(pricing.ChargeNew, seats, day("2022-06-01"))
		require.ErrorIs(t, err, pricing.ErrProration)
	}
	seats.Cycle, seats.PriceMonths = cycle(t, "2022-06-01", 12), 1
	_, err = by.Charge(pricing.ChargeNew, seats, day("2022-06-01"))
	require.ErrorIs(t, err, pricing.ErrProration, "the price of a month for a cycle of a year")
	seats.PriceMonths = 12
	charge, err = by.Charge(pricing.ChargeNew, seats, day("2022-06-01"))
	require.NoError(t, err)
	assert.Equal(t, "all 1200.00 USD", charge.Line.Part.String()+" "+charge.Subtotal.Amount.String())
}

func TestChangePlan(t *testing.T) {
	year := pricing.Seats{UnitPrice: money("250 USD"), Quantity: 10, Cycle: cycle(t, "2021-09-20", 12)}
	line, err := pricing.NewCommerce().ChangePlan(year, day("2021-10-20"))
	require.NoError(t, err)
	assert.Equal(t, "229.16 USD 2291.60 USD", line.Subtotal.Each.String()+" "+line.Subtotal.Amount.String(), "W12: 250 × 11 ÷ 12")
	assert.Equal(t, pricing.ChargeChangePlan, line.Type)
	_, err = pricing.NewCommerce().ChangePlan(year, day("2021-10-21"))
	require.ErrorIs(t, err, pricing.ErrProration)
	_, err = pricing.Proration{}.ChangePlan(year, day("2021-10-20"))
	require.ErrorIs(t, err, pricing.ErrNotGiven)
	_, err = pricing.Proration{}.ChangeQuantity(year, 3, day("2021-10-20"))
	require.ErrorIs(t, err, pricing.ErrNotGiven)
}

func TestConventionsOfTheRecordAreComplete(t *testing.T) {
	require.NoError(t, pricing.NewCommerce().Check())
	require.NoError(t, pricing.Legacy().Check())
}

// drawProration draws any conventions.
func drawProration(t *rapid.T) pricing.Proration {
	return pricing.Proration{
		EventDay:         pricing.EventDay(rapid.IntRange(1, 2).Draw(t, "event day")),
		FullRefund:       pricing.FullRefund(rapid.IntRange(1, 5).Draw(t, "full refund")),
		Grain:            pricing.Grain(rapid.IntRange(1, 2).Draw(t, "grain")),
		CycleDays:        pricing.CycleDays(rapid.IntRange(1, 3).Draw(t, "cycle days")),
		PlanDays:         pricing.CycleDays(rapid.IntRange(1, 3).Draw(t, "plan days")),
		Adjustment:       pricing.Adjustment(rapid.IntRange(1, 2).Draw(t, "adjustment")),
		Rounding:         pricing.RoundingRule(rapid.IntRange(1, 8).Draw(t, "rounding")),
		QuantityRounding: pricing.RoundingRule(rapid.IntRange(1, 8).Draw(t, "quantity rounding")),
	}
}

// drawSeats draws seats of a cycle that is whole or cut short.
func drawSeats(t *rapid.T) pricing.Seats {
	c := cycle(t, day("2023-01-01").AddDays(rapid.IntRange(0, 800).Draw(t, "first")).String(), rapid.SampledFrom([]int{1, 12, 36}).Draw(t, "months"))
	first, _ := c.Days.From()
	until, _ := c.Days.Until()
	days, err := terms.NewSpan(first, until.AddDays(-rapid.IntRange(0, 27).Draw(t, "cut")))
	require.NoError(t, err)
	c.Days = days
	s := pricing.Seats{
		UnitPrice: amount(t, hundredths(t, "unit", 0, 100_000), terms.USD), Quantity: rapid.IntRange(0, 5000).Draw(t, "quantity"), Cycle: c,
	}
	if rapid.Bool().Draw(t, "exchange") {
		s.Rate = usdToEUR(t)
	}
	return s
}

// Whatever the conventions, what is kept and what is refunded are what was paid, and neither is less than nothing.
func TestKeptAndRefundedAreWhatWasPaid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, seats := drawProration(t), drawSeats(t)
		first, _ := seats.Cycle.Days.From()
		until, _ := seats.Cycle.Days.Until()
		hours := until.Sub(first) * 24
		bought := rapid.IntRange(0, hours-1).Draw(t, "bought")
		at := rapid.IntRange(bought, hours-1).Draw(t, "at")
		r, err := p.Cancel(seats, first.Start().Add(time.Duration(bought)*time.Hour), first.Start().Add(time.Duration(at)*time.Hour))
		require.NoError(t, err)
		assert.True(t, r.Paid.Subtotal.Amount.Equal(sum(t, r.Kept, r.Refunded)))
		assert.GreaterOrEqual(t, r.Kept.Sign(), 0, "kept %s", r.Kept)
		assert.GreaterOrEqual(t, r.Refunded.Sign(), 0, "refunded %s", r.Refunded)
		assert.True(t, r.Refunded.Equal(r.Credit.Subtotal.Amount.Neg()))
		assert.True(t, !r.Full || r.Kept.Sign() == 0)
		requireReadsBack(t, r)
	})
}

// Who cancels later never gets more back.
func TestLaterIsNeverMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, seats := drawProration(t), drawSeats(t)
		first, _ := seats.Cycle.Days.From()
		until, _ := seats.Cycle.Days.Until()
		hours := until.Sub(first)*24 - 1
		bought := rapid.IntRange(0, hours).Draw(t, "bought")
		early := rapid.IntRange(bought, hours).Draw(t, "early")
		late := rapid.IntRange(early, hours).Draw(t, "late")
		instant := func(hour int) time.Time { return first.Start().Add(time.Duration(hour) * time.Hour) }
		sooner, err := p.Cancel(seats, instant(bought), instant(early))
		require.NoError(t, err)
		later, err := p.Cancel(seats, instant(bought), instant(late))
		require.NoError(t, err)
		assert.LessOrEqual(t, compare(t, later.Refunded, sooner.Refunded), 0, "%s after %s", later.Refunded, sooner.Refunded)
	})
}

// The lines of a change add up to its net, and who changes back the same day is where he was.
func TestChangesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, seats := drawProration(t), drawSeats(t)
		first, _ := seats.Cycle.Days.From()
		until, _ := seats.Cycle.Days.Until()
		on := first.AddDays(rapid.IntRange(0, until.Sub(first)-1).Draw(t, "on"))
		to := rapid.IntRange(1, 5000).Draw(t, "to")
		if to == seats.Quantity || seats.Quantity == 0 {
			t.Skip("no change of a number of seats")
		}
		c, err := p.ChangeQuantity(seats, to, on)
		require.NoError(t, err)
		net := c.Lines[0].Subtotal.Amount
		for _, l := range c.Lines[1:] {
			net = sum(t, net, l.Subtotal.Amount)
		}
		assert.True(t, net.Equal(c.Net))
		requireReadsBack(t, c)
		if p.Adjustment == pricing.WholeCycle || p.QuantityRounding == pricing.DailyFloor {
			return
		}
		changed := seats
		changed.Quantity = to
		again, err := p.ChangeQuantity(changed, seats.Quantity, on)
		require.NoError(t, err)
		assert.Zero(t, sum(t, c.Net, again.Net).Sign())
	})
}

func TestFullRefundCovers(t *testing.T) {
	bought := day("2024-01-31").Start().Add(18 * time.Hour)
	tests := []struct {
		until pricing.FullRefund
		last  time.Time // the last second of it
	}{
		{pricing.FullWithin24Hours, bought.Add(24*time.Hour - time.Second)},
		{pricing.FullOnFirstDay, day("2024-02-01").Start().Add(-time.Second)},
		{pricing.FullWithinMonth, day("2024-02-29").Start().Add(-time.Second)},
	}
	for _, tt := range tests {
		assert.True(t, tt.until.Covers(bought, tt.last), tt.until)
		assert.False(t, tt.until.Covers(bought, tt.last.Add(time.Second)), tt.until)
	}
	assert.True(t, pricing.FullAlways.Covers(bought, bought.AddDate(1, 0, 0)))
	assert.False(t, pricing.FullNever.Covers(bought, bought))
	assert.False(t, pricing.FullRefund(0).Covers(bought, bought))
}
