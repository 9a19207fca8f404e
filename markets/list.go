package markets

import (
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A List is a list of markets that somebody published, in its versions. It is immutable, and safe for any number of
// goroutines. The zero List has no versions.
type List struct {
	id       string
	text     string    // what it means that a market is on it
	versions []version // the newest first
	origin   rules.Origin
}

// A version is a list as it stood on some days.
type version struct {
	span     terms.Span
	standing Standing
	count    int      // of the entries, also where the record does not have them
	entries  []Market // in the order of the codes
	sources  []rules.Source
	note     string
}

// A Version is a list as it stood on some days.
type Version struct {
	List     string         `json:"list"` // its id
	Span     terms.Span     `json:"span"` // the days on which it stood
	Standing Standing       `json:"standing"`
	Count    int            `json:"count"`             // of its entries; the record may have the number alone
	Entries  []Market       `json:"entries,omitempty"` // in the order of the codes; none where the record has the number alone
	Sources  []rules.Source `json:"sources"`
	Note     string         `json:"note,omitempty"`  // what else the record says of it
	Origin   rules.Origin   `json:"origin,omitzero"` // who changed it, if it is not as it was published
}

// A Standing says where a version stands in the record.
type Standing uint8

const (
	// Latest is the latest version that the record has.
	Latest Standing = iota + 1
	// Superseded is a version that a later one took the place of.
	Superseded
	// Counted is a version of which the record has the number of entries, and not the entries.
	Counted
)

// String gives the name.
func (s Standing) String() string { return standingNames.Text(s) }

// MarshalText gives the name.
func (s Standing) MarshalText() ([]byte, error) { return standingNames.Marshal(s) }

// UnmarshalText reads the name. On an error it leaves s as it was.
func (s *Standing) UnmarshalText(text []byte) error { return standingNames.Unmarshal(text, s) }

// Contains says whether a market is on the list. It is unknown for the zero Market, and where the record does not have the
// entries.
func (v Version) Contains(m Market) rules.Truth { return contains(v.Entries, v.Standing, m) }

func contains(entries []Market, standing Standing, m Market) rules.Truth {
	listed := slices.Contains(entries, m)
	return rules.Given(!m.IsZero() && (listed || standing != Counted), listed)
}

// ID gives the list's id, such as markets.topup.excluded.
func (l List) ID() string { return l.id }

// Text gives what it means that a market is on the list, in one sentence.
func (l List) Text() string { return l.text }

// Origin says who changed the list. It is zero for a list as it was published.
func (l List) Origin() rules.Origin { return l.origin }

// Versions gives every version, the newest first. The slices are the caller's own.
func (l List) Versions() []Version {
	versions := make([]Version, len(l.versions))
	for i := range l.versions {
		versions[i] = l.version(&l.versions[i])
	}
	return versions
}

// On gives the list as it stood on a day. A day of which the record has no version is [ErrNoVersion], as a [VersionError]
// that says which days it has versions of; the zero Day is [rules.ErrDay].
func (l List) On(day terms.Day) (Version, error) {
	found := l.on(day)
	if found == nil {
		return Version{}, l.noVersion(day)
	}
	return l.version(found), nil
}

// Contains says whether a market is on the list on a day. It is unknown for the zero Market, on a day of which the record
// has no version, and where the record does not have the version's entries; [List.On] says which.
func (l List) Contains(day terms.Day, m Market) rules.Truth {
	found := l.on(day)
	if found == nil {
		return rules.Unknown
	}
	return contains(found.entries, found.standing, m)
}

func (l List) on(day terms.Day) *version {
	for i := range l.versions {
		if l.versions[i].span.Contains(day) {
			return &l.versions[i]
		}
	}
	return nil
}

func (l List) noVersion(day terms.Day) error {
	e := &VersionError{List: l.id, Day: day, Err: ErrNoVersion}
	if day.IsZero() {
		e.Err = rules.ErrDay
	}
	for i := range l.versions {
		e.Days = append(e.Days, l.versions[i].span)
	}
	return e
}

func (l List) version(v *version) Version {
	return Version{
		List: l.id, Span: v.span, Standing: v.standing, Count: v.count, Entries: slices.Clone(v.entries),
		Sources: slices.Clone(v.sources), Note: v.note, Origin: l.origin,
	}
}

// Boundaries gives the days on which the list changes, in order.
func (l List) Boundaries() []terms.Day {
	var days []terms.Day
	for i := range l.versions {
		for _, end := range []func() (terms.Day, bool){l.versions[i].span.From, l.versions[i].span.Until} {
			if day, ok := end(); ok {
				days = append(days, day)
			}
		}
	}
	slices.SortFunc(days, terms.Day.Compare)
	return slices.Compact(days)
}

// About gives what the list says of itself: the entries and sources are those of its newest version. The slices are the
// caller's own.
func (l List) About() rules.About {
	about := rules.About{Kind: rules.AboutList, ID: l.id, Question: l.text, Origin: l.origin, Boundaries: l.Boundaries()}
	if len(l.versions) == 0 {
		return about
	}
	for _, m := range l.versions[0].entries {
		about.Entries = append(about.Entries, m.Code())
	}
	about.Sources = slices.Clone(l.versions[0].sources)
	return about
}
