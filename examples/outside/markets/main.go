// Command markets is the part of a web shop that deals with its customers' countries. It reads what customers wrote into
// forms, and says for each which market that is, in which region and currency, and what may be sold there, by whom.
//
//	markets [-overlay house.json] answer <request.json >answers.json
//	markets [-language sv] list <pasted.txt >list.json
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run is the whole program but for the process.
func run(args []string, in io.Reader, out io.Writer) error {
	flags := flag.NewFlagSet("markets", flag.ContinueOnError)
	overlay := flags.String("overlay", "", "a JSON file with the changes that our contracts make to the published lists")
	language := flags.String("language", "en", "the language of a pasted list")
	if err := flags.Parse(args); err != nil {
		return err
	}
	switch flags.Arg(0) {
	case "answer":
		house, err := houseRules(*overlay)
		if err != nil {
			return err
		}
		request, err := readRequest(in)
		if err != nil {
			return err
		}
		return write(out, answer(house, request))
	case "list":
		pasted, err := readPasted(in, *language)
		if err != nil {
			return err
		}
		return write(out, pasted)
	}
	return errors.New("markets: want answer or list")
}

func write(out io.Writer, v any) error {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
