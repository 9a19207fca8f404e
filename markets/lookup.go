package markets

import (
	"github.com/cloudterms/terms/internal/excerpt"
	"github.com/cloudterms/terms/internal/fold"
)

// Lookup gives the market of a name in a language: the current name, a former one, or one that Microsoft's lists use. Case,
// accents, punctuation and spaces do not matter, nor how "and" and "saint" are written: "S:t Lucia", "SAINT LUCIA" and "st
// lucia" are one in Swedish.
//
// It never guesses. A name means what it means in its language alone: "Kongo" is the Republic of the Congo in Microsoft's
// Swedish lists, and the Democratic Republic in Norwegian. A bare name that Microsoft's lists give to one of two, Congo or
// Korea, is that one's. Where more languages are given, all that have the name must mean one market. Who holds languages in a
// slice gives languages[0] and languages[1:]...
//
// A name that may be any of several markets is [ErrAmbiguous], one that is no market's [ErrName]; the [NameError] has the
// markets it may be, or those whose names are near. It knows countries that are no markets, parts of countries and countries
// that are no more, and codes, which [Identify] reads. A language that is not given is [ErrLanguage].
func Lookup(name string, language Language, more ...Language) (Market, error) {
	if !language.IsValid() || !valid(more) {
		return Market{}, nameError(name, nil, ErrLanguage)
	}
	means := meaningIn(name, language)
	if len(more) == 0 && means.isMarket() {
		return means.market(), nil
	}
	languages := append([]Language{language}, more...)
	var found []Market
	var stray strayPlace
	for _, l := range languages {
		means := meaningIn(name, l)
		found = ordered(found, means.markets())
		if is, ok := means.stray(); ok {
			stray = is
		}
	}
	switch {
	case len(found) == 1 && stray.is == "":
		return found[0], nil
	case len(found) > 0:
		e := nameError(name, languages, ErrAmbiguous)
		e.Could = ordered(found, marketsOf(stray.meant))
		return Market{}, e
	}
	return Market{}, noName(name, languages, stray)
}

// noName says what is known of a name that is no market's.
func noName(name string, languages []Language, stray strayPlace) error {
	e := nameError(name, languages, ErrName)
	if stray.is == "" {
		stray = strayCodeAsPlace(name)
	}
	if stray.is != "" {
		e.Is, e.Could = stray.is, marketsOf(stray.meant)
		return e
	}
	e.Could, e.Elsewhere = elsewhere(name)
	e.Near = near(name, languages)
	return e
}

// elsewhere gives what a name may mean in any language, and the languages in which it means something.
func elsewhere(name string) (could []Market, in []Language) {
	for _, l := range Languages() {
		if found := meaningIn(name, l).markets(); len(found) > 0 {
			could, in = ordered(could, found), append(in, l)
		}
	}
	return could, in
}

// A nameKey is a folded name and the number of what it means.
type nameKey struct {
	key   string
	means meaning
}

// A meaning is the number of a market, or, behind those, the place of what is not just one in otherMeanings.
type meaning uint16

func (n meaning) isMarket() bool { return n > 0 && int(n) < len(marketTable) }

func (n meaning) market() Market { return marketAt(int(n)) }

func (n meaning) other() string {
	if int(n) < len(marketTable) {
		return ""
	}
	return otherMeanings[int(n)-len(marketTable)]
}

// markets gives the markets that a name may mean.
func (n meaning) markets() []Market {
	if n.isMarket() {
		return []Market{n.market()}
	}
	if _, stray := n.stray(); stray {
		return nil
	}
	return marketsOf(n.other())
}

// stray says which place a name means that is no market.
func (n meaning) stray() (strayPlace, bool) { return strayPlaceOf(n.other()) }

const (
	maxName  = 256 // bytes a name may have
	usualKey = 128 // bytes a folded name has room for before it takes memory of its own
)

// meaningIn gives what a name means in a language, and 0 if it means nothing.
func meaningIn(name string, l Language) meaning {
	if len(name) > maxName {
		return 0
	}
	var room [usualKey]byte
	return meaningOfKey(folders[l-1].Append(room[:0], name), l)
}

// meaningOfKey finds a folded name at the place its hash gives it, or behind it where others were there first.
func meaningOfKey(key []byte, l Language) meaning {
	keys, places := keyTable[l-1], &keyIndex[l-1]
	for place := fold.Hash(key) % keyPlaces; ; place = (place + 1) % keyPlaces {
		at := places[place]
		if at == 0 {
			return 0
		}
		if found := &keys[at-1]; found.key == string(key) {
			return found.means
		}
	}
}

func nameError(name string, languages []Language, condition error) *NameError {
	return &NameError{Input: excerpt.Of(name), Languages: languages, Err: condition}
}
