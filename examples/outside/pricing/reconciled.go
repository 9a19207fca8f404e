package main

import (
	"github.com/cloudterms/terms/pricing/pricesheet"
	"github.com/cloudterms/terms/pricing/reconcile"
)

// showReconciled holds the usage against the price list and access, and the invoice against the usage.
func showReconciled(r *report, in input, _ options) error {
	basis := reconcile.Basis{Prices: in.prices, Partnership: &in.partnership, Rates: in.rates}
	used, err := basis.Report(basis.Usage(pricesheet.Each(in.usage)))
	if err != nil {
		return err
	}
	r.linef("usage")
	if err := showReport(r, used); err != nil {
		return err
	}
	basis.Charges = used.Charges
	billed, err := basis.Report(basis.Invoice(pricesheet.Each(in.invoice)))
	if err != nil {
		return err
	}
	r.linef("invoice")
	return showReport(r, billed)
}

func showReport(r *report, got reconcile.Report) error {
	for _, t := range got.Totals {
		if t.Recomputed.IsZero() {
			r.linef("  %d %s: billed %s, nothing recomputed", t.Lines, t.Outcome, t.Billed)
			continue
		}
		r.linef("  %d %s: billed %s, recomputed %s, difference %s", t.Lines, t.Outcome, t.Billed, t.Recomputed, t.Difference)
	}
	for _, t := range got.Rules {
		r.linef("  %d %s by %s", t.Lines, t.Kind, t.Rule)
	}
	for _, line := range got.Findings {
		r.fault(line.Item.SubscriptionID, line.Err())
		r.linef("    %s %s, %s at stake, causes %v", line.ProductID, line.Name, line.AtStake(), line.Causes)
	}
	for _, c := range got.Charges {
		whole, err := c.Whole()
		if err != nil {
			return err
		}
		r.linef("  %s, tier %d, of %s: %s at %s a unit, %s; earned %s, missed %s",
			c.Name, whole.Use.Tier, c.Month, whole.Use.Quantity, c.EffectiveUnitPrice, c.Subtotal, c.Earned, c.Missed)
	}
	for _, g := range got.Gaps {
		r.linef("  gap on %s: %d lines, %s missed", g.Day, g.Lines, g.Missed)
	}
	r.linef("  earned %s, missed %s", got.Earned, got.Missed)
	return nil
}
