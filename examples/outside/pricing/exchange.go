package main

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
)

// showExchange converts an amount at the rate of several days.
func showExchange(r *report, in input, o options) error {
	cadence, err := pricing.RateCadence(terms.MustParseDay("2023-06-15"))
	if err != nil {
		return err
	}
	fixed := pricing.FixingDay(terms.MustParseDay("2023-06-01"))
	r.linef("a rate serves %s, and that of June was fixed on %s", cadence.Value, fixed)
	amount := terms.MustParseMoney("100.00 USD")
	for _, c := range []struct {
		day string
		to  terms.Currency
	}{
		{"2023-06-15", o.currency},
		{"2023-07-01", o.currency},
		{"2023-06-30", terms.SEK},
		{"2023-06-15", terms.USD},
		{"2023-08-01", o.currency},
		{"2023-06-15", terms.NOK},
	} {
		rate, err := in.rates.On(terms.MustParseDay(c.day), terms.USD, c.to)
		if err != nil {
			r.fault(c.day, err)
			continue
		}
		converted, err := rate.Convert(amount, pricing.TowardsZero, 2)
		if err != nil {
			r.fault(c.day, err)
			continue
		}
		r.linef("%s: %s is %s (%s)", c.day, amount, converted, rate)
	}
	rate, err := in.rates.On(terms.MustParseDay("2023-06-15"), terms.USD, terms.EUR)
	if err != nil {
		return err
	}
	if _, err := rate.Convert(terms.MustParseMoney("100.00 SEK"), pricing.TowardsZero, 2); err != nil {
		r.fault("the wrong way", err)
	}
	if _, err := rate.Convert(amount, 0, 2); err != nil {
		r.fault("no mode", err)
	}
	return nil
}
