package markets

import (
	"slices"

	"github.com/cloudterms/terms/rules"
)

// Messages gives what the rules of this package say, and the questions that ask for their facts, in Swedish and Norwegian
// Bokmål beside English. Package rules/rulesmsg writes them, with the names of the markets that [Market.Name] gives.
func Messages() []rules.Message { return slices.Clone(messages) }
