package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/rules"
)

// line writes one line of an answer.
func line(w io.Writer, format string, args ...any) {
	fmt.Fprintf(w, "  "+format+"\n", args...)
}

// headline writes the first line of what the package wrote for a person. What is below it there is written here from the
// answer itself, with the documents.
func headline(w io.Writer, s string) {
	first, _, _ := strings.Cut(s, "\n")
	line(w, "%s", first)
}

// lines writes all that the package wrote for a person.
func lines(w io.Writer, text fmt.Stringer) {
	for l := range strings.Lines(text.String()) {
		line(w, "%s", strings.TrimRight(l, "\n"))
	}
}

func showAnswer(w io.Writer, a cancellation.Answer) {
	headline(w, a.String())
	line(w, "verdict %s by %s, deadline %s, safe by every reading %s, refund %s, Partner Center reports %s",
		a.Verdict, a.Basis, instant(a.Deadline), instant(a.SafeDeadline()), or(a.Refund), or(a.Report))
	showDecision(w, a.Limit)
	showDecision(w, a.Owed)
	if a.Asker.Status != 0 {
		showDecision(w, a.Asker)
	}
	showReading(w, a.Readings.Window)
	showReading(w, a.Readings.Boundary)
	showReading(w, a.Readings.Closing)
	showReading(w, a.Readings.Refund)
	for _, alt := range a.Alternatives {
		line(w, "otherwise %s %s: %s until %s, refund %s; %s%s", or(alt.Timeline), alt.Says, alt.Verdict, instant(alt.Deadline),
			or(alt.Refund), alt.Text, sources(alt.Sources))
	}
	if byRules, ok := a.ByRules(); ok {
		line(w, "the rules alone say %s until %s", byRules.Verdict, instant(byRules.Deadline))
	}
	showMissing(w, a.Missing)
}

func showRefund(w io.Writer, a cancellation.RefundAnswer) {
	headline(w, a.String())
	line(w, "paid %s, refunded %s, kept %s, remaining %s in %d charges, stake %s", money(a.Paid), money(a.Refunded), money(a.Kept),
		money(a.Remaining), len(a.Charges), money(a.Stake()))
	if a.Credit.Type != 0 {
		line(w, "credit line for %s: %s", a.Credit.Days, money(a.Credit.Subtotal.Amount))
	}
	if len(a.Charges) > 0 {
		next := a.Charges[0]
		line(w, "next charge: %s, %s for %s", money(next.Amount), next.Type, next.Days)
	}
	if !a.InvoiceDays.IsZero() {
		line(w, "invoice expected%s", span(a.InvoiceDays))
	}
	showReading(w, a.Proration)
	for _, alt := range a.Alternatives {
		line(w, "otherwise %s %s: %s; %s%s", or(alt.Timeline), alt.Says, money(alt.Refunded), alt.Text, sources(alt.Sources))
	}
	showAnswer(w, a.Answer)
}

func showSeats(w io.Writer, a cancellation.SeatAnswer) {
	lines(w, a)
	showDecision(w, a.Allowed)
}

func showChoices(w io.Writer, c cancellation.Choices) {
	lines(w, c)
	for _, alt := range c.Choices[1].Alternatives {
		line(w, "giving back otherwise %s %s: %s; %s%s", alt.Timeline, alt.Says, money(alt.Refunded), alt.Text, sources(alt.Sources))
	}
	showDecision(w, c.Refund.Answer.Limit)
	showDecision(w, c.Seats.Allowed)
	showMissing(w, c.Refund.Answer.Missing)
	showMissing(w, c.Seats.Missing)
}

func showReservation(w io.Writer, a cancellation.ReservationAnswer) {
	headline(w, a.String())
	line(w, "%s: refunded %s, fee %s, cancels %s, stake %s", a.Verdict, money(a.Refund.Refunded), money(a.Fee), money(a.Commitment), money(a.Stake()))
	showDecision(w, a.Allowed)
	showReading(w, a.FeeRate)
	showDoubts(w, a.FeeRate)
	showPool(w, a.Pool)
	showRefund(w, a.Refund)
}

func showPool(w io.Writer, p cancellation.Pool) {
	lines(w, p)
	showReading(w, p.Limit)
	showDoubts(w, p.Limit)
	showReading(w, p.Year)
	showDoubts(w, p.Year)
}

func showEffects(w io.Writer, e cancellation.Effects) {
	lines(w, e)
	showDecision(w, e.Decision)
}

func showReadiness(w io.Writer, r cancellation.Readiness) {
	headline(w, r.String())
	showDecision(w, r.Decision)
}

func showForm(w io.Writer, s cancellation.SupportRequest) {
	line(w, "problem type: %s", cancellation.SupportProblemType)
	line(w, "description:")
	for l := range strings.Lines(s.Description()) {
		line(w, "  %s", strings.TrimRight(l, "\n"))
	}
}

// show writes the calls that would be made.
func (o order) show(w io.Writer) error {
	line(w, "a %s is cancelled by %v", o.Product, cancellation.CallsFor(o.Product))
	if len(o.Lines) > 0 {
		for _, id := range o.Orders {
			call, err := cancellation.CancelOrderCall(o.Customer, id, o.Lines...)
			if err != nil {
				return err
			}
			showCall(w, call)
		}
		return nil
	}
	calls, err := cancellation.CancelOrderCalls(o.Customer, o.Orders...)
	if err != nil {
		return err
	}
	for _, call := range calls {
		showCall(w, call)
	}
	return nil
}

func showCall(w io.Writer, c cancellation.Call) {
	line(w, "%s %s", c.Method, c.Path)
	if c.ETag != "" {
		line(w, "If-Match: %s", c.ETag)
	}
	line(w, "%s", c.Body)
}

func showAPIError(w io.Writer, body []byte) error {
	e, err := cancellation.ParseAPIError(body)
	if err != nil {
		return err
	}
	line(w, "%v", e)
	line(w, "code %s means %s", e.Code, or(e.Meaning()))
	if window, ok := e.Window(); ok {
		line(w, "it names a window of %s", window)
	}
	return nil
}

// showDecision writes what a set of rules answered, by which rules, whose they are, and what they would have to know.
func showDecision[T interface {
	comparable
	String() string
}](w io.Writer, d rules.Decision[T]) {
	line(w, "%s %s (%s)", d.Question, or(d.Outcome), d.Status)
	for _, f := range d.Findings {
		line(w, "  rule %s: %s%s%s", f.Rule, f.Text, sources(f.Sources), origin(f.Origin))
	}
	if d.DefaultText != "" {
		line(w, "  default: %s%s", d.DefaultText, sources(d.DefaultSources))
	}
	for _, c := range d.Changed {
		line(w, "  rule %s is not as published%s", c.Rule, origin(c.Origin))
	}
	if len(d.Missing) > 0 {
		line(w, "  needs %s", strings.Join(d.Missing, ", "))
	}
}

// showReading writes a dated figure and whose it is.
func showReading[T any](w io.Writer, r rules.Reading[T]) {
	if r.Timeline == "" {
		return
	}
	line(w, "figure %s: %v on %s%s%s", r.Timeline, r.Value, r.Day, sources(r.Sources), origin(r.Origin))
}

// showDoubts writes what others say of a figure, for answers that have no alternatives of their own.
func showDoubts[T any](w io.Writer, r rules.Reading[T]) {
	for _, d := range r.Others {
		line(w, "  others have %v for %s; %s%s", d.Value, d.Span, d.Text, sources(d.Sources))
	}
}

func showMissing(w io.Writer, missing []string) {
	if len(missing) > 0 {
		line(w, "missing: %s", strings.Join(missing, ", "))
	}
}

func sources(list []rules.Source) string {
	var b strings.Builder
	for i, s := range list {
		if i == 0 {
			b.WriteString(" [")
		} else {
			b.WriteString("; ")
		}
		b.WriteString(strings.TrimSpace(s.Fact + " " + s.Document))
		if s.Section != "" {
			b.WriteString(", " + s.Section)
		}
	}
	if len(list) > 0 {
		b.WriteString("]")
	}
	return b.String()
}

func origin(o rules.Origin) string {
	if o.IsZero() {
		return ""
	}
	return fmt.Sprintf(" {%s by %s: %s}", o.Change, o.Owner, o.Reason)
}

// or writes a value, and a dash for one that is not given.
func or[T comparable](v T) string {
	var zero T
	if v == zero {
		return "-"
	}
	return fmt.Sprint(v)
}

func money(m terms.Money) string {
	if m.IsZero() {
		return "-"
	}
	return m.String()
}

func instant(at time.Time) string {
	if at.IsZero() {
		return "-"
	}
	return at.UTC().Format(time.RFC3339)
}

// span writes days with the last included, as people read them.
func span(s terms.Span) string {
	from, hasFrom := s.From()
	until, hasUntil := s.Until()
	if !hasFrom || !hasUntil {
		return ""
	}
	return fmt.Sprintf(" from %s to %s", from, until.AddDays(-1))
}
