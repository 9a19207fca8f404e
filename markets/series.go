package markets

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// An entry is what a list has many of.
type entry[E any] interface {
	comparable
	Compare(other E) int
	String() string
}

// A series is a list in its editions: what [List] and [Regions] have in common.
type series[E entry[E]] struct {
	id       string
	text     string       // what it means to be on the list
	before   string       // what the record says of the days before the first edition
	editions []edition[E] // the newest first

	// What overlays have made of it: who changed it last, who added or removed an entry last, and the list before all that,
	// which is nil for one that nobody changed.
	origin    rules.Origin
	origins   map[E]rules.Origin
	published *series[E]
}

// An edition is a list as it stood on some days.
type edition[E entry[E]] struct {
	span     terms.Span
	standing Standing
	seen     terms.Day // the last day on which the record saw it, if the next edition is not known to follow at once
	count    int       // of the entries, also where the record does not have them
	entries  []E       // in order
	sources  []rules.Source
	note     string
}

// on gives the edition of a day, and nil if there is none.
func (s *series[E]) on(day terms.Day) *edition[E] {
	for i := range s.editions {
		if s.editions[i].span.Contains(day) {
			return &s.editions[i]
		}
	}
	return nil
}

// next gives the edition behind that of a day if it may have begun by that day: if the record has not seen the one of the
// day so late.
func (s *series[E]) next(day terms.Day) *edition[E] {
	for i := range s.editions {
		e := &s.editions[i]
		if e.span.Contains(day) && i > 0 && !e.seen.IsZero() && day.After(e.seen) {
			return &s.editions[i-1]
		}
	}
	return nil
}

func (s *series[E]) noVersion(day terms.Day) error {
	e := &VersionError{List: s.id, Day: day, Err: ErrNoVersion}
	if day.IsZero() {
		e.Err = rules.ErrDay
		return e
	}
	for i := range s.editions {
		if span := s.editions[i].span; !span.IsPending() {
			e.Days = append(e.Days, span)
		}
	}
	if first, begins := s.editions[len(s.editions)-1].span.From(); !begins || day.Before(first) {
		e.Note = s.before
	}
	return e
}

func (s *series[E]) boundaries() []terms.Day {
	var days []terms.Day
	for i := range s.editions {
		span := s.editions[i].span
		if from, ok := span.From(); ok {
			days = append(days, from)
		}
		if until, ok := span.Until(); ok {
			days = append(days, until)
		}
	}
	slices.SortFunc(days, terms.Day.Compare)
	return slices.Compact(days)
}

func (s *series[E]) about() rules.About {
	about := rules.About{Kind: rules.AboutList, ID: s.id, Question: s.text, Origin: s.origin, Boundaries: s.boundaries()}
	for _, e := range s.editions[0].entries {
		about.Entries = append(about.Entries, e.String())
	}
	about.Sources, about.Digest = slices.Clone(s.editions[0].sources), s.digest()
	return about
}

// digest tells one content of the list from another, in all of its editions.
func (s *series[E]) digest() string {
	var content []byte
	for _, e := range s.editions {
		content = fmt.Appendln(content, e.span, e.standing, e.seen, e.count, e.entries)
	}
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// asPublished gives the series before any overlay changed it.
func (s *series[E]) asPublished() *series[E] {
	if s.published != nil {
		return s.published
	}
	return s
}

// absence says in a sentence that the record has no edition of a day.
func (s *series[E]) absence(day terms.Day) string {
	if day.IsZero() {
		return "No day is given."
	}
	said := fmt.Sprintf("The record has no version of the list for %s.", day)
	if first, begins := s.editions[len(s.editions)-1].span.From(); s.before != "" && (!begins || day.Before(first)) {
		said += " " + s.before
	}
	return said
}

// apply gives the series as an overlay has it: with what it adds in every edition, and with what it removes in none.
func (s *series[E]) apply(o rules.Overlay, read func(string) (E, error)) (series[E], error) {
	adds, removes := halves(o)
	all, anywhere := s.inAll(), s.inAny()
	grown, origin, errAdd := rules.ChangeList(adds, s.id, all, read)
	left, _, errRemove := rules.ChangeList(removes, s.id, anywhere, read)
	if err := errors.Join(errAdd, errRemove); err != nil {
		return series[E]{}, err
	}
	changed := *s
	if origin.IsZero() {
		return changed, nil
	}
	added, removed := without(grown, all), without(anywhere, left)
	changed.published = s.asPublished()
	changed.origin, changed.origins, changed.editions = origin, maps.Clone(s.origins), slices.Clone(s.editions)
	changed.note(added, rules.Origin{Owner: o.Owner, Change: rules.Added, Reason: o.Reason})
	changed.note(removed, rules.Origin{Owner: o.Owner, Change: rules.Removed, Reason: o.Reason})
	for i := range changed.editions {
		e := &changed.editions[i]
		was := len(e.entries)
		if e.entries = ordered(without(e.entries, removed), added); e.standing != Counted {
			e.count += len(e.entries) - was
		}
		if e.note != "" && s.published == nil {
			e.note = "As it was published: " + e.note
		}
	}
	return changed, nil
}

// note notes who added or removed entries.
func (s *series[E]) note(entries []E, origin rules.Origin) {
	if s.origins == nil {
		s.origins = map[E]rules.Origin{}
	}
	for _, e := range entries {
		s.origins[e] = origin
	}
}

// halves parts an overlay into what adds to lists and what removes from them.
func halves(o rules.Overlay) (adds, removes rules.Overlay) {
	adds, removes = o, o
	adds.Lists, removes.Lists = nil, nil
	for _, c := range o.Lists {
		adds.Lists = append(adds.Lists, rules.ListChange{List: c.List, Add: c.Add})
		removes.Lists = append(removes.Lists, rules.ListChange{List: c.List, Remove: c.Remove})
	}
	return adds, removes
}

// asKnown gives the series as it was known on a day: without the editions that came later.
func (s *series[E]) asKnown(day terms.Day) series[E] {
	known := *s
	if s.published != nil {
		published := s.published.asKnown(day)
		known.published = &published
	}
	known.editions = slices.DeleteFunc(slices.Clone(s.editions), func(e edition[E]) bool {
		from, begins := e.span.From()
		return begins && from.After(day)
	})
	if len(known.editions) == 0 { // then the list is none, which is not the same as an empty one
		known.editions = []edition[E]{{span: terms.Pending()}}
		known.before = "On " + day.String() + " the list was not published."
		return known
	}
	newest := &known.editions[0]
	if from, begins := newest.span.From(); begins && newest.standing == Superseded {
		newest.span, newest.standing, newest.seen = terms.SpanFrom(from), Latest, terms.Day{}
	}
	return known
}

func (s *series[E]) inAll() []E {
	return slices.DeleteFunc(s.inAny(), func(entry E) bool {
		return slices.ContainsFunc(s.editions, func(e edition[E]) bool { return !slices.Contains(e.entries, entry) })
	})
}

func (s *series[E]) inAny() []E {
	var all []E
	for i := range s.editions {
		all = ordered(all, s.editions[i].entries)
	}
	return all
}

// ordered gives the entries of both, each once, in order.
func ordered[E entry[E]](a, b []E) []E {
	all := slices.Concat(a, b)
	slices.SortFunc(all, E.Compare)
	return slices.Compact(all)
}

// without gives the entries of one that are not in the other.
func without[E entry[E]](all, some []E) []E {
	var left []E
	for _, e := range all {
		if !slices.Contains(some, e) {
			left = append(left, e)
		}
	}
	return left
}
