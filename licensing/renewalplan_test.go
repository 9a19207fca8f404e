package licensing_test

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// pool gives keys of so many licences, named by their places.
func pool(licences ...int) []licensing.LicenceKey {
	var keys []licensing.LicenceKey
	for i, n := range licences {
		keys = append(keys, named(fmt.Sprint("k", i+1), n))
	}
	return keys
}

func untilEnd(end string) licensing.Goal { return licensing.Goal{End: day(end)} }

func forLicences(n int) licensing.Goal { return licensing.Goal{Licences: n} }

func forBoth(n int, end string) licensing.Goal { return licensing.Goal{End: day(end), Licences: n} }

// told gives the redemptions of a plan, as in k1 extendEndDate.
func told(p licensing.RenewalPlan) []string {
	var steps []string
	for _, result := range p.Extension.Results {
		steps = append(steps, result.Key+" "+result.Action.String())
	}
	return steps
}

func TestPlanRenewal(t *testing.T) {
	was := active(10, "2021-12-01") // two months after the day of redemption
	tests := []struct {
		name   string
		was    licensing.Subscription
		keys   []licensing.LicenceKey
		goal   licensing.Goal
		by     licensing.Reckoning
		steps  []string
		after  licensing.Subscription
		wasted string
		kept   []string
	}{
		{
			"the goal is met as it is", was, pool(10), untilEnd("2021-12-01"), by(),
			nil, was, "0",
			[]string{"k1"},
		},
		{
			"a year more: the key of 10, not that of 25", was, pool(25, 10), untilEnd("2022-12-01"), by(),
			[]string{"k2 extendEndDate"},
			active(10, "2022-12-01"), "0",
			[]string{"k1"},
		},
		{
			"a day more than a year needs the larger key: 10 licences for 18 months less a day, 1/30 of November", was, pool(25, 10), untilEnd("2022-12-02"), by(),
			[]string{"k1 extendEndDate"},
			active(10, "2024-06-01"), "5570/31",
			[]string{"k2"},
		},
		{
			"of two keys of one size the first", was, pool(10, 10), untilEnd("2022-12-01"), by(),
			[]string{"k1 extendEndDate"},
			active(10, "2022-12-01"), "0",
			[]string{"k2"},
		},
		{
			"15 licences on two keys waste less than 20 on one: 12 months and 6", was, pool(20, 10, 5), untilEnd("2023-06-01"), by(),
			[]string{"k2 extendEndDate", "k3 extendEndDate"},
			active(10, "2023-06-01"), "0",
			[]string{"k1"},
		},
		{
			"20 on one lose no day to rounding, which 15 on two do: 9 3/5 months end with 18 of 18 days, 8 2/5 more with 12 of 12.4", was, pool(20, 8, 7), untilEnd("2023-06-01"), by(),
			[]string{"k1 extendEndDate"},
			active(10, "2023-12-01"), "60",
			[]string{"k2", "k3"},
		},
		{
			"of as many licences, those on fewer keys", was, pool(5, 5, 10), untilEnd("2022-12-01"), by(),
			[]string{"k3 extendEndDate"},
			active(10, "2022-12-01"), "0",
			[]string{"k1", "k2"},
		},
		{
			"twenty licences, whatever becomes of the time", was, pool(25, 10), forLicences(20), by(),
			[]string{"k2 addLicences"},
			active(20, "2022-05-01"), "0",
			[]string{"k1"},
		},
		{
			"both: (10 × 2 + 10 × 12) ÷ 20 = 7 months, and 12 × 20 ÷ 20 more", was, pool(10, 20), forBoth(20, "2023-05-01"), by(),
			[]string{"k1 addLicences", "k2 extendEndDate"},
			active(20, "2023-05-01"), "0", nil,
		},
		{
			"what is more than three times must be added to first", active(2, "2021-12-01"), pool(18, 4), forBoth(6, "2024-10-01"), by(),
			[]string{"k2 addLicences", "k1 extendEndDate"},
			active(6, "2025-06-21"), "52", nil,
		},
		{
			"an expired subscription is activated first", inactive(licensing.StatusExpired), pool(5, 10), forBoth(5, "2023-10-01"), by(),
			[]string{"k1 activateAsNew", "k2 extendEndDate"},
			active(5, "2024-10-01"), "60", nil,
		},
		{
			"none yet, and only an end date is wanted", inactive(licensing.StatusNone), pool(5, 10), untilEnd("2022-10-01"), by(),
			[]string{"k1 activateAsNew"},
			active(5, "2022-10-01"), "0",
			[]string{"k2"},
		},
		{
			"in days: 61 + 365, and 20 × 184 ÷ 20 of them", was, pool(10, 10), forBoth(20, "2022-05-02"), by(licensing.CalendarDays),
			[]string{"k1 addLicences"},
			active(20, "2022-05-02"), "0",
			[]string{"k2"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := licensing.PlanRenewal(licensing.RenewalRequest{
				Subscription: tt.was, Keys: tt.keys, Day: day("2021-10-01"), Goal: tt.goal, Reckoning: tt.by,
			})
			require.NoError(t, err)
			assert.Equal(t, licensing.PlanFound, got.Status)
			assert.Equal(t, tt.steps, told(got))
			assert.Equal(t, tt.after, got.Extension.After)
			assert.Equal(t, tt.wasted+" licence-"+unitOf(tt.by), got.Wasted.String(), "wasted")
			assert.Equal(t, tt.kept, got.Kept)
			assertRoundTrip(t, got)
		})
	}
}

func TestPlanRenewalThatIsImpossible(t *testing.T) {
	was := active(10, "2021-12-01")
	tests := []struct {
		name     string
		was      licensing.Subscription
		keys     []licensing.LicenceKey
		goal     licensing.Goal
		by       licensing.Reckoning
		obstacle licensing.PlanObstacle
		most     int
		latest   string
		refusal  rules.ID
	}{
		{"no keys", was, nil, untilEnd("2021-12-02"), by(), licensing.ObstacleNoKeys, 10, "2021-12-01", ""},
		{"too few licences: 10 + 5 + 7", was, pool(5, 7), forLicences(23), by(), licensing.ObstacleTooFewLicences, 22, "", ""},
		{"too little time: 12 × 10 ÷ 10 months more", was, pool(10), untilEnd("2022-12-02"), by(), licensing.ObstacleTooLittleTime, 20, "2022-12-01", ""},
		{
			"too little time for so many: (10 × 2 + 12 × 30) ÷ 20 = 19 months", was, pool(10, 20), forBoth(20, "2023-05-02"), by(),
			licensing.ObstacleTooLittleTime, 40, "2023-05-01", "",
		},
		{
			"time enough, but on a key of more than three times", active(2, "2021-12-01"), pool(18), untilEnd("2024-10-01"), by(),
			licensing.ObstacleRefused, 20, "2022-09-01", factor,
		},
		{
			"time enough, but past three years from the redemption", was, pool(10, 10, 10), untilEnd("2024-10-02"), by(licensing.LimitResultingEnd),
			licensing.ObstacleRefused, 40, "2023-12-01", limit,
		},
		{
			"time enough, but not once it is rounded: 12 × 2 ÷ 7 months twice", active(7, "2021-12-31"), pool(2, 2), untilEnd("2022-07-26"), by(),
			licensing.ObstacleOutOfReach, 11, "2022-07-25", "",
		},
		{
			"time enough, but one key cannot both activate and extend", inactive(licensing.StatusExpired), pool(25), untilEnd("2022-10-02"), by(),
			licensing.ObstacleOutOfReach, 25, "2022-10-01", "",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := licensing.PlanRenewal(licensing.RenewalRequest{
				Subscription: tt.was, Keys: tt.keys, Day: day("2021-10-01"), Goal: tt.goal, Reckoning: tt.by,
			})
			require.NoError(t, err)
			assert.Equal(t, licensing.PlanImpossible, got.Status)
			assert.Equal(t, tt.obstacle, got.Obstacle)
			assert.Equal(t, tt.most, got.MostLicences)
			assert.Equal(t, tt.latest, got.LatestEnd.String())
			assert.Empty(t, got.Extension.Results)
			assert.Equal(t, tt.refusal == "", got.Refusal.Status == 0)
			if tt.refusal != "" {
				assert.Equal(t, rules.No, got.Refusal.Outcome)
				assert.True(t, slices.ContainsFunc(got.Refusal.Findings, func(f rules.Finding[rules.Truth]) bool { return f.Rule == tt.refusal }))
			}
			assertRoundTrip(t, got)
		})
	}
}

func TestKeysThatMayNotBeRedeemedAreLeftOut(t *testing.T) {
	keys := pool(10, 10, 10, 10, 10)
	keys[0].Redeemed = rules.Yes
	keys[1].Redeemed = rules.Unknown
	keys[2].Product = "Power BI Pro"
	keys[3].Expires = day("2021-09-30")
	got, err := licensing.PlanRenewal(licensing.RenewalRequest{
		Subscription: active(10, "2021-12-01"), Keys: keys, Day: day("2021-10-01"), Goal: untilEnd("2022-12-01"), Reckoning: by(),
	})
	require.NoError(t, err)
	assert.Equal(t, []string{"k5 extendEndDate"}, told(got))
	require.Len(t, got.Excluded, 4)
	for i, want := range []rules.ID{once, "", product, expired} {
		excluded := got.Excluded[i]
		assert.Equal(t, keys[i].ID, excluded.Key)
		if want == "" {
			assert.Equal(t, []string{"redeemed"}, excluded.Decision.Missing)
			continue
		}
		assert.Equal(t, rules.No, excluded.Decision.Outcome)
		assert.True(t, slices.ContainsFunc(excluded.Decision.Findings, func(f rules.Finding[rules.Truth]) bool { return f.Rule == want && f.Says == rules.No }))
	}
	assertRoundTrip(t, got)
}

func TestPlansGoByTheRulesTheyAreAskedOf(t *testing.T) {
	request := licensing.RenewalRequest{
		Subscription: active(2, "2021-12-01"), Keys: pool(18), Day: day("2021-10-01"), Goal: untilEnd("2024-10-01"), Reckoning: by(),
	}
	off := with(t, `"switchOff": ["licensing.redemption.factor", "licensing.redemption.limit"]`)
	got, err := off.PlanRenewal(request)
	require.NoError(t, err)
	assert.Equal(t, []string{"k1 extendEndDate"}, told(got))

	request.Subscription.Licences = 6
	noExtension := with(t, `"switchOff": ["licensing.redemption.extend"]`)
	got, err = noExtension.PlanRenewal(request)
	require.NoError(t, err)
	assert.Equal(t, licensing.PlanImpossible, got.Status)
	assert.Equal(t, licensing.ObstacleRefused, got.Obstacle)
	assert.Equal(t, rules.Unanswered, got.Refusal.Status, "no rule permits it")
}

// bestByBruteForce tries every sequence of redemptions, one at a time, and gives the best that meets the goal.
type bruteForce struct {
	request licensing.RenewalRequest
	wanted  int
	best    *sequence
	latest  terms.Day
	tried   int
}

type sequence struct {
	after  licensing.Subscription
	places []int
	onKeys int
}

func (b *bruteForce) try(at sequence) {
	b.tried++
	if at.after.Status == licensing.StatusActive && at.after.Licences >= b.wanted {
		if at.after.End.After(b.latest) {
			b.latest = at.after.End
		}
		if !at.after.End.Before(b.request.Goal.End) && (b.best == nil || at.compare(*b.best) < 0) {
			found := at
			b.best = &found
		}
	}
	for place, key := range b.request.Keys {
		if slices.Contains(at.places, place) {
			continue
		}
		for _, action := range []licensing.KeyAction{licensing.ExtendEndDate, licensing.AddLicences, licensing.ActivateAsNew} {
			made, err := licensing.Extend(at.after, b.request.Reckoning, licensing.KeyRedemption{Key: key, Action: action, Day: b.request.Day})
			if err == nil {
				b.try(sequence{made.After, append(slices.Clone(at.places), place), at.onKeys + key.Licences})
			}
		}
	}
}

func (s sequence) compare(other sequence) int {
	return cmp.Or(
		cmp.Compare(s.onKeys, other.onKeys), cmp.Compare(len(s.places), len(other.places)), -s.after.End.Compare(other.after.End),
		-cmp.Compare(s.after.Licences, other.after.Licences),
		slices.Compare(slices.Sorted(slices.Values(s.places)), slices.Sorted(slices.Values(other.places))),
	)
}

func tryAll(request licensing.RenewalRequest) *bruteForce {
	b := &bruteForce{request: request, wanted: request.Goal.Licences}
	if b.wanted == 0 {
		b.wanted = max(request.Subscription.Licences, 1)
	}
	b.try(sequence{after: request.Subscription})
	return b
}

// agreesWithBruteForce holds a plan to the best of all sequences.
func agreesWithBruteForce(t require.TestingT, request licensing.RenewalRequest) {
	got, err := licensing.PlanRenewal(request)
	require.NoError(t, err)
	b := tryAll(request)
	if b.best == nil {
		require.Equal(t, licensing.PlanImpossible, got.Status)
		require.NotZero(t, got.Obstacle)
		require.Equal(t, b.latest, got.LatestEnd, "the latest end")
		return
	}
	require.Equal(t, licensing.PlanFound, got.Status)
	places, onKeys := []int{}, 0
	for _, result := range got.Extension.Results {
		place := slices.IndexFunc(request.Keys, func(k licensing.LicenceKey) bool { return k.ID == result.Key })
		places, onKeys = append(places, place), onKeys+request.Keys[place].Licences
	}
	require.Zero(t, sequence{got.Extension.After, places, onKeys}.compare(*b.best), "%v, want %v", got.Extension.After, b.best)
	require.Len(t, got.Kept, len(request.Keys)-len(places))
}

func TestPlansAgreeWithBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		on := dates().Draw(t, "day")
		was := active(rapid.IntRange(1, 12).Draw(t, "active licences"), on.AddDays(rapid.IntRange(0, 500).Draw(t, "days left")).String())
		if rapid.IntRange(0, 4).Draw(t, "inactive") == 0 {
			was = inactive(licensing.StatusExpired)
		}
		keys := pool(rapid.SliceOfN(rapid.IntRange(1, 15), 0, 4).Draw(t, "keys")...)
		request := licensing.RenewalRequest{Subscription: was, Keys: keys, Day: on, Reckoning: reckonings().Draw(t, "reckoning")}
		if rapid.Bool().Draw(t, "an end date is wanted") {
			request.Goal.End = on.AddDays(rapid.IntRange(1, 1600).Draw(t, "days wanted"))
		}
		if request.Goal.End.IsZero() || rapid.Bool().Draw(t, "licences are wanted") {
			request.Goal.Licences = rapid.IntRange(1, 40).Draw(t, "licences wanted")
		}
		agreesWithBruteForce(t, request)

		// The latest end there is, and a day more, are where the bounds of the search could be wrong.
		if latest := tryAll(request).latest; latest.After(on) {
			request.Goal.End = latest
			agreesWithBruteForce(t, request)
			request.Goal.End = latest.AddDays(1)
			agreesWithBruteForce(t, request)
		}
	})
}

func TestAPlanOfFiveKeysAgreesWithBruteForce(t *testing.T) {
	for _, limit := range []licensing.ExtensionLimit{licensing.LimitAddedTime, licensing.LimitResultingEnd} {
		agreesWithBruteForce(t, licensing.RenewalRequest{
			Subscription: active(7, "2022-02-11"), Keys: pool(3, 11, 4, 8, 5), Day: day("2021-10-31"),
			Goal: forBoth(12, "2023-02-28"), Reckoning: by(limit),
		})
	}
}

// twelveByDynamicProgramming gives the fewest licences on keys of a pool by which so many licences last to a day, and −1 if
// none do: by the latest end of every way to leave, add or extend by each key, from the state with one key less.
func twelveByDynamicProgramming(licences, left int, sizes []int, wanted, daysWanted int) int {
	ways := 1
	for range sizes {
		ways *= 3
	}
	latest, fewest := make([]int, ways), -1
	for way := range ways {
		had, onKeys, rest := licences, 0, way
		latest[way] = -1
		if way == 0 {
			latest[way] = left
		}
		digits := make([]int, len(sizes))
		for i, size := range sizes {
			digits[i], rest = rest%3, rest/3
			if digits[i] == 1 {
				had += size
			}
			if digits[i] > 0 {
				onKeys += size
			}
		}
		place := 1
		for i, size := range sizes {
			switch before := latest[way-digits[i]*place]; {
			case digits[i] == 1 && before >= 0:
				latest[way] = max(latest[way], ((had-size)*before+size*365)/had)
			case digits[i] == 2 && before >= 0 && size <= 3*had:
				latest[way] = max(latest[way], (had*before+size*365)/had)
			}
			place *= 3
		}
		if had >= wanted && latest[way] >= daysWanted && (fewest < 0 || onKeys < fewest) {
			fewest = onKeys
		}
	}
	return fewest
}

func TestPlansOfTwelveKeys(t *testing.T) {
	sizes := []int{3, 5, 8, 11, 17, 19, 23, 29, 31, 37, 41, 2}
	on := day("2022-10-01")
	tests := []struct{ licences, left, wanted, days int }{
		{4, 61, 4, 365},
		{4, 61, 30, 365},
		{4, 61, 120, 364},
		{4, 61, 100, 700},
		{1, 0, 226, 300},
		{20, 100, 20, 2000},
		{20, 100, 45, 1900},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%d licences for %d days", tt.wanted, tt.days), func(t *testing.T) {
			t.Parallel()
			want := twelveByDynamicProgramming(tt.licences, tt.left, sizes, tt.wanted, tt.days)
			got, err := licensing.PlanRenewal(licensing.RenewalRequest{
				Subscription: active(tt.licences, on.AddDays(tt.left).String()), Keys: pool(sizes...), Day: on,
				Goal: licensing.Goal{End: on.AddDays(tt.days), Licences: tt.wanted}, Reckoning: by(licensing.CalendarDays),
			})
			require.NoError(t, err)
			if want < 0 {
				require.Equal(t, licensing.PlanImpossible, got.Status)
				return
			}
			require.Equal(t, licensing.PlanFound, got.Status)
			onKeys := 0
			for _, result := range got.Extension.Results {
				place := slices.IndexFunc(pool(sizes...), func(k licensing.LicenceKey) bool { return k.ID == result.Key })
				onKeys += sizes[place]
			}
			require.Equal(t, want, onKeys)
			require.False(t, got.Extension.After.End.Before(on.AddDays(tt.days)))
			require.GreaterOrEqual(t, got.Extension.After.Licences, tt.wanted)
		})
	}
}

func TestASearchStopsAtItsBound(t *testing.T) {
	var sizes []int
	for n := range 40 {
		sizes = append(sizes, 7+n*(n+1))
	}
	request := licensing.RenewalRequest{
		Subscription: active(37, "2023-05-20"), Keys: pool(sizes...), Day: day("2023-02-11"), Goal: forBoth(645, "2024-02-09"), Reckoning: by(),
	}
	got, err := licensing.PlanRenewal(request)
	require.NoError(t, err)
	assert.Equal(t, licensing.PlanStopped, got.Status)
	assert.Greater(t, got.Steps, 1_700_000)
	assert.Positive(t, got.FewestOnKeys)
	assert.NotEmpty(t, got.Extension.Results, "a plan that meets the goal, though a better one may be there")
	assert.False(t, got.Extension.After.End.Before(request.Goal.End))
	assert.GreaterOrEqual(t, got.Extension.After.Licences, 645)
	assertRoundTrip(t, got)

	request.Goal = untilEnd("2099-01-01")
	got, err = licensing.PlanRenewal(request)
	require.NoError(t, err)
	assert.Equal(t, licensing.PlanStopped, got.Status)
	assert.Empty(t, got.Extension.Results, "the simple rule finds none")
	assertRoundTrip(t, got)
}

func TestManyKeysOfOneSizeAreNoBound(t *testing.T) {
	sizes := slices.Repeat([]int{25, 10}, 20)
	got, err := licensing.PlanRenewal(licensing.RenewalRequest{
		Subscription: active(25, "2021-12-01"), Keys: pool(sizes...), Day: day("2021-10-01"), Goal: forBoth(250, "2023-10-01"), Reckoning: by(),
	})
	require.NoError(t, err)
	require.Equal(t, licensing.PlanFound, got.Status)
	assert.Equal(t, 250, got.Extension.After.Licences)
}

func TestPlanRenewalRefusesRequests(t *testing.T) {
	sound := licensing.RenewalRequest{
		Subscription: active(10, "2021-12-01"), Keys: pool(10), Day: day("2021-10-01"), Goal: untilEnd("2022-12-01"), Reckoning: by(),
	}
	tests := []struct {
		name   string
		change func(*licensing.RenewalRequest)
		field  string
	}{
		{"no subscription", func(q *licensing.RenewalRequest) { q.Subscription = licensing.Subscription{} }, "subscription/product"},
		{"no reckoning", func(q *licensing.RenewalRequest) { q.Reckoning = licensing.Reckoning{} }, "reckoning/unit"},
		{"no day", func(q *licensing.RenewalRequest) { q.Day = terms.Day{} }, "day"},
		{"no goal", func(q *licensing.RenewalRequest) { q.Goal = licensing.Goal{} }, "goal"},
		{"an end on the day of redemption", func(q *licensing.RenewalRequest) { q.Goal.End = q.Day }, "goal/end"},
		{"negative licences", func(q *licensing.RenewalRequest) { q.Goal.Licences = -1 }, "goal/licences"},
		{"a key of no licences", func(q *licensing.RenewalRequest) { q.Keys = pool(10, 0) }, "keys/1/licences"},
		{"a key given twice", func(q *licensing.RenewalRequest) { q.Keys = append(pool(10), pool(10)...) }, "keys/1/id"},
		{"too many keys", func(q *licensing.RenewalRequest) { q.Keys = pool(slices.Repeat([]int{1}, 251)...) }, "keys"},
		{"a day after which 12 months end after all days", func(q *licensing.RenewalRequest) { q.Day, q.Goal.End = day("9999-01-01"), day("9999-12-31") }, "day"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			request := sound
			tt.change(&request)
			_, err := licensing.PlanRenewal(request)
			require.ErrorIs(t, err, licensing.ErrRequest)
			var wrong *licensing.RequestError
			require.ErrorAs(t, err, &wrong)
			assert.Equal(t, tt.field, wrong.Field)
		})
	}
}
