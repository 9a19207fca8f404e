package markets

import "strings"

//go:generate go run github.com/cloudterms/terms/internal/marketnames -out data_table.go

// A Market is one of the markets Microsoft sells in, by its own codes. It is a comparable value; == and map keys work. The
// zero Market means "not given" and is no market. A field that is left out of JSON, or is empty text there, is the zero Market
// and no error: who needs one asks [Market.IsZero].
//
// Microsoft's codes are those of ISO 3166-1, and four of its own for places that ISO counts with others or does not list:
// Saba (XS), Sint Eustatius (XE), Jan Mayen (XJ) and Kosovo (XK). So BQ is Bonaire alone, and SJ Svalbard alone. Countries
// of ISO 3166-1 that Microsoft's table leaves out (Cuba, Iran, North Korea, Sudan, Syria, Western Sahara) are no markets.
//
// Its text is the code of two letters. The number behind a Market is not stable and never written.
type Market struct {
	number uint8 // its place in marketTable; zero is not given
}

type marketRow struct {
	code, code3 string // Microsoft's
	iso, iso3   string // of the place the market is or is part of, by ISO 3166-1; empty if it has none
	number      string // of that place by ISO 3166-1, three digits; empty if it has none
}

// ParseMarket reads a market's code, in capitals: Microsoft's of two letters or three (SE, SWE, XS, XSA), which are those of
// ISO 3166-1 where there are any. Everything else is [ErrCode], as a [CodeError] that says what was meant where that is
// known: codes that ISO withdrew (AN, ZR) or reserves (UK), countries that are no markets (CU), numbers of ISO (752), and codes
// in small letters. [CodeError.Kind] tells these apart. Names are read by [Lookup], and by [Identify] what may be either.
func ParseMarket(text string) (Market, error) {
	if m := byCode(text); !m.IsZero() {
		return m, nil
	}
	return Market{}, codeError(text)
}

// MustParseMarket is [ParseMarket] for codes written into a program. It panics on text that ParseMarket refuses, so it is
// for constants and tests, never for input.
func MustParseMarket(text string) Market {
	m, err := ParseMarket(text)
	if err != nil {
		panic(err)
	}
	return m
}

// All gives every market, in the order of the codes.
func All() []Market {
	all := make([]Market, 0, len(marketTable)-1)
	for i := range marketTable[1:] {
		all = append(all, marketAt(i+1))
	}
	return all
}

// IsZero reports whether no market is given.
func (m Market) IsZero() bool { return m == Market{} }

// Code gives Microsoft's code of two letters, such as SE, and nothing for the zero Market.
func (m Market) Code() string { return marketTable[m.number].code }

// Code3 gives Microsoft's code of three letters, such as SWE, and nothing for the zero Market.
func (m Market) Code3() string { return marketTable[m.number].code3 }

// ISO gives the ISO 3166-1 alpha-2 code of the place the market is or is part of, and whether it has one: SE for Sweden, BQ
// for Saba, none for Kosovo. Several markets share one: BQ is also Bonaire and Sint Eustatius, SJ Svalbard and Jan Mayen.
func (m Market) ISO() (string, bool) {
	iso := marketTable[m.number].iso
	return iso, iso != ""
}

// ISO3 gives the ISO 3166-1 alpha-3 code of the place the market is or is part of, and whether it has one: SWE for Sweden,
// BES for Saba, none for Kosovo.
func (m Market) ISO3() (string, bool) {
	iso := marketTable[m.number].iso3
	return iso, iso != ""
}

// Compare gives −1, 0 or +1 as m's code comes before, is or comes after other's. The zero Market comes before every other.
func (m Market) Compare(other Market) int { return strings.Compare(m.Code(), other.Code()) }

// String gives the code, and nothing for the zero Market.
func (m Market) String() string { return m.Code() }

// MarshalText gives the code, and empty text for the zero Market. It never fails.
func (m Market) MarshalText() ([]byte, error) { return []byte(m.Code()), nil }

// UnmarshalText reads what [ParseMarket] reads, and empty text, which ParseMarket refuses, as the zero Market. On an error it leaves m as it was.
func (m *Market) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*m = Market{}
		return nil
	}
	read, err := ParseMarket(string(text))
	if err != nil {
		return err
	}
	*m = read
	return nil
}

func marketAt(place int) Market {
	return Market{uint8(place)} //nolint:gosec // the table has fewer than 256 rows, or the array of the index would not compile
}

const letters = 'Z' - 'A' + 1

// byCode gives the market of a code of two capitals or three, and no market for anything else.
func byCode(text string) Market {
	const short, long = 2, 3
	if len(text) != short && len(text) != long {
		return Market{}
	}
	place := 0
	for i := range len(text) {
		letter := text[i] - 'A'
		if letter >= letters {
			return Market{}
		}
		place = place*letters + int(letter)
	}
	if len(text) == long {
		return Market{code3Index[place]}
	}
	return Market{codeIndex[place]}
}
