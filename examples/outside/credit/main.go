// Command credit is a service's use of package credit. It reads what the service keeps as JSON, says what became of
// the credit up to a day, why one charge was paid as it was, and what to purchase next; and it shows what wrong input
// gets.
//
//	go run . -day 2024-05-31 -event april
//
// Contoso, in testdata/facts.json, is a whole ledger: policy, lots and events, as credit.Ledger has them in JSON.
// Fabrikam, in testdata/service.json, is a record of the service's own, with lots and events in it and no policy.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/licensing"
)

func main() {
	log.SetFlags(0)
	err := run(os.Stdout, os.Args[1:])
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		log.Fatal(err)
	}
}

// options are what the program is asked.
type options struct {
	data  string
	day   terms.Day
	event credit.EventID
	rate  terms.Money
}

// parseOptions reads the flags. A terms.Day and a terms.Money read themselves, so a day that does not exist is
// refused here.
func parseOptions(args []string) (options, error) {
	var o options
	flags := flag.NewFlagSet("credit", flag.ContinueOnError)
	flags.StringVar(&o.data, "data", "testdata", "`directory` of the JSON files")
	flags.TextVar(&o.day, "day", terms.MustParseDay("2024-05-31"), "the UTC `day` at whose end to state the credit")
	flags.StringVar((*string)(&o.event), "event", "april", "`id` of the use of Contoso's to explain")
	flags.TextVar(&o.rate, "rate", terms.MustParseMoney("2.00 USD"), "`amount` Contoso is expected to use a day")
	return o, flags.Parse(args)
}

func run(out io.Writer, args []string) error {
	o, err := parseOptions(args)
	if err != nil {
		return err
	}
	purchase, err := loadPurchase(o.data)
	if err != nil {
		return err
	}
	// Everything is held back until it is known that the key is not in it.
	var text bytes.Buffer
	if err := report(&text, o, purchase); err != nil {
		return err
	}
	if err := checkSecret(text.String(), purchase.Key()); err != nil {
		return err
	}
	fmt.Fprintf(&text, "\nThe key is nowhere above.\n")
	_, err = text.WriteTo(out)
	return err
}

// report writes all the program has to say.
func report(w io.Writer, o options, purchase licensing.OSAPurchase) error {
	units, err := loadUnits(o.data)
	if err != nil {
		return err
	}
	if err := contoso(w, o, units); err != nil {
		return fmt.Errorf("contoso: %w", err)
	}
	if err := fabrikam(w, o, units, purchase); err != nil {
		return fmt.Errorf("fabrikam: %w", err)
	}
	return showMistakes(w, o.data)
}

// contoso states a ledger that is read whole.
func contoso(w io.Writer, o options, units credit.UnitTable) error {
	ledger, err := loadLedger(o.data)
	if err != nil {
		return err
	}
	st, err := ledger.ReplayDay(o.day)
	if err != nil {
		return err
	}
	heading(w, "Contoso at the end of %s", o.day)
	showStatement(w, st)
	if err := showExplanation(w, st, o.event); err != nil {
		return err
	}
	if err := showForecasts(w, st, units, o.rate); err != nil {
		return err
	}
	return showKept(w, st)
}

// fabrikam states a ledger that the service puts together: its own record, and the lots of a key just purchased.
func fabrikam(w io.Writer, o options, units credit.UnitTable, purchase licensing.OSAPurchase) error {
	rec, err := loadRecord(o.data)
	if err != nil {
		return err
	}
	heading(w, "%s purchases a key", rec.Customer)
	lots, err := showPurchase(w, purchase, units)
	if err != nil {
		return err
	}
	// The record has one invoice twice, as queues deliver. It counts once.
	ledger, err := credit.New(credit.AzureInOpen(), append(rec.Lots, lots...), rec.Events)
	if err != nil {
		return err
	}
	st, err := ledger.ReplayDay(o.day)
	if err != nil {
		return err
	}
	heading(w, "%s at the end of %s", rec.Customer, o.day)
	showStatement(w, st)
	return showRecentForecast(w, st, units)
}

// heading writes a line that begins a part of the output.
func heading(w io.Writer, format string, args ...any) {
	title := fmt.Sprintf(format, args...)
	fmt.Fprintf(w, "\n%s\n%s\n", title, strings.Repeat("=", len(title)))
}
