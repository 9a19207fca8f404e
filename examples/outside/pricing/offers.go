package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// A question is a line of questions.jsonl.
type question struct {
	Title string              `json:"title"`
	Days  []terms.Day         `json:"days"`
	Facts pricing.Transaction `json:"facts"`
}

// showOffers decides each question on each of its days. One that cannot be read does not keep the others from it.
func showOffers(r *report, _ input, o options) error {
	f, err := open(o.data, "questions.jsonl")
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		var q question
		if err := terms.Decode(strings.NewReader(lines.Text()), &q); err != nil {
			r.fault(fmt.Sprintf("line %d", n), err)
			continue
		}
		r.linef("%s", q.Title)
		if err := pricing.CheckTransaction(q.Facts); err != nil {
			r.fault("wrong", err)
		}
		for _, day := range q.Days {
			showDecision(r, pricing.MayTransact(day, q.Facts), pricing.Published().TransactionSet().Fact)
		}
	}
	return lines.Err()
}

// showDecision writes an answer, its reasons and where they are written, or what would have to be known.
func showDecision[Out comparable](r *report, d rules.Decision[Out], fact func(string) (rules.Fact, bool)) {
	answer := fmt.Sprint(d.Outcome)
	if err := d.Err(); err != nil {
		answer = err.Error()
	}
	r.linef("  %s: %s (%s)", d.Day, answer, d.Status)
	for _, finding := range d.Findings {
		r.linef("    %s: %s %s", finding.Rule, finding.Text, cited(finding.Sources))
		for _, name := range finding.Awaits {
			r.linef("      if %s", name)
		}
	}
	if d.Status == rules.ByDefault {
		r.linef("    by default: %s %s", d.DefaultText, cited(d.DefaultSources))
	}
	for _, name := range d.Missing {
		f, _ := fact(name)
		r.linef("    missing %s: %s", name, f.Text)
	}
}

// cited names the facts of sources, or their documents.
func cited(sources []rules.Source) string {
	var names []string
	for _, s := range sources {
		names = append(names, strings.TrimSpace(s.Fact+" "+s.Document))
	}
	return "[" + strings.Join(names, "; ") + "]"
}
