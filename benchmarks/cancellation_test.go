package benchmarks

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// cancellationWorks are what is measured of package cancellation.
var cancellationWorks = []comparedWork{
	{"check", 500, checkByHand, checkByTerms},
	{"refund", 100, refundByHand, refundByTerms},
	{"calendar", 200, calendarByHand, calendarByTerms},
}

// boughtSeats is when the seats were bought that are asked about every hour from then on; the window is seven days.
var boughtSeats = time.Date(2024, time.March, 26, 11, 0, 0, 0, time.UTC)

func seatsOfOne(asked time.Time) cancellation.Request {
	return cancellation.Request{
		Purchase: cancellation.Purchase{Product: cancellation.LicenseBased, Opening: cancellation.ByPurchase},
		Asker:    cancellation.Asker{AdminAgent: rules.Yes}, Opened: asked,
	}
}

func checkByHand(_ testing.TB, units int) func() decimal.Decimal {
	return func() decimal.Decimal {
		var open int64
		for i := range units {
			at, adminAgent := boughtSeats.Add(time.Duration(i)*time.Hour), true
			if adminAgent && at.Before(boughtSeats.Add(7*24*time.Hour)) {
				open++
			}
		}
		return decimal.NewFromInt(open)
	}
}

func checkByTerms(tb testing.TB, units int) func() decimal.Decimal {
	tb.Helper()
	return func() decimal.Decimal {
		var open int64
		for i := range units {
			answer, err := cancellation.Check(seatsOfOne(boughtSeats), boughtSeats.Add(time.Duration(i)*time.Hour))
			orStop(tb, err)
			if answer.Verdict == cancellation.Open {
				open++
			}
		}
		return decimal.NewFromInt(open)
	}
}

// Ten seats at 10.08 EUR a month, cancelled on the third day of a cycle of 31: 29 days of each come back, a line rounded down.
func refundByHand(_ testing.TB, units int) func() decimal.Decimal {
	return func() decimal.Decimal {
		sum := decimal.Zero
		for range units {
			seat := decimal.New(1008, -2).Mul(decimal.New(29, 0)).Div(decimal.New(31, 0)).Truncate(2)
			sum = sum.Add(seat.Mul(decimal.New(10, 0)))
		}
		return sum
	}
}

func refundByTerms(tb testing.TB, units int) func() decimal.Decimal {
	tb.Helper()
	request := cancellation.RefundRequest{Request: seatsOfOne(boughtSeats), Bill: cancellation.Bill{
		UnitPrice: terms.MustParseMoney("10.08 EUR"), Quantity: 10, TermDuration: licensing.OneYear, BillingCycle: licensing.Monthly,
	}}
	at := time.Date(2024, time.March, 28, 12, 0, 0, 0, time.UTC)
	return func() decimal.Decimal {
		sum := decimal.Zero
		for range units {
			answer, err := cancellation.CheckRefund(request, at)
			orStop(tb, err)
			sum = sum.Add(answer.Refunded.Amount())
		}
		return sum
	}
}

// A unit is one of many purchases, an hour apart; the deadlines of those that are open come in their order.
func calendarByHand(_ testing.TB, units int) func() decimal.Decimal {
	at := boughtSeats.Add(7 * 24 * time.Hour)
	return func() decimal.Decimal {
		var deadlines []time.Time
		for i := range units {
			opened := boughtSeats.Add(time.Duration(i) * time.Hour)
			if closes := opened.Add(7 * 24 * time.Hour); !opened.After(at) && at.Before(closes) {
				deadlines = append(deadlines, closes)
			}
		}
		slices.SortFunc(deadlines, time.Time.Compare)
		return decimal.NewFromInt(int64(len(deadlines)))
	}
}

func calendarByTerms(tb testing.TB, units int) func() decimal.Decimal {
	tb.Helper()
	holdings := make([]cancellation.Holding, units)
	for i := range holdings {
		holdings[i] = cancellation.Holding{ID: strconv.Itoa(i), Request: seatsOfOne(boughtSeats.Add(time.Duration(i) * time.Hour))}
	}
	at := boughtSeats.Add(7 * 24 * time.Hour)
	return func() decimal.Decimal {
		calendar, err := cancellation.NewCalendar(holdings, at)
		orStop(tb, err)
		return decimal.NewFromInt(int64(len(calendar.Deadlines)))
	}
}
