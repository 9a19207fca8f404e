package licensing_test

import (
	"encoding/json"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms/licensing"
)

func TestParseFraction(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0", "-0": "0", "7": "7", "-7": "-7", "19/2": "19/2", "-1/3": "-1/3", "38/4": "19/2", "4/2": "2", "007/02": "7/2", "0/5": "0",
		"9223372036854775808/3": "9223372036854775808/3", strings.Repeat("9", 128): strings.Repeat("9", 128),
	} {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			got, err := licensing.ParseFraction(text)
			require.NoError(t, err)
			assert.Equal(t, want, got.String())
			again, err := licensing.ParseFraction(got.String())
			require.NoError(t, err)
			assert.True(t, got.Equal(again))
		})
	}
	for _, text := range []string{
		"", "-", "/", "1/", "/2", "1/0", "0/0", "1/-2", "--1", "+1", "1.5", "1e3", "1/2/3", " 1", "1 ", "0x10", "1_000", "1/2\n", "½", "٣", "1/2.0", "Inf", "NaN",
		strings.Repeat("9", 129), "1/" + strings.Repeat("9", 1<<20),
	} {
		_, err := licensing.ParseFraction(text)
		require.ErrorIs(t, err, licensing.ErrFraction, "%.40q", text)
		require.Less(t, len(err.Error()), 300)
	}
}

func TestFractions(t *testing.T) {
	fraction := func(numerator, denominator int64) licensing.Fraction {
		f, err := licensing.NewFraction(numerator, denominator)
		require.NoError(t, err)
		return f
	}
	half, zero := fraction(1, 2), licensing.Fraction{}
	assert.Equal(t, "1/2", half.String())
	assert.Equal(t, "1/2", fraction(-3, -6).String())
	assert.Equal(t, "-1/2", fraction(3, -6).String())
	assert.Equal(t, "1", fraction(math.MinInt64, math.MinInt64).String())
	assert.Equal(t, "5/6", half.Add(fraction(1, 3)).String())
	assert.Equal(t, "1/2", half.Add(zero).String())
	assert.Equal(t, "1/2", half.String(), "adding changes nothing")
	assert.Equal(t, []int{1, 0, -1}, []int{half.Sign(), zero.Sign(), fraction(-1, 9).Sign()})
	assert.Equal(t, []int{1, -1, 0}, []int{half.Cmp(zero), zero.Cmp(half), half.Cmp(fraction(2, 4))})
	assert.True(t, zero.IsZero())
	assert.True(t, zero.Equal(fraction(0, 7)))
	assert.False(t, half.IsZero())
	assert.Equal(t, []string{"9.5", "10", "9.500", "9.5000000000"}, []string{
		fraction(19, 2).Text(1), fraction(19, 2).Text(0), fraction(19, 2).Text(3), fraction(19, 2).Text(10),
	})
	assert.Equal(t, "10", fraction(19, 2).Text(-3))
	assert.Len(t, fraction(1, 3).Text(1<<30), 102)

	rat := half.Rat()
	rat.SetInt64(9)
	assert.Equal(t, "1/2", half.String(), "the caller's own")

	_, err := licensing.NewFraction(1, 0)
	require.ErrorIs(t, err, licensing.ErrFraction)

	kept := half
	require.ErrorIs(t, kept.UnmarshalText([]byte("1/0")), licensing.ErrFraction)
	assert.True(t, kept.Equal(half))
}

func TestFractionsComeBackFromJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		numerator, denominator := rapid.Int64().Draw(t, "numerator"), rapid.Int64().Filter(func(n int64) bool { return n != 0 }).Draw(t, "denominator")
		f, err := licensing.NewFraction(numerator, denominator)
		require.NoError(t, err)
		require.Zero(t, f.Rat().Cmp(big.NewRat(numerator, denominator)))
		text, err := json.Marshal(f)
		require.NoError(t, err)
		var back licensing.Fraction
		require.NoError(t, json.Unmarshal(text, &back))
		require.True(t, f.Equal(back))
	})
}
