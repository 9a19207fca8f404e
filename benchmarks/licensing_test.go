package benchmarks

import (
	"math/big"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// licensingWorks are what is measured of package licensing.
var licensingWorks = []comparedWork{
	{"extend", 500, extendByHand, extendByTerms},
	{"cycles", 500, cyclesByHand, cyclesByTerms},
	{"activation", 500, activationByHand, activationByTerms},
}

// The subscription has 100 licences to the end of 2021, and the keys are redeemed on 1 October: three months are left, and a key
// of so many licences makes them (100 × 3 + key × 12) ÷ 100 months.
const extendedKey = 25

func extendByHand(_ testing.TB, units int) func() decimal.Decimal {
	return func() decimal.Decimal {
		var sum int64
		for range units {
			left, key := big.NewRat(100*3, 1), big.NewRat(extendedKey*12, 1)
			months := left.Add(left, key)
			months.Quo(months, big.NewRat(100, 1))
			whole := new(big.Int).Quo(months.Num(), months.Denom()).Int64()
			end := time.Date(2021, time.October, 1, 0, 0, 0, 0, time.UTC).AddDate(0, int(whole), -1)
			sum += end.Unix() / 86400
		}
		return decimal.NewFromInt(sum)
	}
}

func extendByTerms(tb testing.TB, units int) func() decimal.Decimal {
	tb.Helper()
	subscription := licensing.Subscription{
		Product: "Microsoft 365 E3", Status: licensing.StatusActive, Licences: 100, End: terms.MustParseDay("2021-12-31"),
	}
	redemption := licensing.KeyRedemption{
		Key: licensing.LicenceKey{
			ID: "benefit-1", Kind: licensing.PartnerBenefit, Product: "Microsoft 365 E3", Licences: extendedKey, Redeemed: rules.No,
		},
		Action: licensing.ExtendEndDate, Day: terms.MustParseDay("2021-10-01"),
	}
	reckoning := licensing.DefaultReckoning()
	return func() decimal.Decimal {
		var sum int64
		for range units {
			extended, err := licensing.Extend(subscription, reckoning, redemption)
			orStop(tb, err)
			sum += extended.After.End.Start().Unix() / 86400
		}
		return decimal.NewFromInt(sum)
	}
}

// The charge cycles of three years, monthly, from the 15th of a month, which no month is too short for.
func cyclesByHand(_ testing.TB, units int) func() decimal.Decimal {
	return func() decimal.Decimal {
		var sum int64
		for range units {
			first := time.Date(2021, time.January, 15, 0, 0, 0, 0, time.UTC)
			for month := range 36 {
				sum += first.AddDate(0, month, 0).Unix() / 86400
			}
		}
		return decimal.NewFromInt(sum)
	}
}

func cyclesByTerms(tb testing.TB, units int) func() decimal.Decimal {
	tb.Helper()
	period, err := licensing.ThreeYears.Period(terms.MustParseDay("2021-01-15"))
	orStop(tb, err)
	return func() decimal.Decimal {
		var sum int64
		for range units {
			cycles, err := licensing.ThreeYears.BillingCycles(period, licensing.Monthly, licensing.CycleFromMonthEnd)
			orStop(tb, err)
			for _, c := range cycles {
				sum += c.First.Start().Unix() / 86400
			}
		}
		return decimal.NewFromInt(sum)
	}
}

// Whether a key may be activated within five years of its purchase: by hand two comparisons, here a decision with its reasons and
// their sources.
func activationByHand(_ testing.TB, units int) func() decimal.Decimal {
	return func() decimal.Decimal {
		var inTime int64
		purchased := time.Date(2015, time.March, 1, 0, 0, 0, 0, time.UTC)
		for i := range units {
			if day := purchased.AddDate(0, 0, i*8); !day.After(purchased.AddDate(5, 0, 0)) {
				inTime++
			}
		}
		return decimal.NewFromInt(inTime)
	}
}

func activationByTerms(tb testing.TB, units int) func() decimal.Decimal {
	tb.Helper()
	return func() decimal.Decimal {
		var inTime int64
		purchased := terms.MustParseDay("2015-03-01")
		for i := range units {
			if licensing.MayActivate(purchased, licensing.OSAActivation{Activated: purchased.AddDays(i * 8), Redeemed: rules.No}).Decision.Outcome == rules.Yes {
				inTime++
			}
		}
		return decimal.NewFromInt(inTime)
	}
}
