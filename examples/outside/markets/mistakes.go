package main

import (
	"cmp"
	"errors"

	"github.com/cloudterms/terms/markets"
)

// A problem is why a customer's country is no market, and what to offer in a drop-down instead.
type problem struct {
	Kind    string   `json:"kind"`
	Message string   `json:"message"`
	Offer   []choice `json:"offer,omitempty"`
}

// A choice is a market that may have been meant.
type choice struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

// problemOf gives what the form shows of an error.
func problemOf(err error, shown markets.Language) *problem {
	p := &problem{Kind: "unknown", Message: err.Error()}
	if errors.Is(err, errEmpty) {
		p.Kind = "empty"
	}
	if errors.Is(err, markets.ErrLanguage) {
		p.Kind = "language"
	}
	if code, ok := errors.AsType[*markets.CodeError](err); ok {
		p.Kind, p.Offer = cmp.Or(code.Kind.String(), "code"), choices(code.Meant, shown)
	}
	if name, ok := errors.AsType[*markets.NameError](err); ok {
		p.Kind, p.Offer = "name", choices(append(name.Could, name.Near...), shown)
	}
	if errors.Is(err, markets.ErrAmbiguous) {
		p.Kind = "ambiguous"
	}
	return p
}

func choices(offered []markets.Market, shown markets.Language) []choice {
	var all []choice
	for _, m := range offered {
		all = append(all, choice{Code: m.Code(), Name: m.Name(shown)})
	}
	return all
}
