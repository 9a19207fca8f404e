package rulesdoc

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/cloudterms/terms/rules"
)

// Markdown gives a document in GitHub's Markdown with a section for each of a catalogue's sets, timelines and lists, in the
// order in which they are given, after a table of contents if there are several. The same catalogue always gives the same
// text, so that it can be kept in a file and a change of a rule shows as a change of its line.
//
// Texts are escaped: nothing in a rule, a source or an owner's reason is taken for markup, and only addresses of the web
// become links.
func Markdown(title string, catalogue ...rules.About) string {
	var b strings.Builder
	slugs := slugs{}
	fmt.Fprintf(&b, "# %s\n\n", plain(title))
	slugs.of(oneLine(title))
	if len(catalogue) > 1 {
		for _, about := range catalogue {
			fmt.Fprintf(&b, "- [%s](#%s) (%s)\n", plain(heading(about)), slugs.of(heading(about)), code(about.ID))
		}
		b.WriteString("\n")
	}
	for _, about := range catalogue {
		section(&b, about)
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// heading is a section's: what a set answers, or what the figures are.
func heading(about rules.About) string {
	if text := oneLine(about.Question); text != "" {
		return text
	}
	return oneLine(about.ID)
}

func section(b *strings.Builder, about rules.About) {
	fmt.Fprintf(b, "## %s\n\n", plain(heading(about)))
	switch about.Kind {
	case rules.AboutSet:
		set(b, about)
	case rules.AboutTimeline:
		timeline(b, about)
	case rules.AboutList:
		list(b, about)
	default:
		fmt.Fprintf(b, "%s\n\n", code(about.ID))
	}
}

// facts writes the paragraph about the whole: the sentences that say something, and when and by what it can change.
func facts(b *strings.Builder, about rules.About, sentences ...string) {
	sentences = slices.DeleteFunc(sentences, func(sentence string) bool { return sentence == "" })
	if !about.Known.IsZero() {
		sentences = append(sentences, "This is the wording published on "+about.Known.String()+".")
	}
	if text := changed(about.Origin); text != "" {
		sentences = append(sentences, "Not as published: "+text+".")
	}
	if len(about.Boundaries) > 0 {
		on := make([]string, len(about.Boundaries))
		for i, day := range about.Boundaries {
			on[i] = day.String()
		}
		sentences = append(sentences, "Changes on "+strings.Join(on, ", ")+".")
	}
	if about.Digest != "" {
		sentences = append(sentences, "Digest "+code(about.Digest)+".")
	}
	b.WriteString(strings.Join(sentences, "\n") + "\n\n")
}

func set(b *strings.Builder, about rules.About) {
	otherwise := "Where no rule gives an answer, there is none."
	if about.Default != "" {
		otherwise = "Where no rule gives an answer, it is " + code(about.Default) + "."
	}
	facts(b, about, "Set "+code(about.ID)+".", otherwise, together(about))
	questions(about).write(b)
	decisions(about).write(b)
	combinations(about).write(b)
	statements(about).write(b)
}

// together says what becomes of the answers of several rules; nothing where they cannot differ.
func together(about rules.About) string {
	said := map[string]bool{}
	for _, r := range about.Rules {
		if r.Says != "" {
			said[r.Says] = true
		}
	}
	strongest := about.Combine.Strongest
	switch {
	case len(said) < 2:
		return ""
	case len(about.Combine.Pairs) > 0:
		return "Where rules give different answers, these are combined as the table says, and what is not in it is a conflict."
	case len(strongest) == 0:
		return "Where rules give different answers, that is a conflict."
	}
	row := codes(strongest)
	slices.Reverse(row)
	text := "Where rules give different answers, the strongest stands: " + strings.Join(row, " over ") + "."
	if len(said) > len(strongest) {
		text += " Other answers that differ are a conflict."
	}
	return text
}

// combinations is the table of answers that go together and become something else than the stronger of them.
func combinations(about rules.About) *table {
	t := &table{columns: []column{{title: "one rule says"}, {title: "another says"}, {title: "together"}}}
	for _, p := range about.Combine.Pairs {
		t.add(code(p.One), code(p.Other), code(p.Gives))
	}
	return t
}

// questions is the table of the facts, with the conditions that read each.
func questions(about rules.About) *table {
	t := &table{columns: []column{{title: "fact"}, {title: "question"}, {title: "read by"}}}
	for _, f := range about.Facts {
		var readBy []string
		for _, c := range conditions(about) {
			if slices.Contains(c.Reads, f.Name) {
				readBy = append(readBy, plain(c.Condition))
			}
		}
		t.add(code(f.Name), plain(f.Text), strings.Join(readBy, "<br>"))
	}
	return t
}

// conditions gives the conditions of a set, each once, in the order in which rules first have them.
func conditions(about rules.About) []rules.Clause {
	var found []rules.Clause
	for _, r := range about.Rules {
		for _, c := range r.Clauses {
			if !slices.ContainsFunc(found, func(other rules.Clause) bool { return other.Condition == c.Condition }) {
				found = append(found, c)
			}
		}
	}
	return found
}

// decisions is the decision table: a row for each rule and a column for each condition.
func decisions(about rules.About) *table {
	t := &table{columns: []column{{title: "rule"}, {title: "days"}}}
	all := conditions(about)
	for _, c := range all {
		t.columns = append(t.columns, column{title: plain(c.Condition), centred: true})
	}
	t.columns = append(t.columns, column{title: "answer"}, column{title: "silences", optional: true})
	for _, r := range about.Rules {
		row := []string{name(r), days(r.Span)}
		for _, c := range all {
			row = append(row, cell(r, c))
		}
		answer := code(r.Says)
		if answer == "" {
			answer = nothing
		}
		t.add(append(row, answer, strings.Join(codes(r.Excepts), "<br>"))...)
	}
	return t
}

// name gives a rule's id, struck through if it is switched off.
func name(r rules.RuleInfo) string {
	if r.Off {
		return "~~" + code(string(r.ID)) + "~~"
	}
	return code(string(r.ID))
}

// cell says what a rule wants of a condition.
func cell(r rules.RuleInfo, condition rules.Clause) string {
	for _, c := range r.Clauses {
		switch {
		case c.Condition != condition.Condition:
		case c.Negated:
			return "no"
		default:
			return "yes"
		}
	}
	return nothing
}

// statements is the table of what the rules say in words, and where they are written.
func statements(about rules.About) *table {
	t := &table{columns: []column{
		{title: "rule"},
		{title: "in words"},
		{title: "published", optional: true},
		{title: "written in"},
		{title: "changed", optional: true},
	}}
	for _, r := range about.Rules {
		t.add(name(r), plain(r.Text), wording(r.Published), written(r.Sources), changed(r.Origin))
	}
	return t
}

func timeline(b *strings.Builder, about rules.About) {
	facts(b, about, "Timeline "+code(about.ID)+".")
	t := &table{columns: []column{
		{title: "days"},
		{title: "figure"},
		{title: "published", optional: true},
		{title: "written in"},
		{title: "changed", optional: true},
	}}
	doubts := &table{columns: []column{{title: "disputed days"}, {title: "other figure"}, {title: "reading"}, {title: "written in"}}}
	for _, f := range about.Figures {
		t.add(days(f.Span), code(f.Says), wording(f.Published), written(f.Sources), changed(f.Origin))
		for _, d := range f.Doubts {
			doubts.add(days(d.Span), code(d.Says), plain(d.Text), written(d.Sources))
		}
	}
	t.write(b)
	doubts.write(b)
}

func list(b *strings.Builder, about rules.About) {
	facts(b, about, "List "+code(about.ID)+".", fmt.Sprintf("Entries: %d.", len(about.Entries)))
	if len(about.Entries) > 0 {
		fmt.Fprintf(b, "%s\n\n", strings.Join(codes(about.Entries), ", "))
	}
	t := &table{columns: []column{{title: "written in"}}}
	for _, s := range about.Sources {
		t.add(written([]rules.Source{s}))
	}
	t.write(b)
}

// slugs are the anchors that GitHub gives to headings.
type slugs map[string]int

// of gives the anchor of the next heading with a text.
func (s slugs) of(text string) string {
	slug := strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-', r == '_', unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return -1
	}, text)
	n := s[slug]
	s[slug]++
	if n > 0 {
		return fmt.Sprintf("%s-%d", slug, n)
	}
	return slug
}
