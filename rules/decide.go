package rules

import (
	"math/bits"

	"github.com/cloudterms/terms"
)

// Decide gives the answer for the facts in, by the rules that govern a day. Where there is none it gives the zero Out,
// which is no answer of any set, and a [DecisionError]: [ErrUndetermined] exactly if facts that are not given could change
// the answer, [ErrConflict], [ErrNoRule], or [ErrDay] for the zero Day.
//
// Which day governs, that of the purchase or that of the question, is for the caller to say. The conditions do not see
// it: one that compares with a day reads it from the facts.
func (s *Set[In, Out]) Decide(day terms.Day, in In) (Out, error) {
	var none Out
	e := s.core.era(day)
	if e == nil {
		return none, s.core.noEra(day)
	}
	a := s.walk(&e.diagram, in)
	if a == waiting {
		a = e.settle(s.test(e, in))
	}
	if noAnswer < a && a < waiting {
		return s.outs[a], nil
	}
	return none, s.core.failure(day, e.ask(s.test(e, in)))
}

// walk goes through a diagram and gives the answer, and waiting where it came to a condition that is unknown.
func (s *Set[In, Out]) walk(d *diagram, in In) answer {
	at := d.root
	for at >= firstNode {
		n := &d.nodes[at-firstNode]
		at = n.next[min(s.tests[n.test](in), 3)]
	}
	return answer(at)
}

// test holds every condition of an era against the facts.
func (s *Set[In, Out]) test(e *era, in In) tested {
	var t tested
	for i := range e.columns {
		switch s.tests[e.columns[i].test](in) {
		case Yes:
			t.yes |= 1 << i
		case No:
		default:
			t.unknown |= 1 << i
		}
	}
	return t
}

// settle gives the answer where a walk came to an unknown condition, and waiting if it depends on one.
func (e *era) settle(t tested) answer {
	var room fewNodes
	return e.diagram.resolve(t, e.diagram.reach(&room))
}

// noEra says why there is no answer on a day on which nothing is asked.
func (c *core) noEra(day terms.Day) error {
	failed := &DecisionError{Set: c.spec.id, Day: day, Err: ErrNoRule}
	if day.IsZero() {
		failed.Err = ErrDay
	}
	return failed
}

// failure says why there is no answer to a question. Only who gets none pays for the reasons.
func (c *core) failure(day terms.Day, q question) error {
	failed := &DecisionError{Set: c.spec.id, Day: day, Err: ErrNoRule}
	switch q.answer {
	case waiting:
		failed.Err, failed.Missing = ErrUndetermined, c.factsOf(q.era, q.missing)
	case conflicting:
		failed.Err = ErrConflict
		for rest := q.answering(); rest != 0; rest &= rest - 1 {
			failed.Rules = append(failed.Rules, c.spec.rules[bits.TrailingZeros64(rest)].id)
		}
	default: // no rule answers
	}
	return failed
}
