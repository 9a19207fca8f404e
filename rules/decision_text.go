package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cloudterms/terms"
)

// String gives the decision for a person to read, in lines: what was asked, the answer or why there is none, the reasons
// with what each says and where it is written, what is missing, and what somebody changed. Answers are as in JSON. It ends
// without a newline.
func (d Decision[Out]) String() string {
	var t decisionText
	t.ask(d.Question, d.Set, d.Day, d.Known)
	t.line("answer: %s", d.answer())
	for _, q := range d.Questions {
		t.line("- %s: %s", q.Name, q.Text)
	}
	if d.DefaultText != "" {
		t.line("- %s", d.DefaultText)
		t.sources(d.DefaultSources)
	}
	var none Out
	for i := range d.Findings {
		f := &d.Findings[i]
		says := ""
		if f.Says != none {
			says = jsonText(f.Says)
		}
		t.finding(f.Rule, f.Text, says, f.Awaits)
		t.sources(f.Sources)
	}
	t.changed(d.Changed)
	return strings.TrimSuffix(t.b.String(), "\n")
}

// answer gives the outcome, or why there is none.
func (d Decision[Out]) answer() string {
	switch d.Status {
	case Decided:
		return jsonText(d.Outcome)
	case ByDefault:
		return jsonText(d.Outcome) + ", for no rule says otherwise"
	case Undetermined:
		return "none, for it depends on " + joined(d.Missing)
	case Conflicting:
		return "none, for rules disagree"
	case Undated:
		return "none, for no day is given"
	case Unanswered:
	}
	return "none, for no rule gives one"
}

// decisionText is the lines of a decision.
type decisionText struct{ b strings.Builder }

func (t *decisionText) line(format string, args ...any) {
	fmt.Fprintf(&t.b, format+"\n", args...)
}

func (t *decisionText) ask(question, set string, day, known terms.Day) {
	asked := set
	if !day.IsZero() {
		asked += ", " + day.String()
	}
	if !known.IsZero() {
		asked += ", as published on " + known.String()
	}
	t.line("%s (%s)", question, asked)
}

func (t *decisionText) finding(rule ID, text, says string, awaits []string) {
	of := string(rule)
	if says != "" {
		of += ": " + says
	}
	if len(awaits) > 0 {
		of += "; whether it speaks depends on " + joined(awaits)
	}
	t.line("- %s (%s)", text, of)
}

func (t *decisionText) sources(list []Source) {
	for _, s := range list {
		said := []string{s.Fact, s.Document, s.Section, s.Address}
		said = slices.DeleteFunc(said, func(part string) bool { return part == "" })
		t.line("  %s", strings.Join(said, ", "))
	}
}

func (t *decisionText) changed(list []ChangedRule) {
	for _, c := range list {
		what := string(c.Rule)
		if c.Uses != "" {
			what += " looks into " + c.Uses + ", which"
		}
		t.line("- %s was %s by %s: %s", what, changedWords(c.Origin.Change), c.Origin.Owner, c.Origin.Reason)
	}
}

func changedWords(c Change) string {
	switch c {
	case Added:
		return "added"
	case SwitchedOff:
		return "switched off"
	case Removed:
		return "removed"
	case Replaced:
	}
	return "changed"
}
