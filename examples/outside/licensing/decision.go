package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/cloudterms/terms/rules"
)

// facts gives the question to ask for a fact, as rules.Set.Fact does.
type facts func(name string) (rules.Fact, bool)

// show writes an answer with its reasons: the outcome or what is missing, and each rule that spoke with its sources.
// That facts are missing is an answer to the desk; that there is none for another reason is an error.
func show[Out comparable](w io.Writer, what string, d rules.Decision[Out], ask facts) error {
	switch d.Status {
	case rules.Decided, rules.ByDefault:
		fmt.Fprintf(w, "  %s on %s: %v\n", what, d.Day, d.Outcome)
	case rules.Undetermined:
		fmt.Fprintf(w, "  %s on %s: depends on what is not given\n", what, d.Day)
	default:
		return fmt.Errorf("%s: %w", what, d.Err())
	}
	reasons(w, d)
	missing(w, d.Missing, ask)
	return nil
}

// reasons writes the rules that spoke.
func reasons[Out comparable](w io.Writer, d rules.Decision[Out]) {
	for _, f := range d.Findings {
		var none Out
		note := ""
		if f.Says != none {
			note = fmt.Sprintf(" (says %v)", f.Says)
		}
		if len(f.Awaits) > 0 {
			note += " (awaits " + strings.Join(f.Awaits, ", ") + ")"
		}
		fmt.Fprintf(w, "    - %s%s [%s]\n", f.Text, note, cite(f.Sources))
	}
	switch {
	case d.Status != rules.ByDefault:
	case d.DefaultText == "":
		fmt.Fprintf(w, "    - no rule says otherwise\n")
	default:
		fmt.Fprintf(w, "    - %s [%s]\n", d.DefaultText, cite(d.DefaultSources))
	}
}

// missing writes the questions to ask.
func missing(w io.Writer, names []string, ask facts) {
	for _, name := range names {
		fact, ok := ask(name)
		if !ok {
			fact.Text = "no question for it"
		}
		fmt.Fprintf(w, "    ? %s: %s\n", name, fact.Text)
	}
}

// cite gives sources in short.
func cite(sources []rules.Source) string {
	var texts []string
	for _, s := range sources {
		text := s.Document
		if s.Fact != "" {
			text = s.Fact + ", " + text
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, "; ")
}
