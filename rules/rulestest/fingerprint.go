package rulestest

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/cloudterms/terms/rules"
)

// Fingerprint gives a text that changes with every answer that a set gives to the samples on the days of [Problems]: with
// its outcome and status, the facts it asks for and the rules that spoke. A set's digest covers what is declared;
// this covers what the conditions do. Kept in a file by [Golden], it shows a change of either in the review.
//
// The text has a line for every day and one for every rule, so that it also shows where the change is. Another value in
// the samples changes it too, another name does not. Where the samples cannot be asked it is empty; [Problems] says why.
func Fingerprint[In any, Out comparable](set *rules.Set[In, Out], samples Samples[In]) string {
	return surveyOf(set, samples).fingerprint()
}

// mark stands for some of the samples, whatever their order: it is the sum of the digests of their places.
type mark [4]uint64

func markOf(place int) mark {
	sum := sha256.Sum256(binary.BigEndian.AppendUint64(nil, uint64(place))) //nolint:gosec // places count from 0
	var m mark
	for i := range m {
		m[i] = binary.BigEndian.Uint64(sum[8*i:])
	}
	return m
}

func (m *mark) add(other mark) {
	for i := range m {
		m[i] += other[i]
	}
}

func (s *survey) fingerprint() string {
	asked := s.questions()
	if len(asked) == 0 {
		return ""
	}
	marks := make([]mark, len(s.scan.vectors))
	samples := 0
	for place, n := range s.scan.of {
		if n >= 0 {
			marks[n].add(markOf(place))
			samples++
		}
	}
	var days strings.Builder
	for i := range asked {
		q := &asked[i]
		if i == 0 || q.wording != asked[i-1].wording {
			fmt.Fprintf(&days, "\n%s\n", q.wording.title())
		}
		fmt.Fprintf(&days, "%s %s %s\n", q.day, s.printDay(q, marks), s.tally(q))
	}
	var list strings.Builder
	for i, c := range s.count(asked) {
		fmt.Fprintf(&list, "%s %s %d\n", c.Rule, printRule(asked, marks, i), c.Spoke)
	}
	body := fmt.Sprintf("%s\nrules, and how often each spoke\n%s", days.String(), list.String())
	return fmt.Sprintf("%s: %d samples, %d days, %s\n%s", s.report.set, samples, len(asked), digest(body), body)
}

// title names a wording in a fingerprint.
func (w *wording) title() string {
	if w.known.IsZero() {
		return "days, as published now"
	}
	return "days, as known on " + w.known.String()
}

// printDay gives the digest of what a set says on a day.
func (s *survey) printDay(q *question, marks []mark) string {
	texts := map[*outcome]string{}
	said := map[string]mark{}
	for n, o := range q.outcomes {
		if texts[o] == "" {
			texts[o] = s.text(o)
		}
		m := said[texts[o]]
		m.add(marks[n])
		said[texts[o]] = m
	}
	var b strings.Builder
	for _, text := range slices.Sorted(maps.Keys(said)) {
		fmt.Fprintf(&b, "%s %x\n", text, said[text])
	}
	return digest(b.String())
}

// text gives an outcome as text that is the same for the same outcome.
func (s *survey) text(o *outcome) string {
	out, _ := json.Marshal(o.out) // New refuses answers that JSON cannot write
	var spoke []rules.ID
	for i, step := range o.steps {
		if step == rules.StepSpoke {
			spoke = append(spoke, s.rules[i].id)
		}
	}
	return fmt.Sprintf("%s %s %q %q", o.status, out, o.missing, spoke)
}

// tally says for how many samples the set gave an answer on a day, and for how many none, and why.
func (s *survey) tally(q *question) string {
	var counts [rules.Unanswered + 1]int
	for n, o := range q.outcomes {
		counts[o.status] += s.scan.count[n]
	}
	var parts []string
	for status, count := range counts {
		if count > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", rules.Status(status), count)) //nolint:gosec // a Status
		}
	}
	return strings.Join(parts, ", ")
}

// printRule gives the digest of when a rule spoke.
func printRule(asked []question, marks []mark, rule int) string {
	var b strings.Builder
	for _, q := range asked {
		var spoke mark
		for n, o := range q.outcomes {
			if o.steps[rule] == rules.StepSpoke {
				spoke.add(marks[n])
			}
		}
		fmt.Fprintf(&b, "%s %x\n", q.day, spoke)
	}
	return digest(b.String())
}

// digest gives as much of a digest as it takes to tell two texts apart.
func digest(text string) string {
	const enough = 8
	h := sha256.New()
	_, _ = io.WriteString(h, text) // a hash takes everything
	return hex.EncodeToString(h.Sum(nil)[:enough])
}
