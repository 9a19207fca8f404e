package credit_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/credit"
)

// entriesOf gives a line for each entry: 2023-01-01 granted to available: L1 10.00 (u).
func entriesOf(statement credit.Statement) []string {
	var lines []string
	for e := range statement.Entries() {
		line := fmt.Sprintf("%s %s to %s: %s %s", when(e.At), e.From, e.To, e.Lot, bare(e.Amount))
		if e.Event != "" {
			line += fmt.Sprintf(" (%s)", e.Event)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestEntries(t *testing.T) {
	two := lots{token("L1", "10 USD", "2023-01-01"), token("L2", "20 USD", "2023-02-01")}
	tests := []struct {
		name string
		story
		until string
		want  lines
	}{
		{"none of nothing", story{}, "2023-01-01", nil},
		{
			"every movement from beginning to end",
			story{lots: two, events: events{
				use("a", "2023-01-05", "4 USD"), use("b", "2023-02-05", "8 USD"), giveBack("c", "2023-02-06", "b", "3 USD"),
				forfeit("d", "2023-03-01", "L2"), giveBack("e", "2024-02-01", "a", "1 USD"),
			}},
			"2024-03-01",
			lines{
				"2023-01-01 granted to available: L1 10.00",
				"2023-01-05 available to used: L1 4.00 (a)",
				"2023-02-01 granted to available: L2 20.00",
				"2023-02-05 available to used: L1 6.00 (b)",
				"2023-02-05 available to used: L2 2.00 (b)",
				"2023-02-06 used to available: L2 2.00 (c)",
				"2023-02-06 used to available: L1 1.00 (c)",
				"2023-03-01 available to forfeited: L2 20.00 (d)",
				"2024-01-01 available to lapsed: L1 1.00",
				"2024-02-01 used to available: L1 1.00 (e)",
				"2024-02-01 available to lapsed: L1 1.00 (e)",
			},
		},
		{
			"a run of uses that one lot pays",
			story{lots: two, events: events{
				use("a", "2023-01-05", "1 USD"), use("b", "2023-01-06", "0 USD"), use("c", "2023-01-07", "2 USD"),
				charged(credit.SupportPlan, "d", "2023-01-08", "9 USD"), use("e", "2023-01-09", "3 USD"),
			}},
			"2023-01-31",
			lines{
				"2023-01-01 granted to available: L1 10.00", "2023-01-05 available to used: L1 1.00 (a)",
				"2023-01-07 available to used: L1 2.00 (c)", "2023-01-09 available to used: L1 3.00 (e)",
			},
		},
		{
			"what credit does not pay is no movement of it",
			story{lots: lots{two[0]}, events: events{
				use("a", "2022-12-01", "1 USD"), use("b", "2023-01-05", "11 USD"), use("c", "2023-01-06", "1 USD"),
				charged(credit.SupportPlan, "d", "2023-01-05", "1 USD"),
			}},
			"2023-01-31",
			lines{"2023-01-01 granted to available: L1 10.00", "2023-01-05 available to used: L1 10.00 (b)"},
		},
		{
			"nor is what is refused or written off",
			story{policy(credit.Refuse, credit.WriteOffUnpaid), lots{two[0]}, events{use("a", "2023-01-05", "11 USD"), giveBack("r", "2023-01-06", "a", "11 USD")}},
			"2023-01-31",
			lines{"2023-01-01 granted to available: L1 10.00"},
		},
		{
			"debt is paid by the use that caused it, when credit comes",
			story{policy(credit.CarryDebt), lots{two[0]}, events{use("a", "2022-12-01", "4 USD")}},
			"2023-01-31",
			lines{"2023-01-01 granted to available: L1 10.00", "2023-01-01 available to used: L1 4.00 (a)"},
		},
		{
			"a lot forfeited before it began is granted and forfeited, by the event that did it",
			story{lots: lots{two[0]}, events: events{forfeit("f", "2022-12-01", "L1"), forfeit("g", "2022-12-02", "L1")}},
			"2023-01-31",
			lines{"2023-01-01 granted to available: L1 10.00", "2023-01-01 available to forfeited: L1 10.00 (f)"},
		},
		{
			"a lot that ends as it begins is granted and lapses",
			story{lots: lots{token("L1", "10 USD", "2023-01-01", "2023-01-01")}},
			"2023-01-31",
			lines{"2023-01-01 granted to available: L1 10.00", "2023-01-01 available to lapsed: L1 10.00"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			statement := tt.story.until(t, tt.until)
			require.Equal(t, tt.want, entriesOf(statement))
			seen := 0
			for range statement.Entries() {
				seen++
				break
			}
			require.Equal(t, min(1, len(tt.want)), seen, "whoever stops is asked no more")
		})
	}
}

func TestEntryJSON(t *testing.T) {
	statement := story{lots: lots{token("L1", "10 USD", "2023-01-01")}, events: events{use("a", "2023-01-05", "4 USD")}}.until(t, "2023-01-31")
	var entries []credit.Entry
	for e := range statement.Entries() {
		entries = append(entries, e)
	}
	text, err := json.Marshal(entries)
	require.NoError(t, err)
	require.JSONEq(t, `[
		{"at": "2023-01-01T00:00:00Z", "lot": "L1", "from": "granted", "to": "available", "amount": {"amount": "10.00", "currency": "USD"}},
		{"at": "2023-01-05T00:00:00Z", "event": "a", "lot": "L1", "from": "available", "to": "used", "amount": {"amount": "4.00", "currency": "USD"}}
	]`, string(text))
}
