package main

import (
	"errors"
	"io"
	"slices"

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
		p.Look = append(p.Look, look{Unplaced: u, Offer: choices(slices.Concat(u.Could, u.Near), language)})
	}
	return p, nil
}
