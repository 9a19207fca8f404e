package pricing_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// scope gives a scope written into a test.
func scope(id string) pricing.Scope {
	s, err := pricing.ParseScope(id)
	if err != nil {
		panic(err)
	}
	return s
}

const (
	subscription = "/subscriptions/7f3c"
	group        = subscription + "/resourceGroups/web"
	machine      = group + "/providers/Microsoft.Compute/virtualMachines/vm1"
	management   = "/providers/Microsoft.Management/managementGroups/contoso"
)

func TestScopeKind(t *testing.T) {
	tests := map[string]pricing.ScopeKind{
		subscription:                         pricing.SubscriptionScope,
		"/SUBSCRIPTIONS/7F3C":                pricing.SubscriptionScope,
		group:                                pricing.ResourceGroupScope,
		subscription + "/resourcegroups/WEB": pricing.ResourceGroupScope,
		machine:                              pricing.ResourceScope,
		machine + "/extensions/x":            pricing.ResourceScope,
		subscription + "/providers/Microsoft.Security/pricings/x": pricing.ResourceScope,
		management: pricing.ManagementGroupScope,
	}
	for id, want := range tests {
		assert.Equal(t, want, scope(id).Kind(), id)
		assert.Equal(t, id, scope(id).String())
		requireReadsBack(t, scope(id))
	}
	assert.Zero(t, pricing.Scope{}.Kind())
	assert.True(t, pricing.Scope{}.IsZero())
	requireReadsBack(t, pricing.Scope{})
}

func TestParseScopeRefuses(t *testing.T) {
	for _, id := range []string{
		"", "/", "7f3c", "subscriptions/7f3c", "/subscriptions", "/subscriptions/", "/subscriptions//x", subscription + "/",
		subscription + "/resourceGroups", subscription + "/other/web", group + "/providers", group + "/providers/Microsoft.Compute",
		group + "/providers/Microsoft.Compute/virtualMachines", "/providers/Microsoft.Management/managementGroups/a/b",
		"/providers/Microsoft.Management/managementGroups/", "/tenants/x", machine + "//", "/subscriptions/" + strings.Repeat("x", 2048),
	} {
		_, err := pricing.ParseScope(id)
		require.ErrorIs(t, err, pricing.ErrScope, "%.80q", id)
		var parse *terms.ParseError
		require.ErrorAs(t, err, &parse)
		assert.LessOrEqual(t, len(parse.Input), len("…")+64)
	}
	_, err := decodes[pricing.Scope](`"web"`)
	require.ErrorIs(t, err, terms.ErrJSON)
}

func TestScopeCovers(t *testing.T) {
	tests := []struct {
		outer, inner string
		want         rules.Truth
	}{
		{subscription, machine, rules.Yes},
		{group, machine, rules.Yes},
		{machine, machine, rules.Yes},
		{strings.ToUpper(group), machine, rules.Yes},
		{machine, group, rules.No},
		{group, subscription, rules.No},
		{subscription + "/resourceGroups/we", machine, rules.No}, // a part of the name is not the name
		{"/subscriptions/other", machine, rules.No},
		{management, management, rules.Yes},
		{management, machine, rules.Unknown}, // what it holds is not in its id
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, scope(tt.outer).Covers(scope(tt.inner)), "%s and %s", tt.outer, tt.inner)
	}
	assert.Equal(t, rules.Unknown, pricing.Scope{}.Covers(scope(machine)))
	assert.Equal(t, rules.Unknown, scope(machine).Covers(pricing.Scope{}))
	assert.True(t, scope(group).Equal(scope(strings.ToUpper(group))))
}
