package vectors

import (
	"github.com/cloudterms/terms/markets"
)

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
