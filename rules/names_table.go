package rules

import "github.com/cloudterms/terms/internal/enum"

// The texts of the closed sets, each in the order of its constants.
var (
	truthNames     = enum.Of[Truth]("truth", "no", "yes")
	statusNames    = enum.Of[Status]("status", "decided", "byDefault", "undetermined", "conflicting", "unanswered", "undated")
	stepNames      = enum.Of[StepState]("step", "spoke", "silent", "excepted", "factMissing", "outsideDays", "planned", "notPublished", "switchedOff")
	changeNames    = enum.Of[Change]("change", "added", "replaced", "switchedOff", "removed")
	argKindNames   = enum.Of[ArgKind]("argument kind", "text", "number", "day", "instant", "span", "money", "duration", "market")
	aboutKindNames = enum.Of[AboutKind]("kind", "set", "timeline", "list")
)
