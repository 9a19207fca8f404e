package main

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// checked is the day on which a person last held rules and figures against what Kestrel has published.
var checked = terms.MustParseDay("2026-01-15")

func guide(section string) []rules.Source {
	return []rules.Source{{
		Document: "Kestrel Educator Programme Guide", Section: section,
		Address: "https://kestrel.example/educator/guide", Checked: checked,
	}}
}
