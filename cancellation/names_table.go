package cancellation

import "github.com/cloudterms/terms/internal/enum"

// The texts of the closed sets, each in the order of its constants: the constant's name with a small letter in front,
// less the type's name where that begins it.
var (
	productNames = enum.Of[Product]("product", "perpetualSoftware", "softwareSubscription", "licenseBased", "extendedServiceTerm",
		"marketplaceMonthly", "marketplaceAnnual", "businessCentral", "azurePlan", "reservation", "savingsPlan")
	openingNames  = enum.Of[Opening]("opening", "byPurchase", "byRenewal", "byConversion", "byAddedSeats", "byUpgrade", "byPartialUpgrade")
	boundaryNames = enum.Of[Boundary]("boundary", "exactHours", "endOfDay", "firstDayCounted")
	closingNames  = enum.Of[Closing]("closing", "outside", "inside")
	limitNames    = enum.Of[Limit]("limit", "withinWindow", "withinSourceWindow", "atAnyTime", "notAtAll")
	refundNames   = enum.Of[Refund]("refund", "full", "fullThenProrated", "prorated", "none")
	owedNames     = enum.Of[Owed]("owed", "wholeTerm", "wholePrice", "use")
	verdictNames  = enum.Of[Verdict]("verdict", "open", "notYetOpen", "closed", "never", "refused", "undetermined")
	basisNames    = enum.Of[Basis]("basis", "rules", "partnerCenter")
	callNames     = enum.Of[CallKind]("call", "patchOrder", "patchSubscription", "patchSandboxOrder")
	meaningNames  = enum.Of[Meaning]("meaning", "windowPassed", "reductionWindowPassed", "notCancellable", "patchSubscription",
		"onlySoftware", "tryLater", "noUpdates", "readAgain", "notPermitted", "elsewhere", "cancelReservations", "other")
	consequenceNames = enum.Of[Consequence]("consequence", "keysRevoked", "shownWithoutKey", "stopUsing", "uninstall", "creditOnInvoice",
		"shownLater", "accessLost", "invoiceReplaced", "heldForReservations")
	partyNames      = enum.Of[Party]("party", "partner", "customer")
	poolYearNames   = enum.Of[PoolYear]("year", "days365", "twelveMonths")
	choiceKindNames = enum.Of[ChoiceKind]("choice", "cancelNow", "reduceNow", "keep")
	reportNames     = enum.Of[Report]("report", "windowEnd", "daysLeft", "windowPassed", "supportRequest")
)
