package pricing

import "github.com/cloudterms/terms/internal/enum"

// The texts of the closed sets, each in the order of its constants: the constant's name with a small letter in front, less
// the type's name where that begins it.
var (
	modeNames            = enum.Of[Mode]("mode", "towardsZero", "floor", "halfAwayFromZero")
	tierFormNames        = enum.Of[TierForm]("tier form", "priceSheetRange", "rateCardKey", "tierMinimum", "rateCardFirstUnit")
	includedReadingNames = enum.Of[IncludedReading]("included reading", "includedFirst", "includedUnpriced")
	rateFormNames        = enum.Of[RateForm]("rate form", "usdPerUnit", "pcToBC")
	cadenceNames         = enum.Of[Cadence]("cadence", "monthAfter", "sameDay")
	roundingRuleNames    = enum.Of[RoundingRule]("rounding rule",
		"usageDown", "seatDown", "dailyFloor", "dailyTenPlaces", "lineNearest", "seatCreditNearest", "lineDown", "dailyPriceNearest")
	cycleDaysNames  = enum.Of[CycleDays]("cycle days", "daysOfStartMonth", "daysOfCycle", "daysOfEndMonth", "countMonths")
	eventDayNames   = enum.Of[EventDay]("event day", "eventDayRefunded", "eventDayKept")
	fullRefundNames = enum.Of[FullRefund]("full refund",
		"fullWithin24Hours", "fullOnFirstDay", "fullWithinMonth", "fullAlways", "fullNever")
	grainNames      = enum.Of[Grain]("grain", "byDay", "byHour")
	adjustmentNames = enum.Of[Adjustment]("adjustment", "restOfCycle", "wholeCycle")
	chargeTypeNames = enum.Of[ChargeType]("charge type",
		"new", "renew", "cycleCharge", "addQuantity", "removeQuantity", "moveQuantity", "cancelImmediate", "convert",
		"changeBillingPlan", "customerCredit", "extendTerm")
	scopeKindNames   = enum.Of[ScopeKind]("scope", "subscriptionScope", "resourceGroupScope", "resourceScope", "managementGroupScope")
	eligibilityNames = enum.Of[Eligibility]("eligibility", "eligible", "ineligible")
	holderNames      = enum.Of[Holder]("holder", "transactingPartner", "resellerOfRecord", "otherPartner")
	accessPathNames  = enum.Of[AccessPath]("access path", "aobo", "lighthouseOffer", "lighthouseTemplate", "directoryUser")
	dayReadingNames  = enum.Of[DayReading]("day reading", "wholeDay", "partOfDay")
	planProductNames = enum.Of[PlanProduct]("product",
		"planConsumption", "planReservation", "planSavings", "spotMachine", "thirdParty", "marketplaceProduct", "previousOffer",
		"telcoOverage", "unlistedProduct")
	taxBasisNames      = enum.Of[TaxBasis]("tax basis", "taxExclusive", "taxInclusive")
	taxReadingNames    = enum.Of[TaxReading]("tax reading", "softwarePageTax", "reservationPageTax", "priceListTax")
	taxMethodNames     = enum.Of[TaxMethod]("tax method", "taxLinesDown", "taxLinesNearest", "taxTotalNearest")
	billerNames        = enum.Of[Biller]("biller", "microsoft", "distributor", "partner")
	currencyBasisNames = enum.Of[CurrencyBasis]("currency basis", "currencyByMicrosoft", "currencyByPartner")
	purchaseModelNames = enum.Of[PurchaseModel]("purchase model", "payAsYouGo", "forATerm")
	commitmentNames    = enum.Of[Commitment]("commitment", "onlyWhatIsUsed", "theWholeTerm")
)
