package catalogue

import (
	"path"
	"slices"
	"strings"

	"github.com/cloudterms/terms/rules"
)

// statement is what a set, rule, timeline or list says in words, and where that is written.
type statement struct {
	text    string
	sources []rules.Source
}

// add adds sources, and what they say in words.
func (s *statement) add(sources []rules.Source) {
	s.sources = append(s.sources, sources...)
	for _, from := range sources {
		s.text += " " + from.Document + " " + from.Section
	}
}

// state keeps what a package says of itself, and checks its ids and what it cites.
func (a *auditor) state(p Package) {
	for _, about := range p.About {
		a.keep(p, about.ID, wholeOf(about))
		for _, r := range about.Rules {
			said := statement{text: r.Text}
			said.add(r.Sources)
			a.keep(p, string(r.ID), said)
		}
	}
}

// wholeOf gives what a set, timeline or list says apart from its rules.
func wholeOf(about rules.About) statement {
	whole := statement{text: about.Question}
	whole.add(about.Sources)
	for _, f := range about.Figures {
		whole.add(f.Sources)
		for _, d := range f.Doubts {
			whole.text += " " + d.Text
			whole.add(d.Sources)
		}
	}
	return whole
}

func (a *auditor) keep(p Package, id string, said statement) {
	if name := path.Base(p.Name); !strings.HasPrefix(id, name+"/") && !strings.HasPrefix(id, name+".") {
		a.breach("%s: %s is one of its ids; want one that begins with %s", p.Name, id, name)
	}
	if _, twice := a.statements[id]; twice {
		a.breach("%s: the id %s is given twice", p.Name, id)
	}
	a.statements[id] = said
	for _, from := range said.sources {
		if _, known := a.Register.Fact(from.Fact); !known && from.Fact != "" {
			a.breach("%s: %s cites %s, which is not in the register", p.Name, id, from.Fact)
		}
	}
}

// hearRules asks the sets of a package about their samples.
func (a *auditor) hearRules(p Package) {
	for _, about := range p.About {
		if about.Kind != rules.AboutSet {
			continue
		}
		sampled := slices.IndexFunc(p.Samples, func(s Sampled) bool { return s.set == about.ID })
		if sampled < 0 {
			a.breach("%s: the set %s has no samples, so that nobody hears its rules; add it to Samples", p.Name, about.ID)
			continue
		}
		a.hearSet(p, about, p.Samples[sampled])
	}
	for _, s := range p.Samples {
		if !slices.ContainsFunc(p.About, func(about rules.About) bool { return about.ID == s.set }) {
			a.breach("%s: has samples for the set %s, of which About says nothing", p.Name, s.set)
		}
	}
}

// hearSet takes rules that spoke and were silent as covers of the facts they cite, if somebody answers for these: a rule may
// stand on a part of a fact that nobody claims to cover.
func (a *auditor) hearSet(p Package, about rules.About, sampled Sampled) {
	for _, count := range sampled.cover() {
		n := slices.IndexFunc(about.Rules, func(r rules.RuleInfo) bool { return r.ID == count.Rule })
		if n < 0 {
			a.breach("%s: the samples of %s are for another set: it has no rule %s", p.Name, about.ID, count.Rule)
			continue
		}
		r := about.Rules[n]
		if count.Spoke == 0 && !r.Planned {
			a.breach("%s: the rule %s never spoke", p.Name, r.ID)
		}
		if !count.IsCovered() {
			continue
		}
		for _, from := range r.Sources {
			if f, known := a.Register.Fact(from.Fact); known && f.Kind == Rule && a.owners[f.ID] != "" {
				a.cover(f.ID, Coverage{[]string{"rule `" + string(r.ID) + "`"}, r.Span, from.Checked})
			}
		}
	}
}
