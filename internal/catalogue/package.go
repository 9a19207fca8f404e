package catalogue

import (
	"reflect"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulesmsg"
	"github.com/cloudterms/terms/rules/rulestest"
)

// A Package is what one domain package of the module answers for, and what it has to show for it.
type Package struct {
	Name    string   // its directory, as in pricing/pricesheet
	Answers []string // the facts it answers for: each of them must be covered
	// About is what its published rules say of themselves, as Published().About() gives it.
	About   []rules.About
	Samples []Sampled // for each of its sets, what its rules say to samples
	// Messages is what its rules say in every language, as its Messages gives it.
	Messages []rules.Message
	Covers   []Cover // what else covers its facts
}

// A Sampled is a set with the samples to ask it about.
type Sampled struct {
	set    string
	facts  reflect.Type
	cover  func() []rulestest.Coverage
	said   func(book *rulesmsg.Book) []Saying
	record func() ([]byte, error)
	replay func(record []byte) ([]byte, error)
}

// Sample gives a set with the samples to ask it about.
func Sample[In any, Out comparable](set *rules.Set[In, Out], samples rulestest.Samples[In]) Sampled {
	return Sampled{
		set:    set.ID(),
		facts:  reflect.TypeFor[In](),
		cover:  func() []rulestest.Coverage { return rulestest.Cover(set, samples) },
		said:   func(book *rulesmsg.Book) []Saying { return saidBy(set, samples, book) },
		record: func() ([]byte, error) { return recordOf(set, samples) },
		replay: func(record []byte) ([]byte, error) { return replayed(set, record) },
	}
}

// Set gives the set's id.
func (s Sampled) Set() string { return s.set }

// Facts gives the type of the facts that the set is asked with.
func (s Sampled) Facts() reflect.Type { return s.facts }

// A Cover says what covers a fact that no rule covers.
type Cover struct {
	Fact    string
	Holds   terms.Span // the days for which the fact holds; terms.Always() where its document names no first day
	Checked terms.Day  // the day on which a person last held the cover against the document
	By      Evidence
}
