package pricing

import "github.com/cloudterms/terms/rules"

// all gives the conditions of a rule.
func all[In any](conditions ...rules.Condition[In]) []rules.Condition[In] { return conditions }
