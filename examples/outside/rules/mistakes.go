package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/cloudterms/terms/rules"
)

// An adviceError says to the person at the desk what to do about an error.
type adviceError struct {
	advice string
	err    error
}

func (e *adviceError) Error() string { return e.advice }

func (e *adviceError) Unwrap() error { return e.err }

// advise gives the error of a question with what to ask the customer, or what to give, where that would help. The facts
// are those of the set that was asked, to which an edit may have brought its own.
func (p programme) advise(err error) error {
	failed, ok := errors.AsType[*rules.DecisionError](err)
	switch {
	case ok && errors.Is(err, rules.ErrUndetermined):
		return &adviceError{"the price depends on what is not known yet:" + p.questions(failed.Missing), err}
	case errors.Is(err, rules.ErrDay):
		return &adviceError{"which day? give the day of the order, as in -day 2025-09-10", err}
	default:
		return err
	}
}

// questions gives a line for each fact that is missing, with what to ask for it.
func (p programme) questions(missing []string) string {
	var b strings.Builder
	for _, name := range missing {
		fact, _ := p.prices.Fact(name)
		fmt.Fprintf(&b, "\n  %s (%s)", fact.Text, name)
	}
	return b.String()
}
