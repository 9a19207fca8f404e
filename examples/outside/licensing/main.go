// Command licensing is what a licensing desk would run over its inbox. It reads a file of requests and answers each by
// package licensing: with the reasons, where they are written, and the facts that are missing.
//
//	go run . -requests testdata/requests.json
//
// A request has an id, a kind and what is asked:
//
//	redeem  a key against a subscription: what it does to the licences and the end date
//	plan    which keys of a pool to redeem for a goal, and what comes of other courses
//	order   whether a customer may order, as far as agreements are concerned
//	task    whether somebody in a role may do a task, or which roles may
//	duty    who does what for whom in the channel
//	cores   how many core licences machines need under Azure Hybrid Benefit
//	term    until when a subscription's term runs, and its charge cycles
//	open    whether a customer may buy Azure in Open
//
// A request that cannot be answered gets one line that says why, and the others are answered all the same. Keys are
// masked wherever they are printed.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"

	"github.com/cloudterms/terms/licensing"
)

func main() {
	log.SetFlags(0)
	err := run(os.Stdout, os.Args[1:])
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		log.Fatal(err)
	}
}

func run(out io.Writer, args []string) error {
	flags := flag.NewFlagSet("licensing", flag.ContinueOnError)
	name := flags.String("requests", "testdata/requests.json", "JSON `file` of requests")
	if err := flags.Parse(args); err != nil {
		return err
	}
	requests, err := load(*name)
	if err != nil {
		return err
	}
	var text bytes.Buffer
	d := desk{w: &text, rules: licensing.Published()}
	failed := 0
	for i, raw := range requests {
		if err := d.answer(i, raw); err != nil {
			fmt.Fprintf(&text, "  error: %v\n", err)
			failed++
		}
	}
	fmt.Fprintf(&text, "\n%d requests, %d of them with an error\n", len(requests), failed)
	_, err = text.WriteTo(out)
	return err
}

// load reads the file no further than into its requests, so that a mistake in one leaves the others alone. It is not
// terms.Decode that does it, since that refuses the whole file for a key given twice in one request; each request is
// read by it later.
func load(name string) ([]json.RawMessage, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var requests []json.RawMessage
	if err := json.Unmarshal(text, &requests); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return requests, nil
}
