package main

import (
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
)

// showSeats charges ten seats, changes their number and cancels them.
func showSeats(r *report, in input, o options) error {
	bought := time.Date(2023, time.June, 10, 14, 0, 0, 0, time.UTC)
	seats, err := yearlySeats(in, bought, 10)
	if err != nil {
		return err
	}
	reading, err := pricing.SeatProration(terms.DayOf(bought))
	if err != nil {
		return err
	}
	p := reading.Value
	r.linef("%d seats at %s for %s", seats.Quantity, seats.UnitPrice, seats.Cycle.Days)
	for _, other := range reading.Others {
		r.linef("  otherwise: %s", other.Text)
	}
	charge, err := p.Charge(pricing.ChargeNew, seats, terms.DayOf(bought))
	if err != nil {
		return err
	}
	showLine(r, charge)
	cut, err := p.Charge(pricing.ChargeNew, seats, terms.MustParseDay("2023-06-26"))
	if err != nil {
		return err
	}
	r.linef("ending with another subscription, and so from 26 June on")
	showLine(r, cut)
	if err := showConverted(r, in, o, p, seats, terms.DayOf(bought)); err != nil {
		return err
	}
	for _, change := range []struct {
		quantity int
		day      string
	}{
		{12, "2023-06-20"}, {8, "2023-06-12"}, {10, "2023-06-20"}, {0, "2023-06-20"}, {-1, "2023-06-20"}, {12, "2023-08-01"},
	} {
		r.linef("to %d seats on %s", change.quantity, change.day)
		got, err := p.ChangeQuantity(seats, change.quantity, terms.MustParseDay(change.day))
		if err != nil {
			r.fault("refused", err)
			continue
		}
		for _, line := range got.Lines {
			showLine(r, line)
		}
		r.linef("  net %s", got.Net)
	}
	for _, at := range []time.Time{
		bought.Add(23 * time.Hour), bought.Add(24 * time.Hour), bought.AddDate(0, 0, 5),
		bought.Add(-time.Hour), bought.AddDate(0, 2, 0),
		{},
	} {
		r.linef("cancelled at %s", at.Format(time.RFC3339))
		refund, err := p.Cancel(seats, bought, at)
		if err != nil {
			r.fault("refused", err)
			continue
		}
		r.linef("  refunded %s, kept %s, everything %t", refund.Refunded, refund.Kept, refund.Full)
	}
	return nil
}

// showConverted charges the seats in the customer's currency: the rate is part of the line, so that it is rounded once.
func showConverted(r *report, in input, o options, p pricing.Proration, seats pricing.Seats, day terms.Day) error {
	rate, err := in.rates.On(day, seats.UnitPrice.Currency(), o.currency)
	if err != nil {
		r.fault("in "+o.currency.String(), err)
		return nil
	}
	seats.Rate = rate
	line, err := p.Charge(pricing.ChargeNew, seats, day)
	if err != nil {
		return err
	}
	r.linef("in %s", o.currency)
	showLine(r, line)
	return nil
}

func showLine(r *report, line pricing.ChargeLine) {
	r.linef("  %s %s: %s × %s for %s, %s",
		line.Type, line.Days, line.Line.Quantity, line.Line.UnitPrice, line.Line.Part, line.Subtotal.Amount)
}

// yearlySeats are seats of a year that is paid by the month. The list has the price of the year.
func yearlySeats(in input, bought time.Time, quantity int) (pricing.Seats, error) {
	q := query(seatProduct, seatSKU, bought)
	q.TermDuration, q.BillingPlan = "P1Y", "Monthly"
	quote, err := in.prices.Price(q)
	if err != nil {
		return pricing.Seats{}, err
	}
	cycle, err := pricing.NewCycle(terms.DayOf(bought), 1)
	if err != nil {
		return pricing.Seats{}, err
	}
	return quote.Seats(quantity, cycle)
}
