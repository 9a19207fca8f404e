package main

import (
	"encoding/json"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
)

// cores asks for machines, and whether the licence that is to be brought qualifies.
func (d *desk) cores(raw json.RawMessage) error {
	var q struct {
		licensing.CoreRequest
		Licence licensing.HybridLicence `json:"licence"`
	}
	if err := read(raw, &q); err != nil {
		return err
	}
	q.Edition = q.Licence.Edition
	need, err := d.rules.CoreLicences(q.CoreRequest)
	if err != nil {
		return err
	}
	d.line("%d core licences, or %d for processors, by %s", need.Licences, need.Processors, need.Counting)
	for _, s := range need.Sizes {
		d.line("  %d machines of %d cores: %d licences each", s.Machines, s.Cores, s.EachLicences)
	}
	d.line("rule of the day: %s, for %s [%s]", need.OfDay.Value, need.OfDay.Span, cite(need.OfDay.Sources))
	for _, other := range need.OfDay.Others {
		d.line("  otherwise %s, for %s: %s [%s]", other.Value, other.Span, other.Text, cite(other.Sources))
	}
	return show(d.w, "the benefit", d.rules.HybridBenefitOf(q.Day, q.Licence), d.rules.HybridSet().Fact)
}

func (d *desk) term(raw json.RawMessage) error {
	q := struct {
		First   terms.Day               `json:"first"`
		Term    licensing.Term          `json:"term"`
		Billing licensing.BillingCycle  `json:"billing"`
		Start   licensing.CycleStart    `json:"start"`
		Anchor  licensing.RenewalAnchor `json:"anchor"`
	}{Start: licensing.CycleFromMonthEnd, Anchor: licensing.AnchorLastEnd}
	if err := read(raw, &q); err != nil {
		return err
	}
	two, err := q.Term.Periods(q.First, 2, q.Anchor)
	if err != nil {
		return err
	}
	p := two[0]
	cycles, err := q.Term.BillingCycles(p, q.Billing, q.Start)
	if err != nil {
		return err
	}
	d.line("%s from %s to %s, %d days; renews on %s, then to %s",
		q.Term, p.First, p.Last, p.Days(), p.RenewalDay(), two[1].Last)
	for i, c := range cycles {
		d.line("  %2d %s to %s, %d days", i+1, c.First, c.Last, c.Days())
	}
	return nil
}
