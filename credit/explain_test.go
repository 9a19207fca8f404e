package credit_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

// verdictsOf gives a line for each lot: L1 paid, held 10.00, paid 4.00.
func verdictsOf(e credit.Explanation) []string {
	var lines []string
	for _, v := range e.Lots {
		line := fmt.Sprintf("%s %s, held %s", v.Lot, v.Verdict, bare(v.Held))
		if v.Paid.Sign() > 0 {
			line += ", paid " + bare(v.Paid)
		}
		if !v.Since.IsZero() {
			line += ", since " + when(v.Since)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestExplainGivesEveryVerdict(t *testing.T) {
	all := lots{
		token("lapsed", "5 USD", "2023-01-01", "2023-02-01"), token("exhausted", "5 USD", "2023-01-02"),
		token("forfeited", "5 USD", "2023-01-03"), token("first", "5 USD", "2023-01-04"), token("second", "5 USD", "2023-01-05"),
		token("third", "5 USD", "2023-01-06"), token("pending", "5 USD", "2023-06-01"),
	}
	before := events{use("x", "2023-02-02", "5 USD"), forfeit("f", "2023-02-03", "forfeited")}
	tests := []struct {
		name   string
		policy credit.Policy
		use    credit.Event
		want   lines
	}{
		{"two lots pay: 7 = 5 + 2", policy(), use("u", "2023-03-01", "7 USD"), lines{
			"lapsed lapsed, held 0.00, since 2023-02-01", "exhausted exhausted, held 0.00", "forfeited forfeited, held 0.00",
			"first paid, held 5.00, paid 5.00", "second paid, held 5.00, paid 2.00", "third notNeeded, held 5.00",
			"pending notYetActive, held 0.00, since 2023-06-01",
		}},
		{"all that are live pay, and it is not enough: 20 = 5 + 5 + 5 + 5 unpaid", policy(), use("u", "2023-03-01", "20 USD"), lines{
			"lapsed lapsed, held 0.00, since 2023-02-01", "exhausted exhausted, held 0.00", "forfeited forfeited, held 0.00",
			"first paid, held 5.00, paid 5.00", "second paid, held 5.00, paid 5.00", "third paid, held 5.00, paid 5.00",
			"pending notYetActive, held 0.00, since 2023-06-01",
		}},
		{"a charge that credit cannot pay", policy(), charged(credit.SupportPlan, "u", "2023-03-01", "7 USD"), lines{
			"lapsed lapsed, held 0.00, since 2023-02-01", "exhausted exhausted, held 0.00", "forfeited forfeited, held 0.00",
			"first notPayable, held 5.00", "second notPayable, held 5.00", "third notPayable, held 5.00",
			"pending notYetActive, held 0.00, since 2023-06-01",
		}},
		{"a use refused whole: 16 of 15", policy(credit.Refuse), use("u", "2023-03-01", "16 USD"), lines{
			"lapsed lapsed, held 0.00, since 2023-02-01", "exhausted exhausted, held 0.00", "forfeited forfeited, held 0.00",
			"first refused, held 5.00", "second refused, held 5.00", "third refused, held 5.00",
			"pending notYetActive, held 0.00, since 2023-06-01",
		}},
		{"a use of nothing needs none", policy(), use("u", "2023-03-01", "0 USD"), lines{
			"lapsed lapsed, held 0.00, since 2023-02-01", "exhausted exhausted, held 0.00", "forfeited forfeited, held 0.00",
			"first notNeeded, held 5.00", "second notNeeded, held 5.00", "third notNeeded, held 5.00",
			"pending notYetActive, held 0.00, since 2023-06-01",
		}},
		{"in another order", policy(credit.FirstToExpire), use("u", "2023-03-01", "1 USD"), lines{
			"lapsed lapsed, held 0.00, since 2023-02-01", "exhausted exhausted, held 0.00", "forfeited forfeited, held 0.00",
			"first paid, held 5.00, paid 1.00", "second notNeeded, held 5.00", "third notNeeded, held 5.00",
			"pending notYetActive, held 0.00, since 2023-06-01",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			statement := story{tt.policy, all, append(before, tt.use)}.until(t, "2024-06-01")
			explanation, err := statement.Explain("u")
			require.NoError(t, err)
			require.Equal(t, tt.want, verdictsOf(explanation))
			require.Equal(t, at("2023-03-01"), explanation.At)
			require.Equal(t, tt.policy.Order, explanation.Order)
			state, ok := statement.Use("u")
			require.True(t, ok)
			require.True(t, state.Equal(explanation.Use))

			text := explanation.String()
			require.Len(t, strings.Split(text, "\n"), len(tt.want)+strings.Count(text, "because")+1, "a line for the use and one for each lot")
			for _, v := range explanation.Lots {
				require.Contains(t, text, fmt.Sprintf("\n  lot %s ", v.Lot))
			}
		})
	}
}

func TestExplainAtAnInstant(t *testing.T) {
	two := lots{token("L1", "10 USD", "2023-01-01"), token("L2", "10 USD", "2024-01-01")}
	tests := []struct {
		name, at string
		want     lines
	}{
		{"a nanosecond before the first is activated", "2022-12-31T23:59:59.999999999Z", lines{
			"L1 notYetActive, held 0.00, since 2023-01-01", "L2 notYetActive, held 0.00, since 2024-01-01",
		}},
		{"as the first is activated", "2023-01-01T00:00:00Z", lines{"L1 paid, held 10.00, paid 1.00", "L2 notYetActive, held 0.00, since 2024-01-01"}},
		{"a nanosecond before the first lapses", "2023-12-31T23:59:59.999999999Z", lines{"L1 paid, held 10.00, paid 1.00", "L2 notYetActive, held 0.00, since 2024-01-01"}},
		{"as the first lapses and the second is activated", "2024-01-01T00:00:00Z", lines{"L1 lapsed, held 0.00, since 2024-01-01", "L2 paid, held 10.00, paid 1.00"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			explanation, err := story{lots: two, events: events{use("u", tt.at, "1 USD")}}.until(t, "2024-06-01").Explain("u")
			require.NoError(t, err)
			require.Equal(t, tt.want, verdictsOf(explanation))
		})
	}
	t.Run("of uses at one instant only those before count", func(t *testing.T) {
		statement := story{lots: two[:1], events: events{
			use("a", "2023-02-01", "6 USD"), use("b", "2023-02-01", "6 USD"), giveBack("c", "2023-02-01", "a", "6 USD"),
		}}.until(t, "2023-02-01")
		explanation, err := statement.Explain("b")
		require.NoError(t, err)
		require.Equal(t, lines{"L1 paid, held 4.00, paid 4.00"}, verdictsOf(explanation))
	})
	t.Run("a lot that a return reopened pays", func(t *testing.T) {
		statement := story{policy(credit.Reopen), two[:1], events{
			use("a", "2023-02-01", "6 USD"), giveBack("r", "2024-02-01", "a", "6 USD"), use("b", "2024-03-01", "1 USD"),
		}}.until(t, "2024-06-01")
		explanation, err := statement.Explain("b")
		require.NoError(t, err)
		require.Equal(t, lines{"L1 paid, held 6.00, paid 1.00"}, verdictsOf(explanation))
	})
	t.Run("a lot forfeited before it began is not active yet, and then forfeited", func(t *testing.T) {
		statement := story{lots: two[:1], events: events{
			forfeit("f", "2022-12-01", "L1"), use("a", "2022-12-02", "1 USD"), use("b", "2023-02-01", "1 USD"),
		}}.until(t, "2024-06-01")
		a, err := statement.Explain("a")
		require.NoError(t, err)
		require.Equal(t, lines{"L1 notYetActive, held 0.00, since 2023-01-01"}, verdictsOf(a))
		b, err := statement.Explain("b")
		require.NoError(t, err)
		require.Equal(t, lines{"L1 forfeited, held 0.00"}, verdictsOf(b))
	})
}

func TestExplainUnderCarriedDebt(t *testing.T) {
	one := lots{token("L1", "10 USD", "2023-01-01"), token("L2", "10 USD", "2023-03-01")}
	t.Run("what a lot paid later it did not pay then", func(t *testing.T) {
		statement := story{policy(credit.CarryDebt), one, events{use("u", "2023-02-01", "14 USD")}}.until(t, "2023-04-01")
		explanation, err := statement.Explain("u")
		require.NoError(t, err)
		require.Equal(t, lines{"L1 paid, held 10.00, paid 10.00", "L2 notYetActive, held 0.00, since 2023-03-01"}, verdictsOf(explanation))
		require.Equal(t, "14.00", bare(explanation.Use.Paid), "in the end all of it was paid")
	})
	t.Run("nor what it paid at the same instant, once credit had come back", func(t *testing.T) {
		statement := story{policy(credit.CarryDebt), one[:1], events{
			use("u1", "2023-02-01", "10 USD"), use("u2", "2023-02-02", "5 USD"), giveBack("r", "2023-02-02", "u1", "5 USD"),
		}}.until(t, "2023-02-15")
		explanation, err := statement.Explain("u2")
		require.NoError(t, err)
		require.Equal(t, lines{"L1 exhausted, held 0.00"}, verdictsOf(explanation))
	})
}

func TestExplainWhatIsNotThere(t *testing.T) {
	statement := busy().until(t, "2023-06-01")
	for _, id := range []credit.EventID{"", "none", "r", "f", "u3"} {
		_, err := statement.Explain(id)
		require.ErrorIs(t, err, credit.ErrUnknown, id)
	}
}

func TestExplanationText(t *testing.T) {
	statement := story{
		lots: lots{token("L1", "5 USD", "2023-01-01"), token("L2", "5 USD", "2023-06-01")},
		events: events{
			use("u", "2023-03-01T10:30:00Z", "7 USD"), charged(credit.SupportPlan, "v", "2023-06-01", "7 USD"),
		},
	}.until(t, "2024-06-01")
	u, err := statement.Explain("u")
	require.NoError(t, err)
	require.Equal(t, strings.Join([]string{
		"use u of 7.00 USD at 2023-03-01T10:30:00Z: partly paid, credit paid 5.00 USD, unpaid 2.00 USD",
		"  lot L1 paid 5.00 USD of the 5.00 USD it held",
		"  lot L2 was not active before 2023-06-01T00:00:00Z",
	}, "\n"), u.String())
	v, err := statement.Explain("v")
	require.NoError(t, err)
	require.Equal(t, strings.Join([]string{
		"use v of 7.00 USD at 2023-06-01T00:00:00Z: not payable by credit, credit paid 0.00 USD, unpaid 7.00 USD",
		"  because support plans are sold separately, by credit card (OPEN-06)",
		"  lot L1 was used up before",
		"  lot L2 cannot pay such a charge; it held 5.00 USD",
	}, "\n"), v.String())

	t.Run("it reads back from JSON", func(t *testing.T) {
		for _, e := range []credit.Explanation{u, v} {
			text, err := json.Marshal(e)
			require.NoError(t, err)
			var back credit.Explanation
			require.NoError(t, terms.Decode(strings.NewReader(string(text)), &back))
			require.True(t, e.Equal(back))
			require.Equal(t, e.String(), back.String())
		}
		require.False(t, u.Equal(v))
		other := u
		other.Lots = append([]credit.LotVerdict(nil), u.Lots...)
		other.Lots[1].Since = other.Lots[1].Since.Add(1)
		require.False(t, u.Equal(other))
	})
	t.Run("a verdict that is none is written as such", func(t *testing.T) {
		e := credit.Explanation{Lots: []credit.LotVerdict{{Lot: "L1", Verdict: 99}}}
		require.Contains(t, e.String(), "lot L1 verdict 99")
	})
}
