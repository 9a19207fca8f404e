package pricing

import "github.com/cloudterms/terms/internal/enum"

// The texts of the closed sets about offers, as in names_table.go.
var (
	phaseNames     = enum.Of[Phase]("phase", "beforePhases", "phase1", "phase2", "phase3")
	programmeNames = enum.Of[Programme]("programme",
		"csp", "enterprise", "payAsYouGo", "open", "partner", "visualStudio", "students", "pass", "sponsorship", "trial", "support")
	offerKindNames = enum.Of[OfferKind]("offer kind",
		"previousAzureOffer", "azurePlanOffer", "sharedServicesOffer", "nationalCloudOffer", "sandboxOffer", "outsideCSP")
	cloudNames        = enum.Of[Cloud]("cloud", "globalCloud", "usGovernmentCloud", "germanCloud")
	standingNames     = enum.Of[Standing]("standing", "offered", "continuing", "testing", "named", "notOffered")
	dealNames         = enum.Of[Deal]("deal", "purchase", "continue", "changePartner", "transfer", "takeOver", "toProvider")
	azureHistoryNames = enum.Of[AzureHistory]("history",
		"neverBoughtAzure", "otherAzureOnly", "previousElsewhere", "previousEnded", "previousActive")
	continuationReadingNames = enum.Of[ContinuationReading]("continuation reading", "everBought", "activeTogether")
	gccReadingNames          = enum.Of[GCCReading]("GCC reading", "gccOfferPage", "gccPricePage")
	permissionNames          = enum.Of[Permission]("permission", "permitted", "permittedConverting", "refused")
	transitionPartNames      = enum.Of[TransitionPart]("part",
		"partAzureSubscription", "partCommerceSubscription", "partUsageBefore", "partAdminAccess", "partBudget", "partServices",
		"partPreviousOffer", "partOtherProducts", "partPlan")
	transitionEffectNames = enum.Of[TransitionEffect]("effect",
		"effectMoves", "effectSuspended", "effectOldInvoice", "effectKept", "effectNotCarriedOver", "effectCloses", "effectBought")
	priceBasisNames    = enum.Of[PriceBasis]("price basis", "payAsYouGoRates", "partnerPrices", "estimatedRetailPrice")
	comparedOfferNames = enum.Of[ComparedOffer]("compared offer",
		"comparedAzurePlan", "comparedMarketplace", "comparedReservations", "comparedServerSubscriptions", "comparedLicences",
		"comparedNewCommerceLicences")
	aspectNames = enum.Of[Aspect]("aspect",
		"billing", "licensee", "coverage", "autoRenewal", "currency", "invoice", "priceList", "offerMatrix", "returns", "countries", "support")
)
