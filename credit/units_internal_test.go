package credit

import (
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
)

// bigUnits gives the units of an amount by way of big numbers alone.
func bigUnits(t *testing.T, amount string) *big.Int {
	t.Helper()
	exact, ok := new(big.Rat).SetString(amount)
	require.True(t, ok)
	exact.Mul(exact, new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(places), nil)))
	require.True(t, exact.IsInt())
	return exact.Num()
}

func TestUnitsHoldAmounts(t *testing.T) {
	for _, amount := range []string{
		"0", "0.00", "1", "12.50", "0.1", "100", "1e19", "3.6E-05",
		"0.000000000000000001",                    // one unit
		"0.000000000000000010",                    // ten, with a zero at the end
		"1.0000000000000000000",                   // 19 places, the last a zero
		"18.446744073709551615",                   // the largest in the low 64 bits
		"18.446744073709551616",                   // the first in the high 64 bits
		"9223372036854775807",                     // the largest coefficient of 63 bits
		"9223372036854775808",                     // and one more
		"99999999999999999.99",                    // 19 digits
		"99999999999999999999",                    // 20 digits
		"0.999999999999999999",                    // 18 digits, 18 places
		"999999999999999999e1",                    // 18 digits, a zero behind them
		"12345678901234567890.5",                  // 21 digits
		"99999999999999999999.999999999999999999", // the largest there is, 10^38 - 1 units
	} {
		t.Run(amount, func(t *testing.T) {
			d, err := terms.ParseDecimal(amount)
			require.NoError(t, err)
			u, err := unitsOf(d)
			require.NoError(t, err)
			require.Equal(t, bigUnits(t, amount).String(), u.big().String())
			require.Equal(t, u, unitsFromBig(u.big()))

			money := u.money(terms.USD)
			require.True(t, money.Amount().Equal(d), "%s comes back as %s", amount, money)
			require.LessOrEqual(t, money.Amount().Exponent(), int32(0))
			again, err := unitsOf(money.Amount())
			require.NoError(t, err)
			require.Equal(t, u, again)
		})
	}
}

func TestUnitsRefuse(t *testing.T) {
	tests := []struct{ name, amount, want string }{
		{"less than nothing", "-1", "negative"},
		{"less than nothing by a unit", "-0.000000000000000001", "negative"},
		{"less than nothing by very much", "-99999999999999999999", "negative"},
		{"less than nothing in too many places", "-0.0000000000000000001", "negative"},
		{"a tenth of a unit", "0.0000000000000000001", "more than 18 places"},
		{"the 28th place", "0.0000000000000000000000000001", "more than 18 places"},
		{"a unit and a half", "0.0000000000000000015", "more than 18 places"},
		{"10^20", "100000000000000000000", "10^20 or more"},
		{"10^20 as a power", "10e19", "10^20 or more"},
		{"the largest number of the guard", "99999999999999999999999999999999999999e19", "10^20 or more"},
		{"10^20 and a little", "100000000000000000000.000000000000000001", "10^20 or more"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := terms.ParseDecimal(tt.amount)
			if err != nil {
				d, err = decimal.NewFromString(tt.amount)
			}
			require.NoError(t, err)
			u, err := unitsOf(d)
			require.ErrorIs(t, err, ErrAmount)
			require.ErrorContains(t, err, tt.want)
			require.True(t, u.isZero())
		})
	}
}

// unitSamples are units around every border of their two halves.
func unitSamples() []units {
	var samples []units
	for _, hi := range []uint64{0, 1, 2, 1 << 32, unitsLimit.hi - 1} {
		for _, lo := range []uint64{0, 1, 2, 99, 100, 101, 1<<63 - 1, 1 << 63, 1<<64 - 2, 1<<64 - 1} {
			samples = append(samples, units{hi, lo})
		}
	}
	return append(samples, unitsLimit.sub(units{lo: 1}))
}

func TestUnitsReckonAsBigNumbersDo(t *testing.T) {
	hundred := big.NewInt(100)
	for _, a := range unitSamples() {
		for _, percent := range []Percent{0, 1, 30, 99, 100} {
			part, exact := a.percent(percent).floor()
			want, rest := new(big.Int).QuoRem(new(big.Int).Mul(a.big(), big.NewInt(int64(percent))), hundred, new(big.Int))
			require.Equal(t, want.String(), part.big().String(), "%d percent of %s", percent, a.big())
			require.Equal(t, rest.Sign() == 0, exact, "%d percent of %s", percent, a.big())
		}
		for _, divisor := range []uint64{1, 3, 10, 100, 1 << 62} {
			quotient, rest := a.quoRem(divisor)
			want, wantRest := new(big.Int).QuoRem(a.big(), new(big.Int).SetUint64(divisor), new(big.Int))
			require.Equal(t, want.String(), quotient.big().String())
			require.Equal(t, wantRest.Uint64(), rest)
		}
		require.Equal(t, a.big().Sign() == 0, a.isZero())
		for _, b := range unitSamples() {
			order := a.big().Cmp(b.big())
			require.Equal(t, order < 0, a.less(b))
			require.Equal(t, order > 0, a.above(b))
			require.Equal(t, new(big.Int).Add(a.big(), b.big()).String(), a.add(b).big().String())
			if order >= 0 {
				require.Equal(t, b, a.min(b))
				require.Equal(t, b, b.min(a))
				require.Equal(t, new(big.Int).Sub(a.big(), b.big()).String(), a.sub(b).big().String())
				require.Equal(t, a, a.sub(b).add(b))
			}
		}
	}
}

func TestSharesAddUpAsTheAmountsDo(t *testing.T) {
	for _, a := range unitSamples() {
		for _, b := range unitSamples() {
			both, exact := a.percent(30).add(b.percent(7)).floor()
			want, rest := new(big.Int).QuoRem(new(big.Int).Add(
				new(big.Int).Mul(a.big(), big.NewInt(30)), new(big.Int).Mul(b.big(), big.NewInt(7))), big.NewInt(100), new(big.Int))
			require.Equal(t, want.String(), both.big().String())
			require.Equal(t, rest.Sign() == 0, exact)
			require.Equal(t, a.percent(30), a.percent(30).add(b.percent(7)).sub(b.percent(7)))
		}
	}
}

func TestTheLimitOfUnits(t *testing.T) {
	require.Equal(t, new(big.Int).Exp(big.NewInt(10), big.NewInt(38), nil).String(), unitsLimit.big().String())
	double := unitsLimit.add(unitsLimit)
	require.True(t, unitsLimit.less(double), "two amounts below the limit add up without overflow")
}

func TestUnitsWithoutACurrencyAreNoMoney(t *testing.T) {
	require.True(t, units{lo: 1}.money(0).IsZero())
	require.True(t, units{lo: 1}.money(1<<16-1).IsZero(), "nor with a currency that is none")
	require.Equal(t, "0.00 USD", units{}.money(terms.USD).String())
	require.Equal(t, "0 JPY", units{}.money(terms.JPY).String())
	require.Equal(t, "0.000000000000000001 JPY", units{lo: 1}.money(terms.JPY).String())
}
