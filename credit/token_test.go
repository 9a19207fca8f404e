package credit_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/licensing"
)

// purchase gives the purchase of a made-up key, with tokens of so many units each.
func purchase(t *testing.T, purchased string, currency terms.Currency, units ...int) licensing.OSAPurchase {
	t.Helper()
	key, err := licensing.ParseOSAKey("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE")
	require.NoError(t, err)
	var tokens []licensing.OSAToken
	for _, n := range units {
		tokens = append(tokens, licensing.OSAToken{Units: n, Currency: currency})
	}
	made, err := licensing.NewOSAPurchase(key, day(purchased), tokens...)
	require.NoError(t, err)
	return made
}

func TestTokenLots(t *testing.T) {
	t.Run("an order of 5,000 USD at 100 a unit is one lot of 5,000, not fifty", func(t *testing.T) {
		got, err := credit.TokenLots(purchase(t, "2014-08-01", terms.USD, 50), at("2014-08-15T10:30:00Z"), licensing.ActivatesSubscription, credit.DefaultUnits())
		require.NoError(t, err)
		require.Len(t, got, 1)
		require.Equal(t, "5000.00 USD", got[0].Amount.String())
		require.Equal(t, credit.Token, got[0].Kind)
		require.Equal(t, licensing.ActivatesSubscription, got[0].Redeemed)
		require.Equal(t, at("2014-08-15T10:30:00Z"), got[0].Activated)
		require.True(t, got[0].Expires.IsZero(), "when it lapses is for the policy to say")
		require.Equal(t, lines{string(got[0].ID) + " live: 5000.00 = 5000.00 left"}, lotsOf(story{lots: got}.until(t, "2015-08-15T10:29:59.999999999Z")))
	})
	t.Run("a key with several tokens is a lot for each, in order: 3 × 100, 1 × 100, 2 × 100", func(t *testing.T) {
		bought := purchase(t, "2023-01-02", terms.USD, 3, 1, 2)
		got, err := credit.TokenLots(bought, at("2023-01-10"), 0, credit.DefaultUnits())
		require.NoError(t, err)
		require.Len(t, got, 3)
		ledger := story{lots: got}.ledger(t)
		for i, amount := range []string{"300.00 USD", "100.00 USD", "200.00 USD"} {
			require.Equal(t, amount, got[i].Amount.String())
			require.Equal(t, got[i].ID, ledger.Lots()[i].ID, "and they pay in that order")
		}
	})
	t.Run("an id derives from the key, is the same each time, and does not contain it", func(t *testing.T) {
		bought := purchase(t, "2023-01-02", terms.USD, 3, 1)
		first, err := credit.TokenLots(bought, at("2023-01-10"), 0, credit.DefaultUnits())
		require.NoError(t, err)
		second, err := credit.TokenLots(bought, at("2023-01-10"), 0, credit.DefaultUnits())
		require.NoError(t, err)
		require.Equal(t, ids(first), ids(second))
		require.NotEqual(t, first[0].ID, first[1].ID)
		require.Contains(t, string(first[0].ID), bought.Key().ID())
		text, err := json.Marshal(story{lots: first}.until(t, "2023-02-01"))
		require.NoError(t, err)
		for _, group := range []string{"AAAAA", "BBBBB", "CCCCC", "DDDDD", "EEEEE"} {
			require.NotContains(t, string(text), group)
		}
	})
	t.Run("many tokens stay in order: the tenth pays after the ninth", func(t *testing.T) {
		units := make([]int, 12)
		for i := range units {
			units[i] = i + 1
		}
		got, err := credit.TokenLots(purchase(t, "2023-01-02", terms.USD, units...), at("2023-01-10"), 0, credit.DefaultUnits())
		require.NoError(t, err)
		require.Len(t, got, 12)
		require.Equal(t, ids(got), ids(story{lots: got}.ledger(t).Lots()))
	})
	t.Run("units are worth what they were on the day of purchase", func(t *testing.T) {
		units := table(t, worth("75 EUR", "2022-01-01/2023-01-01"), worth("80 EUR", "2023-01-01/.."))
		got, err := credit.TokenLots(purchase(t, "2022-12-31", terms.EUR, 2), at("2023-06-01"), 0, units)
		require.NoError(t, err)
		require.Equal(t, "150.00 EUR", got[0].Amount.String())
	})
	t.Run("an instant is taken in UTC", func(t *testing.T) {
		got, err := credit.TokenLots(purchase(t, "2023-01-02", terms.USD, 1), at("2023-01-10T01:00:00+01:00"), 0, credit.DefaultUnits())
		require.NoError(t, err)
		require.Equal(t, at("2023-01-10"), got[0].Activated)
	})
}

func TestTokenLotsWithinFiveYears(t *testing.T) {
	tests := []struct {
		name, purchased, activated string
		want                       error
	}{
		{"the day before the purchase", "2016-02-29", "2016-02-28T23:59:59.999999999Z", licensing.ErrActivatedBeforePurchase},
		{"the day of the purchase", "2016-02-29", "2016-02-29", nil},
		{"the last day, five years after a leap day", "2016-02-29", "2021-02-28T23:59:59.999999999Z", nil},
		{"the day after the last", "2016-02-29", "2021-03-01", licensing.ErrActivatedTooLate},
		{"the day before the last", "2016-03-15", "2021-03-14", nil},
		{"the last day", "2016-03-15", "2021-03-15", nil},
		{"the first instant after the last day", "2016-03-15", "2021-03-16", licensing.ErrActivatedTooLate},
		{"before 1900", "1850-01-01", "1852-01-01", credit.ErrInstant},
		{"after 2199", "2198-01-01", "2200-01-01", credit.ErrInstant},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := credit.TokenLots(purchase(t, tt.purchased, terms.USD, 1), at(tt.activated), 0, credit.DefaultUnits())
			if tt.want == nil {
				require.NoError(t, err)
				require.Len(t, got, 1)
				return
			}
			require.ErrorIs(t, err, tt.want)
			require.Empty(t, got)
		})
	}
	t.Run("no purchase", func(t *testing.T) {
		_, err := credit.TokenLots(licensing.OSAPurchase{}, at("2023-01-01"), 0, credit.DefaultUnits())
		require.ErrorIs(t, err, licensing.ErrNotGiven)
	})
	t.Run("no instant", func(t *testing.T) {
		_, err := credit.TokenLots(purchase(t, "2023-01-02", terms.USD, 1), time.Time{}, 0, credit.DefaultUnits())
		require.ErrorIs(t, err, credit.ErrInstant)
	})
	t.Run("a currency whose worth is not known, with the token that has it and not the key", func(t *testing.T) {
		_, err := credit.TokenLots(purchase(t, "2023-01-02", terms.SEK, 1, 2), at("2023-02-01"), 0, credit.DefaultUnits())
		require.ErrorIs(t, err, credit.ErrUnit)
		require.ErrorContains(t, err, "token 1")
		require.NotContains(t, err.Error(), "EEEEE")
	})
}
