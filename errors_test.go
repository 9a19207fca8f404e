package terms_test

import (
	"math"
	"math/big"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
)

func TestParseError(t *testing.T) {
	_, err := terms.ParseDay("2026-02-30")
	require.EqualError(t, err, `terms: not a day: "2026-02-30"; want a day that exists, as in 2024-02-29`)
	require.NotErrorIs(t, err, terms.ErrSpan)

	tests := []struct{ name, in, want string }{
		{"64 bytes are shown whole", strings.Repeat("x", 64), strings.Repeat("x", 64)},
		{"65 are cut to 64", strings.Repeat("x", 65), strings.Repeat("x", 64) + "…"},
		{"a million are as well", strings.Repeat("x", 1_000_000), strings.Repeat("x", 64) + "…"},
		{"32 characters of two bytes fit", strings.Repeat("å", 33), strings.Repeat("å", 32) + "…"},
		{"one that does not fit is left out whole", "x" + strings.Repeat("å", 33), "x" + strings.Repeat("å", 31) + "…"},
		{"as is one of three bytes", strings.Repeat("€", 22), strings.Repeat("€", 21) + "…"},
		{"and one of four", "xx" + strings.Repeat("🙂", 16), "xx" + strings.Repeat("🙂", 15) + "…"},
		{"bytes that are no UTF-8 are replaced", "\xff2026\xfe", "\uFFFD2026\uFFFD"},
		{"also where they are cut", strings.Repeat("\x80", 100), "\uFFFD…"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := terms.ParseDay(tt.in)
			var parse *terms.ParseError
			require.ErrorAs(t, err, &parse)
			assert.Equal(t, tt.want, parse.Input)
			assert.NotEmpty(t, parse.Want)
			assert.Equal(t, terms.ErrDay, parse.Err)
			assert.True(t, utf8.ValidString(err.Error()))
		})
	}
}

func TestCurrencyMismatchError(t *testing.T) {
	_, err := money("1.00 USD").Add(money("1.00 EUR"))
	require.EqualError(t, err, "terms: currencies differ: USD and EUR; convert one of them first")
	_, err = money("1.00 USD").Add(terms.Money{})
	require.EqualError(t, err, "terms: currencies differ: USD and no currency; convert one of them first")
	assert.ErrorIs(t, err, terms.ErrCurrencyMismatch)
}

func TestErrorsSayWhoseTheyAre(t *testing.T) {
	for _, err := range []error{
		terms.ErrDay, terms.ErrSpan, terms.ErrCurrency, terms.ErrDecimal, terms.ErrDecimalRange,
		terms.ErrMoney, terms.ErrCurrencyMismatch, terms.ErrWeights, terms.ErrJSON,
		&terms.CurrencyMismatchError{}, &terms.DecodeError{}, &terms.ParseError{Err: terms.ErrDay},
	} {
		assert.Regexp(t, "^terms: [^ ]", err.Error())
	}
}

// What is called here is called for its return: the test fails by a panic.
func TestNothingPanics(t *testing.T) {
	numbers := []int{math.MinInt, math.MinInt32, -1, 0, 1, math.MaxInt32, math.MaxInt}
	instants := []time.Time{{}, time.Unix(math.MinInt64, 0), time.Unix(math.MaxInt64, 0), time.Unix(0, 0).In(time.FixedZone("", math.MaxInt32))}
	zones := []*time.Location{nil, {}, time.UTC, time.FixedZone("", math.MinInt32), time.FixedZone("", math.MaxInt), zone(t, "Pacific/Apia")}
	someDays := []terms.Day{{}, day("0001-01-02"), day("2011-12-30"), day("9999-12-31")}
	for _, year := range numbers {
		for _, month := range numbers {
			_, err := terms.NewDay(year, time.Month(month), year)
			require.Error(t, err)
		}
		_, _ = terms.DayFrom(date.Date(year))
	}
	for _, z := range zones {
		for _, at := range instants {
			_ = terms.DayIn(at, z)
			_ = terms.DayOf(at)
		}
		for _, d := range someDays {
			_ = d.StartIn(z)
		}
	}
	someSpans := []terms.Span{{}, terms.Pending(), terms.Always()}
	for _, d := range someDays {
		for _, n := range numbers {
			_, _ = d.AddDays(n), d.AddMonths(n)
		}
		for _, other := range someDays {
			_, _ = terms.NewSpan(d, other)
			_ = d.Sub(other)
		}
		_, _, _, _, _ = d.Year(), d.Month(), d.DayOfMonth(), d.Date(), d.Start()
		someSpans = append(someSpans, terms.SpanFrom(d), terms.SpanUntil(d))
	}
	for _, s := range someSpans {
		for _, d := range someDays {
			_ = s.Contains(d)
		}
		requireRoundTrip(t, s, same)
	}

	huge := new(big.Int).Lsh(big.NewInt(1), 1e6)
	amounts := []decimal.Decimal{
		{},
		decimal.New(1, 1e8), decimal.New(-1, 1e8), decimal.New(1, -1e8), decimal.New(math.MinInt64, math.MinInt32),
		decimal.New(math.MaxInt64, math.MaxInt32), decimal.NewFromBigInt(huge, 0), decimal.New(1, 19), decimal.New(1, -28),
	}
	someMoneys := []terms.Money{{}, terms.Money{}.Neg(), money("1.00 USD"), money("-1e19 JPY"), money("1e-28 CLF")}
	for _, amount := range amounts {
		_ = terms.CheckDecimal(amount)
		for _, c := range append(notCurrencies(), 0) {
			_, err := terms.NewMoney(amount, c)
			require.ErrorIs(t, err, terms.ErrCurrency)
			_, err = c.MarshalText()
			require.Equal(t, c != 0, err != nil)
		}
		_, _ = terms.NewMoney(amount, terms.USD)
		for _, m := range someMoneys {
			_, _ = m.Mul(amount)
			_, _ = m.Allocate(amount, amount)
			_, err := m.Allocate()
			require.Error(t, err)
		}
	}
	for _, m := range someMoneys {
		for _, other := range someMoneys {
			_, _ = m.Add(other)
			_, _ = m.Sub(other)
			_, _ = m.Cmp(other)
			_ = m.Equal(other)
		}
		_, _, _ = m.Amount(), m.Currency(), m.Sign()
		requireRoundTrip(t, m, terms.Money.Equal)
	}
	for _, err := range []error{&terms.ParseError{}, &terms.CurrencyMismatchError{60000, 0}, &terms.DecodeError{}} {
		require.NotEmpty(t, err.Error())
	}
}
