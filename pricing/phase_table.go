package pricing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

var phaseTimeline = rules.Must(rules.NewTimeline("pricing.phase", "How far the previous Azure offer has gone on its way out of CSP.",
	rules.Entry[Phase]{
		Value: Phase3, Span: terms.Pending(),
		Sources: []rules.Source{azureInCSP("CSP-01", "Important dates for the previous Azure offer in CSP"), phases2021},
	},
	rules.Entry[Phase]{
		Value: Phase2, Span: terms.SpanFrom(terms.MustParseDay("2022-02-01")),
		Sources: []rules.Source{azureInCSP("CSP-01", "Important dates for the previous Azure offer in CSP"), switchPartner},
		Doubts: []rules.Doubt[Phase]{{
			Value: Phase3, Span: terms.SpanFrom(terms.MustParseDay("2022-07-31")),
			Text:    "A page of 2023 still calls phase 3 planned for 31 July 2022. No source says that it began.",
			Sources: []rules.Source{switchPartner},
		}},
	},
	rules.Entry[Phase]{
		Value: Phase1, Span: mustSpan("2021-07-21", "2022-02-01"),
		Sources: []rules.Source{azureInCSP("CSP-01", "Important dates for the previous Azure offer in CSP"), phases2021},
	},
	rules.Entry[Phase]{
		Value: BeforePhases, Span: terms.SpanUntil(terms.MustParseDay("2021-07-21")),
		Sources: []rules.Source{azureInCSP("CSP-01", "Important dates for the previous Azure offer in CSP"), phases2021},
	},
))

// publishedStarts is the first days of the published phases.
var publishedStarts = rules.Must(startsOf(phaseTimeline))

// rulePhases says of each rule that follows the phases in which of them it governs. When an overlay moves a phase, they move
// along.
var rulePhases = map[rules.ID]phasing{
	"pricing.transact.before":            {until: Phase1},
	"pricing.transact.tool.before":       {until: Phase1},
	"pricing.transact.continue":          {Phase1, Phase3},
	"pricing.transact.continue.nothing":  {Phase1, Phase3},
	"pricing.transact.existing":          {Phase1, Phase3},
	"pricing.transact.existing.active":   {Phase1, Phase3},
	"pricing.transact.existing.ended":    {Phase1, Phase3},
	"pricing.transact.partner.new":       {Phase1, Phase3},
	"pricing.transact.customer.new":      {Phase1, Phase3},
	"pricing.transact.relationship.new":  {Phase1, Phase3},
	"pricing.transact.neverazure":        {Phase1, Phase3},
	"pricing.transact.netnew":            {Phase1, Phase3},
	"pricing.transact.plan.closes":       {Phase1, Phase3},
	"pricing.transact.change":            {Phase1, Phase3},
	"pricing.transact.tool":              {Phase1, Phase3},
	"pricing.transact.tool.gcc":          {Phase1, Phase3},
	"pricing.transact.transfer":          {Phase1, Phase3},
	"pricing.transact.transfer.converts": {Phase1, Phase3},
	"pricing.transact.toprovider":        {Phase1, Phase3},
	"pricing.transact.gcc":               {Phase1, Phase3},
	"pricing.transact.phase3":            {from: Phase3},
	"pricing.incentive.previous":         {until: Phase2},
	"pricing.incentive.previous.none":    {from: Phase2},
	"pricing.price.previous":             {until: Phase2},
	"pricing.price.retail":               {from: Phase2},
}
