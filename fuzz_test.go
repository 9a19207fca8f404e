package terms_test

import (
	"bytes"
	"encoding/json"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
)

func FuzzParseDay(f *testing.F) {
	for _, s := range []string{"2024-02-29", "2023-02-29", "0001-01-01", "0001-01-02", "9999-12-31", "2024-2-29", "2024-02-29T00:00:00Z", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := terms.ParseDay(s)
		at, timeErr := time.Parse(time.DateOnly, s)
		outside := timeErr == nil && terms.DayOf(at).IsZero()
		require.Equal(t, timeErr != nil || outside, err != nil, "time.Parse says %v", timeErr)
		if err != nil {
			require.ErrorIs(t, err, terms.ErrDay)
			return
		}
		require.Equal(t, at, d.Start())
		require.Equal(t, s, d.String())
		requireRoundTrip(t, d, same)
	})
}

func FuzzParseSpan(f *testing.F) {
	for _, s := range []string{"2021-07-21/2022-02-01", "2022-02-01/..", "../2021-10-14", "../..", "pending", "2022-02-01/2021-07-21", "/", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := terms.ParseSpan(s)
		if err != nil {
			require.ErrorIs(t, err, terms.ErrSpan)
			return
		}
		require.Equal(t, s, got.String())
		requireRoundTrip(t, got, same)
	})
}

func FuzzParseCurrency(f *testing.F) {
	for _, s := range []string{"USD", "usd", "XXX", "", "US", "USDT"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := terms.ParseCurrency(s)
		if err != nil {
			require.ErrorIs(t, err, terms.ErrCurrency)
			return
		}
		require.Equal(t, s, c.String())
		requireRoundTrip(t, c, same)
	})
}

func FuzzParseDecimal(f *testing.F) {
	for _, s := range []string{
		"0", "-0", "12.50", "3.6E-05", "1e19", "1e20", "1e1000000000", "1e-99999999999999999999", "9223372036854780000", "05", "+5", ".5", "5.",
		strings.Repeat("9", 38) + ".00", strings.Repeat("9", 39), "1" + strings.Repeat("0", 56), "0." + strings.Repeat("0", 28),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := terms.ParseDecimal(s)
		// The grammar is that of JSON, in which only numbers begin so and blanks may follow.
		isNumber := len(s) <= 64 && json.Valid([]byte(s)) && strings.Trim(s, " \t\r\n") == s && strings.Contains("-0123456789", s[:1])
		if err != nil {
			if isNumber {
				require.ErrorIs(t, err, terms.ErrDecimalRange)
			} else {
				require.ErrorIs(t, err, terms.ErrDecimal)
			}
			return
		}
		require.True(t, isNumber)
		require.NoError(t, terms.CheckDecimal(d))
		exact, ok := new(big.Rat).SetString(s)
		require.True(t, ok)
		require.Zero(t, exact.Cmp(d.Rat()))
		m, err := terms.NewMoney(d, terms.CLF)
		require.NoError(t, err)
		requireRoundTrip(t, m, terms.Money.Equal)
	})
}

func FuzzParseMoney(f *testing.F) {
	for _, s := range []string{"12.50 USD", "-0 JPY", "1e19 KWD", "1e-28 CLF", "12.50", "12.50  USD", "12,50 SEK", "1e1000000000 USD", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := terms.ParseMoney(s)
		if err != nil {
			require.True(t, m.IsZero())
			return
		}
		again, err := terms.ParseMoney(m.String())
		require.NoError(t, err)
		require.Equal(t, m.String(), again.String())
		requireRoundTrip(t, m, terms.Money.Equal)
	})
}

func FuzzDecodeMoney(f *testing.F) {
	for _, s := range []string{
		`{"amount":"12.50","currency":"USD"}`, ` { "currency" : "JPY" , "amount" : "1\u0065\u0031" } `, `null`, `{}`, `"12.50 USD"`, `12.50`,
		`{"amount":12.50,"currency":"USD"}`, `{"amount":"1e1000000000","currency":"USD"}`, `{"amount":"1","amount":"2","currency":"USD"}`,
		`{"Amount":"1","currency":"USD"}`, `{"amount":"1","currency":"XXX"}`, `{"amount":"1","currency":"USD"} x`, "\ufeff{}", "{\"\xff\":1}", `[[[[`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var m, n terms.Money
		err := terms.Decode(bytes.NewReader(data), &m)
		jsonErr := json.Unmarshal(data, &n)
		require.Equal(t, err != nil, jsonErr != nil, "Decode says %v, encoding/json %v", err, jsonErr)
		if err != nil {
			require.ErrorIs(t, err, terms.ErrJSON)
			return
		}
		require.True(t, m.Equal(n))
		requireRoundTrip(t, m, terms.Money.Equal)
	})
}
