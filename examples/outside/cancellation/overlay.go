package main

import (
	"fmt"
	"io"

	"github.com/cloudterms/terms/cancellation"
)

// overlay answers one question by the published rules and by those with an operator's window of 14 days. Whose window it
// is stands behind its figure.
func overlay(w io.Writer, o options) error {
	heading(w, "With the operator's overlay")
	changed, err := loadRules(o.data, "overlay.json")
	if err != nil {
		return err
	}
	q, err := load[question](o.data, "overlaid.json")
	if err != nil {
		return err
	}
	for _, r := range []struct {
		name  string
		rules *cancellation.Rules
	}{{"as published", cancellation.Published()}, {"with the overlay", changed}} {
		fmt.Fprintf(w, "\n%s, %s\n", q.Name, r.name)
		if err := q.answer(w, r.rules, o.at); err != nil {
			return err
		}
	}
	return nil
}
