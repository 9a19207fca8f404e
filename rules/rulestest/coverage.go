package rulestest

import (
	"github.com/cloudterms/terms/rules"
)

// Coverage says how often a rule spoke, and how often it did not, for all samples on all days of [Problems]. Whoever
// keeps a register of facts adds it up over all sets: a fact is covered by a rule that cites it, has spoken and has been
// silent.
type Coverage struct {
	Set         string   `json:"set"`
	Rule        rules.ID `json:"rule"`
	Facts       []string `json:"facts,omitempty"`   // the identifiers in the register that its sources cite
	Planned     bool     `json:"planned,omitempty"` // announced without a day, so that it can neither speak nor be silent
	Spoke       int      `json:"spoke"`
	Silent      int      `json:"silent"`      // a condition did not hold
	Excepted    int      `json:"excepted"`    // another rule silenced it
	Waiting     int      `json:"waiting"`     // a fact was missing
	OutsideDays int      `json:"outsideDays"` // it did not govern the day, or was not the published wording
}

// IsCovered reports whether the rule has spoken, and been silent where it might have been asked.
func (c Coverage) IsCovered() bool { return c.Spoke > 0 && c.Silent+c.Excepted+c.OutsideDays > 0 }

// Cover counts for every rule of a set, in the order of declaration. Where the samples cannot be asked there are no
// counts; [Problems] says why.
func Cover[In any, Out comparable](set *rules.Set[In, Out], samples Samples[In]) []Coverage {
	s := surveyOf(set, samples)
	return s.count(s.questions())
}

func (s *survey) count(asked []question) []Coverage {
	counts := make([]Coverage, len(s.rules))
	for i, r := range s.rules {
		counts[i] = Coverage{Set: s.report.set, Rule: r.id, Planned: r.span.IsPending()}
		for _, source := range r.sources {
			if source.Fact != "" {
				counts[i].Facts = append(counts[i].Facts, source.Fact)
			}
		}
	}
	for _, q := range asked {
		for n, o := range q.outcomes {
			for i, step := range o.steps {
				if counted := countOf(&counts[i], step); counted != nil {
					*counted += s.scan.count[n]
				}
			}
		}
	}
	return counts
}

// countOf gives the count that a step goes to, and nil for a rule that could not have spoken.
func countOf(c *Coverage, step rules.StepState) *int {
	switch step {
	case rules.StepSpoke:
		return &c.Spoke
	case rules.StepSilent:
		return &c.Silent
	case rules.StepExcepted:
		return &c.Excepted
	case rules.StepFactMissing:
		return &c.Waiting
	case rules.StepOutsideDays, rules.StepNotPublished:
		return &c.OutsideDays
	case rules.StepPlanned, rules.StepSwitchedOff:
	}
	return nil
}
