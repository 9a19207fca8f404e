package licensing_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

func FuzzParseProductKey(f *testing.F) {
	for _, seed := range []string{
		"", "-", secretKey, maskedKey, secretLongKey, maskedLongKey, strings.ToLower(secretLongKey), "01234567-89ab-cdef-0123-456789abcdef",
		secretLongKey[:8] + "--" + secretLongKey[8:], strings.Repeat("A", 257), strings.Repeat("é", 16), "A\xff",
	} {
		for kind := range uint8(7) {
			f.Add(kind, seed)
		}
	}
	f.Fuzz(func(t *testing.T, kind uint8, in string) {
		key, err := licensing.ParseProductKey(licensing.KeyKind(kind), in)
		if err != nil {
			require.True(t, errors.Is(err, licensing.ErrProductKey) || errors.Is(err, licensing.ErrRequest))
			require.True(t, key.IsZero())
			if errors.Is(err, licensing.ErrProductKey) && !strings.HasPrefix(strings.TrimSpace(in), "*****") {
				_, other := licensing.ParseProductKey(licensing.KeyKind(kind), shape(in))
				require.EqualError(t, other, err.Error(), "the error tells more than the shape of the text")
			}
			return
		}
		again, err := licensing.ParseProductKey(key.Kind(), strings.ToLower(key.Reveal()))
		require.NoError(t, err)
		require.Equal(t, key, again)
		require.Equal(t, key.ID(), again.ID())
		_, err = licensing.ParseProductKey(key.Kind(), key.String())
		require.ErrorIs(t, err, licensing.ErrProductKey, "the masked text is a key")
	})
}

func FuzzParseFraction(f *testing.F) {
	for _, seed := range []string{"", "0", "-7", "19/2", "38/4", "1/0", "1e999999", "0x1/2", "1.5", strings.Repeat("9", 128), "-1/" + strings.Repeat("9", 125)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		fraction, err := licensing.ParseFraction(in)
		if err != nil {
			require.ErrorIs(t, err, licensing.ErrFraction)
			return
		}
		again, err := licensing.ParseFraction(fraction.String())
		require.NoError(t, err)
		require.True(t, fraction.Equal(again))
		require.LessOrEqual(t, len(fraction.String()), len(in), "a fraction in lowest terms is not longer")
	})
}

func FuzzParseLicenceTime(f *testing.F) {
	for _, seed := range []string{"", "0 days", "-7 months", "19/2 licence-days", "38/4 licence-months", "1/0 days", "7", " days", "7  days", "7 days "} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		time, err := licensing.ParseLicenceTime(in)
		if err != nil {
			require.ErrorIs(t, err, licensing.ErrFraction)
			return
		}
		require.False(t, time.IsZero())
		assertRoundTrip(t, time)
	})
}

// FuzzRenewal reads requests, and holds what comes of those that are accepted to come back from JSON, and to keep what the
// request has: no key is redeemed twice, and a plan that is found meets its goal.
func FuzzRenewal(f *testing.F) {
	for _, request := range []licensing.RenewalRequest{
		{},
		{Subscription: active(10, "2021-12-01"), Keys: pool(10, 25), Day: day("2021-10-01"), Goal: forBoth(20, "2022-12-01"), Reckoning: by()},
		{Subscription: inactive(licensing.StatusExpired), Keys: pool(5), Day: day("2024-02-29"), Goal: forLicences(6), Reckoning: by(licensing.CalendarDays, licensing.RoundUp)},
		{Subscription: active(1_000_000, "9999-12-31"), Keys: pool(1_000_000, 1), Day: day("9998-12-31"), Goal: untilEnd("9999-12-31"), Reckoning: by(licensing.LimitResultingEnd)},
	} {
		text, err := json.Marshal(request)
		require.NoError(f, err)
		f.Add(text)
	}
	const most = 5 // keys, so that an input takes no seconds
	f.Fuzz(func(t *testing.T, data []byte) {
		var request licensing.RenewalRequest
		if terms.Decode(bytes.NewReader(data), &request) != nil || len(request.Keys) > most {
			return
		}
		compared, err := licensing.CompareCourses(request)
		if errors.Is(err, rules.ErrNoFigure) {
			require.True(t, request.Day.Before(day("2020-07-13")), "before the record")
			return
		}
		if err != nil {
			require.ErrorIs(t, err, licensing.ErrRequest)
			return
		}
		assertRoundTrip(t, compared)
		plan, err := licensing.PlanRenewal(request)
		if err != nil {
			require.ErrorIs(t, err, licensing.ErrRequest)
			return
		}
		assertRoundTrip(t, plan)
		seen := map[string]bool{}
		for _, result := range plan.Extension.Results {
			require.False(t, seen[result.Key])
			seen[result.Key] = true
		}
		if plan.Status == licensing.PlanFound {
			require.False(t, plan.Extension.After.End.Before(request.Goal.End))
			require.GreaterOrEqual(t, plan.Extension.After.Licences, request.Goal.Licences)
		}
	})
}

func FuzzDecodeCoTermination(f *testing.F) {
	for _, c := range []licensing.CoTermination{
		{},
		withCalendar(licensing.OneYear, "2022-07-15"), withOther(licensing.ThreeYears, "2022-07-01", licensing.OneYear, "2022-10-01"),
		withOther(licensing.ThreeYears, "9996-01-01", licensing.OneMonth, "0001-01-02"),
	} {
		text, err := json.Marshal(c)
		require.NoError(f, err)
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var c licensing.CoTermination
		if terms.Decode(bytes.NewReader(data), &c) != nil {
			return
		}
		got, err := licensing.CoTerminate(c)
		if err != nil {
			return
		}
		assertRoundTrip(t, got)
		require.Equal(t, got.First.RenewalDay(), got.Next.First)
		for _, start := range []licensing.CycleStart{licensing.CycleFromMonthEnd, licensing.CycleOnSameDay} {
			cycles, err := c.Term.BillingCycles(got.First, licensing.Monthly, start)
			require.NoError(t, err)
			assertCovers(t, cycles, got.First)
		}
	})
}

func FuzzDecodeCoreRequest(f *testing.F) {
	for _, q := range []licensing.CoreRequest{
		{},
		{Day: day("2018-04-22"), Machines: []licensing.HybridMachines{{Cores: 4, Machines: 1}, {Cores: 12, Machines: 2}}},
		{Day: day("2025-09-03"), Machines: []licensing.HybridMachines{{Cores: 1_000_000, Machines: 1_000_000}}, Counting: licensing.CountInSets},
	} {
		text, err := json.Marshal(q)
		require.NoError(f, err)
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var q licensing.CoreRequest
		if terms.Decode(bytes.NewReader(data), &q) != nil {
			return
		}
		got, err := licensing.CoreLicences(q)
		if err != nil {
			return
		}
		assertRoundTrip(t, got)
		cores := 0
		for _, m := range q.Machines {
			cores += m.Cores * m.Machines
		}
		require.GreaterOrEqual(t, got.Licences, cores)
		require.GreaterOrEqual(t, got.Processors*16, got.Licences)
	})
}
