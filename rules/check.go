package rules

import "slices"

// The bounds of one set. A larger question is several questions.
const (
	maxRules      = 64
	maxConditions = 64
)

// check adds what is wrong with a declaration by itself.
func check[In any, Out comparable](found *faults, spec *Spec[In, Out]) {
	if spec.ID == "" || spec.Question == "" {
		found.add("", "the set asks %q; want an id and a question", spec.Question)
	}
	if len(spec.Rules) == 0 || len(spec.Rules) > maxRules {
		found.add("", "%d rules; want 1 to %d", len(spec.Rules), maxRules)
	}
	checkFacts(found, spec.Facts)
	checkDefault(found, spec)
	conditions := map[string]Condition[In]{} // by name
	for i := range spec.Rules {
		checkRule(found, spec, i, conditions)
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

func checkDefault[In any, Out comparable](found *faults, spec *Spec[In, Out]) {
	if spec.DefaultText == "" && len(spec.DefaultSources) == 0 {
		return
	}
	var none Out
	if spec.Default == none || spec.DefaultText == "" {
		found.add("", "the default %+v has the text %q and %d sources; want an answer and a text", spec.Default, spec.DefaultText, len(spec.DefaultSources))
	}
	if len(spec.DefaultSources) > 0 {
		found.checkSources("", "the default", spec.DefaultSources)
	}
}

// checkFactsAreRead holds for what an author declares only: an overlay may take the last rule away that reads a fact.
func checkFactsAreRead[In any, Out comparable](found *faults, spec *Spec[In, Out]) {
	for _, f := range spec.Facts {
		if !isRead(spec, f) {
			found.add("", "no condition reads the fact %q", f.Name)
		}
	}
}

func isRead[In any, Out comparable](spec *Spec[In, Out], f Fact) bool {
	for i := range spec.Rules {
		for _, c := range spec.Rules[i].If {
			if slices.Contains(c.Reads, f.Name) {
				return true
			}
		}
	}
	return false
}

func checkRule[In any, Out comparable](found *faults, spec *Spec[In, Out], place int, conditions map[string]Condition[In]) {
	r := &spec.Rules[place]
	hasID := func(id ID) func(Rule[In, Out]) bool {
		return func(other Rule[In, Out]) bool { return other.ID == id }
	}
	if r.ID == "" || slices.ContainsFunc(spec.Rules[:place], hasID(r.ID)) {
		found.add(r.ID, "rule %d of the set has no id, or one that is given twice", place+1)
	}
	if r.Text == "" {
		found.add(r.ID, "it has no text")
	}
	if r.Span.IsZero() {
		found.add(r.ID, "it has no span; want its days, or terms.Always()")
	}
	found.checkPublished(r.ID, "it", r.Published)
	found.checkSources(r.ID, "it", r.Sources)
	for _, x := range r.Excepts {
		if !slices.ContainsFunc(spec.Rules, hasID(x)) {
			found.add(r.ID, "it excepts %q, which is no rule of the set%s", x, nearest(x, ruleIDs(spec.Rules)))
		}
	}
	for i, c := range r.If {
		checkCondition(found, r.ID, c, spec.Facts, conditions)
		if slices.ContainsFunc(r.If[:i], func(other Condition[In]) bool { return other.Name == c.Name }) {
			found.add(r.ID, "it names the condition %q twice", c.Name)
		}
	}
}

func ruleIDs[In any, Out comparable](list []Rule[In, Out]) []ID {
	ids := make([]ID, len(list))
	for i := range list {
		ids[i] = list[i].ID
	}
	return ids
}

func checkCondition[In any](found *faults, rule ID, c Condition[In], facts []Fact, conditions map[string]Condition[In]) {
	if c.Name == "" || c.Holds == nil || len(c.Reads) == 0 {
		found.add(rule, "the condition %q; want a name, the facts it reads, and a test", c.Name)
	}
	for _, name := range c.Reads {
		if !slices.ContainsFunc(facts, func(f Fact) bool { return f.Name == name }) {
			found.add(rule, "the condition %q reads %q, which is no fact of the set", c.Name, name)
		}
	}
	for _, u := range c.Uses {
		if u.ID == "" || u.Digest == "" {
			found.add(rule, "the condition %q uses %+v; want what About.Use gives of a list or timeline", c.Name, u)
		}
	}
	before, again := conditions[c.Name]
	if again && !slices.Equal(before.Reads, c.Reads) {
		found.add(rule, "the condition %q reads %q here and %q elsewhere", c.Name, c.Reads, before.Reads)
	}
	if again && !slices.Equal(before.Uses, c.Uses) {
		found.add(rule, "the condition %q uses %+v here and %+v elsewhere", c.Name, c.Uses, before.Uses)
	}
	conditions[c.Name] = c
}
