package pricing_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cloudterms/terms/pricing"
)

func TestNamesOfClosedSets(t *testing.T) {
	requireClosedSet[pricing.Mode](t, "towardsZero", "floor", "halfAwayFromZero")
	requireClosedSet[pricing.TierForm](t, "priceSheetRange", "rateCardKey", "tierMinimum", "rateCardFirstUnit")
	requireClosedSet[pricing.IncludedReading](t, "includedFirst", "includedUnpriced")
	requireClosedSet[pricing.RateForm](t, "usdPerUnit", "pcToBC")
	requireClosedSet[pricing.Cadence](t, "monthAfter", "sameDay")
	requireClosedSet[pricing.RoundingRule](t, "usageDown", "seatDown", "dailyFloor", "dailyTenPlaces", "lineNearest",
		"seatCreditNearest", "lineDown", "dailyPriceNearest")
	requireClosedSet[pricing.CycleStart](t, "monthEndKept", "sameDayOfMonth")
	requireClosedSet[pricing.CycleDays](t, "daysOfStartMonth", "daysOfCycle", "daysOfEndMonth", "countMonths")
	requireClosedSet[pricing.EventDay](t, "eventDayRefunded", "eventDayKept")
	requireClosedSet[pricing.FullRefund](t, "fullWithin24Hours", "fullOnFirstDay", "fullWithinMonth", "fullAlways", "fullNever")
	requireClosedSet[pricing.Grain](t, "byDay", "byHour")
	requireClosedSet[pricing.Adjustment](t, "restOfCycle", "wholeCycle")
	requireClosedSet[pricing.ChargeType](t, "new", "renew", "cycleCharge", "addQuantity", "removeQuantity", "moveQuantity",
		"cancelImmediate", "convert", "changeBillingPlan", "customerCredit", "extendTerm")
}

func TestConstantsHaveTheirNames(t *testing.T) {
	assert.Equal(t, "usageDown seatDown dailyFloor", pricing.UsageDown.String()+" "+pricing.SeatDown.String()+" "+pricing.DailyFloor.String())
	assert.Equal(t, "seatCreditNearest", pricing.SeatCreditNearest.String())
	assert.Equal(t, "dailyPriceNearest", pricing.DailyPriceNearest.String())
	assert.Equal(t, "rateCardFirstUnit", pricing.RateCardFirstUnit.String())
	assert.Equal(t, "includedUnpriced", pricing.IncludedUnpriced.String())
	assert.Equal(t, "pcToBC", pricing.PCToBC.String())
	assert.Equal(t, "sameDay", pricing.SameDay.String())
	assert.Equal(t, "sameDayOfMonth", pricing.SameDayOfMonth.String())
	assert.Equal(t, "countMonths", pricing.CountMonths.String())
	assert.Equal(t, "eventDayKept", pricing.EventDayKept.String())
	assert.Equal(t, "fullNever", pricing.FullNever.String())
	assert.Equal(t, "byHour", pricing.ByHour.String())
	assert.Equal(t, "wholeCycle", pricing.WholeCycle.String())
	assert.Equal(t, "extendTerm", pricing.ExtendTerm.String())
	assert.Equal(t, "halfAwayFromZero", pricing.HalfAwayFromZero.String())
	assert.Equal(t, "mode 9", pricing.Mode(9).String())
	assert.Empty(t, pricing.Mode(0).String())
}
