package credit_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/credit"
)

func TestSuspensions(t *testing.T) {
	ten := lots{token("L1", "10 USD", "2023-01-01")}
	tests := []struct {
		name string
		story
		until string
		want  lines
	}{
		{
			"none while there is credit",
			story{lots: ten, events: events{use("u", "2023-02-01", "9.99 USD")}},
			"2023-12-31",
			nil,
		},
		{
			"none before credit was ever granted",
			story{lots: ten, events: events{use("u", "2022-02-01", "1 USD")}},
			"2022-12-31",
			nil,
		},
		{
			"from the instant credit is used up, ninety days from 1 February are up on 2 May",
			story{lots: ten, events: events{use("u", "2023-02-01T10:30:00Z", "10 USD")}},
			"2023-03-01",
			lines{"2023-02-01T10:30:00Z to never, byUse, data may be gone 2023-05-02"},
		},
		{
			"from the instant credit is not enough",
			story{lots: ten, events: events{use("u", "2023-02-01", "12 USD")}},
			"2023-03-01",
			lines{"2023-02-01 to never, byUse, data may be gone 2023-05-02"},
		},
		{
			"from the instant credit lapses, over a leap day: ninety days from 1 January 2024 are up on 31 March",
			story{lots: ten},
			"2024-02-01",
			lines{"2024-01-01 to never, byLapse, data may be gone 2024-03-31"},
		},
		{
			"from the instant credit is forfeited",
			story{lots: ten, events: events{forfeit("f", "2023-02-01")}},
			"2023-03-01",
			lines{"2023-02-01 to never, byForfeit, data may be gone 2023-05-02"},
		},
		{
			"until a new lot is activated",
			story{lots: append(ten, token("L2", "5 USD", "2023-03-01T12:00:00Z")), events: events{use("u", "2023-02-01", "10 USD")}},
			"2023-04-01",
			lines{"2023-02-01 to 2023-03-01T12:00:00Z, byUse, data may be gone 2023-05-02"},
		},
		{
			"until a return comes",
			story{lots: ten, events: events{use("u", "2023-02-01", "10 USD"), giveBack("r", "2023-02-11T12:00:00Z", "u", "0.01 USD")}},
			"2023-04-01",
			lines{"2023-02-01 to 2023-02-11T12:00:00Z, byUse, data may be gone 2023-05-02"},
		},
		{
			"not until a return that lapses at once",
			story{lots: ten, events: events{use("u", "2023-02-01", "10 USD"), giveBack("r", "2024-02-11", "u", "10 USD")}},
			"2024-03-01",
			lines{"2023-02-01 to never, byUse, data may be gone 2023-05-02"},
		},
		{
			"until a return that reopens its lot",
			story{policy(credit.Reopen), ten, events{use("u", "2023-02-01", "10 USD"), giveBack("r", "2024-02-11", "u", "10 USD")}},
			"2024-03-01",
			lines{"2023-02-01 to 2024-02-11, byUse, data may be gone 2023-05-02"},
		},
		{
			"not until credit that goes to debt whole",
			story{
				policy(credit.CarryDebt), append(ten, token("L2", "2 USD", "2023-03-01"), token("L3", "2 USD", "2023-03-02")),
				events{use("u", "2023-02-01", "13 USD")},
			},
			"2023-04-01",
			lines{"2023-02-01 to 2023-03-02, byUse, data may be gone 2023-05-02"},
		},
		{
			"twice",
			story{
				lots: append(ten, token("L2", "5 USD", "2023-03-01")),
				events: events{
					use("u", "2023-02-01", "10 USD"), use("v", "2023-04-01", "5 USD"),
				},
			},
			"2023-05-01",
			lines{
				"2023-02-01 to 2023-03-01, byUse, data may be gone 2023-05-02",
				"2023-04-01 to never, byUse, data may be gone 2023-06-30",
			},
		},
		{
			"none where a return comes at the same instant",
			story{lots: ten, events: events{use("u", "2023-02-01", "10 USD"), giveBack("r", "2023-02-01", "u", "1 USD")}},
			"2023-05-01",
			nil,
		},
		{
			"none where a new lot is activated the instant the old one lapses",
			story{lots: append(ten, token("L2", "5 USD", "2024-01-01"))},
			"2024-02-01",
			nil,
		},
		{
			"a nanosecond where it is activated that much later",
			story{lots: append(ten, token("L2", "5 USD", "2024-01-01T00:00:00.000000001Z"))},
			"2024-02-01",
			lines{"2024-01-01 to 2024-01-01T00:00:00.000000001Z, byLapse, data may be gone 2024-03-31"},
		},
		{
			"where use is refused whole and credit is left there is none",
			story{policy(credit.Refuse), ten, events{use("u", "2023-02-01", "12 USD")}},
			"2023-05-01",
			nil,
		},
		{
			"where use is refused and credit was used up before there is one",
			story{policy(credit.Refuse), ten, events{use("u", "2023-02-01", "10 USD")}},
			"2023-05-01",
			lines{"2023-02-01 to never, byUse, data may be gone 2023-05-02"},
		},
		{
			"none under overage",
			story{policy(credit.Overage), ten, events{use("u", "2023-02-01", "12 USD")}},
			"2023-05-01",
			nil,
		},
		{
			"the cause is what took the last of it: L2 lapses with 5 after L1 was used up",
			story{
				lots: append(ten, token("L2", "5 USD", "2023-01-02", "2023-03-01")), events: events{use("u", "2023-02-01", "10 USD")},
			},
			"2023-05-01",
			lines{"2023-03-01 to never, byLapse, data may be gone 2023-05-30"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			statement := tt.story.until(t, tt.until)
			require.Equal(t, tt.want, suspensionsOf(statement))
			last, lasts := statement.Suspended()
			if !lasts {
				require.Equal(t, credit.Suspension{}, last)
				return
			}
			all := statement.Suspensions()
			require.Equal(t, all[len(all)-1], last)
			require.True(t, last.Until.IsZero())
		})
	}
}

func TestFromWhichDayDataMayBeGone(t *testing.T) {
	// L1 is used up on 1 February 2023 and would have lapsed on 1 January 2024; ninety days later it is 2 May 2023, or
	// 31 March 2024.
	one := lots{token("L1", "10 USD", "2023-01-01")}
	spent := use("u", "2023-02-01", "10 USD")
	tests := []struct {
		name string
		story
		until, want string
	}{
		{"from the zero balance", story{policy(credit.RetainFromZeroBalance), one, events{spent}}, "2023-02-01", "2023-05-02"},
		{"from the expiry of the lot that was used up", story{policy(credit.RetainFromExpiry), one, events{spent}}, "2023-02-01", "2024-03-31"},
		{"from the latest expiry of the lots activated before", story{
			policy(credit.RetainFromExpiry), append(one, token("L0", "1 USD", "2022-06-01")), events{use("u", "2023-02-01", "11 USD")},
		}, "2023-02-01", "2024-03-31"},
		{"not from that of a lot still to be activated", story{
			policy(credit.RetainFromExpiry), append(one, token("L2", "1 USD", "2023-06-01")), events{spent},
		}, "2023-02-01", "2024-03-31"},
		{"from the zero balance where a lot lasts for ever", story{
			policy(credit.RetainFromExpiry, credit.TopUpUnending), append(one, lot(credit.TopUp, "T", "1 USD", "2023-01-02")),
			events{use("u", "2023-02-01", "11 USD")},
		}, "2023-02-01", "2023-05-02"},
		{"from the expiry that brought the balance to zero", story{policy: policy(credit.RetainFromExpiry), lots: one}, "2024-01-01", "2024-03-31"},
		{"from the UTC day of a late hour", story{lots: one, events: events{use("u", "2023-02-01T23:59:59.999999999Z", "10 USD")}}, "2023-02-02", "2023-05-02"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			suspension, lasts := tt.story.until(t, tt.until).Suspended()
			require.True(t, lasts)
			require.Equal(t, tt.want, suspension.DataMayBeGone.String())
		})
	}

	t.Run("it is a deadline until it has come", func(t *testing.T) {
		for _, p := range []struct {
			credit.Retention
			day string
		}{{credit.RetainFromZeroBalance, "2023-05-02"}, {credit.RetainFromExpiry, "2024-03-31"}} {
			s := story{policy(p.Retention), one, events{spent}}
			dayBefore, dayAfter := day(p.day).AddDays(-1).String(), day(p.day).AddDays(1).String()
			want := credit.Deadline{At: at(p.day), Kind: credit.DataMayBeGone}
			require.Equal(t, []credit.Deadline{want}, s.until(t, dayBefore).Deadlines())
			require.Empty(t, s.until(t, p.day).Deadlines())
			require.Empty(t, s.until(t, dayAfter).Deadlines())
		}
	})
	t.Run("while it lasts nothing is said to be kept", func(t *testing.T) {
		suspension, lasts := story{lots: one, events: events{spent}}.until(t, "2023-02-02").Suspended()
		require.True(t, lasts)
		require.False(t, suspension.DataKept())
	})
	t.Run("data is kept if services resume the day before, not on the day or the day after", func(t *testing.T) {
		for _, row := range []struct {
			resumed string
			safe    bool
		}{{"2023-05-01", true}, {"2023-05-02", false}, {"2023-05-03", false}} {
			s := story{lots: append(one, token("L2", "1 USD", row.resumed)), events: events{spent}}
			suspension := s.until(t, row.resumed).Suspensions()[0]
			require.Equal(t, row.safe, suspension.DataKept(), row.resumed)
		}
	})
}
