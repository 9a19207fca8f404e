package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/licensing"
)

// A mistake is wrong input of one sort.
type mistake struct {
	what string
	make func(b base) error
}

// base is a right ledger and a right table, for mistakes that need one.
type base struct {
	ledger credit.Ledger
	units  credit.UnitTable
}

// showMistakes makes every mistake and writes what a person reads of it, and below that what a program goes by.
func showMistakes(w io.Writer, dir string) error {
	ledger, err := loadLedger(dir)
	if err != nil {
		return err
	}
	units, err := loadUnits(dir)
	if err != nil {
		return err
	}
	heading(w, "What wrong input gets")
	for _, m := range mistakes {
		err := m.make(base{ledger, units})
		if err == nil {
			return fmt.Errorf("%s: no error", m.what)
		}
		fmt.Fprintf(w, "\n%s:\n", m.what)
		fmt.Fprintf(w, "  %s\n", strings.ReplaceAll(err.Error(), "\n", "\n  "))
		for _, name := range matching(err) {
			fmt.Fprintf(w, "  errors.Is %s\n", name)
		}
		for _, line := range details(err) {
			fmt.Fprintf(w, "  errors.As %s\n", line)
		}
	}
	return nil
}

var mistakes = []mistake{
	{"an unknown key in JSON", unknownKey},
	{"a day that does not exist", noSuchDay},
	{"a duplicate id with other content", conflictingID},
	{"a policy field left out", policyFieldLeftOut},
	{"a return of more than was taken", returnOfTooMuch},
	{"a charge in another currency", otherCurrency},
	{"a key activated after its five years", keyActivatedTooLate},
	{"an instant of the year 3000", farFuture},
	{"six alerts", sixAlerts},
	{"two faults at once", twoFaults},
	{"a kept statement that was changed", changedStatement},
}

func unknownKey(base) error {
	var rec record
	return terms.Decode(strings.NewReader(`{
  "customer": "Fabrikam AB",
  "lots": [
    {"id": "lot-1", "amout": {"amount": "100.00", "currency": "SEK"}}
  ]
}`), &rec)
}

func noSuchDay(base) error {
	var rec record
	return terms.Decode(strings.NewReader(`{
  "events": [
    {"id": "invoice-1", "kind": "use", "day": "2023-02-29"}
  ]
}`), &rec)
}

func conflictingID(b base) error {
	_, err := b.ledger.With(use("may", "2024-05-28", "25.00 USD"))
	return err
}

func policyFieldLeftOut(base) error {
	policy := credit.AzureInOpen()
	policy.DayPlace = 0
	_, err := credit.New(policy, nil, nil)
	return err
}

// returnOfTooMuch is accepted by With: how much a use took is known once lots are drawn on.
func returnOfTooMuch(b base) error {
	ledger, err := b.ledger.With(credit.Event{
		ID: "may-refund", Kind: credit.Return, Of: "may",
		Day: terms.MustParseDay("2024-05-30"), Amount: terms.MustParseMoney("24.01 USD"),
	})
	if err != nil {
		return err
	}
	_, err = ledger.ReplayDay(terms.MustParseDay("2024-05-31"))
	return err
}

func otherCurrency(b base) error {
	_, err := b.ledger.With(use("june", "2024-06-01", "120.00 SEK"))
	return err
}

func keyActivatedTooLate(b base) error {
	key, err := licensing.ParseOSAKey("NOTAR-EALKE-YJUST-ANEXA-MPLE2")
	if err != nil {
		return err
	}
	purchase, err := licensing.NewOSAPurchase(key, terms.MustParseDay("2019-03-01"),
		licensing.OSAToken{Units: 1, Currency: terms.USD})
	if err != nil {
		return err
	}
	_, err = credit.TokenLots(purchase, terms.MustParseDay("2024-03-02").Start(), licensing.AddsCredit, b.units)
	return err
}

func farFuture(b base) error {
	_, err := b.ledger.Replay(time.Date(3000, time.January, 1, 0, 0, 0, 0, time.UTC))
	return err
}

func sixAlerts(b base) error {
	policy := credit.AzureInOpen()
	for i := range 6 {
		policy.Alerts = append(policy.Alerts, credit.Alert{
			Name:       fmt.Sprintf("alert-%d", i+1),
			Amount:     terms.MustParseMoney(fmt.Sprintf("%d.00 USD", 100*(i+1))),
			Recipients: []string{"billing@contoso.example"},
		})
	}
	_, err := credit.New(policy, b.ledger.Lots(), b.ledger.Events())
	return err
}

func twoFaults(b base) error {
	_, err := b.ledger.With(use("", "2024-06-01", "1.00 USD"), use("june", "2024-06-01", "-1.00 USD"))
	return err
}

func changedStatement(b base) error {
	st, err := b.ledger.ReplayDay(terms.MustParseDay("2024-05-31"))
	if err != nil {
		return err
	}
	kept, err := st.MarshalJSON()
	if err != nil {
		return err
	}
	changed := strings.Replace(string(kept), `"status":"live"`, `"status":"lapsed"`, 1)
	return terms.Decode(strings.NewReader(changed), &st)
}

// use makes a charge credit can pay.
func use(id credit.EventID, day, amount string) credit.Event {
	return credit.Event{
		ID: id, Kind: credit.Use, Charge: credit.Consumption,
		Day: terms.MustParseDay(day), Amount: terms.MustParseMoney(amount),
	}
}
