package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

const (
	recentDays = 30  // use of so many days is expected to go on
	leadDays   = 7   // from the order of a key to its activation
	mostAhead  = 400 // days that are projected for the picture
)

// errNotBegun is the condition of a forecast where there is no past to go by.
var errNotBegun = errors.New("no credit has been activated yet")

// errNoDay is the condition of files without a day and a run that was given none.
var errNoDay = errors.New("quickstart: the files hold no day to state the credit for; give one with -day")

// An input is what the files hold.
type input struct {
	lots    grants
	charges charges
}

// An account is all that the statement and the picture are made from.
type account struct {
	input
	day       terms.Day
	currency  terms.Currency
	statement credit.Statement
	outlook   outlook
}

// An outlook is what happens next if use goes on as it did.
type outlook struct {
	forecast credit.Forecast
	err      error            // why there is no forecast
	unitErr  error            // why there is a forecast, but no purchase in it
	ahead    credit.Statement // the credit as it would be on the last day looked at
	until    terms.Day        // that day, and the statement's own if there is no forecast
}

// newAccount replays what the files hold to the end of a day, or of the day of the last charge.
func newAccount(in input, day terms.Day) (account, error) {
	if err := in.checkCurrency(); err != nil {
		return account{}, err
	}
	if day.IsZero() {
		day = in.lastDay()
	}
	if day.IsZero() {
		return account{}, errNoDay
	}
	ledger, err := credit.New(policy(), in.lots.lots, in.charges.events)
	if err != nil {
		return account{}, in.located(err)
	}
	statement, err := ledger.ReplayDay(day)
	if err != nil {
		return account{}, in.located(err)
	}
	acc := account{input: in, day: day, currency: ledger.Currency(), statement: statement}
	acc.outlook, err = newOutlook(statement, day)
	return acc, err
}

// policy is that of the offer, with refunds as Azure makes them: also of charges that credit paid in part or not at all.
func policy() credit.Policy {
	p := credit.AzureInOpen()
	p.OverReturn = credit.WriteOffUnpaid
	return p
}

// lastDay gives the day of the last charge, and of the last lot if there is none.
func (in input) lastDay() terms.Day {
	last := in.charges.lastDay
	if !last.IsZero() {
		return last
	}
	for _, lot := range in.lots.lots {
		if day := terms.DayOf(lot.Activated); day.After(last) {
			last = day
		}
	}
	return last
}

// checkCurrency reports every row in another currency than the first lot's, or the first charge's.
func (in input) checkCurrency() error {
	var found problems
	var first terms.Currency
	compare := func(amount terms.Money, at place) {
		if first.IsZero() {
			first = amount.Currency()
		}
		if amount.Currency() != first {
			found.add(at, "an amount in %s beside %s; want one currency", amount.Currency(), first)
		}
	}
	for _, lot := range in.lots.lots {
		compare(lot.Amount, in.lots.places[lot.ID])
	}
	for _, event := range in.charges.events {
		compare(event.Amount, in.charges.places[event.ID])
	}
	return found.err()
}

// located puts the places of the rows to what a ledger found wrong.
func (in input) located(err error) error {
	wrong, ok := errors.AsType[*credit.InputError](err)
	if !ok {
		return fmt.Errorf("quickstart: %w", err)
	}
	var found problems
	for _, fault := range wrong.Faults {
		if lot, ok := errors.AsType[*credit.LotError](fault); ok {
			found.add(in.lots.places[lot.Lot], "%v", lot.Err)
		} else if event, ok := errors.AsType[*credit.EventError](fault); ok {
			found.add(in.charges.places[event.Event], "%v", event.Err)
		} else {
			return fmt.Errorf("quickstart: %w", err)
		}
	}
	if wrong.More > 0 {
		return fmt.Errorf("%w\nand %d more", found.err(), wrong.More)
	}
	return found.err()
}

// check gives what a ledger finds wrong with one lot or event by itself. The ids are left out: who asks knows which.
func check(lots []credit.Lot, events []credit.Event) []error {
	_, err := credit.New(policy(), lots, events)
	wrong, ok := errors.AsType[*credit.InputError](err)
	if !ok {
		return nil
	}
	faults := wrong.Faults
	for i, fault := range faults {
		if lot, ok := errors.AsType[*credit.LotError](fault); ok {
			faults[i] = lot.Err
		} else if event, ok := errors.AsType[*credit.EventError](fault); ok {
			faults[i] = event.Err
		}
	}
	return faults
}

// newOutlook forecasts by the use of the last days.
func newOutlook(statement credit.Statement, day terms.Day) (outlook, error) {
	rate, err := statement.RecentRate(recentDays)
	if errors.Is(err, credit.ErrForecast) {
		err = errNotBegun
	}
	if err != nil {
		return outlook{err: err, ahead: statement, until: day}, nil
	}
	forecast, err := statement.Forecast(credit.Outlook{Rate: rate, Units: credit.DefaultUnits(), LeadDays: leadDays})
	if err != nil && !errors.Is(err, credit.ErrUnit) {
		return outlook{err: err, ahead: statement, until: day}, nil
	}
	o := outlook{forecast: forecast, unitErr: err, until: forecast.Until}
	if furthest := day.AddDays(mostAhead); o.until.After(furthest) {
		o.until = furthest
	}
	o.ahead, err = project(statement.Ledger(), rate, day, o.until)
	return o, err
}

// project replays the ledger with use at a rate from the day after, for the picture: the forecast says when credit runs
// out, this says how it gets there.
func project(ledger credit.Ledger, rate credit.Rate, after, until terms.Day) (credit.Statement, error) {
	days, err := terms.ParseDecimal(strconv.Itoa(rate.Days))
	if err != nil {
		return credit.Statement{}, err
	}
	const places = 12
	daily, err := terms.NewMoney(rate.Amount.Amount().DivRound(days, places), rate.Amount.Currency())
	if err != nil {
		return credit.Statement{}, err
	}
	var events []credit.Event
	for _, event := range ledger.Events() {
		if !event.Day.After(after) {
			events = append(events, event)
		}
	}
	for day := after.AddDays(1); !day.After(until); day = day.AddDays(1) {
		id := credit.EventID("projected " + day.String())
		events = append(events, credit.Event{ID: id, Kind: credit.Use, Day: day, Amount: daily, Charge: credit.Consumption})
	}
	longer, err := credit.New(ledger.Policy(), ledger.Lots(), events)
	if err != nil {
		return credit.Statement{}, err
	}
	return longer.ReplayDay(until)
}
