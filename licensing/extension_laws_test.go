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

func reckonings() *rapid.Generator[licensing.Reckoning] {
	return rapid.Custom(func(t *rapid.T) licensing.Reckoning {
		return licensing.Reckoning{
			Unit:     rapid.SampledFrom([]licensing.TimeUnit{licensing.CalendarMonths, licensing.CalendarDays}).Draw(t, "unit"),
			Rounding: rapid.SampledFrom([]licensing.Rounding{licensing.RoundDown, licensing.RoundNearest, licensing.RoundUp}).Draw(t, "rounding"),
			Limit:    rapid.SampledFrom([]licensing.ExtensionLimit{licensing.LimitAddedTime, licensing.LimitResultingEnd}).Draw(t, "limit"),
			Expiry:   licensing.ExpiryDayCounts,
		}
	})
}

// quantity is an exact number of an oracle.
type quantity = *big.Rat

func whole(n int) quantity { return big.NewRat(int64(n), 1) }

func sum(parts ...quantity) quantity {
	total := new(big.Rat)
	for _, part := range parts {
		total.Add(total, part)
	}
	return total
}

func times(a, b quantity) quantity { return new(big.Rat).Mul(a, b) }

func over(a, b quantity) quantity { return new(big.Rat).Quo(a, b) }

// monthsFrom counts the months from one day to a later one: it steps month by month, and takes the share of the last.
func monthsFrom(from, to terms.Day) quantity {
	months := 0
	for !from.AddMonths(months + 1).After(to) {
		months++
	}
	begun, next := from.AddMonths(months), from.AddMonths(months+1)
	return sum(whole(months), big.NewRat(int64(to.Sub(begun)), int64(next.Sub(begun))))
}

func TestNoTimeIsAddedOrLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reckoning := reckonings().Draw(t, "reckoning")
		on := dates().Draw(t, "day")
		had := rapid.IntRange(1, 250).Draw(t, "active licences")
		was := licensing.Subscription{
			Product: suite, Status: licensing.StatusActive, Licences: had, End: on.AddDays(rapid.IntRange(0, 1500).Draw(t, "days left")),
		}
		action := rapid.SampledFrom([]licensing.KeyAction{licensing.ExtendEndDate, licensing.AddLicences}).Draw(t, "action")
		most := 400
		if action == licensing.ExtendEndDate {
			most = 3 * had
		}
		key := fresh(rapid.IntRange(1, most).Draw(t, "licences on the key"))
		got, err := licensing.Extend(was, reckoning, licensing.KeyRedemption{Key: key, Action: action, Day: on})
		if reckoning.Limit == licensing.LimitResultingEnd && err != nil {
			require.ErrorIs(t, err, licensing.ErrRefused)
			return
		}
		require.NoError(t, err)
		holdsTime(t, was, reckoning, action, key.Licences, on, got.Results[0])
	})
}

// holdsTime holds a result to the formula, and the licence-time before to that after it.
func holdsTime(
	t require.TestingT, was licensing.Subscription, reckoning licensing.Reckoning, action licensing.KeyAction, onKey int, on terms.Day,
	got licensing.RedemptionResult,
) {
	licences := was.Licences
	if action == licensing.AddLicences {
		licences += onKey
	}
	require.Equal(t, licences, got.Licences)

	left, perKey := monthsFrom(on, was.End), whole(12)
	if reckoning.Unit == licensing.CalendarDays {
		left, perKey = whole(was.End.Sub(on)), whole(on.AddMonths(12).Sub(on))
	}
	before := sum(times(whole(was.Licences), left), times(whole(onKey), perKey))
	require.Zero(t, over(before, whole(licences)).Cmp(got.Remaining.Number().Rat()), "remaining %s", got.Remaining)

	after := times(whole(licences), whole(got.End.Sub(on)))
	leftOver := got.LeftOver.Number().Rat()
	if reckoning.Unit == licensing.CalendarMonths {
		// An extended end date moves from where it is; what the active licences have left until there is not touched.
		anchor := on
		if action == licensing.ExtendEndDate {
			anchor, before = was.End, times(whole(onKey), perKey)
		}
		moved := over(before, whole(licences))
		months := int(new(big.Int).Quo(moved.Num(), moved.Denom()).Int64())
		begun, next := anchor.AddMonths(months), anchor.AddMonths(months+1)
		length := whole(next.Sub(begun))
		after = times(whole(licences), sum(whole(months), over(whole(got.End.Sub(begun)), length)))
		leftOver = over(leftOver, length)
	}
	require.Zero(t, before.Cmp(sum(after, leftOver)), "%s before, %s after and %s left over", before, after, leftOver)

	// Less than a day is left over for each licence, and which way is as the rounding says.
	require.Negative(t, new(big.Rat).Abs(got.LeftOver.Number().Rat()).Cmp(whole(licences)))
	switch reckoning.Rounding {
	case licensing.RoundDown:
		require.GreaterOrEqual(t, got.LeftOver.Number().Sign(), 0)
	case licensing.RoundUp:
		require.LessOrEqual(t, got.LeftOver.Number().Sign(), 0)
	default:
		require.LessOrEqual(t, new(big.Rat).Abs(got.LeftOver.Number().Rat()).Cmp(over(whole(licences), whole(2))), 0)
	}
}

func TestInDaysNoTimeIsAddedOrLostByAnyNumberOfKeys(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reckoning := reckonings().Draw(t, "reckoning")
		reckoning.Unit, reckoning.Limit = licensing.CalendarDays, licensing.LimitAddedTime
		on := dates().Draw(t, "day")
		was := active(rapid.IntRange(1, 50).Draw(t, "active licences"), on.AddDays(rapid.IntRange(0, 500).Draw(t, "days left")).String())
		var redemptions []licensing.KeyRedemption
		onKeys := 0
		for i := range rapid.IntRange(0, 8).Draw(t, "keys") {
			key := named(string(rune('a'+i)), rapid.IntRange(1, 3*was.Licences).Draw(t, "licences on the key"))
			action := rapid.SampledFrom([]licensing.KeyAction{licensing.ExtendEndDate, licensing.AddLicences}).Draw(t, "action")
			onKeys += key.Licences
			redemptions = append(redemptions, licensing.KeyRedemption{Key: key, Action: action, Day: on})
		}
		got, err := licensing.Extend(was, reckoning, redemptions...)
		require.NoError(t, err)
		before := was.Licences*was.End.Sub(on) + onKeys*on.AddMonths(12).Sub(on)
		after := got.After.Licences * got.After.End.Sub(on)
		require.Zero(t, whole(before).Cmp(sum(whole(after), got.LeftOver.Number().Rat())))
	})
}

func TestAddingAverages(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reckoning := reckonings().Draw(t, "reckoning")
		on := dates().Draw(t, "day")
		was := active(rapid.IntRange(1, 250).Draw(t, "active licences"), on.AddDays(rapid.IntRange(0, 1500).Draw(t, "days left")).String())
		got, err := licensing.Extend(was, reckoning, licensing.KeyRedemption{
			Key: fresh(rapid.IntRange(1, 400).Draw(t, "licences on the key")), Action: licensing.AddLicences, Day: on,
		})
		require.NoError(t, err)
		full := on.AddMonths(12)
		earlier, later := was.End, full
		if later.Before(earlier) {
			earlier, later = later, earlier
		}
		assert.False(t, got.After.End.Before(earlier), "MPN-09: less than 12 months only if less are left")
		assert.False(t, got.After.End.After(later), "MPN-10: the end date moves back only if more are left")
	})
}

func TestALaterEndGivesALaterEnd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reckoning := reckonings().Draw(t, "reckoning")
		reckoning.Limit = licensing.LimitAddedTime
		on := dates().Draw(t, "day")
		licences := rapid.IntRange(1, 100).Draw(t, "active licences")
		left := rapid.IntRange(0, 500).Draw(t, "days left")
		redemption := licensing.KeyRedemption{
			Key: fresh(rapid.IntRange(1, 3*licences).Draw(t, "licences on the key")), Day: on,
			Action: rapid.SampledFrom([]licensing.KeyAction{licensing.ExtendEndDate, licensing.AddLicences}).Draw(t, "action"),
		}
		sooner, err := licensing.Extend(active(licences, on.AddDays(left).String()), reckoning, redemption)
		require.NoError(t, err)
		later, err := licensing.Extend(active(licences, on.AddDays(left+rapid.IntRange(1, 40).Draw(t, "days more")).String()), reckoning, redemption)
		require.NoError(t, err)
		require.False(t, later.After.End.Before(sooner.After.End))
	})
}

// MPN-16: no more than three times, whatever the size.
func TestThreeTimesIsTheMost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		licences := rapid.IntRange(1, 300_000).Draw(t, "active licences")
		_, err := licensing.Extend(active(licences, "2021-12-31"), by(), extend(fresh(3*licences), "2021-10-01"))
		require.NoError(t, err)
		_, err = licensing.Extend(active(licences, "2021-12-31"), by(), extend(fresh(3*licences+1), "2021-10-01"))
		require.ErrorIs(t, err, licensing.ErrRefused)
	})
}

func TestEveryRedemptionIsExplained(t *testing.T) {
	got, err := licensing.Extend(active(10, "2021-12-31"), by(), extend(fresh(10), "2021-10-01"), add(fresh(5), "2021-11-01"))
	require.NoError(t, err)
	for i, want := range []rules.ID{"licensing.redemption.extend", "licensing.redemption.add"} {
		require.Len(t, got.Results[i].Decision.Findings, 1)
		assert.Equal(t, want, got.Results[i].Decision.Findings[0].Rule)
		assert.Equal(t, "MPN-08", got.Results[i].Decision.Findings[0].Sources[0].Fact)
	}
}
