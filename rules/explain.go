package rules

import (
	"math/bits"
	"slices"

	"github.com/cloudterms/terms"
)

// Explain gives the answer of [Set.Decide] with the rules that gave it. Where there is no answer, the status says why,
// and [Decision.Err] is the error that Decide gives. A question without a day is Undated.
func (s *Set[In, Out]) Explain(day terms.Day, in In) Decision[Out] { return s.explain(day, in, false) }

// Trace gives what [Set.Explain] gives, and for every rule why it spoke or did not.
func (s *Set[In, Out]) Trace(day terms.Day, in In) Decision[Out] { return s.explain(day, in, true) }

func (s *Set[In, Out]) explain(day terms.Day, in In, trace bool) Decision[Out] {
	c := &s.core
	d := Decision[Out]{
		Set: c.spec.id, Question: c.spec.question, Digest: c.digest, Day: day, Known: c.known, Status: Unanswered, Findings: []Finding[Out]{},
	}
	e := c.era(day)
	if e == nil {
		if day.IsZero() {
			d.Status = Undated
		}
		return d
	}
	q := e.ask(s.test(e, in))
	switch d.Status = q.status(); d.Status {
	case Decided:
		d.Outcome = s.outs[q.answer]
	case ByDefault:
		d.Outcome, d.DefaultText, d.DefaultSources = s.outs[q.answer], c.spec.defaultText, slices.Clone(c.spec.defaultSources)
	case Undetermined:
		d.Missing = c.factsOf(e, q.missing)
		d.Questions = c.questions(d.Missing)
	case Conflicting, Unanswered, Undated: // there is no more to say
	}
	d.Changed = c.changedOn(day)
	found := c.found(&q)
	d.Findings = make([]Finding[Out], 0, bits.OnesCount64(found))
	for ; found != 0; found &= found - 1 {
		d.Findings = append(d.Findings, s.finding(bits.TrailingZeros64(found), in, &q))
	}
	if trace {
		d.Trace = c.steps(day, &q)
	}
	return d
}

func (s *Set[In, Out]) finding(place int, in In, q *question) Finding[Out] {
	r := &s.core.spec.rules[place]
	f := Finding[Out]{
		Rule: r.id, Text: r.text, Says: typed[Out](r.then), Sources: slices.Clone(r.sources), Origin: r.origin, Uses: r.uses(),
		Awaits: s.core.awaits(place, q),
	}
	if args := typed[func(In) []Arg](r.args); args != nil {
		f.Args = args(in)
	}
	return f
}

// status gives how the decision of the question came about.
func (q *question) status() Status {
	switch {
	case q.answer == waiting:
		return Undetermined
	case q.answer == conflicting:
		return Conflicting
	case q.answer == noAnswer:
		return Unanswered
	case q.stand.firm == noAnswer && q.answer == q.era.byDefault:
		return ByDefault
	}
	return Decided
}

// changedOn gives the rules that govern a day, or would if they were not switched off, and that somebody changed, or
// something they look into.
func (c *core) changedOn(day terms.Day) []ChangedRule {
	var changed []ChangedRule
	for i := range c.spec.rules {
		r := &c.spec.rules[i]
		if !r.span.Contains(day) || !isPublished(r.published, c.known) {
			continue
		}
		if !r.origin.IsZero() {
			changed = append(changed, ChangedRule{Rule: r.id, Origin: r.origin})
		}
		if r.off {
			continue
		}
		for _, u := range r.uses() {
			if !u.Origin.IsZero() {
				changed = append(changed, ChangedRule{r.id, u.ID, u.Origin})
			}
		}
	}
	return changed
}

// found gives the rules that are findings: those that spoke, but one that only excepts others where it silenced one.
func (c *core) found(q *question) uint64 {
	found := q.answering() | q.silencing()
	for i := range c.spec.rules {
		if len(c.spec.rules[i].excepts) == 0 {
			found |= q.stand.spoken & (1 << i)
		}
	}
	return found
}

// awaits gives the facts on which it depends whether a rule speaks that may, and none for one that did.
func (c *core) awaits(place int, q *question) []string {
	if q.awaiting>>place&1 == 0 {
		return nil
	}
	return c.factsOf(q.era, q.waitsFor(place))
}

// steps says of every rule why it spoke or did not.
func (c *core) steps(day terms.Day, q *question) []Step {
	steps := make([]Step, len(c.spec.rules))
	for i := range steps {
		steps[i] = c.step(i, day, q)
	}
	return steps
}

func (c *core) step(place int, day terms.Day, q *question) Step {
	r := &c.spec.rules[place]
	step := Step{Rule: r.id, Origin: r.origin}
	switch {
	case r.off:
		step.State = StepSwitchedOff
	case r.isPlanned():
		step.State = StepPlanned
	case !isPublished(r.published, c.known):
		step.State, step.Span = StepNotPublished, r.published
	case !r.span.Contains(day):
		step.State, step.Span = StepOutsideDays, r.span
	case q.stand.spoken>>place&1 == 1:
		step.State = StepSpoke
	default:
		c.silence(&step, place, q)
	}
	return step
}

// silence says why a rule that governs did not surely speak.
func (c *core) silence(step *Step, place int, q *question) {
	if clause, failed := c.failed(place, q); failed {
		step.State, step.Condition = StepSilent, clause
		return
	}
	if by := q.exceptors(place); by != 0 {
		step.State, step.By = StepExcepted, c.spec.rules[bits.TrailingZeros64(by)].id
		return
	}
	step.State, step.Facts = StepFactMissing, c.factsOf(q.era, q.waitsFor(place))
}

// failed gives the first clause of a rule that does not hold, and whether there is one.
func (c *core) failed(place int, q *question) (string, bool) {
	conditions := c.spec.rules[place].conditions
	for i := range conditions {
		condition := &conditions[i]
		at := slices.IndexFunc(q.era.columns, func(other column) bool { return other.name == condition.name })
		truth := q.tested.of(uint8(at))
		if condition.negated {
			truth = truth.Not()
		}
		if truth == No {
			return condition.clause(), true
		}
	}
	return "", false
}
