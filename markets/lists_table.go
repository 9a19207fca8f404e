package markets

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// topUpExcluded is the list of OPEN-05.
var topUpExcluded = List{
	id:   "markets.topup.excluded",
	text: "In these markets a customer cannot top up credit of Azure in Open by card.",
	versions: []version{{
		span: terms.SpanFrom(openBegins), standing: Latest,
		count: 10, entries: marketsOf("AZ BR BY CA JP KR KZ RU TW UA"),
		sources: []rules.Source{{
			Fact: "OPEN-05", Document: "Get started with Azure in Open Licensing (sv-se)", Section: "Add credits to your subscription",
			Checked: checked,
		}},
		note: "The page has no date, and no other version of it was found. The list stands from the month from which Azure was " +
			"sold through Open (OPEN-11).",
	}},
}

// checked is the day on which the lists were last held against their sources.
var checked = terms.MustParseDay("2026-11-22")

// openBegins is the first day of the month from which Azure was sold through Open (OPEN-11).
var openBegins = terms.MustParseDay("2014-08-01")
