package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

// A reporter prints blocks for markets, and at the end the sources they refer to by number.
type reporter struct {
	out     io.Writer
	day     terms.Day
	sources []string
}

func (r *reporter) market(name string, m markets.Market) {
	say(r.out, "%s\n", name)
	r.line("market", fmt.Sprintf("%s, %s", m, m.Name(markets.English)))

	placed := markets.Published().Regions().Listing(r.day, m)
	byRegions := ""
	if len(placed.Sources) > 0 {
		byRegions = r.mark(citation(placed.Sources, placed.List, placed.Span.String()))
	}
	r.line("region", region(placed)+byRegions)

	billed := markets.BilledIn(r.day, markets.Billing{Partner: m})
	if slices.Contains(billed.Decision.Missing, "traditional") { // nobody has said here which offers it is about
		r.line("billed in", fmt.Sprintf("%s, or %s for traditional licence-based offers%s",
			placed.Placement.Currency, placed.Placement.Traditional, byRegions))
	} else {
		r.line("billed in", cmp.Or(billed.Currency.String(), notKnown), said(r, billed.Decision)...)
	}

	reservations := markets.MayReserve(r.day, markets.Reservation{Market: m})
	r.line("reservations", yesOrNo(reservations), said(r, reservations)...)

	topUp := markets.MayTopUp(r.day, markets.TopUp{Market: m})
	r.line("card top-up", yesOrNo(topUp), said(r, topUp)...)
}

// line prints what is answered to one question, and below it what is said for it.
func (r *reporter) line(question, answer string, said ...string) {
	say(r.out, "  %-14s%s\n", question, answer)
	for _, s := range said {
		say(r.out, "  %-14s%s\n", "", s)
	}
}

func (r *reporter) problem(name string, err error) { say(r.out, "%s\n  %v\n", name, err) }

// end prints the sources.
func (r *reporter) end() {
	if len(r.sources) > 0 {
		say(r.out, "\nOn %s, by\n", r.day)
	}
	for i, source := range r.sources {
		say(r.out, "[%d] %s\n", i+1, source)
	}
}

// mark gives the number of a source, which is that of its first use.
func (r *reporter) mark(source string) string {
	at := slices.Index(r.sources, source)
	if at < 0 {
		at = len(r.sources)
		r.sources = append(r.sources, source)
	}
	return fmt.Sprintf(" [%d]", at+1)
}

// said gives what each rule said, with the number of its source.
func said[Out comparable](r *reporter, d rules.Decision[Out]) []string {
	var lines []string
	for _, f := range d.Findings {
		var lists []string
		for _, arg := range f.Args {
			if slices.Contains([]string{"list", "version", "otherList", "otherVersion"}, arg.Name) {
				lists = append(lists, arg.Text)
			}
		}
		lines = append(lines, f.Text+r.mark(citation(f.Sources, lists...)))
	}
	return lines
}

// citation gives the ids of lists, each with the days of its version, and the documents.
func citation(sources []rules.Source, lists ...string) string {
	var documents []string
	for _, s := range sources {
		documents = append(documents, strings.TrimSpace(s.Fact+" "+s.Document))
	}
	return strings.Join(lists, " ") + ": " + strings.Join(documents, "; ")
}

const notKnown = "not known"

func region(placed markets.PlacementListing) string {
	switch placed.Listed {
	case rules.Yes:
		return placed.Placement.Region.Title()
	case rules.No:
		return "none"
	default:
		return notKnown + ": " + placed.Note
	}
}

func yesOrNo(d rules.Decision[rules.Truth]) string { return cmp.Or(d.Outcome.String(), notKnown) }
