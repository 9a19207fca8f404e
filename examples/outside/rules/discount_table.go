package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A percent is written 40%. It is a type of its own so that an overlay cannot give a discount that there cannot be.
type percent int

func (p percent) String() string { return strconv.Itoa(int(p)) + "%" }

// MarshalText gives what String gives.
func (p percent) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what String gives, from 0% to 100%.
func (p *percent) UnmarshalText(text []byte) error {
	digits, found := strings.CutSuffix(string(text), "%")
	n, err := strconv.ParseUint(digits, 10, 8)
	if !found || err != nil || n > 100 {
		return fmt.Errorf("%q is no discount; want 0%% to 100%%, as in 40%%", text)
	}
	*p = percent(n)
	return nil
}

var lowerDiscount = terms.MustParseDay("2025-01-01")

// discounts is what the educator price is below the list price. Before the programme there was none, and a question
// about it is an error.
var discounts = rules.Must(rules.NewTimeline("educator.discount", "What the educator price is below the list price",
	rules.Entry[percent]{
		Value: 40, Span: terms.SpanFrom(lowerDiscount), Sources: guide("4 Discount"),
		Doubts: []rules.Doubt[percent]{{
			Value: 50, Span: terms.MustSpan(lowerDiscount, terms.MustParseDay("2025-02-01")),
			Text:    "The price list of January 2025 still gives 50%.",
			Sources: []rules.Source{{Document: "Kestrel price list, January 2025", Section: "Studio", Checked: checked}},
		}},
	},
	rules.Entry[percent]{Value: 50, Span: terms.MustSpan(programmeBegins, lowerDiscount), Sources: guide("4 Discount, first edition")},
))
