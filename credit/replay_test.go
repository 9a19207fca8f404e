package credit_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

// replayCase is a story and what became of its lots and uses.
type replayCase struct {
	name string
	story
	until string
	lots  []string
	uses  []string
}

func runReplays(t *testing.T, tests []replayCase) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			statement := tt.story.until(t, tt.until)
			require.Equal(t, tt.lots, lotsOf(statement))
			require.Equal(t, tt.uses, usesOf(statement))
		})
	}
}

type (
	lots   = []credit.Lot
	events = []credit.Event
	lines  = []string
)

func TestLotsPayFirstInFirstOut(t *testing.T) {
	// L2 was activated first, then L1, then L3: 4 + 5 + 6 = 15.
	three := lots{token("L1", "5 USD", "2023-10-02"), token("L2", "4 USD", "2023-10-01"), token("L3", "6 USD", "2023-10-03")}
	twoOfTen := lots{token("L1", "10 USD", "2023-01-15"), token("L2", "10 USD", "2023-02-01")}
	runReplays(t, []replayCase{
		{
			"a use of nothing takes nothing",
			story{lots: three, events: events{use("u", "2023-10-04", "0 USD")}},
			"2023-10-05",
			lines{"L2 live: 4.00 = 4.00 left", "L1 live: 5.00 = 5.00 left", "L3 live: 6.00 = 6.00 left"},
			lines{"u paid: "},
		},
		{
			"the first pays while it has credit: 2 of 4",
			story{lots: three, events: events{use("u", "2023-10-04", "2 USD")}},
			"2023-10-05",
			lines{"L2 live: 4.00 = 2.00 used + 2.00 left", "L1 live: 5.00 = 5.00 left", "L3 live: 6.00 = 6.00 left"},
			lines{"u paid: L2 2.00"},
		},
		{
			"the first is used up exactly: 4 of 4",
			story{lots: three, events: events{use("u", "2023-10-04", "4 USD")}},
			"2023-10-05",
			lines{"L2 exhausted: 4.00 = 4.00 used", "L1 live: 5.00 = 5.00 left", "L3 live: 6.00 = 6.00 left"},
			lines{"u paid: L2 4.00"},
		},
		{
			"one use takes two lots whole: 9 = 4 + 5",
			story{lots: three, events: events{use("u", "2023-10-04", "9 USD")}},
			"2023-10-05",
			lines{"L2 exhausted: 4.00 = 4.00 used", "L1 exhausted: 5.00 = 5.00 used", "L3 live: 6.00 = 6.00 left"},
			lines{"u paid: L2 4.00 + L1 5.00"},
		},
		{
			"one use takes all there is: 15 = 4 + 5 + 6",
			story{lots: three, events: events{use("u", "2023-10-04", "15 USD")}},
			"2023-10-05",
			lines{"L2 exhausted: 4.00 = 4.00 used", "L1 exhausted: 5.00 = 5.00 used", "L3 exhausted: 6.00 = 6.00 used"},
			lines{"u paid: L2 4.00 + L1 5.00 + L3 6.00"},
		},
		{
			"a use straddles two lots: 15 = 10 + 5",
			story{lots: twoOfTen, events: events{use("u", "2023-02-02", "15 USD")}},
			"2023-02-03",
			lines{"L1 exhausted: 10.00 = 10.00 used", "L2 live: 10.00 = 5.00 used + 5.00 left"},
			lines{"u paid: L1 10.00 + L2 5.00"},
		},
		{
			"three uses empty a lot: 3 + 4 + 3 = 10",
			story{
				lots:   lots{token("L1", "10 USD", "2023-01-15")},
				events: events{use("u1", "2023-01-16", "3 USD"), use("u2", "2023-01-17", "4 USD"), use("u3", "2023-01-18", "3 USD")},
			},
			"2023-01-19",
			lines{"L1 exhausted: 10.00 = 10.00 used"},
			lines{"u1 paid: L1 3.00", "u2 paid: L1 4.00", "u3 paid: L1 3.00"},
		},
		{
			"three tenths are exact: 0.1 + 0.2 - 0.1 - 0.1 - 0.1 = 0",
			story{
				lots: lots{token("L1", "0.1 USD", "2023-01-15"), token("L2", "0.2 USD", "2023-01-15")},
				events: events{
					use("u1", "2023-01-16", "0.1 USD"), use("u2", "2023-01-17", "0.1 USD"), use("u3", "2023-01-18", "0.1 USD"),
				},
			},
			"2023-01-19",
			lines{"L1 exhausted: 0.10 = 0.10 used", "L2 exhausted: 0.20 = 0.20 used"},
			lines{"u1 paid: L1 0.10", "u2 paid: L2 0.10", "u3 paid: L2 0.10"},
		},
		{
			"no lot at all pays nothing",
			story{events: events{use("u", "2023-10-04", "5 USD")}},
			"2023-10-05",
			nil,
			lines{"u unpaid: 5.00 unpaid"},
		},
		{
			"what a lot was purchased for does not decide, when it was activated does",
			story{
				lots:   lots{token("dear", "100 USD", "2023-02-01"), token("small", "1 USD", "2023-01-01")},
				events: events{use("u", "2023-02-02", "2 USD")},
			},
			"2023-02-03",
			lines{"small exhausted: 1.00 = 1.00 used", "dear live: 100.00 = 1.00 used + 99.00 left"},
			lines{"u paid: small 1.00 + dear 1.00"},
		},
	})
}

func TestTheOrderIsTotal(t *testing.T) {
	sameInstant := lots{token("B", "10 USD", "2023-01-01"), token("A", "10 USD", "2023-01-01"), token("a", "10 USD", "2023-01-01")}
	nanosecond := lots{token("A", "10 USD", "2023-01-01T00:00:00.000000001Z"), token("B", "10 USD", "2023-01-01")}
	spends := events{use("u", "2023-02-01", "15 USD")}
	// Four blocks and the order in which a ledger by expiry draws on them: B, C, A, D.
	blocks := lots{
		token("A", "10 USD", "2023-08-01", "2023-09-30"), token("B", "10 USD", "2023-08-03", "2023-09-15"),
		token("C", "10 USD", "2023-08-05", "2023-09-15"), token("D", "10 USD", "2023-08-02", "2023-10-01"),
	}
	runReplays(t, []replayCase{
		{
			"lots activated at one instant rank by id, capitals first",
			story{lots: sameInstant, events: spends},
			"2023-02-01",
			lines{"A exhausted: 10.00 = 10.00 used", "B live: 10.00 = 5.00 used + 5.00 left", "a live: 10.00 = 10.00 left"},
			lines{"u paid: A 10.00 + B 5.00"},
		},
		{
			"a nanosecond decides before the id does",
			story{lots: nanosecond, events: spends},
			"2023-02-01",
			lines{"B exhausted: 10.00 = 10.00 used", "A live: 10.00 = 5.00 used + 5.00 left"},
			lines{"u paid: B 10.00 + A 5.00"},
		},
		{
			"first to expire ranks by expiry, then by activation",
			story{policy(credit.FirstToExpire), blocks, events{use("u", "2023-08-06", "35 USD")}},
			"2023-08-06",
			lines{
				"B exhausted: 10.00 = 10.00 used", "C exhausted: 10.00 = 10.00 used",
				"A exhausted: 10.00 = 10.00 used", "D live: 10.00 = 5.00 used + 5.00 left",
			},
			lines{"u paid: B 10.00 + C 10.00 + A 10.00 + D 5.00"},
		},
		{
			"by activation the same lots rank A, D, B, C",
			story{lots: blocks, events: events{use("u", "2023-08-06", "35 USD")}},
			"2023-08-06",
			lines{
				"A exhausted: 10.00 = 10.00 used", "D exhausted: 10.00 = 10.00 used",
				"B exhausted: 10.00 = 10.00 used", "C live: 10.00 = 5.00 used + 5.00 left",
			},
			lines{"u paid: A 10.00 + D 10.00 + B 10.00 + C 5.00"},
		},
		{
			"first to expire ranks lots that lapse together by id",
			story{policy(credit.FirstToExpire), sameInstant, spends},
			"2023-02-01",
			lines{"A exhausted: 10.00 = 10.00 used", "B live: 10.00 = 5.00 used + 5.00 left", "a live: 10.00 = 10.00 left"},
			lines{"u paid: A 10.00 + B 5.00"},
		},
		{
			"first to expire ranks a lot without end last",
			story{
				policy(credit.FirstToExpire, credit.TopUpUnending),
				lots{lot(credit.TopUp, "card", "10 USD", "2022-01-01"), token("key", "10 USD", "2022-06-01")},
				events{use("u", "2022-06-02", "15 USD")},
			},
			"2022-06-02",
			lines{"key exhausted: 10.00 = 10.00 used", "card live: 10.00 = 5.00 used + 5.00 left"},
			lines{"u paid: key 10.00 + card 5.00"},
		},
	})
}

func TestALotPaysFromItsActivationToItsExpiry(t *testing.T) {
	// One lot of 10 from 10:30:00 on 15 January 2023: twelve months end at 10:30:00 on 15 January 2024, or with that day.
	spent, unpaid := lines{"u paid: L1 3.00"}, lines{"u unpaid: 3.00 unpaid"}
	tests := []struct {
		name     string
		choice   credit.Expiry
		at, want string
		uses     lines
	}{
		{"the day before activation", credit.ExpireAtInstant, "2023-01-14T10:30:00Z", "", unpaid},
		{"a nanosecond before activation", credit.ExpireAtInstant, "2023-01-15T10:29:59.999999999Z", "", unpaid},
		{"the instant of activation", credit.ExpireAtInstant, "2023-01-15T10:30:00Z", "3.00 used + 7.00 left", spent},
		{"a nanosecond after activation", credit.ExpireAtInstant, "2023-01-15T10:30:00.000000001Z", "3.00 used + 7.00 left", spent},
		{"the day before expiry", credit.ExpireAtInstant, "2024-01-14T10:30:00Z", "3.00 used + 7.00 left", spent},
		{"a nanosecond before expiry", credit.ExpireAtInstant, "2024-01-15T10:29:59.999999999Z", "3.00 used + 7.00 left", spent},
		{"the instant of expiry", credit.ExpireAtInstant, "2024-01-15T10:30:00Z", "10.00 lapsed", unpaid},
		{"a nanosecond after expiry", credit.ExpireAtInstant, "2024-01-15T10:30:00.000000001Z", "10.00 lapsed", unpaid},
		{"the day after expiry", credit.ExpireAtInstant, "2024-01-16T10:30:00Z", "10.00 lapsed", unpaid},

		{"to the day's end: the instant of activation", credit.ExpireAtDayEnd, "2023-01-15T10:30:00Z", "3.00 used + 7.00 left", spent},
		{"to the day's end: the time of activation on the last day", credit.ExpireAtDayEnd, "2024-01-15T10:30:00Z", "3.00 used + 7.00 left", spent},
		{"to the day's end: a nanosecond before it", credit.ExpireAtDayEnd, "2024-01-15T23:59:59.999999999Z", "3.00 used + 7.00 left", spent},
		{"to the day's end: the closing instant", credit.ExpireAtDayEnd, "2024-01-16T00:00:00Z", "10.00 lapsed", unpaid},
		{"to the day's end: a nanosecond after it", credit.ExpireAtDayEnd, "2024-01-16T00:00:00.000000001Z", "10.00 lapsed", unpaid},
		{"to the day's end: the day after", credit.ExpireAtDayEnd, "2024-01-17T00:00:00Z", "10.00 lapsed", unpaid},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			statement := story{
				policy(tt.choice),
				lots{token("L1", "10 USD", "2023-01-15T10:30:00Z")},
				events{use("u", tt.at, "3 USD")},
			}.until(t, tt.at)
			state, ok := statement.Lot("L1")
			require.True(t, ok)
			if tt.want == "" {
				require.Equal(t, credit.Pending, state.Status)
			} else {
				require.Equal(t, fmt.Sprintf("L1 %s: 10.00 = %s", state.Status, tt.want), lotsOf(statement)[0])
			}
			require.Equal(t, tt.uses, usesOf(statement))
		})
	}
}

func TestAnEventWithOnlyADayCountsAtItsStartOrItsEnd(t *testing.T) {
	midday := token("L1", "10 USD", "2023-01-15T10:30:00Z") // to 2024-01-15T10:30:00Z
	whole := token("L1", "10 USD", "2023-01-15")            // to 2024-01-15T00:00:00Z
	paid, unpaid := lines{"u paid: L1 3.00"}, lines{"u unpaid: 3.00 unpaid"}
	tests := []struct {
		name  string
		place credit.DayPlace
		lot   credit.Lot
		day   string
		uses  lines
	}{
		{"start of day, the day before activation", credit.StartOfDay, whole, "2023-01-14", unpaid},
		{"start of day, activated at midnight on that day", credit.StartOfDay, whole, "2023-01-15", paid},
		{"start of day, activated later on that day", credit.StartOfDay, midday, "2023-01-15", unpaid},
		{"start of day, the day after activation", credit.StartOfDay, midday, "2023-01-16", paid},
		{"start of day, the day before expiry", credit.StartOfDay, whole, "2024-01-14", paid},
		{"start of day, expiring at midnight on that day", credit.StartOfDay, whole, "2024-01-15", unpaid},
		{"start of day, expiring later on that day", credit.StartOfDay, midday, "2024-01-15", paid},
		{"start of day, the day after expiry", credit.StartOfDay, midday, "2024-01-16", unpaid},

		{"end of day, the day before activation", credit.EndOfDay, midday, "2023-01-14", unpaid},
		{"end of day, activated at midnight on that day", credit.EndOfDay, whole, "2023-01-15", paid},
		{"end of day, activated earlier on that day", credit.EndOfDay, midday, "2023-01-15", paid},
		{"end of day, the day before expiry", credit.EndOfDay, whole, "2024-01-14", paid},
		{"end of day, expired at midnight on that day", credit.EndOfDay, whole, "2024-01-15", unpaid},
		{"end of day, expired earlier on that day", credit.EndOfDay, midday, "2024-01-15", unpaid},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ledger := story{policy(tt.place), lots{tt.lot}, events{use("u", tt.day, "3 USD")}}.ledger(t)
			statement, err := ledger.ReplayDay(day(tt.day))
			require.NoError(t, err)
			require.Equal(t, tt.uses, usesOf(statement))
		})
	}

	t.Run("the end of a day is its last nanosecond", func(t *testing.T) {
		s := story{policy(credit.EndOfDay), lots{whole}, events{use("u", "2023-01-20", "3 USD")}}
		require.Empty(t, usesOf(s.until(t, "2023-01-20T23:59:59.999999998Z")))
		require.Equal(t, paid, usesOf(s.until(t, "2023-01-20T23:59:59.999999999Z")))
	})
	t.Run("the start of a day is its first instant", func(t *testing.T) {
		s := story{lots: lots{whole}, events: events{use("u", "2023-01-20", "3 USD")}}
		require.Empty(t, usesOf(s.until(t, "2023-01-19T23:59:59.999999999Z")))
		require.Equal(t, paid, usesOf(s.until(t, "2023-01-20")))
	})
}

func TestWhatFallsOnOneInstantCountsInOrder(t *testing.T) {
	const noon = "2024-01-15T12:00:00Z"
	runReplays(t, []replayCase{
		{
			"a lot lapses before another is activated, and that before a use",
			story{
				lots:   lots{token("old", "10 USD", "2023-01-15T12:00:00Z"), token("new", "10 USD", noon)},
				events: events{use("u", noon, "3 USD")},
			},
			noon,
			lines{"old lapsed: 10.00 = 10.00 lapsed", "new live: 10.00 = 3.00 used + 7.00 left"},
			lines{"u paid: new 3.00"},
		},
		{
			"a forfeit counts before a use, whatever their ids",
			story{
				lots:   lots{token("L1", "10 USD", "2023-06-01")},
				events: events{use("a", noon, "3 USD"), forfeit("z", noon)},
			},
			noon,
			lines{"L1 forfeited: 10.00 = 10.00 forfeited"},
			lines{"a unpaid: 3.00 unpaid"},
		},
		{
			"a lot is activated before it is forfeited",
			story{lots: lots{token("L1", "10 USD", noon)}, events: events{forfeit("f", noon)}},
			noon,
			lines{"L1 forfeited: 10.00 = 10.00 forfeited"},
			nil,
		},
		{
			"a use counts before a return: 10 - 8 leaves 2, 5 is not covered, then 8 come back",
			story{
				lots:   lots{token("L1", "10 USD", "2023-06-01")},
				events: events{use("first", "2023-06-02", "8 USD"), giveBack("a", noon, "first", "8 USD"), use("z", noon, "5 USD")},
			},
			noon,
			lines{"L1 live: 10.00 = 10.00 used - 8.00 returned + 8.00 left"},
			lines{"first paid: L1 8.00, 8.00 returned", "z partlyPaid: L1 2.00 + 3.00 unpaid"},
		},
		{
			"uses at one instant count by id: a takes 8 of 10, b the last 2",
			story{
				lots:   lots{token("L1", "10 USD", "2023-06-01")},
				events: events{use("b", noon, "8 USD"), use("a", noon, "8 USD")},
			},
			noon,
			lines{"L1 exhausted: 10.00 = 10.00 used"},
			lines{"a paid: L1 8.00", "b partlyPaid: L1 2.00 + 6.00 unpaid"},
		},
	})
}

func TestWhatCreditDoesNotCover(t *testing.T) {
	ten := lots{token("L1", "10 USD", "2023-01-01"), token("L2", "5 USD", "2023-03-01")}
	// 8 of 10 are used, then 6 with 2 left, then 1; L2 brings 5, and 3 are used.
	spends := events{
		use("u1", "2023-02-01", "8 USD"), use("u2", "2023-02-02", "6 USD"), use("u3", "2023-02-03", "1 USD"),
		use("u4", "2023-03-02", "3 USD"),
	}
	early := events{use("before", "2022-12-31", "30 USD"), use("after", "2023-01-02", "5 USD")}
	runReplays(t, []replayCase{
		{
			"suspend draws what there is and leaves the rest unpaid: 6 = 2 + 4 unpaid",
			story{policy(credit.Suspend), ten, spends},
			"2023-04-01",
			lines{"L1 exhausted: 10.00 = 10.00 used", "L2 live: 5.00 = 3.00 used + 2.00 left"},
			lines{"u1 paid: L1 8.00", "u2 partlyPaid: L1 2.00 + 4.00 unpaid", "u3 unpaid: 1.00 unpaid", "u4 paid: L2 3.00"},
		},
		{
			"overage draws likewise",
			story{policy(credit.Overage), ten, spends},
			"2023-04-01",
			lines{"L1 exhausted: 10.00 = 10.00 used", "L2 live: 5.00 = 3.00 used + 2.00 left"},
			lines{"u1 paid: L1 8.00", "u2 partlyPaid: L1 2.00 + 4.00 unpaid", "u3 unpaid: 1.00 unpaid", "u4 paid: L2 3.00"},
		},
		{
			"refuse takes nothing of 6 with 2 left, and then 1 of 2",
			story{policy(credit.Refuse), ten, spends},
			"2023-04-01",
			lines{"L1 exhausted: 10.00 = 10.00 used", "L2 live: 5.00 = 2.00 used + 3.00 left"},
			lines{"u1 paid: L1 8.00", "u2 refused: 6.00 unpaid", "u3 paid: L1 1.00", "u4 paid: L1 1.00 + L2 2.00"},
		},
		{
			"refuse pays what all lots together cover to the last",
			story{policy(credit.Refuse), ten, events{use("u", "2023-03-02", "15 USD")}},
			"2023-04-01",
			lines{"L1 exhausted: 10.00 = 10.00 used", "L2 exhausted: 5.00 = 5.00 used"},
			lines{"u paid: L1 10.00 + L2 5.00"},
		},
		{
			"refuse refuses a unit more than all lots together",
			story{policy(credit.Refuse), ten, events{use("u", "2023-03-02", "15.000000000000000001 USD")}},
			"2023-04-01",
			lines{"L1 live: 10.00 = 10.00 left", "L2 live: 5.00 = 5.00 left"},
			lines{"u refused: 15.000000000000000001 unpaid"},
		},
		{
			"debt is paid by what comes, the oldest first: 5 pay the 4 of u2 and the 1 of u3",
			story{policy(credit.CarryDebt), ten, spends},
			"2023-04-01",
			lines{"L1 exhausted: 10.00 = 10.00 used", "L2 exhausted: 5.00 = 5.00 used"},
			lines{"u1 paid: L1 8.00", "u2 paid: L1 2.00 + L2 4.00", "u3 paid: L2 1.00", "u4 unpaid: 3.00 unpaid"},
		},
		{
			"debt is paid in part by a lot that is smaller: 15 - 10 = 5 stay unpaid",
			story{
				policy(credit.CarryDebt),
				lots{token("L1", "4 USD", "2023-01-02"), token("L2", "6 USD", "2023-01-03")},
				events{use("u", "2023-01-01", "15 USD")},
			},
			"2023-04-01",
			lines{"L1 exhausted: 4.00 = 4.00 used", "L2 exhausted: 6.00 = 6.00 used"},
			lines{"u partlyPaid: L1 4.00 + L2 6.00 + 5.00 unpaid"},
		},
		{
			"debt is paid by a return: u2 owes 5, and u1 gives back 8",
			story{
				policy(credit.CarryDebt),
				lots{token("L1", "10 USD", "2023-01-01")},
				events{use("u1", "2023-01-02", "10 USD"), use("u2", "2023-01-03", "5 USD"), giveBack("r", "2023-01-04", "u1", "8 USD")},
			},
			"2023-04-01",
			lines{"L1 live: 10.00 = 15.00 used - 8.00 returned + 3.00 left"},
			lines{"u1 paid: L1 10.00, 8.00 returned", "u2 paid: L1 5.00"},
		},
		{
			"use before any credit stays unpaid: 100 - 5 = 95 left, not 100 - 35",
			story{lots: lots{token("L1", "100 USD", "2023-01-01")}, events: early},
			"2023-01-03",
			lines{"L1 live: 100.00 = 5.00 used + 95.00 left"},
			lines{"before unpaid: 30.00 unpaid", "after paid: L1 5.00"},
		},
		{
			"use before any credit is debt where debt is carried: 100 - 30 - 5 = 65 left",
			story{policy(credit.CarryDebt), lots{token("L1", "100 USD", "2023-01-01")}, early},
			"2023-01-03",
			lines{"L1 live: 100.00 = 35.00 used + 65.00 left"},
			lines{"before paid: L1 30.00", "after paid: L1 5.00"},
		},
	})
}

func TestChargesThatCreditCannotPay(t *testing.T) {
	runReplays(t, []replayCase{{
		"only consumption is drawn: 10 - 1 = 9 left",
		story{lots: lots{token("L1", "10 USD", "2023-01-01")}, events: events{
			use("a", "2023-01-02", "1 USD"),
			charged(credit.MarketplaceUsage, "b", "2023-01-02", "2 USD"),
			charged(credit.UserLicence, "c", "2023-01-02", "3 USD"),
			charged(credit.SupportPlan, "d", "2023-01-02", "4 USD"),
			charged(credit.OtherCharge, "e", "2023-01-02", "5 USD"),
			charged(credit.SupportPlan, "f", "2023-01-02", "0 USD"),
		}},
		"2023-01-03",
		lines{"L1 live: 10.00 = 1.00 used + 9.00 left"},
		lines{
			"a paid: L1 1.00", "b notPayable: 2.00 unpaid", "c notPayable: 3.00 unpaid", "d notPayable: 4.00 unpaid",
			"e notPayable: 5.00 unpaid", "f notPayable: ",
		},
	}, {
		"and is no debt either",
		story{
			policy(credit.CarryDebt),
			lots{token("L1", "10 USD", "2023-01-03")},
			events{charged(credit.SupportPlan, "a", "2023-01-02", "4 USD")},
		},
		"2023-01-03",
		lines{"L1 live: 10.00 = 10.00 left"},
		lines{"a notPayable: 4.00 unpaid"},
	}})
}

func TestReturnsGoWhereTheyCameFrom(t *testing.T) {
	two := lots{token("L1", "10 USD", "2023-01-01"), token("L2", "10 USD", "2023-02-01")}
	spent := use("u", "2023-03-01", "15 USD") // 10 of L1, 5 of L2
	runReplays(t, []replayCase{
		{
			"part of the last lot first: 3 of the 5 of L2",
			story{lots: two, events: events{spent, giveBack("r", "2023-03-02", "u", "3 USD")}},
			"2023-04-01",
			lines{"L1 exhausted: 10.00 = 10.00 used", "L2 live: 10.00 = 5.00 used - 3.00 returned + 8.00 left"},
			lines{"u paid: L1 10.00 + L2 5.00, 3.00 returned"},
		},
		{
			"past the last lot: 7 = 5 to L2 + 2 to L1",
			story{lots: two, events: events{spent, giveBack("r", "2023-03-02", "u", "7 USD")}},
			"2023-04-01",
			lines{"L1 live: 10.00 = 10.00 used - 2.00 returned + 2.00 left", "L2 live: 10.00 = 5.00 used - 5.00 returned + 10.00 left"},
			lines{"u paid: L1 10.00 + L2 5.00, 7.00 returned"},
		},
		{
			"twice: 3 and then 4 = 2 to L2 + 2 to L1",
			story{lots: two, events: events{spent, giveBack("r1", "2023-03-02", "u", "3 USD"), giveBack("r2", "2023-03-03", "u", "4 USD")}},
			"2023-04-01",
			lines{"L1 live: 10.00 = 10.00 used - 2.00 returned + 2.00 left", "L2 live: 10.00 = 5.00 used - 5.00 returned + 10.00 left"},
			lines{"u paid: L1 10.00 + L2 5.00, 7.00 returned"},
		},
		{
			"three times: 5 fill L2, and 4 and 2 go to L1",
			story{lots: two, events: events{
				spent, giveBack("r1", "2023-03-02", "u", "5 USD"), giveBack("r2", "2023-03-03", "u", "4 USD"), giveBack("r3", "2023-03-04", "u", "2 USD"),
			}},
			"2023-04-01",
			lines{"L1 live: 10.00 = 10.00 used - 6.00 returned + 6.00 left", "L2 live: 10.00 = 5.00 used - 5.00 returned + 10.00 left"},
			lines{"u paid: L1 10.00 + L2 5.00, 11.00 returned"},
		},
		{
			"all of it, to the last: 15",
			story{lots: two, events: events{spent, giveBack("r", "2023-03-02", "u", "15 USD")}},
			"2023-04-01",
			lines{"L1 live: 10.00 = 10.00 used - 10.00 returned + 10.00 left", "L2 live: 10.00 = 5.00 used - 5.00 returned + 10.00 left"},
			lines{"u paid: L1 10.00 + L2 5.00, 15.00 returned"},
		},
		{
			"at the instant of the use",
			story{lots: two, events: events{spent, giveBack("r", "2023-03-01", "u", "15 USD")}},
			"2023-03-01",
			lines{"L1 live: 10.00 = 10.00 used - 10.00 returned + 10.00 left", "L2 live: 10.00 = 5.00 used - 5.00 returned + 10.00 left"},
			lines{"u paid: L1 10.00 + L2 5.00, 15.00 returned"},
		},
		{
			"what came back pays again, at its lot's place in the order",
			story{lots: two, events: events{spent, giveBack("r", "2023-03-02", "u", "7 USD"), use("v", "2023-03-03", "3 USD")}},
			"2023-04-01",
			lines{"L1 exhausted: 10.00 = 12.00 used - 2.00 returned", "L2 live: 10.00 = 6.00 used - 5.00 returned + 9.00 left"},
			lines{"u paid: L1 10.00 + L2 5.00, 7.00 returned", "v paid: L1 2.00 + L2 1.00"},
		},
		{
			"into a lot with credit left: 10 - 4 + 1 = 7",
			story{
				lots:   lots{token("L1", "10 USD", "2023-01-01")},
				events: events{use("u", "2023-01-02", "4 USD"), giveBack("r", "2023-01-03", "u", "1 USD")},
			},
			"2023-04-01",
			lines{"L1 live: 10.00 = 4.00 used - 1.00 returned + 7.00 left"},
			lines{"u paid: L1 4.00, 1.00 returned"},
		},
		{
			"into a lapsed lot they lapse at once: 6 lapsed with the lot, 4 later",
			story{
				lots:   lots{token("L1", "10 USD", "2023-01-01")},
				events: events{use("u", "2023-01-02", "4 USD"), giveBack("r", "2024-02-01", "u", "4 USD"), use("v", "2024-02-02", "1 USD")},
			},
			"2024-03-01",
			lines{"L1 lapsed: 10.00 = 4.00 used - 4.00 returned + 10.00 lapsed"},
			lines{"u paid: L1 4.00, 4.00 returned", "v unpaid: 1.00 unpaid"},
		},
		{
			"into a lot used up before its time ended they lapse at once too",
			story{
				lots:   lots{token("L1", "10 USD", "2023-01-01")},
				events: events{use("u", "2023-01-02", "10 USD"), giveBack("r", "2024-02-01", "u", "4 USD")},
			},
			"2024-03-01",
			lines{"L1 lapsed: 10.00 = 10.00 used - 4.00 returned + 4.00 lapsed"},
			lines{"u paid: L1 10.00, 4.00 returned"},
		},
		{
			"into a lapsed lot that they reopen they pay, without end: 4 - 1 = 3 left",
			story{
				policy(credit.Reopen),
				lots{token("L1", "10 USD", "2023-01-01")},
				events{use("u", "2023-01-02", "4 USD"), giveBack("r", "2024-02-01", "u", "4 USD"), use("v", "2034-02-02", "1 USD")},
			},
			"2034-03-01",
			lines{"L1 live: 10.00 = 5.00 used - 4.00 returned + 6.00 lapsed + 3.00 left"},
			lines{"u paid: L1 4.00, 4.00 returned", "v paid: L1 1.00"},
		},
		{
			"a nanosecond before the lot lapses they pay again and then lapse with it",
			story{
				lots:   lots{token("L1", "10 USD", "2023-01-01")},
				events: events{use("u", "2023-01-02", "4 USD"), giveBack("r", "2023-12-31T23:59:59.999999999Z", "u", "4 USD")},
			},
			"2024-01-01",
			lines{"L1 lapsed: 10.00 = 4.00 used - 4.00 returned + 10.00 lapsed"},
			lines{"u paid: L1 4.00, 4.00 returned"},
		},
		{
			"into a forfeited lot they are forfeited, whatever becomes of late returns",
			story{
				policy(credit.Reopen),
				lots{token("L1", "10 USD", "2023-01-01")},
				events{use("u", "2023-01-02", "4 USD"), forfeit("f", "2023-02-01"), giveBack("r", "2023-03-01", "u", "4 USD")},
			},
			"2023-04-01",
			lines{"L1 forfeited: 10.00 = 4.00 used - 4.00 returned + 10.00 forfeited"},
			lines{"u paid: L1 4.00, 4.00 returned"},
		},
		{
			"after an Enterprise Agreement was joined they are lost, also to a lot used up before",
			story{
				lots: lots{token("L1", "10 USD", "2023-01-01"), token("L2", "10 USD", "2023-01-01")},
				events: events{
					use("u", "2023-01-02", "12 USD"), forfeit("f", "2023-02-01"), giveBack("r", "2023-03-01", "u", "5 USD"),
					use("v", "2023-03-02", "1 USD"),
				},
			},
			"2023-04-01",
			lines{
				"L1 forfeited: 10.00 = 10.00 used - 3.00 returned + 3.00 forfeited",
				"L2 forfeited: 10.00 = 2.00 used - 2.00 returned + 10.00 forfeited",
			},
			lines{"u paid: L1 10.00 + L2 2.00, 5.00 returned", "v unpaid: 1.00 unpaid"},
		},
		{
			"what was paid late comes back first, and no lot gets more than it paid: 4 to L2, not to L1",
			story{
				policy(credit.CarryDebt),
				lots{token("L1", "6 USD", "2023-01-01"), token("L2", "10 USD", "2024-02-01")},
				events{
					use("u", "2023-02-01", "10 USD"),
					giveBack("r1", "2024-01-15", "u", "6 USD"), // L1 has lapsed, so they lapse
					giveBack("r2", "2024-03-01", "u", "4 USD"), // L2 has paid the 4 that were owed
				},
			},
			"2024-04-01",
			lines{"L1 lapsed: 6.00 = 6.00 used - 6.00 returned + 6.00 lapsed", "L2 live: 10.00 = 4.00 used - 4.00 returned + 10.00 left"},
			lines{"u paid: L1 6.00 + L2 4.00, 10.00 returned"},
		},
		{
			"a return pays what its own use still owes: 6 of 10 come back and 4 of them pay",
			story{
				policy(credit.CarryDebt),
				lots{token("L1", "3 USD", "2023-01-01"), token("L2", "3 USD", "2023-01-02")},
				events{
					use("u", "2023-02-01", "10 USD"), giveBack("r1", "2023-02-02", "u", "6 USD"),
					giveBack("r2", "2023-02-03", "u", "4 USD"),
				},
			},
			"2023-04-01",
			// r1 puts 3 into L2 and 3 into L1, and then 3 of L1 and 1 of L2 pay the 4 that are owed. r2 puts back what was
			// paid last: 1 into L2, 3 into L1.
			lines{"L1 live: 3.00 = 6.00 used - 6.00 returned + 3.00 left", "L2 live: 3.00 = 4.00 used - 4.00 returned + 3.00 left"},
			lines{"u paid: L1 3.00 + L2 3.00 + L1 3.00 + L2 1.00, 10.00 returned"},
		},
	})
}

func TestReturnsOfWhatWasNotTakenAreRefused(t *testing.T) {
	ten := lots{token("L1", "10 USD", "2023-01-01")}
	spent := use("u", "2023-01-02", "12 USD") // 10 are paid, 2 are not
	support := charged(credit.SupportPlan, "s", "2023-01-02", "4 USD")
	tests := []struct {
		name   string
		policy credit.Policy
		events events
		want   error
		event  credit.EventID
	}{
		{"more than was taken: 10.01 of 10", policy(), events{spent, giveBack("r", "2023-02-01", "u", "10.01 USD")}, credit.ErrReturn, "r"},
		{"a unit more than is left to return: 6 + 4.000000000000000001 of 10", policy(), events{
			spent, giveBack("r1", "2023-02-01", "u", "6 USD"), giveBack("r2", "2023-02-02", "u", "4.000000000000000001 USD"),
		}, credit.ErrReturn, "r2"},
		{"of a charge that credit cannot pay", policy(), events{support, giveBack("r", "2023-02-01", "s", "1 USD")}, credit.ErrReturn, "r"},
		{"of a refused use", policy(credit.Refuse), events{spent, giveBack("r", "2023-02-01", "u", "1 USD")}, credit.ErrReturn, "r"},
		{"of use that was not paid yet", policy(credit.CarryDebt), events{spent, giveBack("r", "2023-02-01", "u", "11 USD")}, credit.ErrReturn, "r"},
		{"of an unknown use", policy(), events{spent, giveBack("r", "2023-02-01", "x", "1 USD")}, credit.ErrReference, "r"},
		{"of a return", policy(), events{spent, giveBack("q", "2023-02-01", "u", "2 USD"), giveBack("r", "2023-02-02", "q", "1 USD")}, credit.ErrReference, "r"},
		{"a day before the use", policy(), events{spent, giveBack("r", "2023-01-01", "u", "1 USD")}, credit.ErrReference, "r"},
		{"a nanosecond before the use", policy(), events{spent, giveBack("r", "2023-01-01T23:59:59.999999999Z", "u", "1 USD")}, credit.ErrReference, "r"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := story{tt.policy, ten, tt.events}.fault("2023-03-01")
			require.ErrorIs(t, err, tt.want)
			var fault *credit.EventError
			require.ErrorAs(t, err, &fault)
			require.Equal(t, tt.event, fault.Event)
		})
	}

	t.Run("the error says what was taken and what came back", func(t *testing.T) {
		err := story{lots: ten, events: events{
			spent, giveBack("r1", "2023-02-01", "u", "6 USD"), giveBack("r2", "2023-02-02", "u", "5 USD"),
		}}.fault("2023-03-01")
		require.ErrorContains(t, err, `5.00 USD of use "u" of 12.00 USD, `+
			`of which credit paid 10.00 USD, 6.00 USD were returned and 0.00 USD written off before (event "r2")`)
	})
	t.Run("a ledger is as it was after the error, and its earlier instants can be replayed", func(t *testing.T) {
		before := story{lots: ten, events: events{spent}}.ledger(t)
		after, err := before.With(giveBack("r", "2023-02-01", "u", "11 USD"))
		require.NoError(t, err, "what lots paid is for a replay to say")
		_, err = after.Replay(at("2023-02-01"))
		require.ErrorIs(t, err, credit.ErrReturn)

		statement, err := after.Replay(at("2023-01-31"))
		require.NoError(t, err)
		require.Equal(t, lines{"L1 exhausted: 10.00 = 10.00 used"}, lotsOf(statement))
		statement, err = before.Replay(at("2023-02-01"))
		require.NoError(t, err)
		require.Equal(t, lines{"L1 exhausted: 10.00 = 10.00 used"}, lotsOf(statement))
	})
}

func TestReturnsBeyondWhatCreditPaidAreWrittenOff(t *testing.T) {
	ten := lots{token("L1", "10 USD", "2023-01-01")}
	spent := use("u", "2023-01-02", "12 USD") // 10 are paid, 2 are not
	runReplays(t, []replayCase{
		{
			"what credit paid comes back first: 9 of 10",
			story{policy(credit.WriteOffUnpaid), ten, events{spent, giveBack("r", "2023-02-01", "u", "9 USD")}},
			"2023-03-01",
			lines{"L1 live: 10.00 = 10.00 used - 9.00 returned + 9.00 left"},
			lines{"u partlyPaid: L1 10.00 + 2.00 unpaid, 9.00 returned"},
		},
		{
			"the whole charge: 12 = 10 returned + 2 written off",
			story{policy(credit.WriteOffUnpaid), ten, events{spent, giveBack("r", "2023-02-01", "u", "12 USD")}},
			"2023-03-01",
			lines{"L1 live: 10.00 = 10.00 used - 10.00 returned + 10.00 left"},
			lines{"u partlyPaid: L1 10.00 + 2.00 unpaid, 10.00 returned, 2.00 written off"},
		},
		{
			"in parts: 11 = 10 + 1, then 1 more",
			story{policy(credit.WriteOffUnpaid), ten, events{
				spent, giveBack("r1", "2023-02-01", "u", "11 USD"), giveBack("r2", "2023-02-02", "u", "1 USD"),
			}},
			"2023-03-01",
			lines{"L1 live: 10.00 = 10.00 used - 10.00 returned + 10.00 left"},
			lines{"u partlyPaid: L1 10.00 + 2.00 unpaid, 10.00 returned, 2.00 written off"},
		},
		{
			"a charge that credit cannot pay",
			story{policy(credit.WriteOffUnpaid), ten, events{
				charged(credit.SupportPlan, "s", "2023-01-02", "4 USD"), giveBack("r", "2023-02-01", "s", "4 USD"),
			}},
			"2023-03-01",
			lines{"L1 live: 10.00 = 10.00 left"},
			lines{"s notPayable: 4.00 unpaid, 4.00 written off"},
		},
		{
			"a use that was refused",
			story{policy(credit.WriteOffUnpaid, credit.Refuse), ten, events{spent, giveBack("r", "2023-02-01", "u", "12 USD")}},
			"2023-03-01",
			lines{"L1 live: 10.00 = 10.00 left"},
			lines{"u refused: 12.00 unpaid, 12.00 written off"},
		},
		{
			"what is written off is no debt any more: of 12 nothing is owed, and L2 keeps its 5",
			story{
				policy(credit.WriteOffUnpaid, credit.CarryDebt),
				lots{ten[0], token("L2", "5 USD", "2023-03-01")},
				events{spent, giveBack("r", "2023-02-01", "u", "12 USD")},
			},
			"2023-03-01",
			lines{"L1 live: 10.00 = 10.00 used - 10.00 returned + 10.00 left", "L2 live: 5.00 = 5.00 left"},
			lines{"u partlyPaid: L1 10.00 + 2.00 unpaid, 10.00 returned, 2.00 written off"},
		},
	})
	t.Run("more than the whole use is an error: 12.01 of 12", func(t *testing.T) {
		err := story{policy(credit.WriteOffUnpaid), ten, events{spent, giveBack("r", "2023-02-01", "u", "12.01 USD")}}.fault("2023-03-01")
		require.ErrorIs(t, err, credit.ErrReturn)
	})
	t.Run("more than is open of it is an error: 11 and 1.01 of 12", func(t *testing.T) {
		err := story{policy(credit.WriteOffUnpaid), ten, events{
			spent, giveBack("r1", "2023-02-01", "u", "11 USD"), giveBack("r2", "2023-02-02", "u", "1.01 USD"),
		}}.fault("2023-03-01")
		require.ErrorIs(t, err, credit.ErrReturn)
	})
}

func TestForfeits(t *testing.T) {
	three := lots{token("L1", "10 USD", "2023-01-01"), token("L2", "10 USD", "2023-02-01"), token("L3", "10 USD", "2023-06-01")}
	spent := use("u", "2023-03-01", "4 USD")
	runReplays(t, []replayCase{
		{
			"all live lots: 6 of L1 and 10 of L2, not L3, which comes later",
			story{lots: three, events: events{spent, forfeit("f", "2023-04-01"), use("v", "2023-07-01", "1 USD")}},
			"2023-07-01",
			lines{
				"L1 forfeited: 10.00 = 4.00 used + 6.00 forfeited", "L2 forfeited: 10.00 = 10.00 forfeited",
				"L3 live: 10.00 = 1.00 used + 9.00 left",
			},
			lines{"u paid: L1 4.00", "v paid: L3 1.00"},
		},
		{
			"one lot: 10 of L2",
			story{lots: three, events: events{spent, forfeit("f", "2023-04-01", "L2")}},
			"2023-05-01",
			lines{"L1 live: 10.00 = 4.00 used + 6.00 left", "L2 forfeited: 10.00 = 10.00 forfeited", "L3 pending"},
			lines{"u paid: L1 4.00"},
		},
		{
			"twice is once",
			story{lots: three, events: events{forfeit("f", "2023-04-01", "L2"), forfeit("g", "2023-05-01", "L2"), forfeit("h", "2023-05-02")}},
			"2023-05-03",
			lines{"L1 forfeited: 10.00 = 10.00 forfeited", "L2 forfeited: 10.00 = 10.00 forfeited", "L3 pending"},
			nil,
		},
		{
			"all live lots where there are none is nothing",
			story{lots: three, events: events{forfeit("f", "2022-12-31")}},
			"2023-01-01",
			lines{"L1 live: 10.00 = 10.00 left", "L2 pending", "L3 pending"},
			nil,
		},
		{
			"a lot before its start never pays: it is granted and forfeited in one instant",
			story{lots: three, events: events{
				forfeit("f", "2023-04-01", "L3"), forfeit("g", "2023-04-02", "L3"), use("u", "2023-07-01", "25 USD"),
			}},
			"2023-07-01",
			lines{"L1 exhausted: 10.00 = 10.00 used", "L2 exhausted: 10.00 = 10.00 used", "L3 forfeited: 10.00 = 10.00 forfeited"},
			lines{"u partlyPaid: L1 10.00 + L2 10.00 + 5.00 unpaid"},
		},
		{
			"a forfeited lot does not lapse as well",
			story{lots: three, events: events{forfeit("f", "2023-04-01", "L1")}},
			"2024-01-02",
			lines{"L1 forfeited: 10.00 = 10.00 forfeited", "L2 live: 10.00 = 10.00 left", "L3 live: 10.00 = 10.00 left"},
			nil,
		},
		{
			"all live lots include one that a return reopened, and leave the others that lapsed",
			story{
				policy(credit.Reopen),
				lots{token("L1", "10 USD", "2022-01-01"), token("L2", "10 USD", "2022-01-02"), token("L3", "10 USD", "2022-06-01")},
				events{use("u", "2022-02-01", "4 USD"), giveBack("r", "2023-02-01", "u", "4 USD"), forfeit("f", "2023-03-01")},
			},
			"2023-04-01",
			lines{
				"L1 forfeited: 10.00 = 4.00 used - 4.00 returned + 6.00 lapsed + 4.00 forfeited", "L2 lapsed: 10.00 = 10.00 lapsed",
				"L3 forfeited: 10.00 = 10.00 forfeited",
			},
			lines{"u paid: L1 4.00, 4.00 returned"},
		},
	})

	refused := []struct {
		name string
		events
		until string
		want  error
	}{
		{"a lot that is used up has nothing to forfeit", events{use("u", "2023-01-02", "10 USD"), forfeit("f", "2023-01-03", "L1")}, "2023-01-03", credit.ErrForfeit},
		{"a lapsed lot has nothing to forfeit", events{forfeit("f", "2024-01-01", "L1")}, "2024-01-01", credit.ErrForfeit},
		{"an unknown lot cannot be forfeited", events{forfeit("f", "2023-01-03", "L9")}, "2023-01-03", credit.ErrReference},
	}
	for _, tt := range refused {
		t.Run(tt.name, func(t *testing.T) {
			require.ErrorIs(t, story{lots: lots{three[0]}, events: tt.events}.fault(tt.until), tt.want)
		})
	}
}

func TestTransfersOfBulkCredit(t *testing.T) {
	bulk := lot(credit.BulkBenefit, "B", "6000 USD", "2023-01-15T10:30:00Z")
	bulk.Holder = "ann"
	spent := use("u", "2023-02-01", "1000 USD")

	t.Run("within its year the lot changes its holder and nothing else: 6000 - 1000 = 5000 left", func(t *testing.T) {
		s := story{lots: lots{bulk}, events: events{spent, transfer("t", "2023-03-01", "B", "bob")}}
		for _, row := range []struct{ until, holder string }{
			{"2023-02-28", "ann"}, {"2023-03-01", "bob"}, {"2023-03-02", "bob"}, {"2024-02-01", "bob"},
		} {
			state, ok := s.until(t, row.until).Lot("B")
			require.True(t, ok)
			require.Equal(t, row.holder, state.HeldBy, row.until)
			require.Equal(t, at("2024-01-15T10:30:00Z"), state.Ends)
		}
		require.Equal(t, lines{"B live: 6000.00 = 1000.00 used + 5000.00 left"}, lotsOf(s.until(t, "2023-03-01")))
	})

	tests := []struct {
		name   string
		policy credit.Policy
		lot    credit.Lot
		events events
		want   error
	}{
		{"on the instant the year begins", policy(), bulk, events{transfer("t", "2023-01-15T10:30:00Z", "B", "bob")}, nil},
		{"a nanosecond before the year begins", policy(), bulk, events{transfer("t", "2023-01-15T10:29:59.999999999Z", "B", "bob")}, credit.ErrTransfer},
		{"a nanosecond before the year ends", policy(), bulk, events{transfer("t", "2024-01-15T10:29:59.999999999Z", "B", "bob")}, nil},
		{"on the instant the year ends", policy(), bulk, events{transfer("t", "2024-01-15T10:30:00Z", "B", "bob")}, credit.ErrTransfer},
		{"the day after the year ends", policy(), bulk, events{transfer("t", "2024-01-16", "B", "bob")}, credit.ErrTransfer},
		{"twice", policy(), bulk, events{transfer("t", "2023-03-01", "B", "bob"), transfer("v", "2023-03-02", "B", "cid")}, nil},
		{"where transfers are never allowed", policy(credit.TransferNever), bulk, events{transfer("t", "2023-03-01", "B", "bob")}, credit.ErrTransfer},
		{"of a token", policy(), token("B", "10 USD", "2023-01-15"), events{transfer("t", "2023-03-01", "B", "bob")}, credit.ErrTransfer},
		{"of a monthly benefit", policy(), lot(credit.MonthlyBenefit, "B", "10 USD", "2023-01-15"), events{transfer("t", "2023-01-16", "B", "bob")}, credit.ErrTransfer},
		{"of credit that was given up", policy(), bulk, events{forfeit("f", "2023-02-01"), transfer("t", "2023-03-01", "B", "bob")}, credit.ErrTransfer},
		{"of an unknown lot", policy(), bulk, events{transfer("t", "2023-03-01", "C", "bob")}, credit.ErrReference},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := story{tt.policy, lots{tt.lot}, tt.events}.fault("2024-06-01")
			if tt.want == nil {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, tt.want)
			var fault *credit.EventError
			require.ErrorAs(t, err, &fault)
			require.Equal(t, credit.EventID("t"), fault.Event)
		})
	}
}

func TestReplayInstants(t *testing.T) {
	ledger := story{lots: lots{token("L1", "10 USD", "2023-01-01")}}.ledger(t)
	tests := []struct {
		name, at string
		fails    bool
	}{
		{"the last instant of 1899", "1899-12-31T23:59:59.999999999Z", true},
		{"the first instant of 1900", "1900-01-01T00:00:00Z", false},
		{"the last instant of 2199", "2199-12-31T23:59:59.999999999Z", false},
		{"the first instant of 2200", "2200-01-01T00:00:00Z", true},
		{"1900 in its zone and still 1899 in UTC", "1900-01-01T00:30:00+01:00", true},
		{"2200 in its zone and still 2199 in UTC", "2200-01-01T00:30:00+01:00", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			statement, err := ledger.Replay(at(tt.at))
			if tt.fails {
				require.ErrorIs(t, err, credit.ErrInstant)
				require.True(t, statement.Equal(credit.Statement{}))
				return
			}
			require.NoError(t, err)
			require.Equal(t, at(tt.at).UTC(), statement.At())
		})
	}

	t.Run("no instant", func(t *testing.T) {
		_, err := ledger.Replay(time.Time{})
		require.ErrorIs(t, err, credit.ErrInstant)
	})
	t.Run("no day", func(t *testing.T) {
		_, err := ledger.ReplayDay(terms.Day{})
		require.ErrorIs(t, err, credit.ErrInstant)
	})
	t.Run("the last day there is", func(t *testing.T) {
		_, err := ledger.ReplayDay(day("9999-12-31"))
		require.ErrorIs(t, err, credit.ErrInstant)
	})
	t.Run("a day is replayed to its last instant", func(t *testing.T) {
		statement, err := ledger.ReplayDay(day("2023-12-31"))
		require.NoError(t, err)
		require.Equal(t, at("2023-12-31T23:59:59.999999999Z"), statement.At())
		require.Equal(t, lines{"L1 live: 10.00 = 10.00 left"}, lotsOf(statement))
		statement, err = ledger.ReplayDay(day("2024-01-01"))
		require.NoError(t, err)
		require.Equal(t, lines{"L1 lapsed: 10.00 = 10.00 lapsed"}, lotsOf(statement))
	})
}

func TestLapseIsAFunctionOfTime(t *testing.T) {
	// A lapses with 10 - 5 - 5 = 0, B with 15 - 5 = 10.
	s := story{
		lots: lots{token("A", "10 USD", "2023-01-01", "2023-01-10"), token("B", "15 USD", "2023-01-01", "2023-01-15")},
		events: events{
			use("u1", "2023-01-02", "5 USD"), use("u2", "2023-01-03", "10 USD"),
		},
	}
	require.Equal(t, lines{"A exhausted: 10.00 = 10.00 used", "B live: 15.00 = 5.00 used + 10.00 left"}, lotsOf(s.until(t, "2023-01-14T23:59:59.999999999Z")))
	require.Equal(t, lines{"A exhausted: 10.00 = 10.00 used", "B lapsed: 15.00 = 5.00 used + 10.00 lapsed"}, lotsOf(s.until(t, "2023-01-15")))

	t.Run("a lot that ends as it begins never pays", func(t *testing.T) {
		s := story{
			lots:   lots{token("L1", "10 USD", "2023-01-01", "2023-01-01")},
			events: events{use("u", "2023-01-01", "1 USD")},
		}
		require.Equal(t, lines{"L1 lapsed: 10.00 = 10.00 lapsed"}, lotsOf(s.until(t, "2023-01-01")))
		require.Equal(t, lines{"u unpaid: 1.00 unpaid"}, usesOf(s.until(t, "2023-01-01")))
	})
	t.Run("a ledger answers for every instant, also before what it knows", func(t *testing.T) {
		s := story{lots: lots{token("A", "100 USD", "2023-01-01"), token("B", "20 USD", "2023-01-01T00:01:00Z")}}
		require.Equal(t, "0.00", bare(s.until(t, "2022-12-31").Balance()))
		require.Equal(t, "100.00", bare(s.until(t, "2023-01-01").Balance()))
		require.Equal(t, "120.00", bare(s.until(t, "2023-01-01T00:01:00Z").Balance()))
	})
}
