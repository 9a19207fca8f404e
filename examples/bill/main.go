// Bill reads a price list, a month of daily rated usage and a timeline of who had access, and prints what the month comes to,
// line by line, with effective unit prices, the partner earned credit and what of it was missed, and why. Then it holds the
// usage against the price list and an invoice file against both, and prints what is not as it should be, with what is most
// at stake in front.
//
//	go run ./examples/bill
//	go run ./examples/bill -prices prices.csv -licences licences.csv -usage usage.csv -access access.json -invoice invoice.csv
//
// A file that is not given is the sample of that name in testdata, which is made up from end to end, in the layouts of Partner
// Center. Differences are planted in the samples; what the program prints for them stands in expected.txt.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/cloudterms/terms/pricing/pricesheet"
	"github.com/cloudterms/terms/pricing/reconcile"
)

// What the process exits with.
const (
	exitFine    = 0
	exitProblem = 1 // something does not agree, or a file cannot be read
	exitUsage   = 2
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

const help = `Usage: go run ./examples/bill [flags]

Prints what a month of Azure usage comes to, what partner earned credit was earned and missed, and where an invoice differs.

  -prices FILE    the price list of Azure plan, CSV
  -licences FILE  the price list of new-commerce licences, CSV
  -usage FILE     daily rated usage, CSV
  -access FILE    who is billed and who had access, JSON (see below)
  -invoice FILE   the reconciliation file of the invoice, CSV

A file that is not given is the sample, which is built in. The access file is:

  {"transacting": "1234567", "agreement": "yes", "billed": "yes", "reading": "wholeDay",
   "grants": [{"id": "admin agents", "partner": "1234567", "path": "aobo", "role": "Owner",
               "scope": "/subscriptions/7f3c", "from": "2022-01-01T00:00:00Z", "until": "2022-08-10T14:20:00Z"}]}

The path is aobo, lighthouseOffer, lighthouseTemplate or directoryUser; the last two say whether the partner's id is linked
("linked") and all but the first whether they are standing access ("permanent"), yes or no.
Exit status: 0 all agrees, 1 something does not or a file is wrong, 2 wrong flags.
`

// run is the whole program but for the process around it.
func run(args []string, stdout, stderr io.Writer) int {
	names, err := parseFlags(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		say(stdout, help)
		return exitFine
	case err != nil:
		say(stderr, "bill: %v\nRun it with -h for help.\n", err)
		return exitUsage
	}
	settled, err := bill(names, stdout)
	if err != nil {
		say(stderr, "bill: %v\n", err)
	}
	if err != nil || !settled {
		return exitProblem
	}
	return exitFine
}

// say writes what a person reads. Where it cannot be written, nobody is there to be told.
func say(w io.Writer, format string, args ...any) { _, _ = fmt.Fprintf(w, format, args...) }

// files are the names of the inputs; an empty one stands for the sample.
type files struct{ prices, licences, usage, access, invoice string }

func parseFlags(args []string) (files, error) {
	var names files
	flags := flag.NewFlagSet("bill", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&names.prices, "prices", "", "")
	flags.StringVar(&names.licences, "licences", "", "")
	flags.StringVar(&names.usage, "usage", "", "")
	flags.StringVar(&names.access, "access", "", "")
	flags.StringVar(&names.invoice, "invoice", "", "")
	if err := flags.Parse(args); err != nil {
		return files{}, err
	}
	if flags.NArg() > 0 {
		return files{}, fmt.Errorf("unexpected argument %q: files are given by -prices, -licences, -usage, -access and -invoice", flags.Arg(0))
	}
	return names, nil
}

// bill reckons the bill and prints it, and says whether everything agrees.
func bill(names files, out io.Writer) (settled bool, err error) {
	basis, err := readBasis(names)
	if err != nil {
		return false, err
	}
	used, err := read(names.usage, "usage.csv", func(in io.Reader) (reconcile.Report, error) {
		return basis.Report(basis.Usage(pricesheet.ReadDailyUsage(in)))
	})
	if err != nil {
		return false, err
	}
	basis.Charges = used.Charges
	billed, err := read(names.invoice, "invoice.csv", func(in io.Reader) (reconcile.Report, error) {
		return basis.Report(basis.Invoice(pricesheet.ReadInvoice(in)))
	})
	if err != nil {
		return false, err
	}
	var printed bytes.Buffer
	p := printer{out: &printed, access: *basis.Partnership}
	if err := p.charges(used); err != nil {
		return false, err
	}
	if err := p.credit(used); err != nil {
		return false, err
	}
	p.findings("Daily usage, held against the price list", used)
	p.findings("Invoice, held against the usage and the price lists", billed)
	_, err = printed.WriteTo(out)
	return len(used.Findings)+len(billed.Findings) == 0, err
}
