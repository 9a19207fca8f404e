// Transact says which Azure offers a partner may transact for a customer. It reads a JSON file that describes the two, and prints
// for each day on which an answer can change what held the day before and what holds from it on: whether each offer may be
// transacted, by which prices it is billed, which incentives it brings, and why, each reason with its source.
//
//	go run ./examples/transact
//	go run ./examples/transact -file my-customer.json
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
)

//go:embed sample.json
var sample []byte

// What the process exits with.
const (
	exitFine    = 0
	exitProblem = 1 // the file cannot be read or is wrong
	exitUsage   = 2
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

const help = `Usage: go run ./examples/transact [flags]

Says which Azure offers a partner may transact for a customer, on each side of every day on which that changes.

  -file FILE  the partner and the customer (default: the sample sample.json, which is built in)

The file is JSON:

  {"partner": {"name": "Fabrikam", "party": "directPartner", "enrolled": "2018-03-01",
               "registered": "yes", "silverCloudPlatform": "no"},
   "customer": {"name": "Contoso", "enrolled": "2019-05-01", "gcc": "no", "agreement": "yes",
                "history": "previousEnded", "hasPlan": "no"},
   "related": "2019-05-01",
   "deal": "purchase",
   "offers": ["MS-AZR-0145P", "MS-AZR-0017G"]}

The party is directPartner or distributor. The history is neverBoughtAzure, otherAzureOnly, previousElsewhere, previousEnded
or previousActive; the deal purchase, continue, changePartner, transfer, takeOver or toProvider. What is yes or no may be
left out, and the report then says what it lacks. Without offers it reports on the Azure plan, the previous offer and shared
services. An overlay may be added, and so may readings of what the sources say twice:

   "continuation": "activeTogether", "gccReading": "gccPricePage",
   "overlay": {"owner": "Fabrikam", "reason": "letter of 3 May",
               "figures": [{"timeline": "pricing.phase", "span": "2022-07-31/..", "value": "phase3"}]}

Exit status: 0 fine, 1 the file is wrong, 2 wrong flags.
`

// run is the whole program but for the process around it.
func run(args []string, stdout, stderr io.Writer) int {
	file, err := parseFlags(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		say(stdout, help)
		return exitFine
	case err != nil:
		say(stderr, "transact: %v\nRun it with -h for help.\n", err)
		return exitUsage
	}
	if err := report(file, stdout); err != nil {
		say(stderr, "transact: %v\n", err)
		return exitProblem
	}
	return exitFine
}

// say writes what a person reads. Where it cannot be written, nobody is there to be told.
func say(w io.Writer, format string, args ...any) { _, _ = fmt.Fprintf(w, format, args...) }

func parseFlags(args []string) (file string, err error) {
	flags := flag.NewFlagSet("transact", flag.ContinueOnError)
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

// report reads the file and prints what it comes to.
func report(file string, out io.Writer) error {
	text := sample
	if file != "" {
		var err error
		if text, err = os.ReadFile(file); err != nil {
			return err
		}
	}
	asked, err := read(bytes.NewReader(text))
	if err != nil {
		return err
	}
	var printed bytes.Buffer
	p := printer{out: &printed, asked: asked}
	p.opening()
	p.phases()
	for _, day := range asked.boundaries() {
		p.boundary(day)
	}
	p.sourceList()
	_, err = printed.WriteTo(out)
	return err
}
