package credit_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

// worth gives what a unit is worth on some days.
func worth(amount, days string) credit.UnitWorth {
	return credit.UnitWorth{Worth: terms.MustParseMoney(amount), Span: span(days), Source: "a reseller's agreement"}
}

// table gives the default table with worths over it.
func table(t *testing.T, worths ...credit.UnitWorth) credit.UnitTable {
	t.Helper()
	made, err := credit.DefaultUnits().With(worths...)
	require.NoError(t, err)
	return made
}

func TestUnitTableAmounts(t *testing.T) {
	inRupees := table(t, worth("6609.63 INR", "2016-05-01/2017-05-01"), worth("6700 INR", "2017-05-01/.."))
	override := table(t, worth("90 USD", "2020-01-01/2021-01-01"))
	tests := []struct {
		name  string
		table credit.UnitTable
		units int
		currency,
		purchased,
		want string // nothing where it is not known
	}{
		{"a unit is 100 USD by default", credit.DefaultUnits(), 1, "USD", "2015-01-01", "100.00 USD"},
		{"on every day", credit.DefaultUnits(), 1, "USD", "9999-12-31", "100.00 USD"},
		{"50 units are 5,000 USD", credit.DefaultUnits(), 50, "USD", "2015-01-01", "5000.00 USD"},
		{"a million units are 100,000,000 USD", credit.DefaultUnits(), 1_000_000, "USD", "2015-01-01", "100000000.00 USD"},
		{"no unit", credit.DefaultUnits(), 0, "USD", "2015-01-01", ""},
		{"less than none", credit.DefaultUnits(), -1, "USD", "2015-01-01", ""},
		{"a unit more than a million", credit.DefaultUnits(), 1_000_001, "USD", "2015-01-01", ""},
		{"another currency", credit.DefaultUnits(), 1, "EUR", "2015-01-01", ""},
		{"no currency", credit.DefaultUnits(), 1, "", "2015-01-01", ""},
		{"no day", credit.DefaultUnits(), 1, "USD", "", ""},
		{"the zero table", credit.UnitTable{}, 1, "USD", "2015-01-01", ""},

		{"the day before a worth holds", inRupees, 1, "INR", "2016-04-30", ""},
		{"the first day a worth holds", inRupees, 1, "INR", "2016-05-01", "6609.63 INR"},
		{"three of them: 3 × 6,609.63", inRupees, 3, "INR", "2016-05-01", "19828.89 INR"},
		{"the last day a worth holds", inRupees, 1, "INR", "2017-04-30", "6609.63 INR"},
		{"the day after, which is the first of the next", inRupees, 1, "INR", "2017-05-01", "6700.00 INR"},
		{"long after", inRupees, 1, "INR", "2030-01-01", "6700.00 INR"},
		{"the default beside it", inRupees, 1, "USD", "2016-05-01", "100.00 USD"},

		{"the day before an override", override, 1, "USD", "2019-12-31", "100.00 USD"},
		{"the first day of an override", override, 1, "USD", "2020-01-01", "90.00 USD"},
		{"the last day of an override", override, 1, "USD", "2020-12-31", "90.00 USD"},
		{"the day after an override", override, 1, "USD", "2021-01-01", "100.00 USD"},
		{"the later of two counts", table(t, worth("90 USD", "../.."), worth("80 USD", "../..")), 1, "USD", "2020-01-01", "80.00 USD"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var currency terms.Currency
			require.NoError(t, currency.UnmarshalText([]byte(tt.currency)))
			var purchased terms.Day
			require.NoError(t, purchased.UnmarshalText([]byte(tt.purchased)))
			got, err := tt.table.Amount(tt.units, currency, purchased)
			if tt.want == "" {
				require.ErrorIs(t, err, credit.ErrUnit)
				require.True(t, got.IsZero())
				return
			}
			require.NoError(t, err)
			require.Equal(t, tt.want, got.String())
		})
	}
	t.Run("a product beyond the guard is its error", func(t *testing.T) {
		vast := table(t, worth("99999999999999999999999999999999999999 USD", "../.."))
		_, err := vast.Amount(1_000_000, terms.USD, day("2020-01-01"))
		require.ErrorIs(t, err, terms.ErrDecimalRange)
	})
}

func TestUnitTableWithRefuses(t *testing.T) {
	tests := []struct {
		name  string
		worth credit.UnitWorth
		text  string
	}{
		{"a worth of nothing", worth("0 USD", "../.."), `a worth of "0.00 USD"; want more than 0`},
		{"a worth below nothing", worth("-1 USD", "../.."), `a worth of "-1.00 USD"; want more than 0`},
		{"no worth", credit.UnitWorth{Span: terms.Always(), Source: "s"}, `a worth of ""; want more than 0`},
		{"no span", credit.UnitWorth{Worth: usd("100"), Source: "s"}, "want the days for which it does"},
		{"a pending span", credit.UnitWorth{Worth: usd("100"), Span: terms.Pending(), Source: "s"}, "want the days for which it does"},
		{"no source", credit.UnitWorth{Worth: usd("100"), Span: terms.Always()}, "has no source"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			base := credit.DefaultUnits()
			got, err := base.With(worth("75 EUR", "../.."), tt.worth)
			require.ErrorIs(t, err, credit.ErrUnit)
			require.ErrorContains(t, err, tt.text)
			require.Empty(t, got.Worths())
			require.True(t, base.Equal(credit.DefaultUnits()), "the table is as it was")
		})
	}
}

func TestUnitTableIsImmutable(t *testing.T) {
	base := credit.DefaultUnits()
	given := []credit.UnitWorth{worth("75 EUR", "../..")}
	larger, err := base.With(given...)
	require.NoError(t, err)
	given[0].Worth = terms.MustParseMoney("1 EUR")
	larger.Worths()[0].Worth = usd("1")
	base.Worths()[0].Worth = usd("1")
	require.Equal(t, "100.00 USD", larger.Worths()[0].Worth.String())
	require.Equal(t, "75.00 EUR", larger.Worths()[1].Worth.String())
	require.Len(t, base.Worths(), 1)
	require.Len(t, credit.DefaultUnits().Worths(), 1)
	require.Equal(t, "100.00 USD", credit.DefaultUnits().Worths()[0].Worth.String())

	one, err := larger.With(worth("80 USD", "../.."))
	require.NoError(t, err)
	two, err := larger.With(worth("70 USD", "../.."))
	require.NoError(t, err)
	for want, of := range map[string]credit.UnitTable{"80.00 USD": one, "70.00 USD": two, "100.00 USD": larger} {
		got, err := of.Amount(1, terms.USD, day("2020-01-01"))
		require.NoError(t, err)
		require.Equal(t, want, got.String(), "two tables made of one do not share their worths")
	}

	require.True(t, larger.Equal(larger))
	require.False(t, larger.Equal(base))
	require.False(t, one.Equal(two))
}

func TestUnitTableJSON(t *testing.T) {
	tests := []struct {
		name  string
		table credit.UnitTable
		want  string
	}{
		{"the zero table", credit.UnitTable{}, `[]`},
		{"with a worth over the default", table(t, worth("90.50 USD", "2020-01-01/..")), `[
			{"worth": {"amount": "100.00", "currency": "USD"}, "span": "../..", "source": "` + credit.DefaultUnits().Worths()[0].Source + `"},
			{"worth": {"amount": "90.50", "currency": "USD"}, "span": "2020-01-01/..", "source": "a reseller's agreement"}
		]`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, err := json.Marshal(tt.table)
			require.NoError(t, err)
			require.JSONEq(t, tt.want, string(text))
			var back credit.UnitTable
			require.NoError(t, terms.Decode(strings.NewReader(string(text)), &back))
			require.True(t, tt.table.Equal(back))
		})
	}
	for _, bad := range []string{
		`{}`, `"USD"`, `[{}]`, `[{"worth": {"amount": "0", "currency": "USD"}, "span": "../..", "source": "s"}]`,
		`[{"worth": {"amount": "1", "currency": "USD"}, "span": "pending", "source": "s"}]`,
		`[{"worth": {"amount": "1", "currency": "USD"}, "span": "../..", "source": ""}]`,
		`[{"worth": {"amount": "1", "currency": "USD"}, "days": "../..", "source": "s"}]`,
	} {
		back := credit.DefaultUnits()
		require.Error(t, terms.Decode(strings.NewReader(bad), &back), bad)
		require.True(t, back.Equal(credit.DefaultUnits()), "an error leaves the table as it was")
	}
}
