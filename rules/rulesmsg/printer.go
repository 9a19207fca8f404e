package rulesmsg

import (
	"strings"

	"github.com/cloudterms/terms/rules"
)

// A Printer writes in one language. Its zero value writes everything in English as the rules have it.
type Printer struct {
	book     *Book
	language Language
}

// Language gives the language it writes in.
func (p Printer) Language() Language { return max(p.language, English) }

// Sentence writes what a rule says: its message in the printer's language, with the arguments in the reader's form. Where the
// book has no message for this text of this id, as for a rule that an overlay brought, or where an argument is missing,
// it is the text as it is.
func (p Printer) Sentence(id rules.ID, text string, args []rules.Arg) string {
	if p.book == nil {
		return text
	}
	for _, e := range p.book.entries[id] {
		if e.text == text {
			return p.render(e, args)
		}
	}
	return text
}

// Question writes the question that asks for a fact of a set. Where the book has no message for it, it is the fact's name.
func (p Printer) Question(set, fact string) string {
	if p.book == nil {
		return fact
	}
	if entries := p.book.entries[FactID(set, fact)]; len(entries) > 0 {
		return p.render(entries[0], nil)
	}
	return fact
}

func (p Printer) render(e entry, args []rules.Arg) string {
	sentence, ok := e.sentences[p.language-English].render(args, p.form())
	if !ok {
		return e.text
	}
	return sentence
}

func (p Printer) form() *form {
	f := *forms[p.Language()-English]
	if p.book != nil && p.book.market != nil {
		f.market = func(code string) string { return p.book.market(code, p.Language()) }
	}
	return &f
}

// FactID is the id of the message that asks for a fact of a set.
func FactID(set, fact string) rules.ID { return rules.ID(set + "#" + fact) }

// Finding writes what a finding says.
func Finding[Out comparable](p Printer, f rules.Finding[Out]) string {
	return p.Sentence(f.Rule, f.Text, f.Args)
}

// Sentences writes the reasons of a decision: why there is no answer, if there is none; then what each of its findings says;
// or why the default is the answer. What the answer itself is, is not among them: it is a value of the set's own type.
func Sentences[Out comparable](p Printer, d rules.Decision[Out]) []string {
	var sentences []string
	if why := p.form().status(d.Status, p.questions(d.Set, d.Missing)); why != "" {
		sentences = append(sentences, why)
	}
	for _, f := range d.Findings {
		sentences = append(sentences, Finding(p, f))
	}
	if d.Status == rules.ByDefault && d.DefaultText != "" {
		sentences = append(sentences, p.Sentence(rules.ID(d.Set), d.DefaultText, nil))
	}
	return sentences
}

func (p Printer) questions(set string, facts []string) string {
	questions := make([]string, len(facts))
	for i, fact := range facts {
		questions[i] = p.Question(set, fact)
	}
	return strings.Join(questions, " ")
}
