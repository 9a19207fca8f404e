package markets

import "github.com/cloudterms/terms/internal/enum"

// The closed sets are written and read by these names.
var standingNames = enum.Of[Standing]("standing of a version", "latest", "superseded", "counted")
