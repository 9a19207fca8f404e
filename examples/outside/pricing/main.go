// Command pricing is a billing team's use of package pricing and the packages below it. From a price list, a month of
// daily usage, a timeline of access, exchange rates and an invoice in testdata it works out what use and seats cost,
// which offers may be transacted, what credit was earned and missed, and what differs on the invoice; wrong input is
// reported where it stands, and the rest is answered.
//
//	go run . -currency EUR
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/cloudterms/terms"
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
	data     string
	currency terms.Currency
}

func parseOptions(args []string) (options, error) {
	var o options
	flags := flag.NewFlagSet("pricing", flag.ContinueOnError)
	flags.StringVar(&o.data, "data", "testdata", "`directory` of the files")
	flags.TextVar(&o.currency, "currency", terms.EUR, "`currency` the customer is quoted in")
	return o, flags.Parse(args)
}

func run(out io.Writer, args []string) error {
	o, err := parseOptions(args)
	if err != nil {
		return err
	}
	in, err := load(out, o.data)
	if err != nil {
		return err
	}
	r := report{w: out}
	parts := []struct {
		title string
		show  func(*report, input, options) error
	}{
		{"Prices and tiers", showPrices},
		{"Seats", showSeats},
		{"Exchange", showExchange},
		{"Offers", showOffers},
		{"Earned credit", showEarned},
		{"Usage and invoice against the price list", showReconciled},
		{"What wrong input gets", showMistakes},
	}
	for _, part := range parts {
		r.heading(part.title)
		if err := part.show(&r, in, o); err != nil {
			return fmt.Errorf("%s: %w", strings.ToLower(part.title), err)
		}
	}
	return nil
}

// report writes lines.
type report struct {
	w io.Writer
}

func (r *report) heading(title string) {
	fmt.Fprintf(r.w, "\n%s\n%s\n", title, strings.Repeat("=", len(title)))
}

func (r *report) linef(format string, args ...any) {
	fmt.Fprintln(r.w, strings.TrimRight(fmt.Sprintf(format, args...), " "))
}

// fault writes an error, on as many lines as it has.
func (r *report) fault(what string, err error) {
	r.linef("  %s: %s", what, strings.ReplaceAll(err.Error(), "\n", "\n    "))
}

// open opens one of the files.
func open(dir, name string) (*os.File, error) {
	return os.Open(filepath.Join(dir, name))
}
