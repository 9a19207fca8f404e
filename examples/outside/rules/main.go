// Command educator tells the sales desk of Northlight Resale at which price it may sell Kestrel Studio to a customer, and
// by which rule. Northlight and Kestrel are made up.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules/rulesdoc"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "educator:", err)
		os.Exit(1)
	}
}

// A question is what the command line asks.
type question struct {
	day       terms.Day
	known     terms.Day
	overlay   string // a file
	published bool   // Kestrel's rules alone
	command   string
	order     string // a file
}

func run(args []string, w io.Writer) error {
	q, err := parse(args)
	if err != nil {
		return err
	}
	p, err := q.programme()
	if err != nil {
		return err
	}
	if q.command == "table" {
		_, err = io.WriteString(w, rulesdoc.Markdown("Kestrel Educator Programme", p.catalogue()...))
		return err
	}
	var o order
	if err := read(q.order, &o); err != nil {
		return err
	}
	return p.advise(q.answer(w, p, o))
}

func parse(args []string) (question, error) {
	var q question
	flags := flag.NewFlagSet("educator", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // the error tells
	flags.TextVar(&q.day, "day", terms.Day{}, "the day of the order, whose rules govern")
	flags.TextVar(&q.known, "known", terms.Day{}, "the day whose published wording decides; the present one if not given")
	flags.StringVar(&q.overlay, "overlay", "", "the file of an overlay")
	flags.BoolVar(&q.published, "published", false, "ask Kestrel's rules alone, without Northlight's agreement")
	if err := flags.Parse(args); err != nil {
		return question{}, usage(err, flags)
	}
	q.command, q.order = flags.Arg(0), flags.Arg(1)
	switch q.command {
	case "decide", "explain", "trace", "record":
		if flags.NArg() == 2 {
			return q, nil
		}
	case "table":
		if flags.NArg() == 1 {
			return q, nil
		}
	}
	return question{}, usage(errors.New("which command, and which order?"), flags)
}

// usage gives an error with how the command is used.
func usage(err error, flags *flag.FlagSet) error {
	var b strings.Builder
	flags.SetOutput(&b)
	flags.PrintDefaults()
	return fmt.Errorf(`%w
usage: educator [flags] decide|explain|trace|record order.json
       educator [flags] table
%s`, err, strings.TrimSuffix(b.String(), "\n"))
}

// programme gives the rules and figures to ask: Kestrel's, under Northlight's agreement, with the operator's overlay,
// as they were known on a day.
func (q question) programme() (programme, error) {
	p := published()
	var err error
	if !q.published {
		p, err = underAgreement(p)
	}
	if err == nil && q.overlay != "" {
		p, err = p.withFile(q.overlay)
	}
	if err != nil {
		return programme{}, err
	}
	return p.knownOn(q.known)
}

func (q question) answer(w io.Writer, p programme, o order) error {
	ask := p.explain
	switch q.command {
	case "decide":
		return p.decide(w, q.day, o)
	case "trace":
		ask = p.trace
	}
	r, err := ask(q.day, o)
	if err != nil {
		return err
	}
	if q.command == "record" {
		return r.writeJSON(w)
	}
	return r.writeText(w)
}

// read reads a JSON file, strictly.
func read(name string, v any) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	if err := terms.Decode(f, v); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
