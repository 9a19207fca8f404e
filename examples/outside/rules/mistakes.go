package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/cloudterms/terms/rules"
)

// advice gives what the person at the desk reads of an error: what to ask the customer, what to give, or the error
// itself, which says where in which file the trouble is.
func advice(err error, facts []rules.Fact) string {
	failed, ok := errors.AsType[*rules.DecisionError](err)
	switch {
	case ok && errors.Is(err, rules.ErrUndetermined):
		return "the price depends on what is not known yet:\n" + questions(facts, failed.Missing)
	case errors.Is(err, rules.ErrDay):
		return "which day? give the day of the order, as in -day 2025-09-10"
	default:
		return err.Error()
	}
}

// questions gives what to ask for the facts that are missing.
func questions(facts []rules.Fact, missing []string) string {
	var b strings.Builder
	for _, f := range facts {
		if slices.Contains(missing, f.Name) {
			fmt.Fprintf(&b, "  %s (%s)\n", f.Text, f.Name)
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}
