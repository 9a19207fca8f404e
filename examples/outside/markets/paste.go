package main

import (
	"errors"
	"io"

	"github.com/cloudterms/terms/markets"
)

// A pasted list is the markets of a list somebody copied off a page, and what he has to look at.
type pasted struct {
	Markets []markets.Market `json:"markets,omitempty"`
	Look    []look           `json:"look,omitempty"`
}

// A look is words that are no market, with what to offer instead.
type look struct {
	markets.Unplaced
	Offer []choice `json:"offer,omitempty"`
}

func readPasted(in io.Reader, tag string) (pasted, error) {
	language, err := markets.ParseLanguage(tag)
	if err != nil {
		return pasted{}, err
	}
	text, err := io.ReadAll(in)
	if err != nil {
		return pasted{}, err
	}
	list, err := markets.ParseList(string(text), language)
	if err != nil && !errors.Is(err, markets.ErrUnplaced) {
		return pasted{}, err
	}
	p := pasted{Markets: list.Markets()}
	for _, u := range list.Unplaced {
		p.Look = append(p.Look, look{Unplaced: u, Offer: offer(u, tag, language)})
	}
	return p, nil
}

// offer gives what words may mean. A list is read in one language and without codes and near names, so they are read
// once more as the form's field is.
func offer(u markets.Unplaced, tag string, shown markets.Language) []choice {
	if len(u.Could) > 0 {
		return choices(u.Could, shown)
	}
	market, err := resolve(u.Text, tag)
	if err != nil {
		return problemOf(err, shown).Offer
	}
	return choices([]markets.Market{market}, shown)
}
