package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	out := flag.String("out", "", "the Go file to write")
	trim := flag.String("trim", "", "a directory of the npm package cldr-localenames-full, to cut to the names that are used")
	version := flag.String("version", "", "the version of that package; its names go to data/cldr-VERSION.json")
	flag.Parse()
	do := func() error { return run(*out) }
	if *trim != "" {
		do = func() error { return trimCLDR(*trim, *version) }
	}
	if err := do(); err != nil {
		fmt.Fprintln(os.Stderr, "marketnames:", err)
		os.Exit(1)
	}
}

func run(out string) error {
	in, err := readInput()
	if err != nil {
		return err
	}
	source, err := generate(in)
	if err != nil {
		return err
	}
	return os.WriteFile(out, source, 0o644) //nolint:gosec // a source file is for everyone to read
}

func generate(in *input) ([]byte, error) {
	languages, err := makeKeys(in)
	if err != nil {
		return nil, err
	}
	return write(in, languages)
}
