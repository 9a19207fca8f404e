package vectors

import (
	"errors"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

// marketRules are the published rules, or those of a case: with an overlay, or as they were known on a day.
type marketRules struct {
	Overlay *rules.Overlay `json:"overlay"`
	Known   terms.Day      `json:"known"`
}

func (m marketRules) rules() (*markets.Rules, error) {
	decidedBy := markets.Published()
	var err, err2 error
	if m.Overlay != nil {
		decidedBy, err = decidedBy.With(*m.Overlay)
	}
	if err == nil && !m.Known.IsZero() {
		decidedBy, err2 = decidedBy.AsKnown(m.Known)
	}
	return decidedBy, errors.Join(err, err2)
}

// asked is a question about a day.
type asked[Facts any] struct {
	marketRules

	Day   terms.Day `json:"day"`
	Facts Facts     `json:"facts"`
}

// deciding makes a function of a method of the rules.
func deciding[Facts, Out any](decide func(r *markets.Rules, day terms.Day, facts Facts) Out) Function {
	return taking(func(in asked[Facts]) (Out, error) {
		r, err := in.rules()
		if err != nil {
			var none Out
			return none, err
		}
		return decide(r, in.Day, in.Facts), nil
	})
}

type named struct {
	Name      string             `json:"name"`
	Languages []markets.Language `json:"languages"`
}

func lookup(in named) (markets.Market, error) {
	if len(in.Languages) == 0 {
		return markets.Lookup(in.Name, 0)
	}
	return markets.Lookup(in.Name, in.Languages[0], in.Languages[1:]...)
}

type pasted struct {
	Text     string           `json:"text"`
	Language markets.Language `json:"language"`
}

func parseList(in pasted) ([]markets.Market, error) {
	parsed, err := markets.ParseList(in.Text, in.Language)
	return parsed.Markets(), err
}
