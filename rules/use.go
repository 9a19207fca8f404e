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
	found := &faults{of: s.spec.ID, condition: ErrSpec}
	spec := s.spec
	spec.Rules = cloneRules(spec.Rules)
	for _, c := range conditions {
		replaceCondition(found, spec.Rules, c)
	}
	return compile(spec, s.known, found)
}

// replaceCondition puts a condition in the place of that of the same name, in every rule of a list.
func replaceCondition[In any, Out comparable](found *faults, list []Rule[In, Out], c Condition[In]) {
	for i := range list {
		for j := range list[i].If {
			was := &list[i].If[j]
			if was.Name != c.Name {
				continue
			}
			if !c.looksWhere(was) {
				found.add(list[i].ID, "the condition %q reads %q and uses %q, and the new one reads %q and uses %q; "+
					"want the same, and a list or timeline at least", c.Name, was.Reads, was.usedIDs(), c.Reads, c.usedIDs())
			}
			was.Holds, was.Uses = c.Holds, c.Uses
		}
	}
}

// looksWhere reports whether a condition looks into the same lists and timelines as another, and reads the same facts.
func (c *Condition[In]) looksWhere(other *Condition[In]) bool {
	return len(c.Uses) > 0 && slices.Equal(c.Reads, other.Reads) && slices.Equal(c.usedIDs(), other.usedIDs())
}

func (c *Condition[In]) usedIDs() []string {
	ids := make([]string, len(c.Uses))
	for i, u := range c.Uses {
		ids[i] = u.ID
	}
	return ids
}

// uses gives what the conditions of a rule look into, each once.
func (r *Rule[In, Out]) uses() []Use {
	var uses []Use
	for i := range r.If {
		for _, u := range r.If[i].Uses {
			if !slices.Contains(uses, u) {
				uses = append(uses, u)
			}
		}
	}
	return uses
}
