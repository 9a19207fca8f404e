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
	found := &faults{of: s.spec.ID, condition: ErrOverlay}
	found.checkOwner(edit.Owner, edit.Reason)
	spec := s.spec
	spec.Rules = cloneRules(spec.Rules)
	edit.change(&spec, found)
	edit.checkFacts(&spec, found)
	if err := found.err(); err != nil {
		return nil, err
	}
	isNeedless := func(f Fact) bool { return !isRead(&spec, f) }
	spec.Facts = slices.DeleteFunc(slices.Concat(spec.Facts, edit.Facts), isNeedless)
	return compile(spec, s.known, &faults{of: s.spec.ID, condition: ErrSpec})
}

// change makes the changes of an edit in a declaration.
func (edit *Edit[In, Out]) change(spec *Spec[In, Out], found *faults) {
	for i, id := range edit.SwitchOff {
		if slices.Contains(edit.SwitchOff[:i], id) {
			found.add(id, "it is switched off twice")
		}
		if r := spec.rule(id, found); r != nil {
			r.off, r.origin = true, Origin{edit.Owner, SwitchedOff, edit.Reason}
		}
	}
	for i, replacement := range edit.Replace {
		if slices.Contains(ruleIDs(edit.Replace[:i]), replacement.ID) {
			found.add(replacement.ID, "it is replaced twice")
		}
		if slices.Contains(edit.SwitchOff, replacement.ID) {
			found.add(replacement.ID, "it is both replaced and switched off")
		}
		if r := spec.rule(replacement.ID, found); r != nil {
			*r = replacement
			r.off, r.origin = false, Origin{edit.Owner, Replaced, edit.Reason}
		}
	}
	for _, added := range edit.Add {
		if slices.Contains(ruleIDs(spec.Rules), added.ID) {
			found.add(added.ID, "it is added, and there is a rule of that id already; want Replace, or an id of its own")
		}
		added.off, added.origin = false, Origin{edit.Owner, Added, edit.Reason}
		spec.Rules = append(spec.Rules, added)
	}
}

// checkFacts adds what is wrong with the facts that an edit brings to the rules as it has changed them.
func (edit *Edit[In, Out]) checkFacts(spec *Spec[In, Out], found *faults) {
	for _, f := range edit.Facts {
		switch {
		case slices.ContainsFunc(spec.Facts, func(there Fact) bool { return there.Name == f.Name }):
			found.add("", "it brings the fact %q, which the set has already; want only facts that are new", f.Name)
		case !isRead(spec, f):
			found.add("", "it brings the fact %q, which no condition of a rule reads", f.Name)
		}
	}
}

// rule finds a rule by its id.
func (s *Spec[In, Out]) rule(id ID, found *faults) *Rule[In, Out] {
	for i := range s.Rules {
		if s.Rules[i].ID == id {
			return &s.Rules[i]
		}
	}
	found.add(id, "it is no rule of the set%s", nearest(id, ruleIDs(s.Rules)))
	return nil
}

// Lift gives a set that asks the same of a larger input, in which narrow finds the facts of the set. A team whose own
// rules need more facts than a published set has puts both into a struct of its own, lifts the set, and adds its rules to
// what comes out by [Set.With].
func Lift[Large, In any, Out comparable](s *Set[In, Out], narrow func(Large) In) (*Set[Large, Out], error) {
	spec := Spec[Large, Out]{
		ID: s.spec.ID, Question: s.spec.Question, Facts: s.spec.Facts, Combine: s.spec.Combine,
		Default: s.spec.Default, DefaultText: s.spec.DefaultText, DefaultSources: s.spec.DefaultSources,
	}
	for _, r := range s.spec.Rules {
		spec.Rules = append(spec.Rules, liftRule(r, narrow))
	}
	return compile(spec, s.known, &faults{of: s.spec.ID, condition: ErrSpec})
}

func liftRule[Large, In any, Out comparable](r Rule[In, Out], narrow func(Large) In) Rule[Large, Out] {
	lifted := Rule[Large, Out]{
		ID: r.ID, Text: r.Text, Span: r.Span, Published: r.Published, Sources: r.Sources, Then: r.Then, Excepts: r.Excepts,
		origin: r.origin, off: r.off,
	}
	for _, c := range r.If {
		lifted.If = append(lifted.If, Condition[Large]{
			Name: c.Name, Reads: c.Reads, Holds: func(in Large) Truth { return c.Holds(narrow(in)) }, Uses: c.Uses, negated: c.negated,
		})
	}
	if r.Args != nil {
		lifted.Args = func(in Large) []Arg { return r.Args(narrow(in)) }
	}
	return lifted
}

// Apply gives the set with the rules switched off that an overlay switches off and the set has, and the set itself if
// it has none of them. What the overlay says of other sets is no error here: it is for [Overlay.Check] to know all there is.
func (s *Set[In, Out]) Apply(o Overlay) (*Set[In, Out], error) {
	off := slices.DeleteFunc(slices.Clone(o.SwitchOff), func(id ID) bool { return !slices.Contains(ruleIDs(s.spec.Rules), id) })
	if len(off) == 0 {
		return s, nil
	}
	return s.With(Edit[In, Out]{Owner: o.Owner, Reason: o.Reason, SwitchOff: off})
}
