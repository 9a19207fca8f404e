package rulestest

import "github.com/cloudterms/terms/internal/enum"

// kindNames are the texts of the kinds, in the order of the constants.
var kindNames = enum.Of[Kind]("kind of problem",
	"gap", "conflict", "neverReached", "alwaysExcepted", "contained", "plannedSpeaks",
	"missingFacts", "wrongAnswer",
	"notCommutative", "notAssociative", "notIdempotent",
	"readsMore", "twoMeanings", "unsteady", "presumes", "staysUnknown", "idle",
	"overlap", "knownGap", "idleDoubt", "unchecked", "outOfRange", "notReadBack",
	"notSampled", "tooMany", "unproven", "idleAllowance")
