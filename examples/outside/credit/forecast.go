package main

import (
	"fmt"
	"io"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

const (
	// recentDays is how far back use counts as recent.
	recentDays = 30
	// leadDays is what the reseller takes to deliver a key.
	leadDays = 2
)

// showForecasts asks twice, because the two rates answer two questions: what happens if nothing changes, and what
// happens if the customer keeps to its plan.
func showForecasts(w io.Writer, st credit.Statement, units credit.UnitTable, aDay terms.Money) error {
	if err := showRecentForecast(w, st, units); err != nil {
		return err
	}
	return showForecast(w, st, units, credit.Rate{Amount: aDay, Days: 1})
}

func showRecentForecast(w io.Writer, st credit.Statement, units credit.UnitTable) error {
	rate, err := st.RecentRate(recentDays)
	if err != nil {
		return err
	}
	return showForecast(w, st, units, rate)
}

// showForecast writes what becomes of the credit at a rate. The table may know any number of currencies; the
// statement's decides which worth counts.
func showForecast(w io.Writer, st credit.Statement, units credit.UnitTable, rate credit.Rate) error {
	forecast, err := st.Forecast(credit.Outlook{Rate: rate, Units: units, LeadDays: leadDays})
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "\nat %s %s:\n", rate.Amount, every(rate.Days))
	if forecast.RunsOut.IsZero() {
		fmt.Fprintf(w, "  credit lasts beyond %s\n", forecast.Until)
	} else {
		fmt.Fprintf(w, "  credit runs out on %s\n", forecast.RunsOut)
	}
	for _, lapse := range forecast.Lapses {
		fmt.Fprintf(w, "  %s of %s will lapse on %s\n", lapse.Amount, lapse.Lot, minute(lapse.At))
	}
	showNextPurchase(w, forecast.Next)
	return nil
}

// showNextPurchase tells three things apart: nothing runs out, something does but even one unit is more than will be
// used in its time, and a purchase that is worth making. The days are given in the second case too.
func showNextPurchase(w io.Writer, next credit.NextPurchase) {
	if next.By.IsZero() {
		fmt.Fprintln(w, "  nothing to purchase")
		return
	}
	if next.Late {
		fmt.Fprintln(w, "  too late to keep services from standing still")
	}
	if next.Units == 0 {
		fmt.Fprintln(w, "  of a purchase even one unit would lapse in part")
		return
	}
	fmt.Fprintf(w, "  purchase at most %d units (%s) by %s\n", next.Units, next.Amount, next.By)
	// The forecast reckons with the whole day of activation: a key activated at noon leaves the morning without credit.
	fmt.Fprintf(w, "  activate the key at %s; all credit then runs out on %s\n",
		minute(next.Activate.Start()), next.RunsOut)
}

func every(days int) string {
	if days == 1 {
		return "a day"
	}
	return fmt.Sprintf("in %d days", days)
}
