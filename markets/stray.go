package markets

// A strayPlace is a place that names mean and that is no market: a country that Microsoft has no market for, a part of one, or
// one that is no more.
type strayPlace struct {
	id    string // by ISO 3166: of part 1 for a country, of part 2 for a part of one, of part 3 for one that is no more
	is    string // what it is
	meant string // the codes of the markets that may be meant, with spaces between them
}

// strayPlaceOf gives the place of an id.
func strayPlaceOf(id string) (strayPlace, bool) {
	for _, p := range strayPlaces {
		if p.id == id {
			return p, true
		}
	}
	return strayPlace{}, false
}

// strayCodeAsPlace gives what a code means that stands where a name is wanted.
func strayCodeAsPlace(text string) strayPlace {
	code := asCode(text)
	if m := byCode(code); !m.IsZero() {
		return strayPlace{code, "a market's code", m.Code()}
	}
	if stray, ok := strayOf(code); ok {
		return strayPlace{code, stray.is, stray.meant}
	}
	return strayPlace{}
}
