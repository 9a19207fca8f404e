package rulesdoc_test

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

func span(text string) terms.Span {
	s, err := terms.ParseSpan(text)
	if err != nil {
		panic(err)
	}
	return s
}

func checked(s rules.Source) rules.Source {
	s.Checked = terms.MustParseDay("2026-11-22")
	return s
}

// catalogue has one of everything.
func catalogue() []rules.About {
	page := checked(rules.Source{
		Fact: "SW-12", Document: "Cancellation policy", Section: "Software subscriptions",
		Address: "https://learn.microsoft.com/partner-center/customers/new-commerce-cancellation-policy",
	})
	kind := func(name string, negated bool) rules.Clause {
		return rules.Clause{Condition: "product is " + name, Negated: negated, Reads: []string{"product.kind"}}
	}
	linux := rules.Clause{Condition: "publisher is Red Hat or SUSE", Reads: []string{"product.publisher"}}
	set := rules.About{
		Kind: rules.AboutSet, ID: "cancellation/policy", Question: "Which cancellation policy does the purchase have?",
		Facts: []rules.Fact{
			{Name: "product.kind", Text: "What was purchased?"},
			{Name: "product.publisher", Text: "Who publishes it?"},
		},
		Rules: []rules.RuleInfo{
			{
				ID: "cancel.perpetual.30d", Text: "Perpetual software may be returned in full within 30 days.", Span: terms.Always(),
				Sources: []rules.Source{page}, Clauses: []rules.Clause{kind("perpetual", false)}, Says: `{"days":30,"refund":"full"}`,
			},
			{
				ID: "cancel.subscription.30d", Text: "A software subscription may be returned in full within 30 days.",
				Span: span("../2022-07-11"), Published: span("../2022-06-01"),
				Sources: []rules.Source{page, checked(rules.Source{Document: "A distributor's page"})},
				Clauses: []rules.Clause{kind("perpetual", true)}, Says: `{"days":30,"refund":"full"}`,
				Origin: rules.Origin{Owner: "Fabrikam billing", Change: rules.Replaced, Reason: "distributor contract, clause 4"},
			},
			{
				ID: "cancel.subscription.7d", Text: "A software subscription may be cancelled in its first seven days, prorated.",
				Span: span("2022-07-11/.."), Sources: []rules.Source{page}, Clauses: []rules.Clause{kind("perpetual", true)},
				Says: `{"days":7,"refund":"prorated"}`, Off: true,
				Origin: rules.Origin{Owner: "Fabrikam billing", Change: rules.SwitchedOff, Reason: "distributor contract, clause 4"},
			},
			{
				ID: "cancel.linux", Text: "Red Hat and SUSE plans can't be cancelled.", Span: span("2019-11-01/2030-01-01"),
				Sources: []rules.Source{page}, Clauses: []rules.Clause{kind("perpetual", true), linux},
				Excepts: []rules.ID{"cancel.subscription.30d", "cancel.subscription.7d"},
			},
			{
				ID: "cancel.phase3", Text: "Phase 3 is announced.", Span: terms.Pending(), Sources: []rules.Source{page}, Says: "none",
				Planned: true,
			},
		},
		Boundaries: []terms.Day{terms.MustParseDay("2019-11-01"), terms.MustParseDay("2022-07-11"), terms.MustParseDay("2030-01-01")},
		Digest:     "5f3c9b0e",
	}
	byDefault := rules.About{
		Kind: rules.AboutSet, ID: "order/new", Question: "May the partner order?", Known: terms.MustParseDay("2022-03-16"), Default: "allow",
		Rules: []rules.RuleInfo{
			{ID: "order.closed", Text: "Nobody may.", Span: span("2030-01-01/.."), Sources: []rules.Source{page}, Says: "deny"},
			{ID: "order.review", Text: "Somebody looks at it.", Span: terms.Always(), Sources: []rules.Source{page}, Says: "review"},
		},
		Combine: rules.CombineInfo{Strongest: []string{"review", "deny"}},
	}
	window := rules.About{
		Kind: rules.AboutTimeline, ID: "cancellation.window.software", Question: "How long a software subscription can be cancelled",
		Figures: []rules.FigureInfo{
			{
				Says: "P14D", Span: span("2024-01-01/.."), Sources: []rules.Source{{Document: "Fabrikam billing: contract"}},
				Origin: rules.Origin{Owner: "Fabrikam billing", Change: rules.Replaced, Reason: "contract"},
			},
			{Says: "P7D", Span: span("2022-07-11/.."), Published: span("2022-06-01/.."), Sources: []rules.Source{page}},
			{
				Says: "P30D", Span: span("2021-06-02/2022-07-11"), Sources: []rules.Source{page}, Doubts: []rules.DoubtInfo{
					{
						Says: "P30D", Span: span("2022-07-11/2022-10-14"), Text: "A distributor dates the change to 14 October 2022.",
						Sources: []rules.Source{checked(rules.Source{Document: "Interworks 651985001"})},
					},
					{
						Says: "P60D", Span: span("2021-06-02/2021-06-10"), Text: "The change lies between two revisions.",
						Sources: []rules.Source{page},
					},
				},
			},
		},
	}
	excluded := rules.About{
		Kind: rules.AboutList, ID: "markets.topup.excluded", Question: "Markets in which a card cannot top up",
		Entries: []string{"AZ", "BY", "NO"}, Sources: []rules.Source{checked(rules.Source{Fact: "OPEN-05", Document: "Azure in Open", Section: "Credit"})},
		Origin: rules.Origin{Owner: "Fabrikam billing", Change: rules.Added, Reason: "contract"},
	}
	return []rules.About{set, byDefault, window, excluded}
}
