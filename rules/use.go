package rules

import "slices"

// A Use is a list or a timeline that a condition looks into: which it is, what is in it, and who changed it last. It is how
// a decision knows of a change that no rule shows.
type Use struct {
	ID     string `json:"id"`
	Digest string `json:"digest"`          // of what is in it
	Origin Origin `json:"origin,omitzero"` // who changed it last, if it is not as it was published
}

// Use gives what a condition says of a list or a timeline that it looks into.
func (a About) Use() Use {
	u := Use{ID: a.ID, Digest: a.Digest, Origin: a.Origin}
	if u.Digest == "" {
		u.Digest = digestOf(a)
	}
	for _, f := range a.Figures { // those of the last overlay come first
		if u.Origin.IsZero() {
			u.Origin = f.Origin
		}
	}
	return u
}

// WithConditions gives the set with conditions in the place of those of the same names, wherever these stand. It is for
// conditions that look into a list or a timeline which is another now: each must read the same facts as the one before it and
// use the same lists and timelines, and its Uses say what is in them now and who changed that. The rules stay whose they are.
// A condition that no rule has any more, because an edit took it away, changes nothing; one that differs in more than what
// it looks into is [ErrSpec].
func (s *Set[In, Out]) WithConditions(conditions ...Condition[In]) (*Set[In, Out], error) {
	found := s.core.faults(ErrSpec)
	spec := s.core.spec
	spec.replaceConditions(plainConditions(conditions), found)
	return compile[In, Out](spec, s.core.known, found)
}

// replaceConditions puts conditions in the place of those of the same names, in rules of its own.
func (s *plainSpec) replaceConditions(conditions []plainCondition, found *faults) {
	s.rules = slices.Clone(s.rules)
	for i := range s.rules {
		r := &s.rules[i]
		r.conditions = slices.Clone(r.conditions)
		for j := range r.conditions {
			for k := range conditions {
				r.conditions[j].replace(&conditions[k], r.id, found)
			}
		}
	}
}

// replace makes a condition another of the same name, unless that differs in more than what it looks into.
func (c *plainCondition) replace(with *plainCondition, rule ID, found *faults) {
	if c.name != with.name {
		return
	}
	if !with.looksWhere(c) {
		found.add(rule, "the condition %q reads %q and uses %q, and the new one reads %q and uses %q; "+
			"want the same, and a list or timeline at least", c.name, c.reads, c.usedIDs(), with.reads, with.usedIDs())
	}
	c.holds, c.uses = with.holds, with.uses
}

// looksWhere reports whether a condition looks into the same lists and timelines as another, and reads the same facts.
func (c *plainCondition) looksWhere(other *plainCondition) bool {
	return len(c.uses) > 0 && slices.Equal(c.reads, other.reads) && slices.Equal(c.usedIDs(), other.usedIDs())
}

func (c *plainCondition) usedIDs() []string {
	ids := make([]string, len(c.uses))
	for i, u := range c.uses {
		ids[i] = u.ID
	}
	return ids
}

// uses gives what the conditions of a rule look into, each once.
func (r *plainRule) uses() []Use {
	var uses []Use
	for i := range r.conditions {
		for _, u := range r.conditions[i].uses {
			if !slices.Contains(uses, u) {
				uses = append(uses, u)
			}
		}
	}
	return uses
}
