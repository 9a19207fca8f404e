// Quickstart does the main job of the module: from the keys an Azure in Open subscription was given, and the charges
// Azure made, it works out which credit paid what, what lapsed, which alerts fired, when services stood still, and what
// to purchase next. It prints the statement as tables and draws the burn-down as an SVG picture.
//
//	go run ./examples/quickstart
//	go run ./examples/quickstart -keys my-keys.csv -charges export.csv -day 2020-03-31 -svg my.svg
//
// Without flags it reads the sample files of this folder, keys.csv and charges.csv, which are made up from end to end.
// What it then prints and draws stands beside them in expected.txt and expected.svg.
package main

import (
	"bytes"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

//go:generate go run generate.go

//go:embed keys.csv
var sampleKeys string

//go:embed charges.csv
var sampleCharges string

// What the process exits with.
const (
	exitFine    = 0
	exitProblem = 1 // a file has errors, or cannot be read or written
	exitUsage   = 2
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

const help = `Usage: go run ./examples/quickstart [flags]

States the credit of one Azure in Open subscription on a day, as tables, and draws its burn-down as an SVG picture.

  -keys FILE     keys and card top-ups (default: the sample keys.csv, which is built in)
  -charges FILE  charges (default: the sample charges.csv, which is built in)
  -day DAY       the UTC day to state, as in 2020-03-31; its end counts (default: the day of the last charge)
  -svg FILE      where the picture goes (default: %s); "" draws none

The keys are a CSV file with the columns Kind, Id, OSAKey, PurchaseDay, ActivationDay, Redemption, Units, Amount and
Currency, days as 2020-03-31. A row of the kind key is one token, and a key with two tokens has two rows: OSAKey,
PurchaseDay, ActivationDay, Units, Currency, and Redemption, which is activatesSubscription, addsCredit or nothing. A
row of the kind topUp is credit added by card: Id, ActivationDay, Amount, Currency. Keys are never printed in full.

The charges are a cost-details file of Azure Cost Management, as it is exported. These columns are needed, in any order:
%s.
ServicePeriodStartDate is needed where there are refunds: it names the day of the charge that a refund gives back.
Days are written MM/DD/YYYY there.

Every bad row is reported as FILE:LINE:COLUMN, and nothing is computed from a file that has one.
Exit status: 0 fine, 1 a file has errors or cannot be read or written, 2 wrong flags.
`

// options are the flags.
type options struct {
	keys, charges, svg string
	day                terms.Day
}

// run is the whole program but for the process around it.
func run(args []string, stdout, stderr io.Writer) int {
	opts, err := parseFlags(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		say(stdout, help, defaultSVG(), wrapped(strings.Join(neededNames(chargeColumns()), ", ")))
		return exitFine
	case err != nil:
		say(stderr, "quickstart: %v\nRun it with -h for help.\n", err)
		return exitUsage
	}
	err = state(opts, stdout, stderr)
	if err != nil {
		say(stderr, "%v\n", err)
	}
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errNoDay), errors.Is(err, credit.ErrInstant): // rows say so by their place
		return exitUsage
	default:
		return exitProblem
	}
}

// say writes what a person reads. Where it cannot be written, nobody is there to be told.
func say(w io.Writer, format string, args ...any) { _, _ = fmt.Fprintf(w, format, args...) }

func parseFlags(args []string) (options, error) {
	var opts options
	flags := flag.NewFlagSet("quickstart", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&opts.keys, "keys", "", "")
	flags.StringVar(&opts.charges, "charges", "", "")
	flags.TextVar(&opts.day, "day", terms.Day{}, "")
	flags.StringVar(&opts.svg, "svg", defaultSVG(), "")
	if err := flags.Parse(args); err != nil {
		return options{}, err
	}
	if flags.NArg() > 0 {
		return options{}, fmt.Errorf("unexpected argument %q: files are given by flags", flags.Arg(0))
	}
	return opts, nil
}

// defaultSVG lies outside the current directory, so that a run leaves a clean checkout clean.
func defaultSVG() string { return filepath.Join(os.TempDir(), "burndown.svg") }

// state reads the files, prints the statement and writes the picture.
func state(opts options, stdout, stderr io.Writer) error {
	keyText, keyFile, err := open(opts.keys, sampleKeys, "keys.csv")
	if err != nil {
		return err
	}
	chargeText, chargeFile, err := open(opts.charges, sampleCharges, "charges.csv")
	if err != nil {
		return err
	}
	var found problems
	in := input{lots: readKeys(keyFile, keyText, &found), charges: readCharges(chargeFile, chargeText, &found)}
	if err := found.err(); err != nil {
		return err
	}
	acc, err := newAccount(in, opts.day)
	if err != nil {
		return err
	}
	text, err := statementText(acc)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(stdout, text); err != nil {
		return err
	}
	return writePicture(acc, opts.svg, stderr)
}

// open gives a file's content, or that of the sample where no file is named.
func open(name, sample, sampleName string) (io.Reader, string, error) {
	if name == "" {
		return strings.NewReader(sample), sampleName, nil
	}
	content, err := os.ReadFile(name)
	if err != nil {
		return nil, name, fmt.Errorf("quickstart: %w", err)
	}
	return bytes.NewReader(content), name, nil
}

func writePicture(acc account, file string, stderr io.Writer) error {
	if file == "" {
		return nil
	}
	var picture bytes.Buffer
	if err := draw(&picture, acc); err != nil {
		return err
	}
	if err := os.WriteFile(file, picture.Bytes(), 0o644); err != nil { //nolint:gosec // a picture for people to look at
		return fmt.Errorf("quickstart: %w", err)
	}
	say(stderr, "The burn-down is drawn in %s\n", file)
	return nil
}
