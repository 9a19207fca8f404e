package main

import (
	"errors"
	"flag"
	"slices"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

var update = flag.Bool("update", false, "write the golden files")

// orders are all that an order can be to the rules: two, three, five and six copies lie on either side of the limits.
func orders() rulestest.Samples[order] {
	return rulestest.Product(
		rulestest.Of("buyer", func(o *order, b buyer) { o.Buyer = b }, buyers()...),
		rulestest.Truth("confirmed", func(o *order, t rules.Truth) { o.Confirmed = t }),
		rulestest.Truth("schoolEmail", func(o *order, t rules.Truth) { o.SchoolEmail = t }),
		rulestest.Of("copies", func(o *order, n int) { o.Copies = n }, 2, 3, 5, 6),
		rulestest.Truth("forClass", func(o *order, t rules.Truth) { o.ForClass = t }),
		rulestest.Truth("resale", func(o *order, t rules.Truth) { o.Resale = t }),
	)
}

func TestPublishedPrices(t *testing.T) {
	rulestest.Check(t, prices, orders())
	rulestest.Golden(t, "testdata/price.fingerprint", rulestest.Fingerprint(prices, orders()), *update)
}

func TestEveryRuleIsCovered(t *testing.T) {
	for _, c := range rulestest.Cover(prices, orders()) {
		if !c.Planned && !c.IsCovered() {
			t.Errorf("%s spoke %d times and was silent %d times", c.Rule, c.Spoke, c.Silent)
		}
	}
}

func TestPriceOnTheDaysOfAChange(t *testing.T) {
	byEmail := order{Buyer: student, Confirmed: rules.No, SchoolEmail: rules.Yes, Copies: 1, Resale: rules.No}
	forClass := order{Buyer: teacher, Confirmed: rules.Yes, Copies: 30, ForClass: rules.Yes, Resale: rules.No}
	for name, c := range map[string]struct {
		day   string
		known string
		order order
		want  price
	}{
		"the day before the programme begins nobody is an educator": {day: "2023-07-31", order: byEmail, want: listPrice},
		"on its first day an address of a school is enough":         {day: "2023-08-01", order: byEmail, want: educatorPrice},
		"until August 2024 thirty copies are too many for a class":  {day: "2024-07-31", order: forClass, want: listPrice},
		"from then on they are not":                                 {day: "2024-08-01", order: forClass, want: educatorPrice},
		"on the last day of August 2025 it still is":                {day: "2025-08-31", order: byEmail, want: educatorPrice},
		"from September on the register must confirm a student":     {day: "2025-09-01", order: byEmail, want: listPrice},
		"who was asked the day before the guide said so said yes":   {day: "2025-09-01", known: "2025-09-18", order: byEmail, want: educatorPrice},
		"who was asked on that day said no":                         {day: "2025-09-01", known: "2025-09-19", order: byEmail, want: listPrice},
	} {
		t.Run(name, func(t *testing.T) {
			set := prices
			if c.known != "" {
				set = rules.Must(prices.AsKnown(terms.MustParseDay(c.known)))
			}
			got, err := set.Decide(terms.MustParseDay(c.day), c.order)
			if err != nil || got != c.want {
				t.Errorf("got %q, %v; want %q", got, err, c.want)
			}
		})
	}
}

func TestAFactIsAskedForOnlyWhereItMatters(t *testing.T) {
	day := terms.MustParseDay("2025-10-01")
	for name, c := range map[string]struct {
		order order
		want  []string
	}{
		"of nobody in particular everything that a rule of the day reads": {
			want: []string{"buyer", "confirmed", "copies", "forClass", "resale"},
		},
		"of a school not how many copies": {
			order: order{Buyer: school, Confirmed: rules.Yes}, want: []string{"resale"},
		},
		"of a teacher who orders three copies whether they are for a class": {
			order: order{Buyer: teacher, Confirmed: rules.Yes, Copies: 3, Resale: rules.No}, want: []string{"forClass"},
		},
		"of a student who orders three copies nothing": {order: order{Buyer: student, Copies: 3}},
		"of what is resold nothing":                    {order: order{Resale: rules.Yes}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := prices.Decide(day, c.order)
			var missing []string
			if failed, ok := errors.AsType[*rules.DecisionError](err); ok {
				missing = failed.Missing
			}
			if !slices.Equal(missing, c.want) {
				t.Errorf("missing %q, want %q", missing, c.want)
			}
		})
	}
}
