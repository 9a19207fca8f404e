package vectors

import (
	"errors"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// ruleChanges are what a case may say of the rules that decide it: an overlay over the published ones, and the day on which
// they were known as they are.
type ruleChanges struct {
	Overlay *rules.Overlay `json:"overlay"`
	Known   terms.Day      `json:"known"`
}

// changeable is the Rules value of a domain package.
type changeable[R any] interface {
	With(o rules.Overlay) (R, error)
	AsKnown(day terms.Day) (R, error)
}

// rulesOf gives the published rules, or those of a case.
func rulesOf[R changeable[R]](published R, by ruleChanges) (R, error) {
	decidedBy := published
	var err, err2 error
	if by.Overlay != nil {
		decidedBy, err = decidedBy.With(*by.Overlay)
	}
	if err == nil {
		decidedBy, err2 = decidedBy.AsKnown(by.Known)
	}
	return decidedBy, errors.Join(err, err2)
}

// asked is a question about a day.
type asked[Facts any] struct {
	ruleChanges

	Day   terms.Day `json:"day"`
	Facts Facts     `json:"facts"`
}

// answering makes a [Function] of one that answers a question, also by saying that no rule does.
func answering[R changeable[R], Facts, Out any](published func() R, answer func(R, terms.Day, Facts) Out) Function {
	return taking(func(in asked[Facts]) (Out, error) {
		r, err := rulesOf(published(), in.ruleChanges)
		if err != nil {
			var none Out
			return none, err
		}
		return answer(r, in.Day, in.Facts), nil
	})
}

// deciding is answering for a decision that is made: it fails where no rule makes it.
func deciding[R changeable[R], Facts any, Out comparable](published func() R, decide func(R, terms.Day, Facts) rules.Decision[Out]) Function {
	return taking(func(in asked[Facts]) (rules.Decision[Out], error) {
		r, err := rulesOf(published(), in.ruleChanges)
		if err != nil {
			return rules.Decision[Out]{}, err
		}
		decision := decide(r, in.Day, in.Facts)
		return decision, decided(decision)
	})
}

// decided gives the error of a decision for which no rule was asked. That facts are missing is an answer.
func decided[Out comparable](d rules.Decision[Out]) error {
	if d.Status == rules.Undetermined {
		return nil
	}
	return d.Err()
}
