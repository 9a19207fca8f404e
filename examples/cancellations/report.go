package main

import (
	"io"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
)

// A printer prints the answers. It writes to memory, where nothing fails.
type printer struct {
	out io.Writer
	answers
}

func (p printer) line(format string, args ...any) { say(p.out, format+"\n", args...) }

func (p printer) report(o options) {
	p.line("Cancellations at %s", instant(o.at))
	p.deadlines()
	p.section("At any time", func(a cancellation.Answer) bool { return a.Verdict == cancellation.Open && a.Deadline.IsZero() })
	p.section("Not any more, never, or not by whoever asks", func(a cancellation.Answer) bool {
		return a.Verdict == cancellation.Closed || a.Verdict == cancellation.Never || a.Verdict == cancellation.NotYetOpen ||
			a.Verdict == cancellation.Refused && a.Deadline.IsZero()
	})
	p.section("Not determined", func(a cancellation.Answer) bool {
		return a.Verdict == cancellation.Undetermined && a.Deadline.IsZero()
	})
	if p.explain != "" {
		p.line("\nExplained\n  %s", strings.ReplaceAll(p.explain, "\n", "\n  "))
	}
	if len(p.mistakes) > 0 {
		p.line("\nMistakes in the files")
		for _, m := range p.mistakes {
			p.line("  %v", m)
		}
	}
}

// deadlines prints the windows that are open and will close, the largest stake first.
func (p printer) deadlines() {
	rows := [][]string{{"until", "left", "back", "billed otherwise", "by", ""}}
	for _, d := range p.calendar.Deadlines {
		h := p.holding(d.ID)
		row := []string{instant(d.Answer.Deadline), d.Answer.Left.String(), amount(h.money.Refunded), amount(h.money.Remaining), basis(d.Answer), h.name()}
		if d.Answer.Verdict != cancellation.Open {
			row = append(row, why(d.Answer))
		}
		rows = append(rows, row)
	}
	p.table("Can be cancelled, the largest stake first", rows)
}

// section prints the holdings of a kind, in the order of the files.
func (p printer) section(title string, isOfKind func(cancellation.Answer) bool) {
	rows := [][]string{{"", "back", "billed otherwise", ""}}
	for _, h := range p.holdings {
		if isOfKind(h.answer) {
			rows = append(rows, []string{why(h.answer), amount(h.money.Refunded), amount(h.money.Remaining), h.name()})
		}
	}
	p.table(title, rows)
}

// table prints rows in columns, the first being the head, and nothing where there is no other.
func (p printer) table(title string, rows [][]string) {
	if len(rows) == 1 {
		return
	}
	p.line("\n%s", title)
	w := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		say(w, "  %s\n", strings.TrimRight(strings.Join(row, "\t"), "\t "))
	}
	_ = w.Flush()
}

func (p printer) holding(id string) holding {
	for _, h := range p.holdings {
		if h.subscription.ID == id {
			return h
		}
	}
	return holding{}
}

func (h holding) name() string {
	if h.subscription.FriendlyName != "" {
		return h.subscription.FriendlyName
	}
	return h.subscription.ID
}

// why gives the verdict with what it rests on.
func why(a cancellation.Answer) string {
	switch a.Verdict {
	case cancellation.Undetermined:
		return "give " + strings.Join(a.Missing, ", ")
	case cancellation.Closed:
		return "closed " + instant(a.Deadline)
	default:
		return a.Verdict.String()
	}
}

// basis says whose deadline it is.
func basis(a cancellation.Answer) string {
	if a.Basis == cancellation.BasisPartnerCenter {
		return "Partner Center"
	}
	return "the rules"
}

func amount(m terms.Money) string {
	if m.IsZero() {
		return "-"
	}
	return m.String()
}

func instant(t time.Time) string { return t.UTC().Format(time.RFC3339) }
