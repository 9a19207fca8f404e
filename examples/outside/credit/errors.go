package main

import (
	"errors"
	"fmt"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/licensing"
)

// conditions are those this program tells apart. A service would map them to its own codes in the same way.
var conditions = []struct {
	name string
	err  error
}{
	{"terms.ErrJSON", terms.ErrJSON},
	{"terms.ErrDay", terms.ErrDay},
	{"terms.ErrCurrencyMismatch", terms.ErrCurrencyMismatch},
	{"licensing.ErrActivatedTooLate", licensing.ErrActivatedTooLate},
	{"credit.ErrPolicy", credit.ErrPolicy},
	{"credit.ErrID", credit.ErrID},
	{"credit.ErrConflict", credit.ErrConflict},
	{"credit.ErrAmount", credit.ErrAmount},
	{"credit.ErrInstant", credit.ErrInstant},
	{"credit.ErrCurrency", credit.ErrCurrency},
	{"credit.ErrReturn", credit.ErrReturn},
	{"credit.ErrStatement", credit.ErrStatement},
}

// matching gives the names of the conditions of an error. One error can have several: JSON with a day that does not
// exist is both.
func matching(err error) []string {
	var names []string
	for _, c := range conditions {
		if errors.Is(err, c.err) {
			names = append(names, c.name)
		}
	}
	return names
}

// details gives what the typed errors in an error say beyond their text: the place, the field or id, the days that would
// be right. A ledger reports all its faults at once, so each is looked at.
func details(err error) []string {
	var input *credit.InputError
	if !errors.As(err, &input) {
		return detail(err)
	}
	var lines []string
	for _, fault := range input.Faults {
		lines = append(lines, detail(fault)...)
	}
	return lines
}

func detail(err error) []string {
	var (
		lines      []string
		decode     *terms.DecodeError
		parse      *terms.ParseError
		policy     *credit.PolicyError
		lot        *credit.LotError
		event      *credit.EventError
		activation *licensing.ActivationError
	)
	if errors.As(err, &decode) {
		lines = append(lines, fmt.Sprintf("*terms.DecodeError: path %q, line %d, column %d", decode.Path, decode.Line, decode.Column))
	}
	if errors.As(err, &parse) {
		lines = append(lines, fmt.Sprintf("*terms.ParseError: input %q, want %s", parse.Input, parse.Want))
	}
	if errors.As(err, &policy) {
		lines = append(lines, fmt.Sprintf("*credit.PolicyError: field %q", policy.Field))
	}
	if errors.As(err, &lot) {
		lines = append(lines, fmt.Sprintf("*credit.LotError: lot %q", lot.Lot))
	}
	if errors.As(err, &event) {
		lines = append(lines, fmt.Sprintf("*credit.EventError: event %q", event.Event))
	}
	if errors.As(err, &activation) {
		lines = append(lines, fmt.Sprintf("*licensing.ActivationError: key %s, last day %s", activation.KeyID, activation.Last))
	}
	return lines
}
