package rulebook_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

type facts struct{ Sold rules.Truth }

// book is what a domain package's Rules value is: a set and a timeline.
type book struct {
	set  *rules.Set[facts, rules.Truth]
	days rules.Timeline[int]
}

func published(t *testing.T) book {
	t.Helper()
	sources := []rules.Source{{Document: "a page", Checked: terms.MustParseDay("2026-11-22")}}
	sold := rules.Condition[facts]{Name: "it is sold", Reads: []string{"sold"}, Holds: func(f facts) rules.Truth { return f.Sold }}
	set, err := rules.New(rules.Spec[facts, rules.Truth]{
		ID: "shop/open", Question: "Is the shop open?", Facts: []rules.Fact{{Name: "sold", Text: "Is it sold?"}},
		Default: rules.No,
		Rules: []rules.Rule[facts, rules.Truth]{{
			ID: "shop.open", Text: "It is open for what is sold.", Span: terms.Always(), Sources: sources,
			If: []rules.Condition[facts]{sold}, Then: rules.Yes,
		}},
	})
	require.NoError(t, err)
	days, err := rules.NewTimeline("shop.days", "The days.", rules.Entry[int]{Value: 7, Span: terms.Always(), Sources: sources})
	require.NoError(t, err)
	return book{set, days}
}

func (b book) with(o rules.Overlay) (book, error) {
	a := rulebook.Begin("shop", o)
	rulebook.Amend(a, &b.set)
	rulebook.Amend(a, &b.days)
	return b, a.Err()
}

func TestAmend(t *testing.T) {
	t.Parallel()
	day := terms.MustParseDay("2024-01-01")
	contract := func(change func(*rules.Overlay)) rules.Overlay {
		o := rules.Overlay{Owner: "Fabrikam", Reason: "contract"}
		change(&o)
		return o
	}
	figure := func(timeline, value string) func(*rules.Overlay) {
		return func(o *rules.Overlay) {
			o.Figures = []rules.Figure{{Timeline: timeline, Span: terms.Always(), Value: json.RawMessage(value)}}
		}
	}
	off := func(id rules.ID) func(*rules.Overlay) {
		return func(o *rules.Overlay) { o.SwitchOff = []rules.ID{id} }
	}
	tests := []struct {
		name   string
		change func(*rules.Overlay)
		open   rules.Truth
		days   int
		errors []string
	}{
		{"an overlay that changes nothing", func(*rules.Overlay) {}, rules.Yes, 7, nil},
		{"a figure", figure("shop.days", "14"), rules.Yes, 14, nil},
		{"a rule switched off", off("shop.open"), rules.No, 7, nil},
		{"what belongs to another package", off("fair.open"), rules.Yes, 7, nil},
		{"a misspelt id of the package", off("shop.opne"), rules.Yes, 7, []string{`"shop.opne"`, `did you mean "shop.open"?`}},
		{"a figure that does not fit", figure("shop.days", `"P14D"`), rules.Yes, 7, []string{"shop.days"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			was := published(t)
			got, err := was.with(contract(tt.change))
			if tt.errors == nil {
				require.NoError(t, err)
			}
			for _, part := range tt.errors {
				require.ErrorIs(t, err, rules.ErrOverlay)
				require.ErrorContains(t, err, part)
			}
			open, err := got.set.Decide(day, facts{rules.Yes})
			require.NoError(t, err)
			assert.Equal(t, tt.open, open)
			reading, err := got.days.On(day)
			require.NoError(t, err)
			assert.Equal(t, tt.days, reading.Value)
		})
	}
}

func TestEverythingWrongIsReportedAtOnce(t *testing.T) {
	t.Parallel()
	_, err := published(t).with(rules.Overlay{
		SwitchOff: []rules.ID{"shop.opne"},
		Figures:   []rules.Figure{{Timeline: "shop.days", Span: terms.Always(), Value: json.RawMessage("[]")}},
	})
	require.ErrorContains(t, err, `the owner is ""`)
	require.ErrorContains(t, err, "shop.opne")
	require.ErrorContains(t, err, "shop.days")
}

func TestAsKnown(t *testing.T) {
	t.Parallel()
	var errs []error
	day := terms.MustParseDay("2024-01-01")
	b := published(t)
	rulebook.AsKnown(&b.set, day, &errs)
	require.Empty(t, errs)
	assert.Equal(t, day, b.set.KnownOn())
	rulebook.AsKnown(&b.set, terms.Day{}, &errs)
	require.Empty(t, errs)
	assert.True(t, b.set.KnownOn().IsZero(), "the present wording")
}

func TestEdited(t *testing.T) {
	t.Parallel()
	day := terms.MustParseDay("2024-01-01")
	off := rules.Edit[facts, rules.Truth]{Owner: "Fabrikam", Reason: "contract", SwitchOff: []rules.ID{"shop.open"}}
	was := published(t)

	changed := was
	made, err := rulebook.Edited(&changed, &changed.set, off)
	require.NoError(t, err)
	assert.Equal(t, rules.No, made.set.Explain(day, facts{rules.Yes}).Outcome)
	assert.Equal(t, rules.Yes, was.set.Explain(day, facts{rules.Yes}).Outcome, "the rules it was copied from stay")

	off.SwitchOff = []rules.ID{"shop.opne"}
	changed = was
	made, err = rulebook.Edited(&changed, &changed.set, off)
	require.ErrorIs(t, err, rules.ErrOverlay)
	assert.Nil(t, made)
}

func TestCheckFigures(t *testing.T) {
	t.Parallel()
	below := func(most int) func(int) error {
		return func(days int) error {
			if days > most {
				return rules.ErrNoFigure
			}
			return nil
		}
	}
	days := published(t).days
	assert.Empty(t, rulebook.CheckFigures(days, below(1)), "what is published is for the package's own tests")
	house, err := days.Apply(rules.Overlay{Owner: "Fabrikam", Reason: "contract", Figures: []rules.Figure{
		{Timeline: "shop.days", Span: terms.SpanFrom(terms.MustParseDay("2024-01-01")), Value: json.RawMessage("14")},
	}})
	require.NoError(t, err)
	assert.Empty(t, rulebook.CheckFigures(house, below(14)))
	found := rulebook.CheckFigures(house, below(13))
	require.Len(t, found, 1)
	require.ErrorIs(t, found[0], rules.ErrOverlay)
	require.ErrorIs(t, found[0], rules.ErrNoFigure)
	assert.ErrorContains(t, found[0], "2024-01-01/..")
}
