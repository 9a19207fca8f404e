package main

import (
	"iter"

	"github.com/cloudterms/terms/pricing/reconcile"
)

// showReconciled holds the usage against the price list and access, and the invoice against the usage.
func showReconciled(r *report, in input, _ options) error {
	basis := reconcile.Basis{Prices: in.prices, Partnership: &in.partnership, Rates: in.rates}
	used, err := basis.Report(basis.Usage(each(in.usage)))
	if err != nil {
		return err
	}
	r.linef("usage")
	if err := showReport(r, used); err != nil {
		return err
	}
	basis.Charges = used.Charges
	billed, err := basis.Report(basis.Invoice(each(in.invoice)))
	if err != nil {
		return err
	}
	r.linef("invoice")
	return showReport(r, billed)
}

func showReport(r *report, got reconcile.Report) error {
	for _, t := range got.Totals {
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

// each gives rows that were read without error as a reader gives them.
func each[T any](rows []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}
