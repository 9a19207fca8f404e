package rules

import (
	"slices"
)

// An Edit is what an embedding team changes in one set, in Go: rules it adds, replaces or switches off.
type Edit[In any, Out comparable] struct {
	Owner     string // who changes it; named in every finding of a changed rule
	Reason    string // why, as in "distributor contract, clause 4"
	Facts     []Fact // those that its rules read and the set does not have
	Add       []Rule[In, Out]
	Replace   []Rule[In, Out] // by id
	SwitchOff []ID            // a wording that was superseded too, for [Set.AsKnown]
}

// With gives a set with the changes of an edit. The set itself stays as it was. An edit is [ErrOverlay] if it has no owner
// or reason, changes a rule that is not there or changes one twice, adds a rule or a fact that is there, or brings a fact that
// no rule reads. The rules it brings are checked as [New] checks them. Facts that no rule reads any more go. An edit that
// changes nothing gives a set that is the same.
func (s *Set[In, Out]) With(edit Edit[In, Out]) (*Set[In, Out], error) {
	spec, err := s.core.edited(plainEdit{
		owner: edit.Owner, reason: edit.Reason, facts: edit.Facts, add: plainRules(edit.Add), replace: plainRules(edit.Replace),
		switchOff: edit.SwitchOff,
	})
	if err != nil {
		return nil, err
	}
	return compile[In, Out](spec, s.core.known, s.core.faults(ErrSpec))
}

// plainEdit is an [Edit] without its types.
type plainEdit struct {
	owner, reason string
	facts         []Fact
	add, replace  []plainRule
	switchOff     []ID
}

// edited gives the declaration as an edit changes it.
func (c *core) edited(edit plainEdit) (plainSpec, error) {
	found := c.faults(ErrOverlay)
	found.checkOwner(edit.owner, edit.reason)
	spec := c.spec
	spec.rules = slices.Clone(spec.rules)
	edit.change(&spec, found)
	edit.checkFacts(&spec, found)
	if err := found.err(); err != nil {
		return plainSpec{}, err
	}
	isNeedless := func(f Fact) bool { return !spec.reads(f.Name) }
	spec.facts = slices.DeleteFunc(slices.Concat(spec.facts, edit.facts), isNeedless)
	return spec, nil
}

// change makes the changes of an edit in a declaration.
func (edit *plainEdit) change(spec *plainSpec, found *faults) {
	for i, id := range edit.switchOff {
		if slices.Contains(edit.switchOff[:i], id) {
			found.add(id, "it is switched off twice")
		}
		if r := spec.rule(id, found); r != nil {
			r.off, r.origin = true, Origin{edit.owner, SwitchedOff, edit.reason}
		}
	}
	for i, replacement := range edit.replace {
		if slices.Contains(ruleIDs(edit.replace[:i]), replacement.id) {
			found.add(replacement.id, "it is replaced twice")
		}
		if slices.Contains(edit.switchOff, replacement.id) {
			found.add(replacement.id, "it is both replaced and switched off")
		}
		if r := spec.rule(replacement.id, found); r != nil {
			*r = replacement
			r.off, r.origin = false, Origin{edit.owner, Replaced, edit.reason}
		}
	}
	for _, added := range edit.add {
		if slices.Contains(ruleIDs(spec.rules), added.id) {
			found.add(added.id, "it is added, and there is a rule of that id already; want Replace, or an id of its own")
		}
		added.off, added.origin = false, Origin{edit.owner, Added, edit.reason}
		spec.rules = append(spec.rules, added)
	}
}

// checkFacts adds what is wrong with the facts that an edit brings to the rules as it has changed them.
func (edit *plainEdit) checkFacts(spec *plainSpec, found *faults) {
	for _, f := range edit.facts {
		switch {
		case slices.ContainsFunc(spec.facts, func(there Fact) bool { return there.Name == f.Name }):
			found.add("", "it brings the fact %q, which the set has already; want only facts that are new", f.Name)
		case !spec.reads(f.Name):
			found.add("", "it brings the fact %q, which no condition of a rule reads", f.Name)
		}
	}
}

// rule finds a rule by its id.
func (s *plainSpec) rule(id ID, found *faults) *plainRule {
	for i := range s.rules {
		if s.rules[i].id == id {
			return &s.rules[i]
		}
	}
	found.add(id, "it is no rule of the set%s", nearest(id, ruleIDs(s.rules)))
	return nil
}

// Lift gives a set that asks the same of a larger input, in which narrow finds the facts of the set. A team whose own
// rules need more facts than a published set has puts both into a struct of its own, lifts the set, and adds its rules to
// what comes out by [Set.With].
func Lift[Large, In any, Out comparable](s *Set[In, Out], narrow func(Large) In) (*Set[Large, Out], error) {
	spec := s.core.spec
	spec.rules = slices.Clone(spec.rules)
	for i := range spec.rules {
		liftRule(&spec.rules[i], narrow)
	}
	return compile[Large, Out](spec, s.core.known, s.core.faults(ErrSpec))
}

func liftRule[Large, In any](r *plainRule, narrow func(Large) In) {
	r.conditions = slices.Clone(r.conditions)
	for i := range r.conditions {
		holds := typed[func(In) Truth](r.conditions[i].holds)
		r.conditions[i].holds = func(in Large) Truth { return holds(narrow(in)) }
	}
	if args := typed[func(In) []Arg](r.args); args != nil {
		r.args = func(in Large) []Arg { return args(narrow(in)) }
	}
}

// Apply gives the set with the rules switched off that an overlay switches off and the set has, and the set itself if
// it has none of them. What the overlay says of other sets is no error here: it is for [Overlay.Check] to know all there is.
func (s *Set[In, Out]) Apply(o Overlay) (*Set[In, Out], error) {
	off := s.core.switchedOff(o)
	if len(off) == 0 {
		return s, nil
	}
	return s.With(Edit[In, Out]{Owner: o.Owner, Reason: o.Reason, SwitchOff: off})
}

// switchedOff gives the rules of the set that an overlay switches off.
func (c *core) switchedOff(o Overlay) []ID {
	ids := ruleIDs(c.spec.rules)
	return slices.DeleteFunc(slices.Clone(o.SwitchOff), func(id ID) bool { return !slices.Contains(ids, id) })
}
