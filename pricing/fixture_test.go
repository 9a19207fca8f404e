package pricing_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
)

// number gives a number written into a test.
func number(s string) decimal.Decimal {
	d, err := terms.ParseDecimal(s)
	if err != nil {
		panic(err)
	}
	return d
}

func money(s string) terms.Money { return terms.MustParseMoney(s) }

func day(s string) terms.Day { return terms.MustParseDay(s) }

func span(s string) terms.Span {
	parsed, err := terms.ParseSpan(s)
	if err != nil {
		panic(err)
	}
	return parsed
}

// instant gives an instant written as 2021-07-15T10:00:00Z, or a day's start written as a day.
func instant(s string) time.Time {
	if d, err := terms.ParseDay(s); err == nil {
		return d.Start()
	}
	at, err := time.Parse(time.RFC3339, s)
	if err != nil {
		panic(err)
	}
	return at
}

// equaler is a type that compares itself.
type equaler[T any] interface{ Equal(other T) bool }

// requireReadsBack marshals a value, and wants terms.Decode to read an equal one.
func requireReadsBack[T equaler[T]](t require.TestingT, v T) {
	data, err := json.Marshal(v)
	require.NoError(t, err)
	var read T
	require.NoError(t, terms.Decode(strings.NewReader(string(data)), &read), string(data))
	require.True(t, v.Equal(read), "%s", data)
	again, err := json.Marshal(read)
	require.NoError(t, err)
	require.JSONEq(t, string(data), string(again))
}

// decodes reads JSON by terms.Decode.
func decodes[T any](text string) (T, error) {
	var v T
	err := terms.Decode(strings.NewReader(text), &v)
	return v, err
}

// hundredths draws a number of so many hundredths.
func hundredths(t *rapid.T, name string, least, most int64) decimal.Decimal {
	return decimal.New(rapid.Int64Range(least, most).Draw(t, name), -2)
}

// amount makes an amount of a currency.
func amount(t require.TestingT, d decimal.Decimal, c terms.Currency) terms.Money {
	m, err := terms.NewMoney(d, c)
	require.NoError(t, err)
	return m
}

// sum adds amounts of one currency.
func sum(t require.TestingT, first terms.Money, more ...terms.Money) terms.Money {
	var err error
	for _, m := range more {
		first, err = first.Add(m)
		require.NoError(t, err)
	}
	return first
}

// compare gives the sign of a − b.
func compare(t require.TestingT, a, b terms.Money) int {
	c, err := a.Cmp(b)
	require.NoError(t, err)
	return c
}

// names gives the texts of a closed set, from its first value on, and checks that each reads back.
func requireClosedSet[T ~uint8](t *testing.T, wanted ...string) {
	t.Helper()
	for i, want := range wanted {
		text, err := json.Marshal(T(i + 1))
		require.NoError(t, err)
		require.Equal(t, `"`+want+`"`, string(text))
		read, err := decodes[T](string(text))
		require.NoError(t, err)
		require.Equal(t, T(i+1), read)
	}
	beyond := T(len(wanted) + 1)
	_, err := json.Marshal(beyond)
	require.ErrorIs(t, err, terms.ErrName, "one value too few is tested")
	_, err = decodes[T](`"nothing of the kind"`)
	require.ErrorIs(t, err, terms.ErrName)
	read, err := decodes[T](`""`)
	require.NoError(t, err)
	require.Zero(t, read)
}
