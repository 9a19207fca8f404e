package licensing_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/licensing"
)

func TestParseLicenceTime(t *testing.T) {
	tests := []struct {
		text    string
		measure licensing.TimeMeasure
		rounded string
	}{
		{"7 months", licensing.MonthsEach, "7.0 months"},
		{"915/2 days", licensing.DaysEach, "457.5 days"},
		{"19/2 licence-months", licensing.LicenceMonths, "9.5 licence-months"},
		{"-1 licence-days", licensing.LicenceDays, "-1.0 licence-days"},
		{"0 licence-days", licensing.LicenceDays, "0.0 licence-days"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			t.Parallel()
			got, err := licensing.ParseLicenceTime(tt.text)
			require.NoError(t, err)
			assert.Equal(t, tt.measure, got.Measure())
			assert.Equal(t, tt.text, got.String())
			assert.Equal(t, tt.rounded, got.Text(1))
			assert.False(t, got.IsZero())
			assertRoundTrip(t, got)
		})
	}
	shortened, err := licensing.ParseLicenceTime("38/4 months")
	require.NoError(t, err)
	assert.Equal(t, "19/2 months", shortened.String())
	other, err := licensing.ParseLicenceTime("19/2 days")
	require.NoError(t, err)
	assert.False(t, shortened.Equal(other), "half as much of another measure is another time")
}

func TestTextsThatAreNoLicenceTime(t *testing.T) {
	for _, text := range []string{"", "7", "7 ", " months", "7months", "7  months", "7 month", "7 Months", "7/0 days", "7.5 days", strings.Repeat("9", 200) + " days"} {
		_, err := licensing.ParseLicenceTime(text)
		require.ErrorIs(t, err, licensing.ErrFraction, text)
	}
	kept, err := licensing.ParseLicenceTime("7 months")
	require.NoError(t, err)
	require.Error(t, kept.UnmarshalText([]byte("8")))
	assert.Equal(t, "7 months", kept.String())
	require.NoError(t, kept.UnmarshalText(nil))
	assert.True(t, kept.IsZero())
	assert.Empty(t, kept.Text(1))
	text, err := json.Marshal(kept)
	require.NoError(t, err)
	assert.Equal(t, `""`, string(text))
}
