package markets

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/excerpt"
	"github.com/cloudterms/terms/rules"
)

// A Region is a group of markets in all of which a CSP partner may sell that is located in one of them (CSP-19). Microsoft's
// page calls a region a market too; here a market is one of its entries. The zero Region means "not given".
type Region uint8

// The regions of the CSP programme. Brazil, China, India, Japan, Korea, Russia and Taiwan are regions of one market.
const (
	RegionAfrica Region = iota + 1
	RegionAsiaPacific
	RegionAustralia
	RegionBrazil
	RegionCanada
	RegionChina // in the list of 2023 only
	RegionEurope
	RegionIndia
	RegionJapan
	RegionKorea
	RegionLatinAmerica
	RegionMiddleEast // and Central and Eastern Europe
	RegionNewZealand
	RegionRussia // in the list of 2021 only
	RegionTaiwan
	RegionUnitedStates
)

// Title gives the region's name in English, as the page has it, and nothing for the zero Region.
func (r Region) Title() string {
	if !regionNames.Valid(r) {
		return ""
	}
	return regionTitles[r]
}

// String gives the name.
func (r Region) String() string { return regionNames.Text(r) }

// MarshalText gives the name.
func (r Region) MarshalText() ([]byte, error) { return regionNames.Marshal(r) }

// UnmarshalText reads the name. On an error it leaves r as it was.
func (r *Region) UnmarshalText(text []byte) error { return regionNames.Unmarshal(text, r) }

// A Placement is a market's entry in the list of regions: the region it belongs to, and the currency in which Microsoft bills
// a partner that is located in it. Its text is the parts with spaces between them, as in "NO europe NOK".
type Placement struct {
	Market Market `json:"market"`
	Region Region `json:"region"`
	// Currency is not given where the page has none: Bosnia and Herzegovina, North Macedonia, the Palestinian Authority, Saint
	// Kitts and Nevis, Vatican City.
	Currency terms.Currency `json:"currency,omitzero"`
	// Traditional is the currency of traditional licence-based offers where it is another: US dollars in Brazil.
	Traditional terms.Currency `json:"traditional,omitzero"`
}

// ParsePlacement reads the text of a placement: a market's code, the name of a region, and up to two currencies. Anything
// else is [ErrPlacement].
func ParsePlacement(text string) (Placement, error) {
	const fewest, most = 2, 4
	var p Placement
	fields := strings.Fields(text)
	if len(fields) < fewest || len(fields) > most {
		return Placement{}, &terms.ParseError{Input: excerpt.Of(text), Want: wantPlacement, Err: ErrPlacement}
	}
	parts := []interface{ UnmarshalText(text []byte) error }{&p.Market, &p.Region, &p.Currency, &p.Traditional}
	for i, field := range fields {
		if err := parts[i].UnmarshalText([]byte(field)); err != nil {
			return Placement{}, fmt.Errorf("%w: %q: %w", ErrPlacement, excerpt.Of(text), err)
		}
	}
	return p, nil
}

const wantPlacement = "a market, a region and the currency, as in NO europe NOK"

// String gives the placement's text.
func (p Placement) String() string {
	return strings.TrimSpace(fmt.Sprintf("%s %s %s %s", p.Market, p.Region, p.Currency, p.Traditional))
}

// Compare gives a negative number, 0 or a positive one as p comes before, is or comes after other: by market, then by region
// and currencies.
func (p Placement) Compare(other Placement) int {
	return cmp.Or(
		p.Market.Compare(other.Market), cmp.Compare(p.Region, other.Region), cmp.Compare(p.Currency, other.Currency),
		cmp.Compare(p.Traditional, other.Traditional),
	)
}

// Regions is the list of the regions of the CSP programme, in its dated versions. It is immutable, and safe for any number of
// goroutines. [Rules.Regions] has it.
type Regions struct {
	series series[Placement]
}

// A RegionsVersion is the list of regions as it stood on some days.
type RegionsVersion struct {
	List       string         `json:"list"` // its id
	Span       terms.Span     `json:"span"` // the days on which it stands
	Standing   Standing       `json:"standing"`
	Seen       terms.Day      `json:"seen,omitzero"` // the last day on which the record saw it, where the next may have begun sooner
	Placements []Placement    `json:"placements"`    // in the order of the markets' codes
	Sources    []rules.Source `json:"sources"`
	Note       string         `json:"note,omitempty"`
	Origin     rules.Origin   `json:"origin,omitzero"` // who changed the list, if it is not as it was published
}

// A PlacementListing is what the list of regions says of a market on a day.
type PlacementListing struct {
	Listing
	Placement Placement `json:"placement,omitzero"` // not given if the market is in no region
	// Doubtful says that the next version, which the record has from a later day, may have stood already and says
	// otherwise; then Later has its placement, which is not given if it has none.
	Doubtful bool      `json:"doubtful,omitzero"`
	Later    Placement `json:"later,omitzero"`
}

// ID gives the list's id, markets.csp.regions.
func (r Regions) ID() string { return r.series.id }

// Text gives what it means that a market is on the list, in one sentence.
func (r Regions) Text() string { return r.series.text }

// Origin says who changed the list. It is zero for the list as it was published.
func (r Regions) Origin() rules.Origin { return r.series.origin }

// Boundaries gives the days on which the list changes, in order.
func (r Regions) Boundaries() []terms.Day { return r.series.boundaries() }

// About gives what the list says of itself; entries and sources are those of its newest version.
func (r Regions) About() rules.About { return r.series.about() }

// Versions gives every version, the newest first. The slices are the caller's own.
func (r Regions) Versions() []RegionsVersion {
	versions := make([]RegionsVersion, len(r.series.editions))
	for i := range r.series.editions {
		versions[i] = r.version(&r.series.editions[i])
	}
	return versions
}

// On gives the regions as they stood on a day. A day of which the record has no version is [ErrNoVersion], as a
// [VersionError]; the zero Day is [rules.ErrDay].
func (r Regions) On(day terms.Day) (RegionsVersion, error) {
	found := r.series.on(day)
	if found == nil {
		return RegionsVersion{}, r.series.noVersion(day)
	}
	return r.version(found), nil
}

func (r Regions) version(e *edition[Placement]) RegionsVersion {
	return RegionsVersion{
		List: r.series.id, Span: e.span, Standing: e.standing, Seen: e.seen, Placements: slices.Clone(e.entries),
		Sources: slices.Clone(e.sources), Note: e.note, Origin: r.series.origin,
	}
}

// Listing gives what the list says of a market on a day: its region and currency, and by which version.
func (r Regions) Listing(day terms.Day, m Market) PlacementListing {
	listing := PlacementListing{Listing: Listing{List: r.series.id, Market: m, Day: day}}
	found := r.series.on(day)
	if found == nil {
		listing.Note = r.series.absence(day)
		return listing
	}
	placement, ok := placementOf(found.entries, m)
	listing.Origin = r.originOf(day, m, placement)
	listing.Listed = rules.Given(!m.IsZero(), ok)
	listing.Placement = placement
	listing.Span, listing.Standing, listing.Note = found.span, found.standing, found.note
	listing.Sources = slices.Clone(found.sources)
	if next := r.series.next(day); next != nil {
		later, _ := placementOf(next.entries, m)
		if listing.Doubtful = later != placement; listing.Doubtful {
			listing.Later = later
		}
	}
	return listing
}

// doubtfulWhether says whether the next version, which may have stood already, says otherwise of whether the market is in a
// region at all.
func (l PlacementListing) doubtfulWhether() rules.Truth {
	isIn := l.Listed == rules.Yes
	return rules.Given(l.Listed != rules.Unknown, l.Doubtful && isIn != (l.Later != Placement{}))
}

// originOf says who placed a market as it is, if it is not as it was published.
func (r Regions) originOf(day terms.Day, m Market, now Placement) rules.Origin {
	published := r.series.asPublished().on(day)
	if published == nil {
		return rules.Origin{}
	}
	was, _ := placementOf(published.entries, m)
	switch {
	case was == now:
		return rules.Origin{}
	case now == Placement{}:
		return r.series.origins[was]
	}
	return r.series.origins[now]
}

// placementOf gives the placement of a market, and the zero Placement if it has none.
func placementOf(placements []Placement, m Market) (Placement, bool) {
	at := slices.IndexFunc(placements, func(p Placement) bool { return p.Market == m && !m.IsZero() })
	if at < 0 {
		return Placement{}, false
	}
	return placements[at], true
}

// Markets gives the markets of a region on a day, in the order of the codes: none for a region that the day's version does
// not have. A day of which the record has no version is [ErrNoVersion].
func (r Regions) Markets(day terms.Day, region Region) ([]Market, error) {
	found := r.series.on(day)
	if found == nil {
		return nil, r.series.noVersion(day)
	}
	var markets []Market
	for _, p := range found.entries {
		if p.Region == region {
			markets = append(markets, p.Market)
		}
	}
	return markets, nil
}

// Apply gives the list as an overlay has it, and the list itself if the overlay does not change it. Its entries are the texts
// of placements, as in "NO europe NOK". What is to be removed may be a market's code alone, and is then every placement it
// has: a market is moved by removing its code and adding the new placement. What is added is in every version, what is
// removed in none. An entry that is no placement, that is added though every version has it or removed though none has it,
// and a market that comes to be in two places, is [rules.ErrOverlay].
func (r Regions) Apply(o rules.Overlay) (Regions, error) {
	changed, err := r.series.apply(r.spelledOut(o), ParsePlacement)
	if err != nil {
		return Regions{}, err
	}
	for _, e := range changed.editions {
		for i := 1; i < len(e.entries); i++ {
			if a, b := e.entries[i-1], e.entries[i]; a.Market == b.Market {
				return Regions{}, &rules.SpecError{
					Of: changed.id, Err: rules.ErrOverlay,
					Problem: fmt.Sprintf("%s is in two places, %q and %q; remove one of them", a.Market, a, b),
				}
			}
		}
	}
	return Regions{changed}, nil
}

// spelledOut gives an overlay in which the codes of markets that are removed are their placements.
func (r Regions) spelledOut(o rules.Overlay) rules.Overlay {
	o.Lists = slices.Clone(o.Lists)
	for i, change := range o.Lists {
		if change.List != r.series.id {
			continue
		}
		var removed []string
		for _, text := range change.Remove {
			removed = append(removed, r.placementsOf(text)...)
		}
		o.Lists[i].Remove = removed
	}
	return o
}

// placementsOf gives the placements of the market whose code a text is, in all versions, or the text itself if there are none.
func (r Regions) placementsOf(text string) []string {
	market := byCode(text)
	var placed []string
	for _, p := range r.series.inAny() {
		if p.Market == market && !market.IsZero() {
			placed = append(placed, p.String())
		}
	}
	if placed == nil {
		return []string{text}
	}
	return placed
}

// AsKnown gives the list as it was known on a day: the version of that day stands without end, and later ones are not in
// it. The zero Day gives the list itself.
func (r Regions) AsKnown(day terms.Day) Regions {
	if day.IsZero() {
		return r
	}
	return Regions{r.series.asKnown(day)}
}

// Equal reports whether both are the same version. Lists that are empty and not given are equal.
func (v RegionsVersion) Equal(other RegionsVersion) bool {
	return v.List == other.List && v.Span == other.Span && v.Standing == other.Standing && v.Seen == other.Seen &&
		slices.Equal(v.Placements, other.Placements) && slices.Equal(v.Sources, other.Sources) && v.Note == other.Note &&
		v.Origin == other.Origin
}

// Equal reports whether both say the same. Sources that are empty and not given are equal.
func (l PlacementListing) Equal(other PlacementListing) bool {
	return l.Listing.Equal(other.Listing) && l.Placement == other.Placement && l.Doubtful == other.Doubtful && l.Later == other.Later
}
