package cancellation_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

func choicesOf(request cancellation.Request, bill cancellation.Bill, giveBack int, batches ...cancellation.SeatBatch) cancellation.ChoiceRequest {
	return cancellation.ChoiceRequest{
		Refund: cancellation.RefundRequest{Request: request, Bill: bill}, GiveBack: giveBack, Batches: batches,
	}
}

// choiceText gives a choice on one line.
func choiceText(c cancellation.Choice) string {
	s := c.Kind.String() + " " + c.Verdict.String()
	if !c.Cost.IsZero() {
		s += " " + c.Cost.String()
	}
	if !c.Deadline.IsZero() {
		s += " until " + text(c.Deadline)
	}
	return s
}

func TestCompareChoices(t *testing.T) {
	t.Parallel()
	year := plan("10.08 EUR", 10, licensing.OneYear, licensing.Monthly)
	july := func(change ...func(*cancellation.Request)) cancellation.Request {
		return bought(seats, "2023-07-15T06:00:00Z", change...)
	}
	first, added := batch(6, cancellation.ByPurchase, "2023-07-01T06:00:00Z"), batch(4, cancellation.ByAddedSeats, "2023-07-16T06:00:00Z")
	tests := []struct {
		name    string
		request cancellation.ChoiceRequest
		at      string
		want    []string
	}{
		{
			"the third day: kept 6.60; 4 seats less, −94.29 and 56.57, then eleven months of 60.48; all of it 12 × 100.80", choicesOf(july(), year, 4), "2023-07-17T12:00:00Z",
			[]string{"cancelNow open 6.60 EUR until 2023-07-22T06:00:00Z", "reduceNow open 728.36 EUR until 2023-07-22T06:00:00Z", "keep open 1209.60 EUR"},
		},
		{
			"as many seats as can be, which leaves one: −94.29 and 9.42, then eleven months of 10.08", choicesOf(july(), year, 0), "2023-07-17T12:00:00Z",
			[]string{"cancelNow open 6.60 EUR until 2023-07-22T06:00:00Z", "reduceNow open 126.81 EUR until 2023-07-22T06:00:00Z", "keep open 1209.60 EUR"},
		},
		{
			"after the window only keeping is left", choicesOf(july(), year, 4), "2023-07-22T06:00:00Z",
			[]string{"cancelNow closed until 2023-07-22T06:00:00Z", "reduceNow closed until 2023-07-22T06:00:00Z", "keep open 1209.60 EUR"},
		},
		{
			"four seats were added, and are in their window: −48.77 and 29.26, then eleven months of 60.48", choicesOf(bought(seats, "2023-07-01T06:00:00Z"), year, 4, first, added), "2023-07-17T12:00:00Z",
			[]string{"cancelNow closed until 2023-07-08T06:00:00Z", "reduceNow open 746.57 EUR until 2023-07-23T06:00:00Z", "keep open 1209.60 EUR"},
		},
		{
			"but not five", choicesOf(bought(seats, "2023-07-01T06:00:00Z"), year, 5, first, added), "2023-07-17T12:00:00Z",
			[]string{"cancelNow closed until 2023-07-08T06:00:00Z", "reduceNow closed until 2023-07-23T06:00:00Z", "keep open 1209.60 EUR"},
		},
		{
			"who may not", choicesOf(july(adminAgent(rules.No)), year, 4), "2023-07-17T12:00:00Z",
			[]string{"cancelNow refused until 2023-07-22T06:00:00Z", "reduceNow refused until 2023-07-22T06:00:00Z", "keep open 1209.60 EUR"},
		},
		{
			"nobody knows who", choicesOf(july(adminAgent(rules.Unknown)), year, 4), "2023-07-17T12:00:00Z",
			[]string{"cancelNow undetermined until 2023-07-22T06:00:00Z", "reduceNow undetermined until 2023-07-22T06:00:00Z", "keep open 1209.60 EUR"},
		},
		{
			"software is not reduced", choicesOf(bought(software, "2024-05-10"), plan("365 USD", 2, licensing.OneYear, licensing.Annual), 1), "2024-05-12",
			[]string{"cancelNow open 4.00 USD until 2024-05-17T23:59:00Z", "reduceNow never", "keep open 730.00 USD"},
		},
		{
			"of Business Central nobody says whether", choicesOf(bought(central, "2024-05-10"), plan("365 USD", 2, licensing.OneYear, licensing.Annual), 1), "2024-05-12",
			[]string{"cancelNow open 0.00 USD until 2024-05-17T00:00:00Z", "reduceNow ", "keep open 730.00 USD"},
		},
		{
			"one seat cannot be fewer", choicesOf(july(), plan("10.08 EUR", 1, licensing.OneMonth, licensing.Monthly), 0), "2023-07-17T12:00:00Z",
			[]string{"cancelNow open 0.66 EUR until 2023-07-22T06:00:00Z", "reduceNow closed until 2023-07-22T06:00:00Z", "keep open 10.08 EUR"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			choices, err := cancellation.CompareChoices(tt.request, at(tt.at))
			require.NoError(t, err)
			var got []string
			for _, c := range choices.Choices {
				got = append(got, choiceText(c))
			}
			assert.Equal(t, tt.want, got)
			requireRoundTrip(t, choices)
			requireFieldsMatter(t, choices.Choices[0])
		})
	}
}

// The third day of 31, four of ten seats given back: −94.29 and 56.57; by the cancellation policy, which keeps the day, −91.04 and 54.62.
func TestAlternativesOfAReduction(t *testing.T) {
	t.Parallel()
	request := choicesOf(bought(seats, "2023-07-15T06:00:00Z"), plan("10.08 EUR", 10, licensing.OneYear, licensing.Monthly), 4)
	choices, err := cancellation.CompareChoices(request, at("2023-07-17T12:00:00Z"))
	require.NoError(t, err)
	reduce := choices.Choices[1]
	assert.Equal(t, "37.72 EUR", reduce.Refunded.String())
	others := map[string]string{}
	for _, other := range reduce.Alternatives {
		assert.Equal(t, "pricing.proration.seats", other.Timeline)
		others[other.Says] = other.Refunded.String()
	}
	assert.Equal(t, "36.42 EUR", others["eventDayKept fullNever"])
	assert.Equal(t, "37.68 EUR", others["seatDown"], "each seat rounded down: 94.20 and 56.52")
	assert.Equal(t, choices.Refund.Alternatives, choices.Choices[0].Alternatives)
	assert.Empty(t, choices.Choices[2].Alternatives)
}

func TestSeatsThatAreLeft(t *testing.T) {
	t.Parallel()
	request := choicesOf(bought(seats, "2023-07-15T06:00:00Z"), plan("10.08 EUR", 10, licensing.OneYear, licensing.Monthly), 4)
	for asked, want := range map[string][]int{"2023-07-17T12:00:00Z": {0, 6, 10}, "2023-07-22T06:00:00Z": {10, 10, 10}} {
		choices, err := cancellation.CompareChoices(request, at(asked))
		require.NoError(t, err)
		var left []int
		for _, c := range choices.Choices {
			left = append(left, c.Seats)
		}
		assert.Equal(t, want, left, "where it cannot be done all are left")
	}
	request.Refund.Bill = cancellation.Bill{Lines: request.Refund.Bill.Lines, UnitPrice: money("10 EUR"), Quantity: 1}
	request.Refund.Request.Purchase.Product, request.GiveBack = perpetual, 1
	_, err := cancellation.CompareChoices(request, at("2023-07-17"))
	require.ErrorContains(t, err, "giveBack is 1; want none")
}

func TestChoicesThatAreRefused(t *testing.T) {
	t.Parallel()
	good := choicesOf(bought(seats, "2023-07-15"), monthlySeats(), 4)
	tests := []struct {
		name, want string
		change     func(*cancellation.ChoiceRequest)
	}{
		{"fewer than none", "giveBack is -1; want a whole number from 1 to 9, so that one is left, or none", func(r *cancellation.ChoiceRequest) { r.GiveBack = -1 }},
		{"all of them", "giveBack is 10; want a whole number from 1 to 9", func(r *cancellation.ChoiceRequest) { r.GiveBack = 10 }},
		{"a batch of none", "batches/0/seats is 0", func(r *cancellation.ChoiceRequest) { r.Batches = make([]cancellation.SeatBatch, 1) }},
		{"a bill that makes no sense", "refund/bill/unitPrice", func(r *cancellation.ChoiceRequest) { r.Refund.Bill = cancellation.Bill{} }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			request := good
			tt.change(&request)
			_, err := cancellation.CompareChoices(request, at("2023-07-17"))
			require.ErrorContains(t, err, tt.want)
		})
	}
}

// What a choice costs is what was paid, less what comes back, and what is still to be billed; giving back never costs more than keeping.
func TestChoicesAddUp(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		bill := drawBill(t)
		bill.Lines, bill.Metered = nil, money("")
		request := choicesOf(bought(seats, "2024-01-10T12:00:00Z"), bill, 0)
		choices, err := cancellation.CompareChoices(request, at("2024-01-10T12:00:00Z").Add(hours(rapid.IntRange(0, 24*20).Draw(t, "hours"))))
		require.NoError(t, err)
		kept := choices.Choices[2]
		for _, c := range choices.Choices {
			if c.Cost.IsZero() {
				require.NotEqual(t, isOpen, c.Verdict)
				continue
			}
			left, err := choices.Refund.Paid.Sub(c.Refunded)
			require.NoError(t, err)
			left, err = left.Add(c.Remaining)
			require.NoError(t, err)
			require.True(t, left.Equal(c.Cost))
			order, err := c.Cost.Cmp(kept.Cost)
			require.NoError(t, err)
			require.LessOrEqual(t, order, 0)
		}
	})
}
