package main

import (
	"bytes"
	"fmt"
	"os"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

// houseRules gives the published rules, as the file at path changes them, if there is one.
func houseRules(path string) (*markets.Rules, error) {
	if path == "" {
		return markets.Published(), nil
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var overlay rules.Overlay
	if err := terms.Decode(bytes.NewReader(text), &overlay); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	// With applies what begins with markets. alone, so that a misspelt beginning would change nothing.
	if err := overlay.Check(markets.Published().About()...); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	house, err := markets.Published().With(overlay)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return house, nil
}
