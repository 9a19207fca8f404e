package cancellation

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/cloudterms/terms/rules"
)

// An Alternative is what another reading of the record makes of a request: one figure taken otherwise, all else the same.
type Alternative struct {
	// Basis is whose deadline it is, as in [Answer.Basis]. Where Partner Center gave the answer's, the one alternative of BasisRules is
	// what the rules alone say ([Answer.ByRules]).
	Basis    Basis          `json:"basis,omitzero"`
	Timeline string         `json:"timeline,omitempty"` // of the figure; empty for rules that need none
	Says     string         `json:"says"`               // the other figure
	Verdict  Verdict        `json:"verdict"`
	Deadline time.Time      `json:"deadline,omitzero"`
	Refund   Refund         `json:"refund,omitzero"`
	Text     string         `json:"text"` // who reads it so
	Sources  []rules.Source `json:"sources"`
}

// Equal reports whether both are the same alternative.
func (a Alternative) Equal(other Alternative) bool {
	return a.Basis == other.Basis && a.Timeline == other.Timeline && a.Says == other.Says && a.Verdict == other.Verdict && a.Deadline.Equal(other.Deadline) &&
		a.Refund == other.Refund && a.Text == other.Text && slices.Equal(a.Sources, other.Sources)
}

// alternatives gives what the doubts about each figure of an outlook make of the question.
func (q question) alternatives(o outlook) ([]Alternative, error) {
	windows, err := others(q, o, o.readings.Window, func(r *Readings, w Window) { r.Window.Value = w })
	boundaries, err2 := others(q, o, o.readings.Boundary, func(r *Readings, b Boundary) { r.Boundary.Value = b })
	closings, err3 := others(q, o, o.readings.Closing, func(r *Readings, c Closing) { r.Closing.Value = c })
	refunds, err4 := others(q, o, o.readings.Refund, func(r *Readings, f Refund) { r.Refund.Value = f })
	return slices.Concat(windows, boundaries, closings, refunds), errors.Join(err, err2, err3, err4)
}

// others gives an alternative for each doubt about one figure that changes anything. Take puts the other figure in its place.
func others[T fmt.Stringer](q question, o outlook, r rules.Reading[T], take func(*Readings, T)) ([]Alternative, error) {
	var all []Alternative
	verdict, _ := q.verdict(o)
	for _, doubt := range r.Others {
		other := o
		take(&other.readings, doubt.Value)
		other, err := other.reckoned()
		if err != nil {
			return nil, err
		}
		otherwise, _ := q.verdict(other)
		isOtherRefund := other.refund != o.refund && verdict != Closed && verdict != Never // of which nothing comes back by any
		if otherwise != verdict || !other.closes.Equal(o.closes) || isOtherRefund {
			all = append(all, Alternative{o.basis, r.Timeline, doubt.Value.String(), otherwise, other.closes, other.refund, doubt.Text, doubt.Sources})
		}
	}
	return all, nil
}

// withoutPartnerCenter gives what the rules alone say, for an answer that Partner Center's date prevails in.
func (q question) withoutPartnerCenter(o outlook) []Alternative {
	if len(o.missing) > 0 {
		return nil
	}
	verdict, _ := q.verdict(o)
	a := Alternative{Basis: BasisRules, Says: q.limit.Outcome.String(), Verdict: verdict, Deadline: o.closes, Refund: o.refund, Text: "What the rules say without Partner Center's date."}
	if window := o.readings.Window; !window.Value.IsZero() {
		a.Timeline, a.Says, a.Sources = window.Timeline, window.Value.String(), window.Sources
		return []Alternative{a}
	}
	for _, finding := range q.limit.Findings {
		a.Sources = append(a.Sources, finding.Sources...)
	}
	return []Alternative{a}
}

// ByRules gives what the rules alone say where Partner Center gave the deadline, and whether they say it: not where they have no answer
// or lack a fact. Of an answer by the rules there is none.
func (a Answer) ByRules() (Alternative, bool) {
	if a.Basis != BasisPartnerCenter {
		return Alternative{}, false
	}
	for _, other := range a.Alternatives {
		if other.Basis == BasisRules {
			return other, true
		}
	}
	return Alternative{}, false
}
