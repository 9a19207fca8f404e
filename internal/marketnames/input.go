package main

import (
	"embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

//go:embed data
var data embed.FS

// The versions of CLDR: the names markets have, and those some had before.
const (
	current = "48.2.0"
	former  = "31.0.1"
)

type input struct {
	markets         []market // in the order of the codes
	current, former cldr
	aliases         []alias
}

// A market is a row of markets.tsv.
type market struct {
	code, code3, iso, iso3, number, name string
}

// An alias is a row of aliases.tsv.
type alias struct {
	tag   string
	codes []string
	name  string
	shown bool // the market is shown by this name
}

// A cldr is the names of one version of CLDR, by language and code. A code may end in -alt- and the kind of name it is.
type cldr struct {
	Notice  string                       `json:"notice"`
	Version string                       `json:"version"`
	Names   map[string]map[string]string `json:"names"`
}

func readInput() (*input, error) {
	var in input
	var err error
	if in.markets, err = readMarkets(); err != nil {
		return nil, err
	}
	if in.current, err = readCLDR(current); err != nil {
		return nil, err
	}
	if in.former, err = readCLDR(former); err != nil {
		return nil, err
	}
	in.aliases, err = readAliases()
	return &in, err
}

func readMarkets() ([]market, error) {
	var markets []market
	err := eachRow("data/markets.tsv", 6, func(fields []string) error {
		markets = append(markets, market{fields[0], fields[1], given(fields[2]), given(fields[3]), given(fields[4]), fields[5]})
		return nil
	})
	slices.SortFunc(markets, func(a, b market) int { return strings.Compare(a.code, b.code) })
	return markets, err
}

// given reads a field in which a hyphen is nothing.
func given(field string) string {
	if field == "-" {
		return ""
	}
	return field
}

func readAliases() ([]alias, error) {
	var aliases []alias
	err := eachRow("data/aliases.tsv", 4, func(fields []string) error {
		if !slices.Contains(tags, fields[0]) {
			return fmt.Errorf("aliases.tsv: %q is none of the languages %q", fields[0], tags)
		}
		aliases = append(aliases, alias{fields[0], strings.Fields(fields[1]), fields[2], fields[3] == "="})
		return nil
	})
	return aliases, err
}

// eachRow reads a table whose fields are parted by tabs. Lines that begin with # are comments.
func eachRow(name string, fields int, read func([]string) error) error {
	text, err := data.ReadFile(name)
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(row) != fields {
			return fmt.Errorf("%s: %q has %d fields; want %d", name, line, len(row), fields)
		}
		if err := read(row); err != nil {
			return err
		}
	}
	return nil
}

func readCLDR(version string) (cldr, error) {
	var names cldr
	text, err := data.ReadFile(cldrFile(version))
	if err != nil {
		return names, err
	}
	if err := json.Unmarshal(text, &names); err != nil {
		return names, fmt.Errorf("%s: %w", cldrFile(version), err)
	}
	return names, nil
}

func cldrFile(version string) string { return "data/cldr-" + version + ".json" }
