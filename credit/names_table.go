package credit

import "github.com/cloudterms/terms/internal/enum"

// The texts of the closed sets, each in the order of its constants: the constant's name with a small letter in front,
// less the type's name where that begins it.
var (
	orderNames         = enum.Of[Order]("order", "fifoByActivation", "firstToExpire")
	expiryNames        = enum.Of[Expiry]("expiry", "expireAtInstant", "expireAtDayEnd")
	topUpTermNames     = enum.Of[TopUpTerm]("top-up term", "topUpAsToken", "topUpUnending")
	dayPlaceNames      = enum.Of[DayPlace]("day place", "startOfDay", "endOfDay")
	shortfallNames     = enum.Of[Shortfall]("shortfall", "suspend", "refuse", "overage", "carryDebt")
	lateReturnNames    = enum.Of[LateReturn]("late return", "lapseAtOnce", "reopen")
	overReturnNames    = enum.Of[OverReturn]("over-return", "refuseOverReturn", "writeOffUnpaid")
	bulkTransferNames  = enum.Of[BulkTransfer]("bulk transfer", "transferWithinYear", "transferNever")
	lowCreditNames     = enum.Of[LowCredit]("low credit", "lowCreditOfToken", "lowCreditOfSubscription")
	operatorNames      = enum.Of[Operator]("operator", "atOrBelow", "below")
	rearmNames         = enum.Of[Rearm]("rearm", "rearmOnRise", "fireOnce")
	retentionNames     = enum.Of[Retention]("retention", "retainFromZeroBalance", "retainFromExpiry")
	lotKindNames       = enum.Of[LotKind]("lot kind", "token", "topUp", "monthlyBenefit", "bulkBenefit")
	eventKindNames     = enum.Of[EventKind]("event kind", "use", "return", "forfeit", "transfer")
	chargeNames        = enum.Of[Charge]("charge", "consumption", "marketplaceUsage", "userLicence", "supportPlan", "otherCharge")
	forfeitReasonNames = enum.Of[ForfeitReason]("forfeit reason", "joinedEnterpriseAgreement", "movedBillingAccount", "givenUp")
	lotStatusNames     = enum.Of[LotStatus]("lot status", "pending", "live", "exhausted", "lapsed", "forfeited")
	outcomeNames       = enum.Of[Outcome]("outcome", "paid", "partlyPaid", "unpaid", "notPayable", "refused")
	accountNames       = enum.Of[Account]("account", "granted", "available", "used", "lapsed", "forfeited")
	noticeNames        = enum.Of[Notice]("notice", "tokenLow", "tokenExpiring", "subscriptionLow", "configured")
	causeNames         = enum.Of[Cause]("cause", "byUse", "byLapse", "byForfeit")
	deadlineNames      = enum.Of[DeadlineKind]("deadline", "expiryNotice", "lapseDue", "activationDue", "dataMayBeGone")
	fateNames          = enum.Of[Fate]("fate", "creditKept", "creditVoided", "noCreditLeft")
	alertSubjectNames  = enum.Of[AlertSubject]("alert subject", "watchSubscriptionCredit", "watchTokenCredit", "watchTokenExpiry")
	offerNames         = enum.Of[Offer]("offer", "noOffer", "enterpriseAgreement", "cloudSolutionProvider", "azureInOpen", "azurePass", "actionPack", "monthlyCredit", "other")
	verdictNames       = enum.Of[Verdict]("verdict", "paid", "notNeeded", "exhausted", "notYetActive", "lapsed", "forfeited", "notPayable", "refused")
)

// chargeReasons says for each charge why credit pays it or does not.
var chargeReasons = [...]string{
	Consumption:      "credit pays for any consumption-based Azure service (OPEN-02)",
	MarketplaceUsage: "usage-based Marketplace offers need a separate subscription with a credit card (OPEN-13)",
	UserLicence:      "services licensed per user are bought yearly and separately (OPEN-28)",
	SupportPlan:      "support plans are sold separately, by credit card (OPEN-06)",
	OtherCharge:      "the charge is marked as not eligible for credit (OPEN-02)",
}

// fieldNames names the fields of a fieldSet, in the order of its constants.
var fieldNames = [...]string{"amount", "charge", "of", "lot", "to", "reason"}

// eventFields says which fields events of each kind must have and may have.
var eventFields = [...]struct{ required, allowed fieldSet }{
	Use:      {fieldAmount | fieldCharge, fieldAmount | fieldCharge},
	Return:   {fieldAmount | fieldOf, fieldAmount | fieldOf},
	Forfeit:  {fieldReason, fieldReason | fieldLot},
	Transfer: {fieldLot | fieldTo, fieldLot | fieldTo},
}

// placeOf orders the kinds of events that count at one instant.
var placeOf = [...]uint8{Forfeit: 0, Transfer: 1, Use: 2, Return: 3}

// entryAccounts says between which accounts each kind of posting moves credit.
var entryAccounts = [...]struct{ from, to Account }{
	postGrant:   {AccountGranted, AccountAvailable},
	postDraw:    {AccountAvailable, AccountUsed},
	postReturn:  {AccountUsed, AccountAvailable},
	postLapse:   {AccountAvailable, AccountLapsed},
	postForfeit: {AccountAvailable, AccountForfeited},
}

// outcomeTexts words the outcome of a use in an explanation.
var outcomeTexts = [...]string{
	"", Paid: "paid", PartlyPaid: "partly paid", Unpaid: "not paid",
	NotPayable: "not payable by credit", Refused: "refused",
}
