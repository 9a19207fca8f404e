package rulebook

import (
	"errors"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A Part is a set, a timeline or a list: a value that an overlay makes another of.
type Part[P any] interface {
	About() rules.About
	Apply(o rules.Overlay) (P, error)
}

// An Amendment applies one overlay to the parts of a copy of a Rules value.
type Amendment struct {
	overlay rules.Overlay
	known   []rules.About
	errs    []error
}

// Begin starts an amendment by the part of an overlay that is about one package.
func Begin(pkg string, o rules.Overlay) *Amendment {
	return &Amendment{overlay: o.For(pkg)}
}

// Amend puts what the overlay makes of a part in its place. On an error the part stays as it was.
func Amend[P Part[P]](a *Amendment, part *P) {
	a.known = append(a.known, (*part).About())
	changed, err := (*part).Apply(a.overlay)
	if err != nil {
		a.errs = append(a.errs, err)
		return
	}
	*part = changed
}

// Err gives everything that is wrong: with the overlay, with what it changes that no part has, and with the changes.
func (a *Amendment) Err() error {
	return errors.Join(append([]error{a.overlay.Check(a.known...)}, a.errs...)...)
}

// CheckFigures gives what is wrong with the figures of a timeline that overlays brought, by a check of each: a figure that reads as
// JSON may still be one by which nothing can be reckoned, such as a choice that {} or "" leaves out.
func CheckFigures[T any](t rules.Timeline[T], check func(T) error) []error {
	var errs []error
	for _, e := range t.Entries() {
		if err := check(e.Value); err != nil && !e.Origin().IsZero() {
			errs = append(errs, &rules.SpecError{Of: t.ID(), Problem: "its value for " + e.Span.String(), Cause: err, Err: rules.ErrOverlay})
		}
	}
	return errs
}

// AsKnown puts the set as it was published on a day in its place.
func AsKnown[In any, Out comparable](set **rules.Set[In, Out], day terms.Day, errs *[]error) {
	known, err := (*set).AsKnown(day)
	if err != nil {
		*errs = append(*errs, err)
		return
	}
	*set = known
}

// Edited puts a set with an edit in its place in a copy of a Rules value, and gives the copy. On an error there is none.
func Edited[R, In any, Out comparable](changed *R, set **rules.Set[In, Out], e rules.Edit[In, Out]) (*R, error) {
	made, err := (*set).With(e)
	if err != nil {
		return nil, err
	}
	*set = made
	return changed, nil
}
