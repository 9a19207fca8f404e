// Cancellations says what can still be cancelled. It reads a folder of subscriptions as Partner Center returns them, and a price for
// each offer, and prints for an instant which of them can be cancelled, until when, what comes back and what would be billed
// otherwise, the largest stake first; it writes the deadlines as a calendar, and explains one that cannot be cancelled. What is
// wrong in a file is named by file and field, and the others are answered all the same.
//
//	go run ./examples/cancellations
//	go run ./examples/cancellations -at 2026-05-14T09:00:00Z -subscriptions DIR -prices FILE -calendar deadlines.ics
//
// Without a folder it takes the sample below testdata, which is made up from end to end. What it prints for that stands in
// expected.txt, and its calendar in expected.ics.
package main

import (
	"bytes"
	"embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/cloudterms/terms/rules"
)

//go:embed testdata
var sample embed.FS

const sampleAt = "2026-05-14T09:00:00Z"

// What the process exits with.
const (
	exitFine    = 0
	exitProblem = 1 // something is wrong in a file, or cannot be read or written
	exitUsage   = 2
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

const help = `Usage: go run ./examples/cancellations [flags]

Says which subscriptions can still be cancelled, until when, and what is at stake.

  -at INSTANT          the instant to answer for, in RFC 3339 (default: that of the sample, ` + sampleAt + `)
  -subscriptions DIR   a folder of JSON files as Partner Center returns them (default: the sample, which is built in)
  -prices FILE         the prices, as JSON (default: those of the sample): for each offer id what one licence costs for one
                       charge of its billing plan, as in {"CFQ7TTC0LH18:0001:CFQ7TTC0K971": {"amount": "10.08", "currency": "EUR"}}
  -admin-agent ANSWER  whether whoever cancels is an admin agent: yes, no, or "" if nobody knows (default: yes)
  -explain ID          the subscription to explain (default: the first that cannot be cancelled)
  -calendar FILE       where to write the deadlines, as iCalendar (default: nowhere)

Exit status: 0 all were answered, 1 something is wrong in a file or cannot be read or written, 2 wrong flags.
`

// options are the flags.
type options struct {
	at                                       time.Time
	subscriptions, prices, explain, calendar string
	adminAgent                               rules.Truth
}

// run is the whole program but for the process around it.
func run(args []string, stdout, stderr io.Writer) int {
	o, err := parseFlags(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		say(stdout, help)
		return exitFine
	case err != nil:
		say(stderr, "cancellations: %v\nRun it with -h for help.\n", err)
		return exitUsage
	}
	mistakes, err := answer(o, stdout)
	switch {
	case err != nil:
		say(stderr, "cancellations: %v\n", err)
		return exitProblem
	case mistakes > 0:
		return exitProblem
	}
	return exitFine
}

// say writes what a person reads. Where it cannot be written, nobody is there to be told.
func say(w io.Writer, format string, args ...any) { _, _ = fmt.Fprintf(w, format, args...) }

func parseFlags(args []string) (options, error) {
	var o options
	flags := flag.NewFlagSet("cancellations", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	at := flags.String("at", sampleAt, "")
	flags.StringVar(&o.subscriptions, "subscriptions", "", "")
	flags.StringVar(&o.prices, "prices", "", "")
	flags.StringVar(&o.explain, "explain", "", "")
	flags.StringVar(&o.calendar, "calendar", "", "")
	flags.TextVar(&o.adminAgent, "admin-agent", rules.Yes, "")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if flags.NArg() > 0 {
		return o, fmt.Errorf("unexpected argument %q: the folder is given by -subscriptions", flags.Arg(0))
	}
	var err error
	if o.at, err = time.Parse(time.RFC3339, *at); err != nil {
		return o, fmt.Errorf("-at %q: want an instant, as in %s", *at, sampleAt)
	}
	return o, nil
}

// answer reads, asks, prints and writes, and gives the number of mistakes in the files.
func answer(o options, out io.Writer) (int, error) {
	files, err := sources(o)
	if err != nil {
		return 0, err
	}
	found, err := read(files)
	if err != nil {
		return 0, err
	}
	answered, err := found.ask(o)
	if err != nil {
		return 0, err
	}
	var printed bytes.Buffer
	p := printer{&printed, answered}
	p.report(o)
	if o.calendar != "" {
		if err := os.WriteFile(o.calendar, []byte(answered.calendar.ICalendar()), 0o600); err != nil {
			return 0, err
		}
		p.line("\nWritten to %s: %d deadlines", filepath.Base(o.calendar), len(answered.calendar.Deadlines))
	}
	_, err = printed.WriteTo(out)
	return len(answered.mistakes), err
}

// input is the files to read: the prices, and a folder of subscriptions.
type input struct {
	prices []byte
	folder fs.FS
}

// sources gives the files that the flags name, and those of the sample in their place.
func sources(o options) (input, error) {
	folder, err := fs.Sub(sample, "testdata/subscriptions")
	if err != nil {
		return input{}, err
	}
	prices, err := sample.ReadFile("testdata/prices.json")
	if err != nil {
		return input{}, err
	}
	if o.subscriptions != "" {
		folder = os.DirFS(o.subscriptions)
	}
	if o.prices != "" {
		if prices, err = os.ReadFile(o.prices); err != nil {
			return input{}, err
		}
	}
	return input{prices, folder}, nil
}
