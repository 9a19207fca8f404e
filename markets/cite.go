package markets

import (
	"slices"

	"github.com/cloudterms/terms/rules"
)

// citations are the listings of rules that are not about the list which decides.
type citations map[rules.ID][]Listing

// cite puts into each finding of a decision which list answered and by which version: that version's sources, the list's id
// and the version's days among the arguments, and whoever changed the list.
func cite[Out comparable](d rules.Decision[Out], others citations, decisive Listing) rules.Decision[Out] {
	for i := range d.Findings {
		listings, ok := others[d.Findings[i].Rule]
		if !ok {
			listings = []Listing{decisive}
		}
		citeFinding(&d.Findings[i], listings)
	}
	return d
}

func citeFinding[Out comparable](f *rules.Finding[Out], listings []Listing) {
	f.Sources, f.Args = slices.Clone(f.Sources), slices.Clone(f.Args)
	list, version := "list", "version"
	for _, listing := range listings {
		f.Args = append(f.Args, rules.TextArg(list, listing.List))
		if !listing.Span.IsZero() {
			f.Args = append(f.Args, rules.SpanArg(version, listing.Span))
		}
		f.Sources = appendNew(f.Sources, listing.Sources)
		if f.Origin.IsZero() {
			f.Origin = listing.Origin
		}
		list, version = "otherList", "otherVersion"
	}
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
