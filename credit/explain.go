package credit

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A Verdict says why a lot paid a use or did not.
type Verdict uint8

const (
	_ Verdict = iota
	// VerdictPaid is a lot that paid.
	VerdictPaid
	// VerdictNotNeeded is a lot with credit that was not its turn: lots before it sufficed.
	VerdictNotNeeded
	// VerdictExhausted is a lot used up before, also if its time has ended since.
	VerdictExhausted
	// VerdictNotYetActive is a lot activated later.
	VerdictNotYetActive
	// VerdictLapsed is a lot whose time had ended while it held credit.
	VerdictLapsed
	// VerdictForfeited is a lot given up before.
	VerdictForfeited
	// VerdictNotPayable is a lot with credit, and a use that credit cannot pay.
	VerdictNotPayable
	// VerdictRefused is a lot with credit, and a use refused whole because all of it was not enough.
	VerdictRefused
)

// A LotVerdict is one lot's part in a use.
type LotVerdict struct {
	Lot     LotID       `json:"lot"`
	Verdict Verdict     `json:"verdict"`
	Held    terms.Money `json:"held"` // what the lot held just before the use
	Paid    terms.Money `json:"paid"` // what it paid then
	// Since is the instant that settles a verdict about time: from when the lot pays, or paid until.
	Since time.Time `json:"since,omitzero"`
	// Origin says who changed the term by which the lot ends, if it is not the published one.
	Origin rules.Origin `json:"origin,omitzero"`
}

// An Explanation says of one use which lots paid it and why the others did not.
type Explanation struct {
	Use UseState `json:"use"`
	// At is the instant at which the use counted.
	At time.Time `json:"at"`
	// Order is the order in which lots pay under the policy.
	Order Order `json:"order"`
	// Lots has every lot, in that order.
	Lots []LotVerdict `json:"lots"`
}

// Equal reports whether both explanations say the same.
func (e Explanation) Equal(other Explanation) bool {
	return e.Use.Equal(other.Use) && e.At.Equal(other.At) && e.Order == other.Order &&
		slices.EqualFunc(e.Lots, other.Lots, LotVerdict.Equal)
}

// Equal reports whether both verdicts say the same.
func (v LotVerdict) Equal(other LotVerdict) bool {
	return v.Lot == other.Lot && v.Verdict == other.Verdict && v.Held.Equal(other.Held) && v.Paid.Equal(other.Paid) &&
		v.Since.Equal(other.Since) && v.Origin == other.Origin
}

// Explain says of one use which lots paid it and why the others did not. An id that is no use of the
// statement is [ErrUnknown].
func (s Statement) Explain(id EventID) (Explanation, error) {
	use, ok := s.Use(id)
	if !ok {
		return Explanation{}, fmt.Errorf("%w: use %.256q", ErrUnknown, id)
	}
	r := s.read()
	place, _ := r.book.eventIndex.find(r.book.events, id)
	at := r.book.facts[place].at

	again := newReplayer(r.book)
	again.runEvents(int(place), at)
	again.passTime(at)
	before := slices.Clone(again.lots)
	again.apply(place, &r.book.facts[place])

	explanation := Explanation{Use: use, At: timeOf(at), Order: r.book.policy.Order, Lots: []LotVerdict{}}
	for i := range before {
		verdict := r.verdict(i, &before[i], use.Outcome)
		if paid := again.lots[i].used.sub(before[i].used); !paid.isZero() {
			verdict.Verdict, verdict.Paid = VerdictPaid, r.money(paid)
		}
		explanation.Lots = append(explanation.Lots, verdict)
	}
	return explanation, nil
}

// verdict judges a lot that did not pay, by how it stood just before the use.
func (r *result) verdict(i int, state *lotState, outcome Outcome) LotVerdict {
	run := &r.book.runs[i]
	v := LotVerdict{Lot: r.book.lots[i].ID, Held: r.money(state.left), Paid: r.money(units{}), Origin: r.book.termOrigin(i)}
	switch status := state.statement(); {
	case state.status == Pending:
		v.Verdict, v.Since = VerdictNotYetActive, timeOf(run.from)
	case status == Forfeited:
		v.Verdict = VerdictForfeited
	case status == Lapsed:
		v.Verdict, v.Since = VerdictLapsed, timeOf(run.to)
	case status == Exhausted:
		v.Verdict = VerdictExhausted
	case outcome == NotPayable:
		v.Verdict = VerdictNotPayable
	case outcome == Refused:
		v.Verdict = VerdictRefused
	default:
		v.Verdict = VerdictNotNeeded
	}
	return v
}

// String gives the explanation in English, a line for the use and one for each lot.
func (e Explanation) String() string {
	var text strings.Builder
	fmt.Fprintf(&text, "use %s of %s at %s: %s, credit paid %s, unpaid %s\n", e.Use.ID, e.Use.Amount,
		e.At.Format(time.RFC3339), outcomeTexts[e.Use.Outcome], e.Use.Paid, e.Use.Unpaid)
	if !e.Use.Charge.Payable() {
		fmt.Fprintf(&text, "  because %s\n", e.Use.Charge.Reason())
	}
	for _, v := range e.Lots {
		fmt.Fprintf(&text, "  lot %s %s%s\n", v.Lot, v.text(), v.whose())
	}
	return strings.TrimSuffix(text.String(), "\n")
}

// whose says whose term the lot has, if it is not the published one.
func (v LotVerdict) whose() string {
	if v.Origin.IsZero() {
		return ""
	}
	return fmt.Sprintf("; its term is that of %s: %s", v.Origin.Owner, v.Origin.Reason)
}

func (v LotVerdict) text() string {
	since := v.Since.Format(time.RFC3339)
	switch v.Verdict {
	case VerdictPaid:
		return fmt.Sprintf("paid %s of the %s it held", v.Paid, v.Held)
	case VerdictNotNeeded:
		return fmt.Sprintf("was not needed: lots before it in the order sufficed; it held %s", v.Held)
	case VerdictExhausted:
		return "was used up before"
	case VerdictNotYetActive:
		return "was not active before " + since
	case VerdictLapsed:
		return "had lapsed at " + since + " (OPEN-15)"
	case VerdictForfeited:
		return "had been forfeited (OPEN-16)"
	case VerdictNotPayable:
		return fmt.Sprintf("cannot pay such a charge; it held %s", v.Held)
	case VerdictRefused:
		return fmt.Sprintf("was not drawn on: all credit together did not cover the use; it held %s", v.Held)
	}
	return v.Verdict.String()
}
