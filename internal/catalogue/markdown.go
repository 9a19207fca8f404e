package catalogue

import (
	"fmt"
	"strings"

	"github.com/cloudterms/terms"
)

// Markdown gives the audit as the document COVERAGE.md.
func (a Audit) Markdown() string {
	var b strings.Builder
	b.WriteString(preface)
	b.WriteString("\n" + a.Summary())
	for _, d := range a.Register {
		a.table(&b, d)
	}
	return b.String()
}

const preface = `<!-- Written by go generate ./internal/catalogue; the test of that package holds it against the code. -->

# Coverage

What the library has of every fact of the [register](internal/catalogue/register.md), worked out from the code. Nothing is
listed here as covered that a test did not just find covered:

- a rule (**R**) by a rule of a set that cites it and, over the samples of the set, has spoken and has been silent; or,
  where a calculation enforces it, by a vector in which it speaks and one in which it is silent
- a calculation (**C**) by a conformance vector that cites it and holds
- data (**D**) by asking for it and comparing what comes with what the document states
- a note (**N**) by words of a doc comment, a rule or a source that carry it, with the citation
- **–** marks what is neither, and is left out

Vectors are named as function and id; they stand in the packages' testdata/vectors. *Holds* is the days for which the fact
holds, all days where its document names no first one. *Checked* is the day on which a person last held the two against
each other; where several things cover a fact, the earliest.
`

// Summary gives how many facts of each document are covered, as a table of Markdown.
func (a Audit) Summary() string {
	var b strings.Builder
	b.WriteString("| document | facts | covered |\n|---|--:|--:|\n")
	facts, covered := 0, 0
	for _, d := range a.Register {
		n, of := a.count(d)
		fmt.Fprintf(&b, "| %s: %s | %d | %d |\n", d.Family, d.Title, of, n)
		facts, covered = facts+of, covered+n
	}
	fmt.Fprintf(&b, "| all | %d | %d |\n", facts, covered)
	return b.String()
}

// count gives how many facts of a document are covered, of how many that can be.
func (a Audit) count(d Document) (covered, facts int) {
	for _, f := range d.Facts {
		if f.Kind != Nothing {
			facts++
		}
		if a.IsCovered(f.ID) {
			covered++
		}
	}
	return covered, facts
}

func (a Audit) table(b *strings.Builder, d Document) {
	fmt.Fprintf(b, "\n## %s: %s\n\n| fact | kind | says | covered by | holds | checked |\n|---|---|---|---|---|---|\n", d.Family, d.Title)
	for _, f := range d.Facts {
		c := a.Coverage[f.ID]
		by, days := strings.Join(c.By, "<br>"), inWords(c.Holds)
		switch {
		case f.Kind == Nothing:
			by, days = "left out", ""
		case !a.IsCovered(f.ID):
			by, days = "not covered", ""
		}
		row := strings.Join([]string{f.ID, string(f.Kind), f.Text, by, days, c.Checked.String()}, " | ")
		fmt.Fprintf(b, "| %s |\n", row)
	}
}

// inWords puts a span into words. The day it ends with is not in it.
func inWords(span terms.Span) string {
	from, begins := span.From()
	until, ends := span.Until()
	switch {
	case begins && ends:
		return fmt.Sprintf("from %s, before %s", from, until)
	case begins:
		return "from " + from.String()
	case ends:
		return "before " + until.String()
	case span.IsPending():
		return "announced, no day set"
	}
	return "all days"
}
