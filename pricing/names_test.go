package pricing_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cloudterms/terms/licensing"
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
	requireClosedSet[pricing.CycleDays](t, "daysOfStartMonth", "daysOfCycle", "daysOfEndMonth", "countMonths")
	requireClosedSet[pricing.EventDay](t, "eventDayRefunded", "eventDayKept")
	requireClosedSet[pricing.FullRefund](t, "fullWithin24Hours", "fullOnFirstDay", "fullWithinMonth", "fullAlways", "fullNever")
	requireClosedSet[pricing.Grain](t, "byDay", "byHour")
	requireClosedSet[pricing.Adjustment](t, "restOfCycle", "wholeCycle")
	requireClosedSet[pricing.ChargeType](t, "new", "renew", "cycleCharge", "addQuantity", "removeQuantity", "moveQuantity",
		"cancelImmediate", "convert", "changeBillingPlan", "customerCredit", "extendTerm")
	requireClosedSet[pricing.ScopeKind](t, "subscriptionScope", "resourceGroupScope", "resourceScope", "managementGroupScope")
	requireClosedSet[pricing.Eligibility](t, "eligible", "ineligible")
	requireClosedSet[pricing.Holder](t, "transactingPartner", "resellerOfRecord", "otherPartner")
	requireClosedSet[pricing.AccessPath](t, "aobo", "lighthouseOffer", "lighthouseTemplate", "directoryUser")
	requireClosedSet[pricing.DayReading](t, "wholeDay", "partOfDay")
	requireClosedSet[pricing.PlanProduct](t, "planConsumption", "planReservation", "planSavings", "spotMachine", "thirdParty",
		"marketplaceProduct", "previousOffer", "telcoOverage", "unlistedProduct")
	requireClosedSet[pricing.TaxBasis](t, "taxExclusive", "taxInclusive")
	requireClosedSet[pricing.TaxReading](t, "softwarePageTax", "reservationPageTax", "priceListTax")
	requireClosedSet[pricing.TaxMethod](t, "taxLinesDown", "taxLinesNearest", "taxTotalNearest")
	requireClosedSet[pricing.Biller](t, "microsoft", "distributor", "partner")
	requireClosedSet[pricing.CurrencyBasis](t, "currencyByMicrosoft", "currencyByPartner")
	requireClosedSet[pricing.PurchaseModel](t, "payAsYouGo", "forATerm")
	requireClosedSet[pricing.Commitment](t, "onlyWhatIsUsed", "theWholeTerm")
	requireClosedSet[pricing.Phase](t, "beforePhases", "phase1", "phase2", "phase3")
	requireClosedSet[pricing.Programme](t, "csp", "enterprise", "payAsYouGo", "open", "partner", "visualStudio", "students", "pass",
		"sponsorship", "trial", "support")
	requireClosedSet[pricing.OfferKind](t, "previousAzureOffer", "azurePlanOffer", "sharedServicesOffer", "nationalCloudOffer",
		"sandboxOffer", "outsideCSP")
	requireClosedSet[pricing.Cloud](t, "globalCloud", "usGovernmentCloud", "germanCloud")
	requireClosedSet[pricing.Standing](t, "offered", "continuing", "testing", "named", "notOffered")
	requireClosedSet[pricing.Deal](t, "purchase", "continue", "changePartner", "transfer", "takeOver", "toProvider")
	requireClosedSet[pricing.AzureHistory](t, "neverBoughtAzure", "otherAzureOnly", "previousElsewhere", "previousEnded", "previousActive")
	requireClosedSet[pricing.ContinuationReading](t, "everBought", "activeTogether")
	requireClosedSet[pricing.GCCReading](t, "gccOfferPage", "gccPricePage")
	requireClosedSet[pricing.Permission](t, "permitted", "permittedConverting", "refused")
	requireClosedSet[pricing.TransitionPart](t, "partAzureSubscription", "partCommerceSubscription", "partUsageBefore", "partAdminAccess",
		"partBudget", "partServices", "partPreviousOffer", "partOtherProducts", "partPlan")
	requireClosedSet[pricing.TransitionEffect](t, "effectMoves", "effectSuspended", "effectOldInvoice", "effectKept", "effectNotCarriedOver",
		"effectCloses", "effectBought")
	requireClosedSet[pricing.PriceBasis](t, "payAsYouGoRates", "partnerPrices", "estimatedRetailPrice")
	requireClosedSet[pricing.ComparedOffer](t, "comparedAzurePlan", "comparedMarketplace", "comparedReservations",
		"comparedServerSubscriptions", "comparedLicences", "comparedNewCommerceLicences")
	requireClosedSet[pricing.Aspect](t, "billing", "licensee", "coverage", "autoRenewal", "currency", "invoice", "priceList", "offerMatrix",
		"returns", "countries", "support")
}

func TestConstantsHaveTheirNames(t *testing.T) {
	assert.Equal(t, "usageDown seatDown dailyFloor", pricing.UsageDown.String()+" "+pricing.SeatDown.String()+" "+pricing.DailyFloor.String())
	assert.Equal(t, "seatCreditNearest", pricing.SeatCreditNearest.String())
	assert.Equal(t, "dailyPriceNearest", pricing.DailyPriceNearest.String())
	assert.Equal(t, "rateCardFirstUnit", pricing.RateCardFirstUnit.String())
	assert.Equal(t, "includedUnpriced", pricing.IncludedUnpriced.String())
	assert.Equal(t, "pcToBC", pricing.PCToBC.String())
	assert.Equal(t, "sameDay", pricing.SameDay.String())
	assert.Equal(t, "countMonths", pricing.CountMonths.String())
	assert.Equal(t, "eventDayKept", pricing.EventDayKept.String())
	assert.Equal(t, "fullNever", pricing.FullNever.String())
	assert.Equal(t, "byHour", pricing.ByHour.String())
	assert.Equal(t, "wholeCycle", pricing.WholeCycle.String())
	assert.Equal(t, "extendTerm", pricing.ChargeExtendTerm.String())
	assert.Equal(t, "halfAwayFromZero", pricing.HalfAwayFromZero.String())
	assert.Equal(t, "managementGroupScope", pricing.ManagementGroupScope.String())
	assert.Equal(t, "ineligible otherPartner directoryUser partOfDay", strings.Join([]string{
		pricing.Ineligible.String(), pricing.OtherPartner.String(), pricing.DirectoryUser.String(), pricing.PartOfDay.String(),
	}, " "))
	assert.Equal(t, "unlistedProduct", pricing.UnlistedProduct.String())
	assert.Equal(t, "taxInclusive priceListTax taxTotalNearest", strings.Join([]string{
		pricing.TaxInclusive.String(), pricing.PriceListTax.String(), pricing.TaxTotalNearest.String(),
	}, " "))
	assert.Equal(t, "customer partner currencyByPartner forATerm theWholeTerm", strings.Join([]string{
		licensing.Customer.String(), pricing.BillerPartner.String(), pricing.CurrencyByPartner.String(), pricing.ForATerm.String(),
		pricing.TheWholeTerm.String(),
	}, " "))
	assert.Equal(t, "mode 9", pricing.Mode(9).String())
	assert.Empty(t, pricing.Mode(0).String())
}
