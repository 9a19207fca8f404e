package pricing

import (
	"slices"

	"github.com/cloudterms/terms/rules"
)

// Messages gives what the rules of this package say, and the questions that ask for their facts, in Swedish and Norwegian
// Bokmål beside English. Package rules/rulesmsg writes them.
func Messages() []rules.Message { return slices.Clone(messages) }
