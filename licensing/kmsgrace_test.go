package licensing_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
)

func TestLastKMSDay(t *testing.T) {
	first, after := licensing.GraceFromActivationDay, licensing.GraceFromDayAfter
	// From 1 January the months have 31, 28 or 29, 31, 30, 31 and 30 days: 181 or 182 to 1 July.
	tests := []struct {
		name      string
		activated string
		count     licensing.GraceCount
		want      string
	}{
		{"day 180 of 2023 is 29 June", "2023-01-01", first, "2023-06-29"},
		{"180 days after the first of 2023 is 30 June", "2023-01-01", after, "2023-06-30"},
		{"in a leap year it is a day earlier", "2024-01-01", first, "2024-06-28"},
		{"in a leap year it is a day earlier, too", "2024-01-01", after, "2024-06-29"},
		{"the day before a leap day", "2024-02-28", after, "2024-08-26"},
		{"a leap day", "2024-02-29", after, "2024-08-27"},
		{"the day after", "2024-03-01", after, "2024-08-28"},
		{"over the end of a year before a leap day", "2023-10-01", after, "2024-03-29"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := licensing.LastKMSDay(day(tt.activated), tt.count)
			require.NoError(t, err)
			assert.Equal(t, tt.want, got.String())
		})
	}
}

func TestLastKMSDayRefuses(t *testing.T) {
	_, err := licensing.LastKMSDay(terms.Day{}, licensing.GraceFromDayAfter)
	require.ErrorIs(t, err, licensing.ErrRequest)
	_, err = licensing.LastKMSDay(day("2023-01-01"), 0)
	require.ErrorIs(t, err, licensing.ErrRequest)
	require.ErrorContains(t, err, `fromActivationDay where nothing speaks for another`)
	_, err = licensing.LastKMSDay(day("9999-12-01"), licensing.GraceFromDayAfter)
	require.ErrorIs(t, err, licensing.ErrRequest)
}

func TestAnOverlayReachesTheGrace(t *testing.T) {
	longer := with(t, `"figures": [{"timeline": "licensing.kms.grace", "span": "2023-01-01/2024-01-01", "value": "P200D"}]`)
	for activated, want := range map[string]string{"2022-12-31": "2023-06-29", "2023-01-01": "2023-07-20", "2024-01-01": "2024-06-29"} {
		got, err := longer.LastKMSDay(day(activated), licensing.GraceFromDayAfter)
		require.NoError(t, err)
		assert.Equal(t, want, got.String())
	}
}
