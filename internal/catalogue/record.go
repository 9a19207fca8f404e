package catalogue

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

// A record is what a service keeps of an answer it gave: the day, the facts, and the decision with its trace.
type record[In any, Out comparable] struct {
	Day      terms.Day           `json:"day"`
	Facts    In                  `json:"facts"`
	Decision rules.Decision[Out] `json:"decision"`
}

// Record gives the audit record, as JSON, of one of the set's decisions: on the last day from which other rules govern, the one
// of the samples for which the most rules speak.
func (s Sampled) Record() ([]byte, error) { return s.record() }

// Replay decides again what a record was made of, and gives the record of that.
func (s Sampled) Replay(record []byte) ([]byte, error) { return s.replay(record) }

func recordOf[In any, Out comparable](set *rules.Set[In, Out], samples rulestest.Samples[In]) ([]byte, error) {
	day := lastDayOf(set)
	var most record[In, Out]
	for in := range samples.Each {
		d := set.Explain(day, in)
		if d.Status == rules.Decided && len(d.Findings) > len(most.Decision.Findings) {
			most = record[In, Out]{day, in, set.Trace(day, in)}
		}
	}
	if most.Day.IsZero() {
		return nil, fmt.Errorf("catalogue: %s decides nothing on %s", set.ID(), day)
	}
	return indented(most)
}

func replayed[In any, Out comparable](set *rules.Set[In, Out], text []byte) ([]byte, error) {
	var r record[In, Out]
	if err := terms.Decode(bytes.NewReader(text), &r); err != nil {
		return nil, err
	}
	r.Decision = set.Trace(r.Day, r.Facts)
	return indented(r)
}

func indented(v any) ([]byte, error) {
	text, err := json.MarshalIndent(v, "", "  ")
	return append(text, '\n'), err
}

// lastDayOf gives the last day from which other rules govern. A set that has none is asked about a day of its documents.
func lastDayOf[In any, Out comparable](set *rules.Set[In, Out]) terms.Day {
	days := set.Boundaries()
	if len(days) == 0 {
		return terms.MustParseDay("2022-07-01")
	}
	return days[len(days)-1]
}
