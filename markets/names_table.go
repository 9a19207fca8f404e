package markets

import (
	"github.com/cloudterms/terms/internal/enum"
	"github.com/cloudterms/terms/internal/fold"
)

// The closed sets are written and read by these names.
var (
	standingNames = enum.Of[Standing]("standing of a version", "latest", "superseded", "counted")
	codeKindNames = enum.Of[CodeKind]("kind of code", "withdrawn", "reserved", "unassigned", "notSold", "foreign", "numeric", "miswritten")
	languageNames = enum.Of[Language]("language", "en", "sv", "nb", "nn", "da", "fi", "de", "fr", "ja")
)

// folders fold the names of the languages, in their order.
var folders = [...]*fold.Folder{
	fold.In("en"), fold.In("sv"), fold.In("nb"), fold.In("nn"), fold.In("da"), fold.In("fi"), fold.In("de"), fold.In("fr"),
	fold.In("ja"),
}
