package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/cloudterms/terms/markets"
)

// errEmpty is the condition of a country that was left out.
var errEmpty = errors.New("no country is given")

// resolve gives the market of what a customer wrote: a code in any case, or a name. What is as short as a code is read
// as a code first.
func resolve(text, tag string) (markets.Market, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return markets.Market{}, errEmpty
	}
	languages, err := languagesOf(tag)
	if err != nil {
		return markets.Market{}, err
	}
	if len(text) <= len("SWE") {
		return resolveShort(text, languages)
	}
	return markets.Lookup(text, languages[0], languages[1:]...)
}

// resolveShort reads a code in any case, as a customer who writes se means nothing else than SE, and otherwise a name.
// A short name is trusted in the one language of the form, or if the code meant the same: in all languages together EU
// would be the French abbreviation of the United States.
func resolveShort(text string, languages []markets.Language) (markets.Market, error) {
	market, codeErr := markets.ParseMarket(strings.ToUpper(text))
	if codeErr == nil {
		return market, nil
	}
	market, err := markets.Lookup(text, languages[0], languages[1:]...)
	code, _ := errors.AsType[*markets.CodeError](codeErr)
	if err != nil || len(languages) > 1 && !slices.Contains(code.Meant, market) {
		return markets.Market{}, codeErr
	}
	return market, nil
}

// languagesOf gives the language of a form, or every one if the form did not say.
func languagesOf(tag string) ([]markets.Language, error) {
	if tag == "" {
		return markets.Languages(), nil
	}
	language, err := markets.ParseLanguage(tag)
	if err != nil {
		return nil, err
	}
	return []markets.Language{language}, nil
}
