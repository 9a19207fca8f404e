package pricing

import (
	"slices"

	"github.com/cloudterms/terms/rules"
)

// list is a list by which this package decides, and which overlays change. It is immutable.
type list[T comparable] struct {
	id      string
	text    string // what it means that something is on it
	entries []T
	sources []rules.Source
	origin  rules.Origin
	read    func(string) (T, error)
	write   func(T) string
}

// contains reports whether something is on the list.
func (l list[T]) contains(entry T) bool { return slices.Contains(l.entries, entry) }

// About gives what the list says of itself.
func (l list[T]) About() rules.About {
	about := rules.About{Kind: rules.AboutList, ID: l.id, Question: l.text, Sources: slices.Clone(l.sources), Origin: l.origin}
	for _, entry := range l.entries {
		about.Entries = append(about.Entries, l.write(entry))
	}
	return about
}

// Apply gives the list as an overlay has it.
func (l list[T]) Apply(o rules.Overlay) (list[T], error) {
	entries, origin, err := rules.ChangeList(o, l.id, l.entries, l.read)
	if err != nil {
		return list[T]{}, err
	}
	if !origin.IsZero() {
		l.entries, l.origin = entries, origin
	}
	return l, nil
}
