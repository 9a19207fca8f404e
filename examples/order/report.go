package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// A printer prints what the library answers, and at the end the sources it refers to by number. It writes to memory, where
// nothing fails.
type printer struct {
	out     io.Writer
	sources []string
}

func (p *printer) line(format string, args ...any) { say(p.out, format+"\n", args...) }

func (p *printer) opening(o order) {
	p.line("Can the customer order %s on %s?", o.Product.Kind, o.Day)
	p.line("")
}

// check prints a precondition: the verdict, and below it what speaks for it and what is missing.
func (p *printer) check(c check) {
	p.line("%-14s%s", c.name, yesOrNo(c.decision.Outcome))
	for _, f := range c.decision.Findings {
		if f.Says == c.decision.Outcome || f.Says == rules.Unknown {
			p.line("  %s%s", f.Text, p.mark(f.Sources))
		}
	}
	if c.isDefault() {
		p.line("  %s%s", c.set.DefaultText, p.mark(c.set.DefaultSources))
	}
	for _, name := range c.decision.Missing {
		p.line("  Missing: %s", place(name))
	}
	if c.decision.Outcome != rules.Yes && c.remedy != "" {
		p.line("  %s", c.remedy)
	}
}

// isDefault reports whether the answer is that of a set of which no rule spoke for it.
func (c check) isDefault() bool {
	return c.decision.Outcome != rules.Unknown && !slices.ContainsFunc(c.decision.Findings, func(f rules.Finding[rules.Truth]) bool {
		return f.Says == c.decision.Outcome
	})
}

// attestation prints what to do about an acceptance that nobody has confirmed.
func (p *printer) attestation(o order) {
	if o.Customer.Acceptance != licensing.AcceptedUnconfirmed {
		return
	}
	published := licensing.Published()
	p.check(ask("may attest", published.AttestationSet(), published.MayAttest(o.Day, licensing.Attestation{
		Role: o.Partner.Role, IndirectReseller: o.Partner.IndirectReseller, AcceptedOn: o.Customer.AcceptedOn,
	})))
}

func (p *printer) verdict(verdict rules.Truth, checks []check) {
	p.line("")
	var failed []string
	for _, c := range checks {
		if c.decision.Outcome == rules.No {
			failed = append(failed, c.name)
		}
	}
	switch verdict {
	case rules.Yes:
		p.line("Yes, the customer can order.")
	case rules.No:
		p.line("No, the customer cannot order, because of: %s.", strings.Join(failed, ", "))
	default:
		p.line("It is not known whether the customer can order.")
	}
	p.missing(checks)
}

// missing prints the facts that are asked for, each once, with its place in the file.
func (p *printer) missing(checks []check) {
	var asked []string
	for _, c := range checks {
		for _, name := range c.decision.Missing {
			question := fmt.Sprintf("  %-26s%s", place(name), c.question(name))
			if !slices.Contains(asked, question) {
				asked = append(asked, question)
			}
		}
	}
	if asked != nil {
		p.line("Give in the file:")
	}
	for _, question := range asked {
		p.line("%s", question)
	}
}

// end prints the sources.
func (p *printer) end() {
	p.line("")
	for i, source := range p.sources {
		p.line("[%d] %s", i+1, source)
	}
}

// mark gives the numbers of sources, each of which is that of its first use.
func (p *printer) mark(sources []rules.Source) string {
	var marks strings.Builder
	for _, s := range sources {
		text := strings.TrimSpace(s.Fact + " " + s.Document)
		at := slices.Index(p.sources, text)
		if at < 0 {
			at = len(p.sources)
			p.sources = append(p.sources, text)
		}
		fmt.Fprintf(&marks, " [%d]", at+1)
	}
	return marks.String()
}

// place gives where in the file a fact stands.
func place(fact string) string { return cmp.Or(places()[fact], fact) }

func yesOrNo(t rules.Truth) string { return cmp.Or(t.String(), "not known") }

func list(permitted []licensing.PermittedRole) string {
	names := make([]string, len(permitted))
	for i, p := range permitted {
		names[i] = p.Role.String()
	}
	return strings.Join(names, ", ")
}
