package cancellation_test

import (
	"bytes"
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// mostFuzzed is how much of an input a target looks at, so that it tries many inputs and not few large ones.
const mostFuzzed = 1 << 14

// seedJSON gives seeds to read: what a value marshals to, broken forms of it, and what no value is.
func seedJSON(f *testing.F, values ...any) {
	f.Helper()
	for _, v := range values {
		written, err := json.Marshal(v)
		require.NoError(f, err)
		f.Add(written)
		f.Add(written[:len(written)/2])
		f.Add(append(bytes.Clone(written), written...))
		f.Add(bytes.ReplaceAll(written, []byte(`Z"`), []byte(`+23:59"`)))
	}
	for _, s := range []string{``, `null`, `{}`, `[]`, `"`, `{"purchase":`, "\xff", `1e999`} {
		f.Add([]byte(s))
	}
}

func FuzzParseWindow(f *testing.F) {
	for _, s := range []string{"P7D", "PT72H", "P3660D", "PT87841H", "P07D", "", "P", "P1W", "P9999999999D"} {
		f.Add(s, int64(1_700_000_000), uint8(1))
	}
	f.Fuzz(func(t *testing.T, s string, seconds int64, boundary uint8) {
		w, err := cancellation.ParseWindow(s)
		if err != nil {
			require.ErrorIs(t, err, cancellation.ErrWindow)
			return
		}
		require.Equal(t, s, w.String())
		opened := time.Unix(seconds, 0)
		closes, err := w.Closes(opened, cancellation.Boundary(boundary))
		if err != nil {
			require.ErrorIs(t, err, cancellation.ErrRequest)
			return
		}
		if hours, ok := w.Hours(); ok {
			require.Equal(t, time.Duration(hours)*time.Hour, closes.Sub(opened))
			return
		}
		days, _ := w.Days()
		first := terms.DayOf(opened)
		require.False(t, closes.Before(first.AddDays(days-1).Start()))
		require.True(t, closes.Before(first.AddDays(days+1).Start()))
	})
}

func FuzzParseLeft(f *testing.F) {
	for _, s := range []string{"P0DT0H", "P6DT23H", "P6DT24H", "P-1DT0H", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var left cancellation.Left
		if left.UnmarshalText([]byte(s)) == nil && s != "" {
			require.Equal(t, s, left.String())
		}
	})
}

func FuzzRequest(f *testing.F) {
	seedJSON(f, bought(software, "2024-05-10"), bought(seats, "2022-03-12", notAllowed),
		bought(seats, "2024-03-26", openedBy(cancellation.ByPartialUpgrade), source("2024-03-20"), allowed("2024-04-01")), cancellation.Request{})
	f.Fuzz(func(t *testing.T, data []byte) {
		var request cancellation.Request
		if len(data) > mostFuzzed || terms.Decode(bytes.NewReader(data), &request) != nil {
			return
		}
		for _, asked := range []string{"1900-01-01", "2022-03-15T11:00:00Z", "2026-01-01", "2199-12-31"} {
			answer, err := cancellation.Check(request, at(asked))
			if err != nil {
				require.True(t, answer.Equal(cancellation.Answer{}))
				continue
			}
			requireRoundTrip(t, answer)
			require.NotEmpty(t, answer.String())
			if answer.Verdict == isOpen {
				require.Equal(t, rules.Yes, request.Asker.AdminAgent)
			}
		}
	})
}

func FuzzSeatRequest(f *testing.F) {
	seedJSON(f, cancellation.SeatRequest{Product: seats, Batches: []cancellation.SeatBatch{
		batch(10, cancellation.ByPurchase, "2024-03-01"), {Seats: 1, AllowedUntil: cancellation.NotAllowed()},
	}})
	f.Fuzz(func(t *testing.T, data []byte) {
		var request cancellation.SeatRequest
		if len(data) > mostFuzzed || terms.Decode(bytes.NewReader(data), &request) != nil {
			return
		}
		answer, err := cancellation.CheckSeats(request, at("2024-03-05"))
		if err != nil {
			return
		}
		requireRoundTrip(t, answer)
		all := 0
		for _, b := range request.Batches {
			all += b.Seats
		}
		require.LessOrEqual(t, answer.Reducible, all)
	})
}

func FuzzAnswer(f *testing.F) {
	for _, r := range []cancellation.Request{bought(software, "2022-07-11"), bought(seats, "2022-03-12"), bought(azure, "2024-01-01"), bought(0, "")} {
		answer, err := cancellation.Check(r, at("2024-05-10"))
		require.NoError(f, err)
		seedJSON(f, answer)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var answer cancellation.Answer
		if len(data) > mostFuzzed || terms.Decode(bytes.NewReader(data), &answer) != nil {
			return
		}
		requireRoundTrip(t, answer)
		_, _ = answer.String(), answer.SafeDeadline()
	})
}

// amounts wants what the laws of a refund want.
func amounts(t *testing.T, a cancellation.RefundAnswer) {
	t.Helper()
	if a.Refunded.IsZero() {
		return
	}
	total, err := a.Refunded.Add(a.Kept)
	require.NoError(t, err)
	require.True(t, total.Equal(a.Paid))
	require.GreaterOrEqual(t, a.Refunded.Sign(), 0)
	require.True(t, a.Refunded.Sign() == 0 || a.Kept.Sign() >= 0)
}

func FuzzRefundRequest(f *testing.F) {
	f.Add([]byte(`{"request": {"purchase": {"product": "licenseBased", "opening": "byPurchase"}, "opened": "2024-02-29T10:00:00Z"}}`))
	seedJSON(f, cancellation.RefundRequest{Request: bought(seats, "2024-02-29T10:00:00Z"), Bill: monthlySeats(lines("100.80 EUR", "-5 EUR"))},
		cancellation.RefundRequest{Request: bought(monthly, "2024-02-29T10:00:00Z"), Bill: cancellation.Bill{Lines: []terms.Money{money("9 USD")}, Metered: money("1 USD")}, FullUntil: at("2024-03-01")})
	f.Fuzz(func(t *testing.T, data []byte) {
		var request cancellation.RefundRequest
		if len(data) > mostFuzzed || terms.Decode(bytes.NewReader(data), &request) != nil {
			return
		}
		requireRoundTrip(t, request)
		for _, asked := range []string{"2024-02-29T10:00:00Z", "2024-03-03", "2025-02-28T23:59:59Z"} {
			answer, err := cancellation.CheckRefund(request, at(asked))
			if err != nil {
				require.True(t, answer.Equal(cancellation.RefundAnswer{}))
				continue
			}
			amounts(t, answer)
			requireRoundTrip(t, answer)
			require.NotEmpty(t, answer.String())
		}
	})
}

func FuzzReservationRequest(f *testing.F) {
	request := reservationOf(plan("36500 USD", 1, licensing.OneYear, licensing.Annual), "2024-02-29")
	request.Returns = []cancellation.ReservationReturn{returned("2024-01-01", "20000 USD"), exchanged("2024-01-01", "1 USD")}
	request.CurrentPrice = money("30000 USD")
	seedJSON(f, request)
	f.Fuzz(func(t *testing.T, data []byte) {
		var request cancellation.ReservationRequest
		if len(data) > mostFuzzed || terms.Decode(bytes.NewReader(data), &request) != nil {
			return
		}
		requireRoundTrip(t, request)
		answer, err := cancellation.CheckReservation(request, at("2024-03-03"))
		if err != nil {
			require.True(t, answer.Equal(cancellation.ReservationAnswer{}))
			return
		}
		amounts(t, answer.Refund)
		requireRoundTrip(t, answer)
	})
}

func FuzzChoiceRequest(f *testing.F) {
	seedJSON(f, choicesOf(bought(seats, "2024-02-29"), monthlySeats(), 4, batch(10, cancellation.ByPurchase, "2024-02-29")))
	f.Fuzz(func(t *testing.T, data []byte) {
		var request cancellation.ChoiceRequest
		if len(data) > mostFuzzed || terms.Decode(bytes.NewReader(data), &request) != nil {
			return
		}
		choices, err := cancellation.CompareChoices(request, at("2024-03-03"))
		if err != nil {
			require.True(t, choices.Equal(cancellation.Choices{}))
			return
		}
		requireRoundTrip(t, choices)
	})
}

func FuzzRefundAnswer(f *testing.F) {
	answer, err := cancellation.CheckRefund(cancellation.RefundRequest{Request: bought(seats, "2024-02-29"), Bill: monthlySeats()}, at("2024-03-03"))
	require.NoError(f, err)
	seedJSON(f, answer)
	f.Fuzz(func(t *testing.T, data []byte) {
		var answer cancellation.RefundAnswer
		if len(data) > mostFuzzed || terms.Decode(bytes.NewReader(data), &answer) != nil {
			return
		}
		requireRoundTrip(t, answer)
		_, _ = answer.String(), answer.Stake()
	})
}
