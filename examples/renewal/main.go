// Renewal plans the renewal of a subscription that product keys pay for. It reads a JSON file of a subscription and a pool
// of keys, sets side by side what comes of adding all keys, of extending with them and of starting anew, and prints the
// redemptions that meet the goal with the least licence-time wasted, each with its reasons, or what stands in the way.
//
//	go run ./examples/renewal
//	go run ./examples/renewal -file my-renewal.json
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

	"github.com/cloudterms/terms/licensing"
)

//go:embed sample.json
var sample []byte

// What the process exits with.
const (
	exitFine    = 0
	exitProblem = 1 // the file cannot be read or is wrong, or no plan meets the goal
	exitUsage   = 2
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

const help = `Usage: go run ./examples/renewal [flags]

Plans the renewal of a subscription that product keys pay for.

  -file FILE  the subscription and the keys (default: the sample sample.json, which is built in)

The file is JSON:

  {"day": "2021-10-01",
   "subscription": {"product": "Microsoft 365 E3", "status": "active", "licences": 100, "end": "2021-12-31"},
   "keys": [{"key": "AAAA1-BBBB2-CCCC3-DDDD4-EEEE5", "product": "Microsoft 365 E3", "licences": 25,
             "redeemed": "no", "expires": "2022-01-31"}],
   "goal": {"licences": 120, "end": "2022-12-31"}}

The status is none, active, expired or disabled. Whether a key was redeemed is yes or no; a key of which that is not given
is left out. The expiry date of its benefit may be left out, and so may one part of the goal. A reckoning may be added:

   "reckoning": {"unit": "calendarMonths", "rounding": "down", "limit": "addedTime", "expiry": "counts"}

Keys are never printed in full.
Exit status: 0 a plan was found, 1 none was or the file is wrong, 2 wrong flags.
`

// run is the whole program but for the process around it.
func run(args []string, stdout, stderr io.Writer) int {
	file, err := parseFlags(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		say(stdout, help)
		return exitFine
	case err != nil:
		say(stderr, "renewal: %v\nRun it with -h for help.\n", err)
		return exitUsage
	}
	status, err := renew(file, stdout)
	switch {
	case err != nil:
		say(stderr, "renewal: %v\n", err)
		return exitProblem
	case status != licensing.PlanFound:
		return exitProblem
	default:
		return exitFine
	}
}

// say writes what a person reads. Where it cannot be written, nobody is there to be told.
func say(w io.Writer, format string, args ...any) { _, _ = fmt.Fprintf(w, format, args...) }

func parseFlags(args []string) (file string, err error) {
	flags := flag.NewFlagSet("renewal", flag.ContinueOnError)
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

// renew reads the file, compares, plans and prints.
func renew(file string, out io.Writer) (licensing.PlanStatus, error) {
	text := sample
	if file != "" {
		var err error
		if text, err = os.ReadFile(file); err != nil {
			return 0, err
		}
	}
	asked, err := read(bytes.NewReader(text))
	if err != nil {
		return 0, err
	}
	compared, err := licensing.CompareCourses(asked.request)
	if err != nil {
		return 0, err
	}
	plan, err := licensing.PlanRenewal(asked.request)
	if err != nil {
		return 0, err
	}
	var printed bytes.Buffer
	p := printer{out: &printed, asked: asked}
	p.opening()
	p.courses(compared.Courses)
	p.plan(plan)
	_, err = printed.WriteTo(out)
	return plan.Status, err
}
