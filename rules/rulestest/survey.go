package rulestest

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// decider is what is tested: a [rules.Set], or in this package's own tests one that errs.
type decider[In any, Out comparable] interface {
	ID() string
	Facts() []rules.Fact
	Rules() iter.Seq[rules.Rule[In, Out]]
	Default() (Out, bool)
	Combine(a, b Out) (Out, bool)
	Boundaries() []terms.Day
	Decide(day terms.Day, in In) (Out, error)
	Trace(day terms.Day, in In) rules.Decision[Out]
}

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
type wording[In any, Out comparable] struct {
	set   decider[In, Out]
	known terms.Day // zero for the present wording
	days  []terms.Day
}

// wordingsOf gives the present wording on all days, and every wording it superseded on the days up to the last on which
// that was published: nobody could be told it afterwards.
func wordingsOf[In any, Out comparable](set *rules.Set[In, Out]) ([]wording[In, Out], error) {
	found := []wording[In, Out]{{set, set.KnownOn(), Days(set)}}
	if !set.KnownOn().IsZero() {
		return found, nil
	}
	var ends []terms.Day
	for r := range set.Rules() {
		until, _ := r.Published.Until()
		if last := until.AddDays(-1); !last.IsZero() {
			ends = append(ends, last)
		}
	}
	slices.SortFunc(ends, terms.Day.Compare)
	for _, last := range slices.Compact(ends) {
		then, err := set.AsKnown(last)
		if err != nil {
			return found, err
		}
		days := slices.DeleteFunc(Days(then), func(day terms.Day) bool { return day.After(last) })
		found = append(found, wording[In, Out]{then, last, slices.Compact(append(days, last))})
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
type outcome[Out comparable] struct {
	status  rules.Status
	out     Out
	missing []string
	steps   []rules.StepState // for every rule
	rules   []rules.ID        // those that disagree, if some do
	decided error             // what Decide said, if it did not say the same as Trace
}

// survey is a set asked about samples.
type survey[In any, Out comparable] struct {
	wordings []wording[In, Out]
	rules    []rules.Rule[In, Out]
	scan     *scan[In]
	report   *report
}

// surveyOf prepares the survey of a set in all its wordings.
func surveyOf[In any, Out comparable](set *rules.Set[In, Out], samples Samples[In]) *survey[In, Out] {
	wordings, err := wordingsOf(set)
	s := newSurvey(wordings, samples)
	if err != nil {
		s.report.add(Problem{Kind: TooMany, Note: "an earlier wording makes no set: " + err.Error()})
	}
	return s
}

// newSurvey looks at the conditions. Where nothing can be asked, it reports why, and there is no scan.
func newSurvey[In any, Out comparable](wordings []wording[In, Out], samples Samples[In]) *survey[In, Out] {
	set := wordings[0].set
	s := &survey[In, Out]{wordings: wordings, rules: slices.Collect(set.Rules()), report: newReport(set.ID())}
	if samples.err != nil || samples.input == nil {
		err := samples.err
		if err == nil {
			err = fmt.Errorf("%w: none are given; want a Product", ErrSamples)
		}
		s.report.add(Problem{Kind: NotSampled, Note: err.Error()})
		return s
	}
	columns := columnsOf(s.rules, samples)
	if len(columns) > maxConditions || len(s.rules) > maxConditions {
		s.report.add(Problem{Kind: TooMany, Note: fmt.Sprintf("%d rules and %d conditions; want at most %d of each",
			len(s.rules), len(columns), maxConditions)})
		return s
	}
	for _, f := range set.Facts() {
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
type question[In any, Out comparable] struct {
	wording  *wording[In, Out]
	day      terms.Day
	governs  uint64 // the rules that govern the day
	relevant uint64 // the conditions they have
	outcomes []*outcome[Out]
}

// questions asks every wording on each of its days. It asks none where that would be too many questions, which it reports,
// or where a condition cannot be relied on.
func (s *survey[In, Out]) questions() []question[In, Out] {
	if s.scan == nil || s.report.has(Unsteady, TwoMeanings) {
		return nil
	}
	var list []question[In, Out]
	total := 0
	for i := range s.wordings {
		w := &s.wordings[i]
		for _, day := range w.days {
			q := question[In, Out]{wording: w, day: day}
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
func (s *survey[In, Out]) govern(q *question[In, Out]) {
	for i, r := range s.rules {
		if r.IsOff() || !r.Span.Contains(q.day) || !isPublished(r.Published, q.wording.known) {
			continue
		}
		q.governs |= 1 << i
		for _, c := range r.If {
			q.relevant |= s.bit(c.Name)
		}
	}
}

// bit gives the bit of a condition.
func (s *survey[In, Out]) bit(condition string) uint64 {
	return 1 << slices.IndexFunc(s.scan.columns, func(c column[In]) bool { return c.name == condition })
}

// era names the days on which the same rules govern.
func (q *question[In, Out]) era() string { return strconv.FormatUint(q.governs, 16) }

// masked gives a vector as far as the rules of the day see it.
func (q *question[In, Out]) masked(v vector) vector {
	return vector{v.yes & q.relevant, v.unknown & q.relevant}
}

func (q *question[In, Out]) distinct(vectors []vector) int {
	seen := map[vector]bool{}
	for _, v := range vectors {
		seen[q.masked(v)] = true
	}
	return len(seen)
}

func (s *survey[In, Out]) ask(q *question[In, Out]) {
	asked := map[vector]*outcome[Out]{}
	q.outcomes = make([]*outcome[Out], len(s.scan.vectors))
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
func (s *survey[In, Out]) askAgain(q, before *question[In, Out]) {
	again := map[*outcome[Out]]*outcome[Out]{}
	q.outcomes = make([]*outcome[Out], len(before.outcomes))
	for n, o := range before.outcomes {
		if again[o] == nil {
			again[o] = o
			if out, err := q.wording.set.Decide(q.day, s.scan.samples.input(s.scan.first[n])); !o.agrees(out, err) {
				other := *o
				other.decided = orElse(err, out)
				again[o] = &other
			}
		}
		q.outcomes[n] = again[o]
	}
}

func (s *survey[In, Out]) outcome(q *question[In, Out], in In) *outcome[Out] {
	d := q.wording.set.Trace(q.day, in)
	o := &outcome[Out]{status: d.Status, out: d.Outcome, missing: d.Missing, steps: make([]rules.StepState, len(s.rules))}
	for i := range min(len(d.Trace), len(o.steps)) {
		o.steps[i] = d.Trace[i].State
	}
	out, err := q.wording.set.Decide(q.day, in)
	if failure, ok := errors.AsType[*rules.DecisionError](err); ok {
		o.rules = failure.Rules
	}
	if !o.agrees(out, err) {
		o.decided = orElse(err, out)
	}
	return o
}

// orElse gives what Decide said, as an error.
func orElse[Out comparable](err error, out Out) error {
	if err != nil {
		return err
	}
	return fmt.Errorf("%v", out)
}

// agrees reports whether what Decide says is what Trace said.
func (o *outcome[Out]) agrees(out Out, err error) bool {
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
