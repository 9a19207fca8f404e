package main

import (
	"errors"
	"strings"

	"github.com/cloudterms/terms/markets"
)

// errEmpty is the condition of a country that was left out.
var errEmpty = errors.New("no country is given")

// resolve gives the market of what a customer wrote: a code in any case, or a name in the language of the form.
func resolve(text, tag string) (markets.Market, error) {
	if strings.TrimSpace(text) == "" {
		return markets.Market{}, errEmpty
	}
	languages, err := languagesOf(tag)
	if err != nil {
		return markets.Market{}, err
	}
	return markets.Identify(text, languages[0], languages[1:]...)
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
