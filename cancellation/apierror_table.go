package cancellation

import "regexp"

// windowInWords is how a description names a window.
var windowInWords = regexp.MustCompile(`\b(\d{1,6})-(day|hour)\b`)

// meanings are the documented codes (Partner Center REST error codes, of 15 June 2023) that have to do with cancelling, and
// those that are met beside them.
var meanings = map[string]Meaning{
	"900117": MeaningWindowPassed, // {0}-day cancellation window
	"900213": MeaningWindowPassed, // {0}-hour
	"900257": MeaningReductionWindowPassed,
	"900214": MeaningReductionWindowPassed,
	"800090": MeaningReductionWindowPassed, // "quantity can't be decreased", documented for late reductions
	"800061": MeaningNotCancellable,
	"800063": MeaningPatchSubscription,
	"800077": MeaningPatchSubscription,
	"800019": MeaningOnlySoftware,
	"800014": MeaningTryLater,
	"800060": MeaningTryLater,
	"800082": MeaningTryLater,
	"900278": MeaningTryLater, // after 24 hours
	"2011":   MeaningNoUpdates,
	"800091": MeaningNoUpdates,
	"900277": MeaningNoUpdates,
	"900279": MeaningNoUpdates,
	"900280": MeaningNoUpdates,
	"2055":   MeaningReadAgain, // the ETag
	"900150": MeaningNotPermitted,
	"900308": MeaningNotPermitted,
	"900321": MeaningElsewhere,
	"900145": MeaningCancelReservations,
	"800070": MeaningOther, // the offer is not sold in the country
	"800086": MeaningOther, // the tenant lacks tags
	"800093": MeaningOther, // no automatic renewal
	"900242": MeaningOther, // the custom end of a term
	"900244": MeaningOther,
	"900245": MeaningOther,
	"900246": MeaningOther,
	"900291": MeaningOther,
	"900292": MeaningOther,
}
