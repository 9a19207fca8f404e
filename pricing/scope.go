package pricing

import (
	"slices"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/excerpt"
	"github.com/cloudterms/terms/rules"
)

// A Scope is a place in a customer's Azure: a subscription, a resource group, a resource or a management group, by its
// Azure resource id. Letter case does not matter in it. It is an immutable value; compare two with [Scope.Equal]. The
// zero Scope means "not given".
type Scope struct{ id string }

// A ScopeKind says what a scope is. The zero ScopeKind means "not given".
type ScopeKind uint8

const (
	// SubscriptionScope is a subscription, /subscriptions/….
	SubscriptionScope ScopeKind = iota + 1
	// ResourceGroupScope is a resource group, /subscriptions/…/resourceGroups/….
	ResourceGroupScope
	// ResourceScope is a resource, …/providers/….
	ResourceScope
	// ManagementGroupScope is a management group, /providers/Microsoft.Management/managementGroups/….
	ManagementGroupScope
)

const (
	wantScope       = "an Azure resource id, as in /subscriptions/7f3c/resourceGroups/web"
	mostScope       = 2048
	managementGroup = "/providers/microsoft.management/managementgroups/"
)

// ParseScope reads an Azure resource id: of a subscription, a resource group, a resource, or a management group. Anything
// else is a [terms.ParseError] wrapping [ErrScope].
func ParseScope(id string) (Scope, error) {
	s := Scope{id}
	if len(id) > mostScope || s.Kind() == 0 {
		return Scope{}, &terms.ParseError{Input: excerpt.Of(id), Want: wantScope, Err: ErrScope}
	}
	return s, nil
}

// Kind says what the scope is, and is zero for the zero Scope.
func (s Scope) Kind() ScopeKind {
	parts := strings.Split(strings.ToLower(s.id), "/")
	if slices.Contains(parts[1:], "") {
		return 0
	}
	rest, inManagement := strings.CutPrefix(strings.ToLower(s.id), managementGroup)
	switch {
	case parts[0] != "" || len(parts) < 3:
		return 0
	case inManagement && !strings.Contains(rest, "/"):
		return ManagementGroupScope
	case parts[1] != "subscriptions":
		return 0
	case len(parts) == 3:
		return SubscriptionScope
	case parts[3] == "resourcegroups" && len(parts) == 5:
		return ResourceGroupScope
	}
	return kindOfResource(parts[3:])
}

// kindOfResource tells a resource, which has a provider, a type and a name behind its subscription or group.
func kindOfResource(parts []string) ScopeKind {
	if parts[0] == "resourcegroups" && len(parts) > 2 {
		parts = parts[2:]
	}
	const least = 4 // providers, its name, a type and a name
	if parts[0] == "providers" && len(parts) >= least {
		return ResourceScope
	}
	return 0
}

// Covers says whether access at the scope is access to another: to itself and to what rolls up to it. What a management
// group holds is not in its id, so it is unknown of one, as it is of scopes that are not given.
func (s Scope) Covers(other Scope) rules.Truth {
	if s.IsZero() || other.IsZero() {
		return rules.Unknown
	}
	outer, inner := strings.ToLower(s.id), strings.ToLower(other.id)
	within := inner == outer || strings.HasPrefix(inner, outer+"/")
	return rules.Given(within || s.Kind() != ManagementGroupScope, within)
}

// IsZero reports whether no scope is given.
func (s Scope) IsZero() bool { return s.id == "" }

// Equal reports whether both are the same place.
func (s Scope) Equal(other Scope) bool { return strings.EqualFold(s.id, other.id) }

// String gives the id as it was read.
func (s Scope) String() string { return s.id }

// MarshalText gives what [Scope.String] gives. It never fails.
func (s Scope) MarshalText() ([]byte, error) { return []byte(s.id), nil }

// UnmarshalText reads what [ParseScope] reads, and empty text as the zero Scope. On an error it leaves s as it was.
func (s *Scope) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*s = Scope{}
		return nil
	}
	read, err := ParseScope(string(text))
	if err != nil {
		return err
	}
	*s = read
	return nil
}
