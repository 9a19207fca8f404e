package rulestest

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/cloudterms/terms/rules"
)

// report gathers problems, those that are the same but for the input as one.
type report struct {
	set   string
	found map[aspect]*Problem
}

// aspect is what makes a problem one of its own.
type aspect struct {
	kind            Kind
	rule            rules.ID
	condition, more string
}

func newReport(set string) *report { return &report{set, map[aspect]*Problem{}} }

// add adds a problem. What sets it apart from others of its kind, rule and condition is in more.
func (r *report) add(p Problem, more ...string) {
	p.Set = r.set
	key := aspect{p.Kind, p.Rule, p.Condition, strings.Join(more, "\n")}
	if known := r.found[key]; known != nil {
		if known.Day == p.Day && known.Known == p.Known {
			known.Inputs += p.Inputs
		}
		return
	}
	r.found[key] = &p
}

// has reports whether a problem of one of the kinds was found.
func (r *report) has(kinds ...Kind) bool {
	for key := range r.found {
		if slices.Contains(kinds, key.kind) {
			return true
		}
	}
	return false
}

// problems gives what was found, in an order that does not change from run to run.
func (r *report) problems() []Problem {
	keys := slices.SortedFunc(maps.Keys(r.found), func(a, b aspect) int {
		p, q := r.found[a], r.found[b]
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.rule, b.rule), cmp.Compare(a.condition, b.condition),
			p.Known.Compare(q.Known), p.Day.Compare(q.Day), cmp.Compare(a.more, b.more))
	})
	found := make([]Problem, len(keys))
	for i, key := range keys {
		found[i] = *r.found[key]
	}
	return found
}

// about gives the problem as one of another rule.
func (p Problem) about(rule rules.ID) Problem {
	p.Rule = rule
	return p
}

// normal gives a truth, and Unknown for a number that is none.
func normal(t rules.Truth) rules.Truth {
	if t > rules.Yes {
		return rules.Unknown
	}
	return t
}

// word gives a truth as a word.
func word(t rules.Truth) string {
	if t == rules.Unknown {
		return "unknown"
	}
	return t.String()
}

// list gives names with commas between them.
func list[T ~string](names []T) string {
	words := make([]string, len(names))
	for i, name := range names {
		words[i] = string(name)
	}
	return strings.Join(words, ", ")
}

func sortedKeys[V any](m map[int]V) []int { return slices.Sorted(maps.Keys(m)) }
