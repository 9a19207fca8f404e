package markets

import (
	"slices"
	"strings"

	"github.com/cloudterms/terms/rules"
)

// cite puts into each finding of a decision which list answered and by which version: that version's sources, the list's id
// and the version's days among the arguments, and whoever changed the list. A rule whose id begins with a list's id is about
// that list, another about all. The list that decides stands first.
func cite[Out comparable](d rules.Decision[Out], listings ...Listing) rules.Decision[Out] {
	for i := range d.Findings {
		f := &d.Findings[i]
		f.Sources, f.Args = slices.Clone(f.Sources), slices.Clone(f.Args)
		for at, listing := range listingsOf(f.Rule, listings) {
			names := [...]string{"list", "version"}
			if at > 0 {
				names = [...]string{"otherList", "otherVersion"}
			}
			f.Args = append(f.Args, rules.TextArg(names[0], listing.List))
			if !listing.Span.IsZero() {
				f.Args = append(f.Args, rules.SpanArg(names[1], listing.Span))
			}
			f.Sources = appendNew(f.Sources, listing.Sources)
			if f.Origin.IsZero() {
				f.Origin = listing.Origin
			}
		}
	}
	return d
}

func listingsOf(rule rules.ID, listings []Listing) []Listing {
	var own []Listing
	for _, listing := range listings {
		if strings.HasPrefix(string(rule), listing.List+".") {
			own = append(own, listing)
		}
	}
	if own == nil {
		return listings
	}
	return own
}

func appendNew(sources, more []rules.Source) []rules.Source {
	for _, s := range more {
		if !slices.Contains(sources, s) {
			sources = append(sources, s)
		}
	}
	return sources
}

// ifNotGiven gives what was looked up where nothing is given.
func ifNotGiven(given, lookedUp rules.Truth) rules.Truth {
	if given == rules.Unknown {
		return lookedUp
	}
	return given
}

// ifGiven gives what is known of a market, and that nothing is known where none is given.
func ifGiven(m Market, known rules.Truth) rules.Truth {
	if m.IsZero() {
		return rules.Unknown
	}
	return known
}

// edited puts the set with an edit in its place among rules that are changed.
func edited[In any, Out comparable](changed *Rules, set **rules.Set[In, Out], e rules.Edit[In, Out]) (*Rules, error) {
	with, err := (*set).With(e)
	if err != nil {
		return nil, err
	}
	*set = with
	return changed, nil
}
