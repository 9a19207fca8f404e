package rulesmsg

import "golang.org/x/text/language"

// A Language is one that messages are written in. Its text is its tag, as in nb. The zero Language is none.
type Language uint8

const (
	// English is the language of the rules themselves, and of everybody whose language is none of these.
	English Language = iota + 1
	// Swedish is the language of the sources of most facts.
	Swedish
	// Norwegian is Bokmål.
	Norwegian
)

// String gives the tag.
func (l Language) String() string { return languageNames.Text(l) }

// MarshalText gives the tag.
func (l Language) MarshalText() ([]byte, error) { return languageNames.Marshal(l) }

// UnmarshalText reads the tag of one of these languages. On an error it leaves l as it was. [Match] takes other tags too.
func (l *Language) UnmarshalText(text []byte) error { return languageNames.Unmarshal(text, l) }

// Languages gives the languages that messages are written in.
func Languages() []Language { return []Language{English, Swedish, Norwegian} }

// Match gives the language for a reader who asks for others: tags of BCP 47, the most wanted first, each alone or in the form of
// an Accept-Language header, as in "nn, sv;q=0.5". Who reads Nynorsk, Danish, or Norwegian by its old tag no, is
// given Bokmål. What is no tag is passed over, and where nothing fits it is English.
func Match(preferred ...string) Language {
	var tags []language.Tag
	for _, header := range preferred {
		// A header that is broken half-way has no tags at all, and none of it can be told from the rest.
		parsed, _, err := language.ParseAcceptLanguage(header)
		if err == nil {
			tags = append(tags, parsed...)
		}
	}
	_, index, _ := languageMatcher.Match(tags...)
	return Languages()[index]
}
