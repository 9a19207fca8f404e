package markets

import (
	"slices"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/excerpt"
)

// A Language is one in which markets have names here. The zero Language means "not given". Its text is the language's tag,
// as in nb.
type Language uint8

// The languages, by the tags of BCP 47. Bokmål and Nynorsk are two languages, with names of their own.
const (
	English          Language = iota + 1 // en
	Swedish                              // sv
	NorwegianBokmal                      // nb
	NorwegianNynorsk                     // nn
	Danish                               // da
	Finnish                              // fi
	German                               // de
	French                               // fr
	Japanese                             // ja
)

// ParseLanguage reads the tag of a language, such as sv, sv-SE or sv_FI, in any case: the language alone counts. Norwegian
// without more, no and no-NO, is Bokmål. Anything else is [ErrLanguage], as a [terms.ParseError].
func ParseLanguage(tag string) (Language, error) {
	base, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	if strings.EqualFold(base, "no") {
		return NorwegianBokmal, nil
	}
	var l Language
	if err := languageNames.Unmarshal([]byte(strings.ToLower(base)), &l); err != nil || l == 0 {
		return 0, &terms.ParseError{
			Input: excerpt.Of(tag), Want: "the tag of a language: en, sv, nb, nn, da, fi, de, fr or ja, as in sv-SE", Err: ErrLanguage,
		}
	}
	return l, nil
}

// Languages gives every language.
func Languages() []Language {
	var all []Language
	for l := range languageNames.Each {
		all = append(all, l)
	}
	return all
}

// IsValid reports whether l is one of the languages. The zero Language is not.
func (l Language) IsValid() bool { return languageNames.Valid(l) }

// String gives the tag.
func (l Language) String() string { return languageNames.Text(l) }

// MarshalText gives the tag.
func (l Language) MarshalText() ([]byte, error) { return languageNames.Marshal(l) }

// UnmarshalText reads what [ParseLanguage] reads, and empty text as the zero Language. On an error it leaves l as it was.
func (l *Language) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*l = 0
		return nil
	}
	read, err := ParseLanguage(string(text))
	if err != nil {
		return err
	}
	*l = read
	return nil
}

// Name gives the market's current name in a language, as CLDR has it, and nothing for the zero Market or no language. Where
// CLDR has one name for several of Microsoft's markets (Bonaire, Saba and Sint Eustatius; Svalbard and Jan Mayen) each has
// its own.
func (m Market) Name(l Language) string {
	if !l.IsValid() {
		return ""
	}
	return nameTable[l-1][m.number]
}

// valid reports whether all of the languages are some.
func valid(languages []Language) bool {
	return !slices.ContainsFunc(languages, func(l Language) bool { return !l.IsValid() })
}
