package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cloudterms/terms/internal/fold"
)

// A meaning is what a name means: one market, several of which it may be any, or a country that is no market.
type meaning string // the codes, in order, with spaces between them

// A language is the names of one language: what each market is shown by, and what each folded name means.
type language struct {
	tag   string
	shown map[string]string
	keys  map[string]meaning
}

// makeKeys folds every name of every language. A name that means one market in one place and another in another is an error,
// unless aliases.tsv says that it means both.
func makeKeys(in *input) ([]language, error) {
	var languages []language
	var errs []error
	for _, tag := range tags {
		l := language{tag: tag, shown: map[string]string{}, keys: map[string]meaning{}}
		errs = append(errs, l.fill(in))
		languages = append(languages, l)
	}
	return languages, errors.Join(errs...)
}

func (l *language) fill(in *input) error {
	var errs []error
	for _, a := range in.aliases {
		if a.tag != l.tag {
			continue
		}
		errs = append(errs, l.add(a.name, a.codes))
		if a.shown {
			l.shown[a.codes[0]] = a.name
		}
	}
	if l.tag == "en" {
		for _, m := range in.markets {
			errs = append(errs, l.add(m.name, []string{m.code}))
		}
	}
	errs = append(errs, l.addCLDR(in, in.current, true), l.addCLDR(in, in.former, false))
	for _, m := range in.markets {
		if l.shown[m.code] == "" {
			errs = append(errs, fmt.Errorf("%s: %s has no name", l.tag, m.code))
		}
	}
	l.addSpelledOut(in)
	return errors.Join(errs...)
}

// addCLDR adds the names of a version of CLDR. What it calls a place of which Microsoft has several markets means all of
// them, unless aliases.tsv says otherwise. Abbreviations that read as the code of another market are none.
func (l *language) addCLDR(in *input, version cldr, shown bool) error {
	var errs []error
	names := version.Names[l.tag]
	for _, key := range slices.Sorted(maps.Keys(names)) {
		code, _, alt := strings.Cut(key, "-")
		if parts := parted[code]; parts != nil {
			if l.meaningOf(names[key]) == "" {
				errs = append(errs, l.add(names[key], parts))
			}
			continue
		}
		if alt && isOthersCode(l.key(names[key]), code, in) {
			continue
		}
		errs = append(errs, l.add(names[key], []string{code}))
		if shown && !alt && !slices.Contains(strangers, code) {
			l.shown[code] = names[key]
		}
	}
	return errors.Join(errs...)
}

func (l *language) add(name string, codes []string) error {
	key, means := l.key(name), meaning(strings.Join(codes, " "))
	switch was := l.keys[key]; {
	case key == "":
		return fmt.Errorf("%s: %q folds to nothing", l.tag, name)
	case was != "" && was != means:
		return fmt.Errorf("%s: %q means %s and %s", l.tag, name, was, means)
	}
	l.keys[key] = means
	return nil
}

// addSpelledOut adds each name with its letters beyond ASCII spelled out as people do who have no key for them, Oesterreich
// for Österreich, where no other name is spelled so.
func (l *language) addSpelledOut(in *input) {
	if !slices.Contains([]string{"sv", "nb", "nn", "da", "fi", "de"}, l.tag) {
		return
	}
	spelled := strings.NewReplacer("ä", "ae", "Ä", "Ae", "ö", "oe", "Ö", "Oe", "ü", "ue", "Ü", "Ue", "å", "aa", "Å", "Aa",
		"ø", "oe", "Ø", "Oe")
	var names []string
	for _, version := range []cldr{in.current, in.former} {
		names = slices.AppendSeq(names, maps.Values(version.Names[l.tag]))
	}
	for _, a := range in.aliases {
		if a.tag == l.tag {
			names = append(names, a.name)
		}
	}
	for _, name := range names {
		if key := l.key(spelled.Replace(name)); l.keys[key] == "" {
			l.keys[key] = l.meaningOf(name)
		}
	}
}

func (l *language) meaningOf(name string) meaning { return l.keys[l.key(name)] }

func (l *language) key(name string) string { return string(fold.In(l.tag).Append(nil, name)) }

// isOthersCode reports whether an abbreviation would be read as a code that is not its market's: R.-U., in French, is no RU.
func isOthersCode(key, code string, in *input) bool {
	const longest = 3
	if len(key) > longest || strings.Trim(key, "abcdefghijklmnopqrstuvwxyz") != "" || abbreviations[key] == code {
		return false
	}
	own := slices.IndexFunc(in.markets, func(m market) bool { return m.code == code })
	capitals := strings.ToUpper(key)
	return own < 0 || capitals != code && capitals != in.markets[own].code3
}
