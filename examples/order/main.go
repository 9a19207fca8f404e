// Order answers the question of whoever is about to place an order through CSP: can this customer order, and what is missing? It
// reads a JSON file of a partner, a customer and a product, and prints for every precondition whether it is met, the rules that
// say so, where they are written, and the facts that nobody has given.
//
//	go run ./examples/order
//	go run ./examples/order -file my-order.json
//
// Without a file it takes the sample of this folder, sample.json, which is made up from end to end. What it prints for that
// stands beside it in expected.txt.
package main

import (
	"bytes"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/cloudterms/terms/rules"
)

//go:embed sample.json
var sample []byte

// What the process exits with.
const (
	exitFine    = 0
	exitProblem = 1 // the customer cannot order, or that is not known; or the file is wrong
	exitUsage   = 2
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

const help = `Usage: go run ./examples/order [flags]

Says whether a customer can order a product through a CSP partner, and what is missing.

  -file FILE  the partner, the customer and the product (default: the sample sample.json, which is built in)

The file is JSON:

  {"day": "2023-04-28",
   "partner": {"location": "SE", "role": "adminAgent", "indirectReseller": "no", "partnerAgreement": "yes"},
   "customer": {"location": "NO", "commercial": "yes", "cloudAgreement": "no",
                "acceptance": "attestedByPartner", "acceptedOn": "2023-04-20"},
   "product": {"kind": "serverSubscription", "termDuration": "P1Y", "billingCycle": "monthly",
               "remoteDesktopCal": "no", "shown": "yes"}}

Day and product/kind must be given; everything else may be left out, and is asked for where it matters. Only preconditions
that are on record for the product are asked: region and agreements for all.

  kind        azurePlan, previousAzure, microsoft365, dynamics365, reservation, serverSubscription, other
  acceptance  of the Microsoft Customer Agreement: notAccepted, acceptedUnconfirmed, attestedByPartner, acceptedDirectly
  role        of whoever places the order: globalAdministrator, adminAgent, salesAgent, other and more
  shown       whether the review screen of Partner Center shows a plan of the billing cycle

Exit status: 0 the customer can order, 1 it cannot, or that is not known, or the file is wrong, 2 wrong flags.
`

// run is the whole program but for the process around it.
func run(args []string, stdout, stderr io.Writer) int {
	file, err := parseFlags(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		say(stdout, help)
		return exitFine
	case err != nil:
		say(stderr, "order: %v\nRun it with -h for help.\n", err)
		return exitUsage
	}
	verdict, err := examine(file, stdout)
	switch {
	case err != nil:
		say(stderr, "order: %v\n", err)
		return exitProblem
	case verdict != rules.Yes:
		return exitProblem
	default:
		return exitFine
	}
}

// say writes what a person reads. Where it cannot be written, nobody is there to be told.
func say(w io.Writer, format string, args ...any) { _, _ = fmt.Fprintf(w, format, args...) }

func parseFlags(args []string) (file string, err error) {
	flags := flag.NewFlagSet("order", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&file, "file", "", "")
	if err := flags.Parse(args); err != nil {
		return "", err
	}
	if flags.NArg() > 0 {
		return "", fmt.Errorf("unexpected argument %q: the file is given by -file", flags.Arg(0))
	}
	return file, nil
}

// examine reads the file, asks for every precondition and prints.
func examine(file string, out io.Writer) (rules.Truth, error) {
	text := sample
	if file != "" {
		var err error
		if text, err = os.ReadFile(file); err != nil {
			return rules.Unknown, err
		}
	}
	asked, err := read(bytes.NewReader(text))
	if err != nil {
		return rules.Unknown, err
	}
	checks := asked.checks()
	var printed bytes.Buffer
	p := printer{out: &printed}
	p.opening(asked)
	for _, c := range checks {
		p.check(c)
	}
	p.attestation(asked)
	verdict := verdictOf(checks)
	p.verdict(verdict, checks)
	p.end()
	_, err = printed.WriteTo(out)
	return verdict, err
}
