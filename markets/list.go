package markets

import (
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A List is a list of markets that somebody published, in its dated versions. It is immutable, and safe for any number of
// goroutines. [Rules] has those there are.
type List struct {
	series series[Market]
}

// A Version is a list as it stood on some days.
type Version struct {
	List     string         `json:"list"` // its id
	Span     terms.Span     `json:"span"` // the days on which it stood
	Standing Standing       `json:"standing"`
	Count    int            `json:"count"`             // of its entries; the record may have the number alone
	Entries  []Market       `json:"entries,omitempty"` // in the order of the codes; of a counted version those that are known
	Sources  []rules.Source `json:"sources"`
	Note     string         `json:"note,omitempty"`  // what else the record says of it
	Origin   rules.Origin   `json:"origin,omitzero"` // who changed the list, if it is not as it was published
}

// A Listing is what a list says of a market on a day.
type Listing struct {
	List   string    `json:"list"` // its id
	Market Market    `json:"market"`
	Day    terms.Day `json:"day"`
	// Listed says whether the market is on the list. It is unknown for the zero Market, for a day of which the record has no
	// version, and where it does not have the version's entries.
	Listed   rules.Truth    `json:"listed"`
	Span     terms.Span     `json:"span,omitzero"` // the days on which the version stood; not given if there is none
	Standing Standing       `json:"standing,omitzero"`
	Sources  []rules.Source `json:"sources,omitempty"`
	Note     string         `json:"note,omitempty"`  // what else the record says of the version, or why there is none
	Origin   rules.Origin   `json:"origin,omitzero"` // who put the market on the list or took it off, if it was not so published
}

// A Standing says where a version stands in the record.
type Standing uint8

const (
	// Latest is the latest version that the record has.
	Latest Standing = iota + 1
	// Superseded is a version that a later one took the place of.
	Superseded
	// Counted is the latest version that the record has, by the number of its entries and not by the entries.
	Counted
)

// ID gives the list's id, such as markets.topup.excluded.
func (l List) ID() string { return l.series.id }

// Text gives what it means that a market is on the list, in one sentence.
func (l List) Text() string { return l.series.text }

// Origin says who changed the list. It is zero for a list as it was published.
func (l List) Origin() rules.Origin { return l.series.origin }

// Boundaries gives the days on which the list changes, in order.
func (l List) Boundaries() []terms.Day { return l.series.boundaries() }

// About gives what the list says of itself; entries and sources are those of its newest version.
func (l List) About() rules.About { return l.series.about() }

// Versions gives every version, the newest first. The slices are the caller's own.
func (l List) Versions() []Version {
	versions := make([]Version, len(l.series.editions))
	for i := range l.series.editions {
		versions[i] = l.version(&l.series.editions[i])
	}
	return versions
}

// On gives the list as it stood on a day. A day of which the record has no version is [ErrNoVersion], as a [VersionError]
// that says of which days it has one; the zero Day is [rules.ErrDay].
func (l List) On(day terms.Day) (Version, error) {
	found := l.series.on(day)
	if found == nil {
		return Version{}, l.series.noVersion(day)
	}
	return l.version(found), nil
}

func (l List) version(e *edition[Market]) Version {
	return Version{
		List: l.series.id, Span: e.span, Standing: e.standing, Count: e.count, Entries: slices.Clone(e.entries),
		Sources: slices.Clone(e.sources), Note: e.note, Origin: l.series.origin,
	}
}

// Contains says whether a market is on the list on a day. It is unknown for the zero Market, for a day of which the record
// has no version, and where it does not have the version's entries; [List.Listing] says more.
func (l List) Contains(day terms.Day, m Market) rules.Truth {
	found := l.series.on(day)
	if found == nil {
		return rules.Unknown
	}
	return contains(found.entries, found.standing, m)
}

// Listing gives what the list says of a market on a day, and by which version.
func (l List) Listing(day terms.Day, m Market) Listing {
	listing := Listing{List: l.series.id, Market: m, Day: day, Listed: l.Contains(day, m)}
	found := l.series.on(day)
	if found == nil {
		listing.Note = l.series.absence(day)
		return listing
	}
	listing.Span, listing.Standing, listing.Note = found.span, found.standing, found.note
	listing.Sources = slices.Clone(found.sources)
	if listing.Listed != l.asPublished().Contains(day, m) {
		listing.Origin = l.series.origins[m]
	}
	return listing
}

// asPublished gives the list before any overlay changed it.
func (l List) asPublished() List { return List{*l.series.asPublished()} }

// Apply gives the list as an overlay has it, and the list itself if the overlay does not change it. What it adds is on every
// version, what it removes on none. An entry that is no market's code, that is added though every version has it, or that
// is removed though none has it, is [rules.ErrOverlay].
func (l List) Apply(o rules.Overlay) (List, error) {
	changed, err := l.series.apply(o, ParseMarket)
	if err != nil {
		return List{}, err
	}
	return List{changed}, nil
}

// AsKnown gives the list as it was known on a day: the version of that day stands without end, and later ones are not in
// it. The zero Day gives the list itself.
func (l List) AsKnown(day terms.Day) List {
	if day.IsZero() {
		return l
	}
	return List{l.series.asKnown(day)}
}

// Contains says whether a market is on the list. It is unknown for the zero Market, and for one that a counted version is not
// known to have.
func (v Version) Contains(m Market) rules.Truth { return contains(v.Entries, v.Standing, m) }

func contains(entries []Market, standing Standing, m Market) rules.Truth {
	listed := slices.Contains(entries, m)
	return rules.Given(!m.IsZero() && (listed || standing != Counted), listed)
}

// Equal reports whether both are the same version. Entries and sources that are empty and not given are equal.
func (v Version) Equal(other Version) bool {
	return v.List == other.List && v.Span == other.Span && v.Standing == other.Standing && v.Count == other.Count &&
		slices.Equal(v.Entries, other.Entries) && slices.Equal(v.Sources, other.Sources) && v.Note == other.Note &&
		v.Origin == other.Origin
}

// Equal reports whether both say the same. Sources that are empty and not given are equal.
func (l Listing) Equal(other Listing) bool {
	return l.List == other.List && l.Market == other.Market && l.Day == other.Day && l.Listed == other.Listed &&
		l.Span == other.Span && l.Standing == other.Standing && slices.Equal(l.Sources, other.Sources) &&
		l.Note == other.Note && l.Origin == other.Origin
}

// String gives the name.
func (s Standing) String() string { return standingNames.Text(s) }

// MarshalText gives the name.
func (s Standing) MarshalText() ([]byte, error) { return standingNames.Marshal(s) }

// UnmarshalText reads the name. On an error it leaves s as it was.
func (s *Standing) UnmarshalText(text []byte) error { return standingNames.Unmarshal(text, s) }
