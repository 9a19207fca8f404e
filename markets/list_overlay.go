package markets

import (
	"errors"
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// Apply gives the list as an overlay has it, and the list itself if the overlay does not change it. What it adds is on every
// version, what it removes on none. An entry that is no market's code, that is added though every version has it, or that
// is removed though none has it, is [rules.ErrOverlay].
func (l List) Apply(o rules.Overlay) (List, error) {
	adds, removes := halves(o)
	with, added, errAdd := rules.ChangeList(adds, l.id, l.onAll(), ParseMarket)
	without, removed, errRemove := rules.ChangeList(removes, l.id, l.onAny(), ParseMarket)
	if err := errors.Join(errAdd, errRemove); err != nil {
		return List{}, err
	}
	if added.IsZero() && removed.IsZero() {
		return l, nil
	}
	gone := slices.DeleteFunc(l.onAny(), func(m Market) bool { return slices.Contains(without, m) })
	changed := List{id: l.id, text: l.text, versions: slices.Clone(l.versions), origin: added}
	for i := range changed.versions {
		v := &changed.versions[i]
		v.entries = union(v.entries, with)
		v.entries = slices.DeleteFunc(v.entries, func(m Market) bool { return slices.Contains(gone, m) })
		v.count += len(v.entries) - len(l.versions[i].entries)
	}
	return changed, nil
}

// halves parts an overlay's changes of lists into those that add and those that remove, each of every list the overlay
// changes.
func halves(o rules.Overlay) (adds, removes rules.Overlay) {
	adds, removes = o, o
	adds.Lists, removes.Lists = nil, nil
	for _, c := range o.Lists {
		adds.Lists = append(adds.Lists, rules.ListChange{List: c.List, Add: c.Add})
		removes.Lists = append(removes.Lists, rules.ListChange{List: c.List, Remove: c.Remove})
	}
	return adds, removes
}

// AsKnown gives the list as it was known on a day: the version of that day stands without end, and later ones are not in
// it. The zero Day gives the list itself.
func (l List) AsKnown(day terms.Day) List {
	if day.IsZero() {
		return l
	}
	known := l
	known.versions = slices.DeleteFunc(slices.Clone(l.versions), func(v version) bool {
		from, begins := v.span.From()
		return begins && from.After(day)
	})
	if len(known.versions) == 0 || len(known.versions) == len(l.versions) {
		return known
	}
	newest := &known.versions[0]
	if from, begins := newest.span.From(); begins {
		newest.span = terms.SpanFrom(from)
	} else {
		newest.span = terms.Always()
	}
	if newest.standing == Superseded {
		newest.standing = Latest
	}
	return known
}

// onAll gives the markets that every version has.
func (l List) onAll() []Market {
	return slices.DeleteFunc(l.onAny(), func(m Market) bool {
		return slices.ContainsFunc(l.versions, func(v version) bool { return !slices.Contains(v.entries, m) })
	})
}

// onAny gives the markets that some version has.
func (l List) onAny() []Market {
	var all []Market
	for i := range l.versions {
		all = union(all, l.versions[i].entries)
	}
	return all
}

// union gives the markets of both, in the order of the codes.
func union(a, b []Market) []Market {
	all := slices.Concat(a, b)
	slices.SortFunc(all, Market.Compare)
	return slices.Compact(all)
}
