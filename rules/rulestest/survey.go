package rulestest

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// maxQuestions is how many questions are asked of a set: one for every day and every way in which the conditions of that
// day turn out. So many take a few seconds.
const maxQuestions = 1 << 20

// Days gives the days on which a check looks at a set: every boundary, the day before and the day after. A set without
// boundaries is the same on all days, of which it gives one.
func Days[In any, Out comparable](set *rules.Set[In, Out]) []terms.Day {
	return daysAround(set.Boundaries())
}

func daysAround(boundaries []terms.Day) []terms.Day {
	var days []terms.Day
	for _, b := range boundaries {
		for _, day := range []terms.Day{b.AddDays(-1), b, b.AddDays(1)} {
			if !day.IsZero() {
				days = append(days, day)
			}
		}
	}
	if len(days) == 0 {
		days = append(days, terms.MustParseDay("2000-01-01"))
	}
	slices.SortFunc(days, terms.Day.Compare)
	return slices.Compact(days)
}

// wording is a set as it decides by one published wording, and the days to ask it about.
type wording struct {
	decider
	days []terms.Day
}

// wordingsOf gives the present wording on all days, and every wording it superseded on the days up to the last on which
// that was published: nobody could be told it afterwards.
func wordingsOf(set *subject) ([]wording, error) {
	found := []wording{{set.decider, daysAround(set.boundaries)}}
	if !set.known.IsZero() {
		return found, nil
	}
	var ends []terms.Day
	for _, r := range set.rules {
		until, _ := r.published.Until()
		if last := until.AddDays(-1); !last.IsZero() {
			ends = append(ends, last)
		}
	}
	slices.SortFunc(ends, terms.Day.Compare)
	for _, last := range slices.Compact(ends) {
		then, err := set.asKnown(last)
		if err != nil {
			return found, err
		}
		days := slices.DeleteFunc(daysAround(then.boundaries), func(day terms.Day) bool { return day.After(last) })
		found = append(found, wording{then, slices.Compact(append(days, last))})
	}
	return found, nil
}

// isPublished reports whether a wording published on some days was the published one on a day, or for the zero Day,
// whether it is now.
func isPublished(published terms.Span, known terms.Day) bool {
	if published.IsZero() {
		return true
	}
	if known.IsZero() {
		_, ended := published.Until()
		return !ended && !published.IsPending()
	}
	return published.Contains(known)
}

// outcome is what a set says of one way in which its conditions turn out on a day.
type outcome struct {
	status  rules.Status
	out     any
	missing []string
	steps   []rules.StepState // for every rule
	rules   []rules.ID        // those that disagree, if some do
	decided error             // what Decide said, if it did not say the same as Trace
}

// survey is a set asked about samples.
type survey struct {
	*subject
	wordings []wording
	scan     *scan
	report   *report
}

// surveyWordings prepares the survey of a set in all its wordings.
func surveyWordings(set *subject, samples Samples[any]) *survey {
	wordings, err := wordingsOf(set)
	s := newSurvey(set, wordings, samples)
	if err != nil {
		s.report.add(Problem{Kind: TooMany, Note: "an earlier wording makes no set: " + err.Error()})
	}
	return s
}

// newSurvey looks at the conditions of a set. Where nothing can be asked, it reports why, and there is no scan.
func newSurvey(set *subject, wordings []wording, samples Samples[any]) *survey {
	s := &survey{subject: set, wordings: wordings, report: newReport(set.id)}
	if samples.err != nil || samples.size == 0 {
		err := samples.err
		if err == nil {
			err = fmt.Errorf("%w: none are given; want a Product", ErrSamples)
		}
		s.report.add(Problem{Kind: NotSampled, Note: err.Error()})
		return s
	}
	columns := columnsOf(s.rules, &samples.grid)
	if len(columns) > maxConditions || len(s.rules) > maxConditions {
		s.report.add(Problem{Kind: TooMany, Note: fmt.Sprintf("%d rules and %d conditions; want at most %d of each",
			len(s.rules), len(columns), maxConditions)})
		return s
	}
	for _, f := range s.facts {
		if _, sampled := samples.of([]string{f.Name}); !sampled {
			s.report.add(Problem{Kind: NotSampled, Note: fmt.Sprintf("no dimension of the samples holds the fact %q", f.Name)}, f.Name)
		}
	}
	s.scan = newScan(samples, columns, s.report)
	if len(s.scan.vectors) == 0 {
		s.report.add(Problem{Kind: NotSampled, Note: "there are no samples; Where leaves none"})
		s.scan = nil
	}
	return s
}

// question is a day on which a wording is asked, and what it says: for every vector of the scan an outcome.
type question struct {
	wording  *wording
	day      terms.Day
	governs  uint64 // the rules that govern the day
	relevant uint64 // the conditions they have
	outcomes []*outcome
}

// questions asks every wording on each of its days. It asks none where that would be too many questions, which it reports,
// or where a condition cannot be relied on.
func (s *survey) questions() []question {
	if s.scan == nil || s.report.has(Unsteady, TwoMeanings) {
		return nil
	}
	var list []question
	total := 0
	for i := range s.wordings {
		w := &s.wordings[i]
		for _, day := range w.days {
			q := question{wording: w, day: day}
			s.govern(&q)
			total += q.distinct(s.scan.vectors)
			list = append(list, q)
		}
	}
	if total > maxQuestions {
		s.report.add(Problem{Kind: TooMany, Note: fmt.Sprintf("the samples on %d days are %d questions; want at most %d: name fewer values, "+
			"or leave inputs out with Where", len(list), total, maxQuestions)})
		return nil
	}
	for i := range list {
		if before := max(i-1, 0); i > 0 && list[before].wording == list[i].wording && list[before].governs == list[i].governs {
			s.askAgain(&list[i], &list[before])
		} else {
			s.ask(&list[i])
		}
	}
	return list
}

// govern works out which rules govern the day.
func (s *survey) govern(q *question) {
	for i, r := range s.rules {
		if r.off || !r.span.Contains(q.day) || !isPublished(r.published, q.wording.known) {
			continue
		}
		q.governs |= 1 << i
		for _, c := range r.conditions {
			q.relevant |= s.bit(c.Name)
		}
	}
}

// bit gives the bit of a condition.
func (s *survey) bit(condition string) uint64 {
	return 1 << slices.IndexFunc(s.scan.columns, func(c column) bool { return c.name == condition })
}

// era names the days on which the same rules govern.
func (q *question) era() string { return strconv.FormatUint(q.governs, 16) }

// masked gives a vector as far as the rules of the day see it.
func (q *question) masked(v vector) vector {
	return vector{v.yes & q.relevant, v.unknown & q.relevant}
}

func (q *question) distinct(vectors []vector) int {
	seen := map[vector]bool{}
	for _, v := range vectors {
		seen[q.masked(v)] = true
	}
	return len(seen)
}

func (s *survey) ask(q *question) {
	asked := map[vector]*outcome{}
	q.outcomes = make([]*outcome, len(s.scan.vectors))
	for n, v := range s.scan.vectors {
		v = q.masked(v)
		if asked[v] == nil {
			asked[v] = s.outcome(q, s.scan.samples.input(s.scan.first[n]))
		}
		q.outcomes[n] = asked[v]
	}
}

// askAgain asks on a day on which the same rules govern as on the one before, and so takes the outcomes from there. What
// has to be seen is only that the set decides alike.
func (s *survey) askAgain(q, before *question) {
	again := map[*outcome]*outcome{}
	q.outcomes = make([]*outcome, len(before.outcomes))
	for n, o := range before.outcomes {
		if again[o] == nil {
			again[o] = o
			if out, err := q.wording.decide(q.day, s.scan.samples.input(s.scan.first[n])); !o.agrees(out, err) {
				other := *o
				other.decided = orElse(err, out)
				again[o] = &other
			}
		}
		q.outcomes[n] = again[o]
	}
}

func (s *survey) outcome(q *question, in any) *outcome {
	d := q.wording.trace(q.day, in)
	o := &outcome{status: d.Status, out: d.Outcome, missing: d.Missing, steps: make([]rules.StepState, len(s.rules))}
	for i := range min(len(d.Trace), len(o.steps)) {
		o.steps[i] = d.Trace[i].State
	}
	out, err := q.wording.decide(q.day, in)
	if failure, ok := errors.AsType[*rules.DecisionError](err); ok {
		o.rules = failure.Rules
	}
	if !o.agrees(out, err) {
		o.decided = orElse(err, out)
	}
	return o
}

// orElse gives what Decide said, as an error.
func orElse(err error, out any) error {
	if err != nil {
		return err
	}
	return fmt.Errorf("%v", out)
}

// agrees reports whether what Decide says is what Trace said.
func (o *outcome) agrees(out any, err error) bool {
	switch o.status {
	case rules.Decided, rules.ByDefault:
		return err == nil && out == o.out
	case rules.Undetermined:
		failure, ok := errors.AsType[*rules.DecisionError](err)
		return ok && errors.Is(err, rules.ErrUndetermined) && slices.Equal(failure.Missing, o.missing)
	case rules.Conflicting:
		return errors.Is(err, rules.ErrConflict)
	case rules.Unanswered:
		return errors.Is(err, rules.ErrNoRule)
	case rules.Undated:
		return errors.Is(err, rules.ErrDay)
	}
	return false
}
