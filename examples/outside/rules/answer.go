package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// decide writes the answer alone.
func (p programme) decide(w io.Writer, day terms.Day, o order) error {
	answer, err := p.prices.Decide(day, o)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(w, answer)
	return err
}

// A record is what Northlight keeps of a question. The decision holds neither the facts nor the discount.
type record struct {
	Order    order                   `json:"order"`
	Decision rules.Decision[price]   `json:"decision"`
	Discount *rules.Reading[percent] `json:"discount,omitempty"` // where the price is the educator price
}

// explain gives the record of a question.
func (p programme) explain(day terms.Day, o order) (record, error) {
	return p.recordOf(o, p.prices.Explain(day, o))
}

// trace gives the record of a question with a step for every rule.
func (p programme) trace(day terms.Day, o order) (record, error) {
	return p.recordOf(o, p.prices.Trace(day, o))
}

func (p programme) recordOf(o order, d rules.Decision[price]) (record, error) {
	r := record{Order: o, Decision: d}
	if d.Outcome != educatorPrice {
		return r, d.Err()
	}
	discount, err := p.discounts.On(d.Day)
	if err != nil {
		return r, err
	}
	r.Discount = &discount
	return r, nil
}

// writeJSON writes the record as Northlight files it.
func (r record) writeJSON(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	return encoder.Encode(r)
}

// writeText writes the answer, the rules that gave it, who changed what, and the trace if there is one.
func (r record) writeText(w io.Writer) error {
	t := &text{w: w}
	d := r.Decision
	t.line("%s on %s%s (%s)", d.Outcome, d.Day, asKnown(d.Known), d.Status)
	for _, f := range d.Findings {
		t.finding(f)
	}
	if d.Status == rules.ByDefault {
		t.line("  %s", d.DefaultText)
		t.sources(d.DefaultSources)
	}
	for _, c := range d.Changed {
		t.line("  changed: %s %s by %s, %s", c.Rule, c.Origin.Change, c.Origin.Owner, c.Origin.Reason)
	}
	if r.Discount != nil {
		t.discount(*r.Discount)
	}
	for _, s := range d.Trace {
		t.line("  %-28s %s", s.Rule, why(s))
	}
	return t.err
}

// why says in words why a rule spoke or did not.
func why(s rules.Step) string {
	switch s.State {
	case rules.StepSpoke:
		return "spoke"
	case rules.StepSilent:
		return fmt.Sprintf("is silent: %q does not hold", s.Condition)
	case rules.StepExcepted:
		return "is silenced by " + string(s.By)
	case rules.StepFactMissing:
		return fmt.Sprintf("waits for %s", s.Facts)
	case rules.StepOutsideDays:
		return fmt.Sprintf("governs %s", s.Span)
	case rules.StepNotPublished:
		return fmt.Sprintf("is the wording published on %s", s.Span)
	case rules.StepPlanned:
		return "is announced without a day"
	case rules.StepSwitchedOff:
		return "was switched off by " + s.Origin.Owner
	default:
		return s.State.String()
	}
}

func asKnown(day terms.Day) string {
	if day.IsZero() {
		return ""
	}
	return fmt.Sprintf(", as known on %s", day)
}

// A text writes lines until one fails.
type text struct {
	w   io.Writer
	err error
}

func (t *text) line(format string, args ...any) {
	if t.err == nil {
		_, t.err = fmt.Fprintf(t.w, format+"\n", args...)
	}
}

func (t *text) finding(f rules.Finding[price]) {
	t.line("  %s: %s", f.Rule, f.Text)
	for _, a := range f.Args {
		t.line("    %s: %s", a.Name, a.Text)
	}
	t.sources(f.Sources)
}

func (t *text) sources(list []rules.Source) {
	for _, s := range list {
		t.line("    %s, %s, checked %s", s.Document, s.Section, s.Checked)
	}
}

func (t *text) discount(r rules.Reading[percent]) {
	t.line("  %s below the list price", r.Value)
	for _, other := range r.Others {
		t.line("    or %s: %s", other.Value, other.Text)
	}
	if !r.Origin.IsZero() {
		t.line("    %s by %s, %s", r.Origin.Change, r.Origin.Owner, r.Origin.Reason)
	}
}
