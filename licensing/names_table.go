package licensing

import "github.com/cloudterms/terms/internal/enum"

var (
	termNames          = enum.Of[Term]("term", "P1M", "P1Y", "P3Y")
	renewalAnchorNames = enum.Of[RenewalAnchor]("renewal anchor", "lastEnd", "firstDay")
	billingCycleNames  = enum.Of[BillingCycle]("billing cycle", "monthly", "annual", "triennial")
	cycleStartNames    = enum.Of[CycleStart]("cycle start", "fromMonthEnd", "onSameDay", "withCalendar")
	alignmentNames     = enum.Of[Alignment]("alignment", "subscriptionAligned", "calendarMonthAligned")
	targetEndNames     = enum.Of[TargetEnd]("target end", "latestRenewal", "currentEnd")
	renewalSwitchNames = enum.Of[RenewalSwitch]("renewal switch", "untouched", "on", "off")
	keyKindNames       = enum.Of[KeyKind]("key kind", "onlineServiceActivation", "partnerBenefit", "softwareSubscription", "multipleActivation", "keyManagementService")
	keyPurposeNames    = enum.Of[KeyPurpose]("key purpose", "toStartSubscription", "toChangeSubscription", "toAddCredit", "toActivateSoftware")
	graceCountNames    = enum.Of[GraceCount]("grace count", "fromActivationDay", "fromDayAfter")
)
