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
	if e := s.era(day); e != nil {
		a := e.diagram.walk(in)
		if a == waiting {
			a = e.settle(in)
		}
		if noAnswer < a && a < waiting {
			return s.answers.list[a], nil
		}
	}
	var none Out
	return none, s.failure(day, in)
}

// settle gives the answer where a walk came to an unknown condition, and waiting if it depends on one.
func (e *era[In]) settle(in In) answer {
	var room fewNodes
	return e.diagram.resolve(e.test(in), e.diagram.reach(&room))
}

// failure says why there is no answer. It weighs the question again: only who gets none pays for the reasons.
func (s *Set[In, Out]) failure(day terms.Day, in In) error {
	failed := &DecisionError{Set: s.spec.ID, Day: day, Err: ErrNoRule}
	e := s.era(day)
	if e == nil {
		if day.IsZero() {
			failed.Err = ErrDay
		}
		return failed
	}
	q := e.ask(in)
	switch q.answer {
	case waiting:
		failed.Err, failed.Missing = ErrUndetermined, s.factsOf(e, q.missing)
	case conflicting:
		failed.Err = ErrConflict
		for rest := q.answering(); rest != 0; rest &= rest - 1 {
			failed.Rules = append(failed.Rules, s.spec.Rules[bits.TrailingZeros64(rest)].ID)
		}
	default: // no rule answers
	}
	return failed
}
