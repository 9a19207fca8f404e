package rulestest

import (
	"fmt"
	"math/bits"
	"slices"

	"github.com/cloudterms/terms/rules"
)

// The law of missing facts is tried out by force: whatever the engine says of a question is held against what the rules,
// read one by one, say for every way in which the unknown conditions may turn out.

const (
	maxUnknown = 20      // unknown conditions of one question, for which that is done
	maxTrials  = 1 << 25 // ways tried out for one set, which takes a second or two
)

// verdict is what the rules say: the place of an answer in a list, or that there is none.
type verdict int16

const (
	unanswered  verdict = -1
	conflicting verdict = -2
)

// reading is the rules of a day as a person reads them: one after the other, those that except others first.
type reading struct {
	rules     []clauses
	answers   *answers
	byDefault verdict
}

// clauses is a rule with the bits of the conditions that must hold, those that must not, and the rules that except it.
type clauses struct {
	yes, no, exceptedBy uint64
	bit                 uint64
	says                verdict
}

// answers lists the answers that came up, and what they combine to.
type answers struct {
	list     []any
	combine  rules.Combine[any]
	combined map[[2]verdict]verdict
}

func (a *answers) place(out any) verdict {
	place := slices.Index(a.list, out)
	if place < 0 {
		place = len(a.list)
		a.list = append(a.list, out)
	}
	return verdict(place) //nolint:gosec // a set has a few answers
}

func (a *answers) of(x, y verdict) verdict {
	switch x {
	case unanswered:
		return y
	case conflicting:
		return x
	}
	key := [2]verdict{x, y}
	both, known := a.combined[key]
	if !known {
		both = conflicting
		if out, ok := a.combine(a.list[x], a.list[y]); ok {
			both = a.place(out)
		}
		a.combined[key] = both
	}
	return both
}

// read gives the reading of the rules that govern a day.
func (s *survey) read(q *question, known *answers) *reading {
	r := &reading{answers: known, byDefault: unanswered}
	if s.byDefault != nil {
		r.byDefault = known.place(s.byDefault)
	}
	left := q.governs
	for left != 0 {
		// What no rule that is left excepts can be read next. New refuses exceptions in a circle, so there is always one.
		next := -1
		for i := range s.rules {
			if left>>i&1 == 1 && s.exceptedBy(i, left) == 0 {
				next = i
				break
			}
		}
		if next < 0 {
			return nil
		}
		left &^= 1 << next
		r.rules = append(r.rules, s.clauses(next, q.governs, known))
	}
	return r
}

// exceptedBy gives the bits of those rules, among some, that except a rule.
func (s *survey) exceptedBy(i int, among uint64) uint64 {
	var by uint64
	for j, other := range s.rules {
		if among>>j&1 == 1 && slices.Contains(other.excepts, s.rules[i].id) {
			by |= 1 << j
		}
	}
	return by
}

func (s *survey) clauses(i int, governs uint64, known *answers) clauses {
	c := clauses{bit: 1 << i, exceptedBy: s.exceptedBy(i, governs), says: unanswered}
	if s.rules[i].says != nil {
		c.says = known.place(s.rules[i].says)
	}
	for _, condition := range s.rules[i].conditions {
		if condition.IsNegated() {
			c.no |= s.bit(condition.Name)
		} else {
			c.yes |= s.bit(condition.Name)
		}
	}
	return c
}

// verdict says what the rules say where the conditions whose bits are given hold and no others do.
func (r *reading) verdict(holds uint64) verdict {
	var spoken uint64
	said := unanswered
	for _, c := range r.rules {
		if c.yes&^holds != 0 || c.no&holds != 0 || c.exceptedBy&spoken != 0 {
			continue
		}
		spoken |= c.bit
		if c.says != unanswered {
			said = r.answers.of(said, c.says)
		}
	}
	if said == unanswered {
		return r.byDefault
	}
	return said
}

// ruling is what the law says of a question: one verdict, or that it depends on some of the unknown conditions.
type ruling struct {
	verdict   verdict
	dependsOn uint64
}

// try tries out all ways in which the unknown conditions may turn out.
func (r *reading) try(v vector) ruling {
	verdicts := make([]verdict, 0, 1<<bits.OnesCount64(v.unknown))
	for holds := uint64(0); ; holds = (holds - v.unknown) & v.unknown { // the next subset of the unknown, the smaller first
		verdicts = append(verdicts, r.verdict(v.yes|holds))
		if holds == v.unknown {
			break
		}
	}
	found := ruling{verdict: verdicts[0]}
	for unknown, stride := v.unknown, 1; unknown != 0; unknown, stride = unknown&(unknown-1), stride*2 {
		for n := range verdicts {
			if n&stride == 0 && verdicts[n] != verdicts[n|stride] {
				found.dependsOn |= unknown & -unknown
				break
			}
		}
	}
	return found
}

// law holds what a set said against the law.
type law struct {
	survey   *survey
	answers  answers
	readings map[uint64]*reading // by the rules that govern
	rulings  map[uint64]map[vector]ruling
	trials   int
}

func (s *survey) newLaw() *law {
	return &law{
		survey: s, answers: answers{combine: s.combine, combined: map[[2]verdict]verdict{}},
		readings: map[uint64]*reading{}, rulings: map[uint64]map[vector]ruling{},
	}
}

// check holds the outcomes of a question against the law.
func (l *law) check(q *question) {
	if _, known := l.readings[q.governs]; !known {
		l.readings[q.governs] = l.survey.read(q, &l.answers)
		l.rulings[q.governs] = map[vector]ruling{}
	}
	reading, rulings := l.readings[q.governs], l.rulings[q.governs]
	if reading == nil {
		return
	}
	for n, o := range q.outcomes {
		v := q.masked(l.survey.scan.vectors[n])
		found, known := rulings[v]
		if !known {
			unknown := bits.OnesCount64(v.unknown)
			if l.trials += 1 << min(unknown, maxUnknown); unknown > maxUnknown || l.trials > maxTrials {
				l.survey.add(q, n, Problem{Kind: Unproven, Note: fmt.Sprintf("%d conditions are unknown, too many to try out how "+
					"they may turn out, here or with what was tried before; ask several questions", unknown)})
				continue
			}
			found = reading.try(v)
			rulings[v] = found
		}
		l.compare(q, n, o, found)
	}
}

func (l *law) compare(q *question, n int, o *outcome, found ruling) {
	want := l.expected(found)
	switch {
	case o.decided != nil:
		l.survey.add(q, n, Problem{Kind: WrongAnswer, Note: fmt.Sprintf("Decide says %v and Trace says %s", o.decided, o.says())})
	case o.isLike(want):
	default:
		p := Problem{Kind: WrongAnswer, Note: fmt.Sprintf("the set says %s; by its rules, one by one, %s", o.says(), want.says())}
		if o.status == rules.Undetermined || want.status == rules.Undetermined {
			p.Kind = MissingFacts
		}
		l.survey.add(q, n, p)
	}
}

// expected gives the outcome that the law asks for.
func (l *law) expected(found ruling) *outcome {
	switch {
	case found.dependsOn != 0:
		missing := l.survey.factsOf(found.dependsOn)
		return &outcome{status: rules.Undetermined, missing: missing}
	case found.verdict == unanswered:
		return &outcome{status: rules.Unanswered}
	case found.verdict == conflicting:
		return &outcome{status: rules.Conflicting}
	}
	return &outcome{status: rules.Decided, out: l.answers.list[found.verdict]}
}

// isLike reports whether two outcomes are the same. Whether an answer came by default is the same.
func (o *outcome) isLike(other *outcome) bool {
	answered := func(s rules.Status) bool { return s == rules.Decided || s == rules.ByDefault }
	if answered(o.status) && answered(other.status) {
		return o.out == other.out
	}
	return o.status == other.status && slices.Equal(o.missing, other.missing)
}

// factsOf gives the facts that conditions read, in the order in which the set has them.
func (s *survey) factsOf(conditions uint64) []string {
	var names []string
	for _, f := range s.facts {
		reads := func(n int) bool {
			return conditions>>n&1 == 1 && slices.Contains(s.scan.columns[n].reads, f.Name)
		}
		if slices.ContainsFunc(numbers(len(s.scan.columns)), reads) {
			names = append(names, f.Name)
		}
	}
	return names
}

func numbers(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// says puts an outcome into words.
func (o *outcome) says() string {
	switch o.status {
	case rules.Undetermined:
		return "it depends on " + list(o.missing)
	case rules.Unanswered:
		return "no rule answers"
	case rules.Conflicting:
		return "rules disagree"
	case rules.Decided, rules.ByDefault:
		return fmt.Sprintf("the answer is %v", o.out)
	case rules.Undated:
		return "there is no day"
	}
	return o.status.String()
}
