package catalogue_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/internal/catalogue"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulesmsg"
)

// Every rule, default and fact of the module has a message in every language, and there is none of what nobody says.
func TestEverythingHasAMessage(t *testing.T) {
	t.Parallel()
	var sets []rules.About
	var messages [][]rules.Message
	for _, p := range catalogue.Packages() {
		sets, messages = append(sets, p.About...), append(messages, p.Messages)
	}
	require.NoError(t, rulesmsg.Audit(sets, messages...))
}

// Every rule, with the arguments that samples give it, is a sentence in every language: nothing falls back on English, and
// nothing prints a key.
func TestEveryRuleIsASentenceInEveryLanguage(t *testing.T) {
	t.Parallel()
	book := bookOfAll(t)
	for _, p := range catalogue.Packages() {
		for _, sampled := range p.Samples {
			t.Run(sampled.Set(), func(t *testing.T) {
				t.Parallel()
				said := sampled.Said(book)
				for _, s := range said {
					for l, sentence := range s.Sentences {
						for _, fault := range faultsOf(s, l, sentence) {
							t.Errorf("%s in %v: %q %s", s.Rule, l, sentence, fault)
						}
					}
				}
				for _, id := range rulesOf(p, sampled.Set()) {
					assert.True(t, slices.ContainsFunc(said, func(s catalogue.Saying) bool { return s.Rule == id }), "%s said nothing", id)
				}
			})
		}
	}
}

// faultsOf says what is wrong with a sentence.
func faultsOf(s catalogue.Saying, l rulesmsg.Language, sentence string) []string {
	var faults []string
	add := func(is bool, fault string) {
		if is {
			faults = append(faults, fault)
		}
	}
	first, _ := utf8.DecodeRuneInString(sentence)
	add(!unicode.IsUpper(first) && !unicode.IsDigit(first), "does not begin as a sentence does")
	add(!strings.HasSuffix(sentence, "."), "does not end as a sentence does")
	add(strings.ContainsAny(sentence, "{}[]<>"), "has a place for an argument, or a bracket")
	add(strings.Contains(sentence, "  ") || strings.Contains(sentence, " ."), "has a gap")
	add(key.MatchString(strings.ReplaceAll(sentence, "azure.microsoft.com", "")), "prints a key")
	add(groupedYear.MatchString(sentence), "groups the digits of a year")
	add(bareDay.MatchString(sentence), "writes a day as JSON does")
	add(l != rulesmsg.English && sentence == s.Sentences[rulesmsg.English], "is the English sentence")
	return faults
}

var (
	// key is what JSON writes: camelCase, or a dotted name of a fact or rule.
	key = regexp.MustCompile(`\b[a-z]+[a-z0-9]*[A-Z][a-z]|\b[a-z]{2,}\.[a-z]{2,}`)
	// groupedYear is a month and a year with a separator in it.
	groupedYear = regexp.MustCompile(`(?i)(january|february|march|april|may|june|july|august|september|october|november|december|ja?nuari?|febr?uari?|mars|april|mai|maj|juni|juli|augusti?|oktober|november|desember)\s+[12][\s\x{a0}\x{202f},.]\d{3}\b`)
	bareDay     = regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}\b`)
)

func bookOfAll(t *testing.T) *rulesmsg.Book {
	t.Helper()
	var messages [][]rules.Message
	for _, p := range catalogue.Packages() {
		messages = append(messages, p.Messages)
	}
	book, err := rulesmsg.New(messages...)
	require.NoError(t, err)
	return book.WithMarkets(func(code string, l rulesmsg.Language) string {
		m, err := markets.ParseMarket(code)
		require.NoError(t, err)
		language, err := markets.ParseLanguage(l.String())
		require.NoError(t, err)
		return m.Name(language)
	})
}

// rulesOf gives the rules of a set that can speak.
func rulesOf(p catalogue.Package, set string) []rules.ID {
	var ids []rules.ID
	for _, about := range p.About {
		if about.ID != set {
			continue
		}
		for _, r := range about.Rules {
			_, superseded := r.Published.Until()
			if !r.Planned && !superseded {
				ids = append(ids, r.ID)
			}
		}
	}
	return ids
}
