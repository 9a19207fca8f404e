package rules

import "slices"

// The bounds of one set. A larger question is several questions.
const (
	maxRules      = 64
	maxConditions = 64
)

// check adds what is wrong with a declaration by itself.
func (s *plainSpec) check(found *faults) {
	if s.id == "" || s.question == "" {
		found.add("", "the set asks %q; want an id and a question", s.question)
	}
	if len(s.rules) == 0 || len(s.rules) > maxRules {
		found.add("", "%d rules; want 1 to %d", len(s.rules), maxRules)
	}
	checkFacts(found, s.facts)
	s.checkDefault(found)
	conditions := map[string]*plainCondition{} // by name
	for i := range s.rules {
		s.checkRule(found, i, conditions)
	}
	if len(conditions) > maxConditions {
		found.add("", "%d conditions; want at most %d", len(conditions), maxConditions)
	}
}

func checkFacts(found *faults, facts []Fact) {
	for i, f := range facts {
		twice := slices.ContainsFunc(facts[:i], func(other Fact) bool { return other.Name == f.Name })
		if twice || f.Name == "" || f.Text == "" {
			found.add("", "the fact %q (%q); want a name of its own, and a question to ask", f.Name, f.Text)
		}
	}
}

func (s *plainSpec) checkDefault(found *faults) {
	if s.defaultText == "" && len(s.defaultSources) == 0 {
		return
	}
	if s.byDefault == s.none || s.defaultText == "" {
		found.add("", "the default %+v has the text %q and %d sources; want an answer and a text", s.byDefault, s.defaultText, len(s.defaultSources))
	}
	if len(s.defaultSources) > 0 {
		found.checkSources("", "the default", s.defaultSources)
	}
}

// checkFactsAreRead holds for what an author declares only: an overlay may take the last rule away that reads a fact.
func (s *plainSpec) checkFactsAreRead(found *faults) {
	for _, f := range s.facts {
		if !s.reads(f.Name) {
			found.add("", "no condition reads the fact %q", f.Name)
		}
	}
}

func (s *plainSpec) checkRule(found *faults, place int, conditions map[string]*plainCondition) {
	r, ids := &s.rules[place], ruleIDs(s.rules)
	if r.id == "" || slices.Contains(ids[:place], r.id) {
		found.add(r.id, "rule %d of the set has no id, or one that is given twice", place+1)
	}
	if r.text == "" {
		found.add(r.id, "it has no text")
	}
	if r.span.IsZero() {
		found.add(r.id, "it has no span; want its days, or terms.Always()")
	}
	found.checkPublished(r.id, "it", r.published)
	found.checkSources(r.id, "it", r.sources)
	for _, x := range r.excepts {
		if !slices.Contains(ids, x) {
			found.add(r.id, "it excepts %q, which is no rule of the set%s", x, nearest(x, ids))
		}
	}
	for i := range r.conditions {
		c := &r.conditions[i]
		s.checkCondition(found, r.id, c, conditions)
		if slices.ContainsFunc(r.conditions[:i], func(other plainCondition) bool { return other.name == c.name }) {
			found.add(r.id, "it names the condition %q twice", c.name)
		}
	}
}

func (s *plainSpec) checkCondition(found *faults, rule ID, c *plainCondition, conditions map[string]*plainCondition) {
	if c.name == "" || c.holds == nil || len(c.reads) == 0 {
		found.add(rule, "the condition %q; want a name, the facts it reads, and a test", c.name)
	}
	for _, name := range c.reads {
		if !slices.ContainsFunc(s.facts, func(f Fact) bool { return f.Name == name }) {
			found.add(rule, "the condition %q reads %q, which is no fact of the set", c.name, name)
		}
	}
	for _, u := range c.uses {
		if u.ID == "" || u.Digest == "" {
			found.add(rule, "the condition %q uses %+v; want what About.Use gives of a list or timeline", c.name, u)
		}
	}
	before, again := conditions[c.name]
	if again && !slices.Equal(before.reads, c.reads) {
		found.add(rule, "the condition %q reads %q here and %q elsewhere", c.name, c.reads, before.reads)
	}
	if again && !slices.Equal(before.uses, c.uses) {
		found.add(rule, "the condition %q uses %+v here and %+v elsewhere", c.name, c.uses, before.uses)
	}
	conditions[c.name] = c
}
