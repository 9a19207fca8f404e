package credit_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

// lapsesOf gives a line for each lapse: 2024-01-01 L1 40.00 to come.
func lapsesOf(lapses []credit.Lapse) []string {
	var lines []string
	for _, l := range lapses {
		tense := "to come"
		if l.Happened {
			tense = "happened"
		}
		lines = append(lines, fmt.Sprintf("%s %s %s %s", when(l.At), l.Lot, bare(l.Amount), tense))
	}
	return lines
}

// deadlinesOf gives a line for each deadline: 2024-01-01 lapseDue L1 40.00.
func deadlinesOf(deadlines []credit.Deadline) []string {
	var lines []string
	for _, d := range deadlines {
		line := fmt.Sprintf("%s %s", when(d.At), d.Kind)
		if d.Lot != "" {
			line += fmt.Sprintf(" %s %s", d.Lot, bare(d.Amount))
		}
		lines = append(lines, line)
	}
	return lines
}

func TestLapsing(t *testing.T) {
	// On 1 June 2023, L1 has lapsed with 10 - 4 = 6, L2 holds 20, L3 is still to come with 30, L4 was used up, L5 was
	// forfeited, L6 will be forfeited as it begins, and T never lapses.
	s := story{
		policy(credit.TopUpUnending),
		lots{
			token("L4", "4 USD", "2022-01-01", "2023-09-01"), token("L1", "10 USD", "2022-01-02", "2023-03-01T12:00:00Z"),
			token("L2", "20 USD", "2022-01-03", "2023-08-01"), token("L3", "30 USD", "2023-07-01", "2023-08-01T00:00:00.000000001Z"),
			token("L5", "50 USD", "2022-01-04", "2023-08-15"), token("L6", "60 USD", "2023-07-02", "2023-08-15"),
			lot(credit.TopUp, "T", "70 USD", "2022-01-05"),
		},
		events{use("u", "2022-02-01", "8 USD"), forfeit("f", "2022-03-01", "L5"), forfeit("g", "2022-03-01", "L6")},
	}
	statement := s.until(t, "2023-06-01")
	tests := []struct {
		name string
		span terms.Span
		want lines
	}{
		{"all days", terms.Always(), lines{
			"2023-03-01T12:00:00Z L1 6.00 happened", "2023-08-01 L2 20.00 to come",
			"2023-08-01T00:00:00.000000001Z L3 30.00 to come",
		}},
		{"the past", terms.SpanUntil(day("2023-06-01")), lines{"2023-03-01T12:00:00Z L1 6.00 happened"}},
		{"the future", terms.SpanFrom(day("2023-06-01")), lines{"2023-08-01 L2 20.00 to come", "2023-08-01T00:00:00.000000001Z L3 30.00 to come"}},
		{"the day itself", span("2023-03-01/2023-03-02"), lines{"2023-03-01T12:00:00Z L1 6.00 happened"}},
		{"the day before", span("2023-02-28/2023-03-01"), nil},
		{"the day after", span("2023-03-02/2023-03-03"), nil},
		{"days that nothing lapses on", span("2023-04-01/2023-05-01"), nil},
		{"a pending span", terms.Pending(), nil},
		{"no span", terms.Span{}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, lapsesOf(statement.Lapsing(tt.span)))
		})
	}
	t.Run("before anything lapsed, all of it is to come", func(t *testing.T) {
		require.Equal(t, lines{
			"2023-03-01T12:00:00Z L1 10.00 to come", "2023-08-01 L2 20.00 to come",
			"2023-08-01T00:00:00.000000001Z L3 30.00 to come", "2023-08-15 L5 50.00 to come",
			"2023-08-15 L6 60.00 to come", "2023-09-01 L4 4.00 to come",
		}, lapsesOf(s.until(t, "2022-01-31").Lapsing(terms.Always())))
	})
	t.Run("afterwards, all of it has happened", func(t *testing.T) {
		require.Equal(t, lines{
			"2023-03-01T12:00:00Z L1 6.00 happened", "2023-08-01 L2 20.00 happened",
			"2023-08-01T00:00:00.000000001Z L3 30.00 happened",
		}, lapsesOf(s.until(t, "2024-01-01").Lapsing(terms.Always())))
	})
	t.Run("at the very instant it has happened, a nanosecond before it has not", func(t *testing.T) {
		require.Equal(t, "2023-03-01T12:00:00Z L1 6.00 to come", lapsesOf(s.until(t, "2023-03-01T11:59:59.999999999Z").Lapsing(terms.Always()))[0])
		require.Equal(t, "2023-03-01T12:00:00Z L1 6.00 happened", lapsesOf(s.until(t, "2023-03-01T12:00:00Z").Lapsing(terms.Always()))[0])
	})
	t.Run("credit that came back late is part of its lot's lapse: 6 + 3", func(t *testing.T) {
		s.events = append(s.events, giveBack("r", "2023-04-01", "u", "3 USD"))
		require.Equal(t, "2023-03-01T12:00:00Z L1 9.00 happened", lapsesOf(s.until(t, "2023-06-01").Lapsing(terms.Always()))[0])
	})
}

func TestLapseEqual(t *testing.T) {
	base := credit.Lapse{Lot: "L1", At: at("2024-01-01"), Amount: usd("6"), Happened: true}
	require.True(t, base.Equal(credit.Lapse{Lot: "L1", At: at("2024-01-01T01:00:00+01:00"), Amount: usd("6.00"), Happened: true}))
	for name, other := range map[string]credit.Lapse{
		"lot":      {Lot: "L2", At: base.At, Amount: base.Amount, Happened: true},
		"at":       {Lot: "L1", At: base.At.Add(1), Amount: base.Amount, Happened: true},
		"amount":   {Lot: "L1", At: base.At, Amount: usd("6.01"), Happened: true},
		"happened": {Lot: "L1", At: base.At, Amount: base.Amount},
	} {
		require.False(t, base.Equal(other), name)
	}
}

func TestDeadlines(t *testing.T) {
	two := lots{token("L1", "10 USD", "2023-01-01"), token("L2", "20 USD", "2023-06-01")}
	tests := []struct {
		name string
		story
		until string
		want  lines
	}{
		{"none of nothing", story{}, "2023-01-01", nil},
		{
			"in order of time: activations, notices, lapses",
			story{lots: two},
			"2022-12-01",
			lines{
				"2023-01-01 activationDue L1 10.00", "2023-06-01 activationDue L2 20.00", "2023-12-02 expiryNotice L1 10.00",
				"2024-01-01 lapseDue L1 10.00", "2024-05-02 expiryNotice L2 20.00", "2024-06-01 lapseDue L2 20.00",
			},
		},
		{
			"of what is left: 10 - 4 = 6",
			story{lots: two, events: events{use("u", "2023-02-01", "4 USD")}},
			"2023-12-02",
			lines{"2024-01-01 lapseDue L1 6.00", "2024-05-02 expiryNotice L2 20.00", "2024-06-01 lapseDue L2 20.00"},
		},
		{
			"not of a lot with nothing left",
			story{lots: two, events: events{use("u", "2023-02-01", "10 USD")}},
			"2023-03-01",
			lines{
				"2023-05-02 dataMayBeGone", "2023-06-01 activationDue L2 20.00",
				"2024-05-02 expiryNotice L2 20.00", "2024-06-01 lapseDue L2 20.00",
			},
		},
		{
			"not of a lot that will be forfeited as it begins",
			story{lots: two, events: events{forfeit("f", "2023-02-01", "L2")}},
			"2023-03-01",
			lines{"2023-12-02 expiryNotice L1 10.00", "2024-01-01 lapseDue L1 10.00"},
		},
		{
			"notices are of tokens, and nothing lapses that has no end",
			story{policy: policy(credit.TopUpUnending), lots: lots{
				lot(credit.TopUp, "T", "10 USD", "2023-01-01"), lot(credit.MonthlyBenefit, "M", "10 USD", "2023-01-02"),
			}},
			"2022-12-31",
			lines{"2023-01-01 activationDue T 10.00", "2023-01-02 activationDue M 10.00", "2023-02-02 lapseDue M 10.00"},
		},
		{
			"at one instant by kind, then by lot: a notice falls on the activation",
			story{lots: lots{
				token("B", "1 USD", "2023-01-01", "2023-01-31"), token("A", "1 USD", "2023-01-01", "2023-01-31"),
				token("C", "1 USD", "2023-01-31", "2023-06-01"),
			}},
			"2022-12-31",
			lines{
				"2023-01-01 expiryNotice A 1.00", "2023-01-01 expiryNotice B 1.00", "2023-01-01 activationDue A 1.00", "2023-01-01 activationDue B 1.00",
				"2023-01-31 lapseDue A 1.00", "2023-01-31 lapseDue B 1.00", "2023-01-31 activationDue C 1.00",
				"2023-05-02 expiryNotice C 1.00", "2023-06-01 lapseDue C 1.00",
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			statement := tt.story.until(t, tt.until)
			require.Equal(t, tt.want, deadlinesOf(statement.Deadlines()))
			next, ok := statement.Next()
			require.Equal(t, len(tt.want) > 0, ok)
			if ok {
				require.Equal(t, tt.want[0], deadlinesOf([]credit.Deadline{next})[0])
			} else {
				require.Equal(t, credit.Deadline{}, next)
			}
		})
	}
	t.Run("whoever sleeps from one to the next misses none", func(t *testing.T) {
		ledger := story{lots: two}.ledger(t)
		statement, err := ledger.Replay(at("2022-12-01"))
		require.NoError(t, err)
		want, got := statement.Deadlines(), []credit.Deadline(nil)
		for next, ok := statement.Next(); ok; next, ok = statement.Next() {
			got = append(got, next)
			statement, err = ledger.Replay(next.At)
			require.NoError(t, err)
		}
		// The last lapseDue brings the balance to zero, and with it a day from which data may be gone.
		require.Equal(t, append(deadlinesOf(want), "2024-08-30 dataMayBeGone"), deadlinesOf(got))
	})
}
