package licensing_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

func overlay(t *testing.T, text string) rules.Overlay {
	t.Helper()
	var o rules.Overlay
	require.NoError(t, terms.Decode(strings.NewReader(text), &o))
	return o
}

// with gives the published rules under an overlay of one change.
func with(t *testing.T, change string) *licensing.Rules {
	t.Helper()
	changed, err := licensing.Published().With(overlay(t, `{"owner": "Fabrikam", "reason": "contract, clause 4", `+change+`}`))
	require.NoError(t, err)
	return changed
}

// assertRoundTrip writes a value as JSON and reads it back.
func assertRoundTrip[T interface{ Equal(T) bool }](t *testing.T, v T) {
	t.Helper()
	text, err := json.Marshal(v)
	require.NoError(t, err)
	var back T
	require.NoError(t, terms.Decode(bytes.NewReader(text), &back), string(text))
	assert.True(t, v.Equal(back), string(text))
}

// dates gives days around the ends of months and leap days as often as others.
func dates() *rapid.Generator[terms.Day] {
	return rapid.Custom(func(t *rapid.T) terms.Day {
		first := day("2020-08-01").AddMonths(rapid.IntRange(0, 72).Draw(t, "month"))
		return first.AddDays(rapid.OneOf(rapid.IntRange(0, 30), rapid.IntRange(-4, 1)).Draw(t, "day"))
	})
}

// spoke gives the rules that spoke, less their common prefix.
func spoke[Out comparable](d rules.Decision[Out], prefix string) []string {
	var ids []string
	for _, f := range d.Findings {
		ids = append(ids, strings.TrimPrefix(string(f.Rule), prefix))
	}
	return ids
}

// assertDecides holds a decision to an answer, the rules that spoke, by their ids without a prefix and a space between, and
// for the answer that is none the facts that are missing.
func assertDecides[Out comparable](t *testing.T, d rules.Decision[Out], want Out, prefix, by string) {
	t.Helper()
	assert.Equal(t, want, d.Outcome)
	var none Out
	if want == none {
		assert.Equal(t, rules.Undetermined, d.Status)
		assert.ElementsMatch(t, strings.Fields(by), d.Missing, "the missing facts")
		return
	}
	assert.ElementsMatch(t, strings.Fields(by), spoke(d, prefix), "the rules that spoke")
}
