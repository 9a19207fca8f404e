package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// conditions are those this program tells apart. A service would map them to its own codes in the same way.
var conditions = []struct {
	name string
	err  error
}{
	{"terms.ErrJSON", terms.ErrJSON},
	{"terms.ErrDay", terms.ErrDay},
	{"terms.ErrInstant", terms.ErrInstant},
	{"terms.ErrName", terms.ErrName},
	{"terms.ErrMoney", terms.ErrMoney},
	{"terms.ErrCurrencyMismatch", terms.ErrCurrencyMismatch},
	{"cancellation.ErrRequest", cancellation.ErrRequest},
	{"cancellation.ErrNoWindow", cancellation.ErrNoWindow},
	{"cancellation.ErrNotSaid", cancellation.ErrNotSaid},
	{"cancellation.ErrWindow", cancellation.ErrWindow},
	{"cancellation.ErrResource", cancellation.ErrResource},
	{"cancellation.ErrCall", cancellation.ErrCall},
	{"cancellation.ErrAllowedUntil", cancellation.ErrAllowedUntil},
	{"licensing.ErrRequest", licensing.ErrRequest},
	{"rules.ErrNoFigure", rules.ErrNoFigure},
	{"rules.ErrNoRule", rules.ErrNoRule},
	{"rules.ErrOverlay", rules.ErrOverlay},
}

// showError writes an error on a line for each thing that is wrong, and below it what a program goes by.
func showError(w io.Writer, err error) {
	if list, ok := joined(err); ok {
		for _, one := range list {
			showError(w, one)
		}
		return
	}
	for l := range strings.Lines(err.Error()) {
		line(w, "error: %s", strings.TrimRight(l, "\n"))
	}
	var names []string
	for _, c := range conditions {
		if errors.Is(err, c.err) {
			names = append(names, c.name)
		}
	}
	line(w, "  is %s", orNone(names))
	line(w, "  as %s", orNone(typed(err)))
}

// joined gives the errors of a list. A typed error of the module wraps several, too, and is one.
func joined(err error) ([]error, bool) {
	switch err.(type) {
	case *terms.DecodeError, *pricing.InputError:
		return nil, false
	}
	list, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return nil, false
	}
	return list.Unwrap(), true
}

// typed gives what the typed errors in an error say beyond its text.
func typed(err error) []string {
	var (
		list    []string
		decode  *terms.DecodeError
		request *cancellation.RequestError
		bill    *pricing.InputError
		term    *licensing.RequestError
		figure  *rules.FigureError
		spec    *rules.SpecError
	)
	if errors.As(err, &decode) {
		list = append(list, fmt.Sprintf("*terms.DecodeError %q", decode.Path))
	}
	if errors.As(err, &request) {
		list = append(list, fmt.Sprintf("*cancellation.RequestError %s, want %s", request.Field, request.Want))
	}
	if errors.As(err, &bill) {
		list = append(list, fmt.Sprintf("*pricing.InputError %s, want %s", bill.Field, bill.Want))
	}
	if errors.As(err, &term) {
		list = append(list, fmt.Sprintf("*licensing.RequestError %s, want %s", term.Field, term.Want))
	}
	if errors.As(err, &figure) {
		list = append(list, fmt.Sprintf("*rules.FigureError %s has %v", figure.Timeline, figure.Days))
	}
	if errors.As(err, &spec) {
		list = append(list, "*rules.SpecError")
	}
	return list
}

func orNone(list []string) string {
	if len(list) == 0 {
		return "-"
	}
	return strings.Join(list, "; ")
}
