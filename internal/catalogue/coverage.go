package catalogue

import (
	"fmt"
	"slices"

	"github.com/cloudterms/terms"
)

// A Coverage is what covers one fact.
type Coverage struct {
	By      []string   // in Markdown
	Holds   terms.Span // the days for which the fact holds
	Checked terms.Day  // the day on which a person last held it against its document; of several covers, the earliest
}

// checkCover adds a cover, unless something keeps it from covering its fact.
func (a *auditor) checkCover(p Package, c Cover) {
	faults := a.faults(p, c)
	for _, fault := range faults {
		a.breach("%s: %s %s", p.Name, c.Fact, fault)
	}
	if len(faults) == 0 {
		a.cover(c.Fact, Coverage{[]string{c.By.markdown()}, c.Holds, c.Checked})
	}
}

func (a *auditor) faults(p Package, c Cover) []string {
	f, known := a.Register.Fact(c.Fact)
	switch {
	case !known:
		return []string{"is covered, and is not in the register"}
	case c.By == nil:
		return []string{"is covered by nothing; want one of Worked, Enforced, Asked and Noted"}
	case f.Kind != c.By.suits():
		return []string{fmt.Sprintf("is of kind %s, and is covered as if it were of kind %s: %s", f.Kind, c.By.suits(), c.By.markdown())}
	}
	var faults []string
	if !slices.Contains(p.Answers, f.ID) {
		faults = append(faults, "is covered, and the package does not answer for it; add it to Answers")
	}
	if !a.cited[p.Name+" "+f.ID] {
		faults = append(faults, "is covered, and no code of the package cites it")
	}
	if c.Holds.IsZero() || c.Checked.IsZero() {
		faults = append(faults, fmt.Sprintf("holds for the days %q and was checked on %q; want both", c.Holds, c.Checked))
	}
	return append(faults, c.By.prove(a, f.ID)...)
}

// cover adds what covers a fact to what else does.
func (a *auditor) cover(fact string, by Coverage) {
	if a.found.IsCovered(fact) {
		by = a.found.Coverage[fact].and(by)
	}
	a.found.Coverage[fact] = by
}

func (c Coverage) and(other Coverage) Coverage {
	for _, by := range other.By {
		if !slices.Contains(c.By, by) {
			c.By = append(slices.Clone(c.By), by)
		}
	}
	if other.Checked.Before(c.Checked) {
		c.Checked = other.Checked
	}
	c.Holds = hull(c.Holds, other.Holds)
	return c
}

// hull gives the days from the first of two spans to the last.
func hull(a, b terms.Span) terms.Span {
	switch {
	case a.IsPending():
		return b
	case b.IsPending():
		return a
	}
	from, begins := a.From()
	until, ends := a.Until()
	if other, also := b.From(); !also || other.Before(from) {
		from, begins = other, begins && also
	}
	if other, also := b.Until(); !also || other.After(until) {
		until, ends = other, ends && also
	}
	switch {
	case begins && ends:
		span, _ := terms.NewSpan(from, until) // the first day of two spans is before the last
		return span
	case begins:
		return terms.SpanFrom(from)
	case ends:
		return terms.SpanUntil(until)
	}
	return terms.Always()
}
