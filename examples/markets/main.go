// Markets reads names of markets in three languages, a name to a line, and prints for each what a seller of Azure asks first:
// the market's code, its region and the currency a partner there is billed in, whether Azure reservations may be sold, and
// whether a customer may top up credit of Azure in Open by card. Every answer names its list, the version and the source.
//
//	go run ./examples/markets < examples/markets/names.txt
//	echo "sv: Kongo (DR)" | go run ./examples/markets -day 2019-01-01
//
// A line may say its language in front. A name that is no market's, or several markets', gets a line that helps. What the
// program prints for names.txt stands beside it in expected.txt.
package main

import (
	"bufio"
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/markets"
)

// What the process exits with.
const (
	exitFine    = 0
	exitProblem = 1 // some name is no one market's, or the names cannot be read
	exitUsage   = 2
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

const help = `Usage: go run ./examples/markets [flags] < NAMES

Prints for each market named on standard input, a name to a line, its code, region and currency, and whether Azure
reservations and card top-ups are available, with sources. A line may begin with its language, as in "sv: Kongo".

  -day DAY         the day to ask about (default 2026-11-22)
  -languages TAGS  the languages of lines that do not say theirs (default en,sv,nb)

Exit status: 0 fine, 1 some name is no one market's, 2 wrong flags.
`

// options are the flags.
type options struct {
	day       terms.Day
	languages []markets.Language
}

// run is the whole program but for the process around it.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	opts, err := parseFlags(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		say(stdout, help)
		return exitFine
	case err != nil:
		say(stderr, "markets: %v\nRun it with -h for help.\n", err)
		return exitUsage
	}
	if err := report(stdin, stdout, opts); err != nil {
		say(stderr, "markets: %v\n", err)
		return exitProblem
	}
	return exitFine
}

var errNames = errors.New("some names are no one market's")

// report prints a block for every name, and an error where one is needed.
func report(names io.Reader, out io.Writer, opts options) error {
	r := &reporter{out: out, day: opts.day}
	var problem error
	lines := bufio.NewScanner(names)
	for lines.Scan() {
		name := strings.TrimSpace(lines.Text())
		if name == "" {
			continue
		}
		m, err := find(name, opts.languages)
		if err != nil {
			r.problem(name, err)
			problem = errNames
			continue
		}
		r.market(name, m)
	}
	r.end()
	return cmp.Or(lines.Err(), problem)
}

// say writes what a person reads. Where it cannot be written, nobody is there to be told.
func say(w io.Writer, format string, args ...any) { _, _ = fmt.Fprintf(w, format, args...) }

func parseFlags(args []string) (options, error) {
	var opts options
	flags := flag.NewFlagSet("markets", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.TextVar(&opts.day, "day", terms.MustParseDay("2026-11-22"), "")
	tags := flags.String("languages", "en,sv,nb", "")
	if err := flags.Parse(args); err != nil {
		return options{}, err
	}
	if flags.NArg() > 0 {
		return options{}, fmt.Errorf("unexpected argument %q: names are given on standard input", flags.Arg(0))
	}
	for tag := range strings.SplitSeq(*tags, ",") {
		l, err := markets.ParseLanguage(tag)
		if err != nil {
			return options{}, err
		}
		opts.languages = append(opts.languages, l)
	}
	return opts, nil
}

// find gives the market of a line, in the language it says or in those there are.
func find(line string, languages []markets.Language) (markets.Market, error) {
	if tag, name, ok := strings.Cut(line, ":"); ok {
		if l, err := markets.ParseLanguage(tag); err == nil {
			return markets.Lookup(strings.TrimSpace(name), l)
		}
	}
	m, err := markets.Lookup(line, languages[0], languages[1:]...)
	if errors.Is(err, markets.ErrAmbiguous) {
		err = fmt.Errorf("%w%s", err, choices(line, languages))
	}
	return m, err
}

// choices gives the lines that would be right, of a name that means one market in each of several languages.
func choices(name string, languages []markets.Language) string {
	var lines []string
	for _, l := range languages {
		if m, err := markets.Lookup(name, l); err == nil {
			lines = append(lines, fmt.Sprintf("%q is %s", l.String()+": "+name, m))
		}
	}
	if lines == nil {
		return ""
	}
	return "; " + strings.Join(lines, ", ")
}
