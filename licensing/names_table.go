package licensing

import "github.com/cloudterms/terms/internal/enum"

var (
	termNames               = enum.Of[Term]("term", "P1M", "P1Y", "P3Y")
	renewalAnchorNames      = enum.Of[RenewalAnchor]("renewal anchor", "lastEnd", "firstDay")
	billingCycleNames       = enum.Of[BillingCycle]("billing cycle", "monthly", "annual", "triennial")
	cycleStartNames         = enum.Of[CycleStart]("cycle start", "fromMonthEnd", "onSameDay", "withCalendar")
	alignmentNames          = enum.Of[Alignment]("alignment", "subscriptionAligned", "calendarMonthAligned")
	targetEndNames          = enum.Of[TargetEnd]("target end", "latestRenewal", "currentEnd")
	renewalSwitchNames      = enum.Of[RenewalSwitch]("renewal switch", "untouched", "on", "off")
	keyKindNames            = enum.Of[KeyKind]("key kind", "onlineServiceActivation", "partnerBenefit", "softwareSubscription", "multipleActivation", "keyManagementService")
	keyPurposeNames         = enum.Of[KeyPurpose]("key purpose", "toStartSubscription", "toChangeSubscription", "toAddCredit", "toActivateSoftware")
	graceCountNames         = enum.Of[GraceCount]("grace count", "fromActivationDay", "fromDayAfter")
	keyActionNames          = enum.Of[KeyAction]("key action", "extendEndDate", "addLicences", "activateAsNew")
	renewalAimNames         = enum.Of[RenewalAim]("renewal aim", "moreTime", "moreLicences", "moreOfBoth")
	subscriptionStatusNames = enum.Of[SubscriptionStatus]("subscription status", "none", "active", "expired", "disabled")
	timeUnitNames           = enum.Of[TimeUnit]("time unit", "calendarMonths", "calendarDays")
	roundingNames           = enum.Of[Rounding]("rounding", "down", "nearest", "up")
	extensionLimitNames     = enum.Of[ExtensionLimit]("extension limit", "addedTime", "resultingEnd")
	expiryDayNames          = enum.Of[ExpiryDay]("expiry day", "counts", "isOver")
	planStatusNames         = enum.Of[PlanStatus]("plan status", "found", "impossible", "stopped")
	planObstacleNames       = enum.Of[PlanObstacle]("plan obstacle", "noKeys", "tooFewLicences", "tooLittleTime", "outOfReach")
	courseKindNames         = enum.Of[CourseKind]("course kind", "keep", "addLicences", "extendEndDate", "startAnew")
)
