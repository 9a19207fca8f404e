package rules_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

func TestDecisionText(t *testing.T) {
	at := func(day string, of parcel) string { return parcelSet(t).Explain(terms.MustParseDay(day), of).String() }
	for _, c := range []struct {
		name, got string
		want      []string
	}{
		{
			"a rule answers, with where it is written", at("2024-01-01", parcel{Heavy: rules.Yes, Abroad: rules.No}),
			[]string{
				"May it be sent? (post/parcel, 2024-01-01)", "answer: no",
				"- A heavy parcel is not sent. (post.heavy: no)", "  P-1, Post terms, 2, https://example.com/terms",
			},
		},
		{
			"a default, with its reason", at("2024-01-01", parcel{Heavy: rules.No, Abroad: rules.No}),
			[]string{"May it be sent? (post/parcel, 2024-01-01)", "answer: yes, for no rule says otherwise", "- What nothing forbids is sent.", "  Post terms"},
		},
		{
			"nothing is known, so a person is asked", at("2024-01-01", parcel{}),
			[]string{
				"May it be sent? (post/parcel, 2024-01-01)", "answer: none, for it depends on heavy, abroad",
				"- heavy: Is it heavy?", "- abroad: Does it leave the country?",
			},
		},
		{
			"rules disagree", at("2024-01-01", parcel{Heavy: rules.Yes, Abroad: rules.Yes}),
			[]string{
				"May it be sent? (post/parcel, 2024-01-01)", "answer: none, for rules disagree",
				"- A heavy parcel is not sent. (post.heavy: no)", "  P-1, Post terms, 2, https://example.com/terms",
				"- Abroad everything is sent. (post.abroad: yes)", "  Post terms",
			},
		},
		{
			"no day", parcelSet(t).Explain(terms.Day{}, parcel{}).String(),
			[]string{"May it be sent? (post/parcel)", "answer: none, for no day is given"},
		},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, strings.Join(c.want, "\n"), c.got) })
	}
}

func TestDecisionTextSaysWhoChangedWhat(t *testing.T) {
	set, err := parcelSet(t).With(rules.Edit[parcel, rules.Truth]{Owner: "Contoso", Reason: "contract, clause 4", SwitchOff: []rules.ID{"post.heavy"}})
	require.NoError(t, err)
	said := set.Explain(terms.MustParseDay("2024-01-01"), parcel{Heavy: rules.Yes, Abroad: rules.No}).String()
	assert.Equal(t, strings.Join([]string{
		"May it be sent? (post/parcel, 2024-01-01)", "answer: yes, for no rule says otherwise", "- What nothing forbids is sent.", "  Post terms",
		"- post.heavy was switched off by Contoso: contract, clause 4",
	}, "\n"), said)
}

func TestDecisionTextOfOneThatMaySpeak(t *testing.T) {
	set := parcelSet(t)
	known, err := set.AsKnown(terms.MustParseDay("2023-01-01"))
	require.NoError(t, err)
	assert.Contains(t, known.Explain(terms.MustParseDay("2024-01-01"), parcel{}).String(), "(post/parcel, 2024-01-01, as published on 2023-01-01)")
	assert.Equal(t, " ()\nanswer: none, for no rule gives one", rules.Decision[rules.Truth]{}.String())
}

type parcel struct{ Heavy, Abroad rules.Truth }

func parcelSet(t *testing.T) *rules.Set[parcel, rules.Truth] {
	t.Helper()
	set, err := rules.New(rules.Spec[parcel, rules.Truth]{
		ID: "post/parcel", Question: "May it be sent?",
		Facts: []rules.Fact{{Name: "heavy", Text: "Is it heavy?"}, {Name: "abroad", Text: "Does it leave the country?"}},
		Rules: []rules.Rule[parcel, rules.Truth]{
			{
				ID: "post.heavy", Text: "A heavy parcel is not sent.", Span: terms.Always(), Then: rules.No,
				Sources: []rules.Source{{Fact: "P-1", Document: "Post terms", Section: "2", Address: "https://example.com/terms", Checked: terms.MustParseDay("2026-11-22")}},
				If:      []rules.Condition[parcel]{{Name: "parcel is heavy", Reads: []string{"heavy"}, Holds: func(p parcel) rules.Truth { return p.Heavy }}},
			},
			{
				ID: "post.abroad", Text: "Abroad everything is sent.", Span: terms.Always(), Then: rules.Yes,
				Sources: []rules.Source{{Document: "Post terms", Checked: terms.MustParseDay("2026-11-22")}},
				If:      []rules.Condition[parcel]{{Name: "parcel goes abroad", Reads: []string{"abroad"}, Holds: func(p parcel) rules.Truth { return p.Abroad }}},
			},
		},
		Default: rules.Yes, DefaultText: "What nothing forbids is sent.",
		DefaultSources: []rules.Source{{Document: "Post terms", Checked: terms.MustParseDay("2026-11-22")}},
	})
	require.NoError(t, err)
	return set
}
