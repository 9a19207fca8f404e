package cancellation_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/internal/samples"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

type limitRules = []rules.Rule[cancellation.Purchase, cancellation.Limit]

// Faults planted into the published rules are found, by the declaration or by the checks.
func TestSeededFaults(t *testing.T) {
	t.Parallel()
	published := cancellation.Published().LimitSet()
	rule := func(all limitRules, id rules.ID) *rules.Rule[cancellation.Purchase, cancellation.Limit] {
		i := slices.IndexFunc(all, func(r rules.Rule[cancellation.Purchase, cancellation.Limit]) bool { return r.ID == id })
		require.GreaterOrEqual(t, i, 0)
		return &all[i]
	}
	tests := []struct {
		name  string
		plant func(limitRules) limitRules
		want  string
	}{
		{"a gap of one day", func(all limitRules) limitRules {
			rule(all, "cancellation.extendedTerm").Span = terms.SpanFrom(terms.MustParseDay("2025-11-04"))
			return all
		}, "gap"},
		{"two rules that speak at once", func(all limitRules) limitRules {
			rule(all, "cancellation.seats.partialUpgrade").Excepts = nil
			return all
		}, "conflict"},
		{"a span that begins nowhere", func(all limitRules) limitRules {
			rule(all, "cancellation.software").Span = terms.Span{}
			return all
		}, "span"},
		{"a rule inside another", func(all limitRules) limitRules {
			copied := *rule(all, "cancellation.software")
			copied.ID = "cancellation.copy"
			rule(all, "cancellation.software.linux").Excepts = append(rule(all, "cancellation.software.linux").Excepts, copied.ID)
			return append(all, copied)
		}, "contained"},
		{"an exception that eats its rule", func(all limitRules) limitRules {
			eater := *rule(all, "cancellation.perpetual")
			eater.ID, eater.Then, eater.Excepts = "cancellation.eater", cancellation.NotAtAll, []rules.ID{"cancellation.perpetual"}
			return append(all, eater)
		}, "alwaysExcepted"},
		{"a fact misspelt", func(all limitRules) limitRules {
			r := rule(all, "cancellation.perpetual")
			r.If = slices.Clone(r.If)
			r.If[0].Reads = []string{"produkt"}
			return all
		}, "produkt"},
		{"no source", func(all limitRules) limitRules {
			rule(all, "cancellation.perpetual").Sources = nil
			return all
		}, "source"},
		{"a condition turned around", func(all limitRules) limitRules {
			r := rule(all, "cancellation.software.linux")
			r.If = slices.Clone(r.If)
			r.If[1] = r.If[1].Not()
			return all
		}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			spec := rules.Spec[cancellation.Purchase, cancellation.Limit]{
				ID: published.ID(), Question: published.Question(), Facts: published.Facts(), Rules: tt.plant(slices.Collect(published.Rules())),
			}
			set, err := rules.New(spec)
			if err != nil {
				require.ErrorContains(t, err, tt.want)
				return
			}
			if tt.want == "" {
				assert.NotEqual(t, rulestest.Fingerprint(published, samples.CancellationPurchase()), rulestest.Fingerprint(set, samples.CancellationPurchase()))
				return
			}
			var kinds []string
			for _, p := range rulestest.Problems(set, samples.CancellationPurchase(), beforeExtendedTerms()) {
				kinds = append(kinds, p.Kind.String())
			}
			assert.Contains(t, kinds, tt.want)
		})
	}
}
