package credit_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/licensing"
)

func TestALotIsChecked(t *testing.T) {
	with := func(change func(*credit.Lot)) credit.Lot {
		l := token("L1", "100 USD", "2023-01-15T10:30:00Z")
		change(&l)
		return l
	}
	tests := []struct {
		name string
		lot  credit.Lot
		want error // nothing where it is accepted
		text string
	}{
		{"a token", with(func(*credit.Lot) {}), nil, ""},
		{"no id", with(func(l *credit.Lot) { l.ID = "" }), credit.ErrID, "lot id of 0 bytes"},
		{"an id of 256 bytes", with(func(l *credit.Lot) { l.ID = credit.LotID(strings.Repeat("x", 256)) }), nil, ""},
		{"an id of 257 bytes", with(func(l *credit.Lot) { l.ID = credit.LotID(strings.Repeat("x", 257)) }), credit.ErrID, "lot id of 257 bytes"},
		{"an id of 256 bytes in 128 letters", with(func(l *credit.Lot) { l.ID = credit.LotID(strings.Repeat("ö", 128)) }), nil, ""},
		{"an id with a line break", with(func(l *credit.Lot) { l.ID = "L\n1" }), credit.ErrID, `lot id "L\n1"`},
		{"an id with a zero byte", with(func(l *credit.Lot) { l.ID = "L\x00" }), credit.ErrID, "printable"},
		{"an id that turns the direction of text", with(func(l *credit.Lot) { l.ID = "L\u202e1" }), credit.ErrID, "printable"},
		{"an id that is not UTF-8", with(func(l *credit.Lot) { l.ID = "L\xff" }), credit.ErrID, "printable"},
		{"an id with the replacement character", with(func(l *credit.Lot) { l.ID = "L\ufffd" }), credit.ErrID, "printable"},
		{"an id with a space", with(func(l *credit.Lot) { l.ID = "key 1" }), nil, ""},
		{"no kind", with(func(l *credit.Lot) { l.Kind = 0 }), credit.ErrNotGiven, "want one of token, topUp, monthlyBenefit, bulkBenefit"},
		{"a kind that is none", with(func(l *credit.Lot) { l.Kind = 5 }), credit.ErrNotGiven, "want one of token"},
		{"no amount", with(func(l *credit.Lot) { l.Amount = terms.Money{} }), credit.ErrAmount, `a lot of ""; want more than 0`},
		{"an amount of nothing", with(func(l *credit.Lot) { l.Amount = usd("0") }), credit.ErrAmount, `a lot of "0.00 USD"; want more than 0`},
		{"an amount below nothing", with(func(l *credit.Lot) { l.Amount = usd("-0.01") }), credit.ErrAmount, "want more than 0"},
		{"the smallest amount there is", with(func(l *credit.Lot) { l.Amount = usd("0.000000000000000001") }), nil, ""},
		{"an amount of 19 places", with(func(l *credit.Lot) { l.Amount = usd("0.0000000000000000001") }), credit.ErrAmount, "more than 18 places"},
		{"an amount of 19 places, the last a zero", with(func(l *credit.Lot) { l.Amount = usd("0.1000000000000000000") }), nil, ""},
		{"the largest amount there is", with(func(l *credit.Lot) { l.Amount = usd("99999999999999999999.999999999999999999") }), nil, ""},
		{"an amount of 10^20", with(func(l *credit.Lot) { l.Amount = usd("100000000000000000000") }), credit.ErrAmount, "10^20 or more"},
		{"no activation", with(func(l *credit.Lot) { l.Activated = time.Time{} }), credit.ErrInstant, "activated is not given"},
		{"activated in 1899", with(func(l *credit.Lot) { l.Activated = at("1899-12-31T23:59:59.999999999Z") }), credit.ErrInstant, "activated is in the year 1899; want 1900 to 2199"},
		{"activated as 1900 begins", with(func(l *credit.Lot) { l.Activated = at("1900-01-01") }), nil, ""},
		{"a term that ends as 2199 does", with(func(l *credit.Lot) { l.Activated = at("2198-12-31T23:59:59.999999999Z") }), nil, ""},
		{"a term that ends as 2200 begins", with(func(l *credit.Lot) { l.Activated = at("2199-01-01") }), credit.ErrInstant, "expires is in the year 2200"},
		{"activated in 2200", with(func(l *credit.Lot) { l.Activated = at("2200-01-01") }), credit.ErrInstant, "activated is in the year 2200"},
		{"an expiry a nanosecond before activation", with(func(l *credit.Lot) { l.Expires = at("2023-01-15T10:29:59.999999999Z") }), credit.ErrInstant, "before it is activated"},
		{"an expiry at activation", with(func(l *credit.Lot) { l.Expires = l.Activated }), nil, ""},
		{"an expiry a nanosecond after activation", with(func(l *credit.Lot) { l.Expires = l.Activated.Add(1) }), nil, ""},
		{"an expiry in 2200", with(func(l *credit.Lot) { l.Expires = at("2200-01-01") }), credit.ErrInstant, "expires is in the year 2200"},
		{"a redemption that is none", with(func(l *credit.Lot) { l.Redeemed = 3 }), credit.ErrNotGiven, "want activatesSubscription or addsCredit"},
		{"a top-up with a key", with(func(l *credit.Lot) { l.Kind, l.Redeemed = credit.TopUp, licensing.AddsCredit }), credit.ErrNotGiven, "a topUp has no key to redeem"},
		{"a token with a holder", with(func(l *credit.Lot) { l.Holder = "ann" }), credit.ErrNotGiven, "a token has no holder"},
		{"a top-up with a holder", with(func(l *credit.Lot) { l.Kind, l.Holder = credit.TopUp, "ann" }), credit.ErrNotGiven, "a topUp has no holder"},
		{"a monthly benefit with a holder", with(func(l *credit.Lot) { l.Kind, l.Holder = credit.MonthlyBenefit, "ann" }), nil, ""},
		{"a bulk benefit with a holder", with(func(l *credit.Lot) { l.Kind, l.Holder = credit.BulkBenefit, "ann" }), nil, ""},
		{"a holder that is not printable", with(func(l *credit.Lot) { l.Kind, l.Holder = credit.BulkBenefit, "ann\n" }), credit.ErrID, `holder "ann\n"`},
		{"a holder that is not UTF-8", with(func(l *credit.Lot) { l.Kind, l.Holder = credit.MonthlyBenefit, "\xff" }), credit.ErrID, "holder"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := credit.New(credit.AzureInOpen(), lots{tt.lot}, nil)
			if tt.want == nil {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, tt.want)
			require.ErrorContains(t, err, tt.text)
			var fault *credit.LotError
			require.ErrorAs(t, err, &fault)
			require.Equal(t, tt.lot.ID, fault.Lot)
		})
	}
}

func TestWhenALotLapses(t *testing.T) {
	tests := []struct {
		name      string
		policy    credit.Policy
		kind      credit.LotKind
		activated string
		want      string
	}{
		{"twelve months to the instant", policy(), credit.Token, "2023-01-15T10:30:00.000000001Z", "2024-01-15T10:30:00.000000001Z"},
		{"twelve months to the end of the day", policy(credit.ExpireAtDayEnd), credit.Token, "2023-01-15T10:30:00Z", "2024-01-16"},
		{"a leap day lasts to 28 February", policy(), credit.Token, "2024-02-29T10:30:00Z", "2025-02-28T10:30:00Z"},
		{"a leap day lasts to the end of 28 February", policy(credit.ExpireAtDayEnd), credit.Token, "2024-02-29T10:30:00Z", "2025-03-01"},
		{"the day before a leap day lasts to 28 February too", policy(), credit.Token, "2024-02-28T10:30:00Z", "2025-02-28T10:30:00Z"},
		{"the day after a leap day lasts to 1 March", policy(), credit.Token, "2024-03-01T10:30:00Z", "2025-03-01T10:30:00Z"},
		{"28 February lasts to 28 February in a leap year, not to the month's end", policy(), credit.Token, "2023-02-28", "2024-02-28"},
		{"from New Year to New Year", policy(), credit.Token, "2023-01-01", "2024-01-01"},
		{"from the last nanosecond of a year to that of the next", policy(), credit.Token, "2023-12-31T23:59:59.999999999Z", "2024-12-31T23:59:59.999999999Z"},
		{"from the last nanosecond of a year past New Year", policy(credit.ExpireAtDayEnd), credit.Token, "2023-12-31T23:59:59.999999999Z", "2025-01-01"},
		{"days are UTC days: 00:30 in Stockholm on the 16th is the 15th", policy(credit.ExpireAtDayEnd), credit.Token, "2023-01-16T00:30:00+01:00", "2024-01-16"},
		{"a top-up lasts as a token does", policy(), credit.TopUp, "2023-01-15T10:30:00Z", "2024-01-15T10:30:00Z"},
		{"a top-up lasts for ever", policy(credit.TopUpUnending), credit.TopUp, "2023-01-15T10:30:00Z", "never"},
		{"a token does not, where a top-up lasts for ever", policy(credit.TopUpUnending), credit.Token, "2023-01-15T10:30:00Z", "2024-01-15T10:30:00Z"},
		{"bulk credit lasts a year", policy(), credit.BulkBenefit, "2023-01-15T10:30:00Z", "2024-01-15T10:30:00Z"},
		{"monthly credit lasts a month", policy(), credit.MonthlyBenefit, "2023-01-15T10:30:00Z", "2023-02-15T10:30:00Z"},
		{"monthly credit of 31 January lasts to 28 February", policy(), credit.MonthlyBenefit, "2023-01-31", "2023-02-28"},
		{"monthly credit of 31 January lasts to 29 February in a leap year", policy(), credit.MonthlyBenefit, "2024-01-31", "2024-02-29"},
		{"monthly credit of 30 April lasts to 30 May", policy(), credit.MonthlyBenefit, "2023-04-30", "2023-05-30"},
		{"monthly credit of December lasts into January", policy(), credit.MonthlyBenefit, "2023-12-31", "2024-01-31"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := story{policy: tt.policy, lots: lots{lot(tt.kind, "L1", "10 USD", tt.activated)}}
			state, ok := s.until(t, tt.activated).Lot("L1")
			require.True(t, ok)
			require.Equal(t, tt.want, when(state.Ends))
			if state.Ends.IsZero() {
				require.Equal(t, "10.00", bare(s.until(t, "2199-12-31").Balance()))
				return
			}
			ledger := s.ledger(t)
			for _, row := range []struct {
				at   time.Time
				left string
			}{
				{state.Ends.AddDate(0, 0, -1), "10.00"},
				{state.Ends.Add(-1), "10.00"},
				{state.Ends, "0.00"},
				{state.Ends.Add(1), "0.00"},
				{state.Ends.AddDate(0, 0, 1), "0.00"},
			} {
				statement, err := ledger.Replay(row.at)
				require.NoError(t, err)
				require.Equal(t, row.left, bare(statement.Balance()), "at %s", row.at)
			}
		})
	}
	t.Run("an expiry that is given stands, under every policy", func(t *testing.T) {
		for _, p := range []credit.Policy{policy(), policy(credit.ExpireAtDayEnd, credit.TopUpUnending)} {
			s := story{policy: p, lots: lots{lot(credit.TopUp, "L1", "10 USD", "2023-01-15", "2023-03-01T12:00:00Z")}}
			require.Equal(t, "10.00", bare(s.until(t, "2023-03-01T11:59:59.999999999Z").Balance()))
			require.Equal(t, "0.00", bare(s.until(t, "2023-03-01T12:00:00Z").Balance()))
		}
	})
}

func TestLotEqual(t *testing.T) {
	base := lot(credit.BulkBenefit, "L1", "100 USD", "2023-01-15T10:30:00Z", "2024-01-15T10:30:00Z")
	base.Holder = "ann"
	same := base
	same.Amount, same.Known = usd("100.0"), at("2023-06-01")
	same.Activated = base.Activated.In(time.FixedZone("CET", 3600))
	require.True(t, base.Equal(same), "the amount, the instant and the zone are told apart from their notation, and Known plays no part")
	for name, change := range map[string]func(*credit.Lot){
		"id":        func(l *credit.Lot) { l.ID = "L2" },
		"kind":      func(l *credit.Lot) { l.Kind = credit.MonthlyBenefit },
		"amount":    func(l *credit.Lot) { l.Amount = usd("101") },
		"currency":  func(l *credit.Lot) { l.Amount = terms.MustParseMoney("100 EUR") },
		"activated": func(l *credit.Lot) { l.Activated = l.Activated.Add(1) },
		"expires":   func(l *credit.Lot) { l.Expires = time.Time{} },
		"redeemed":  func(l *credit.Lot) { l.Redeemed = licensing.AddsCredit },
		"holder":    func(l *credit.Lot) { l.Holder = "bob" },
	} {
		other := base
		change(&other)
		require.False(t, base.Equal(other), name)
	}
}

func TestLotJSON(t *testing.T) {
	full := lot(credit.Token, "L1", "100 USD", "2023-01-15T10:30:00.5Z", "2024-01-15T10:30:00Z")
	full.Redeemed, full.Known = licensing.ActivatesSubscription, at("2023-01-16")
	tests := []struct {
		name string
		lot  credit.Lot
		want string
	}{
		{"what must be given", token("L1", "100 USD", "2023-01-15"), `{
			"id": "L1", "kind": "token", "amount": {"amount": "100.00", "currency": "USD"}, "activated": "2023-01-15T00:00:00Z"
		}`},
		{"what may be given", full, `{
			"id": "L1", "kind": "token", "amount": {"amount": "100.00", "currency": "USD"}, "activated": "2023-01-15T10:30:00.5Z",
			"expires": "2024-01-15T10:30:00Z", "redeemed": "activatesSubscription", "known": "2023-01-16T00:00:00Z"
		}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, err := json.Marshal(tt.lot)
			require.NoError(t, err)
			require.JSONEq(t, tt.want, string(text))
			var back credit.Lot
			require.NoError(t, terms.Decode(strings.NewReader(string(text)), &back))
			require.True(t, tt.lot.Equal(back))
			require.True(t, tt.lot.Known.Equal(back.Known))
		})
	}
	for _, bad := range []string{
		`{"id": 1}`, `{"kind": "coupon"}`, `{"amount": "100 USD"}`, `{"amount": {"amount": 100, "currency": "USD"}}`,
		`{"activated": "2023-01-15"}`, `{"activated": "2023-02-30T00:00:00Z"}`, `{"activated": "15 January 2023"}`,
		`{"priority": 1}`, `{"ID": "L1"}`, `{"id": "L1", "id": "L2"}`,
	} {
		var l credit.Lot
		require.ErrorIs(t, terms.Decode(strings.NewReader(bad), &l), terms.ErrJSON, bad)
	}
}
