package rulesmsg

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/cloudterms/terms/rules"
)

// A Book holds messages, ready to be written. It is immutable and safe for any number of goroutines.
type Book struct {
	entries map[rules.ID][]entry
	market  func(code string, l Language) string
}

// An entry is a message whose sentences have been read, in the order of [Languages].
type entry struct {
	text      string
	sentences [3]template
}

// New makes a book of the messages of several packages:
//
//	book, err := rulesmsg.New(credit.Messages(), markets.Messages())
//
// The error joins a [MessageError] for every message that lacks a language, has a place for an argument that cannot be
// read or that is not in each of its languages, or stands there twice.
func New(messages ...[]rules.Message) (*Book, error) {
	b := &Book{entries: map[rules.ID][]entry{}}
	var found []error
	for _, m := range slices.Concat(messages...) {
		e, err := newEntry(m)
		if err == nil && slices.ContainsFunc(b.entries[m.ID], func(other entry) bool { return other.text == m.Text }) {
			err = ErrRepeated
		}
		if err != nil {
			found = append(found, &MessageError{m.ID, err})
			continue
		}
		b.entries[m.ID] = append(b.entries[m.ID], e)
	}
	if len(found) > 0 {
		return nil, errors.Join(found...)
	}
	return b, nil
}

// WithMarkets gives a book that writes the names of markets, which name gives by code, instead of their codes. Where name gives
// nothing the code stands.
func (b *Book) WithMarkets(name func(code string, l Language) string) *Book {
	return &Book{b.entries, name}
}

// In gives what writes in a language; in English for the zero Language.
func (b *Book) In(l Language) Printer {
	if l < English || l > Norwegian {
		l = English
	}
	return Printer{b, l}
}

// For gives what writes for a reader who asks for these languages, as [Match] takes them.
func (b *Book) For(preferred ...string) Printer { return b.In(Match(preferred...)) }

func newEntry(m rules.Message) (entry, error) {
	e := entry{text: m.Text}
	english := m.English
	if english == "" {
		english = m.Text
	}
	var names []string
	for i, sentence := range []string{english, m.Swedish, m.Norwegian} {
		if sentence == "" || m.Text == "" {
			return e, fmt.Errorf("%w: %s", ErrUntranslated, Languages()[i])
		}
		t, err := parseTemplate(sentence)
		if err != nil {
			return e, err
		}
		places := t.places()
		if i > 0 && !slices.Equal(names, places) {
			return e, fmt.Errorf("%w: %s has %v, %s has %v", ErrPlaces, English, names, Languages()[i], places)
		}
		names, e.sentences[i] = places, t
	}
	return e, nil
}

// places gives the names of the arguments of a sentence, sorted, each once.
func (t template) places() []string {
	names := map[string]bool{}
	t.gather(names)
	return slices.Sorted(maps.Keys(names))
}

func (t template) gather(names map[string]bool) {
	for _, p := range t {
		switch p := p.(type) {
		case value:
			names[string(p)] = true
		case counted:
			names[p.name] = true
		case chosen:
			names[p.name] = true
		case optional:
			p.gather(names)
		}
	}
}
