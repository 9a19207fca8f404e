package catalogue_test

import (
	"errors"
	"maps"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/catalogue"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

const smallRegister = `# Facts

## OPEN: A page of Microsoft's

| id | kind | fact |
|---|---|---|
| OPEN-01 | R | Who has a card may top up. |
| OPEN-02 | C | A unit is worth 100 USD. |
| OPEN-03 | D | There are two markets. |
| OPEN-04 | N | Keep the key safe. |
| OPEN-05 | – | 35 % of the business. |
| OPEN-06 | R | Where a unit's worth is not known there is none. |
| OPEN-07 | R | Nobody has built this. |

## SW: Another page

| id | kind | fact |
|---|---|---|
| SW-01 | C | Seven days. |
`

// The files of a module in which everything is covered that a package answers for.
const (
	creditCode = `// Package credit tops up (OPEN-01). Keep the key safe, as OPEN-04
// advises.
package credit

// Published gives the rules.
func Published() {}

// A Market is a place.
type Market string

// Markets gives both of them (OPEN-03).
func (m Market) Markets() []string { return nil }

// Worth is what units are worth (OPEN-02, OPEN-06).
func Worth() {}

// hidden knows OPEN-03.
func hidden() {}
`
	creditVectors = `{"function": "credit.UnitAmount", "cases": [
  {"id": "one", "source": "OPEN-02; 1 × 100; OPEN-06", "in": {"units": 1, "currency": "USD", "purchased": "2020-01-15"},
   "want": {"amount": "100", "currency": "USD"}},
  {"id": "one-later", "source": "OPEN-06", "in": {"units": 1, "currency": "USD", "purchased": "2020-01-16"},
   "want": {"amount": "100",   "currency": "USD"}},
  {"id": "unknown", "source": "the page", "note": "There is no table: OPEN-06.",
   "in": {"units": 1, "currency": "EUR", "purchased": "2020-01-15"}, "error": "worth of a unit not known"},
  {"id": "wrong", "source": "OPEN-02 and OPEN-06", "in": {"units": 2, "currency": "USD", "purchased": "2020-01-15"},
   "want": {"amount": "100", "currency": "USD"}}]}`
	vocabularyVectors = `{"function": "terms.ParseDay", "cases": [
  {"id": "day", "source": "OPEN-02 and OPEN-06", "in": "2024-02-29", "want": "2024-02-29"}]}`
)

// world is a catalogue and the files of its module, into which breaches are planted.
type world struct {
	*catalogue.Catalogue

	t      *testing.T
	credit *catalogue.Package
	files  map[string]string
}

// soundWorld gives a catalogue without breaches.
func soundWorld(t *testing.T) world {
	t.Helper()

	register, err := catalogue.ParseRegister(smallRegister)
	require.NoError(t, err)
	set := topUpSet(t, "OPEN-01")
	always, day := terms.Always(), terms.MustParseDay("2026-11-22")
	c := &catalogue.Catalogue{Register: register, Packages: []catalogue.Package{{
		Name:    "credit",
		Answers: []string{"OPEN-01", "OPEN-02", "OPEN-03", "OPEN-04", "OPEN-06"},
		About:   []rules.About{set.About(), daysOf(t, "credit.days", "OPEN-02")},
		Samples: []catalogue.Sampled{catalogue.Sample(set, cards(rules.No, rules.Yes))},
		Covers: []catalogue.Cover{
			{Fact: "OPEN-02", Holds: always, Checked: day, By: catalogue.Worked{"credit.UnitAmount/one"}},
			{Fact: "OPEN-03", Holds: always, Checked: day, By: catalogue.Asked{
				Symbol: "credit.Market.Markets", Ask: func() (any, error) { return []string{"NO", "SE"}, nil }, Want: []string{"NO", "SE"},
			}},
			{Fact: "OPEN-04", Holds: always, Checked: day, By: catalogue.Noted{In: "credit", Says: "Keep the key safe, as OPEN-04 advises"}},
			{Fact: "OPEN-06", Holds: always, Checked: day, By: catalogue.Enforced{
				Spoke: "credit.UnitAmount/unknown", Silent: "credit.UnitAmount/one",
			}},
		},
	}}}
	return world{c, t, &c.Packages[0], map[string]string{
		"credit/doc.go":                       creditCode,
		"credit/top_up_test.go":               "package credit_test // OPEN-99 is planted in a test\n",
		"credit/testdata/vectors/amount.json": creditVectors,
		"credit/testdata/golden.json":         `{"fact": "OPEN-98"}`,
		"testdata/vectors/day.json":           vocabularyVectors,
		"doc.go":                              "package terms\n",
		"rules/doc.go":                        "package rules // by OPEN-01\n",
		"README.md":                           "It knows OPEN-01.\n",
		".git/HEAD":                           "OPEN-97\n",
	}}
}

// cover gives the place of a fact's cover.
func (w world) cover(fact string) *catalogue.Cover {
	n := slices.IndexFunc(w.credit.Covers, func(c catalogue.Cover) bool { return c.Fact == fact })
	return &w.credit.Covers[n]
}

func (w world) audit() catalogue.Audit {
	w.t.Helper()

	tree := fstest.MapFS{}
	for name, text := range w.files {
		tree[name] = &fstest.MapFile{Data: []byte(text)}
	}
	w.Module = tree
	audit, err := w.Audit()
	require.NoError(w.t, err)
	return audit
}

type topUp struct{ Card rules.Truth }

// topUpSet gives a set of two rules that cite a fact.
func topUpSet(t *testing.T, fact string) *rules.Set[topUp, rules.Truth] {
	t.Helper()

	card := rules.Condition[topUp]{Name: "there is a card", Reads: []string{"card"}, Holds: func(u topUp) rules.Truth { return u.Card }}
	from := func(day string) []rules.Source {
		return []rules.Source{{Fact: fact, Document: "A page", Section: "Top-up", Checked: terms.MustParseDay(day)}}
	}
	set, err := rules.New(rules.Spec[topUp, rules.Truth]{
		ID: "credit/topup", Question: "May the customer top up?", Facts: []rules.Fact{{Name: "card", Text: "Is there a card?"}},
		Rules: []rules.Rule[topUp, rules.Truth]{
			{
				ID: "credit.topup.card", Text: "Who has a card may top up.", Span: span(t, "2014-08-01/2022-01-01"),
				Sources: from("2026-11-22"), If: []rules.Condition[topUp]{card}, Then: rules.Yes,
			},
			{
				ID: "credit.topup.none", Text: "Who has none may not.", Span: terms.SpanFrom(terms.MustParseDay("2019-01-01")),
				Sources: from("2025-01-02"), If: []rules.Condition[topUp]{card.Not()}, Then: rules.No,
			},
			{ID: "credit.topup.later", Text: "A card may be anybody's.", Span: terms.Pending(), Sources: from("2026-11-22"), Then: rules.Yes},
		},
		Default: rules.No,
		Combine: rules.Strongest(rules.Yes, rules.No),
	})
	require.NoError(t, err)
	return set
}

func span(t *testing.T, text string) terms.Span {
	t.Helper()

	s, err := terms.ParseSpan(text)
	require.NoError(t, err)
	return s
}

func cards(values ...rules.Truth) rulestest.Samples[topUp] {
	return rulestest.Product(rulestest.Of("card", func(u *topUp, v rules.Truth) { u.Card = v }, values...))
}

func daysOf(t *testing.T, id, fact string) rules.About {
	t.Helper()

	page := []rules.Source{{Fact: fact, Document: "A page", Section: "Days", Checked: terms.MustParseDay("2026-11-22")}}
	days, err := rules.NewTimeline(id, "The days", rules.Entry[int]{Value: 7, Span: terms.Always(), Sources: page, Doubts: []rules.Doubt[int]{
		{Value: 8, Span: terms.Always(), Text: "Some count the first.", Sources: page},
	}})
	require.NoError(t, err)
	return days.About()
}

func TestASoundCatalogueHasNoBreaches(t *testing.T) {
	t.Parallel()

	w := soundWorld(t)
	audit := w.audit()
	assert.Empty(t, audit.Breaches)
	assert.Equal(t, catalogue.Coverage{
		By: []string{"rule `credit.topup.card`", "rule `credit.topup.none`"}, Holds: span(t, "2014-08-01/.."), Checked: terms.MustParseDay("2025-01-02"),
	}, audit.Coverage["OPEN-01"], "two rules: the days of both, and the earlier check")
	covered := slices.Sorted(maps.Keys(audit.Coverage))
	assert.Equal(t, []string{"OPEN-01", "OPEN-02", "OPEN-03", "OPEN-04", "OPEN-06"}, covered)
	assert.False(t, audit.IsCovered("OPEN-07"), "a fact nobody answers for may be uncovered")
}

// planted are breaches, each planted alone into the sound catalogue.
var planted = []struct {
	name  string
	plant func(w *world)
	want  []string // parts of each breach, in order
}{
	{
		"a doc comment cites a fact there is not",
		func(w *world) {
			w.files["credit/x.go"] = "package credit\n\n// X is as OPEN-08 has it.\nfunc X() {}\n"
		},
		[]string{"credit/x.go:3: cites OPEN-08, which is not in the register"},
	},
	{
		"an id without its zero", func(w *world) { w.files["examples/x/main.go"] = "package main // OPEN-1 and SW-01\n" },
		[]string{"examples/x/main.go:1: cites OPEN-1,"},
	},
	{
		"a vector cites a fact there is not",
		func(w *world) {
			w.files["testdata/vectors/b.json"] = `{"function": "terms.ParseDay", "cases": [{"id": "a", "source": "SW-02", "in": "", "error": "x"}]}`
		},
		[]string{"testdata/vectors/b.json:1: cites SW-02,"},
	},
	{
		"a document cites a fact there is not", func(w *world) { w.files["README.md"] = "It knows OPEN-45.\n" },
		[]string{"README.md:1: cites OPEN-45,"},
	},
	{
		"a source cites a fact there is not",
		func(w *world) {
			w.credit.About = append(w.credit.About, daysOf(w.t, "credit.more", "XYZ-01"))
		},
		[]string{"credit: credit.more cites XYZ-01,", "credit: credit.more cites XYZ-01,"},
	},
	{
		"a rule cites a fact there is not",
		func(w *world) {
			set := topUpSet(w.t, "OPEN-77")
			w.credit.About[0], w.credit.Samples[0] = set.About(), catalogue.Sample(set, cards(rules.No, rules.Yes))
		},
		[]string{"credit.topup.card cites OPEN-77,", "credit.topup.none cites OPEN-77,", "credit.topup.later cites OPEN-77,", "OPEN-01 is not covered: want a rule"},
	},
	{
		"the vectors cannot be read", func(w *world) { w.files["credit/testdata/vectors/b.json"] = "{" },
		[]string{"credit/testdata/vectors/b.json"},
	},

	{
		"a rule never speaks",
		func(w *world) {
			w.credit.Samples[0] = catalogue.Sample(topUpSet(w.t, "OPEN-01"), cards(rules.No))
		},
		[]string{"credit: the rule credit.topup.card never spoke"},
	},
	{
		"rules that cite a fact are never silent",
		func(w *world) {
			w.credit.About, w.credit.Samples = []rules.About{alwaysSet(w.t).About()}, []catalogue.Sampled{
				catalogue.Sample(alwaysSet(w.t), cards(rules.Yes)),
			}
		},
		[]string{"credit: OPEN-01 is not covered: want a rule that cites it, spoke and was silent"},
	},
	{
		"samples that cannot be asked",
		func(w *world) {
			w.credit.Samples[0] = catalogue.Sample(topUpSet(w.t, "OPEN-01"), rulestest.Samples[topUp]{})
		},
		[]string{"card never spoke", "none never spoke", "OPEN-01 is not covered"},
	},
	{
		"a set has no samples", func(w *world) { w.credit.Samples = nil },
		[]string{"the set credit/topup has no samples", "OPEN-01 is not covered"},
	},
	{
		"samples of a set that is not told of", func(w *world) { w.credit.About = w.credit.About[1:] },
		[]string{"has samples for the set credit/topup, of which About says nothing", "OPEN-01 is not covered"},
	},
	{
		"samples of another set of the same id", func(w *world) {
			w.credit.About[0] = topUpSet(w.t, "OPEN-01").About()
			w.credit.About[0].Rules = w.credit.About[0].Rules[:2]
		},
		[]string{"the samples of credit/topup are for another set: it has no rule credit.topup.later"},
	},

	{
		"a fact answered for is not covered", func(w *world) { w.credit.Covers = w.credit.Covers[1:] },
		[]string{"credit: OPEN-02 is not covered: want a cover by Worked"},
	},
	{
		"data answered for is not covered", func(w *world) { w.credit.Covers = slices.Delete(w.credit.Covers, 1, 2) },
		[]string{"credit: OPEN-03 is not covered: want a cover by Asked"},
	},
	{
		"a note answered for is not covered", func(w *world) { w.credit.Covers = slices.Delete(w.credit.Covers, 2, 3) },
		[]string{"credit: OPEN-04 is not covered: want a cover by Noted"},
	},
	{
		"a package answers for what cannot be covered", func(w *world) { w.credit.Answers = append(w.credit.Answers, "OPEN-05") },
		[]string{"credit: OPEN-05 is not covered: nothing covers such a fact"},
	},
	{
		"a package answers for a fact there is not", func(w *world) { w.credit.Answers = append(w.credit.Answers, "OPEN-50") },
		[]string{"credit: answers for OPEN-50, which is not in the register"},
	},
	{
		"a fact is answered for twice", func(w *world) { w.credit.Answers = append(w.credit.Answers, "OPEN-02") },
		[]string{"credit: answers for OPEN-02, for which credit answers"},
	},
	{
		"a row covers what its package does not answer for", func(w *world) { w.credit.Answers = slices.Delete(w.credit.Answers, 1, 2) },
		[]string{"credit: OPEN-02 is covered, and the package does not answer for it"},
	},

	{
		"a package without a row", func(w *world) { w.files["pricing/pricesheet/doc.go"] = "package pricesheet\n" },
		[]string{"pricing/pricesheet: is a domain package without a row"},
	},
	{
		"a row without a package", func(w *world) { w.Packages = append(w.Packages, catalogue.Package{Name: "markets"}) },
		[]string{"markets: has a row in the catalogue, and there is no such package"},
	},
	{
		"published rules of which the row says nothing", func(w *world) {
			w.credit.About, w.credit.Samples = nil, nil
			w.credit.Answers = w.credit.Answers[1:]
		},
		[]string{"credit: has published rules, and its row says nothing of them; want About: credit.Published().About()"},
	},
	{
		"an id of another package",
		func(w *world) {
			w.credit.About = append(w.credit.About, daysOf(w.t, "credits.days", "OPEN-02"))
		},
		[]string{"credit: credits.days is one of its ids; want one that begins with credit"},
	},
	{
		"an id given twice", func(w *world) { w.credit.About = append(w.credit.About, w.credit.About[1]) },
		[]string{"credit: the id credit.days is given twice"},
	},

	{
		"a cover of a fact there is not", func(w *world) {
			w.credit.Covers = append(w.credit.Covers, catalogue.Cover{Fact: "OPEN-51"})
		},
		[]string{"credit: OPEN-51 is covered, and is not in the register"},
	},
	{
		"a cover by nothing", func(w *world) { w.cover("OPEN-02").By = nil },
		[]string{"credit: OPEN-02 is covered by nothing", "OPEN-02 is not covered"},
	},
	{
		"a rule covered like a calculation",
		func(w *world) { w.cover("OPEN-06").By = catalogue.Worked{"credit.UnitAmount/one"} },
		[]string{"credit: OPEN-06 is of kind R, and is covered as if it were of kind C: worked in `credit.UnitAmount/one`", "OPEN-06 is not covered"},
	},
	{
		"a calculation covered like a note",
		func(w *world) { w.cover("OPEN-02").By = catalogue.Noted{In: "credit", Says: "tops up"} },
		[]string{"credit: OPEN-02 is of kind C, and is covered as if it were of kind N: noted in `credit`", "OPEN-02 is not covered"},
	},
	{
		"data covered like a rule",
		func(w *world) { w.cover("OPEN-03").By = w.cover("OPEN-06").By },
		[]string{"credit: OPEN-03 is of kind D, and is covered as if it were of kind R: enforced", "OPEN-03 is not covered"},
	},
	{
		"a note covered like data", func(w *world) { w.cover("OPEN-04").By = w.cover("OPEN-03").By },
		[]string{"credit: OPEN-04 is of kind N, and is covered as if it were of kind D: asked of `credit.Market.Markets`", "OPEN-04 is not covered"},
	},
	{
		"a cover without days", func(w *world) { w.cover("OPEN-02").Holds = terms.Span{} },
		[]string{`credit: OPEN-02 holds for the days "" and was checked on "2026-11-22"; want both`, "OPEN-02 is not covered"},
	},
	{
		"a cover never checked", func(w *world) { w.cover("OPEN-02").Checked = terms.Day{} },
		[]string{`credit: OPEN-02 holds for the days "../.." and was checked on ""; want both`, "OPEN-02 is not covered"},
	},
	{
		"a fact that its package does not cite",
		func(w *world) {
			w.credit.Answers = append(w.credit.Answers, "SW-01")
			w.files["credit/testdata/vectors/sw.json"] = `{"function": "credit.UnitAmount", "cases": [{"id": "sw", "source": "SW-01",
				"in": {"units": 1, "currency": "EUR", "purchased": "2020-01-15"}, "error": "not known"}]}`
			w.credit.Covers = append(w.credit.Covers, *w.cover("OPEN-02"))
			w.credit.Covers[4].Fact, w.credit.Covers[4].By = "SW-01", catalogue.Worked{"credit.UnitAmount/sw"}
		},
		[]string{"credit: SW-01 is covered, and no code of the package cites it", "SW-01 is not covered"},
	},

	{
		"no vector", func(w *world) { w.cover("OPEN-02").By = catalogue.Worked{} },
		[]string{"credit: OPEN-02 names no vector", "OPEN-02 is not covered"},
	},
	{
		"a vector there is not", func(w *world) { w.cover("OPEN-02").By = catalogue.Worked{"credit.UnitAmount/two"} },
		[]string{`credit: OPEN-02 names the vector "credit.UnitAmount/two", and there are 0 of that name`, "OPEN-02 is not covered"},
	},
	{
		"two vectors of one name", func(w *world) { w.files["credit/testdata/vectors/again.json"] = creditVectors },
		[]string{"and there are 2 of that name", "2 of that name", "2 of that name", "OPEN-02 is not covered", "OPEN-06 is not covered"},
	},
	{
		"a vector that does not cite the fact",
		func(w *world) { w.cover("OPEN-02").By = catalogue.Worked{"credit.UnitAmount/unknown"} },
		[]string{"OPEN-02 names the vector credit.UnitAmount/unknown, whose source and note do not cite it", "OPEN-02 is not covered"},
	},
	{
		"a vector that does not hold",
		func(w *world) {
			w.cover("OPEN-02").By = catalogue.Worked{"credit.UnitAmount/one", "credit.UnitAmount/wrong"}
		},
		[]string{"OPEN-02 names the vector credit.UnitAmount/wrong, which does not hold: ", "OPEN-02 is not covered"},
	},
	{
		"a vector of the vocabulary", func(w *world) { w.cover("OPEN-02").By = catalogue.Worked{"terms.ParseDay/day"} },
		[]string{"OPEN-02 names the vector terms.ParseDay/day, whose function is of no package of the catalogue", "OPEN-02 is not covered"},
	},

	{
		"a rule that speaks in a vector there is not", enforced("credit.UnitAmount/none", "credit.UnitAmount/one"),
		[]string{`OPEN-06 names the vector "credit.UnitAmount/none"`, "OPEN-06 is not covered"},
	},
	{
		"a rule that is silent in no vector", enforced("credit.UnitAmount/unknown", ""),
		[]string{`OPEN-06 names the vector "", and there are 0`, "OPEN-06 is not covered"},
	},
	{
		"a rule that is silent where it speaks", enforced("credit.UnitAmount/one", "credit.UnitAmount/one"),
		[]string{"which has the same input", "OPEN-06 is not covered"},
	},
	{
		"a rule without which the result would be the same", enforced("credit.UnitAmount/one", "credit.UnitAmount/one-later"),
		[]string{"speaks in credit.UnitAmount/one and is silent in credit.UnitAmount/one-later, with the same result", "OPEN-06 is not covered"},
	},
	{
		"a rule that is silent in another function", enforced("credit.UnitAmount/one", "terms.ParseDay/day"),
		[]string{"function is of no package", "which is another function", "OPEN-06 is not covered"},
	},

	{
		"data of a symbol there is not", asked(func(q *catalogue.Asked) { q.Symbol = "credit.Market.Lists" }),
		[]string{`OPEN-03 names "credit.Market.Lists", which is no exported symbol`, "OPEN-03 is not covered"},
	},
	{
		"data of a symbol that is not exported", asked(func(q *catalogue.Asked) { q.Symbol = "credit.hidden" }),
		[]string{`OPEN-03 names "credit.hidden", which is no exported symbol`, "OPEN-03 is not covered"},
	},
	{
		"data of a symbol that does not cite it", asked(func(q *catalogue.Asked) { q.Symbol = "credit.Worth" }),
		[]string{"OPEN-03 names credit.Worth, whose doc comment does not cite it", "OPEN-03 is not covered"},
	},
	{
		"data that is not asked for", asked(func(q *catalogue.Asked) { q.Ask = nil }),
		[]string{"want a question and the data the document states", "OPEN-03 is not covered"},
	},
	{
		"data of which nothing is wanted", asked(func(q *catalogue.Asked) { q.Want = nil }),
		[]string{"want a question and the data the document states", "OPEN-03 is not covered"},
	},
	{
		"data of which an empty list is wanted", asked(func(q *catalogue.Asked) {
			q.Want, q.Ask = []string{}, func() (any, error) { return []string{}, nil }
		}),
		[]string{"want a question and the data the document states", "OPEN-03 is not covered"},
	},
	{
		"data that is another", asked(func(q *catalogue.Asked) { q.Want = []string{"SE", "NO"} }),
		[]string{`wants []string{"SE", "NO"}, found []string{"NO", "SE"}`, "OPEN-03 is not covered"},
	},
	{
		"data that fails", asked(func(q *catalogue.Asked) { q.Ask = func() (any, error) { return nil, errors.New("no table") } }),
		[]string{"asks credit.Market.Markets, which fails: no table", "OPEN-03 is not covered"},
	},

	{
		"a note nowhere", noted("credit.Nowhere", "Keep"),
		[]string{`OPEN-04 names "credit.Nowhere", which is no exported symbol or package, and no rule, timeline or list`, "OPEN-04 is not covered"},
	},
	{
		"a note of no words", noted("credit", ""), []string{"OPEN-04 names no words of credit that carry it", "OPEN-04 is not covered"},
	},
	{
		"a note in other words", noted("credit", "Keep the key secret"),
		[]string{`OPEN-04 names credit, whose doc comment does not say "Keep the key secret"`, "OPEN-04 is not covered"},
	},
	{
		"a note where the fact is not cited", noted("credit.Market", "A Market is a place"),
		[]string{"OPEN-04 names credit.Market, whose doc comment does not cite it", "OPEN-04 is not covered"},
	},
	{
		"a note of a rule that does not cite the fact", noted("credit.topup.card", "Who has a card"),
		[]string{"OPEN-04 is noted in credit.topup.card, of which no source cites it", "OPEN-04 is not covered"},
	},
	{
		"a note of a timeline in other words", func(w *world) {
			w.credit.About = append(w.credit.About, daysOf(w.t, "credit.noted", "OPEN-04"))
			noted("credit.noted", "Some count the last")(w)
		},
		[]string{`OPEN-04 is noted in credit.noted, which does not say "Some count the last"`, "OPEN-04 is not covered"},
	},
}

func enforced(spoke, silent string) func(*world) {
	return func(w *world) { w.cover("OPEN-06").By = catalogue.Enforced{Spoke: spoke, Silent: silent} }
}

func asked(change func(*catalogue.Asked)) func(*world) {
	return func(w *world) {
		q, ok := w.cover("OPEN-03").By.(catalogue.Asked)
		require.True(w.t, ok)
		change(&q)
		w.cover("OPEN-03").By = q
	}
}

func noted(in, says string) func(*world) {
	return func(w *world) { w.cover("OPEN-04").By = catalogue.Noted{In: in, Says: says} }
}

// alwaysSet gives a set of one rule that is never silent.
func alwaysSet(t *testing.T) *rules.Set[topUp, rules.Truth] {
	t.Helper()

	set, err := rules.New(rules.Spec[topUp, rules.Truth]{
		ID: "credit/topup", Question: "May the customer top up?",
		Rules: []rules.Rule[topUp, rules.Truth]{{
			ID: "credit.topup.always", Text: "Everybody may.", Span: terms.Always(), Then: rules.Yes,
			Sources: []rules.Source{{Fact: "OPEN-01", Document: "A page", Checked: terms.MustParseDay("2026-11-22")}},
		}},
	})
	require.NoError(t, err)
	return set
}

func TestBreachesAreFound(t *testing.T) {
	t.Parallel()

	for _, tt := range planted {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()

			w := soundWorld(t)
			tt.plant(&w)
			found := w.audit().Breaches
			require.Len(t, found, len(tt.want), "%q", found)
			for i, want := range tt.want {
				assert.Contains(t, found[i], want)
			}
		})
	}
}

// A rule may stand on a part of a fact. Only who answers for the fact claims that it is covered.
func TestARuleCoversNothingThatNobodyAnswersFor(t *testing.T) {
	t.Parallel()

	w := soundWorld(t)
	w.credit.Answers = w.credit.Answers[1:]
	audit := w.audit()
	assert.Empty(t, audit.Breaches)
	assert.False(t, audit.IsCovered("OPEN-01"))
}

// Notes may also be carried by what is in the catalogue itself.
func TestANoteOfARuleOrAFigure(t *testing.T) {
	t.Parallel()

	for _, in := range []catalogue.Noted{{In: "credit.topup.card", Says: "Who has a card"}, {In: "credit.days", Says: "Some count the first"}, {In: "credit.days", Says: "A page Days"}} {
		w := soundWorld(t)
		set := topUpSet(t, "OPEN-04")
		w.credit.About = []rules.About{set.About(), daysOf(t, "credit.days", "OPEN-04")}
		w.credit.Samples = []catalogue.Sampled{catalogue.Sample(set, cards(rules.No, rules.Yes))}
		w.credit.Answers = w.credit.Answers[1:] // no rule cites OPEN-01 any more
		w.cover("OPEN-04").By = in
		audit := w.audit()
		assert.Empty(t, audit.Breaches)
		assert.Equal(t, []string{"noted in `" + in.In + "`"}, audit.Coverage["OPEN-04"].By)
	}
}

func TestFilesThatCannotBeReadAreAnError(t *testing.T) {
	t.Parallel()

	w := soundWorld(t)
	w.Module = fstest.MapFS{"credit/doc.go": {Data: []byte("package\n")}}
	_, err := w.Audit()
	assert.ErrorContains(t, err, "credit/doc.go")
}
