// Command cancellation is an ordering service's use of package cancellation. It reads questions, a calendar's holdings,
// resources of Partner Center and an operator's overlay as JSON, and writes what may be cancelled, until when, for how
// much and why; and what wrong input gets.
//
//	go run . -at 2024-04-02T12:00:00Z
//
// A question in testdata/questions.json that cannot be answered gets its error on a line, and the others are answered.
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
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
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
	at    time.Time
	price terms.Money
}

func parseOptions(args []string) (options, error) {
	o := options{}
	flags := flag.NewFlagSet("cancellation", flag.ContinueOnError)
	flags.StringVar(&o.data, "data", "testdata", "`directory` of the JSON files")
	flags.TextVar(&o.at, "at", time.Date(2024, time.April, 2, 12, 0, 0, 0, time.UTC),
		"`instant` to ask about, for the resources, the calendar and questions that have none of their own")
	flags.TextVar(&o.price, "price", terms.MustParseMoney("20.00 USD"),
		"`amount` of one licence for one charge, for the resources")
	return o, flags.Parse(args)
}

// run holds everything back until all files have been read.
func run(out io.Writer, args []string) error {
	o, err := parseOptions(args)
	if err != nil {
		return err
	}
	var text bytes.Buffer
	for _, part := range []func(io.Writer, options) error{questions, resources, calendar, overlay, wrong} {
		if err := part(&text, o); err != nil {
			return err
		}
	}
	_, err = text.WriteTo(out)
	return err
}

// questions answers every question of the file by the published rules.
func questions(w io.Writer, o options) error {
	heading(w, "Questions")
	return answerAll(w, o, "questions.json")
}

// wrong does the same with a file in which hardly a question is right, and with files that are no JSON or no overlay.
func wrong(w io.Writer, o options) error {
	heading(w, "What wrong input gets")
	if err := answerAll(w, o, "wrong.json"); err != nil {
		return err
	}
	if _, err := load[[]question](o.data, "broken.json"); err != nil {
		fmt.Fprintln(w)
		showError(w, err)
	}
	for _, name := range []string{"overlay-misspelt.json", "overlay-negative.json", "overlay-empty.json", "overlay-elsewhere.json"} {
		if _, err := loadRules(o.data, name); err != nil {
			fmt.Fprintln(w)
			showError(w, err)
		}
	}
	return nil
}

func answerAll(w io.Writer, o options, name string) error {
	list, err := loadEach(o.data, name)
	if err != nil {
		return err
	}
	for i, raw := range list {
		fmt.Fprintln(w)
		q, err := read(raw)
		if err != nil {
			fmt.Fprintf(w, "%s, question %d (%s)\n", name, i+1, nameIn(raw))
			showError(w, err)
			continue
		}
		fmt.Fprintln(w, q.Name)
		if err := q.answer(w, cancellation.Published(), o.at); err != nil {
			showError(w, err)
		}
	}
	return nil
}

// heading writes a line that begins a part of the output.
func heading(w io.Writer, title string) {
	fmt.Fprintf(w, "\n%s\n%s\n", title, strings.Repeat("=", len(title)))
}
