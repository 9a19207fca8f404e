package cancellation

import (
	"errors"
	"fmt"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// answerWithAlternatives gives the answer, and what other readings of the record make of it.
func (s settlement) answerWithAlternatives() (RefundAnswer, error) {
	back, err := s.outcome()
	if err != nil {
		return RefundAnswer{}, err
	}
	answer, err := s.answerBy(back)
	if err != nil || back.refunded.IsZero() {
		return answer, err
	}
	answer.Alternatives, err = s.alternatives(back)
	return answer, err
}

// alternatives gives the other readings, of the window and the refund first, that give back another amount.
func (s settlement) alternatives(back outcome) ([]RefundAlternative, error) {
	var all []RefundAlternative
	for _, a := range s.answer.Alternatives {
		other, err := s.otherwise(a)
		switch {
		case isTooLittle(err), err == nil && other.refunded.IsZero():
			continue // it needs more of the bill than the answer does, or leaves the amount open
		case err != nil:
			return nil, err
		case !other.refunded.Equal(back.refunded):
			all = append(all, RefundAlternative{a.Basis, a.Timeline, a.Says, other.refunded, a.Text, a.Sources})
		}
	}
	return s.byOtherConventions(all, back)
}

// isTooLittle reports whether an amount cannot be told for want of something in the bill.
func isTooLittle(err error) bool {
	wrong, ok := errors.AsType[*RequestError](err)
	return ok && wrong.Value == "" && wrong.Cause == nil
}

// otherwise gives what comes back by another reading of the window or of the kind of refund.
func (s settlement) otherwise(a Alternative) (outcome, error) {
	switch a.Verdict {
	case Open, Refused, Undetermined: // only who asks is undetermined where there are other readings
		return s.comesBack(a.Refund, s.proration.Value)
	case NotYetOpen, Closed, Never:
	}
	return outcome{refunded: nothing(s.paid)}, nil
}

// byOtherConventions adds what other conventions give back.
func (s settlement) byOtherConventions(all []RefundAlternative, back outcome) ([]RefundAlternative, error) {
	if !s.answer.isInWindow() {
		return all, nil
	}
	for _, doubt := range s.proration.Others {
		other, err := s.comesBack(s.answer.Refund, doubt.Value)
		if err != nil {
			return nil, err
		}
		if !other.refunded.Equal(back.refunded) {
			all = append(all, s.byConventions(doubt, other.refunded))
		}
	}
	return all, nil
}

// byConventions gives an amount by other conventions.
func (s settlement) byConventions(doubt rules.Doubt[pricing.Proration], refunded terms.Money) RefundAlternative {
	return RefundAlternative{
		s.answer.Basis, s.proration.Timeline, difference(s.proration.Value, doubt.Value), refunded, doubt.Text, doubt.Sources,
	}
}

// difference gives the conventions that differ, as the other has them.
func difference(p, other pricing.Proration) string {
	var differs []string
	for _, c := range []struct{ mine, others fmt.Stringer }{
		{p.EventDay, other.EventDay},
		{p.FullRefund, other.FullRefund},
		{p.Grain, other.Grain},
		{p.CycleDays, other.CycleDays},
		{p.PlanDays, other.PlanDays},
		{p.Adjustment, other.Adjustment},
		{p.Rounding, other.Rounding},
		{p.QuantityRounding, other.QuantityRounding},
	} {
		if c.mine != c.others {
			differs = append(differs, c.others.String())
		}
	}
	return strings.Join(differs, " ")
}

// conventions are a proration with a text.
type conventions string

// String gives the text.
func (c conventions) String() string { return string(c) }

// asText gives the reading of a proration as one that has a text.
func asText(r rules.Reading[pricing.Proration]) rules.Reading[conventions] {
	return rules.Reading[conventions]{
		Timeline: r.Timeline, Value: conventions(difference(pricing.Proration{}, r.Value)), Span: r.Span, Sources: r.Sources, Origin: r.Origin,
	}
}
