package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/pricesheet"
	"github.com/cloudterms/terms/pricing/reconcile"
)

// showMistakes makes mistakes that are not in the files.
func showMistakes(r *report, in input, _ options) error {
	use, err := planUse(r, in)
	if err != nil {
		return err
	}
	use = use[:3]
	bought := time.Date(2023, time.June, 10, 0, 0, 0, 0, time.UTC)
	june := terms.MustParseDay("2023-06-15")
	for _, m := range []struct {
		what string
		make func() error
	}{
		{"a price list without a column", func() error {
			const list = "ProductId,SkuId,TermDuration,Market,Currency\nA,1,,DE,USD\n"
			_, err := pricesheet.Collect(pricesheet.ReadAzurePlan(strings.NewReader(list)))
			return err
		}},
		{"a price list that is a workbook", func() error {
			_, err := pricesheet.Collect(pricesheet.ReadAzurePlan(strings.NewReader("PK\x03\x04")))
			return err
		}},
		{"an offer id of the wrong length", func() error { _, err := pricing.OfferByID("MS-AZR-145P"); return err }},
		{"the standing of an offer without id", func() error { _, err := pricing.OfferStanding(june, ""); return err }},
		{"no day", func() error {
			return pricing.MayTransact(terms.Day{}, pricing.Transaction{Offer: "MS-AZR-0145P"}).Err()
		}},
		{"the rate before the Azure plan", func() error {
			_, err := pricing.EarnedCreditRate(terms.MustParseDay("2015-01-01"))
			return err
		}},
		{"a grant in a misspelt role", func() error {
			return earnedWith(in, use, func(g *pricing.Grant) { g.Role = "Contributer" })
		}},
		{"a grant without a role", func() error {
			return earnedWith(in, use, func(g *pricing.Grant) { g.Role = "" })
		}},
		{"a grant that ends before it begins", func() error {
			return earnedWith(in, use, func(g *pricing.Grant) { g.Until = g.From.AddDate(0, 0, -1) })
		}},
		{"use without a day", func() error {
			wrong := slices.Clone(use)
			wrong[2].Day = terms.Day{}
			_, err := pricing.CreditEarned(in.partnership, wrong)
			return err
		}},
		{"a scope that is none", func() error { _, err := pricing.ParseScope("subscriptions/1"); return err }},
		{"negative seats", func() error {
			seats, err := yearlySeats(in, bought, -10)
			if err != nil {
				return err
			}
			_, err = pricing.NewCommerce().Cancel(seats, bought, bought.AddDate(0, 0, 3))
			return err
		}},
		{"seats from before the price list", func() error {
			_, err := yearlySeats(in, bought.AddDate(-2, 0, 0), 10)
			return err
		}},
		{"a cycle of no months", func() error { _, err := pricing.NewCycle(june, 0); return err }},
		{"a proration half given", func() error { return pricing.Proration{Grain: pricing.ByDay}.Check() }},
		{"tiers with a gap", func() error {
			_, err := pricing.TieredPrice(pricing.PriceSheetRange,
				pricing.TierRow{Min: number("1"), Max: number("100"), Unit: terms.MustParseMoney("1 USD")},
				pricing.TierRow{Min: number("102"), Unit: terms.MustParseMoney("0.8 USD")})
			return err
		}},
		{"a price per nothing", func() error {
			_, err := pricing.EffectiveUnitPrice(terms.MustParseMoney("1 USD"), number("0"))
			return err
		}},
		{"a percentage as a fraction", func() error { _, err := pricing.ParsePercent("0.15"); return err }},
		{"a seat without a term", func() error {
			_, err := in.prices.Price(query(seatProduct, seatSKU, bought))
			return err
		}},
		{"a price at no instant", func() error {
			_, err := in.prices.Price(query(seatProduct, seatSKU, time.Time{}))
			return err
		}},
		{"a reconciliation without prices", func() error {
			_, err := reconcile.Basis{}.Report(reconcile.Basis{}.Usage(pricesheet.Each(in.usage)))
			return err
		}},
		{"a partnership with an unknown key", func() error {
			var p pricing.Partnership
			return terms.Decode(strings.NewReader(`{"transacting": "1", "grants": [{"id": "a", "rôle": "Owner"}]}`), &p)
		}},
		{"a grant by a path that is none", func() error {
			var p pricing.Partnership
			return terms.Decode(strings.NewReader(`{"transacting": "1", "grants": [{"id": "a", "path": "lighthouse"}]}`), &p)
		}},
	} {
		err := m.make()
		if err == nil {
			return fmt.Errorf("%s: no error", m.what)
		}
		r.fault(m.what, err)
	}
	return nil
}

// earnedWith works the credit out with the guest's grant alone, changed.
func earnedWith(in input, use []pricing.PlanUse, change func(*pricing.Grant)) error {
	p := in.partnership
	grant := p.Grants[2]
	change(&grant)
	p.Grants = []pricing.Grant{grant}
	_, err := pricing.CreditEarned(p, use)
	return err
}
