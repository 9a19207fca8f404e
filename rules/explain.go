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
	d := Decision[Out]{
		Set: s.spec.ID, Question: s.spec.Question, Digest: s.digest, Day: day, Known: s.known,
		Status: Unanswered,
	}
	e := s.era(day)
	if e == nil {
		d.Findings = []Finding[Out]{}
		if day.IsZero() {
			d.Status = Undated
		}
		return d
	}
	q := e.ask(in)
	s.conclude(&d, &q)
	d.Changed = s.changedOn(day)
	found := s.found(&q)
	d.Findings = make([]Finding[Out], 0, bits.OnesCount64(found))
	for ; found != 0; found &= found - 1 {
		d.Findings = append(d.Findings, s.finding(bits.TrailingZeros64(found), in, &q))
	}
	if trace {
		d.Trace = make([]Step, len(s.spec.Rules))
		for i := range s.spec.Rules {
			d.Trace[i] = s.step(i, day, &q)
		}
	}
	return d
}

// changedOn gives the rules that govern a day, or would if they were not switched off, and that somebody changed, or
// something they look into.
func (s *Set[In, Out]) changedOn(day terms.Day) []ChangedRule {
	var changed []ChangedRule
	for i := range s.spec.Rules {
		r := &s.spec.Rules[i]
		if !r.Span.Contains(day) || !isPublished(r.Published, s.known) {
			continue
		}
		if !r.origin.IsZero() {
			changed = append(changed, ChangedRule{Rule: r.ID, Origin: r.origin})
		}
		if r.off {
			continue
		}
		for _, u := range r.uses() {
			if !u.Origin.IsZero() {
				changed = append(changed, ChangedRule{r.ID, u.ID, u.Origin})
			}
		}
	}
	return changed
}

// conclude gives the decision its outcome and status.
func (s *Set[In, Out]) conclude(d *Decision[Out], q *question[In]) {
	switch q.answer {
	case waiting:
		d.Status, d.Missing = Undetermined, s.factsOf(q.era, q.missing)
	case conflicting:
		d.Status = Conflicting
	case noAnswer:
	default:
		d.Status, d.Outcome = Decided, s.answers.list[q.answer]
		if q.stand.firm == noAnswer && q.answer == q.era.byDefault {
			d.Status, d.DefaultText, d.DefaultSources = ByDefault, s.spec.DefaultText, slices.Clone(s.spec.DefaultSources)
		}
	}
}

// found gives the rules that are findings: those that spoke, but one that only excepts others where it silenced one.
func (s *Set[In, Out]) found(q *question[In]) uint64 {
	found := q.answering() | q.silencing()
	for i := range s.spec.Rules {
		if len(s.spec.Rules[i].Excepts) == 0 {
			found |= q.stand.spoken & (1 << i)
		}
	}
	return found
}

func (s *Set[In, Out]) finding(place int, in In, q *question[In]) Finding[Out] {
	r := &s.spec.Rules[place]
	f := Finding[Out]{Rule: r.ID, Text: r.Text, Says: r.Then, Sources: slices.Clone(r.Sources), Origin: r.origin, Uses: r.uses()}
	if r.Args != nil {
		f.Args = r.Args(in)
	}
	if q.awaiting>>place&1 == 1 {
		f.Awaits = s.factsOf(q.era, q.waitsFor(place))
	}
	return f
}

func (s *Set[In, Out]) step(place int, day terms.Day, q *question[In]) Step {
	r := &s.spec.Rules[place]
	step := Step{Rule: r.ID, Origin: r.origin}
	switch {
	case r.off:
		step.State = StepSwitchedOff
	case r.IsPlanned():
		step.State = StepPlanned
	case !isPublished(r.Published, s.known):
		step.State, step.Span = StepNotPublished, r.Published
	case !r.Span.Contains(day):
		step.State, step.Span = StepOutsideDays, r.Span
	case q.stand.spoken>>place&1 == 1:
		step.State = StepSpoke
	default:
		s.silence(&step, place, q)
	}
	return step
}

// silence says why a rule that governs did not surely speak.
func (s *Set[In, Out]) silence(step *Step, place int, q *question[In]) {
	if clause, failed := s.failed(place, q); failed {
		step.State, step.Condition = StepSilent, clause
		return
	}
	if by := q.exceptors(place); by != 0 {
		step.State, step.By = StepExcepted, s.spec.Rules[bits.TrailingZeros64(by)].ID
		return
	}
	step.State, step.Facts = StepFactMissing, s.factsOf(q.era, q.waitsFor(place))
}

// failed gives the first clause of a rule that does not hold, and whether there is one.
func (s *Set[In, Out]) failed(place int, q *question[In]) (string, bool) {
	for _, c := range s.spec.Rules[place].If {
		at := slices.IndexFunc(q.era.columns, func(other column[In]) bool { return other.name == c.Name })
		truth := q.tested.of(uint8(at))
		if c.negated {
			truth = truth.Not()
		}
		if truth == No {
			return c.Clause(), true
		}
	}
	return "", false
}
