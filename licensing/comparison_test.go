package licensing_test

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

func TestCompareCourses(t *testing.T) {
	type course struct {
		licences   int
		end        string
		seatMonths string
		meets      bool
		refused    rules.ID
	}
	refused := func(id rules.ID) course { return course{seatMonths: "0", refused: id} }
	on := day("2021-10-01")
	tests := []struct {
		name                    string
		was                     licensing.Subscription
		keys                    []licensing.LicenceKey
		goal                    licensing.Goal
		keep, add, extend, anew course
		stretches               []licensing.Stretch // of starting anew
	}{
		{
			"10 licences with 2 months left, and a key of 10: 10 × 2 + 10 × 12 = 140 seat-months each way",
			active(10, "2021-12-01"), pool(10), untilEnd("2022-12-01"),
			course{10, "2021-12-01", "20", false, ""},
			course{20, "2022-05-01", "140", false, ""},
			course{10, "2022-12-01", "140", true, ""},
			course{10, "2022-12-02", "140", true, ""},
			[]licensing.Stretch{{From: on, End: day("2021-12-01"), Licences: 10}, {From: day("2021-12-02"), End: day("2022-12-02"), Licences: 10}},
		},
		{
			"a key of more than three times cannot extend, but it can start anew; adding leaves 1/3 of a day over for each of 30",
			active(5, "2021-12-01"), pool(25), forLicences(20),
			course{5, "2021-12-01", "10", false, ""},
			course{30, "2022-08-11", "9600/31", true, ""},
			refused(factor),
			course{25, "2022-12-02", "310", true, ""},
			[]licensing.Stretch{{From: on, End: day("2021-12-01"), Licences: 5}, {From: day("2021-12-02"), End: day("2022-12-02"), Licences: 25}},
		},
		{
			"two keys start anew together", active(10, "2021-10-01"), pool(5, 15), forBoth(20, "2022-10-02"),
			course{10, "2021-10-01", "0", false, ""},
			course{30, "2022-06-01", "240", false, ""},
			course{10, "2023-10-01", "240", false, ""},
			course{20, "2022-10-02", "240", true, ""},
			[]licensing.Stretch{{From: on, End: on, Licences: 10}, {From: day("2021-10-02"), End: day("2022-10-02"), Licences: 20}},
		},
		{
			"an expired subscription can only start anew, on the day itself", active(10, "2021-09-30"), pool(5),
			licensing.Goal{},
			course{0, "", "0", false, ""},
			refused(notActive),
			refused(notActive),
			course{5, "2022-10-01", "60", false, ""},
			[]licensing.Stretch{{From: on, End: day("2022-10-01"), Licences: 5}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := licensing.CompareCourses(licensing.RenewalRequest{
				Subscription: tt.was, Keys: tt.keys, Day: on, Goal: tt.goal, Reckoning: by(),
			})
			require.NoError(t, err)
			require.Len(t, got.Courses, 4)
			assert.Empty(t, got.Excluded)
			assertRoundTrip(t, got)
			for i, want := range []course{tt.keep, tt.add, tt.extend, tt.anew} {
				c := got.Courses[i]
				assert.Equal(t, licensing.CourseKind(i+1), c.Kind)
				assert.Equal(t, want.licences, c.Licences, c.Kind)
				assert.Equal(t, want.end, c.End.String(), c.Kind)
				assert.Equal(t, want.seatMonths, c.SeatMonths.String(), c.Kind)
				assert.Equal(t, want.meets, c.MeetsGoal, c.Kind)
				assert.Equal(t, want.refused != "", c.IsRefused(), c.Kind)
				if c.IsRefused() {
					assert.Equal(t, tt.keys[0].ID, c.RefusedKey)
					assert.Equal(t, rules.No, c.Refusal.Outcome)
				}
			}
			assert.Equal(t, tt.stretches, got.Courses[3].Stretches)
		})
	}
}

func TestWithoutAKeyThereIsNothingButToKeep(t *testing.T) {
	used := pool(5)
	used[0].Redeemed = rules.Yes
	for _, keys := range [][]licensing.LicenceKey{nil, used} {
		got, err := licensing.CompareCourses(licensing.RenewalRequest{
			Subscription: active(10, "2021-12-01"), Keys: keys, Day: day("2021-10-01"), Goal: untilEnd("2021-12-01"), Reckoning: by(),
		})
		require.NoError(t, err)
		require.Len(t, got.Courses, 1)
		assert.Equal(t, licensing.CourseKeep, got.Courses[0].Kind)
		assert.Equal(t, "20", got.Courses[0].SeatMonths.String())
		assert.True(t, got.Courses[0].MeetsGoal)
		assert.Len(t, got.Excluded, len(keys))
	}
}

func TestSeatMonthsAreTheSameEachWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		on := dates().Draw(t, "day")
		was := active(rapid.IntRange(1, 50).Draw(t, "active licences"), on.AddDays(rapid.IntRange(0, 700).Draw(t, "days left")).String())
		keys := pool(rapid.SliceOfN(rapid.IntRange(1, 3*was.Licences), 1, 3).Draw(t, "keys")...)
		got, err := licensing.CompareCourses(licensing.RenewalRequest{Subscription: was, Keys: keys, Day: on, Reckoning: by()})
		require.NoError(t, err)
		want := times(whole(was.Licences), monthsFrom(on, was.End))
		most := 0 // licences at any time
		for _, key := range keys {
			want, most = sum(want, whole(12*key.Licences)), most+key.Licences
		}
		for _, course := range got.Courses[1:] {
			off := sum(want, new(big.Rat).Neg(course.SeatMonths.Rat()))
			// Each key rounds off less than a day, and counting months from another day makes less than three days' difference.
			allowed := times(whole(was.Licences+most), big.NewRat(int64(4*len(keys)+4), 28))
			require.LessOrEqual(t, new(big.Rat).Abs(off).Cmp(allowed), 0, "%s: %s, want %s", course.Kind, course.SeatMonths, want)
		}
	})
}

func TestCompareCoursesRefusesRequests(t *testing.T) {
	_, err := licensing.CompareCourses(licensing.RenewalRequest{})
	require.ErrorIs(t, err, licensing.ErrRequest)

	_, err = licensing.CompareCourses(licensing.RenewalRequest{
		Subscription: active(1, "2021-12-01"), Keys: pool(1), Day: terms.Day{}, Reckoning: by(),
	})
	require.ErrorIs(t, err, licensing.ErrRequest)
}

func TestCompareCoursesLeavesKeysOut(t *testing.T) {
	keys := pool(5, 10, 10)
	keys[0].Redeemed, keys[1].Redeemed = rules.Unknown, rules.Yes
	got, err := licensing.CompareCourses(licensing.RenewalRequest{
		Subscription: active(10, "2021-12-01"), Keys: keys, Day: day("2021-10-01"), Reckoning: by(),
	})
	require.NoError(t, err)
	assert.Equal(t, "2022-05-01", got.Courses[1].End.String(), "with the last key alone")
	require.Len(t, got.Excluded, 2)
	assert.Equal(t, []string{"redeemed"}, got.Excluded[0].Decision.Missing)
	assert.Equal(t, rules.No, got.Excluded[1].Decision.Outcome)
	assertRoundTrip(t, got)

	keys = pool(10)
	keys[0].Expires = day("2021-12-01")
	got, err = licensing.CompareCourses(licensing.RenewalRequest{
		Subscription: active(10, "2021-12-01"), Keys: keys, Day: day("2021-10-01"), Reckoning: by(),
	})
	require.NoError(t, err)
	assert.False(t, got.Courses[2].IsRefused())
	assert.True(t, got.Courses[3].IsRefused(), "the benefit has expired by the day to start anew")
}
