package cancellation_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// money reads an amount written into a test; nothing is the zero Money.
func money(s string) terms.Money {
	if s == "" {
		return terms.Money{}
	}
	return terms.MustParseMoney(s)
}

// monthlySeats is a bill of ten seats at 10.08 EUR, as in the billing page's example.
func monthlySeats(change ...func(*cancellation.Bill)) cancellation.Bill {
	bill := cancellation.Bill{UnitPrice: money("10.08 EUR"), Quantity: 10, TermDuration: licensing.OneMonth, BillingCycle: licensing.Monthly}
	for _, c := range change {
		c(&bill)
	}
	return bill
}

func period(first, last string) func(*cancellation.Bill) {
	return func(b *cancellation.Bill) {
		b.Period = licensing.Period{First: terms.MustParseDay(first), Last: terms.MustParseDay(last)}
	}
}

func lines(amounts ...string) func(*cancellation.Bill) {
	return func(b *cancellation.Bill) {
		for _, a := range amounts {
			b.Lines = append(b.Lines, money(a))
		}
	}
}

func metered(amount string) func(*cancellation.Bill) {
	return func(b *cancellation.Bill) { b.Metered = money(amount) }
}

func plan(price string, quantity int, term licensing.Term, cycle licensing.BillingCycle) cancellation.Bill {
	return cancellation.Bill{UnitPrice: money(price), Quantity: quantity, TermDuration: term, BillingCycle: cycle}
}

type refundRow struct {
	name                            string
	request                         cancellation.Request
	bill                            cancellation.Bill
	at                              string
	paid, refunded, kept, remaining string
}

func checkRefundRows(t *testing.T, rows []refundRow) {
	t.Helper()
	for _, tt := range rows {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			answer, err := cancellation.CheckRefund(cancellation.RefundRequest{Request: tt.request, Bill: tt.bill}, at(tt.at))
			require.NoError(t, err)
			assert.Equal(t, tt.paid, answer.Paid.String(), "paid")
			assert.Equal(t, tt.refunded, answer.Refunded.String(), "refunded")
			assert.Equal(t, tt.kept, answer.Kept.String(), "kept")
			assert.Equal(t, tt.remaining, answer.Remaining.String(), "remaining")
			requireRoundTrip(t, answer)
		})
	}
}

func TestRefundsOfSeats(t *testing.T) {
	t.Parallel()
	july := func(change ...func(*cancellation.Request)) cancellation.Request {
		return bought(seats, "2023-07-15T06:00:00Z", change...)
	}
	renewed := bought(seats, "2024-03-21T03:00:00Z", openedBy(cancellation.ByRenewal))
	added := bought(seats, "2024-03-25T10:00:00Z", openedBy(cancellation.ByAddedSeats))
	march := period("2024-03-20", "2024-04-19")
	two := func(b *cancellation.Bill) { b.Quantity = 2 }
	checkRefundRows(t, []refundRow{
		{"before it was bought nothing is paid", july(), monthlySeats(), "2023-07-15T05:59:59Z", "0.00 EUR", "0.00 EUR", "0.00 EUR", "100.80 EUR"},
		{"at once: everything", july(), monthlySeats(), "2023-07-15T06:00:00Z", "100.80 EUR", "100.80 EUR", "0.00 EUR", "0.00 EUR"},
		{"the last second of 24 hours: everything", july(), monthlySeats(), "2023-07-16T05:59:59Z", "100.80 EUR", "100.80 EUR", "0.00 EUR", "0.00 EUR"},
		{"after 24 hours: 10.08 × 30 ÷ 31 = 9.75, × 10", july(), monthlySeats(), "2023-07-16T06:00:00Z", "100.80 EUR", "97.50 EUR", "3.30 EUR", "0.00 EUR"},
		{"the third day: 10.08 × 29 ÷ 31 = 9.42, × 10", july(), monthlySeats(), "2023-07-17T12:00:00Z", "100.80 EUR", "94.20 EUR", "6.60 EUR", "0.00 EUR"},
		{"the last second: 10.08 × 24 ÷ 31 = 7.80, × 10", july(), monthlySeats(), "2023-07-22T05:59:59Z", "100.80 EUR", "78.00 EUR", "22.80 EUR", "0.00 EUR"},
		{"after the window: nothing", july(), monthlySeats(), "2023-07-22T06:00:00Z", "100.80 EUR", "0.00 EUR", "100.80 EUR", "0.00 EUR"},
		{"who may not cancel is told what would come back", july(adminAgent(rules.No)), monthlySeats(), "2023-07-17T12:00:00Z", "100.80 EUR", "94.20 EUR", "6.60 EUR", "0.00 EUR"},
		{"whose role is unknown, too", july(adminAgent(rules.Unknown)), monthlySeats(), "2023-07-17T12:00:00Z", "100.80 EUR", "94.20 EUR", "6.60 EUR", "0.00 EUR"},
		{"opened nobody knows by what: not determined", july(openedBy(0)), monthlySeats(), "2023-07-17T12:00:00Z", "100.80 EUR", "", "", "0.00 EUR"},
		{"nor does Partner Center need to know", july(openedBy(0), allowed("2023-07-22T06:00:00Z")), monthlySeats(), "2023-07-17T12:00:00Z", "100.80 EUR", "94.20 EUR", "6.60 EUR", "0.00 EUR"},
		{"and its null is nothing", july(notAllowed), monthlySeats(), "2023-07-17T12:00:00Z", "100.80 EUR", "0.00 EUR", "100.80 EUR", "0.00 EUR"},
		{"an upgrade cannot be cancelled", july(openedBy(cancellation.ByUpgrade)), monthlySeats(), "2023-07-15T06:00:00Z", "100.80 EUR", "0.00 EUR", "100.80 EUR", "0.00 EUR"},
		{"a renewal that completed a day late is charged from its first day; 24 hours from the completion: everything", renewed, monthlySeats(march), "2024-03-22T02:59:59Z", "100.80 EUR", "100.80 EUR", "0.00 EUR", "0.00 EUR"},
		{"after them: 10.08 × 29 ÷ 31 = 9.42, × 10", renewed, monthlySeats(march), "2024-03-22T03:00:00Z", "100.80 EUR", "94.20 EUR", "6.60 EUR", "0.00 EUR"},
		{"two added seats are charged for 26 of 31 days: 8.45 × 2; the first day gives all of it back", added, monthlySeats(march, two), "2024-03-25T12:00:00Z", "16.90 EUR", "16.90 EUR", "0.00 EUR", "0.00 EUR"},
		{"two days later 24 of 31: 7.80 × 2", added, monthlySeats(march, two), "2024-03-27T12:00:00Z", "16.90 EUR", "15.60 EUR", "1.30 EUR", "0.00 EUR"},
		{"a converted trial: as a purchase", july(openedBy(cancellation.ByConversion)), monthlySeats(), "2023-07-17T12:00:00Z", "100.80 EUR", "94.20 EUR", "6.60 EUR", "0.00 EUR"},
		{
			"a partial upgrade has the first 24 hours of its source: 10.08 × 23 ÷ 31 = 7.47 of 7.80, × 10",
			bought(seats, "2024-03-27T08:00:00Z", openedBy(cancellation.ByPartialUpgrade), source("2024-03-26T12:00:00Z")), monthlySeats(march), "2024-03-28T08:00:00Z",
			"78.00 EUR", "74.70 EUR", "3.30 EUR", "0.00 EUR",
		},
		{
			"within them everything", bought(seats, "2024-03-27T08:00:00Z", openedBy(cancellation.ByPartialUpgrade), source("2024-03-26T12:00:00Z")), monthlySeats(march), "2024-03-27T11:59:59Z",
			"78.00 EUR", "78.00 EUR", "0.00 EUR", "0.00 EUR",
		},
	})
}

// What is owed after the window, on every billing plan (SW-24).
func TestRemainingOnEveryBillingPlan(t *testing.T) {
	t.Parallel()
	request := bought(seats, "2023-09-20T10:00:00Z")
	asked := "2023-10-01"
	checkRefundRows(t, []refundRow{
		{"a month, monthly: nothing more", request, plan("20 EUR", 10, licensing.OneMonth, licensing.Monthly), asked, "200.00 EUR", "0.00 EUR", "200.00 EUR", "0.00 EUR"},
		{"a year, monthly: eleven months of 200", request, plan("20 EUR", 10, licensing.OneYear, licensing.Monthly), asked, "200.00 EUR", "0.00 EUR", "200.00 EUR", "2200.00 EUR"},
		{"a year, paid in advance: nothing more", request, plan("250 EUR", 10, licensing.OneYear, licensing.Annual), asked, "2500.00 EUR", "0.00 EUR", "2500.00 EUR", "0.00 EUR"},
		{"three years, monthly: 35 months of 200", request, plan("20 EUR", 10, licensing.ThreeYears, licensing.Monthly), asked, "200.00 EUR", "0.00 EUR", "200.00 EUR", "7000.00 EUR"},
		{"three years, annual: two years of 2,500", request, plan("250 EUR", 10, licensing.ThreeYears, licensing.Annual), asked, "2500.00 EUR", "0.00 EUR", "2500.00 EUR", "5000.00 EUR"},
		{"three years in advance: nothing more", request, plan("700 EUR", 10, licensing.ThreeYears, licensing.Triennial), asked, "7000.00 EUR", "0.00 EUR", "7000.00 EUR", "0.00 EUR"},
		{"the day before the second charge", request, plan("20 EUR", 10, licensing.OneYear, licensing.Monthly), "2023-10-19T23:59:59Z", "200.00 EUR", "0.00 EUR", "200.00 EUR", "2200.00 EUR"},
		{"the day of the second charge", request, plan("20 EUR", 10, licensing.OneYear, licensing.Monthly), "2023-10-20", "400.00 EUR", "0.00 EUR", "400.00 EUR", "2000.00 EUR"},
		{"after the term", request, plan("20 EUR", 10, licensing.OneYear, licensing.Monthly), "2024-09-20", "2400.00 EUR", "0.00 EUR", "2400.00 EUR", "0.00 EUR"},
		{"a software subscription, annual", bought(software, "2023-09-20T10:00:00Z"), plan("250 EUR", 10, licensing.ThreeYears, licensing.Annual), asked, "2500.00 EUR", "0.00 EUR", "2500.00 EUR", "5000.00 EUR"},
		{"a savings plan, never cancelled", bought(savings, "2023-09-20T10:00:00Z"), plan("100 EUR", 1, licensing.OneYear, licensing.Monthly), asked, "100.00 EUR", "0.00 EUR", "100.00 EUR", "1100.00 EUR"},
		{"a plan of SUSE, never cancelled", bought(software, "2023-09-20T10:00:00Z", linux(rules.Yes)), plan("100 EUR", 1, licensing.OneYear, licensing.Annual), "2023-09-20T10:00:00Z", "100.00 EUR", "0.00 EUR", "100.00 EUR", "0.00 EUR"},
		{"Azure as it is used owes what was used", bought(azure, "2023-09-20T10:00:00Z"), plan("20 EUR", 10, licensing.OneYear, licensing.Monthly), asked, "200.00 EUR", "0.00 EUR", "200.00 EUR", "0.00 EUR"},
		{"a product nobody knows: what is owed is not determined", bought(0, "2023-09-20T10:00:00Z"), plan("20 EUR", 10, licensing.OneYear, licensing.Monthly), asked, "200.00 EUR", "", "", ""},
	})
}

func TestRefundsOfOtherProducts(t *testing.T) {
	t.Parallel()
	once := func(price string, quantity int) cancellation.Bill {
		return cancellation.Bill{UnitPrice: money(price), Quantity: quantity}
	}
	billedFor := func(change ...func(*cancellation.Bill)) cancellation.Bill {
		var b cancellation.Bill
		for _, c := range change {
			c(&b)
		}
		return b
	}
	checkRefundRows(t, []refundRow{
		{"perpetual software, the last minute: 100 % (SW-26)", bought(perpetual, "2024-05-10T15:30:00Z"), once("500 USD", 3), "2024-06-09T23:58:59Z", "1500.00 USD", "1500.00 USD", "0.00 USD", "0.00 USD"},
		{"perpetual software, after it: nothing, and nothing more is owed", bought(perpetual, "2024-05-10T15:30:00Z"), once("500 USD", 3), "2024-06-09T23:59:00Z", "1500.00 USD", "0.00 USD", "1500.00 USD", "0.00 USD"},
		{"a software subscription: 365 × 363 ÷ 365", bought(software, "2024-05-10T15:30:00Z"), plan("365 USD", 1, licensing.OneYear, licensing.Annual), "2024-05-12T12:00:00Z", "365.00 USD", "363.00 USD", "2.00 USD", "0.00 USD"},
		{"a software subscription on its first day: all days are left", bought(software, "2024-05-10T15:30:00Z"), plan("365 USD", 1, licensing.OneYear, licensing.Annual), "2024-05-10T23:00:00Z", "365.00 USD", "365.00 USD", "0.00 USD", "0.00 USD"},
		{"software in the days of 60: all of two months", bought(software, "2021-03-01"), billedFor(lines("100 USD", "100 USD")), "2021-04-20", "200.00 USD", "200.00 USD", "0.00 USD", ""},
		{"marketplace: what is metered stays", bought(monthly, "2024-05-10T10:00:00Z"), billedFor(lines("100 USD", "12.34 USD"), metered("12.34 USD")), "2024-05-12", "112.34 USD", "100.00 USD", "12.34 USD", ""},
		{"Azure as it is used: what is owed must be paid (CSP-20)", bought(azure, "2024-05-10"), billedFor(lines("57.21 USD")), "2025-01-01", "57.21 USD", "0.00 USD", "57.21 USD", ""},
		{"an extended service term: 31 × 21 ÷ 31", bought(extended, "2026-08-01"), plan("31 USD", 1, licensing.OneMonth, licensing.Monthly), "2026-08-11", "31.00 USD", "21.00 USD", "10.00 USD", "0.00 USD"},
	})
}

// What was billed and credited before is what was paid; what comes back is never more.
func TestRefundsAfterAdjustments(t *testing.T) {
	t.Parallel()
	june := bought(seats, "2023-06-18")
	july := bought(seats, "2023-07-15")
	twelve := func(b *cancellation.Bill) { b.Quantity = 12 }
	checkRefundRows(t, []refundRow{
		{"twelve seats, two of them since 20 June for 18.81: 10.08 × 26 ÷ 30 = 8.73, × 12", june, monthlySeats(twelve, lines("100.80 EUR", "-94.08 EUR", "112.89 EUR")), "2023-06-22", "119.61 EUR", "104.76 EUR", "14.85 EUR", "0.00 EUR"},
		{"a credit of 5: the rest suffices", july, monthlySeats(lines("100.80 EUR", "-5 EUR")), "2023-07-17", "95.80 EUR", "94.20 EUR", "1.60 EUR", "0.00 EUR"},
		{"a credit of 6.60: all that is left", july, monthlySeats(lines("100.80 EUR", "-6.60 EUR")), "2023-07-17", "94.20 EUR", "94.20 EUR", "0.00 EUR", "0.00 EUR"},
		{"a credit of 6.61: no more than is left", july, monthlySeats(lines("100.80 EUR", "-6.61 EUR")), "2023-07-17", "94.19 EUR", "94.19 EUR", "0.00 EUR", "0.00 EUR"},
		{"more credited than charged: nothing", july, monthlySeats(lines("100.80 EUR", "-120 EUR")), "2023-07-17", "-19.20 EUR", "0.00 EUR", "-19.20 EUR", "0.00 EUR"},
	})
}

func TestFullRefundOfPartnerCenterPrevails(t *testing.T) {
	t.Parallel()
	request := cancellation.RefundRequest{Request: bought(seats, "2023-07-15T16:57:14Z"), Bill: monthlySeats(), FullUntil: at("2023-07-16")}
	for instant, want := range map[string]string{"2023-07-15T23:59:59Z": "100.80 EUR", "2023-07-16T00:00:00Z": "97.50 EUR"} {
		answer, err := cancellation.CheckRefund(request, at(instant))
		require.NoError(t, err)
		assert.Equal(t, want, answer.Refunded.String(), instant)
	}
}

func TestAlternativesOfARefund(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		request cancellation.Request
		bill    cancellation.Bill
		at      string
		want    []string
	}{
		{
			"seats on the third day: the day charged, 10.08 × 28 ÷ 31 = 9.10; by 60 of 744 hours, 10.08 × 684 ÷ 744 = 9.26", bought(seats, "2023-07-15"), monthlySeats(), "2023-07-17T12:00:00Z",
			[]string{"pricing.proration.seats eventDayKept fullNever: 91.00 EUR", "pricing.proration.seats byHour: 92.60 EUR"},
		},
		{
			"whoever may not cancel is told the same", bought(seats, "2023-07-15", adminAgent(rules.No)), monthlySeats(), "2023-07-17T12:00:00Z",
			[]string{"pricing.proration.seats eventDayKept fullNever: 91.00 EUR", "pricing.proration.seats byHour: 92.60 EUR"},
		},
		{
			"within 24 hours on the second day: prorated, 9.75; the day charged, 9.42", bought(seats, "2023-07-15T06:00:00Z"), monthlySeats(), "2023-07-16T05:00:00Z",
			[]string{"cancellation.refund.seats prorated: 97.50 EUR", "pricing.proration.seats eventDayKept fullNever: 94.20 EUR", "pricing.proration.seats fullOnFirstDay: 97.50 EUR"},
		},
		{
			"after the window, but on its day", bought(seats, "2023-07-15T06:00:00Z"), monthlySeats(), "2023-07-22T12:00:00Z",
			[]string{"cancellation.boundary.seats endOfDay: 78.00 EUR"},
		},
		{
			"software: 100 %; the day charged, 362 of 365", bought(software, "2024-05-10T00:00:00Z"), plan("365 USD", 1, licensing.OneYear, licensing.Annual), "2024-05-12",
			[]string{"cancellation.refund.software full: 365.00 USD", "pricing.proration.seats eventDayKept fullNever: 362.00 USD"},
		},
		{
			"perpetual software: what part of it nobody says", bought(perpetual, "2024-05-10"), cancellation.Bill{UnitPrice: money("500 USD"), Quantity: 1}, "2024-05-12", nil,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			answer, err := cancellation.CheckRefund(cancellation.RefundRequest{Request: tt.request, Bill: tt.bill}, at(tt.at))
			require.NoError(t, err)
			var got []string
			for _, a := range answer.Alternatives {
				got = append(got, a.Timeline+" "+a.Says+": "+a.Refunded.String())
				assert.NotEmpty(t, a.Text)
				assert.NotEmpty(t, a.Sources)
				assert.Contains(t, answer.String(), a.Text)
			}
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestTheInvoiceOfARefund(t *testing.T) {
	t.Parallel()
	ask := func(request cancellation.Request, instant string) string {
		answer, err := cancellation.CheckRefund(cancellation.RefundRequest{Request: request, Bill: plan("500 USD", 1, licensing.OneYear, licensing.Annual)}, at(instant))
		require.NoError(t, err)
		return answer.InvoiceDays.String()
	}
	assert.Equal(t, "2024-06-06/2024-06-09", ask(bought(software, "2024-05-30"), "2024-05-31T23:59:59Z"))
	assert.Equal(t, "2024-07-06/2024-07-09", ask(bought(software, "2024-05-30"), "2024-06-01"))
	assert.Empty(t, ask(bought(software, "2024-05-30"), "2024-06-30"), "nothing comes back")
	assert.Empty(t, ask(bought(reserved, "2024-05-30"), "2024-06-30"), "of reservations the record does not say it")
}

func TestConventionsOfTheRequest(t *testing.T) {
	t.Parallel()
	by := pricing.NewCommerce()
	by.EventDay = pricing.EventDayKept
	request := cancellation.RefundRequest{Request: bought(seats, "2023-07-15"), Bill: monthlySeats(), Proration: by}
	answer, err := cancellation.CheckRefund(request, at("2023-07-17"))
	require.NoError(t, err)
	assert.Equal(t, "91.00 EUR", answer.Refunded.String())
	assert.Equal(t, by, answer.Proration.Value)
	assert.Empty(t, answer.Proration.Timeline)
	assert.Empty(t, answer.Alternatives)
	request.Proration.Grain = 0
	_, err = cancellation.CheckRefund(request, at("2023-07-17"))
	require.ErrorIs(t, err, pricing.ErrNotGiven)
}

// One overlay reaches the amount that comes back, by every figure it rests on, and the answer names its owner.
func TestOverlaysReachTheRefund(t *testing.T) {
	t.Parallel()
	request := cancellation.RefundRequest{Request: bought(seats, "2023-07-15T06:00:00Z"), Bill: monthlySeats()}
	tests := []struct{ name, change, at, want string }{
		{"a longer window: 10.08 × 23 ÷ 31 = 7.47", `"figures": [{"timeline": "cancellation.window.seats", "span": "../..", "value": "P14D"}]`, "2023-07-23", "74.70 EUR"},
		{"another refund", `"figures": [{"timeline": "cancellation.refund.seats", "span": "../..", "value": "full"}]`, "2023-07-17", "100.80 EUR"},
		{"other conventions, of another package", `"figures": [{"timeline": "pricing.proration.seats", "span": "2023-01-01/..", "value": {"eventDay": "eventDayKept", "fullRefund": "fullNever", "grain": "byDay", "cycleDays": "daysOfStartMonth", "planDays": "countMonths", "adjustment": "restOfCycle", "rounding": "lineNearest", "quantityRounding": "lineDown"}}]`, "2023-07-17", "91.05 EUR"},
		{"a rule switched off: no upgrade is final", `"switchOff": ["cancellation.seats.upgrade"]`, "2023-07-17", "94.20 EUR"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			house, err := cancellation.Published().With(overlay(t, `{"owner": "Fabrikam", "reason": "contract", `+tt.change+`}`))
			require.NoError(t, err)
			answer, err := house.CheckRefund(request, at(tt.at))
			require.NoError(t, err)
			assert.Equal(t, tt.want, answer.Refunded.String())
			if tt.change[1:8] == "figures" {
				assert.Contains(t, answer.String(), "[replaced by Fabrikam: contract]")
			}
		})
	}
	_, err := cancellation.Published().With(overlay(t, `{"owner": "Fabrikam", "reason": "contract", "figures": [{"timeline": "pricing.proration.seats", "span": "../..", "value": "daily"}]}`))
	require.ErrorIs(t, err, rules.ErrOverlay)
}

func TestBillsThatAreRefused(t *testing.T) {
	t.Parallel()
	july := bought(seats, "2023-07-15")
	tests := []struct {
		name    string
		request cancellation.Request
		bill    cancellation.Bill
		at      string
		want    string
	}{
		{"no price and no lines", july, cancellation.Bill{}, "2023-07-17", "bill/unitPrice is not given"},
		{"a price below nothing", july, monthlySeats(func(b *cancellation.Bill) { b.UnitPrice = money("-1 EUR") }), "2023-07-17", "bill/unitPrice is -1.00 EUR"},
		{"no seats", july, monthlySeats(func(b *cancellation.Bill) { b.Quantity = 0 }), "2023-07-17", "bill/quantity is 0"},
		{"a term without a plan", july, monthlySeats(func(b *cancellation.Bill) { b.BillingCycle = 0 }), "2023-07-17", "bill/billingCycle is not given"},
		{"a plan without a term", july, monthlySeats(func(b *cancellation.Bill) { b.TermDuration = 0 }), "2023-07-17", "bill/billingCycle is monthly"},
		{"a plan longer than the term", july, plan("10 EUR", 1, licensing.OneMonth, licensing.Annual), "2023-07-17", "billingCycle"},
		{"a line without an amount", july, monthlySeats(lines("100.80 EUR", "")), "2023-07-17", "bill/lines/1 is not given"},
		{"lines in two currencies", july, monthlySeats(lines("100.80 EUR", "-5 USD")), "2023-07-17", "bill/lines/1 is -5.00 USD; want an amount in EUR, the currency it is billed in"},
		{"lines in another currency than the charge", july, monthlySeats(lines("100.80 USD")), "2023-07-17", "bill/lines/0 is 100.80 USD; want an amount in EUR"},
		{"metered below nothing", july, monthlySeats(metered("-1 EUR")), "2023-07-17", "bill/metered is -1.00 EUR"},
		{"metered in another currency", july, monthlySeats(metered("1 USD")), "2023-07-17", "bill/metered is 1.00 USD; want an amount in EUR"},
		{"a part without a price", july, cancellation.Bill{Lines: []terms.Money{money("1 EUR")}}, "2023-07-17", "bill/unitPrice is not given"},
		{"a part of what is paid once", july, cancellation.Bill{UnitPrice: money("1 EUR"), Quantity: 1}, "2023-07-17", "bill/termDuration is not given"},
		{"opened after the term", july, monthlySeats(period("2023-06-01", "2023-06-30")), "2023-07-17", "bill/period is 2023-06-01/2023-07-01; want the term in which the window opened, on 2023-07-15"},
		{"asked after the term", bought(azure, "2023-07-15"), monthlySeats(), "2023-08-20", ""},
		{"in a window after the term", bought(extended, "2026-06-01"), monthlySeats(), "2026-07-20", "at is 2026-07-20T00:00:00Z; want an instant of the bill's term"},
		{"no day to begin with", bought(seats, "", allowed("2023-07-22")), monthlySeats(), "2023-07-17", "bill/period is not given"},
		{"a request that makes no sense", july, monthlySeats(), "1800-01-01", "at is 1800"},
		{"a day from before the record of prorations", bought(software, "2021-06-17"), monthlySeats(), "2021-06-18", "pricing.proration.seats on 2021-06-17"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			answer, err := cancellation.CheckRefund(cancellation.RefundRequest{Request: tt.request, Bill: tt.bill}, at(tt.at))
			if tt.want == "" {
				require.NoError(t, err)
				return
			}
			require.ErrorContains(t, err, tt.want)
			require.Regexp(t, "^(cancellation|rules): ", err.Error())
			assert.True(t, answer.Equal(cancellation.RefundAnswer{}))
		})
	}
}

// What is wrong with a bill and with its request is said at once.
func TestEverythingWrongWithARefundIsSaidAtOnce(t *testing.T) {
	t.Parallel()
	_, err := cancellation.CheckRefund(cancellation.RefundRequest{
		Request: bought(11, "1800-01-01"), FullUntil: at("1800-01-01"),
		Bill: cancellation.Bill{UnitPrice: money("-1 EUR"), TermDuration: licensing.OneYear, Lines: []terms.Money{money("1 USD"), {}}, Metered: money("-1 USD")},
	}, at("2024-01-01"))
	for _, field := range []string{
		"request/opened", "request/purchase/product", "bill/unitPrice", "bill/quantity", "bill/billingCycle", "bill/lines/0", "bill/lines/1", "bill/metered", "fullRefundUntil",
	} {
		require.ErrorContains(t, err, "cancellation: request not accepted: "+field+" is ")
	}
	_, err = cancellation.CheckRefund(cancellation.RefundRequest{
		Request: bought(seats, "2024-01-01"), Bill: plan("20 USD", 1, licensing.OneMonth, licensing.Annual),
	}, at("2024-01-01"))
	require.EqualError(t, err, "cancellation: request not accepted: bill/billingCycle is annual; want monthly, for a term of P1M")
	require.ErrorIs(t, err, licensing.ErrRequest)
	require.ErrorIs(t, err, cancellation.ErrRequest)
	_, err = cancellation.CheckRefund(cancellation.RefundRequest{
		Request: bought(seats, "2024-01-01"), Bill: monthlySeats(lines("1 EUR", "1 USD")),
	}, at("2024-01-01"))
	require.ErrorIs(t, err, terms.ErrCurrencyMismatch)
}

func TestStake(t *testing.T) {
	t.Parallel()
	request := cancellation.RefundRequest{Request: bought(seats, "2023-09-20T10:00:00Z"), Bill: plan("20 EUR", 10, licensing.OneYear, licensing.Monthly)}
	answer, err := cancellation.CheckRefund(request, at("2023-09-20T12:00:00Z"))
	require.NoError(t, err)
	assert.Equal(t, "2400.00 EUR", answer.Stake().String(), "the 200 that come back, and eleven months")
	closed, err := cancellation.CheckRefund(request, at("2023-10-20T12:00:00Z"))
	require.NoError(t, err)
	assert.True(t, closed.Stake().IsZero(), "the window has passed: nothing is saved any more")
	assert.True(t, cancellation.RefundAnswer{}.Stake().IsZero())
	assert.Equal(t, "5.00 EUR", cancellation.RefundAnswer{Refunded: money("5 EUR"), Remaining: money("1 USD")}.Stake().String())
}

func TestFieldsOfRefundsMatter(t *testing.T) {
	t.Parallel()
	request := cancellation.RefundRequest{Request: bought(seats, "2023-09-20T10:00:00Z"), Bill: plan("20 EUR", 10, licensing.OneYear, licensing.Monthly)}
	requireRoundTrip(t, request)
	answer, err := cancellation.CheckRefund(request, at("2023-09-22T12:00:00Z"))
	require.NoError(t, err)
	assert.False(t, answer.Equal(cancellation.RefundAnswer{}))
	requireFieldsMatter(t, answer.Charges[0])
	requireFieldsMatter(t, answer.Alternatives[0])
}

// drawBill draws a bill of seats, with or without lines before.
func drawBill(t *rapid.T) cancellation.Bill {
	term := rapid.SampledFrom([]licensing.Term{licensing.OneMonth, licensing.OneYear, licensing.ThreeYears}).Draw(t, "term")
	cycles := []licensing.BillingCycle{licensing.Monthly, licensing.Annual, licensing.Triennial}
	cycle := cycles[rapid.IntRange(0, int(term)-1).Draw(t, "cycle")]
	cents := func(name string, from, to int) terms.Money {
		return money(amountOf(rapid.IntRange(from, to).Draw(t, name)))
	}
	bill := cancellation.Bill{
		UnitPrice: cents("price", 0, 100_000), Quantity: rapid.IntRange(1, 500).Draw(t, "quantity"), TermDuration: term, BillingCycle: cycle,
	}
	for range rapid.IntRange(0, 3).Draw(t, "lines") {
		bill.Lines = append(bill.Lines, cents("line", -3_000_000, 3_000_000))
	}
	if rapid.Bool().Draw(t, "metered") {
		bill.Metered = cents("meter", 0, 10_000)
	}
	return bill
}

// amountOf writes cents as an amount.
func amountOf(cents int) string {
	m, err := money("0.01 EUR").Mul(decimalOf(cents))
	if err != nil {
		panic(err)
	}
	return m.String()
}

// Kept and refunded are what was paid, and never is more refunded than was paid, whatever was billed and credited before, whatever
// the product and the instant.
func TestKeptAndRefundedAreWhatWasPaid(t *testing.T) {
	t.Parallel()
	products := []cancellation.Product{perpetual, software, seats, extended, monthly, annual, central, azure, reserved, savings}
	rapid.Check(t, func(t *rapid.T) {
		opened := at("2026-01-10T12:00:00Z")
		request := cancellation.RefundRequest{
			Request: bought(rapid.SampledFrom(products).Draw(t, "product"), "2026-01-10T12:00:00Z", openedBy(cancellation.Opening(rapid.IntRange(1, 3).Draw(t, "opening")))),
			Bill:    drawBill(t),
		}
		asked := opened.Add(hours(rapid.IntRange(0, 24*28).Draw(t, "hours")))
		answer, err := cancellation.CheckRefund(request, asked)
		require.NoError(t, err)
		require.False(t, answer.Refunded.IsZero())
		total, err := answer.Kept.Add(answer.Refunded)
		require.NoError(t, err)
		require.True(t, total.Equal(answer.Paid), "%s and %s are %s", answer.Kept, answer.Refunded, answer.Paid)
		require.GreaterOrEqual(t, answer.Refunded.Sign(), 0)
		if answer.Refunded.Sign() > 0 {
			require.GreaterOrEqual(t, answer.Kept.Sign(), 0)
		}
		if answer.Answer.Verdict != isOpen {
			require.Zero(t, answer.Refunded.Sign())
		}
		for _, a := range answer.Alternatives {
			require.GreaterOrEqual(t, a.Refunded.Sign(), 0)
			require.False(t, a.Refunded.Equal(answer.Refunded))
		}
	})
}

// Who cancels later never gets more back, and what is owed never grows.
func TestLaterIsNeverMore(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		request := cancellation.RefundRequest{Request: bought(seats, "2024-01-10T12:00:00Z"), Bill: drawBill(t)}
		request.Bill.Lines = nil
		early := rapid.IntRange(0, 24*20).Draw(t, "early")
		late := rapid.IntRange(early, 24*20).Draw(t, "late")
		sooner, err := cancellation.CheckRefund(request, at("2024-01-10T12:00:00Z").Add(hours(early)))
		require.NoError(t, err)
		later, err := cancellation.CheckRefund(request, at("2024-01-10T12:00:00Z").Add(hours(late)))
		require.NoError(t, err)
		for _, amounts := range [][2]terms.Money{{later.Refunded, sooner.Refunded}, {later.Remaining, sooner.Remaining}} {
			order, err := amounts[0].Cmp(amounts[1])
			require.NoError(t, err)
			require.LessOrEqual(t, order, 0)
		}
	})
}
